"""Text of a file -> Document: lines, paragraphs, and last the blocks with their places."""

import re
from collections.abc import Iterable

from ingest.document import Anchor, Block, BlockKind, Cell, Document
from ingest.labels import label_of
from ingest.lines import NOTE, lines_of
from ingest.mend import Paragraph, mend

_NOTE_MARK = re.compile(rf"\s?{NOTE}(?P<label>[^{NOTE}]*){NOTE}")
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
    paragraphs, notes = mend(lines_of(text))
    builder = _Builder()
    for table, paragraph in enumerate(paragraphs):
        if paragraph.rows is not None:
            builder.add_table(paragraph.rows, table)
        else:
            builder.add_paragraph(paragraph)
    for label, note in notes:
        builder.add("footnote", note, label=label, style="footnote")
    return builder.document(source)


class _Builder:
    """Collects blocks and the text they make up."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._anchors: list[Anchor] = []
        self._length = 0

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
        clean = self._take_notes(text, start)
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
                clean = self._take_notes(raw, position)
                column = header[i] if i < len(header) else ""
                cells.append(Cell(column, position, position + len(clean)))
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
        return Document(source, text, tuple(self._blocks), tuple(self._anchors))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text) + 1

    def _take_notes(self, text: str, start: int) -> str:
        """Take footnote marks out of a text and keep where they stood."""
        clean, last, removed = [], 0, 0
        for mark in _NOTE_MARK.finditer(text):
            clean.append(text[last : mark.start()])
            self._anchors.append(Anchor(mark["label"], start + mark.start() - removed))
            removed += mark.end() - mark.start()
            last = mark.end()
        clean.append(text[last:])
        return "".join(clean)


def _kind(paragraph: Paragraph, *, labelled: bool) -> BlockKind:
    text = paragraph.text
    if paragraph.emphasis and len(text) <= _HEADING_LENGTH:
        sentence = _SENTENCE_END.search(text) and len(text.split()) > 12
        if not sentence:
            return "heading"
    return "item" if labelled else "paragraph"
