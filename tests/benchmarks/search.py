"""Time of one answer and of loading, beside what a plain use of the libraries takes."""

import tempfile
from pathlib import Path

import bm25s

from search import Passage, SearchIndex, load_encoder
from search.tokens import words
from tests.benchmarks.orders import orders
from tests.benchmarks.report import Comparison, seconds

_COUNT = 500
_QUERIES = ("đóng cửa mỏ", "dong cua mo", "all tasks about mining closure", "chất thải y tế")


def run() -> list[Comparison]:
    """Search the same orders with the whole index, and with the encoder and BM25 alone."""
    encoder = load_encoder()
    passages = [Passage(str(number), text) for number, text in enumerate(orders(_COUNT))]
    built: list[SearchIndex] = []
    build = seconds(
        lambda: built.append(SearchIndex.from_passages(passages, encoder=encoder)), times=1
    )
    (index,) = built
    plain = bm25s.BM25()
    plain.index([words(passage.text) for passage in passages], show_progress=False)
    index.relevant(_QUERIES[0])  # warms up

    def bare() -> None:
        for query in _QUERIES:
            encoder.encode_queries([query])
            plain.get_scores(words(query))

    whole = seconds(lambda: [index.relevant(query) for query in _QUERIES])
    simple = seconds(bare)
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        load = seconds(lambda: SearchIndex.load(Path(folder), encoder=encoder), times=1)
    return [
        Comparison(
            f"answer a query on {_COUNT} orders", whole / len(_QUERIES) * 1e3,
            simple / len(_QUERIES) * 1e3, "ms", "encoder and BM25 alone", higher_is_better=False,
        ),
        Comparison(
            f"open an index of {_COUNT} orders", load, build, "s", "building it anew",
            higher_is_better=False,
        ),
    ]  # fmt: skip
