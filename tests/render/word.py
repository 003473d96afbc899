"""A letter as Word keeps it: counted lists, merged cells, footnotes, boxes, running headers."""

from collections.abc import Sequence
from io import BytesIO
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.ingest.printing import with_footnotes
from tests.render.counted import counted
from tests.render.letter import MOTTO, NATION, RECEIVERS, Letter
from tests.render.sheet import Block

_MARK = "\ue0f0"
"""Where the footnote is called."""
_BOX = (
    "<w:r {}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


def to_word(rng: Random, letter: Letter) -> bytes:
    """Write the letter as a .docx file."""
    writer = _Writer(rng)
    writer.running(letter)
    writer.two_columns(
        ((*letter.top, letter.number), (NATION, MOTTO, letter.dated)), apart=rng.random() < 0.5
    )
    writer.line("THÔNG BÁO", bold=True)
    writer.line(letter.title, bold=True)
    for block in letter.bodies(_MARK):
        if block.role == "table":
            writer.table(block.rows)
        else:
            writer.block(block)
    writer.line(letter.closing)
    right = (*letter.capacity, "", letter.signer)
    writer.two_columns((("Nơi nhận:", *RECEIVERS), right), apart=False)
    notes = [("1", letter.note)] if letter.noted is not None else []
    return with_footnotes(writer.saved(), notes) if notes else writer.saved()


class _Writer:
    """Writes paragraphs, lists and tables in one way, drawn once a document."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._document = WordDocument()
        self._document.styles["Normal"].font.name = "Times New Roman"
        self._document.styles["Normal"].font.size = Pt(14)
        self._counts = rng.random() < 0.6
        self._headings = rng.random() < 0.4
        self._bold_leads = rng.random() < 0.4
        self._lists: dict[tuple[str, str, str], tuple[int, int]] = {}
        self._numbering = self._document.part.numbering_part.element

    def saved(self) -> bytes:
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def running(self, letter: Letter) -> None:
        section, rng = self._document.sections[0], self._rng
        if rng.random() < 0.5:
            section.header.paragraphs[0].text = rng.choice((letter.issuer, letter.title))
        if rng.random() < 0.5:
            section.footer.paragraphs[0].text = rng.choice(("Trang 1", "1", "- 1 -"))

    def two_columns(self, sides: tuple[Sequence[str], Sequence[str]], *, apart: bool) -> None:
        """Two columns without borders, the last lines in a row of their own if ``apart``."""
        if apart:
            rows: list[Sequence[Sequence[str]]] = [
                [side[:-1] for side in sides],
                [side[-1:] for side in sides],
            ]
        else:
            rows = [sides]
        table = self._document.add_table(len(rows), 2)
        for r, row in enumerate(rows):
            for c, lines in enumerate(row):
                cell = table.cell(r, c)
                for i, line in enumerate(lines):
                    paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                    paragraph.add_run(line).bold = line.isupper() or None

    def line(self, text: str, *, bold: bool = False) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.add_run(text).bold = bold or None
        if bold and self._rng.random() < 0.1:
            paragraph._p.append(parse_xml(_BOX.format(nsdecls("w"), "HỎA TỐC")))

    def block(self, block: Block) -> None:
        bold = block.role in ("part", "unit") or (block.role == "lead-in" and self._bold_leads)
        level = {"part": 1, "unit": 2}.get(block.role) if self._headings else None
        paragraph = (
            self._document.add_heading("", level) if level else self._document.add_paragraph()
        )
        number = self._number(block.label) if self._counts and block.label else None
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        self._write(paragraph, block.line if number is None else block.text, bold=bold)

    def table(self, rows: Sequence[Sequence[str | None]]) -> None:
        table = self._document.add_table(len(rows), len(rows[0]))
        table.style = "Table Grid"
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text is not None:
                    self._write(table.cell(r, c).paragraphs[0], text, bold=r == 0)
        for c in range(len(rows[0])):
            self._merge(table, [row[c] for row in rows], c)

    def _merge(self, table: Any, column: Sequence[str | None], c: int) -> None:
        if self._rng.random() < 0.3:
            return  # some leave the cells below blank instead
        first = 0
        for r, text in enumerate(column):
            if text is not None:
                first = r
            elif r + 1 == len(column) or column[r + 1] is not None:
                table.cell(first, c).merge(table.cell(r, c))

    def _write(self, paragraph: Any, text: str, *, bold: bool) -> None:
        before, mark, after = text.partition(_MARK)
        # Word splits a line of one face where somebody went over it again.
        cut = self._rng.randint(0, len(before)) if self._rng.random() < 0.3 else 0
        for piece in (before[:cut], before[cut:]):
            if piece:
                paragraph.add_run(piece).bold = bold or None
        if mark:
            reference = f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'
            paragraph.add_run("")._r.append(parse_xml(reference))
            paragraph.add_run(after).bold = bold or None

    def _number(self, label: str) -> int | None:
        """The list that gives a paragraph its label, None where no list does."""
        found = counted(label)
        if found is None:
            return None
        known = self._lists.get(found.style)
        if known and (found.counter == "bullet" or known[1] + 1 == found.value):
            number = known[0]
        else:
            number = self._list(found.before, found.counter, found.after, found.value)
        self._lists[found.style] = (number, found.value)
        return number

    def _list(self, before: str, counter: str, after: str, start: int) -> int:
        count = "" if counter == "bullet" else "%1"
        shown = escape(f"{before}{count}{after}", {'"': "&quot;"})
        abstracts = self._numbering.findall(qn("w:abstractNum"))
        known = [int(a.get(qn("w:abstractNumId"))) for a in abstracts]
        number = max(known, default=-1) + 1
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
            f'<w:start w:val="{start}"/><w:numFmt w:val="{counter}"/><w:lvlText w:val="{shown}"/>'
            "</w:lvl></w:abstractNum>"
        )
        self._numbering.insert(len(abstracts), abstract)
        return int(self._numbering.add_num(number).numId)
