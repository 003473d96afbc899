"""Pictures of pages -> words and rules, read by Tesseract in Vietnamese."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO, StringIO
from statistics import median
from typing import TYPE_CHECKING, Any

from ingest.readers import limits
from ingest.readers.build import raw
from ingest.readers.page import Page, Rule, Word
from kg.errors import MissingProgram, NotText, ReadError, TooLarge

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

DPI = 300
"""Resolution at which Tesseract reads best; below 200 it loses Vietnamese marks."""
_INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie"
_LEAST_CONFIDENCE = 25.0
"""Words below this are specks and stamps: words of text, marks misread too, score above 40."""
_SIZE = 0.8
"""A font's size beside the height of its lines with marks above and tails below."""
_DARK = 140
_RULE_LENGTH = 0.06
"""Of the page's width: a longer dark run is a ruled line, no stroke of a letter."""
_RULE_GAP = 6
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")


def read_picture(data: bytes, name: str) -> list[Page]:
    """Read the pages of a picture file.

    Raises:
        MissingProgram: Tesseract or its Vietnamese data is not installed.
        ReadError: the picture is damaged or over the limits.
    """
    return [read_image(image, number, name) for number, image in enumerate(_frames(data, name), 1)]


def read_image(image: "Image", number: int, name: str, dpi: float = DPI) -> Page:
    """Read the page that an image shows.

    Args:
        image: of the whole page.
        number: of the page, from 1.
        name: the file's name, for messages.
        dpi: pixels an inch.
    """
    check_tesseract(name)
    grey = image.convert("L")
    scale = 72.0 / dpi
    words = tuple(_words(_tesseract(grey, name, number, dpi), scale))
    return Page(number, grey.width * scale, grey.height * scale, words, tuple(_rules(grey, scale)))


def check_tesseract(name: str) -> None:
    """Make sure that Tesseract can read Vietnamese, for a file that needs it.

    Raises:
        MissingProgram: it cannot; the message names the file and the install command.
    """
    if missing := _missing():
        raise MissingProgram(f"{name}: a scanned page needs Tesseract, {missing}: {_INSTALL}")


def _missing() -> str | None:
    """What is missing for Vietnamese, None where nothing is."""
    if shutil.which("tesseract") is None:
        return "which is not installed; install it with"
    known = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    if "vie" not in (known.stdout + known.stderr).split():
        return "which is installed without its Vietnamese data; install it with"
    return None


def _frames(data: bytes, name: str) -> "Iterator[Image]":
    from PIL import Image, ImageSequence, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = limits.MAX_PIXELS
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            _check_pixels(picture, name)
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                _check_pixels(frame, name)
                if number == limits.MAX_SCANNED_PAGES:
                    raise TooLarge(f"{name}: more than {number} pages of pictures; split the file")
                yield _upright(frame)
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NotText(f"{name}: the picture cannot be read ({error}); scan it again") from None
    except ReadError:
        raise
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        KeyError,
        TypeError,
        OverflowError,
    ) as error:
        raise NotText(f"{name}: the picture is damaged ({error}); scan it again") from None


def _upright(frame: "Image") -> "Image":
    """The picture turned as its camera says, at a resolution that Tesseract likes."""
    from PIL import ImageOps

    image = ImageOps.exif_transpose(frame).convert("L")
    # A4 is 8.3 inches wide: that tells the resolution of pictures that do not.
    wanted = 8.3 * DPI / min(image.size)
    if wanted > 1.3:
        factor = min(wanted, 3.0)
        image = image.resize((int(image.width * factor), int(image.height * factor)))
    return image


def _check_pixels(picture: "Image", name: str) -> None:
    pixels = picture.width * picture.height
    if pixels > limits.MAX_PIXELS or min(picture.size) < 1:
        raise TooLarge(
            f"{name}: {pixels:,} pixels, at most {limits.MAX_PIXELS:,} are read; "
            "scan at 300 dots an inch"
        )


def _tesseract(image: "Image", name: str, number: int, dpi: float) -> str:
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # faster than its threads on few cores
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3", "--dpi", str(int(dpi))]
    try:
        done = subprocess.run(
            [*command, "tsv"],
            input=buffer.getvalue(),
            capture_output=True,
            timeout=limits.OCR_PAGE_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooLarge(
            f"{name}: page {number} was not read by OCR in {limits.OCR_PAGE_SECONDS} s; "
            "scan it again in black and white at 300 dots an inch"
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise ReadError(
            f"{name}: OCR of page {number} failed ({said[-1] if said else 'no reason'})"
        )
    return done.stdout.decode("utf-8", errors="replace")


def _words(tsv: str, scale: float) -> Iterator[Word]:
    """The words of Tesseract's table, those of one line on one base."""
    rows = list(csv.DictReader(StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE))
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows:
        text = row["text"] = _letters(row.get("text") or "")
        if row.get("level") == "5" and text and float(row["conf"]) >= _LEAST_CONFIDENCE:
            key = (row["block_num"], row["par_num"], row["line_num"])
            lines.setdefault(key, []).append(row)
    heights = [max(int(w["height"]) for w in line) for line in lines.values()]
    usual = median(heights) if heights else 0.0
    for line in lines.values():
        if not any(c.isalnum() for w in line for c in w["text"]):
            continue  # specks
        bottom = median(int(w["top"]) + int(w["height"]) for w in line)
        height = max(int(w["height"]) for w in line)
        # A line's height hangs on which letters it has; its font's size does not.
        size = usual if 0.6 * usual < height < 1.5 * usual else height
        for w in line:
            left, top = int(w["left"]), int(w["top"])
            yield Word(
                w["text"],
                left * scale,
                (left + int(w["width"])) * scale,
                top * scale,
                bottom * scale,
                _SIZE * size * scale,
            )


def _letters(text: str) -> str:
    """A word without the ruled lines beside it, which look like bars."""
    return raw(text).strip("|¦_ \t")


def _rules(image: "Image", scale: float) -> Iterator[Rule]:
    """The ruled lines in a picture: long dark runs."""
    import numpy as np

    dark = np.asarray(image) < _DARK
    length = int(_RULE_LENGTH * image.width)
    if length < 20:
        return
    for x0, y0, x1, y1 in _runs(dark, length):
        yield Rule(x0 * scale, y0 * scale, x1 * scale, y1 * scale)
    for y0, x0, y1, x1 in _runs(dark.T, length // 2):
        yield Rule(x0 * scale, y0 * scale, x1 * scale, y1 * scale)


def _runs(dark: "NDArray[Any]", length: int) -> Iterator[tuple[int, int, int, int]]:
    """Level runs of dark pixels of at least a length, as (x0, y0, x1, y1); thick ones as one."""
    import numpy as np

    if dark.shape[1] <= length:
        return
    sums = np.cumsum(dark, axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= length - max(length // 50, 1)
    open_runs: list[list[int]] = []  # x0, first row, x1, last row
    for y in np.flatnonzero(full.any(axis=1)):
        starts = np.flatnonzero(np.diff(np.concatenate(([0], full[y].astype(np.int8), [0]))))
        still: list[list[int]] = []
        for run in open_runs:
            if y - run[3] > _RULE_GAP:
                yield run[0], run[1], run[2], run[3]
            else:
                still.append(run)
        open_runs = still
        for x0, x1 in zip(starts[::2], starts[1::2] + length, strict=True):
            home = next((r for r in open_runs if r[0] <= x1 and x0 <= r[2]), None)
            if home is None:
                open_runs.append([int(x0), int(y), int(x1), int(y)])
            else:
                home[0], home[2] = min(home[0], int(x0)), max(home[2], int(x1))
                home[3] = int(y)
    for run in open_runs:
        yield run[0], run[1], run[2], run[3]
