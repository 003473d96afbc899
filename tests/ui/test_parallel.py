"""Files read side by side: the same as one by one, and a bad one stops no other."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest import read_bytes, samples_folder
from kg.records import Notice
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY
from ui.cli import main
from ui.parallel import read_all
from ui.reading import Source
from ui.workspace import Workspace

pytestmark = pytest.mark.slow

TEXTS = [(f"{n}.md", (APRIL, MAY, "", f"{APRIL}\n{n}")[n % 4].encode()) for n in range(12)]
SOURCES = [Source(name, data=data) for name, data in TEXTS]


def read_or_die(data: bytes, name: str) -> Notice:
    """Reads as another process does that is killed by one file and has a fault at another."""
    if name == "6.md":
        os._exit(9)
    if name == "7.md":
        raise AssertionError("a bug")
    return read_bytes(data, name)


@pytest.mark.parametrize("jobs", [2, None])
def test_jobs_change_nothing(jobs: int | None) -> None:
    one_by_one = list(read_all(SOURCES, jobs=1))
    side_by_side = list(read_all(SOURCES, jobs=jobs))

    assert [r.source for r in side_by_side] == SOURCES
    assert [r.notice for r in side_by_side] == [r.notice for r in one_by_one]
    assert list(map(str, (r.error for r in side_by_side))) == [str(r.error) for r in one_by_one]
    assert sum(r.notice is not None for r in side_by_side) == 9


def test_a_file_that_kills_its_reader_is_named_and_the_others_are_read() -> None:
    readings = list(read_all(SOURCES, jobs=2, read=read_or_die))

    assert [r.source.name for r in readings if r.notice is None] == [
        "2.md",
        "6.md",
        "7.md",
        "10.md",
    ]
    assert "6.md: the process that read it was ended" in str(readings[6].error)
    assert "7.md: a fault of the program (AssertionError)" in str(readings[7].error)


def test_what_is_known_is_not_read_again() -> None:
    again = list(read_all(SOURCES[:2], known=lambda content: content.data == APRIL.encode()))

    assert [r.notice is None for r in again] == [True, False]
    assert again[0].error is None


def test_the_graph_does_not_depend_on_jobs(tmp_path: Path) -> None:
    exports = []
    for jobs in (1, 2):
        workspace = Workspace.open(tmp_path / str(jobs), encoder=TinyEncoder())
        report = workspace.ingest([samples_folder()], jobs=jobs)
        exports.append((report, workspace.export("nq")))

    assert exports[0] == exports[1]


def test_several_files_are_extracted_a_line_each(tmp_path: Path) -> None:
    for name, data in TEXTS[:3]:
        (tmp_path / name).write_bytes(data)

    result = CliRunner().invoke(main, ["extract", str(tmp_path), "--json", "--jobs", "2"])

    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == ["0.md", "1.md"]
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "2.md" in result.stderr


def test_a_script_that_cannot_start_processes_reads_one_by_one(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from ui.parallel import read_all\n"
        "from ui.reading import Source\n"
        "from tests.ui.invented import APRIL\n"
        "sources = [Source(f'{n}.md', data=APRIL.encode()) for n in range(3)]\n"
        "print([len(r.notice.tasks) for r in read_all(sources, jobs=2)])\n",
        encoding="utf-8",
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    tasks = len(read_bytes(APRIL.encode(), "april.md").tasks)
    assert done.stdout.splitlines()[-1] == str([tasks] * 3), done.stderr
    assert "one by one" in done.stderr
