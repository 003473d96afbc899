"""Likeness in meaning: FAISS over the passages' vectors."""

from typing import Any, Literal

import numpy as np

from search.types import Vectors

Side = Literal["vi", "en", "both"]
"""What a query's vector was made from: Vietnamese, English, or English and its translation."""

_LEAST_SPREAD = 0.012
"""Floor of the spread of background cosines. With e5 it is .015 to .03; the floor keeps an
encoder with hardly any spread from making a small difference look large."""


class DenseIndex:
    """Exact inner products; a passage's cosine is judged against what unrelated queries get.

    Some passages are near every query, and e5 puts all its cosines between .75 and .90. So a
    passage's cosine is compared with those that a fixed set of background queries have with it:
    the difference from their mean, in units of their spread, is what is returned.
    """

    def __init__(self, vectors: Vectors, background: Vectors) -> None:
        """Build the index.

        Args:
            vectors: the passages', ``[n, dim]``, rows of unit length.
            background: those of background queries, ``[2, m, dim]``, m >= 1: in Vietnamese, and
                the same in English.
        """
        import faiss

        self.vectors = vectors
        self.background = background
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors))
        self._usual: dict[Side, tuple[Vectors, Vectors]] = {}

    def cosines(self, queries: Vectors) -> Vectors:
        """Return the plain cosines. *Shape:* ``[queries, n]``."""
        count = len(self.vectors)
        scores = np.zeros((len(queries), count), np.float32)
        if count and len(queries):
            found, rows = self._index.search(np.ascontiguousarray(queries), count)
            np.put_along_axis(scores, rows, found, axis=1)
        return scores

    def scores(self, query: Vectors, side: Side) -> Vectors:
        """Return how unusually near each passage is: 0 is usual, 3 is much.

        *Shape:* ``[dim]`` -> ``[n]``.
        """
        if side not in self._usual:
            usual = self.cosines(self._queries(side))
            spread = np.maximum(usual.std(axis=0), _LEAST_SPREAD)
            self._usual[side] = usual.mean(axis=0), spread
        mean, spread = self._usual[side]
        return np.asarray((self.cosines(query[None, :])[0] - mean) / spread, np.float32)

    def _queries(self, side: Side) -> Vectors:
        vietnamese, english = self.background
        if side == "both":
            return unit(vietnamese + english)
        return np.asarray(vietnamese if side == "vi" else english)


def unit(vectors: Vectors) -> Vectors:
    """Bring rows to unit length; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)
