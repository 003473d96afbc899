"""The queries that ship with the ontology: plain SPARQL, with titles and parameters in comments.

    # title@vi: Công việc quá hạn            # title@en: Overdue works
    # param day@vi: Tính đến ngày            # param day@en: As of this day
    # default day: today
    SELECT ... WHERE { VALUES ?day { "2025-06-30"^^xsd:date } ... }

A parameter is the variable of a ``VALUES`` with one literal. A value given replaces that literal
and keeps its type; without one the literal stands, or today's day where the file says so.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import QueryError, UnknownName

_TITLE = re.compile(r"^\#\ title@(vi|en):\ (.+?)\s*$", re.MULTILINE | re.VERBOSE)
_PARAMETER = re.compile(r"^\#\ param\ (\w+)@(vi|en):\ (.+?)\s*$", re.MULTILINE | re.VERBOSE)
_TODAY = re.compile(r"^\#\ default\ (\w+):\ today\s*$", re.MULTILINE | re.VERBOSE)
_VALUES = r"""
    (?P<before> VALUES \s+ \?{name} \s* \{{ \s* )
    (?: "(?P<text> (?: \\. | [^"\\] )* )" (?P<type> \^\^xsd:date )? | (?P<number> [\d.]+ ) )
    (?P<after> \s* \}} )
"""
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a named query takes."""

    name: str
    says_vi: str
    says_en: str
    default: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with the ontology, with its title in both languages."""

    name: str
    title_vi: str
    title_en: str
    sparql: str
    """As in its file, which is a query of its own."""
    parameters: tuple[Parameter, ...] = ()

    def filled(self, values: Mapping[str, str] | None = None) -> str:
        """Return the query with these values, and the defaults of the other parameters.

        Raises:
            UnknownName: it has no such parameter.
            QueryError: a value is not of the parameter's type.
        """
        given = dict(values or {})
        known = [parameter.name for parameter in self.parameters]
        if strange := [name for name in given if name not in known]:
            there = ", ".join(known) or "none"
            raise UnknownName(f"{self.name} has no parameter {strange[0]!r}; it has: {there}.")
        sparql = self.sparql
        for parameter in self.parameters:
            sparql = _fill(sparql, parameter.name, given.get(parameter.name, parameter.default))
        return sparql


def named_queries() -> list[NamedQuery]:
    """Return the queries of ``ontologies/queries``, by name."""
    import ontologies

    return [
        _read(path.name[:-3], path.read_text(encoding="utf-8"))
        for path in sorted(ontologies.QUERIES.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".rq")
    ]


def named_query(name: str) -> NamedQuery:
    """Return the query of that name.

    Raises:
        UnknownName: there is none; near names are told.
    """
    from difflib import get_close_matches

    queries = {query.name: query for query in named_queries()}
    if name in queries:
        return queries[name]
    near = get_close_matches(name, queries, n=3) or sorted(queries)
    raise UnknownName(
        f"no named query {name!r}; there are: {', '.join(near)}. `chidao sparql --list` tells all."
    )


def _read(name: str, text: str) -> NamedQuery:
    titles = dict(_TITLE.findall(text))
    says: dict[str, dict[str, str]] = {}
    for parameter, lang, words in _PARAMETER.findall(text):
        says.setdefault(parameter, {})[lang] = words
    today = set(_TODAY.findall(text))
    parameters = tuple(
        Parameter(
            one,
            words["vi"],
            words["en"],
            date.today().isoformat() if one in today else _default(text, one),
        )
        for one, words in says.items()
    )
    return NamedQuery(name, titles["vi"], titles["en"], text, parameters)


def _default(sparql: str, name: str) -> str:
    match = _place(sparql, name)
    return match["number"] or re.sub(r"\\(.)", r"\1", match["text"])


def _fill(sparql: str, name: str, value: str) -> str:
    match = _place(sparql, name)
    if match["number"]:
        literal = _checked(name, value, "a number such as 2 or 0.5", _number)
    elif match["type"]:
        day = _checked(name, value, "a day such as 2021-07-01", date.fromisoformat)
        literal = f'"{day}"{match["type"]}'
    else:
        literal = f'"{value.translate(_ESCAPES)}"'
    start, end = match.span()
    return sparql[:start] + match["before"] + literal + match["after"] + sparql[end:]


def _place(sparql: str, name: str) -> re.Match[str]:
    match = re.search(_VALUES.format(name=re.escape(name)), sparql, re.VERBOSE)
    if match is None:
        raise ValueError(f"expected one VALUES ?{name} {{ LITERAL }} in:\n{sparql}")
    return match


def _number(value: str) -> None:
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        raise ValueError(value)


def _checked(name: str, value: str, wanted: str, read: Callable[[str], object]) -> str:
    try:
        read(value.strip())
    except ValueError:
        raise QueryError(f"the parameter {name} is {wanted}; got {value!r}") from None
    return value.strip()
