"""The union of all graphs, kept in the default graph: each triple once, however many state it.

SPARQL's default graph is a set of triples. Oxigraph's own union of named graphs is none: what two
graphs state comes twice, and ``COUNT(*)`` counts it so. Kept, it also answers from shorter keys.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Quad, Store

from kg.terms import NamedNode, Object, named

_UNION = DefaultGraph()


def both(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads of named graphs, each followed by its triple in the union."""
    for quad in quads:
        yield quad
        yield _in_union(quad)


def add(store: Store, quads: Iterable[Quad]) -> None:
    """Add quads of named graphs, and their triples to the union."""
    store.extend(both(quads))


def discard(store: Store, quads: Iterable[Quad]) -> None:
    """Remove quads of named graphs, and from the union what no other graph states."""
    for quad in quads:
        store.remove(quad)
        if next(stating(store, quad.subject, quad.predicate, quad.object), None) is None:
            store.remove(_in_union(quad))


def stating(
    store: Store, subject: object, relation: NamedNode | None, value: Object | None
) -> Iterator[Quad]:
    """Yield the quads of named graphs that fit; None stands for anything."""
    for quad in store.quads_for_pattern(subject, relation, value, None):  # type: ignore[arg-type]
        if quad.graph_name != _UNION:
            yield quad


def stated(store: Store) -> Iterator[Quad]:
    """Yield the quads of all named graphs."""
    for graph in store.named_graphs():
        yield from store.quads_for_pattern(None, None, None, named(graph.value))


def _in_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, _UNION)
