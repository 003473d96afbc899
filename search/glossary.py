"""The bilingual glossary: English terms to Vietnamese ones, abbreviations to full forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from search.slips import KnownWords
from search.tokens import words

_FILE = Path(__file__).with_name("glossary.tsv")
_LEARNED = Path(__file__).with_name("words.tsv")
"""Learned from the former, see :mod:`search.aligned`."""
_LONGEST = 6
"""Content words of the longest English term looked up."""

ENGLISH_STOP = frozenset(
    """a about all also an and any are as at be been but by can concerning did do does for from
    had has have how i if in into is it its me more no not of off on or our over please regarding
    related relating s so some such that the their them there these they this those to up us was
    we were what when where which who whose why will with you your""".split()
)

_JOINTS = frozenset("about and at by for from in into of on or over to under with".split())
"""Words between whose two sides the order is that of Vietnamese: "closure | of mines"."""

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
    phrase: tuple[str, ...] = ()
    """The usual terms, and the unknown words, in the order of Vietnamese."""


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

    def __init__(
        self,
        rows: Iterable[tuple[Sequence[str], Sequence[str]]],
        single: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Take the terms.

        Args:
            rows: English terms and Vietnamese ones, the usual ones first, for each concept.
            single: stem of an English word -> its Vietnamese, where no term is that word alone.
        """
        self._by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._short: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._same: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        self.english: list[str] = []
        self.vietnamese: list[str] = []
        self.vocabulary: set[str] = set()
        self.terms: list[list[str]] = []
        """The words of every Vietnamese term that is no abbreviation."""
        known_words: dict[str, str] = {}
        for english, vietnamese in rows:
            self.english.append(english[0])
            self.vietnamese.append(vietnamese[0])
            for term in english:
                known_words.update(content_stems(term))
                stems = [stem for _, stem in content_stems(term)]
                self.vocabulary.update(stems)
                known = self._by_key[tuple(sorted(stems))]
                known.extend(v for v in vietnamese if v not in known)
            self._pair_abbreviations(vietnamese)
            self._tie(vietnamese)
            self.terms += [words(term) for term in vietnamese if not term.isupper()]
        self._words = KnownWords(known_words)
        for word, meaning in single.items():
            self._by_key.setdefault((word,), [meaning])

    def _pair_abbreviations(self, terms: Sequence[str]) -> None:
        """Tie an abbreviation to the row's usual term, both ways."""
        for term in terms[1:]:
            if term.upper() == term and " " not in term:
                self._short[tuple(words(term))].append(terms[0])
                self._short[tuple(words(terms[0]))].append(term)

    def _tie(self, terms: Sequence[str]) -> None:
        """Tie the names of one concept that are no abbreviations and not one syllable alone."""
        spelled = [tuple(words(t)) for t in terms if not t.isupper() and " " in t]
        for term in spelled:
            self._same[term] += [o for o in spelled if o != term and o not in self._same[term]]

    def same(self, syllables: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Find terms of a Vietnamese query that go by another name too, the longest first.

        Returns:
            (the words found, another name), for each.
        """
        found = []
        at = 0
        while at < len(syllables):
            for end in range(min(at + 2 * _LONGEST, len(syllables)), at + 1, -1):
                key = tuple(syllables[at:end])
                if key in self._same:
                    found += [(key, other) for other in self._same[key]]
                    at = end - 1
                    break
            at += 1
        return found

    def translate(self, text: str) -> Translation:
        """Cover an English text with terms, longest first, in any order of a term's words.

        A word that no term has is taken for one near it: another derivation, a slip of a letter,
        two words written as one.
        """
        content = self._content(text)
        concepts: list[Concept] = []
        unknown: list[str] = []
        phrase: list[tuple[int, int, str]] = []
        at = 0
        while at < len(content):
            concept, size = self._longest(content[at:])
            word, _, part = content[at]
            if concept:
                concepts.append(concept)
            else:
                unknown.append(word)
            # Within a part English names the head last, Vietnamese first.
            phrase.append((part, -at, concept.terms[0] if concept else word))
            at += size
        ordered = tuple(term for _, _, term in sorted(phrase))
        return Translation(tuple(concepts), tuple(unknown), ordered)

    def _content(self, text: str) -> list[tuple[str, str, int]]:
        """List (word, known stem, part of the text) of the words that carry meaning."""
        found = []
        part = 0
        for word in words(text):
            part += word in _JOINTS
            if word in ENGLISH_STOP:
                continue
            for near in self._words.mend(word, stem(word)) or (stem(word),):
                found.append((word, near, part))
        return found

    def _longest(self, content: Sequence[tuple[str, str, int]]) -> tuple[Concept | None, int]:
        for size in range(min(_LONGEST, len(content)), 0, -1):
            span = content[:size]
            terms = self._by_key.get(tuple(sorted(near for _, near, _ in span)))
            if terms:
                source = " ".join(dict.fromkeys(word for word, _, _ in span))
                return Concept(source, tuple(terms)), size
        return None, 1

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
    lines = _LEARNED.read_text(encoding="utf-8").splitlines()
    return Glossary(
        ((entry.english, entry.vietnamese) for field in read_table() for entry in field.entries),
        dict(line.split("\t") for line in lines),
    )
