"""The graph on disk: Oxigraph, a named graph for each notice, SPARQL that only reads."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias, TypeVar

import pyoxigraph as ox

from kg import export, names, union
from kg.answers import QueryResult, Term, Terms
from kg.build import notice_quads
from kg.dataset import Dataset
from kg.errors import QueryError, WorkspaceError
from kg.functions import NO_TABLES, Functions, Tables
from kg.ids import BASE, notice_iri
from kg.isolate import Isolated
from kg.ordering import in_order, ordered
from kg.query import check, malformed
from kg.records import Notice
from kg.terms import NAMES_GRAPH, PREFIXES, NamedNode, Quad, named, term

if TYPE_CHECKING:
    import rdflib

Row = TypeVar("Row", bound=tuple[Term | None, ...])
ExportFormat = Literal["nq", "ttl", "jsonld"]
_Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_LARGEST_ANSWER = 64 * 2**20
"""Characters of an answer's terms: what a page, a sheet or a script still holds with ease, while
a row count alone would let through 100,000 whole notices."""


class GraphStore:
    """A graph of notices, in memory or in a folder."""

    def __init__(self, store: ox.Store, folder: Path | None = None) -> None:
        self._store = store
        self.folder = folder
        self.revision = 0
        """Rises with each change through this object, for what is derived and kept."""
        self._isolated: Isolated | None = None

    @classmethod
    def create(cls, folder: Path | None = None) -> Self:
        """Open a store to write to, in a folder made where it is missing; None keeps it in memory.

        Raises:
            WorkspaceError: the folder holds no graph that can be read, or another process has it.
        """
        if folder is None:
            return cls(ox.Store())
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls(ox.Store(folder), folder)
        except OSError as error:
            raise WorkspaceError(f"cannot write the graph in {folder}: {error}") from error

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = True) -> Self:
        """Open a store that exists.

        Raises:
            WorkspaceError: the folder is missing or holds no graph that can be read.
        """
        if not folder.is_dir():
            raise WorkspaceError(f"expected a graph in {folder}, which is no folder; ingest first")
        if not read_only:
            return cls.create(folder)
        try:
            store = cls(ox.Store.read_only(str(folder)), folder)
        except OSError as error:
            raise WorkspaceError(f"cannot read the graph in {folder}: {error}") from error
        store._isolated = Isolated(folder)
        return store

    def put(self, notice: Notice) -> str:
        """Store a notice in place of what the graph had of it; return its IRI."""
        iri = notice_iri(notice)
        self.put_graph(iri, notice_quads(notice))
        return iri

    def remove(self, notice: str) -> None:
        """Forget the notice of this IRI; one that is not there is no error."""
        self.remove_graph(notice)

    def put_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        """Make a named graph hold these quads and nothing else.

        Raises:
            ValueError: a quad belongs to another graph.
        """
        new, home = list(quads), named(graph)
        strange = next((quad for quad in new if quad.graph_name != home), None)
        if strange is not None:
            raise ValueError(f"expected quads of the graph {graph}, got {strange}")
        old = set(self._quads_of(home))
        touched = names.named_things(old) | names.named_things(new)
        union.discard(self._store, old.difference(new))
        union.add(self._store, new)
        names.refresh(self._store, touched)
        self.revision += 1

    def fill(self, quads: Iterable[Quad]) -> None:
        """Put the quads of many graphs into an empty store; quicker than one graph at a time.

        Raises:
            ValueError: the store is not empty.
        """
        if next(iter(self._store), None) is not None:
            raise ValueError(f"expected an empty store, got one of {len(self):,} quads")
        touched: set[NamedNode] = set()

        def noting() -> Iterator[Quad]:
            for quad in quads:
                touched.update(names.named_things((quad,)))
                yield quad

        self._store.bulk_extend(union.both(noting()))
        names.refresh(self._store, touched)
        self._store.optimize()
        self.revision += 1

    def remove_graph(self, graph: str) -> None:
        """Drop a named graph and the labels that only it gave."""
        old = list(self._quads_of(named(graph)))
        union.discard(self._store, old)
        self._store.remove_graph(named(graph))
        names.refresh(self._store, names.named_things(old))
        if next(self._quads_of(NAMES_GRAPH), None) is None:
            self._store.remove_graph(NAMES_GRAPH)
        self.revision += 1

    def notices(self) -> tuple[str, ...]:
        """Return the IRIs of the notices in the store, sorted."""
        kinds = self._store.quads_for_pattern(None, term("rdf:type"), term("cd:Notice"), None)
        subjects = {q.subject for q in kinds if q.subject == q.graph_name}
        return tuple(sorted(s.value for s in subjects if isinstance(s, NamedNode)))

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._store.named_graphs()))

    def quads(self) -> Iterator[Quad]:
        """Yield every quad of the store."""
        return union.stated(self._store)

    def __len__(self) -> int:
        return len(self._store) - self.triples

    @property
    def triples(self) -> int:
        """How many different triples the graphs state; counted at each call."""
        ((count,),) = self.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", timeout=None).rows
        return int(count.value) if count else 0

    def query(
        self,
        sparql: str,
        *,
        timeout: float | None = 20.0,
        max_rows: int = 100_000,
        tables: Tables = NO_TABLES,
        dataset: Dataset | None = None,
        isolate: bool = False,
    ) -> QueryResult:
        """Answer a SPARQL 1.1 query over the union of all graphs; ``GRAPH`` picks one.

        Args:
            sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query; ``kg.query.PREFIXES`` need no
                declaration. ``FROM`` and ``FROM NAMED`` choose among the graphs of the store.
            timeout: seconds that the answer may take; None for a query of our own that is known
                to be quick. Oxigraph cannot be interrupted within a row, so that a query given
                up on goes on in its thread until its next row, unless it is isolated.
            max_rows: more rows or triples than this are refused, never cut off in silence.
            tables: by IRI, what the functions of ``kg.functions`` look up.
            dataset: the graphs to ask, in place of what the query says; None for all.
            isolate: answer in a process of its own, which is ended when time or memory run out:
                for queries that strangers write. Works on a store opened read-only from a
                folder; elsewhere it changes nothing.

        Raises:
            QueryError: the query is malformed, not read-only, too slow or too large.
            ChidaoError: a table cannot be worked out.
        """
        check(sparql)
        if isolate and self._isolated and timeout is not None:
            return self._isolated.query(
                sparql, timeout=timeout, max_rows=max_rows, tables=tables, dataset=dataset
            )
        deadline = None if timeout is None else time.monotonic() + timeout

        def answer(text: str, functions: Functions) -> _Answer:
            return self._store.query(
                text,
                base_iri=BASE,
                prefixes=PREFIXES,
                custom_functions=functions.callables(),
                **_graphs(dataset),
            )

        def run() -> QueryResult:
            functions = Functions(tables)
            result = None
            if (plan := ordered(sparql)) is not None:
                found = answer(plan.sparql, functions)
                result = _sorted(found, plan.keys, max_rows, deadline)
            if result is None:
                result = _collect(answer(sparql, functions), max_rows, deadline)
            functions.raise_failure()
            return result

        try:
            return run() if timeout is None else _within(run, timeout)
        except SyntaxError as error:
            raise malformed(error, sparql) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def backup(self, folder: Path) -> None:
        """Copy the store into a folder that does not exist yet, by hard links where it can.

        Raises:
            WorkspaceError: the folder exists or cannot be written.
        """
        try:
            self._store.backup(folder)
        except (OSError, RuntimeError) as error:
            raise WorkspaceError(f"cannot copy the graph to {folder}: {error}") from error

    def export(self, format: ExportFormat) -> bytes:
        """Return the whole graph: ``nq`` with its named graphs, ``ttl`` and ``jsonld`` as union."""
        writers = {"nq": export.nquads, "ttl": export.turtle, "jsonld": export.jsonld}
        if format not in writers:
            raise ValueError(f"expected a format of {', '.join(writers)}; got {format!r}")
        return writers[format](self.quads())

    def dataset(self) -> "rdflib.Dataset":
        """Return the store as an rdflib dataset, for libraries that speak rdflib.

        Ask it in SPARQL only through ``query``: rdflib hands on parsed queries, which Oxigraph
        does not take, and then answers them itself, many times slower.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=False)

    def close(self) -> None:
        """Write what is pending and let go of the folder."""
        if self._isolated:
            self._isolated.close()
        elif self.folder is not None:
            with suppress(OSError):  # a read-only store has nothing to write
                self._store.flush()
        self._store = ox.Store()

    def _quads_of(self, graph: NamedNode) -> Iterator[Quad]:
        return self._store.quads_for_pattern(None, None, None, graph)


def _graphs(dataset: Dataset | None) -> dict[str, Any]:
    """Return the graphs that a query sees, as Oxigraph takes them: its own choice, or these."""
    if dataset is None:
        return {}
    return {
        "default_graph": [named(iri) for iri in dataset.default],
        "named_graphs": [named(iri) for iri in dataset.named],
    }


def _within(run: Callable[[], QueryResult], seconds: float) -> QueryResult:
    """Run in a thread of its own and wait so long for it."""
    outcome: list[QueryResult | BaseException] = []

    def work() -> None:
        try:
            outcome.append(run())
        except BaseException as error:
            # without its frames: they hold the answer, which may not leave the thread it is from
            outcome.append(error.with_traceback(None))

    worker = threading.Thread(target=work, name="sparql", daemon=True)
    worker.start()
    worker.join(seconds)
    if not outcome:
        raise _too_slow(seconds)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _too_slow(seconds: float | None = None) -> QueryError:
    limit = f" its {seconds:g} seconds" if seconds is not None else " its time"
    return QueryError(f"the query ran over{limit}: name more of what you look for, or add LIMIT")


def _sorted(
    answer: _Answer, keys: Sequence[tuple[str, bool]], max_rows: int, deadline: float | None
) -> QueryResult | None:
    """Collect an answer and sort it; None where that is the engine's to do."""
    if not isinstance(answer, ox.QuerySolutions):
        return None
    if not {name for name, _ in keys} <= {variable.value for variable in answer.variables}:
        return None
    result = _collect(answer, max_rows, deadline)
    rows = in_order(result.rows, result.variables, keys)
    return None if rows is None else replace(result, rows=tuple(rows))


def _collect(answer: _Answer, max_rows: int, deadline: float | None) -> QueryResult:
    if isinstance(answer, ox.QueryBoolean):
        return QueryResult("ask", boolean=bool(answer))
    terms = Terms()
    if isinstance(answer, ox.QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        rows = (tuple([terms[value] for value in row]) for row in answer)
        return QueryResult("select", variables, tuple(_limited(rows, max_rows, deadline)))
    triples = ((terms[t.subject], terms[t.predicate], terms[t.object]) for t in answer)
    return QueryResult("construct", triples=tuple(_limited(triples, max_rows, deadline)))


def _limited(items: Iterable[Row], max_rows: int, deadline: float | None) -> Iterator[Row]:
    size = 0
    for count, item in enumerate(items, start=1):
        if count > max_rows:
            raise QueryError(f"the answer has more than {max_rows:,} rows: add LIMIT or a filter")
        if deadline is not None and time.monotonic() > deadline:
            raise _too_slow()
        size += sum(len(term.value) for term in item if term is not None)
        if size > _LARGEST_ANSWER:
            raise QueryError(
                f"the answer has more than {_LARGEST_ANSWER:,} characters: add LIMIT, or ask for "
                "less than whole texts"
            )
        yield item
