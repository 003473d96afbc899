"""Laws cited by title, and the laws that they can be.

    "Luật Đất đai năm 2013"     the one law of that title passed in that year
    "Luật Đất đai"              the one law of that title that ruled on the notice's day

Laws, their numbers and days come from the authority files, and from notices that give title and
number together. A title of which nothing else is known anywhere stays one thing by its title.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.fold import slug
from kg.identity.records import Candidate, Method, Option
from kg.ids import BASE, Scope, document_iris
from kg.laws import Law, LawName, is_draft
from kg.records import Notice


@dataclass(frozen=True, slots=True)
class _Known:
    """One law whose title is known."""

    iri: str
    name: LawName
    label: str
    law: Law | None = None
    """What the authority files tell of it."""


def law_options(notices: Sequence[Notice], laws: Sequence[Law]) -> Iterator[Option]:
    """Yield each law that is cited by its title with those that it can be."""
    known: dict[str | None, list[_Known]] = defaultdict(list)
    for one in _known_laws(notices, laws):
        known[one.name.title].append(one)
    for notice in notices:
        day = Scope.of(notice).day
        for citation, iri in document_iris(notice).items():
            name = LawName.of(citation, notice.text)
            if name is None or name.title is None or name.number:
                continue
            if bool(name.year) == ("/stub/" in iri) or is_draft(citation, notice.text):
                continue  # its notice tells which, or it is no law yet, or passed later
            editions = known[name.title]
            if name.year:
                yield _of_year(iri, name, citation.text, editions)
            else:
                yield _in_force(iri, name, citation.text, editions, day)


def laws_named(iris: Iterable[str], laws: Iterable[Law]) -> tuple[tuple[str, Law], ...]:
    """Return the documents that are laws of the authority files, sorted."""
    by_iri = {law_iri(law): law for law in laws}
    return tuple((iri, by_iri[iri]) for iri in sorted(set(iris)) if iri in by_iri)


def law_iri(law: Law) -> str:
    """Return the IRI that a citation of the law by its number has."""
    return f"{BASE}document/{slug(law.name.number.key)}" if law.name.number else BASE


def _of_year(iri: str, name: LawName, words: str, editions: Iterable[_Known]) -> Option:
    fits = [one for one in editions if one.name.year == name.year and one.iri != iri]
    return Option("document", iri, words, _candidates(fits), "law-of-year")


def _in_force(
    iri: str, name: LawName, words: str, editions: Sequence[_Known], day: date | None
) -> Option:
    """Return what a title alone can mean on a day."""
    fits = [one for one in editions if _may_be_meant(one, day)]
    listed = [one.law for one in fits if one.law]
    if not editions or (listed == [one.law for one in fits] and not _all_known(listed, day)):
        of_title = Candidate(f"{BASE}document/{slug(str(name))}", words)
        return Option("document", iri, words, (of_title,), "same-title")
    method: Method = "law-in-force" if listed else "only-document"
    return Option("document", iri, words, _candidates(fits), method, sure=day is not None)


def _all_known(listed: Iterable[Law | None], day: date | None) -> bool:
    """Whether the authority files can tell that no later law had replaced these."""
    return day is None or all(law is None or law.is_known_on(day) for law in listed)


def _may_be_meant(one: _Known, day: date | None) -> bool:
    if one.law:
        return one.law.may_be_meant(day)
    return day is None or (one.name.year or 0) <= day.year


def _candidates(laws: Iterable[_Known]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.iri, one.label) for one in laws)


def _known_laws(notices: Sequence[Notice], laws: Sequence[Law]) -> list[_Known]:
    """Return the laws of the authority files, and those that notices tell title and year of."""
    found = {law_iri(law): _Known(law_iri(law), law.name, law.full, law) for law in laws}
    told: dict[str, _Known] = {}
    for notice in notices:
        for citation, iri in document_iris(notice).items():
            name = LawName.of(citation, notice.text)
            if name and name.title and name.year and iri not in found and "/stub/" not in iri:
                label = f"{citation.type} {name.number}" if name.number else citation.text
                told.setdefault(iri, _Known(iri, name, label))
    numbered = {
        (one.name.title, one.name.year)
        for one in (*found.values(), *told.values())
        if one.name.number
    }
    return [
        one
        for _, one in sorted((found | told).items())
        if one.name.number or (one.name.title, one.name.year) not in numbered
    ]
