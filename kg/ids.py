"""Names for things that are made from what they are: the IRIs of the graph.

The same content gives the same IRI on every machine and every day; there is no counter and no
clock in any of them. A name is as wide as it is safe: a decree of the Government stands alone, a
decision of a province belongs to that province and year, an office known by a common name
("Văn phòng Sở") belongs to the body whose notice names it.
"""

import re
from collections import Counter
from collections.abc import Sequence

from kg.fold import digest, fold, same_marks, slug
from kg.numbers import DocumentNumber, kind_name
from kg.records import EVERY_UNIT, Citation, Mention, Notice, Task
from kg.scope import Scope, full_name, is_national, locality_in, province_in, with_province

__all__ = [
    "BASE",
    "ONTOLOGY",
    "DocumentNumber",
    "Scope",
    "document_iri",
    "document_iris",
    "every_unit_iri",
    "is_internal",
    "kind_name",
    "mention_name",
    "notice_iri",
    "person_iri",
    "place_iri",
    "project_iri",
    "task_iris",
    "unit_iri",
]

BASE = "https://w3id.org/chidao/id/"
ONTOLOGY = "https://w3id.org/chidao/ontology#"

_INTERNAL = re.compile(
    r"(?:van phong(?! (?:ubnd|hdnd|uy ban|hoi dong|tinh uy|doan))|thanh tra so|phong|chi cuc|to"
    r"|trung tam|chi nhanh|ban quan ly|ban qlda|cac|ban giam doc|lanh dao|bo phan|don vi|doi)\b"
)
_PROJECT_LEAD = re.compile(
    r"(?:(?:cac )?du an|dau tu xay dung|dau tu|xay dung|thi cong|cong trinh|tuyen duong|tuyen"
    r"|duong)\s+(?=\w)"
)
_EDITION = re.compile(r"\b(?:19|20)\d\d\b|\blan thu\b|\bkhoa [ivx]+\b")
_LAWS = ("luat", "bo luat", "phap lenh", "hien phap")


def notice_iri(notice: Notice) -> str:
    """Return the IRI of the notice, which also names its graph.

    A notice with a complete number has the IRI of that document, so that whoever cites it points
    at it. Else issuer, day of the meeting and title identify it; else its whole text.
    """
    scope = Scope.of(notice)
    if notice.number:
        own = DocumentNumber.parse(notice.number.value, type="Thông báo")
        if own and notice.issued:
            own = own.in_year(notice.issued.value.year)
        name = own and _document_name(own, scope, scope.issuer_name)
        if name:
            return f"{BASE}document/{name}"
    if notice.issuer and notice.meeting_date and notice.title:
        day = notice.meeting_date.value.isoformat()
        return f"{BASE}notice/{scope.issuer}-{day}-{digest(fold(notice.title.value))}"
    return f"{BASE}notice/{digest(notice.text, length=16)}"


def task_iris(notice: Notice) -> tuple[str, ...]:
    """Return the IRIs of the notice's tasks, in the order of ``notice.tasks``.

    Each is made from the notice, the section, the label and the words; tasks equal in all of
    these are told apart by their order.
    """
    home = notice_iri(notice).removeprefix(BASE).split("/", 1)[1]
    seen: Counter[str] = Counter()
    iris = []
    for task in notice.tasks:
        stem = f"{BASE}task/{home}/{_task_name(task)}"
        seen[stem] += 1
        iris.append(stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")
    return tuple(iris)


def unit_iri(name: str, scope: Scope) -> str:
    """Return the IRI of a unit or agency.

    A national body stands alone. A provincial one (Sở, UBND, Công an tỉnh ...) belongs to the
    province that its name or the notice tells. An office inside an agency belongs to that agency.
    """
    full = full_name(name)
    if is_national(name):
        return f"{BASE}unit/{slug(full)}"
    if full in ("so", "bo", "tong cuc", "cuc") and scope.issuer.startswith(slug(full)):
        return f"{BASE}unit/{scope.issuer}"
    if province_in(name):
        return f"{BASE}unit/{slug(full)}"
    if _INTERNAL.match(full) or scope.province is None:
        return f"{BASE}unit/{scope.issuer}/{slug(full)}"
    return f"{BASE}unit/{slug(with_province(full, scope.province))}"


def is_internal(name: str) -> bool:
    """Whether a name is that of an office within an agency: "Văn phòng Sở", "Phòng ...".

    >>> is_internal("Thanh tra Sở"), is_internal("Thanh tra tỉnh")
    (True, False)
    """
    return not is_national(name) and _INTERNAL.match(full_name(name)) is not None


def every_unit_iri(scope: Scope) -> str:
    """Return the IRI that stands for all units that a notice of this issuer addresses."""
    return f"{BASE}unit/{scope.issuer}/every-unit"


def project_iri(name: str) -> str:
    """Return the IRI of a project, by its core name.

    >>> project_iri("Dự án đường cao tốc Đồng Đăng - Trà Lĩnh").removeprefix(BASE)
    'project/cao-toc-dong-dang-tra-linh'
    """
    core = fold(name).strip("\"'“”‘’«» .,;")
    while match := _PROJECT_LEAD.match(core):
        core = core[match.end() :].lstrip("\"'“”‘’«» ")
    return f"{BASE}project/{slug(core)}"


def person_iri(name: str, scope: Scope) -> str:
    """Return the IRI of a person, within the issuer's house: full names are shared by many.

    Marks count (Tân is not Tấn), so that a digest of the marked name follows the readable one.
    """
    return f"{BASE}person/{scope.issuer}/{slug(name)}-{digest(same_marks(name), length=6)}"


def place_iri(name: str, scope: Scope, *, role: str | None = None) -> str:
    """Return the IRI of a place: a province by its name, anything smaller within its province."""
    marked = same_marks(name)
    if role and not marked.startswith(same_marks(role)):
        marked = f"{same_marks(role)} {marked}"
    readable = f"{slug(marked)}-{digest(marked, length=6)}"
    if province_in(marked):
        return f"{BASE}place/{readable}"
    home = slug(scope.province) if scope.province else scope.issuer
    return f"{BASE}place/{home}/{readable}"


def document_iris(notice: Notice) -> dict[Citation, str]:
    """Return the IRI of the document that each citation of the notice means.

    A mention that leaves parts out is given the one document of the notice that it can mean;
    where there is none, or more than one, it stays a stub of this notice's own.
    """
    scope = Scope.of(notice)
    citations = tuple(dict.fromkeys(_citations(notice)))
    whole: dict[str, DocumentNumber] = {}
    for citation in citations:
        number = _number(citation)
        name = number and _document_name(number, scope, citation.issuer)
        if number and name and not _later(citation, scope):
            whole[f"{BASE}document/{name}"] = number
    home = notice_iri(notice).removeprefix(BASE).split("/", 1)[1]
    return {c: _resolve(c, scope, whole) or f"{BASE}stub/{home}/{_stub(c)}" for c in citations}


def document_iri(citation: Citation, scope: Scope) -> str | None:
    """Return the IRI of a cited document; None where the citation alone does not identify it."""
    if _later(citation, scope):
        return None
    number = _number(citation)
    if number is not None:
        name = _document_name(number, scope, citation.issuer)
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


def _document_name(number: DocumentNumber, scope: Scope, issuer: str | None) -> str | None:
    """Return the slug of a document that its number identifies, else None.

    A year in the number and a year in the date are kept apart: ``59/2021/QĐ-UBND``, a rule, and
    ``59/QĐ-UBND`` of 2021, a single decision, are two documents of one office.
    """
    if not number.complete:
        return None
    parts = [number.type or "", number.key]
    if number.year is None:
        parts.append(str(number.dated))
    if not number.national:
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


def _resolve(citation: Citation, scope: Scope, whole: dict[str, DocumentNumber]) -> str | None:
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


def _task_name(task: Task) -> str:
    words = " ".join(task.text.split())
    content = "\n".join((task.section or "", task.label or "", words))
    readable = slug(f"{task.section or 'task'} {task.label or ''}", limit=50)
    return f"{readable}-{digest(content)}"


def mention_name(mention: Mention) -> str:
    """Return the fullest name that the reader gave a mention; the words that say "every unit"."""
    if mention.canonical in (None, EVERY_UNIT):
        return mention.name
    return str(mention.canonical)
