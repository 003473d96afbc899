"""The notices that tests read, and where they lie."""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from ingest import read_notice, samples_folder
from kg.records import Notice

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(p for p in samples_folder().iterdir() if p.suffix in (".md", ".txt"))
_PROGRAMS = {".doc": "soffice", ".png": "tesseract", ".pdf": "tesseract"}


def _plain(path: Path) -> bool:
    try:
        return path.suffix in (".md", ".txt") and bool(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return False


_FOUND = sorted(p for p in (ROOT / "tests/notices").glob("[!.]*") if p.is_file())
ANNOTATED = [p for p in _FOUND if _plain(p)]
OTHER_TYPES = [
    p
    for p in _FOUND
    if p not in ANNOTATED and shutil.which(_PROGRAMS.get(p.suffix, "true")) is not None
]
SERIES = {
    folder.name: sorted((folder / "notices").iterdir())
    for folder in sorted((ROOT / "tests/series").iterdir())
}
"""Consecutive notices of one office: name -> files."""
ALL = [*SAMPLES, *ANNOTATED, *OTHER_TYPES, *(path for paths in SERIES.values() for path in paths)]
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
