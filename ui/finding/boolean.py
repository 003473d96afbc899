"""What a query asks for with operators: "exact phrase", -word, NOT word, AND, OR."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

_PHRASE = r"""["“”«„]\s*(?P<phrase>[^"“”«»„]+?)\s*["“”»]"""
_QUOTED = re.compile(_PHRASE)
_NOT = re.compile(
    rf"(?:(?<=\s)|^)(?:-(?=[^\W\d_]|[\"“«])|NOT\s+)(?:{_PHRASE}|(?P<word>[^\s\"“”«»,;]+))"
)
_OPERATOR = re.compile(r"\s+(AND|OR)\s+")


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that a task must have, or must not have, as they stand; offsets are the query's."""

    kind: Literal["phrase", "not"]
    words: str
    start: int
    end: int


def find_exact(query: str) -> list[Exact]:
    """List the quoted phrases and the words left out, in order.

    A hyphen inside a word or before a number is none ("NĐ-CP", "-5"). In a query all in capitals
    NOT is a word.
    """
    found = [
        Exact("not", match["phrase"] or match["word"], *match.span())
        for match in _NOT.finditer(query)
        if not (query.isupper() and match[0].startswith("NOT"))
    ]
    for match in _QUOTED.finditer(query):
        if not any(e.start <= match.start() < e.end for e in found):
            found.append(Exact("phrase", match["phrase"], *match.span()))
    return sorted(found, key=lambda exact: exact.start)


def alternatives(words: str) -> tuple[tuple[str, ...], ...]:
    """Split words at OR into alternatives, and each at AND into what it needs.

    >>> alternatives("đất AND nước OR rừng")
    (('đất', 'nước'), ('rừng',))
    """
    if words.isupper():
        return ((words,),)
    groups: list[list[str]] = [[]]
    parts = _OPERATOR.split(f" {words} ")
    for part, operator in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if part.strip():
            groups[-1].append(" ".join(part.split()))
        if operator == "OR":
            groups.append([])
    return tuple(tuple(group) for group in groups if group)


def blanked(query: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the query with stretches replaced by spaces, so that places stay."""
    letters = list(query)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
