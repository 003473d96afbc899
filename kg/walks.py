"""Walks over the whole graph, by networkx: how two things hang together, what is central, groups.

SPARQL can say that a path exists, not which one is short, and it knows no groups at all.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import UnknownName
from kg.paths import RELATIONS, described
from kg.refs import checked_iri
from kg.store import GraphStore

if TYPE_CHECKING:
    from kg.lookup import Node

_EDGES = """
SELECT DISTINCT ?from ?relation ?to
WHERE {{ VALUES ?relation {{ {relations} }} ?from ?relation ?to }}
"""
_EVIDENCE = """
SELECT ?quote ?text ?notice WHERE {{
  ?fact rdf:subject <{source}> ; rdf:predicate cd:{relation} ; rdf:object <{target}> .
  ?evidence oa:hasBody ?fact ; oa:hasTarget ?place .
  ?place oa:hasSource ?notice ; oa:hasSelector/oa:exact ?quote .
  OPTIONAL {{ <{source}> cd:text ?text }}
}} ORDER BY ?notice ?quote LIMIT 1
"""
_STATED = """
SELECT ?text ?notice WHERE {{ <{source}> cd:text ?text ; cd:statedIn ?notice }} LIMIT 1
"""
_MOST_ROWS = 50_000_000

_TOGETHER = ("cites", "concernsProject", "concernsPlace", "inThread", "continues")
"""What makes tasks belong together. Units do not: a unit has tasks of every subject."""
_SAMPLED = 200
"""Nodes from which ways are counted, drawn with a fixed seed: counting from all of them takes time
that grows with the square of the graph."""
_NAMED = 3
"""Documents and projects that name a group."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way, with the sentence that it rests on."""

    source: str
    source_label: str
    source_kind: str
    relation: str
    """Local name of the property; it leads from ``source`` to ``target`` unless ``backwards``."""
    backwards: bool
    target: str
    target_label: str
    target_kind: str
    sentence: str | None
    """The task's text, or else the words that the notice has; None where no notice says it."""
    quote: str | None
    notice: str | None


@dataclass(frozen=True, slots=True)
class Central:
    """A thing and how many of the shortest ways between other things lead over it."""

    iri: str
    label: str
    share: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Community:
    """Tasks that share documents, projects, places and threads more than with others."""

    about: tuple[str, ...]
    """What most of them name, the most frequent first."""
    tasks: tuple[str, ...]


def web(store: GraphStore) -> "nx.Graph[str]":
    """Return everything that relations join, as a graph without directions.

    Each edge has ``facts``: the (source, relation, target) that make it, sorted.
    """
    query = _EDGES.format(relations=" ".join(f"cd:{relation}" for relation in RELATIONS))
    graph = nx.Graph()
    rows: Any = store.query(query, timeout=None, max_rows=_MOST_ROWS).rows
    for source, relation, target in rows:
        if not graph.has_edge(source.value, target.value):
            graph.add_edge(source.value, target.value, facts=[])
        name = relation.value.rsplit("#", 1)[-1]
        graph.edges[source.value, target.value]["facts"].append((source.value, name, target.value))
    for _, _, facts in graph.edges.data("facts"):
        facts.sort(key=lambda fact: RELATIONS.index(fact[1]))
    return graph


def way(store: GraphStore, graph: "nx.Graph[str]", start: "Node", end: "Node") -> tuple[Step, ...]:
    """Return the shortest way between two things, each step with its sentence.

    Of equally short ways that over the less busy things is taken: two works that both cite a
    decree have more to do with each other than two that both come from the same office.

    Args:
        store: the graph.
        graph: its ``web``.
        start: from ``kg.lookup.resolve``, as ``end``.

    Raises:
        UnknownName: nothing joins the two.
    """

    def cost(one: str, other: str, _: object) -> float:
        return 1 + math.log10(max(graph.degree[one], graph.degree[other])) / 100

    try:
        nodes = nx.shortest_path(graph, start.iri, end.iri, weight=cost)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        raise UnknownName(
            f'nothing joins "{start.label}" ({start.kind}) with "{end.label}" ({end.kind}): no '
            "task, notice or other thing leads from one to the other."
        ) from None
    known = described(store, nodes)
    facts = [graph.edges[pair]["facts"][0] for pair in pairwise(nodes)]
    return tuple(_step(store, fact, node, known) for node, fact in zip(nodes, facts, strict=False))


def central(
    store: GraphStore, graph: "nx.Graph[str]", *, kind: str = "document", limit: int = 20
) -> list[Central]:
    """Return the things of a kind over which most shortest ways lead (betweenness), most first.

    Args:
        store: the graph.
        graph: its ``web``.
        kind: such as "document", "unit" or "project".
        limit: how many at most.
    """
    shares = nx.betweenness_centrality(graph, k=min(_SAMPLED, len(graph)), seed=1)
    known = described(store, graph.nodes)
    found = [
        Central(node, known[node][1], share)
        for node, share in shares.items()
        if share > 0 and node in known and known[node][0] == kind
    ]
    return sorted(found, key=lambda one: (-one.share, one.label, one.iri))[:limit]


def communities(store: GraphStore, graph: "nx.Graph[str]") -> list[Community]:
    """Return the groups of tasks (Louvain), the largest first; a task by itself is in none."""
    together = nx.Graph()
    edges = ((a, b) for a, b, facts in graph.edges.data("facts") if _belongs(facts))
    together.add_edges_from(sorted(tuple(sorted(edge)) for edge in edges))
    known = described(store, together.nodes)
    found = []
    for members in nx.community.louvain_communities(together, seed=1):
        kinds = {node: known[node][0] for node in members if node in known}
        tasks = sorted(node for node, kind in kinds.items() if kind == "task")
        if len(tasks) > 1:
            named = Counter(
                {
                    known[node][1]: together.degree[node]
                    for node, kind in sorted(kinds.items())
                    if kind in ("document", "project", "place", "thread")
                }
            )
            about = sorted(named, key=lambda label: (-named[label], label))[:_NAMED]
            found.append(Community(tuple(about), tuple(tasks)))
    return sorted(found, key=lambda group: (-len(group.tasks), group.tasks))


def _belongs(facts: Iterable[tuple[str, str, str]]) -> bool:
    return any(relation in _TOGETHER for _, relation, _ in facts)


def _step(
    store: GraphStore, fact: tuple[str, str, str], start: str, known: dict[str, tuple[str, str]]
) -> Step:
    source, relation, target = fact
    backwards = source != start
    one, other = (target, source) if backwards else (source, target)
    quote, text, notice = _said(store, source, relation, target)
    kind, label = known.get(one, ("thing", one))
    other_kind, other_label = known.get(other, ("thing", other))
    return Step(
        source=one, source_label=label, source_kind=kind, relation=relation, backwards=backwards,
        target=other, target_label=other_label, target_kind=other_kind,
        sentence=text or quote, quote=quote, notice=notice,
    )  # fmt: skip


def _said(
    store: GraphStore, source: str, relation: str, target: str
) -> tuple[str | None, str | None, str | None]:
    """Return the quote behind a fact, the sentence it stands in, and the notice of both.

    That a task stands in a notice, or continues another, is in no words: its own are told.
    """
    iris = {"source": checked_iri(source), "target": checked_iri(target)}
    rows: Any = store.query(_EVIDENCE.format(relation=relation, **iris), timeout=None).rows
    if rows:
        quote, text, notice = rows[0]
        return quote.value, text.value if text else None, notice.value
    rows = store.query(_STATED.format(source=iris["source"]), timeout=None).rows
    return (None, rows[0][0].value, rows[0][1].value) if rows else (None, None, None)
