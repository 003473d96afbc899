"""Text without case, marks and spacing, for comparing and for readable identifiers."""

import re
import unicodedata
from hashlib import sha256

_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the text casefolded, without Vietnamese marks and with single spaces.

    >>> fold("  Đóng CỬA\\nmỏ ")
    'dong cua mo'
    """
    plain = "".join(
        char
        for char in unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
        if unicodedata.category(char) != "Mn"
    )
    return _SPACES.sub(" ", plain).strip()


def slug(text: str, *, limit: int = 80) -> str:
    """Return a readable piece of an IRI: ASCII letters, digits and single hyphens.

    A text whose slug would be longer than ``limit`` characters, or empty, is cut at a word and
    closed with a digest of the whole, so that different texts keep different slugs.

    >>> slug("Phòng Kế hoạch - Tài nguyên nước")
    'phong-ke-hoach-tai-nguyen-nuoc'
    """
    whole = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if whole and len(whole) <= limit:
        return whole
    cut = whole[: limit - 9]
    if "-" in cut:
        cut = cut.rsplit("-", 1)[0]
    return f"{cut}-{digest(fold(text))}".strip("-")


def digest(text: str, *, length: int = 8) -> str:
    """Return the first ``length`` hexadecimal digits of the text's SHA-256, in NFC."""
    return sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:length]


def same_marks(text: str) -> str:
    """Return the text casefolded and spaced once, its marks kept and their order made regular.

    "Hoà" and "Hòa", which differ only in where the tone is typed, become equal: a person or a
    village is told from its neighbour by its marks, never by the typist's habit.

    >>> same_marks("Xã  Hoà AN") == same_marks("xã Hòa An")
    True
    >>> same_marks("Tân") == same_marks("Tấn")
    False
    """
    words = []
    for word in _SPACES.sub(" ", text).strip().casefold().split(" "):
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(char for char in letters if char in _TONES)
        words.append("".join(char for char in letters if char not in _TONES) + tones)
    return unicodedata.normalize("NFC", " ".join(words))


_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot: the five tone marks
