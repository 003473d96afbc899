"""What telling who is who yields: what names turned out to mean, and what stays open."""

from dataclasses import dataclass
from typing import Literal

from kg.authority import following
from kg.terms import Quad

Kind = Literal["document", "person", "unit", "project"]
Method = Literal[
    "decided",
    "authority",
    "only-document",
    "only-person",
    "spelling",
    "abbreviation",
    "only-project",
]


@dataclass(frozen=True, slots=True)
class Resolution:
    """One name turned out to mean a thing that is named more fully elsewhere."""

    alias: str
    target: str
    method: Method
    confidence: float
    name: str
    """The name as the notices have it."""
    stated_in: tuple[str, ...] = ()
    """IRIs of the notices whose sentences have it."""


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


@dataclass(frozen=True, slots=True)
class Identity:
    """What was found, and what stays open; both sorted."""

    resolutions: tuple[Resolution, ...] = ()
    questions: tuple[Question, ...] = ()
    changes: tuple[Quad, ...] = ()
    """Mergers and renames among the units named."""

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
