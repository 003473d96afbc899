"""Say why a passage was found."""

from collections.abc import Sequence

from search.query import Reading
from search.tokens import folded, words

_NEAR = 2.0
"""A passage so unusually near is said to be found by meaning (see DenseIndex.scores)."""


def explain(reading: Reading, passage: Sequence[str], dense: float) -> tuple[str, ...]:
    """Return the reasons, strongest first.

    Args:
        reading: the query.
        passage: the passage's words, with marks.
        dense: how unusually near in meaning it is.
    """
    reasons = []
    shared = _shared(reading, passage)
    if shared:
        reasons.append(f"words: {' '.join(shared)}")
    for concept in reading.concepts:
        terms = [term for term in concept.terms if _contains(passage, words(term))]
        if terms:
            reasons.append(f"glossary: {concept.source} → {', '.join(terms)}")
    for variant in reading.variants:
        if variant and _contains(passage, variant):
            reasons.append(f"glossary: {reading.topic} → {' '.join(variant)}")
    if dense >= _NEAR or not reasons:
        reasons.append("meaning")
    return tuple(reasons)


def added_by_glossary(reading: Reading) -> tuple[str, ...]:
    """Return what the glossary added to a query: "mining closure → đóng cửa mỏ"."""
    found = [f"{concept.source} → {', '.join(concept.terms)}" for concept in reading.concepts]
    found += [f"{reading.topic} → {' '.join(variant)}" for variant in reading.variants]
    return tuple(found)


def _shared(reading: Reading, passage: Sequence[str]) -> list[str]:
    """List the query's words that the passage has, as it has them."""
    if reading.marked:
        having = set(passage)
        return [word for word in dict.fromkeys(reading.marked) if word in having]
    by_bare = dict(zip(folded(list(passage)), passage, strict=True))
    return [by_bare[word] for word in dict.fromkeys(reading.unknown) if word in by_bare]


def _contains(passage: Sequence[str], term: Sequence[str]) -> bool:
    size = len(term)
    return any(list(passage[at : at + size]) == list(term) for at in range(len(passage)))
