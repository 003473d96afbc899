"""A person's word: it outweighs what was found, survives, and can be undone."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.errors import Undecidable, UnknownName
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, filled, write
from ui.cli import main
from ui.state import DECISIONS
from ui.workspace import Workspace


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], obj=TinyEncoder())


def works(workspace: Workspace) -> set[tuple[str, ...]]:
    return {thread.tasks for thread in workspace._opened.threads}


def followed(workspace: Workspace) -> tuple[str, ...]:
    return next(tasks for tasks in sorted(works(workspace)) if len(tasks) > 1)


def alone(workspace: Workspace) -> list[str]:
    return [tasks[0] for tasks in sorted(works(workspace)) if len(tasks) == 1]


def test_a_rejected_link_stays_apart_until_undone(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    before, pair = works(workspace), followed(workspace)
    decision = workspace.decide("reject", pair, by="Lan")
    assert {(task,) for task in pair} <= works(workspace)
    workspace.undo(decision.iri, by="Lan")
    assert works(workspace) == before
    assert [d.verdict for d in workspace.decisions()] == ["reject", "undo"]


def test_confirmed_tasks_are_one_work_however_unlike(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    pair = alone(workspace)[:2]
    workspace.decide("confirm", pair, by="Lan")
    assert any(set(pair) <= set(tasks) for tasks in works(workspace))
    workspace.decide("reject", pair, by="Minh")
    assert not any(set(pair) <= set(tasks) for tasks in works(workspace)), "the last word holds"


def test_threads_merge_split_and_are_renamed(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    first, second = sorted(tasks for tasks in works(workspace) if len(tasks) > 1)[:2]
    workspace.decide("merge", [first[0], second[0]], by="Lan")
    merged = next(tasks for tasks in works(workspace) if first[0] in tasks)
    assert {*first, *second} <= set(merged)
    workspace.decide("split", [first[0], *second], by="Lan")
    assert {frozenset(t) for t in works(workspace)} >= {frozenset(first), frozenset(second)}
    workspace.decide("rename", [first[-1]], by="Lan", text="Nhà cũ Vân Trình")
    assert "Nhà cũ Vân Trình" in {thread.title for thread in workspace.threads()}


def test_a_decision_survives_reading_anew_repair_and_new_words(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    workspace.decide("reject", followed(workspace), by="Lan")
    apart = {len(tasks) for tasks in works(workspace) if "phong-quan-ly-nha-1" in tasks[0]}
    for state in (workspace.folder / "states").iterdir():
        (state / "threads.json").write_text("[]", encoding="utf-8")
    assert not workspace.doctor().ok
    assert workspace.doctor(fix=True).ok
    assert len(workspace.decisions()) == 1
    assert {len(t) for t in works(workspace) if "phong-quan-ly-nha-1" in t[0]} == apart
    write(tmp_path / "again", **{"tháng 4.txt": APRIL.replace("Lập danh mục", "Lập lại danh mục")})
    workspace.ingest([tmp_path / "again"])
    assert {len(t) for t in works(workspace) if "phong-quan-ly-nha-1" in t[0]} == apart


def test_things_are_merged_and_renamed_in_the_graph(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    both = "Thanh tra Sở", "Phòng Quản lý nhà"
    kept, gone = (workspace.find(name)[0] for name in both)
    tasks = workspace.refs(kept.iri).total + workspace.refs(gone.iri).total
    decision = workspace.decide("merge", both, by="Lan")
    assert workspace.refs(kept.iri).total == tasks
    asked = f"ASK {{ ?task cd:assignedTo <{gone.iri}> }}"
    assert not workspace.sparql(asked).boolean
    workspace.decide("rename", [kept.iri], by="Lan", text="Thanh tra và Quản lý nhà")
    assert workspace.find("Thanh tra và Quản lý nhà")[0].iri == kept.iri
    workspace.undo(decision.iri, by="Lan")
    assert workspace.sparql(asked).boolean
    assert workspace.doctor().ok


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    task = followed(workspace)[0]
    for verdict, what in (
        ("merge", [task]),
        ("merge", [task, "Thanh tra Sở"]),
        ("reject", [task] * 2),
    ):
        with pytest.raises(Undecidable):
            workspace.decide(verdict, what, by="Lan")
    with pytest.raises(UnknownName):
        workspace.decide("merge", ["Sở Không Có", "Thanh tra Sở"], by="Lan")
    with pytest.raises(UnknownName):
        workspace.undo("nothing", by="Lan")
    assert not (workspace.folder / DECISIONS).exists()


def test_the_commands(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    data = ("--data", workspace.folder)
    decided = run("decide", "reject", *followed(workspace), "--by", "Lan", "--note", "sai", *data)
    assert decided.exit_code == 0, decided.output
    name = decided.output.split("\t")[0]
    (listed,) = json.loads(run("decisions", "--json", *data).output)
    assert (listed["verdict"], listed["by"], listed["holds"]) == ("reject", "Lan", True)
    assert run("undo", name, *data).exit_code == 0
    assert "undone" in run("decisions", *data).output
    assert json.loads(run("questions", "--json", *data).output) == []
    assert run("decide", "rename", "Thanh tra Sở", *data).exit_code == 2
