"""What the endpoint and its data say of themselves: SPARQL 1.1 Service Description, and VoID."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from kg.export import write_turtle
from kg.functions import FOLD, RELEVANCE, STATUS
from kg.ids import BASE, ONTOLOGY
from kg.store import GraphStore
from kg.terms import (
    PREFIXES,
    BlankNode,
    Literal,
    NamedNode,
    Node,
    Object,
    Triple,
    number,
    term,
)

_PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
}
_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD",
)  # fmt: skip
_VOCABULARIES = ("eli", "oa", "org", "prov", "schema", "skos", "time")

_CLASSES = "SELECT ?name (COUNT(DISTINCT ?s) AS ?n) { ?s a ?name } GROUP BY ?name"
_PROPERTIES = "SELECT ?name (COUNT(*) AS ?n) { ?s ?name ?o } GROUP BY ?name"
_ENTITIES = f"""
SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?class FILTER(STRSTARTS(STR(?class), "{ONTOLOGY}")) }}
"""
_MOST_ROWS = 100_000

Statement = tuple[Node, str, Object]


def service_description(store: GraphStore, endpoint: str) -> str:
    """Return what the endpoint offers, as Turtle.

    Args:
        store: the graph behind it.
        endpoint: its own address.
    """
    return _write(_service(store, endpoint))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of what a graph holds."""

    triples: int
    entities: int
    classes: tuple[tuple[str, int], ...]
    """Things of each class, by its IRI."""
    properties: tuple[tuple[str, int], ...]
    """Triples of each property, by its IRI."""

    @classmethod
    def of(cls, store: GraphStore) -> Self:
        """Count what the store holds; reads all of it."""
        ((entities,),) = store.query(_ENTITIES, timeout=None).rows
        return cls(
            triples=store.triples,
            entities=int(entities.value) if entities else 0,
            classes=_counts(store, _CLASSES),
            properties=_counts(store, _PROPERTIES),
        )


def void_description(counts: Counts, *, endpoint: str, dump: str) -> str:
    """Return what the data hold, as Turtle: how many of which classes and properties.

    Args:
        counts: of the graph.
        endpoint: address at which it answers SPARQL.
        dump: address of its export as N-Quads.
    """
    return _write(_void(counts, endpoint, dump))


def _service(store: GraphStore, endpoint: str) -> Iterator[Statement]:
    service, dataset, union = BlankNode("service"), BlankNode("dataset"), BlankNode("union")
    yield service, "rdf:type", _term("sd:Service")
    yield service, "sd:endpoint", NamedNode(endpoint)
    yield service, "sd:supportedLanguage", _term("sd:SPARQL11Query")
    yield service, "sd:feature", _term("sd:UnionDefaultGraph")
    for form in _FORMATS:
        yield service, "sd:resultFormat", NamedNode(f"http://www.w3.org/ns/formats/{form}")
    for function in (FOLD, STATUS, RELEVANCE):
        yield service, "sd:extensionFunction", NamedNode(function)
        yield NamedNode(function), "rdf:type", _term("sd:Function")
    yield service, "sd:defaultDataset", dataset
    yield dataset, "rdf:type", _term("sd:Dataset")
    yield dataset, "sd:defaultGraph", union
    yield union, "rdf:type", _term("sd:Graph")
    yield union, "void:triples", number(store.triples)
    for place, iri in enumerate(store.graphs()):
        graph = BlankNode(f"graph{place}")
        yield dataset, "sd:namedGraph", graph
        yield graph, "rdf:type", _term("sd:NamedGraph")
        yield graph, "sd:name", NamedNode(iri)


def _void(counts: Counts, endpoint: str, dump: str) -> Iterator[Statement]:
    data = BlankNode("data")
    yield data, "rdf:type", _term("void:Dataset")
    yield data, "dct:title", Literal("Nhiệm vụ trong các thông báo kết luận", language="vi")
    yield data, "dct:title", Literal("Tasks ordered in notices of conclusions", language="en")
    yield data, "void:sparqlEndpoint", NamedNode(endpoint)
    yield data, "void:dataDump", NamedNode(dump)
    yield data, "void:uriSpace", Literal(BASE)
    yield data, "void:vocabulary", NamedNode(ONTOLOGY)
    for prefix in _VOCABULARIES:
        yield data, "void:vocabulary", NamedNode(PREFIXES[prefix])
    yield data, "void:triples", number(counts.triples)
    yield data, "void:entities", number(counts.entities)
    for relation, kind, key, parts in (
        ("void:classPartition", "void:class", "void:entities", counts.classes),
        ("void:propertyPartition", "void:property", "void:triples", counts.properties),
    ):
        for place, (name, count) in enumerate(parts):
            part = BlankNode(f"{kind.removeprefix('void:')}{place}")
            yield data, relation, part
            yield part, kind, NamedNode(name)
            yield part, key, number(count)


def _counts(store: GraphStore, query: str) -> tuple[tuple[str, int], ...]:
    rows = store.query(query, timeout=None, max_rows=_MOST_ROWS).rows
    return tuple(sorted((name.value, int(n.value)) for name, n in rows if name and n))


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local) if prefix in _PREFIXES else term(name)


def _write(statements: Iterator[Statement]) -> str:
    triples = [Triple(subject, _term(relation), value) for subject, relation, value in statements]
    return write_turtle(triples, prefixes={**PREFIXES, **_PREFIXES}).decode()
