"""Does a workspace agree with itself: originals, notices, graph and index."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kg.errors import ChidaoError, OldVersion, WorkspaceError, WrongVersion
from ui.answers import Check, DoctorReport
from ui.committing import leftovers, originals, states, write_lock
from ui.encoding import SharedEncoder
from ui.opened import Opened
from ui.reading import reader_fingerprint
from ui.state import (
    NOTICES,
    ORIGINALS,
    RECORD_DIGITS,
    STATES,
    Entry,
    current_name,
    open_current,
    read_meta,
)
from ui.writing import is_stale, rebuild, refresh

_REFRESHED = {"format", "basis", "leftovers"}
"""What building the state again from its own records mends."""
_NAMED = 3
"""Names of culprits that a message lists."""


def examine(root: Path, encoder: SharedEncoder, *, fix: bool = False) -> DoctorReport:
    """Check the workspace and, where asked and needed, rebuild it from its originals.

    Raises:
        WrongVersion: another format wrote the folder.
        Locked: it is to be repaired and another process writes.
    """
    checks = tuple(_checks(root, encoder))
    bad = {check.name for check in checks if not check.ok}
    if not fix or not bad:
        return DoctorReport(checks)
    lost: list[Check] = []
    with write_lock(root, repair=True):
        if bad != {"leftovers"} and bad <= _REFRESHED:
            refresh(root, encoder)
        elif bad != {"leftovers"}:
            for source, reason in rebuild(root, _to_rebuild(root), encoder):
                lost.append(Check("rebuilt", False, f"{source}: {reason}"))
    return DoctorReport((*_checks(root, encoder), *lost), fixed=True)


def _checks(root: Path, encoder: SharedEncoder) -> Iterator[Check]:
    try:
        opened = Opened(open_current(root), encoder)
    except OldVersion as error:
        yield Check("format", False, str(error))
        return
    except WrongVersion:
        raise
    except WorkspaceError as error:
        yield Check("state", False, str(error))
        return
    meta = opened.held.meta
    count = f"{len(meta.entries)} notices, {meta.tasks} tasks, {meta.threads} threads"
    yield Check("state", True, f"{opened.held.name or 'none yet'}: {count}")
    yield _originals(root, meta.entries)
    for name, check in (
        ("notices", _notices),
        ("reader", _reader),
        ("threads", _threads),
        ("graph", _graph),
        ("shapes", _shapes),
        ("index", _index),
        ("basis", lambda opened: _basis(root, opened)),
    ):
        try:
            yield check(opened)
        except (ChidaoError, OSError, RuntimeError, ValueError) as error:
            yield Check(name, False, " ".join(str(error).split()))
    left = leftovers(root) if root.exists() else []
    yield Check("leftovers", not left, _named("left behind", left) or "nothing left behind")


def _originals(root: Path, entries: tuple[Entry, ...]) -> Check:
    bad = []
    for entry in entries:
        try:
            with (root / ORIGINALS / entry.original).open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
        except OSError:
            same = False
        if not same:
            bad.append(entry.source)
    trouble = _named("missing or altered", bad)
    return Check("originals", not bad, trouble or f"{len(entries)} as handed in")


def _notices(opened: Opened) -> Check:
    entries = opened.held.meta.entries
    short = [e.source for e in entries if len(opened.notices[e.iri].tasks) != e.tasks]
    trouble = _named("with another number of tasks", short)
    return Check("notices", not trouble, trouble or f"{len(entries)} records")


def _reader(opened: Opened) -> Check:
    entries = opened.held.meta.entries
    old = [entry.source for entry in entries if entry.reader != reader_fingerprint()]
    trouble = _named("read by another version", old)
    return Check("reader", not trouble, trouble or "all read by this version")


def _threads(opened: Opened) -> Check:
    stated = {task for thread in opened.threads for task in thread.tasks}
    trouble = _named("tasks differ from the records", stated ^ set(opened.tasks))
    return Check("threads", not trouble, trouble or f"{opened.held.meta.threads} across notices")


def _graph(opened: Opened) -> Check:
    stored, there = set(opened.notices), set(opened.graph.notices())
    trouble = _named("not in the graph", stored - there) or _named(
        "in the graph alone", there - stored
    )
    if not trouble:
        rows = opened.graph.query("SELECT ?t WHERE { ?t a cd:Task }").rows
        tasks = {row[0].value for row in rows if row[0] is not None}
        trouble = _named("tasks differ from the records", tasks ^ set(opened.tasks))
    return Check("graph", not trouble, trouble or f"{len(there)} notices")


def _shapes(opened: Opened) -> Check:
    from kg.shapes import violations

    found = violations(opened.graph)
    grave = sum(one.severity == "violation" for one in found)
    told = "; ".join(f"{v.focus}: {v.message}" for v in found[:_NAMED])
    counted = f"{grave} violations, {len(found) - grave} warnings: {told}"
    return Check("shapes", not grave, counted if found else "all hold")


def _index(opened: Opened) -> Check:
    if not opened.has_index:
        return Check("index", not opened.tasks, "empty" if not opened.tasks else "missing")
    ids, made_by = set(opened.index.ids), opened.index.model
    used = opened.encoder.get().model
    if made_by != used:
        return Check("index", False, f"made by the model {made_by}, and {used} is in use")
    trouble = _named("tasks differ from the records", ids ^ set(opened.tasks))
    return Check("index", not trouble, trouble or f"{len(ids)} passages, model {made_by}")


def _basis(root: Path, opened: Opened) -> Check:
    stale = is_stale(root, opened.held.meta)
    told = "decisions or authority.ttl changed since the state was built"
    return Check("basis", not stale, told if stale else "follows from all decisions")


def _to_rebuild(root: Path) -> list[Entry]:
    """Return what to read again: what the current state holds, by its own account or else by its
    records; where it is lost, what the newest state that can be read holds; else every original.
    """
    name = _current_or_none(root)
    if name is not None:
        current = root / STATES / name
        with suppress(WorkspaceError):
            return list(read_meta(current, older=True).entries)
        if entries := _by_records(root, current):
            return entries
    for state in reversed(states(root)):
        with suppress(WorkspaceError):
            if entries := list(read_meta(state, older=True).entries):
                return entries
    for state in reversed(states(root)):
        if entries := _by_records(root, state):
            return entries
    return [_entry_of(path, path.name, "") for path in originals(root)]


def _by_records(root: Path, state: Path) -> list[Entry]:
    found = []
    files = {path.name[:RECORD_DIGITS]: path for path in originals(root)}
    for record in sorted((state / NOTICES).glob("*.json")):
        digits, _, reader = record.stem.partition("-")
        with suppress(OSError, ValueError, KeyError, TypeError):
            source = str(json.loads(record.read_bytes())["source"])
            found.append(_entry_of(files.get(digits, Path(digits)), source, reader))
    return found


def _entry_of(original: Path, source: str, reader: str) -> Entry:
    return Entry("", source, original.name, original.name.split(".")[0], reader, 0)


def _current_or_none(root: Path) -> str | None:
    try:
        return current_name(root)
    except WorkspaceError:
        return None


def _named(what: str, culprits: "list[str] | set[str] | list[Path]") -> str:
    if not culprits:
        return ""
    listed = sorted(c.name if isinstance(c, Path) else c for c in culprits)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return f"{len(listed)} {what}: {', '.join(listed[:_NAMED])}{more}"
