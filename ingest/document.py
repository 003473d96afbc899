"""A file as read: its mended text and the blocks that the text is made of."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "item", "paragraph", "row", "footnote"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: the column's header and the place of the cell's text."""

    column: str
    start: int
    end: int
    covered: bool = False
    """Whether it is one with the cell above, where the file says so; then its text is empty."""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, item, paragraph, table row or footnote.

    ``document.text[start:end]`` is the whole block, label included; ``body`` is where the text
    after the label begins.
    """

    kind: BlockKind
    start: int
    end: int
    body: int
    label: str | None = None
    """The number, letter or bullet as printed, without its punctuation; None: it has none."""
    style: str | None = None
    """How the label is printed, "decimal:2", "letter:)": siblings share it."""
    emphasis: int = 0
    """Markdown heading level, 1 to 6; 7 for a line all bold, 8 for one all capitals; else 0."""
    cells: tuple[Cell, ...] = ()
    """For a row, its cells from left to right."""
    table: int | None = None
    """For a row, which table of the document it belongs to."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the text refers to a footnote."""

    label: str
    position: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A misread stretch put right: where it now stands, and how it was printed."""

    start: int
    end: int
    printed: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    ``text`` is made of blocks parted by single newlines; inside a block there is no newline and
    no double space. Footnotes stand at the end.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    """(offset, page number) for each place where the text turns to another page, in order of the
    offsets; empty where the file knows no pages. A footnote turns back to the page it stood on."""
    repairs: tuple[Repair, ...] = ()
    """What a scan had misread, put right in the text."""
