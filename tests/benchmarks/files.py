"""Seconds for a PDF of 30 pages, and how much of a notice on a portal's page is kept."""

import re
from statistics import fmean

import pypdfium2
import trafilatura

from ingest import samples_folder
from ingest.assemble import document_of_lines
from ingest.readers import lines_of_file
from tests.benchmarks.report import Comparison, seconds
from tests.ingest.printing import Printable, portal
from tests.ingest.test_readers_pages import LISTS_AND_TABLES, LISTS_AND_TABLES_READ

_PAGES = 30


def run() -> list[Comparison]:
    """Read a long PDF, and portals' pages beside trafilatura."""
    return [_long_pdf(), *_portal()]


def _long_pdf() -> Comparison:
    path = samples_folder() / "2025-05-thong-bao-ket-luan.md"
    notice = Printable(path.read_bytes(), path.name)
    notice.paragraphs *= 7
    printed = notice.to_pdf()
    pages = len(pypdfium2.PdfDocument(printed))
    if pages < _PAGES:
        raise AssertionError(f"expected {_PAGES} pages or more, printed {pages}")

    def letters_alone() -> None:
        for page in pypdfium2.PdfDocument(printed):
            page.get_textpage().get_text_range()

    return Comparison(
        f"read a PDF of {pages} pages",
        seconds(lambda: document_of_lines(lines_of_file(printed, "a.pdf"), "a.pdf")),
        seconds(letters_alone),
        "s",
        "PDFium's letters in drawing order alone",
        higher_is_better=False,
    )


def _portal() -> list[Comparison]:
    """Share of a notice's lines and rows that come out as printed, markup apart."""
    pages = [
        (portal(Printable(path.read_bytes(), path.name).to_html()), _document(path.read_bytes()))
        for path in sorted(samples_folder().glob("2025-*"))
    ]
    difficult = (portal(LISTS_AND_TABLES), "\n".join(LISTS_AND_TABLES_READ))
    return [
        _kept("lines of four notices kept whole from portals' pages", pages),
        _kept("lines of a page of counted lists, spans and notes kept whole", [difficult]),
    ]


def _kept(name: str, pages: list[tuple[str, str]]) -> Comparison:
    ours, theirs = [], []
    for page, text in pages:
        wanted = [_plain(line) for line in text.split("\n")]
        extracted = trafilatura.extract(page, include_tables=True, output_format="markdown")
        for found, kept in ((_document(page.encode()), ours), (extracted or "", theirs)):
            lines = {_plain(line) for line in found.split("\n")}
            kept.append(sum(line in lines for line in wanted) / len(wanted))
    return Comparison(name, fmean(ours), fmean(theirs), "of 1", "trafilatura")


def _document(data: bytes) -> str:
    return document_of_lines(lines_of_file(data, "a"), "a").text


def _plain(line: str) -> str:
    """A line without the marks of Markdown, so that only its words and labels count."""
    line = re.sub(r"</?sup>|\\|\*+|^#+ |\[\d\]", "", line)
    return " ".join(line.replace("|", " ").split())
