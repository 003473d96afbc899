"""Bytes of a text file -> its text, in one normal form.

The text is NFC and Unicode, its lines end in "\\n", its spaces are plain and no invisible
characters are left, whatever the file was written with.
"""

import re
import unicodedata

from ingest.legacy import legacy_coding, syllables, to_unicode
from kg.errors import EmptyNotice, NotText, TooLarge

MAX_BYTES = 40 * 2**20
"""Largest file accepted: a year of notices is under 5 MB, and reading takes about 1 s a MB."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_SPACES = re.compile(r"[^\S\n\t\f]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PRIVATE = re.compile("[\ue000-\ue00f]")
_LEGACY_BYTES = 0.05
"""A text in a legacy coding has more of its bytes above ASCII than this; measured: .2 to .3."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a text file's bytes.

    Args:
        data: the whole file.
        name: the file's name, for messages.

    Raises:
        EmptyNotice: there is no text in it.
        TooLarge: it is over ``MAX_BYTES``.
        NotText: it is binary, or in no coding we know.
    """
    check_size(data, name)
    text = tidy(text_of(data, name))
    if not text.strip():
        raise EmptyNotice(f"{name}: the file is empty; expected the text of a notice")
    return text


def check_size(data: bytes, name: str) -> None:
    """Refuse a file that is larger than any notice.

    Raises:
        TooLarge: it is over ``MAX_BYTES``.
    """
    if len(data) > MAX_BYTES:
        size = len(data) / 2**20
        raise TooLarge(
            f"{name}: {size:.0f} MB is more than the {MAX_BYTES // 2**20} MB that can be read; "
            "split it into its notices"
        )


def tidy(text: str) -> str:
    """Bring a text into the normal form of this module; idempotent.

    The private characters by which a reader marks footnotes and pages are not let through.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n")
    return tidy_line(_PRIVATE.sub("", text))


def tidy_line(text: str) -> str:
    """The same for a text whose line ends are already right.

    >>> tidy_line("Tha\u0301ng\u00a06")
    'Tháng 6'
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", to_unicode(text))
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    text = _CONTROL.sub("", text)
    return text.replace("\u2010", "-").replace("\u2011", "-")


def text_of(data: bytes, name: str) -> str:
    """Return the characters of a file's bytes, in no normal form yet.

    Args:
        data: the whole file.
        name: the file's name, for messages.

    Raises:
        NotText: the bytes are binary, or in no coding we know.
    """
    coding = next((c for bom, c in _BOMS if data.startswith(bom)), None)
    coding = coding or _coding_without_bom(data)
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        text = _legacy_text(data)
        if not text:
            raise NotText(
                f"{name}: byte {error.start} is not {coding.upper()} text, and the bytes make no "
                "Vietnamese in TCVN3, VNI or Windows-1258; open the file in its editor and save "
                "it as UTF-8"
            ) from None
    controls = len(_CONTROL.findall(text))
    if controls > 8 + len(text) // 200:
        raise NotText(f"{name}: expected text, found binary data ({controls} control characters)")
    return text


def _legacy_text(data: bytes) -> str:
    """Text in a coding of one byte a letter, "" where no such coding gives Vietnamese."""
    if b"\0" in data or sum(b >= 0x80 for b in data[:100_000]) < _LEGACY_BYTES * len(
        data[:100_000]
    ):
        return ""
    western = data.decode("cp1252", errors="replace")
    if legacy_coding(western) is not None:
        return western
    marked = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    return marked if syllables(marked) > 0.85 and "\ufffd" not in marked else ""


def _coding_without_bom(data: bytes) -> str:
    head = data[:4096]
    if len(head) >= 4:
        # Vietnamese in UTF-16 is half ASCII: every second byte of those is zero.
        if head[1::2].count(0) > len(head) // 6:
            return "utf-16-le"
        if head[0::2].count(0) > len(head) // 6:
            return "utf-16-be"
    return "utf-8"
