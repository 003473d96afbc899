"""Likeness in meaning: the passages' vectors, and FAISS to find the near ones of many."""

from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from search.types import Vectors

Side = Literal["vi", "en", "both"]
"""What a query's vector was made from: Vietnamese, English, or English and its translation."""
Rows = NDArray[np.int64]

_LEAST_SPREAD = 0.012
"""Floor of the spread of background cosines. With e5 it is .015 to .03; the floor keeps an
encoder with hardly any spread from making a small difference look large."""
_EXACT = 200_000
"""Passages up to which FAISS compares a query with each; more are looked for in cells of 8-bit
vectors, which hold a million in a quarter of the memory."""
_CELL = 500
"""Passages in a cell, about."""
_PROBED = 48
"""Cells looked into."""
_SAMPLE = 64
"""Passages a cell that the cells are learned from."""


class DenseIndex:
    """Inner products; a passage's cosine is judged against what unrelated queries get.

    Some passages are near every query, and e5 puts all its cosines between .75 and .90. So a
    passage's cosine is compared with those that a fixed set of background queries have with it:
    the difference from their mean, in units of their spread, is what is returned.
    """

    def __init__(self, vectors: Vectors, background: Vectors) -> None:
        """Take the vectors.

        Args:
            vectors: the passages', ``[n, dim]``, rows of unit length.
            background: those of background queries, ``[2, m, dim]``, m >= 1: in Vietnamese, and
                the same in English.
        """
        self.vectors = vectors
        self.background = background
        self._usual: dict[Side, tuple[Vectors, Vectors]] = {}

    def nearest(self, query: Vectors, count: int) -> Rows:
        """Return the rows of the passages nearest to a query. *Shape:* ``[dim]`` -> ``[count]``."""
        _, rows = self._index.search(np.ascontiguousarray(query[None, :]), count)
        return np.asarray(rows[0][rows[0] >= 0], np.int64)

    def scores(self, query: Vectors, side: Side, rows: Rows | None = None) -> Vectors:
        """Return how unusually near each passage is: 0 is usual, 3 is much.

        Args:
            query: ``[dim]``.
            side: what it was made from.
            rows: only these passages; None means all.
        """
        if rows is None:
            if side not in self._usual:
                self._usual[side] = self._usual_of(self.vectors, side)
            vectors, (mean, spread) = self.vectors, self._usual[side]
        else:
            vectors = np.asarray(self.vectors[rows])
            mean, spread = self._usual_of(vectors, side)
        return np.asarray((vectors @ query - mean) / spread, np.float32)

    def _usual_of(self, vectors: Vectors, side: Side) -> tuple[Vectors, Vectors]:
        usual = vectors @ self._queries(side).T
        return usual.mean(axis=1), np.maximum(usual.std(axis=1), _LEAST_SPREAD)

    @cached_property
    def _index(self) -> Any:
        import faiss

        count, dim = self.vectors.shape
        if count <= _EXACT:
            index: Any = faiss.IndexFlatIP(dim)
            index.add(np.ascontiguousarray(self.vectors))
            return index
        cells = max(1, count // _CELL)
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(dim), dim, cells, faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )  # fmt: skip
        step = max(1, count // (cells * _SAMPLE))
        index.train(np.ascontiguousarray(self.vectors[::step]))
        for start in range(0, count, _EXACT):
            index.add(np.ascontiguousarray(self.vectors[start : start + _EXACT]))
        index.nprobe = _PROBED
        return index

    def _queries(self, side: Side) -> Vectors:
        vietnamese, english = self.background
        if side == "both":
            return unit(vietnamese + english)
        return np.asarray(vietnamese if side == "vi" else english)


def unit(vectors: Vectors) -> Vectors:
    """Bring rows to unit length; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)
