"""Kill an ingest at random instants; each time the workspace holds the state before or after.

python -m tests.benchmarks.kills --instants 200
"""

import argparse
import os
import shutil
import signal
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path
from random import Random

from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, write
from ui.committing import leftovers
from ui.reading import reader_fingerprint
from ui.workspace import Workspace

_LATER = {"leftovers", "reader"}
"""What a kill may leave to the next write, and what an edit of the reader changes meanwhile."""


def run(folder: Path, instants: int, *, seed: int = 1) -> Counter[str]:
    """Kill so many ingests, return how often the state before or after was found.

    Each ingest runs in a fork that has everything imported and nothing open; the instants are
    spread evenly at random over the time that a whole one takes.

    Raises:
        AssertionError: a workspace did not open, held anything else, or its doctor complained.
    """
    april, may = write(folder / "files", april=APRIL, may=MAY)
    begun, whole = folder / "begun", folder / "whole"
    _in_a_fork(begun, [april])
    shutil.copytree(begun, whole)
    began = time.monotonic()
    _in_a_fork(whole, [may])
    finished = time.monotonic() - began
    random = Random(seed)
    delays = [random.uniform(0, finished) for _ in range(instants)]
    for number, delay in enumerate(delays):
        shutil.copytree(begun, folder / str(number))
        _in_a_fork(folder / str(number), [may], kill_after=delay)
    # only now is anything opened here: an open graph has threads, which no fork inherits
    wanted = {_nquads(begun): "before", _nquads(whole): "after"}
    assert len(wanted) == 2
    found: Counter[str] = Counter()
    for number in range(instants):
        root = folder / str(number)
        found["left something behind"] += bool(leftovers(root))
        survivor = Workspace.open(root, encoder=TinyEncoder())
        bad = {check.name for check in survivor.doctor().checks if not check.ok}
        assert bad <= _LATER, f"{delays[number]:.3f} s: {bad}"
        state = wanted.get(survivor.export("nq"))
        assert state, f"{delays[number]:.3f} s: neither the state before nor the one after"
        found[state] += 1
        if "reader" not in bad:
            assert survivor.doctor(fix=True).ok
        shutil.rmtree(root)
    return found


def _in_a_fork(root: Path, files: list[Path], *, kill_after: float | None = None) -> None:
    child = os.fork()
    if child == 0:
        try:
            Workspace.open(root, encoder=TinyEncoder()).ingest(files, jobs=1)
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _nquads(root: Path) -> bytes:
    return Workspace.open(root, encoder=TinyEncoder()).export("nq")


def _import_all() -> None:
    """Import what an ingest does, so that forks need not."""
    for name in ("bm25s", "faiss", "ingest.pipeline", "kg.decisions", "kg.store", "search"):
        import_module(name)
    reader_fingerprint()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instants", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    _import_all()
    with tempfile.TemporaryDirectory() as place:
        counted = run(Path(place), asked.instants, seed=asked.seed)
    for what, count in sorted(counted.items()):
        print(f"{what}: {count} of {asked.instants}")
