"""Notices read a second, and whether a text many times as long takes no more than so many times."""

import re

import spacy

from ingest import read_bytes, samples_folder
from tests.benchmarks.report import Comparison, seconds

_TIMES = (4, 16)
_TASKS = 35
"""Orders in the sample's body, as annotated."""
_BODY = re.compile(
    r"(?P<head>.*?kết luận[^\n]*:\n)(?P<body>.*?)(?P<tail>\nYêu cầu trưởng[^\n]*\n.*)", re.S
)


def run() -> list[Comparison]:
    """Read the sample notices, then one of them with its body repeated."""
    files = sorted(p for p in samples_folder().iterdir() if p.suffix in (".md", ".txt"))
    samples = [(path.read_bytes(), path.name) for path in files]
    read_bytes(*samples[0])  # the first one imports spaCy
    taken = seconds(lambda: [read_bytes(data, name) for data, name in samples])
    plain = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    plain.add_pipe("sentencizer")
    tokens = seconds(lambda: [plain(data.decode()) for data, _ in samples])
    size = sum(len(data) for data, _ in samples)
    text = files[0].read_text(encoding="utf-8")
    once = seconds(lambda: _read(text, 1))
    return [
        Comparison(
            f"read {len(samples)} notices ({size / taken / 1e6:.2f} MB/s)",
            len(samples) / taken,
            len(samples) / tokens,
            "notices/s",
            "spaCy's tokens and sentences alone",
        ),
        *(
            Comparison(
                f"read a body {times} times as long",
                seconds(lambda times=times: _read(text, times), times=1),  # type: ignore[misc]
                once * times,
                "s",
                f"{times} times the time of one",
                higher_is_better=False,
            )
            for times in _TIMES
        ),
    ]


def _read(text: str, times: int) -> None:
    """Read a notice whose body is repeated; it must hold as many times the tasks."""
    parts = _BODY.match(text)
    if parts is None:
        raise ValueError("expected a sample whose orders stand between two known sentences")
    longer = parts["head"] + "\n".join([parts["body"]] * times) + parts["tail"]
    if len(read_bytes(longer.encode(), "long.md").tasks) < _TASKS * times:
        raise ValueError(f"expected {_TASKS} tasks of each of {times} bodies")
