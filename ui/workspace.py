"""The workspace: one folder where reading, graph and search meet.

A ``Workspace`` reads the current state of the folder and may be shared by threads; its writing
methods build the next state under the folder's lock (``ui.committing``) and move on to it.
"""

import threading
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UnknownName, WorkspaceError
from kg.records import Notice
from ui import answers, asking, reading
from ui.answers import Filters, Progress
from ui.encoding import SharedEncoder
from ui.opened import Opened, notice_named
from ui.state import ORIGINALS, current_name, open_current
from ui.statements import authority, decisions
from ui.tables import tables

if TYPE_CHECKING:
    from kg.dataset import Dataset
    from kg.decisions import Decision
    from kg.identity import Question
    from kg.lookup import Node
    from kg.query import QueryResult
    from kg.walks import Central, Community, Step
    from search import Encoder
    from ui.meetings import MeetingAnswer

OnProgress = Callable[[Progress], None]


class Workspace:
    """A folder of notices, read as of its current state."""

    def __init__(self, folder: Path, opened: Opened, encoder: SharedEncoder) -> None:
        self.folder = folder
        self._opened = opened
        self._encoder = encoder
        self._switching = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, encoder: "Encoder | None" = None) -> "Workspace":
        """Open the workspace in a folder; an absent folder is an empty workspace.

        Args:
            folder: the workspace folder.
            encoder: turns text into vectors; None: the configured model, loaded at first need.

        Raises:
            WorkspaceError: the folder is no workspace, is damaged, or has another format.
        """
        shared = SharedEncoder(encoder)
        return cls(folder, Opened(open_current(folder), shared), shared)

    def reload_if_changed(self) -> bool:
        """Move on to the current state, return whether it is another one.

        Answers in progress finish on the state they began with.
        """
        with self._switching:
            if current_name(self.folder) == self._opened.held.name:
                return False
            self._opened = Opened(open_current(self.folder), self._encoder)
            return True

    # Writing

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        progress: OnProgress | None = None,
        jobs: int | None = None,
    ) -> answers.IngestReport:
        """Read files, and folders of files, into the workspace; what is there already stays.

        A file that cannot be read is reported and the rest goes on. When nothing is new, nothing
        is written. What comes out does not depend on ``jobs``, the processes that read; None:
        one for each processor once there are more than a few files.

        Raises:
            Locked: another process is writing.
            WorkspaceError: the folder cannot be used or written.
            WrongModel: the index was made by another embedding model.
        """
        from ui.writing import ingest

        sources = reading.sources_in(paths)
        report = ingest(self.folder, sources, self._encoder, progress, jobs=jobs)
        self.reload_if_changed()
        return report

    def preview(self, data: bytes, name: str) -> Notice:
        """Read a notice without keeping it.

        Raises:
            ReadError: it cannot be read as a notice.
        """
        return reading.read(reading.Source(name, data=data)).notice

    def add(
        self, data: bytes, name: str, progress: OnProgress | None = None
    ) -> answers.IngestReport:
        """Ingest one file, or an archive of files, handed over as bytes under its name."""
        return self.add_files([(name, data)], progress)

    def add_files(
        self, files: Sequence[tuple[str, bytes]], progress: OnProgress | None = None
    ) -> answers.IngestReport:
        """Ingest files, or archives of them, handed over as names and bytes, in one go."""
        from ui.writing import ingest

        handed = (reading.Source(name, data=data) for name, data in files)
        sources = [one for source in handed for one in reading.expanded(source)]
        report = ingest(self.folder, sources, self._encoder, progress)
        self.reload_if_changed()
        return report

    def remove(self, what: str) -> answers.NoticeAnswer:
        """Take a notice out again, its original too; return what it was.

        Args:
            what: the notice's IRI, its number or the name of its file.

        Raises:
            UnknownName: no notice, or more than one, goes by that name.
        """
        from ui.writing import remove

        self.reload_if_changed()
        found = notice_named(self._opened, what)
        remove(self.folder, found.notice, self._encoder)
        self.reload_if_changed()
        return found

    def decide(
        self, verdict: str, what: Sequence[str], *, by: str, text: str | None = None
    ) -> "Decision":
        """Keep a person's word on threads or things; it outweighs what was found from then on.

        Args:
            verdict: one of ``kg.decisions.VERDICTS`` but ``undo``.
            what: tasks, threads or things, by IRI or name.
            by: who decides.
            text: the new name of a ``rename``, else a remark.

        Raises:
            UnknownName: nothing, or more than one thing, goes by a name.
            Undecidable: the verdict does not fit what it is about.
        """
        from ui.deciding import decision_on
        from ui.writing import decide

        self.reload_if_changed()
        decision = decision_on(self._opened, verdict, what, by=by, text=text)
        decide(self.folder, decision, self._encoder)
        self.reload_if_changed()
        return decision

    def undo(self, decision: str, *, by: str) -> "Decision":
        """Make a decision hold no more; what was found counts again.

        Raises:
            UnknownName: no decision that holds has that IRI, or ends so.
        """
        from ui.deciding import undoing
        from ui.writing import decide

        found = undoing(self.decisions(), decision, by=by)
        decide(self.folder, found, self._encoder)
        self.reload_if_changed()
        return found

    def decisions(self) -> "list[Decision]":
        """Return what people decided, the oldest first."""
        return decisions(self.folder)

    def questions(self) -> "tuple[Question, ...]":
        """Return the names that may mean several things."""
        from kg.decisions import rulings
        from kg.identity import resolve

        notices = self._opened.notices.values()
        held = rulings(self.decisions(), notices)
        return resolve(notices, decided=held, authority=authority(self.folder)).questions

    def doctor(self, fix: bool = False) -> answers.DoctorReport:
        """Check that originals, notices, graph and index agree; rebuild them where asked."""
        from ui.doctor import examine

        report = examine(self.folder, self._encoder, fix=fix)
        self.reload_if_changed()
        return report

    @staticmethod
    def doctor_of(
        folder: Path, *, encoder: "Encoder | None" = None, fix: bool = False
    ) -> answers.DoctorReport:
        """Check a workspace that may be too damaged to open.

        Raises:
            WrongVersion: another format wrote the folder.
        """
        from ui.doctor import examine

        return examine(folder, SharedEncoder(encoder), fix=fix)

    # Asking

    def search(
        self,
        query: str,
        filters: Filters = Filters(),  # noqa: B008 - immutable
        *,
        limit: int | None = 10,
        everything: bool = False,
        without: Collection[str] = (),
        expand: bool = True,
        raw: bool = False,
        as_of: date | None = None,
        sort: answers.Sort = "relevance",
    ) -> answers.SearchAnswer:
        """Find tasks by meaning and words, best first.

        Numbers, names, days, statuses and operators of the query constrain the tasks; the rest
        of its words are looked for. A query of constraints alone lists all that satisfy them.

        Args:
            query: Vietnamese, with or without marks, or English.
            filters: what the tasks must satisfy.
            limit: the most hits to return; None for all.
            everything: return every relevant task and none else; ``limit`` does not count then.
            without: keys of chips (``SearchAnswer.understood``) that are not meant as constraints.
            expand: let the glossary add terms.
            raw: take every word of the query as it stands, constraining nothing.
            as_of: the day on which "overdue" is judged and "this month" begins; None: today.
            sort: order of the hits found: ``relevance``, ``due`` (the next deadline first, those
                without last) or ``meeting`` (the newest first).

        Raises:
            UnknownName: a filter names what the workspace does not hold.
            QueryError: the query is too long.
            WrongModel: the index was made by another embedding model.
        """
        from ui.finding.answering import search

        return search(
            self._opened,
            query,
            filters,
            limit=limit,
            everything=everything,
            without=without,
            expand=expand,
            raw=raw,
            as_of=as_of,
            sort=sort,
        )

    def save_search(self, name: str, query: str) -> answers.SavedAnswer:
        """Keep a search; what it finds now counts as seen.

        Raises:
            UnknownName: name or query is empty, or the name too long.
        """
        from ui.finding.saved import Saved, keep

        hits = self.search(query, everything=True).hits
        keep(self.folder, Saved(name, query, tuple(hit.task for hit in hits)))
        return answers.SavedAnswer(name.strip(), query, len(hits))

    def saved_searches(self) -> tuple[answers.SavedAnswer, ...]:
        """Return the searches that are kept, with what is new in each since it was kept."""
        from ui.finding.saved import saved

        found = []
        for one in saved(self.folder):
            hits = self.search(one.query, everything=True).hits
            new = tuple(hit for hit in hits if hit.task not in one.seen)
            found.append(answers.SavedAnswer(one.name, one.query, len(hits), new))
        return tuple(found)

    def forget_search(self, name: str) -> None:
        """Keep a search no longer.

        Raises:
            UnknownName: there is none of that name.
        """
        from ui.finding.saved import forget

        forget(self.folder, name)

    def refs(self, what: str) -> answers.RefsAnswer:
        """Return the tasks that a document, project, unit ... touches, by thread and meeting.

        Args:
            what: a name or number in any usual writing, or an IRI.

        Raises:
            UnknownName: nothing in the graph goes by that name.
        """
        return asking.refs(self._opened, what)

    def threads(self) -> tuple[answers.ThreadAnswer, ...]:
        """Return the works followed across meetings, the longest first."""
        return asking.threads(self._opened)

    def due(self, as_of: date, unit: str | None = None) -> tuple[answers.DueAnswer, ...]:
        """Return how every thread stands on a day, by the notices issued until then.

        Raises:
            UnknownName: no unit has that name.
        """
        return asking.due(self._opened, as_of, unit)

    def sparql(self, query: str, *, dataset: "Dataset | None" = None) -> "QueryResult":
        """Answer a read-only SPARQL query; ``cd:status`` and ``cd:relevance`` may be called.

        It is answered in a process of its own, which ends with its time.

        Args:
            query: SPARQL 1.1; the prefixes of ``kg.query.PREFIXES`` need no declaration.
            dataset: the graphs to ask; None for all.

        Raises:
            QueryError: it is malformed, not read-only or over its limits.
        """
        opened = self._opened
        return opened.graph.query(query, tables=tables(opened), dataset=dataset, isolate=True)

    def service_description(self, endpoint: str) -> str:
        """Return what the SPARQL endpoint at this address offers, as Turtle."""
        from kg.service import service_description

        return service_description(self._opened.graph, endpoint)

    def void(self, *, endpoint: str, dump: str) -> str:
        """Return what the data hold, as Turtle in the VoID vocabulary."""
        from kg.service import Counts, void_description

        opened = self._opened
        counts = opened.once("counts", lambda: Counts.of(opened.graph))
        return void_description(counts, endpoint=endpoint, dump=dump)

    def export(self, format: str) -> bytes:
        """Return the whole workspace in one file.

        Args:
            format: ``nq``, ``ttl`` or ``jsonld`` (the graph), ``csv`` or ``xlsx`` (a table of
                the tasks), ``ics`` (a calendar of the deadlines).

        Raises:
            UnknownName: there is no such format.
        """
        from ui.exports import FORMATS, export

        if format not in FORMATS:
            raise UnknownName(f"no export format {format!r}; there are {', '.join(FORMATS)}.")
        return export(self._opened, format)

    def choices(self) -> answers.Choices:
        """Return what there is to filter by, with the number of tasks of each."""
        return asking.choices(self._opened)

    def notices(self) -> tuple[answers.NoticeAnswer, ...]:
        """Return the notices of the workspace, the newest meeting first."""
        return self._opened.notice_answers()

    def notice(self, iri: str) -> Notice:
        """Return one notice.

        Raises:
            UnknownName: the workspace holds no notice of that IRI.
        """
        found = self._opened.notices.get(iri)
        if found is None:
            raise UnknownName(f"no notice {iri}; `chidao notices` lists them.")
        return found

    def original(self, iri: str) -> tuple[str, bytes]:
        """Return the name and the bytes of the file that a notice was read from.

        Raises:
            UnknownName: the workspace holds no notice of that IRI.
            WorkspaceError: the file is gone.
        """
        entry = next((one for one in self._opened.held.meta.entries if one.iri == iri), None)
        if entry is None:
            raise UnknownName(f"no notice {iri}; `chidao notices` lists them.")
        try:
            return entry.source.rpartition("/")[2], (
                self.folder / ORIGINALS / entry.original
            ).read_bytes()
        except OSError as error:
            raise WorkspaceError(
                f"the original of {entry.source} cannot be read ({error.strerror}); "
                "`chidao doctor` says what else is amiss."
            ) from error

    def meeting(self, iri: str) -> "MeetingAnswer":
        """Return what a notice changed against the one before it of the same issuer.

        Raises:
            UnknownName: the workspace holds no notice of that IRI.
        """
        from ui.meetings import meeting

        return meeting(self._opened, iri)

    def task(self, iri: str) -> answers.TaskAnswer:
        """Return one task.

        Raises:
            UnknownName: the workspace holds no task of that IRI.
        """
        found = self._opened.tasks.get(iri)
        if found is None:
            raise UnknownName(f"no task {iri} in this workspace.")
        return found

    def neighbourhood(self, iri: str, *, depth: int = 1, limit: int = 60) -> Any:
        """Return what surrounds a node, as a ``networkx.MultiDiGraph`` (``kg.paths``)."""
        from kg.paths import neighbourhood

        return neighbourhood(self._opened.graph, iri, depth=depth, limit=limit)

    def way(self, start: str, end: str) -> "tuple[Step, ...]":
        """Return the shortest way between two named things, each step with its sentence.

        Raises:
            UnknownName: a name is unknown or ambiguous, or nothing joins the two.
        """
        from kg.lookup import resolve
        from kg.walks import way

        opened = self._opened
        ends = resolve(opened.graph, start), resolve(opened.graph, end)
        return way(opened.graph, self._web(opened), *ends)

    def central(self, kind: str = "document", *, limit: int = 20) -> "list[Central]":
        """Return the documents, units or projects that join most others, the most central first."""
        from kg.walks import central

        return central(self._opened.graph, self._web(self._opened), kind=kind, limit=limit)

    def communities(self) -> "list[Community]":
        """Return groups of tasks that share documents, projects, places and threads."""
        from kg.walks import communities

        return communities(self._opened.graph, self._web(self._opened))

    @staticmethod
    def _web(opened: Opened) -> Any:
        from kg.walks import web

        return opened.once("web", lambda: web(opened.graph))

    def find(self, text: str, *, limit: int = 20) -> "list[Node]":
        """Return the nodes (``kg.lookup.Node``) whose names match a text, the nearest first."""
        from kg.lookup import find

        return find(self._opened.graph, text, limit=limit)

    def status_of(self, task: str, as_of: date) -> str | None:
        """Return how a task's work stands on a day: overdue, open, done or no-deadline."""
        from ui.finding.constraints import status_of

        return status_of(self._opened, task, as_of)

    def warm(self) -> None:
        """Load index and model now, so that the first search need not wait."""
        if self._opened.has_index:
            for query in ("khởi động máy", "khoi dong may", "start the machine"):
                self.search(query, limit=1)
