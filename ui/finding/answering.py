"""Searching a state: constraints from the query and the filters, hits from the index."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import QueryError
from ui.answers import Chip, Filters, SearchAnswer, Sort, TaskAnswer, TaskHit
from ui.filters import tasks_kept
from ui.finding.constraints import names_of, newest_day, tasks_meeting
from ui.finding.facets import facets
from ui.finding.groups import groups
from ui.finding.understand import Constraint, Understood, understand
from ui.opened import Opened

if TYPE_CHECKING:
    from search import Hit
    from search.kin import Works

_LONGEST_QUERY = 4_000
"""Characters: twice what the encoder reads of a text; beyond it, words would count for nothing."""
_LONGEST_UNDERSTOOD = 400
"""Characters of a query that constraints are looked for in: more is a pasted text, whose dates and
names are not meant to narrow anything."""


def search(
    opened: Opened,
    query: str,
    filters: Filters,
    *,
    limit: int | None = 10,
    everything: bool = False,
    without: Collection[str] = (),
    expand: bool = True,
    raw: bool = False,
    as_of: date | None = None,
    sort: Sort = "relevance",
) -> SearchAnswer:
    """Find tasks; see ``Workspace.search``."""
    if len(query) > _LONGEST_QUERY:
        raise QueryError(
            f"a query may have {_LONGEST_QUERY:,} characters and this one has {len(query):,}: "
            "name what you look for in a sentence or two."
        )
    among = tasks_kept(opened, filters)
    if not opened.has_index or not query.strip():
        return SearchAnswer(query, 0, ())
    today = as_of or date.today()
    asked = Understood((), ((query.strip(),),))
    if not raw and len(query) <= _LONGEST_UNDERSTOOD:
        asked = understand(
            query,
            names_of(opened),
            today=today,
            reference=newest_day(opened, today),
            without=without,
        )
    chips, among = _narrow(opened, asked.constraints, among, today)
    words = asked.words or _unheld(chips)
    if among == frozenset():
        return SearchAnswer(query, 0, (), missed=0.0 if everything else None, understood=chips)
    if words:
        answer = opened.searcher.answer(
            words, limit=limit, complete=everything, among=among, expand=expand,
            works=_works(opened),
        )  # fmt: skip
        hits, perhaps = _hits(opened, answer.hits), _hits(opened, answer.perhaps)
        missed, added = answer.missed, answer.added
    else:
        hits, perhaps, missed, added = _listed(opened, among, chips), (), 0.0, ()
        hits = hits if everything else hits[:limit]
    hits = _sorted(hits, sort)
    return SearchAnswer(
        query,
        len(hits),
        hits,
        perhaps=perhaps,
        missed=missed if everything else None,
        understood=chips,
        words=" OR ".join(" AND ".join(group) for group in words),
        added=added,
        facets=facets(opened, hits, today),
        groups=groups(opened, hits),
    )


def _narrow(
    opened: Opened,
    constraints: Iterable[Constraint],
    among: frozenset[str] | None,
    today: date,
) -> tuple[tuple[Chip, ...], frozenset[str] | None]:
    """Apply the constraints; a document that no task cites is a wish that narrows nothing."""
    chips = []
    for one in constraints:
        meeting = tasks_meeting(opened, one, as_of=today)
        chips.append(
            Chip(
                one.kind, one.value, one.label, one.text, one.start, one.end, one.key, len(meeting)
            )
        )
        if one.kind == "not":
            among = (frozenset(opened.tasks) if among is None else among) - meeting
        elif meeting or one.kind != "document":
            among = meeting if among is None else among & meeting
    return tuple(chips), among


def _works(opened: Opened) -> "Works":
    """Return which tasks are one work: those of a thread."""
    from search.kin import works_of

    def load() -> "Works":
        thread = {iri: thread.iri for thread in opened.threads for iri in thread.tasks}
        return works_of(opened.searcher.ids, thread)

    return opened.once("works", load)


def _unheld(chips: Sequence[Chip]) -> tuple[tuple[str, ...], ...]:
    """Return the numbers of documents that none cites, as words to look for."""
    words = [chip.text for chip in chips if chip.kind == "document" and not chip.tasks]
    return ((" ".join(words),),) if words else ()


def _sorted(hits: tuple[TaskHit, ...], sort: Sort) -> tuple[TaskHit, ...]:
    if sort == "due":
        return tuple(sorted(hits, key=lambda hit: hit.due or date.max))
    if sort == "meeting":
        return tuple(sorted(hits, key=lambda hit: hit.meeting_date or date.min, reverse=True))
    return hits


def _listed(
    opened: Opened, among: frozenset[str] | None, chips: Sequence[Chip]
) -> tuple[TaskHit, ...]:
    """Return tasks that satisfy the constraints, where nothing else was asked: newest first."""
    tasks = [opened.tasks[iri] for iri in (opened.tasks if among is None else among)]
    why = tuple(f"{chip.kind}: {chip.label}" for chip in chips if chip.kind != "not")
    return tuple(_hit(t, 1.0, 1.0, why) for t in sorted(tasks, key=_newest_first))


def _hits(opened: Opened, found: "Iterable[Hit]") -> tuple[TaskHit, ...]:
    return tuple(_hit(opened.tasks[h.id], h.score, h.relevance, h.why) for h in found)


def _hit(task: TaskAnswer, score: float, relevance: float, why: tuple[str, ...]) -> TaskHit:
    return TaskHit(
        task=task.task,
        text=task.text,
        source=task.source,
        notice=task.notice,
        meeting_date=task.meeting_date,
        assignees=task.assignees,
        due=task.due,
        score=score,
        relevance=relevance,
        why=why,
        label=task.label,
        section=task.section,
        start=task.start,
        end=task.end,
    )


def _newest_first(task: TaskAnswer) -> tuple[int, str, int]:
    return -(task.meeting_date or date.min).toordinal(), task.source, task.start
