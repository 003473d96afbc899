"""Tables of tasks: which column says what, and what a blank cell repeats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.document import Block, Cell, Document
from ingest.patterns.grammar import any_of, verbose

Role = Literal["label", "content", "assignee", "coordinator", "deadline", "supervisor"]

_ASSIGNEE_COLUMNS = """
    chủ trì; đơn vị; cơ quan; thực hiện; phụ trách; phòng; người; trách nhiệm; đầu mối; giao cho;
    làm chính; chính; bộ phận; nơi làm
"""
# The words of a column's header, the first that fits decides; order matters: "đơn vị phối hợp" is a
# coordinator's column though it says "đơn vị", "thời gian thực hiện" a deadline's.
_HEADERS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("label", verbose(
        r"(?: stt | tt | số_tt | số_thứ_tự | (?: việc_ )? số | mã | \# | no\.? ) \W*", re.I
    )),
    ("coordinator", verbose(
        ".* (?: phối_ (?: kết_ )? hợp | cùng_(?: làm | thực_hiện ) | tham_gia | hỗ_trợ )", re.I
    )),
    ("deadline", verbose(
        ".* (?: thời_(?: hạn | gian | điểm ) | hạn_ | hạn$ | tiến_độ | hoàn_thành | ngày_xong )",
        re.I,
    )),
    ("supervisor", verbose(
        r"(?! .* (?: nội_dung | ý_kiến | nhiệm_vụ ) ) .* (?: lãnh_đạo | chỉ_đạo \s* $ )", re.I
    )),
    ("content", verbose(
        """
        .* (?: nội_dung | nhiệm_vụ | đầu_việc | tên_(?: nhiệm | công ) | kết_luận | chỉ_đạo | việc )
        """,
        re.I,
    )),
    ("assignee", verbose(rf".* {any_of(_ASSIGNEE_COLUMNS)}", re.I)),
)  # fmt: skip
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
_EMPTY = re.compile(r"[-–—./\s]*")


@dataclass(slots=True)
class TaskTable:
    """The columns of one table of tasks, and what its last row said."""

    columns: dict[int, Role]
    last: dict[Role, Cell] = field(default_factory=dict)
    """The last cell with words in each column."""
    above: dict[Role, Cell] = field(default_factory=dict)
    """What the columns said in the row before."""

    @classmethod
    def of(cls, document: Document, header: Block) -> "TaskTable | None":
        """Read a header row; None where the table holds no tasks."""
        columns: dict[int, Role] = {}
        for i, cell in enumerate(header.cells):
            words = document.text[cell.start : cell.end]
            role = next((r for r, p in _HEADERS if p.match(words)), None)
            if role is not None and (role not in columns.values() or role == "coordinator"):
                columns[i] = role
        if "content" not in columns.values():
            return None
        return cls(columns) if len(columns) >= 2 else None

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
            words = document.text[row.cells[content].start : row.cells[content].end]
            if len(words.split()) <= _LONGEST_GROUP and not words.rstrip().endswith((".", ";")):
                return row.cells[content]
        return None

    def _label(self, document: Document, row: Block) -> str:
        for i, role in self.columns.items():
            if role == "label" and i < len(row.cells):
                return document.text[row.cells[i].start : row.cells[i].end].strip()
        return ""


def header_rows(blocks: Sequence[Block]) -> dict[int, Block]:
    """The first row of each table, by the table's number."""
    headers: dict[int, Block] = {}
    for block in blocks:
        if block.kind == "row" and block.table is not None:
            headers.setdefault(block.table, block)
    return headers
