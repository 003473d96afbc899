"""Printed pages, of a PDF or scanned -> lines: paragraphs, table rows, footnotes in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.lines import COVERED, NOTE, Line
from ingest.readers.build import Table, note, paragraph
from ingest.readers.layout import TextLine, reading_order, text_of_field
from ingest.readers.ocr import read_picture
from ingest.readers.page import Page
from ingest.readers.paragraphs import Column, column_of, paragraphs
from ingest.readers.pdf_file import read_pages
from ingest.readers.ruled import Grid, grids
from ingest.readers.running import without_running
from kg.errors import EmptyNotice

_NOTE_START = re.compile(rf"{NOTE}(?P<label>[^{NOTE}]+){NOTE}\s*(?P<text>.+)")
_REFERENCE = re.compile(rf"{NOTE}([^{NOTE}]+){NOTE}")
_PLAIN_NOTE_START = re.compile(r"[\[(]?(?P<label>\d{1,2})[\])]?\s+(?P<text>\D.+)")
_NOTE_SIZE = 0.93
"""Footnotes are set smaller than the text by this much or more: 10 points to 13 or 14."""
_SAME_COLUMN = 4.0
"""Points by which a table's columns may differ where it goes on on the next page."""


def read_pdf(data: bytes, name: str) -> list[Line]:
    """Read a PDF, scanned pages by OCR.

    Raises:
        MissingProgram: a page needs OCR and Tesseract is not installed.
        ReadError: it is damaged, protected, empty or over the limits.
    """
    return lines_of_pages(read_pages(data, name), name)


def read_scan(data: bytes, name: str) -> list[Line]:
    """Read a picture of a page or pages; raises as ``read_pdf``."""
    return lines_of_pages(read_picture(data, name), name)


def lines_of_pages(pages: Sequence[Page], name: str) -> list[Line]:
    """Return the lines of printed pages, in the order in which a person reads them.

    Raises:
        EmptyNotice: there is no text on them.
    """
    if not any(page.words for page in pages):
        raise EmptyNotice(f"{name}: no text on its {len(pages)} pages; expected a notice")
    ruled = [grids(page.rules) for page in pages]
    texts = [
        reading_order(
            (w for w in page.words if not any(grid.holds(w) for grid in tables)), page.number
        )
        for page, tables in zip(pages, ruled, strict=True)
    ]
    texts = without_running(texts, [page.height for page in pages])
    column = column_of([line for lines in texts for line in lines])
    notes: list[Line] = []
    flow: list[_Text | _Ruled] = []
    for page, lines, tables in zip(pages, texts, ruled, strict=True):
        lines, below = _without_notes(lines, page, column)
        notes += below
        _lay(flow, page, lines, tables)
    found = [line for part in flow for line in _lines(part, column, name)]
    return [*found, Line(""), *notes] if notes else found


@dataclass(slots=True)
class _Text:
    """Lines that follow each other with no table between."""

    lines: list[TextLine]


@dataclass(slots=True)
class _Ruled:
    """A table, that may go on over pages."""

    xs: tuple[float, ...]
    rows: list[list[str]]
    pages: list[int]


def _lay(
    flow: "list[_Text | _Ruled]", page: Page, lines: Sequence[TextLine], tables: Sequence[Grid]
) -> None:
    """Append a page's lines and tables to what came before, in order."""
    rest = list(lines)
    for grid in tables:
        above = _count_above(rest, grid)
        _append_text(flow, rest[:above])
        rest = rest[above:]
        widths = [b - a for a, b in pairwise(grid.xs)]
        rows = [
            [
                text_of_field(field, width) or COVERED * grid.is_covered(r, c)
                for c, (field, width) in enumerate(zip(row, widths, strict=True))
            ]
            for r, row in enumerate(grid.rows(w for w in page.words if grid.holds(w)))
        ]
        filled = [row for row in rows if any(text.strip(COVERED) for text in row)]
        _append_rows(flow, grid, filled, page.number)
    _append_text(flow, rest)


def _count_above(lines: Sequence[TextLine], grid: Grid) -> int:
    for i, line in enumerate(lines):
        if line.base > grid.ys[0] and all(later.base > grid.ys[0] for later in lines[i:]):
            return i
    return len(lines)


def _append_text(flow: "list[_Text | _Ruled]", lines: Sequence[TextLine]) -> None:
    if not lines:
        return
    if flow and isinstance(flow[-1], _Text):
        flow[-1].lines += lines
    else:
        flow.append(_Text(list(lines)))


def _append_rows(
    flow: "list[_Text | _Ruled]", grid: Grid, rows: list[list[str]], page: int
) -> None:
    last = flow[-1] if flow else None
    goes_on = (
        isinstance(last, _Ruled)
        and last.pages[-1:] == [page - 1]
        and len(last.xs) == len(grid.xs)
        and all(abs(a - b) <= _SAME_COLUMN for a, b in zip(last.xs, grid.xs, strict=True))
    )
    if not isinstance(last, _Ruled) or not goes_on:
        flow.append(_Ruled(grid.xs, rows, [page] * len(rows)))
        return
    if rows and last.rows and rows[0] == last.rows[0]:
        rows = rows[1:]  # the header is printed again
    if rows and last.rows and _is_cut(last.rows[-1], rows[0]):
        last.rows[-1] = [
            " ".join(filter(None, pair)) for pair in zip(last.rows[-1], rows[0], strict=True)
        ]
        rows = rows[1:]
    last.rows += rows
    last.pages += [page] * len(rows)


def _is_cut(row: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a row goes on on the next page: no number of its own, and cells that go on."""
    if following[0]:
        return False
    pairs = [(above, below) for above, below in zip(row, following, strict=True) if below]
    goes_on = [above and (below[0].islower() or above[-1] not in ".;:") for above, below in pairs]
    return bool(goes_on) and all(above for above, _ in pairs) and any(goes_on)


def _lines(part: "_Text | _Ruled", column: Column, name: str) -> Iterator[Line]:
    if isinstance(part, _Text):
        yield from paragraphs(part.lines, column)
        return
    table = Table(name)
    for row, page in zip(part.rows, part.pages, strict=True):
        cells = [[paragraph(text)] if text.strip(COVERED) else [] for text in row]
        table.add(cells, page, (c for c, text in enumerate(row) if text == COVERED))
    yield Line("")
    yield from table.lines()
    yield Line("")


def _without_notes(
    lines: Sequence[TextLine], page: Page, column: Column
) -> tuple[list[TextLine], list[Line]]:
    """Part the footnotes at a page's end from its text."""
    in_order = sorted(lines, key=lambda line: line.base)
    referred = {label for line in lines for label in _REFERENCE.findall(line.text)}

    def begins(line: TextLine) -> bool:
        return _begins_note(line, page, column, referred)

    first = next((line for line in in_order if begins(line)), None)
    if first is None:
        return list(lines), []
    below = [line for line in in_order if line.base >= first.base - 1]
    if any(line.size > _NOTE_SIZE * column.size for line in below):
        return list(lines), []
    notes: list[Line] = []
    for line in below:
        start = _NOTE_START.match(line.text) or _PLAIN_NOTE_START.match(line.text)
        if start and line.x0 < column.left + 4 * column.size and begins(line):
            notes.append(note(start["label"], start["text"], page.number))
        elif notes:
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text} {line.text}")
    kept = [line for line in lines if line.base < first.base - 1]
    return kept, notes


def _begins_note(line: TextLine, page: Page, column: Column, referred: set[str]) -> bool:
    """Whether a line is small and begins with the label of a footnote."""
    if line.size > _NOTE_SIZE * column.size or line.base < 0.3 * page.height:
        return False
    if _NOTE_START.match(line.text):
        return True
    plain = _PLAIN_NOTE_START.match(line.text)
    if plain is None:
        return False
    # A label that is not raised is one where the page refers to it, or under a short rule.
    return plain["label"] in referred or any(
        rule.level and 0 < line.base - rule.y1 < page.height * 0.4 and rule.x1 - rule.x0 < 260
        for rule in page.rules
    )
