"""Works as a day finds them: which need attention, whose they are, what moved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ui.answers import DueAnswer, TaskAnswer

Kind = Literal["overdue", "soon", "open", "slipped", "dropped", "no-deadline", "done"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SOON = 14
"""Days ahead that count as "due soon": what a fortnight's work plan covers."""


@dataclass(frozen=True, slots=True)
class Move:
    """A deadline or a unit that a meeting changed."""

    task: TaskAnswer
    was: date | None
    """The deadline stated before; None where this is the first."""
    handed_from: tuple[str, ...]
    """The units that had it before; empty where they did not change."""


def is_kind(work: DueAnswer, kind: Kind, as_of: date) -> bool:
    """Return whether a work belongs to a kind; it may be of several ("slipped" and "overdue")."""
    if kind == "soon":
        return work.status == "open" and _within(work.due, as_of)
    if kind == "slipped":
        return work.slips > 0 and work.status != "done"
    if kind == "dropped":
        return work.dropped
    return work.status == kind


def tally(works: Sequence[DueAnswer], as_of: date) -> dict[Kind, int]:
    """Return how many works are of each kind."""
    return {kind: sum(is_kind(work, kind, as_of) for work in works) for kind in KINDS}


def units_of(work: DueAnswer) -> tuple[str, ...]:
    """Return the units of the newest order of a work (``*``: every unit); empty for none."""
    return next((task.assignees for task in reversed(_by_meeting(work.tasks))), ())


def by_unit(works: Iterable[DueAnswer]) -> dict[str | None, list[DueAnswer]]:
    """Return the works of each unit, a joint one under each of its units; None has no unit."""
    groups: dict[str | None, list[DueAnswer]] = defaultdict(list)
    for work in works:
        for unit in units_of(work) or (None,):
            groups[unit].append(work)
    return dict(groups)


def most_pressing(works: Iterable[DueAnswer]) -> list[DueAnswer]:
    """Return the works by deadline, those without one last."""
    return sorted(works, key=lambda w: (w.due or date.max, w.title))


def moves(work: DueAnswer) -> list[Move]:
    """Return the orders of a work by meeting, each with what it changed."""
    found: list[Move] = []
    due: date | None = None
    held: tuple[str, ...] = ()
    for task in _by_meeting(work.tasks):
        moved = due if task.due and due and task.due != due else None
        handed = held if held and task.assignees and not set(held) & set(task.assignees) else ()
        found.append(Move(task, moved, handed))
        due, held = task.due or due, task.assignees or held
    return found


def new_slips(works: Iterable[DueAnswer], latest: Iterable[str]) -> list[tuple[DueAnswer, Move]]:
    """Return the works whose deadline one of the latest notices moved later, and the move."""
    newest = set(latest)
    found = []
    for work in works:
        last = moves(work)[-1:]
        for move in last:
            later = move.was and move.task.due and move.task.due > move.was
            if later and move.task.notice in newest:
                found.append((work, move))
    return found


def load(works: Iterable[DueAnswer]) -> dict[str | None, Counter[tuple[int, int]]]:
    """Return how many unfinished works each unit has due in each month (year, month)."""
    counted: dict[str | None, Counter[tuple[int, int]]] = defaultdict(Counter)
    for work in works:
        if work.due is None or work.status == "done":
            continue
        for unit in units_of(work) or (None,):
            counted[unit][work.due.year, work.due.month] += 1
    return dict(counted)


def _by_meeting(tasks: Iterable[TaskAnswer]) -> list[TaskAnswer]:
    return sorted(tasks, key=lambda task: (task.meeting_date or date.min, task.start))


def _within(due: date | None, as_of: date) -> bool:
    return due is not None and 0 <= (due - as_of).days <= SOON
