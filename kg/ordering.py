"""Rows put in order here: the engine looks each text up again whenever it compares two rows.

Oxigraph 0.5 evaluates what ``ORDER BY`` names at every comparison, twice n log n look-ups of some
3 us each on disk; 4,770 sentences took 230 ms to sort, 15 here. (Its main branch looks each up
once since August 2026; with that release this module can go.) Only the plain case is taken over:
a SELECT that ends in ``ORDER BY`` of variables that it returns, and takes every row.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.answers import Term
from kg.terms import PREFIXES

Row = tuple[Term | None, ...]

_HIDDEN = re.compile(
    r"""
      \# [^\n\r]*                                                                  # a comment
    | < [^<>"{}|^`\\\s]* >                                                         # an IRI
    | \"{3} (?: \\. | [^\\] )*? \"{3} | '{3} (?: \\. | [^\\] )*? '{3}              # a long text
    | " (?: \\. | [^"\\\n] )* " | ' (?: \\. | [^'\\\n] )* '                        # a text
    """,
    re.VERBOSE | re.DOTALL,
)
_BY = r"(?: (?: ASC | DESC ) \s* \( \s* [?$]\w+ \s* \) | [?$]\w+ )"
_ORDER = re.compile(rf"\b ORDER \s+ BY \s* ({_BY} (?: \s* {_BY} )*) \s* \Z", re.I | re.VERBOSE)
_KEY = re.compile(r"(?: (ASC|DESC) \s* \( \s* )? [?$](\w+)", re.I | re.VERBOSE)
_FORM = re.compile(r"(?<![?$:\w]) (SELECT|ASK|CONSTRUCT|DESCRIBE) \b", re.I | re.VERBOSE)
_OTHER = re.compile(r"\b(?:ORDER|LIMIT|OFFSET)\b", re.I)
_XSD = PREFIXES["xsd"]
_SHAPES = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "integer": re.compile(r"[+-]?\d{1,18}"),  # what the engine holds as a number
    "decimal": re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?"),
    "double": re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?"),
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """A query without the ``ORDER BY`` that ends it."""

    sparql: str
    keys: tuple[tuple[str, bool], ...]
    """Variables to sort by, the weightiest first, and whether from high to low."""


def ordered(sparql: str) -> Ordered | None:
    """Take a query and its order apart; None where the engine has to sort."""
    if "\\u" in sparql.lower():
        return None  # a keyword may hide behind code point escapes
    bare = _HIDDEN.sub(lambda match: " " * len(match[0]), sparql)
    form, after = _FORM.search(bare), bare.rfind("}") + 1
    order = _ORDER.search(bare, after)
    if form is None or form[1].upper() != "SELECT" or order is None:
        return None
    if _OTHER.search(bare, after, order.start()):
        return None
    keys = tuple((name, way.upper() == "DESC") for way, name in _KEY.findall(order[1]))
    return Ordered(sparql[: order.start()], keys)


def in_order(
    rows: Sequence[Row], variables: Sequence[str], keys: Sequence[tuple[str, bool]]
) -> list[Row] | None:
    """Return the rows in the order of SPARQL; None where values of several kinds meet.

    Raises:
        ValueError: a key is none of the variables.
    """
    found = list(rows)
    for name, downwards in reversed(keys):
        place = list(variables).index(name)
        kinds = {_kind(row[place]) for row in rows}
        literal = kinds - {"unbound", "bnode", "iri"}
        key = _KEYS.get(literal.pop()) if len(literal) == 1 else _text
        if literal or key is None:
            return None
        found.sort(key=lambda row: _rank(row[place], key), reverse=downwards)
    return found


def _kind(term: Term | None) -> str:
    """Return what a term is compared as."""
    if term is None:
        return "unbound"
    if term.kind != "literal":
        return term.kind
    if term.datatype is None:
        return "text"
    kind = term.datatype.removeprefix(_XSD)
    shape = _SHAPES.get(kind)
    return kind if shape and shape.fullmatch(term.value) else "another"


def _rank(term: Term | None, key: Callable[[Term], object]) -> tuple[object, ...]:
    """Return what sorts: the unbound, then blank nodes, then IRIs, then literals."""
    if term is None:
        return (0,)
    if term.kind == "literal":
        return (3, key(term))
    return (1 if term.kind == "bnode" else 2, term.value)


def _text(term: Term) -> object:
    return (term.value, term.lang is None, term.lang or "")


_KEYS: dict[str, Callable[[Term], object]] = {
    "text": _text,
    "date": lambda term: term.value,
    "integer": lambda term: int(term.value),
    "decimal": lambda term: Decimal(term.value),
    "double": lambda term: float(term.value),
}
