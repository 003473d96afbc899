"""The orders of tables: a row is a task, its columns say whose and until when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Block, Cell, Document
from ingest.fill import Draft
from ingest.orders import mention_of, read_order
from ingest.patterns.deadline_cell import read_deadline_cell
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.order_grammar import BEFORE_NAME
from ingest.patterns.person import find_people
from ingest.patterns.times import Frame
from ingest.patterns.unit import find_units, unit_list_at
from ingest.patterns.unit_register import Register
from ingest.patterns.unit_single import spelt_out
from ingest.sections import units_of_heading
from ingest.spans import moved
from ingest.tables import TaskTable, task_tables
from kg.records import EVERY_UNIT, Deadline, Mention

_JOINS = verbose(r"[\s,;(]* (?: cơ_quan_ | đơn_vị_ )? phối_hợp (?: _với )? [\s:]*", re.I)
_OVERSEES = verbose("theo_dõi | chỉ_đạo | phụ_trách | đôn_đốc | đầu_mối", re.I)
_JOINS_AFTER = verbose(
    r"""
    (?P<lead> .+? ) (?: \s* \(? \s* chủ_trì \s* \)? \s* [;,]? | \s* [;\n] ) \s*
    (?P<joined> [^;\n]+? ) \s* \(? \s* (?: cùng_ )? phối_hợp \s* \)? \W*
    """,
    re.I | re.S,
)
"""Who leads and who joins, each said after the names: "Sở A chủ trì; Sở B phối hợp"."""
_REST_OF_NAME = verbose(rf"""
    (?: [ ] (?! {any_of("chủ trì; phối hợp; thực hiện; và; các; báo cáo; theo; trực tiếp")} (?!\w) )
        (?: [{LOWER}]+ | [{UPPER}][\w&]* | [-–&] ) ){{1,7}} (?= \s* (?: [,;(\n] | $ ) )
""")
"""What follows a name in a cell of names, up to where the next begins: it is the name's too."""
_SAYS_WHY = verbose(r"\W* (?: số,?_ )? (?: văn_bản | căn_cứ | cơ_sở | ký_hiệu )", re.I)
"""A column of the documents that the orders rest on."""
_PART = re.compile(r"[^,;\n]+")


class RowReader:
    """Reads the rows of a document's tables, which must come in order."""

    def __init__(self, document: Document, register: Register, frame: Frame) -> None:
        self._document = document
        self._text = document.text
        self._register = register
        self._frame = frame
        self._tables, self._headers = task_tables(document)
        self._group: dict[int, Cell] = {}
        """The last row of each table that named a group of rows."""

    def read(self, row: Block) -> Iterator[Draft]:
        """Yield the order of a row, if it holds one."""
        table = self._tables.get(row.table) if row.table is not None else None
        if row.table is None or table is None or row.start in self._headers:
            return
        if table.repeats(self._document, row):
            return
        if group := table.is_group(self._document, row):
            self._group[row.table] = group
            if units_of_heading(self._text, group.start, group.end, self._register):
                table.forget("assignee")  # a blank cell is now the group's office
            return
        cells = table.cells(self._document, row)
        content = cells.get("content")
        if content is None:
            return
        over = self._group.get(row.table)
        label, assignee = cells.get("label"), cells.get("assignee")
        lead, joined = self._parts_of(assignee)
        yield Draft(
            content.start,
            content.end,
            self._words(label).strip(" .") if label else None,
            self._words(over) if over else None,
            self._assignees(lead, over, content),
            self._units_in(joined) + self._units_in(cells.get("coordinator")),
            self._deadlines_in(cells.get("deadline")),
            self._people_in(assignee)
            + self._people_in(cells.get("supervisor"))
            + self._who_oversees(table, row),
            self._people_in(cells.get("supervisor")),
            tuple((c.start, c.end) for c in row.cells if _SAYS_WHY.match(c.column)),
        )

    def _words(self, cell: Cell) -> str:
        return self._text[cell.start : cell.end]

    def _assignees(
        self, assignee: Cell | None, over: Cell | None, content: Cell
    ) -> tuple[Mention, ...]:
        """Those of the row's own column, else of its group's heading, else of its sentence."""
        if person := self._person_in(assignee):
            return person
        if units := self._units_in(assignee):
            return units
        if over and (units := units_of_heading(self._text, over.start, over.end, self._register)):
            return units
        order = read_order(self._text, content.start, content.end, self._register)
        return order.addressees if order else ()

    def _parts_of(self, cell: Cell | None) -> tuple[Cell | None, Cell | None]:
        """Those of a cell that lead and those that join.

        "Sở A chủ trì; phối hợp: Sở B", "Sở A (chủ trì); Sở B (phối hợp)".
        """
        if cell and (after := _JOINS_AFTER.fullmatch(self._text, cell.start, cell.end)):
            leads = replace(cell, end=after.end("lead"))
            return leads, replace(cell, start=after.start("joined"), end=after.end("joined"))
        joins = _JOINS.search(self._text, cell.start, cell.end) if cell else None
        if cell is None or joins is None:
            return cell, None
        lead = replace(cell, end=joins.start()) if joins.start() > cell.start else None
        return lead, replace(cell, start=joins.end())

    def _person_in(self, cell: Cell | None) -> tuple[Mention, ...]:
        """The person that a cell begins with, told to act in person: "Đ/c An - Phó Giám đốc"."""
        people = self._people_in(cell)[:1]
        if cell and people and BEFORE_NAME.fullmatch(self._text, cell.start, people[0].start):
            return people
        return ()

    def _units_in(self, cell: Cell | None) -> tuple[Mention, ...]:
        if cell is None:
            return ()
        words = self._words(cell)
        listed = unit_list_at(words, 0, self._register, semicolons=True)
        position = listed[-1].end if listed else 0
        rest = find_units(words[position:], self._register)
        found = (
            *(mention_of(u) for u in listed),
            *moved([mention_of(u) for u in rest], position),
        )
        found = tuple(_to_its_end(words, unit) for unit in found)
        return moved(found or self._named_without_kind(words), cell.start)

    def _named_without_kind(self, words: str) -> tuple[Mention, ...]:
        """The offices of a cell that no grammar knows: its column says that they are some."""
        found = []
        for part in _PART.finditer(words):
            if name := part[0].strip(" -.–()"):
                start = words.index(name, part.start())
                full = self._register.full(name) or spelt_out(name)
                found.append(Mention(name, start, start + len(name), full))
        return tuple(found)

    def _people_in(self, cell: Cell | None) -> tuple[Mention, ...]:
        return moved(find_people(self._words(cell)), cell.start) if cell else ()

    def _who_oversees(self, table: TaskTable, row: Block) -> tuple[Mention, ...]:
        """Those whom a remark beside the order says to see to it: "Ông An theo dõi"."""
        asides = [c for i, c in enumerate(row.cells) if i not in table.columns]
        return tuple(
            person
            for cell in asides
            if _OVERSEES.search(self._text, cell.start, cell.end)
            for person in self._people_in(cell)
        )

    def _deadlines_in(self, cell: Cell | None) -> tuple[Deadline, ...]:
        if cell is None:
            return ()
        return moved(read_deadline_cell(self._words(cell), self._frame), cell.start)


def _to_its_end(words: str, unit: Mention) -> Mention:
    """An office of a cell with the rest of its name: "Vụ Thị trường châu Âu - châu Mỹ"."""
    rest = _REST_OF_NAME.match(words, unit.end)
    if rest is None or unit.canonical == EVERY_UNIT:
        return unit
    full = (unit.canonical or unit.name) + rest[0]
    return Mention(unit.name + rest[0], unit.start, rest.end(), full)
