"""Numbers that Word counts and does not write: what a list paragraph's label reads.

After ECMA-376 part 1, 17.9: a paragraph names a list (``num``) and a level; the list points to
its pattern (``abstractNum``), of which several lists may count on together.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.readers.build import symbol
from ingest.readers.xml import attribute, child, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 3_000
"""Roman and letter labels of larger numbers are printed as plain numbers."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Restarts after a paragraph of this level (from 1) or above; 0 never; None: any above."""
    legal: bool = False
    """Whether the levels above are printed as plain numbers."""
    style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    """Levels that this list begins anew when it is first used."""
    used: bool = False


class Numbering:
    """The lists of a document and where each stands; call ``label`` in the document's order."""

    def __init__(self, root: "_Element | None") -> None:
        abstracts = {attribute(a, "abstractNumId") or "": a for a in children(root, "abstractNum")}
        links = {
            attribute(child(a, "styleLink"), "val"): key
            for key, a in abstracts.items()
            if child(a, "styleLink") is not None
        }
        patterns = {key: _levels(a) for key, a in abstracts.items()}
        for key, a in abstracts.items():
            link = attribute(child(a, "numStyleLink"), "val")
            if link in links and not patterns[key]:
                patterns[key] = patterns[links[link]]
        self._lists: dict[str, _List] = {}
        for num in children(root, "num"):
            abstract = attribute(child(num, "abstractNumId"), "val") or ""
            self._lists[attribute(num, "numId") or ""] = _list(num, abstract, patterns)
        self._counts: dict[str, list[int | None]] = {}

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level that a list ties to a paragraph style."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((i for i, level in levels.items() if level.style == style), None)

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of a list and return its label, "" where it prints none."""
        found = self._lists.get(number)
        if found is None or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        if not found.used:
            found.used = True
            for i in found.starts:
                counts[i] = None
        pattern = found.levels.get(level, Level(text=f"%{level + 1}."))
        count = counts[level]
        counts[level] = found.starts.get(level, pattern.start) if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None
        return self._print(found, pattern, counts)

    def _print(self, found: _List, pattern: Level, counts: list[int | None]) -> str:
        if pattern.format == "bullet":
            return _bullet(pattern.text)
        if pattern.format == "none":
            return _PLACEHOLDER.sub("", pattern.text)

        def number(match: re.Match[str]) -> str:
            i = int(match[1]) - 1
            level = found.levels.get(i, Level())
            value = counts[i]
            if value is None:
                value = counts[i] = found.starts.get(i, level.start)
            plain = pattern.legal and level.format not in ("decimal", "decimalZero")
            return formatted(value, "decimal" if plain else level.format)

        return _PLACEHOLDER.sub(number, pattern.text)


def formatted(value: int, how: str) -> str:
    """Return a number as a Word number format prints it.

    >>> formatted(4, "upperRoman"), formatted(28, "lowerLetter"), formatted(7, "decimalZero")
    ('IV', 'bb', '07')
    """
    if how == "decimalZero":
        return f"{value:02d}"
    if not 0 < value <= _LARGEST:
        return str(value)
    if how in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if how == "upperLetter" else letter.lower()
    if how in ("upperRoman", "lowerRoman"):
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (value // worth)
            value %= worth
        return roman if how == "upperRoman" else roman.lower()
    return str(value)


def _bullet(text: str) -> str:
    if text == "o":  # in Courier New, as Word's second level has it
        return "○"
    if text == "§":  # in Wingdings
        return "▪"
    return symbol(text) if text and "\uf000" <= text[0] <= "\uf0ff" else text


def _list(num: "_Element", abstract: str, patterns: Mapping[str, Mapping[int, Level]]) -> _List:
    levels = dict(patterns.get(abstract, {}))
    starts: dict[int, int] = {}
    for override in children(num, "lvlOverride"):
        i = whole(attribute(override, "ilvl"), 0)
        start = attribute(child(override, "startOverride"), "val")
        if (own := child(override, "lvl")) is not None:
            levels[i] = _level(own)
        if start is not None:
            starts[i] = whole(start, 1)
            levels[i] = replace(levels.get(i, Level()), start=starts[i])
    return _List(abstract, levels, starts)


def _levels(abstract: "_Element") -> dict[int, Level]:
    return {
        whole(attribute(level, "ilvl"), 0): _level(level)
        for level in children(abstract)
        if local(level) == "lvl"
    }


def _level(level: "_Element") -> Level:
    def value(name: str) -> str | None:
        return attribute(child(level, name), "val")

    restart = value("lvlRestart")
    legal = child(level, "isLgl")
    return Level(
        start=whole(value("start"), 1),
        format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=whole(restart, 0) if restart is not None else None,
        legal=legal is not None and attribute(legal, "val") not in ("0", "false"),
        style=value("pStyle"),
    )


def whole(text: str | None, default: int) -> int:
    """Return a small whole number of an attribute, the default where it is none.

    >>> whole("3", 1), whole("x", 1), whole("99999999999", 1)
    (3, 1, 1)
    """
    try:
        value = int(text or "")
    except ValueError:
        return default
    return value if abs(value) < 1_000_000 else default
