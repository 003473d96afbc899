"""Many notices read side by side, long files read in time that grows with them, memory.

    python -m tests.benchmarks.bulk [NOTICES]

Notices of 70 orders are made up in Markdown and read by ``chidao extract FOLDER --jobs N`` in a
process of its own, whose processor time and largest memory are measured with its children's. What
else the machine does changes wall time; processor time it changes little.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.report import Comparison
from tests.render.layouts import LAYOUTS
from tests.render.notices import any_notice

_ORDERS = 70
_NOTICES = 100
"""Read where no number is asked for; the aim, under five minutes, is for a thousand."""
_AIM_SECONDS = 300 / 1000
_MEGABYTES = (1, 5, 20)
_ORDERS_A_MEGABYTE = 3_300
_MOST_MEGABYTES = 1_500


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds on the clock and of processors, its largest process's memory."""

    wall: float
    processor: float
    megabytes: float


def run(notices: int = _NOTICES, sizes: Sequence[int] = _MEGABYTES) -> list[Comparison]:
    """Read a folder of notices in one and in two processes, then files of several sizes."""
    with tempfile.TemporaryDirectory(prefix="chidao-bulk-") as name:
        folder = Path(name)
        return [*_side_by_side(folder / "many", notices), *_long(folder, sizes)]


def _side_by_side(folder: Path, count: int) -> list[Comparison]:
    folder.mkdir()
    names = tuple(LAYOUTS)
    for n in range(count):
        _write(folder / f"{n:04}.md", Random(f"bulk/{n}"), names[n % len(names)], _ORDERS)
    one, two = (_extracted(folder, jobs) for jobs in (1, 2))
    what = f"{count} notices of {_ORDERS} orders"
    return [
        Comparison(f"read {what}, --jobs 2", two.wall, one.wall, "s", "--jobs 1", False),
        Comparison(
            f"processor time of {what}", two.processor, 2 * _AIM_SECONDS * count, "s",
            "the aim on two cores", False,
        ),
        Comparison(
            f"memory of the largest process reading {what}", two.megabytes, _MOST_MEGABYTES, "MB",
            "allowed", False,
        ),
    ]  # fmt: skip


def _long(folder: Path, sizes: Sequence[int]) -> list[Comparison]:
    found: list[Comparison] = []
    costs: dict[int, tuple[float, Cost]] = {}
    for size in sizes:
        path = folder / f"{size}.md"
        _write(path, Random("bulk"), "by sentence", size * _ORDERS_A_MEGABYTE)
        costs[size] = (path.stat().st_size / 1e6, _extracted(path, 1))
    first, cost = costs[sizes[0]]
    for size in sizes[1:]:
        megabytes, more = costs[size]
        found.append(
            Comparison(
                f"processor time for a file of {megabytes:.1f} MB",
                more.processor,
                cost.processor * megabytes / first,
                "s",
                f"as often that of {first:.1f} MB",
                False,
            )
        )
    megabytes, largest = costs[sizes[-1]]
    what = f"memory for a file of {megabytes:.1f} MB"
    found.append(Comparison(what, largest.megabytes, _MOST_MEGABYTES, "MB", "allowed", False))
    return found


def _write(path: Path, rng: Random, layout: str, orders: int) -> None:
    notice = any_notice(
        rng, layout=layout, form="markdown", most_orders=orders, fewest_orders=orders
    )
    path.write_bytes(notice.data)


def _extracted(path: Path, jobs: int) -> Cost:
    """Extract a file or folder in a process that measures itself and its children."""
    command = [sys.executable, "-c", _MEASURED, str(path), "--json", "--jobs", str(jobs)]
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    wall = time.perf_counter() - start
    processor, kilobytes = map(float, done.stderr.split()[-2:])
    return Cost(wall, processor, kilobytes / 1024)


_MEASURED = """
import resource, sys
from ui.cli import main
main(["extract", *sys.argv[1:]], standalone_mode=False)
uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(u.ru_utime + u.ru_stime for u in uses), max(u.ru_maxrss for u in uses), file=sys.stderr)
"""


def main() -> None:
    """Print the comparisons, for as many notices as the command line says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _NOTICES
    for comparison in run(count):
        sys.stdout.write(f"{comparison}\n")


if __name__ == "__main__":
    main()
