"""How the command behaves: exit codes, one line for each error, nothing loaded needlessly."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, NO_TASK, filled, write
from ui.cli import main
from ui.committing import states
from ui.exports import FORMATS
from ui.state import FORMAT, META
from ui.workspace import Workspace

MODULES = """
import sys
from ui.cli import main
try:
    main({arguments!r}, standalone_mode=False)
finally:
    print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], obj=TinyEncoder())


def modules_after(*arguments: str) -> set[str]:
    """Return the top-level modules that a command leaves loaded."""
    process = subprocess.run(
        [sys.executable, "-c", MODULES.format(arguments=list(arguments))],
        capture_output=True,
        text=True,
        check=False,
    )
    return set(process.stderr.splitlines()[-1].split())


def assert_one_line(result: Result, code: int = 1) -> None:
    assert result.exit_code == code, result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_help_and_extract_load_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"torch", "transformers", "sentence_transformers", "faiss", "gradio", "rdflib"}
    assert not modules_after("--help") & (heavy | {"spacy", "numpy", "rich", "pyoxigraph"})
    (path,) = write(tmp_path, april=APRIL)
    assert not modules_after("extract", str(path), "--json") & (heavy | {"numba"})


def test_threads_and_due_load_no_model(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    for command in ("threads", "due", "notices"):
        assert "torch" not in modules_after(command, "--json", "--data", str(work))


def test_ingest_sums_up(tmp_path: Path) -> None:
    write(tmp_path / "files", april=APRIL, may=MAY)
    result = run("ingest", tmp_path / "files", "--data", tmp_path / "work")
    assert result.stdout.splitlines() == [
        "read april.md: 4 tasks",
        "read may.md: 2 tasks",
        "2 read, 0 replaced, 0 unchanged, 0 failed",
    ]
    result = run("ingest", tmp_path / "files", "--data", tmp_path / "work")
    assert result.stdout == "0 read, 0 replaced, 2 unchanged, 0 failed\n"


def test_the_samples_are_read(tmp_path: Path) -> None:
    result = run("ingest", "--samples", "--json", "--data", tmp_path / "work")
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.stdout)["read"]) == 4


def test_a_bad_file_fails_the_command_and_not_the_rest(tmp_path: Path) -> None:
    _, _, bad = write(tmp_path / "files", april=APRIL, may=MAY, bare=NO_TASK)
    (tmp_path / "files" / "photo.md").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9)
    result = run("ingest", tmp_path / "files", tmp_path / "none", "--data", tmp_path / "work")
    assert result.exit_code == 1
    errors = result.stderr.splitlines()
    assert len(errors) == 3
    for name in (bad.name, "photo.md", "none"):
        assert sum(name in line for line in errors) == 1, name
    assert "2 read, 0 replaced, 0 unchanged, 3 failed" in result.stdout


@pytest.mark.parametrize("name", ["empty.md", "binary.md", "missing.md", "folder"])
def test_extract_of_what_is_no_notice(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.md").touch()
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "folder").mkdir()
    assert_one_line(run("extract", tmp_path / name, "--json"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["search"],
        ["search", "x", "--batch", "-"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--all", "--limit", "3"],
        ["search", "x", "--from", "yesterday"],
        ["due", "--as-of", "2021-13-01"],
        ["sparql"],
        ["sparql", "-f", "/nowhere/query.rq"],
        ["export", "--format", "pdf"],
        ["serve", "--host", "0.0.0.0"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_bad_usage_is_code_2(arguments: list[str], tmp_path: Path) -> None:
    result = run("--data", tmp_path / "none", *arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["sparql", "SELECT ?x WHERE { ?x"],
        ["sparql", "DELETE WHERE { ?s ?p ?o }"],
        ["sparql", "SELECT * WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }"],
        ["sparql", "SELECT ?x WHERE { ?x a cd:Task }", "--format", "turtle"],
        ["search", "mỏ " * 3_334],
        ["search", "mỏ", "--unit", "Phòng Không Có"],
        ["refs", "Nghị định 9999/2020/NĐ-CP"],
        ["refs", " "],
        ["remove", "none.md"],
    ],
    ids=lambda arguments: " ".join(arguments)[:40],
)
def test_a_bad_question_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    assert_one_line(run(*arguments, "--data", filled(tmp_path).folder))


def test_a_workspace_of_another_version_is_one_line(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    path = states(work)[-1] / META
    path.write_text(path.read_text("utf-8").replace(f'"format":{FORMAT}', '"format":99'), "utf-8")
    for command in (["notices"], ["search", "x"], ["ingest", str(tmp_path / "files")], ["doctor"]):
        result = run(*command, "--data", work)
        assert_one_line(result)
        assert "format 99" in result.stderr


def test_a_workspace_of_another_model_is_one_line(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    result = CliRunner().invoke(
        main, ["search", "nhà", "--data", str(work)], obj=TinyEncoder("another")
    )
    assert_one_line(result)
    assert "doctor --fix" in result.stderr


def test_the_doctor_fails_on_a_damaged_workspace_and_mends_it(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    (work / "CURRENT").unlink()
    assert run("doctor", "--data", work).exit_code == 1
    assert run("doctor", "--fix", "--data", work).exit_code == 0
    assert run("doctor", "--data", work).exit_code == 0


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", port, "--data", tmp_path / "work")
    assert_one_line(result)
    assert str(port) in result.stderr


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    command = f"{sys.executable} -m ui.cli export --format nq --data {work} | head -c 10"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert len(process.stdout) == 10
    assert process.stderr == ""


def test_control_c_leaves_the_state_before(tmp_path: Path) -> None:
    work = filled(tmp_path).folder
    before = Workspace.open(work, encoder=TinyEncoder()).export("nq")
    many = write(
        tmp_path / "many", **{f"n{i}": APRIL.replace("21/TB", f"{i}/TB") for i in range(30, 130)}
    )
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(work), *map(str, many)],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "reading\n"
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert "Traceback" not in process.stderr.read()
    assert Workspace.open(work, encoder=TinyEncoder()).export("nq") == before


INTERRUPTED = """
import sys
from tests.support import TinyEncoder
from ui.cli import main
print("reading", file=sys.stderr, flush=True)
main(["ingest", *sys.argv[2:], "--data", sys.argv[1]], obj=TinyEncoder())
"""


def test_the_calendar_holds_each_due_day_once(tmp_path: Path) -> None:
    from icalendar import Calendar

    work = filled(tmp_path).folder
    data = run("export", "--format", "ics", "--data", work).stdout_bytes
    events = Calendar.from_ical(data).walk("VEVENT")
    days = sorted(str(event.decoded("dtstart")) for event in events)
    assert days == ["2023-04-20", "2023-04-30", "2023-05-15", "2023-05-25"]
    assert len({event["uid"] for event in events}) == 4


def test_every_format_is_offered() -> None:
    (choice,) = (p for p in main.commands["export"].params if p.name == "format")
    assert list(choice.type.choices) == list(FORMATS)
