"""Tasks as tables and a calendar, for people whose tools are Excel and Outlook.

    notices, threads -> table_rows -> tasks_csv | tasks_xlsx | deadlines_ics

The same rows give the same CSV and calendar on any day; a workbook notes when it was written.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kg.fold import digest
from kg.ids import notice_iri, task_iris
from kg.records import EVERY_UNIT, Citation, Mention, Notice, Task
from kg.thread_records import Thread
from kg.thread_title import title_of
from kg.traits import notice_day

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Starts of a cell that a spreadsheet may run (OWASP, CSV injection)."""
_EVERY_UNIT = "Tất cả các đơn vị"
_WIDE, _NARROW = 60, 18


@dataclass(frozen=True, slots=True)
class TableRow:
    """One task, as a person reads it in a table; the fields are its columns."""

    number: str
    issued: date | None
    meeting_date: date | None
    section: str
    label: str
    text: str
    assignees: str
    coordinators: str
    due: date | None
    """The latest of its due days."""
    deadlines: str
    documents: str
    projects: str
    thread: str
    """Title of the work that it belongs to, where that has other tasks too."""
    source: str
    task: str
    """Its IRI."""


HEADERS = {
    "number": "Số thông báo",
    "issued": "Ngày ban hành",
    "meeting_date": "Ngày họp",
    "section": "Mục",
    "label": "Số thứ tự",
    "text": "Nội dung nhiệm vụ",
    "assignees": "Đơn vị thực hiện",
    "coordinators": "Đơn vị phối hợp",
    "due": "Thời hạn",
    "deadlines": "Thời hạn (nguyên văn)",
    "documents": "Văn bản viện dẫn",
    "projects": "Dự án",
    "thread": "Công việc theo dõi",
    "source": "Tệp nguồn",
    "task": "Mã định danh",
}
"""Field -> heading of its column."""
_LONG = frozenset({"text", "assignees", "documents", "projects", "thread"})


def table_rows(notices: Sequence[Notice], threads: Sequence[Thread] = ()) -> list[TableRow]:
    """Return one row a task, by meeting and place in the notice."""
    titles = {task: t.title for t in threads if len(t.tasks) > 1 for task in t.tasks}
    ordered = sorted(notices, key=lambda notice: (notice_day(notice), notice_iri(notice)))
    return [
        _row(notice, task, iri, titles.get(iri, ""))
        for notice in ordered
        for iri, task in zip(task_iris(notice), notice.tasks, strict=True)
    ]


def tasks_csv(rows: Iterable[TableRow]) -> bytes:
    """Return the rows as CSV (RFC 4180) in UTF-8 with a mark, without which Excel misreads it.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADERS.values())
    for row in rows:
        writer.writerow([_safe(_words(getattr(row, name))) for name in HEADERS])
    return out.getvalue().encode("utf-8-sig")


def tasks_xlsx(rows: Iterable[TableRow]) -> bytes:
    """Return the rows as an Excel workbook: days as days, text as text, never a formula."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "Nhiệm vụ"
    sheet.append(list(HEADERS.values()))
    for line, row in enumerate(rows, 2):
        for column, name in enumerate(HEADERS, 1):
            value, cell = getattr(row, name), sheet.cell(line, column)
            if isinstance(value, date):
                cell.value, cell.number_format = value, "dd/mm/yyyy"
            elif value:
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(_FORMULA)
            cell.alignment = Alignment(wrap_text=name in _LONG, vertical="top")
    for column, name in enumerate(HEADERS, 1):
        sheet.cell(1, column).font = Font(bold=True)
        width = _WIDE if name in _LONG else _NARROW
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def deadlines_ics(rows: Iterable[TableRow]) -> bytes:
    """Return an iCalendar (RFC 5545) with one whole-day event for each task that has a due day.

    An event's name is made from its task, its time stamp from its notice's day: a calendar
    imported twice holds each deadline once.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//chidao//deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Thời hạn nhiệm vụ")
    dated = [(row.due, row.task, row) for row in rows if row.due]
    for due, task, row in sorted(dated, key=lambda found: found[:2]):
        event = Event()
        event.add("uid", f"{digest(task, length=32)}@chidao")
        stated = row.issued or row.meeting_date or due
        event.add("dtstamp", datetime.combine(stated, time(), tzinfo=UTC))
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("summary", f"{row.assignees}: {title_of(row.text)}".lstrip(": "))
        event.add("description", f"{row.text}\n\n{row.number} ({row.source})")
        event.add("url", task)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _row(notice: Notice, task: Task, iri: str, thread: str) -> TableRow:
    return TableRow(
        number=notice.number.value if notice.number else "",
        issued=notice.issued.value if notice.issued else None,
        meeting_date=notice.meeting_date.value if notice.meeting_date else None,
        section=task.section or "",
        label=task.label or "",
        text=" ".join(task.text.split()),
        assignees=_names(task.assignees),
        coordinators=_names(task.coordinators),
        due=max((d.due for d in task.deadlines if d.due), default=None),
        deadlines="; ".join(d.text for d in task.deadlines),
        documents="; ".join(dict.fromkeys(_document(c) for c in task.refs)),
        projects=_names(task.projects),
        thread=thread,
        source=notice.source,
        task=iri,
    )


def _names(mentions: Iterable[Mention]) -> str:
    names = (_EVERY_UNIT if m.canonical == EVERY_UNIT else m.canonical or m.name for m in mentions)
    return "; ".join(dict.fromkeys(names))


def _document(citation: Citation) -> str:
    if citation.key.casefold().startswith(citation.type.casefold()):
        return citation.key
    return f"{citation.type} {citation.key}"


def _words(value: str | date | None) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value or ""


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
