"""Tasks found, one work at a time: the wordings of a thread together, the newest first."""

from collections.abc import Iterable, Sequence
from datetime import date

from kg.fold import fold
from ui.answers import Group, TaskHit
from ui.opened import Opened

_SAME = 0.9
"""Share of words in common from which two wordings of one work are nearly the same."""


def groups(opened: Opened, hits: Sequence[TaskHit]) -> tuple[Group, ...]:
    """Return the hits by thread, in the order of each work's best hit.

    A wording that hardly differs from a newer one of the same work is folded into it.
    """
    home = opened.once(
        "thread of task", lambda: {iri: t for t in opened.threads for iri in t.tasks}
    )
    members: dict[str, list[TaskHit]] = {}
    for hit in hits:
        thread = home.get(hit.task)
        members.setdefault(thread.iri if thread else hit.task, []).append(hit)
    found = []
    for key, rows in members.items():
        thread = home.get(rows[0].task)
        newest = sorted(rows, key=_newest_first)
        kept, folded = _folded(newest)
        title = thread.title if thread else newest[0].text
        found.append(Group(key if thread else None, title, tuple(kept), tuple(folded)))
    return tuple(found)


def _folded(rows: Iterable[TaskHit]) -> tuple[list[TaskHit], list[TaskHit]]:
    kept: list[TaskHit] = []
    folded: list[TaskHit] = []
    seen: list[frozenset[str]] = []
    for row in rows:
        words = frozenset(fold(row.text).split())
        if any(len(words & other) >= _SAME * len(words | other) for other in seen):
            folded.append(row)
        else:
            kept.append(row)
            seen.append(words)
    return kept, folded


def _newest_first(hit: TaskHit) -> tuple[int, str, int]:
    return -(hit.meeting_date or date.min).toordinal(), hit.source, hit.start
