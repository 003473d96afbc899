"""Files that are on the disk whole, whatever happens while they are written."""

import os
from pathlib import Path


def replace_file(target: Path, text: str) -> None:
    """Write a file whole or not at all: beside it, to the disk, and in its place by one rename."""
    aside = target.with_name(f"{target.name}.new")
    aside.write_text(text, encoding="utf-8")
    sync(aside)
    aside.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            sync(Path(parent) / name)
        sync(Path(parent))
