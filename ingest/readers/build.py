"""Lines put together by the readers: one a paragraph, cells for a table's row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.decode import tidy_line
from ingest.legacy import to_unicode
from ingest.lines import COVERED, NOTE, Line, is_capitals
from ingest.readers import limits
from kg.errors import TooLarge

_PRIVATE = re.compile("[\ue000-\ue00f]")
_HEADING_CELL = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ|Độc\s+lập\s*[-–—]|ĐẢNG\s+CỘNG\s+SẢN|^\s*Số\s*:|^\s*Nơi\s+nhận",
    re.I | re.M,
)
_ORNAMENT = re.compile(r"[-–—_=*.~\s]{3,}")
"""A line drawn with signs, under the national heading for one."""
_LAYOUT_ROWS = 6
"""A table that only places the national heading or the signature has no more rows than this."""
_SYMBOL_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
"""What Word's symbol fonts show for their private characters."""


def raw(text: str) -> str:
    """Take out of a file's text the private characters by which readers mark notes and pages."""
    return _PRIVATE.sub("", text)


def squeeze(text: str) -> str:
    """Make every run of spaces one; the rest of the normal form is ``finish``'s."""
    return " ".join(text.split())


def symbol(character: str) -> str:
    """Return what a private character of a symbol font shows; a bullet where it is not known."""
    return _SYMBOL_BULLETS.get(character, "•")


def paragraph(
    text: str, *, level: int = 0, bold: bool = False, sheet: int = 0, broken: bool = False
) -> Line:
    """Return the line of one paragraph.

    Args:
        text: without line ends; footnote and page marks may stand in it.
        level: of a heading, 1 to 6; 0 for none.
        bold: whether all of it is bold.
        sheet: the page it begins on, from 1; 0 where that is unknown.
        broken: whether it ends at a line break inside the paragraph.
    """
    text = squeeze(text)
    emphasis = (level or (7 if bold else 0)) if text else 0
    return Line(text, emphasis=emphasis, hard=broken, sheet=sheet)


def finish(lines: Sequence[Line]) -> list[Line]:
    """Bring lines into the normal form of ``ingest.decode``, their emphasis too.

    A legacy coding is told from all of the text, before invisible characters go: in TCVN3 the
    soft hyphen is a letter.
    """
    texts = [text for line in lines for text in (line.text, *(line.cells or ()))]
    tidied = iter(to_unicode("\n".join(texts)).split("\n"))
    finished = []
    for line in lines:
        text = _tidy(next(tidied))
        if _ORNAMENT.fullmatch(text):
            text = ""
        cells = tuple(_tidy(next(tidied)) for _ in line.cells) if line.cells is not None else None
        emphasis = line.emphasis or (8 if is_capitals(text) else 0)
        finished.append(replace(line, text=text, cells=cells, emphasis=emphasis if text else 0))
        if text and not line.hard:
            finished.append(Line(""))
    return finished


def _tidy(text: str) -> str:
    return " ".join(tidy_line(text).split())


def note(label: str, text: str, sheet: int = 0) -> Line:
    """Return the line of a footnote's text."""
    return Line(f"{NOTE}{label}{NOTE} {squeeze(text)}", sheet=sheet)


def note_mark(label: str) -> str:
    """Return what stands in a text where it refers to a footnote."""
    return f"{NOTE}{label}{NOTE}"


class Table:
    """A table being read: for each row its cells, for each cell its paragraphs."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.rows: list[list[list[Line]]] = []
        self.sheets: list[int] = []
        self._covered: list[frozenset[int]] = []
        self._cells = 0

    def add(self, row: Sequence[list[Line]], sheet: int = 0, covered: Iterable[int] = ()) -> None:
        """Add a row.

        Args:
            row: its cells.
            sheet: the page that it stands on.
            covered: which of the cells are one with those above them.

        Raises:
            TooLarge: the table has more cells than any notice's.
        """
        self._cells += len(row)
        if self._cells > limits.MAX_CELLS or len(row) > limits.MAX_COLUMNS:
            raise TooLarge(
                f"{self._name}: a table of more than {limits.MAX_CELLS} cells or "
                f"{limits.MAX_COLUMNS} columns; split the document"
            )
        self.rows.append(list(row))
        self.sheets.append(sheet)
        self._covered.append(frozenset(covered))

    def lines(self) -> list[Line]:
        """Return the rows as lines; of a table that only places text, the text by columns."""
        if self._is_layout():
            return list(self._by_columns())
        if not any(any(line.text for line in cell) for row in self.rows for cell in row):
            return []
        return [
            Line(
                "",
                cells=tuple(
                    _cell_text(cell) or COVERED * (column in covered)
                    for column, cell in enumerate(row)
                ),
                sheet=sheet,
            )
            for row, sheet, covered in zip(self.rows, self.sheets, self._covered, strict=True)
        ]

    def _is_layout(self) -> bool:
        width = max(map(len, self.rows), default=0)
        if width <= 1:
            return True
        if len(self.rows) > _LAYOUT_ROWS or width > 3:
            return False
        texts = ("\n".join(line.text for line in cell) for row in self.rows for cell in row)
        return any(_HEADING_CELL.search(text) for text in texts)

    def _by_columns(self) -> Iterable[Line]:
        for column in range(max(map(len, self.rows), default=0)):
            yield Line("")
            for row in self.rows:
                if column < len(row):
                    yield from row[column]
        yield Line("")


def _cell_text(cell: Sequence[Line]) -> str:
    texts = []
    for line in cell:
        texts.append(" ".join(line.cells).replace(COVERED, "") if line.cells else line.text)
    return " ".join(filter(None, texts))
