"""People named in directives, with their posts."""

import re

from ingest.patterns.letters import CAPITALISED, LOWER, UPPER
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
    Ksor Siu
    """.split()
)

_POST = (
    r"(?:Phó\s+|Q\.\s*|Quyền\s+)?(?:Tổng\s+)?(?:Chủ\s+tịch|Giám\s+đốc|Bí\s+thư|Thủ\s+tướng|Bộ\s+trưởng|Thứ\s+trưởng|Chánh\s+Văn\s+phòng"
    r"|Chánh\s+Thanh\s+tra|Chánh\s+văn\s+phòng|Trưởng\s+phòng|Trưởng\s+[Bb]an|Trưởng\s+đoàn|Cục\s+trưởng|Chi\s+cục\s+trưởng|Vụ\s+trưởng|Viện\s+trưởng"
    r"|Hiệu\s+trưởng|bác\s+sĩ(?:\s+chuyên\s+khoa\s+[I12]+)?|Chủ\s+nhiệm|Tổng\s+cục\s+trưởng|Đội\s+trưởng|Hạt\s+trưởng|Trạm\s+trưởng|Tổ\s+trưởng|Bác\s+sĩ)"
)
_NAME = rf"{CAPITALISED}(?:\s+{CAPITALISED}){{0,4}}"
_COMRADE = re.compile(
    rf"(?<!\w)(?:[Đđ]/[Cc]\.?|Đ\.c|[Đđ]ồng\s+chí|ĐỒNG\s+CHÍ|[Ôô]ng|[Bb]à|[Tt]hạc\s+sĩ|[Tt]iến\s+sĩ|[Kk]ỹ\s+sư|[Bb]ác\s+sĩ(?:\s+chuyên\s+khoa\s+[I12]+)?)\s*:?\s+(?P<post>{_POST}(?:\s+[^,;.()\n]{{0,60}}?)?\s+)?(?P<name>{_NAME})"
)
_FAMILY = "|".join(sorted(FAMILY_NAMES, key=len, reverse=True))
_LEVEL_BEFORE = r"(?:tỉnh|huyện|xã|phường|thành\s+phố|thị\s+xã|thị\s+trấn|quận)\s+"
_BY_POST = re.compile(
    rf"(?<!\w)(?P<post>{_POST}(?:\s+[\w&-]+){{0,9}}?)\s+"
    rf"(?P<name>(?:{_FAMILY})\s+{CAPITALISED}(?:\s+{CAPITALISED}){{0,3}})(?![\w])"
)
"""After an office's seat ("Chủ tịch UBND tỉnh Cao Bằng") a name has three words at least."""
_ROLE_AFTER = re.compile(
    rf"\s*(?:[-–,(]|\s)\s*(?P<role>{_POST}(?:\s+(?:UBND|HĐND|Sở|[{LOWER}{UPPER}][\w&]*)){{0,8}}?)(?=\s*(?:[,;.()\n]|$|(?:chỉ\s+đạo|chủ\s+trì|phụ\s+trách|làm|trực\s+tiếp|kết\s+luận|và\s+)))"
)


def find_people(text: str) -> list[Mention]:
    """Return the people named in a text, in order; ``role`` is the post where it is said."""
    found: list[Mention] = []
    for pattern in (_COMRADE, _BY_POST):
        for match in pattern.finditer(text):
            span = _name_in(match["name"], alone=pattern is _COMRADE and not match["post"])
            if span is None or (pattern is _BY_POST and _is_seat(match)):
                continue
            start = match.start("name") + span[0]
            end = match.start("name") + span[1]
            if any(start < m.end and m.start < end for m in found):
                continue
            role = match["post"].strip() if match["post"] else None
            if role is None and (after := _ROLE_AFTER.match(text, end)):
                role = after["role"].strip()
            found.append(Mention(text[start:end], start, end, role=role))
    return sorted(found, key=lambda m: m.start)


def _name_in(words: str, *, alone: bool) -> tuple[int, int] | None:
    """Where a person's name lies among capitalised words: from a family name, two to four words.

    A single word counts only right after "đồng chí" ("Đ/c Phùng").
    """
    tokens = list(re.finditer(r"\S+", words))
    for i, token in enumerate(tokens):
        if token[0] in FAMILY_NAMES and 2 <= len(tokens) - i <= 5:
            last = tokens[min(len(tokens), i + 4) - 1]
            return token.start(), last.end()
        if (
            alone
            and i == 0
            and len(tokens) >= 2
            and not re.match(rf"{_POST}|Phó|Trưởng|Tỉnh|Lãnh|Thường|Thành", words)
        ):
            return 0, tokens[min(len(tokens), 4) - 1].end()
    if (
        alone
        and len(tokens) == 1
        and not re.match(r"(?:Phó|Trưởng|Chủ|Giám|Bí|Tỉnh|Lãnh|Thường|Thành|Bộ|Cục|Các)$", words)
    ):
        return 0, len(words)
    return None


def _is_seat(match: re.Match[str]) -> bool:
    """Whether what follows a post is the place that its office sits in."""
    after_level = re.search(_LEVEL_BEFORE + "$", match["post"] + " ")
    return bool(after_level) and len(match["name"].split()) < 3
