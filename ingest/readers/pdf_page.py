"""Pages of a PDF, as PDFium draws them -> words and rules."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import combining

from ingest.legacy import convert, font_coding
from ingest.readers.build import raw
from ingest.readers.page import Page, Rule, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_GAP = 0.22
"""A gap wider than this share of the font's size parts words; a space is .25 to .33 of it, and
the letters of one word, kerned or justified, are nearer than .15."""
_GUESSED_GAP = 0.1
"""The same where PDFium, which knows the spaces of the fonts but not their order, sees one."""
_BOLD_WEIGHT = 600
_THIN = 2.5
"""A filled box thinner than this, in points, is a rule."""
_SHORTEST = 4.0
_SPACES = (0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x2002, 0x2003, 0x2009, 0x3000)
_MAX_OBJECTS = 30_000
"""Drawn objects of one page that are looked at: a page of maps has more and no tables."""


@dataclass(slots=True)
class _Glyph:
    text: str
    x0: float
    x1: float
    top: float
    base: float
    size: float
    bold: bool
    font: str
    guessed: bool = False
    """Whether PDFium guesses that a space stands before it."""


def read_page(page: "PdfPage", number: int) -> Page:
    """Return the words and rules of a page, turned upright."""
    left, bottom, right, top = page.get_bbox()
    turn = _Turn(left, bottom, right, top, page.get_rotation())
    words = tuple(_words(_glyphs(page, turn)))
    return Page(number, turn.width, turn.height, words, tuple(_rules(page, turn)))


class _Turn:
    """From the PDF's coordinates to the page as it is looked at."""

    def __init__(self, left: float, bottom: float, right: float, top: float, rotation: int) -> None:
        self._box = (left, bottom, right, top)
        self.rotation = rotation % 360
        wide, high = right - left, top - bottom
        self.width, self.height = (high, wide) if self.rotation in (90, 270) else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self._box
        if self.rotation == 90:
            return y - bottom, x - left
        if self.rotation == 180:
            return right - x, y - bottom
        if self.rotation == 270:
            return top - y, right - x
        return x - left, top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def _glyphs(page: "PdfPage", turn: _Turn) -> list[_Glyph]:
    """The letters and spaces of a page, in the order in which they are drawn."""
    import pypdfium2.raw as c

    glyphs: list[_Glyph] = []
    text_page = page.get_textpage()
    try:
        raw_page = text_page.raw
        box = c.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        guessed = False
        for i in range(c.FPDFText_CountChars(raw_page)):
            code = c.FPDFText_GetUnicode(raw_page, i)
            if c.FPDFText_IsGenerated(raw_page, i) == 1:
                guessed = True
                continue
            if code == 2:  # PDFium's sign for a hyphen at a line's end
                code = 0x2D
            character = _character(code)
            if not character or _is_slanted(c.FPDFText_GetCharAngle(raw_page, i), turn.rotation):
                continue
            if combining(character) and glyphs:
                glyphs[-1].text += character
                continue
            # The loose box is as wide as the letter's advance: a 1 has white beside it.
            c.FPDFText_GetLooseCharBox(raw_page, i, box)
            c.FPDFText_GetCharOrigin(raw_page, i, x, y)
            x0, upper, x1, _ = turn.box(box.left, box.bottom, box.right, box.top)
            _, base = turn.point(x.value, y.value)
            length = c.FPDFText_GetFontInfo(raw_page, i, name, 128, flags)
            font = name.value.decode("latin-1") if 0 < length <= 128 else ""
            bold = c.FPDFText_GetFontWeight(raw_page, i) >= _BOLD_WEIGHT or _is_bold(font)
            size = _size(c, raw_page, i, x1 - x0, base - upper)
            glyphs.append(_Glyph(character, x0, x1, upper, base, size, bold, font, guessed))
            guessed = False
    finally:
        text_page.close()
    return glyphs


def _character(code: int) -> str:
    if code in _SPACES:
        return " "
    return raw(chr(code)) if 32 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _size(c: Any, text_page: Any, i: int, width: float, height: float) -> float:
    """The font's size on the page: what the PDF says may be scaled by a matrix after."""
    matrix = c.FS_MATRIX()
    size = float(c.FPDFText_GetFontSize(text_page, i))
    if c.FPDFText_GetMatrix(text_page, i, matrix):
        scale = max((matrix.c**2 + matrix.d**2) ** 0.5, 0.0)
        size *= scale or 1.0
    return size if 1.0 <= size <= 200.0 else min(max(height, width, 1.0), 200.0)


def _is_slanted(angle: float, rotation: int) -> bool:
    """Whether a letter does not stand upright on the page, as those of a watermark."""
    turned = (float(angle) * 57.29578 + rotation) % 360 if angle >= 0 else 0.0
    other = (float(angle) * 57.29578 - rotation) % 360 if angle >= 0 else 0.0
    return min(turned, 360 - turned) > 8 and min(other, 360 - other) > 8


def _is_bold(font: str) -> bool:
    name = font.lower()
    return "bold" in name or "black" in name or "heavy" in name or name.endswith("-bd")


def _words(glyphs: list[_Glyph]) -> Iterator[Word]:
    """Letters put together by where they stand: the order of drawing may go by fonts."""
    for line in _on_one_base(glyphs):
        collected: list[_Glyph] = []
        spaced = True
        for glyph in line:
            if collected and (glyph.text == " " or _parts(collected[-1], glyph)):
                yield _word(collected, spaced)
                collected, spaced = [], glyph.guessed
            if glyph.text == " ":
                spaced = True
            elif not (collected and _is_shadow(collected[-1], glyph)):
                collected.append(glyph)
        if collected:
            yield _word(collected, spaced)


def _on_one_base(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    line: list[_Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if line and glyph.base - line[-1].base > 0.1 * glyph.size:
            yield sorted(line, key=lambda g: g.x0)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda g: g.x0)


def _is_shadow(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter is the one before drawn once more, to look bold."""
    return glyph.text == before.text and abs(glyph.x0 - before.x0) < 0.1 * glyph.size


def _parts(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter begins a word of its own."""
    size = max(before.size, glyph.size)
    gap = glyph.x0 - before.x1
    return (
        gap > (_GUESSED_GAP if glyph.guessed else _GAP) * size
        or gap < -0.6 * size
        or abs(glyph.base - before.base) > 0.15 * size
        or abs(glyph.size - before.size) > 0.15 * size
        or glyph.bold != before.bold
    )


def _word(glyphs: list[_Glyph], spaced: bool) -> Word:
    text = "".join(g.text for g in glyphs)
    coding = font_coding(glyphs[0].font)
    if coding is not None:
        text = convert(text, coding)
        if coding == "tcvn3" and glyphs[0].font.endswith("H"):
            text = text.upper()
    return Word(
        text,
        min(g.x0 for g in glyphs),
        max(g.x1 for g in glyphs),
        min(g.top for g in glyphs),
        glyphs[0].base,
        glyphs[0].size,
        glyphs[0].bold,
        spaced,
    )


def _rules(page: "PdfPage", turn: _Turn) -> Iterator[Rule]:
    """The ruled lines of a page: strokes, and boxes so thin that they are meant as lines."""
    import pypdfium2.raw as c

    for i, item in enumerate(page.get_objects(filter=[c.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if i > _MAX_OBJECTS:
            return
        raw_item = item.raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(raw_item, fill, stroke)
        if not fill.value and not stroke.value:
            continue
        count = c.FPDFPath_CountSegments(raw_item)
        bounds = [ctypes.c_float() for _ in range(4)]
        c.FPDFPageObj_GetBounds(raw_item, *bounds)
        x0, y0, x1, y1 = turn.box(*(b.value for b in bounds))
        if min(x1 - x0, y1 - y0) <= _THIN:
            if max(x1 - x0, y1 - y0) >= _SHORTEST:
                yield Rule(x0, y0, x1, y1)
        elif stroke.value and count <= 2_000:
            yield from _strokes(c, raw_item, count, turn)


def _strokes(c: Any, item: Any, count: int, turn: _Turn) -> Iterator[Rule]:
    """The level and upright strokes of a path."""
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for i in range(max(count, 0)):
        segment = c.FPDFPath_GetPathSegment(item, i)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn.point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == c.FPDF_SEGMENT_LINETO and last is not None:
            yield from _stroke(last, point)
        last = point
        if c.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from _stroke(point, start)


def _stroke(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Rule]:
    rule = Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    wide, high = rule.x1 - rule.x0, rule.y1 - rule.y0
    if min(wide, high) <= _THIN and max(wide, high) >= _SHORTEST:
        yield rule
