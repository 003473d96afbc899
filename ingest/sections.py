"""What a heading or lead-in says of the items under it: whose they are, and whether they order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lines import is_capitals
from ingest.orders import mention_of
from ingest.outline import Node, text_of
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.order_grammar import SPEAKS_FIRST
from ingest.patterns.unit import unit_list_at, units_at
from ingest.patterns.unit_names import FIELD_KINDS, FIELDS, KINDS
from ingest.patterns.unit_open import AND_OFFICE
from ingest.patterns.unit_register import Register, UnitName
from ingest.patterns.unit_single import FIELD, field_name, spelt_out
from ingest.spans import moved
from kg.records import EVERY_UNIT, Mention

_REPORTS = any_of("""
    đánh giá; kết quả; tình hình; những kết quả; ưu điểm; mặt được; mặt làm được; nguyên nhân;
    nhận xét; báo cáo tại; nhìn lại; biểu dương; phê bình; bối cảnh; kiểm điểm tình hình;
    kiểm điểm kết quả; kiểm điểm việc thực hiện; những việc đã; việc đã làm; việc làm được;
    việc chưa làm được; nhiệm vụ đã hoàn thành; công việc đã hoàn thành
""")
_VOICES = any_of("""
    thành phần; diễn biến; thảo luận; nội dung cuộc họp; nội dung thảo luận; ý kiến thảo luận;
    ý kiến phát biểu; ý kiến đại biểu; ý kiến của các; ý kiến tham gia; kiến nghị của;
    kiến nghị, đề xuất của; các ý kiến
""")
"""What others said: their requests are no orders either."""
_SHORTCOMINGS = rf"""
    (?: những_ | một_số_ )? {any_of("tồn tại; hạn chế; khó khăn; vướng mắc")}
"""
_ASSESSMENT = verbose(
    rf"""
    (?: [\W\d]* | (?: phần | mục ) _\S+\W* ) (?: về_ )? (?: công_tác_ )?
    (?: {_REPORTS} | {_SHORTCOMINGS} | (?P<voices>{_VOICES}) )
    """,
    re.I,
)
"""How the heading of a part that reports begins."""
_PLANS = any_of("""
    phương hướng; nhiệm vụ trọng tâm; nhiệm vụ thời gian; nhiệm vụ tháng; nhiệm vụ trong; giải pháp
""")
_REPORT_LABEL = re.compile(r"[^.;:,]{0,60}:\s+\S")
_ORDERS_TOO = verbose(rf"{_PLANS} | {any_of('yêu cầu; chỉ đạo; triển khai')}", re.I)
_AND_PLANS = verbose(
    rf"""
    (?: [,;.:–-]\s* | _và_ ) (?: (?: một_số | các | những | công_tác | về ) _ )* {_PLANS}
    """,
    re.I,
)
"""After what a heading reports: "Kết quả tháng 4 và nhiệm vụ tháng 5" orders too, and "Kết quả thực
hiện nhiệm vụ tháng 4" does not."""
_COMMON = verbose(
    rf"""
    {any_of("nhiệm vụ; công tác; nội dung; yêu cầu; giải pháp")}_chung
    | đối_với_ (?: tất_cả_ )? các_(?: phòng | đơn_vị )
    """,
    re.I,
)
"""What a heading says that stands over the orders to everybody."""
_PREFIX = verbose(
    r"""
    (?: (?:
        đối_với | về_phía | giao (?: _(?:nhiệm_vụ_)? cho )?
        | nhiệm_vụ_(?: của | đối_với | giao ) | yêu_cầu | đề_nghị | trách_nhiệm_(?: của )?
        | chỉ_đạo | phân_công
    ) \s* :? _ )+
    """,
    re.I,
)
"""Before the office that a heading names: "Đối với", "Nhiệm vụ của"."""
_TAIL_WORDS = any_of("""
    có trách nhiệm; chủ trì; thực hiện; tập trung; triển khai; khẩn trương; cần; nghiêm túc;
    lãnh đạo; chỉ đạo;
    tiếp tục; tổ chức; chủ động; phối hợp; một số; các; những; nội dung; nhiệm vụ; công việc; sau;
    trọng tâm; cụ thể; đây; như; tốt; ngay; làm; việc
""")
_GENERIC_TAIL = verbose(
    rf"""
    \s* (?: \([^()]*\) \s* )?
    (?: ,?\s* (?:
        {_TAIL_WORDS}
        | trong_(?: tháng | quý | tuần | thời_gian ) _ (?: \d+ | tới )? (?: /\d{{4}} )?
    ) )*
    \s* [:.;]* \s* $
    """,
    re.I,
)
"""After it: "tập trung thực hiện các nhiệm vụ sau:", which orders nothing yet."""
_WHOLE_SENTENCE = re.compile(r"\w.*[.;]$")
"""A tail that says something and ends: an order that is short."""
_KIND_FIRST = verbose(rf"{any_of(KINDS)} \s", re.I)
_VERBS_OF_ORDERS = any_of("""
    chủ trì; tham mưu; khẩn trương; tiếp tục; rà soát; đôn đốc; hoàn thành; báo cáo; thực hiện
""")
_IN_BRACKETS_AT_END = re.compile(r"\s*\([^()]*\)$")
_AGAINST = verbose("phòng, (?= _(?: chống | cháy ) )", re.I)
"""No office: "phòng, chống thiên tai"."""
_LISTS = verbose(
    rf"""
    , \s* (?: và_ )? (?: các_ )? (?: {any_of(KINDS)} (?=[\s.]) | {any_of(FIELDS)} (?!\w) )
    """,
    re.I,
)
"""Commas before the next office; others stand inside a name: "Viện Chiến lược, Chính sách"."""
_DUTY = verbose(
    rf"""
    \s+ (?: {_VERBS_OF_ORDERS} | có_trách_nhiệm | chịu_trách_nhiệm | tập_trung ) (?!\w) .* $
    """,
    re.I,
)
"""What a lead-in says of its office: "có trách nhiệm", "tập trung thực hiện các nhiệm vụ sau"."""
_AGREES = verbose(r"\s (?: thống_nhất | nhất_trí | đồng_ý | lưu_ý | ghi_nhận | biểu_dương ) (?!\w)")
"""What whoever gives the orders does, and no name says."""
_MARKS = re.compile(r"[.;:/]|\d{2,}")
_ASKS = verbose("(?: đề_nghị | yêu_cầu | giao | phân_công | chỉ_đạo ) _", re.I)
_ALL = verbose("CÁC_")
_LONGEST_LEAD_IN = 200
"""Characters of a paragraph that leads into a list; longer ones say something of their own."""
_SHORT = 160
_OPENING = 120


@dataclass(frozen=True, slots=True)
class Section:
    """What stands over an item."""

    heading: str | None
    units: tuple[Mention, ...]
    assessment: bool
    """Whether it reports and does not order."""
    opinions: bool = False
    """Whether it tells what others said."""


def units_of_heading(text: str, start: int, end: int, register: Register) -> tuple[Mention, ...]:
    """The offices that a heading or lead-in names and nothing else, or none.

    "Thanh tra Sở", "Đối với Phòng A, Phòng B:", "Giao Sở Xây dựng:", "CHI CỤC KIỂM LÂM".
    """
    heading = text[start:end]
    prefix = _PREFIX.match(heading)
    position = prefix.end() if prefix else 0
    if is_capitals(heading):
        return moved(_unit_in_capitals(heading, position, register), start)
    units = unit_list_at(heading, position, register, semicolons=True)
    tail = _GENERIC_TAIL.match(heading, units[-1].end) if units else None
    if tail and not _WHOLE_SENTENCE.search(tail[0]):
        return moved([mention_of(u) for u in units if u.kind != "superior"], start)
    return ()


def name_of_heading(text: str, start: int, end: int) -> str | None:
    """The office that a short heading is the name of, by its first words, or None.

    A heading says where the name ends, so that words no grammar knows may stand in it.
    """
    stretch = text[start:end].rstrip(" :.;")
    prefix = _PREFIX.match(stretch)
    name = stretch[prefix.end() :] if prefix else stretch
    name = _DUTY.sub("", _IN_BRACKETS_AT_END.sub("", name))
    if not _KIND_FIRST.match(f"{name} ") or len(name.split()) > 14 or name.split()[0].islower():
        return None
    if AND_OFFICE.search(name) and not name.startswith("Văn phòng"):
        return None
    if _AGREES.search(name) or _MARKS.search(name) or _LISTS.search(_AGAINST.sub("", name)):
        return None
    return name


def reports_by_itself(text: str) -> bool:
    """Whether a paragraph says first that it reports: "Đánh giá: 8 tháng đầu năm, ..."."""
    reports = _ASSESSMENT.match(text)
    said = _REPORT_LABEL.match(text, reports.end()) if reports else None
    return said is not None and not _AND_PLANS.search(text, 0, said.end())


def section_of(
    document: Document, nodes: Sequence[Node], node: Node, register: Register
) -> Section:
    """What the headings and lead-ins over a block say, the nearest first."""
    units: tuple[Mention, ...] = ()
    heading: str | None = None
    assessment = opinions = decided = False
    for i in reversed(node.parents):
        block = nodes[i].block
        text = text_of(document, block)
        if heading is None and (block.kind == "heading" or len(text) < _SHORT):
            heading = text.rstrip(" :")
        if not units:
            units = units_of_heading(document.text, block.body, block.end, register)
        if not units and text.endswith(":"):
            units = _addressed(document.text, block.body, block.end, register)
        if not units and (match := _COMMON.search(text[:_OPENING])):
            # "Nhiệm vụ chung": everybody's
            start, end = (block.body + n for n in match.span())
            units = (Mention(document.text[start:end], start, end, EVERY_UNIT),)
        if not decided and (block.kind == "heading" or len(text) < _LONGEST_LEAD_IN):
            reports = _ASSESSMENT.match(text)
            plans = _ORDERS_TOO if text.endswith(":") else _AND_PLANS
            if reports and not plans.search(text, reports.end()):
                assessment = decided = True
                opinions = reports["voices"] is not None
            elif _ORDERS_TOO.search(text) or units:
                decided = True
    return Section(heading, units, assessment and not units, opinions and not units)


def _addressed(text: str, start: int, end: int, register: Register) -> tuple[Mention, ...]:
    """Whom a lead-in asks: "..., đề nghị các phòng, đơn vị tập trung ... sau:"."""
    lead_in = text[start:end]
    asked: list[UnitName] = []
    for match in _ASKS.finditer(lead_in):
        asked = unit_list_at(lead_in, match.end(), register) or asked
    if not asked and len(lead_in) < _LONGEST_LEAD_IN:
        first = units_at(lead_in, 0, register)
        speaks = first and SPEAKS_FIRST.match(lead_in, first[0].end)
        if first and first[0].kind != "superior" and not speaks:
            asked = unit_list_at(lead_in, 0, register)
    return moved([mention_of(u) for u in asked if u.kind != "superior"], start)


def _field_office(name: str) -> str | None:
    """The office of a field of government that is named in capitals: "SỞ TN&MT"."""
    kind, _, field = name.partition(" ")
    if kind.capitalize() in FIELD_KINDS and FIELD.fullmatch(field):
        return f"{kind.capitalize()} {field_name(field)}"
    return None


def _unit_in_capitals(heading: str, position: int, register: Register) -> tuple[Mention, ...]:
    name = heading[position:].rstrip(" :.")
    kind = _ALL.sub("", name, count=1) if _ALL.match(name) else name
    if not _KIND_FIRST.match(kind) or len(name.split()) > 16:
        return ()
    full = register.full(name) or _field_office(name) or spelt_out(name).capitalize()
    return (Mention(name, position, position + len(name), full),)
