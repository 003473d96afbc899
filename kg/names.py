"""One preferred label for each thing, chosen over all the notices that name it.

Every notice's graph keeps the names as its own text has them (``cd:fullName``, ``cd:name``). From
these, and from nothing else, come the SKOS labels: so the order in which notices are read does
not matter, and a removed notice leaves no label behind.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Store

from kg import union
from kg.fold import fold
from kg.ids import DocumentNumber
from kg.terms import NAMES_GRAPH, Literal, NamedNode, Quad, plain, term, vi

_FULL, _NAME, _NUMBER = term("cd:fullName"), term("cd:name"), term("cd:number")
_DECIDED = term("cd:decidedName")
"""What a person says that a thing is called; there is at most one (``kg.decisions``)."""


def named_things(quads: Iterable[Quad]) -> set[NamedNode]:
    """Return the things that these quads give a name."""
    naming = (q.subject for q in quads if q.predicate in (_FULL, _NAME, _NUMBER, _DECIDED))
    return {thing for thing in naming if isinstance(thing, NamedNode)}


def refresh(store: Store, things: Iterable[NamedNode]) -> None:
    """Choose the labels of these things anew from what the notices' graphs say."""
    old: set[Quad] = set()
    new: set[Quad] = set()
    for thing in things:
        old.update(store.quads_for_pattern(thing, None, None, NAMES_GRAPH))
        new.update(_labels(store, thing))
    union.discard(store, old - new)
    union.add(store, new - old)


def _labels(store: Store, thing: NamedNode) -> Iterator[Quad]:
    full = _said(store, thing, _FULL)
    decided = _said(store, thing, _DECIDED)
    names = full + _said(store, thing, _NAME) + decided
    if not names:
        return
    printed = _said(store, thing, _NUMBER)
    chosen = _best(decided or _numbered(full, printed) or full or names)
    yield Quad(thing, term("skos:prefLabel"), vi(chosen), NAMES_GRAPH)
    for name in names:
        if name != chosen:
            yield Quad(thing, term("skos:altLabel"), vi(name), NAMES_GRAPH)
    hidden = {fold(name) for name in names}
    for one in printed:
        number = DocumentNumber.parse(one)
        hidden |= {fold(one)} | ({number.key} if number else set())
    for folded in hidden:
        yield Quad(thing, term("skos:hiddenLabel"), plain(folded), NAMES_GRAPH)


def _numbered(names: Counter[str], numbers: Iterable[str]) -> Counter[str]:
    """Return the names that hold a number of the thing: a law is cited by its title alone too."""
    folded = [fold(number) for number in numbers]
    return Counter(
        {name: count for name, count in names.items() if any(one in fold(name) for one in folded)}
    )


def _said(store: Store, thing: NamedNode, relation: NamedNode) -> Counter[str]:
    values = (quad.object for quad in union.stating(store, thing, relation, None))
    return Counter(value.value for value in values if isinstance(value, Literal))


def _best(names: Counter[str]) -> str:
    """The name that most notices use; of these the longest, then the first in order."""
    return min(names, key=lambda name: (-names[name], -len(name), name))
