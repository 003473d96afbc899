"""What the tasks found may be narrowed by, with how many each value keeps."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ui.answers import Facet, TaskHit
from ui.finding.constraints import status_of
from ui.opened import Opened

if TYPE_CHECKING:
    from kg.query import Term

_KINDS = {
    "assignedTo": "unit",
    "cites": "document",
    "concernsProject": "project",
    "concernsPlace": "place",
}
_LINKS = """
SELECT ?task ?way ?node ?label WHERE {{
  VALUES ?way {{ cd:assignedTo cd:cites cd:concernsProject cd:concernsPlace }}
  VALUES ?task {{ {tasks} }}
  ?task ?way ?node . ?node skos:prefLabel ?label
}}
"""
_MOST = 12
"""Values shown of one kind; who wants others types them."""
_MOST_ROWS = 1_000_000


def facets(opened: Opened, hits: Sequence[TaskHit], as_of: date) -> tuple[Facet, ...]:
    """Return the facets of some hits, each value with the number of hits that have it."""
    if not hits:
        return ()
    counts: dict[str, Counter[tuple[str, str]]] = {
        kind: Counter()
        for kind in ("unit", "meeting", "document", "project", "place", "status", "month")
    }
    tasks = " ".join(f"<{hit.task}>" for hit in hits)
    rows = opened.graph.query(_LINKS.format(tasks=tasks), timeout=None, max_rows=_MOST_ROWS).rows
    for way, pair in {_link(row) for row in rows}:
        counts[_KINDS[way]][pair[1:]] += 1
    for hit in hits:
        if hit.meeting_date:
            counts["meeting"][hit.meeting_date.isoformat(), hit.meeting_date.isoformat()] += 1
        if hit.due:
            counts["month"][f"{hit.due:%Y-%m}", f"{hit.due:%Y-%m}"] += 1
        if status := status_of(opened, hit.task, as_of):
            counts["status"][status, status] += 1
    return tuple(
        Facet(kind, tuple((value, label, number) for (value, label), number in _ordered(counted)))
        for kind, counted in counts.items()
        if counted
    )


def _link(row: "tuple[Term | None, ...]") -> tuple[str, tuple[str, str, str]]:
    task, way, node, label = row
    assert task is not None
    assert way is not None
    assert node is not None
    assert label is not None
    return way.value.rsplit("#", 1)[-1], (task.value, node.value, label.value)


def _ordered(counted: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    """The most frequent, then by name; a node with several labels counts under the first."""
    return sorted(counted.items(), key=lambda item: (-item[1], item[0][1]))[:_MOST]
