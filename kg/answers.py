"""What a query answers, and the forms in which it is written out."""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

import pyoxigraph as ox

from kg import export
from kg.errors import QueryError
from kg.terms import PREFIXES

Format = Literal["json", "csv", "tsv", "xml", "table", "turtle", "ntriples", "jsonld"]
Triple = tuple["Term", "Term", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """One RDF term of an answer."""

    value: str
    kind: Literal["iri", "literal", "bnode"]
    datatype: str | None = None
    """IRI of a literal's datatype; None for plain text and text with a language."""
    lang: str | None = None

    @property
    def short(self) -> str:
        """The term as people read it: prefixed IRI or bare text."""
        if self.kind == "iri":
            for prefix, namespace in PREFIXES.items():
                local = self.value.removeprefix(namespace)
                if local != self.value and re.fullmatch(r"[\w-][\w./-]*", local):
                    return f"{prefix}:{local}"
        return self.value

    def __reduce__(self) -> tuple[type["Term"], tuple[str | None, ...]]:
        """Pickle as a call, a fourth of what dataclasses do: whole answers go between processes."""
        return Term, (self.value, self.kind, self.datatype, self.lang)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A query's whole answer."""

    kind: Literal["select", "ask", "construct"]
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    """One value for each of ``variables``; None where a row leaves it unbound."""
    boolean: bool | None = None
    triples: tuple[Triple, ...] = ()

    def to(self, format: Format) -> str:
        """Return the answer as text.

        Raises:
            QueryError: the format is unknown, or not one for this kind of answer.
        """
        if format not in get_args(Format):
            raise QueryError(f"expected a format of {', '.join(get_args(Format))}; got {format!r}")
        if self.kind == "construct":
            return _write_triples(self.triples, format)
        if format in ("turtle", "ntriples", "jsonld"):
            raise QueryError(
                f"a {self.kind.upper()} query answers in rows, which {format} cannot hold: "
                "choose json, csv, tsv, xml or table, or ask with CONSTRUCT"
            )
        return _table(self) if format == "table" else _write_rows(self, format)


class Terms(dict[Any, Any]):
    """Our terms by Oxigraph's, each made once: the units and days of an answer come again."""

    def __init__(self) -> None:
        """Begin with the unbound alone."""
        super().__init__({None: None})

    def __missing__(self, value: object) -> Term:
        """Make a term that is new."""
        term = self[value] = from_ox(value)
        return term


def from_ox(value: object) -> Term:
    """Return a term of Oxigraph's as ours."""
    if isinstance(value, ox.NamedNode):
        return Term(value.value, "iri")
    if isinstance(value, ox.BlankNode):
        return Term(value.value, "bnode")
    if isinstance(value, ox.Literal):
        datatype = value.datatype.value
        plain = value.language is not None or datatype == PREFIXES["xsd"] + "string"
        return Term(value.value, "literal", None if plain else datatype, value.language)
    if isinstance(value, ox.Triple):
        return Term(str(value), "literal")
    raise TypeError(f"expected an RDF term, got {value!r}")


def to_ox(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a term of ours as Oxigraph's."""
    if term.kind == "iri":
        return ox.NamedNode(term.value)
    if term.kind == "bnode":
        return ox.BlankNode(term.value)
    if term.lang:
        return ox.Literal(term.value, language=term.lang)
    return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype) if term.datatype else None)


def _write_rows(result: QueryResult, format: str) -> str:
    """Write SPARQL results; JSON here, the other standard forms by Oxigraph from that."""
    data = json.dumps(_json(result), ensure_ascii=False)
    if format == "json":
        return data
    kind = {"csv": "CSV", "tsv": "TSV", "xml": "XML"}[format]
    parsed = ox.parse_query_results(data, ox.QueryResultsFormat.JSON)
    if isinstance(parsed, ox.QueryBoolean) and format in ("csv", "tsv"):
        return "true\n" if parsed else "false\n"
    return cast(bytes, parsed.serialize(format=getattr(ox.QueryResultsFormat, kind))).decode()


def _json(result: QueryResult) -> dict[str, object]:
    if result.kind == "ask":
        return {"head": {}, "boolean": result.boolean}
    bindings = [
        {
            name: _json_term(term)
            for name, term in zip(result.variables, row, strict=True)
            if term is not None
        }
        for row in result.rows
    ]
    return {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}


def _json_term(term: Term) -> dict[str, str]:
    kind = {"iri": "uri", "literal": "literal", "bnode": "bnode"}[term.kind]
    extra = {"xml:lang": term.lang, "datatype": term.datatype}
    return {"type": kind, "value": term.value} | {k: v for k, v in extra.items() if v}


def _write_triples(triples: tuple[Triple, ...], format: str) -> str:
    if format not in ("turtle", "ntriples", "jsonld", "table", "csv", "tsv"):
        raise QueryError(
            f"a CONSTRUCT or DESCRIBE query answers in triples, which {format} cannot hold: "
            "choose turtle, ntriples, jsonld, csv, tsv or table"
        )
    if format in ("table", "csv", "tsv"):
        rows = QueryResult("select", ("subject", "predicate", "object"), triples)
        return _table(rows) if format == "table" else _write_rows(rows, format)
    quads = [ox.Triple(*(to_ox(term) for term in triple)) for triple in triples]  # type: ignore[arg-type]
    if format == "jsonld":
        return export.jsonld(quads).decode()
    if format == "turtle":
        return export.write_turtle(quads).decode()
    return export.write_ntriples(quads).decode()


def _table(result: QueryResult) -> str:
    """Write rows in aligned columns, as for a terminal; one long line each, nothing cut."""
    if result.kind == "ask":
        return "true\n" if result.boolean else "false\n"
    cells = [[" ".join(t.short.split()) if t else "" for t in row] for row in result.rows]
    columns = list(zip(result.variables, *cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    lines = [list(result.variables), ["-" * width for width in widths], *cells]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )
