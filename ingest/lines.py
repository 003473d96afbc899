"""Raw text -> lines with their markup taken off and remembered."""

import re
from dataclasses import dataclass, replace
from html import unescape

from ingest.patterns.grammar import any_of, verbose

_RULE = re.compile(r"\s*(?:[-*_–—=]\s*){3,}")
_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*)")
_TABLE_RULE = re.compile(r"(?=.*(?:---|===))[\s:|+=-]+")
_BOLD_LINE = re.compile(r"(?P<marks>\*{2,3}|__)(?P<text>(?:(?!(?P=marks)).)+)(?P=marks)\s*:?")
_EMPHASIS = re.compile(r"(?P<marks>\*{1,3})(?=\S)(?P<text>[^*]+?)(?P=marks)")
_UNDERSCORE = re.compile(r"(?<!\w)(?P<marks>_{1,2})(?=\S)(?P<text>[^_]+?)(?P=marks)(?!\w)")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_NOTE_MARK = verbose(r"""
    <sup>\s* (?P<a>[^<]{1,6}?) \s*</sup> | \[\^ (?P<b>[^\]\s]{1,12}) \] | (?P<c>[¹²³⁴-⁹]+)
""")
_TAGS = any_of("b; i; u; strong; em; span; p; div; sub; sup; font; center")
_TAG = verbose(rf"</? {_TAGS} (?: \s[^<>]* )? >", re.I)
_STAR_BULLET = re.compile(r"\s*[*+]\s+")
_STARS_BETWEEN_WORDS = re.compile(r"\w\s*\*\*\s*\w")
_CELL_BAR = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")

_TWO_COLUMNS = re.compile(r"\s*(?P<left>\S+(?:\s{1,2}\S+)*)\s{3,}(?P<right>\S+(?:\s{1,2}\S+)*)\s*")
_HEADING_LINES = 9
"""The national heading is within this many lines from the top."""

NOTE = "\ue000"
"""Stands in a line where a footnote is referred to: NOTE, the note's label, NOTE."""
PAGE = "\ue001"
"""Stands inside a line where a page begins."""
COVERED = "\ue002"
"""Is the text of a table's cell that is one with the cell above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text without markup, and what the markup said."""

    text: str
    emphasis: int = 0
    """Heading level 1 to 6; 7 for all bold, 8 for all capitals; else 0."""
    rule: bool = False
    page: bool = False
    """Whether a page begins with this line."""
    cells: tuple[str, ...] | None = None
    """The cells of a table row; empty for the line that parts rows."""
    hard: bool = False
    """Whether the line's end was meant as one (two spaces or a backslash before it)."""
    sheet: int = 0
    """The page that the line begins on, from 1; 0 where the file knows no pages."""

    @property
    def blank(self) -> bool:
        return not self.text and not self.rule and self.cells is None


def lines_of(text: str) -> list[Line]:
    """Split a text into lines, taking off Markdown and simple HTML markup."""
    text = _without_comments(text)
    raws: list[str] = []
    lines: list[Line] = []
    pages = text.split("\f")
    for number, page in enumerate(pages, 1):
        for i, raw in enumerate(page.split("\n")):
            raws.append(raw)
            sheet = number if len(pages) > 1 else 0
            lines.append(replace(_line(raw), page=number > 1 and i == 0, sheet=sheet))
    lines = _tabbed_tables(lines, raws)
    return _two_column_heading(lines, raws)


def _without_comments(text: str) -> str:
    """Drop "<!-- ... -->"; one that nobody closed stays, and costs no search for its end twice."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + len("-->")
    return "".join(kept) + text[position:]


def _line(raw: str) -> Line:
    raw = raw.replace("\f", "")
    stripped = raw.strip()
    if stripped.startswith(">"):
        stripped = stripped.lstrip("> ")
    if stripped.startswith("|") or (stripped.startswith("+") and _TABLE_RULE.fullmatch(stripped)):
        if _TABLE_RULE.fullmatch(stripped):
            return Line("", cells=())
        inner = stripped.removeprefix("|").removesuffix("|")
        return Line("", cells=tuple(plain(c) for c in _CELL_BAR.split(inner)))
    if _RULE.fullmatch(stripped):
        return Line("", rule=True)
    emphasis = 0
    heading = _HEADING.fullmatch(raw)
    if heading:
        emphasis, stripped = len(heading["marks"]), heading["text"].rstrip().rstrip("#").rstrip()
    elif _BOLD_LINE.fullmatch(stripped):
        emphasis = 7
    text = plain(stripped)
    if not emphasis and is_capitals(text):
        emphasis = 8
    hard = raw.endswith(("  ", "\\")) and bool(text)
    return Line(text.removesuffix("\\") if hard else text, emphasis=emphasis, hard=hard)


def plain(text: str) -> str:
    """Take inline markup off and make every run of spaces one.

    >>> plain("**Nhiệm vụ** *chung*<br>")
    'Nhiệm vụ chung'
    """
    text = _NOTE_MARK.sub(
        lambda m: (
            f"{NOTE}{(m['a'] or m['b'] or m['c']).strip('()').translate(_SUPERSCRIPTS)}{NOTE}"
        ),
        text,
    )
    text = _TAG.sub("", _BREAK.sub(" ", text))
    bullet = _STAR_BULLET.match(text)
    head, tail = (bullet[0], text[bullet.end() :]) if bullet else ("", text)
    for _ in range(2):
        tail = _EMPHASIS.sub(r"\g<text>", tail)
    tail = _UNDERSCORE.sub(r"\g<text>", tail)
    tail = tail.replace("**", "") if not _STARS_BETWEEN_WORDS.search(tail) else tail
    return " ".join(unescape(_ESCAPE.sub(r"\1", head + tail)).split())


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, as titles of notices are.

    >>> is_capitals("I. ĐÁNH GIÁ KẾT QUẢ THÁNG 5")
    True
    >>> is_capitals("UBND tỉnh")
    False
    """
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _tabbed_tables(lines: list[Line], raws: list[str]) -> list[Line]:
    """Turn runs of three or more lines with the same two or more tabs or inner bars into rows."""
    found = list(lines)
    start = 0
    while start < len(raws):
        mark, count = _columns(raws[start])
        end = start
        while count and end < len(raws) and _columns(raws[end]) == (mark, count):
            end += 1
        if count and end - start >= 3 and all(lines[i].cells is None for i in range(start, end)):
            for i in range(start, end):
                cells = tuple(plain(c) for c in raws[i].split(mark))
                found[i] = replace(lines[i], text="", emphasis=0, hard=False, cells=cells)
        start = max(end, start + 1)
    return found


def _two_column_heading(lines: list[Line], raws: list[str]) -> list[Line]:
    """Part the national heading of plain text, set in two columns with runs of spaces."""
    found = list(lines)
    top = [i for i, line in enumerate(lines) if not line.blank][:_HEADING_LINES]
    for i in top:
        columns = _TWO_COLUMNS.fullmatch(raws[i])
        if columns and lines[i].cells is None:
            cells = (plain(columns["left"]), plain(columns["right"]))
            found[i] = replace(lines[i], text="", emphasis=0, hard=False, cells=cells)
    return found


def _columns(raw: str) -> tuple[str, int]:
    for mark in ("\t", "|"):
        count = raw.strip(" ").count(mark)
        if count >= 2:
            return mark, count
    return "", 0
