"""From a document, unit, project or any other node to the tasks that it touches."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kg.errors import QueryError
from kg.query import Term
from kg.records import EVERY_UNIT
from kg.store import GraphStore

TOUCHES = (
    "cd:assignedTo", "cd:coordinatedWith", "cd:cites", "cd:concernsProject", "cd:concernsPerson",
    "cd:concernsPlace", "cd:inThread", "cd:statedIn", "cd:statedIn/cd:concludes",
)  # fmt: skip
"""The ways from a task to what it touches."""

_TOUCHED = "SELECT DISTINCT ?task WHERE {{ ?task a cd:Task ; {path} <{iri}> }}"
_ROWS = """
SELECT ?task ?text ?source ?notice ?met ?label ?position (MAX(?day) AS ?due) (SAMPLE(?t) AS ?thread)
WHERE {{
  {values}
  ?task a cd:Task ; cd:statedIn ?notice ; cd:text ?text ; cd:position ?position .
  ?notice cd:source ?source .
  OPTIONAL {{ ?notice cd:concludes/cd:meetingDate ?met }}
  OPTIONAL {{ ?task cd:label ?label }}
  OPTIONAL {{ ?task cd:due ?day }}
  OPTIONAL {{ ?task cd:inThread ?t }}
}} GROUP BY ?task ?text ?source ?notice ?met ?label ?position
"""
_ASSIGNEES = """
SELECT ?task ?name ?every WHERE {{
  {values}
  ?task a cd:Task ; cd:assignedTo ?unit . ?unit skos:prefLabel ?name .
  BIND(EXISTS {{ ?unit a cd:EveryUnit }} AS ?every)
}} ORDER BY ?task ?name
"""
_MOST_ROWS = 10_000_000


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as the graph has it."""

    task: str
    text: str
    source: str
    notice: str
    meeting_date: date | None
    assignees: tuple[str, ...]
    """Preferred names; ``*`` for every unit."""
    due: date | None
    """The latest of its due days."""
    label: str | None
    thread: str | None


def tasks_of(store: GraphStore, iri: str) -> list[TaskRow]:
    """Return the tasks that a node touches, the newest meeting first, else as in the notice.

    Args:
        store: the graph.
        iri: of a document, unit, project, person, place, notice, meeting or thread.
    """
    path = "|".join(TOUCHES)
    found = store.query(
        _TOUCHED.format(path=f"({path})", iri=checked_iri(iri)), timeout=None, max_rows=_MOST_ROWS
    )
    rows = _rows(store, [row[0].value for row in found.rows if row[0]])
    rows.sort(key=lambda pair: (_newest_first(pair[0].meeting_date), pair[0].notice, pair[1]))
    return [row for row, _ in rows]


def task_rows(store: GraphStore, iris: Collection[str] | None = None) -> dict[str, TaskRow]:
    """Return tasks by IRI; all of them where none are named."""
    return {row.task: row for row, _ in _rows(store, iris)}


def _rows(store: GraphStore, iris: Collection[str] | None) -> list[tuple[TaskRow, int]]:
    """Return rows with the task's position in its notice."""
    if iris is not None and not iris:
        return []
    values = ""
    if iris is not None:
        values = (
            "VALUES ?task { " + " ".join(f"<{checked_iri(iri)}>" for iri in sorted(iris)) + " }"
        )
    assignees: dict[str, list[str]] = {}
    found = store.query(_ASSIGNEES.format(values=values), timeout=None, max_rows=_MOST_ROWS)
    for task, name, every in found.rows:
        if task and name and every:
            words = EVERY_UNIT if every.value == "true" else name.value
            assignees.setdefault(task.value, []).append(words)
    found = store.query(_ROWS.format(values=values), timeout=None, max_rows=_MOST_ROWS)
    return [_row(row, assignees) for row in found.rows]


def _row(row: tuple[Term | None, ...], assignees: dict[str, list[str]]) -> tuple[TaskRow, int]:
    task, text, source, notice, met, label, position, due, thread = (
        term.value if term else None for term in row
    )
    assert task is not None
    assert text is not None
    assert source is not None
    assert notice is not None
    found = TaskRow(
        task=task,
        text=text,
        source=source,
        notice=notice,
        meeting_date=date.fromisoformat(met) if met else None,
        assignees=tuple(assignees.get(task, ())),
        due=date.fromisoformat(due) if due else None,
        label=label,
        thread=thread,
    )
    return found, int(position or 0)


def checked_iri(iri: str) -> str:
    """Return the IRI; one that could end its brackets early is no IRI."""
    if any(char in '<>"{}|^`\\' or char <= " " for char in iri):
        raise QueryError(f"expected an IRI, got {iri!r}")
    return iri


def _newest_first(day: date | None) -> int:
    return -(day or date.min).toordinal()
