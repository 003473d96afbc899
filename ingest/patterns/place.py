"""Places with their kind: villages up to provinces, mines, roads and quarters."""

import re
from collections.abc import Iterator

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import CAPITALISED, LOWER, UPPER
from ingest.patterns.taken import first_of_each
from ingest.patterns.unit_names import FIELDS, KINDS
from kg.records import Mention

_ORE = any_of("đá; cát; sắt; quặng; than; vàng; đất; chì; kẽm; thiếc; mangan; bauxit")
_NO_NAME_OF_ORE = any_of("của; và; tại; theo; do; có; đã; trên; thuộc; ở")
_MINE = rf"""
    mỏ (?: _{_ORE} (?: _ (?!{_NO_NAME_OF_ORE}_) (?-i:[{LOWER}]{{1,7}}) ){{0,2}} )?
"""
_SETTLEMENT = any_of("""
    thôn; bản; làng; xóm; buôn; ấp; phum; sóc; khu phố; khối phố; tổ dân phố; khu dân cư; tiểu khu;
    xã; xã đảo; xã bãi ngang; xã biên giới; xã vùng cao; phường; thị trấn; huyện; huyện đảo; quận;
    thị xã; thành phố; TP; TP.; tỉnh; đặc khu; đảo; quần đảo; hang
""")
_KIND = rf"(?: {_SETTLEMENT} | khu_vực_{_MINE} | {_MINE} )"
_NAME = rf"""(?:
    Phan_Rang \s?-\s? Tháp_Chàm
    | (?: (?: Nông | Lâm )_trường_ )? {CAPITALISED} (?: [_-]? (?<!_-) {CAPITALISED} ){{0,3}}
    | (?: số_ )? \d{{1,2}} (?! \d | [/.,]\d | _(?: xã | thôn | huyện | hộ ) )
)"""
_ITS_NUMBER = verbose(r"""
    _\d{1,2} (?= \s* (?: [,;.()\n] (?!\d) | $ )
        | _(?: và | thuộc | tại | của | ở | xã | phường | huyện | trước | trong | theo | để ) _ )
""")
"""The number that ends a name: "thôn Nà Lìm 2", "mỏ cát Bãi Soi 2"; no count of what follows."""
_COMPOUND = verbose(r"(?<!\w) (?: kịch | văn | biên | phiên | cơ | căn | ấn ) _ $", re.I)
"""Before "bản" that is no village."""
_PARTS_OF_NAMES = frozenset({"Hang"})
_NUMBERED_KINDS = (
    "thôn", "bản", "làng", "xóm", "buôn", "ấp", "khu phố", "khối phố", "tổ dân phố", "mỏ", "xã",
    "phường"
)  # fmt: skip
_NUMBERED_ROAD = any_of("""
    quốc lộ; QL; QL.; đường tỉnh; đường tỉnh lộ; tỉnh lộ; ĐT; ĐT.; đường huyện; ĐH; ĐH.; hương lộ
""")
_ROAD = rf"""
    (?i:{_NUMBERED_ROAD}) \s? \d{{1,4}}[A-Z]? (?![\w/])
    | (?> (?i:đường|phố)_ (?!tỉnh) {CAPITALISED} (?:_{CAPITALISED}){{1,3}}
        (?: _(?: kéo_dài | nối_dài ) )? ) (?! \s*[-–] )
"""

_PLACE = verbose(rf"""
    (?<![\w/]) (?<! [Cc]ấp_ ) (?P<kind> (?i:{_KIND}) ) _ (?P<name>{_NAME})
    | (?<!\w) (?P<road>{_ROAD})
""")
_LISTED = verbose(rf"""
    (?<!\w) (?: các | 0?\d{{1,2}} | hai | ba ) _ (?P<kind>{_KIND}) \s*:?_ (?P<first>{_NAME})
""")
"""The first of a list: "các xã Bình An"."""
_MORE = verbose(rf"(?: ,\s* | _và_ ) (?: (?P<kind>{_KIND})_ )? (?P<name>{_NAME}) (?! \s*[:/] )")
"""A further one: ", Đức Long", " và thị trấn Nà Lạn"."""
_NO_NAME = any_of("""
    UBND; HĐND; Ủy; Uỷ; Bộ; Phòng; Ban; Cục; Các
""")
_NO_NAME_ALONE = any_of("Giao; Yêu; Đề; Ngày; Số; Theo; Quyết; Nghị; Kế; Luật; Chỉ; Về; Sở")
"""Of these there are names too: "xã Giao Thịnh", "phường Quyết Tiến", "huyện Kế Sách"."""
_OFFICES = any_of(k for k in KINDS if " " in k and k not in ("Nông trường", "Lâm trường"))
_BEFORE_OFFICE = any_of("""
    Sở; Phòng; Ban; UBND; HĐND; Bộ; Cục; Chi cục; Công an; Văn phòng; Trung tâm
""")
_BEGINS_OFFICE = any_of("Chi; Công; Trung; Thanh; Kho; Bệnh; Văn; Tổ; Đảng; Đoàn; Hội; Báo; Thông")
_SCHOOL = any_of("Tiểu; Trung; Mầm; Mẫu; Phổ; Đại; Cao; Chính; Dân; TH; THCS; THPT; PTDTNT; PTDTBT")
_NOT_NAMES = verbose(rf"""
    (?: (?! [IVX]+ (?!\w) ) [A-ZĐ]{{3,}} | {_NO_NAME}
        | Sở_(?= {any_of(f for f in FIELDS)} ) | {_NO_NAME_ALONE} (?! _[{UPPER}][{LOWER}] )
        | (?: Giao | Theo | Đề | Yêu | Về ) (?= _{_BEFORE_OFFICE} ) | {_OFFICES}
        | Trường_{_SCHOOL} ) (?!\w)
    | {_BEGINS_OFFICE}_[{LOWER}]
""")
"""What begins an office, a document or a sentence, and not a place: not "Trung Sơn"."""
_AREA = verbose("khu_vực_", re.I)


def is_no_place(text: str, position: int) -> bool:
    """Whether an office, a document or a sentence begins where a place's name might."""
    return _NOT_NAMES.match(text, position) is not None


def find_places(text: str) -> list[Mention]:
    """Return the places named in a text, in order; ``role`` is the administrative kind.

    In a list ("các xã Bình An, Đức Long") each place is its own mention; those after the first are
    named without their kind, which ``canonical`` gives back.
    """
    return first_of_each((*_listed(text), *_single(text)), len(text))


def _listed(text: str) -> Iterator[Mention]:
    for match in _LISTED.finditer(text):
        if is_no_place(text, match.start("first")):
            continue
        kind = _kind(match["kind"])
        yield _mention(text, *match.span("first"), kind, listed=True)
        end = match.end()
        while (more := _MORE.match(text, end)) and not is_no_place(text, more.start("name")):
            kind = _kind(more["kind"]) if more["kind"] else kind
            start = more.start("kind") if more["kind"] else more.start("name")
            yield _mention(text, start, more.end("name"), kind, listed=not more["kind"])
            end = more.end()


def _single(text: str) -> Iterator[Mention]:
    for match in _PLACE.finditer(text):
        start, end = match.span()
        if match["road"]:
            yield Mention(match[0], start, end, role="đường")
        elif match["kind"] in _PARTS_OF_NAMES or _COMPOUND.search(text, max(start - 6, 0), start):
            continue  # "bãi Hang Chè", "kịch bản Lễ phát động"
        elif not _is_capitals(match["kind"]) and not is_no_place(text, match.start("name")):
            yield _mention(text, start, end, _kind(match["kind"]), listed=False)


def _is_capitals(kind: str) -> bool:
    """Whether a kind stands in a line of capitals, where every word looks like a name."""
    return kind.isupper() and not kind.startswith("TP")


def _kind(printed: str) -> str:
    kind = _AREA.sub("", printed)
    return "thành phố" if kind.startswith("TP") else kind[0].lower() + kind[1:]


def _mention(text: str, start: int, end: int, kind: str, *, listed: bool) -> Mention:
    if not listed and (area := _AREA.match(text, start, end)):
        start = area.end()
    if kind.startswith(_NUMBERED_KINDS) and (number := _ITS_NUMBER.match(text, end)):
        end = number.end()
    name = text[start:end]
    return Mention(name, start, end, f"{kind} {name}" if listed else None, kind)
