"""Classes of offices: "các phòng, đơn vị", "UBND các xã, phường"; every unit where they add up."""

import re

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import UPPER
from ingest.patterns.unit_names import PEOPLES_BODY
from ingest.patterns.unit_register import UnitName

_LOCAL = frozenset(
    {"huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "đặc khu", "địa phương", "thôn"}
)
_GENERAL = ("đơn vị", "cơ quan", "địa phương")

_WORD = rf"""(?:
    phòng (?: ,_ban )? _ {any_of("chuyên môn; chức năng; nghiệp vụ")}
    | đơn_vị_ {any_of("sự nghiệp; dự toán; chuyên môn")}
    | ban_quản_lý (?: _dự_án )? | cơ_sở_ {any_of("y tế; giáo dục")}
    | {
    any_of('''
        sở; ban; ngành; bộ; phòng; đơn vị; cơ quan; chi cục; cục; vụ; trung tâm; chi nhánh;
        trường học; trường; đoàn thể; hội; tổ chức; chủ đầu tư; nhà thầu; doanh nghiệp; bệnh viện;
        tổ dân phố; đồng chí lãnh đạo; thành viên; tổng công ty; tập đoàn; công ty; viện;
        viện nghiên cứu; học viện; ngân hàng; hợp tác xã; quỹ
    ''')
}
    | {any_of(_LOCAL)}
)"""
_TAIL = r"""(?: _ (?:
    trực_thuộc (?: _(?: Sở | Bộ | huyện | tỉnh | UBND_\w+ ) )?
    | (?: có_ )? liên_quan | chuyên_môn
    | thuộc_ (?: Sở | Bộ | UBND | huyện | tỉnh | thành_phố | phạm_vi ) (?: _(?: tỉnh | huyện ) )?
    | trên_địa_bàn (?: _(?: tỉnh | huyện | thành_phố | xã ) )?
    | trong_ (?: toàn_ )? (?: ngành | tỉnh | huyện )
    | nêu_trên | của_Sở
) )"""
_ALL = any_of("các; toàn thể các; mọi; lãnh đạo các; thủ trưởng các; người đứng đầu các")
_HEAD = rf"""
    (?: (?i: (?: tất_cả_ )? {_ALL} ) | (?: Chủ_tịch_ )? (?P<body>{PEOPLES_BODY}) _các ) _
"""
_FURTHER = rf"""
    (?: \s*,\s* (?: và_ )? | _và_ | \s*-\s* )
    (?: (?i:các) _ | {PEOPLES_BODY}_ (?: các_ | cấp_ )? )?
    (?i:{_WORD}) (?! _[{UPPER}]\w*_[{UPPER}] )
"""
_CLASS = verbose(rf"""
    (?P<head>{_HEAD}) (?P<words> (?i:{_WORD}) (?: {_FURTHER} )* ) (?P<tail>{_TAIL}*) (?!\w)
""")
_MEMBER = verbose(_WORD, re.I)
_NAMED_AFTER = re.compile(rf"\s*:?\s+[{UPPER}]")
"""Names after a class are its members: "các Sở: Tài chính", "các xã Bình An"."""
_HEADS = verbose(r"""
    Trưởng_ (?: các_ | \d{1,2}_ )? (?: thôn | bản | xóm | ấp | khu_phố | tổ_dân_phố ) (?!\w)
""")
_NOT_ALL = verbose("liên_quan | nêu_trên")
_PLAINLY_ALL = verbose("tất_cả | toàn_thể | mọi", re.I)
_BODY = verbose(PEOPLES_BODY)
_OF_ISSUER = verbose("_thuộc_ (?: Sở | Bộ | UBND )")


def class_at(text: str, position: int) -> list[UnitName]:
    """Return the class of offices whose name begins at a position, or nothing."""
    if heads := _HEADS.match(text, position):
        return [UnitName(heads[0], position, heads.end(), heads[0], "class")]
    match = _CLASS.match(text, position)
    if not match or (_NAMED_AFTER.match(text, match.end()) and not match["tail"]):
        return []
    name = match[0]
    if _is_every(match):
        return [UnitName(name, position, match.end(), "*", "every")]
    return [UnitName(name, position, match.end(), name, "class")]


def _is_every(match: re.Match[str]) -> bool:
    """Whether a class adds up to all whom a notice addresses."""
    tail = match["tail"] or ""
    words = {member[0].casefold() for member in _MEMBER.finditer(match["words"])}
    if _NOT_ALL.search(tail):
        return False
    if _PLAINLY_ALL.match(match["head"]):
        return True
    own, local = words - _LOCAL, words & _LOCAL
    if own and (local or match["body"] or _BODY.search(match["words"])):
        return not match["body"]
    if len(words) >= 2 and any(word.startswith(_GENERAL) for word in words):
        return True
    return words == {"đơn vị"} and (not tail or _OF_ISSUER.match(tail) is not None)
