"""A notice in Markdown, printed as the file types that offices use."""

import re
import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as Printed
from reportlab.platypus import SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.decode import decode
from ingest.lines import NOTE, lines_of
from ingest.mend import mend

_MARK = re.compile(rf"\s?{NOTE}([^{NOTE}]*){NOTE}")
_FONTS = Path("/usr/share/fonts/truetype/noto")


class Printable:
    """A notice's paragraphs and footnotes, as the reader of Markdown gives them."""

    def __init__(self, data: bytes, name: str) -> None:
        self.paragraphs, self.notes = mend(lines_of(decode(data, name)))

    def to_docx(self) -> bytes:
        """As Word writes it: footnotes as such, a header, and page numbers in the footer."""
        document = WordDocument()
        document.styles["Normal"].font.name = "Times New Roman"
        document.sections[0].header.paragraphs[0].text = "Công báo điện tử"
        document.sections[0].footer.paragraphs[0].text = "Trang 1"
        for paragraph in self.paragraphs:
            if paragraph.rows is not None:
                rows = paragraph.rows
                table = document.add_table(len(rows), max(map(len, rows)))
                table.style = "Table Grid"
                for r, row in enumerate(rows):
                    for c, text in enumerate(row):
                        self._word_text(table.cell(r, c).paragraphs[0], text, bold=False)
                continue
            level = paragraph.emphasis if 1 <= paragraph.emphasis <= 6 else 0
            written = document.add_heading("", level) if level else document.add_paragraph()
            self._word_text(written, paragraph.text, bold=paragraph.emphasis == 7)
        buffer = BytesIO()
        document.save(buffer)
        return with_footnotes(buffer.getvalue(), self.notes) if self.notes else buffer.getvalue()

    def _word_text(self, written: Any, text: str, *, bold: bool) -> None:
        labels = [label for label, _ in self.notes]
        position = 0
        for mark in _MARK.finditer(text):
            run = written.add_run(text[position : mark.start()])
            run.bold = bold or None
            run.font.size = Pt(14)
            reference = labels.index(mark[1]) + 2 if mark[1] in labels else 0
            run = written.add_run("")
            if reference:
                run._r.append(
                    parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{reference}"/>')
                )
            position = mark.end()
        run = written.add_run(text[position:])
        run.bold = bold or None
        run.font.size = Pt(14)

    def to_html(self) -> str:
        """As an element of a page."""
        parts = []
        for paragraph in self.paragraphs:
            if paragraph.rows is not None:
                rows = "".join(
                    "<tr>" + "".join(f"<td>{self._html(c)}</td>" for c in row) + "</tr>"
                    for row in paragraph.rows
                )
                parts.append(f"<table border='1'><tbody>{rows}</tbody></table>")
            elif 1 <= paragraph.emphasis <= 6:
                tag = f"h{paragraph.emphasis}"
                parts.append(f"<{tag}>{self._html(paragraph.text)}</{tag}>")
            else:
                text = self._html(paragraph.text)
                parts.append(
                    f"<p><b>{text}</b></p>" if paragraph.emphasis == 7 else f"<p>{text}</p>"
                )
        for label, text in self.notes:
            parts.append(
                f'<p><a href="#_ftnref{label}" name="_ftn{label}">[{label}]</a> {text}</p>'
            )
        return "\n".join(parts)

    def _html(self, text: str) -> str:
        return _MARK.sub(r'<a href="#_ftn\1" name="_ftnref\1"><sup>[\1]</sup></a>', escape(text))

    def to_odt(self) -> bytes:
        """As LibreOffice writes it."""
        parts = []
        for paragraph in self.paragraphs:
            if paragraph.rows is not None:
                rows = "".join(
                    "<table:table-row>"
                    + "".join(
                        f"<table:table-cell><text:p>{self._odt(c)}</text:p></table:table-cell>"
                        for c in row
                    )
                    + "</table:table-row>"
                    for row in paragraph.rows
                )
                parts.append(f"<table:table>{rows}</table:table>")
            elif 1 <= paragraph.emphasis <= 6:
                parts.append(
                    f'<text:h text:outline-level="{paragraph.emphasis}">'
                    f"{self._odt(paragraph.text)}</text:h>"
                )
            else:
                bold = ' text:style-name="B"' if paragraph.emphasis == 7 else ""
                parts.append(f"<text:p{bold}>{self._odt(paragraph.text)}</text:p>")
        return odt("".join(parts))

    def _odt(self, text: str) -> str:
        texts = dict(self.notes)

        def note(mark: re.Match[str]) -> str:
            return (
                f'<text:note text:note-class="footnote"><text:note-citation>{mark[1]}'
                "</text:note-citation><text:note-body><text:p>"
                f"{escape(texts.get(mark[1], ''))}</text:p></text:note-body></text:note>"
            )

        return _MARK.sub(note, escape(text))

    def to_pdf(self, *, size: float = 13, indent: float = 28) -> bytes:
        """As Word prints it: set to the margins, first lines indented, numbered at the top.

        A reference to a footnote is printed, its text is not: where a page ends is the printer's.
        """
        fonts()
        base = ParagraphStyle(
            "base", fontName="Noto", fontSize=size, leading=size * 1.35, alignment=TA_JUSTIFY,
            firstLineIndent=indent, spaceAfter=size * 0.45,
        )  # fmt: skip
        bold = ParagraphStyle("bold", base, fontName="NotoBold")
        cell = ParagraphStyle(
            "cell", base, fontSize=10, leading=13, firstLineIndent=0, alignment=0, splitLongWords=0
        )
        story: list[Any] = []
        for paragraph in self.paragraphs:
            if paragraph.rows is not None:
                rows = [[Printed(self._pdf(c), cell) for c in row] for row in paragraph.rows]
                story.append(_table(rows))
                story.append(Spacer(1, size))
            else:
                style = bold if 1 <= paragraph.emphasis <= 7 else base
                story.append(Printed(self._pdf(paragraph.text), style))
        buffer = BytesIO()
        printer = SimpleDocTemplate(
            buffer, pagesize=A4, leftMargin=85, rightMargin=57, topMargin=62, bottomMargin=57
        )
        printer.build(story, onLaterPages=_running)
        return buffer.getvalue()

    def _pdf(self, text: str) -> str:
        return _MARK.sub(r'<super size="8">\1</super>', escape(text))


def fonts() -> None:
    """Register the fonts that Vietnamese is printed with."""
    if "Noto" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Noto", str(_FONTS / "NotoSerif-Regular.ttf")))
        pdfmetrics.registerFont(TTFont("NotoBold", str(_FONTS / "NotoSerif-Bold.ttf")))


def _table(rows: list[list[Any]]) -> Table:
    width = (A4[0] - 85 - 57 - 12) / max(map(len, rows))
    table = Table(rows, colWidths=[width] * max(map(len, rows)), repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    return table


def _running(canvas: Any, document: Any) -> None:
    canvas.setFont("Noto", 12)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 42, str(document.page))
    canvas.setFont("Noto", 8)
    canvas.drawString(85, 30, "Thông báo kết luận giao ban - văn bản điện tử")


def with_footnotes(data: bytes, notes: Sequence[tuple[str, str]]) -> bytes:
    """Give a Word document a part with footnotes, numbered from 2, as Word counts them."""
    texts = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for i, (_, text) in enumerate(notes, 2)
    )
    part = f"<w:footnotes {nsdecls('w')}>{texts}</w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    return rezipped(
        data,
        {"word/footnotes.xml": part.encode()},
        {
            "word/_rels/document.xml.rels": lambda b: b.replace(
                b"</Relationships>", relation.encode()
            )
        },
    )


def rezipped(data: bytes, added: dict[str, bytes], changed: dict[str, Any]) -> bytes:
    """Return a zip file with parts added, and parts changed by functions of their bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, changed.get(info.filename, bytes)(content))
        for name, content in added.items():
            new.writestr(name, content)
    return buffer.getvalue()


def odt(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text with a body; style "B" is bold."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
            ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
        )
    )  # fmt: skip
    bold = (
        '<style:style style:name="B" style:family="paragraph">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{bold}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def portal(notice: str) -> str:
    """Return a portal's page around a notice: menus, other news, comments, scripts, a footer."""
    news = "".join(
        f'<li><a href="/tin/{i}">Hội nghị triển khai công tác quý {i} tại huyện Bình Sa</a></li>'
        for i in range(1, 9)
    )
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Thông báo - Cổng thông tin điện tử tỉnh Lam Giang</title>
<style>p {{ color: red }}</style><script>var x = "Giao Sở Tài chính báo cáo";</script></head>
<body><div id="top-banner"><a href="/">CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LAM GIANG</a></div>
<ul class="main-menu"><li><a href="/gt">Giới thiệu</a></li><li><a href="/tt">Tin tức</a></li>
<li><a href="/vb">Văn bản chỉ đạo điều hành</a></li><li><a href="/lh">Liên hệ</a></li></ul>
<div class="wrapper"><div class="left-col"><div class="breadcrumb"><a href="/">Trang chủ</a> »
<a href="/vb">Văn bản</a></div><div class="detail-content" itemprop="articleBody">
{notice}
<script>document.write("lượt xem")</script></div>
<div class="social-share"><a href="https://facebook.example">Chia sẻ</a>
<a href="#">In trang</a></div>
<div class="related"><h3>Tin liên quan</h3><ul>{news}</ul></div>
<div class="comments"><h4>Bình luận</h4>
<form><textarea>Ý kiến của bạn</textarea></form></div></div>
<div class="right-col"><h3>Thông báo</h3>
<ul>{news}</ul><p>Thống kê truy cập: 1.204.555 lượt</p></div>
</div><div class="footer"><p>© Cổng thông tin điện tử tỉnh Lam Giang. Giấy phép số 12/GP-TTĐT do Sở
Thông tin và Truyền thông cấp. Địa chỉ: số 1 đường Hồ Sen, thành phố Lam Giang. Chịu trách nhiệm
chính: Chánh Văn phòng UBND tỉnh. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</p></div>
<noscript>Bật JavaScript</noscript></body></html>"""
