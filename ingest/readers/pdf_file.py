"""A PDF's pages, read in a process of their own: PDFium is C++ and the file is not trusted.

The process gets the file on its standard input, may hold so much memory and take so long, and
writes one JSON line a page; it never sees a path. A file that brings it down brings down
nothing else.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.legacy import syllables
from ingest.readers import limits
from ingest.readers.page import Page, Rule, Word
from kg.errors import MissingProgram, NotText, ReadError, TooLarge

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_PAGE_SECONDS = 8
"""Time for one page without OCR: a page of ten thousand letters takes a tenth of a second."""
_FEW_LETTERS = 40
"""A page with fewer letters and a picture is a scan."""
_GOOD_TEXT = 0.5
"""A hidden text layer with a lower share of Vietnamese syllables was made by a machine that
did not know Vietnamese: OCR without its marks gives about .2, ours about .95."""
_COVERS = 0.4
"""A picture that covers more of the page than this may be its scan."""
_ERRORS = {kind.__name__: kind for kind in (ReadError, NotText, TooLarge, MissingProgram)}


def read_pages(data: bytes, name: str) -> list[Page]:
    """Return the pages of a PDF, scanned ones read by OCR.

    Raises:
        MissingProgram: a page needs OCR and Tesseract is not installed.
        ReadError: the file is damaged, protected, or over the limits.
    """
    command = [sys.executable, "-m", "ingest.readers.pdf_file", name]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    seconds = 60 + limits.MAX_SCANNED_PAGES * limits.OCR_PAGE_SECONDS
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise TooLarge(f"{name}: not read after {seconds} s; split the file") from None
    pages: list[Page] = []
    for line in done.stdout.splitlines():
        found = json.loads(line)
        if "error" in found:
            raise _ERRORS[found["error"]](found["message"])
        pages.append(_page_from(found))
    if done.returncode:
        at = f"page {len(pages) + 1}" if pages else "the file"
        why = "took too long" if done.returncode == -14 else "is damaged or needs too much memory"
        raise ReadError(f"{name}: {at} {why}; print it to a new PDF, or save it as .docx or text")
    return pages


def pages_here(data: bytes, name: str) -> Iterator[Page]:
    """Read a PDF's pages in this process, without the guard around it.

    Raises:
        ReadError: as ``read_pages``.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise ReadError(
            f"{name}: the PDF is protected by a password; save it without one"
            if protected
            else f"{name}: the PDF is damaged ({error}); get it again"
        ) from None
    try:
        count = len(document)
        if count > limits.MAX_PAGES:
            raise TooLarge(f"{name}: {count} pages, at most {limits.MAX_PAGES} are read; split it")
        scanned = 0
        for i in range(count):
            _alarm(_PAGE_SECONDS)
            try:
                page = document[i]
            except pdfium.PdfiumError as error:
                raise ReadError(f"{name}: page {i + 1} is damaged ({error})") from None
            found, is_scan = _read(page, i + 1)
            if is_scan:
                scanned += 1
                if scanned > limits.MAX_SCANNED_PAGES:
                    raise TooLarge(
                        f"{name}: more than {limits.MAX_SCANNED_PAGES} scanned pages; split it"
                    )
                found = _scanned(page, i + 1, name)
            page.close()
            yield found
        _alarm(0)
    finally:
        document.close()


def _read(page: "PdfPage", number: int) -> tuple[Page, bool]:
    """A page by its own text, and whether it should be read by OCR."""
    import pypdfium2.raw as c

    from ingest.readers.pdf_page import read_page

    found = read_page(page, number)
    text = " ".join(word.text for word in found.words)
    letters = sum(character.isalpha() for character in text)
    if letters >= _FEW_LETTERS and (text.isascii() or syllables(text) >= _GOOD_TEXT):
        return found, False
    area = 0.0
    for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = item.get_bounds()
        area += max(right - left, 0) * max(top - bottom, 0)
    return found, area > _COVERS * page.get_width() * page.get_height()


def _scanned(page: "PdfPage", number: int, name: str) -> Page:
    from ingest.readers.ocr import DPI, check_tesseract, read_image

    check_tesseract(name)
    inches = page.get_width() * page.get_height() / 72**2
    dpi = min(DPI, (limits.MAX_PIXELS / max(inches, 0.01)) ** 0.5)
    _alarm(limits.OCR_PAGE_SECONDS + 2 * _PAGE_SECONDS)
    image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return read_image(image, number, name, dpi)


def _page_from(found: dict[str, object]) -> Page:
    return Page(
        found["number"],  # type: ignore[arg-type]
        found["width"],  # type: ignore[arg-type]
        found["height"],  # type: ignore[arg-type]
        tuple(Word(**word) for word in found["words"]),  # type: ignore[attr-defined]
        tuple(Rule(**rule) for rule in found["rules"]),  # type: ignore[attr-defined]
    )


def _alarm(seconds: int) -> None:
    """End this process when the time is over, whatever it does then."""
    if _guarded and hasattr(signal, "alarm"):
        signal.alarm(seconds)


_guarded = False
"""Whether this process was started to read one file."""


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))


def _main() -> None:
    global _guarded
    _guarded = True
    name = sys.argv[1]
    data = sys.stdin.buffer.read()
    _limit_memory()
    try:
        for page in pages_here(data, name):
            sys.stdout.write(json.dumps(asdict(page)) + "\n")
    except (ReadError, MissingProgram) as error:
        said = {"error": type(error).__name__, "message": str(error)}
        sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    _main()
