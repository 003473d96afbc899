"""Tasks to take away: CSV that Excel opens rightly, an Excel workbook, a calendar."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from ui.answers import TaskHit
from ui.web.parts import unit_names
from ui.web.texts import Texts

Cell = str | float | date | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
_WIDTHS = (6, 80, 30, 13, 13, 34, 12)
"""Widths of the columns in characters."""


def hits_csv(hits: Sequence[TaskHit], t: Texts) -> bytes:
    """Return the hits as CSV in UTF-8 with a byte order mark, without which Excel garbles it."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_header(t))
    for hit in hits:
        rows.writerow([_plain(cell) for cell in _row(hit, t)])
    return out.getvalue().encode("utf-8-sig")


def hits_xlsx(hits: Sequence[TaskHit], t: Texts) -> bytes:
    """Return the hits as an Excel workbook, wrapped and filterable, days as real days."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = t("about_tasks")
    sheet.append(_header(t))
    for hit in hits:
        sheet.append([_safe(cell) for cell in _row(hit, t)])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.data_type == "f":
                cell.data_type = "s"
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def hits_ics(hits: Sequence[TaskHit]) -> bytes:
    """Return the deadlines of the hits as a calendar."""
    from kg.tables import TableRow, deadlines_ics

    return deadlines_ics(
        TableRow(
            "", None, hit.meeting_date, hit.section or "", hit.label or "", hit.text,
            "; ".join(hit.assignees), "", hit.due, "", "", "", "", hit.source, hit.task,
        )
        for hit in hits
    )  # fmt: skip


def _header(t: Texts) -> list[str]:
    columns = ("label", "task", "units", "due", "meeting", "source", "relevance")
    return [t(f"col_{column}") for column in columns]


def _row(hit: TaskHit, t: Texts) -> list[Cell]:
    units = "; ".join(unit_names(hit.assignees, t))
    relevance = round(hit.relevance, 3)
    return [hit.label, hit.text, units, hit.due, hit.meeting_date, hit.source, relevance]


def _safe(cell: Cell) -> Cell:
    """Drop what a workbook cannot hold, and keep a text from being read as a formula."""
    if not isinstance(cell, str):
        return cell
    text = cell.translate(_NOT_IN_XML)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(cell: Cell) -> str | float | None:
    return cell.isoformat() if isinstance(cell, date) else _safe(cell)  # type: ignore[return-value]
