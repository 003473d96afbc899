"""Word search: BM25 over the passages' words, and how much of a query each passage covers."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.postings import Corpus
from search.tokens import folded, words
from search.types import Passage, Vectors

_FAR = 2
"""Two words at most this far apart, in order, count as a pair: "đóng (cửa) mỏ"."""
_K1, _B = 1.5, 0.75
"""BM25's usual constants, as in bm25s and Lucene, whose variant this is."""


class Field:
    """The words of all passages in one spelling."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.count = len(corpus)
        sizes = np.diff(corpus.bounds).astype(np.float32)
        mean = max(float(sizes.mean()) if self.count else 0.0, 1e-9)
        self._damping = _K1 * (1 - _B + _B * sizes / mean)

    def __contains__(self, word: object) -> bool:
        return word in self.corpus.vocabulary and self.corpus.count(str(word)) > 0

    def bm25(self, query: Sequence[str]) -> Vectors:
        """Return the passages' BM25 scores. *Shape:* ``[n]``."""
        scores = np.zeros(self.count, np.float32)
        for word, times in Counter(query).items():
            at = self.corpus.rows[self.corpus.positions(word)]
            if not len(at):
                continue
            begins = np.flatnonzero(np.diff(at, prepend=-1))
            rows, often = at[begins], np.diff(begins, append=len(at))
            scores[rows] += times * self.idf(word) * often / (often + self._damping[rows])
        return scores

    def idf(self, word: str) -> float:
        """Return how rare a word is; the rarest value for one that no passage has."""
        having = len(self.corpus.rows_with(word))
        return float(np.log(1 + (self.count - having + 0.5) / (having + 0.5)))

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


class WordIndex:
    """The marked and the folded field of all passages, and the words of what they leave out."""

    def __init__(self, passages: Sequence[Passage], corpus: Corpus | None = None) -> None:
        """Index passages.

        Args:
            passages: n of them.
            corpus: their words, where they were cut into words before.
        """
        self._passages = passages
        self.corpus = Corpus.of([words_of(p) for p in passages]) if corpus is None else corpus
        self.marked = Field(self.corpus)
        self.folded = Field(self.corpus.folded())

    def words(self, row: int) -> list[str]:
        """Return the words of a passage, with marks."""
        return words_of(self._passages[row])

    def containing(self, phrase: str) -> list[int]:
        """Return the rows of the passages that have a phrase's words side by side, in order.

        Names count here, though the fields leave them out; marks count where the phrase has any.
        """
        typed = words(phrase)
        bare = folded(typed)
        marked = typed != bare
        if not typed:
            return []
        rows = {
            *_rows_with_all(self.folded.corpus, bare),
            *self._named_rows[_rows_with_all(self._named, bare)].tolist(),
        }
        wanted = f" {' '.join(typed)} "
        found = []
        for row in sorted(rows):
            passage = words(self._passages[row].text)
            if wanted in f" {' '.join(passage if marked else folded(passage))} ":
                found.append(row)
        return found

    @cached_property
    def _named_rows(self) -> NDArray[np.int64]:
        """Rows of the passages that have names left out of the fields."""
        rows = [row for row, passage in enumerate(self._passages) if passage.about is not None]
        return np.array(rows, np.int64)

    @cached_property
    def _named(self) -> Corpus:
        """The words of these passages, names too, without marks."""
        return Corpus.of([folded(words(self._passages[row].text)) for row in self._named_rows])


def _rows_with_all(corpus: Corpus, every: Sequence[str]) -> list[int]:
    rows = corpus.rows_with(every[0])
    for word in every[1:]:
        rows = np.intersect1d(rows, corpus.rows_with(word), assume_unique=True)
    return [int(row) for row in rows]


def words_of(passage: Passage) -> list[str]:
    """Return the words that a passage is matched with."""
    return words(passage.about or passage.text)
