"""Words of a page -> its printed lines, in the order in which a person reads them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.labels import label_of
from ingest.lines import NOTE
from ingest.readers.build import note_mark
from ingest.readers.page import Word

_COLUMN_GAP = 2.2
"""A gap wider than this many times the font's size parts columns: the widest that justifying
leaves between two words of a line of eight is about 1.5, found on notices set in 14 points."""
_GUTTER = 0.8
"""The white between two columns is at least this many times the font's size wide."""
_GLUED = 0.13
"""Words nearer than this share of the font's size are one, set in two fonts."""
_LEVEL = 0.2
"""Words whose bases differ by less than this share of their size stand on one line."""
_MARKED_WITHIN = 3
"""A raised mark's line is among so many that follow it: columns may have lines between."""
_SMALL = 0.8
"""A raised mark is set this much smaller than its line, or less."""
_NOTE_LABEL = re.compile(r"[\[(]?(\d{1,3}|\*{1,3}|[a-z])[\])]?")
_CODE = re.compile(r"\d{1,5}/(?:\d{4}/)?[A-ZĐ&-]*")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_POWER = re.compile(r"(?<!\w)[kcdm]?m$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line, or the part of one that stands in a column."""

    text: str
    x0: float
    x1: float
    top: float
    base: float
    size: float
    bold: bool
    page: int = 0
    words: tuple[Word, ...] = ()

    @property
    def first_word(self) -> float:
        """Width of its first word."""
        return self.words[0].x1 - self.words[0].x0 if self.words else 0.0


def reading_order(words: Iterable[Word], page: int) -> list[TextLine]:
    """Return a page's lines; where columns stand side by side, the left one's first."""
    lines = [part for row in _rows(words) for part in _parts(row, page)]
    lines.sort(key=lambda line: (line.base, line.x0))
    ordered: list[TextLine] = []
    i = 0
    while i < len(lines):
        end, middle = _side_by_side(lines, i)
        if end > i:
            block = lines[i:end]
            ordered += [line for line in block if line.x1 <= middle]
            ordered += [line for line in block if line.x1 > middle]
            i = end
        else:
            ordered.append(lines[i])
            i += 1
    return ordered


def text_of_field(words: Sequence[Word], width: float) -> str:
    """Return the text of the words of a table's field, line by line.

    Args:
        words: of the field.
        width: of the field; a code that fills a line was cut where the line ended.
    """
    text, cut = "", False
    for row in _rows(words):
        line, word = _text(row), row[0]
        cut = cut and (line[0].isupper() or line[0] in "-&")
        text = text + line if cut or not text else joined(text, line)
        full = word.x1 - word.x0 > width - 2 * word.size
        cut = full and len(row) == 1 and _CODE.fullmatch(line) is not None
    return text


def joined(text: str, line: str, mark: str = "") -> str:
    """Return a text with the next printed line put to it, a mark between.

    >>> joined("Nghị định 54/2021/NĐ-", "CP"), joined("Giao Sở", "Y tế")
    ('Nghị định 54/2021/NĐ-CP', 'Giao Sở Y tế')
    """
    if text.endswith("\u00ad"):
        return f"{text[:-1]}{mark}{line}"
    if _HYPHENATED.search(text) and _LETTER.match(line):
        return f"{text}{mark}{line}"
    return f"{text} {mark}{line}"


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand on one line, from left to right; lines from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.base):
        if rows and word.base - rows[-1][-1].base <= _LEVEL * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    for i, row in enumerate(rows):
        below = rows[i + 1 : i + 1 + _MARKED_WITHIN]
        homes = [next((r for r in below if _is_raised_beside(word, r)), None) for word in row]
        for word, home in zip(row, homes, strict=True):
            if home is not None:
                home.append(word)
        row[:] = [word for word, home in zip(row, homes, strict=True) if home is None]
    return [sorted(row, key=lambda w: w.x0) for row in rows if row]


def _is_raised_beside(word: Word, row: Sequence[Word]) -> bool:
    """Whether a small word is a raised mark right after or before a word of a line."""
    for other in row:
        near = -0.2 * other.size <= word.x0 - other.x1 <= 0.6 * other.size
        leads = 0 <= other.x0 - word.x1 <= 0.6 * other.size
        raised = 0.1 * other.size <= other.base - word.base <= other.size
        if word.size <= _SMALL * other.size and raised and (near or leads):
            return True
    return False


def _parts(row: Sequence[Word], page: int) -> list[TextLine]:
    """The parts of a line that wide gaps make."""
    parts: list[list[Word]] = []
    for word in row:
        wide = bool(parts) and word.x0 - parts[-1][-1].x1 > _COLUMN_GAP * word.size
        if parts and (not wide or (label_of(f"{_text(parts[-1])} x") and len(parts[-1]) == 1)):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [_line(part, page) for part in parts]


def _line(words: Sequence[Word], page: int) -> TextLine:
    size = median(w.size for w in words)
    full = [w for w in words if w.size > _SMALL * size] or words
    return TextLine(
        _text(words),
        min(w.x0 for w in words),
        max(w.x1 for w in words),
        min(w.top for w in full),
        max(w.base for w in full),
        size,
        all(w.bold for w in full if any(c.isalnum() for c in w.text)),
        page,
        tuple(words),
    )


def _text(words: Sequence[Word]) -> str:
    size = max((w.size for w in words), default=0.0)
    base = max((w.base for w in words if w.size > _SMALL * size), default=0.0)
    text = ""
    for i, word in enumerate(words):
        label = _NOTE_LABEL.fullmatch(word.text)
        raised = word.size <= _SMALL * size and base - word.base > 0.1 * size
        if raised and label:
            power = label[1] in "23" and _POWER.search(text)
            text += label[1] if power else note_mark(label[1])
            continue
        gap = word.x0 - words[i - 1].x1 if i else 0.0
        # After a raised mark there may be no space though PDFium, skipping the mark, sees one.
        spaced = word.spaced and not (text.endswith(NOTE) and word.text[0] in ".,;:)")
        glued = not i or (not spaced and gap < _GLUED * word.size)
        text += word.text if glued else f" {word.text}"
    return text


def _side_by_side(lines: Sequence[TextLine], start: int) -> tuple[int, float]:
    """Where a block of two columns that begins at a line ends, and the middle of its gutter.

    The block ends with the last line that has a neighbour in the other column; lines that follow
    closely in their column belong to it too.
    """
    first = lines[start]
    partner = next((x for x in lines[start + 1 : start + 4] if _beside(first, x)), None)
    if partner is None:
        return start, 0.0
    left, right = sorted((first, partner), key=lambda line: line.x0)
    lo, hi = left.x1, right.x0
    lowest = {0: first.base, 1: first.base}
    end, pending = start, start
    for i in range(start, len(lines)):
        line = lines[i]
        if line.x1 <= hi - _GUTTER * line.size and line.x1 <= (lo + hi) / 2 + (hi - lo) / 2:
            column, bounds = 0, (max(lo, line.x1), hi)
        elif line.x0 >= lo + _GUTTER * line.size:
            column, bounds = 1, (lo, min(hi, line.x0))
        else:
            break
        if bounds[1] - bounds[0] < _GUTTER * line.size:
            break
        close = line.base - lowest[column] <= 2.2 * line.size
        neighbour = any(
            _beside(line, other) for other in lines[max(start, i - 3) : i + 4] if other is not line
        )
        if not close and not neighbour:
            break
        lo, hi = bounds
        lowest[column] = line.base
        pending = i + 1
        if neighbour or column == 1 or _is_short(line, lo):
            end = pending
    return end, (lo + hi) / 2


def _beside(a: TextLine, b: TextLine) -> bool:
    """Whether two lines stand side by side with white between them."""
    left, right = (a, b) if a.x0 <= b.x0 else (b, a)
    overlap = min(a.base, b.base) - max(a.base - a.size, b.base - b.size)
    return overlap > 0.2 * min(a.size, b.size) and right.x0 - left.x1 > _GUTTER * a.size


def _is_short(line: TextLine, edge: float) -> bool:
    """Whether a line of the left column ends well before its edge, as set lines of lists do."""
    return line.text.lstrip().startswith(("-", "+", "•")) or edge - line.x1 > line.size
