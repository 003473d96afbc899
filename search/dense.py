"""Likeness in meaning: the passages' vectors, and how near each passage usually is to queries."""

from typing import Literal, get_args

import numpy as np

from search.cells import Cells, Rows
from search.types import Vectors

Side = Literal["vi", "en", "both"]
"""What a query's vector was made from: Vietnamese, English, or English and its translation."""
_SIDES: tuple[Side, ...] = get_args(Side)

_LEAST_SPREAD = 0.012
"""Floor of the spread of background cosines. With e5 it is .015 to .03; the floor keeps an
encoder with hardly any spread from making a small difference look large."""
_BLOCK = 20_000
"""Passages whose background cosines are held at a time."""


class DenseIndex:
    """Inner products; a passage's cosine is judged against what unrelated queries get.

    Some passages are near every query, and e5 puts all its cosines between .75 and .90. So a
    passage's cosine is compared with those that a fixed set of background queries have with it:
    the difference from their mean, in units of their spread, is what is returned.
    """

    def __init__(
        self,
        vectors: Vectors,
        background: Vectors,
        usual: Vectors | None = None,
        cells: Cells | None = None,
    ) -> None:
        """Take the vectors.

        Args:
            vectors: the passages', ``[n, dim]``, rows of unit length.
            background: those of background queries, ``[2, m, dim]``, m >= 1: in Vietnamese, and
                the same in English.
            usual: mean and spread of the passages' cosines with these, ``[3, 2, n]``, where they
                were reckoned before.
            cells: the vectors in FAISS, where they were put there before.
        """
        self.vectors = vectors
        self.background = background
        self._usual = usual
        self._cells = cells

    @property
    def usual(self) -> Vectors:
        """Mean and spread of the cosines with background queries, by side.

        *Shape:* ``[3, 2, n]``.
        """
        if self._usual is None:
            self._usual = self._usual_of(self.vectors)
        return self._usual

    @property
    def cells(self) -> Cells:
        """The vectors in FAISS, for when there are too many to compare a query with each."""
        if self._cells is None:
            self._cells = Cells.of(self.vectors)
        return self._cells

    def scores(self, query: Vectors, side: Side, rows: Rows | None = None) -> Vectors:
        """Return how unusually near each passage is: 0 is usual, 3 is much.

        Args:
            query: ``[dim]``.
            side: what it was made from.
            rows: only these passages; None means all.
        """
        mean, spread = self.usual[_SIDES.index(side)]
        if rows is None:
            return np.asarray((self.vectors @ query - mean) / spread, np.float32)
        cosines = np.asarray(self.vectors[rows]) @ query
        return np.asarray((cosines - mean[rows]) / spread[rows], np.float32)

    def changed(self, kept: Rows, added: Vectors) -> "DenseIndex":
        """Return an index of some passages of this one, by row, and new vectors after them."""
        usual = np.concatenate([self.usual[:, :, kept], self._usual_of(added)], axis=2)
        cells = None if self._cells is None else self._cells.changed(kept, added)
        vectors = np.concatenate([self.vectors[kept], added])
        return DenseIndex(vectors, self.background, usual, cells)

    def _usual_of(self, vectors: Vectors) -> Vectors:
        found = np.empty((len(_SIDES), 2, len(vectors)), np.float32)
        for number, side in enumerate(_SIDES):
            queries = self._queries(side).T
            for start in range(0, len(vectors), _BLOCK):
                cosines = np.asarray(vectors[start : start + _BLOCK]) @ queries
                found[number, 0, start : start + _BLOCK] = cosines.mean(axis=1)
                found[number, 1, start : start + _BLOCK] = cosines.std(axis=1)
        np.maximum(found[:, 1], _LEAST_SPREAD, out=found[:, 1])
        return found

    def _queries(self, side: Side) -> Vectors:
        vietnamese, english = self.background
        if side == "both":
            return unit(vietnamese + english)
        return np.asarray(vietnamese if side == "vi" else english)


def unit(vectors: Vectors) -> Vectors:
    """Bring rows to unit length; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)
