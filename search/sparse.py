"""Word search: BM25 over a marked and a folded field, and how much of a query a passage covers."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from search.tokens import folded, words
from search.types import Passage, Vectors

_FAR = 2
"""Two words at most this far apart, in order, count as a pair: "đóng (cửa) mỏ"."""


class Field:
    """The words of all passages in one spelling."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        self.count = len(passages)
        single: dict[str, set[int]] = defaultdict(set)
        pairs: dict[tuple[str, str], set[int]] = defaultdict(set)
        for row, passage in enumerate(passages):
            for at, word in enumerate(passage):
                single[word].add(row)
                for other in passage[at + 1 : at + 1 + _FAR]:
                    pairs[word, other].add(row)
        self._single = {word: np.fromiter(rows, np.int64) for word, rows in single.items()}
        self._pairs = {pair: np.fromiter(rows, np.int64) for pair, rows in pairs.items()}
        self._bm25 = _bm25(passages)

    def __contains__(self, word: object) -> bool:
        return word in self._single

    def bm25(self, query: Sequence[str]) -> Vectors:
        """Return the passages' BM25 scores. *Shape:* ``[n]``."""
        known = [word for word in query if word in self._single]
        if not known:
            return np.zeros(self.count, np.float32)
        return np.asarray(self._bm25.get_scores(known), np.float32)

    def rows_with(self, word: str) -> set[int]:
        """Return the rows of the passages that have a word."""
        return set(self._single.get(word, _NONE).tolist())

    def idf(self, word: str) -> float:
        """Return how rare a word is; the rarest value for one that no passage has."""
        having = len(self._single.get(word, ()))
        return float(np.log(1 + (self.count - having + 0.5) / (having + 0.5)))

    def single_cover(self, query: Sequence[str]) -> Vectors:
        """Return the share of the query's words, by rarity, in each passage. *Shape:* ``[n]``."""
        weights = np.array([self.idf(word) for word in query], np.float32)
        cover = np.zeros(self.count, np.float32)
        for word, weight in zip(query, weights, strict=True):
            cover[self._single.get(word, _NONE)] += weight
        return cover / max(float(weights.sum()), 1e-9)

    def paired_cover(self, query: Sequence[str]) -> Vectors:
        """Return the share of the words that stand beside a neighbour of theirs. *Shape:* ``[n]``.

        A Vietnamese syllable alone says little ("cửa" is in "một cửa" and in "đóng cửa"), so a
        word counts only where the word before or after it in the query stands beside it.
        """
        if len(query) < 2:
            return self.single_cover(query)
        weights = np.array([self.idf(word) for word in query], np.float32)
        covered = np.zeros((len(query), self.count), np.bool_)
        for at in range(len(query) - 1):
            rows = self._pairs.get((query[at], query[at + 1]), _NONE)
            covered[at, rows] = covered[at + 1, rows] = True
        cover = weights @ covered
        return np.asarray(cover / max(float(weights.sum()), 1e-9), np.float32)


_NONE = np.zeros(0, np.int64)


class WordIndex:
    """The marked and the folded field of all passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.words = [words(passage.about or passage.text) for passage in passages]
        self.marked = Field(self.words)
        self.folded = Field([folded(passage) for passage in self.words])
        self._passages = passages
        self._named: dict[str, set[int]] = defaultdict(set)
        """Rows by the folded words of the names that the fields leave out."""
        for row, passage in enumerate(passages):
            if passage.about is not None:
                for word in set(folded(words(passage.text))):
                    self._named[word].add(row)

    def containing(self, phrase: str) -> list[int]:
        """Return the rows of the passages that have a phrase's words side by side, in order.

        Names count here; marks count where the phrase has any.
        """
        typed = words(phrase)
        bare = folded(typed)
        marked = typed != bare
        rows = [self.folded.rows_with(word) | self._named.get(word, set()) for word in bare]
        wanted = f" {' '.join(typed)} "
        found = []
        for row in sorted(set.intersection(*rows)) if rows else ():
            passage = words(self._passages[row].text)
            if wanted in f" {' '.join(passage if marked else folded(passage))} ":
                found.append(row)
        return found


def _bm25(passages: Sequence[Sequence[str]]) -> Any:
    import bm25s

    if not any(passages):
        return None
    index = bm25s.BM25()
    index.index([list(passage) for passage in passages], show_progress=False)
    return index
