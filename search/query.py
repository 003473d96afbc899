"""Read a query: its kind, its topic, and the words and texts to look for."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.dense import Side
from search.glossary import Concept, Glossary
from search.language import VIETNAMESE_STOP, Kind, kind_of, topic_of
from search.restore import Restorer
from search.sparse import Field
from search.tokens import folded, words

_LONGEST = 2000
"""Characters of a query that are read; nobody types more, and the model reads 512 tokens."""
_LONGEST_RENAMED = 12
"""Words of a query whose terms are looked for by other names too."""
_EMPTY = Glossary(())
_BARE_SHARE = 0.25
"""Weight of the unmarked text beside its restored form, in the query's vector."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One query as understood."""

    kind: Kind
    topic: str
    """The query without the words that only frame it."""
    marked: tuple[str, ...]
    """Its words with marks, as typed or as restored; empty for English."""
    bare: tuple[str, ...]
    """Its words without marks, in order."""
    variants: tuple[tuple[str, ...], ...]
    """``marked`` with an abbreviation written out, or the other way round."""
    synonyms: tuple[tuple[str, ...], ...]
    """``marked`` with one term by another of its names."""
    concepts: tuple[Concept, ...]
    """What the glossary knows of its English words."""
    unknown: tuple[str, ...]
    """English content words that the glossary lacks, names among them."""
    texts: tuple[tuple[str, float], ...]
    """What its vector is made from, with weights."""
    side: Side

    @property
    def expanded(self) -> tuple[str, ...]:
        """The words of every Vietnamese term of its concepts."""
        return tuple(w for concept in self.concepts for t in concept.terms for w in words(t))


def read_query(
    query: str, vocabulary: Field, restorer: Restorer, glossary: Glossary, *, expand: bool = True
) -> Reading:
    """Understand a query against a corpus.

    Args:
        query: as typed, in Vietnamese with or without marks, English or a mix.
        vocabulary: the corpus' words without marks; they settle the kind of a query.
        restorer: puts marks back as the corpus writes them.
        glossary: turns English terms into Vietnamese ones.
        expand: False leaves out what the glossary would add.
    """
    topic = topic_of(query[:_LONGEST])
    kind = kind_of(topic, vocabulary)
    if not expand:
        glossary = _EMPTY
    if kind == "en":
        return _read_english(topic, glossary)
    if kind == "mixed":
        return _read_mixed(topic, restorer, glossary)
    return _read_vietnamese(topic, kind, restorer, glossary)


def _read_english(topic: str, glossary: Glossary) -> Reading:
    typed = words(topic)
    found = glossary.translate(topic)
    return Reading(
        kind="en",
        topic=topic,
        marked=(),
        bare=tuple(folded(typed)),
        variants=_variants(typed, glossary),
        synonyms=(),
        concepts=found.concepts,
        unknown=found.unknown,
        texts=_with_translation(topic, found.concepts, found.phrase),
        side="both" if found.concepts else "en",
    )


def _read_mixed(topic: str, restorer: Restorer, glossary: Glossary) -> Reading:
    typed = words(topic)
    found = glossary.translate(topic)
    content = _content(_restore_unmarked(typed, restorer))
    return Reading(
        kind="mixed",
        topic=topic,
        marked=content,
        bare=tuple(folded(typed)),
        variants=_variants(content, glossary),
        synonyms=_synonyms(content, glossary),
        concepts=found.concepts,
        unknown=found.unknown,
        texts=_with_translation(
            topic,
            found.concepts,
            [*(concept.terms[0] for concept in found.concepts), *restorer.restore(found.unknown)],
        ),
        side="vi",
    )


def _read_vietnamese(topic: str, kind: Kind, restorer: Restorer, glossary: Glossary) -> Reading:
    typed = words(topic)
    bare = tuple(folded(typed))
    marked = typed if kind == "vi" else restorer.restore(bare)
    content = _content(marked)
    texts: tuple[tuple[str, float], ...] = ((topic, 1.0),)
    if kind == "unmarked":
        texts = ((" ".join(marked), 1.0), (topic, _BARE_SHARE))
    variants = _variants(content, glossary)
    texts += tuple((" ".join(form), 1.0) for form in variants if len(form) > len(content))
    return Reading(
        kind=kind,
        topic=topic,
        marked=content,
        bare=bare,
        variants=variants,
        synonyms=_synonyms(content, glossary),
        concepts=(),
        unknown=(),
        texts=texts,
        side="vi",
    )


def _with_translation(
    topic: str, concepts: Sequence[Concept], phrase: Sequence[str]
) -> tuple[tuple[str, float], ...]:
    """Add the Vietnamese for the concepts, with what the glossary lacks, as a text."""
    if not concepts:
        return ((topic, 1.0),)
    return (topic, 1.0), (" ".join(phrase), 1.0)


def _restore_unmarked(typed: Sequence[str], restorer: Restorer) -> list[str]:
    """Restore the words of a mixed query that carry no mark."""
    restored = restorer.restore(folded(list(typed)))
    return [
        word if folded([word]) != [word] else better
        for word, better in zip(typed, restored, strict=True)
    ]


def _content(marked: Sequence[str]) -> tuple[str, ...]:
    """Drop the words that carry no meaning, unless nothing else is there."""
    return tuple(word for word in marked if word not in VIETNAMESE_STOP) or tuple(marked)


def _variants(marked: Sequence[str], glossary: Glossary) -> tuple[tuple[str, ...], ...]:
    """Write each abbreviation out, and each full form as its abbreviation."""
    return tuple(
        form
        for span, other in glossary.synonyms(marked)
        for form in _replaced(marked, span, words(other))
    )


def _synonyms(marked: Sequence[str], glossary: Glossary) -> tuple[tuple[str, ...], ...]:
    """Write each term of the glossary by its other names; a long query says enough itself."""
    if len(marked) > _LONGEST_RENAMED:
        return ()
    return tuple(
        form for span, other in glossary.same(marked) for form in _replaced(marked, span, other)
    )


def _replaced(
    marked: Sequence[str], span: Sequence[str], other: Sequence[str]
) -> list[tuple[str, ...]]:
    size = len(span)
    return [
        (*marked[:at], *other, *marked[at + size :])
        for at in range(len(marked) - size + 1)
        if tuple(marked[at : at + size]) == tuple(span)
    ]
