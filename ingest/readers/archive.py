"""Zip files opened with care: members counted and measured before anything is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from ingest.readers import limits
from ingest.readers.kinds import kind_of
from kg.errors import NotText, ReadError, TooLarge

_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, IndexError, OverflowError,
)  # fmt: skip
_HIDDEN = ("__MACOSX", ".")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?)$", re.I)


def members(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """Return the files in a zip archive, and in archives inside it, as (path, bytes), in order.

    Folders, hidden files and what the Mac adds are left out; nothing is written anywhere, and a
    path is only a name.

    Raises:
        ReadError: the archive is broken, protected, or holds paths that lead out of it.
        TooLarge: it holds or unpacks to more than the limits.
    """
    budget = [limits.MAX_UNPACKED, limits.MAX_MEMBERS]
    return sorted(_members(data, name, 1, budget))


def _members(data: bytes, name: str, depth: int, budget: list[int]) -> Iterator[tuple[str, bytes]]:
    if depth > limits.MAX_DEPTH:
        raise TooLarge(
            f"{name}: archives inside archives {depth} deep, at most {limits.MAX_DEPTH} are "
            "opened; unpack it and give the folder"
        )
    with Zip(data, name) as archive:
        for info in archive.infos():
            budget[1] -= 1
            budget[0] -= info.file_size
            if budget[1] < 0 or budget[0] < 0:
                raise TooLarge(
                    f"{name}: more than {limits.MAX_MEMBERS} files or "
                    f"{limits.MAX_UNPACKED // 2**20} MB unpacked; split the archive"
                )
            path = sane_path(archive.name_of(info), name)
            if info.is_dir() or any(part.startswith(_HIDDEN) for part in path.parts):
                continue
            content = archive.read(info)
            if kind_of(content) == "zip":
                for inner, inner_content in _members(content, f"{name}/{path}", depth + 1, budget):
                    yield f"{path}/{inner}", inner_content
            else:
                yield str(path), content


def sane_path(path: str, name: str) -> PurePosixPath:
    """Return a member's path, whatever kind of slash it was written with.

    Raises:
        ReadError: it leads out of the archive.
    """
    sane = PurePosixPath(path.replace("\\", "/"))
    if sane.is_absolute() or ".." in sane.parts or re.match(r"[A-Za-z]:", path) or "\0" in path:
        raise ReadError(
            f"{name}: the path {path!r} leads out of the archive; such a file is not opened"
        )
    return sane


class Zip:
    """A zip file in memory, whose members keep to the limits."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise NotText(
                f"{name}: expected a zip or Office file, but it is damaged ({error}); get it again"
            ) from None
        count = len(self._zip.infolist())
        if count > limits.MAX_MEMBERS:
            raise TooLarge(
                f"{name}: {count} members, at most {limits.MAX_MEMBERS} are read; split it"
            )

    def __enter__(self) -> "Zip":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def infos(self) -> list[zipfile.ZipInfo]:
        """The members, in the order of their names."""
        return sorted(self._zip.infolist(), key=lambda info: info.filename)

    def check_office(self) -> None:
        """Refuse an Office file whose parts are larger than any document's.

        Raises:
            TooLarge: they are, or one of them packs better than text can.
        """
        total = 0
        for info in self._zip.infolist():
            if not _PICTURE.search(info.filename):
                self._check(info)
                total += info.file_size
        if total > limits.MAX_OFFICE_UNPACKED:
            raise TooLarge(
                f"{self._name}: {total // 2**20} MB unpacked, at most "
                f"{limits.MAX_OFFICE_UNPACKED // 2**20} MB are read; split the document"
            )

    def read(self, info: zipfile.ZipInfo | str) -> bytes:
        """Unpack one member.

        Raises:
            ReadError: it is missing, damaged or protected.
            TooLarge: it unpacks to more than the limits.
        """
        try:
            if isinstance(info, str):
                info = self._zip.getinfo(info)
        except KeyError:
            raise ReadError(
                f"{self._name}: the part {info} is missing; the file is damaged: get it again"
            ) from None
        self._check(info)
        try:
            return self._zip.read(info)
        except _BROKEN as error:
            protected = " It is protected by a password." if info.flag_bits & 1 else ""
            raise ReadError(
                f"{self._name}: {info.filename} cannot be unpacked ({error}).{protected}"
            ) from None

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def name_of(self, info: zipfile.ZipInfo) -> str:
        """A member's name; archives from Windows write UTF-8 and do not say so."""
        if info.flag_bits & 0x800:
            return info.filename
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return info.filename

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.file_size > limits.MAX_MEMBER:
            raise TooLarge(
                f"{self._name}: {info.filename} unpacks to {info.file_size // 2**20} MB, at most "
                f"{limits.MAX_MEMBER // 2**20} MB are read"
            )
        packed = max(info.compress_size, 1)
        if info.file_size > 2**20 and info.file_size / packed > limits.MAX_RATIO:
            raise TooLarge(
                f"{self._name}: {info.filename} unpacks to {info.file_size // packed} times its "
                f"size, at most {limits.MAX_RATIO} times is read; it looks made to fill the memory"
            )
