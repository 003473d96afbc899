"""FAISS over very many vectors: cells of 8-bit vectors, kept beside the index and added to."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.types import Vectors

Rows = NDArray[np.int64]

_CELL = 500
"""Vectors in a cell, about."""
_PROBED = 96
"""Cells looked into: of 100,000 vectors a half, of a million 48,000."""
_SAMPLE = 64
"""Vectors a cell that the cells are learned from."""
_BLOCK = 200_000
"""Vectors added at a time."""
_OUTGROWN = 2
"""Times as many cells as there are that the vectors would need when they are learned anew."""
_GONE = 0.2
"""Share of vectors held that are no more when the cells are made anew."""
_FILE, _NUMBERS = "cells.faiss", "cells.npy"


class Cells:
    """Finds near vectors among very many.

    Each vector has a number for good, later ones higher; a vector that is gone leaves only its
    number. So rows and numbers are in the same order, and one is found from the other by halving.
    """

    def __init__(self, index: Any, numbers: Rows) -> None:
        """Put finished parts together; see :meth:`of` and :meth:`load`.

        Args:
            index: a FAISS index of inner products, by number.
            numbers: the numbers of the rows, ascending. *Shape:* ``[n]``.
        """
        self._index = index
        self._numbers = numbers

    @classmethod
    def of(cls, vectors: Vectors) -> "Cells":
        """Learn cells and put the vectors there. *Shape:* ``[n, dim]``."""
        import faiss

        count, dim = vectors.shape
        cells = max(1, count // _CELL)
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(dim), dim, cells, faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )  # fmt: skip
        step = max(1, count // (cells * _SAMPLE))
        index.train(np.ascontiguousarray(vectors[::step]))
        for start in range(0, count, _BLOCK):
            index.add(np.ascontiguousarray(vectors[start : start + _BLOCK]))
        return cls(index, np.arange(count))

    def changed(self, kept: Rows, vectors: Vectors) -> "Cells | None":
        """Return the cells of some rows of these, with new vectors after them.

        Args:
            kept: rows, ascending.
            vectors: the new ones, ``[m, dim]``.

        Returns:
            None where they are better made anew.
        """
        import faiss

        numbers = self._numbers[kept]
        count = len(numbers) + len(vectors)
        held = self._index.ntotal
        if count > _OUTGROWN * _CELL * self._index.nlist or held - len(numbers) > _GONE * held:
            return None
        first = int(self._numbers[-1]) + 1 if len(self._numbers) else 0
        added = np.arange(first, first + len(vectors))
        index = faiss.clone_index(self._index)
        index.add_with_ids(np.ascontiguousarray(vectors), added)
        return Cells(index, np.concatenate([numbers, added]))

    def nearest(self, query: Vectors, count: int) -> Rows:
        """Return the rows nearest to a query, about so many. *Shape:* ``[dim]`` -> ``[count]``."""
        self._index.nprobe = _PROBED
        _, found = self._index.search(np.ascontiguousarray(query[None, :]), count)
        numbers = found[0][found[0] >= 0]
        rows = np.searchsorted(self._numbers, numbers)
        inside = rows < len(self._numbers)
        rows, numbers = rows[inside], numbers[inside]
        return np.asarray(rows[self._numbers[rows] == numbers], np.int64)

    def save(self, folder: Path) -> None:
        """Write the cells into a folder."""
        import faiss

        faiss.write_index(self._index, str(folder / _FILE))
        np.save(folder / _NUMBERS, self._numbers)

    @classmethod
    def load(cls, folder: Path, count: int) -> "Cells | None":
        """Read what :meth:`save` wrote of so many rows; None where there is nothing of the kind."""
        if not (folder / _FILE).is_file():
            return None
        import faiss

        index = faiss.read_index(str(folder / _FILE))
        numbers = np.load(folder / _NUMBERS)
        return cls(index, numbers) if len(numbers) == count else None
