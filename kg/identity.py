"""Who is who across notices: names that leave something out, matched where one thing fits.

    documents   a mention without year, issuer or kind: the one document cited elsewhere that it
                can mean, never one later than the notice
    people      "Đ/c Phùng": the one person of that given name in the house
    units       "Phòng QLĐĐ", "Ban Quản lí ...", "... VILG tỉnh": the one unit of the house, in
                another spelling
    projects    "dự án đường Cao tốc": the one project whose name begins so

Where two things fit, none is chosen, and the question is kept for a person. What a person said
comes first. The alias is written as the thing that it means when a notice's quads are stored;
that it was, how and how surely stands in a graph of its own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kg.abbreviations import abbreviates
from kg.authority import Authority, change_quads, following
from kg.decisions import Rulings
from kg.fold import digest, fold, same_marks
from kg.ids import (
    BASE,
    DocumentNumber,
    Scope,
    document_iris,
    mention_name,
    notice_iri,
    person_iri,
    project_iri,
    unit_iri,
)
from kg.records import EVERY_UNIT, Notice
from kg.scope import full_name, is_national, province_in
from kg.terms import Literal as RdfLiteral
from kg.terms import NamedNode, Quad, named, plain, term

IDENTITY_GRAPH = f"{BASE}graph/identity"

Kind = Literal["document", "person", "unit", "project"]
Method = Literal[
    "decided",
    "authority",
    "only-document",
    "only-person",
    "spelling",
    "abbreviation",
    "only-project",
]
_CONFIDENCE: Mapping[Method, float] = {
    "decided": 1.0,
    "authority": 1.0,
    "spelling": 0.98,
    "abbreviation": 0.95,
    "only-document": 0.85,
    "only-person": 0.85,
    "only-project": 0.8,
}
"""How sure each method is. Set by hand: that a collection holds one candidate is weaker than a
spelling, for the thing meant may not be named in it in full."""

_OTHER_PART = re.compile(
    r"\W*(?:giai doan|doan|km|hop phan|goi thau|dot|phan|tieu du an|so|[0-9ivx]+\b)"
)
"""What follows a project's name when a part of it, or another one, is meant."""
_PUBLIC_TAIL = re.compile(r" (?:tinh|thanh pho|huyen)$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """One name turned out to mean a thing that is named more fully elsewhere."""

    alias: str
    target: str
    method: Method
    confidence: float
    name: str
    """The name as the notices have it."""
    stated_in: tuple[str, ...] = ()
    """IRIs of the notices whose sentences have it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A name that may mean several things; a person can answer."""

    subject: str
    kind: Kind
    name: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What was found, and what stays open; both sorted."""

    resolutions: tuple[Resolution, ...] = ()
    questions: tuple[Question, ...] = ()
    changes: tuple[Quad, ...] = ()
    """Mergers and renames among the units named."""

    @property
    def same(self) -> dict[str, str]:
        """Alias -> the thing that it means."""
        return {found.alias: found.target for found in self.resolutions}

    @property
    def same_work(self) -> dict[str, str]:
        """Name -> the thing that it means; a unit that was merged or renamed -> its successor.

        Who takes over a unit takes over its works. One split into several has no successor here.
        """
        return following(self.same, self.changes)


@dataclass(slots=True)
class _Known:
    """One thing as the notices name it."""

    iri: str
    house: str
    names: Counter[str]
    notices: set[str]


def resolve(
    notices: Iterable[Notice],
    *,
    decided: Rulings | None = None,
    authority: Authority | None = None,
) -> Identity:
    """Return what the names of all notices mean; the notices' order does not matter.

    Args:
        notices: every notice of the collection.
        decided: what people said of things.
        authority: what the authority files say of units.
    """
    ordered = sorted(notices, key=notice_iri)
    kept = decided or Rulings()
    apart = _apart(kept)
    things: dict[Kind, dict[str, _Known]] = {"person": {}, "unit": {}, "project": {}}
    for notice in ordered:
        for kind, iri, house, name in _named(notice):
            known = things[kind].setdefault(iri, _Known(iri, house, Counter(), set()))
            known.names[name] += 1
            known.notices.add(notice_iri(notice))
    found: dict[str, Resolution] = {}
    questions: list[Question] = []
    options: list[tuple[Kind, str, str, list[tuple[str, str]], Method]] = [
        *_documents(ordered),
        *_people(things["person"]),
        *_units(things["unit"], dict((authority or Authority()).synonyms)),
        *_projects(things["project"]),
    ]
    for kind, alias, name, candidates, method in options:
        left = [c for c in candidates if frozenset((alias, c[0])) not in apart]
        if len(left) == 1:
            target = left[0][0]
            found[alias] = Resolution(alias, target, method, _CONFIDENCE[method], name)
        elif left:
            named_so = tuple(Candidate(iri, label) for iri, label in sorted(left))
            questions.append(Question(alias, kind, name, named_so))
    for target, alias, together in reversed(kept.same):
        if together:
            found[alias] = Resolution(alias, target, "decided", 1.0, alias.rpartition("/")[2])
    stated = {iri: thing.notices for kind in things.values() for iri, thing in kind.items()}
    stated |= {iri: {home} for notice in ordered for home, iri in _stubs(notice)}
    whole = {
        alias: replace(one, stated_in=tuple(sorted(stated.get(alias, ()))))
        for alias, one in _followed(found).items()
    }
    asked = [question for question in questions if question.subject not in whole]
    return Identity(
        tuple(whole[alias] for alias in sorted(whole)),
        tuple(sorted(asked, key=lambda question: question.subject)),
        tuple(change_quads(authority or Authority(), _agencies(ordered), IDENTITY_GRAPH)),
    )


def rewritten(quads: Iterable[Quad], same: Mapping[str, str]) -> list[Quad]:
    """Return quads with every alias written as the thing that it means.

    What only says that the alias was not resolved goes: its type and its partial number.
    """
    if not same:
        return list(quads)
    unresolved, number = term("cd:UnresolvedDocument"), term("cd:number")
    found = set()
    for quad in quads:
        subject, target = quad.subject, quad.object
        if isinstance(subject, NamedNode) and subject.value in same:
            if quad.object == unresolved or quad.predicate == number:
                continue
            subject = named(same[subject.value])
        if isinstance(target, NamedNode) and target.value in same:
            target = named(same[target.value])
        found.add(Quad(subject, quad.predicate, target, quad.graph_name))
    return sorted(found, key=str)


def identity_quads(identity: Identity) -> list[Quad]:
    """Return resolutions and questions as quads of a graph of their own, sorted."""
    graph = named(IDENTITY_GRAPH)
    found = set()
    for one in identity.resolutions:
        node = named(f"{BASE}resolution/{digest(f'{one.alias} {one.target}', length=16)}")
        confidence = RdfLiteral(f"{one.confidence:.2f}", datatype=term("xsd:decimal"))
        found |= {
            Quad(node, term("rdf:type"), term("cd:Resolution"), graph),
            Quad(node, term("cd:alias"), named(one.alias), graph),
            Quad(node, term("cd:resolvedTo"), named(one.target), graph),
            Quad(node, term("cd:method"), plain(one.method), graph),
            Quad(node, term("cd:confidence"), confidence, graph),
            Quad(node, term("cd:resolvedName"), plain(one.name), graph),
            *(
                Quad(node, term("prov:wasDerivedFrom"), named(notice), graph)
                for notice in one.stated_in
            ),
        }
    for question in identity.questions:
        node = named(f"{BASE}question/{digest(question.subject, length=16)}")
        found |= {
            Quad(node, term("rdf:type"), term("cd:Question"), graph),
            Quad(node, term("cd:alias"), named(question.subject), graph),
            Quad(node, term("cd:resolvedName"), plain(question.name), graph),
            *(Quad(node, term("cd:mayBe"), named(c.iri), graph) for c in question.candidates),
        }
    return sorted(found | set(identity.changes), key=str)


def _agencies(notices: Iterable[Notice]) -> Iterable[str]:
    """Yield the IRIs of all units that orders name, and of the issuers of notices."""
    for notice in notices:
        if notice.issuer:
            yield unit_iri(notice.issuer.value, Scope.of(notice))
        yield from (iri for kind, iri, _, _ in _named(notice) if kind == "unit")


def _apart(decided: Rulings) -> set[frozenset[str]]:
    """Return the pairs of things that a person said are two, and not later that they are one."""
    settled: dict[frozenset[str], bool] = {}
    for target, alias, together in decided.same:
        settled.setdefault(frozenset((target, alias)), together)
    return {pair for pair, together in settled.items() if not together}


def _followed(found: Mapping[str, Resolution]) -> dict[str, Resolution]:
    """Return resolutions that lead to their end in one step; a circle is cut at its first name."""
    whole = {}
    for alias, one in found.items():
        seen, target = {alias}, one.target
        while target in found and target not in seen:
            seen.add(target)
            target = found[target].target
        if target not in seen:
            whole[alias] = replace(one, target=target)
        elif alias != min(seen):
            whole[alias] = replace(one, target=min(seen))
    return whole


def _named(notice: Notice) -> Iterable[tuple[Kind, str, str, str]]:
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


def _documents(
    notices: Sequence[Notice],
) -> Iterable[tuple[Kind, str, str, list[tuple[str, str]], Method]]:
    """Yield each stub with the documents, known from other notices, that it can mean."""
    known: dict[str, tuple[DocumentNumber, date | None, str]] = {}
    areas: dict[str, set[str | None]] = defaultdict(set)
    stubs: dict[str, tuple[DocumentNumber, date | None, str | None, str]] = {}
    for notice in notices:
        scope = Scope.of(notice)
        for citation, iri in document_iris(notice).items():
            number = DocumentNumber.parse(citation.key, type=citation.type)
            if number is None:
                continue
            if citation.date:
                number = number.in_year(citation.date.year)
            if iri.startswith(f"{BASE}stub/"):
                if number.kind or number.issuer:
                    stubs[iri] = (number, scope.day, scope.province, citation.text)
                continue
            earlier = known.get(iri)
            day = citation.date or (earlier[1] if earlier else None)
            if earlier is None or len(number.key) > len(earlier[0].key):
                known[iri] = (number, day, citation.text)
            else:
                known[iri] = (earlier[0], day, earlier[2])
            areas[iri].add(scope.province)
        if notice.number and notice.issued:
            own = DocumentNumber.parse(notice.number.value, type="Thông báo")
            if own:
                day = notice.issued.value
                words = f"Thông báo {notice.number.value}"
                known[notice_iri(notice)] = (own.in_year(day.year), day, words)
                areas[notice_iri(notice)].add(scope.province)
    by_number: dict[str, list[str]] = defaultdict(list)
    for iri, (number, _, _) in sorted(known.items()):
        by_number[number.number].append(iri)
    for stub, (number, day, province, text) in stubs.items():
        fits = [
            (iri, known[iri][2])
            for iri in by_number[number.number]
            if number.matches(known[iri][0])
            and (known[iri][0].national or province in areas[iri])
            and not _is_later(known[iri], day)
        ]
        yield "document", stub, text, fits, "only-document"


def _stubs(notice: Notice) -> Iterable[tuple[str, str]]:
    home = notice_iri(notice)
    return ((home, iri) for iri in document_iris(notice).values() if "/stub/" in iri)


def _is_later(document: tuple[DocumentNumber, date | None, str], day: date | None) -> bool:
    number, issued, _ = document
    if day is None:
        return False
    return issued > day if issued else (number.year or number.dated or 0) > day.year


def _people(
    known: Mapping[str, _Known],
) -> Iterable[tuple[Kind, str, str, list[tuple[str, str]], Method]]:
    """Yield each given name alone with the people of the house who bear it."""
    full: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for iri, person in sorted(known.items()):
        name = _label(person)
        if len(name.split()) > 1:
            full[person.house, same_marks(name.split()[-1])].append((iri, name))
    for iri, person in sorted(known.items()):
        name = _label(person)
        if len(name.split()) == 1:
            yield "person", iri, name, full[person.house, same_marks(name)], "only-person"


def _units(
    known: Mapping[str, _Known], synonyms: Mapping[str, str]
) -> Iterable[tuple[Kind, str, str, list[tuple[str, str]], Method]]:
    """Yield each unit in another spelling, then abbreviated, with those of its house that fit."""
    houses: dict[str, list[_Known]] = defaultdict(list)
    for _, unit in sorted(known.items()):
        houses[unit.house].append(unit)
    for units in houses.values():
        spelt: dict[str, list[_Known]] = defaultdict(list)
        for unit in units:
            spelt[_spelling(_label(unit))].append(unit)
        for alias, chosen in synonyms.items():
            kept = spelt.get(_spelling(chosen), [])
            for unit in spelt.pop(_spelling(alias), []) if kept else []:
                fit = [(kept[0].iri, _label(kept[0]))]
                yield "unit", unit.iri, _label(unit), fit, "authority"
        heads = []
        for same in spelt.values():
            best = min(same, key=lambda u: (-u.names.total(), -len(_label(u)), u.iri))
            heads.append(best)
            for unit in same:
                if unit is not best:
                    fit = [(best.iri, _label(best))]
                    yield "unit", unit.iri, _label(unit), fit, "spelling"
        for unit in heads:
            short = full_name(_label(unit)).split()
            fits = [
                (other.iri, _label(other))
                for other in heads
                if other is not unit and abbreviates(short, full_name(_label(other)).split())
            ]
            yield "unit", unit.iri, _label(unit), fits, "abbreviation"


def _spelling(name: str) -> str:
    """Return a unit's name without what spellings of it differ in: y or i, dashes, "và", "tỉnh"."""
    plain_name = " ".join(re.findall(r"\w+", full_name(name)))
    without = re.sub(r"\bva\b ?", "", _PUBLIC_TAIL.sub("", plain_name))
    return without.replace("y", "i")


def _projects(
    known: Mapping[str, _Known],
) -> Iterable[tuple[Kind, str, str, list[tuple[str, str]], Method]]:
    """Yield each project with those of its province whose names begin with its whole name."""
    cores = {iri: iri.rpartition("/")[2].replace("-", " ") for iri in known}
    for iri, project in sorted(known.items()):
        fits = [
            (other, _label(known[other]))
            for other, core in sorted(cores.items())
            if known[other].house == project.house
            and core.startswith(f"{cores[iri]} ")
            and not _OTHER_PART.match(core.removeprefix(cores[iri]))
        ]
        yield "project", iri, _label(project), fits, "only-project"


def _label(known: _Known) -> str:
    return min(known.names, key=lambda name: (-known.names[name], -len(name), fold(name), name))
