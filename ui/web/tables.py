"""SPARQL results as HTML: rows, yes or no, triples."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup

from kg.ids import BASE
from ui.web.parts import EMPTY, joined, message
from ui.web.texts import Texts

if TYPE_CHECKING:
    from kg.query import QueryResult, Term

_LINE = re.compile(r"\bline (\d+)")
_SHOWN = 500
"""Rows put into the page; the downloads hold all. More makes a phone stutter."""


def query_result(result: "QueryResult", query: str, milliseconds: float, t: Texts) -> Markup:
    """Return a SPARQL answer with its count, its time and its downloads."""
    if result.kind == "ask":
        answer = t("answer_yes" if result.boolean else "answer_no")
        return _head(answer, query, milliseconds, ("json", "xml"), t)
    if result.kind == "construct":
        head = t.count("triples", len(result.triples))
        formats = ("turtle", "ntriples", "jsonld")
        body = Markup('<pre class="cd-turtle" tabindex="0">{}</pre>').format(result.to("turtle"))
        return _head(head, query, milliseconds, formats, t) + body
    head = t.count("rows", len(result.rows))
    if len(result.rows) > _SHOWN:
        head += " · " + t("rows_shown", shown=t.number(_SHOWN))
    body = _rows(result, t) if result.rows else message(t("no_rows"))
    return _head(head, query, milliseconds, ("csv", "json", "tsv", "xml"), t) + body


def query_failure(reason: str, t: Texts, query: str = "") -> Markup:
    """Return why a query could not be run, with the engine's own words and the line it names."""
    named = _LINE.search(reason)
    lines = query.splitlines()
    line = EMPTY
    if named and 0 < int(named[1]) <= len(lines):
        number = int(named[1])
        line = Markup('<pre class="cd-badline"><b>{}</b> {}</pre>').format(
            number, lines[number - 1]
        )
    return Markup(
        '<div class="cd-message cd-message--error" role="alert"><h3>{}</h3>{}<pre>{}</pre></div>'
    ).format(t("query_error"), line, reason)


def _head(
    title: str, query: str, milliseconds: float, formats: tuple[str, ...], t: Texts
) -> Markup:
    buttons = joined(
        Markup('<button type="submit" name="format" value="{}">{}</button>').format(f, f.upper())
        for f in formats
    )
    address = urlencode({"tab": "sparql", "query": query})
    link = Markup('<button type="button" data-copy="?{}" data-done="{}">{}</button>').format(
        address, t("copied"), t("copy_link")
    )
    return Markup(
        '<div class="cd-resulthead" data-address="{}"><h2 role="status">{}</h2>'
        '<span class="cd-took">{}</span>'
        '<form class="cd-downloads" method="post" action="/sparql"><span>{}:</span>'
        '<textarea name="query" hidden>{}</textarea><input type="hidden" name="download" value="1">'
        "{}{}</form></div>"
    ).format(
        address,
        title,
        t("took", ms=t.number(round(milliseconds))),
        t("download"),
        query,
        buttons,
        link,
    )


def _rows(result: "QueryResult", t: Texts) -> Markup:
    head = joined(Markup('<th scope="col">{}</th>').format(v) for v in result.variables)
    rows = joined(
        Markup("<tr>{}</tr>").format(
            joined(
                Markup('<td data-label="{}">{}</td>').format(name, _cell(term, t))
                for name, term in zip(result.variables, row, strict=True)
            )
        )
        for row in result.rows[:_SHOWN]
    )
    return Markup(
        '<div class="cd-scroll" tabindex="0" role="region" aria-label="{}">'
        '<table class="cd-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(t.count("rows", len(result.rows)), head, rows)


def _cell(term: "Term | None", t: Texts) -> Markup:
    if term is None:
        return EMPTY
    if term.kind == "iri" and term.value.startswith(BASE):
        return Markup(
            '<button type="button" class="cd-link cd-iri" data-follow="{}" title="{}">{}</button>'
        ).format(term.value, t("follow_it", name=term.value), term.short)
    if term.kind == "iri":
        return Markup('<span class="cd-iri" title="{}">{}</span>').format(term.value, term.short)
    number = (term.datatype or "").rpartition("#")[2] in _NUMBERS
    css = "cd-number" if number else "cd-literal"
    return Markup('<span class="{}">{}</span>').format(css, term.value)


_NUMBERS = frozenset(("integer", "decimal", "double", "float", "int", "long"))
