"""Building the next state of a workspace: what changes, and the parts that follow from it."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ChidaoError, MissingProgram, ReadError
from kg.ids import notice_iri
from kg.records import Notice
from ui.answers import IngestReport, Outcome, Progress, Step
from ui.encoding import SharedEncoder
from ui.opened import Opened, passages
from ui.parallel import Reading, read_all
from ui.reading import Content, Source, content_of, reader_fingerprint
from ui.state import (
    FORMAT,
    GRAPH,
    INDEX,
    NOTICES,
    ORIGINALS,
    THREADS,
    Entry,
    Meta,
    NextState,
    authority,
    basis_of,
    decisions,
    keep_decisions,
    keep_original,
    open_current,
    states,
    write_lock,
)
from ui.thread_records import threads_to_json

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.identity import Identity
    from kg.store import GraphStore
    from kg.terms import Quad
    from kg.threads import Thread
    from search import SearchIndex

_RESOLVED = "SELECT ?alias ?target WHERE { ?r cd:alias ?alias ; cd:resolvedTo ?target }"
_NAMING = """
SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {{ <{thing}> ?p ?o }} UNION {{ ?s ?q <{thing}> }} }} }}
"""

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found across all notices, and what people said of it."""

    threads: "Sequence[Thread]"
    decided: "Sequence[Decision]"
    identity: "Identity"


@dataclass(slots=True)
class _Plan:
    """The entries of the next state by IRI, and the notices newly read by name of record."""

    entries: dict[str, Entry]
    notices: dict[str, Notice]


def ingest(
    root: Path,
    sources: Sequence[Source],
    encoder: SharedEncoder,
    progress: OnProgress | None = None,
    *,
    jobs: int | None = None,
) -> IngestReport:
    """Bring the notices of the sources into the workspace; see ``Workspace.ingest``."""
    tell = progress or _silent
    with write_lock(root):
        before = Opened(open_current(root, older=True), encoder)
        known = {entry.sha256: entry for entry in before.held.meta.entries}
        was = {entry.iri: entry for entry in before.held.meta.entries}
        plan = _Plan(dict(was), {})
        done: list[tuple[Source, Entry | ChidaoError]] = []
        names = [*(source.name for source in sources), ""]
        tell(Progress(0, len(sources), names[0], "read"))
        for reading in read_all(sources, jobs=jobs, known=partial(_is_known, known)):
            done.append((reading.source, reading.error or _take(root, reading, plan, known)))
            tell(Progress(len(done), len(sources), names[len(done)], "read"))
        if plan.entries != was or is_stale(root, before.held.meta):
            _build(root, before, plan, encoder, tell)
        return _report(done, was, plan.entries)


def remove(root: Path, iri: str, encoder: SharedEncoder) -> None:
    """Take one notice out of the workspace."""
    with write_lock(root):
        before = Opened(open_current(root, older=True), encoder)
        entries = {e.iri: e for e in before.held.meta.entries if e.iri != iri}
        if len(entries) != len(before.held.meta.entries):
            _build(root, before, _Plan(entries, {}), encoder, _silent)


def decide(root: Path, decision: "Decision", encoder: SharedEncoder) -> None:
    """Keep a person's word and build the state that follows from it."""
    with write_lock(root):
        keep_decisions(root, [*decisions(root), decision])
        refresh(root, encoder)


def is_stale(root: Path, meta: Meta) -> bool:
    """Whether a state is of an older format, or from before decisions or authorities changed."""
    return bool(meta.entries) and (meta.format != FORMAT or meta.basis != basis_of(root))


def refresh(root: Path, encoder: SharedEncoder) -> None:
    """Build the state again from its own records; the caller holds the write lock."""
    before = Opened(open_current(root, older=True), encoder)
    entries = {entry.iri: entry for entry in before.held.meta.entries}
    _build(root, before, _Plan(entries, {}), encoder, _silent)


def rebuild(root: Path, entries: Iterable[Entry], encoder: SharedEncoder) -> list[tuple[str, str]]:
    """Build a state from originals alone; the caller holds the write lock.

    Where an original is gone, altered or no longer readable, its record is kept.

    Returns:
        name and reason of each file of which nothing could be kept.
    """
    from kg.wire import notice_from_json

    plan = _Plan({}, {})
    lost = []
    for entry in entries:
        source = Source(entry.source, path=root / ORIGINALS / entry.original)
        try:
            if content_of(source).sha256 != entry.sha256:
                raise ReadError(f"{entry.original} is not the file that was handed in.")
            [reading] = read_all([source], jobs=1)
            if reading.error:
                raise reading.error
            _take(root, reading, plan, {})
        except (ReadError, MissingProgram) as error:
            records = [state / NOTICES / entry.record for state in reversed(states(root))]
            record = next((path for path in records if path.is_file()), None)
            try:
                assert record is not None
                notice = notice_from_json(json.loads(record.read_bytes()))
            except (AssertionError, OSError, ValueError, KeyError, TypeError):
                lost.append((entry.source, " ".join(str(error).split())))
                continue
            kept = replace(entry, iri=notice_iri(notice), tasks=len(notice.tasks))
            plan.notices[kept.record] = notice
            plan.entries[kept.iri] = kept
    _build(root, Opened.empty(encoder), plan, encoder, _silent)
    return lost


def _is_known(known: dict[str, Entry], content: Content) -> bool:
    entry = known.get(content.sha256)
    return entry is not None and entry.reader == reader_fingerprint()


def _take(root: Path, reading: Reading, plan: _Plan, known: dict[str, Entry]) -> Entry:
    """Put a file that was read, or is known, into the plan and keep it as it was handed in."""
    content, notice = reading.content, reading.notice
    assert content is not None
    if notice is not None:
        entry = Entry(
            notice_iri(notice), reading.source.name, content.original, content.sha256,
            reader_fingerprint(), len(notice.tasks),
        )  # fmt: skip
        known[content.sha256] = entry
        plan.notices[entry.record] = notice
    entry = known[content.sha256]
    keep_original(root, entry.original, content.data)
    plan.entries[entry.iri] = entry
    return entry


def _report(
    done: Sequence[tuple[Source, Entry | ChidaoError]],
    was: dict[str, Entry],
    now: dict[str, Entry],
) -> IngestReport:
    kinds: dict[str, list[Outcome]] = {"read": [], "unchanged": [], "replaced": [], "failed": []}
    for source, entry in done:
        if isinstance(entry, ChidaoError):
            kinds["failed"].append(Outcome(source.name, " ".join(str(entry).split())))
            continue
        earlier, stands = was.get(entry.iri), now[entry.iri]
        kind, reason = "read", ""
        if stands.sha256 != entry.sha256:
            kind, reason = "unchanged", f"{stands.source} holds the same notice and came later"
        elif earlier == stands:
            kind = "unchanged"
        elif earlier is not None:
            again = earlier.sha256 == stands.sha256
            kind = "replaced"
            reason = "read again by another version" if again else f"was {earlier.source}"
        kinds[kind].append(Outcome(source.name, reason, entry.iri, entry.tasks))
    return IngestReport(**{kind: tuple(outcomes) for kind, outcomes in kinds.items()})


def _build(
    root: Path,
    before: Opened,
    plan: _Plan,
    encoder: SharedEncoder,
    tell: OnProgress,
) -> None:
    """Write the state that the plan describes and make it the current one."""
    state = NextState(root)
    try:
        notices: dict[str, Notice] = {}
        for entry in plan.entries.values():
            notices[entry.iri] = _keep(entry, state, before, plan)
        index = _index(state, before, notices, encoder, tell)
        basis = basis_of(root)
        decided = decisions(root)
        identity = _identity(root, notices, decided)
        threads = _threads(notices, index, decided, identity)
        state.write(THREADS, threads_to_json(threads))
        _graph(state, before, plan, notices, _Found(threads, decided, identity), tell)
        tell(Progress(0, 1, "", "save"))
        entries = tuple(sorted(plan.entries.values(), key=lambda entry: entry.iri))
        model = index.model if index is not None else before.held.meta.model
        followed = sum(len(thread.tasks) > 1 for thread in threads)
        tasks = sum(entry.tasks for entry in entries)
        state.commit(Meta(version("chidao"), model, entries, tasks, followed, basis))
        tell(Progress(1, 1, "", "save"))
    except BaseException:
        state.discard()
        raise


def _keep(entry: Entry, state: NextState, before: Opened, plan: _Plan) -> Notice:
    """Put an entry's record into the state, return its notice."""
    notice = plan.notices.get(entry.record)
    if notice is None:
        assert before.held.folder is not None
        state.link(f"{NOTICES}/{entry.record}", before.held.folder)
        return before.notices[entry.iri]
    from kg.wire import notice_to_json

    state.write(f"{NOTICES}/{entry.record}", notice_to_json(notice))
    return notice


def _index(
    state: NextState,
    before: Opened,
    notices: dict[str, Notice],
    encoder: SharedEncoder,
    tell: OnProgress,
) -> "SearchIndex | None":
    """Write the index of the notices; vectors of passages that stay are not made again."""
    from search import SearchIndex

    wanted = {p.id: p for notice in notices.values() for p in passages(notice)}
    if not wanted:
        return None
    progress = _counted(tell, "index")
    if before.held.path(INDEX) is None:
        index = SearchIndex.from_passages(
            list(wanted.values()), encoder=encoder.get(), progress=progress
        )
    else:
        had = {p.id: p for notice in before.notices.values() for p in passages(notice)}
        add = [p for key, p in wanted.items() if had.get(key) != p]
        gone = [key for key, p in had.items() if wanted.get(key) != p]
        index = (before.searcher if add else before.index).updated(add, gone, progress=progress)
    index.save(state.folder / INDEX)
    return index


def _identity(root: Path, notices: dict[str, Notice], decided: "Sequence[Decision]") -> "Identity":
    from kg.decisions import rulings
    from kg.identity import resolve

    held = rulings(decided, notices.values())
    return resolve(notices.values(), decided=held, authority=authority(root))


def _threads(
    notices: dict[str, Notice],
    index: "SearchIndex | None",
    decided: "Sequence[Decision]",
    identity: "Identity",
) -> "tuple[Thread, ...]":
    if index is None:
        return ()
    from kg.decisions import rulings
    from kg.threads import link

    ordered = [notices[iri] for iri in sorted(notices)]
    held = rulings(decided, ordered)
    return link(ordered, index.similarity, decided=held, same=identity.same_work)


def _graph(
    state: NextState,
    before: Opened,
    plan: _Plan,
    notices: dict[str, Notice],
    found: _Found,
    tell: OnProgress,
) -> None:
    """Write the graph: that of the state before with the changed notices put in."""
    from kg.build import notice_quads
    from kg.decisions import DECISIONS_GRAPH, decision_quads
    from kg.identity import IDENTITY_GRAPH, identity_quads, rewritten
    from kg.store import GraphStore
    from kg.threads import THREADS_GRAPH, thread_quads

    was = {entry.iri: entry for entry in before.held.meta.entries}
    same = found.identity.same
    across = {
        THREADS_GRAPH: thread_quads(found.threads),
        IDENTITY_GRAPH: identity_quads(found.identity),
        DECISIONS_GRAPH: decision_quads(found.decided),
    }

    def read(entries: "Sequence[Entry]") -> "Iterator[tuple[str, list[Quad]]]":
        for position, entry in enumerate(entries):
            tell(Progress(position, len(entries), entry.source, "graph"))
            yield entry.iri, rewritten(notice_quads(notices[entry.iri]), same)

    building = state.folder / f"{GRAPH}.building"
    if before.held.path(GRAPH) is None or before.held.meta.format != FORMAT:
        store = GraphStore.create(building)
        changed = list(plan.entries.values())
        graphs = chain(read(changed), across.items())
        store.fill(quad for _, quads in graphs for quad in quads)
    else:
        before.graph.backup(building)
        store = GraphStore.open(building, read_only=False)
        for iri in was.keys() - plan.entries.keys():
            store.remove(iri)
        moved = _naming(store, _moved(store, same))
        changed = [e for iri, e in plan.entries.items() if was.get(iri) != e or iri in moved]
        for graph, quads in chain(read(changed), across.items()):
            store.put_graph(graph, quads)
    store.backup(state.folder / GRAPH)  # without the log of the writing, which is twice as large
    store.close()
    shutil.rmtree(building)
    tell(Progress(len(changed), len(changed), "", "graph"))


def _moved(store: "GraphStore", same: dict[str, str]) -> set[str]:
    """Return the names that meant other things in a graph than they do now, and those things."""
    rows = store.query(_RESOLVED, timeout=None).rows
    before = {alias.value: target.value for alias, target in rows if alias and target}
    moved = {a for a in before.keys() | same.keys() if before.get(a) != same.get(a)}
    return moved | {before[alias] for alias in moved if alias in before}


def _naming(store: "GraphStore", things: set[str]) -> set[str]:
    """Return the graphs that name one of the things."""
    found = set()
    for thing in things:
        rows = store.query(_NAMING.format(thing=thing), timeout=None).rows
        found |= {row[0].value for row in rows if row[0]}
    return found


def _counted(tell: OnProgress, step: Step) -> Callable[[int, int], None]:
    return lambda done, total: tell(Progress(done, total, "", step))


def _silent(_: Progress) -> None:
    pass
