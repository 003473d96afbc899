"""How well a name fits what a person typed, in any usual writing of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from kg.abbreviations import abbreviates
from kg.fold import fold, same_marks
from kg.ids import BASE, DocumentNumber
from kg.scope import full_name

_IRI, _MARKED, _EXACT, _NUMBER, _PART_OF_NUMBER, _SHORT, _BEGINS, _HOLDS, _WORDS, _TITLE = range(10)
"""How a name fits, best first. A thread's title is a sentence that names much besides."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in every way that it is compared in, worked out once."""

    text: str
    folded: str
    full: str
    marked: str
    plain: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        full = full_name(text)
        plain = _plain(full)
        return cls(text, fold(text), full, same_marks(text), plain, tuple(plain.split()))


class Asked:
    """What was asked for, read in every way that a name is compared in."""

    def __init__(self, text: str) -> None:
        self.text = text.strip().strip("\"'“”‘’")
        self.folded = fold(self.text)
        self.full = full_name(self.text)
        self.marked = same_marks(self.text)
        self.number = DocumentNumber.parse(self.text)
        self.plain = _plain(self.full)
        self.words = self.plain.split()
        self.has_marks = self.folded != self.text.casefold()

    def rank(
        self,
        iri: str,
        names: Iterable[Name],
        numbers: Iterable[DocumentNumber],
        *,
        titled: bool = False,
    ) -> int | None:
        """Return how a thing fits, from 0, the best; None where it does not.

        Args:
            iri: its IRI.
            names: every name that it goes by.
            numbers: its numbers, if it is a document.
            titled: whether its names are titles, sentences that name much besides.
        """
        if iri == self.text:
            return _IRI
        if self.text.startswith(BASE):
            return None
        ranks = [rank for name in names if (rank := self._rank_name(name)) is not None]
        ranks += [
            _NUMBER if self._says_all(number) else _PART_OF_NUMBER
            for number in numbers
            if self.number and self.number.matches(number)
        ]
        best = min(ranks, default=None)
        partly = best is not None and best > _EXACT
        return _TITLE if partly and titled else best

    def _says_all(self, number: DocumentNumber) -> bool:
        """Whether the number asked for leaves neither issuer nor kind open."""
        assert self.number is not None
        return self.number.key == number.key

    def _rank_name(self, name: Name) -> int | None:
        if self.has_marks and name.marked == self.marked:
            return _MARKED
        if self.folded == name.folded or self.full == name.full:
            return _EXACT
        if self.number is not None:
            return None  # a number is matched by its parts, never by its letters
        if not self.words:
            return None
        if abbreviates(self.words, name.words):
            return _SHORT
        if name.plain.startswith(self.plain):
            return _BEGINS
        if f" {self.plain} " in f" {name.plain} ":
            return _HOLDS
        return _WORDS if len(self.words) > 1 and set(self.words) <= set(name.words) else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))
