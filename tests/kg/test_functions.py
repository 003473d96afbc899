"""What SPARQL may call here: here and in a process of its own, the same."""

from collections.abc import Iterator, Mapping

import pytest

from kg.errors import QueryError, WrongModel
from kg.functions import RELEVANCE, STATUS, Tables
from kg.ids import task_iris
from kg.query import QueryResult
from kg.store import GraphStore

from .notices import june


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("functions") / "graph"
    made = GraphStore.create(folder)
    made.put(june())
    made.close()
    opened = GraphStore.open(folder)
    yield opened
    opened.close()


class Desk:
    """Works tables out as a workspace would, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def status(self, day: str) -> Mapping[str, str]:
        self.asked.append(day)
        if day == "broken":
            raise WrongModel("the index is of another model")
        _, homes, road = task_iris(june())
        return {homes: "overdue" if day > "2022-06-20" else "open", road: "no-deadline"}

    def relevance(self, text: str) -> Mapping[str, float]:
        self.asked.append(text)
        return {iri: 1 - place / 4 for place, iri in enumerate(task_iris(june()))}

    @property
    def tables(self) -> Tables:
        return {STATUS: self.status, RELEVANCE: self.relevance}


@pytest.mark.parametrize("isolate", [False, True])
def test_functions_join_with_any_pattern_and_filter(store: GraphStore, isolate: bool) -> None:
    desk = Desk()
    query = """SELECT ?status ?fit {
        ?task a cd:Task ; cd:position ?place .
        BIND(cd:status(?task, "2022-06-21"^^xsd:date) AS ?status)
        BIND(cd:relevance(?task, "road") AS ?fit) FILTER(?fit < 0.9)
    } ORDER BY ?place"""
    result = store.query(query, tables=desk.tables, isolate=isolate)
    assert values(result) == [["overdue", "0.75"], ["no-deadline", "0.5"]]
    assert sorted(desk.asked) == ["2022-06-21", "road"], "a table is worked out once"


@pytest.mark.parametrize("isolate", [False, True])
def test_the_second_argument_may_come_from_the_data(store: GraphStore, isolate: bool) -> None:
    desk = Desk()
    query = """SELECT ?day ?status { VALUES ?day { "2022-06-20"^^xsd:date "2022-06-21"^^xsd:date }
        ?task cd:position 2 . BIND(cd:status(?task, ?day) AS ?status) } ORDER BY ?day"""
    result = store.query(query, tables=desk.tables, isolate=isolate)
    assert [row[1] for row in values(result)] == ["open", "overdue"]


@pytest.mark.parametrize("isolate", [False, True])
@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("cd:status(?task)", "cd:status"),
        ("cd:relevance(?task, ?task)", "the second a text or a day"),
        ('cd:status(?task, "broken")', "another model"),
    ],
)
def test_a_call_that_cannot_be_answered_is_told_and_not_unbound(
    store: GraphStore, isolate: bool, call: str, message: str
) -> None:
    query = f"SELECT * {{ ?task a cd:Task BIND({call} AS ?x) }}"
    with pytest.raises((QueryError, WrongModel), match=message):
        store.query(query, tables=Desk().tables, isolate=isolate)
    assert store.query("ASK { ?t a cd:Task }", isolate=isolate).boolean is True


def test_too_many_texts_are_refused(store: GraphStore) -> None:
    query = """SELECT * { ?task a cd:Task . ?s ?p ?text FILTER(isLiteral(?text))
        BIND(cd:relevance(?task, STR(?text)) AS ?x) }"""
    with pytest.raises(QueryError, match="more than 32 different texts"):
        store.query(query, tables=Desk().tables, timeout=60)


@pytest.mark.parametrize("isolate", [False, True])
def test_fold_compares_marked_with_unmarked(store: GraphStore, isolate: bool) -> None:
    query = """SELECT (cd:fold(?name) AS ?plain) {
        ?unit a cd:Unit ; skos:prefLabel ?name FILTER(cd:fold(?name) = "van phong so") }"""
    assert values(store.query(query, isolate=isolate)) == [["van phong so"]]
    (row,) = store.query("SELECT (cd:fold(cd:Task) AS ?none) {}", isolate=isolate).rows
    assert row == (None,)


def values(result: QueryResult) -> list[list[str]]:
    return [[term.value if term else "" for term in row] for row in result.rows]
