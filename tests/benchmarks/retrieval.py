"""Quality of search beside the plain retrievers: law articles, encyclopaedia, own archives.

    python -m tests.benchmarks.retrieval [--keep FOLDER] [--only alqac|xquad|own]

``--keep`` saves the vectors there and takes them from there the next time; encoding the law
articles is nearly all of the time. Set F1 is that of whole answers ("all tasks about X"): the
plain retrievers get the best k in hindsight, ours cuts off by itself. Of the project's own
archives some were left out of every fit (``tests.benchmarks.sets.HELD_OUT``).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np

from search import Encoder, Passage, SearchIndex, load_encoder
from search.kin import Works
from search.tokens import fold, normalise, words
from tests.benchmarks.kept import KeptEncoder
from tests.benchmarks.sets import HELD_OUT, read_sets
from tests.benchmarks.topics import set_f1

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "data"
_RESAMPLES = 2000
_MOST_QUESTIONS = 150
"""Of a collection with more, every n-th is asked, so that the run ends in minutes."""
_MOST_K = 12
"""Best k in hindsight is looked for up to this."""
_RRF = 60
"""The usual constant of reciprocal rank fusion."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question in each language, and the passages that answer it."""

    vi: str
    en: str
    relevant: frozenset[str]

    def in_language(self, language: str) -> str:
        return fold(normalise(self.vi)) if language == "unmarked" else getattr(self, language)


Ranker = Callable[[str], Sequence[str]]
"""A query -> passage ids, best first."""


def read_reference() -> dict[str, tuple[list[Passage], list[Question]]]:
    """Read the two collections."""
    articles = json.loads((REFERENCE / "alqac" / "articles.vi.json").read_text("utf-8"))
    law = json.loads((REFERENCE / "alqac" / "queries.dev.json").read_text("utf-8"))
    xquad = json.loads((REFERENCE / "xquad" / "dev.json").read_text("utf-8"))
    return {
        "alqac": ([Passage(*item) for item in articles.items()], _questions(law)),
        "xquad": (
            [Passage(passage["id"], passage["vi"]) for passage in xquad["passages"]],
            _questions(xquad["queries"]),
        ),
    }


def _questions(rows: Iterable[Mapping[str, object]]) -> list[Question]:
    every = list(rows)
    return [
        Question(str(row["vi"]), str(row["en"]), frozenset(row["relevant"]))  # type: ignore[call-overload]
        for row in every[:: -(-len(every) // _MOST_QUESTIONS)]
    ]


def rankers(
    index: SearchIndex, passages: Sequence[Passage], encoder: Encoder, works: Works | None = None
) -> dict[str, Ranker]:
    """Return ours and the plain ones."""
    ids = np.array(index.ids)
    plain = bm25s.BM25()
    plain.index([words(passage.text) for passage in passages], show_progress=False)

    def by_words(query: str) -> np.ndarray:
        return np.argsort(-plain.get_scores(words(query)), kind="stable")

    def by_meaning(query: str) -> np.ndarray:
        cosines = index.vectors @ encoder.encode_queries([query])[0]
        return np.argsort(-cosines, kind="stable")

    def fused(query: str) -> np.ndarray:
        total = np.zeros(len(ids))
        for order in (by_words(query), by_meaning(query)):
            total[order] += 1 / (_RRF + 1 + np.arange(len(ids)))
        return np.argsort(-total, kind="stable")

    return {
        "BM25": lambda query: ids[by_words(query)].tolist(),
        "e5 alone": lambda query: ids[by_meaning(query)].tolist(),
        "both by RRF": lambda query: ids[fused(query)].tolist(),
        "ours": lambda query: [
            hit.id for hit in index.answer(((query,),), limit=100, works=works).hits
        ],
    }


def measure(ranker: Ranker, queries: Sequence[tuple[str, frozenset[str]]]) -> np.ndarray:
    """Return nDCG@10, reciprocal rank and recall in the first 100. *Shape:* ``[queries, 3]``."""
    rows = []
    for query, relevant in queries:
        found = [name in relevant for name in ranker(query)[:100]]
        gain = sum(1 / np.log2(rank + 2) for rank, hit in enumerate(found[:10]) if hit)
        ideal = sum(1 / np.log2(rank + 2) for rank in range(min(10, len(relevant))))
        first = found.index(True) + 1 if any(found) else np.inf
        rows.append((gain / ideal, 1 / first, sum(found) / len(relevant)))
    return np.array(rows, np.float64)


def with_interval(values: np.ndarray) -> str:
    """Write a mean with its 95% interval, by bootstrap over the queries. *Shape:* ``[queries]``."""
    draw = np.random.default_rng(7).integers(0, len(values), (_RESAMPLES, len(values)))
    low, high = np.quantile(values[draw].mean(axis=1), (0.025, 0.975))
    return f"{values.mean():.3f} ({low:.3f}–{high:.3f})"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", choices=("alqac", "xquad", "own"))
    options = parser.parse_args()
    encoder = KeptEncoder(load_encoder(), options.keep)
    print("| collection | queries | ranker | nDCG@10 | MRR | R@100 | set F1 |")
    print("|---|---|---|---|---|---|---|", flush=True)
    if options.only in (None, "own"):
        own(encoder)
    if options.only == "own":
        return
    if not REFERENCE.is_dir():
        sys.exit(f"No reference data at {REFERENCE}: law articles and encyclopaedia left out")
    for name, (passages, questions) in read_reference().items():
        if options.only not in (None, name):
            continue
        index = SearchIndex.from_passages(passages, encoder=encoder)
        encoder.keep()
        for language in ("vi", "en", "unmarked"):
            queries = [(q.in_language(language), q.relevant) for q in questions]
            for label, ranker in rankers(index, passages, encoder).items():
                figures = " | ".join(map(with_interval, measure(ranker, queries).T))
                print(f"| {name} | {language} | {label} | {figures} | |", flush=True)


def own(encoder: KeptEncoder) -> None:
    """Print the rows of the project's own archives, those that fits saw apart from the others."""
    found: dict[tuple[str, str, str], list[np.ndarray]] = {}
    unanswered: dict[tuple[str, str], list[bool]] = {}
    for one in read_sets():
        index, works = one.index(encoder)
        encoder.keep()
        group = "own, held out" if one.name in HELD_OUT else "own, fitted on"
        for kind in ("vi", "en", "unmarked"):
            asked = [q for q in one.queries if q.kind == kind]
            queries = [(q.text, q.relevant) for q in asked if q.relevant]
            for label, ranker in rankers(index, one.passages, encoder, works).items():
                sets = _whole_answers(label, ranker, queries, index, works)
                rows = np.column_stack([measure(ranker, queries), sets])
                found.setdefault((group, kind, label), []).append(rows)
            unanswered.setdefault((group, kind), []).extend(
                not index.answer(((q.text,),), complete=True, works=works).hits
                for q in asked
                if not q.relevant
            )
    for (group, kind, label), rows in found.items():
        figures = " | ".join(map(with_interval, np.concatenate(rows).T))
        print(f"| {group} | {kind} | {label} | {figures} |", flush=True)
    for (group, kind), none in unanswered.items():
        print(f"{group}, {kind}: {sum(none)} of {len(none)} queries about nothing got no answer")


def _whole_answers(
    label: str,
    ranker: Ranker,
    queries: Sequence[tuple[str, frozenset[str]]],
    index: SearchIndex,
    works: Works,
) -> np.ndarray:
    """Return the set F1 of each query. *Shape:* ``[queries]``."""
    if label == "ours":
        answers = [index.answer(((q,),), complete=True, works=works).hits for q, _ in queries]
        pairs = zip(answers, queries, strict=True)
        return np.array([set_f1([hit.id for hit in hits], set(r)) for hits, (_, r) in pairs])
    ranked = [(list(ranker(query)), set(relevant)) for query, relevant in queries]
    at_k = np.array([[set_f1(ids[:k], r) for ids, r in ranked] for k in range(1, _MOST_K + 1)])
    return np.asarray(at_k[at_k.mean(axis=1).argmax()])


if __name__ == "__main__":
    main()
