"""The people, units and projects that the notices name, and where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.fold import fold
from kg.identity.records import Kind
from kg.ids import Scope, mention_name, notice_iri, person_iri, project_iri, unit_iri
from kg.records import EVERY_UNIT, Notice
from kg.scope import is_national, province_in


@dataclass(slots=True)
class Known:
    """One thing as the notices name it."""

    iri: str
    house: str
    names: Counter[str]
    notices: set[str]

    @property
    def label(self) -> str:
        """The name that most mentions use; of these the longest."""
        return min(self.names, key=lambda name: (-self.names[name], -len(name), fold(name), name))


def known_things(notices: Iterable[Notice]) -> dict[Kind, dict[str, Known]]:
    """Return what the notices name, by kind and IRI."""
    things: dict[Kind, dict[str, Known]] = {"person": {}, "unit": {}, "project": {}}
    for notice in notices:
        for kind, iri, house, name in named_in(notice):
            known = things[kind].setdefault(iri, Known(iri, house, Counter(), set()))
            known.names[name] += 1
            known.notices.add(notice_iri(notice))
    return things


def agencies(notices: Iterable[Notice]) -> Iterable[str]:
    """Yield the IRIs of all units that orders name, and of the issuers of notices."""
    for notice in notices:
        if notice.issuer:
            yield unit_iri(notice.issuer.value, Scope.of(notice))
        yield from (iri for kind, iri, _, _ in named_in(notice) if kind == "unit")


def named_in(notice: Notice) -> Iterable[tuple[Kind, str, str, str]]:
    """Yield kind, IRI, house and name of the people, units and projects of a notice."""
    scope = Scope.of(notice)
    for stated in (notice.chair, notice.signer):
        if stated:
            yield "person", person_iri(stated.value, scope), scope.issuer, stated.value
    for task in notice.tasks:
        people = {mention_name(mention) for mention in task.people}
        for mention in task.people:
            name = mention_name(mention)
            yield "person", person_iri(name, scope), scope.issuer, name
        for mention in (*task.assignees, *task.coordinators):
            name = mention_name(mention)
            if mention.canonical != EVERY_UNIT and name not in people:
                yield "unit", unit_iri(name, scope), _house(name, scope), name
        for mention in task.projects:
            name = mention_name(mention)
            yield "project", project_iri(name), scope.province or scope.issuer, name


def _house(name: str, scope: Scope) -> str:
    """Return where a unit's short names are at home: its agency, its province or the country."""
    parent = unit_iri(name, scope).rpartition("/")[0]
    province = "" if is_national(name) else province_in(name) or scope.province
    return f"{parent} {province or ''}"
