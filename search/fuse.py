"""Order the passages: the retrievers' scores, weighed by the kind of the query."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from search.language import Kind
from search.query import Reading
from search.sparse import Fields
from search.tokens import words
from search.types import Vectors


@dataclass(frozen=True, slots=True)
class Evidence:
    """What each retriever says of every passage; each array is ``[n]``."""

    dense: Vectors
    """How unusually near in meaning (see DenseIndex.scores)."""
    marked: Vectors
    """BM25 of the marked words, over its maximum: 0..1."""
    folded: Vectors
    """BM25 of the folded words, over its maximum: 0..1."""
    expanded: Vectors
    """BM25 of the glossary's terms, over its maximum: 0..1."""
    cover: Vectors
    """Share of the query that the passage covers, 0..1."""


_WEIGHTS: Mapping[Kind, tuple[float, float, float, float, float]] = {
    "vi": (1.0, 3.0, 0.0, 0.0, 7.0),
    "unmarked": (1.0, 0.0, 3.0, 0.0, 7.0),
    "en": (1.0, 0.0, 0.0, 1.0, 4.0),
    "mixed": (1.0, 2.0, 1.0, 1.0, 5.0),
}
"""Of dense, marked, folded, expanded, cover.

A grid of 100 on the reference data: the best mean nDCG@10 over law articles and encyclopaedia
passages, for each kind (vi .950, unmarked .941, en .708); "mixed" lies between. On topics of
notices they are within .001 of the best of four tried.
"""


def fuse(evidence: Evidence, kind: Kind) -> Vectors:
    """Return one score for every passage. *Shape:* ``[n]``."""
    dense, marked, folded, expanded, cover = _WEIGHTS[kind]
    return np.asarray(
        dense * evidence.dense
        + marked * evidence.marked
        + folded * evidence.folded
        + expanded * evidence.expanded
        + cover * evidence.cover,
        np.float32,
    )


def gather(reading: Reading, index: Fields, dense: Vectors) -> Evidence:
    """Ask the words about a query.

    Args:
        reading: the query.
        index: the words of n passages, all or some.
        dense: these passages' likeness in meaning, ``[n]``.
    """
    return Evidence(
        dense=dense,
        marked=_share(index.marked.bm25(reading.marked)),
        folded=_share(index.folded.bm25(reading.bare)),
        expanded=_share(index.marked.bm25(reading.expanded)),
        cover=cover(reading, index),
    )


def cover(reading: Reading, index: Fields) -> Vectors:
    """Return how much of the query each passage covers, in any of its forms. *Shape:* ``[n]``."""
    forms = [index.marked.paired_cover(form) for form in reading.variants]
    forms += [_SYNONYM * index.marked.paired_cover(form) for form in reading.synonyms]
    if reading.marked:
        forms.append(index.marked.paired_cover(reading.marked))
    if reading.kind != "vi" and not any(form.max(initial=0.0) > WHOLE for form in forms):
        forms.append(_FOLDED_TRUST * index.folded.paired_cover(reading.bare))
    if reading.concepts:
        forms.append(_concept_cover(reading, index))
    return np.max(forms, axis=0) if forms else np.zeros(index.marked.count, np.float32)


WHOLE = 0.999
"""Share from which a passage has the whole query. Where one has it as restored, the restored marks
are taken as right."""
_FOLDED_TRUST = 0.8
"""A match without marks is worth less: "dat" is đất, đạt and đặt."""
_SYNONYM = 0.65
"""Another name of the same is often a little wider or narrower."""
_PARTLY = 0.5
"""Worth of half a term: "đóng" and "cửa" without "mỏ" is not about mines."""


def _concept_cover(reading: Reading, index: Fields) -> Vectors:
    """Share of the query's concepts in each passage, rarer ones counting more."""
    total = np.zeros(index.marked.count, np.float32)
    weight_sum = 1e-9
    for concept in reading.concepts:
        weight = index.marked.idf_of_any([words(term) for term in concept.terms])
        total += weight * np.max([_term_cover(term, index) for term in concept.terms], axis=0)
        weight_sum += weight
    for word in reading.unknown:
        weight = index.folded.idf(word)
        total += weight * index.folded.single_cover([word])
        weight_sum += weight
    return np.asarray(total / weight_sum, np.float32)


def _term_cover(term: str, index: Fields) -> Vectors:
    share = index.marked.paired_cover(words(term))
    return np.where(share > WHOLE, 1.0, _PARTLY * share**2).astype(np.float32)


def _share(scores: Vectors) -> Vectors:
    top = float(scores.max(initial=0.0))
    return scores / top if top > 0 else scores
