"""SPARQL: answers, forms of answers, and what is refused."""

import csv
import io
import json
import re
import time
from xml.etree import ElementTree

import pytest

from kg.dataset import Dataset
from kg.errors import QueryError
from kg.ids import notice_iri
from kg.query import QueryResult, Term, check, named_queries, named_query
from kg.store import GraphStore
from kg.terms import PREFIXES

from .notices import june


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.create()
    made.put(june())
    return made


SECTIONS = """SELECT ?section ?due {
    ?t a cd:Task ; cd:section ?section OPTIONAL { ?t cd:due ?due }
} ORDER BY ?section"""


def test_rows_are_typed_and_an_unbound_value_is_none(store: GraphStore) -> None:
    result = store.query(SECTIONS)
    assert result.variables == ("section", "due")
    assert result.rows[0] == (Term("Nhiệm vụ chung", "literal", lang="vi"), None)
    assert result.rows[1][1] == Term("2022-06-20", "literal", PREFIXES["xsd"] + "date")


def test_the_union_of_graphs_is_asked_and_graph_picks_one(store: GraphStore) -> None:
    assert store.query("ASK { ?t a cd:Task . ?u skos:prefLabel ?name }").boolean is True
    (row,) = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?t a cd:Task } }").rows
    assert row == (Term(notice_iri(june()), "iri"),)


def test_every_form_of_rows_holds_the_same(store: GraphStore) -> None:
    result = store.query(SECTIONS)
    bindings = json.loads(result.to("json"))["results"]["bindings"]
    assert bindings[1]["due"] == {
        "type": "literal", "value": "2022-06-20", "datatype": PREFIXES["xsd"] + "date",
    }  # fmt: skip
    assert "due" not in bindings[0]
    rows = list(csv.reader(io.StringIO(result.to("csv"))))
    assert rows[:3] == [
        ["section", "due"],
        ["Nhiệm vụ chung", ""],
        ["Phòng Quản lý nhà", "2022-06-20"],
    ]
    assert '"Nhiệm vụ chung"@vi\t' in result.to("tsv")
    sparql = "{http://www.w3.org/2005/sparql-results#}"
    assert len(list(ElementTree.fromstring(result.to("xml")).iter(f"{sparql}result"))) == 3
    table = result.to("table").splitlines()
    assert table[0].split() == ["section", "due"]
    assert table[3].split("  ") == ["Phòng Quản lý nhà", "2022-06-20"]


def test_every_form_of_triples_holds_the_same(store: GraphStore) -> None:
    from rdflib import Graph

    result = store.query("CONSTRUCT { ?t cd:assignedTo ?u } WHERE { ?t cd:assignedTo ?u }")
    assert len(result.triples) == 3
    plain = Graph().parse(data=result.to("ntriples"), format="nt")
    assert set(Graph().parse(data=result.to("turtle"), format="turtle")) == set(plain)
    assert set(Graph().parse(data=result.to("jsonld"), format="json-ld")) == set(plain)
    assert len(plain) == 3
    assert result.to("csv").count("\n") == 4
    assert "cd:assignedTo" in result.to("table")


def test_yes_and_no_in_every_form(store: GraphStore) -> None:
    result = store.query("ASK { ?t a cd:Thread }")
    assert json.loads(result.to("json")) == {"head": {}, "boolean": False}
    assert (result.to("csv"), result.to("table")) == ("false\n", "false\n")
    assert "<boolean>false</boolean>" in result.to("xml")


def test_describe_gives_what_is_said_of_a_thing(store: GraphStore) -> None:
    result = store.query(f"DESCRIBE <{notice_iri(june())}>")
    assert Term(PREFIXES["cd"] + "concludes", "iri") in {triple[1] for triple in result.triples}


@pytest.mark.parametrize(
    ("query", "format", "message"),
    [
        ("ASK { ?t a cd:Task }", "turtle", "answers in rows"),
        ("CONSTRUCT WHERE { ?t a cd:Task }", "xml", "answers in triples"),
        ("ASK { ?t a cd:Task }", "yaml", "expected a format of json, csv"),
    ],
)
def test_a_form_that_cannot_hold_the_answer_is_refused(
    store: GraphStore, query: str, format: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        store.query(query).to(format)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { cd:a cd:b cd:c }", "line 1: INSERT changes the graph"),
        ("# a note\nPREFIX x: <http://x.vn/#>\nDELETE WHERE { ?s ?p ?o }", "line 3: DELETE"),
        ("LOAD <http://x.vn/data.ttl>", "line 1: LOAD"),
        ("CLEAR ALL", "line 1: CLEAR"),
        ("DROP GRAPH cd:g", "line 1: DROP"),
        ("WITH cd:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "line 1: WITH"),
        ("SELECT * {\n  SERVICE <http://x.vn/sparql> { ?s ?p ?o } }", "line 2: SERVICE"),
        ("SELECT * {\n\n service silent <http://x.vn/> { ?s ?p ?o } }", "line 3: SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://x.vn/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { ?s ?p '''it's''' . SERVICE <http://x.vn/> {} }", "SERVICE"),
    ],
)
def test_what_does_not_only_read_here_is_refused(
    store: GraphStore, query: str, message: str
) -> None:
    before = len(store)
    with pytest.raises(QueryError, match=message):
        store.query(query)
    assert len(store) == before


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?s { ?s cd:text "SERVICE FROM INSERT" }',
        "SELECT ?service ?from { ?service cd:from ?from } # SERVICE",
        "SELECT * { ?s cd:text 'a\\'SERVICE' ; <http://x.vn/SERVICE> ?o }",
        'SELECT * { ?s cd:text """a "quoted" FROM""" }',
        "SELECT * { ?s from:x ?o . ?o rdfs:label 'x'@from }",
    ],
)
def test_the_same_words_inside_names_and_strings_are_not(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {\n ?a ?b }", 'line 2, column 9, after "?a ?b }"'),
        ("SELECT * WHERE { ?a foo:bar ?c }", "expected a declared prefix"),
        ("SELECT * { ?a ?b ?c } LIMT 3", 'after "SELECT * { ?a ?b ?c } LIMT 3"'),
        ("SELECT * WHERE ?a ?b ?c", 'at "?a ?b ?c": expected "{"'),
        ("", "line 1: expected a query that starts with SELECT"),
        ("xin chào", "line 1: expected a query that starts with SELECT"),
    ],
)
def test_a_malformed_query_is_told_where(store: GraphStore, query: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        store.query(query)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_very_long_query_gets_one_short_line(store: GraphStore) -> None:
    with pytest.raises(QueryError) as error:
        store.query("SELECT * { " + "đóng cửa mỏ " * 800)
    assert len(str(error.value)) < 300


def test_too_many_rows_are_refused_and_not_cut(store: GraphStore) -> None:
    assert len(store.query("SELECT * { ?s ?p ?o } LIMIT 50", max_rows=50).rows) == 50
    with pytest.raises(QueryError, match="more than 50 rows"):
        store.query("SELECT * { ?s ?p ?o }", max_rows=50)
    with pytest.raises(QueryError, match="more than 50 rows"):
        store.query("CONSTRUCT WHERE { ?s ?p ?o }", max_rows=50)


def test_a_slow_query_is_given_up_in_time(store: GraphStore) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER (STR(?c) < STR(?f)) }"
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"ran over its 0\.2 seconds"):
        store.query(slow, timeout=0.2)
    assert time.monotonic() - started < 2


def test_from_chooses_among_the_graphs_of_the_store(store: GraphStore) -> None:
    home = notice_iri(june())
    tasks = "{ ?t a cd:Task }"
    assert store.query(f"ASK FROM <{home}> {tasks}").boolean is True
    assert store.query(f"ASK FROM cd:nowhere {tasks}").boolean is False
    assert store.query(f"ASK FROM NAMED <{home}> {tasks}").boolean is False
    assert store.query(f"ASK FROM NAMED <{home}> {{ GRAPH ?g {tasks} }}").boolean is True
    labels = "{ ?t skos:prefLabel ?name }"  # they lie in the graph of names
    assert store.query(f"ASK FROM <{home}> {labels}").boolean is False


def test_a_dataset_beside_the_query_goes_before_what_it_says(store: GraphStore) -> None:
    home = notice_iri(june())
    query = "ASK FROM cd:nowhere { ?t a cd:Task }"
    assert store.query(query, dataset=Dataset(default=(home,))).boolean is True
    assert store.query("ASK { ?t a cd:Task }", dataset=Dataset(named=(home,))).boolean is False


def test_an_answer_of_very_long_texts_is_refused(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store._LARGEST_ANSWER", 2_000)
    assert store.query("SELECT ?n { ?n a cd:Notice }").rows
    with pytest.raises(QueryError, match="more than 2,000 characters"):
        store.query("SELECT * { ?n cd:fullText ?text . ?t a cd:Task }")


def test_terms_are_shortened_only_where_the_prefixed_name_reads_back() -> None:
    assert Term(PREFIXES["cd"] + "Task", "iri").short == "cd:Task"
    assert Term("http://x.vn/a", "iri").short == "http://x.vn/a"
    assert Term("cd:Task", "literal").short == "cd:Task"


def test_queries_without_parameters_answer_on_a_notice(store: GraphStore) -> None:
    expected = {
        "evidence-of-assignments": 3, "late-works": 1, "longest-threads": 0,
        "most-cited-documents": 3, "notices-by-meeting": 1, "projects-across-meetings": 1,
        "tasks-by-due-day": 1, "tasks-by-unit": 3, "tasks-without-deadline": 2,
        "units-behind-a-document": 4, "units-working-together": 1, "unresolved-documents": 2,
    }  # fmt: skip
    counts = {name: len(store.query(named_query(name).sparql).rows) for name in expected}
    assert counts == expected


def test_named_queries_give_the_values_they_promise(store: GraphStore) -> None:
    by_name = {
        query.name: store.query(query.sparql)
        for query in named_queries()
        if not re.search(r"cd:(status|relevance)\(", query.sparql)
    }
    assert values(by_name["units-working-together"]) == [["Phòng Quản lý nhà", "Sở Tư pháp", "1"]]
    assert values(by_name["most-cited-documents"])[0][1:] == ["Quyết định 59/QĐ-UBND", "2", "1"]
    assert values(by_name["tasks-by-due-day"])[0][0] == "2022-06-20"
    assert values(by_name["late-works"])[0][2] == "Kế hoạch 77/KH-UBND"
    assert values(by_name["projects-across-meetings"])[0][1:] == [
        "Đường tránh Bản Lầu", "1", "1", "2022-06-06", "2022-06-06",
    ]  # fmt: skip
    assert {row[0] for row in values(by_name["unresolved-documents"])} == {"Nghị quyết số 13"}
    assert [row[2] for row in values(by_name["evidence-of-assignments"])] == [
        "Các phòng, đơn vị", "Phòng Quản lý nhà", "Văn phòng Sở",
    ]  # fmt: skip


def values(result: QueryResult) -> list[list[str]]:
    return [[term.value if term else "" for term in row] for row in result.rows]
