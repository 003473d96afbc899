"""What a SPARQL query may be here, and what is wrong with one."""

import re
from collections.abc import Iterator

from kg.answers import Format, QueryResult, Term
from kg.errors import QueryError
from kg.named import NamedQuery, named_queries, named_query
from kg.terms import PREFIXES

__all__ = ["PREFIXES", "Format", "NamedQuery", "QueryResult", "Term", "check", "named_queries",
           "named_query"]  # fmt: skip

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
_REFUSED = {"SERVICE": "SERVICE asks another server, and this one never calls out"}
_FEW = 6
"""More choices than this and the parser is as lost as the reader: naming them helps nobody."""
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def check(sparql: str) -> None:
    """Make sure that a query only reads, and reads only here.

    Raises:
        QueryError: the query updates or calls another server; the message tells the line.
    """
    _check(sparql)
    if (plain := _unescaped(sparql)) != sparql:
        _check(plain)  # a keyword may hide behind code point escapes


def names_dataset(sparql: str) -> bool:
    """Whether a query chooses its graphs by FROM or FROM NAMED."""
    return any(word == "FROM" for word, _ in _words(_unescaped(sparql)))


def _unescaped(sparql: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), sparql)


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
    kept = [c for c in kept if c not in ("SERVICE", "LATERAL")]
    if kept and len(choices) <= _FEW:
        return f"expected {' or '.join(kept)} here, or other words before it"
    return "this is no longer SPARQL; look at the words and brackets before it"
