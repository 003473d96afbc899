"""What kind of file some bytes are, told from the bytes alone."""

import re
import zipfile
from io import BytesIO
from typing import Literal

Kind = Literal[
    "text", "html", "docx", "odt", "pdf", "picture", "old office", "rtf", "zip", "unknown"
]

_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
)
_FOREIGN = {
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a rar archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3\x00": "a database",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|section|article|main|table|center|div|h[1-6]|p)\b",
    re.I | re.S,
)
_PDF_WITHIN = 1024
"""The standard lets a PDF begin anywhere in its first 1,024 bytes."""
_OFFICE_PART = re.compile(r"word/document\d*\.xml|[^/]+/document\d*\.xml")


def kind_of(data: bytes) -> Kind:
    """Return the kind of a file by its content; a file of no known kind may still be text.

    >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"1. Giao ...")
    ('pdf', 'text')
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)  # asked first: a PDF may be in it as it is, unpacked
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "old office"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if _is_picture(data):
        return "picture"
    if foreign(data) is not None:
        return "unknown"
    return "html" if _is_html(data) else "text"


def foreign(data: bytes) -> str | None:
    """Return what a file is that no reader is there for, None where nothing says so."""
    for signature, what in _FOREIGN.items():
        if data.startswith(signature) and b"\0" in data[:4096]:
            return what
    return None


def _is_picture(data: bytes) -> bool:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return True
    # "BM" may begin a text, a bitmap has zero bytes beside its size.
    return data.startswith(_PICTURES) and (data[:2] != b"BM" or data[6:10] == b"\0\0\0\0")


def _is_html(data: bytes) -> bool:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    return _HTML.match(head) is not None or b"<html" in head.lower()


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, IndexError):
        return "zip"  # its reader says what is wrong with it
    if "[Content_Types].xml" in names and any(map(_OFFICE_PART.fullmatch, names)):
        return "docx"
    if "mimetype" in names and "content.xml" in names:
        return "odt"
    return "zip"
