"""Filters of a search: from what a person typed to the tasks that may be found."""

from collections.abc import Callable
from datetime import date

from kg.errors import UnknownName
from kg.ids import BASE
from ui.answers import Filters, TaskAnswer
from ui.opened import Opened

_KINDS = {
    "unit": ("unit",),
    "document": ("document", "notice"),
    "project": ("project",),
    "place": ("place",),
}


def tasks_kept(opened: Opened, filters: Filters) -> frozenset[str] | None:
    """Return the IRIs of the tasks that satisfy every filter; None where there is no filter.

    Raises:
        UnknownName: a filter names what the workspace does not hold.
    """
    if filters == Filters():
        return None
    kept = frozenset(iri for iri, task in opened.tasks.items() if _in_time(opened, task, filters))
    for name, kinds in _KINDS.items():
        value = getattr(filters, name)
        if value is not None:
            kept &= tasks_about(opened, value, kinds)
    if filters.status is not None:
        kept &= _standing(opened, filters.status)
    return kept


def _standing(opened: Opened, status: str) -> frozenset[str]:
    from ui.finding.constraints import tasks_standing

    return tasks_standing(opened, status, date.today())


def tasks_about(opened: Opened, what: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """Return the IRIs of the tasks that a unit, document or project touches.

    Args:
        opened: the state to look in.
        what: a name or number in any usual writing, or an IRI.
        kinds: the kinds of node that it may name.

    Raises:
        UnknownName: nothing of those kinds has that name.
    """
    from kg.lookup import resolve
    from kg.refs import tasks_of

    if not what.strip():
        raise UnknownName(f"an empty {kinds[0]} filter names nothing; leave it out instead.")
    if what.startswith(BASE) and (rows := tasks_of(opened.graph, what)):
        return frozenset(row.task for row in rows)  # as a menu hands it over: no name to look up
    node = resolve(opened.graph, what, kinds=kinds)
    return frozenset(row.task for row in tasks_of(opened.graph, node.iri))


def _in_time(opened: Opened, task: TaskAnswer, filters: Filters) -> bool:
    tests: list[tuple[date | None, Callable[[date, date], bool]]] = [
        (filters.from_, lambda day, bound: day >= bound),
        (filters.to, lambda day, bound: day <= bound),
    ]
    if any(bound for bound, _ in tests):
        day = task.meeting_date or _issued(opened, task)
        if day is None or not all(bound is None or holds(day, bound) for bound, holds in tests):
            return False
    if filters.due_before is not None and not (task.due and task.due < filters.due_before):
        return False
    return filters.due_from is None or bool(task.due and task.due >= filters.due_from)


def _issued(opened: Opened, task: TaskAnswer) -> date | None:
    issued = opened.notices[task.notice].issued
    return issued.value if issued else None
