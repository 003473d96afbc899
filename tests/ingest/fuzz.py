"""Mutated files over all readers: each must be read or refused, soon and in little memory.

    python -m tests.ingest.fuzz 10000 [--seed 1] [--ocr]

Every file is cut, flipped, spliced, nested or blown up from a good one. Files run in worker
processes whose memory is limited; one that dies, hangs or raises anything but chidao's own errors
is kept in the current folder as fuzz-<seed>-<number>.bin.
"""

import argparse
import multiprocessing
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from ingest import samples_folder, unpack
from ingest.assemble import document_of_lines
from ingest.readers import kind_of, lines_of_file
from kg.errors import ChidaoError
from tests.ingest.printing import Printable, odt, portal
from tests.render.notices import Form, any_notice

_WITH_TABLES: tuple[Form, ...] = ("docx", "odt", "html", "pdf")
_WITH_LISTS: tuple[Form, ...] = ("docx", "odt", "legacy")
SECONDS = 10
MEGABYTES = 2048


@dataclass(slots=True)
class Report:
    """What a run found."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    slowest: float = 0.0
    megabytes: float = 0.0

    def __str__(self) -> str:
        outcomes = ", ".join(f"{count} {name}" for name, count in self.outcomes.most_common())
        return (
            f"{self.tried} files: {outcomes}; {len(self.crashes)} crashes; slowest "
            f"{self.slowest:.1f} s; most memory {self.megabytes:.0f} MB"
        )


@cache
def seeds() -> dict[str, bytes]:
    """Good files, a kind each."""
    path = samples_folder() / "2025-05-thong-bao-ket-luan.md"
    text = path.read_bytes()
    notice = Printable(text, path.name)
    short = Printable(text[: text.index(b"\n", 1500)], path.name)
    docx = notice.to_docx()
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a/b.docx", docx)
        archive.writestr("c.md", text)
    from PIL import Image

    picture = BytesIO()
    Image.new("L", (40, 30), 255).save(picture, "PNG")
    plain = text.decode()
    return {
        "md": text,
        "utf-16": plain.encode("utf-16"),
        "cp1258": plain.encode("cp1258", errors="ignore"),
        "docx": docx,
        "small docx": short.to_docx(),
        "odt": notice.to_odt(),
        "html": portal(notice.to_html()).encode(),
        "pdf": short.to_pdf(),
        "long pdf": notice.to_pdf(),
        "zip": zipped.getvalue(),
        "picture": picture.getvalue(),
        **{f"{form} table": _rendered("table", form) for form in _WITH_TABLES},
        **{f"{form} list": _rendered("nested", form) for form in _WITH_LISTS},
    }


def _rendered(layout: str, form: Form) -> bytes:
    """A made-up notice with what the sample lacks: merged cells, counted lists, old codings."""
    return any_notice(random.Random(5), layout=layout, form=form).data


def mutations(seed: int, count: int, *, ocr: bool = False) -> Iterator[bytes]:
    """Mutated files, the same for the same seed."""
    rng = random.Random(seed)
    kinds = [k for k in seeds() if ocr or k != "picture"]
    for i in range(count):
        data = seeds()[kinds[i % len(kinds)]]
        for _ in range(rng.choice((1, 1, 2, 4))):
            data = rng.choice(_MUTATORS)(data, rng)
        yield data


# Of bytes


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 20, 200)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _drop(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 10, 1000)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.choice((1, 16, 300))]
    return data[:start] + piece * rng.choice((2, 50, 3000)) + data[start:]


def _splice(data: bytes, rng: random.Random) -> bytes:
    other = rng.choice(list(seeds().values()))
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]


def _numbers(data: bytes, rng: random.Random) -> bytes:
    """Change a number written in the file to one that a reader may trip over."""
    places = [i for i, b in enumerate(data[:200_000]) if 48 <= b <= 57]
    if not places:
        return data
    at = rng.choice(places)
    new = rng.choice((b"0", b"-1", b"4294967296", b"99999999999999999999", b"1e999", b"NaN"))
    return data[:at] + new + data[at + 1 :]


# Of members and markup


def _inside(data: bytes, rng: random.Random) -> bytes:
    """Mutate a member of a zip file, or the markup of a page, and put it back."""
    if not data.startswith(b"PK"):
        return _markup(data, rng)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {i.filename: archive.read(i) for i in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return data
    except Exception:  # a broken archive breaks in many ways, here it only has to be left alone
        return data
    if not members:
        return data
    name = rng.choice([n for n in members if n.endswith(".xml")] or list(members))
    members[name] = rng.choice((_markup, _flip, _cut, _numbers, _repeat))(members[name], rng)
    return _zip(members)


def _markup(data: bytes, rng: random.Random) -> bytes:
    """Nest, multiply or move elements."""
    starts = [i for i, b in enumerate(data[:300_000]) if b == 0x3C]
    if not starts:
        return _flip(data, rng)
    at = rng.choice(starts)
    end = data.find(b">", at) + 1 or len(data)
    tag = data[at:end]
    how = rng.randrange(5)
    if how == 0:
        return data[:at] + tag * rng.choice((3, 250, 20_000)) + data[end:]
    if how == 1:
        return data[:at] + data[end:]
    if how == 2:
        other = rng.choice(starts)
        return data[:other] + tag + data[other:]
    if how == 3:
        laughs = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
        laughs += b"<!ENTITY c '&b;&b;&b;&b;&b;&b;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        return laughs + data[:end] + b"&c;&f;" + data[end:]
    return data[:end] + bytes(rng.choice((0x26, 0x3C, 0x00, 0xFF)) for _ in range(9)) + data[end:]


def _bomb(_: bytes, rng: random.Random) -> bytes:
    """Something small that becomes large."""
    how = rng.randrange(5)
    if how == 0:
        xml = b"<w:document>" + b"<w:p>" * rng.choice((300, 100_000))
        return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})
    if how == 1:
        zeros = bytes(rng.choice((2, 60)) * 2**20)
        return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": zeros})
    if how == 2:
        cells = '<td rowspan="9999" colspan="9999">x</td>' * rng.choice((10, 3000))
        return f"<html><body><table><tr>{cells}</tr></table></body></html>".encode()
    if how == 3:
        cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
        row = f"<table:table-row>{cell}</table:table-cell></table:table-row>"
        return odt(f"<table:table>{row * rng.choice((1, 2000))}</table:table>")
    data = b"1. Giao"
    for _ in range(rng.choice((2, 6))):
        data = _zip({"a.zip": data, "b.md": b"Giao"})
    return data


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_MUTATORS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flip, _flip, _drop, _repeat, _splice, _numbers, _inside, _inside, _inside, _bomb,
)  # fmt: skip


# Running


def read_all(data: bytes, *, guarded: bool) -> str:
    """Read everything in a file and return how it went.

    Args:
        data: the file.
        guarded: whether a PDF is read in its own process, as users' files are; here its crash
            would be the worker's, so that none is missed.
    """
    try:
        for name, content in unpack(data, "tep"):
            if kind_of(content) == "pdf" and not guarded:
                from ingest.readers.pdf import lines_of_pages
                from ingest.readers.pdf_file import pages_here

                document_of_lines(lines_of_pages(list(pages_here(content, name)), name), name)
            else:
                document_of_lines(lines_of_file(content, name), name)
    except ChidaoError as error:
        if "tep" not in str(error):
            raise AssertionError(f"the message does not name the file: {error}") from error
        return type(error).__name__
    return "read"


def _work(tasks: Any, results: Any) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20 * 2, MEGABYTES * 2**20 * 2))
    while (task := tasks.recv()) is not None:
        number, data = task
        signal.alarm(3 * SECONDS)
        start = time.monotonic()
        try:
            outcome, crash = read_all(data, guarded=number % 20 == 0), ""
        except BaseException:
            outcome, crash = "crash", traceback.format_exc(limit=-4)
        signal.alarm(0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        results.send((outcome, crash, time.monotonic() - start, peak))


def run(count: int, *, seed: int = 1, ocr: bool = False, keep: Path | None = None) -> Report:
    """Read mutated files, each in a worker that is started anew when it dies.

    Args:
        count: how many.
        seed: of the mutations.
        ocr: whether pictures are among them, which take seconds each.
        keep: a folder for the files that broke something.
    """
    report = Report()
    worker: _Worker | None = None
    for number, data in enumerate(mutations(seed, count, ocr=ocr)):
        worker = worker or _Worker()
        outcome, crash, seconds, peak = worker.read(number, data)
        if outcome == "died":
            worker = None
        report.tried += 1
        report.outcomes[outcome] += 1
        report.slowest = max(report.slowest, seconds)
        report.megabytes = max(report.megabytes, peak)
        if crash or seconds > SECONDS or peak > MEGABYTES:
            reason = crash or f"{seconds:.1f} s, {peak:.0f} MB"
            report.crashes.append(f"{seed}-{number}: {reason}")
            if keep is not None:
                keep.joinpath(f"fuzz-{seed}-{number}.bin").write_bytes(data)
    if worker is not None:
        worker.end()
    return report


class _Worker:
    """A process that reads files until one kills it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._tasks = context.Pipe(duplex=False)
        self._results, results = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(theirs, results), daemon=True)
        self._process.start()
        theirs.close()
        results.close()

    def read(self, number: int, data: bytes) -> tuple[str, str, float, float]:
        start = time.monotonic()
        try:
            self._tasks.send((number, data))
            outcome, crash, seconds, peak = self._results.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._process.join()
            seconds = time.monotonic() - start
            return "died", f"the process died: {self._process.exitcode}", seconds, 0.0
        return outcome, crash, seconds, peak

    def end(self) -> None:
        self._tasks.send(None)
        self._process.join()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ocr", action="store_true")
    arguments = parser.parse_args()
    report = run(arguments.count, seed=arguments.seed, ocr=arguments.ocr, keep=Path.cwd())
    sys.stdout.write(f"{report}\n" + "\n".join(report.crashes) + "\n" * bool(report.crashes))
    sys.exit(1 if report.crashes else 0)


if __name__ == "__main__":
    main()
