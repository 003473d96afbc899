"""Names of offices: single names, lists that share a kind, and classes of offices.

- a name: "Sở TN&MT", "Chi cục Kiểm lâm", "UBND huyện Bảo Sơn"
- a list: "các Sở: Tài chính, Tư pháp", "UBND các huyện A, B và thành phố C"
- a class: "các phòng, đơn vị", "UBND các xã, phường"; every unit where it adds up to all
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.letters import CAPITALISED, LOWER, UPPER
from ingest.patterns.unit_names import (
    AFTER_NAMES,
    ALSO_VERBS,
    FIELD_KINDS,
    FIELDS,
    FIXED,
    KINDS,
    SHORT_FORMS,
    SUPERIORS,
    WORDS_OF_NAMES,
)

UnitKind = Literal["unit", "class", "every", "superior"]


@dataclass(frozen=True, slots=True)
class UnitName:
    """One office or class of offices named in a text; ``name`` is ``text[start:end]``."""

    name: str
    start: int
    end: int
    canonical: str
    kind: UnitKind = "unit"


def _alternatives(names: Iterable[str]) -> str:
    ordered = sorted(set(names), key=len, reverse=True)
    return "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in ordered)


_LEVEL = r"(?:tỉnh|thành\s+phố|TP\.?|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)"
_PEOPLE = r"(?:[ỦU][ỷyỳỵ]\s+ban\s+[Nn]hân\s+dân|UBND|HĐND|Hội\s+đồng\s+[Nn]hân\s+dân|Thường\s+trực\s+HĐND)"
_PLACE = rf"(?:{CAPITALISED}|\d{{1,2}})(?:[\s-]+{CAPITALISED}){{0,3}}"

_ABBREVIATED = {
    short: full for full, shorts in FIELDS.items() for short in shorts.split() if short != "và"
}
_FIELD = _alternatives([*FIELDS, *_ABBREVIATED, "NN và PTNT", "Nông nghiệp và PTNT"])
_FIELD_UNIT = re.compile(
    rf"(?P<kind>{'|'.join(FIELD_KINDS)}|(?:sở|phòng|bộ)(?=\s+[{UPPER}]))\s+(?P<field>(?i:{_FIELD}))(?![\w&])"
)
_FIXED = re.compile(rf"(?i:{_alternatives(FIXED)})(?!\w)(?P<place>\s+{_LEVEL}(?:\s+{_PLACE})?)?")
_SUPERIOR = re.compile(rf"(?:{_alternatives(SUPERIORS)})(?!\w)")
_COMMITTEE = re.compile(
    rf"(?:Chủ\s+tịch\s+)?(?P<body>{_PEOPLE})\s+(?P<level>{_LEVEL})(?:\s+(?P<place>{_PLACE}))?(?!\w)"
)
_SEAT = re.compile(
    rf"\s+(?:{_LEVEL}(?:\s+{_PLACE})?|khu\s+vực\s+(?:[IVX]+|\d+|{CAPITALISED})|Trung\s+ương)(?!\w)(?!\s+ủy)"
)
"""Where an office sits, as part of its name: "... huyện Bảo Sơn", "... khu vực XII"."""
_EVERYWHERE = re.compile(
    rf"\s+(?:thuộc\s+)?các\s+{_LEVEL}(?:(?:,\s*|\s+và\s+){_LEVEL})*(?!\w)(?!\s+[{UPPER}])"
)
"""An office of that name in every place: "Trung tâm Y tế các huyện, thành phố"."""
_KIND = re.compile(rf"(?P<kind>{_alternatives(KINDS)})(?=[\s.]|$)", re.I)

_LIST_KIND = (
    r"(?P<kind>[Bb]ộ|[Ss]ở|[Pp]hòng|[Bb]an|[Cc]hi\s+cục|[Cc]ục|[Tt]rung\s+tâm|[Vv]ụ|[Vv]iện|[Hh]ội"
    r"|[Cc]ông\s+ty|[Tt]rường|[Bb]ệnh\s+viện|[Ss]ở,\s+ban,\s+ngành|[Ss]ở,\s+ngành|[Bb]ộ,\s+ngành"
    r"|[Bb]ộ,\s+cơ\s+quan|[Cc]ơ\s+quan,\s+đơn\s+vị|[Pp]hòng,\s+ban|[Đđ]ơn\s+vị)"
)
_LIST = re.compile(
    rf"(?:[Cc]ác|[Nn]hững|0?[2-9]|hai|ba)\s+{_LIST_KIND}\s*(?P<colon>:)?\s+(?=[{UPPER}])"
)
_COMMITTEES = re.compile(
    rf"(?:Chủ\s+tịch\s+)?(?P<body>{_PEOPLE})\s+(?:các|0?\d+)\s+(?P<level>{_LEVEL})(?P<more>(?:,\s*|\s+và\s+|\s*-\s*){_LEVEL})*\s*(?P<colon>:)?\s+(?=[{UPPER}])"
)
_NAME_IN_LIST = re.compile(rf"(?:(?P<level>{_LEVEL})\s+)?(?P<place>{_PLACE})")
_COMMA = re.compile(r"\s*(?:,\s*và\s+|,\s*|\s+và\s+|\s+cùng\s+)")

_CLASS_WORD = (
    r"(?:phòng(?:,\s+ban)?\s+(?:chuyên\s+môn|chức\s+năng|nghiệp\s+vụ)|đơn\s+vị\s+(?:sự\s+nghiệp|dự\s+toán)|sở|ban|ngành|bộ|phòng|đơn\s+vị|cơ\s+quan|địa\s+phương|huyện|xã|phường|thị\s+trấn"
    r"|thị\s+xã|thành\s+phố|đặc\s+khu|chi\s+cục|cục|vụ|trung\s+tâm|chi\s+nhánh|trường\s+học|trường|đoàn\s+thể|hội"
    r"|tổ\s+chức|phòng(?:,\s+ban)?\s+(?:chuyên\s+môn|chức\s+năng|nghiệp\s+vụ)|đơn\s+vị\s+(?:sự\s+nghiệp|dự\s+toán|chuyên\s+môn)|ban\s+quản\s+lý(?:\s+dự\s+án)?|chủ\s+đầu\s+tư|nhà\s+thầu"
    r"|doanh\s+nghiệp|bệnh\s+viện|cơ\s+sở\s+(?:y\s+tế|giáo\s+dục)|thôn|tổ\s+dân\s+phố|đồng\s+chí\s+lãnh\s+đạo|thành\s+viên)"
)
_CLASS_TAIL = (
    r"(?:\s+(?:trực\s+thuộc(?:\s+(?:Sở|Bộ|huyện|tỉnh|UBND\s+\w+))?|(?:có\s+)?liên\s+quan|chuyên\s+môn|thuộc\s+(?:Sở|Bộ|UBND|huyện|tỉnh|thành\s+phố|phạm\s+vi)"
    r"(?:\s+(?:tỉnh|huyện))?|trên\s+địa\s+bàn(?:\s+(?:tỉnh|huyện|thành\s+phố|xã))?|trong\s+(?:toàn\s+)?(?:ngành|tỉnh|huyện)|nêu\s+trên|của\s+Sở))"
)
_CLASS = re.compile(
    rf"(?P<head>(?:(?i:tất\s+cả\s+)?(?i:các|toàn\s+thể\s+các|mọi|lãnh\s+đạo\s+các|thủ\s+trưởng\s+các|người\s+đứng\s+đầu\s+các)|(?:Chủ\s+tịch\s+)?(?P<body>{_PEOPLE})\s+các)\s+)"
    rf"(?P<words>(?i:{_CLASS_WORD})(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s*-\s*)(?:(?i:các)\s+|{_PEOPLE}\s+(?:các\s+|cấp\s+)?)?(?i:{_CLASS_WORD})(?!\s+[{UPPER}]\w*\s+[{UPPER}]))*)"
    rf"(?P<tail>{_CLASS_TAIL}*)(?!\w)"
)
_NAMED_AFTER = re.compile(rf"\s*:?\s+[{UPPER}]")

_STOP = re.compile(rf"(?:{_alternatives(a.rstrip() for a in AFTER_NAMES)})(?!\w)")
_AGAINST = re.compile(r"[Pp]hòng,?\s+(?:chống|cháy(?:,?\s+(?:và\s+)?chữa\s+cháy)?)(?!\w)")
_WORD = re.compile(r"[\w&’'.]+|[-–,]")
_PHRASE = re.compile(rf"(?i:{_alternatives(WORDS_OF_NAMES)})(?!\w)")
_ALSO_VERB = re.compile(rf"(?:{_alternatives(ALSO_VERBS)})(?!\w)")
_POST = re.compile(
    r"(?:Phó\s+)?(?:Giám\s+đốc|Thủ\s+trưởng|Trưởng(?=\s+(?:phòng|ban|Phòng|Ban|thôn|Công))|Chánh(?=\s+(?:Văn|Thanh))|Viện\s+trưởng|Hiệu\s+trưởng|Chủ\s+nhiệm|Chủ\s+tịch(?=\s+Hội)"
    r"|Chỉ\s+huy\s+trưởng|Cục\s+trưởng|Chi\s+cục\s+trưởng|Đội\s+trưởng|Bí\s+thư|Lãnh\s+đạo)\s+(?=\w)"
)
_HEADS = re.compile(
    r"Trưởng\s+(?:các\s+|\d{1,2}\s+)?(?:thôn|bản|xóm|ấp|khu\s+phố|tổ\s+dân\s+phố)(?!\w)"
)
_OBJECT = re.compile(
    r"\s+(?:kế hoạch|báo cáo|dự toán|phương án|đề án|dự thảo|quy chế|văn bản|hồ sơ|danh mục|chương trình|lộ trình|việc|các|những|tình hình|kết quả"
    r"|công tác|nghị quyết|quyết định|hội nghị|cuộc|lớp|đoàn|thực hiện|triển khai|họp|chặt|tốt|sâu|kịp|và|nội dung|số liệu|thông tin|toàn|tổng|quy|bảng|bộ|mô hình|đề cương|ý kiến|\d)(?!\w)"
)
"""What follows a verb that is ordered, and not the rest of a name."""
_LEVEL_WORD = re.compile(rf"{_LEVEL}(?!\w)")
_COMMITTEE_SEAT = re.compile(r"(?:Huyện|Tỉnh|Thành|Thị|Đảng)\s+ủy(?!\w)")
_SMALL_WORD = re.compile(rf" (?P<word>[{LOWER}]+)(?![\w])")
_ACTS = re.compile(rf"(?:{ADVERBS}|{VERBS})(?!\w)")
_NOT_SECOND = frozenset(
    "và các của để theo trong tại trước sau từ đến với cho về có là đã đang sẽ còn chưa được bị phải "
    "cần không nếu khi do nhằm cùng hoặc này đó nêu trên dưới ngoài tỉnh huyện xã phường thôn bản ngay "
    "hết mà nên thì vào ra lên qua".split()
)
_OPEN_KINDS = frozenset({"văn phòng", "thanh tra", "hđnd", "công an", "ubnd"})


@dataclass(slots=True)
class Register:
    """The offices that one document names for itself: its headings, definitions, short forms."""

    names: dict[str, str] = field(default_factory=dict)
    """Folded name or short form -> full name."""
    _pattern: re.Pattern[str] | None = None

    def add(self, name: str, full: str | None = None) -> None:
        """Note a name, or a short form of a full one."""
        self.names.setdefault(_folded(name), full or name)
        self._pattern = None

    def match(self, text: str, position: int) -> re.Match[str] | None:
        """The longest noted name at a position."""
        if not self.names:
            return None
        if self._pattern is None:
            self._pattern = re.compile(rf"(?:{_alternatives(self.names)})(?![\w&])", re.I)
        return self._pattern.match(text, position)

    def full(self, name: str) -> str | None:
        """The full name behind a name or short form, or None."""
        return self.names.get(_folded(name))


_BEGINNING = re.compile(rf"(?<![\w&/])(?=[{UPPER}{LOWER}0])")


def find_units(text: str, register: Register | None = None) -> list[UnitName]:
    """Return every office named in a text, in order, none overlapping another."""
    register = register or Register()
    found: list[UnitName] = []
    position = 0
    while match := _BEGINNING.search(text, position):
        names = units_at(text, match.start(), register)
        if names:
            found.extend(names)
            position = max(names[-1].end, match.start() + 1)
        else:
            word = re.compile(r"[\w&]+").match(text, match.start())
            position = word.end() if word else match.start() + 1
    return found


def units_at(text: str, position: int, register: Register) -> list[UnitName]:
    """The office or offices whose name begins at a position: one name, a class, or a whole list."""
    return (
        _list_at(text, position, register)
        or _class_at(text, position)
        or _single_at(text, position, register)
    )


def unit_list_at(text: str, position: int, register: Register) -> list[UnitName]:
    """The offices named one after another from a position: "A, B và các phòng C, D"."""
    found: list[UnitName] = []
    while names := units_at(text, position, register):
        found.extend(names)
        comma = _COMMA.match(text, names[-1].end)
        if not comma:
            break
        position = comma.end()
    return found


def _single_at(text: str, position: int, register: Register) -> list[UnitName]:
    if post := _POST.match(text, position):
        # An office's head stands for it: "Giám đốc Sở Y tế", "Trưởng phòng Nội vụ".
        held = _single_at(text, post.end(), register)
        if held and held[0].kind == "unit":
            end = held[0].end
            name = text[position:end]
            return [UnitName(name, position, end, _upper_first(name))]
    if match := _SUPERIOR.match(text, position):
        return [UnitName(match[0], position, match.end(), match[0], "superior")]
    candidates = []
    if match := register.match(text, position):
        candidates.append((match.end(), register.full(match[0]) or match[0]))
    if match := _FIELD_UNIT.match(text, position):
        kind = match["kind"].capitalize()
        candidates.append((match.end(), f"{kind} {field_name(match['field'])}"))
    if match := _COMMITTEE.match(text, position):
        candidates.append((match.end(), match[0]))
    if match := _FIXED.match(text, position):
        candidates.append((match.end(), match[0]))
    known = max(candidates, key=lambda c: c[0], default=None)
    opened = _open_name(text, position) or 0
    # "Chi cục Kiểm lâm kiểm tra ...": where the name is known, what more it may be is a verb.
    if opened and (
        known is None
        or (opened > known[0] and not _ALSO_VERB.match(text[known[0] : opened].strip()))
    ):
        known = opened, _upper_first(text[position:opened])
    if known is None:
        return []
    end, canonical = known
    kind: UnitKind = "unit"
    if match := _EVERYWHERE.match(text, end):
        end, kind = match.end(), "class"
    elif match := _SEAT.match(text, end):
        if canonical == text[position:end]:
            canonical = text[position : match.end()]
        end = match.end()
    name = text[position:end]
    canonical = name if kind == "class" else register.full(name) or canonical
    return [UnitName(name, position, end, spelt_out(canonical), kind)]


def spelt_out(name: str) -> str:
    """A name with the usual short forms in it written out.

    >>> spelt_out("TTYT huyện Bảo Sơn")
    'Trung tâm Y tế huyện Bảo Sơn'
    """
    words = [SHORT_FORMS.get(word, word) for word in name.split(" ")]
    return _upper_first(" ".join(words))


def field_name(printed: str) -> str:
    """The full name of a field of government, however it is printed.

    >>> field_name("TN&MT")
    'Tài nguyên và Môi trường'
    """
    printed = re.sub(r"\s+", " ", printed)
    if printed in ("NN và PTNT", "Nông nghiệp và PTNT"):
        return "Nông nghiệp và Phát triển nông thôn"
    if printed.upper() in _ABBREVIATED:
        return _ABBREVIATED[printed.upper()]
    return next(full for full in FIELDS if full.casefold() == printed.casefold())


def _open_name(text: str, position: int) -> int | None:
    """Where the name ends that begins with a kind of office at a position, or None.

    A name goes on over capitalised words, what offices are for ("quản lý đất đai"), and their
    seat; it ends at a verb, a mark, or any other word in small letters.
    """
    match = _KIND.match(text, position)
    if not match:
        return None
    kind = match["kind"]
    capital = kind[0].isupper()
    # Capitalised words after the first: "Ban Quản lý" has one before any word follows.
    proper = sum(w[0].isupper() for w in kind.split()[1:]) if capital else 0
    proper += kind.isupper() and len(kind) > 2
    end = last_good = match.end()
    seated = False
    while end < len(text):
        here = _skip_space(text, end)
        word = _WORD.match(text, here)
        if not word or (here == end and word[0] not in "-–,"):
            break
        if against := _AGAINST.match(text, here):
            end = last_good = against.end()
            proper += 1
            continue
        if _STOP.match(text, here):
            break
        if proper and (committee := _COMMITTEE_SEAT.match(text, here)):
            return committee.end()
        if (
            capital
            and (proper or " " in kind or kind.casefold() in _OPEN_KINDS)
            and (level := _LEVEL_WORD.match(text, here))
        ):
            seated = True
            end = last_good = level.end()
        elif word[0] in ("-", "–", "và", "&", "các"):
            following = _WORD.match(text, _skip_space(text, word.end()))
            if seated or not proper or not following or not _may_go_on(text, following):
                break
            end = word.end()
        elif (phrase := _PHRASE.match(text, here)) and (
            word[0][0].isupper() or (not seated and (proper or (capital and " " in kind)))
        ):
            if (
                word[0][0].islower()
                and _ALSO_VERB.match(phrase[0])
                and _OBJECT.match(text, phrase.end())
            ):
                break
            proper += 1
            end = last_good = phrase.end()
        elif word[0][0].isupper() or (word[0][0].isdigit() and proper and text[here - 1] == " "):
            token = word[0].rstrip(".")
            proper += word[0][0].isupper()
            end = last_good = here + len(token)
            if not seated and (second := _second_syllable(text, token, end)):
                end = last_good = second
            if len(token) < len(word[0]) and len(token) > 1:
                break
        else:
            break
    if last_good == match.end() and " " not in kind:
        return None
    return last_good if proper or seated else None


def _second_syllable(text: str, first: str, position: int) -> int | None:
    """Where the small second syllable ends of a compound that begins with a capital: "Kiểm ngư"."""
    if first.isupper() and len(first) > 1:
        return None
    match = _SMALL_WORD.match(text, position)
    if not match or _ACTS.match(text, match.start("word")) or match["word"] in _NOT_SECOND:
        return None
    return match.end()


def _may_go_on(text: str, word: re.Match[str]) -> bool:
    """Whether what follows "và" or "-" is still the same name, and not another office."""
    if _STOP.match(text, word.start()):
        return False
    if re.match(
        r"(?:các|những|UBND|HĐND|Sở|Bộ|Phòng|Chi|Ban|Công|Trung|Cục|Văn phòng)(?!\w)(?!,?\s+(?:chống|cháy|ngừa|thủ))",
        text[word.start() :],
    ):
        other = _KIND.match(text, word.start())
        if other or word[0] in ("các", "những"):
            return False
    return word[0][0].isupper() or _PHRASE.match(text, word.start()) is not None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _list_at(text: str, position: int, register: Register) -> list[UnitName]:
    if match := _COMMITTEES.match(text, position):
        return _places_listed(text, match)
    match = _LIST.match(text, position)
    if not match:
        return []
    kind = re.sub(r"\s+", " ", match["kind"]).split(",")[0]
    kind = kind[0].upper() + kind[1:]
    found: list[UnitName] = []
    here = match.end()
    while True:
        item = _item_at(text, here, kind, register)
        if item is None:
            break
        found.append(item)
        comma = _COMMA.match(text, item.end)
        if not comma or units_at(text, comma.end(), register):
            break
        here = comma.end()
    if len(found) == 1 and not match["colon"]:
        name = text[position : found[0].end]  # "các Phòng Giáo dục và Đào tạo": of every district
        return [UnitName(name, position, found[0].end, name, "class")]
    return found


def _item_at(text: str, position: int, kind: str, register: Register) -> UnitName | None:
    """One member of "các Sở: Tài chính, Tư pháp": its name without the kind."""
    if kind in ("Bộ", "Sở", "Phòng"):
        match = re.compile(rf"(?i:{_FIELD})(?![\w&])").match(text, position)
        if match:
            name = f"{kind} {field_name(match[0])}"
            return UnitName(match[0], position, match.end(), register.full(name) or name)
    for folded, full in register.names.items():
        prefix = f"{kind.casefold()} "
        if folded.startswith(prefix):
            rest = folded[len(prefix) :]
            if _folded(text[position : position + len(rest)]) == rest:
                return UnitName(
                    text[position : position + len(rest)], position, position + len(rest), full
                )
    if not text[position : position + 1].isupper():
        return None
    end = _open_name(f"{kind} {text[position : position + 120]}", 0)
    if end is None or end <= len(kind) + 1:
        return None
    end += position - len(kind) - 1
    name = text[position:end]
    return UnitName(name, position, end, f"{kind} {name}")


def _places_listed(text: str, match: re.Match[str]) -> list[UnitName]:
    """The members of "UBND các huyện A, B và thành phố C"."""
    found: list[UnitName] = []
    here, level = match.end(), re.sub(r"\s+", " ", match["level"])
    while item := _NAME_IN_LIST.match(text, here):
        if _KIND.match(text, here) and not item["level"]:
            break
        level = re.sub(r"\s+", " ", item["level"]) if item["level"] else level
        found.append(
            UnitName(item[0], here, item.end(), f"{match['body']} {level} {item['place']}")
        )
        comma = _COMMA.match(text, item.end())
        if not comma:
            break
        here = comma.end()
    return found


def _class_at(text: str, position: int) -> list[UnitName]:
    if heads := _HEADS.match(text, position):
        return [UnitName(heads[0], position, heads.end(), heads[0], "class")]
    match = _CLASS.match(text, position)
    if not match:
        return []
    end = match.end()
    # "các Sở: Tài chính, ..." and "các xã Bình An, ..." name their members.
    if _NAMED_AFTER.match(text, end) and not match["tail"]:
        return []
    name = text[position:end].rstrip()
    words = {
        re.sub(r"\s+", " ", w).casefold() for w in re.findall(_CLASS_WORD, match["words"], re.I)
    }
    every = _is_every(match, words)
    return [
        UnitName(
            name,
            position,
            position + len(name),
            "*" if every else name,
            "every" if every else "class",
        )
    ]


_LOCAL = frozenset(
    {"huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "đặc khu", "địa phương", "thôn"}
)
_GENERAL = frozenset({"đơn vị", "cơ quan", "địa phương"})


def _is_every(match: re.Match[str], words: set[str]) -> bool:
    """Whether a class adds up to all whom a notice addresses."""
    tail = match["tail"] or ""
    if "liên quan" in re.sub(r"\s+", " ", tail) or "nêu trên" in tail:
        return False
    if re.match(r"(?i:tất\s+cả|toàn\s+thể|mọi)", match["head"]):
        return True
    own, local = words - _LOCAL, words & _LOCAL
    if own and (local or match["body"] or re.search(_PEOPLE, match["words"])):
        return not match["body"]
    if len(words) >= 2 and any(w.startswith(g) for w in words for g in _GENERAL):
        return True
    return words == {"đơn vị"} and (
        not tail or re.match(r"\s+thuộc\s+(?:Sở|Bộ|UBND)", tail) is not None
    )


def _upper_first(name: str) -> str:
    return name[:1].upper() + name[1:]


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", name).casefold().strip()
