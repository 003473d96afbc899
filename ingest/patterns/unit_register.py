"""An office named in a text, and the offices that a document names for itself."""

import re
from dataclasses import dataclass, field
from typing import Literal

UnitKind = Literal["unit", "class", "every", "superior"]

_FIRST_WORD = re.compile(r"\w+")
_NAME_GOES_ON = re.compile(r"[\w&]")


@dataclass(frozen=True, slots=True)
class UnitName:
    """One office or class of offices named in a text; ``name`` is ``text[start:end]``."""

    name: str
    start: int
    end: int
    canonical: str
    kind: UnitKind = "unit"


@dataclass(slots=True)
class Register:
    """The offices that one document names for itself: its headings, definitions, short forms."""

    _full: dict[str, str] = field(default_factory=dict)
    """Folded name or short form -> full name."""
    _by_first_word: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, full: str | None = None) -> None:
        """Note a name, or a short form of a full one; what was noted first stays."""
        folded = _folded(name)
        first = _FIRST_WORD.match(folded)
        if first is None or folded in self._full:
            return
        self._full[folded] = full or name
        self._by_first_word.setdefault(first[0], []).append(folded)

    def match(self, text: str, position: int) -> int | None:
        """Where the longest noted name ends that begins at a position, or None."""
        first = _FIRST_WORD.match(text, position)
        noted = self._by_first_word.get(first[0].casefold(), ()) if first else ()
        ends = [
            end
            for name in noted
            if text[position : (end := position + len(name))].casefold() == name
            and not _NAME_GOES_ON.match(text, end)
        ]
        return max(ends, default=None)

    def full(self, name: str) -> str | None:
        """The full name behind a name or short form, or None."""
        return self._full.get(_folded(name))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
