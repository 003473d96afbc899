"""One office: by a field of government, a committee's seat, a fixed phrase, or an open name."""

import re

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.unit_names import (
    FIELD_KINDS,
    FIELDS,
    FIXED,
    LEVEL,
    PAPER,
    PEOPLES_BODY,
    PLACE,
    SHORT_FORMS,
    SUPERIORS,
)
from ingest.patterns.unit_open import ALSO_VERB, KIND, open_name
from ingest.patterns.unit_register import Register, UnitKind, UnitName

_HALF_SHORT = ("NN và PTNT", "Nông nghiệp và PTNT")
_ABBREVIATED = {
    short: full for full, shorts in FIELDS.items() for short in shorts.split() if short != "và"
}
_FIELD = any_of([*FIELDS, *_ABBREVIATED, *_HALF_SHORT])

FIELD = verbose(rf"(?i:{_FIELD}) (?![\w&])")
_PARTY = re.compile(r"(?:[ủu][ỷy]|[Nn]hà nước)$")
"""Names of one fixed phrase that only a place can follow: "Thành ủy", "Kho bạc Nhà nước"."""
_LONGEST_PARTY = 8
_NEXT_FIELD = verbose(rf",_ (?=[{UPPER}]) (?i:{_FIELD}) (?![\w&])")
_FIELD_UNIT = verbose(rf"""
    (?P<kind> {any_of(FIELD_KINDS)} | (?:sở|phòng|bộ) (?=_[{UPPER}]) ) _
    (?P<field> (?i:{_FIELD}) ) (?![\w&])
""")
_FIXED = verbose(rf"(?i:{any_of(FIXED)}) (?!\w) (?P<place> _{LEVEL} (?:_{PLACE})? )?")
_SUPERIOR = verbose(rf"{any_of(SUPERIORS)} (?!\w)")
_COMMITTEE = verbose(rf"""
    (?: Chủ_tịch_ )? (?P<body>{PEOPLES_BODY}) _ (?P<level>{LEVEL}) (?: _(?P<place>{PLACE}) )? (?!\w)
""")
_SEAT = verbose(rf"""
    _ (?: (?: cấp_ )? {LEVEL} (?:_{PLACE})? | (?: khu_vực_ )? số_\d{{1,2}}
        | khu_vực_ (?: [IVX]+ (?!\w) | \d+ | {PLACE} ) | Trung_ương | của_Quốc_hội )
    (?!\w) (?!_ủy)
""")
"""Where an office sits, as part of its name: "... huyện Bảo Sơn", "... khu vực XII"."""
_PLACES = rf"(?: {LEVEL} | thôn | bản | ấp | buôn | xóm | khu_phố | tổ_dân_phố )"
_EVERYWHERE = verbose(rf"""
    _ (?: thuộc_ | tại_ )? (?: các | \d{{1,3}} ) _
    {_PLACES} (?: (?: ,\s* | _và_ ) {_PLACES} )* (?!\w) (?! _[{UPPER}] )
""")
"""An office of that name in every place: "Trung tâm Y tế các huyện, thành phố"."""
_PAPER_NEXT = verbose(rf"_ {PAPER}")
_ONE_SMALL_WORD = re.compile(rf"[{LOWER}]+")
_CODED = verbose(r"(?: Phòng_ | Công_an_ )? P[ABCHKVX]\d{2} (?!\w)")
"""A department of the police by its code: "PC06"."""
_POST = verbose(r"""
    (?: Phó_ )? (?:
        Giám_đốc | Tổng_[Gg]iám_đốc | Thủ_trưởng | Chánh (?= _(?: Văn | Thanh ) ) | Viện_trưởng
        | Trưởng (?= _(?: phòng | ban | bộ_phận | Phòng | Ban | thôn | Công | khoa | trạm | Khoa ) )
        | Hiệu_trưởng | Chủ_nhiệm | Chủ_tịch (?= _(?: Hội | UBND | HĐND | [ỦU][ỷy]_ban | Công | MTTQ
        | Tập | Liên ) ) | Chỉ_huy_trưởng | Chỉ_huy_phó | Cục_trưởng | Chi_cục_trưởng | Vụ_trưởng
        | Đội_trưởng | Trạm_trưởng | Hạt_trưởng | Tổ_trưởng | Bí_thư | Lãnh_đạo
    ) _ (?=\w)
""")
"""A post whose holder stands for the office: "Giám đốc Sở Y tế", "Trưởng phòng Nội vụ"."""
_BODY_OF = verbose(r"""
    (?: Ban_[Cc]án_sự_[Đđ]ảng | Đảng_đoàn | Đảng_ủy | Đảng_uỷ | Ban_Thường_vụ | Ban_Thường_trực
        | Văn_phòng (?= _(?: Đảng | Tỉnh | Huyện | Thành | Thị | Quận )_[ủu] )
        | Ban_Chấp_hành | Thường_trực | Thường_vụ | Chi_bộ | Đảng_bộ | Công_đoàn_cơ_sở | Công_đoàn
        | Đoàn_Thanh_niên | Ban_Giám_đốc | Ban_Lãnh_đạo | Hội_đồng_thành_viên | Hội_đồng_quản_trị
    ) _ (?= [A-ZĐỦ] )
""")
"""A body inside another office: "Ban cán sự đảng UBND tỉnh", "Đảng ủy Sở Y tế"."""


def single_at(text: str, position: int, register: Register) -> list[UnitName]:
    """Return the one office whose name begins at a position, or nothing."""
    for prefix in (_POST, _BODY_OF):
        if before := prefix.match(text, position):
            held = single_at(text, before.end(), register)
            if held and held[0].kind == "unit":
                name = text[position : held[0].end]
                same = held[0].name.casefold() == held[0].canonical.casefold()
                full = name if same else before[0] + held[0].canonical
                return [UnitName(name, position, held[0].end, _upper_first(full))]
    if match := _SUPERIOR.match(text, position):
        return [UnitName(match[0], position, match.end(), match[0], "superior")]
    found = _longest(text, position, register)
    if found:
        return [_with_seat(text, position, *found, register)]
    kind = KIND.match(text, position)
    if kind and kind["kind"][0].isupper() and _EVERYWHERE.match(text, kind.end()):
        return [_with_seat(text, position, kind.end(), kind["kind"], register)]  # "BHXH các huyện"
    return []


def _longest(text: str, position: int, register: Register) -> tuple[int, str] | None:
    """The end and full name of the longest reading of a name at a position."""
    known: list[tuple[int, str]] = []
    if end := register.match(text, position):
        known.append((end, register.full(text[position:end]) or text[position:end]))
    if match := _FIELD_UNIT.match(text, position):
        kind = match["kind"].capitalize()
        known.append((match.end(), f"{kind} {field_name(match['field'])}"))
    known += [
        (match.end(), match[0])
        for pattern in (_COMMITTEE, _FIXED, _CODED)
        if (match := pattern.match(text, position))
    ]
    best = max(known, key=lambda reading: reading[0], default=None)
    opened = open_name(text, position)
    if opened is None or (best is not None and opened <= best[0]):
        return best
    if best is not None and not is_more(text, best[0], opened):
        return best
    return opened, _upper_first(text[position:opened])


def is_more(text: str, end: int, longer: int) -> bool:
    """Whether a name that is known goes on to where an open reading of it ends.

    In "Chi cục Kiểm lâm kiểm tra ..." what more it may be is a verb; and one small word more is no
    part of it either: "Văn phòng Sở giải trình ...".
    """
    more = text[end:longer].strip()
    if _PARTY.search(text, max(end - _LONGEST_PARTY, 0), end):
        return more[:1].isupper()
    if _PAPER_NEXT.match(text, end):
        return False  # "UBND tỉnh Kế hoạch ..."
    if _NEXT_FIELD.match(text, end):
        return False  # "Sở Tài chính, Tư pháp và Y tế": three
    return not (ALSO_VERB.match(more) or _ONE_SMALL_WORD.fullmatch(more))


def _with_seat(text: str, position: int, end: int, canonical: str, register: Register) -> UnitName:
    """A name together with the place that its office sits in, or with all such places."""
    kind: UnitKind = "unit"
    if match := _EVERYWHERE.match(text, end):
        end, kind = match.end(), "class"
    elif match := _SEAT.match(text, end):
        if canonical == text[position:end]:
            canonical = text[position : match.end()]
        end = match.end()
    name = text[position:end]
    canonical = name if kind == "class" else register.full(name) or canonical
    return UnitName(name, position, end, spelt_out(canonical), kind)


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
    if printed.casefold() in (half.casefold() for half in _HALF_SHORT):
        return "Nông nghiệp và Phát triển nông thôn"
    if printed.upper() in _ABBREVIATED:
        return _ABBREVIATED[printed.upper()]
    return next(full for full in FIELDS if full.casefold() == printed.casefold())


def _upper_first(name: str) -> str:
    return name[:1].upper() + name[1:]
