"""Word documents (.docx): paragraphs as they are printed, lists numbered, changes accepted.

Read from the XML itself: what makes up a notice's text, counted numbers, footnotes, text boxes,
tracked changes, strict and transitional names, is what libraries for Word files leave out.
Headers, footers and comments are parts of their own and are not opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.legacy import convert
from ingest.lines import PAGE, Line
from ingest.readers.archive import Zip
from ingest.readers.build import Table, note, note_mark, paragraph, raw, symbol
from ingest.readers.docx_styles import Look, Styles, with_paragraph, with_run
from ingest.readers.limits import Clock
from ingest.readers.numbering import Numbering, formatted, whole
from ingest.readers.xml import attribute, child, children, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE = {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
           "dir", "bdo", "ruby", "rubyBase"}  # fmt: skip
_BLOCKS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_BREAK = "\n"


def read_docx(data: bytes, name: str) -> list[Line]:
    """Read a Word document.

    Raises:
        ReadError: it is damaged, protected, or over the limits.
    """
    with Zip(data, name) as archive:
        archive.check_office()
        return _Reader(archive, name, Clock(name, len(data))).lines()


@dataclass(slots=True)
class _Text:
    """A paragraph's text being put together."""

    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    boxes: "list[_Element]" = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        self.pieces.append(text)
        if text.strip() and not look.bold:
            self.bold = False


class _Reader:
    def __init__(self, archive: Zip, name: str, clock: Clock) -> None:
        self._archive = archive
        self._name = name
        self._clock = clock
        main = self._main_part()
        self._related = self._relations(main)
        self._document = parse_xml(archive.read(main), name)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        self._notes: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        # Where pages begin is known only from where Word last saw them begin.
        rendered = any(local(e) == "lastRenderedPageBreak" for e in self._document.iter())
        self._sheet = 1 if rendered else 0
        self._in_cell = False  # where a number may stand alone
        self._pending = ""  # text of a paragraph whose end was deleted

    def lines(self) -> list[Line]:
        body = child(self._document, "body")
        found = list(self._blocks(body))
        notes = list(self._footnotes())
        return [*found, Line(""), *notes] if notes else found

    # Parts

    def _main_part(self) -> str:
        for target, kind in _targets(self._archive, "_rels/.rels", self._name):
            if kind.endswith("/officeDocument"):
                return target.lstrip("/")
        return "word/document.xml"

    def _relations(self, main: str) -> dict[str, str]:
        folder, _, file = main.rpartition("/")
        found = {}
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        for target, kind in _targets(self._archive, rels, self._name):
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            found[kind.rsplit("/", 1)[-1]] = path.lstrip("/")
        return found

    def _part(self, kind: str) -> "_Element | None":
        path = self._related.get(kind)
        if path is None or path not in self._archive:
            return None
        return parse_xml(self._archive.read(path), f"{self._name} ({path})")

    # Blocks

    def _blocks(self, parent: "_Element | None") -> Iterator[Line]:
        for element in children(parent):
            self._clock.check()
            tag = local(element)
            if tag == "p":
                yield from self._paragraph(element)
            elif tag == "tbl":
                yield from self._table(element)
            elif tag in _BLOCKS:
                yield from self._blocks(element)
            elif tag == "AlternateContent":
                yield from self._blocks(_chosen(element))

    def _paragraph(self, element: "_Element") -> Iterator[Line]:
        properties = child(element, "pPr")
        style = self._styles.look(attribute(child(properties, "pStyle"), "val"))
        look = with_paragraph(style, properties)
        text = _Text()
        self._inline(element, look, text)
        written = self._pending + "".join(text.pieces)
        self._pending = ""
        mark = child(properties, "rPr")
        if child(mark, "del") is not None and written.strip():
            self._pending = written  # the end of the paragraph is deleted: it goes on
            return
        label = self._label(look)
        sheet = self._sheet
        parts = written.split(_BREAK)
        for i, part in enumerate(parts):
            if i == 0 and label and (part.strip(PAGE + " ") or self._in_cell):
                lead = PAGE if part.startswith(PAGE) else ""
                part = f"{lead}{label} {part.removeprefix(PAGE)}"
            begins, part = _leading_page(part)
            sheet += begins
            yield paragraph(
                part, level=look.level, bold=text.bold, sheet=sheet, broken=i + 1 < len(parts)
            )
            sheet += part.count(PAGE)
        self._sheet = sheet
        for box in text.boxes:
            yield from self._blocks(box)

    def _label(self, look: Look) -> str:
        if look.number is None:
            return ""
        level = look.ilvl
        if level is None:
            level = self._numbering.level_of_style(look.number, look.style) or 0
        return self._numbering.label(look.number, level)

    def _inline(self, parent: "_Element", look: Look, text: _Text) -> None:
        for element in children(parent):
            tag = local(element)
            if tag == "r":
                self._run(element, look, text)
            elif tag in _INLINE:
                self._inline(element, look, text)
            elif tag == "AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self._inline(chosen, look, text)

    def _run(self, run: "_Element", base: Look, text: _Text) -> None:
        properties = child(run, "rPr")
        look = self._styles.run_look(base, attribute(child(properties, "rStyle"), "val"))
        look = with_run(look, properties)
        if look.hidden or child(properties, "del") is not None:
            return
        for element in children(run):
            tag = local(element)
            if tag == "t":
                # An entity that was not expanded parts the text.
                words = (element.text or "") + "".join(inner.tail or "" for inner in element)
                text.add(_decoded(raw(words), look), look)
            elif tag in ("tab", "ptab"):
                text.add(" ", look)
            elif tag == "noBreakHyphen":
                text.add("-", look)
            elif tag == "sym":
                text.add(_symbol(attribute(element, "char")), look)
            elif tag in ("br", "cr"):
                page = attribute(element, "type") in ("page", "column")
                text.add(" " if page else _BREAK, look)
            elif tag == "lastRenderedPageBreak":
                text.add(PAGE, look)
            elif tag in ("footnoteReference", "endnoteReference"):
                text.add(self._note(tag.removesuffix("Reference"), element), look)
            else:
                text.boxes += _text_boxes(element)

    # Footnotes

    def _note(self, kind: str, reference: "_Element") -> str:
        key = (kind, attribute(reference, "id") or "")
        if attribute(reference, "customMarkFollows") in ("1", "true"):
            return ""
        if key not in self._notes:
            self._counts[kind] += 1
            count = self._counts[kind]
            self._notes[key] = str(count) if kind == "footnote" else formatted(count, "lowerRoman")
        return note_mark(self._notes[key])

    def _footnotes(self) -> Iterator[Line]:
        parts = {kind: self._part(f"{kind}s") for kind in self._counts}
        texts = {
            (kind, attribute(element, "id") or ""): element
            for kind, part in parts.items()
            for element in children(part, kind)
        }
        for key, label in list(self._notes.items()):
            if key in texts:
                lines = [line.text for line in self._blocks(texts[key]) if line.text]
                yield note(label, " ".join(lines).replace(PAGE, ""))

    # Tables

    def _table(self, element: "_Element") -> Iterator[Line]:
        table = Table(self._name)
        for row in _rows(element):
            self._clock.check()
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            sheet = self._sheet
            before = whole(attribute(child(properties, "gridBefore"), "val"), 0)
            cells: list[list[Line]] = [[] for _ in range(min(max(before, 0), 100))]
            covered: list[int] = []
            for cell in _cells(row):
                if _goes_on(cell):
                    covered.append(len(cells))
                cells += self._cell(cell)
            table.add(cells, sheet, covered)
        yield from table.lines()

    def _cell(self, cell: "_Element") -> Iterator[list[Line]]:
        """The cell's paragraphs, then an empty cell for each further column that it covers."""
        properties = child(cell, "tcPr")
        outer, self._in_cell = self._in_cell, True
        content = list(self._blocks(cell))
        self._in_cell = outer
        yield [] if _goes_on(cell) else content
        for _ in range(min(whole(attribute(child(properties, "gridSpan"), "val"), 1), 100) - 1):
            yield []


def _targets(archive: Zip, path: str, name: str) -> Iterator[tuple[str, str]]:
    if path in archive:
        for relation in children(parse_xml(archive.read(path), f"{name} ({path})")):
            if attribute(relation, "TargetMode") != "External":
                yield attribute(relation, "Target") or "", attribute(relation, "Type") or ""


def _rows(table: "_Element") -> "Iterator[_Element]":
    for element in children(table):
        if local(element) == "tr":
            yield element
        elif local(element) in _BLOCKS:
            yield from _rows(element)


def _cells(row: "_Element") -> "Iterator[_Element]":
    for element in children(row):
        if local(element) == "tc":
            yield element
        elif local(element) in _BLOCKS:
            yield from _cells(element)


def _goes_on(cell: "_Element") -> bool:
    """Whether a cell is one with that above it."""
    merge = child(child(cell, "tcPr"), "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _chosen(alternatives: "_Element") -> "_Element | None":
    """The first of the alternatives for newer and older readers: they say the same."""
    choice = child(alternatives, "Choice")
    return choice if choice is not None else child(alternatives, "Fallback")


def _text_boxes(element: "_Element") -> "list[_Element]":
    if local(element) == "AlternateContent":
        chosen = _chosen(element)
        return _text_boxes(chosen) if chosen is not None else []
    if local(element) == "txbxContent":
        return [element]
    return [box for inner in children(element) for box in _text_boxes(inner)]


def _leading_page(text: str) -> tuple[int, str]:
    """The page marks before a text's first character, counted and taken off."""
    stripped = text.lstrip(f" {PAGE}")
    return text[: len(text) - len(stripped)].count(PAGE), stripped


def _decoded(text: str, look: Look) -> str:
    if look.coding is not None:
        text = convert(text, look.coding)
    return text.upper() if look.capitals or look.small_as_capitals else text


def _symbol(code: str | None) -> str:
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return symbol(character) if "\uf000" <= character <= "\uf0ff" else raw(character)
