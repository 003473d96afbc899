"""What a state of a workspace answers: references, threads, what is due, choices."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import UnknownName
from ui.answers import (
    Choice,
    Choices,
    ContinuationAnswer,
    DueAnswer,
    RefsAnswer,
    TaskAnswer,
    ThreadAnswer,
)
from ui.filters import tasks_about
from ui.opened import Opened

if TYPE_CHECKING:
    from kg.threads import Thread

_COUNTS = """
SELECT ?node (SAMPLE(?name) AS ?label) (COUNT(DISTINCT ?task) AS ?tasks)
WHERE {{ ?task a cd:Task ; {property} ?node . ?node skos:prefLabel ?name }}
GROUP BY ?node ORDER BY DESC(?tasks) ?label
"""


def refs(opened: Opened, what: str) -> RefsAnswer:
    """Return what a node touches; see ``Workspace.refs``."""
    from kg.lookup import resolve
    from kg.refs import tasks_of

    if not what.strip():
        raise UnknownName("an empty name finds nothing: expected a document, project or unit.")
    node = resolve(opened.graph, what)
    tasks = [opened.tasks[row.task] for row in tasks_of(opened.graph, node.iri)]
    groups = grouped(opened, tasks)
    return RefsAnswer(what, node.iri, node.kind, node.label, len(tasks), groups)


def grouped(opened: Opened, tasks: Iterable[TaskAnswer]) -> tuple[ThreadAnswer, ...]:
    """Return the tasks by thread, a task in none by itself, the newest meeting first."""
    home = {iri: thread for thread in opened.threads for iri in thread.tasks}
    groups: dict[str, list[TaskAnswer]] = {}
    for task in tasks:
        thread = home.get(task.task)
        groups.setdefault(thread.iri if thread else task.task, []).append(task)
    answers = []
    for members in groups.values():
        thread = home.get(members[0].task)
        ordered = tuple(sorted(members, key=_newest_first))
        title = thread.title if thread else members[0].text
        links = _links(thread) if thread else ()
        answers.append(ThreadAnswer(thread.iri if thread else None, title, ordered, links))
    return tuple(sorted(answers, key=lambda group: _newest_first(group.tasks[0])))


def threads(opened: Opened) -> tuple[ThreadAnswer, ...]:
    """Return the works followed across meetings, the longest first, each by meeting."""
    found = [
        ThreadAnswer(
            thread=thread.iri,
            title=thread.title,
            tasks=tuple(sorted((opened.tasks[t] for t in thread.tasks), key=_oldest_first)),
            links=_links(thread),
        )
        for thread in opened.threads
        if len(thread.tasks) > 1
    ]
    return tuple(sorted(found, key=lambda t: (-len(t.tasks), t.title, t.thread or "")))


def due(opened: Opened, as_of: date, unit: str | None) -> tuple[DueAnswer, ...]:
    """Return how the threads stand; see ``Workspace.due``."""
    from kg.due import statuses

    kept = tasks_about(opened, unit, ("unit",)) if unit is not None else None
    notices = [opened.notices[iri] for iri in sorted(opened.notices)]
    return tuple(
        DueAnswer(
            thread=status.thread,
            title=status.title,
            status=status.status,
            due=status.due,
            slips=status.slips,
            last_seen=status.last_seen,
            dropped=status.dropped,
            tasks=tuple(opened.tasks[task] for task in status.tasks),
            slipped_days=status.slipped_days,
        )
        for status in statuses(notices, opened.threads, as_of)
        if kept is None or not kept.isdisjoint(status.tasks)
    )


def choices(opened: Opened) -> Choices:
    """Return what the workspace holds to filter by."""
    if not opened.tasks:
        return Choices()
    notices = tuple(
        Choice(n.notice, f"{n.number} ({n.source})" if n.number else n.source, n.tasks)
        for n in opened.notice_answers()
    )
    return Choices(
        units=_counted(opened, "cd:assignedTo"),
        documents=_counted(opened, "cd:cites"),
        projects=_counted(opened, "cd:concernsProject"),
        notices=notices,
    )


def _counted(opened: Opened, property: str) -> tuple[Choice, ...]:
    result = opened.graph.query(_COUNTS.format(property=property))
    found = []
    for node, label, tasks in result.rows:
        assert node is not None
        assert label is not None
        assert tasks is not None
        found.append(Choice(node.value, label.value, int(tasks.value)))
    return tuple(found)


def _links(thread: "Thread") -> tuple[ContinuationAnswer, ...]:
    return tuple(
        ContinuationAnswer(
            later=link.later,
            earlier=link.earlier,
            probability=float(link.probability),
            shared=tuple(link.shared),
            changed=tuple(link.changed),
        )
        for link in thread.links
    )


def _oldest_first(task: TaskAnswer) -> tuple[date, str, int]:
    return (task.meeting_date or date.min, task.source, task.start)


def _newest_first(task: TaskAnswer) -> tuple[int, str, int]:
    day = task.meeting_date or date.min
    return (-day.toordinal(), task.source, task.start)
