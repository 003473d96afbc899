"""What a notice says of itself: number, issuer, day, title, meeting, chair, signer."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from ingest.document import Document
from ingest.issuer import read_issuer
from ingest.lines import is_capitals
from ingest.outline import Node
from ingest.patterns.calendar import A_DATE, day, full_date
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.person import FAMILY_NAMES, find_people
from ingest.patterns.unit_register import Register
from ingest.stretches import MEETING_DAY, PLACE_DAY, TITLE_START, stretches
from kg.records import Mention, Stated

_CODE = r"[A-ZĐ][\wĐđ&./-]* (?: \s?-\s? [A-ZĐ][\wĐđ&.]* )*"
_NUMBER = verbose(rf"""
    Số \s*:?\s* (?P<number> \d{{1,5}}[a-zA-Z]? \s? (?: /\s?\d{{4}} )? \s?[-/]\s? {_CODE} )
""")
_MEETING = verbose(
    any_of("""
        họp; hội nghị; giao ban; làm việc; phiên; tổ chức; chủ trì; kiểm tra; hội ý; khảo sát;
        tiếp công dân
    """),
    re.I,
)
_CHAIRS = verbose("chủ_trì | chủ_toạ | chủ_tọa | điều_hành", re.I)
_OF_WHOM = verbose(r"(?: sự | quyền ) \s* $", re.I)
"""Before a noun: "dưới sự chủ trì của đồng chí A"."""
_NEW_SENTENCE = verbose(rf"[.;] \s+ [{UPPER}]")
_CONCLUDES = verbose("kết_luận | chỉ_đạo", re.I)
_DEGREE = r"""(?:
    PGS\.?\s? | GS\.?\s? | TS\.?\s? | ThS\.?\s? | BS\.?\s? | CKI{1,2}\.?\s?
    | Đại_tá_ | Thượng_tá_ | Thiếu_tướng_ | Kỹ_sư_ | Luật_sư_
)"""
_SIGNER_LINE = verbose(rf"{_DEGREE}* (?P<name> [{UPPER}]\w* (?: _[{UPPER}]\w* ){{1,4}} ) \W* $")
_NAME_ALONE = verbose(rf"[{UPPER}][{LOWER}]+ (?: _[{UPPER}][{LOWER}]+ ){{1,4}}")
_POST_OVER = verbose(r"""
    (?: GIÁM_ĐỐC | CHỦ_TỊCH | VĂN_PHÒNG | BỘ_TRƯỞNG | BÍ_THƯ | TRƯỞNG | CHỦ_NHIỆM | THANH_TRA
        | HIỆU_PHÓ | CHỈ_HUY ) \W* $
""")
_POSTS = ("phó", "chánh", "trưởng", "chủ", "giám", "kt")
_CITED_BEFORE = verbose(r"/[A-ZĐ-]+\s* $ | số_\S+\s* $")
"""Before the day of a document cited: "theo Công văn số 12/SXD ngày"."""
_ORNAMENT = verbose(r"""
    [-–—_*\s]*
    | (?: H[OỎ][AẢ]_TỐC (?: _ .* )? | (?: THƯỢNG_ )? KHẨN | (?: (?: TUYỆT | TỐI )_ )? MẬT ) \W*
""")
"""What is no title among the title's lines: rules, and the stamps of haste and secrecy."""
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_TITLE_LINES = 5
_TITLE_LENGTH = 400
"""Characters: a longer line after the title is the notice's first sentence."""


def read_head(
    document: Document, nodes: Sequence[Node], register: Register
) -> dict[str, Stated[Any]]:
    """Return what the head and tail state, by the name of the Notice's field; unknown is absent."""
    reader = _HeadReader(document, nodes)
    fields = {
        "number": reader.number(),
        "issuer": read_issuer(document.text, stretches(nodes, "head"), register),
        "issued": reader.issued(),
        "place": reader.place(),
        "title": reader.title(),
        "meeting_date": reader.meeting_date(),
        "chair": reader.chair(),
        "signer": reader.signer(),
    }
    return {name: stated for name, stated in fields.items() if stated is not None}


class _HeadReader:
    def __init__(self, document: Document, nodes: Sequence[Node]) -> None:
        self._text = document.text
        self._head = stretches(nodes, "head")
        self._tail = stretches(nodes, "tail")

    def number(self) -> Stated[str] | None:
        for start, end in self._head:
            if match := _NUMBER.search(self._text, start, end):
                return Stated(_SPACES.sub("", match["number"]), *match.span("number"))
        return None

    def _place_day(self) -> re.Match[str] | None:
        found = (PLACE_DAY.search(self._text, *stretch) for stretch in self._head)
        return next(filter(None, found), None)

    def issued(self) -> Stated[date] | None:
        match = self._place_day()
        if match is None or not (match["day"].strip(" .…") and match["month"].strip(" .…")):
            return None
        found = day(int(match["year"]), int(match["month"]), int(match["day"]))
        return Stated(found, match.start("day"), match.end("year")) if found else None

    def place(self) -> Stated[str] | None:
        match = self._place_day()
        return Stated(match["place"], *match.span("place")) if match else None

    def title(self) -> Stated[str] | None:
        """The lines from "THÔNG BÁO" to the first sentence of the notice."""
        for i, (start, end) in enumerate(self._head):
            if not TITLE_START.match(self._text, start):
                continue
            last = end
            for begin, finish in self._head[i + 1 : i + 1 + _TITLE_LINES]:
                line = self._text[begin:finish]
                first_sentence = line.endswith((".", ":")) or MEETING_DAY.match(line)
                if len(line) > _TITLE_LENGTH or first_sentence:
                    break
                if not _ORNAMENT.fullmatch(line):
                    last = finish
            words = _SPACES.sub(" ", self._text[start:last])
            if len(words) > len("THÔNG BÁO") or last > end:
                return Stated(words, start, last)
        return None

    def meeting_date(self) -> Stated[date] | None:
        """The first day of a sentence about a meeting that is no document's."""
        for start, end in self._head:
            line = self._text[start:end]
            if PLACE_DAY.search(line) or not _MEETING.search(line):
                continue
            for match in MEETING_DAY.finditer(self._text, start, end):
                if _CITED_BEFORE.search(self._text, max(start, match.start() - 30), match.start()):
                    continue
                inner = A_DATE.search(self._text, *match.span())
                found = full_date(inner) if inner else None
                if found and inner:
                    return Stated(found, inner.start(), inner.end())
        return None

    def chair(self) -> Stated[str] | None:
        """The person nearest to "chủ trì", else to "kết luận"."""
        for wanted in (_CHAIRS, _CONCLUDES):
            for start, end in self._head:
                line = self._text[start:end]
                if TITLE_START.match(line) and is_capitals(line):
                    continue
                marks = list(wanted.finditer(line))
                people = find_people(line) if marks else []
                if people:
                    doers = (_doer(line, mark, people) for mark in marks)
                    by = min(people, key=lambda p: min(_gap(p, m.start()) for m in marks))
                    one = next((doer for doer in doers if doer is not None), by)
                    return Stated(one.name, one.start + start, one.end + start)
        return None

    def signer(self) -> Stated[str] | None:
        """The name that ends the last line of the tail that a name ends."""
        for start, end in reversed(self._tail):
            line = self._text[start:end]
            if span := self._under_post(start, line) or _signer_in(line):
                begin, finish = (start + offset for offset in span)
                name = self._text[begin:finish]
                return Stated(name.title() if name.isupper() else name, begin, finish)
        return None

    def _under_post(self, start: int, line: str) -> tuple[int, int] | None:
        """A name of any family that stands alone right under a post in capitals."""
        over = [self._text[a:b] for a, b in self._tail if b < start][-2:]
        if not _NAME_ALONE.fullmatch(line) or not any(_POST_OVER.search(post) for post in over):
            return None
        return 0, len(line)


def _signer_in(line: str) -> tuple[int, int] | None:
    match = _SIGNER_LINE.search(line)
    if not match:
        return None
    words = list(_WORD.finditer(line, *match.span("name")))
    if any(not word[0].isupper() for word in words):
        words = [word for word in words if not word[0].isupper()]  # "CHÁNH VĂN PHÒNG Lê An"
    if words[0][0].casefold() in _POSTS:
        return None
    for i, word in enumerate(words):
        known = word[0].capitalize() if word[0].isupper() else word[0]
        if known in FAMILY_NAMES and 2 <= len(words) - i <= 5:
            return word.start(), match.end("name")
    return None


def _doer(line: str, mark: re.Match[str], people: Sequence[Mention]) -> Mention | None:
    """The last person named before a verb in its sentence: "đồng chí A, Giám đốc Sở, chủ trì"."""
    if _OF_WHOM.search(line, 0, mark.start()) or line[mark.end() : mark.end() + 1] == ":":
        return None
    before = [p for p in people if p.end <= mark.start()]
    if not before or _NEW_SENTENCE.search(line, before[-1].end, mark.start()):
        return None
    return before[-1]


def _gap(person: Mention, position: int) -> int:
    return min(abs(person.start - position), abs(person.end - position))
