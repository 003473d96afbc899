"""People named in directives, with their posts."""

import re
from collections.abc import Iterator

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import CAPITALISED, LETTER
from ingest.patterns.taken import first_of_each
from kg.records import Mention

FAMILY_NAMES = frozenset(
    """
    An Âu Bạch Bành Bàn Bế Bùi Ca Cam Cao Cát Chang Châu Chu Chử Chương Cù Cung Cư Dương Diệp
    Doãn Đàm Đan Đào Đặng Đậu Điền Đinh Đoàn Đỗ Đồng Đới Đường Giang Giàng Giáp Hà Hạ Hán Hạng
    Hầu Hoàng Hồ Hồng Hứa Huỳnh Kha Khà Khổng Khúc Kiều Kim La Lã Lại Lâm Lê Lò Lộc Lục Lư Lữ
    Lương Lường Lưu Lý Ma Mã Mai Mạc Mạch Mẫn Mông Mùa Nghiêm Ngô Ngọc Nguyễn Nhan Nhâm Nhữ
    Ninh Nông Ông Phạm Phan Phí Phó Phùng Phương Quách Quan Quản Sầm Sùng Tạ Tăng Thạch Thái
    Thân Thào Thẩm Thi Thiều Thôi Tiêu Tô Tôn Tống Trần Triệu Trịnh Trương Tường Từ Ty Ưng Văn
    Vàng Vi Viên Võ Vũ Vừ Vương Xa Yên Lầu Hờ Lềnh Tẩn Chảo Phàn Lù Thền Xồng Và Cứ Thò Y Rơ
    Ksor Siu Quàng Tòng Cà Đèo Điêu Cầm Khoàng Lừu Tráng Thàng Hảng Sồng Pờ Lỳ Chẻo Niê Mlô Rmah Kpă
    Nay Danh Uông Ngụy Nghị Khuất Khiếu Biện Chế Cấn Cái Tào Tất Ôn Vưu Liêu Tiết Trà Đàng Rah Lơ
    """.split()
)

_DOCTOR = r"[Bb]ác_sĩ (?: _chuyên_khoa_[I12]+ )?"
_LEADER = any_of("""
    Chủ tịch; Giám đốc; Bí thư; Thủ tướng; Bộ trưởng; Thứ trưởng; Chánh Văn phòng; Chánh văn phòng;
    Chánh Thanh tra; Trưởng phòng; Trưởng Ban; Trưởng ban; Trưởng đoàn; Cục trưởng;
    Chi cục trưởng; Tổng cục trưởng; Vụ trưởng; Viện trưởng; Hiệu trưởng; Chủ nhiệm; Đội trưởng;
    Hạt trưởng; Trạm trưởng; Tổ trưởng; Kiểm soát viên; Trưởng khoa; Trưởng bộ môn; Chánh án;
    Kế toán trưởng; Tổng biên tập; Trưởng thôn; Trưởng trạm; Thuyền trưởng; Chỉ huy trưởng;
    Trung đoàn trưởng; Tiểu đoàn trưởng; Chính ủy; Tư lệnh; Điều dưỡng trưởng
""")
_SHORT_POST = r"(?: PCT | P?GĐ | P?CVP | PBT | P\.?\s?GĐ | P\.\s?CT )"
_POST = rf"""
    (?: (?: Phó_ | Q\.\s* | Quyền_ )? (?:Tổng_)? (?: {_LEADER} | {_DOCTOR} )
        | {_SHORT_POST} (?!\w) )
"""
_HONORIFIC = rf"""(?:
    [Đđ]/[Cc]\.? | Đ\.c | [Đđ]ồng_chí | ĐỒNG_CHÍ | [Ôô]ng | [Bb]à
    | [Tt]hạc_sĩ | [Tt]iến_sĩ | [Kk]ỹ_sư | {_DOCTOR} | [Ll]uật_sư | [Nn]hà_báo | Giáo_sư
    | (?: Đại | Trung | Thượng | Thiếu ) _ (?: tướng | tá | úy )
    | (?: P?GS\.?,?\s? )? (?: BS | ThS | TS | KS | DS ) \.? (?: \s?CK\s?(?: I{{1,2}} | [12] ) \.? )?
)"""
_LEVEL = any_of("tỉnh; huyện; xã; phường; thành phố; thị xã; thị trấn; quận")
_ACTS = any_of("""
    chỉ đạo; chủ trì; phụ trách; làm; trực tiếp; kết luận; tham mưu; theo dõi; đôn đốc; báo cáo;
    phối hợp; hoàn thành; rà soát; khẩn trương; có trách nhiệm; chịu trách nhiệm; tổ chức;
    tiếp tục; xây dựng; thực hiện; kiểm tra; kiểm điểm; nghiêm túc; tập trung; hướng dẫn;
    thường trực; chủ động
""")

_COMRADE = verbose(rf"""
    (?<!\w) {_HONORIFIC} \s*:?_
    (?P<post> {_POST} (?: _ [^,;.()\n]{{0,60}}? )? _ )?
    (?P<name> {CAPITALISED} (?: _{CAPITALISED} ){{0,4}} )
""")
"""After an honorific: "đồng chí Phó Giám đốc Sở Lò Thị Máy", "Đ/c Vàng"."""
_BY_POST = verbose(rf"""
    (?<!\w) (?P<post> {_POST} (?:
        _ (?! (?: {_ACTS} | với ) (?!\w) ) [\w&-]+ | _\([A-ZĐ][\w&-]*\) ){{0,11}}? ) _
    (?P<name> (?! Đoàn_Thanh_niên ) {any_of(FAMILY_NAMES)} _{CAPITALISED}
        (?: _{CAPITALISED} ){{0,3}} ) (?!\w)
""")
"""After a post alone: "Giám đốc Sở Lò Thị Máy"."""
_ROLE_AFTER = verbose(rf"""
    \s* (?: [-–,(] | \s ) \s*
    (?P<role> {_POST} (?: _{LETTER}[\w&]* ){{0,8}}? )
    (?= \s* (?: [,;.()\n] | $ | {_ACTS} | và_ ) )
""")
"""The post after a name: ", Chủ tịch UBND xã", " - Trưởng phòng Nội vụ"."""
_AT_SEAT = verbose(rf"{_LEVEL} $")
_NO_NAME = verbose(rf"{_POST} | Phó | Trưởng | Tỉnh | Lãnh | Thường | Thành")
"""What begins a post or a committee, and no name."""
_NO_SINGLE_NAME = verbose(rf"""
    {any_of("Phó; Trưởng; Chủ; Giám; Bí; Tỉnh; Lãnh; Thường; Thành; Bộ; Cục; Các")} $
""")
_THINGS = any_of("""
    kênh; kinh; rạch; sông; suối; vàm; cầu; cống; đập; hồ; ao; chợ; chùa; miếu; đền; đình; mũi; hòn;
    núi; gò; cồn; giồng; bãi; đồi; dốc; đèo; ấp; thôn; xóm; bến; đường; hẻm; khu; ngã ba; ngã tư;
    lăng; mộ; đê; bàu; trảng; xẻo; láng
""")
_THING_BEFORE = verbose(rf"(?<!\w) (?<! [Yy]êu_ ) (?<! [Nn]hu_ ) {_THINGS} _ $")
"""Before the name of a place that was called after somebody."""
_THING = 12
_WORD = re.compile(r"\S+")


def find_people(text: str) -> list[Mention]:
    """Return the people named in a text, in order; ``role`` is the post where it is said."""
    return first_of_each((*_named_by(_COMRADE, text), *_named_by(_BY_POST, text)), len(text))


def _named_by(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        named_so = match[0].startswith(("Ông", "Bà")) and _THING_BEFORE.search(
            text, max(match.start() - _THING, 0), match.start()
        )
        if named_so:
            continue  # "kênh Ông Hai", "cầu Bà Ký"
        span = _name_in(match["name"], alone=pattern is _COMRADE and not match["post"])
        if span is None or (pattern is _BY_POST and _is_seat(match)):
            continue
        start, end = (match.start("name") + offset for offset in span)
        role = match["post"].strip() if match["post"] else None
        if role is None and (after := _ROLE_AFTER.match(text, end)):
            role = after["role"].strip()
        yield Mention(text[start:end], start, end, role=role)


def _name_in(words: str, *, alone: bool) -> tuple[int, int] | None:
    """Where a person's name lies among capitalised words: from a family name, two to four words.

    A name without a known family name counts only right after "đồng chí" (``alone``), and so does
    a single word ("Đ/c Phùng").
    """
    tokens = list(_WORD.finditer(words))
    unknown = alone and tokens[0][0] not in FAMILY_NAMES
    if unknown and len(tokens) >= 2 and not _NO_NAME.match(words):
        return 0, tokens[min(len(tokens), 4) - 1].end()
    for i, token in enumerate(tokens):
        if token[0] in FAMILY_NAMES and 2 <= len(tokens) - i <= 5:
            return token.start(), tokens[min(len(tokens), i + 4) - 1].end()
    if alone and len(tokens) == 1 and not _NO_SINGLE_NAME.match(words):
        return 0, len(words)
    return None


def _is_seat(match: re.Match[str]) -> bool:
    """Whether what follows a post is the place that its office sits in, not a name.

    After a seat ("Chủ tịch UBND tỉnh Cao Bằng") a name has three words at least.
    """
    return bool(_AT_SEAT.search(match["post"])) and len(match["name"].split()) < 3
