"""Does the graph hold to its shapes? SHACL, answered by pySHACL."""

from dataclasses import dataclass
from typing import Any, Literal, cast

from kg.export import write_ntriples
from kg.store import GraphStore

Severity = Literal["violation", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where the graph does not hold to its shapes."""

    focus: str
    """IRI of the thing that is wrong."""
    path: str | None
    """IRI of the property that is wrong; None where it is no single one."""
    message: str
    severity: Severity


def violations(store: GraphStore, *, lang: Literal["en", "vi"] = "en") -> list[Violation]:
    """Return what in the store breaks ``ontologies/shapes.ttl``, the gravest first.

    Reads the whole graph into memory: a check to run after ingesting, not with each query.
    """
    return check(write_ntriples(quad.triple for quad in store.quads()), lang=lang)


def check(ntriples: bytes, *, lang: Literal["en", "vi"] = "en") -> list[Violation]:
    """Return what in these N-Triples breaks the shapes."""
    import pyshacl
    from rdflib import RDF, SH, Graph

    import ontologies

    data, shapes = Graph().parse(data=ntriples, format="nt"), Graph()
    shapes.parse(data=ontologies.SHAPES.read_bytes(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, allow_warnings=True)
    found = {
        Violation(
            focus=str(report.value(result, SH.focusNode)),
            path=_iri(report.value(result, SH.resultPath)),
            message=_message(list(report.objects(result, SH.resultMessage)), lang),
            severity=_severity(str(report.value(result, SH.resultSeverity))),
        )
        for result in cast(Graph, report).subjects(RDF.type, SH.ValidationResult)
    }
    grave = ("violation", "warning", "info")
    return sorted(found, key=lambda v: (grave.index(v.severity), v.focus, v.path or "", v.message))


def _iri(path: object) -> str | None:
    from rdflib import URIRef

    return str(path) if isinstance(path, URIRef) else None


def _message(messages: list[Any], lang: str) -> str:
    wanted = [str(m) for m in messages if getattr(m, "language", None) == lang]
    return min(wanted or [str(m) for m in messages], default="")


def _severity(iri: str) -> Severity:
    return cast(Severity, iri.rpartition("#")[2].lower())
