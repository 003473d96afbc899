"""The bilingual glossary: English terms to Vietnamese ones, abbreviations to full forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search.tokens import words

_FILE = Path(__file__).with_name("glossary.tsv")
_LONGEST = 6
"""Content words of the longest English term looked up."""

ENGLISH_STOP = frozenset(
    """a about all also an and any are as at be been but by can concerning did do does for from
    had has have how i if in into is it its me more no not of off on or our over please regarding
    related relating s so some such that the their them there these they this those to up us was
    we were what when where which who whose why will with you your""".split()
)

_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ings?|ed|es|e|s)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of the table: its names in both languages, the usual ones first."""

    english: tuple[str, ...]
    vietnamese: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of administration and its concepts."""

    english: str
    vietnamese: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of a query that the glossary knows."""

    source: str
    """The words of the query."""
    terms: tuple[str, ...]
    """Vietnamese terms, the usual one first."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What the glossary makes of an English query."""

    concepts: tuple[Concept, ...]
    unknown: tuple[str, ...]
    """Content words that no term covers: names, and what the glossary lacks."""


def stem(word: str) -> str:
    """Bring the inflections and the two spellings of an English word together.

    >>> stem("mines"), stem("mining"), stem("licences"), stem("license")
    ('min', 'min', 'licens', 'licens')
    """
    word = word.lower().replace("isation", "ization").replace("licenc", "licens")
    if word.endswith("our"):
        word = word[:-3] + "or"
    if word.endswith("tre"):
        word = word[:-3] + "ter"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ss"):
        return word
    bare = _ENDINGS.sub("", word).replace("is", "iz")
    if bare.endswith("mm"):  # programme, program
        bare = bare[:-1]
    return bare


def content_stems(text: str) -> list[tuple[str, str]]:
    """List (word, stem) of the words of an English text that carry meaning."""
    return [(word, stem(word)) for word in words(text) if word not in ENGLISH_STOP]


class Glossary:
    """Looks terms up in both languages."""

    def __init__(self, rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._short: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self.english: list[str] = []
        self.vietnamese: list[str] = []
        self.vocabulary: set[str] = set()
        for english, vietnamese in rows:
            self.english.append(english[0])
            self.vietnamese.append(vietnamese[0])
            for term in english:
                stems = [stem for _, stem in content_stems(term)]
                self.vocabulary.update(stems)
                known = self._by_key[tuple(sorted(stems))]
                known.extend(v for v in vietnamese if v not in known)
            self._pair_abbreviations(vietnamese)

    def _pair_abbreviations(self, terms: Sequence[str]) -> None:
        """Tie an abbreviation to the row's usual term, both ways."""
        for term in terms[1:]:
            if term.upper() == term and " " not in term:
                self._short[tuple(words(term))].append(terms[0])
                self._short[tuple(words(terms[0]))].append(term)

    def translate(self, text: str) -> Translation:
        """Cover an English text with terms, longest first, in any order of a term's words."""
        content = content_stems(text)
        concepts: list[Concept] = []
        unknown: list[str] = []
        at = 0
        while at < len(content):
            for size in range(min(_LONGEST, len(content) - at), 0, -1):
                span = content[at : at + size]
                terms = self._by_key.get(tuple(sorted(stem for _, stem in span)))
                if terms:
                    concepts.append(Concept(" ".join(word for word, _ in span), tuple(terms)))
                    break
            else:
                size = 1
                unknown.append(content[at][0])
            at += size
        return Translation(tuple(concepts), tuple(unknown))

    def synonyms(self, syllables: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
        """Find abbreviations and their full forms in a Vietnamese query.

        Returns:
            (the words found, the other form of them), for each.
        """
        found = []
        for start in range(len(syllables)):
            for end in range(start + 1, min(start + 2 * _LONGEST, len(syllables)) + 1):
                key = tuple(syllables[start:end])
                found += [(key, other) for other in self._short.get(key, ())]
        return found


def read_table() -> tuple[Field, ...]:
    """Read `glossary.tsv`, field by field."""
    fields: list[tuple[str, str, list[Entry]]] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        english, vietnamese = line.split("\t")
        if english.startswith("# "):
            fields.append((english[2:], vietnamese, []))
        else:
            fields[-1][2].append(Entry(tuple(english.split("; ")), tuple(vietnamese.split("; "))))
    return tuple(Field(english, vietnamese, tuple(rows)) for english, vietnamese, rows in fields)


@cache
def load_glossary() -> Glossary:
    """Read the glossary that comes with chidao."""
    return Glossary(
        (entry.english, entry.vietnamese) for field in read_table() for entry in field.entries
    )
