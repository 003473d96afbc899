"""One state of a workspace, opened: its parts, loaded when first asked for."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from kg.errors import UnknownName, WorkspaceError, WrongModel
from kg.ids import task_iris
from kg.records import Notice, Task
from ui.answers import NoticeAnswer, TaskAnswer
from ui.encoding import SharedEncoder
from ui.state import EMPTY, GRAPH, INDEX, NOTICES, THREADS, Held

if TYPE_CHECKING:
    from kg.store import GraphStore
    from kg.threads import Thread
    from search import Encoder, Passage, SearchIndex

T = TypeVar("T")


class Opened:
    """The parts of one state. Safe to share by threads; each part is loaded once."""

    def __init__(self, held: Held, encoder: SharedEncoder) -> None:
        self.held = held
        self.encoder = encoder
        self._loaded: dict[str, object] = {}
        self._loading = threading.RLock()

    @classmethod
    def empty(cls, encoder: SharedEncoder) -> "Opened":
        """Return a state without notices, on no disk."""
        return cls(Held(None, EMPTY, None), encoder)

    def once(self, name: str, load: Callable[[], T]) -> T:
        """Return what ``load`` returned at the first call of that name."""
        if name not in self._loaded:
            with self._loading:
                if name not in self._loaded:
                    self._loaded[name] = load()
        return self._loaded[name]  # type: ignore[return-value]

    @property
    def notices(self) -> dict[str, Notice]:
        """Every notice by IRI."""
        return self.once("notices", self._load_notices)

    @property
    def tasks(self) -> dict[str, TaskAnswer]:
        """Every task by IRI."""
        return self.once("tasks", self._load_tasks)

    @property
    def threads(self) -> "tuple[Thread, ...]":
        """The threads across the notices."""
        return self.once("threads", self._load_threads)

    @property
    def graph(self) -> "GraphStore":
        """The triples, read-only."""
        return self.once("graph", self._load_graph)

    @property
    def index(self) -> "SearchIndex":
        """The search index, for what needs no model.

        Raises:
            WorkspaceError: the state has none, having no task.
        """
        return self.once("index", lambda: self._load_index(self.encoder.loaded))

    @property
    def searcher(self) -> "SearchIndex":
        """The search index with the model loaded.

        Raises:
            WrongModel: another model made the index.
        """
        with way_out_of_wrong_model():
            return self.once("searcher", lambda: self._load_index(self.encoder.get()))

    @property
    def has_index(self) -> bool:
        """Whether there is anything to search."""
        return self.held.path(INDEX) is not None

    def notice_answers(self) -> tuple[NoticeAnswer, ...]:
        """Return the notices, the newest meeting first."""
        return self.once("notice answers", self._load_notice_answers)

    def _load_notices(self) -> dict[str, Notice]:
        from kg.wire import notice_from_json

        if self.held.folder is None:
            return {}
        notices = {}
        for entry in self.held.meta.entries:
            path = self.held.folder / NOTICES / entry.record
            try:
                notices[entry.iri] = notice_from_json(json.loads(path.read_bytes()))
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise WorkspaceError(
                    f"the record of {entry.source} cannot be read ({error}). "
                    "`chidao doctor --fix` rebuilds the workspace from its originals."
                ) from error
        return notices

    def _load_tasks(self) -> dict[str, TaskAnswer]:
        found = {}
        for iri, notice in self.notices.items():
            meeting = notice.meeting_date.value if notice.meeting_date else None
            for task_iri, task in zip(task_iris(notice), notice.tasks, strict=True):
                found[task_iri] = TaskAnswer(
                    task=task_iri,
                    text=task.text,
                    source=notice.source,
                    notice=iri,
                    meeting_date=meeting,
                    assignees=_assignees(task),
                    due=due_of(task),
                    label=task.label,
                    section=task.section,
                    start=task.start,
                    end=task.end,
                )
        return found

    def _load_threads(self) -> "tuple[Thread, ...]":
        from ui.thread_records import threads_from_json

        path = self.held.path(THREADS)
        if path is None:
            return ()
        try:
            return threads_from_json(json.loads(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WorkspaceError(
                f"{path} cannot be read ({error}). "
                "`chidao doctor --fix` rebuilds the workspace from its originals."
            ) from error

    def _load_graph(self) -> "GraphStore":
        from kg.store import GraphStore

        path = self.held.path(GRAPH)
        return GraphStore.create() if path is None else GraphStore.open(path, read_only=True)

    def _load_index(self, encoder: "Encoder | None") -> "SearchIndex":
        from search import SearchIndex

        path = self.held.path(INDEX)
        if path is None:
            raise WorkspaceError("the workspace is empty; `chidao ingest PATH` reads notices.")
        return SearchIndex.load(path, encoder=encoder)

    def _load_notice_answers(self) -> tuple[NoticeAnswer, ...]:
        listed = [describe(iri, notice) for iri, notice in self.notices.items()]
        return tuple(
            sorted(
                listed,
                key=lambda n: (n.meeting_date or n.issued or date.min, n.source),
                reverse=True,
            )
        )


@contextmanager
def way_out_of_wrong_model() -> Iterator[None]:
    """Tell whoever meets the index of another model what the workspace can do about it."""
    try:
        yield
    except WrongModel as error:
        raise WrongModel(
            f"{error}. `chidao doctor --fix` makes the index anew with the one in use."
        ) from error


def describe(iri: str, notice: Notice) -> NoticeAnswer:
    """Return a notice as the list of notices shows it."""
    return NoticeAnswer(
        notice=iri,
        source=notice.source,
        number=notice.number.value if notice.number else None,
        issuer=notice.issuer.value if notice.issuer else None,
        issued=notice.issued.value if notice.issued else None,
        title=notice.title.value if notice.title else None,
        meeting_date=notice.meeting_date.value if notice.meeting_date else None,
        tasks=len(notice.tasks),
        warnings=len(notice.warnings),
    )


def notice_named(opened: Opened, what: str) -> NoticeAnswer:
    """Return the one notice of that IRI, number or file name.

    Raises:
        UnknownName: there is none, or more than one.
    """
    from kg.fold import fold

    listed = opened.notice_answers()
    wanted = fold(what)
    found = [
        n
        for n in listed
        if n.notice == what or fold(n.source) == wanted or (n.number and fold(n.number) == wanted)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownName(
            f"{len(found)} notices go by {what!r}: name one by its IRI, "
            f"{' or '.join(n.notice for n in found)}."
        )
    there = ", ".join(n.source for n in listed[:5]) or "none"
    raise UnknownName(
        f"no notice {what!r}: expected its IRI, number or file name. There are: {there}"
        + (f" and {len(listed) - 5} more." if len(listed) > 5 else ".")
    )


def passages(notice: Notice) -> "list[Passage]":
    """Return what the index holds of a notice: the words of each task.

    The unit's heading is left out, and its name within the words is no subject: it says
    "minerals" of a hundred tasks that are not about them. A filter finds its tasks exactly.
    """
    from search import Passage

    iris = task_iris(notice)
    return [
        Passage(iri, t.text, without_units(t)) for iri, t in zip(iris, notice.tasks, strict=True)
    ]


def without_units(task: Task) -> str | None:
    """Return the words of a task without the names of those who do it; None where all stay."""
    text, end = "", 0
    for mention in sorted((*task.assignees, *task.coordinators), key=lambda m: m.start):
        start = mention.start - task.start
        if end <= start < mention.end - task.start <= len(task.text):
            text += task.text[end:start] + "…"
            end = mention.end - task.start
    return text + task.text[end:] if end else None


def due_of(task: Task) -> date | None:
    """Return the day that decides whether a task is late: the latest of its due days."""
    return max((d.due for d in task.deadlines if d.due), default=None)


def _assignees(task: Task) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.canonical or m.name for m in task.assignees))
