"""What a SPARQL query may be, and what it answers."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

import pyoxigraph as ox

from kg import export
from kg.errors import QueryError
from kg.terms import PREFIXES

__all__ = ["PREFIXES", "Format", "NamedQuery", "QueryResult", "Term", "check", "named_queries"]

Format = Literal["json", "csv", "tsv", "xml", "table", "turtle", "ntriples", "jsonld"]
Triple = tuple["Term", "Term", "Term"]

_TOKEN = re.compile(
    r"""
      (?P<comment> \# [^\n\r]* )
    | (?P<iri> < [^<>"{}|^`\\\s]* > )
    | (?P<string> \"{3} (?: \\. | [^\\] )*? \"{3} | '{3} (?: \\. | [^\\] )*? '{3}
                | " (?: \\. | [^"\\\n] )* " | ' (?: \\. | [^'\\\n] )* ' )
    | (?P<name> [?$@][\w-]+ | [\w.-]*:[\w.%:\\-]* )      # a variable, language tag or prefixed name
    | (?P<word> [A-Za-z]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
)
_REFUSED = {
    "SERVICE": "SERVICE asks another server, and this one never calls out",
    "FROM": "FROM is not read here: every graph is already asked; GRAPH ?g picks one",
}
_FEW = 6
"""More choices than this and the parser is as lost as the reader: naming them helps nobody."""
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


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


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with the ontology, with its title in both languages."""

    name: str
    title_vi: str
    title_en: str
    sparql: str


def named_queries() -> list[NamedQuery]:
    """Return the queries of ``ontologies/queries``, by name."""
    import ontologies

    found = []
    for path in sorted(ontologies.QUERIES.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".rq"):
            text = path.read_text(encoding="utf-8")
            titles = dict(re.findall(r"^# title@(vi|en): (.+?)\s*$", text, re.MULTILINE))
            found.append(NamedQuery(path.name[:-3], titles["vi"], titles["en"], text))
    return found


def check(sparql: str) -> None:
    """Make sure that a query only reads, and reads only here.

    Raises:
        QueryError: the query updates, calls another server or names its own dataset; the message
            tells the line.
    """
    _check(sparql)
    plain = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), sparql)
    if plain != sparql:
        _check(plain)  # a keyword may hide behind code point escapes


def _check(sparql: str) -> None:
    form = None
    for word, line in _words(sparql):
        if form is None and word in _FORMS:
            form = word
        elif form is None and word in _UPDATES:
            raise QueryError(
                f"line {line}: {word} changes the graph, and queries here only read; "
                "start with SELECT, ASK, CONSTRUCT or DESCRIBE"
            )
        elif word in _REFUSED:
            raise QueryError(f"line {line}: {_REFUSED[word]}")
    if form is None:
        raise QueryError(
            "line 1: expected a query that starts with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )


def _words(sparql: str) -> Iterator[tuple[str, int]]:
    """Yield the bare words of a query, outside strings, IRIs, names and comments, with lines."""
    for match in _TOKEN.finditer(sparql):
        if match.lastgroup == "word":
            yield match.group().upper(), sparql.count("\n", 0, match.start()) + 1


def malformed(error: SyntaxError, sparql: str) -> QueryError:
    """Return the parser's complaint as one line: where it stopped, at what, what it expected."""
    match = _PLACE.search(str(error))
    if match is None:
        return QueryError(f"the query is malformed: {error}")
    row, column = int(match[1]), int(match[2])
    line = [*sparql.splitlines(), ""][row - 1]
    before, rest = line[: column - 1].strip()[-30:], line[column - 1 :].strip()[:30]
    near = f'at "{rest}"' if rest else f'after "{before}"'
    return QueryError(f"line {row}, column {column}, {near}: {_expected(match[3])}")


def _expected(wanted: str) -> str:
    """Say what the parser expected, without what it would accept and we refuse."""
    if "Prefix not found" in wanted:
        known = ", ".join(sorted(PREFIXES))
        return f"expected a declared prefix; declare it, or use one known here: {known}"
    choices = wanted.removeprefix("expected ").removeprefix("one of ").split(", ")
    kept = [c for c in choices if c.isupper() or (c[0] == c[-1] == '"')]
    kept = [c for c in kept if c not in ("SERVICE", "LATERAL", "FROM")]
    if kept and len(choices) <= _FEW:
        return f"expected {' or '.join(kept)} here, or other words before it"
    return "this is no longer SPARQL; look at the words and brackets before it"


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
