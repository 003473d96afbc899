"""A cell that is one over several rows says the same of each; a blank one says nothing."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as WordDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest import read_bytes
from tests.ingest.printing import fonts, odt

_HEADER = ("TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn", "Lãnh đạo phụ trách")
_ROWS = (
    ("1", "Lập danh mục thuốc cần mua.", "Phòng Nghiệp vụ Dược", "20/4/2024", "Đ/c Bùi Lệ Hằng"),
    ("2", "Kiểm kê kho lạnh.", "Văn phòng Sở", "", ""),
    ("3", "Rà soát hợp đồng vận chuyển.", "Thanh tra Sở", "", ""),
)
"""The leader's cell is one over the three rows; the deadline's below the first are blank."""


def in_word() -> bytes:
    document = WordDocument()
    table = document.add_table(4, 5)
    for r, row in enumerate((_HEADER, *_ROWS)):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 4).merge(table.cell(3, 4))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def in_html() -> bytes:
    rows = "".join(f"<td>{text}</td>" for text in _HEADER)
    for r, row in enumerate(_ROWS):
        cells = "".join(f"<td>{text}</td>" for text in row[:4])
        rows += f"</tr><tr>{cells}" + (f"<td rowspan='3'>{row[4]}</td>" if r == 0 else "")
    return f"<html><body><table border=1><tr>{rows}</tr></table></body></html>".encode()


def in_odt() -> bytes:
    rows = []
    for r, row in enumerate((_HEADER, *_ROWS)):
        spans = ' table:number-rows-spanned="3"' if r == 1 else ""
        cells = "".join(
            "<table:covered-table-cell/>"
            if c == 4 and r > 1
            else f"<table:table-cell{spans if c == 4 else ''}><text:p>{text}</text:p>"
            "</table:table-cell>"
            for c, text in enumerate(row)
        )
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    return odt(f"<table:table>{''.join(rows)}</table:table>")


def in_pdf() -> bytes:
    fonts()
    style = ParagraphStyle("cell", fontName="Noto", fontSize=10, leading=13)
    cells = [[Paragraph(text, style) for text in row] for row in (_HEADER, *_ROWS)]
    table = Table(cells, colWidths=[30, 150, 110, 70, 90])
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (4, 1), (4, 3))]
    table.setStyle(TableStyle(grid))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    table.wrapOn(canvas, 450, 700)
    table.drawOn(canvas, 70, 500)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("made", [in_word, in_html, in_odt, in_pdf])
def test_a_merged_cell_holds_for_each_of_its_rows(made: Callable[[], bytes]) -> None:
    tasks = read_bytes(made(), "bang").tasks

    assert [t.assignees[0].name for t in tasks] == [row[2] for row in _ROWS]
    assert [[p.name for p in t.people] for t in tasks] == [["Bùi Lệ Hằng"]] * 3
    assert [len(t.deadlines) for t in tasks] == [1, 0, 0]
