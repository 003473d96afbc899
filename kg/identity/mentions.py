"""The people, places, units and projects that the notices name, and where."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.fold import fold
from kg.identity.records import Kind, Quote
from kg.ids import Scope, mention_name, notice_iri, person_iri, project_iri, unit_iri
from kg.places import Place, places_in
from kg.records import EVERY_UNIT, Mention, Notice, Task
from kg.scope import is_national, province_in


@dataclass(frozen=True, slots=True)
class Naming:
    """One place of one notice that names a thing."""

    kind: Kind
    iri: str
    house: str
    """Where the thing's short names are at home."""
    name: str
    quote: Quote
    role: str | None = None
    place: Place | None = None


@dataclass(slots=True)
class Known:
    """One thing as the notices name it."""

    iri: str
    house: str
    names: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    quotes: dict[str, Quote] = field(default_factory=dict)
    """By notice, the first place that names it."""
    place: Place | None = None

    @property
    def label(self) -> str:
        """The name that most mentions use; of these the longest."""
        return min(self.names, key=lambda name: (-self.names[name], -len(name), fold(name), name))

    def note(self, naming: Naming) -> None:
        """Take one more mention into account."""
        self.names[naming.name] += 1
        if naming.role:
            self.roles.add(naming.role)
        self.place = self.place or naming.place
        first = self.quotes.get(naming.quote.notice)
        if first is None or naming.quote.start < first.start:
            self.quotes[naming.quote.notice] = naming.quote


def known_things(notices: Iterable[Notice]) -> dict[Kind, dict[str, Known]]:
    """Return what the notices name, by kind and IRI."""
    things: dict[Kind, dict[str, Known]] = {
        "person": {},
        "place": {},
        "unit": {},
        "project": {},
    }
    for notice in notices:
        for naming in named_in(notice):
            known = things[naming.kind].setdefault(naming.iri, Known(naming.iri, naming.house))
            known.note(naming)
    return things


def issuers(notices: Iterable[Notice]) -> Iterator[str]:
    """Yield the IRIs of the units that issued notices."""
    for notice in notices:
        if notice.issuer:
            yield unit_iri(notice.issuer.value, Scope.of(notice))


def named_in(notice: Notice) -> Iterator[Naming]:
    """Yield every naming of a person, place, unit or project by a notice."""
    scope, home = Scope.of(notice), notice_iri(notice)
    for stated in (notice.chair, notice.signer):
        if stated:
            iri = person_iri(stated.value, scope)
            quote = Quote(home, stated.value, stated.start, stated.end)
            yield Naming("person", iri, scope.issuer, stated.value, quote)
    places = places_in(notice)
    for task in notice.tasks:
        yield from _in_task(task, scope, home)
        for mention in task.places:
            place = places[mention]
            quote = _quote(mention, home)
            yield Naming("place", place.iri, place.house, place.name, quote, place=place)


def _in_task(task: Task, scope: Scope, home: str) -> Iterator[Naming]:
    people = {mention_name(mention) for mention in (*task.people, *task.supervisors)}
    for mention in (*task.people, *task.supervisors):
        name = mention_name(mention)
        iri = person_iri(name, scope)
        yield Naming("person", iri, scope.issuer, name, _quote(mention, home), mention.role)
    for mention in (*task.assignees, *task.coordinators, *task.submitted_to):
        name = mention_name(mention)
        if mention.canonical != EVERY_UNIT and name not in people:
            iri = unit_iri(name, scope)
            yield Naming("unit", iri, _house(name, scope), name, _quote(mention, home))
    for mention in task.projects:
        name = mention_name(mention)
        house = scope.province or scope.issuer
        yield Naming("project", project_iri(name), house, name, _quote(mention, home))


def _quote(mention: Mention, home: str) -> Quote:
    return Quote(home, mention.name, mention.start, mention.end)


def _house(name: str, scope: Scope) -> str:
    """Return where a unit's short names are at home: its agency, its province or the country."""
    parent = unit_iri(name, scope).rpartition("/")[0]
    province = "" if is_national(name) else province_in(name) or scope.province
    return f"{parent} {province or ''}"
