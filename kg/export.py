"""The graph as files: ordered N-Quads, Turtle with prefixes, JSON-LD with our context."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

import pyoxigraph as ox

from kg.terms import PREFIXES, Quad, Triple


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads, one sorted line each: equal graphs give equal bytes."""
    lines = sorted({f"{quad} .\n" for quad in quads})
    return "".join(lines).encode()


def turtle(quads: Iterable[Quad]) -> bytes:
    """Return the union of all graphs as Turtle, sorted, with the usual prefixes."""
    triples = sorted({quad.triple for quad in quads}, key=str)
    return write_turtle(triples)


def write_turtle(triples: Iterable[Triple], *, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Return triples as Turtle; the prefixes come first, in order, as Oxigraph does not do it."""
    data = cast(bytes, ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes)))
    lines = data.splitlines(keepends=True)
    head = [line for line in lines if line.startswith(b"@prefix ")]
    return b"".join([*sorted(head), b"\n", *lines[len(head) :]])


def write_ntriples(triples: Iterable[Triple]) -> bytes:
    """Return triples as sorted N-Triples, each once."""
    plain = sorted(set(triples), key=str)
    return cast(bytes, ox.serialize(plain, format=ox.RdfFormat.N_TRIPLES))


def jsonld(triples: Iterable[Quad | Triple]) -> bytes:
    """Return the union of all graphs as JSON-LD, compacted with ``ontologies/context.jsonld``."""
    from rdflib import Graph

    import ontologies

    graph = Graph()
    plain = (item.triple if isinstance(item, Quad) else item for item in triples)
    graph.parse(data=write_ntriples(plain), format="nt")
    context = json.loads(ontologies.CONTEXT.read_text(encoding="utf-8"))["@context"]
    text = graph.serialize(format="json-ld", context=context, auto_compact=False, indent=None)
    document: dict[str, Any] = json.loads(text)
    nodes = document.get("@graph", [])
    document["@graph"] = sorted((_ordered(node) for node in nodes), key=lambda n: str(n.get("id")))
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    return {
        key: sorted(value, key=lambda v: json.dumps(v, sort_keys=True))
        if isinstance(value, list)
        else value
        for key, value in sorted(node.items())
    }
