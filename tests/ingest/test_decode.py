"""Files are not trusted: what is refused, and how, and what comes out of the rest."""

import unicodedata
from pathlib import Path

import pytest

from ingest import read_bytes, read_notice
from ingest.decode import MAX_BYTES, decode, tidy
from kg.errors import EmptyNotice, NotText, ReadError, TooLarge

TEXT = "Giao Sở Y tế rà soát."

REFUSED = (
    (b"", EmptyNotice),
    (b" \n\t\r\n ", EmptyNotice),
    ("\ufeff\u200b\u00a0".encode(), EmptyNotice),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), NotText),
    (b"\x89PNG\r\n\x1a\n" + bytes(64), NotText),
    (bytes(range(256)) * 40, NotText),
    (b"\x7fELF" + bytes(400), NotText),
    (b"\x1f\x8b\x08" + bytes(99), NotText),
    (b"\x00" * 5000, ReadError),
)


@pytest.mark.parametrize(("data", "error"), REFUSED, ids=lambda v: repr(v)[:30])
def test_no_text_is_refused_by_name(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error, match=r"notice\.md"):
        read_bytes(data, "notice.md")


def test_a_photo_named_md_is_refused() -> None:
    with pytest.raises(NotText, match=r"photo\.md"):
        read_bytes(b"\xff\xd8\xff\xe1" + bytes(3000), "photo.md")


def test_a_file_of_fifty_megabytes_is_refused() -> None:
    assert MAX_BYTES < 50 * 2**20
    with pytest.raises(TooLarge, match="50 MB"):
        read_bytes(b"a" * (50 * 2**20), "large.txt")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_notice(tmp_path / "none.md")
    with pytest.raises(ReadError, match="cannot be read"):
        read_notice(tmp_path)


CODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 little": TEXT.encode("utf-16-le"),
    "utf-16 big": TEXT.encode("utf-16-be"),
    "nfd": unicodedata.normalize("NFD", TEXT).encode(),
}


@pytest.mark.parametrize("data", CODINGS.values(), ids=CODINGS)
def test_a_coding_is_recognised(data: bytes) -> None:
    assert decode(data, "a.txt").strip() == TEXT


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u00a0b\u202fc\u3000d", "a b c d"),
        ("a\u00adb\u200bc\ufeffd", "abcd"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("mo\u0302\u0323t", "một"),
        ("12\u2011QĐ", "12-QĐ"),
        ("a\x01b\x7fc", "abc"),
    ],
)
def test_one_normal_form(raw: str, clean: str) -> None:
    assert tidy(raw) == clean
    assert tidy(clean) == clean
