"""A state that follows from other decisions, authorities or an older format is built again."""

import json
from pathlib import Path

import pytest

from kg.errors import OldVersion
from tests.support import TinyEncoder
from tests.ui.invented import MAY, filled, write
from ui.answers import DoctorReport
from ui.committing import states
from ui.state import AUTHORITY, META
from ui.statements import keep_decisions
from ui.workspace import Workspace

RENAMED = """
@prefix cd: <https://w3id.org/chidao/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
[] a cd:Unit ; skos:prefLabel "Phòng Quản lý nhà"@vi ; skos:altLabel "Bộ phận nhà ở"@vi .
"""


def wrong(report: DoctorReport) -> set[str]:
    return {check.name for check in report.checks if not check.ok}


def again(folder: Path) -> Workspace:
    return Workspace.open(folder, encoder=TinyEncoder())


def test_a_workspace_of_the_first_format_is_brought_up_to_date(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    before = workspace.export("nq")
    path = states(workspace.folder)[-1] / META
    plain = json.loads(path.read_text("utf-8"))
    del plain["basis"]
    path.write_text(json.dumps(plain | {"format": 1}), "utf-8")
    with pytest.raises(OldVersion, match=r"doctor --fix"):
        again(workspace.folder)
    tiny = TinyEncoder()
    assert wrong(Workspace.doctor_of(workspace.folder, encoder=tiny)) == {"format"}
    assert Workspace.doctor_of(workspace.folder, encoder=tiny, fix=True).ok
    assert not tiny.encoded, "the index is taken over"
    assert again(workspace.folder).export("nq") == before


def test_a_decision_kept_and_not_built_is_noticed_and_mended(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    pair = next(t.tasks for t in workspace._opened.threads if len(t.tasks) > 1)
    decision = workspace.decide("reject", pair, by="Lan")
    wanted = workspace.export("nq")
    workspace.undo(decision.iri, by="Lan")
    keep_decisions(workspace.folder, [decision])  # as a kill before the new state leaves it
    assert wrong(again(workspace.folder).doctor()) == {"basis"}
    assert again(workspace.folder).doctor(fix=True).ok
    assert again(workspace.folder).export("nq") == wanted


@pytest.mark.parametrize("by", ["doctor", "ingest"])
def test_an_edited_authority_file_takes_effect(tmp_path: Path, by: str) -> None:
    workspace = filled(tmp_path)
    (workspace.folder / AUTHORITY).write_text(RENAMED, "utf-8")
    assert wrong(workspace.doctor()) == {"basis"}
    if by == "doctor":
        workspace.doctor(fix=True)
    else:
        write(tmp_path / "same", **{"tháng 5.txt": MAY})
        workspace.ingest([tmp_path / "same"])
    assert workspace.doctor().ok
