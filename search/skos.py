"""The glossary as SKOS, for `ontologies/glossary.ttl`.

    python -m search.skos > ontologies/glossary.ttl

The table `glossary.tsv` is the source. A field is a top concept, above all its concepts. A concept
is also narrower than the one whose Vietnamese name begins its own, for in Vietnamese the head
comes first: "giấy phép môi trường" (environmental licence) is a "giấy phép" (licence).
"""

import re
import sys
from collections.abc import Iterable, Sequence

from search.glossary import Entry, Field, read_table
from search.tokens import fold, words

_HEADER = """\
@prefix cdi: <https://w3id.org/chidao/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

cdi:glossary a skos:ConceptScheme ;
    dcterms:title "Glossary of administration"@en , "Từ vựng hành chính"@vi .
"""
_LEAST_HEAD = 2
"""Syllables a name must have to be the head of another: "đất" alone heads too many."""


def turtle(fields: Sequence[Field]) -> str:
    """Write the whole glossary as Turtle."""
    parts = [_HEADER]
    heads = {tuple(words(e.vietnamese[0])): e for field in fields for e in field.entries}
    for field in fields:
        top = _name(f"field {field.english}")
        parts.append(
            f"{top} a skos:Concept ; skos:topConceptOf cdi:glossary ;\n"
            f"    skos:prefLabel {_text(field.english, 'en')} , {_text(field.vietnamese, 'vi')} .\n"
        )
        for entry in field.entries:
            head = _head(entry, heads)
            broader = f"{top} , {_name(head.english[0])}" if head else top
            parts.append(_concept(entry, broader))
    return "\n".join(parts)


def _head(entry: Entry, heads: dict[tuple[str, ...], Entry]) -> Entry | None:
    name = tuple(words(entry.vietnamese[0]))
    for size in range(len(name) - 1, _LEAST_HEAD - 1, -1):
        if name[:size] in heads:
            return heads[name[:size]]
    return None


def _concept(entry: Entry, broader: str) -> str:
    lines = [
        f"{_name(entry.english[0])} a skos:Concept ; skos:inScheme cdi:glossary",
        f"skos:broader {broader}",
        "skos:prefLabel "
        + " , ".join([_text(entry.english[0], "en"), _text(entry.vietnamese[0], "vi")]),
    ]
    others = [_text(t, "en") for t in entry.english[1:]]
    others += [_text(t, "vi") for t in entry.vietnamese[1:]]
    if others:
        lines.append("skos:altLabel " + " , ".join(others))
    bare = _bare(entry.vietnamese)
    if bare:
        lines.append("skos:hiddenLabel " + " , ".join(_text(t, "vi") for t in bare))
    return " ;\n    ".join(lines) + " .\n"


def _bare(terms: Iterable[str]) -> list[str]:
    """The terms as typed without marks, where that differs."""
    bare = {fold(t.casefold()): None for t in terms if fold(t.casefold()) != t.casefold()}
    return list(bare)


def _name(term: str) -> str:
    return "cdi:concept-" + re.sub(r"[^a-z0-9]+", "-", fold(term.casefold())).strip("-")


def _text(value: str, language: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}'


if __name__ == "__main__":
    sys.stdout.write(turtle(read_table()))
