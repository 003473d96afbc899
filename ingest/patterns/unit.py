"""Names of offices: single names, lists that share a kind, and classes of offices.

- a name: "Sở TN&MT", "Chi cục Kiểm lâm", "UBND huyện Bảo Sơn" (``unit_single``)
- a class: "các phòng, đơn vị", "UBND các xã, phường" (``unit_classes``)
- a list: "các Sở: Tài chính, Tư pháp", "UBND các huyện A, B và thành phố C"
"""

import re
from collections.abc import Sequence

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.place import find_places, is_no_place
from ingest.patterns.unit_classes import add_up, class_at
from ingest.patterns.unit_names import FIELD_KINDS, LEVEL, PEOPLES_BODY, PLACE
from ingest.patterns.unit_open import open_name
from ingest.patterns.unit_register import Register, UnitName
from ingest.patterns.unit_single import FIELD, field_name, is_more, single_at
from kg.records import Mention

_ACTS = rf"(?: {ADVERBS} | {VERBS} ) (?!\w)"
_BEGINNING = re.compile(rf"(?<![\w&/])(?=[{UPPER}{LOWER}0])")
_WORD = re.compile(r"[\w&]+")
_COMMA = verbose(r"""
    (?: \s* \( [^()\n]{1,80} \) )? \s* (?: [,;]\s* (?: và_ | cùng_ )? | _và_ | _cùng_ (?:với_)? )
""")
"""Between two offices; the first may be followed by its short form in brackets."""
_LIST = verbose(rf"""
    (?: [Cc]ác | [Nn]hững | 0?[2-9] | hai | ba ) _
    (?P<kind>
        [Bb]ộ | [Ss]ở | [Pp]hòng | [Bb]an | [Cc]hi_cục | [Cc]ục | [Tt]rung_tâm | [Vv]ụ | [Vv]iện
        | [Hh]ội | [Cc]ông_ty | [Tt]rường | [Bb]ệnh_viện | [Ss]ở,_ban,_ngành | [Ss]ở,_ngành
        | [Bb]ộ,_ngành | [Bb]ộ,_cơ_quan | [Cc]ơ_quan,_đơn_vị | [Pp]hòng,_ban | [Đđ]ơn_vị
        | [Cc]hi_nhánh | [Đđ]ội | [Tt]rạm | [Kk]hoa | [Hh]ợp_tác_xã | [Xx]í_nghiệp | [Bb]áo
        | [Hh]uyện_ủy | [Tt]hành_ủy | [Tt]hị_ủy | [Đđ]ảng_ủy | [Tt]ổng_công_ty | [Hh]ạt
    ) \s* (?P<colon>:)? _ (?=[{UPPER}])
""")
_SETTLEMENT = any_of("thôn; bản; làng; xóm; ấp; buôn; khu phố; tổ dân phố")
_COMMITTEES = verbose(rf"""
    (?P<post> (?: Phó_ )? Chủ_tịch_ )? (?P<body> {PEOPLES_BODY} | Công_an | Trạm_Y_tế | Trưởng )
    _ (?: các | 0?\d+ ) _ (?P<level> {LEVEL} | {_SETTLEMENT} )
    (?: (?: ,\s* | _và_ | \s*-\s* ) (?: {LEVEL} | {_SETTLEMENT} ) )* \s* :? _ (?=[{UPPER}])
""")
_SEAT_IN_LIST = verbose(rf"(?: (?P<level> {LEVEL} | {_SETTLEMENT} )_ )? (?P<place>{PLACE})")
_LOCALITIES = verbose(rf"""
    (?P<all> (?: [Cc]ác | 0?\d+ ) _ )? (?P<level> (?i:{LEVEL}) ) \s*:?_ (?P<place>{PLACE})
""")
_COMMITTEE_OF = verbose(rf"(?P<body>.*) _(?P<level>{LEVEL}) _{PLACE}", re.S)
_TIERS = (
    frozenset({"xã", "phường", "thị trấn", "đặc khu"}),
    frozenset({"huyện", "quận", "thị xã", "thành phố", "TP", "TP."}),
)
"""Kinds of places that stand beside each other in a list; "xã A, huyện B" says where A lies."""
_COMMA_AND_NAME = verbose(rf"(?: \s* \([^()\n]{{1,80}}\) )? (?: [,;]_ | _và_ ) (?=[{UPPER}])")
_STRANGER = verbose(rf"""
    (?P<name> [{UPPER}][\w&.]+ (?: [ ][\w&-]+ ){{1,8}}? ) (?= ,_ | _và_ | _ {_ACTS} )
    | (?P<words> [{LOWER}]+ (?: _[{LOWER}]+ ){{0,5}}? ) (?= ,_ )
""")
"""A partner of no known kind: "Viễn thông Lam Sơn", "doanh nghiệp"."""
_THEN_ACTS = verbose(rf"_ {_ACTS}")
_PEOPLES = verbose(PEOPLES_BODY)
_OF_ITS_OWN = verbose(r"(?: Thanh_tra | Văn_phòng ) (?= \s* [,;.:(] | _và_ | $ )")
"""Offices that are no "phòng", though lists of these have them: "các phòng: Nội vụ, Văn phòng"."""
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
    if names := _list_at(text, position, register) or class_at(text, position):
        return names
    names = single_at(text, position, register)
    return names + _siblings(text, names[0], register) if names else []


def localities_at(text: str, position: int) -> list[UnitName]:
    """The places named from a position, for their committees: "Xã Nà Mon, xã Bình Phú: ..."."""
    match = _LOCALITIES.match(text, position)
    if not match or is_no_place(text, match.start("place")):
        return []
    level = match["level"].lower()
    name = match[0] if not match["all"] else text[match.start("place") : match.end()]
    start = match.end() - len(name)
    first = UnitName(name, start, match.end(), f"UBND {level} {match['place']}")
    return [first, *_seats_after(text, first.end, "UBND", level)]


def unit_list_at(
    text: str,
    position: int,
    register: Register,
    *,
    semicolons: bool = False,
    strangers: bool = False,
) -> list[UnitName]:
    """The offices named one after another from a position: "A, B và các phòng C, D".

    Args:
        text: a sentence.
        position: where the first begins.
        register: the offices that the document names for itself.
        semicolons: whether these part offices too, as among addressees; elsewhere, clauses.
        strangers: whether a name of no known kind may be one, as after "phối hợp với".
    """
    found: list[UnitName] = []
    while names := units_at(text, position, register) or (
        _stranger_at(text, position, register) if strangers else []
    ):
        found.extend(names)
        comma = _COMMA.match(text, names[-1].end)
        if not comma or (";" in comma[0] and not semicolons):
            break
        position = comma.end()
    return add_up(found, text)


def _stranger_at(text: str, position: int, register: Register) -> list[UnitName]:
    """The partner named at a position by words of no known kind, up to a further one or a verb.

    Words in small letters ("doanh nghiệp, Sở Y tế") name nobody: the list goes on after them.
    """
    match = _STRANGER.match(text, position)
    if match is None:
        return []
    comma = _COMMA.match(text, match.end())
    further = units_at(text, comma.end(), register) if comma else []
    if match["name"] and (further or _THEN_ACTS.match(text, match.end())):
        return [UnitName(match["name"], *match.span("name"), match["name"])]
    return further if match["words"] else []


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
    if own := _OF_ITS_OWN.match(text, position):
        return UnitName(own[0], *own.span(), register.full(own[0]) or own[0])
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


def _siblings(text: str, unit: UnitName, register: Register) -> list[UnitName]:
    """Those after an office that share its kind unsaid.

    "Sở Tài chính, Tư pháp, Y tế", "UBND huyện Bảo Sơn, Nà Mon và thành phố Chi Lăng".
    """
    if unit.kind != "unit":
        return []
    kind = unit.name.partition(" ")[0].capitalize()
    if kind in FIELD_KINDS:
        return _fields_after(text, unit, kind, register)
    committee = _COMMITTEE_OF.fullmatch(unit.name)
    if committee and _PEOPLES.search(committee["body"]):
        return _seats_after(text, unit.end, committee["body"], committee["level"], register)
    return []


def _fields_after(text: str, unit: UnitName, kind: str, register: Register) -> list[UnitName]:
    found: list[UnitName] = []
    here = unit.end
    while comma := _COMMA.match(text, here):
        field = FIELD.match(text, comma.end())
        lone = not found and "," not in comma[0] and kind == "Phòng"
        if lone or not field or field[0][0].islower() or field[0] in ("TP", "CT"):
            break
        if units_at(text, comma.end(), register):
            break
        name = f"{kind} {field_name(field[0])}"
        found.append(UnitName(field[0], *field.span(), register.full(name) or name))
        here = field.end()
    return found


def _seats_listed(text: str, match: re.Match[str]) -> list[UnitName]:
    """The members of "UBND các huyện A, B và thành phố C"."""
    position, level = match.end(), match["level"]
    first = _SEAT_IN_LIST.match(text, position)
    if not first or (not first["level"] and is_no_place(text, position)):
        return []
    level = first["level"] or level
    canonical = f"{match['body']} {level} {first['place']}"
    found = UnitName(first[0], position, first.end(), canonical)
    return [found, *_seats_after(text, found.end, match["body"], level)]


def _seats_after(
    text: str, here: int, body: str, level: str, register: Register | None = None
) -> list[UnitName]:
    """The further seats of a committee: ", Nà Mon và thành phố Chi Lăng".

    After one committee ("UBND huyện A, ..."), an office may follow as well: then a ``register``.
    """
    found: list[UnitName] = []
    while comma := _COMMA.match(text, here):
        item = _SEAT_IN_LIST.match(text, comma.end())
        if not item or is_no_place(text, item.start("place")):
            break
        if item["level"] and not _beside(level, item["level"]):
            break
        if register and not item["level"] and units_at(text, comma.end(), register):
            break
        level = item["level"] or level
        found.append(UnitName(item[0], *item.span(), f"{body} {level} {item['place']}"))
        here = item.end()
    return found


def _beside(level: str, other: str) -> bool:
    """Whether places of two kinds stand beside each other."""
    return level == other or any(level in tier and other in tier for tier in _TIERS)
