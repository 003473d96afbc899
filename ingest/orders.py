"""What in a sentence is an order, and to whom.

An order opens with a performative and its addressees ("Giao Sở Tài chính ..."), or with addressees
and what they are to do ("Sở Tài chính chủ trì ..."), or, where a heading has named the unit, with a
verb alone ("Khẩn trương hoàn thiện ...").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.letters import UPPER
from ingest.patterns.person import find_people
from ingest.patterns.unit import Register, UnitName, unit_list_at
from kg.records import EVERY_UNIT, Mention

_ACTION = re.compile(rf"(?:{ADVERBS}|{VERBS})(?!\w)", re.I)
_THEN_ACTS = re.compile(
    rf"\s*(?:,\s*|:\s*|;\s*|\([^()]{{1,80}}\)\s*,?\s*|[-–]\s+)*(?:(?:theo|căn\s+cứ|trên\s+cơ\s+sở|tại|với|trong)\s+[^,;.]{{3,160}},\s*)?(?:{ADVERBS}|{VERBS})(?!\w)",
    re.I,
)
_DESCRIBES = re.compile(
    r"\s*(?:,\s*)?(?:đã|đang|là|còn|chưa|được|bị|vẫn|thống\s+nhất\s+(?:với|về)|nhất\s+trí|nêu|có\s+(?:nhiều|một|0?\d))(?!\w)",
    re.I,
)
_PERFORMATIVE = (
    r"(?:(?:[Tt]hống\s+nhất|[Đđ]ồng\s+ý|[Nn]hất\s+trí|[Cc]ơ\s+bản\s+thống\s+nhất)[^.;\n]{0,200}?(?:,|;|và)?\s+)?"
    r"(?:[Gg]iao(?:\s+(?:cho|nhiệm\s+vụ\s+cho|trách\s+nhiệm\s+cho|thêm))?|[Yy]êu\s+cầu|[Đđ]ề\s+nghị|[Pp]hân\s+công|[Ủủ]y\s+quyền(?:\s+cho)?|[Cc]hỉ\s+đạo|[Gg]iao\s+trách\s+nhiệm)"
)
_OPENS = re.compile(rf"{_PERFORMATIVE}(?:\s*:)?\s+(?=[{UPPER}\wđĐ])")
_INSIDE = re.compile(
    r"(?:[,;:]\s*|\s(?:và|nên|do\s+đó,?|vì\s+vậy,?|đồng\s+thời)\s+)(?:giao(?:\s+cho)?|yêu\s+cầu|đề\s+nghị|phân\s+công)(?:\s*:)?\s+"
)
_LEAD_IN = re.compile(
    r"(?:(?:Riêng(?:\s+đối\s+với)?|Đối\s+với|Về(?:\s+phía|\s+việc|\s+công\s+tác|\s+nội\s+dung)?|Đồng\s+thời|Ngoài\s+ra|Bên\s+cạnh\s+đó|Trước\s+mắt|Trong\s+đó|Sau\s+khi|Căn\s+cứ|Trên\s+cơ\s+sở|Để|Nhằm|Theo)\b[^.;:\n]{0,260}?[:,]\s*)"
)
_TOPIC = re.compile(rf"[{UPPER}][^.;:\n]{{2,200}}?:\s+")
_ABOUT_UNIT = re.compile(r"(?:Riêng(?:\s+đối\s+với)?|Đối\s+với|Về\s+phía|Đồng\s+thời,?)\s+")
_PERSON_DIRECTS = re.compile(
    r"(?:(?:,|[-–(])\s*[^,;.]{0,80}?[,)]?\s*)?(?:trực\s+tiếp\s+)?(?:chỉ\s+đạo|phụ\s+trách|đôn\s+đốc)\s+"
)
_ROLE = re.compile(
    r"\s*(?:[-–(]\s*[^,;.()]{2,90}[,)]?|(?:,\s*[^,;.()]{2,90}(?=,)){1,3},)\s*(?:\([^()]{1,60}\)\s*,?\s*)?"
)
_COORDINATES = re.compile(
    r"(?:phối\s+(?:kết\s+)?hợp(?:\s*,\s*(?:thống\s+nhất|đôn\s+đốc))?|cùng\s+phối\s+hợp)(?:\s+(?:chặt\s+chẽ|đồng\s+bộ|thường\s+xuyên|tích\s+cực|kịp\s+thời|chủ\s+động))*(?P<with>\s+(?:cùng\s+với|với|cùng))?\s*:?\s+",
    re.I,
)
_TOGETHER = re.compile(
    r"(?<!\w)cùng\s+(?:với\s+)?(?=(?:các\s+)?(?:Sở|Phòng|phòng|Ban|UBND|Chi\s+cục|Công\s+an|Trung\s+tâm)\s)"
)
_SENTENCE_END = re.compile(
    rf"(?<![A-ZĐ])(?<!\b[Đđ]/c)(?<!\bTP)(?<!\bThS)(?<!\bTS)(?<!\bv\.v)(?<!\bSt)[.!?](?:[”\"')\]])?(?=\s+[“\"(]?[{UPPER}\d]|[{UPPER}][a-zà-ỹ])"
)


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence's order: where it stands and the addressees that it names itself."""

    start: int
    end: int
    addressees: tuple[Mention, ...]
    performative: bool
    """Whether it says "giao", "yêu cầu" and the like."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a stretch of text into sentences; each is (start, end) without outer spaces."""
    found, begin = [], start
    for match in _SENTENCE_END.finditer(text, start, end):
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, end))
    trimmed = [_trim(text, *span) for span in found]
    return [(a, b) for a, b in trimmed if a < b]


def read_order(text: str, start: int, end: int, register: Register) -> Order | None:
    """Return the order that a sentence gives to those whom it names, or None.

    Args:
        text: the whole text.
        start, end: the sentence.
        register: the offices that the document names for itself.
    """
    sentence = text[:end]
    for position, performative in _openings(sentence, start):
        units = unit_list_at(sentence, position, register)
        if not units:
            if person := _person_at(sentence, position):
                directed = _PERSON_DIRECTS.match(sentence, person.end)
                units = unit_list_at(sentence, directed.end(), register) if directed else []
                if units:
                    return Order(start, end, _addressees(units), performative)
                after_role = _ROLE.match(sentence, person.end)
                if performative or _acts(sentence, after_role.end() if after_role else person.end):
                    return Order(start, end, (person,), performative)
            continue
        after = units[-1].end
        if units[0].kind == "superior" or _DESCRIBES.match(sentence, after):
            continue
        colon = sentence[after : after + 1] == ":"
        if performative or colon or _acts(sentence, after):
            return Order(start, end, _addressees(units), performative)
    return None


def begins_with_action(text: str, start: int) -> bool:
    """Whether a text begins as an order does to somebody already named: "Khẩn trương ..."."""
    return bool(_ACTION.match(text, start))


def coordinators(
    text: str, start: int, end: int, register: Register, assignees: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return those with whom the addressees are to work together."""
    sentence = text[:end]
    taken = {(m.canonical or m.name).casefold() for m in assignees}
    found: list[Mention] = []
    for pattern in (_COORDINATES, _TOGETHER):
        for match in pattern.finditer(sentence, start):
            for unit in unit_list_at(sentence, match.end(), register):
                key = unit.canonical.casefold()
                if unit.kind != "superior" and key not in taken:
                    taken.add(key)
                    found.append(mention_of(unit))
    return tuple(sorted(found, key=lambda m: m.start))


def mention_of(unit: UnitName) -> Mention:
    """A unit as a record's mention."""
    canonical = EVERY_UNIT if unit.kind == "every" else unit.canonical
    return Mention(unit.name, unit.start, unit.end, canonical)


def _addressees(units: Sequence[UnitName]) -> tuple[Mention, ...]:
    return tuple(mention_of(u) for u in units if u.kind != "superior")


def _openings(sentence: str, start: int) -> list[tuple[int, bool]]:
    """Where addressees may stand in a sentence, likeliest first, and whether an order word is before."""
    found: list[tuple[int, bool]] = []
    heads = [start]
    if match := _ABOUT_UNIT.match(sentence, start):
        heads.append(match.end())
    if match := _LEAD_IN.match(sentence, start):
        heads.append(match.end())
    if match := _TOPIC.match(sentence, start):
        heads.append(match.end())
    for head in heads:
        if match := _OPENS.match(sentence, head):
            found.append((match.end(), True))
        found.append((head, False))
    found.extend((m.end(), True) for m in _INSIDE.finditer(sentence, start))
    return found


def _acts(sentence: str, position: int) -> bool:
    return bool(_THEN_ACTS.match(sentence, position))


def _person_at(sentence: str, position: int) -> Mention | None:
    for person in find_people(sentence[position : position + 120]):
        lead = sentence[position : position + person.start]
        if re.fullmatch(
            r"(?:(?:[Đđ]ồng\s+chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à|Phó|Chủ|Giám|Bí|Chánh|Trưởng)[^,.;:]{0,60})?",
            lead,
        ):
            return Mention(
                person.name,
                position + person.start,
                position + person.end,
                person.canonical,
                person.role,
            )
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
