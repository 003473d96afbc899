"""W3C's tests of the SPARQL 1.1 Protocol against our endpoint."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from fastapi import FastAPI
from fastapi.testclient import TestClient
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection

from kg.dataset import Dataset
from kg.query import QueryResult
from kg.store import GraphStore
from ui.web.sparql import sparql_router

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
_DATA = "http://kasei.us/2009/09/sparql/data"
_ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv",
         "text/tab-separated-values")  # fmt: skip
_FORMATS = {
    "boolean": _ROWS[:2],
    "tabular": _ROWS,
    "RDF": ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
}


class Desk:
    """What the endpoint needs of a workspace, over the graphs of the tests."""

    def __init__(self, folder: Path) -> None:
        self.store = GraphStore.create()
        for number in (1, 2, 3):
            graph = ox.NamedNode(f"{_DATA}/data{number}.rdf")
            data = ox.parse((folder / f"data{number}.nt").read_bytes(), ox.RdfFormat.N_TRIPLES)
            self.store.put_graph(graph.value, [ox.Quad(*quad.triple, graph) for quad in data])

    def reload_if_changed(self) -> bool:
        return False

    def sparql(self, query: str, *, dataset: Dataset | None = None) -> QueryResult:
        return self.store.query(query, dataset=dataset)

    def service_description(self, endpoint: str) -> str:
        return f"# {endpoint}"

    def void(self, *, endpoint: str, dump: str) -> str:
        return f"# {endpoint} {dump}"


def run(folder: Path) -> list[tuple[str, str | None]]:
    """Return each test's name, and what went wrong; None where nothing did."""
    app = FastAPI()
    app.include_router(sparql_router(Desk(folder)))
    manifest = folder / "manifest.ttl"
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    with TestClient(app) as client:
        return [
            (str(test).rpartition("#")[2], next(_troubles(client, graph, test), None))
            for entries in graph.objects(None, MF.entries)
            for test in Collection(graph, entries)
            if (test, RDF.type, MF.ProtocolTest) in graph
        ]


def _troubles(client: TestClient, graph: Graph, test: Any) -> Iterator[str]:
    requests = graph.value(graph.value(test, MF.action), HT.requests)
    assert requests is not None
    for request in Collection(graph, requests):
        response = graph.value(request, HT.resp)
        got = _send(client, graph, request)
        wanted = {str(one)[-3:] for one in graph.objects(response, MF.expectedStatus)}
        if wanted and f"{got.status_code // 100}xx" not in wanted:
            yield f"status {got.status_code}, expected {' or '.join(sorted(wanted))}"
        form = graph.value(response, MF.expectedFormat)
        media = got.headers.get("content-type", "").partition(";")[0]
        if form is not None and media not in _FORMATS[str(form)]:
            yield f"{media}, expected a form of {form}"
        truth = graph.value(response, MF.expectedBoolean)
        if truth is not None and got.json()["boolean"] is not (str(truth) == "true"):
            yield f"not {truth}"


def _send(client: TestClient, graph: Graph, request: Any) -> Any:
    headers = {}
    listed = graph.value(request, HT.headers)
    for header in Collection(graph, listed) if listed is not None else ():
        headers[str(graph.value(header, HT.fieldName))] = str(graph.value(header, HT.fieldValue))
    body = graph.value(request, HT.body)
    chars = graph.value(body, CNT.chars) if body is not None else None
    coding = graph.value(body, CNT.characterEncoding) if body is not None else None
    return client.request(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1),
        content=None if chars is None else str(chars).encode(str(coding or "utf-8")),
        headers=headers,
    )
