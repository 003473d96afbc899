"""A page as it is printed: words and ruled lines, each with its place.

Places are in points from the page's upper left corner, x to the right and y down.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Letters printed together."""

    text: str
    x0: float
    x1: float
    top: float
    base: float
    """Where the letters stand: the lower end of those without descenders."""
    size: float
    """Of the font, in points."""
    bold: bool = False
    spaced: bool = True
    """Whether a space stands before it; else it may go on with the word before."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, upright or level."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 > self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """The words and rules of one page."""

    number: int
    """From 1."""
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
