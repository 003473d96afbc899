"""Find the node that a person means, by a name or a number in any usual writing.

    "NĐ 54/2021", "nghi dinh 54"     a document, by what its number says
    "Sở TN&MT", "phòng qlđđ"         a unit, by its name or an abbreviation
    "cao tốc"                        whatever has these words in its name

Names are compared folded; where marks were typed, an equal marked name comes first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from threading import Lock
from typing import Literal, get_args
from weakref import WeakKeyDictionary

from kg.errors import UnknownName
from kg.ids import DocumentNumber
from kg.name_match import Asked, Name
from kg.scope import full_name
from kg.store import GraphStore

Kind = Literal["document", "unit", "project", "person", "place", "notice", "thread"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_CLASSES: dict[str, Kind] = {
    "Notice": "notice",  # before LegalDocument, which a notice is too
    "Thread": "thread",
    "LegalDocument": "document",
    "Unit": "unit",
    "Project": "project",
    "Person": "person",
    "Place": "place",
}

_NAMES = """
SELECT ?node ?class ?label ?also ?number ?stub WHERE {
  VALUES ?class { cd:Notice cd:Thread cd:LegalDocument cd:Unit cd:Project cd:Person cd:Place }
  ?node a ?class ; skos:prefLabel ?label .
  OPTIONAL { ?node skos:altLabel|skos:hiddenLabel ?also }
  OPTIONAL { ?node cd:number ?number }
  OPTIONAL { ?node a cd:UnresolvedDocument . BIND(true AS ?stub) }
}
"""
_YEARS = "SELECT ?node ?day WHERE { ?node a cd:LegalDocument ; cd:issuedOn ?day }"
_MOST_NAMES = 5_000_000
_NEAR = 0.55
"""Likeness from which a name is offered as near: a slip in one word of three."""
_NEAR_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the graph."""

    iri: str
    kind: Kind
    label: str


@dataclass(slots=True)
class _Entry:
    node: Node
    names: set[str] = field(default_factory=set)
    compared: tuple[Name, ...] = ()
    numbers: set[DocumentNumber] = field(default_factory=set)
    stub: bool = False


_known: WeakKeyDictionary[GraphStore, tuple[int, list[_Entry]]] = WeakKeyDictionary()
"""What has a name in each open store, and at which revision of it that was read."""
_reading = Lock()


def find(
    store: GraphStore,
    text: str,
    *,
    kinds: Collection[str] | None = None,
    limit: int | None = 20,
) -> list[Node]:
    """Return the nodes whose names or numbers fit a text, the best first.

    Args:
        store: the graph to look in.
        text: a name, number or IRI; marks, case and abbreviations do not matter.
        kinds: only nodes of these of ``KINDS``.
        limit: how many at most; None for all.
    """
    ranked = _ranked(_entries(store, kinds), text)
    return [entry.node for _, entry in ranked[:limit]]


@dataclass(frozen=True, slots=True)
class Named:
    """One thing of the graph, every name that it goes by, and its numbers."""

    node: Node
    names: tuple[str, ...]
    numbers: tuple[DocumentNumber, ...]


def named(store: GraphStore, kinds: Collection[str] | None = None) -> list[Named]:
    """Return everything of these kinds with its names, for who looks for names in a text."""
    return [Named(e.node, tuple(sorted(e.names)), tuple(e.numbers)) for e in _entries(store, kinds)]


def resolve(store: GraphStore, text: str, *, kinds: Collection[str] | None = None) -> Node:
    """Return the one node that a text names.

    Raises:
        UnknownName: nothing has that name (near ones are told), or several have it equally well
            (they are told): which one is meant is not guessed.
    """
    entries = _entries(store, kinds)
    ranked = _ranked(entries, text)
    if not ranked:
        raise UnknownName(_unknown(text, kinds, _near(entries, text)))
    best = [entry for rank, entry in ranked if rank == ranked[0][0]]
    best = [entry for entry in best if not entry.stub] or best
    if len(best) > 1:
        raise UnknownName(_ambiguous(text, [entry.node for entry in best]))
    return best[0].node


def _entries(store: GraphStore, kinds: Collection[str] | None) -> list[_Entry]:
    wanted = set(KINDS if kinds is None else kinds)
    if unknown := wanted - set(KINDS):
        raise ValueError(f"expected kinds of {', '.join(KINDS)}; got {', '.join(sorted(unknown))}")
    return [entry for entry in _all_entries(store) if entry.node.kind in wanted]


def _all_entries(store: GraphStore) -> list[_Entry]:
    """Return everything that has a name, read again only when the store has changed."""
    with _reading:
        revision, entries = _known.get(store, (-1, []))
        if revision != store.revision:
            revision = store.revision
            entries = _read_entries(store)
            _known[store] = (revision, entries)
        return entries


def _read_entries(store: GraphStore) -> list[_Entry]:
    entries: dict[str, _Entry] = {}
    rank = list(_CLASSES.values())
    for node, class_, label, also, number, stub in store.query(
        _NAMES, timeout=None, max_rows=_MOST_NAMES
    ).rows:
        assert node is not None
        assert class_ is not None
        assert label is not None
        kind = _CLASSES[class_.value.rsplit("#", 1)[-1]]
        entry = entries.get(node.value)
        if entry is None or rank.index(kind) < rank.index(entry.node.kind):
            entry = entries[node.value] = _Entry(Node(node.value, kind, label.value))
        entry.names |= {label.value} | ({also.value} if also else set())
        entry.stub = entry.stub or stub is not None
        if number and (parsed := _parsed(number.value, label.value)):
            entry.numbers.add(parsed)
    for node, day in store.query(_YEARS, timeout=None, max_rows=_MOST_NAMES).rows:
        if node and day and (entry := entries.get(node.value)):
            year = int(day.value[:4])
            entry.numbers = {number.in_year(year) for number in entry.numbers}
    for entry in entries.values():
        entry.compared = tuple(Name.of(name) for name in sorted(entry.names))
    return list(entries.values())


def _parsed(number: str, label: str) -> DocumentNumber | None:
    """Read a number with the kind that the label tells: a number may not carry it."""
    return DocumentNumber.parse(label) or DocumentNumber.parse(number)


def _ranked(entries: Iterable[_Entry], text: str) -> list[tuple[int, _Entry]]:
    asked = Asked(text)
    if not asked.folded:
        return []
    found = [(rank, e) for e in entries if (rank := _rank(asked, e)) is not None]
    return sorted(found, key=lambda f: (f[0], f[1].stub, len(f[1].node.label), f[1].node.iri))


def _rank(asked: Asked, entry: _Entry) -> int | None:
    titled = entry.node.kind == "thread"
    return asked.rank(entry.node.iri, entry.compared, entry.numbers, titled=titled)


def _near(entries: Iterable[_Entry], text: str) -> list[Node]:
    asked = full_name(text)
    scored = []
    for entry in entries:
        likeness = max(_likeness(asked, name.full) for name in entry.compared)
        if likeness >= _NEAR:
            scored.append((-likeness, entry.node.label, entry.node.iri, entry.node))
    return [node for *_, node in sorted(scored, key=lambda s: s[:3])[:_NEAR_SHOWN]]


def _likeness(asked: str, name: str) -> float:
    return SequenceMatcher(None, asked, name, autojunk=False).ratio()


def _unknown(text: str, kinds: Collection[str] | None, near: Sequence[Node]) -> str:
    what = " or ".join(sorted(kinds)) if kinds else "document, unit, project, person or place"
    hint = "; near: " + ", ".join(f'"{node.label}"' for node in near) if near else ""
    return f'expected the name or number of a {what}, got "{text}", which nothing has{hint}.'


def _ambiguous(text: str, nodes: Sequence[Node]) -> str:
    shown = ", ".join(f'"{n.label}" <{n.iri}>' for n in nodes[:_NEAR_SHOWN])
    more = f" and {len(nodes) - _NEAR_SHOWN} more" if len(nodes) > _NEAR_SHOWN else ""
    return f'"{text}" may be {shown}{more}: name one in full, or give its IRI.'
