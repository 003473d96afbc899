"""A notice reads the same whatever file it comes in."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from ingest import read_bytes, read_notice, samples_folder
from ingest.assemble import document_of_lines
from ingest.document import Document
from ingest.readers import kind_of, lines_of_file
from kg.errors import MissingProgram
from kg.records import Notice
from tests.ingest.notices import ANNOTATED, SAMPLES
from tests.ingest.printing import Printable, portal

pytestmark = pytest.mark.slow

_HEAD = ("number", "issuer", "issued", "place", "title", "meeting_date", "chair", "signer")
_PRINTERS: dict[str, Callable[[Printable], bytes]] = {
    "docx": Printable.to_docx,
    "odt": Printable.to_odt,
    "html": lambda notice: portal(notice.to_html()).encode(),
    "pdf": Printable.to_pdf,
}


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test where a program is missing; CI installs it, so there the test fails."""
    missing = shutil.which(program) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason=f"{program} is not installed")


def read(data: bytes, name: str = "tep") -> Document:
    return document_of_lines(lines_of_file(data, name), name)


def facts(notice: Notice) -> tuple[dict[str, Any], list[Any]]:
    """What a notice says, without the places that say it."""
    head = {name: (s.value if (s := getattr(notice, name)) else None) for name in _HEAD}
    tasks = [
        (
            t.label,
            t.text,
            t.section,
            [m.canonical or m.name for m in t.assignees],
            [m.canonical or m.name for m in t.coordinators],
            [(d.text, d.kind, d.due) for d in t.deadlines],
            [c.key for c in t.refs],
        )
        for t in notice.tasks
    ]
    return head, tasks


@pytest.mark.parametrize("kind", _PRINTERS)
@pytest.mark.parametrize("path", [*SAMPLES, *ANNOTATED], ids=lambda path: path.stem)
def test_a_notice_says_the_same_in_every_file(path: Path, kind: str) -> None:
    data = path.read_bytes()
    printed = _PRINTERS[kind](Printable(data, path.name))

    assert kind_of(printed) == kind
    assert facts(read_bytes(printed, "tep.bin")) == facts(read_bytes(data, path.name))


@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_blocks_are_the_same(kind: str) -> None:
    path = samples_folder() / "2025-03-thong-bao-ket-luan.md"
    data = path.read_bytes()

    got, wanted = read(_PRINTERS[kind](Printable(data, path.name))), read(data)

    assert got.text == wanted.text
    assert [(b.kind, b.label, b.style, b.emphasis) for b in got.blocks] == [
        (b.kind, b.label, b.style, b.emphasis) for b in wanted.blocks
    ]
    assert got.anchors == wanted.anchors


@needs("tesseract")
def test_a_scan_says_the_same() -> None:
    path = samples_folder() / "2025-06-thong-bao-ket-luan.txt"
    data = path.read_bytes()
    printed = pypdfium2.PdfDocument(Printable(data, path.name).to_pdf())
    images = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in printed]
    scan = BytesIO()
    images[0].save(scan, "PDF", save_all=True, append_images=images[1:], resolution=200)

    got, wanted = read_bytes(scan.getvalue(), "quet.pdf"), read_bytes(data, path.name)

    assert got.number is not None
    assert got.issued is not None
    assert (got.number.value, got.issued.value) == ("121/TB-SNNMT", date(2025, 6, 6))
    words, there = wanted.text.split(), set(got.text.split())
    assert sum(word in there for word in words) > 0.97 * len(words)
    assert abs(len(got.tasks) - len(wanted.tasks)) <= 1
    assert [page for _, page in got.pages] == list(range(1, len(images) + 1))


@needs("tesseract")
def test_a_picture_is_a_page() -> None:
    path = ANNOTATED[0]
    printed = pypdfium2.PdfDocument(Printable(path.read_bytes(), path.name).to_pdf())
    picture = BytesIO()
    printed[0].render(scale=150 / 72).to_pil().save(picture, "PNG")

    got = read(picture.getvalue())

    head = read(path.read_bytes()).text[:600].split()
    assert sum(word in got.text for word in head) > 0.9 * len(head)


@needs("soffice")
@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_old_files_say_the_same(kind: str, tmp_path: Path) -> None:
    path = samples_folder() / "2025-05-thong-bao-ket-luan.md"
    printed = Printable(path.read_bytes(), path.name).to_docx()
    tmp_path.joinpath("a.docx").write_bytes(printed)
    profile = tmp_path.joinpath("profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
         "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    assert read(tmp_path.joinpath(f"a.{kind}").read_bytes()).text == read(printed).text


@pytest.mark.parametrize(
    ("program", "data"),
    [
        ("soffice", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("soffice", b"{\\rtf1 Giao}"),
        ("tesseract", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_a_missing_program_is_named_with_its_install_command(
    program: str, data: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if program == "tesseract":
        buffer = BytesIO()
        from PIL import Image

        Image.new("L", (200, 100), 255).save(buffer, "PNG")
        data = buffer.getvalue()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match=r"^tep: .*apt-get install (tess|libre)"):
        lines_of_file(data, "tep")


def test_pages_are_known(tmp_path: Path) -> None:
    path = samples_folder() / "2025-04-thong-bao-ket-luan.txt"
    printed = Printable(path.read_bytes(), path.name).to_pdf()
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed)]
    tmp_path.joinpath("a.pdf").write_bytes(printed)

    notice = read_notice(tmp_path / "a.pdf")

    assert [page for _, page in notice.pages] == list(range(1, len(pages) + 1))
    for task in notice.tasks:
        page = notice.page_of(task.start)
        assert page is not None
        assert task.text[:25] in " ".join(pages[page - 1].split())


def test_form_feeds_are_pages() -> None:
    document = read(
        "1. Giao Sở Y tế báo cáo và\fphối hợp với Sở Tài chính.\n\n"
        "2. Giao Sở Nội vụ.\f3. Hết.".encode()
    )

    assert document.text.startswith("1. Giao Sở Y tế báo cáo và phối hợp với Sở Tài chính.\n2.")
    assert [(document.text[start : start + 4], page) for start, page in document.pages] == [
        ("1. G", 1),
        ("phối", 2),
        ("3. H", 3),
    ]
