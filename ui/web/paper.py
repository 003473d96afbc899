"""Tasks as a Word document, a table on A4 landscape such as goes round before a meeting."""

import io
from collections.abc import Sequence
from datetime import date

from ui.answers import TaskHit
from ui.web.parts import unit_names
from ui.web.texts import Texts

_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
_COLUMNS = ("label", "task", "units", "due", "meeting", "source")
_WIDTHS = (1.2, 12.0, 4.6, 2.4, 2.4, 3.4)
"""Widths of the columns in centimetres: A4 landscape less its margins."""


def hits_docx(hits: Sequence[TaskHit], query: str, t: Texts) -> bytes:
    """Return the hits as a Word document."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    document.add_heading(_clean(t("list_title", query=query)), level=1)
    document.add_paragraph(t("list_made", day=t.day(date.today()), count=t.number(len(hits))))
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, column in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = t(f"col_{column}")
        cell.paragraphs[0].runs[0].bold = True
    for i, hit in enumerate(hits, start=1):
        for cell, value in zip(table.add_row().cells, _row(i, hit, t), strict=True):
            cell.text = _clean(value)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _row(number: int, hit: TaskHit, t: Texts) -> tuple[str, ...]:
    due, met = (t.day(day) if day else "" for day in (hit.due, hit.meeting_date))
    return (str(number), hit.text, "; ".join(unit_names(hit.assignees, t)), due, met, hit.source)


def _clean(text: str) -> str:
    return text.translate(_NOT_IN_XML)
