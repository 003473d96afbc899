"""What surrounds a node, as a graph to draw; ``kg.walks`` goes over the whole graph."""

from collections.abc import Iterable
from typing import Any

import networkx as nx

from kg.refs import checked_iri
from kg.store import GraphStore
from kg.thread_title import title_of

RELATIONS = (
    "assignedTo", "coordinatedWith", "cites", "concernsProject", "concernsPerson", "concernsPlace",
    "statedIn", "inThread", "continues", "concludes", "chairedBy", "heldBy", "passedBy",
    "signedBy", "unitOf",
)  # fmt: skip
"""Local names of the properties that are walked, either way; evidence and types are left out."""

_KIND_ORDER = (
    "Notice", "Task", "Thread", "Meeting", "LegalDocument", "Project", "Unit", "Person", "Place",
)  # fmt: skip
_KIND_NAMES = {"LegalDocument": "document"}

_AROUND = """
SELECT DISTINCT ?from ?relation ?to WHERE {{
  VALUES ?near {{ {nodes} }}
  VALUES ?relation {{ {relations} }}
  {{ ?near ?relation ?to . BIND(?near AS ?from) }} UNION {{ ?from ?relation ?near .
     BIND(?near AS ?to) }}
}} ORDER BY ?relation ?from ?to
"""
_DESCRIBED = """
SELECT ?node ?class ?label ?text WHERE {{
  VALUES ?node {{ {nodes} }}
  ?node a ?class .
  OPTIONAL {{ ?node skos:prefLabel ?label }}
  OPTIONAL {{ ?node cd:text ?text }}
}}
"""
_MOST_ROWS = 1_000_000


def neighbourhood(
    store: GraphStore, iri: str, *, depth: int = 1, limit: int = 60
) -> "nx.MultiDiGraph[str]":
    """Return what lies within ``depth`` steps of a node, the node itself included.

    Args:
        store: the graph.
        iri: the node to start from; one that the graph does not know gives an empty graph.
        depth: steps, either way, 1 or more.
        limit: nodes at most; those of nearer steps come first.

    Returns:
        A graph whose nodes have ``kind`` ("unit", "task" ...) and ``label``, and whose edges have
        ``relation``, the property's local name, also their key.
    """
    found = nx.MultiDiGraph()
    seen, ring = {iri: None}, [iri]
    edges: set[tuple[str, str, str]] = set()
    for _ in range(depth):
        around = _around(store, ring)
        edges.update(around)
        ring = []
        for source, _, target in around:
            for node in (source, target):
                if node not in seen and len(seen) < limit:
                    seen[node] = None
                    ring.append(node)
        if not ring:
            break
    known = described(store, seen)
    for node in seen:
        if node in known:
            kind, label = known[node]
            found.add_node(node, kind=kind, label=label)
    for source, relation, target in sorted(edges):
        if source in found and target in found:
            found.add_edge(source, target, key=relation, relation=relation)
    return found


def _around(store: GraphStore, nodes: Iterable[str]) -> list[tuple[str, str, str]]:
    query = _AROUND.format(
        nodes=" ".join(f"<{checked_iri(node)}>" for node in nodes),
        relations=" ".join(f"cd:{relation}" for relation in RELATIONS),
    )
    rows: Any = store.query(query, timeout=None, max_rows=_MOST_ROWS).rows
    return [
        (source.value, relation.value.rsplit("#", 1)[-1], target.value)
        for source, relation, target in rows
    ]


def described(store: GraphStore, nodes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return kind and label of each node that has a class."""
    query = _DESCRIBED.format(nodes=" ".join(f"<{checked_iri(node)}>" for node in nodes))
    rows: Any = store.query(query, timeout=None, max_rows=_MOST_ROWS).rows
    classes: dict[str, set[str]] = {}
    labels: dict[str, str] = {}
    for node, class_, label, text in rows:
        classes.setdefault(node.value, set()).add(class_.value.rsplit("#", 1)[-1])
        if label or text:
            labels[node.value] = label.value if label else title_of(text.value)
    return {
        node: (_kind(held), labels.get(node, node.rsplit("/", 1)[-1]))
        for node, held in classes.items()
    }


def _kind(classes: set[str]) -> str:
    for name in _KIND_ORDER:
        if name in classes:
            return _KIND_NAMES.get(name, name.casefold())
    return min(classes).casefold()
