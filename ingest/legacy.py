"""The Vietnamese codings from before Unicode: TCVN3 (ABC) and VNI, recognised and converted.

Both put Vietnamese into the byte values of Western letters and left the rest to their fonts, so
a text in them opens as Western letters: "Th«ng b¸o" in TCVN3, "Thoâng baùo" in VNI. What tells
them from a text in order is how many of the words with marks are syllables that Vietnamese has.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Literal

Coding = Literal["tcvn3", "vni"]

# TCVN 5712:1993, the third table (VN3): one byte a letter; capitals with a tone are the small
# letters in a font of capitals.
_TCVN3_FIRST = 0xA1
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ"  # A1
    "\0\0\0\0\0\0àảãáạ\0ằẳẵắ"  # AF
    "\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽ"  # BF
    "éẹềểễếệìỉ\0\0\0ĩíịò"  # D0
    "\0ỏõóọồổỗốộờởỡớợù"  # E0
    "\0ủũúụừửữứựỳỷỹýỵ"  # F0
)

# VNI for Windows: a vowel, then a letter that stands for its marks.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {
    "â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323",
}  # fmt: skip
_VNI_BREVE = {
    "ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323",
}  # fmt: skip
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_RHYME = (
    r"(?:(?:iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uyê|ie|uye|ye)(?:ng|nh|ch|[cmnptuio])"
    r"|(?:uya|uyu|oai|oay|oao|oeo|uây|iêu|yêu|uôi|ươi|ươu|uyê?)(?:[cnpt]|nh|ch)?"
    r"|(?:ia|ya|ua|ưa|oa|oe|uê|uơ|uy|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu)"
    r"|[aăâeêioôơuưy](?:ng|nh|ch|[cmnpt])?)"
)
_SYLLABLE = re.compile(_ONSET + _RHYME)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TYPED_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")

_ENOUGH = 0.85
"""Share of marked words that are syllables in a text decoded rightly: names and foreign words
leave a few out. Sentences of our own in order gave .97 and above, in the wrong table under .5."""
_DOUBTFUL = 0.7
"""Below this share a text is not taken to be in order as it stands."""
_WITNESSES = 3
"""Marked words that a text needs before it is converted on its own evidence."""


def convert(text: str, coding: Coding) -> str:
    """Convert text that was written in a legacy coding, and read as Western letters, to Unicode.

    >>> convert("Th«ng b¸o", "tcvn3"), convert("Thoâng baùo", "vni")
    ('Thông báo', 'Thông báo')
    """
    if coding == "vni":
        table = _vni()
        return _vni_pattern().sub(lambda m: table[m[0]], text)
    return "\n".join(_raise_capitals(line) for line in text.split("\n"))


def legacy_coding(text: str) -> Coding | None:
    """Return the legacy coding that a text is in, None where it is in order.

    >>> legacy_coding("Së T­ ph¸p chñ tr×, phèi hîp")
    'tcvn3'
    >>> legacy_coding("Sở Tư pháp chủ trì, phối hợp") is None
    True
    """
    sample = text[:200_000]
    if syllables(sample) >= _DOUBTFUL or not _has_relics(sample):
        return None
    best = max(("tcvn3", "vni"), key=lambda c: syllables(convert(sample, c)))  # type: ignore[arg-type]
    converted = convert(sample, best)  # type: ignore[arg-type]
    if syllables(converted) < _ENOUGH or len(_marked(converted)) < _WITNESSES:
        return None
    return best  # type: ignore[return-value]


def to_unicode(text: str) -> str:
    """Convert the stretches of a text that are in a legacy coding; idempotent.

    The text as a whole names the coding where it can; single lines of it that are in order stay,
    and single lines in another coding are converted as what they are.
    """
    whole = legacy_coding(text)
    if whole is None and not _has_relics(text):
        return text
    return "\n".join(_line_to_unicode(line, whole) for line in text.split("\n"))


def _line_to_unicode(line: str, whole: Coding | None) -> str:
    if line.isascii():
        return line
    if whole is None:
        coding = legacy_coding(line)
        return convert(line, coding) if coding else line
    in_order = any("\u0100" <= c <= "\u01ff" or "\u1ea0" <= c <= "\u1eff" for c in line)
    converted = convert(line, whole)
    return line if in_order or syllables(converted) < syllables(line) else converted


def syllables(text: str) -> float:
    """Share of the words with marks that are Vietnamese syllables; 1.0 where there are none."""
    words = _marked(text)
    return sum(map(_is_syllable, words)) / len(words) if words else 1.0


def font_coding(font: str | None) -> Coding | None:
    """Return the coding that a font's name stands for (".VnTime", "VNI-Times"), or None."""
    name = (font or "").casefold().lstrip("'\" ").split("+")[-1]
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni-") else None


def _marked(text: str) -> list[str]:
    # Half of the codings' letters are signs in Western text (« ¸ ¬): a word is what spaces part.
    if text.isascii():
        return []
    found = []
    for word in re.split(r"[\s/\-–.,;:()\"“”'!?…]+", text):
        letters = word.strip("[]*_#|<>+=%")
        if letters and not letters.isascii() and not any(c.isdigit() for c in letters):
            found.append(unicodedata.normalize("NFC", letters))
    return found


@cache
def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(c in _TONES for c in parts)
    plain = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None


def _has_relics(text: str) -> bool:
    """Whether a text holds letters or signs that Vietnamese has none of."""
    return _RELICS.search(text) is not None


_RELICS = re.compile(r"[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]")  # fmt: skip  # noqa: E501


@cache
def _tcvn3() -> Mapping[int, str]:
    if len(_TCVN3) != 0xFF - _TCVN3_FIRST:
        raise AssertionError(f"the TCVN3 table has {len(_TCVN3)} places")
    return {_TCVN3_FIRST + i: letter for i, letter in enumerate(_TCVN3) if letter != "\0"}


@cache
def _vni() -> Mapping[str, str]:
    table = dict(_VNI_ALONE)
    toned = [(v, v) for v in "aeouy"] + [("ô", "ơ"), ("ö", "ư")]
    for typed, vowel in toned:
        for sign, tone in _VNI_TONES.items():
            table[typed + sign] = vowel + tone
    for marks, mark, vowels in (
        (_VNI_CIRCUMFLEX, "\u0302", "aeo"),
        (_VNI_BREVE, "\u0306", "a"),
    ):
        for vowel in vowels:
            for sign, tone in marks.items():
                table[vowel + sign] = vowel + mark + tone
    both = {}
    for typed, letter in table.items():
        letter = unicodedata.normalize("NFC", letter)
        both[typed] = letter
        both[typed.upper()] = letter.upper()
        if len(typed) == 2:  # "Aâ": a capital may be followed by a small sign
            both[typed[0].upper() + typed[1]] = letter.upper()
    return both


@cache
def _vni_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni()), key=len, reverse=True)))


def _raise_capitals(line: str) -> str:
    """Decode a line of TCVN3, and make capitals of what its font would have shown as capitals."""
    return "".join(map(_decode_stretch, re.split(r"(\s{2,}|\t|\||<br>)", line)))


def _decode_stretch(stretch: str) -> str:
    # The letters of a code ("19/TB-UBND") are capitals everywhere.
    words = [w for w in stretch.split() if "/" not in w and not any(map(str.isdigit, w))]
    plain = [c for w in words for c in w if c.isascii() and c.isalpha()]
    all_capitals = len(plain) >= 3 and sum(c.isupper() for c in plain) >= 0.8 * len(plain)
    table = _tcvn3()

    def word(match: re.Match[str]) -> str:
        typed = match[0]
        small = any("a" <= c <= "z" for c in typed)
        capital = not small and any("A" <= c <= "Z" for c in typed[1:])
        decoded = typed.translate(table)
        return decoded.upper() if not small and (all_capitals or capital) else decoded

    return _TYPED_WORD.sub(word, stretch)
