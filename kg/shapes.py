"""Does the graph hold to its shapes? SHACL: pySHACL for the core, Oxigraph for its SPARQL.

pySHACL parses a SPARQL constraint anew for every node it looks at, which was nine tenths of the
time on a notice of 70 tasks. So the constraints of ``sh:sparql`` are asked of Oxigraph, each once
for all nodes of its target class, and pySHACL checks the rest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

import pyoxigraph as ox

from kg.build import notice_quads
from kg.export import write_ntriples
from kg.records import Notice
from kg.store import GraphStore
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Severity = Literal["violation", "warning", "info"]
Language = Literal["en", "vi"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where the graph does not hold to its shapes."""

    focus: str
    """IRI of the thing that is wrong."""
    path: str | None
    """IRI of the property that is wrong; None where it is no single one."""
    message: str
    severity: Severity


def violations(store: GraphStore, *, lang: Language = "en") -> list[Violation]:
    """Return what in the store breaks ``ontologies/shapes.ttl``, the gravest first.

    Reads the whole graph into memory: a check to run after ingesting, not with each query.
    """
    return check({quad.triple for quad in store.quads()}, lang=lang)


def violations_in(notice: Notice, *, lang: Language = "en") -> list[Violation]:
    """Return what in the quads of one notice breaks the shapes, the gravest first."""
    return check((quad.triple for quad in notice_quads(notice)), lang=lang)


def check(triples: Iterable[ox.Triple], *, lang: Language = "en") -> list[Violation]:
    """Return what in these triples breaks the shapes, the gravest first."""
    shapes, core = _shapes()
    data = set(triples)
    found = set(_sparql(shapes, data, lang)) | set(_core(core, data, lang))
    grave = ("violation", "warning", "info")
    return sorted(found, key=lambda v: (grave.index(v.severity), v.focus, v.path or "", v.message))


@cache
def _shapes() -> "tuple[Graph, Graph]":
    """Return the shapes, and those of the core alone."""
    from rdflib import SH, Graph

    import ontologies

    shapes = Graph().parse(data=ontologies.SHAPES.read_bytes(), format="turtle")
    core = Graph()
    for triple in shapes:
        if triple[1] != SH.sparql:
            core.add(triple)
    return shapes, core


def _core(shapes: "Graph", triples: set[ox.Triple], lang: Language) -> Iterator[Violation]:
    import pyshacl
    from rdflib import RDF, SH, Graph, URIRef

    data = Graph().parse(data=write_ntriples(triples), format="nt")
    _, answer, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, allow_warnings=True)
    report = cast(Graph, answer)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        yield Violation(
            focus=str(report.value(result, SH.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            message=_message(report.objects(result, SH.resultMessage), lang),
            severity=_severity(report.value(result, SH.resultSeverity)),
        )


def _sparql(shapes: "Graph", triples: set[ox.Triple], lang: Language) -> Iterator[Violation]:
    """Ask each ``sh:sparql`` of all nodes of its shape's target class at once."""
    from rdflib import SH

    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    for shape, constraint in shapes.subject_objects(SH.sparql):
        message = _message(shapes.objects(constraint, SH.message), lang)
        severity = _severity(shapes.value(shape, SH.severity, default=SH.Violation))
        select = str(shapes.value(constraint, SH.select))
        for target in shapes.objects(shape, SH.targetClass):
            query = select.replace("WHERE {", f"WHERE {{ $this a <{target}> .", 1)
            answer = cast(ox.QuerySolutions, store.query(query, prefixes=PREFIXES))
            has_path = any(variable.value == "path" for variable in answer.variables)
            for row in answer:
                path = row["path"].value if has_path else None
                yield Violation(row["this"].value, path, message, severity)


def _message(messages: "Iterable[Node]", lang: str) -> str:
    every: list[Any] = list(messages)
    wanted = [str(m) for m in every if getattr(m, "language", None) == lang]
    return min(wanted or [str(m) for m in every], default="")


def _severity(iri: object) -> Severity:
    return cast(Severity, str(iri).rpartition("#")[2].lower())
