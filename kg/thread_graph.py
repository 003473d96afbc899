"""Threads -> RDF, in a graph of their own: identity that was found, not stated.

?thread a cd:Thread ; skos:prefLabel "..."@vi ; skos:hiddenLabel "folded" .
?task   cd:inThread ?thread .      ?later cd:continues ?earlier .
?link   a cd:Continuation, cd:Statement ; rdf:subject ?later ; rdf:predicate cd:continues ;
        rdf:object ?earlier ; cd:probability 0.97 ;
        cd:shared "document 54/2021/NĐ-CP" ; cd:changed "deadline" .
"""

from collections.abc import Iterable, Iterator

from kg.fold import digest, fold
from kg.ids import BASE
from kg.terms import Literal, NamedNode, Quad, named, plain, term, vi
from kg.thread_records import Continuation, Thread

THREADS_GRAPH = f"{BASE}graph/threads"


def thread_quads(threads: Iterable[Thread]) -> list[Quad]:
    """Return the quads of the threads, sorted: equal threads give equal quads."""
    graph = named(THREADS_GRAPH)
    triples = {triple for thread in threads for triple in _triples(thread)}
    return sorted((Quad(s, term(p), o, graph) for s, p, o in triples), key=str)


def _triples(thread: Thread) -> Iterator[tuple[NamedNode, str, NamedNode | Literal]]:
    node = named(thread.iri)
    yield node, "rdf:type", term("cd:Thread")
    yield node, "skos:prefLabel", vi(thread.title)
    yield node, "skos:hiddenLabel", plain(fold(thread.title))
    for task in thread.tasks:
        yield named(task), "cd:inThread", node
    for link in thread.links:
        yield named(link.later), "cd:continues", named(link.earlier)
        yield from _evidence(link)


def _evidence(link: Continuation) -> Iterator[tuple[NamedNode, str, NamedNode | Literal]]:
    node = named(f"{BASE}continuation/{digest(f'{link.later} {link.earlier}', length=16)}")
    yield node, "rdf:type", term("cd:Continuation")
    yield node, "rdf:type", term("cd:Statement")
    yield node, "rdf:subject", named(link.later)
    yield node, "rdf:predicate", term("cd:continues")
    yield node, "rdf:object", named(link.earlier)
    chance = f"{link.probability:.4f}"
    yield node, "cd:probability", Literal(chance, datatype=term("xsd:decimal"))
    for words in link.shared:
        yield node, "cd:shared", plain(words)
    for words in link.changed:
        yield node, "cd:changed", plain(words)
