"""Places with their kind: villages up to provinces, mines, roads and quarters."""

import re

from ingest.patterns.letters import CAPITALISED, LOWER
from kg.records import Mention

_KIND = (
    rf"(?:thôn|bản|làng|xóm|buôn|ấp|phum|sóc|khu\s+phố|tổ\s+dân\s+phố|khu\s+dân\s+cư|tiểu\s+khu|khu\s+vực\s+[Mm]ỏ|mỏ(?:\s+(?:đá|cát|sắt|quặng|than|vàng|đất|chì|kẽm|thiếc|mangan|bauxit)(?:\s+(?!của|và|tại|theo|do|có|đã|trên|thuộc|ở)(?-i:[{LOWER}]{{1,7}})){{0,2}})?"
    r"|xã|phường|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố|TP\.?|tỉnh|đặc\s+khu|đảo)"
)
_ROAD = (
    rf"(?:[Qq]uốc\s+lộ|QL\.?|[Đđ]ường\s+[Tt]ỉnh(?:\s+lộ)?|[Tt]ỉnh\s+lộ|ĐT\.?|[Đđ]ường\s+[Hh]uyện|ĐH\.?|[Hh]ương\s+lộ)\s?(?:\d{{1,4}}[A-Z]?)(?![\w/])"
    rf"|(?:[Đđ]ường|[Pp]hố)\s+(?!Tỉnh|tỉnh){CAPITALISED}(?:\s+{CAPITALISED}){{1,3}}(?!\s*[-–])"
)
_NAME = rf"(?:{CAPITALISED}(?:[\s-]?(?<!\s-){CAPITALISED}){{0,3}}|\d{{1,2}}(?!\d|[/.,]))"
_PLACE = re.compile(
    rf"(?<![\w/])(?P<kind>(?i:{_KIND}))\s+(?P<name>{_NAME})|(?<!\w)(?P<road>{_ROAD})"
)
_LISTED = re.compile(
    rf"(?<!\w)(?:các|0?\d{{1,2}}|hai|ba)\s+(?P<kind>{_KIND})\s*:?\s+(?P<first>{_NAME})"
)
_MORE = re.compile(rf"(?:,\s*|\s+và\s+)(?:(?P<kind>{_KIND})\s+)?(?P<name>{_NAME})(?!\s*[:/])")
_NOT_NAMES = re.compile(
    r"(?:[A-ZĐ]{3,}|UBND|HĐND|Ủy|Uỷ|Sở|Bộ|Phòng|Ban|Chi|Cục|Công|Trung|Giao|Yêu|Đề|Ngày|Số|Theo|Quyết|Nghị|Kế|Báo|Các|Tổ|Đảng|Đoàn|Hội|Luật|Thông|Chỉ|Về|Văn|Thanh\s+tra|Kho|Trường|Bệnh)(?!\w)"
)


def find_places(text: str) -> list[Mention]:
    """Return the places named in a text, in order; ``role`` is the administrative kind.

    In a list ("các xã Bình An, Đức Long") each place is its own mention; those after the first are
    named without their kind, which ``canonical`` gives back.
    """
    found: list[Mention] = []
    for match in _LISTED.finditer(text):
        kind = _kind(match["kind"])
        if _NOT_NAMES.match(match["first"]):
            continue
        found.append(_mention(text, *match.span("first"), kind, listed=True))
        end = match.end()
        while more := _MORE.match(text, end):
            if _NOT_NAMES.match(more["name"]):
                break
            kind = _kind(more["kind"]) if more["kind"] else kind
            start = more.start("kind") if more["kind"] else more.start("name")
            found.append(_mention(text, start, more.end("name"), kind, listed=not more["kind"]))
            end = more.end()
    for match in _PLACE.finditer(text):
        start, end = match.span()
        if any(start < m.end and m.start < end for m in found):
            continue
        if match["road"]:
            found.append(Mention(match[0], start, end, role="đường"))
        elif not match["kind"].isupper() and not _NOT_NAMES.match(match["name"]):
            found.append(_mention(text, start, end, _kind(match["kind"]), listed=False))
    return sorted(found, key=lambda m: m.start)


def _kind(printed: str) -> str:
    kind = re.sub(r"\s+", " ", printed)
    kind = re.sub(r"khu vực (?=[Mm]ỏ)", "", kind)
    return "thành phố" if kind.startswith("TP") else kind[0].lower() + kind[1:]


def _mention(text: str, start: int, end: int, kind: str, *, listed: bool) -> Mention:
    if not listed and (area := re.match(r"khu\s+vực\s+", text[start:end], re.I)):
        start += area.end()
    name = text[start:end]
    return Mention(name, start, end, f"{kind} {name}" if listed else None, kind)
