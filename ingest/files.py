"""Which files may hold a notice: in a folder, in an archive, by what they hold."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ingest.decode import MAX_BYTES, check_size
from ingest.readers.kinds import kind_of

_TEXT_SUFFIXES = frozenset(
    ("", ".md", ".markdown", ".txt", ".text", ".html", ".htm", ".doc", ".docx", ".odt", ".rtf")
)
"""Of plain text in a folder, only what is named so is a notice: programs and tables are text."""
_OTHER_SUFFIXES = (
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".bmp",
    ".gif",
    ".webp",
    ".zip",
)
SUFFIXES = (*sorted(_TEXT_SUFFIXES - {""}), *_OTHER_SUFFIXES)
"""How files that are read are usually called, to offer where files are chosen; what a file is
its content tells."""
_HEAD = 4096


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read, sorted: those named, and those of folders that may be notices.

    A file named by itself is always there; one in a folder by its content: documents, pages,
    scans and archives whatever they are called, and plain text with the name of a document.
    Hidden files are left out.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if _is_shown(p, path) and _may_be_notice(p))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def unpack(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """Return the notices in a file's bytes as (name, bytes): one, or those of a zip archive.

    A member's name is "archive.zip/folder/file.docx"; members that cannot be notices are left
    out as in a folder.

    Raises:
        ReadError: it is an archive, and damaged, protected, over the limits, or holds paths that
            lead out of it.
    """
    if kind_of(data) != "zip":
        return [(name, data)]
    from ingest.readers.archive import members

    check_size(data, name)
    return [
        (f"{name}/{path}", content)
        for path, content in members(data, name)
        if _is_candidate(PurePosixPath(path).suffix, content)
    ]


def _is_shown(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.is_file()


def _may_be_notice(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.startswith(b"PK"):  # an archive's contents are listed at its end
                head += file.read(MAX_BYTES)
    except OSError:
        return True  # its reader says what is wrong with it
    return _is_candidate(path.suffix, head)


def _is_candidate(suffix: str, data: bytes) -> bool:
    kind = kind_of(data)
    if kind == "text":
        return suffix.casefold() in _TEXT_SUFFIXES
    return kind != "unknown"
