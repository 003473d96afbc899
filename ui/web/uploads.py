"""Files on their way in: each is read, looked at, and then accepted or rejected."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import ChidaoError, UnknownName
from kg.ids import notice_iri
from kg.records import Notice
from ui.access.served import Access
from ui.answers import Progress
from ui.reading import Source, content_of, expanded

if TYPE_CHECKING:
    from ui.workspace import Workspace

File = tuple[str, bytes]
State = Literal[
    "waiting", "unreadable", "added", "replaced", "unchanged", "failed", "rejected", "undone",
    "superseded",
]  # fmt: skip

MOST_FILES = 50
"""Files looked at together, those of archives among them; `chidao ingest` takes whole folders."""
MOST_MEGABYTES = 100
"""Their size, unpacked: they are held in memory until they are added or rejected."""

ACCEPTABLE = ("waiting", "undone", "failed")
UNDOABLE = ("added", "replaced")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file, and what became of it."""

    key: str
    """Its name on the page."""
    name: str
    data: bytes
    state: State = "waiting"
    notice: Notice | None = None
    """What was read; None where it could not be."""
    reason: str = ""
    stands: str = ""
    """The file that the workspace read the same notice from, when this one was read."""
    same: bool = False
    """Whether that is this very file."""
    before: File | None = None
    """The file that this one replaced, to be put back."""

    @property
    def iri(self) -> str:
        """The IRI of the notice read, empty where none was."""
        return notice_iri(self.notice) if self.notice else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The files that somebody looks at."""

    files: tuple[Upload, ...] = ()
    chosen: str = ""
    """The key of the file that is shown."""
    over: int = 0
    """Files over the limits, which were not taken."""

    def __getitem__(self, key: str) -> Upload:
        return next(file for file in self.files if file.key == key)

    def among(self, states: Sequence[str]) -> list[str]:
        """Return the keys of the files in one of the states."""
        return [file.key for file in self.files if file.state in states]

    def having(self, changed: Iterable[Upload]) -> "Batch":
        """Return the batch with some files changed."""
        new = {file.key: file for file in changed}
        return replace(self, files=tuple(new.get(file.key, file) for file in self.files))


def taken(paths: Iterable[str]) -> list[File]:
    """Return the uploaded files as names and bytes, and remove them from the upload folder."""
    found = []
    for path in map(Path, paths):
        found.append((path.name, path.read_bytes()))
        path.unlink(missing_ok=True)
    return found


def read(
    workspace: "Workspace", batch: Batch, files: Iterable[File]
) -> Iterator[tuple[Batch, str, int, int]]:
    """Read files into a batch, an archive's files in its place.

    Yields:
        the batch so far, the name of the file to be read next (empty at the end), how many were
        read and how many there are.
    """
    sources = [one for name, data in files for one in expanded(Source(name, data=data))]
    room = MOST_FILES - len(batch.files)
    space = MOST_MEGABYTES * 2**20 - sum(len(file.data) for file in batch.files)
    batch, fresh = replace(batch, over=0), 0
    for done, source in enumerate(sources):
        yield batch, source.name, done, len(sources)
        size = len(source.data or b"")
        if room <= 0 or size > space:
            batch = replace(batch, over=batch.over + 1)
            continue
        room, space, fresh = room - 1, space - size, fresh + 1
        upload = _read(workspace, source, batch.files)
        batch = replace(batch, files=(*batch.files, upload))
    new = batch.files[len(batch.files) - fresh :]
    best = next((file for file in new if file.notice), new[0] if new else None)
    batch = replace(batch, chosen=best.key if best else batch.chosen)
    yield batch, "", len(sources), len(sources)


def accepted(
    access: Access,
    name: str | None,
    workspace: "Workspace",
    batch: Batch,
    keys: Sequence[str],
    tell: Callable[[Progress], None],
) -> Batch:
    """Add files to the workspace; return what became of each.

    Args:
        access: the desk that adds them, if the user may.
        name: who is signed in.
        workspace: what they are added to.
        batch: the files.
        keys: those to add.
        tell: takes how far it is.
    """
    user = access.user(name)
    files = [batch[key] for key in keys if batch[key].state in ACCEPTABLE]
    before = {file.key: _standing(workspace, file.iri) for file in files}
    report = access.desk.add_files(user, [(file.name, file.data) for file in files], tell)
    became: dict[str, tuple[State, str]] = {}
    kinds: tuple[State, ...] = ("added", "replaced", "unchanged", "failed")
    outcomes = (report.read, report.replaced, report.unchanged, report.failed)
    for kind, group in zip(kinds, outcomes, strict=True):
        became.update({one.source: (kind, one.reason) for one in group})
    return batch.having(
        replace(file, state=became[file.name][0], reason=became[file.name][1],
                before=before[file.key] if became[file.name][0] == "replaced" else None)
        for file in files
    )  # fmt: skip


def undone(
    access: Access, name: str | None, workspace: "Workspace", batch: Batch, key: str
) -> Batch:
    """Take an accepted file out of the workspace; what it replaced stands there again."""
    user, file = access.user(name), batch[key]
    if file.state not in UNDOABLE:
        return batch
    stands = _standing(workspace, file.iri)
    if stands is not None and stands[1] != file.data:
        return batch.having([replace(file, state="superseded", reason=stands[0])])
    if file.before is not None:
        access.desk.add_files(user, [file.before])
    elif stands is not None:
        access.desk.remove(user, file.iri)
    return batch.having([replace(file, state="undone", reason="", before=None)])


def rejected(batch: Batch, key: str) -> Batch:
    """Leave a file out; the next one that waits is shown."""
    batch = batch.having([replace(batch[key], state="rejected")])
    waiting = batch.among(["waiting"])
    return replace(batch, chosen=waiting[0] if waiting and batch.chosen == key else batch.chosen)


def restored(batch: Batch, key: str) -> Batch:
    """Take a rejected file back among those that wait."""
    return replace(batch.having([replace(batch[key], state="waiting")]), chosen=key)


def _read(workspace: "Workspace", source: Source, there: Sequence[Upload]) -> Upload:
    key = f"f{len(there):03}"
    name = _unlike(source.name, {file.name for file in there})
    try:
        content = content_of(source)
        notice = workspace.preview(content.data, name)
    except ChidaoError as error:
        reason = " ".join(str(error).split())
        return Upload(key, name, source.data or b"", "unreadable", reason=reason)
    stands = _standing(workspace, notice_iri(notice))
    same = stands is not None and stands[1] == content.data
    return Upload(
        key, name, content.data, notice=notice, stands=stands[0] if stands else "", same=same
    )


def _standing(workspace: "Workspace", iri: str) -> File | None:
    try:
        return workspace.original(iri)
    except UnknownName:
        return None


def _unlike(name: str, taken: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    count, new = 2, name
    while new in taken:
        new = f"{stem} ({count}).{suffix}" if dot else f"{name} ({count})"
        count += 1
    return new
