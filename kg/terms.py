"""The vocabularies of the graph: their prefixes, and short ways to write their terms."""

from datetime import date
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.ids import BASE, ONTOLOGY

PREFIXES = {
    "cd": ONTOLOGY,
    "id": BASE,
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that every query may use without declaring them, and that exports are written with."""

Node: TypeAlias = NamedNode | BlankNode
Object: TypeAlias = NamedNode | BlankNode | Literal | Triple

NAMES_GRAPH = NamedNode(f"{BASE}graph/names")
"""The graph of labels chosen over all notices."""

__all__ = ["NAMES_GRAPH", "PREFIXES", "BlankNode", "DefaultGraph", "Literal", "NamedNode", "Node",
           "Object", "Quad", "Triple", "day", "named", "number", "plain", "term", "vi"]  # fmt: skip


def term(name: str) -> NamedNode:
    """Return the IRI that a prefixed name stands for.

    >>> term("cd:Task").value
    'https://w3id.org/chidao/ontology#Task'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def named(iri: str) -> NamedNode:
    """Return an IRI as a term."""
    return NamedNode(iri)


def vi(text: str) -> Literal:
    """Return Vietnamese text as a term."""
    return Literal(text, language="vi")


def plain(text: str) -> Literal:
    """Return text of no language as a term."""
    return Literal(text)


def number(value: int) -> Literal:
    """Return a whole number as a term."""
    return Literal(str(value), datatype=term("xsd:integer"))


def day(value: date) -> Literal:
    """Return a day as a term."""
    return Literal(value.isoformat(), datatype=term("xsd:date"))
