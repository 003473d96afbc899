"""A query without case and marks, each letter knowing where it was typed."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the query; offsets are into the folded text."""

    text: str
    start: int
    end: int


class FoldedQuery:
    """A query folded, as typed it may be in any Unicode form."""

    def __init__(self, query: str) -> None:
        self.query = query
        letters: list[str] = []
        places: list[int] = []
        for at, char in enumerate(query):
            for letter in unicodedata.normalize("NFKD", char.casefold().replace("đ", "d")):
                if unicodedata.category(letter) != "Mn":
                    letters.append(letter)
                    places.append(at)
        self.text = "".join(letters)
        """Of the same words; as long as the query where that is typed in composed letters."""
        self._places = [*places, len(query)]
        self.words = tuple(Word(m.group(), *m.span()) for m in _WORD.finditer(self.text))

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text stands in the query."""
        first = self._places[start]
        last = self._places[end - 1] + 1 if end > start else first
        while last < len(self.query) and unicodedata.category(self.query[last]) == "Mn":
            last += 1
        return first, last
