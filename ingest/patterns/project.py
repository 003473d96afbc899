"""Named investment projects, works and national programmes.

A quoted name is taken whole; an unquoted one goes on to where the sentence does. Schemes still to
be drafted and "the project" without a name are none.
"""

import re
from collections.abc import Iterator

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.letters import CAPITALISED, LOWER, UPPER
from kg.records import Mention

_TRIGGER = re.compile(
    r"(?<!\w)(?P<kind>(?:[Tt]iểu\s+)?[Dd]ự\s+án(?:\s+thành\s+phần(?:\s+\d+)?)?|[Cc]ông\s+trình|[Cc]hương\s+trình(?:\s+mục\s+tiêu\s+quốc\s+gia|\s+MTQG)?)\s*:?\s*"
)
_QUOTED = re.compile(r"[“\"«‘](?P<name>[^”\"»’\n]{3,300})[”\"»’]")
_QUOTED_AFTER = re.compile(rf"(?:[{LOWER}]+\s+){{1,6}}(?=[“\"«])")
_ACRONYM = re.compile(r"(?:[A-ZĐ]{2,}[A-ZĐ\d-]*)(?!\w)")
_STARTS = (
    r"(?:(?:đầu\s+tư\s+)?(?:xây\s+dựng|cải\s+tạo|nâng\s+cấp|mở\s+rộng|sửa\s+chữa)|cải\s+tạo|đường|cầu|cao\s+tốc|tuyến|hồ|kè|đập"
    r"|khu|cụm|nhà\s+máy|thủy\s+điện|trường|bệnh\s+viện|trạm|trung\s+tâm|hệ\s+thống|phát\s+triển|lập|chăn\s+nuôi|khai\s+thác"
    r"|bảo\s+tồn|cấp\s+nước|thoát\s+nước|chỉnh\s+trang|chỉnh\s+lý|tái\s+định\s+cư|kết\s+nối|phục\s+hồi|trồng|chống|hạ\s+tầng|đô\s+thị|nước\s+sạch|cơ\s+sở|số\s+hóa|điều\s+tra|đầu\s+tư|chế\s+biến|chợ|bãi|mỏ|sân|công\s+viên|nghĩa\s+trang|điểm|quy\s+hoạch|kho)"
)
_STARTS_OF_WORKS = (
    rf"(?:(?:đường|cầu|hồ(?:\s+chứa(?:\s+nước)?)?|kè|đập|trường|bệnh\s+viện|trạm|nhà\s+máy|khu|cụm|tuyến|thủy\s+điện|trung\s+tâm|chợ|nhà\s+văn\s+hóa|cấp\s+nước)"
    rf"(?:\s+[{LOWER}]\w*){{0,4}}\s+(?=[{UPPER}\d]))"
)
_STOP = re.compile(
    r"\s*(?:[;.:()“”\"\n]|\.\.\.|…|,(?!\s*(?:tầm\s+nhìn|giai\s+đoạn))|(?<=\s)(?:đảm\s+bảo|bảo\s+đảm|theo|để|do|trước|sau|trong(?!\s+(?:Công|Khu))|từ|đến(?!\s+(?:năm|\d|[^\W\d_a-z]))|và\s+(?:báo|các|dự|trình|hoàn|tham|tổ|thực|công\s+trình)"
    r"|tại|đối\s+với|hoàn\s+thành|báo\s+cáo|gửi|trình|khi|nhằm|của|cho|đang|đã|chưa|còn|có|được|phải|bị|theo|là|nếu|mà|về|chậm|theo|xong|kịp|sớm|trên\s+cơ\s+sở|với|thuộc(?!\s+tỉnh)|phục\s+vụ|làm\s+việc|khẩn\s+trương|tập\s+trung|cùng|khởi\s+công|bàn\s+giao|triển\s+khai|thi\s+công)(?!\w))"
)
_PROPER = re.compile(rf"\s{CAPITALISED}")
_THEN = re.compile(
    rf"\s+(?!(?:xây|cải|nâng|mở|phát|bảo|cấp|đầu|quản|khai|trồng|chế|điều|số|khoanh|đề|phục|xử|thu|chuyển|ứng|đo|lập|đánh|xác|giai|đóng|trả|trực|trích|dự|in|thi|xin|giữ|giúp|nhập)(?!\w))"
    rf"(?:{ADVERBS}|{VERBS})(?!\w)"
)
"""A verb that orders, after a project's proper name: the name has ended."""
_NOT_A_NAME = re.compile(
    r"(?:do|của|đang|đã|được|trên|thuộc|theo|này|nêu|có|trong|tại|mà|chưa|còn|phải|và|để|khi|cho|là|hoặc|với|như|sau|từ|đến|các|những|công\s+trình|đầu\s+tư\s+(?:công|trên|có|trong|của|xây\s+dựng(?:\s+(?:trên|của|trong|cơ\s+bản)|\s*[,.;]))|trọng\s+điểm|chậm|cụ\s+thể|cơ\s+bản|mới|khác|lớn|xây\s+dựng\s+(?:cơ\s+bản|trên|nông\s+thôn\s+mới\s*$))(?!\w)"
)
_TO_BE_DRAFTED = re.compile(
    r"(?:lập|xây\s+dựng|đề\s+xuất|chủ\s+trương\s+lập|nghiên\s+cứu\s+lập|soạn\s+thảo)\s+(?:các\s+)?$",
    re.I,
)
_WORKS = (
    rf"(?:[Kk]hu\s+(?:tái\s+định\s+cư|đô\s+thị|xử\s+lý|công\s+nghiệp|dân\s+cư)|[Cc]ụm\s+công\s+nghiệp|[Nn]hà\s+máy|[Hh]ồ\s+chứa(?:\s+nước)?|[Đđ]ập|(?<![Yy]êu )(?<![Nn]hu )[Cc]ầu|[Kk]è|[Tt]rạm\s+bơm|[Bb]ến\s+cảng|[Cc]ảng(?:\s+cá)?|[Tt]hủy\s+điện)"
    rf"(?:\s+(?!(?:tại|của|theo|trong|và|do|để|cho|chủ|ở|từ|với|thuộc|trên|đối|gửi|về|vào|là|đã|được|các)(?!\w))[{LOWER}]+){{0,5}}\s+(?!Quý|Thông|Quyết|Nghị){CAPITALISED}(?:\s+{CAPITALISED}){{0,3}}"
)
_BARE = re.compile(
    rf"(?<!\w)(?P<name>{_WORKS}|(?:đường\s+)?[Cc]ao\s+tốc\s+{CAPITALISED}(?:\s+{CAPITALISED})*(?:\s*[-–]\s*{CAPITALISED}(?:\s+{CAPITALISED})*)+"
    rf"|Chương\s+trình\s+OCOP|[Cc]hương\s+trình\s+mục\s+tiêu\s+quốc\s+gia\s+(?:xây\s+dựng\s+nông\s+thôn\s+mới|giảm\s+nghèo\s+bền\s+vững|phát\s+triển\s+kinh\s+tế\s*-\s*xã\s+hội\s+vùng\s+đồng\s+bào\s+dân\s+tộc\s+thiểu\s+số(?:\s+và\s+miền\s+núi)?))"
)
_MOST_WORDS = 26
_VAGUE = frozenset(
    """
    công trình dự án cao tốc đường hồ cầu mới khác thủy điện khu tái định cư nhà ở trên địa
    bàn tỉnh huyện xã giao thông xây dựng cơ bản đầu tư trọng điểm lợi khoáng sản mỏ
    """.split()
)


def find_projects(text: str) -> list[Mention]:
    """Return the projects named in a text, in order, none overlapping another."""
    found: list[Mention] = []
    for mention in (*_triggered(text), *_bare(text)):
        if all(mention.end <= m.start or mention.start >= m.end for m in found):
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


def _triggered(text: str) -> Iterator[Mention]:
    for match in _TRIGGER.finditer(text):
        start = match.end()
        if words := _QUOTED_AFTER.match(text, start):
            start = words.end()
        kind = re.sub(r"\s+", " ", match["kind"]).casefold()
        programme, work = kind.startswith("chương"), kind.startswith("công trình")
        if quoted := _QUOTED.match(text, start):
            if not programme or "quốc gia" in kind:
                yield _mention(text, *quoted.span("name"))
            continue
        start = match.end()
        if acronym := _ACRONYM.match(text, start):
            if not re.match(r"\s*[a-zđ]*\s*đầu\s+tư", text[acronym.end() :]):
                yield _mention(text, match.start("kind") if programme else start, acronym.end())
            continue
        if programme and "quốc gia" not in kind and "mtqg" not in kind:
            continue
        if programme:
            start = match.start("kind")
        elif _TO_BE_DRAFTED.search(text, max(0, match.start() - 40), match.start()):
            continue
        end = _unquoted_end(text, match.end(), work=work)
        if end is not None:
            yield _mention(text, start, end)


def _unquoted_end(text: str, start: int, *, work: bool) -> int | None:
    """Where an unquoted name ends, or None where none begins."""
    if _NOT_A_NAME.match(text, start):
        return None
    begins = _STARTS_OF_WORKS if work else _STARTS
    proper = text[start : start + 1].isupper()
    if not proper and not re.compile(begins, re.I).match(text, start):
        return None
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    named = _PROPER.search(text, start, end)
    if named and (verb := _THEN.search(text, named.end(), end)):
        end = verb.start()
    words = list(re.finditer(r"\S+", text[start:end]))[:_MOST_WORDS]
    if not words:
        return None
    end = start + words[-1].end()
    name = text[start:end].rstrip(" ,-–")
    specific = [w for w in re.findall(r"\w+", name.casefold()) if w not in _VAGUE]
    if not specific:
        # "dự án đường cao tốc" names no project by itself, but says which kind: kept short.
        return start + len(name) if len(name.split()) >= 3 else None
    if len(name.split()) < 2 and not name[0].isupper():
        return None
    return start + len(name)


def _bare(text: str) -> Iterator[Mention]:
    for match in _BARE.finditer(text):
        yield _mention(text, match.start("name"), match.end("name"))


def _mention(text: str, start: int, end: int) -> Mention:
    while end > start and text[end - 1] in " ,.;-–":
        end -= 1
    return Mention(text[start:end], start, end)
