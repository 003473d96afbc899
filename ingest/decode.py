"""Bytes of a file -> its text, in one normal form.

The text is NFC, its lines end in "\\n", its spaces are plain and no invisible characters are left,
whatever the file was written with.
"""

import re
import unicodedata

from kg.errors import EmptyNotice, NotText, TooLarge

MAX_BYTES = 40 * 2**20
"""Largest file accepted: a year of notices is under 5 MB, and reading takes about 1 s a MB."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)

_SPACES = re.compile(r"[^\S\n\t\f]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes.

    Args:
        data: the whole file.
        name: the file's name, for messages.

    Raises:
        EmptyNotice: there is no text in it.
        TooLarge: it is over ``MAX_BYTES``.
        NotText: it is a picture, an archive or another binary, or in no coding we know.
    """
    if len(data) > MAX_BYTES:
        size = len(data) / 2**20
        raise TooLarge(
            f"{name}: {size:.0f} MB is more than the {MAX_BYTES // 2**20} MB that can be read; "
            "split it into its notices"
        )
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(f"{name}: expected text (.md, .txt), found {what}; save it as text first")
    text = tidy(_text_of(data, name))
    if not text.strip():
        raise EmptyNotice(f"{name}: the file is empty; expected the text of a notice")
    return text


def tidy(text: str) -> str:
    """Bring a text into the normal form of this module; idempotent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n")
    text = unicodedata.normalize("NFC", text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    text = _CONTROL.sub("", text)
    return text.replace("\u2010", "-").replace("\u2011", "-")


def _text_of(data: bytes, name: str) -> str:
    coding = next((c for bom, c in _BOMS if data.startswith(bom)), None)
    coding = coding or _coding_without_bom(data)
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise NotText(
            f"{name}: byte {error.start} is not {coding.upper()} text; "
            "open the file in its editor and save it as UTF-8"
        ) from None
    controls = len(_CONTROL.findall(text))
    if controls > 8 + len(text) // 200:
        raise NotText(f"{name}: expected text, found binary data ({controls} control characters)")
    return text


def _coding_without_bom(data: bytes) -> str:
    head = data[:4096]
    if len(head) >= 4:
        # Vietnamese in UTF-16 is half ASCII: every second byte of those is zero.
        if head[1::2].count(0) > len(head) // 6:
            return "utf-16-le"
        if head[0::2].count(0) > len(head) // 6:
            return "utf-16-be"
    return "utf-8"
