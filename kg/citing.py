"""Which document a citation means.

The identity of a document is its kind, number, issuer and year. A number of a national body that
carries its year stands alone; any other needs the province that its issuer or the notice tells,
and the year of its date. What a mention leaves out is taken from its notice, and only where one
candidate remains; else the mention stays a stub of its own. No document cites a later one.
"""

import re
from collections.abc import Sequence

from kg.fold import fold, slug
from kg.namespaces import BASE
from kg.numbers import DocumentNumber
from kg.records import Citation, Notice
from kg.scope import Scope, is_national, locality_in, province_in

_EDITION = re.compile(r"\b(?:19|20)\d\d\b|\blan thu\b|\bkhoa [ivx]+\b")
_LAWS = ("luat", "bo luat", "phap lenh", "hien phap")


def resolve(notice: Notice, home: str) -> dict[Citation, str]:
    """Return the IRI of the document that each citation of the notice means.

    A mention that leaves parts out is given the one document of the notice that it can mean;
    where there is none, or more than one, it stays a stub of this notice's own, whose IRI is made
    from ``home``, the notice's part of IRIs.
    """
    scope = Scope.of(notice)
    citations = tuple(dict.fromkeys(_citations(notice)))
    whole: dict[str, DocumentNumber] = {}
    for citation in citations:
        number = _number(citation)
        name = number and document_name(number, scope, citation.issuer)
        if number and name and not _later(citation, scope):
            whole[f"{BASE}document/{name}"] = number
    return {c: _meant(c, scope, whole) or f"{BASE}stub/{home}/{_stub(c)}" for c in citations}


def document_iri(citation: Citation, scope: Scope) -> str | None:
    """Return the IRI of a cited document; None where the citation alone does not identify it."""
    if _later(citation, scope):
        return None
    number = _number(citation)
    if number is not None:
        name = document_name(number, scope, citation.issuer)
        return f"{BASE}document/{name}" if name else None
    title = _title(citation)
    if citation.date:
        return f"{BASE}document/{slug(f'{title} {citation.date.isoformat()}')}"
    if fold(citation.type) in _LAWS or re.search(r"\b(?:toan quoc|trung uong)\b", fold(title)):
        return f"{BASE}document/{slug(title)}"
    if _EDITION.search(fold(title)):
        return f"{BASE}document/{scope.issuer}/{slug(title)}"
    return None


def _later(citation: Citation, scope: Scope) -> bool:
    """Whether a citation bears a day after its notice's own: a document cites no later one."""
    return bool(citation.date and scope.issued and citation.date > scope.issued)


def _number(citation: Citation) -> DocumentNumber | None:
    number = DocumentNumber.parse(citation.key, type=citation.type)
    return number.in_year(citation.date.year) if number and citation.date else number


def document_name(number: DocumentNumber, scope: Scope, issuer: str | None) -> str | None:
    """Return the slug of a document that its number identifies, else None.

    A year in the number and a year in the date are kept apart: ``59/2021/QĐ-UBND``, a rule, and
    ``59/QĐ-UBND`` of 2021, a single decision, are two documents of one office.
    """
    if not number.complete:
        return None
    parts = [number.type or "", number.key]
    if number.year is None:
        parts.append(str(number.dated))
    if not (number.national or (issuer and is_national(issuer))):
        area = _area(issuer, scope)
        if area is None:
            return None
        parts.append(area)
    return slug(" ".join(parts))


def _area(issuer: str | None, scope: Scope) -> str | None:
    """Return the area whose office gave a number: as its issuer's name says, else the notice's."""
    if issuer is None:
        return scope.area
    province = province_in(issuer) or scope.province
    locality = locality_in(issuer)
    if province is None and locality is None:
        return None
    if locality is None and fold(issuer) in ("ubnd", "hdnd", "so", "uy ban nhan dan"):
        locality = scope.locality
    return slug(f"{locality or ''} {province or ''}")


def _meant(citation: Citation, scope: Scope, whole: dict[str, DocumentNumber]) -> str | None:
    iri = document_iri(citation, scope)
    if iri:
        return iri
    number = _number(citation)
    found = [iri for iri, other in whole.items() if number and number.matches(other)]
    return found[0] if len(found) == 1 else None


def _citations(notice: Notice) -> Sequence[Citation]:
    return (
        *notice.documents,
        *(ref for task in notice.tasks for ref in task.refs),
        *(ref for finding in notice.findings for ref in finding.refs),
    )


def _title(citation: Citation) -> str:
    key, kind = fold(citation.key), fold(citation.type)
    return citation.key if key.startswith(kind) else f"{citation.type} {citation.key}"


def _stub(citation: Citation) -> str:
    number = _number(citation)
    name = f"{number.type or citation.type} {number.key}" if number else _title(citation)
    return slug(f"{name} {number.dated if number and number.dated and not number.year else ''}")
