"""The writer of a workspace folder: its lock, the next state, and what goes after it."""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from kg.errors import Locked, WorkspaceError
from ui.durable import replace_file, sync, sync_tree
from ui.state import (
    CURRENT,
    EMPTY,
    FIRST,
    LOCK,
    META,
    NOTICES,
    ORIGINALS,
    STATES,
    Meta,
    current_name,
    listed,
    read_meta,
)

_PATIENCE = 3.0
"""Seconds that a second writer waits: longer than a small save, short for a person."""


@contextmanager
def write_lock(root: Path, *, repair: bool = False, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the workspace for writing; the lock goes with the process, however it ends.

    Args:
        root: the workspace folder, made where it is missing.
        repair: enter a damaged workspace too.
        patience: seconds to wait for another writer.

    Raises:
        Locked: another process still writes after that time.
        WorkspaceError: the folder is no workspace or cannot be written.
    """
    if not repair:
        current_name(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle = (root / LOCK).open("a+", encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"cannot write to {root}: {error.strerror}.") from error
    with handle:
        deadline = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    handle.seek(0)
                    holder = handle.read().strip() or "unknown"
                    raise Locked(
                        f"{root} is being written by process {holder}. Try again when it is done."
                    ) from None
                time.sleep(0.05)
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        if not repair:
            if current_name(root) is None:
                NextState(root).commit(EMPTY)
            clean(root)
        yield
        clean(root)


class NextState:
    """The state being built by the holder of the write lock.

    ``folder`` is new and empty; ``commit`` makes it the current one. Until then nothing points
    to it, and ``clean`` removes it.
    """

    __slots__ = ("_root", "folder")

    def __init__(self, root: Path) -> None:
        self._root = root
        (root / STATES).mkdir(exist_ok=True)
        taken = [int(path.name) for path in states(root) if path.name.isdigit()]
        self.folder = root / STATES / f"{max(taken, default=-1) + 1:06d}"
        (self.folder / NOTICES).mkdir(parents=True)

    def write(self, part: str, value: Any) -> None:
        """Write one JSON file of the state."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (self.folder / part).write_text(text, encoding="utf-8")

    def link(self, part: str, old: Path) -> None:
        """Take over a file of an earlier state, without a second copy where the disk allows."""
        try:
            os.link(old / part, self.folder / part)
        except OSError:
            shutil.copy2(old / part, self.folder / part)

    def commit(self, meta: Meta) -> None:
        """Bring the state to the disk and make it the current one in one rename."""
        self.write(META, meta.to_json())
        sync_tree(self.folder)
        if (self._root / ORIGINALS).is_dir():
            sync(self._root / ORIGINALS)
        sync(self.folder.parent)
        replace_file(self._root / CURRENT, f"{self.folder.name}\n")

    def discard(self) -> None:
        """Remove what was built."""
        shutil.rmtree(self.folder, ignore_errors=True)


def keep_original(root: Path, name: str, data: bytes) -> None:
    """Store a file as handed in, under the name that its content gives it."""
    target = root / ORIGINALS / name
    if target.is_file() and target.read_bytes() == data:
        return
    target.parent.mkdir(exist_ok=True)
    aside = target.with_name(f".{name}.part")
    aside.write_bytes(data)
    sync(aside)
    aside.replace(target)


def originals(root: Path) -> list[Path]:
    """Return the files handed in, by name."""
    return sorted(path for path in listed(root / ORIGINALS) if not path.name.startswith("."))


def states(root: Path) -> list[Path]:
    """Return the folders of all states, finished or not, the oldest first."""
    return sorted(listed(root / STATES))


def superseded(root: Path) -> list[Path]:
    """Return the states before the current one, less the newest of them: a reader may just have
    read its name."""
    name = current_name(root) or FIRST
    return [path for path in states(root) if path.name < name][:-1]


def leftovers(root: Path) -> list[Path]:
    """Return what a killed writer left behind."""
    name = current_name(root) or FIRST
    found = [path for path in states(root) if path.name > name]
    with suppress(WorkspaceError):  # where a state cannot be read, every original is kept
        metas = [read_meta(path, older=True) for path in states(root) if path.name <= name]
        named = {entry.original for meta in metas for entry in meta.entries}
        found += [path for path in listed(root / ORIGINALS) if path.name not in named]
    found += [path for path in listed(root) if path.name == f"{CURRENT}.new"]
    return found


def clean(root: Path) -> None:
    """Remove leftovers and superseded states; only the holder of the write lock may.

    A state that is being read is left alone, and so is everything where the current one is lost.
    """
    name = current_name(root)
    if name and not (root / STATES / name / META).exists():
        return
    _remove(superseded(root))
    _remove(leftovers(root))  # those of the states just removed included


def _remove(paths: list[Path]) -> None:
    for path in paths:
        if not path.is_dir():
            path.unlink(missing_ok=True)
            continue
        try:
            with (path / META).open("rb") as handle:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                (path / META).unlink()  # under the lock: nobody opens what is half removed
        except FileNotFoundError:
            pass
        except OSError:
            continue
        shutil.rmtree(path, ignore_errors=True)
