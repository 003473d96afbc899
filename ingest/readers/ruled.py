"""Ruled lines of a page -> the tables that they make up, with merged cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers import limits
from ingest.readers.page import Rule, Word

_NEAR = 3.0
"""Points within which two rules are on one line, and within which they touch."""
_MAX_RULES = 4_000
"""Rules of one page that are put together; drawings have more."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns and rows part, and for each field its cell.

    ``cells[row][column]`` is the number of the cell that the field belongs to.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside the table."""
        x, y = (word.x0 + word.x1) / 2, word.base - word.size / 3
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def rows(self, words: Iterable[Word]) -> list[list[list[Word]]]:
        """Return the words of each field; a merged cell's stand in its first field."""
        first: dict[int, tuple[int, int]] = {}
        for r, row in enumerate(self.cells):
            for c, cell in enumerate(row):
                first.setdefault(cell, (r, c))
        fields: list[list[list[Word]]] = [[[] for _ in row] for row in self.cells]
        for word in words:
            r = _interval(self.ys, word.base - word.size / 3)
            c = _interval(self.xs, (word.x0 + word.x1) / 2)
            r, c = first[self.cells[r][c]]
            fields[r][c].append(word)
        return fields

    def is_covered(self, row: int, column: int) -> bool:
        """Whether a field is one with that above it."""
        return row > 0 and self.cells[row][column] == self.cells[row - 1][column]


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the tables that rules make up, from the top; single boxes are none."""
    if not 4 <= len(rules) <= _MAX_RULES:
        return []
    found = []
    for group in _touching(rules):
        level = [r for r in group if r.level]
        upright = [r for r in group if not r.level]
        xs = _positions((r.x0 + r.x1) / 2 for r in upright)
        ys = _positions((r.y0 + r.y1) / 2 for r in level)
        if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
            continue
        if len(xs) > limits.MAX_COLUMNS or (len(xs) - 1) * (len(ys) - 1) > limits.MAX_CELLS:
            continue
        found.append(Grid(tuple(xs), tuple(ys), _cells(xs, ys, level, upright)))
    return sorted(found, key=lambda grid: grid.ys[0])


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that cross or touch each other, directly or through others."""
    parents = list(range(len(rules)))

    def root(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: rules[i].x0)
    for at, i in enumerate(order):
        for j in order[at + 1 :]:
            if rules[j].x0 > rules[i].x1 + _NEAR:
                break
            if rules[j].y0 <= rules[i].y1 + _NEAR and rules[i].y0 <= rules[j].y1 + _NEAR:
                parents[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _positions(values: Iterable[float]) -> list[float]:
    """Values that are near each other as one, in order."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _NEAR:
            merged.append(value)
    return merged


def _cells(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> tuple[tuple[int, ...], ...]:
    """Number the fields between the lines; fields with no rule between them are one cell."""
    columns, rows = len(xs) - 1, len(ys) - 1
    cell = list(range(columns * rows))

    def root(i: int) -> int:
        while cell[i] != i:
            i = cell[i]
        return i

    sides = [[r for r in upright if abs((r.x0 + r.x1) / 2 - x) <= _NEAR] for x in xs]
    ends = [[r for r in level if abs((r.y0 + r.y1) / 2 - y) <= _NEAR] for y in ys]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            i = row * columns + column
            if column and not any(r.y0 <= middle <= r.y1 for r in sides[column]):
                cell[root(i)] = root(i - 1)
            across = (xs[column] + xs[column + 1]) / 2
            if row and not any(r.x0 <= across <= r.x1 for r in ends[row]):
                cell[root(i)] = root(i - columns)
    return tuple(
        tuple(root(row * columns + column) for column in range(columns)) for row in range(rows)
    )


def _interval(edges: Sequence[float], value: float) -> int:
    for i in range(len(edges) - 2):
        if value < edges[i + 1]:
            return i
    return len(edges) - 2
