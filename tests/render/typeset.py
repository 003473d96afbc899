"""A letter as a PDF printer sets it: margins, running lines, footnotes, ruled tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from tests.ingest.printing import fonts
from tests.render.letter import MOTTO, NATION, RECEIVERS, Letter
from tests.render.sheet import Block

_WIDTH, _HEIGHT = A4
_FOOT = 70.0
_MARK = "\ue0f0"
"""Where the footnote is called."""


@dataclass(frozen=True, slots=True)
class _Face:
    font: str
    size: float

    def wide(self, text: str) -> float:
        return float(stringWidth(text, self.font, self.size))


def to_pdf(rng: Random, letter: Letter) -> bytes:
    """Print the letter."""
    fonts()
    printer = _Printer(rng, letter)
    printer.columns((*letter.top, letter.number), (NATION, MOTTO, letter.dated))
    printer.skip()
    printer.centred("THÔNG BÁO")
    printer.centred(letter.title)
    printer.skip()
    for block in letter.bodies(_MARK):
        if block.role == "table":
            printer.table(block.rows)
        else:
            printer.paragraph(block)
    printer.paragraph(Block("paragraph", letter.closing))
    printer.skip()
    printer.columns(("Nơi nhận:", *RECEIVERS), (*letter.capacity, "", letter.signer))
    return printer.saved()


class _Printer:
    """Sets lines from the top of a page down."""

    def __init__(self, rng: Random, letter: Letter) -> None:
        self._rng, self._letter = rng, letter
        size = rng.choice((12, 13, 13.5, 14))
        self._body, self._bold = _Face("Noto", size), _Face("NotoBold", size)
        self._left, self._right = rng.choice((85.0, 72.0)), _WIDTH - 57
        self._indent = rng.choice((28.0, 36.0))
        self._numbers = rng.choice(("top", "top", "foot", ""))
        self._running = rng.choice(("", "", f"{letter.issuer} - Thông báo kết luận"))
        self._buffer = BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=A4)
        self._page = 1
        self._y = _HEIGHT - 62
        self._floor = _FOOT

    def saved(self) -> bytes:
        self._end_page()
        self._canvas.save()
        return self._buffer.getvalue()

    def skip(self) -> None:
        self._y -= self._body.size

    def centred(self, text: str) -> None:
        for line in _broken(text, self._bold, (360.0,)):
            self._down(self._bold)
            self._put((self._left + self._right - self._bold.wide(line)) / 2, line, self._bold)

    def columns(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Two columns side by side, each centred, as the heading and the signature stand."""
        size = self._body.size - 1.5
        while _Face("Noto", size).wide(max(right, key=_Face("Noto", size).wide)) > 240:
            size -= 0.5  # the nation's name and the day stand on a line each
        face = _Face("Noto", size)
        sides = [
            [part for line in left for part in _broken(line, face, (195.0,))],
            list(right),
        ]
        if self._y - face.size * 1.35 * max(map(len, sides)) < self._floor:
            self._turn()
        top = self._y
        for lines, middle in zip(sides, (self._left + 98, self._right - 120), strict=True):
            self._y = top
            for line in lines:
                self._y -= face.size * 1.35
                self._put(middle - face.wide(line) / 2, line, face)
        self._y = top - face.size * 1.35 * max(map(len, sides))

    def paragraph(self, block: Block) -> None:
        face = self._bold if block.role in ("part", "unit") else self._body
        width = self._right - self._left
        noted = _MARK in block.text
        lines = list(_broken(block.line.replace(_MARK, ""), face, (width - self._indent, width)))
        note = self._noted(lines, block.text.index(_MARK) + len(block.line) - len(block.text)
                           if noted else -1)  # fmt: skip
        for n, line in enumerate(lines):
            if n == note[0] and self._y - face.size * 1.4 - 60 < self._floor:
                self._turn()  # the note's text stands on the page that calls it
            self._down(face)
            x = self._left + (self._indent if n == 0 else 0)
            last = n + 1 == len(lines)
            spread = 0.0 if last else (self._right - x - face.wide(line)) / max(line.count(" "), 1)
            if n == note[0]:
                self._with_note(x, line, note[1], face, spread)
            else:
                self._put(x, line, face, spread)
        self._y -= face.size * 0.4

    def table(self, rows: Sequence[Sequence[str | None]]) -> None:
        """A ruled table; merged cells where it fits on the page, else they are left blank."""
        style = ParagraphStyle(
            "cell", fontName="Noto", fontSize=10, leading=13, splitLongWords=False
        )
        longest = [max(len(row[c] or "") for row in rows) for c in range(len(rows[0]))]
        shares = [1 if n < 6 else 6 if n > 60 else 3 for n in longest]
        whole = self._right - self._left
        widths = [whole * share / sum(shares) for share in shares]
        cells = [[Paragraph(_escaped(text or ""), style) for text in row] for row in rows]
        table = Table(cells, colWidths=widths, repeatRows=1)
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
        _, high = table.wrapOn(self._canvas, whole, _HEIGHT)
        if high < self._y - self._floor and self._rng.random() < 0.7:
            spans = [("SPAN", (c, a), (c, b)) for c, a, b in _spans(rows)]
            table.setStyle(TableStyle(spans))
        while parts := table.splitOn(self._canvas, whole, self._y - self._floor):
            _, high = parts[0].wrapOn(self._canvas, whole, _HEIGHT)
            parts[0].drawOn(self._canvas, self._left, self._y - high)
            self._y -= high
            if len(parts) == 1:
                break
            table = parts[1]
            self._turn()
        else:
            self._turn()
            self.table(rows)
        self.skip()

    def _noted(self, lines: Sequence[str], place: int) -> tuple[int, int]:
        """The line and the place in it of a footnote's mark."""
        for n, line in enumerate(lines):
            if 0 <= place <= len(line):
                return n, place
            place -= len(line) + (line[-1] != "-" or line.endswith(" -"))
        return -1, 0

    def _with_note(self, x: float, line: str, place: int, face: _Face, spread: float) -> None:
        before = line[:place]
        self._put(x, before, face, spread)
        x += face.wide(before) + spread * before.count(" ")
        small = _Face(face.font, face.size * 0.62)
        self._canvas.setFont(small.font, small.size)
        self._canvas.drawString(x, self._y + face.size * 0.33, "1")
        self._put(x + small.wide("1"), line[place:], face, spread)
        note = _Face("Noto", 10)
        lines = list(_broken(self._letter.note, note, (self._right - self._left - 8,)))
        y = self._floor + 13 * len(lines) - 6
        self._canvas.line(self._left, y + 8, self._left + 140, y + 8)
        for n, text in enumerate(lines):
            y -= 13
            if n == 0:
                self._canvas.setFont("Noto", 6.5)
                self._canvas.drawString(self._left, y + 3.5, "1")
            self._canvas.setFont("Noto", 10)
            self._canvas.drawString(self._left + 6, y, text)
        self._floor += 13 * len(lines) + 14

    def _down(self, face: _Face) -> None:
        if self._y - face.size * 1.4 < self._floor:
            self._turn()
        self._y -= face.size * 1.4

    def _put(self, x: float, line: str, face: _Face, spread: float = 0.0) -> None:
        text = self._canvas.beginText(x, self._y)
        text.setFont(face.font, face.size)
        text.setWordSpace(spread if 0 < spread < 20 else 0)
        text.textOut(line)
        text.setWordSpace(0)  # it would hold for what is printed next
        self._canvas.drawText(text)

    def _turn(self) -> None:
        self._end_page()
        self._canvas.showPage()
        self._page += 1
        self._y, self._floor = _HEIGHT - 62, _FOOT

    def _end_page(self) -> None:
        self._canvas.setFont("Noto", 12)
        if self._numbers and self._page > 1:
            y = _HEIGHT - 42 if self._numbers == "top" else 40
            self._canvas.drawCentredString(_WIDTH / 2, y, str(self._page))
        if self._running:
            self._canvas.setFont("Noto", 8)
            self._canvas.drawString(self._left, 26, self._running)


def _broken(text: str, face: _Face, widths: Sequence[float]) -> Iterator[str]:
    """Lines of a text, the first of the first width, the others of the last.

    A line may end after the hyphen of a code ("QĐ-" "UBND"), as printers do.
    """
    width, line = widths[0], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if not line or face.wide(longer) <= width:
            line = longer
            continue
        head, hyphen, tail = word.partition("-")
        codes = hyphen and head.isupper() and tail[:1].isupper()
        if codes and face.wide(f"{line} {head}-") <= width:
            yield f"{line} {head}-"
            line = tail
        else:
            yield line
            line = word
        width = widths[-1]
    yield line


def _spans(rows: Sequence[Sequence[str | None]]) -> Iterator[tuple[int, int, int]]:
    """Columns with the first and last row of each merged cell."""
    for c in range(len(rows[0])):
        first = 0
        for r in range(1, len(rows) + 1):
            if r == len(rows) or rows[r][c] is not None:
                if r - 1 > first:
                    yield c, first, r - 1
                first = r


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
