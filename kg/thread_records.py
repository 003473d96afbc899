"""What following works from meeting to meeting yields."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Continuation:
    """One order goes on with an earlier one."""

    later: str
    earlier: str
    probability: float
    shared: tuple[str, ...]
    """What both have: "unit", "document 54/2021/NĐ-CP", "name ho ban nua", "words ..."."""
    changed: tuple[str, ...]
    """What the later has otherwise: "unit", "deadline"."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One piece of work; a work ordered once is a thread of one."""

    iri: str
    """Made from the first order, so that a later notice keeps it."""
    title: str
    tasks: tuple[str, ...]
    """Task IRIs, by meeting and place in the notice."""
    links: tuple[Continuation, ...] = ()
