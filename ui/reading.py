"""Files on their way into a workspace: which they are, their bytes, the notice each holds."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import ChidaoError, EmptyNotice, ReadError, TooLarge
from kg.records import Notice

_LARGEST = 64 * 1024 * 1024
"""Bytes that are read into memory at all; the reader's own limit is lower and says why."""
_SUFFIX = 12
"""The longest suffix that an original keeps."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name and either its path, its bytes, or why there are none."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a source and what names them."""

    data: bytes
    sha256: str
    original: str
    """Name of the copy that the workspace keeps."""


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """A notice and the content it was read from."""

    notice: Notice
    content: Content


def sources_in(paths: Iterable[Path]) -> list[Source]:
    """Return the files that the paths name, folders walked; a bad path becomes a bad source."""
    from ingest import find_files

    found: list[Source] = []
    for path in paths:
        try:
            files = find_files([path])
        except (ChidaoError, OSError) as error:
            found.append(Source(str(path), trouble=_line(error)))
            continue
        if not files:
            trouble = f"{path} holds no file that may be a notice."
            found.append(Source(str(path), trouble=trouble))
        found += [one for file in files for one in expanded(Source(file.name, path=file))]
    return found


def expanded(source: Source) -> list[Source]:
    """Return the sources in a source: those of a zip archive's members, else itself."""
    if not _begins_as_zip(source):
        return [source]
    from ingest import unpack

    try:
        members = unpack(content_of(source).data, source.name)
    except ChidaoError as error:
        return [Source(source.name, trouble=_line(error))]
    if [name for name, _ in members] == [source.name]:  # an Office file, zipped by nature
        return [source]
    if not members:
        trouble = f"{source.name} holds no file that may be a notice."
        return [Source(source.name, trouble=trouble)]
    return [Source(name, data=data) for name, data in members]


def _begins_as_zip(source: Source) -> bool:
    if source.path is None:
        return source.data is not None and source.data.startswith(b"PK")
    try:
        with source.path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False


def content_of(source: Source) -> Content:
    """Return the bytes of a source.

    Raises:
        ReadError: there are none, or too many.
    """
    data = source.data
    if source.trouble is not None:
        raise ReadError(source.trouble)
    if data is None:
        assert source.path is not None
        try:
            if not source.path.is_file():
                what = "is a folder" if source.path.is_dir() else "is not there"
                raise ReadError(f"{source.path} {what}; expected a notice.")
            size = source.path.stat().st_size
            if size > _LARGEST:
                raise TooLarge(
                    f"{source.name} has {size:,} bytes and at most {_LARGEST:,} are read; "
                    "a notice is a few pages: split the file."
                )
            data = source.path.read_bytes()
        except OSError as error:
            raise ReadError(f"cannot read {source.path}: {error.strerror}.") from error
    digest = hashlib.sha256(data).hexdigest()
    suffix = Path(source.name).suffix.lower()
    plain = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= _SUFFIX
    return Content(data, digest, digest + (suffix if plain else ""))


def read(source: Source) -> ReadNotice:
    """Read the notice that a source holds.

    Raises:
        MissingProgram: reading it needs a program that is not installed.
        ReadError: it holds none, or one without a task.
    """
    content = content_of(source)
    return ReadNotice(notice_in(content.data, source.name), content)


def notice_in(data: bytes, name: str) -> Notice:
    """Return the notice in a file's bytes.

    Raises:
        MissingProgram, ReadError: as ``read``.
    """
    from ingest import read_bytes

    notice = read_bytes(data, name)
    if not notice.tasks:
        raise EmptyNotice(
            f"{name} reads as a text without a task: expected numbered items or "
            "sentences that order work. Nothing was kept; `chidao extract` shows what was read."
        )
    return notice


@cache
def reader_fingerprint() -> str:
    """Return what tells one version of the reading and of the graph's making from another.

    A notice that another version read is read again, so that no old mistake stays.
    """
    import ingest
    import kg
    import ontologies

    digest = hashlib.sha256()
    for package in (ingest, kg, ontologies):
        assert package.__file__ is not None
        root = Path(package.__file__).parent
        for path in sorted(root.rglob("*")):
            if path.suffix in {".py", ".ttl"}:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot read {error.filename or 'the file'}: {error.strerror}."
    return " ".join(str(error).split())
