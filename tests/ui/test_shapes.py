"""What does not hold to the shapes is told on every ingest, by the doctor and by the API."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import ontologies
from kg import shapes
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, write
from ui.web.app import create_app
from ui.workspace import Workspace

STRICTER = """
cd:ShortShape a sh:NodeShape ;
    sh:targetClass cd:Task ;
    sh:property [
        sh:path cd:text ; sh:maxLength 10 ; sh:severity sh:%s ;
        sh:message "an order is short"@en, "mệnh lệnh ngắn gọn"@vi ] .
"""


@pytest.fixture(params=["Violation", "Warning"])
def severity(request, tmp_path, monkeypatch):
    """A department that asks more of its data than the shapes do."""
    ours = tmp_path / "shapes.ttl"
    text = ontologies.SHAPES.read_text(encoding="utf-8") + STRICTER % request.param
    ours.write_text(text, encoding="utf-8")
    monkeypatch.setattr(ontologies, "SHAPES", ours)
    shapes._shapes.cache_clear()
    yield request.param
    shapes._shapes.cache_clear()


def test_an_ingest_tells_what_breaks_the_shapes(severity: str, tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "data", encoder=TinyEncoder())
    report = workspace.ingest(write(tmp_path, april=APRIL))
    assert not report.failed
    assert bool(report.broken) == (severity == "Violation"), "warnings are for the doctor"
    for outcome in report.broken:
        assert outcome.source == "april.md"
        assert outcome.reason.startswith("an order is short: https://w3id.org/chidao/id/task/")
    tasks = report.read[0].tasks
    assert len(report.broken) in (0, tasks)
    again = workspace.ingest(write(tmp_path, may=MAY))
    assert all(outcome.source == "may.md" for outcome in again.broken), "only what is new"
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as client:
        checks = {check["name"]: check for check in client.get("/api/doctor").json()["checks"]}
    assert checks["shapes"]["ok"] == (severity == "Warning")
    counted = f"{tasks + again.read[0].tasks} {severity.lower()}s"
    assert counted in checks["shapes"]["message"]


def test_what_is_read_holds_to_the_shapes(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "data", encoder=TinyEncoder())
    report = workspace.ingest(write(tmp_path, april=APRIL))
    assert report.broken == ()
    (check,) = (one for one in workspace.doctor().checks if one.name == "shapes")
    assert (check.ok, check.message) == (True, "all hold")
