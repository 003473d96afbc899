"""Printed lines -> paragraphs, told by indents, by the space between lines and by short lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.labels import label_of
from ingest.lines import NOTE, PAGE, Line, is_capitals
from ingest.readers.build import paragraph
from ingest.readers.layout import TextLine, joined

_INDENT = 0.7
"""A line that begins further right than this many times the font's size is indented."""
_LEADING = 1.3
"""Lines further apart than this many times the usual distance belong to two paragraphs."""
_SLACK = 0.4
"""Times the font's size by which the next word must miss the margin: ragged lines stop early."""
_TITLE = 9
"""Letters of a line in capitals that is a title, "THÔNG BÁO"; less may be an office's short name
on the last line of a sentence."""
_CENTRED_FULL = 0.72
"""A centred line of a title that goes on is this share of the column wide, or more."""
_ENDED = re.compile(r"[.;:!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """The measures of the running text of a document's pages."""

    left: float
    right: float
    pitch: float
    size: float


def column_of(lines: Sequence[TextLine]) -> Column:
    """Return the column that most lines keep to."""
    if not lines:
        return Column(0.0, 0.0, 0.0, 0.0)
    # The size of most of the letters: footnotes may have as many lines as the text.
    by_size = sorted(lines, key=lambda line: line.size)
    half, letters = sum(len(line.text) for line in lines) / 2, 0
    size = by_size[-1].size
    for line in by_size:
        letters += len(line.text)
        if letters >= half:
            size = line.size
            break
    usual = [line for line in lines if abs(line.size - size) < 0.1 * size]
    widest = sorted(usual, key=lambda line: line.x0 - line.x1)[: max(len(usual) // 2, 1)]
    left = sorted(line.x0 for line in usual)[len(usual) // 20]
    right = median(line.x1 for line in widest)
    steps = [
        b.base - a.base
        for a, b in pairwise(usual)
        if a.page == b.page and 0.8 * size < b.base - a.base < 3 * size
    ]
    return Column(left, right, median(steps) if steps else 1.2 * size, size)


def paragraphs(lines: Iterable[TextLine], column: Column) -> list[Line]:
    """Join lines to paragraphs.

    Args:
        lines: of all pages, in reading order.
        column: the measures of their text.
    """
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(group: Sequence[TextLine]) -> Line:
    text = group[0].text
    for before, line in pairwise(group):
        text = joined(text, line.text, PAGE * (line.page - before.page))
    return paragraph(text, bold=all(line.bold for line in group), sheet=group[0].page)


def _goes_on(group: Sequence[TextLine], line: TextLine, column: Column) -> bool:
    """Whether a line goes on with a paragraph."""
    last = group[-1]
    if line.text.startswith(NOTE) or abs(line.size - last.size) > 0.12 * last.size:
        return False
    if is_capitals(line.text) != is_capitals(last.text) and len(line.text) >= _TITLE:
        return False
    turned = line.page != last.page
    if turned and line.page - last.page > 1:
        return False
    if not turned:
        step = line.base - last.base
        # A step up leads to the next column, a wide one over white space.
        if step <= 0 or step > _LEADING * max(column.pitch, 1.1 * last.size):
            return False
    if line.bold != last.bold and (line.bold or len(group) == 1 or _is_labelled(line)):
        return False
    title = line.bold and last.bold and _is_symmetric(last, column)
    if _is_centred(line, column) and (_is_centred(last, column) or title):
        return line.bold == last.bold and _no_room(last, line, column)
    if not _is_full(last, line, column, group):
        return False
    deeper = line.x0 - (group[1] if len(group) > 1 else last).x0
    slack = _INDENT * line.size
    if _is_labelled(line):
        # A number at a line's begin is a label, unless it stands left of where its paragraph began.
        return line.x0 < group[0].x0 - slack and not _ENDED.search(last.text)
    if len(group) > 1:
        return abs(deeper) <= slack
    indented = line.x0 > column.left + slack
    if indented and abs(deeper) <= slack and _ENDED.search(last.text) and line.text[0].isupper():
        return False  # two first lines, one under the other
    return not (indented and deeper > slack and not _is_labelled(last))


def _is_full(last: TextLine, line: TextLine, column: Column, group: Sequence[TextLine]) -> bool:
    """Whether the next line's first word had no room on this one."""
    right = max(column.right, max(before.x1 for before in group))
    return last.x1 + 0.25 * last.size + line.first_word > right - _SLACK * last.size


def _no_room(last: TextLine, line: TextLine, column: Column) -> bool:
    """The same for centred lines, which writers break by sense as well."""
    wide = last.x1 - last.x0 + line.first_word
    return wide > _CENTRED_FULL * (column.right - column.left) or line.text[:1].islower()


def _is_centred(line: TextLine, column: Column) -> bool:
    return line.x0 - column.left > 2 * line.size and _is_symmetric(line, column)


def _is_symmetric(line: TextLine, column: Column) -> bool:
    return abs((line.x0 - column.left) - (column.right - line.x1)) < 1.5 * line.size


def _is_labelled(line: TextLine) -> bool:
    return label_of(line.text) is not None
