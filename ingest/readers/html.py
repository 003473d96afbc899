"""Web pages: the notice of a portal's page, with its headings, lists, tables and footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.decode import text_of
from ingest.labels import label_of
from ingest.lines import Line
from ingest.readers import limits
from ingest.readers.build import Table, note_mark, paragraph, raw
from ingest.readers.html_main import Portal, is_left_out
from ingest.readers.limits import Clock
from ingest.readers.numbering import formatted, whole
from ingest.readers.xml import check_nesting, local
from kg.errors import EmptyNotice, NotText

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table blockquote pre section article main aside"
    " header footer figure figcaption center address fieldset form details summary hr body html"
    " caption".split()
)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(normal|[1-5]00)", re.I)
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?(none|lower-alpha|lower-latin|upper-alpha"
                         r"|upper-latin|lower-roman|upper-roman|decimal)", re.I)  # fmt: skip
_FORMATS = {
    "a": "lowerLetter", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "A": "upperLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "i": "lowerRoman", "lower-roman": "lowerRoman",
    "I": "upperRoman", "upper-roman": "upperRoman",
    "1": "decimal", "decimal": "decimal", "none": "none",
}  # fmt: skip
_NOTE_LABEL = re.compile(r"\s*[\[(]?\s*(\d{1,3}|[ivx]{1,4}|\*{1,3})\s*[\])]?\s*")
_UNIT_BEFORE = re.compile(r"(?<!\w)[kcdm]?m\s*$")
"""Before a raised 2 or 3 that is a power: m², km², m³."""


def read_html(data: bytes, name: str) -> list[Line]:
    """Read a web page.

    Raises:
        ReadError: there is no text in it, or it is over the limits.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    # What a page declares its coding to be is often wrong: the bytes themselves tell.
    text = text_of(data, name)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotText(f"{name}: no web page could be read from it ({error})") from None
    check_nesting(root, name)
    page = Portal(root)
    lines = list(_Reader(name, Clock(name, len(data)), page).lines(page.notice()))
    if not any(line.text or line.cells for line in lines):
        raise EmptyNotice(
            f"{name}: the page holds no text (it may be filled in by a script); "
            "open it in a browser and save what is shown"
        )
    return lines


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    level: int = 0
    capitals: bool = False


@dataclass(slots=True)
class _Paragraph:
    """The text collected since the last block began."""

    text: str = ""
    bold: bool = True
    level: int = 0

    def add(self, text: str, look: _Look) -> None:
        self.text += text.upper() if look.capitals else text
        self.level = self.level or look.level
        if text.strip() and not look.bold:
            self.bold = False


class _Reader:
    def __init__(self, name: str, clock: Clock, page: Portal) -> None:
        self._name = name
        self._clock = clock
        self._page = page
        self._open = _Paragraph()
        self._label = ""

    def lines(self, element: "_Element", look: _Look = _Look()) -> Iterator[Line]:
        """The lines of an element, boxes of links left out."""
        yield from self._block(element, look)
        yield from self._close()

    def _block(self, element: "_Element", look: _Look) -> Iterator[Line]:
        self._clock.check()
        look = _look(element, look)
        self._open.add(_spaced(element.text), look)
        for inner in element:
            tag = local(inner)
            if not tag or is_left_out(inner):
                pass
            elif tag == "br":
                yield from self._close(broken=True)
            elif tag == "table":
                yield from self._close()
                yield from self._table(inner, look)
            elif tag in ("ul", "ol"):
                yield from self._close()
                if not self._page.is_links(inner):
                    yield from self._list(inner, look)
            elif tag in _BLOCKS:
                yield from self._close()
                if tag not in (
                    "div",
                    "aside",
                    "section",
                    "footer",
                    "header",
                ) or not self._page.is_links(inner):
                    yield from self._block(inner, look)
                yield from self._close()
            elif (label := _note_label(inner, self._open.text)) is not None:
                self._open.add(note_mark(label), _Look(bold=True))
            else:
                yield from self._block(inner, look)
            self._open.add(_spaced(inner.tail), look)

    def _close(self, *, broken: bool = False) -> Iterator[Line]:
        """End the open paragraph."""
        done, self._open = self._open, _Paragraph()
        if done.text.strip():
            text = done.text
            if self._label and label_of(" ".join(text.split())) is None:
                text = f"{self._label} {text}"
            self._label = ""
            yield paragraph(text, level=done.level, bold=done.bold, broken=broken)

    def _list(self, element: "_Element", look: _Look) -> Iterator[Line]:
        ordered = local(element) == "ol"
        styled = _LIST_STYLE.search(element.get("style") or "")
        named = styled[1].lower() if styled else element.get("type") or ("1" if ordered else "")
        how = _FORMATS.get(named, "decimal")
        count = whole(element.get("start"), 1)
        for item in element:
            if not local(item) or is_left_out(item):
                continue
            if local(item) in ("ul", "ol"):
                yield from self._list(item, look)
                continue
            if local(item) == "li":
                count = whole(item.get("value"), count)
                self._label = _list_label(how, count) if ordered else "" if how == "none" else "-"
                count += 1
            yield from self._block(item, look)
            yield from self._close()
            self._label = ""

    def _table(self, element: "_Element", look: _Look) -> Iterator[Line]:
        table = Table(self._name)
        spans: dict[int, int] = {}  # column -> rows that a cell above still covers
        for row in _rows(element):
            cells: list[list[Line]] = []
            covered: list[int] = []

            def skip_covered(cells: list[list[Line]] = cells, covered: list[int] = covered) -> None:
                while spans.get(len(cells), 0) > 0:
                    spans[len(cells)] -= 1
                    covered.append(len(cells))
                    cells.append([])

            for cell in row:
                if local(cell) not in ("td", "th") or is_left_out(cell):
                    continue
                skip_covered()
                wide = min(max(whole(cell.get("colspan"), 1), 1), limits.MAX_COLUMNS)
                tall = min(max(whole(cell.get("rowspan"), 1), 1), 10_000)
                content = list(_Reader(self._name, self._clock, self._page).lines(cell, look))
                for i in range(wide):
                    spans[len(cells)] = tall - 1
                    cells.append([] if i else content)
            skip_covered()
            if cells:
                table.add(cells, covered=covered)
        yield from table.lines()


def _rows(table: "_Element") -> "Iterator[_Element]":
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in ("thead", "tbody", "tfoot"):
            yield from _rows(element)


def _look(element: "_Element", outer: _Look) -> _Look:
    tag, style = local(element), element.get("style") or ""
    bold = outer.bold or tag in ("b", "strong", "th") or _BOLD.search(style) is not None
    if _LIGHT.search(style):
        bold = False
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else outer.level
    return _Look(bold or level > 0, level, outer.capitals or _CAPITALS.search(style) is not None)


def _note_label(element: "_Element", before: str) -> str | None:
    """The label of a footnote that an inline element refers to or begins."""
    tag = local(element)
    target = element.get("href") or "" if tag == "a" else ""
    if tag != "sup" and not re.search(r"ftn|footnote|fn", target, re.I):
        return None
    text = "".join(str(t) for t in element.itertext() if isinstance(t, str))
    found = _NOTE_LABEL.fullmatch(text)
    if found is None or (tag == "sup" and found[1] in "23" and _UNIT_BEFORE.search(before)):
        return None
    return found[1]


def _list_label(how: str, count: int) -> str:
    if how == "none":
        return ""
    return f"{formatted(count, how)}{')' if how == 'lowerLetter' else '.'}"


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", raw(text or ""))
