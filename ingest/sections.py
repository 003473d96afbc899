"""What a heading or lead-in says of the items under it: whose they are, and whether they order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lines import is_capitals
from ingest.orders import mention_of
from ingest.outline import Node, text_of
from ingest.patterns.unit import Register, find_units, unit_list_at
from ingest.patterns.unit_names import KINDS
from kg.records import EVERY_UNIT, Mention

_ASSESSMENT = re.compile(
    r"(?:[\W\d]*|(?:phần|mục)\s+\S+\W*)(?:về\s+)?(?:công\s+tác\s+)?(?:đánh\s+giá|kết\s+quả|tình\s+hình|những\s+kết\s+quả|ưu\s+điểm|mặt\s+(?:được|làm\s+được)"
    r"|(?:những\s+|một\s+số\s+)?(?:tồn\s+tại|hạn\s+chế|khó\s+khăn|vướng\s+mắc)|nguyên\s+nhân|ý\s+kiến\s+(?:thảo\s+luận|phát\s+biểu|đại\s+biểu|của\s+các)|nhận\s+xét"
    r"|thành\s+phần|nội\s+dung\s+(?:cuộc\s+họp|thảo\s+luận)|diễn\s+biến|thảo\s+luận|báo\s+cáo\s+tại|kiến\s+nghị(?:,\s*đề\s+xuất)?\s+của)",
    re.I,
)
_ORDERS_TOO = re.compile(
    r"(?:phương\s+hướng|nhiệm\s+vụ\s+(?:trọng\s+tâm|thời\s+gian|tháng|trong)|giải\s+pháp|yêu\s+cầu|chỉ\s+đạo|triển\s+khai)",
    re.I,
)
_COMMON = re.compile(
    r"(?:nhiệm\s+vụ|công\s+tác|nội\s+dung|yêu\s+cầu|giải\s+pháp)\s+chung|đối\s+với\s+(?:tất\s+cả\s+)?các\s+(?:phòng|đơn\s+vị)",
    re.I,
)
_PREFIX = re.compile(
    r"(?:(?:đối\s+với|về\s+phía|giao(?:\s+(?:nhiệm\s+vụ\s+)?cho)?|nhiệm\s+vụ\s+(?:của|đối\s+với|giao)|yêu\s+cầu|đề\s+nghị|trách\s+nhiệm\s+(?:của)?|chỉ\s+đạo|phân\s+công)\s*:?\s+)+",
    re.I,
)
_GENERIC_TAIL = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,?\s*(?:có\s+trách\s+nhiệm|chủ\s+trì|thực\s+hiện|tập\s+trung|triển\s+khai|khẩn\s+trương|cần|nghiêm\s+túc|tiếp\s+tục|tổ\s+chức|chủ\s+động|phối\s+hợp|một\s+số|các|những|nội\s+dung|nhiệm\s+vụ|công\s+việc|sau|trọng\s+tâm|cụ\s+thể|đây|như|tốt|ngay|làm|việc|trong\s+(?:tháng|quý|tuần|thời\s+gian)\s+(?:\d+|tới)?(?:/\d{4})?))*\s*[:.;]*\s*$",
    re.I,
)
_KIND_FIRST = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, KINDS), key=len, reverse=True))})\s", re.I
)
_VERB_IN_NAME = re.compile(
    r"\b(?:chủ trì|tham mưu|khẩn trương|tiếp tục|rà soát|đôn đốc|hoàn thành|báo cáo|thực hiện)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands over an item."""

    heading: str | None
    units: tuple[Mention, ...]
    assessment: bool
    """Whether it reports and does not order."""


def units_of_heading(text: str, start: int, end: int, register: Register) -> tuple[Mention, ...]:
    """The offices that a heading or lead-in names and nothing else, or none.

    "Thanh tra Sở", "Đối với Phòng A, Phòng B:", "Giao Sở Xây dựng:", "CHI CỤC KIỂM LÂM".
    """
    stretch = text[:end]
    prefix = _PREFIX.match(stretch, start)
    position = prefix.end() if prefix else start
    if is_capitals(stretch[start:end]):
        return _unit_in_capitals(stretch, position, register)
    units = unit_list_at(stretch, position, register)
    if units and _GENERIC_TAIL.match(stretch, units[-1].end):
        return tuple(mention_of(u) for u in units if u.kind != "superior")
    return ()


def name_of_heading(text: str, start: int, end: int) -> str | None:
    """The office that a short heading is the name of, by its first words, or None.

    A heading says where the name ends, so that words no grammar knows may stand in it.
    """
    stretch = text[start:end].rstrip(" :.;")
    prefix = _PREFIX.match(stretch)
    name = stretch[prefix.end() :] if prefix else stretch
    name = re.sub(r"\s*\([^()]*\)$", "", name)
    if not _KIND_FIRST.match(name) or len(name.split()) > 14 or _VERB_IN_NAME.search(name):
        return None
    plain = re.sub(r"[Pp]hòng,\s+(?=chống|cháy)|Văn\s+hóa,\s+(?=Thể|Khoa)|Lao\s+động,\s", "", name)
    if re.search(r"[.;:,/]|\d{2,}", plain) or name.split()[0].islower():
        return None
    return name


def section_of(
    document: Document, nodes: Sequence[Node], node: Node, register: Register
) -> Section:
    """What the headings and lead-ins over a block say, the nearest first."""
    units: tuple[Mention, ...] = ()
    heading: str | None = None
    assessment = decided = False
    for i in reversed(node.parents):
        block = nodes[i].block
        text = text_of(document, block)
        if heading is None and (block.kind == "heading" or len(text) < 160):
            heading = text.rstrip(" :")
        if not units:
            units = units_of_heading(document.text, block.body, block.end, register)
        if not units and text.endswith(":"):
            units = _addressed(document.text, block.body, block.end, register)
        if not units and (match := _COMMON.search(text[:120])):
            # "Nhiệm vụ chung": everybody's
            start, end = (block.body + n for n in match.span())
            units = (Mention(document.text[start:end], start, end, EVERY_UNIT),)
        if not decided and (block.kind == "heading" or len(text) < 200):
            if _ASSESSMENT.match(text) and not _ORDERS_TOO.search(text):
                assessment = decided = True
            elif _ORDERS_TOO.search(text) or units:
                decided = True
    return Section(heading, units, assessment and not units)


def _addressed(text: str, start: int, end: int, register: Register) -> tuple[Mention, ...]:
    """Whom a lead-in asks: "..., đề nghị các phòng, đơn vị tập trung ... sau:"."""
    asked = None
    for match in re.compile(r"(?:đề nghị|yêu cầu|giao|phân công|chỉ đạo)\s+", re.I).finditer(
        text, start, end
    ):
        if units := unit_list_at(text[:end], match.end(), register):
            asked = units
    if asked is None:
        units = find_units(text[start:end], register) if end - start < 200 else []
        first = units[0] if units else None
        if first and first.start == 0 and first.kind != "superior":
            asked = unit_list_at(text[:end], start, register)
    return tuple(mention_of(u) for u in asked or () if u.kind != "superior")


def _unit_in_capitals(stretch: str, position: int, register: Register) -> tuple[Mention, ...]:
    name = stretch[position:].rstrip(" :.")
    kind = re.sub(r"^CÁC\s+", "", name)
    if not _KIND_FIRST.match(kind) or len(name.split()) > 16:
        return ()
    full = register.full(name) or name.capitalize()
    return (Mention(name, position, position + len(name), full),)
