"""The words, names and periods of an order's text, in the form in which two orders are compared."""

import re
from itertools import pairwise

from kg.fold import fold

STOCK_PHRASES = (
    "tiep tuc", "khan truong", "chu dong", "chu tri", "tham muu", "phoi hop voi", "phoi hop",
    "day nhanh tien do", "day nhanh", "tap trung", "tang cuong", "quyet liet", "nghiem tuc",
    "thuong xuyen", "bam sat", "don doc", "theo doi", "nghien cuu", "ra soat", "som",
    "hoan thanh", "hoan thien", "hoan chinh", "du thao", "xay dung", "trinh", "ban hanh",
    "trien khai thuc hien", "to chuc trien khai", "trien khai", "to chuc", "thuc hien",
    "lay y kien", "tiep thu y kien", "gop y", "xem xet", "phe duyet", "uy ban nhan dan tinh",
    "ubnd tinh", "bao dam", "dam bao", "tien do", "chat luong", "theo quy dinh", "kip thoi",
    "tren dia ban tinh", "tren dia ban", "da duoc", "lien quan",
)  # fmt: skip
"""Urgency, and the stages that a work passes through: they tell how far it is, not what it is."""

_STOCK = re.compile(r"\b(?:" + "|".join(sorted(STOCK_PHRASES, key=len, reverse=True)) + r")\b")
_SYLLABLE = re.compile(r"[^\W_]+")
_NAME = re.compile(
    r"(?P<word>[^\W\d_]+)|(?P<number>\d+[A-Za-zĐ]?\b|\b[IVX]+\b)|(?P<joint>\s*[-–,]\s*)|(?P<gap>\S)"
)
_ORGANS = frozenset({
    "sở", "bộ", "phòng", "ban", "cục", "chi", "tổng", "ubnd", "hđnd", "ủy", "uỷ", "viện", "hội",
    "đoàn", "đảng", "quốc", "nhà", "thủ", "văn",
})  # fmt: skip
"""First syllables of agencies: who is asked, not what the work is about."""
_NUMBERED = frozenset({
    "số", "lộ", "tỉnh", "gói", "đợt", "lô", "cụm", "khu", "huyện", "km", "đường", "tuyến", "hồ",
    "cầu", "trạm",
})  # fmt: skip
"""Nouns that a figure alone may name: "đường tỉnh 214", "gói thầu số 5"."""
_ORDINAL = re.compile(r"[1-9]")
"""A figure that belongs to the name before it ("Suối Rạng 2"); a count is written "02"."""
_NAMED_YEAR = re.compile(r"(?<![./-])\b[A-ZÀ-ỸĐ][^\W\d_]* (20\d\d)\b(?! ?[./–-] ?\d)")
"""The year of an event, after its name: "Hội chợ Xuân 2024"."""
_COMMON = frozenset({"tỉnh"})
"""Heads whose names every order of a notice shares."""

_GOVERNED = r"(?<!truoc )(?<!trong )(?<!het )(?<!den )(?<!cuoi )(?<!tu )(?<!vao )(?<!ngay )"
_PERIODS = {
    "quarter": re.compile(_GOVERNED + r"\bquy (iv|i{1,3}|[1-4])\b"),
    "month": re.compile(_GOVERNED + r"(?<!\d )\bthang (\d{1,2})\b"),
    "months": re.compile(_GOVERNED + r"\b(\d{1,2} thang (?:dau|cuoi) nam)\b"),
    "years": re.compile(r"\b(20\d\d ?[-–] ?(?:20)?\d\d)\b"),
    "year": re.compile(_GOVERNED + r"\bnam (20\d\d)\b(?! ?[-–] ?20)"),
}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def syllables_in(text: str) -> frozenset[str]:
    """Return the folded syllables of a text."""
    return frozenset(_SYLLABLE.findall(fold(text)))


def words_in(text: str) -> frozenset[str]:
    """Return folded syllables, and pairs of neighbours, without stock phrases.

    >>> sorted(words_in("Khẩn trương hoàn thiện đề án mỏ đá"))
    ['an', 'an mo', 'da', 'de', 'de an', 'mo', 'mo da']
    """
    words: set[str] = set()
    for part in re.split(r"[;:,.()“”\"]|" + _STOCK.pattern, fold(text)):
        syllables = [s for s in _SYLLABLE.findall(part) if len(s) > 1 or s.isdigit()]
        words.update(syllables)
        words.update(f"{a} {b}" for a, b in pairwise(syllables))
    return frozenset(words)


def names_in(text: str) -> dict[str, frozenset[str]]:
    """Return capitalised or numbered names by the common noun that stands before them.

    >>> names_in("Sửa hồ Nà Lóng, Khuổi Mịt và đường tỉnh 214 với Sở Xây dựng")
    {'ho': frozenset({'na long', 'khuoi mit'}), 'tinh so': frozenset({'214'})}
    """
    found: dict[str, set[str]] = {}
    head, before, last_head = "", "", ""
    run: list[str] = []

    def close() -> None:
        titled = [w for w in run if not w.isupper()]
        if len(titled) >= 2 and run[0].casefold() not in _ORGANS and head not in _COMMON:
            found.setdefault(fold(head), set()).add(fold(" ".join(titled)))

    for match in _NAME.finditer(text):
        token = match.group().strip()
        if match.lastgroup == "word" and token[0].isupper():
            if not run:
                head = before or last_head
            run.append(token)
            continue
        if run and _ORDINAL.fullmatch(token):
            run.append(token)
            continue
        close()
        if run:
            last_head = head
        run = []
        if match.lastgroup == "number" and before in _NUMBERED:
            found.setdefault(f"{fold(before)} so", set()).add(fold(token))
        if match.lastgroup == "word":
            if token.casefold() != "và":
                before, last_head = token.casefold(), ""
            else:
                before = ""
        else:
            before = ""
            if match.lastgroup == "gap":
                last_head = ""
    close()
    return {h: frozenset(names) for h, names in found.items() if h}


def periods_in(text: str) -> dict[str, tuple[str, ...]]:
    """Return the periods that a text is about, by length, in the order of the text.

    >>> periods_in("Báo cáo quý II năm 2022, gửi trong tháng 6")
    {'quarter': ('2',), 'year': ('2022',)}
    """
    folded = fold(text)
    found = {
        kind: tuple(_ROMAN.get(m, m.replace(" ", "")) for m in pattern.findall(folded))
        for kind, pattern in _PERIODS.items()
    }
    found["year"] += tuple(_NAMED_YEAR.findall(text))
    return {kind: values for kind, values in found.items() if values}
