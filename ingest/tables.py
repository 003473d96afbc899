"""Tables of tasks: which column says what, and what a blank cell repeats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ingest.document import Block, Cell, Document
from ingest.patterns.columns import Role, role_of
from ingest.patterns.grammar import verbose

_DITTO = verbose(
    r"""
    (?: [-–]? \s* (?: nt | như_trên | n\.t ) \s* [-–]? | ["”“〃]+ | [-–]+ \s* ["”] \s* [-–]+ | // )
    \W*
    """,
    re.I,
)
"""Marks that repeat the cell above."""
_GROUP_LABEL = re.compile(r"[IVX]+\W*|[A-ZĐ]\W*")
_LONGEST_GROUP = 14
"""Words: a longer row says what to do."""
_ORDERED = verbose("chỉ_đạo | kết_luận", re.I)
_NEWER = verbose("mới | điều_chỉnh | gia_hạn | lùi | sau_khi", re.I)
"""In the name of a deadline's column that puts another one right."""
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?(?:\s*=.{1,12})?")
"""Under the header: "(1) | (2) | (3)"."""
_HEADER_ROWS = 3
"""A table's columns are named in one of its first rows; titles may stand over them."""
_LONGEST_NAME = 6
"""Words of a column's name in the second row of a header of two rows."""
_EMPTY = re.compile(r"[-–—./\s]*")


@dataclass(slots=True)
class TaskTable:
    """The columns of one table of tasks, and what its last row said."""

    columns: dict[int, Role]
    names: list[str] = field(default_factory=list)
    """The columns' names as the header prints them, in small letters."""
    last: dict[Role, Cell] = field(default_factory=dict)
    """The last cell with words in each column."""
    above: dict[Role, Cell] = field(default_factory=dict)
    """What the columns said in the row before."""

    @classmethod
    def of(cls, names: Sequence[str]) -> "TaskTable | None":
        """Read the names of a table's columns; None where it holds no tasks."""
        columns: dict[int, Role] = {}
        unknown: list[int] = []
        for i, name in enumerate(names):
            known, role = role_of(name)
            if role is not None and (role not in columns.values() or role == "coordinator"):
                columns[i] = role
            elif role == "deadline" and _NEWER.search(name):
                # "Thời hạn cũ | Thời hạn mới": the second counts
                columns = {c: r for c, r in columns.items() if r != "deadline"} | {i: role}
            elif role == "content" and _ORDERED.search(name):
                # "Nội dung kiến nghị | Ý kiến chỉ đạo": the second is the order
                columns = {c: r for c, r in columns.items() if r != "content"} | {i: role}
            elif not known and name.strip():
                unknown.append(i)
        roles = set(columns.values())
        if "content" not in roles and len(unknown) == 1 and roles & {"assignee", "deadline"}:
            columns[unknown[0]] = "content"
        if "content" not in columns.values() or len(columns) < 2:
            return None
        return cls(columns)

    def repeats(self, document: Document, row: Block) -> bool:
        """Whether a row says the names or numbers of the columns once more."""
        texts = [document.text[c.start : c.end].strip() for c in row.cells]
        filled = [text for text in texts if text]
        if len(filled) >= 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
            return True
        return len(filled) >= 2 and [_folded(text) for text in texts] == self.names

    def cells(self, document: Document, row: Block) -> dict[Role, Cell]:
        """The cells of a row by role, blank ones filled from above where that is what they mean.

        A blank unit is the one above; a ditto mark, or a cell that is one with that above it, in
        any column but the content's.
        """
        found: dict[Role, Cell] = {}
        for i, cell in enumerate(row.cells):
            role = self.columns.get(i)
            if role is None:
                continue
            words = document.text[cell.start : cell.end].strip()
            if cell.covered and role != "content":
                if role in self.above:
                    found[role] = self.above[role]
            elif _DITTO.fullmatch(words) or (role == "assignee" and not words):
                if role in self.last:
                    found[role] = self.last[role]
            elif not _EMPTY.fullmatch(words):
                found[role] = self.last[role] = cell
        self.above = found
        return found

    def forget(self, role: Role) -> None:
        """Let blank cells of a column no longer mean the cell above."""
        self.last.pop(role, None)
        self.above.pop(role, None)

    def is_group(self, document: Document, row: Block) -> Cell | None:
        """The cell of a row that only names the group of rows after it, else None."""
        filled = [c for c in row.cells if document.text[c.start : c.end].strip()]
        texts = {document.text[c.start : c.end].strip() for c in filled}
        own = {i for i, c in enumerate(row.cells) if document.text[c.start : c.end].strip()}
        roles = {self.columns.get(i) for i in own}
        if len(texts) == 1 and len(row.cells) > 2:
            return filled[0]  # one cell merged over the row
        numbered = _GROUP_LABEL.fullmatch(self._label(document, row))
        if roles <= {"label", "content"} and (numbered or not self._label(document, row)):
            content = next(i for i, role in self.columns.items() if role == "content")
            if content >= len(row.cells):
                return None  # a row cut short
            words = document.text[row.cells[content].start : row.cells[content].end]
            if len(words.split()) <= _LONGEST_GROUP and not words.rstrip().endswith((".", ";")):
                return row.cells[content]
        return None

    def _label(self, document: Document, row: Block) -> str:
        for i, role in self.columns.items():
            if role == "label" and i < len(row.cells):
                return document.text[row.cells[i].start : row.cells[i].end].strip()
        return ""


def task_tables(document: Document) -> tuple[dict[int, TaskTable], set[int]]:
    """The tables of tasks by their numbers, and the starts of the rows that name columns.

    A table that goes on with the one before it, on another page, keeps its columns and what its
    last row said.
    """
    tables: dict[int, TaskTable] = {}
    headers: set[int] = set()
    last: tuple[TaskTable, int, int] | None = None  # the table before, its width, where it ends
    indexed = [(i, b) for i, b in enumerate(document.blocks) if b.kind == "row"]
    for number, group in groupby(indexed, key=lambda item: item[1].table):
        rows = list(group)
        if number is None:
            continue
        blocks = [block for _, block in rows]
        table, named = _columns(document, blocks)
        width = len(blocks[0].cells)
        follows = last is not None and last[1:] == (width, rows[0][0])
        if last is not None and follows and (table is None or table.columns == last[0].columns):
            table = last[0]
        if table is not None:
            tables[number] = table
            headers |= {block.start for block in blocks[:named]}
            last = (table, width, rows[-1][0] + 1)
        else:
            last = None
    return tables, headers


def _columns(document: Document, rows: Sequence[Block]) -> tuple[TaskTable | None, int]:
    """The columns that a table's first rows name, and how many rows do or stand over them."""
    for n, row in enumerate(rows[:_HEADER_ROWS]):
        names = _names(document, row)
        below = _names(document, rows[n + 1]) if n + 1 < len(rows) else []
        if below and _names_too(names, below):
            both = [b or a for a, b in zip(names, below, strict=True)]
            if table := TaskTable.of(both):
                table.names = [_folded(name) for name in names]
                return table, n + 2
        if table := TaskTable.of(names):
            table.names = [_folded(name) for name in names]
            return table, n + 1
    return None, 0


def _names_too(names: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a second row parts columns that share a name: "Phân công" over "Chủ trì"."""
    filled = [name for name in below if name]
    return (
        len(names) == len(below)
        and 2 <= len(filled) < len(below)
        and not below[0]
        and all(role_of(name)[0] and len(name.split()) <= _LONGEST_NAME for name in filled)
    )


def _names(document: Document, row: Block) -> list[str]:
    return [document.text[c.start : c.end].strip() for c in row.cells]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
