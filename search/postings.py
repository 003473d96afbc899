"""The words of all passages as numbers, and where each word stands.

Arrays, so that a million passages fit into memory, are read from disk in a second and take new
passages without the old ones being cut into words again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.tokens import fold

Numbers = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Every passage's words in order."""

    vocabulary: Mapping[str, int]
    tokens: Numbers
    """Number of each word, passage after passage."""
    bounds: NDArray[np.int64]
    """Where each passage begins in ``tokens``, and the end of the last. *Shape:* ``[n + 1]``."""

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
        rows = np.asarray(kept, np.int64)
        sizes = (self.bounds[1:] - self.bounds[:-1])[rows]
        places = np.repeat(self.bounds[rows] - np.cumsum(sizes) + sizes, sizes)
        old = self.tokens[places + np.arange(sizes.sum())]
        new = [vocabulary.setdefault(word, len(vocabulary)) for words in added for word in words]
        every = np.concatenate([sizes, [len(words) for words in added]]).astype(np.int64)
        bounds = np.concatenate([[0], np.cumsum(every)]).astype(np.int64)
        return Corpus(vocabulary, np.concatenate([old, np.array(new, np.int32)]), bounds)

    @cached_property
    def rows(self) -> Numbers:
        """The passage of each token."""
        return np.repeat(
            np.arange(len(self), dtype=np.int32), np.diff(self.bounds).astype(np.int64)
        )

    @cached_property
    def _by_word(self) -> tuple[Numbers, NDArray[np.int64]]:
        order = np.argsort(self.tokens, kind="stable").astype(np.int32)
        counts = np.bincount(self.tokens, minlength=len(self.vocabulary))
        return order, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

    def positions(self, word: str) -> Numbers:
        """Return where a word stands in ``tokens``, in order."""
        number = self.vocabulary.get(word)
        if number is None:
            return _NONE
        order, begins = self._by_word
        return order[begins[number] : begins[number + 1]]

    def count(self, word: str) -> int:
        """Return how often a word stands."""
        return len(self.positions(word))

    def rows_with(self, word: str) -> Numbers:
        """Return the passages that have a word, in order."""
        return _distinct(self.rows[self.positions(word)])

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

    def followers(self, word: str) -> Numbers:
        """Return the numbers of the words that stand after a word in its passage."""
        starts = self.positions(word)
        starts = starts[starts + 1 < len(self.tokens)]
        after = starts + 1
        inside = self.rows[after] == self.rows[starts]
        return np.asarray(self.tokens[after[inside]], np.int32)


_NONE = np.zeros(0, np.int32)


def _distinct(ordered: Numbers) -> Numbers:
    if not len(ordered):
        return ordered
    return np.asarray(ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])], np.int32)
