"""The words of all passages as numbers, and where each word stands.

Arrays, so that a million passages fit into memory, are read from disk in a second and take new
passages without the old ones being cut into words again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.tokens import fold

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Inverted:
    """Which passages have each word; the words' stretches lie one after another."""

    rows: Numbers
    """Passages, by word and in order, each once a word."""
    often: NDArray[np.float32]
    """How often the word stands in each of ``rows``."""
    bounds: Places
    """Where each word's stretch begins. *Shape:* ``[words + 1]``."""


@dataclass(frozen=True, eq=False)
class Corpus:
    """Every passage's words in order."""

    vocabulary: Mapping[str, int]
    tokens: Numbers
    """Number of each word, passage after passage."""
    bounds: NDArray[np.int64]
    """Where each passage begins in ``tokens``, and the end of the last. *Shape:* ``[n + 1]``."""
    passing: bool = False
    """Whether it is used for one query: words are then looked for as they are asked for."""
    _found: dict[int, Numbers] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, passages: Sequence[Sequence[str]]) -> "Corpus":
        """Number the words of passages."""
        vocabulary: dict[str, int] = {}
        tokens = [
            vocabulary.setdefault(w, len(vocabulary)) for passage in passages for w in passage
        ]
        sizes = [len(passage) for passage in passages]
        bounds = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
        return cls(vocabulary, np.array(tokens, np.int32), bounds)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def folded(self) -> "Corpus":
        """Return the same without marks."""
        vocabulary: dict[str, int] = {}
        bare = [vocabulary.setdefault(fold(word), len(vocabulary)) for word in self.vocabulary]
        return Corpus(vocabulary, np.array(bare, np.int32)[self.tokens], self.bounds)

    def changed(self, kept: Sequence[int], added: Sequence[Sequence[str]]) -> "Corpus":
        """Return a corpus of some passages of this one, by row, and new ones after them."""
        vocabulary = dict(self.vocabulary)
        places, sizes = self._places(np.asarray(kept, np.int64))
        old = self.tokens[places]
        new = [vocabulary.setdefault(word, len(vocabulary)) for words in added for word in words]
        every = np.concatenate([sizes, [len(words) for words in added]]).astype(np.int64)
        bounds = np.concatenate([[0], np.cumsum(every)]).astype(np.int64)
        return Corpus(vocabulary, np.concatenate([old, np.array(new, np.int32)]), bounds)

    def part(self, rows: Places) -> "Corpus":
        """Return some passages, by row, for a query or two: nothing is sorted beforehand."""
        places, sizes = self._places(rows)
        bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        return Corpus(self.vocabulary, self.tokens[places], bounds, passing=True)

    def _places(self, rows: Places) -> tuple[Places, Places]:
        """Return the places of the tokens of some passages, and the passages' lengths."""
        sizes = (self.bounds[1:] - self.bounds[:-1])[rows]
        places = np.repeat(self.bounds[rows] - np.cumsum(sizes) + sizes, sizes)
        return places + np.arange(int(sizes.sum())), sizes

    @cached_property
    def rows(self) -> Numbers:
        """The passage of each token."""
        return np.repeat(
            np.arange(len(self), dtype=np.int32), np.diff(self.bounds).astype(np.int64)
        )

    @cached_property
    def inverted(self) -> Inverted:
        """Which passages have each word, sorted once."""
        bounds = self._word_bounds
        at = self.rows[_stable_order(self.tokens)]
        new = np.empty(len(at) + 1, np.bool_)
        new[1:-1] = at[1:] != at[:-1]
        new[bounds] = True
        firsts = np.flatnonzero(new)
        often = np.diff(firsts).astype(np.float32)
        return Inverted(at[firsts[:-1]], often, np.searchsorted(firsts, bounds).astype(np.int64))

    @cached_property
    def _word_bounds(self) -> Places:
        """Where each word's stretch begins once the tokens are sorted."""
        counts = np.bincount(self.tokens, minlength=len(self.vocabulary))
        return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

    @cached_property
    def _order(self) -> Numbers:
        """The places of the tokens by word, in order."""
        return _stable_order(self.tokens)

    def positions(self, word: str) -> Numbers:
        """Return where a word stands in ``tokens``, in order."""
        number = self.vocabulary.get(word)
        if number is None:
            return _NONE
        if self.passing:
            if number not in self._found:
                self._found[number] = np.flatnonzero(self.tokens == number).astype(np.int32)
            return self._found[number]
        return self._order[self._word_bounds[number] : self._word_bounds[number + 1]]

    def postings(self, word: str) -> tuple[Numbers, NDArray[np.float32]]:
        """Return the passages that have a word, in order, and how often each has it."""
        number = self.vocabulary.get(word)
        if number is None:
            return _NONE, _NEVER
        if self.passing:
            at = self.rows[self.positions(word)]
            begins = np.flatnonzero(np.diff(at, prepend=-1))
            return at[begins], np.diff(begins, append=len(at)).astype(np.float32)
        bounds = self.inverted.bounds
        mine = slice(bounds[number], bounds[number + 1])
        return self.inverted.rows[mine], self.inverted.often[mine]

    def rows_with(self, word: str) -> Numbers:
        """Return the passages that have a word, in order."""
        return self.postings(word)[0]

    def rows_with_pair(self, first: str, second: str, far: int) -> Numbers:
        """Return the passages where a word stands at most so far before another, in order."""
        number = self.vocabulary.get(second)
        if number is None:
            return _NONE
        starts = self.positions(first)
        rows = self.rows[starts]
        found = np.zeros(len(starts), np.bool_)
        for step in range(1, far + 1):
            near = np.minimum(starts + step, len(self.tokens) - 1)
            inside = (self.rows[near] == rows) & (near != starts)
            found |= inside & (self.tokens[near] == number)
        return _distinct(rows[found])

    def words(self, row: int) -> list[str]:
        """Return the words of a passage, in order."""
        numbers = self.tokens[self.bounds[row] : self.bounds[row + 1]]
        return [self._spelled[number] for number in numbers]

    def rows_saying(self, phrase: Sequence[str], spelled: Callable[[str], str] = str) -> Places:
        """Return the passages that have some words side by side, in order.

        Args:
            phrase: one word or more.
            spelled: what a passage's word is compared as.
        """
        forms = [spelled(word) for word in self._spelled]
        places = np.zeros(0, np.int64)
        for step, word in enumerate(phrase):
            wanted = np.array([form == word for form in forms], np.bool_)
            if not step:
                places = np.flatnonzero(wanted[self.tokens])
                continue
            places = places[places + step < len(self.tokens)]
            near = places + step
            inside = self.rows[near] == self.rows[places]
            places = places[inside & wanted[self.tokens[near]]]
        return np.unique(self.rows[places]).astype(np.int64)

    @cached_property
    def _spelled(self) -> list[str]:
        return list(self.vocabulary)

    def followers(self, word: str) -> Numbers:
        """Return the numbers of the words that stand after a word in its passage."""
        starts = self.positions(word)
        starts = starts[starts + 1 < len(self.tokens)]
        after = starts + 1
        inside = self.rows[after] == self.rows[starts]
        return np.asarray(self.tokens[after[inside]], np.int32)


_HALF = 16
_NONE = np.zeros(0, np.int32)
_NEVER = np.zeros(0, np.float32)


def _distinct(ordered: Numbers) -> Numbers:
    if not len(ordered):
        return ordered
    return np.asarray(ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])], np.int32)


def _stable_order(numbers: Numbers) -> Numbers:
    """Return what sorts numbers of 0 or more, equal ones in order: half by half, since numbers of
    16 bits are sorted by radix, ten times as fast."""
    low = (numbers & ((1 << _HALF) - 1)).astype(np.uint16)
    order = np.argsort(low, kind="stable").astype(np.int32)
    if numbers.max(initial=0) >> _HALF:
        high = (numbers >> _HALF).astype(np.uint16)
        order = order[np.argsort(high[order], kind="stable")]
    return order
