"""SPARQL beside plain rdflib on the same triples, and the named queries on a large graph.

python -m tests.benchmarks.graph                 # the ratios
python -m tests.benchmarks.graph --tasks 47500   # load so many tasks and ask every named query
"""

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

from kg.functions import RELEVANCE, STATUS
from kg.named import named_queries, named_query
from kg.store import GraphStore
from kg.terms import PREFIXES
from tests.benchmarks.big_graph import quads
from tests.benchmarks.report import Comparison, seconds

_TASKS = 1_400
_TEXT = """SELECT ?t ?name {
    ?t a cd:Task ; cd:text ?text ; cd:assignedTo ?unit . ?unit skos:prefLabel ?name .
    FILTER(REGEX(STR(?text), "mỏ (đất|cầu)", "i")) }"""
_JOINS = """SELECT ?document ?name (COUNT(DISTINCT ?unit) AS ?n) (COUNT(DISTINCT ?task) AS ?m) {
    ?task a cd:Task ; cd:cites ?document ; cd:assignedTo ?unit . ?document skos:prefLabel ?name .
    } GROUP BY ?document ?name"""
_MEETINGS = """SELECT ?day ?name (COUNT(DISTINCT ?task) AS ?tasks) {
    ?task a cd:Task ; cd:assignedTo ?unit ; cd:statedIn/cd:concludes/cd:meetingDate ?day .
    ?unit skos:prefLabel ?name } GROUP BY ?day ?unit ?name"""
_QUERIES = {
    "GROUP BY (plain joins)": _JOINS,
    "property path (plain joins)": _MEETINGS,
    "GROUP BY (documents-of-most-units)": named_query("documents-of-most-units").sparql,
    "GROUP BY (load-by-unit-and-month)": named_query("load-by-unit-and-month").sparql,
    "property path (tasks-by-meeting-and-unit)": named_query("tasks-by-meeting-and-unit").sparql,
    "property path (continues+)": "SELECT (COUNT(*) AS ?n) { ?t cd:continues+ ?first }",
    "text filter (REGEX)": _TEXT,
}


def run() -> list[Comparison]:
    """Ask ours and rdflib's own engine the same, on the same triples in memory."""
    from rdflib import Dataset

    store = GraphStore.create()
    store.fill(quads(_TASKS))
    plain = Dataset(default_union=True)
    plain.parse(data=store.export("nq"), format="nquads")
    compared = []
    for name, query in _QUERIES.items():
        rows = [
            len(store.query(query, timeout=None).rows),
            len(list(plain.query(query, initNs=PREFIXES))),
        ]
        assert rows[0] == rows[1], f"{name}: {rows}"
        ours = seconds(lambda query=query: store.query(query, timeout=None))
        theirs = seconds(lambda query=query: list(plain.query(query, initNs=PREFIXES)), times=1)
        compared.append(
            Comparison(
                f"{name} on {len(store):,} triples", ours * 1e3, theirs * 1e3, "ms",
                "plain rdflib", higher_is_better=False,
            )
        )  # fmt: skip
    return compared


def large(tasks: int) -> None:
    """Load a graph of so many tasks on disk and print how long each named query takes."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "graph"
        began = time.process_time()
        made = GraphStore.create(place)
        made.fill(quads(tasks))
        print(
            f"{len(made):,} quads loaded in {time.process_time() - began:.0f} s of processor time"
        )
        made.close()
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        print(f"{size / 2**20:.0f} MiB on disk; most memory {_most_memory():.0f} MiB", flush=True)
        store = GraphStore.open(place)
        rows = store.query("SELECT ?t { ?t a cd:Task }", timeout=None, max_rows=10**7).rows
        iris = [row[0].value for row in rows if row[0]]
        taken = {}
        tables = {STATUS: lambda _: _status(iris), RELEVANCE: lambda _: _relevance(iris)}
        for query in named_queries():
            began = time.process_time()
            rows = store.query(query.filled(), timeout=None, max_rows=10**7, tables=tables).rows
            taken[query.name] = time.process_time() - began
            print(f"{query.name}: {taken[query.name] * 1e3:.0f} ms, {len(rows):,} rows", flush=True)
        print(f"median {statistics.median(taken.values()) * 1e3:.0f} ms of {len(taken)} queries")
        print(f"most memory {_most_memory():.0f} MiB")


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def _status(tasks: list[str]) -> dict[str, str]:
    words = ("open", "overdue", "no-deadline")
    return {task: words[n % 3] for n, task in enumerate(tasks)}


def _relevance(tasks: list[str]) -> dict[str, float]:
    return {task: n % 1000 / 1000 for n, task in enumerate(tasks)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, help="load a graph of so many tasks instead")
    asked = parser.parse_args()
    if asked.tasks:
        large(asked.tasks)
    else:
        for comparison in run():
            print(comparison)
