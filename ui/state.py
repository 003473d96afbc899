"""A workspace folder on disk as its readers see it: immutable states, one of them current.

    CURRENT                     the name of the current state, one line
    LOCK                        held by the process that writes, which leaves its number in it
    originals/<sha256><suffix>  the files as handed in
    decisions.jsonl             what people decided, one a line (``kg.decisions``)
    access/                     users, session key and journals (``ui.access``)
    authority.ttl               what the department says of its units (``kg.authority``)
    saved.json                  searches that people keep (``ui.finding.saved``)
    states/<name>/meta.json     what is in the state, and what wrote it
                  threads.json  the threads across its notices
                  notices/      one JSON record a notice (``kg.wire``)
                  graph/        the triples
                  index/        the search index

A state is never changed once ``CURRENT`` names it. A writer builds the next one beside it, brings
it to the disk and switches by one rename, so a kill at any instant leaves the state before or the
one after. Readers hold a shared lock on their state's ``meta.json``, and a writer removes no
state that is held (``ui.committing``).
"""

import fcntl
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from kg.errors import OldVersion, WorkspaceError, WrongVersion

FORMAT = 3
"""Version of the layout above; a newer one is refused, an older one brought up to date."""
_OLDEST = 1
"""Format 1 has a graph without the union of its graphs (``kg.union``); up to 2, a law was known by
its title alone, and a place by its province and name."""

CURRENT, LOCK, ORIGINALS, STATES = "CURRENT", "LOCK", "originals", "states"
DECISIONS, AUTHORITY, SAVED = "decisions.jsonl", "authority.ttl", "saved.json"
ACCESS = "access"
"""Folder for users, the session key and the journals (``ui.access``)."""
META, THREADS, NOTICES, GRAPH, INDEX = "meta.json", "threads.json", "notices", "graph", "index"

RECORD_DIGITS = 32
"""Digits of the digest of an original that begin the name of its record."""

FIRST = "000000"
"""The state of a new workspace: with it in place, a missing ``CURRENT`` is always damage."""
_RETRIES = 10
"""Openings of a state that may vanish under a reader; each retry means two whole writes passed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One notice of a state."""

    iri: str
    source: str
    """Name of the file it was read from."""
    original: str
    """Name of its copy under ``originals``."""
    sha256: str
    reader: str
    """Fingerprint of the code that read it."""
    tasks: int

    @property
    def record(self) -> str:
        """Name of its JSON record under ``notices``: of this content, read by this reader."""
        return f"{self.sha256[:RECORD_DIGITS]}-{self.reader}.json"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a state holds and what wrote it."""

    chidao: str
    """Version that wrote the state."""
    model: str | None
    """Embedding model of its index; None where the state has no task."""
    entries: tuple[Entry, ...]
    tasks: int
    threads: int
    basis: str = ""
    """Digest of what people said that it follows from (``basis_of``)."""
    format: int = FORMAT

    def to_json(self) -> dict[str, Any]:
        """Return the meta as plain JSON values."""
        return asdict(self)


EMPTY = Meta(chidao="", model=None, entries=(), tasks=0, threads=0)


class Held:
    """A state that is being read: its folder stays on disk for as long as this object lives."""

    __slots__ = ("_lock", "folder", "meta")

    def __init__(self, folder: Path | None, meta: Meta, lock: IO[bytes] | None) -> None:
        self.folder = folder
        self.meta = meta
        self._lock = lock

    @property
    def name(self) -> str | None:
        """The state's name; None where the workspace has none yet."""
        return self.folder.name if self.folder else None

    def path(self, part: str) -> Path | None:
        """Return a part of the state, such as ``GRAPH``, or None where it does not exist."""
        path = self.folder / part if self.folder else None
        return path if path and path.exists() else None


def current_name(root: Path) -> str | None:
    """Return the name of the current state, None where there is none yet.

    Raises:
        WorkspaceError: the folder is no workspace.
    """
    try:
        name = (root / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        _check_new(root)
        return None
    except NotADirectoryError:
        raise WorkspaceError(f"{root} is a file; a workspace is a folder.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"cannot read {root / CURRENT}: {error}.") from error
    if not name or "/" in name or name.startswith("."):
        raise WorkspaceError(
            f"{root / CURRENT} should name a state and holds {name[:40]!r}. "
            "`chidao doctor --fix` rebuilds the workspace from its originals."
        )
    return name


def open_current(root: Path, *, older: bool = False) -> Held:
    """Open the current state for reading.

    Args:
        root: the workspace folder.
        older: open one of an older format too, for who brings it up to date.

    Raises:
        OldVersion: an earlier format wrote it.
        WrongVersion: another format wrote it.
        WorkspaceError: the folder is no workspace, or its state is damaged.
    """
    for _ in range(_RETRIES):
        name = current_name(root)
        if name is None:
            return Held(None, EMPTY, None)
        folder = root / STATES / name
        try:
            lock = (folder / META).open("rb")
        except FileNotFoundError:
            if current_name(root) == name:
                break
            continue
        except OSError as error:
            raise WorkspaceError(f"cannot read {folder / META}: {error}.") from error
        with suppress(OSError):  # a file system without locks: the newest two states are kept
            fcntl.flock(lock, fcntl.LOCK_SH)
        if os.fstat(lock.fileno()).st_nlink == 0:  # removed between opening and locking
            lock.close()
            continue
        return Held(folder, read_meta(folder, lock.read(), older=older), lock)
    raise WorkspaceError(
        f"{root / CURRENT} names the state {name!r}, which is not there. "
        "`chidao doctor --fix` rebuilds the workspace from its originals."
    )


def read_meta(folder: Path, data: bytes | None = None, *, older: bool = False) -> Meta:
    """Read what a state says of itself.

    Raises:
        OldVersion: an earlier format wrote it, and it is not asked for.
        WrongVersion: another format wrote it.
        WorkspaceError: it cannot be read.
    """
    try:
        plain = json.loads((folder / META).read_bytes() if data is None else data)
        found = plain["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, error) from error
    if found in range(_OLDEST, FORMAT) and not older:
        raise OldVersion(
            f"{folder.parent.parent} has format {found}, written by chidao "
            f"{plain.get('chidao', '?')}; `chidao doctor --fix` brings it to format {FORMAT}."
        )
    if found not in range(_OLDEST, FORMAT + 1):
        raise WrongVersion(
            f"{folder.parent.parent} has format {found}, written by chidao "
            f"{plain.get('chidao', '?')}; this chidao reads format {FORMAT}. Use that version, "
            f"or ingest {folder.parent.parent / ORIGINALS} into a new folder."
        )
    try:
        entries = tuple(Entry(**entry) for entry in plain["entries"])
        return Meta(
            plain["chidao"], plain["model"], entries, plain["tasks"], plain["threads"],
            plain.get("basis", ""), found,
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, error: Exception) -> WorkspaceError:
    return WorkspaceError(
        f"cannot read {folder / META} ({error}). "
        "`chidao doctor --fix` rebuilds the workspace from its originals."
    )


def _check_new(root: Path) -> None:
    """Refuse a folder that is not about to become a workspace: one with other things in it."""
    if not root.exists():
        return
    ours = {
        LOCK,
        ORIGINALS,
        STATES,
        DECISIONS,
        AUTHORITY,
        SAVED,
        ACCESS,
        f"{DECISIONS}.new",
        f"{CURRENT}.new",
    }
    strangers = sorted(path.name for path in root.iterdir() if path.name not in ours)
    if strangers:
        raise WorkspaceError(
            f"{root} is no chidao workspace: it holds {strangers[0]} and no {CURRENT}. "
            "Choose an empty or a new folder with --data."
        )
    if any(path.name != FIRST for path in listed(root / STATES)):
        raise WorkspaceError(
            f"{root} has states and no {CURRENT} file that names one. "
            "`chidao doctor --fix` rebuilds the workspace from its originals."
        )


def listed(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
