"""Classes of offices: "các phòng, đơn vị", "UBND các xã, phường"; every unit where they add up."""

import re

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import UPPER
from ingest.patterns.unit_names import PEOPLES_BODY, PLACE
from ingest.patterns.unit_register import UnitKind, UnitName

_LOCAL = frozenset(
    {"huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "đặc khu", "địa phương", "thôn"}
)
_GENERAL = ("đơn vị", "cơ quan", "địa phương")

_SCHOOLS = any_of("""
    mầm non; tiểu học; trung học cơ sở; trung học phổ thông; THCS; THPT; phổ thông; đại học;
    cao đẳng; dạy nghề; công lập; dân tộc nội trú; phổ thông dân tộc nội trú
""")
_WORD = rf"""(?:
    phòng (?: ,_ban )? _ {any_of("chuyên môn; chức năng; nghiệp vụ")}
    | đơn_vị_ {any_of("sự nghiệp; dự toán; chuyên môn; thành viên; chức năng; tư vấn; thi công")}
    | trường_ {_SCHOOLS} (?: (?: ,\s* | _và_ ) {_SCHOOLS} )*
    | khoa_ (?: lâm_sàng (?: ,_cận_lâm_sàng | _và_cận_lâm_sàng )? | cận_lâm_sàng | điều_trị )
    | cơ_quan_ {any_of("chuyên môn; chức năng; tham mưu; báo chí; truyền thông; hữu quan")}
    | tổ_ {
    any_of(
        "bảo vệ an ninh trật tự cơ sở; bảo vệ an ninh trật tự; hòa giải; liên gia; dân phòng;"
        " công nghệ số cộng đồng; an ninh trật tự"
    )
}
    | ban_quản_lý (?: _dự_án )? | cơ_sở_ {any_of("y tế; giáo dục; sản xuất; kinh doanh; đào tạo")}
    | tổ_chức_ (?: chính_trị (?: \s*-\s* xã_hội )? | đoàn_thể | xã_hội | tín_dụng )
    | {
    any_of('''
        sở; ban; ngành; bộ; phòng; đơn vị; cơ quan; chi cục; cục; vụ; trung tâm; chi nhánh;
        trường học; trường; nhà trường; đoàn thể; hội; hội đoàn thể; tổ chức; chủ đầu tư; nhà thầu;
        doanh nghiệp; bệnh viện; tổ dân phố; đồng chí lãnh đạo; thành viên; ủy viên; tổng công ty;
        tập đoàn; công ty; công ty con; viện; viện nghiên cứu; học viện; ngân hàng; hợp tác xã; quỹ;
        khoa; bộ môn; đội; trạm; trạm y tế; xí nghiệp; phân xưởng; nhà máy; ban đảng; cấp ủy; chi
        bộ; đảng bộ; đảng ủy; huyện ủy; thành ủy; thị ủy; tỉnh ủy; hiệp hội; ban quản lý rừng
    ''')
}
    | {any_of(_LOCAL)}
)"""
_HOUSE = r"""(?:
    Sở | Bộ | Cục | Tổng_cục | Chi_cục | UBND | Tỉnh_ủy | Huyện_ủy | Thành_ủy | Tập_đoàn | Bệnh_viện
    | Trường | Học_viện | Viện | Công_ty | Tổng_công_ty | Trung_tâm
)"""
_TAIL = rf"""(?: _ (?:
    (?: thuộc (?: ,\s* | _và_ ) )? trực_thuộc (?: _(?: {_HOUSE} | huyện | tỉnh ) )?
    | (?: có_ )? liên_quan | chuyên_môn
    | thuộc_ (?: {_HOUSE} | huyện | tỉnh | thành_phố | xã | phạm_vi ) (?: _(?: tỉnh | huyện ) )?
    | (?: cấp_ )? (?: tỉnh | huyện | xã ) (?! _[{UPPER}] )
    | trên_địa_bàn (?: _(?: tỉnh | huyện | thành_phố | xã ) )?
    | trong_ (?: toàn_ )? (?: ngành | tỉnh | huyện | khối )
    | nêu_trên | còn_lại | của_ (?: Sở | Bộ | Cục | huyện | tỉnh ) | chức_năng | trọng_điểm
    | (?: vùng_cao (?: ,? _biên_giới )? | miền_núi | biên_giới | ven_ (?: biển | sông | đô | đường )
        | vùng_ (?: biên | trũng | lũ | dự_án | đồng_bằng ) ) (?! _[{UPPER}] )
) )"""
_HOLDER = any_of("""
    giám đốc; thủ trưởng; trưởng; trưởng phòng; trưởng ban; chủ tịch; hiệu trưởng; lãnh đạo; bí thư;
    người đứng đầu; chủ nhiệm; cục trưởng; chi cục trưởng; vụ trưởng; viện trưởng; chánh văn phòng;
    tổng giám đốc; bộ trưởng; bí thư cấp ủy; trạm trưởng; đội trưởng; tổ trưởng
""")
_HOLDERS = rf"(?i: {_HOLDER} (?: (?: ,\s* | _và_ ) {_HOLDER} )* _ )"
"""Those who stand for the offices that they head: "Giám đốc các Sở, Thủ trưởng các ban"."""
_HEAD = rf"""
    (?: (?i: (?: tất_cả_ | toàn_thể_ )? ) {_HOLDERS}? (?i: các | mọi )
        | {_HOLDERS}? (?P<body>{PEOPLES_BODY}) _ (?: các | \d{{1,3}} ) ) _
"""
_FURTHER = rf"""
    (?: \s*,\s* (?: và_ )? | _và_ | \s*-\s* )
    (?: {_HOLDERS}? (?i:các) _ | {_HOLDERS}? {PEOPLES_BODY}_ (?: các_ | cấp_ )? )?
    (?i:{_WORD}) (?! _[{UPPER}]\w*_[{UPPER}] )
"""
_CLASS = verbose(rf"""
    (?P<head>{_HEAD}) (?P<words> (?i:{_WORD}) (?: {_FURTHER} )* ) (?P<tail>{_TAIL}*) (?!\w)
""")
_MEMBER = verbose(_WORD, re.I)
_NAMED_AFTER = re.compile(rf"\s*:?\s+[{UPPER}]")
"""Names after a class are its members: "các Sở: Tài chính", "các xã Bình An"."""
_HEAD_OF_SETTLEMENT = r"""(?:
    Trưởng_ban_[Cc]ông_tác_[Mm]ặt_trận | Bí_thư_(?: [Cc]hi_bộ | [Đđ]ảng_bộ ) | Trưởng
    | Chi_hội_trưởng | [Tt]ổ_trưởng | Công_an_viên
)"""
_SETTLEMENTS = any_of("""
    thôn; bản; xóm; ấp; buôn; làng; phum; sóc; khu phố; khối phố; khối; tổ dân phố; khu dân cư
""")
_HEADS = verbose(rf"""
    (?: [Cc]ác_ )? {_HEAD_OF_SETTLEMENT}
    (?: (?: ,\s* | _và_ | \s*-\s* ) (?i:{_HEAD_OF_SETTLEMENT}) )*
    _ (?: các_ | \d{{1,2}}_ )? {_SETTLEMENTS} (?: (?: ,\s* | _và_ ) {_SETTLEMENTS} )* (?!\w)
    (?P<name> _{PLACE} )?
""")
"""Those who head villages, all of them or a named one's: "Bí thư chi bộ các thôn, bản"."""
_STAFF_KIND = any_of("""
    cán bộ; công chức; viên chức; người lao động; đảng viên; giảng viên; giáo viên; sinh viên;
    học sinh; nhân viên; chiến sĩ; sĩ quan; y bác sĩ; bác sĩ; điều dưỡng; đoàn viên; hội viên;
    phóng viên; biên tập viên; công nhân; học viên; nhân dân; hộ gia đình; cán bộ, chiến sĩ
""")
_STAFF = verbose(rf"""
    (?: [Tt]oàn_thể | [Tt]ất_cả | [Mm]ọi ) _ (?: các_ )? {_STAFF_KIND}
    (?: (?: ,\s* | _và_ | ,_và_ ) {_STAFF_KIND} )*
    (?: _ (?: trong_ | thuộc_ | của_ )? (?: toàn_ )? (?: cơ_quan | đơn_vị | ngành | Trường | Sở
        | Bệnh_viện | Công_ty | Cục | Bộ | xã | phường | huyện | Chi_cục | Tổng_công_ty ) (?!\w) )?
""")
"""Everybody who works there: "Toàn thể cán bộ, công chức, viên chức"."""
_NOT_ALL = verbose("liên_quan | nêu_trên")
_PLAINLY_ALL = verbose("tất_cả | toàn_thể | mọi", re.I)
_BODY = verbose(PEOPLES_BODY)
_OF_ISSUER = verbose(rf"_thuộc (?: ,\s* | _và_ )? .* {_HOUSE}")


_NEXT_CLASS = verbose(rf"""
    (?: \s*,\s* (?: và_ )? | _và_ ) (?= (?: {_HOLDERS}? (?i:các) | {_HOLDERS}? {PEOPLES_BODY} ) _ )
""")


def class_at(text: str, position: int) -> list[UnitName]:
    """Return the class of offices whose name begins at a position, or nothing.

    Classes told one after another are one that is everybody ("các sở, ngành, UBND các huyện"), or
    several where the last is only of those concerned ("UBND các huyện và các đơn vị liên quan").
    """
    if heads := _HEADS.match(text, position):
        kind: UnitKind = "unit" if heads["name"] else "class"
        return [UnitName(heads[0], position, heads.end(), heads[0], kind)]
    if staff := _STAFF.match(text, position):
        return [UnitName(staff[0], position, staff.end(), "*", "every")]
    match = _CLASS.match(text, position)
    if not match or (_NAMED_AFTER.match(text, match.end()) and not match["tail"]):
        return []
    if _is_every(match):
        return [UnitName(match[0], position, match.end(), "*", "every")]
    ends = [gap.span() for gap in _NEXT_CLASS.finditer(text, *match.span("words"))]
    starts = [position, *(end for _, end in ends)]
    return [
        UnitName(text[start:end], start, end, text[start:end], "class")
        for start, end in zip(starts, [*(start for start, _ in ends), match.end()], strict=True)
    ]


def add_up(units: list[UnitName], text: str) -> list[UnitName]:
    """Join classes named one after another that are everybody only together.

    "Thủ trưởng các sở, ban, ngành tỉnh; Chủ tịch UBND các huyện, thành phố".
    """
    joined: list[UnitName] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last and (last.kind == "every" or _own(last)) and _local(unit):
            joined[-1] = UnitName(text[last.start : unit.end], last.start, unit.end, "*", "every")
        else:
            joined.append(unit)
    return joined


def _own(unit: UnitName) -> bool:
    """Whether a class is of offices of the notice's own level, and not only some of them."""
    match = _CLASS.match(unit.name) if unit.kind == "class" else None
    return bool(match and not match["body"] and not _NOT_ALL.search(match["tail"] or ""))


def _local(unit: UnitName) -> bool:
    """Whether a class is of the committees or offices of all places."""
    match = _CLASS.match(unit.name) if unit.kind == "class" else None
    return bool(match and match["body"] and not match["tail"])


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
        return True
    if len(words) >= 2 and any(word.startswith(_GENERAL) for word in words):
        return True
    return words == {"đơn vị"} and (not tail or _OF_ISSUER.match(tail) is not None)
