"""What stands on every page and belongs to none: page numbers, running headers, signature boxes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.readers.layout import TextLine

_PAGE_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s|]*", re.I
)
_SIGNED = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Digitally signed by|Thời gian ký|Signature Not Verified"
    r"|Signature Valid|Ngày ký số)\s*:?.*",
    re.I,
)
"""Lines of the box that a digital signature draws on the page."""
_SIGNED_DETAIL = re.compile(r"(?:Email|Cơ quan|Chứng thư|Date|Reason|Location)\s*:.*", re.I)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.13
"""Running lines stand within this share of the page's height from its edges: margins are .07."""
_SAME_PLACE = 4.0
"""Points by which the place of a running line may differ from page to page."""
_AT_MOST = 3
"""Lines at either edge of a page that may be running ones."""


def without_running(
    pages: Sequence[list[TextLine]], heights: Sequence[float]
) -> list[list[TextLine]]:
    """Return the pages' lines without what is repeated on them."""
    repeated = Counter(
        (shape, round(line.base / _SAME_PLACE) + shift)
        for lines, height in zip(pages, heights, strict=True)
        for shape, line, shift in {
            (_shape(line), line, shift) for line in _at_edges(lines, height) for shift in (0, 1)
        }
    )
    cleaned = []
    for lines, height in zip(pages, heights, strict=True):
        edges = set(map(id, _at_edges(lines, height)))
        kept = []
        for line in lines:
            place = round(line.base / _SAME_PLACE)
            times = max(repeated[_shape(line), place], repeated[_shape(line), place + 1])
            running = id(line) in edges and (
                _PAGE_NUMBER.fullmatch(line.text) or (times >= 2 and len(pages) > 1)
            )
            if not running and not _is_signature(line, lines):
                kept.append(line)
        cleaned.append(kept)
    return cleaned


def _at_edges(lines: Sequence[TextLine], height: float) -> Iterator[TextLine]:
    in_order = sorted(lines, key=lambda line: line.base)
    for line in in_order[:_AT_MOST]:
        if line.base < _EDGE * height:
            yield line
    for line in in_order[-_AT_MOST:]:
        if line.base > (1 - _EDGE) * height:
            yield line


def _shape(line: TextLine) -> str:
    return _DIGITS.sub("#", line.text)


def _is_signature(line: TextLine, lines: Sequence[TextLine]) -> bool:
    if _SIGNED.fullmatch(line.text):
        return True
    return _SIGNED_DETAIL.fullmatch(line.text) is not None and any(
        _SIGNED.fullmatch(other.text) and abs(other.base - line.base) < 60 for other in lines
    )
