"""Notices made up in every layout and kind of file, read back: how many give the whole record.

    python -m tests.benchmarks.roundtrip 2000 [--seed S] [--jobs 2] [--forms docx,pdf]

Every layout comes with every kind of file equally often. A notice counts as read back where
nothing of it differs: its head, each task's text, label, offices, days, documents, projects,
people and places, and the documents cited anywhere. Another seed makes other notices.
"""

import argparse
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from random import Random
from typing import get_args

from ingest import read_bytes
from tests.render.compare import differences
from tests.render.layouts import LAYOUTS
from tests.render.notices import FORMS, Form, any_notice, has_tables

_ORDERS = 6
"""At most so many in a notice: more of them try the same patterns again."""
_AT_ONCE = 25
"""Notices that a process is handed at a time."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One notice made up and read: what the reading got wrong."""

    number: int
    layout: str
    form: Form
    wrong: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """How many notices of each layout and kind of file came back."""

    seed: str
    tried: Counter[str] = field(default_factory=Counter)
    bad: list[Tried] = field(default_factory=list)

    def add(self, one: Tried) -> None:
        """Count one notice."""
        self.tried.update((one.layout, one.form, ""))
        if one.wrong:
            self.bad.append(one)

    def __str__(self) -> str:
        bad = Counter(name for one in self.bad for name in (one.layout, one.form))
        count = self.tried[""]
        lines = [f"{count - len(self.bad)} of {count} notices read back whole, seed {self.seed}"]
        for names in (tuple(LAYOUTS), FORMS):
            told = (f"{n} {self.tried[n] - bad[n]}/{self.tried[n]}" for n in names if self.tried[n])
            lines.append("  " + ", ".join(told))
        return "\n".join(lines)


def run_all(
    count: int, *, seed: str, jobs: int = 1, forms: Sequence[Form] = FORMS
) -> Iterator[Tried]:
    """Make up ``count`` notices and read each, in ``jobs`` processes; yield them in order."""
    work = partial(one, seed, forms=tuple(forms))
    if jobs == 1:
        yield from map(work, range(count))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, range(count), chunksize=_AT_ONCE)


def one(seed: str, number: int, *, forms: Sequence[Form] = FORMS) -> Tried:
    """Make up the notice of a number and read it."""
    layouts = tuple(LAYOUTS)
    layout = layouts[number % len(layouts)]
    fitting = [f for f in forms if layout != "table" or has_tables(f)] or ["docx"]
    form = fitting[number // len(layouts) % len(fitting)]
    rng = Random(f"{seed}/{number}")
    notice = any_notice(rng, layout=layout, form=form, most_orders=_ORDERS)
    try:
        wrong = differences(read_bytes(notice.data, f"notice{notice.suffix}"), notice)
    except Exception:  # a reader that fails is a finding like any other
        wrong = [traceback.format_exc(limit=-3)]
    return Tried(number, layout, form, tuple(wrong))


def main() -> None:
    """Print what went wrong as it is found, then the report; exit with 1 where anything did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", default="1", help="makes other notices")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--forms", default=",".join(FORMS), help="of " + ", ".join(get_args(Form)))
    given = parser.parse_args()
    report = Report(given.seed)
    for tried in run_all(
        given.count, seed=given.seed, jobs=given.jobs, forms=given.forms.split(",")
    ):
        report.add(tried)
        if tried.wrong:
            print(f"{given.seed}/{tried.number}, {tried.layout}, {tried.form}:")
            print("".join(f"  {line}\n" for line in tried.wrong), end="", flush=True)
    print(report)
    sys.exit(bool(report.bad))


if __name__ == "__main__":
    main()
