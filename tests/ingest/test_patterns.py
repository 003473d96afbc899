"""Every pattern of the reader is named and has an example."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest

import ingest
from tests.ingest.examples import EXAMPLES

_ASSIGNED = re.compile(r"^(\w+)\b[^=\n]*= ", re.M)
ELSEWHERE = ("ingest.samples", "ingest.readers")
"""Readers of other file formats are tested with their files."""


def _own() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each pattern by the module and name that it is defined under."""
    for info in pkgutil.walk_packages(ingest.__path__, "ingest."):
        if info.name.startswith(ELSEWHERE):
            continue
        module = importlib.import_module(info.name)
        defined = set(_ASSIGNED.findall(inspect.getsource(module)))
        for name in defined & vars(module).keys():
            for suffix, pattern in _patterns_in(vars(module)[name]):
                yield f"{info.name.removeprefix('ingest.')}.{name}{suffix}", pattern


def _patterns_in(value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, tuple):
        for i, member in enumerate(value):
            parts = member if isinstance(member, tuple) else (member,)
            yield from ((f"[{i}]", part) for part in parts if isinstance(part, re.Pattern))


PATTERNS = dict(_own())


@pytest.mark.parametrize("name", sorted({*PATTERNS, *EXAMPLES}))
def test_a_pattern_finds_its_example(name: str) -> None:
    assert name in PATTERNS, "the example of a pattern that is no more"
    assert name in EXAMPLES, "a pattern without an example"
    text, quote = EXAMPLES[name]
    found = PATTERNS[name].search(text)
    assert found is not None
    assert found[0] == quote
