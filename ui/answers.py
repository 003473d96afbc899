"""The records that a workspace answers with, and their JSON form.

``to_json`` turns any of them into plain values: dates become ISO days, tuples lists. The keys are
the contract that scripts rely on, so a field may be added here and none renamed.
"""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal

Step = Literal["read", "graph", "index", "save"]
Sort = Literal["relevance", "due", "meeting"]
Status = Literal["open", "overdue", "done", "no-deadline"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; None leaves a side open.

    ``unit``, ``document``, ``project`` and ``place`` are names in any usual writing, or IRIs.
    ``from_`` and ``to`` bound the day of the meeting (of issue, where the meeting's is unknown),
    both included; ``due_before`` keeps the tasks due on an earlier day, ``due_from`` those due on
    it or later; ``status`` is overdue, open, done, no-deadline, dropped or slipped, judged today.
    """

    unit: str | None = None
    from_: date | None = None
    to: date | None = None
    document: str | None = None
    project: str | None = None
    due_before: date | None = None
    place: str | None = None
    status: str | None = None
    due_from: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come within one step; ``total`` is 0 while unknown."""

    done: int
    total: int
    source: str
    step: Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its name, the notice it holds (None: not read), and why."""

    source: str
    reason: str = ""
    notice: str | None = None
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did with each file handed to it."""

    read: tuple[Outcome, ...] = ()
    """New to the workspace."""
    unchanged: tuple[Outcome, ...] = ()
    replaced: tuple[Outcome, ...] = ()
    """Notices that were there and now read otherwise."""
    failed: tuple[Outcome, ...] = ()
    broken: tuple[Outcome, ...] = ()
    """What in the notices newly read does not hold to the shapes (``ontologies/shapes.ttl``)."""


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """One task as every answer shows it."""

    task: str
    """Its IRI."""
    text: str
    source: str
    """Name of the file that its notice was read from."""
    notice: str
    """IRI of its notice."""
    meeting_date: date | None
    assignees: tuple[str, ...]
    """Full names where known; ``*`` for every unit."""
    due: date | None
    label: str | None
    section: str | None
    start: int
    """Offsets of ``text`` in the text of the notice."""
    end: int


@dataclass(frozen=True, slots=True)
class TaskHit:
    """One task found by a search, with how well it fits (0..1) and why."""

    task: str
    text: str
    source: str
    notice: str
    meeting_date: date | None
    assignees: tuple[str, ...]
    due: date | None
    score: float
    relevance: float
    why: tuple[str, ...]
    label: str | None
    section: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chip:
    """One constraint that was read out of a query and may be taken off again.

    ``kind`` is unit, document, project, place, person, due, meeting, period (due or met then),
    status (overdue, open, done, no-deadline, dropped, slipped), phrase or not.
    """

    kind: str
    value: str
    """An IRI, a status, words, or days as ``2021-04-01/2021-06-30``, an open side empty."""
    label: str
    text: str
    """The words of the query, which stand at ``start`` to ``end`` of it."""
    start: int
    end: int
    key: str
    """What ``without`` takes."""
    tasks: int
    """How many tasks of the workspace satisfy it; a document that none cites narrows nothing."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the tasks found: (value, label, how many have it), the most first.

    ``kind`` is unit, meeting (a day), document, project, place, status or month (of the deadline).
    """

    kind: str
    values: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one work, newest wording first; ``thread`` is None for a task in no thread."""

    thread: str | None
    title: str
    hits: tuple[TaskHit, ...]
    folded: tuple[TaskHit, ...] = ()
    """Hits whose words are nearly those of a newer one above."""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The hits of one query, best first; ``total`` counts them."""

    query: str
    total: int
    hits: tuple[TaskHit, ...]
    perhaps: tuple[TaskHit, ...] = ()
    """Where everything was asked for: tasks that may belong to it and were left out."""
    missed: float | None = None
    """Expected number of relevant tasks left out, None where not everything was asked for."""
    understood: tuple[Chip, ...] = ()
    words: str = ""
    """What was searched for beside the constraints; empty where there was nothing else."""
    added: tuple[str, ...] = ()
    """What the glossary added to the words: "mining closure → đóng cửa mỏ"."""
    facets: tuple[Facet, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """A search that is kept: how many tasks it finds, and those new since it was looked at."""

    name: str
    query: str
    total: int
    new: tuple[TaskHit, ...] = ()


@dataclass(frozen=True, slots=True)
class ContinuationAnswer:
    """One step of a thread: which task goes on from which, how surely (0..1), on what grounds."""

    later: str
    earlier: str
    probability: float
    shared: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadAnswer:
    """One work followed across meetings; ``thread`` is None for a task in no thread."""

    thread: str | None
    title: str
    tasks: tuple[TaskAnswer, ...]
    links: tuple[ContinuationAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """How one thread stands on the day asked for."""

    thread: str
    title: str
    status: Status
    due: date | None
    slips: int
    last_seen: date | None
    dropped: bool
    tasks: tuple[TaskAnswer, ...]
    slipped_days: int = 0
    """By how many days the deadline was moved later, all slips together."""


@dataclass(frozen=True, slots=True)
class RefsAnswer:
    """A document, project, unit ... and the tasks that touch it, by thread and meeting."""

    query: str
    iri: str
    kind: str
    label: str
    total: int
    threads: tuple[ThreadAnswer, ...]


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """One notice of the workspace as its list shows it."""

    notice: str
    source: str
    number: str | None
    issuer: str | None
    issued: date | None
    title: str | None
    meeting_date: date | None
    tasks: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter may take, and the number of tasks that it keeps."""

    iri: str
    label: str
    tasks: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the workspace holds to filter by, the most used first (notices: the newest first)."""

    units: tuple[Choice, ...] = ()
    documents: tuple[Choice, ...] = ()
    projects: tuple[Choice, ...] = ()
    notices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that ``doctor`` looked at."""

    name: str
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """Whether originals, notices, graph and index of a workspace agree."""

    checks: tuple[Check, ...]
    fixed: bool = False

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(check.ok for check in self.checks)


def to_json(value: object) -> Any:
    """Return any record of this module, or a tuple of them, as plain JSON values."""
    if is_dataclass(value):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
