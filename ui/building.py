"""Building a state of a workspace: the parts that follow from its notices."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.records import Notice
from ui.answers import Progress, Step
from ui.committing import NextState
from ui.encoding import SharedEncoder
from ui.opened import Opened, passages
from ui.state import FORMAT, GRAPH, INDEX, NOTICES, THREADS, Entry, Meta
from ui.statements import authority, basis_of, decisions
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
class Plan:
    """The entries of the next state by IRI, and the notices newly read by name of record."""

    entries: dict[str, Entry]
    notices: dict[str, Notice]


def build(
    root: Path,
    before: Opened,
    plan: Plan,
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


def _keep(entry: Entry, state: NextState, before: Opened, plan: Plan) -> Notice:
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
    plan: Plan,
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
