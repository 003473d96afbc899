"""The notices that tests read, and where they lie."""

import os
from functools import cache
from pathlib import Path

import pytest

from ingest import read_notice, samples_folder
from kg.records import Notice

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(p for p in samples_folder().iterdir() if p.suffix in (".md", ".txt"))
ANNOTATED = sorted(p for p in (ROOT / "tests/notices").iterdir() if p.suffix in (".md", ".txt"))
SERIES = sorted((ROOT / "tests/series/notices").iterdir())
ALL = [*SAMPLES, *ANNOTATED, *SERIES]
REFERENCE = ROOT.parent / "shared"


@cache
def read(path: Path) -> Notice:
    """Read a notice once for all tests."""
    return read_notice(path)


def reference(path: str) -> Path:
    """A file of the reference data; its absence skips a test, or fails it where CI runs."""
    found = REFERENCE / path
    if not found.exists() and os.environ.get("CI") != "true":
        pytest.skip("no reference data beside the checkout")
    return found
