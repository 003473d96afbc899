"""A whole workspace in one file: the graph, a table of its tasks, a calendar of its deadlines."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal

from kg.fold import fold
from kg.records import EVERY_UNIT
from ui.answers import TaskAnswer
from ui.opened import Opened

_HEADER = (
    "task", "notice", "number", "source", "meeting_date", "section", "label", "text",
    "assignees", "coordinators", "due", "deadlines", "documents", "projects", "thread",
)  # fmt: skip
_WIDTHS = {"text": 90, "section": 30, "assignees": 30, "documents": 40, "projects": 40}
_NOON = time(12, tzinfo=timezone(timedelta(hours=7)))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(opened: Opened, format: str) -> bytes:
    """Return everything in one of ``FORMATS``."""
    return FORMATS[format](opened)


def _graph(format: Literal["nq", "ttl", "jsonld"]) -> Callable[[Opened], bytes]:
    def export_graph(opened: Opened) -> bytes:
        return opened.graph.export(format)

    return export_graph


def _rows(opened: Opened) -> list[dict[str, str]]:
    from kg.ids import task_iris

    thread_of = {task: t for t in opened.threads for task in t.tasks}
    rows = []
    for listed in reversed(opened.notice_answers()):
        notice = opened.notices[listed.notice]
        for iri, task in zip(task_iris(notice), notice.tasks, strict=True):
            answer = opened.tasks[iri]
            units = ["tất cả các đơn vị" if n == EVERY_UNIT else n for n in answer.assignees]
            thread = thread_of.get(iri)
            names = {
                "coordinators": [m.canonical or m.name for m in task.coordinators],
                "deadlines": [d.text for d in task.deadlines],
                "documents": [f"{c.type} {c.key}" for c in task.refs],
                "projects": [m.canonical or m.name for m in task.projects],
                "assignees": units,
            }
            row = {
                "task": iri,
                "notice": listed.notice,
                "number": listed.number or "",
                "source": listed.source,
                "meeting_date": _iso(answer.meeting_date),
                "section": task.section or "",
                "label": task.label or "",
                "text": task.text,
                "due": _iso(answer.due),
                "thread": thread.iri if thread else "",
            }
            row |= {key: "; ".join(dict.fromkeys(values)) for key, values in names.items()}
            rows.append(row)
    return rows


def _csv(opened: Opened) -> bytes:
    """Return UTF-8 with a byte order mark, without which Excel takes it for another coding."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _HEADER)
    writer.writeheader()
    for row in _rows(opened):
        writer.writerow({key: _no_formula(value) for key, value in row.items()})
    return out.getvalue().encode("utf-8-sig")


def _no_formula(value: str) -> str:
    """Keep a spreadsheet from running what a notice says: "=..." becomes the text "'=..."."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _xlsx(opened: Opened) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "tasks"
    sheet.append(_HEADER)
    for row in _rows(opened):
        sheet.append([None] * len(_HEADER))
        for column, name in enumerate(_HEADER, 1):
            cell = sheet.cell(sheet.max_row, column)
            value = ILLEGAL_CHARACTERS_RE.sub("", row[name])
            if name in ("due", "meeting_date") and value:
                cell.value = date.fromisoformat(value)
                cell.number_format = "dd/mm/yyyy"
            else:
                cell.value = value
                cell.data_type = "s"  # never a formula
            cell.alignment = Alignment(wrap_text=name in _WIDTHS, vertical="top")
    for column, name in enumerate(_HEADER, 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, 16)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ics(opened: Opened) -> bytes:
    """Return one whole-day event a task with a due day."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//chidao//deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Chỉ đạo: thời hạn")
    dated = [(task.due, task) for task in opened.tasks.values() if task.due]
    for due, task in sorted(dated, key=lambda pair: (pair[0], pair[1].task)):
        event = Event()
        event.add("uid", task.task)
        event.add("summary", _summary(task))
        event.add("description", f"{task.text}\n\n{task.source}")
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("dtstamp", datetime.combine(_stamp(opened, task) or due, _NOON))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _stamp(opened: Opened, task: TaskAnswer) -> date | None:
    """Return the day of issue: the same workspace gives the same calendar on any day."""
    issued = opened.notices[task.notice].issued
    return issued.value if issued else task.meeting_date


def _summary(task: TaskAnswer, width: int = 80) -> str:
    text = " ".join(task.text.split())
    short = text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + " …"
    units = [unit for unit in task.assignees if unit != EVERY_UNIT]
    return f"{units[0]}: {short}" if units and fold(units[0]) not in fold(short) else short


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


FORMATS: dict[str, Callable[[Opened], bytes]] = {
    "nq": _graph("nq"),
    "ttl": _graph("ttl"),
    "jsonld": _graph("jsonld"),
    "csv": _csv,
    "xlsx": _xlsx,
    "ics": _ics,
}
