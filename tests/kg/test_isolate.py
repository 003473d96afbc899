"""Queries that strangers write, in a process that can be ended."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kg import isolate
from kg.errors import QueryError
from kg.functions import STATUS
from kg.store import GraphStore

from .notices import june

pytestmark = pytest.mark.slow

COUNT = "SELECT (COUNT(*) AS ?n) { ?t a cd:Task }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?f) }"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    made = GraphStore.create(tmp_path / "graph")
    made.put(june())
    made.close()
    opened = GraphStore.open(tmp_path / "graph")
    yield opened
    opened.close()


def test_an_isolated_query_answers_the_same(store: GraphStore) -> None:
    assert store.query(COUNT, isolate=True) == store.query(COUNT)
    started = time.monotonic()
    for _ in range(20):
        store.query(COUNT, isolate=True)
    assert time.monotonic() - started < 1, "a child that answered is asked again, not started anew"


def test_a_runaway_query_is_ended_and_the_next_one_answered(store: GraphStore) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match="ran over its 1 seconds"):
        store.query(ENDLESS, timeout=1, isolate=True)
    assert time.monotonic() - started < 3
    assert store.query(COUNT, isolate=True).rows[0][0] is not None


def test_the_ended_process_is_gone(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[isolate._Child] = []
    start = isolate._Child.start

    def remembered(folder: Path, memory: int) -> isolate._Child:
        children.append(start(folder, memory))
        return children[-1]

    monkeypatch.setattr(isolate._Child, "start", remembered)
    with pytest.raises(QueryError):
        store.query(ENDLESS, timeout=0.5, isolate=True)
    store.query(COUNT, isolate=True)
    first, second = children
    assert first._process.poll() is not None
    assert second._process.poll() is None
    store.close()
    assert second._process.poll() is not None


def test_a_query_that_takes_all_memory_ends_itself(store: GraphStore) -> None:
    assert store.folder
    small = isolate.Isolated(store.folder, memory=2**30)
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY STR(?i)"
    with pytest.raises(QueryError, match="more than 1 GiB of memory"):
        small.query(greedy, timeout=60, max_rows=10)
    assert small.query(COUNT, timeout=60, max_rows=10).rows
    small.close()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {", "line 1"),
        ("CLEAR ALL", "CLEAR"),
        ("SELECT * { ?s ?p ?o }", "more than 9 rows"),
    ],
)
def test_errors_come_back_as_they_are(store: GraphStore, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        store.query(query, max_rows=9, isolate=True)


def test_more_queries_than_may_be_answered_at_once_wait_and_are_told(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.folder
    monkeypatch.setattr(isolate, "_AT_ONCE", 1)
    narrow = isolate.Isolated(store.folder)

    def hold() -> None:
        with suppress(QueryError):
            narrow.query(ENDLESS, timeout=2, max_rows=10)

    held = threading.Thread(target=hold)
    held.start()
    time.sleep(0.3)
    with pytest.raises(QueryError, match="as many as may be at once"):
        narrow.query(COUNT, timeout=0.5, max_rows=10)
    assert narrow.query(COUNT, timeout=30, max_rows=10).rows, "the next one waits its turn"
    held.join()
    narrow.close()


def test_a_table_that_fails_leaves_the_child_answering(store: GraphStore) -> None:
    def broken(text: str) -> dict[str, str]:
        raise RuntimeError(f"a bug while working out {text}")

    query = 'SELECT (cd:status(?t, "x") AS ?s) { ?t a cd:Task }'
    with pytest.raises(RuntimeError, match="a bug"):
        store.query(query, tables={STATUS: broken}, isolate=True)
    assert store.query(COUNT, isolate=True).rows


def test_the_time_of_a_table_is_not_the_query_s(store: GraphStore) -> None:
    def slow(_: str) -> dict[str, str]:
        time.sleep(2)
        return {}

    store.query(COUNT, isolate=True)  # the child has started
    query = 'SELECT (cd:status(?t, "x") AS ?s) { ?t a cd:Task }'
    assert store.query(query, tables={STATUS: slow}, timeout=1.5, isolate=True).rows
    with pytest.raises(QueryError, match=r"ran over its 1 seconds"):
        store.query(ENDLESS, timeout=1, isolate=True)
