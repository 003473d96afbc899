"""The numbers, letters and bullets that items and headings begin with."""

import re
from dataclasses import dataclass

from ingest.patterns.grammar import verbose
from ingest.patterns.letters import LETTER, UPPER

_ROMAN = r"(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3}|X)"

_DOCUMENT = r"\d{1,3} [-–/] [A-ZĐ][A-ZĐa-zđ&]+ [-–/] [A-ZĐ]"
"""The number of a document that a line happens to begin with: "19-NQ/TW", "54/QĐ-UBND"."""
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # style, pattern with the groups `label` and `mark`; the first that fits decides
    ("decimal", verbose(r"""
        (?P<label> \d{1,2} (?: \s?\.\s? \d{1,2} ){1,4} ) (?P<mark> [.)/:–-]? ) \s+ (?!%)
    """)),
    ("decimal", verbose(r"""
        (?P<label> (?: [IVX]{1,4} | [A-HĐ] ) (?: \.\d{1,2} ){1,3} ) (?P<mark> [.)/:]? ) \s+
    """)),
    ("arabic", verbose(rf"""
        (?! {_DOCUMENT} ) (?P<label> \d{{1,3}} ) \s? (?P<mark> [.)] | [/:] (?= \s | [^\W\d] ) )
        \s* (?! [\d%] )
    """)),
    ("arabic", verbose(rf"""
        (?! {_DOCUMENT} ) (?P<label> \d{{1,3}} ) \s? (?P<mark> [-–—] ) \s* (?= {LETTER} | ["“'(] )
    """)),
    ("arabic", verbose(r"[(\[] (?P<label> \d{1,3} ) (?P<mark> [)\]] ) \s*")),
    ("roman", verbose(rf"""
        (?P<label> {_ROMAN} ) \s? (?P<mark> [.)/:–—-] ) (?: \s+ | (?= [{UPPER}] ) )
    """)),
    ("small roman", verbose(r"""
        \(? (?P<label> i{1,3} | iv | vi{0,3} | ix | x ) (?P<mark> \) ) \s*
    """)),
    ("capital", verbose(r"(?P<label> [A-HĐK] ) \s? (?P<mark> [.)/] ) \s+")),
    ("letter", verbose(r"""
        \(? (?P<label> [a-zđ] \d? (?: \.\d )? ) (?P<mark> [.)] ) \s* (?=\S)
    """)),
    ("letter", verbose(r"(?P<label> [a-zđ] ) \s? (?P<mark> [-/] ) \s+ (?=\S)")),
    ("bullet", verbose(r"""
        (?P<label> (?P<mark> [-–—•*+▪●○◦■□►➢➤✓✔❖·] ) ) \s* (?= [^\s\d] | \d )
    """)),
    ("named", verbose(r"""
        (?P<label> (?: Phần | Mục | Chương ) \s (?: \d{1,2} | [IVX]+ ) ) (?P<mark> [.:]? ) \s+
    """)),
    ("named", verbose(r"(?P<label> Điều \s \d{1,2} ) (?P<mark> [.:] ) \s+")),
)  # fmt: skip

_DASHES = str.maketrans("–—", "--")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line.

    ``style`` is equal for siblings; ``number`` is the label's place among them where it says one;
    ``length`` counts the characters up to the text.
    """

    text: str
    style: str
    number: int | None
    length: int


def label_of(line: str) -> Label | None:
    """Return the label that a line begins with, or None.

    >>> label_of("2.2.3. Phòng Quản lý").style
    'decimal:3'
    >>> label_of("06/5/2021 của Chủ tịch") is None
    True
    """
    for family, pattern in _LABELS:
        found = pattern.match(line)
        if not found or found.end() >= len(line):
            continue
        text = "".join(found["label"].split())
        if family == "roman" and not text:
            continue
        return Label(text, _style(family, text, found["mark"]), _number(family, text), found.end())
    return None


def _style(family: str, text: str, mark: str) -> str:
    mark = mark.translate(_DASHES)
    if family == "decimal":
        return f"decimal:{text.count('.') + 1}"
    if family == "arabic" and mark == ".":
        return "decimal:1"
    return f"{family}:{mark}" if family != "named" else f"named:{text.split()[0]}"


def _number(family: str, text: str) -> int | None:
    if family == "arabic":
        return int(text)
    if family == "decimal":
        return int(text.rsplit(".", 1)[1])
    if family in ("roman", "small roman"):
        return roman(text)
    if family == "capital":
        return "ABCDEFGHIK".find(text) + 1 or None
    if family == "letter" and len(text) == 1:
        return "abcdđeghiklmnopqrstuvxy".find(text) + 1 or None
    return None


def roman(text: str) -> int:
    """Value of a roman numeral, either case.

    >>> roman("XIV")
    14
    """
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in text.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
