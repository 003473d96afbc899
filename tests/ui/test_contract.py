"""The contract that scripts rely on: commands, options, JSON keys and types."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, write
from ui.cli import main

COMMANDS = {
    "ingest": {"--samples", "--json"},
    "extract": {"--json"},
    "search": {
        "--all", "--limit", "--unit", "--from", "--to", "--document", "--project", "--due-before",
        "--batch", "--json", "--raw", "--no-expand", "--sort",
    },
    "saved": set(),
    "users": set(),
    "refs": {"--json"},
    "threads": {"--json"},
    "due": {"--as-of", "--unit", "--json"},
    "sparql": {"-f", "--format"},
    "central": {"--json"},
    "export": {"--format", "--output"},
    "serve": {"--host", "--port", "--open"},
    "doctor": {"--fix"},
    "decide": {"--by", "--name", "--note"},
    "undo": {"--by"},
    "decisions": {"--json"},
    "questions": {"--json"},
    "notices": {"--json"},
    "remove": set(),
}  # fmt: skip
README = Path(__file__).parents[2] / "README.md"

Day = "day"
Maybe = "maybe"
HIT = {
    "task": str, "text": str, "source": str, "notice": str, "meeting_date": (Day, Maybe),
    "assignees": [str], "due": (Day, Maybe), "score": float, "relevance": float, "why": [str],
}  # fmt: skip
TASK = {
    "task": str, "text": str, "source": str, "notice": str, "meeting_date": (Day, Maybe),
    "assignees": [str], "due": (Day, Maybe),
}  # fmt: skip
THREAD = {"thread": str, "title": str, "tasks": [TASK]}
DUE = THREAD | {
    "status": str, "due": (Day, Maybe), "slips": int, "last_seen": (Day, Maybe), "dropped": bool,
}  # fmt: skip
SPAN = {"start": int, "end": int}
NAME = SPAN | {"name": str, "canonical": (str, Maybe)}
REF = SPAN | {"key": str, "type": str, "date": (Day, Maybe), "text": str}
EXTRACT = {
    "source": str,
    "notice": {
        "number": (str, Maybe), "issuer": (str, Maybe), "issued": (Day, Maybe),
        "place": (str, Maybe), "title": (str, Maybe), "meeting_date": (Day, Maybe),
        "chair": (str, Maybe), "signer": (str, Maybe),
    },
    "tasks": [
        SPAN | {
            "label": (str, Maybe), "text": str, "section": (str, Maybe), "assignees": [NAME],
            "coordinators": [NAME], "refs": [REF], "projects": [NAME], "people": [NAME],
            "places": [NAME],
            "deadlines": [
                SPAN | {
                    "text": str, "due": (Day, Maybe), "kind": str, "from": (Day, Maybe),
                    "until": (Day, Maybe),
                }
            ],
        }
    ],
    "documents": [{"key": str, "type": str, "date": (Day, Maybe), "title": (str, Maybe)}],
}  # fmt: skip


def assert_shape(value: Any, shape: Any, path: str = "$") -> None:
    """Assert that JSON has at least the keys of the shape, each of its type."""
    if isinstance(shape, tuple):
        if value is not None:
            assert_shape(value, shape[0], path)
    elif shape is Day:
        assert date.fromisoformat(value), path
    elif isinstance(shape, dict):
        assert isinstance(value, dict), path
        for key, inner in shape.items():
            assert key in value, f"{path}.{key}"
            assert_shape(value[key], inner, f"{path}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), path
        for position, item in enumerate(value):
            assert_shape(item, shape[0], f"{path}[{position}]")
    elif shape is float:
        assert isinstance(value, int | float), path
    else:
        assert type(value) is shape, f"{path}: {value!r}"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made by the commands themselves."""
    folder = tmp_path_factory.mktemp("contract")
    write(folder / "files", april=APRIL, may=MAY)
    result = run("ingest", folder / "files", "--data", folder / "work")
    assert result.exit_code == 0, result.output
    return folder / "work"


def run(*arguments: object, **options: Any) -> Result:
    """Run ``chidao`` with the tiny encoder."""
    return CliRunner().invoke(main, [str(a) for a in arguments], obj=TinyEncoder(), **options)


def test_every_command_and_option_is_there() -> None:
    assert set(COMMANDS) == set(main.commands)
    for name, options in COMMANDS.items():
        there = {option for p in main.commands[name].params for option in p.opts}
        assert options <= there, name
        assert name == "extract" or "--data" in there


def test_every_command_explains_itself() -> None:
    for name, command in main.commands.items():
        assert command.help
        first = command.help.split("\n")[0]
        assert len(first) <= 65, f"{name}: {first!r} is cut in the list of commands"
        assert run(name, "--help").exit_code == 0


def test_the_readme_shows_every_command() -> None:
    shown = set(re.findall(r"\bchidao (?:--data \S+ )?([a-z]+)\b", README.read_text("utf-8")))
    assert set(COMMANDS) <= shown


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"chidao \d+\.\d+\.\d+\n", run("--version").output)


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_workspace_is_named_before_or_after_the_command(data: Path, place: str) -> None:
    if place == "environment":
        result = run("notices", "--json", env={"CHIDAO_DATA": str(data)})
    elif place == "before":
        result = run("--data", data, "notices", "--json")
    else:
        result = run("notices", "--json", "--data", data)
    assert [notice["source"] for notice in json.loads(result.stdout)] == ["may.md", "april.md"]


def test_extract(tmp_path: Path) -> None:
    (path,) = write(tmp_path, april=APRIL)
    result = run("extract", path, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert_shape(found, EXTRACT)
    assert len(found["tasks"]) == 4
    for task in found["tasks"]:
        assert found["text"][task["start"] : task["end"]] == task["text"]


def test_extract_for_people(tmp_path: Path) -> None:
    (path,) = write(tmp_path, april=APRIL)
    result = run("extract", path)
    assert result.exit_code == 0
    assert "21/TB-SXD" in result.stdout
    assert "Thanh tra Sở" in result.stdout
    assert "20/04/2023" in result.stdout


def test_search(data: Path) -> None:
    result = run("search", "nhà ở cũ", "--json", "--limit", "2", "--data", data)
    answer = json.loads(result.stdout)
    assert_shape(answer, {"query": str, "total": int, "hits": [HIT]})
    assert answer["query"] == "nhà ở cũ"
    assert len(answer["hits"]) == 2
    assert all(0 <= hit["relevance"] <= 1 for hit in answer["hits"])


def test_search_with_every_option(data: Path) -> None:
    result = run(
        "search", "nhà ở cũ", "--all", "--unit", "Phòng Quản lý nhà", "--from", "2023-04-01",
        "--to", "30/4/2023", "--document", "15/2021/NĐ-CP", "--due-before", "2023-06-01",
        "--json", "--data", data,
    )  # fmt: skip
    assert [hit["source"] for hit in json.loads(result.stdout)["hits"]] == ["april.md"]
    result = run("search", "cầu", "--project", "cầu Nà Lốc", "--json", "--data", data)
    assert json.loads(result.stdout)["total"] == 2


def test_search_in_batch_answers_line_by_line(data: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("nhà ở cũ\n\nĐồi Thông\n", encoding="utf-8")
    result = run("search", "--batch", queries, "--all", "--json", "--data", data)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["nhà ở cũ", "", "Đồi Thông"]
    assert answers[0]["hits"]
    assert answers[1]["hits"] == []
    for answer in answers:
        assert_shape(answer, {"query": str, "total": int, "hits": [HIT]})


def test_threads(data: Path) -> None:
    found = json.loads(run("threads", "--json", "--data", data).stdout)
    assert found
    assert_shape(found, [THREAD])
    assert all(len(thread["tasks"]) > 1 for thread in found)


def test_due(data: Path) -> None:
    found = json.loads(run("due", "--as-of", "2023-06-01", "--json", "--data", data).stdout)
    assert_shape(found, [DUE])
    assert {status["status"] for status in found} <= {"open", "overdue", "done", "no-deadline"}
    assert any(len(status["tasks"]) == 1 for status in found)
    assert any(status["status"] == "overdue" for status in found)


def test_refs(data: Path) -> None:
    found = json.loads(run("refs", "NĐ 15/2021", "--json", "--data", data).stdout)
    assert_shape(
        found, {"query": str, "iri": str, "kind": str, "label": str, "total": int,
                "threads": [THREAD]},
    )  # fmt: skip
    assert found["total"] == 2


@pytest.mark.parametrize(
    ("format", "starts"),
    [("json", "{"), ("csv", "n"), ("table", ""), (None, "")],
)
def test_sparql(data: Path, format: str | None, starts: str) -> None:
    query = "SELECT (COUNT(?t) AS ?n) WHERE { ?t a cd:Task }"
    chosen = ["--format", format] if format else []
    result = run("sparql", query, *chosen, "--data", data)
    assert result.exit_code == 0
    assert result.stdout.startswith(starts)
    assert "6" in result.stdout


def test_sparql_from_a_file_as_turtle(data: Path, tmp_path: Path) -> None:
    query = tmp_path / "all.rq"
    query.write_text("CONSTRUCT { ?t a cd:Task } WHERE { ?t a cd:Task }", encoding="utf-8")
    result = run("sparql", "-f", query, "--format", "turtle", "--data", data)
    assert result.exit_code == 0
    assert "https://w3id.org/chidao/ontology#" in result.stdout


@pytest.mark.parametrize("format", ["nq", "ttl", "jsonld", "csv", "xlsx", "ics"])
def test_export(data: Path, format: str, tmp_path: Path) -> None:
    path = tmp_path / f"all.{format}"
    assert run("export", "--format", format, "-o", path, "--data", data).exit_code == 0
    piped = run("export", "--format", format, "--data", data)
    assert path.stat().st_size > 300
    if format != "xlsx":  # which holds the time it was written
        assert piped.stdout_bytes == path.read_bytes()


def test_notices(data: Path) -> None:
    found = json.loads(run("notices", "--json", "--data", data).stdout)
    assert_shape(
        found, [{"notice": str, "source": str, "number": (str, Maybe), "issuer": (str, Maybe),
                 "issued": (Day, Maybe), "title": (str, Maybe), "meeting_date": (Day, Maybe),
                 "tasks": int, "warnings": int}],
    )  # fmt: skip


def test_doctor(data: Path) -> None:
    result = run("doctor", "--json", "--data", data)
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert_shape(report, {"checks": [{"name": str, "ok": bool, "message": str}], "fixed": bool})
    assert {check["name"] for check in report["checks"]} >= {
        "originals", "notices", "graph", "shapes", "index", "leftovers",
    }  # fmt: skip
