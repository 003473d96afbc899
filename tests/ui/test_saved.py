"""Searches that are kept, and what is new in them."""

import json
from pathlib import Path

import pytest

from kg.errors import UnknownName, WorkspaceError
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, write
from ui.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (april,) = write(tmp_path / "files", april=APRIL)
    found = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    found.ingest([april])
    return found


def test_tells_what_is_new_after_each_reading(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.save_search("inspectors", "việc của Thanh tra Sở").total == 2
    assert [one.new for one in workspace.saved_searches()] == [()]
    workspace.ingest(write(tmp_path / "more", may=MAY))
    (one,) = workspace.saved_searches()
    assert (one.total, [hit.source for hit in one.new]) == (3, ["may.md"])
    workspace.save_search("inspectors", one.query)
    assert [one.new for one in workspace.saved_searches()] == [()]


def test_is_forgotten_by_name(workspace: Workspace) -> None:
    workspace.save_search("homes", "nhà ở")
    with pytest.raises(UnknownName, match="there are: homes"):
        workspace.forget_search("roads")
    workspace.forget_search("homes")
    assert workspace.saved_searches() == ()


@pytest.mark.parametrize(("name", "query"), [("", "nhà ở"), ("homes", " "), ("x" * 101, "nhà")])
def test_needs_a_name_and_a_query(workspace: Workspace, name: str, query: str) -> None:
    with pytest.raises(UnknownName, match="needs a name"):
        workspace.save_search(name, query)


def test_a_damaged_file_is_said(workspace: Workspace) -> None:
    (workspace.folder / "saved.json").write_text(json.dumps([{"name": 1}]), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="mend it"):
        workspace.saved_searches()


def test_hits_come_in_the_order_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    workspace.ingest(write(tmp_path / "more", may=MAY))
    by_due = workspace.search("nhà ở", limit=None, sort="due").hits
    days = [hit.due for hit in by_due if hit.due]
    assert days == sorted(days)
    assert all(hit.due is None for hit in by_due[len(days) :])
    met = [h.meeting_date for h in workspace.search("nhà ở", limit=None, sort="meeting").hits]
    assert met == sorted(met, reverse=True)
