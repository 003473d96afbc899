"""Search over very many tasks: 100,000 and a million, beside exact search and plain libraries.

    python -m tests.benchmarks.many [TASKS ...]

Sentences are drawn from patterns (tests/benchmarks/orders.py) with a number of their own, and
vectors are not encoded: each is that of one of a thousand encoded sentences with noise added, so
that near ones are unlike in small things. So these figures tell time and memory, not quality.
Queries are timed by the processor, so that other work on the machine counts less.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import bm25s
import numpy as np

from search import Encoder, Passage, SearchIndex, load_encoder
from search.tokens import words
from tests.benchmarks.orders import orders
from tests.benchmarks.report import Comparison

_REAL = 1000
_NOISE = 0.25
"""Length of the noise beside a vector of length one: cosines among one sentence's are about .94."""
_QUERIES = 24
_PLAIN_UP_TO = 200_000
"""The plain libraries are not asked to take more: bm25s' index of a million takes too long here."""
_TOPICS = (
    "đóng cửa mỏ", "dong cua mo", "mining closure", "chất thải y tế", "medical waste",
    "giải phóng mặt bằng", "giai phong mat bang", "site clearance", "an toàn hồ đập",
    "tất cả nhiệm vụ về phòng cháy rừng", "all tasks about forest fires", "cấp giấy chứng nhận",
)  # fmt: skip


def run() -> list[Comparison]:
    """Measure at 100,000 tasks."""
    return measure(100_000, load_encoder())


def measure(count: int, encoder: Encoder) -> list[Comparison]:
    """Measure at so many tasks."""
    passages, vectors = made(count, encoder)
    index = SearchIndex.from_vectors(passages, vectors, encoder)
    queries = [_TOPICS[n % len(_TOPICS)] + ("" if n % 2 else f" {n}") for n in range(_QUERIES)]
    for query in queries[:4]:
        index.search(query)
    ours = _times(lambda query: index.answer(((query,),), limit=10), queries)
    found = [
        Comparison(
            f"a query on {count:,} tasks, {name}", float(np.quantile(ours, q)), 0.0, "ms", "", False
        )
        for name, q in (("p50", 0.5), ("p95", 0.95))
    ]
    if count <= _PLAIN_UP_TO:
        plain = bm25s.BM25()
        plain.index([words(p.text) for p in passages], show_progress=False)

        def libraries(query: str) -> None:
            cosines = vectors @ encoder.encode_queries([query])[0]
            np.argsort(-cosines)
            np.argsort(-plain.get_scores(words(query)))

        theirs = _times(libraries, queries)
        found = [
            Comparison(
                c.name, c.ours, float(np.quantile(theirs, q)), "ms", "BM25 and vectors", False
            )
            for c, q in zip(found, (0.5, 0.95), strict=True)
        ]
    found.append(Comparison(f"recall@10 of exact search on {count:,}", _recall(index, queries), 1.0,
                            "", "exact", True))  # fmt: skip
    found += _adding(index, encoder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    found.append(
        Comparison(f"most memory with {count:,} tasks", peak, 4.0, "GiB", "allowed", False)
    )
    return found


def made(count: int, encoder: Encoder) -> tuple[list[Passage], np.ndarray]:
    """Return passages, and vectors that were not encoded. *Shape:* ``[count, dim]``."""
    texts = orders(_REAL)
    real = encoder.encode_passages(texts)
    draw = np.random.default_rng(5)
    vectors = np.empty((count, real.shape[1]), np.float32)
    for start in range(0, count, _REAL):
        size = min(_REAL, count - start)
        noise = draw.standard_normal((size, real.shape[1]), np.float32)
        noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        block = real[:size] + noise
        vectors[start : start + size] = block / np.linalg.norm(block, axis=1, keepdims=True)
    passages = [
        Passage(str(n), f"{texts[n % _REAL]} Hồ sơ số {n // _REAL}, đợt {n % 97}, thôn {n % 1009}.")
        for n in range(count)
    ]
    return passages, vectors


def _times(work: "object", queries: list[str]) -> list[float]:
    taken = []
    for query in queries:
        start = time.process_time()
        work(query)  # type: ignore[operator]
        taken.append(1e3 * (time.process_time() - start))
    return taken


def _recall(index: SearchIndex, queries: list[str]) -> float:
    """Return the share of the first ten by exact judgement of all that are among ours."""
    shares = []
    for query in queries[: len(_TOPICS)]:
        reading, evidence = index.read(query)
        exact = index.weigh(reading, evidence)
        tenth = np.sort(exact)[-10]
        score = dict(zip(index.ids, exact.tolist(), strict=True))
        hits = index.search(query, 10)
        shares.append(np.mean([score[hit.id] >= tenth - 1e-4 for hit in hits]))
    return float(np.mean(shares))


def _adding(index: SearchIndex, encoder: Encoder) -> list[Comparison]:
    notice = [Passage(f"new-{n}", text + " Việc mới.") for n, text in enumerate(orders(30))]
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder) / "a")
        start = time.process_time()
        loaded = SearchIndex.load(Path(folder) / "a", encoder=encoder)
        opened = time.process_time()
        loaded.updated(notice).save(Path(folder) / "b")
        added = time.process_time()
    return [
        Comparison(f"open an index of {len(index):,}", opened - start, 5.0, "s", "allowed", False),
        Comparison(f"open, add a notice of 30 to {len(index):,}, save", added - start, 5.0, "s",
                   "allowed", False),
    ]  # fmt: skip


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or [100_000]:
        for comparison in measure(size, load_encoder()):
            sys.stdout.write(f"{comparison}\n")
            sys.stdout.flush()
