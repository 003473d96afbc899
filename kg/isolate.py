"""Queries in a process of their own, which can be ended: a runaway query stops costing anything.

Oxigraph has no way to interrupt a query, and one join of everything with everything can hold a
processor for days and take all memory. So a query that a stranger wrote is answered by a child
process that reads the same folder: over its time, the child is ended; over its memory, it ends
itself. A child that answered waits for the next query, so that only the first pays for starting.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Self

from kg.answers import QueryResult
from kg.dataset import Dataset, Question
from kg.errors import ChidaoError, QueryError
from kg.functions import NO_TABLES, Tables, TableWanted, Value

_MEMORY = 4 * 2**30
"""Bytes of address space of a child. RocksDB and its threads reserve about 1 GiB on a graph of
two notices without using it; the rest is room for a query's own rows."""
_AT_ONCE = 4
"""Queries answered at once: with all their memory, what a small server of 16 GiB holds."""


class Isolated:
    """Answers queries on one folder in child processes, a few at once."""

    def __init__(self, folder: Path, *, memory: int = _MEMORY) -> None:
        """Answer over the graph in ``folder``, each child within so many bytes of addresses."""
        self._folder = folder
        self._memory = memory
        self._idle: list[_Child] = []
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(_AT_ONCE)
        self._closed = False

    def query(
        self,
        sparql: str,
        *,
        timeout: float,
        max_rows: int,
        tables: Tables = NO_TABLES,
        dataset: Dataset | None = None,
    ) -> QueryResult:
        """Answer a query, or end the child that tries to.

        Raises:
            QueryError: the query is malformed, took more time, rows or memory than it may, or
                waited its whole time for others to end.
        """
        began = time.monotonic()
        if not self._places.acquire(timeout=timeout):
            raise QueryError(
                f"{_AT_ONCE} other queries are being answered, which is as many as may be at once, "
                f"and none ended within {timeout:g} seconds: try again"
            )
        try:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            child = child or _Child.start(self._folder, self._memory)
            question = Question(sparql, max_rows, tuple(tables), dataset)
            answer = child.ask(question, tables, timeout, began)
            with self._lock:
                closed = self._closed
                if not closed:
                    self._idle.append(child)
            if closed:
                child.end()
        finally:
            self._places.release()
        if isinstance(answer, ChidaoError):
            raise answer
        return answer

    def close(self) -> None:
        """End the children."""
        with self._lock:
            children, self._idle = self._idle, []
            self._closed = True
        for child in children:
            child.end()


class _Child:
    def __init__(self, process: "subprocess.Popen[bytes]", memory: int) -> None:
        self._process = process
        self._memory = memory

    @classmethod
    def start(cls, folder: Path, memory: int) -> Self:
        home = str(Path(__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        process = subprocess.Popen(
            [sys.executable, "-m", "kg.isolate", str(folder), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what it would say on its way out is said in our words
            env={**os.environ, "PYTHONPATH": path},
        )
        return cls(process, memory)

    def ask(
        self, question: Question, tables: Tables, timeout: float, began: float
    ) -> QueryResult | ChidaoError:
        """Send one question, hand over the tables it wants, and wait for its answer.

        A child that fails is ended. Its time is its own: while a table is worked out here, which
        may load a model first, it does not run.
        """
        left = began + timeout - time.monotonic()
        late = threading.Event()
        try:
            assert self._process.stdin is not None
            _send(self._process.stdin, question)
            while True:
                started = time.monotonic()
                said = self._hear(left, late)
                left -= time.monotonic() - started
                if not isinstance(said, TableWanted):
                    return said
                _send(self._process.stdin, _table(tables, said))
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise self._died(late.is_set(), timeout) from error
        except BaseException:
            self.end()  # its answer is still to come, and nobody will read it
            raise

    def _hear(
        self, seconds: float, late: threading.Event
    ) -> QueryResult | ChidaoError | TableWanted:
        """Return what the child says within so many seconds; past them, end it."""

        def give_up() -> None:
            late.set()
            self._process.kill()

        assert self._process.stdout is not None
        timer = threading.Timer(max(0.0, seconds), give_up)
        timer.start()
        try:
            said: QueryResult | ChidaoError | TableWanted = pickle.load(self._process.stdout)
        finally:
            timer.cancel()
        return said

    def _died(self, late: bool, timeout: float) -> QueryError:
        self.end()
        if late:
            return QueryError(
                f"the query ran over its {timeout:g} seconds: "
                "name more of what you look for, or add LIMIT"
            )
        return QueryError(
            f"the query needs more than {self._memory / 2**30:g} GiB of memory: "
            "name more of what you look for, or add LIMIT"
        )

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _table(tables: Tables, wanted: TableWanted) -> Mapping[str, Value] | ChidaoError:
    try:
        return tables[wanted.function](wanted.text)
    except ChidaoError as error:
        return error


def _send(pipe: IO[bytes], value: Any) -> None:
    pickle.dump(value, pipe)
    pipe.flush()


def _serve(folder: Path, memory: int) -> None:
    """Answer questions from standard input until it closes."""
    from kg.store import GraphStore

    _limit_memory(memory)
    store = None
    while True:
        try:
            question: Question = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        answer: QueryResult | ChidaoError
        try:
            if store is None:
                store = GraphStore.open(folder)
            answer = store.query(
                question.sparql,
                timeout=None,
                max_rows=question.max_rows,
                tables={name: _asking(name) for name in question.tables},
                dataset=question.dataset,
            )
        except ChidaoError as error:
            answer = error
        _send(sys.stdout.buffer, answer)


def _asking(function: str) -> Callable[[str], Mapping[str, Value]]:
    """Return a table that the parent works out."""

    def ask(text: str) -> Mapping[str, Value]:
        _send(sys.stdout.buffer, TableWanted(function, text))
        answer: Mapping[str, Value] | ChidaoError = pickle.load(sys.stdin.buffer)
        if isinstance(answer, ChidaoError):
            raise answer
        return answer

    return ask


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # a system without limits of this kind
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), int(sys.argv[2]))
