"""Text of a file -> Document: lines, paragraphs, and last the blocks with their places."""

import re
from collections.abc import Iterable, Sequence

from ingest.document import Anchor, Block, BlockKind, Cell, Document, Repair
from ingest.labels import label_of
from ingest.lines import COVERED, NOTE, PAGE, Line, lines_of
from ingest.mend import Paragraph, mend
from ingest.repair import repair

_MARK = re.compile(rf"\s?{NOTE}(?P<label>[^{NOTE}]*){NOTE}|{PAGE}")
_SENTENCE_END = re.compile(r"[.;][\"”)]*$")
_CELL_GAP = " | "

_HEADING_LENGTH = 200
"""A bold or capital line longer than this, in characters, is a paragraph set in bold."""


def document(text: str, source: str) -> Document:
    """Build the Document of a decoded text.

    Args:
        text: as ``ingest.decode.decode`` returns it.
        source: the file's name.
    """
    return document_of_lines(lines_of(text), source)


def document_of_lines(lines: Sequence[Line], source: str) -> Document:
    """Build the Document of a file's lines, as its reader returns them."""
    paragraphs, notes = mend(lines)
    builder = _Builder()
    for table, paragraph in enumerate(paragraphs):
        builder.turn_to(paragraph.sheet)
        if paragraph.rows is not None:
            builder.add_table(paragraph.rows, table)
        else:
            builder.add_paragraph(paragraph)
    for label, note in notes:
        builder.turn_back(label)
        builder.add("footnote", note, label=label, style="footnote")
    return builder.document(source)


class _Builder:
    """Collects blocks and the text they make up."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._anchors: list[Anchor] = []
        self._pages: list[tuple[int, int]] = []
        self._repairs: list[Repair] = []
        self._length = 0

    def turn_to(self, page: int) -> None:
        """Note that what is added next stands on a page, where pages are known."""
        if page and (not self._pages or self._pages[-1][1] != page):
            self._pages.append((self._length, page))

    def turn_back(self, label: str) -> None:
        """Note that a footnote stands on the page that refers to it."""
        place = next((a.position for a in self._anchors if a.label == label), None)
        pages = [page for start, page in self._pages if place is not None and start <= place]
        if pages:
            self.turn_to(pages[-1])

    def add_paragraph(self, paragraph: Paragraph) -> None:
        label = label_of(paragraph.text)
        self.add(
            _kind(paragraph, labelled=label is not None),
            paragraph.text,
            emphasis=paragraph.emphasis,
            label=label.text if label else None,
            style=label.style if label else None,
            skip=label.length if label else 0,
        )

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        emphasis: int = 0,
        label: str | None = None,
        style: str | None = None,
        skip: int = 0,
    ) -> None:
        start = self._length
        clean = self._take_marks(self._repaired(text, start), start)
        self._blocks.append(
            Block(kind, start, start + len(clean), start + skip, label, style, emphasis)
        )
        self._append(clean)

    def add_table(self, rows: Iterable[tuple[str, ...]], table: int) -> None:
        header: tuple[str, ...] = ()
        for row in rows:
            cells = []
            start = position = self._length
            texts = []
            for i, raw in enumerate(row):
                covered = raw == COVERED
                raw = raw.replace(COVERED, "")
                clean = self._take_marks(self._repaired(raw, position), position)
                column = header[i] if i < len(header) else ""
                cells.append(Cell(column, position, position + len(clean), covered))
                texts.append(clean)
                position += len(clean) + len(_CELL_GAP)
            line = _CELL_GAP.join(texts)
            if not header:
                header = tuple(texts)
            self._blocks.append(
                Block("row", start, start + len(line), start, cells=tuple(cells), table=table)
            )
            self._append(line)

    def document(self, source: str) -> Document:
        text = "\n".join(self._parts)
        return Document(
            source,
            text,
            tuple(self._blocks),
            tuple(self._anchors),
            tuple(self._pages),
            tuple(self._repairs),
        )

    def _repaired(self, text: str, start: int) -> str:
        """Put right what was misread in a text, and keep what was."""
        mended, repairs = repair(text)
        for change in repairs:
            place = start + len(_MARK.sub("", mended[: change.start]))
            length = change.end - change.start
            self._repairs.append(Repair(place, place + length, change.printed))
        return mended

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text) + 1

    def _take_marks(self, text: str, start: int) -> str:
        """Take the marks of footnotes and pages out of a text and keep where they stood."""
        clean, last = "", 0
        for mark in _MARK.finditer(text):
            clean += text[last : mark.start()]
            last = mark.end()
            while not clean and text[last : last + 1] == " ":
                last += 1  # a text does not begin with the space after a mark
            if mark["label"] is not None:
                self._anchors.append(Anchor(mark["label"], start + len(clean)))
            elif self._pages:
                self._pages.append((start + len(clean), self._pages[-1][1] + 1))
        return clean + text[last:]


def _kind(paragraph: Paragraph, *, labelled: bool) -> BlockKind:
    text = paragraph.text
    if paragraph.emphasis and len(text) <= _HEADING_LENGTH:
        sentence = _SENTENCE_END.search(text) and len(text.split()) > 12
        if not sentence:
            return "heading"
    return "item" if labelled else "paragraph"
