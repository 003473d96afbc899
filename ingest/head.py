"""What a notice says of itself: number, issuer, day, title, meeting, chair, signer."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ingest.document import Document
from ingest.lines import is_capitals
from ingest.outline import Node
from ingest.patterns.calendar import BARE_DATE, DATE, day, full_date
from ingest.patterns.letters import CAPITALISED, UPPER
from ingest.patterns.person import FAMILY_NAMES, find_people
from ingest.patterns.unit import Register, find_units
from ingest.patterns.unit_names import FIELDS, KINDS
from kg.records import Stated

_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<number>\d{1,5}[a-zA-Z]?\s?(?:/\s?\d{4})?\s?[-/]\s?[A-ZĐ][\wĐđ&./-]*(?:\s?-\s?[A-ZĐ][\wĐđ&.]*)*)"
)
_PLACE_DAY = re.compile(
    rf"(?P<place>[{UPPER}][\w.]*(?:\s+[{UPPER}][\w.]*){{0,4}})\s*,\s*ngày\s+(?P<day>\d{{0,2}}|[….\s]+)\s*tháng\s+(?P<month>\d{{0,2}}|[….\s]+)\s*năm\s+(?P<year>\d{{4}})",
    re.I,
)
_NATION = re.compile(r"CỘNG\s+HÒA|CỘNG\s+HOÀ|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN")
_TITLE_START = re.compile(r"(?:THÔNG\s+BÁO|KẾT\s+LUẬN|BIÊN\s+BẢN|CÔNG\s+VĂN)", re.I)
_MEETING = re.compile(
    r"(?:họp|hội\s+nghị|giao\s+ban|làm\s+việc|phiên|tổ\s+chức|chủ\s+trì|kiểm\s+tra|hội\s+ý|khảo\s+sát|tiếp\s+công\s+dân)",
    re.I,
)
_MEETING_DAY = re.compile(
    rf"(?:[Nn]gày|[Cc]hiều|[Ss]áng|[Tt]rong)\s+(?:ngày\s+)?(?:\d{{1,2}}\s*(?:và|-|–|,|đến)\s*(?:ngày\s+)?)?(?:{BARE_DATE})"
)
_CHAIRS = re.compile(r"chủ\s+trì|chủ\s+toạ|chủ\s+tọa|điều\s+hành", re.I)
_CONCLUDES = re.compile(r"kết\s+luận|chỉ\s+đạo", re.I)
_SIGNER_LINE = re.compile(
    rf"(?:(?:PGS\.?\s?|GS\.?\s?|TS\.?\s?|ThS\.?\s?|BS\.?\s?|CKI{{1,2}}\.?\s?|Đại\s+tá\s+|Thượng\s+tá\s+|Thiếu\s+tướng\s+|Kỹ\s+sư\s+|Luật\s+sư\s+)*)(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{1,4}})\W*$"
)
_ADDRESSED_BY = re.compile(r"(?:Kết\s+luận|KẾT\s+LUẬN|Ý\s+kiến\s+kết\s+luận)\s+của\s+", re.I)
_SEAT = re.compile(
    rf"\s+(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|THỊ\s+XÃ|QUẬN|XÃ|PHƯỜNG|THỊ\s+TRẤN)\s+[{UPPER}]", re.I
)


def read_head(
    document: Document, nodes: Sequence[Node], register: Register
) -> dict[str, Stated[Any]]:
    """Return what the head and tail state, by the name of the Notice's field; unknown is absent."""
    reader = _HeadReader(document, nodes, register)
    fields = {
        "number": reader.number(),
        "issuer": reader.issuer(),
        "issued": reader.issued(),
        "place": reader.place(),
        "title": reader.title(),
        "meeting_date": reader.meeting_date(),
        "chair": reader.chair(),
        "signer": reader.signer(),
    }
    return {name: stated for name, stated in fields.items() if stated is not None}


class _HeadReader:
    def __init__(self, document: Document, nodes: Sequence[Node], register: Register) -> None:
        self._text = document.text
        self._register = register
        # A row of the national heading stands in cells: each is read by itself.
        self._head = [s for n in nodes if n.part == "head" for s in _stretches(n)]
        self._tail = [s for n in nodes if n.part == "tail" for s in _stretches(n)]
        self._body_start = next((n.block.start for n in nodes if n.part == "body"), len(self._text))

    def number(self) -> Stated[str] | None:
        for start, end in self._head:
            if match := _NUMBER.search(self._text, start, end):
                return Stated(re.sub(r"\s", "", match["number"]), *match.span("number"))
        return None

    def _place_day(self) -> re.Match[str] | None:
        for start, end in self._head:
            if match := _PLACE_DAY.search(self._text, start, end):
                return match
        return None

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
            if not _TITLE_START.match(self._text, start):
                continue
            last = end
            for begin, finish in self._head[i + 1 : i + 6]:
                line = self._text[begin:finish]
                if len(line) > 400 or line.endswith((".", ":")) or _MEETING_DAY.match(line):
                    break
                if re.fullmatch(r"[-–—_*\s]*", line):
                    continue
                last = finish
            words = re.sub(r"\s+", " ", self._text[start:last].replace("\n", " "))
            if len(words) > 8 or last > end:
                return Stated(words, start, last)
        return None

    def meeting_date(self) -> Stated[date] | None:
        title_seen = False
        for start, end in self._head:
            line = self._text[start:end]
            title_seen = title_seen or bool(_TITLE_START.match(line))
            if _PLACE_DAY.search(line) or not _MEETING.search(line):
                continue
            for match in _MEETING_DAY.finditer(self._text, start, end):
                before = self._text[max(start, match.start() - 30) : match.start()]
                if re.search(r"/[A-ZĐ-]+\s*$|số\s+\S+\s*$", before):
                    continue  # the day of a document cited
                inner = re.compile(DATE).search(self._text, match.start(), match.end())
                found = full_date(inner) if inner else None
                if found and inner:
                    return Stated(found, inner.start(), inner.end())
        return None

    def chair(self) -> Stated[str] | None:
        for wanted in (_CHAIRS, _CONCLUDES):
            for start, end in self._head:
                line = self._text[start:end]
                if _TITLE_START.match(line) and is_capitals(line):
                    continue
                marks = [m.start() for m in wanted.finditer(line)]
                people = find_people(line)
                if marks and people:
                    nearest = min(people, key=lambda p: min(_gap(p.start, p.end, m) for m in marks))
                    return Stated(nearest.name, nearest.start + start, nearest.end + start)
        return None

    def signer(self) -> Stated[str] | None:
        for start, end in reversed(self._tail):
            line = self._text[start:end]
            match = _SIGNER_LINE.search(line)
            if not match:
                continue
            words = list(re.finditer(r"\S+", match["name"]))
            if any(not w[0].isupper() for w in words):
                words = [w for w in words if not w[0].isupper()]  # "CHÁNH VĂN PHÒNG Lê An"
            if words and words[0][0].casefold() in ("phó", "chánh", "trưởng", "chủ", "giám", "kt"):
                continue
            for i, word in enumerate(words):
                known = word[0].capitalize() if word[0].isupper() else word[0]
                if known in FAMILY_NAMES and 2 <= len(words) - i <= 5:
                    begin = start + match.start("name") + word.start()
                    finish = start + match.end("name")
                    name = self._text[begin:finish]
                    return Stated(name.title() if name.isupper() else name, begin, finish)
        return None

    def issuer(self) -> Stated[str] | None:
        """The office in the heading's left half, with its seat; else the one that held the meeting."""
        top = self._office_on_top()
        told = self._office_told()
        if top is None:
            return told
        if told and _plain(told.value).startswith(_plain(top.value)):
            return told
        return top

    def _office_on_top(self) -> Stated[str] | None:
        lines: list[tuple[int, int]] = []
        seats: dict[tuple[int, int], str] = {}
        for start, end in self._head[:14]:
            line = self._text[start:end]
            if _TITLE_START.match(line) or _MEETING_DAY.match(line):
                break
            if _NATION.search(line):
                nation = _NATION.search(line)
                end = start + nation.start() if nation else end
                line = self._text[start:end]
            if re.match(r"\W*Số\b", line) or _PLACE_DAY.match(line):
                continue
            trimmed = line.strip(" -–—*_|.")
            if not trimmed or not is_capitals(trimmed):
                continue
            begin = start + line.index(trimmed)
            if _names_office(trimmed):
                lines.append((begin, begin + len(trimmed)))
            elif lines and lines[-1] not in seats:
                seats[lines[-1]] = trimmed  # "ỦY BAN NHÂN DÂN" on one line, "HUYỆN X" on the next
        if not lines:
            return None
        parent = self._text[slice(*lines[0])]
        begin, finish = lines[-1]
        words = self._text[begin:finish]
        split = [m.start() for m in re.finditer(rf"\s(?={_office_words()}(?!\w))", words)]
        if len(lines) == 1 and split:  # "UBND TỈNH X SỞ Y TẾ" on one line
            parent, words = words[: split[0]], words[split[0] + 1 :]
            begin = finish - len(words)
        if (begin, finish) in seats:
            words = f"{words} {seats[begin, finish]}"
        elif lines[0] in seats:
            parent = f"{parent} {seats[lines[0]]}"
        name = self._in_small_letters(words)
        if name.casefold() in ("văn phòng", "thanh tra"):
            return Stated(f"{name} {self._in_small_letters(parent)}", begin, finish)
        seat = _SEAT.search(f" {parent}")
        if parent != words and seat and not _SEAT.search(f" {words}") and name.startswith("Sở"):
            name = f"{name} {self._in_small_letters(parent[seat.start() :].strip())}"
        return Stated(name, begin, finish)

    def _office_told(self) -> Stated[str] | None:
        """The office of "Ngày ..., Sở X tổ chức", "Kết luận của Giám đốc Sở X"."""
        first = [s for s in self._head if _MEETING_DAY.match(self._text[slice(*s)])]
        for start, end in first:
            for unit in find_units(self._text[start:end], self._register):
                if unit.kind == "unit" and re.match(
                    r"\s+(?:đã\s+)?tổ\s+chức", self._text[start + unit.end : end]
                ):
                    return Stated(unit.name, start + unit.start, start + unit.end)
        for start, end in self._head:
            if match := _ADDRESSED_BY.search(self._text, start, end):
                for unit in find_units(self._text[match.end() : end], self._register)[:1]:
                    name = (
                        unit.name if not unit.name.isupper() else self._in_small_letters(unit.name)
                    )
                    return Stated(name, match.end() + unit.start, match.end() + unit.end)
        return None

    def _in_small_letters(self, words: str) -> str:
        """A name set in capitals as it is written in a sentence, by the document's own use first."""
        words = re.sub(r"\s+", " ", words)
        for match in re.finditer(re.escape(words), self._text, re.I):
            if not match[0].isupper():
                return match[0][0].upper() + match[0][1:]
        words = re.sub(r"^[ỦU][YỶ]\s+BAN\s+NHÂN\s+DÂN(?=\s)", "UBND", words)
        kind = next(
            (
                k
                for k in sorted(KINDS, key=len, reverse=True)
                if words.casefold().startswith(f"{k.casefold()} ")
            ),
            None,
        )
        if kind is None:
            return _seat(words)
        rest = words[len(kind) + 1 :]
        seat = _SEAT.search(f" {rest}")
        seat_at = seat.start() if seat else len(rest)
        inner, place = rest[:seat_at].strip(), rest[seat_at:].strip()
        known = next((f for f in FIELDS if f.casefold() == inner.casefold()), None)
        return " ".join(
            filter(None, (kind, known or inner.capitalize() if inner else "", _seat(place)))
        )


def _seat(place: str) -> str:
    """ "TỈNH LAM GIANG" -> "tỉnh Lam Giang"."""
    match = re.match(
        r"(TỈNH|THÀNH\s+PHỐ|HUYỆN|THỊ\s+XÃ|QUẬN|XÃ|PHƯỜNG|THỊ\s+TRẤN)\s+(.+)", place, re.I
    )
    if not match:
        return place.capitalize()
    return f"{match[1].lower()} {match[2].title()}"


def _office_words() -> str:
    return r"(?:SỞ|BỘ|CỤC|CHI\s+CỤC|VĂN\s+PHÒNG|BAN(?!\s+NHÂN)|PHÒNG|TRUNG\s+TÂM|THANH\s+TRA)"


def _names_office(words: str) -> bool:
    kinds = "|".join(re.escape(k) for k in sorted(KINDS, key=len, reverse=True))
    return bool(re.match(rf"(?:{kinds}|[ỦU][YỶ]\s+BAN)\s", f"{words} ", re.I))


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).casefold()


def _gap(start: int, end: int, position: int) -> int:
    return min(abs(start - position), abs(end - position))


def _stretches(node: Node) -> Iterator[tuple[int, int]]:
    if node.block.cells:
        yield from ((c.start, c.end) for c in node.block.cells if c.start < c.end)
    else:
        yield node.block.start, node.block.end


__all__ = ["CAPITALISED", "read_head"]
