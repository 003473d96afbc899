"""The queries that ship: each against a graph small enough to count by hand."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, UnknownName
from kg.functions import FOLD, RELEVANCE, STATUS
from kg.named import NamedQuery, named_queries, named_query
from kg.store import GraphStore

EXAMPLE = "https://w3id.org/chidao/id/example/"
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.create()
    graph = ox.NamedNode(f"{EXAMPLE}graph")
    text = (HERE / "named.ttl").read_text(encoding="utf-8")
    parsed = ox.parse(text, ox.RdfFormat.TURTLE)
    made.put_graph(graph.value, [ox.Quad(*quad.triple, graph) for quad in parsed])
    return made


def status(day: str) -> Mapping[str, str]:
    """How the works stand: the dredging is late from May, the licences from mid-March."""
    found = {f"{EXAMPLE}t5": "no-deadline"}
    dredging = "overdue" if day > "2023-04-30" else "open"
    found |= {f"{EXAMPLE}t{n}": dredging for n in (1, 2, 3)}
    return found | {f"{EXAMPLE}t4": "overdue" if day > "2023-03-15" else "open"}


def relevance(text: str) -> Mapping[str, float]:
    return {f"{EXAMPLE}t{n}": 0.9 if text == "dredging" and n < 3 else 0.1 for n in range(1, 9)}


def cases() -> list[tuple[str, dict[str, str], list[str]]]:
    """Return the cases of named.txt: name, parameters ("_" stands for a space), rows."""
    found: list[tuple[str, dict[str, str], list[str]]] = []
    for line in (HERE / "named.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            name, *values = line.split()
            pairs = (value.replace("_", " ").split("=", 1) for value in values)
            found.append((name, dict(pairs), []))
    return found


@pytest.mark.parametrize(("name", "values", "rows"), cases(), ids=lambda part: str(part)[:40])
def test_a_named_query_answers_what_can_be_counted(
    store: GraphStore, name: str, values: dict[str, str], rows: list[str]
) -> None:
    sparql = named_query(name).filled(values)
    answer = store.query(sparql, tables={STATUS: status, RELEVANCE: relevance})
    found = ["|".join(t.value if t else "" for t in row) for row in answer.rows]
    assert sorted(row.replace(EXAMPLE, "") for row in found) == sorted(rows)


def test_a_value_cannot_leave_its_quotes(store: GraphStore) -> None:
    text = 'a "quoted" \\ number\n" } DROP ALL'
    sparql = named_query("tasks-of-document").filled({"document": text})
    assert store.query(sparql).rows == ()
    values = re.search(r"VALUES .*", sparql)
    assert values
    (row,) = store.query(f"SELECT ?document {{ {values[0]} }}").rows
    assert row[0] is not None
    assert row[0].value == text


def test_every_query_is_counted_somewhere() -> None:
    elsewhere = {  # counted in test_query.py on a notice
        "evidence-of-assignments", "late-works", "longest-threads", "most-cited-documents",
        "notices-by-meeting", "projects-across-meetings", "tasks-by-due-day", "tasks-by-unit",
        "tasks-without-deadline", "units-behind-a-document", "units-working-together",
        "unresolved-documents",
    }  # fmt: skip
    names = {query.name for query in named_queries()}
    assert len(names) >= 25
    assert names == elsewhere | {name for name, _, _ in cases()}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_query_is_described_and_stands_by_itself(query: NamedQuery) -> None:
    nothing = {ox.NamedNode(iri): lambda *_: None for iri in (FOLD, STATUS, RELEVANCE)}
    ox.Store().query(query.sparql, custom_functions=nothing)  # every prefix is declared
    assert query.title_vi != query.title_en
    said = set(re.findall(r"^# param (\w+)@", query.sparql, re.MULTILINE))
    assert said == {parameter.name for parameter in query.parameters}
    for parameter in query.parameters:
        assert parameter.says_vi != parameter.says_en
        assert f"?{parameter.name}" in query.sparql.split("VALUES", 1)[1].split("}", 1)[1]


def test_a_day_is_today_unless_said() -> None:
    query = named_query("overdue-by-unit")
    assert f'"{date.today().isoformat()}"^^xsd:date' in query.filled()
    assert '"2024-02-29"^^xsd:date' in query.filled({"day": "2024-02-29"})


@pytest.mark.parametrize(
    ("name", "values", "error", "message"),
    [
        ("overdue-by-units", {}, UnknownName, "there are: overdue-by-unit"),
        ("overdue-by-unit", {"date": "2024-01-01"}, UnknownName, "it has: day"),
        ("tasks-by-unit", {"day": "2024-01-01"}, UnknownName, "it has: none"),
        ("overdue-by-unit", {"day": "2024-02-30"}, QueryError, "a day such as 2021-07-01"),
        ("works-slipped", {"least": "1 } DROP"}, QueryError, "a number such as"),
    ],
)
def test_what_cannot_be_filled_in_is_told(
    name: str, values: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        named_query(name).filled(values)
