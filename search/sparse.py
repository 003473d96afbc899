"""Word search: BM25 over the passages' words, and how much of a query each passage covers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.postings import Corpus
from search.tokens import fold, folded, words
from search.types import Passage, Vectors

_FAR = 2
"""Two words at most this far apart, in order, count as a pair: "đóng (cửa) mỏ"."""
_K1, _B = 1.5, 0.75
"""BM25's usual constants, as in bm25s and Lucene, whose variant this is."""
_LOOKED_AT = 300_000
"""Entries of words' lists that are looked at for the likeliest passages of one wording: 2 ms."""
_COUNTED = 20_000
"""Passages of a list that are looked up to tell how many have a term; of more every n-th."""

Rows = NDArray[np.int64]


class Field:
    """The words of passages in one spelling."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the words of all passages; :meth:`part` is made of some."""
        self.corpus = corpus
        self.count = len(corpus)
        self._whole: Field = self
        sizes = np.diff(corpus.bounds).astype(np.float32)
        mean = max(float(sizes.mean()) if self.count else 0.0, 1e-9)
        self._damping = _K1 * (1 - _B + _B * sizes / mean)

    def part(self, rows: Rows) -> "Field":
        """Return the field of some passages, by row; how rare a word is stays that of all."""
        part = object.__new__(Field)
        part.corpus, part.count = self.corpus.part(rows), len(rows)
        part._whole, part._damping = self._whole, self._damping[rows]
        return part

    def __contains__(self, word: object) -> bool:
        return len(self._whole.corpus.rows_with(str(word))) > 0

    def bm25(self, query: Sequence[str]) -> Vectors:
        """Return the passages' BM25 scores. *Shape:* ``[n]``."""
        scores = np.zeros(self.count, np.float32)
        for word, times in Counter(query).items():
            self._add(scores, word, times)
        return scores

    def likeliest(self, query: Iterable[str], most: int) -> Rows:
        """Return the rows of the passages with the highest BM25 scores.

        Where a query's words are in very many passages its frequent ones are left out.
        """
        scores = np.zeros(self.count, np.float32)
        looked = 0
        for word in sorted(set(query), key=lambda word: (-self.idf(word), word)):
            if looked and looked + len(self.corpus.rows_with(word)) > _LOOKED_AT:
                break
            looked += self._add(scores, word, 1)
        return _highest(scores, most)

    def _add(self, scores: Vectors, word: str, times: int) -> int:
        rows, often = self.corpus.postings(word)
        scores[rows] += times * self.idf(word) * often / (often + self._damping[rows])
        return len(rows)

    def idf(self, word: str) -> float:
        """Return how rare a word is; the rarest value for one that no passage has."""
        return self._rarity(len(self._whole.corpus.rows_with(word)))

    def idf_of_any(self, terms: Iterable[Sequence[str]]) -> float:
        """Return how rare it is to have all words of one of some terms."""
        return self._rarity(max(self._whole._having(term) for term in terms))

    def _rarity(self, having: int) -> float:
        return float(np.log(1 + (self._whole.count - having + 0.5) / (having + 0.5)))

    def _having(self, term: Sequence[str]) -> int:
        """Return how many passages have all words of a term, about where there are very many."""
        if not term:
            return 0
        lists = sorted((self.corpus.rows_with(word) for word in set(term)), key=len)
        step = len(lists[0]) // _COUNTED + 1
        rows = lists[0][::step]
        for other in lists[1:]:
            if not len(rows):
                break
            places = np.minimum(np.searchsorted(other, rows), len(other) - 1)
            rows = rows[other[places] == rows]
        return len(rows) * step

    def single_cover(self, query: Sequence[str]) -> Vectors:
        """Return the share of the query's words, by rarity, in each passage. *Shape:* ``[n]``."""
        cover = np.zeros(self.count, np.float32)
        total = 0.0
        for word in query:
            weight = self.idf(word)
            cover[self.corpus.rows_with(word)] += weight
            total += weight
        cover /= max(total, 1e-9)
        return cover

    def paired_cover(self, query: Sequence[str]) -> Vectors:
        """Return the share of the words that stand beside a neighbour of theirs. *Shape:* ``[n]``.

        A Vietnamese syllable alone says little ("cửa" is in "một cửa" and in "đóng cửa"), so a
        word counts only where the word before or after it in the query stands beside it.
        """
        if len(query) < 2:
            return self.single_cover(query)
        pairs = [
            self.corpus.rows_with_pair(query[at], query[at + 1], _FAR)
            for at in range(len(query) - 1)
        ]
        cover = np.zeros(self.count, np.float32)
        total = 0.0
        for at, word in enumerate(query):
            weight = self.idf(word)
            beside = np.zeros(self.count, np.bool_)
            for rows in pairs[max(at - 1, 0) : at + 1]:
                beside[rows] = True
            cover[beside] += weight
            total += weight
        cover /= max(total, 1e-9)
        return cover


@dataclass(frozen=True, slots=True)
class Fields:
    """The marked and the folded field of some passages."""

    marked: Field
    folded: Field


class WordIndex:
    """The marked and the folded field of all passages, and the words of what they leave out."""

    def __init__(
        self,
        passages: Sequence[Passage],
        corpus: Corpus | None = None,
        said: Corpus | None = None,
    ) -> None:
        """Index passages.

        Args:
            passages: n of them.
            corpus: the words that they are matched with, where these were cut before.
            said: all their words, where these were cut before.
        """
        if corpus is None or said is None:
            corpus = Corpus.of([words_of(p) for p in passages])
            said = Corpus.of([words(p.text) for p in passages])
        self.corpus, self.said = corpus, said
        self.fields = Fields(Field(corpus), Field(corpus.folded()))

    def part(self, rows: Rows) -> Fields:
        """Return the fields of some passages, by row."""
        return Fields(self.fields.marked.part(rows), self.fields.folded.part(rows))

    def words(self, row: int) -> list[str]:
        """Return the words of a passage, with marks."""
        return self.corpus.words(row)

    def containing(self, phrase: str) -> Rows:
        """Return the rows of the passages that have a phrase's words side by side, in order.

        Names count here, though the fields leave them out; marks count where the phrase has any.
        """
        typed = words(phrase)
        if not typed:
            return np.zeros(0, np.int64)
        bare = folded(typed)
        return self.said.rows_saying(bare, fold) if typed == bare else self.said.rows_saying(typed)


def words_of(passage: Passage) -> list[str]:
    """Return the words that a passage is matched with."""
    return words(passage.about or passage.text)


def _highest(scores: Vectors, most: int) -> Rows:
    rows = np.flatnonzero(scores)
    if len(rows) > most:
        rows = rows[np.argpartition(-scores[rows], most - 1)[:most]]
    return np.asarray(rows, np.int64)
