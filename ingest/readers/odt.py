"""OpenDocument texts (.odt): paragraphs, lists numbered, tables, footnotes, changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.legacy import Coding, convert, font_coding
from ingest.lines import PAGE, Line
from ingest.readers import limits
from ingest.readers.archive import Zip
from ingest.readers.build import Table, note, note_mark, paragraph, raw, symbol
from ingest.readers.limits import Clock
from ingest.readers.numbering import formatted, whole
from ingest.readers.xml import attribute, child, children, local, parse_xml
from kg.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINERS = {"section", "index-body", "table-of-content", "text-box", "p-container"}
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_DEEPEST = 20


def read_odt(data: bytes, name: str) -> list[Line]:
    """Read an OpenDocument text.

    Raises:
        ReadError: it is damaged, protected, or over the limits.
    """
    with Zip(data, name) as archive:
        archive.check_office()
        return _Reader(archive, name, Clock(name, len(data))).lines()


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    coding: Coding | None = None
    level: int = 0


@dataclass(slots=True)
class _Text:
    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    boxes: "list[_Element]" = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """A list style and the counts of its levels."""

    levels: "dict[int, _Element]"
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, level: int) -> str:
        """Count a paragraph of a level, from 1, and return its label."""
        pattern = self.levels.get(level)
        for deeper in [i for i in self.counts if i > level]:
            del self.counts[deeper]
        start = whole(attribute(pattern, "start-value"), 1)
        self.counts[level] = self.counts.get(level, start - 1) + 1
        if pattern is None:
            return ""
        if local(pattern) == "list-level-style-bullet":
            bullet = attribute(pattern, "bullet-char") or "-"
            return symbol(bullet) if "\ue000" <= bullet[0] <= "\uf8ff" else raw(bullet)
        shown = min(max(whole(attribute(pattern, "display-levels"), 1), 1), level)
        numbers = []
        for i in range(level - shown + 1, level + 1):
            how = _FORMATS.get(attribute(self.levels.get(i), "num-format") or "")
            if how is not None:
                numbers.append(formatted(self.counts.get(i, 1), how))
        if not numbers:
            return ""
        prefix = attribute(pattern, "num-prefix") or ""
        return f"{prefix}{'.'.join(numbers)}{attribute(pattern, 'num-suffix') or ''}".strip()


class _Reader:
    def __init__(self, archive: Zip, name: str, clock: Clock) -> None:
        self._name = name
        self._clock = clock
        self._content = parse_xml(archive.read("content.xml"), name)
        roots = [self._content]
        if "styles.xml" in archive:
            roots.insert(0, parse_xml(archive.read("styles.xml"), f"{name} (styles.xml)"))
        self._elements: dict[str, _Element] = {}
        self._lists: dict[str, _List] = {}
        self._fonts: dict[str, str] = {}
        for root in roots:
            for element in root.iter():
                self._collect(element)
        self._known: dict[str, _Style] = {}
        self._notes: list[tuple[str, str]] = []
        pages = any(local(e) == "soft-page-break" for e in self._content.iter())
        self._sheet = 1 if pages else 0

    def _collect(self, element: "_Element") -> None:
        tag, name = local(element), attribute(element, "name") or ""
        if tag == "style":
            self._elements[name] = element
        elif tag in ("list-style", "outline-style"):
            levels = {whole(attribute(e, "level"), 1): e for e in children(element)}
            self._lists["" if tag == "outline-style" else name] = _List(levels)
        elif tag == "font-face":
            self._fonts[name] = attribute(element, "font-family") or name

    def lines(self) -> list[Line]:
        text = child(child(self._content, "body"), "text")
        if text is None:
            raise ReadError(f"{self._name}: an OpenDocument file without text; expected a notice")
        found = list(self._blocks(text))
        if not self._notes:
            return found
        return [*found, Line(""), *(note(label, words) for label, words in self._notes)]

    def _blocks(self, parent: "_Element", *, label: str = "") -> Iterator[Line]:
        for element in children(parent):
            self._clock.check()
            tag = local(element)
            if tag in ("p", "h"):
                yield from self._paragraph(element, label)
                label = ""
            elif tag == "list":
                yield from self._list(element, 1, None)
            elif tag == "table":
                yield from self._table(element)
            elif tag in _CONTAINERS:
                yield from self._blocks(element)
            elif tag == "soft-page-break":
                self._sheet += 1

    def _paragraph(self, element: "_Element", label: str) -> Iterator[Line]:
        style = self._style(attribute(element, "style-name") or "")
        level = 0
        if local(element) == "h":
            level = min(max(whole(attribute(element, "outline-level"), 1), 1), 6)
            if "" in self._lists and not label:
                label = self._lists[""].label(level)
        text = _Text()
        self._inline(element, style, text)
        written = "".join(text.pieces)
        parts = written.split("\n")
        for i, part in enumerate(parts):
            if i == 0 and label and part.strip():
                part = f"{label} {part}"
            yield paragraph(
                part.lstrip(PAGE),
                level=level or style.level,
                bold=text.bold,
                sheet=self._sheet + (part[:1] == PAGE),
                broken=i + 1 < len(parts),
            )
            self._sheet += part.count(PAGE)
        for box in text.boxes:
            yield from self._blocks(box)

    def _inline(self, parent: "_Element", style: _Style, text: _Text) -> None:
        self._add(parent.text, style, text)
        for element in parent:
            tag = local(element)
            if tag == "span":
                inner = self._style(attribute(element, "style-name") or "", style)
                self._inline(element, inner, text)
            elif tag in ("a", "ruby", "ruby-base", "meta", "bookmark-ref", "reference-ref"):
                self._inline(element, style, text)
            elif tag == "s" or tag == "tab":
                self._add(" ", style, text)
            elif tag == "line-break":
                text.pieces.append("\n")
            elif tag == "soft-page-break":
                text.pieces.append(PAGE)
            elif tag == "note":
                text.pieces.append(self._note(element))
            elif tag in ("frame", "custom-shape", "rect", "g"):
                text.boxes += [e for e in element.iter() if local(e) == "text-box"]
                if local(element) != "frame":
                    text.boxes.append(element)
            elif tag in ("date", "time", "page-number", "sequence", "text-input", "placeholder",
                         "database-display", "user-defined", "title", "subject"):  # fmt: skip
                self._inline(element, style, text)
            self._add(element.tail, style, text)

    def _add(self, words: str | None, style: _Style, text: _Text) -> None:
        if not words or style.hidden:
            return
        words = raw(words).replace("\n", " ")
        if style.coding is not None:
            words = convert(words, style.coding)
        text.pieces.append(words.upper() if style.capitals else words)
        if words.strip() and not style.bold:
            text.bold = False

    def _note(self, element: "_Element") -> str:
        citation, body = child(element, "note-citation"), child(element, "note-body")
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        label = raw(label) or str(len(self._notes) + 1)
        words = [line.text for line in self._blocks(body)] if body is not None else []
        self._notes.append((label, " ".join(filter(None, words)).replace(PAGE, "")))
        return note_mark(label)

    # Lists

    def _list(self, element: "_Element", level: int, style: _List | None) -> Iterator[Line]:
        self._clock.check()
        named = attribute(element, "style-name")
        if named is not None and named in self._lists:
            found = self._lists[named]
            if attribute(element, "continue-numbering") != "true" and level == 1 and (
                attribute(element, "continue-list") is None
            ):  # fmt: skip
                found.counts.clear()
            style = found
        if level > 1 and style is not None and style.counts:
            for deeper in [i for i in style.counts if i >= level]:
                del style.counts[deeper]
        for item in children(element):
            if local(item) not in ("list-item", "list-header"):
                continue
            start = attribute(item, "start-value")
            if style is not None and start is not None:
                style.counts[level] = whole(start, 1) - 1
            yield from self._item(item, level, style)

    def _item(self, item: "_Element", level: int, style: _List | None) -> Iterator[Line]:
        waiting = local(item) == "list-item"
        for element in children(item):
            if local(element) == "list":
                yield from self._list(element, level + 1, style)
            elif local(element) in ("p", "h"):
                written = any(str(t).strip() for t in element.itertext())
                label = style.label(level) if waiting and style is not None and written else ""
                waiting = waiting and not written
                yield from self._paragraph(element, label)

    # Tables

    def _table(self, element: "_Element") -> Iterator[Line]:
        table = Table(self._name)
        spans: dict[int, int] = {}  # column -> rows that a cell above still covers
        for row in _rows(element):
            self._clock.check()
            cells: list[list[Line]] = []
            covered: list[int] = []
            sheet = self._sheet
            for cell in children(row):
                if local(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                content = list(self._blocks(cell)) if local(cell) == "table-cell" else []
                repeated = whole(attribute(cell, "number-columns-repeated"), 1)
                if repeated > limits.MAX_COLUMNS and not content:
                    repeated = 1  # the empty rest of a sheet
                tall = whole(attribute(cell, "number-rows-spanned"), 1)
                for _ in range(min(max(repeated, 1), limits.MAX_COLUMNS + 1)):
                    left = spans.get(len(cells), 0)
                    if local(cell) == "table-cell":
                        left = tall
                    elif left > 0:
                        covered.append(len(cells))
                    spans[len(cells)] = left - 1
                    cells.append(content)
            table.add(cells, sheet, covered)
        yield from table.lines()

    # Styles

    def _style(self, name: str, outer: _Style | None = None) -> _Style:
        if outer is None:
            if name not in self._known:
                self._known[name] = self._resolved(name, _Style())
            return self._known[name]
        return self._resolved(name, outer)

    def _resolved(self, name: str, style: _Style) -> _Style:
        chain: list[_Element] = []
        while name in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[name])
            name = attribute(chain[-1], "parent-style-name") or ""
        for element in reversed(chain):
            style = self._with(style, element)
        return style

    def _with(self, style: _Style, element: "_Element") -> _Style:
        text = child(element, "text-properties")
        weight = attribute(text, "font-weight")
        transform = attribute(text, "text-transform")
        display = attribute(text, "display")
        font = attribute(text, "font-name") or attribute(text, "font-family")
        level = attribute(element, "default-outline-level")
        return _Style(
            style.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
            style.capitals if transform is None else transform == "uppercase",
            style.hidden if display is None else display == "none",
            style.coding if font is None else font_coding(self._fonts.get(font, font)),
            min(whole(level, 0), 6) if level else style.level,
        )


def _rows(table: "_Element") -> "Iterator[_Element]":
    for element in children(table):
        if local(element) == "table-row":
            yield element
        elif local(element) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(element)
