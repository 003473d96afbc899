"""What no notice tells: names that are one unit's, mergers and renames, the laws there are.

    ontologies/authority.ttl    what holds in the whole country
    WORKSPACE/authority.ttl     what a department knows of its own units

Both say it by names, so that nobody has to know IRIs; a name counts within each house.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import WorkspaceError
from kg.fold import digest, slug
from kg.ids import BASE
from kg.law_register import read_laws
from kg.laws import Law
from kg.scope import full_name
from kg.terms import Literal, NamedNode, Quad, named, term

FILE = "authority.ttl"
"""Its name in a workspace."""


@dataclass(frozen=True, slots=True)
class Change:
    """Units that became other units."""

    at: str
    """Day and time, ISO."""
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """What the authority files say, by names."""

    synonyms: tuple[tuple[str, str], ...] = ()
    """Another name of a unit, and its preferred name; both in the form of ``full_name``."""
    changes: tuple[Change, ...] = ()
    laws: tuple[Law, ...] = ()

    @classmethod
    def load(cls, *files: Path) -> "Authority":
        """Read authority files; one that does not exist says nothing.

        What a later file says of a law holds against an earlier one.

        Raises:
            WorkspaceError: a file is no Turtle, or a change or law lacks what it must say.
        """
        synonyms: list[tuple[str, str]] = []
        changes: list[Change] = []
        laws: dict[str, Law] = {}
        for file in files:
            if file.is_file():
                graph = _parsed(file)
                synonyms += _synonyms(graph)
                changes += _changes(graph, file)
                laws |= {law.number: law for law in _laws(graph, file)}
        return cls(
            tuple(sorted(set(synonyms))),
            tuple(sorted(set(changes), key=repr)),
            tuple(law for _, law in sorted(laws.items())),
        )


def change_quads(authority: Authority, units: Iterable[str], graph: str) -> list[Quad]:
    """Return the changes among units of a collection, as org:ChangeEvent, sorted.

    A change is stated where a unit before and a unit after are both there, of one province.

    Args:
        authority: what changed.
        units: IRIs of the units that the notices name.
        graph: the graph to state it in.
    """
    by_tail: defaultdict[str, dict[str, str]] = defaultdict(dict)
    names = {slug(n) for change in authority.changes for n in (*change.before, *change.after)}
    for unit in sorted(set(units)):
        tail = unit.removeprefix(f"{BASE}unit/")
        for name in names:
            if tail == name or tail.startswith((f"{name}-tinh-", f"{name}-thanh-pho-")):
                by_tail[tail.removeprefix(name)][name] = unit
    quads = set()
    for place, there in by_tail.items():
        for change in authority.changes:
            before = [there[slug(name)] for name in change.before if slug(name) in there]
            after = [there[slug(name)] for name in change.after if slug(name) in there]
            if before and after:
                key = digest(f"{place} {change.at} {change.before} {change.after}", length=16)
                quads |= set(_change(named(f"{BASE}change/{key}"), change.at, before, after, graph))
    return sorted(quads, key=str)


def following(same: Mapping[str, str], changes: Iterable[Quad]) -> dict[str, str]:
    """Return where names lead: to what they mean, and from there to the one successor of that.

    Args:
        same: a name -> what it means.
        changes: from ``change_quads``.
    """
    sides: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for quad in changes:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            before, after = sides[quad.subject.value]
            if quad.predicate == term("org:originalOrganization"):
                before.add(quad.object.value)
            elif quad.predicate == term("org:resultingOrganization"):
                after.add(quad.object.value)
    step = {
        unit: next(iter(after))
        for before, after in sides.values()
        if len(after) == 1
        for unit in before - after
    }
    ends = {}
    for name in same.keys() | step.keys():
        end, seen = same.get(name, name), set[str]()
        while end in step and end not in seen:
            seen.add(end)
            end = same.get(step[end], step[end])
        ends[name] = end
    return ends


def _change(
    node: NamedNode, at: str, before: list[str], after: list[str], graph: str
) -> Iterator[Quad]:
    home = named(graph)
    yield Quad(node, term("rdf:type"), term("cd:Reorganisation"), home)
    when = Literal(at, datatype=term("xsd:dateTime"))
    yield Quad(node, term("prov:endedAtTime"), when, home)
    for unit in before:
        yield Quad(node, term("org:originalOrganization"), named(unit), home)
        yield Quad(named(unit), term("org:changedBy"), node, home)
    for unit in after:
        yield Quad(node, term("org:resultingOrganization"), named(unit), home)
        yield Quad(named(unit), term("org:resultedFrom"), node, home)


def _parsed(file: Path) -> ox.Store:
    store = ox.Store()
    try:
        store.load(file.read_bytes(), ox.RdfFormat.TURTLE, base_iri=f"{BASE}authority/{file.name}")
    except (OSError, SyntaxError, ValueError) as error:
        raise WorkspaceError(f"{file} is no Turtle that can be read: {error}.") from error
    return store


def _names(graph: ox.Store, node: object, relation: str) -> list[str]:
    if not isinstance(node, ox.NamedNode | ox.BlankNode):
        return []
    quads = graph.quads_for_pattern(node, term(relation), None)
    return sorted(full_name(q.object.value) for q in quads if isinstance(q.object, ox.Literal))


def _synonyms(graph: ox.Store) -> Iterator[tuple[str, str]]:
    for quad in graph.quads_for_pattern(None, term("rdf:type"), term("cd:Unit")):
        for chosen in _names(graph, quad.subject, "skos:prefLabel")[:1]:
            for other in _names(graph, quad.subject, "skos:altLabel"):
                yield other, chosen


def _changes(graph: ox.Store, file: Path) -> Iterator[Change]:
    for quad in graph.quads_for_pattern(None, term("rdf:type"), term("cd:Reorganisation")):
        sides = []
        for relation in ("org:originalOrganization", "org:resultingOrganization"):
            units = graph.quads_for_pattern(quad.subject, term(relation), None)
            sides.append(
                sorted(n for u in units for n in _names(graph, u.object, "skos:prefLabel"))
            )
        days = graph.quads_for_pattern(quad.subject, term("prov:endedAtTime"), None)
        at = next((d.object.value for d in days if isinstance(d.object, ox.Literal)), None)
        if at is None or not all(sides):
            raise WorkspaceError(
                f"{file}: a cd:Reorganisation needs prov:endedAtTime, and an "
                "org:originalOrganization and org:resultingOrganization with a skos:prefLabel."
            )
        yield Change(at, tuple(sides[0]), tuple(sides[1]))


def _laws(graph: ox.Store, file: Path) -> list[Law]:
    try:
        return list(read_laws(graph))
    except ValueError as error:
        raise WorkspaceError(f"{file}: {error}.") from error
