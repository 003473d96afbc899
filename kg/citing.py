"""Which document a citation means.

The identity of a document is its kind, number, issuer and year. A number of a national body that
carries its year stands alone; any other needs the province that its issuer or the notice tells,
and the year of its date. A law is known by its number, or by its title and year: the title alone
goes from one law to the next. What a mention leaves out is taken from its notice, and only where
one candidate remains; else the mention stays a stub of its own. No document cites a later one.
"""

import re
from collections.abc import Sequence

from kg.fold import fold, slug
from kg.laws import KINDS as LAWS
from kg.laws import LawName, is_draft
from kg.namespaces import BASE
from kg.numbers import DocumentNumber
from kg.records import Citation, Notice
from kg.scope import Scope, is_national, locality_in, province_in

_EDITION = re.compile(r"\b(?:19|20)\d\d\b|\blan thu\b|\bkhoa [ivx]+\b")


def resolve(notice: Notice, home: str) -> dict[Citation, str]:
    """Return the IRI of the document that each citation of the notice means.

    A mention that leaves parts out is given the one document of the notice that it can mean;
    where there is none, or more than one, it stays a stub of this notice's own, whose IRI is made
    from ``home``, the notice's part of IRIs.
    """
    scope = Scope.of(notice)
    citations = tuple(dict.fromkeys(_citations(notice)))
    whole: dict[str, DocumentNumber] = {}
    laws: dict[str, LawName] = {}
    found: dict[Citation, str] = {}
    for citation in citations:
        draft = is_draft(citation, notice.text)
        iri = None if draft else document_iri(citation, scope)
        if iri is None:
            found[citation] = f"{BASE}stub/{home}/{'du-thao-' if draft else ''}{_stub(citation)}"
            continue
        found[citation] = iri
        if number := _number(citation):
            whole[iri] = number
        if law := LawName.of(citation, notice.text):
            laws[iri] = law
    for citation, iri in found.items():
        if iri.startswith(f"{BASE}stub/{home}/") and not is_draft(citation, notice.text):
            found[citation] = _meant(citation, notice.text, whole, laws) or iri
    return found


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
    if fold(citation.type) in LAWS:
        law = LawName.titled(title)
        return f"{BASE}document/{slug(str(law))}" if law.year else None
    if re.search(r"\b(?:toan quoc|trung uong)\b", fold(title)):
        return f"{BASE}document/{slug(title)}"
    if _EDITION.search(fold(title)):
        return f"{BASE}document/{scope.issuer}/{slug(title)}"
    return None


def _later(citation: Citation, scope: Scope) -> bool:
    """Whether a citation bears a day or year after its notice's own: none cites a later one."""
    if scope.issued is None:
        return False
    if citation.date:
        return citation.date > scope.issued
    number = _number(citation)
    year = number.year or number.dated if number else LawName.titled(_title(citation)).year
    return fold(citation.type) in LAWS and (year or 0) > scope.issued.year


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


def _meant(
    citation: Citation,
    text: str,
    whole: dict[str, DocumentNumber],
    laws: dict[str, LawName],
) -> str | None:
    """Return the one document of the notice that an incomplete mention can mean."""
    number = _number(citation)
    law = None if number else LawName.of(citation, text)
    if number:
        found = [iri for iri, other in whole.items() if number.matches(other)]
    elif law:
        found = [iri for iri, other in laws.items() if law.is_of(other)]
    else:
        return None
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
