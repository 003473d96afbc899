"""Outline and facts -> tasks: which blocks, rows and sentences are orders, and whose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Block, Cell, Document
from ingest.orders import (
    Order,
    begins_with_action,
    coordinators,
    mention_of,
    read_order,
    sentences,
)
from ingest.outline import Node, text_of
from ingest.patterns.deadline import Frame, read_deadline_cell
from ingest.patterns.person import find_people
from ingest.patterns.unit import Register, find_units, spelt_out, unit_list_at
from ingest.sections import Section, section_of, units_of_heading
from ingest.tables import TaskTable, header_rows
from kg.records import EVERY_UNIT, Caveat, Deadline, Mention, Task

_OPINION = re.compile(
    r"(?:(?:[Cc]ơ\s+bản\s+)?[Tt]hống\s+nhất|[Nn]hất\s+trí|[Đđ]ồng\s+ý|[Gg]hi\s+nhận|[Đđ]ánh\s+giá\s+cao|[Bb]iểu\s+dương|[Tt]uy\s+nhiên|[Đđ]ây\s+là|[Tt]rong\s+(?:tháng|quý|thời\s+gian)\s+(?:qua|\d)|[Tt]hời\s+gian\s+qua|[Nn]hìn\s+chung|[Hh]oan\s+nghênh|[Cc]hia\s+sẻ)(?!\w)"
)
_REPORTS = re.compile(
    r"(?:[Đđ]ã|[Cc]hưa|[Cc]òn|[Vv]iệc\s+[^.;]{3,80}\s(?:còn|chưa)|[Mm]ột\s+số\s[^.;]{3,80}\s(?:còn|chưa)|[Kk]ết\s+quả\s+[^.;]{3,80}\s(?:đạt|đã))(?!\w)"
)
_HAS_BEEN = re.compile(
    r"(?!(?:[Tt]iếp\s+tục|[Kk]hẩn\s+trương|[Cc]hủ\s+động|[Tt]ập\s+trung|[Tt]hực\s+hiện|[Tt]riển\s+khai|[Rr]à\s+soát|[Đđ]ôn\s+đốc)(?!\w))"
    r"[^,;.:]{2,120}?\s(?:đã\s+(?:được|gửi|trình|hoàn|ban|có|cơ)|chưa\s+được|còn\s+(?:chậm|thấp|nhiều|kéo|lúng|hạn|một))(?!\w)"
)
_TOPIC = re.compile(
    r"(?:Về|Công\s+tác|Lĩnh\s+vực|Nhiệm\s+vụ|Nội\s+dung|Đánh\s+giá|Tình\s+hình|Một\s+số)(?!\w)"
)
_PAST = re.compile(r"\s(?:đã|còn|chưa)\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its facts are filled in: where it stands and whose it is."""

    start: int
    end: int
    label: str | None
    section: str | None
    assignees: tuple[Mention, ...]
    extra_coordinators: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] | None = None
    people: tuple[Mention, ...] = ()


class TaskReader:
    """Finds the orders of one document."""

    def __init__(
        self, document: Document, nodes: Sequence[Node], register: Register, frame: Frame
    ) -> None:
        self._document = document
        self._text = document.text
        self._nodes = nodes
        self._register = register
        self._frame = frame
        self._tables: dict[int, TaskTable | None] = {
            number: TaskTable.of(document, header)
            for number, header in header_rows(document.blocks).items()
        }
        self._headers = {id(b) for b in header_rows(document.blocks).values()}
        self._group: dict[int, Cell] = {}
        self.caveats: list[Caveat] = []

    def drafts(self) -> Iterator[Draft]:
        """Yield the document's orders, in order."""
        absorbed: set[int] = set()
        for i, node in enumerate(self._nodes):
            if node.part != "body" or i in absorbed:
                continue
            if node.block.kind == "heading" and node.has_children:
                continue
            if node.block.kind == "row":
                yield from self._row(node.block)
                continue
            section = section_of(self._document, self._nodes, node, self._register)
            details = self._details(i)
            found = list(self._block(node, section, bool(details)))
            if found and details:
                absorbed.update(details)
                found[-1] = replace(found[-1], end=self._nodes[details[-1]].block.end)
            yield from found

    def _is_title(self, node: Node) -> bool:
        """Whether an item only names what comes under it: short, and not ended like a sentence."""
        block = node.block
        text = self._text[block.body : block.end]
        return (
            block.kind == "item"
            and (node.has_children or _TOPIC.match(text) is not None)
            and len(text.split()) <= 25
            and not text.endswith((".", ";", "…"))
        )

    def _block(self, node: Node, section: Section, has_details: bool) -> Iterator[Draft]:
        """The orders of one item or paragraph."""
        block = node.block
        if self._is_title(node) and not has_details:
            return
        if units_of_heading(self._text, block.body, block.end, self._register):
            return
        spans = sentences(self._text, block.body, block.end)
        if spans and self._text[spans[-1][1] - 1] == ":" and not has_details:
            spans.pop()
        drafts: list[Draft] = []
        label = self._label(node)
        for start, end in spans:
            order = read_order(self._text, start, end, self._register)
            if order is not None and section.assessment and not order.performative:
                order = None
            if order is not None and self._is_new(order, drafts):
                drafts.append(Draft(start, end, label, section.heading, order.addressees))
            elif drafts:
                drafts[-1] = replace(drafts[-1], end=end)
            elif (section.units or start == spans[0][0]) and self._is_implied(start, end, section):
                drafts.append(Draft(start, end, label, section.heading, self._implied(section)))
        if drafts and len(drafts) == 1 and section.units and not section.assessment:
            drafts[0] = replace(drafts[0], start=min(drafts[0].start, spans[0][0]))
        yield from drafts

    def _is_new(self, order: Order, drafts: Sequence[Draft]) -> bool:
        """Whether an order in a paragraph begins a task of its own: the first, or another's."""
        if not drafts:
            return True
        names = {m.canonical for m in order.addressees}
        return not names <= {m.canonical for m in drafts[-1].assignees}

    def _is_implied(self, start: int, end: int, section: Section) -> bool:
        """Whether a sentence that names nobody orders those of its section."""
        if section.assessment:
            return False
        sentence = self._text[start:end]
        if _OPINION.match(sentence) or _REPORTS.match(sentence) or _HAS_BEEN.match(sentence):
            return False
        if any(m.canonical != EVERY_UNIT for m in section.units):
            return not _PAST.search(sentence[:60]) or begins_with_action(self._text, start)
        return begins_with_action(self._text, start)

    def _implied(self, section: Section) -> tuple[Mention, ...]:
        return section.units

    def _label(self, node: Node) -> str | None:
        """An item's label; a paragraph under "- Về việc ...:" has that item's."""
        if node.block.label is not None:
            return node.block.label
        if node.parents:
            parent = self._nodes[node.parents[-1]]
            first = next(
                (n for n in self._nodes if n.parents and n.parents[-1] == node.parents[-1]), None
            )
            if parent.block.kind == "item" and first is node:
                return parent.block.label
        return None

    def _details(self, i: int) -> list[int]:
        """Indices of the "+" details that belong to an item."""
        if self._nodes[i].block.style in (None, "bullet:+"):
            return []
        found: list[int] = []
        for j in range(i + 1, len(self._nodes)):
            node = self._nodes[j]
            if i not in node.parents:
                break
            if node.block.style != "bullet:+" and not (found and found[-1] in node.parents):
                return []
            found.append(j)
        return found

    def _row(self, row: Block) -> Iterator[Draft]:
        """The order of a table's row."""
        if row.table is None or id(row) in self._headers:
            return
        table = self._tables[row.table]
        if table is None:
            return
        if group := table.is_group(self._document, row):
            self._group[row.table] = group
            return
        cells = table.cells(self._document, row)
        content = cells.get("content")
        if content is None:
            return
        group_cell = self._group.get(row.table)
        units = self._units_in(cells.get("assignee")) or (
            units_of_heading(self._text, group_cell.start, group_cell.end, self._register)
            if group_cell
            else ()
        )
        if not units:
            order = read_order(self._text, content.start, content.end, self._register)
            units = order.addressees if order else ()
        deadline = cells.get("deadline")
        label = cells.get("label")
        end = content.end
        yield Draft(
            content.start,
            end,
            self._text[label.start : label.end].strip(" .") if label else None,
            self._text[group_cell.start : group_cell.end] if group_cell else None,
            units,
            self._units_in(cells.get("coordinator")),
            self._deadlines_in(deadline) if deadline else None,
            self._people_in(cells.get("assignee")) + self._people_in(cells.get("supervisor")),
        )

    def _units_in(self, cell: Cell | None) -> tuple[Mention, ...]:
        if cell is None:
            return ()
        words = self._text[cell.start : cell.end]
        units = unit_list_at(self._text[: cell.end], cell.start, self._register)
        found = [mention_of(u) for u in units]
        position = units[-1].end if units else cell.start
        rest = find_units(self._text[position : cell.end], self._register)
        found += [
            replace(mention_of(u), start=u.start + position, end=u.end + position) for u in rest
        ]
        if not found and words.strip():
            # A column of offices says what is one, where no grammar does.
            for part in re.finditer(r"[^,;\n]+", words):
                name = part[0].strip(" -.–")
                if name:
                    start = cell.start + part.start() + part[0].index(name)
                    full = self._register.full(name)
                    found.append(Mention(name, start, start + len(name), full or spelt_out(name)))
        return tuple(found)

    def _people_in(self, cell: Cell | None) -> tuple[Mention, ...]:
        if cell is None:
            return ()
        return tuple(
            replace(p, start=p.start + cell.start, end=p.end + cell.start)
            for p in find_people(self._text[cell.start : cell.end])
        )

    def _deadlines_in(self, cell: Cell) -> tuple[Deadline, ...]:
        return tuple(
            replace(d, start=d.start + cell.start, end=d.end + cell.start)
            for d in read_deadline_cell(self._text[cell.start : cell.end], self._frame)
        )


def fill(draft: Draft, text: str, register: Register, facts: "Facts") -> Task:
    """Make a task of a draft: the facts that stand inside it."""
    start, end = draft.start, draft.end
    deadlines = draft.deadlines if draft.deadlines is not None else ()
    inside = facts.within("deadlines", start, end)
    if draft.deadlines is None or not draft.deadlines:
        deadlines = tuple(inside)
    found = (
        *draft.extra_coordinators,
        *coordinators(text, start, end, register, draft.assignees),
    )
    people = {m.name: m for m in (*draft.people, *facts.within("people", start, end))}
    return Task(
        label=draft.label,
        text=text[start:end],
        start=start,
        end=end,
        section=draft.section,
        assignees=draft.assignees,
        coordinators=_once(found),
        deadlines=deadlines,
        refs=tuple(
            {c.key.casefold(): c for c in reversed(facts.within("citations", start, end))}.values()
        )[::-1],
        projects=_once(facts.within("projects", start, end)),
        people=tuple(people.values()),
        places=_once(facts.within("places", start, end)),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything matched in a document, by kind."""

    by_kind: dict[str, Sequence]  # type: ignore[type-arg]

    def within(self, kind: str, start: int, end: int) -> list:  # type: ignore[type-arg]
        """The facts of a kind that lie inside a stretch of text."""
        return [f for f in self.by_kind[kind] if start <= f.start and f.end <= end]


def _once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first mention of each name."""
    seen: dict[str, Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.canonical or mention.name).casefold(), mention)
    return tuple(seen.values())


__all__ = ["Draft", "Facts", "TaskReader", "fill", "text_of"]
