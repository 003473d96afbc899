"""Outline -> drafts of tasks: which blocks, rows and sentences are orders, and whose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.fill import Draft
from ingest.orders import (
    Order,
    begins_with_action,
    begins_with_order,
    goes_on,
    read_order,
    sentences,
)
from ingest.outline import Node
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.times import Frame
from ingest.patterns.unit_register import Register
from ingest.rows import RowReader
from ingest.sections import Section, reports_by_itself, section_of, units_of_heading
from kg.records import EVERY_UNIT

_JUDGES = any_of("""
    cơ bản thống nhất; thống nhất; nhất trí; đồng ý; ghi nhận; đánh giá cao; biểu dương; tuy nhiên;
    đây là; thời gian qua; nhìn chung; hoan nghênh; chia sẻ; phê bình; nghiêm khắc phê bình
""")
_OPINION = verbose(
    rf"""(?:
        {_JUDGES} | trong_(?: tháng | quý | thời_gian ) _(?: qua | \d )
    ) (?!\w)""",
    re.I,
)
"""How a sentence begins that thinks and does not order."""
_REPORTS = verbose(
    r"""
    (?: đã | chưa | còn | (?: việc | một_số ) _[^.;]{3,80} \s(?: còn | chưa )
        | kết_quả_[^.;]{3,80} \s(?: đạt | đã )
        | (?! phấn_đấu | bảo_đảm | đảm_bảo ) [^,;.:]{2,40}? \sđược_\d+ ) (?!\w)
    """,
    re.I,
)
_NOUN_TOO = verbose(
    rf"""
    {any_of("dự thảo; báo cáo; thông báo; quy định; hướng dẫn; giải ngân; thu; tăng; giảm; trồng")}
    (?!\w)
    """,
    re.I,
)
"""Verbs that are as often what a sentence is about: "Dự thảo Đề án đã gửi ..."."""
_HAS_BEEN = verbose(r"""
    [^,;.:]{2,120}? \s(?:
        đã_(?: được | gửi | trình | hoàn | ban | có | cơ ) | chưa_được
        | còn_(?: chậm | thấp | nhiều | kéo | lúng | hạn | một )
    ) (?!\w)
""")
"""A subject and what became of it: "Hồ sơ dự án đã được trình"."""
_TOPIC = verbose(rf"""
    {any_of("Về; Công tác; Lĩnh vực; Nhiệm vụ; Nội dung; Đánh giá; Tình hình; Một số")} (?!\w)
""")
_PAST = verbose(r"\s(?: đã | còn | chưa )\s")
_ATTACHED = verbose(
    r"\(? \s* (?: (?: Ban_hành_ )? kèm_theo | Đính_kèm ) _ [^;]* \d{4} [^;]* $", re.I
)
"""Under an annex's title: which notice it goes with."""
_OVERSEES = verbose(
    r"""
    (?: giao_ | phân_công_ )? (?: đồng_chí | đ/c\.? | ông | bà )_ [^.;:]{3,120}? \s
    (?: trực_tiếp_ | chịu_trách_nhiệm_ )? (?: theo_dõi | chỉ_đạo | phụ_trách | đôn_đốc )
    (?: ,\s* (?: theo_dõi | chỉ_đạo | phụ_trách | đôn_đốc ) )?
    (?: _(?: thực_hiện | chung | việc_này | nội_dung_này | nhiệm_vụ_này ) )? \s* [.;]? \s* $
    """,
    re.I,
)
"""Who sees to what was ordered just before: "Đồng chí A, Phó Giám đốc Sở chỉ đạo."."""
_COMPANIES = verbose(
    r"""
    (?: Công_ty | Tổng_công_ty | Tập_đoàn | Doanh_nghiệp | Liên_danh | Nhà_thầu | Chủ_đầu_tư
        | Đơn_vị_(?: thi_công | tư_vấn ) ) (?!\w)
""",
    re.I,
)
"""Those whom an office sees to, where its heading stands over what is asked of them."""
_ADMONISHES = verbose(r"(?<!\w) rút_kinh_nghiệm (?: _sâu_sắc | _chung )? \W* $", re.I)
"""How a sentence of a report ends that blames: it is no work to be followed."""
_LONGEST_TITLE = 25
"""Words: an item with more says something of its own."""


class TaskReader:
    """Finds the orders of one document."""

    def __init__(
        self, document: Document, nodes: Sequence[Node], register: Register, frame: Frame
    ) -> None:
        self._document = document
        self._text = document.text
        self._nodes = nodes
        self._register = register
        self._rows = RowReader(document, register, frame)
        self._first_child: dict[int, int] = {}
        for i, node in enumerate(nodes):
            if node.parents:
                self._first_child.setdefault(node.parents[-1], i)

    def drafts(self) -> Iterator[Draft]:
        """Yield the document's orders, in order."""
        absorbed: set[int] = set()
        for i, node in enumerate(self._nodes):
            if node.part != "body" or i in absorbed:
                continue
            if node.block.kind == "heading" and node.has_children:
                continue
            if node.block.kind == "row":
                yield from self._rows.read(node.block)
                continue
            section = section_of(self._document, self._nodes, node, self._register)
            if reports_by_itself(self._text[node.block.body : node.block.end]):
                section = replace(section, assessment=True)
            details = self._details(i)
            found = list(self._block(i, section, bool(details)))
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
            and len(text.split()) <= _LONGEST_TITLE
            and not text.endswith((".", ";", "…"))
        )

    def _block(self, i: int, section: Section, has_details: bool) -> Iterator[Draft]:
        """The orders of one item or paragraph."""
        node = self._nodes[i]
        block = node.block
        if self._is_title(node) and not has_details:
            return
        if _ATTACHED.match(self._text, block.body, block.end):
            return
        if units_of_heading(self._text, block.body, block.end, self._register):
            return
        spans = sentences(self._text, block.body, block.end)
        if spans and self._text[spans[-1][1] - 1] == ":" and not has_details:
            spans.pop()
        drafts: list[Draft] = []
        label = self._label(i)
        for start, end in spans:
            order = read_order(self._text, start, end, self._register)
            if order is not None and (
                section.opinions
                or (section.assessment and not order.performative)
                or (section.assessment and _ADMONISHES.search(self._text, start, end))
            ):
                order = None
            if order is not None and self._comes_later(order, section):
                known = {m.canonical for m in section.units}
                others = (m for m in order.addressees if m.canonical not in known)
                order = replace(order, addressees=(*section.units, *others))
            if order is not None and section.units and _asks_companies(order):
                order = replace(order, addressees=section.units)
            if drafts and _OVERSEES.match(self._text, start, end):
                drafts[-1] = replace(drafts[-1], end=end)
            elif order is not None and self._is_new(order, drafts):
                drafts.append(Draft(start, end, label, section.heading, order.addressees))
            elif drafts:
                drafts[-1] = replace(drafts[-1], end=end)
            elif (section.units or start == spans[0][0]) and self._is_implied(start, end, section):
                drafts.append(Draft(start, end, label, section.heading, section.units))
        if drafts and len(drafts) == 1 and section.units and not section.assessment:
            drafts[0] = replace(drafts[0], start=min(drafts[0].start, spans[0][0]))
        yield from drafts

    def _comes_later(self, order: Order, section: Section) -> bool:
        """Whether a sentence first says what its section's office does, and then who else."""
        first = order.addressees[0].start
        clause = ";" in self._text[order.start : first]
        return bool(section.units) and clause and begins_with_action(self._text, order.start)

    def _is_new(self, order: Order, drafts: Sequence[Draft]) -> bool:
        """Whether an order in a paragraph begins a task of its own: the first, or another's."""
        if not drafts:
            return True
        if goes_on(order):
            return False
        if begins_with_order(self._text, order.start):
            return True
        names = {m.canonical for m in order.addressees}
        return not names <= {m.canonical for m in drafts[-1].assignees}

    def _is_implied(self, start: int, end: int, section: Section) -> bool:
        """Whether a sentence that names nobody orders those of its section."""
        if section.assessment:
            return False
        sentence = self._text[start:end]
        if _OPINION.match(sentence) or _REPORTS.match(sentence):
            return False
        acts = begins_with_action(self._text, start) and not _NOUN_TOO.match(sentence)
        if _HAS_BEEN.match(sentence) and not acts:
            return False
        if any(m.canonical != EVERY_UNIT for m in section.units):
            return not _PAST.search(sentence[:60]) or begins_with_action(self._text, start)
        return begins_with_action(self._text, start)

    def _label(self, i: int) -> str | None:
        """An item's label; a paragraph under "- Về việc ...:" has that item's."""
        node = self._nodes[i]
        if node.block.label is not None:
            return node.block.label
        if node.parents and self._first_child[node.parents[-1]] == i:
            parent = self._nodes[node.parents[-1]].block
            return parent.label if parent.kind == "item" else None
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


def _asks_companies(order: Order) -> bool:
    """Whether an order is to companies alone: somebody is to see that they do it."""
    return all(_COMPANIES.match(m.name) for m in order.addressees)
