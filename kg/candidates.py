"""Which pairs of orders are worth a close look: those that share something that tells.

Pairs come from shelves, one for each unit, document, name, project and rare word; nothing is
compared that shares none. Of these pairs the greatest probability that they can reach is computed
all at once, from sums over sparse rows; only where it is not negligible are the two looked at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from kg.compared import holds
from kg.laws import LawName
from kg.numbers import DocumentNumber
from kg.traits import Document, Traits

Pairs = Any
"""Codes of pairs, int64: position of the earlier times the number of orders, plus the later's."""

_ROWS_AT_ONCE = 256
_PAIRS_AT_ONCE = 50_000


def shelves(orders: Sequence[Traits], is_rare: Callable[[str], bool]) -> dict[str, Pairs]:
    """Return the pairs of orders of different notices by the kind of thing that they share.

    Returns:
        ``unit``, ``document``, ``name``, ``project`` and ``word`` -> sorted codes, each once.
    """
    boards: dict[str, dict[object, set[int]]] = {
        kind: defaultdict(set) for kind in ("unit", "document", "name", "home", "project", "word")
    }
    for place, order in enumerate(orders):
        for unit in order.units | order.helpers | order.others:
            boards["unit"][unit].add(place)
        for document in order.documents:
            for key in _keys(document):
                boards["document"][key].add(place)
        for head, names in order.names.items():
            for name in names:
                boards["name"][head, name.split()[0]].add(place)
                boards["home"][name.split()[0]].add(place)
        for home in (name for names in order.homes.values() for name in names):
            boards["home"][home.split()[0]].add(place)
        for word in order.words:
            if " " in word and is_rare(word):
                boards["word"][word].add(place)
    for project in {project for order in orders for project in order.projects}:
        boards["project"][project] = _holders(project, orders, boards["word"])
    _, homes = np.unique([order.notice for order in orders], return_inverse=True)
    return {kind: _pairs(board.values(), homes) for kind, board in boards.items()}


def _keys(document: Document) -> tuple[str, ...]:
    """Return what any other mention of the document has too, the one or the other."""
    if isinstance(document, DocumentNumber):
        return (document.number,)
    if isinstance(document, LawName):
        number = document.number.number if document.number else None
        return tuple(key for key in (document.title, number) if key)
    return (document,)


def _holders(
    project: frozenset[str], orders: Sequence[Traits], by_word: Mapping[object, set[int]]
) -> set[int]:
    """Return the orders that name a project or hold most of its words."""
    near = set().union(*(by_word.get(word, ()) for word in project))
    return {
        n
        for n in near
        if holds(orders[n].words, project) or any(holds(p, project) for p in orders[n].projects)
    } | {n for n in near if project in orders[n].projects}


def _pairs(board: Iterable[set[int]], homes: Any) -> Pairs:
    size = len(homes)
    found = [np.empty(0, np.int64)]
    for shelf in board:
        if len(shelf) > 1:
            places = np.array(sorted(shelf), np.int64)
            one, other = np.triu_indices(len(places), 1)
            found.append(places[one] * size + places[other])
    codes = np.unique(np.concatenate(found))
    return codes[homes[codes // size] != homes[codes % size]]


def shared_words(
    rows: Sequence[Iterable[str]], weights: Mapping[str, float], codes: Pairs
) -> tuple[Any, Any]:
    """Return the weight of the words that each pair shares, and of the heaviest of them.

    *Shape:* two arrays of float, ``[len(codes)]``.
    """
    from scipy.sparse import csr_array

    words = {word: n for n, word in enumerate(weights)}
    kept = [sorted(words[w] for w in row if weights.get(w, 0.0) > 0) for row in rows]
    ends = np.cumsum([0, *map(len, kept)])
    columns = np.fromiter((c for row in kept for c in row), np.int64, ends[-1])
    mass = np.sqrt(np.fromiter(weights.values(), float, len(weights)))
    matrix = csr_array((mass[columns], columns, ends), shape=(len(rows), len(words)))
    shared, heaviest = np.zeros(len(codes)), np.zeros(len(codes))
    for begin in range(0, len(codes), _PAIRS_AT_ONCE):
        part = codes[begin : begin + _PAIRS_AT_ONCE]
        both = matrix[part // len(rows)].multiply(matrix[part % len(rows)])
        shared[begin : begin + len(part)] = both.sum(axis=1)
        heaviest[begin : begin + len(part)] = both.max(axis=1).toarray().ravel()
    return shared, heaviest


def cosines(
    iris: Sequence[str], similarity: Callable[[Sequence[str], Sequence[str]], Any], codes: Pairs
) -> Any:
    """Return the similarity of each pair, float [len(codes)], asked for in blocks of rows."""
    values = np.zeros(len(codes))
    ones, others = codes // len(iris), codes % len(iris)
    for begin in range(0, len(iris), _ROWS_AT_ONCE):
        first, last = np.searchsorted(ones, (begin, begin + _ROWS_AT_ONCE))
        if first < last:
            columns, where = np.unique(others[first:last], return_inverse=True)
            block = np.asarray(
                similarity(iris[begin : begin + _ROWS_AT_ONCE], [iris[c] for c in columns])
            )
            values[first:last] = block[ones[first:last] - begin, where]
    return values
