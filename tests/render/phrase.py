"""Wording that remembers what it says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from string import Formatter
from typing import Literal, Union

FactKind = Literal["unit", "assignee", "coordinator", "due", "ref", "project", "person", "place"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a reader must find."""

    kind: FactKind
    value: str
    """An office's full name, a day in ISO form, a document's key, another name."""
    day: date | None = None
    """The day of a document cited."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text and the facts that it states."""

    text: str
    facts: tuple[Fact, ...] = ()

    def __add__(self, other: Union["Phrase", str]) -> "Phrase":
        if isinstance(other, str):
            return Phrase(self.text + other, self.facts)
        return Phrase(self.text + other.text, self.facts + other.facts)

    def __radd__(self, other: str) -> "Phrase":
        return Phrase(other + self.text, self.facts)

    def as_kind(self, kind: FactKind) -> "Phrase":
        """The same with its offices in a part: assignees or coordinators."""
        facts = tuple(replace(f, kind=kind) if f.kind == "unit" else f for f in self.facts)
        return Phrase(self.text, facts)

    def without(self, kind: FactKind) -> "Phrase":
        """The same, its facts of one kind not counted."""
        return Phrase(self.text, tuple(f for f in self.facts if f.kind != kind))

    def capitalised(self) -> "Phrase":
        """The same as a sentence begins."""
        return Phrase(self.text[:1].upper() + self.text[1:], self.facts)

    def values(self, kind: FactKind) -> list[str]:
        """The values of one kind, each once, in order."""
        return list(dict.fromkeys(f.value for f in self.facts if f.kind == kind))


def joined(parts: Iterable[Phrase], between: str = " ") -> Phrase:
    """Phrases put together."""
    found = Phrase("")
    for i, part in enumerate(parts):
        found = found + (between if i else "") + part
    return found


Slot = Callable[[Random], Phrase]


def filled(template: str, rng: Random, slots: Mapping[str, Slot]) -> Phrase:
    """Fill a template's slots, each with a phrase drawn anew.

    Raises:
        KeyError: the template names a slot that is not given.
    """
    found = Phrase("")
    for literal, name, _, _ in Formatter().parse(template):
        found = found + literal
        if name is not None:
            found = found + slots[name](rng)
    return found
