"""Mutated files over all readers: each must be read or refused, soon and in little memory.

    python -m tests.ingest.fuzz 10000 [--seed 1] [--slow]

Every file is cut, flipped, spliced, nested or blown up from a good one, and what can be read of
it goes all the way to a notice. Files run in worker processes whose memory is limited; one that
dies, hangs, raises anything but chidao's own errors, or brings in a word of the file outside that
its entities and links name, is kept in the current folder as fuzz-<seed>-<number>.bin.
"""

import argparse
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest import unpack
from ingest.assemble import document_of_lines
from ingest.read import read_document
from ingest.readers import kind_of, lines_of_file
from ingest.readers.build import finish
from kg.errors import ChidaoError
from kg.records import Notice
from tests.ingest.mutations import CANARY, mutations

SECONDS = 10
MEGABYTES = 2048
_GUARDED_EVERY = 20
"""Of so many files one is read as users' are, a PDF in a process of its own."""


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


def read_all(data: bytes, *, guarded: bool) -> str:
    """Read every notice in a file and return how it went.

    Args:
        data: the file.
        guarded: whether a PDF is read in its own process, as users' files are; here its crash
            would be the worker's, so that none is missed.
    """
    try:
        for name, content in unpack(data, "tep"):
            notice = _read(content, name, guarded=guarded)
            if CANARY in notice.text:
                raise AssertionError(f"{name}: a file outside was read")
    except ChidaoError as error:
        if "tep" not in str(error):
            raise AssertionError(f"the message does not name the file: {error}") from error
        return type(error).__name__
    return "read"


def _read(content: bytes, name: str, *, guarded: bool) -> Notice:
    if kind_of(content) == "pdf" and not guarded:
        from ingest.readers.pdf import lines_of_pages
        from ingest.readers.pdf_file import pages_here

        lines = finish(lines_of_pages(list(pages_here(content, name)), name))
    else:
        lines = lines_of_file(content, name)
    return read_document(document_of_lines(lines, name))


def _work(tasks: Any, results: Any) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20 * 2, MEGABYTES * 2**20 * 2))
    while (task := tasks.recv()) is not None:
        number, data = task
        signal.alarm(3 * SECONDS)
        start = _processor_seconds()
        try:
            outcome, crash = read_all(data, guarded=number % _GUARDED_EVERY == 0), ""
        except BaseException:
            outcome, crash = "crash", traceback.format_exc(limit=-4)
        signal.alarm(0)
        uses = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        peak = max(use.ru_maxrss for use in uses) / 1024
        results.send((outcome, crash, _processor_seconds() - start, peak))


def _processor_seconds() -> float:
    """Return what this process and its ended children took: other work on the machine is not in it.

    A file that waits for ever is ended by the alarm.
    """
    uses = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def run(count: int, *, seed: int = 1, slow: bool = False, keep: Path | None = None) -> Report:
    """Read mutated files, each in a worker that is started anew when it dies.

    Args:
        count: how many.
        seed: of the mutations.
        slow: whether scans and old Word files are among them, which take seconds each.
        keep: a folder for the files that broke something.
    """
    report = Report()
    worker: _Worker | None = None
    for number, data in enumerate(mutations(seed, count, slow=slow)):
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
    parser.add_argument("--slow", action="store_true", help="scans and old Word files too")
    arguments = parser.parse_args()
    report = run(arguments.count, seed=arguments.seed, slow=arguments.slow, keep=Path.cwd())
    sys.stdout.write(f"{report}\n" + "\n".join(report.crashes) + "\n" * bool(report.crashes))
    sys.exit(1 if report.crashes else 0)


if __name__ == "__main__":
    main()
