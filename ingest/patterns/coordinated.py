"""Citations named together: what is said once holds for all that it can hold for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.patterns.citation_grammar import (
    CODE_KINDS,
    OF_ISSUER,
    TITLE,
    TITLE_END,
)
from kg.records import Citation

_CODES = re.compile(r"[A-ZĐ][^\W\d_]*")
"""The codes in "2021/NĐ-CP": of the kind and of the office."""
_DIGITS = re.compile(r"\d+")
_REGISTERED = re.compile(r"(?P<number>\d+)(?P<register>\D.*)")
"""A key as its register counts it: "27/QĐ-X" is 27 of "/QĐ-X"."""


def complete(text: str, run: list[Citation]) -> Iterator[Citation]:
    """Give each citation of a coordinated run what is said once, after the last of them.

    Those of one office have one issuer. Two numbers that follow each other in one register
    ("27/QĐ-X, 28/QĐ-X ngày 29/01/2021") are of one day.
    """
    if not run:
        return
    end = run[-1].end
    issuer = title = None
    if match := OF_ISSUER.match(text, end):
        issuer, end = match["issuer"], match.end()
    if match := TITLE.match(text, end):
        ends = TITLE_END.search(match["title"])
        title = match["title"][: ends.start() if ends else None].strip(" ,")
    following: Citation | None = None
    for citation in reversed(run):
        day, key = citation.date, citation.key
        if following is not None and "/" not in key and "/" in following.key:
            key = _with_register(key, following.key)
        if day is None and following is not None and _next_in_register(citation, following):
            day = following.date
        following = replace(
            citation,
            key=key,
            date=day,
            issuer=issuer if _of_one_office(citation, run[-1]) else None,
            title=title if following is None else None,
            relation=citation.relation or run[0].relation,
        )
        yield following


def _of_one_office(citation: Citation, last: Citation) -> bool:
    """Whether two numbers of a run are one office's: by a code of theirs, else by their kind."""
    a, b = (set(_CODES.findall(c.key)) - CODE_KINDS.keys() for c in (citation, last))
    numbered = "/" in citation.key and "/" in last.key
    return not a.isdisjoint(b) if numbered and a and b else citation.type == last.type


def _with_register(spoken: str, key: str) -> str:
    """The number of "số 45, 46/2022/NĐ-CP" that leaves its code to the next one."""
    number, register = _DIGITS.search(spoken), _REGISTERED.fullmatch(key)
    return f"{number[0]}{register['register']}" if number and register else spoken


def _next_in_register(first: Citation, second: Citation) -> bool:
    a, b = (_REGISTERED.fullmatch(c.key) for c in (first, second))
    if a is None or b is None:
        return False
    return a["register"] == b["register"] and int(b["number"]) - int(a["number"]) == 1
