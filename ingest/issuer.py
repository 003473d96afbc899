"""Who issued a notice: the office in the heading's left half, or the one that held the meeting."""

import re

from ingest.lines import is_capitals
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import UPPER
from ingest.patterns.unit import find_units
from ingest.patterns.unit_names import KINDS
from ingest.patterns.unit_register import Register
from ingest.patterns.unit_single import FIELD, field_name
from ingest.stretches import MEETING_DAY, PLACE_DAY, TITLE_START, Stretch
from kg.records import Stated

_NATION = verbose("CỘNG_HÒA | CỘNG_HOÀ | (?: CHỦ_ | ^ )NGHĨA_VIỆT_NAM | Độc_lập | ĐẢNG_CỘNG_SẢN")
_ADDRESSED_BY = verbose("(?: Kết_luận | KẾT_LUẬN | Ý_kiến_kết_luận )_của_", re.I)
_LEVEL = any_of("TỈNH; THÀNH PHỐ; HUYỆN; THỊ XÃ; QUẬN; XÃ; PHƯỜNG; THỊ TRẤN")
_SEAT = verbose(
    rf"\s+ (?! XÃ_HỘI (?: \s* $ | _{_LEVEL}_ | \s*[,–-] | _VÀ_ ) ) {_LEVEL}_ [{UPPER}]", re.I
)
"""Where an office sits; "XÃ HỘI" is society."""
_ENDS_WITH_LEVEL = verbose(rf"\s (?P<level>{_LEVEL}) $")
_LEVEL_AND_NAME = verbose(rf"(?P<level>{_LEVEL}) _ (?P<name>.+)", re.I)
_NUMBER = re.compile(r"\W*Số\b")
_OWN_NUMBER = re.compile(r"(?<!\w)Số\s*:")
_HELD = verbose(r"\s+ (?: đã_ )? tổ_chức")
_OFFICES = any_of("SỞ; BỘ; CỤC; CHI CỤC; VĂN PHÒNG; PHÒNG; TRUNG TÂM; THANH TRA")
_SECOND_OFFICE = verbose(rf"""
    (?<! VĂN ) (?<! CHI ) (?<! QUỐC ) \s
    (?= (?: {_OFFICES} | BAN (?= _\w ) (?! _(?: NHÂN | {_OFFICES} ) (?!\w) ) ) (?!\w) )
""")
"""Between two offices on one line: "UBND TỈNH X SỞ Y TẾ"."""
_KIND = verbose(rf"(?: {any_of(KINDS)} | [ỦU][YỶ]_BAN ) \s", re.I)
_PEOPLES = verbose("[ỦU][YỶ]_BAN_NHÂN_DÂN | UBND", re.I)
_COMMITTEE = verbose(r"^ [ỦU][YỶ]_BAN_NHÂN_DÂN (?=\s)")
_ANNOUNCES = re.compile(r"(?:\sVÀ|[,&–-])$")
_MARKS = " -–—*_|."
_TOP_LINES = 14
_NEEDS_PARENT = (
    "văn phòng", "thanh tra", "hội đồng thành viên", "hội đồng quản trị", "hội đồng trường",
    "ban thường vụ", "ban chấp hành", "ban giám đốc", "ban kiểm soát", "ban thường trực",
    "hội đồng quản lý", "phòng tổ chức cán bộ", "ban giám hiệu",
)  # fmt: skip


def read_issuer(text: str, head: list[Stretch], register: Register) -> Stated[str] | None:
    """Return the office on top of a notice, with its seat; else the one that it tells of.

    Args:
        text: the whole text.
        head: the stretches before the notice's body.
        register: the offices that the document names for itself.
    """
    top = _OfficeOnTop(text, head).read()
    told = _office_told(text, head, register)
    if top is None:
        return told
    if told and told.value.casefold().startswith(top.value.casefold()):
        return told
    return top


class _OfficeOnTop:
    """The reading of the lines in capitals over a notice's number."""

    def __init__(self, text: str, head: list[Stretch]) -> None:
        self._text = text
        self._offices: list[Stretch] = []
        self._seats: dict[Stretch, str] = {}
        """"ỦY BAN NHÂN DÂN" on one line, "HUYỆN X" or the rest of a name on the next."""
        for start, end in head[:_TOP_LINES]:
            titled = TITLE_START.match(text, start, end)
            if MEETING_DAY.match(text, start, end) or (titled and self._offices):
                break  # a portal's heading may stand before the notice's own
            self._line(start, end)

    def _line(self, start: int, end: int) -> None:
        if nation := _NATION.search(self._text, start, end):
            end = nation.start()
        if number := _OWN_NUMBER.search(self._text, start, end):
            end = max(start, number.start())
        line = self._text[start:end]
        name = line.strip(_MARKS)
        if (
            _NUMBER.match(line)
            or PLACE_DAY.match(line)
            or not (is_capitals(name) or (self._offices and name.isupper() and name.isalpha()))
        ):
            return
        if not name[0].isalpha():
            return  # the code of a number left blank: "/TB-SXD"
        begin = start + line.index(name)
        if _KIND.match(f"{name} ") and not self._goes_on(name):
            self._offices.append((begin, begin + len(name)))
        elif self._offices:
            self._seats.setdefault(self._offices[-1], name)

    def _goes_on(self, name: str) -> bool:
        """Whether a line is the rest of the office's name above it.

        It is after a line that announces more ("SỞ NÔNG NGHIỆP VÀ"), and where it is one syllable
        ("... MÔI", "TRƯỜNG"), which names no office by itself.
        """
        if not self._offices:
            return False
        before = self._text[slice(*self._offices[-1])]
        return " " not in name or _ANNOUNCES.search(before) is not None

    def read(self) -> Stated[str] | None:
        """The lowest office, with the seat that it or the one over it states."""
        if not self._offices:
            return None
        begin, finish = office = self._offices[-1]
        words = self._text[begin:finish]
        parent = self._text[slice(*self._offices[0])]
        if len(self._offices) == 1 and (second := _SECOND_OFFICE.search(words)):
            parent, words = words[: second.start()], words[second.end() :]
            begin = finish - len(words)
        if (begin, finish) in self._seats:
            words = f"{words} {self._seats[office]}"
        elif self._offices[0] in self._seats:
            parent = f"{parent} {self._seats[self._offices[0]]}"
        return Stated(self._seated(words, parent), begin, finish)

    def _seated(self, words: str, parent: str) -> str:
        """An office's name with the seat of the one over it, where its own does not say it."""
        name = _in_small_letters(words, self._text)
        if name.casefold() in _NEEDS_PARENT:
            return f"{name} {_in_small_letters(parent, self._text)}"
        seat = _SEAT.search(f" {parent}")
        if seat and (level := _ENDS_WITH_LEVEL.search(words)):
            place = _LEVEL_AND_NAME.match(parent, seat.start())
            if place and place["level"] == level["level"]:  # "BỆNH VIỆN ĐA KHOA TỈNH"
                return f"{name} {place['name'].title()}"
        if seat and parent != words and _PEOPLES.match(parent) and not _SEAT.search(f" {words}"):
            return f"{name} {_in_small_letters(parent[seat.start() :].strip(), self._text)}"
        return name


def _office_told(text: str, head: list[Stretch], register: Register) -> Stated[str] | None:
    """The office of "Ngày ..., Sở X tổ chức", "Kết luận của Giám đốc Sở X"."""
    for start, end in head:
        if not MEETING_DAY.match(text, start, end):
            continue
        for unit in find_units(text[start:end], register):
            if unit.kind == "unit" and _HELD.match(text, start + unit.end, end):
                return Stated(unit.name, start + unit.start, start + unit.end)
    for start, end in head:
        if match := _ADDRESSED_BY.search(text, start, end):
            for unit in find_units(text[match.end() : end], register)[:1]:
                name = _in_small_letters(unit.name, text) if unit.name.isupper() else unit.name
                return Stated(name, match.end() + unit.start, match.end() + unit.end)
    return None


def _in_small_letters(words: str, text: str) -> str:
    """A name set in capitals as it is written in a sentence, by the document's own use first."""
    for match in re.finditer(re.escape(words), text, re.I):
        if not match[0].isupper():
            return match[0][0].upper() + match[0][1:]
    words = _COMMITTEE.sub("UBND", words)
    begins = [k for k in KINDS if words.casefold().startswith(f"{k.casefold()} ")]
    if not begins:
        return _seat(words)
    kind = max(begins, key=len)
    rest = words[len(kind) + 1 :]
    seat = _SEAT.search(f" {rest}")
    seat_at = seat.start() if seat else len(rest)
    inner, place = rest[:seat_at].strip(), rest[seat_at:].strip()
    known = FIELD.fullmatch(inner)
    small = inner.lower() if inner.startswith("CÁC ") else inner.capitalize()
    field = field_name(inner) if known else small
    return " ".join(filter(None, (kind, field, _seat(place))))


def _seat(place: str) -> str:
    """ "TỈNH LAM GIANG" -> "tỉnh Lam Giang"."""
    match = _LEVEL_AND_NAME.match(place)
    if not match:
        return place.capitalize()
    return f"{match['level'].lower()} {match['name'].title()}"
