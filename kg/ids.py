"""Names for things that are made from what they are: the IRIs of the graph.

The same content gives the same IRI on every machine and every day; there is no counter and no
clock in any of them. A name is as wide as it is safe: a decree of the Government stands alone, a
decision of a province belongs to that province and year, an office known by a common name
("Văn phòng Sở") belongs to the body whose notice names it.
"""

import re
from collections import Counter

from kg.citing import document_iri, document_name, resolve
from kg.fold import digest, fold, same_marks, slug
from kg.namespaces import BASE, ONTOLOGY
from kg.numbers import DocumentNumber, kind_name
from kg.records import EVERY_UNIT, Citation, Mention, Notice, Task
from kg.scope import Scope, full_name, is_national, province_in, with_province

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
    "notice_home",
    "notice_iri",
    "person_iri",
    "project_iri",
    "task_iris",
    "unit_iri",
]

_INTERNAL = re.compile(
    r"(?:van phong(?! (?:ubnd|hdnd|uy ban|hoi dong|tinh uy|doan))|thanh tra so|phong|chi cuc|to"
    r"|trung tam|chi nhanh|ban quan ly|ban qlda|cac|ban giam doc|lanh dao|bo phan|don vi|doi)\b"
)
_PROJECT_LEAD = re.compile(
    r"(?:(?:cac )?du an|dau tu xay dung|dau tu|xay dung|thi cong|cong trinh|tuyen duong|tuyen"
    r"|duong)\s+(?=\w)"
)


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
        name = own and document_name(own, scope, scope.issuer_name)
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
    home = notice_home(notice)
    seen: Counter[str] = Counter()
    iris = []
    for task in notice.tasks:
        stem = f"{BASE}task/{home}/{_task_name(task)}"
        seen[stem] += 1
        iris.append(stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")
    return tuple(iris)


def notice_home(notice: Notice) -> str:
    """Return the notice's part of the IRIs of what only it states."""
    return notice_iri(notice).removeprefix(BASE).split("/", 1)[1]


def document_iris(notice: Notice) -> dict[Citation, str]:
    """Return the IRI of the document that each citation of the notice means.

    A mention that leaves parts out is given the one document of the notice that it can mean;
    where there is none, or more than one, it stays a stub of this notice's own.
    """
    return resolve(notice, notice_home(notice))


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
