"""Files made to do harm are refused by name and reason, and nothing outside them is reached."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ingest import find_files, unpack
from ingest.readers import kind_of, limits, lines_of_file
from kg.errors import ChidaoError, EmptyNotice, NotText, ReadError, TooLarge
from tests.ingest.fuzz import run
from tests.ingest.mutations import mutations, seeds
from tests.ingest.printing import odt
from tests.ingest.test_readers import needs
from tests.ingest.test_readers_word import p, word

pytestmark = pytest.mark.slow


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def doc_with(xml: str) -> bytes:
    """A Word file whose main part is given whole."""
    types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
    return zipped({"[Content_Types].xml": types.encode(), "word/document.xml": xml.encode()})


_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_LAUGHS = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def text_or_refusal(data: bytes, name: str) -> str:
    try:
        return " ".join(line.text for line in lines_of_file(data, name)).strip()
    except ReadError as error:
        return str(error)


@pytest.mark.parametrize("entity", ["a", "i"])
def test_entities_are_not_expanded(entity: str) -> None:
    body = f"<w:body>{p(f'Giao Sở Y tế &{entity};báo cáo.')}</w:body>"
    xml = f"<!DOCTYPE l [{_LAUGHS}]><w:document {_W}>{body}</w:document>"

    said = text_or_refusal(doc_with(xml), "cuoi.docx")

    assert said == "Giao Sở Y tế báo cáo." or said.startswith("cuoi.docx: its XML is damaged")


@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_nothing_outside_the_file_is_read(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("MẬT KHẨU", encoding="utf-8")
    head = f"<!DOCTYPE d [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    if kind == "docx":
        data = doc_with(f"{head}<w:document {_W}><w:body>{p('Giao &x;')}</w:body></w:document>")
    elif kind == "odt":
        data = odt("<text:p>Giao</text:p>")
        with zipfile.ZipFile(BytesIO(data)) as archive:
            content = archive.read("content.xml").decode()
        content = head + content.replace("Giao", "Giao &x;")
        mimetype = b"application/vnd.oasis.opendocument.text"
        data = zipped({"mimetype": mimetype, "content.xml": content.encode()})
    else:
        data = (
            f"{head}<html><body><p>Giao &x;</p><iframe src='{secret.as_uri()}'></iframe>"
            f"<object data='{secret.as_uri()}'></object></body></html>"
        ).encode()

    assert "MẬT" not in text_or_refusal(data, "tep")


@needs("soffice")
def test_libreoffice_includes_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("BIMAT", encoding="ascii")
    field = rf'{{\field{{\*\fldinst INCLUDETEXT "{secret.as_uri()}"}}{{\fldrslt x}}}}'
    data = rf"{{\rtf1\ansi Giao {field} bao cao.\par}}".encode()

    text = text_or_refusal(data, "tep.rtf")

    assert "Giao" in text
    assert "BIMAT" not in text


@pytest.mark.parametrize(
    "path", ["../ngoai.md", "/etc/ngoai.md", "a/../../ngoai.md", "..\\ngoai.md", "C:\\ngoai.md"]
)
def test_paths_out_of_an_archive_are_refused(path: str) -> None:
    with pytest.raises(ReadError, match=r"leads out of the archive"):
        unpack(zipped({path: b"1. Giao"}), "tep.zip")


def test_an_archive_gives_its_notices_by_their_paths() -> None:
    inner = zipped({"trong/c.txt": b"3."})
    data = zipped(
        {
            "Tháng 3/a.md": b"1.",
            "Tháng 3/b.docx": word(p("Giao Sở Y tế.")),
            "b/.an.md": b"x",
            "__MACOSX/a.md": b"x",
            "con.zip": inner,
            "bang.csv": b"a,b",
            "chuong-trinh.exe": b"MZ\0\0",
        }
    )

    assert [name for name, _ in unpack(data, "nam.zip")] == [
        "nam.zip/Tháng 3/a.md",
        "nam.zip/Tháng 3/b.docx",
        "nam.zip/con.zip/trong/c.txt",
    ]


def test_bombs_are_not_unpacked() -> None:
    zeros = bytes(30 * 2**20)
    with pytest.raises(TooLarge, match="times its size"):
        unpack(zipped({"a.txt": zeros}), "bom.zip")
    with pytest.raises(TooLarge, match=r"bom\.docx.*times its size"):
        lines_of_file(
            zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": zeros}), "bom.docx"
        )
    nested = zipped({"a.md": b"1."})
    for _ in range(limits.MAX_DEPTH):
        nested = zipped({"a.zip": nested})
    with pytest.raises(TooLarge, match="archives inside archives"):
        unpack(nested, "long.zip")
    many = zipped({f"{i}.md": b"" for i in range(limits.MAX_MEMBERS + 1)}, zipfile.ZIP_STORED)
    with pytest.raises(TooLarge, match="members"):
        unpack(many, "nhieu.zip")


def test_a_member_that_lies_about_its_size_is_not_read_further() -> None:
    data = bytearray(zipped({"a.txt": b"Giao " * 400_000}))
    where = data.index(b"PK\x01\x02")
    data[where + 24 : where + 28] = struct.pack("<I", 10)

    with pytest.raises(ReadError, match=r"a\.txt cannot be unpacked"):
        unpack(bytes(data), "doi.zip")


@pytest.mark.parametrize(
    "data",
    [
        doc_with(
            f"<w:document {_W}><w:body>{'<w:sdt>' * 400}{'</w:sdt>' * 400}</w:body></w:document>"
        ),
        odt("<text:section>" * 400 + "</text:section>" * 400),
        ("<html><body>" + "<div>" * 5000 + "Giao").encode(),
    ],
    ids=["docx", "odt", "html"],
)
def test_deep_nesting_is_refused(data: bytes) -> None:
    with pytest.raises((TooLarge, NotText, EmptyNotice), match="sau"):
        lines_of_file(data, "sau")


def test_a_huge_table_is_refused() -> None:
    row = "<tr>" + "<td colspan=1000>x</td>" * 90 + "</tr>"

    with pytest.raises(TooLarge, match="cells"):
        lines_of_file(f"<html><body><table>{row * 3000}</table></body></html>".encode(), "bang")


def test_damaged_files_are_named() -> None:
    cases = {
        "a.pdf": (b"%PDF-1.7\nrac", "damaged"),
        "b.docx": (word(p("Giao"))[:-30], "damaged"),
        "c.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "picture"),
        "d.gz": (b"\x1f\x8b\x08" + bytes(20), "gzip"),
        "e.docx": (doc_with("<w:document"), "damaged"),
        "f.docx": (doc_with(f"<w:document {_W}/>"), "no text"),
    }
    for name, (data, reason) in cases.items():
        with pytest.raises((NotText, ReadError, EmptyNotice), match=reason) as caught:
            lines_of_file(data, name)
        assert name in str(caught.value)


def test_the_suffix_tells_nothing(tmp_path: Path) -> None:
    files = {
        "a.pdf": b"1. Giao",
        "b.txt": word(p("Giao")),
        "c": b"%PDF-1.4",
        "d.doc": b"<html><body>Giao",
        "e.csv": b"1;2",
        "f.dat": word(p("Giao")),
        ".an.md": b"1.",
    }
    for name, data in files.items():
        tmp_path.joinpath(name).write_bytes(data)

    assert [kind_of(files[name]) for name in "a.pdf b.txt c d.doc".split()] == [
        "text", "docx", "pdf", "html",
    ]  # fmt: skip
    assert [path.name for path in find_files([tmp_path])] == ["b.txt", "c", "d.doc", "f.dat"]


def test_mutated_files_are_read_or_refused() -> None:
    report = run(60, seed=1)

    assert report.crashes == []
    assert report.tried == 60
    assert report.slowest < 10
    assert report.megabytes < 2048


def test_mutations_reach_every_reader() -> None:
    kinds = {kind_of(data) for data in seeds().values()}

    assert kinds >= {"docx", "odt", "pdf", "html", "text", "zip", "picture"}
    assert len(set(mutations(seed=3, count=50))) > 45
    assert issubclass(ReadError, ChidaoError)
