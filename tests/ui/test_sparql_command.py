"""SPARQL on the command line: functions, named queries, ways between things; on the samples."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest import samples_folder
from kg.named import NamedQuery, named_queries, named_query
from tests.support import TinyEncoder
from tests.ui.invented import filled
from ui.cli import main
from ui.workspace import Workspace

DAY = date(2025, 7, 15)
_MAY_BE_EMPTY = {
    "deadlines-without-a-day", "documents-issued-before", "doubtful-continuations", "late-works",
    "people-in-tasks", "projects-of-many-units", "tasks-about", "tasks-due-between",
    "tasks-of-document", "tasks-of-project", "tasks-of-several-units", "tasks-of-unit",
    "tasks-without-unit", "tasks-for-every-unit", "units-never-coordinating",
    "units-without-partners",
    "unresolved-documents", "works-handed-over", "works-slipped",
}  # fmt: skip
"""What a year of notices need not hold, or what a default parameter need not find."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("samples") / "work"
    opened = Workspace.open(folder, encoder=TinyEncoder())
    assert not opened.ingest([samples_folder()]).failed
    return opened


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command")
    filled(folder)
    return folder / "work"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], obj=TinyEncoder())


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_answers_on_the_samples(samples: Workspace, query: NamedQuery) -> None:
    day = {p.name: DAY.isoformat() for p in query.parameters if p.default == str(date.today())}
    result = samples.sparql(query.filled(day))
    assert result.kind == "select"
    assert result.rows or query.name in _MAY_BE_EMPTY


def test_overdue_by_unit_agrees_with_what_is_due(samples: Workspace) -> None:
    wanted: dict[str, set[str]] = {}
    for work in samples.due(DAY):
        if work.status == "overdue":
            for task in work.tasks:
                for unit in task.assignees:
                    wanted.setdefault(unit, set()).add(work.thread)
    result = samples.sparql(named_query("overdue-by-unit").filled({"day": DAY.isoformat()}))
    counts = [int(row[1].value) for row in result.rows if row[1]]
    assert counts
    assert sum(counts) == sum(map(len, wanted.values()))


def test_status_of_works_agrees_with_what_is_due(samples: Workspace) -> None:
    wanted = sorted((work.status, work.thread) for work in samples.due(DAY))
    result = samples.sparql(named_query("status-of-works").filled({"day": DAY.isoformat()}))
    found = sorted((row[0].value, row[4].value) for row in result.rows if row[0] and row[4])
    assert found == wanted


def test_a_named_query_with_parameters(data: Path) -> None:
    found = run(
        "sparql", "--named", "overdue-by-unit", "--param", "day=2023-05-16", "--format", "csv",
        "--data", data,
    )  # fmt: skip
    assert found.exit_code == 0, found.output
    head, *rows = found.stdout.split()
    assert head == "unit,works,oldest"
    assert rows
    before = run(
        "sparql", "--named", "overdue-by-unit", "--param", "day=2023-04-10", "--data", data
    )
    assert len(before.stdout.splitlines()) == 2, "a head and its line, for nothing was late yet"


def test_functions_work_from_the_command_line(data: Path) -> None:
    query = """SELECT ?text { ?task cd:text ?text
        FILTER(cd:relevance(?task, "danh muc nha o cu") > 0 && CONTAINS(cd:fold(?text), "nha o cu")
            && cd:status(?task, "2023-05-26"^^xsd:date) = "overdue") }"""
    found = run("sparql", query, "--format", "json", "--data", data)
    assert found.exit_code == 0, found.output
    assert len(json.loads(found.stdout)["results"]["bindings"]) == 2


def test_the_list_names_every_query() -> None:
    listed = run("sparql", "--list").stdout
    assert all(f"{query.name}\t{query.title_vi}" in listed for query in named_queries())
    assert "least=2" in listed


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--named", "overdue"], 1, "overdue-by-unit"),
        (["--named", "overdue-by-unit", "--param", "day"], 2, "NAME=VALUE"),
        (["--named", "overdue-by-unit", "--param", "day=soon"], 1, "a day such as"),
        (["--named", "overdue-by-unit", "--param", "when=2023-01-01"], 1, "it has: day"),
        (["ASK {}", "--param", "day=2023-01-01"], 2, "--named"),
        (["ASK {}", "--list"], 2, "Give one of"),
        (["SELECT (cd:status(?t, 'May') AS ?s) { ?t a cd:Task }"], 1, "expects a day"),
    ],
)
def test_what_cannot_be_asked_is_told(
    data: Path, words: list[str], code: int, message: str
) -> None:
    found = run("sparql", *words, "--data", data)
    assert found.exit_code == code
    assert message in found.stderr


def test_a_way_is_shown_with_its_sentences(data: Path) -> None:
    found = run("refs", "xã Vân Trình", "--to", "NĐ 15/2021", "--json", "--data", data)
    assert found.exit_code == 0, found.output
    first, second = json.loads(found.stdout)
    assert first["relation"] == "concernsPlace"
    assert first["backwards"] is True
    assert second["relation"] == "cites"
    assert "danh mục nhà ở cũ" in first["sentence"]
    table = run("refs", "xã Vân Trình", "--to", "NĐ 15/2021", "--data", data).stdout
    assert "<- concernsPlace" in table
    nowhere = run("refs", "xã Vân Trình", "--to", "NĐ 99/2099", "--data", data)
    assert nowhere.exit_code == 1


def test_what_is_central_and_what_belongs_together(data: Path) -> None:
    ranked = json.loads(run("central", "--json", "--data", data).stdout)
    assert ranked[0]["label"] == "Nghị định 15/2021/NĐ-CP"
    groups = json.loads(run("central", "--groups", "--json", "--data", data).stdout)
    assert all(len(group["tasks"]) > 1 for group in groups)
    assert groups
    assert "Nghị định 15/2021/NĐ-CP" in run("central", "--data", data).stdout
