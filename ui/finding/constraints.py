"""From a constraint of a query to the tasks that satisfy it."""

from collections.abc import Mapping
from datetime import date

from ui.answers import TaskAnswer
from ui.finding.naming import Names
from ui.finding.understand import Constraint
from ui.opened import Opened

_MOST_ROWS = 10_000_000
_TOUCHES = {
    "unit": "cd:assignedTo|cd:coordinatedWith|cd:statedIn/cd:passedBy",
    "document": "cd:cites|cd:statedIn",
    "project": "cd:concernsProject",
    "place": "cd:concernsPlace",
    "person": "cd:concernsPerson",
}
"""The ways from a task to what a name in a query may be. What a body passed is its work too."""


def names_of(opened: Opened) -> Names:
    """Return the names of a state's graph, put together once."""
    from kg.lookup import named

    return opened.once("names", lambda: Names(named(opened.graph)))


def newest_day(opened: Opened, today: date) -> date:
    """Return the day of the newest notice, today where there is none."""

    def find() -> date:
        days = [n.meeting_date or n.issued for n in opened.notice_answers()]
        return max((day for day in days if day), default=today)

    return opened.once("newest day", find)


def tasks_meeting(opened: Opened, constraint: Constraint, *, as_of: date) -> frozenset[str]:
    """Return the IRIs of the tasks that satisfy a constraint; for "not", that do not have it.

    Args:
        opened: the state to look in.
        constraint: what is asked for.
        as_of: the day on which "overdue" and the like are judged.
    """
    kind = constraint.kind
    if kind in ("phrase", "not"):
        return opened.searcher.containing(constraint.value)
    if kind == "status":
        found = _statuses(opened, as_of)
        return frozenset(iri for iri, status in found.items() if constraint.value in status)
    if kind in ("due", "meeting", "period"):
        return frozenset(
            i for i, task in opened.tasks.items() if _in_time(opened, task, constraint)
        )
    touched = frozenset().union(*(_touched(opened, kind, node) for node in constraint.nodes))
    if kind == "document" or (kind == "unit" and constraint.owns):
        return touched
    return touched | opened.searcher.containing(constraint.text)


def _touched(opened: Opened, kind: str, node: str) -> frozenset[str]:
    def ask() -> frozenset[str]:
        rows = opened.graph.query(
            f"SELECT DISTINCT ?task WHERE {{ ?task ({_TOUCHES[kind]}) <{node}> ; a cd:Task }}",
            timeout=None,
            max_rows=_MOST_ROWS,
        ).rows
        return frozenset(row[0].value for row in rows if row[0])

    return opened.once(f"tasks of {node}", ask)


def _statuses(opened: Opened, as_of: date) -> Mapping[str, frozenset[str]]:
    from kg.due import statuses

    def find() -> Mapping[str, frozenset[str]]:
        notices = [opened.notices[iri] for iri in sorted(opened.notices)]
        found: dict[str, frozenset[str]] = {}
        for work in statuses(notices, opened.threads, as_of):
            said: set[str] = {work.status, *(["dropped"] if work.dropped else [])}
            said |= {"slipped"} if work.slips else set()
            if work.status == "overdue":
                said.add("open")
            found.update(dict.fromkeys(work.tasks, frozenset(said)))
        return found

    return opened.once(f"statuses {as_of}", find)


def status_of(opened: Opened, task: str, as_of: date) -> str | None:
    """Return how the work of a task stands on a day: overdue, open, done or no-deadline."""
    said = _statuses(opened, as_of).get(task, frozenset())
    return next((s for s in ("overdue", "done", "no-deadline", "open") if s in said), None)


def tasks_standing(opened: Opened, status: str, as_of: date) -> frozenset[str]:
    """Return the tasks whose work stands so on a day, as ``status_of`` or a mark (dropped, slipped)
    tells it."""
    found = _statuses(opened, as_of)
    if status in ("dropped", "slipped"):
        return frozenset(task for task, said in found.items() if status in said)
    return frozenset(task for task in found if status_of(opened, task, as_of) == status)


def _in_time(opened: Opened, task: TaskAnswer, constraint: Constraint) -> bool:
    met = task.meeting_date or _issued(opened, task)
    if constraint.kind == "due":
        return _within(task.due, constraint)
    if constraint.kind == "meeting":
        return _within(met, constraint)
    if constraint.begin and constraint.until:
        return _within(task.due, constraint) or _within(met, constraint)
    return _within(task.due or met, constraint)


def _within(day: date | None, constraint: Constraint) -> bool:
    if day is None:
        return False
    return (constraint.begin is None or day >= constraint.begin) and (
        constraint.until is None or day <= constraint.until
    )


def _issued(opened: Opened, task: TaskAnswer) -> date | None:
    issued = opened.notices[task.notice].issued
    return issued.value if issued else None
