"""Styles of a Word document: what a paragraph or run takes over from the styles it names."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.legacy import Coding, font_coding
from ingest.readers.numbering import whole
from ingest.readers.xml import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|tiêu đề)\s*([1-9])", re.I)
_DEEPEST = 20
"""Styles based on styles: Word itself stops at 11."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a stretch's look."""

    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    coding: Coding | None = None
    """The legacy coding that its font stands for."""
    small_as_capitals: bool = False
    """Whether its font is a TCVN3 font of capitals (".VnTimeH")."""
    level: int = 0
    """Of a heading, 1 to 6; 0 for none."""
    number: str | None = None
    ilvl: int | None = None
    style: str = ""


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: "_Element | None") -> None:
        self._elements: dict[str, _Element] = {}
        self._default = ""
        for style in children(root, "style"):
            key = attribute(style, "styleId") or ""
            self._elements[key] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in (
                "1", "true",
            ):  # fmt: skip
                self._default = key
        self._known: dict[str, Look] = {}
        defaults = child(child(root, "docDefaults"), "rPrDefault")
        self._base = with_run(Look(), child(defaults, "rPr"))

    def look(self, key: str | None) -> Look:
        """Return the look of a paragraph style; None is the default style."""
        return self._look(key or self._default, _DEEPEST)

    def run_look(self, base: Look, key: str | None) -> Look:
        """Return a look changed by a character style."""
        style = self._elements.get(key or "")
        return with_run(base, child(style, "rPr")) if style is not None else base

    def _look(self, key: str, depth: int) -> Look:
        style = self._elements.get(key)
        if style is None or depth == 0:
            return self._base
        if key not in self._known:
            based = attribute(child(style, "basedOn"), "val")
            look = self._look(based, depth - 1) if based and based != key else self._base
            look = replace(look, style=key)
            look = with_paragraph(with_run(look, child(style, "rPr")), child(style, "pPr"))
            name = attribute(child(style, "name"), "val") or ""
            heading = _HEADING.match(name)
            if heading and not look.level:
                look = replace(look, level=min(int(heading[1]), 6))
            self._known[key] = look
        return self._known[key]


def with_paragraph(look: Look, properties: "_Element | None") -> Look:
    """Return a look changed by paragraph properties: heading level and list."""
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline is not None:
        level = whole(outline, 9) + 1
        look = replace(look, level=level if 1 <= level <= 6 else 0)
    numbered = child(properties, "numPr")
    if numbered is not None:
        number = attribute(child(numbered, "numId"), "val")
        ilvl = attribute(child(numbered, "ilvl"), "val")
        if number is not None:
            look = replace(look, number=None if number == "0" else number)
        if ilvl is not None:
            look = replace(look, ilvl=whole(ilvl, 0))
    return look


def with_run(look: Look, properties: "_Element | None") -> Look:
    """Return a look changed by run properties."""
    if properties is None:
        return look
    look = replace(
        look,
        bold=_switched(properties, "b", look.bold),
        capitals=_switched(properties, "caps", look.capitals),
        hidden=_switched(properties, "vanish", look.hidden),
    )
    fonts = child(properties, "rFonts")
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    if font is not None:
        coding = font_coding(font)
        look = replace(
            look, coding=coding, small_as_capitals=coding == "tcvn3" and font.endswith("H")
        )
    return look


def _switched(properties: "_Element", name: str, before: bool) -> bool:
    """A switch of Word's: one that is there and says nothing is on."""
    found = child(properties, name)
    if found is None:
        return before
    return attribute(found, "val") not in ("0", "false", "off", "none")
