"""What telling who is who yields: what names turned out to mean, and what stays open."""

from dataclasses import dataclass
from typing import Literal

from kg.authority import following
from kg.laws import Law
from kg.terms import Quad

Kind = Literal["document", "person", "place", "unit", "project"]
Method = Literal[
    "decided",
    "authority",
    "law-of-year",
    "law-in-force",
    "only-document",
    "only-person",
    "only-place",
    "spelling",
    "abbreviation",
    "only-project",
    "same-title",
]
"""How a name was told.

- ``decided``: a person said so
- ``authority``: the authority files say that the unit has this name too
- ``law-of-year``: the one law of that title passed in that year
- ``law-in-force``: the one law of that title that the authority files know for that day
- ``only-document``, ``only-person``, ``only-place``, ``only-project``: the one of the collection
- ``spelling``, ``abbreviation``: of the unit's name
- ``same-title``: a law of which only the title is said anywhere
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a notice has a name; offsets into its text."""

    notice: str
    """IRI of the notice."""
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """One name turned out to mean a thing that is named more fully elsewhere."""

    alias: str
    target: str
    method: Method
    confidence: float
    name: str
    """The name as the notices have it."""
    quotes: tuple[Quote, ...] = ()
    """Where each notice that has the name has it first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A name that may mean several things; a person can answer."""

    subject: str
    kind: Kind
    name: str
    candidates: tuple[Candidate, ...]
    quotes: tuple[Quote, ...] = ()
    """Where each notice that has the name has it first."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What was found, and what stays open; both sorted."""

    resolutions: tuple[Resolution, ...] = ()
    questions: tuple[Question, ...] = ()
    changes: tuple[Quad, ...] = ()
    """Mergers and renames among the units named."""
    laws: tuple[tuple[str, Law], ...] = ()
    """Documents named that are laws of the authority files, with what those tell of them."""

    @property
    def same(self) -> dict[str, str]:
        """Alias -> the thing that it means."""
        return {found.alias: found.target for found in self.resolutions}

    @property
    def same_work(self) -> dict[str, str]:
        """Name -> the thing that it means; a unit that was merged or renamed -> its successor.

        Who takes over a unit takes over its works. One split into several has no successor here.
        """
        return following(self.same, self.changes)


@dataclass(frozen=True, slots=True)
class Option:
    """A name, and the things that it can mean before people are heard."""

    kind: Kind
    alias: str
    """IRI of the thing as the name has it."""
    name: str
    candidates: tuple[Candidate, ...]
    method: Method
    sure: bool = True
    """Whether a single candidate is the one; else even one is a question."""
