"""Names of offices: single names, lists that share a kind, and classes of offices.

- a name: "Sở TN&MT", "Chi cục Kiểm lâm", "UBND huyện Bảo Sơn" (``unit_single``)
- a class: "các phòng, đơn vị", "UBND các xã, phường" (``unit_classes``)
- a list: "các Sở: Tài chính, Tư pháp", "UBND các huyện A, B và thành phố C"
"""

import re
from collections.abc import Sequence

from ingest.patterns.grammar import verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.place import find_places, is_no_place
from ingest.patterns.unit_classes import class_at
from ingest.patterns.unit_names import FIELD_KINDS, LEVEL, PEOPLES_BODY, PLACE
from ingest.patterns.unit_open import open_name
from ingest.patterns.unit_register import Register, UnitName
from ingest.patterns.unit_single import FIELD, field_name, is_more, single_at
from kg.records import Mention

_BEGINNING = re.compile(rf"(?<![\w&/])(?=[{UPPER}{LOWER}0])")
_WORD = re.compile(r"[\w&]+")
_COMMA = verbose(r"\s* (?: ,_và_ | ,\s* | _và_ | _cùng_ )")
_LIST = verbose(rf"""
    (?: [Cc]ác | [Nn]hững | 0?[2-9] | hai | ba ) _
    (?P<kind>
        [Bb]ộ | [Ss]ở | [Pp]hòng | [Bb]an | [Cc]hi_cục | [Cc]ục | [Tt]rung_tâm | [Vv]ụ | [Vv]iện
        | [Hh]ội | [Cc]ông_ty | [Tt]rường | [Bb]ệnh_viện | [Ss]ở,_ban,_ngành | [Ss]ở,_ngành
        | [Bb]ộ,_ngành | [Bb]ộ,_cơ_quan | [Cc]ơ_quan,_đơn_vị | [Pp]hòng,_ban | [Đđ]ơn_vị
    ) \s* (?P<colon>:)? _ (?=[{UPPER}])
""")
_COMMITTEES = verbose(rf"""
    (?: Chủ_tịch_ )? (?P<body>{PEOPLES_BODY}) _ (?: các | 0?\d+ ) _
    (?P<level>{LEVEL}) (?: (?: ,\s* | _và_ | \s*-\s* ) {LEVEL} )*
    \s* :? _ (?=[{UPPER}])
""")
_SEAT_IN_LIST = verbose(rf"(?: (?P<level>{LEVEL})_ )? (?P<place>{PLACE})")
_COMMA_AND_NAME = verbose(rf"(?: ,_ | _và_ ) (?=[{UPPER}])")
_LONGEST_NAME = 120
"""Characters: no office's name in a list was longer than 90."""


def find_units(text: str, register: Register | None = None) -> list[UnitName]:
    """Return every office named in a text, in order, none overlapping another."""
    register = register or Register()
    inside = _insides(find_places(text))
    found: list[UnitName] = []
    position = 0
    while match := _BEGINNING.search(text, position):
        names = [] if match.start() in inside else units_at(text, match.start(), register)
        if names:
            found.extend(names)
            position = max(names[-1].end, match.start() + 1)
        else:
            word = _WORD.match(text, match.start())
            position = word.end() if word else match.start() + 1
    return found


def _insides(places: Sequence[Mention]) -> set[int]:
    """The places' own names: there "Hội Lâm" is no association of "huyện Hội Lâm"."""
    names = ((p.start if p.canonical else p.start + len(p.role or "") + 1, p.end) for p in places)
    return {position for name in names for position in range(*name)}


def units_at(text: str, position: int, register: Register) -> list[UnitName]:
    """The office or offices whose name begins at a position: one name, a class, or a whole list."""
    return (
        _list_at(text, position, register)
        or class_at(text, position)
        or single_at(text, position, register)
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


def _list_at(text: str, position: int, register: Register) -> list[UnitName]:
    if match := _COMMITTEES.match(text, position):
        return _seats_listed(text, match)
    match = _LIST.match(text, position)
    if not match:
        return []
    kind = match["kind"].split(",")[0]
    kind = kind[0].upper() + kind[1:]
    found: list[UnitName] = []
    here = match.end()
    while item := _item_at(text, here, kind, register):
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
    field = FIELD.match(text, position)
    if field and not (kind in FIELD_KINDS or " và " in field[0]):
        field = None
    end = None
    if text[position : position + 1].isupper():
        whole = f"{kind} {text[position : position + _LONGEST_NAME]}"
        end = register.match(whole, 0) or _listed_end(whole)
        end = end - len(kind) - 1 + position if end else None
    if field and (end is None or end <= field.end() or not is_more(text, field.end(), end)):
        name = f"{kind} {field_name(field[0])}"
        return UnitName(field[0], position, field.end(), register.full(name) or name)
    if end is None or end <= position:
        return None
    name = text[position:end]
    return UnitName(name, position, end, register.full(f"{kind} {name}") or f"{kind} {name}")


def _listed_end(whole: str) -> int | None:
    """Where one member of a list ends; "whole" begins with its kind.

    In "A và B, C" the members are "A và B" and C, in "A và B" they are A and B: the last "và" of a
    list parts its members.
    """
    short, full = open_name(whole, 0, listed=True), open_name(whole, 0)
    if short is None or full is None or full <= short or " và " not in whole[short:full]:
        return short
    comma = whole.find(",", short, full)
    until = comma if comma >= 0 else full
    more = comma >= 0 or _COMMA_AND_NAME.match(whole, full)
    return until if more else whole.rfind(" và ", short, until)


def _seats_listed(text: str, match: re.Match[str]) -> list[UnitName]:
    """The members of "UBND các huyện A, B và thành phố C"."""
    found: list[UnitName] = []
    here, level = match.end(), match["level"]
    while item := _SEAT_IN_LIST.match(text, here):
        if not item["level"] and is_no_place(text, here):
            break
        level = item["level"] or level
        canonical = f"{match['body']} {level} {item['place']}"
        found.append(UnitName(item[0], here, item.end(), canonical))
        comma = _COMMA.match(text, item.end())
        if not comma:
            break
        here = comma.end()
    return found
