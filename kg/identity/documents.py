"""Mentions of documents that leave something out, and the documents that they can mean."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from kg.identity.records import Candidate, Option, Quote
from kg.ids import BASE, DocumentNumber, Scope, document_iris, notice_iri
from kg.records import Notice


def document_options(notices: Sequence[Notice]) -> Iterator[Option]:
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
        fits = tuple(
            Candidate(iri, known[iri][2])
            for iri in by_number[number.number]
            if number.matches(known[iri][0])
            and (known[iri][0].national or province in areas[iri])
            and not _is_later(known[iri], day)
        )
        yield Option("document", stub, text, fits, "only-document")


def cited_in(notice: Notice) -> Iterator[tuple[str, Quote]]:
    """Yield the IRI of each document that a notice cites, and where."""
    home = notice_iri(notice)
    for citation, iri in document_iris(notice).items():
        yield iri, Quote(home, citation.text, citation.start, citation.end)


def _is_later(document: tuple[DocumentNumber, date | None, str], day: date | None) -> bool:
    number, issued, _ = document
    if day is None:
        return False
    return issued > day if issued else (number.year or number.dated or 0) > day.year
