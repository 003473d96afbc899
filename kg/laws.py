"""Laws as they are cited: by title, by title and year, by number; and those known beforehand.

    "Luật Đất đai"                       LawName(title)
    "Luật Đất đai năm 2013"              LawName(title, 2013)
    "Luật Đất đai số 45/2013/QH13"       LawName(title, 2013, number)

A title goes from one law to the next: which law "Luật Đất đai" is, the day tells on which it is
said. The authority file lists laws with their numbers and the days on which they ruled.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from kg.fold import fold
from kg.numbers import DocumentNumber
from kg.records import Citation

KINDS = ("luat", "bo luat", "phap lenh", "hien phap")
"""Kinds of document that are known by a title."""

_YEAR = re.compile(r"\s*,?\s*(?:nam\s+|so\s+)?((?:19|20)\d\d)$")
_BEGINS_TITLE = re.compile(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    r"(?P<title>(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+[^;.()\n]{2,120}?),?\s*(?P<open>\()?\s*$",
    re.IGNORECASE,
)
"""The title right before a number: "Luật Đất đai" of "Luật Đất đai số 45/2013/QH13"."""
_AMENDS = re.compile(r"(?:sua doi|bo sung|thay the|bai bo)[^;.]*\bcua\s*(?:cac\s*)?$")
"""What makes the number that of a law that amends the law named."""
_DRAFT_BEFORE = re.compile(
    r"\b(?:du thao|du an|de nghi xay dung)\s+(?:sua doi,? (?:bo sung )?|cac )?$"
)
_DRAFT_AFTER = re.compile(r"\(?sua doi\b|\(thay the\b")
_FAR = 160
"""Characters before a number in which its title stands: the longest titles have some 100."""


@dataclass(frozen=True, slots=True)
class LawName:
    """What a citation says of a law; None where it is left unsaid."""

    title: str | None
    """Folded, without punctuation, with its kind: "luat phong chong thien tai"."""
    year: int | None = None
    number: DocumentNumber | None = None

    @classmethod
    def of(cls, citation: Citation, text: str) -> Self | None:
        """Return what a citation says of a law; None where it cites none.

        Args:
            citation: a citation in ``text``.
            text: the notice's text; a number's title stands before it.

        >>> words = "theo Luật Phòng, chống thiên tai số 33/2013/QH13"
        >>> number = Citation("33/2013/QH13", "Luật", "số 33/2013/QH13", 33, 48)
        >>> LawName.of(number, words).title
        'luat phong chong thien tai'
        """
        if fold(citation.type) not in KINDS:
            return None
        number = DocumentNumber.parse(citation.key, type=citation.type)
        if number is None:
            return cls.titled(_said(citation))
        said = _title_before(citation, text)
        title = cls.titled(said).title if said else None
        return cls(title, number.year or number.dated, number)

    @classmethod
    def titled(cls, title: str) -> Self:
        """Read a title, its year if it ends with one.

        >>> LawName.titled("Luật Đất đai năm 2013")
        LawName(title='luat dat dai', year=2013, number=None)
        """
        folded = " ".join(re.findall(r"[^\W_]+", fold(title)))
        year = _YEAR.search(folded)
        plain = folded[: year.start()] if year else folded
        return cls(plain, int(year[1]) if year else None)

    def matches(self, other: "LawName") -> bool:
        """Whether both may be the same law: nothing that both say differs."""
        return all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in (
                (self.title, other.title),
                (self.year, other.year),
                (self.number and self.number.key, other.number and other.number.key),
            )
        )

    def is_of(self, other: "LawName") -> bool:
        """Whether both are surely of one law, or of one title."""
        by_number = self.number is not None and other.number is not None
        by_title = self.title is not None and other.title is not None
        return (by_number or by_title) and self.matches(other)

    def __str__(self) -> str:
        """Return the number as printed, else the title with its year."""
        if self.number:
            return str(self.number)
        return f"{self.title} {self.year}" if self.year else str(self.title)


@dataclass(frozen=True, slots=True)
class Law:
    """One law that the authority files know."""

    title: str
    """As it is cited, with its kind: "Luật Đất đai"."""
    number: str
    passed: date
    begins: date | None = None
    """First day in force."""
    ends: date | None = None
    """First day on which it is no longer in force; None where none is known."""
    known_until: date | None = None
    """Last day for which the file can tell that it is in force."""

    @property
    def name(self) -> LawName:
        """What a complete citation says of it."""
        number = DocumentNumber.parse(self.number, type="Luật")
        return LawName(LawName.titled(self.title).title, self.passed.year, number)

    @property
    def full(self) -> str:
        """Title and number, to be its label."""
        return f"{self.title} số {self.number}"

    def may_be_meant(self, day: date | None) -> bool:
        """Whether its title alone may mean it in a text of that day: passed, and not yet replaced.

        Between the passing of a law and the end of the one before, a title may mean either.
        """
        return day is None or (self.passed <= day and (self.ends is None or day < self.ends))

    def is_known_on(self, day: date | None) -> bool:
        """Whether the file can tell that no later law had replaced it by that day."""
        if self.ends is not None or self.known_until is None:
            return True
        return day is not None and day <= self.known_until


def is_draft(citation: Citation, text: str) -> bool:
    """Whether a law is cited that is still being made: "dự thảo Luật ...", "... (sửa đổi)"."""
    if fold(citation.type) not in KINDS or DocumentNumber.parse(citation.key, type=citation.type):
        return False
    before = fold(text[max(0, citation.start - 60) : citation.start]) + " "
    if _DRAFT_BEFORE.search(before):
        return True
    return bool(_DRAFT_AFTER.match(fold(text[citation.end : citation.end + 20])))


def _said(citation: Citation) -> str:
    key = citation.key
    return key if fold(key).startswith(fold(citation.type)) else f"{citation.type} {key}"


def _title_before(citation: Citation, text: str) -> str | None:
    before = text[max(0, citation.start - _FAR) : citation.start]
    begins = [match.start() for match in _BEGINS_TITLE.finditer(before)]
    whole = _TITLE_BEFORE.fullmatch(before, begins[-1]) if begins else None
    names_kind = fold(citation.text).startswith(KINDS)
    if whole is None or (names_kind and not whole["open"]):
        return None
    return None if _AMENDS.search(fold(before[: begins[-1]]) + " ") else whole["title"]
