"""A workspace folder on disk: immutable states, one of them current, and a lock for writers.

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
state that is held.
"""

import fcntl
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.errors import Locked, OldVersion, WorkspaceError, WrongVersion

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.decisions import Decision

FORMAT = 2
"""Version of the layout above; a newer one is refused, an older one brought up to date."""
_OLDEST = 1
"""Format 1 has a graph without the union of its graphs (``kg.union``)."""

CURRENT, LOCK, ORIGINALS, STATES = "CURRENT", "LOCK", "originals", "states"
DECISIONS, AUTHORITY, SAVED = "decisions.jsonl", "authority.ttl", "saved.json"
ACCESS = "access"
"""Folder for users, the session key and the journals (``ui.access``)."""
META, THREADS, NOTICES, GRAPH, INDEX = "meta.json", "threads.json", "notices", "graph", "index"

RECORD_DIGITS = 32
"""Digits of the digest of an original that begin the name of its record."""

_PATIENCE = 3.0
"""Seconds that a second writer waits: longer than a small save, short for a person."""
_FIRST = "000000"
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
    if any(path.name != _FIRST for path in _listed(root / STATES)):
        raise WorkspaceError(
            f"{root} has states and no {CURRENT} file that names one. "
            "`chidao doctor --fix` rebuilds the workspace from its originals."
        )


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
        _sync_tree(self.folder)
        if (self._root / ORIGINALS).is_dir():
            _sync(self._root / ORIGINALS)
        _sync(self.folder.parent)
        replace_file(self._root / CURRENT, f"{self.folder.name}\n")

    def discard(self) -> None:
        """Remove what was built."""
        shutil.rmtree(self.folder, ignore_errors=True)


def replace_file(target: Path, text: str) -> None:
    """Write a file whole or not at all: beside it, to the disk, and in its place by one rename."""
    aside = target.with_name(f"{target.name}.new")
    aside.write_text(text, encoding="utf-8")
    _sync(aside)
    aside.replace(target)
    _sync(target.parent)


def keep_original(root: Path, name: str, data: bytes) -> None:
    """Store a file as handed in, under the name that its content gives it."""
    target = root / ORIGINALS / name
    if target.is_file() and target.read_bytes() == data:
        return
    target.parent.mkdir(exist_ok=True)
    aside = target.with_name(f".{name}.part")
    aside.write_bytes(data)
    _sync(aside)
    aside.replace(target)


def decisions(root: Path) -> "list[Decision]":
    """Return what people decided, the oldest first.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    path = root / DECISIONS
    if not path.is_file():
        return []
    from kg.decisions import from_json

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [from_json(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"cannot read {path} ({error}): mend the line, or move the file away to decide anew."
        ) from error


def authority(root: Path) -> "Authority":
    """Return what is known of units: in the whole country, and in this workspace's own file.

    Raises:
        WorkspaceError: the workspace's file cannot be read.
    """
    from kg.authority import Authority

    return Authority.load(*_authorities(root))


def basis_of(root: Path) -> str:
    """Return a digest of what a state follows from beside its notices: decisions, authorities.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    found = hashlib.sha256()
    for path in (root / DECISIONS, *_authorities(root)):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise WorkspaceError(f"cannot read {path}: {error}.") from error
        found.update(hashlib.sha256(data).digest())
    return found.hexdigest()[:RECORD_DIGITS]


def _authorities(root: Path) -> tuple[Path, Path]:
    import ontologies

    return Path(str(ontologies.AUTHORITY)), root / AUTHORITY


def keep_decisions(root: Path, decided: "Sequence[Decision]") -> None:
    """Store what people decided in place of what was stored, in one rename."""
    from kg.decisions import to_json

    lines = [json.dumps(to_json(decision), ensure_ascii=False) for decision in decided]
    replace_file(root / DECISIONS, "".join(f"{line}\n" for line in lines))


def originals(root: Path) -> list[Path]:
    """Return the files handed in, by name."""
    return sorted(path for path in _listed(root / ORIGINALS) if not path.name.startswith("."))


def states(root: Path) -> list[Path]:
    """Return the folders of all states, finished or not, the oldest first."""
    return sorted(_listed(root / STATES))


def superseded(root: Path) -> list[Path]:
    """Return the states before the current one, less the newest of them: a reader may just have
    read its name."""
    name = current_name(root) or _FIRST
    return [path for path in states(root) if path.name < name][:-1]


def leftovers(root: Path) -> list[Path]:
    """Return what a killed writer left behind."""
    name = current_name(root) or _FIRST
    found = [path for path in states(root) if path.name > name]
    with suppress(WorkspaceError):  # where a state cannot be read, every original is kept
        metas = [read_meta(path, older=True) for path in states(root) if path.name <= name]
        named = {entry.original for meta in metas for entry in meta.entries}
        found += [path for path in _listed(root / ORIGINALS) if path.name not in named]
    found += [path for path in _listed(root) if path.name == f"{CURRENT}.new"]
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


def _listed(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent) / name)
        _sync(Path(parent))
