"""The workspace: reading twice, replacing, removing, asking, and what a kill leaves."""

import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kg.errors import QueryError, ReadError, UnknownName, WorkspaceError, WrongModel
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, NO_TASK, filled, write
from ui.answers import Filters, Progress
from ui.committing import leftovers, states
from ui.state import ORIGINALS
from ui.workspace import Workspace

INGEST = """
import sys
from pathlib import Path
from tests.support import TinyEncoder
from ui.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), encoder=TinyEncoder())
print("ready", flush=True)
workspace.ingest([Path(path) for path in sys.argv[2:]])
print("done", flush=True)
"""

LATER = ("leftovers", "reader")
"""What a kill may leave to the next write, and what an edit of the reader changes meanwhile."""


def sources(workspace: Workspace) -> list[str]:
    return [notice.source for notice in workspace.notices()]


def listing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "LOCK"
    }


def test_an_absent_workspace_answers_with_nothing(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "none", encoder=TinyEncoder())
    assert workspace.search("nhà ở").hits == ()
    assert workspace.search("nhà ở", everything=True).hits == ()
    assert workspace.threads() == ()
    assert workspace.due(date(2023, 5, 1)) == ()
    assert workspace.notices() == ()
    assert workspace.choices().units == ()
    assert workspace.sparql("SELECT ?s WHERE { ?s ?p ?o }").rows == ()
    assert workspace.doctor().ok
    assert not (tmp_path / "none").exists()


def test_two_notices_are_read_and_found(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    assert sources(workspace) == ["may.md", "april.md"]
    best = workspace.search("danh mục nhà ở cũ tại xã Vân Trình").hits[0]
    notice = workspace.notice(best.notice)
    assert notice.text[best.start : best.end] == best.text
    assert "nhà ở cũ" in best.text
    assert 0 <= best.relevance <= 1
    assert best.why


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    before = listing(tmp_path / "work")
    report = Workspace.open(tmp_path / "work", encoder=TinyEncoder()).ingest([tmp_path / "files"])
    assert [outcome.source for outcome in report.unchanged] == ["april.md", "may.md"]
    assert (report.read, report.replaced, report.failed) == ((), (), ())
    assert listing(tmp_path / "work") == before
    assert not workspace.reload_if_changed()


def test_the_order_of_reading_leaves_the_same_graph(tmp_path: Path) -> None:
    one = filled(tmp_path)
    other = Workspace.open(tmp_path / "other", encoder=TinyEncoder())
    other.ingest([tmp_path / "files" / "may.md"])
    other.ingest([tmp_path / "files" / "april.md"])
    assert other.export("nq") == one.export("nq")


def test_only_new_texts_are_encoded(tmp_path: Path) -> None:
    april, may = write(tmp_path / "files", april=APRIL, may=MAY)
    encoder = TinyEncoder()
    workspace = Workspace.open(tmp_path / "work", encoder=encoder)
    workspace.ingest([april])
    before = len(encoder.encoded)
    workspace.ingest([may])
    added = sum(n.tasks for n in workspace.notices() if n.source == "may.md")
    assert 0 < len(encoder.encoded) - before <= added


def test_a_corrected_notice_replaces_the_one_before(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    tasks = workspace.search("xây dựng", limit=None).total
    corrected = APRIL.replace("ngày 30/4/2023", "ngày 28/4/2023")
    report = workspace.add(corrected.encode(), "april-corrected.md")
    assert [outcome.reason for outcome in report.replaced] == ["was april.md"]
    assert sources(workspace) == ["may.md", "april-corrected.md"]
    assert workspace.search("xây dựng", limit=None).total == tasks
    assert {t.due for t in workspace.search("trật tự Đồi Thông").hits} >= {date(2023, 4, 28)}
    assert workspace.doctor().ok


def test_the_same_notice_in_two_files_settles(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    paths = write(tmp_path / "files", a=APRIL, b=APRIL + "\n")
    workspace.ingest(paths)
    assert sources(workspace) == ["b.md"]
    before = listing(tmp_path / "work")
    report = workspace.ingest(paths)
    assert [(o.source, o.reason[:4]) for o in report.unchanged] == [("a.md", "b.md"), ("b.md", "")]
    assert listing(tmp_path / "work") == before


def test_a_bad_file_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    files = tmp_path / "files"
    good, empty, photo, bare = write(files, april=APRIL, empty="", photo="", bare=NO_TASK)
    photo.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)
    binary = files / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 100)
    workspace = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    report = workspace.ingest([empty, photo, files / "missing.md", good, bare, binary])
    assert [outcome.source for outcome in report.read] == ["april.md"]
    failed = {Path(outcome.source).name: outcome.reason for outcome in report.failed}
    assert set(failed) == {"empty.md", "photo.md", "missing.md", "bare.md", "binary.txt"}
    assert all(reason and "\n" not in reason for reason in failed.values())
    assert [path.suffix for path in (tmp_path / "work" / ORIGINALS).iterdir()] == [".md"]
    assert workspace.doctor().ok


def test_fifty_megabytes_are_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_text("1- Kiểm tra công trình, báo cáo kết quả.\n" * 1_100_000, encoding="utf-8")
    assert path.stat().st_size > 50_000_000
    began = time.monotonic()
    report = Workspace.open(tmp_path / "work", encoder=TinyEncoder()).ingest([path])
    assert time.monotonic() - began < 10
    assert len(report.failed) == 1
    assert "huge.txt" in report.failed[0].reason


def test_a_preview_keeps_nothing(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    assert workspace.preview(APRIL.encode(), "april.md").tasks
    with pytest.raises(ReadError):
        workspace.preview(b"", "empty.md")
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize("what", ["april.md", "21/TB-SXD", "21/tb-sxd"])
def test_a_notice_is_removed_by_any_of_its_names(tmp_path: Path, what: str) -> None:
    workspace = filled(tmp_path)
    assert workspace.remove(what).source == "april.md"
    assert sources(workspace) == ["may.md"]
    assert {hit.source for hit in workspace.search("nhà", limit=None).hits} == {"may.md"}
    alone = Workspace.open(tmp_path / "alone", encoder=TinyEncoder())
    alone.ingest([tmp_path / "files" / "may.md"])
    assert workspace.export("nq") == alone.export("nq")
    assert workspace.doctor().ok


def test_every_notice_may_be_removed_and_read_again(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    before = workspace.export("nq")
    workspace.remove("april.md")
    workspace.remove("may.md")
    assert workspace.search("nhà").hits == ()
    assert workspace.doctor().ok
    workspace.ingest([tmp_path / "files"])
    assert workspace.export("nq") == before


def test_an_unknown_notice_is_told_what_there_is(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    with pytest.raises(UnknownName, match=r"april\.md"):
        workspace.remove("march.md")


def test_filters_narrow(tmp_path: Path) -> None:
    workspace = filled(tmp_path)

    def found(**filters: object) -> set[tuple[str, str]]:
        answer = workspace.search("nhà", Filters(**filters), limit=None)  # type: ignore[arg-type]
        assert answer.total == len(answer.hits)
        return {(hit.source, hit.text) for hit in answer.hits}

    everything = found()
    assert len(everything) == 6
    assert {source for source, _ in found(from_=date(2023, 5, 5))} == {"may.md"}
    assert {source for source, _ in found(to=date(2023, 5, 4))} == {"april.md"}
    assert found(from_=date(2023, 4, 4), to=date(2023, 5, 5)) == everything
    units = {
        name for hit in workspace.search("x", Filters(unit="Thanh tra Sở"), limit=None).hits
        for name in hit.assignees
    }  # fmt: skip
    assert units == {"Thanh tra Sở"}
    assert len(found(document="nghị định số 15/2021/NĐ-CP")) == 2
    assert found(document="NĐ 15/2021") == found(document="15/2021/nd-cp")
    assert len(found(project="cầu Nà Lốc")) == 2
    assert found(due_before=date(2023, 4, 20)) == set()
    assert len(found(due_before=date(2023, 4, 21))) == 1
    with pytest.raises(UnknownName):
        found(unit="Phòng Không Có Ở Đây")


def test_everything_may_be_asked_for_within_filters(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    answer = workspace.search("nhà ở cũ", Filters(to=date(2023, 4, 30)), everything=True)
    assert {hit.source for hit in answer.hits} == {"april.md"}
    assert "nhà ở cũ" in answer.hits[0].text


def test_an_overlong_query_is_refused(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    with pytest.raises(QueryError, match="10,000"):
        workspace.search("đóng cửa mỏ " * 833 + "đóng")


def test_a_work_is_followed_and_its_slip_is_counted(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    threads = workspace.threads()
    followed = next(t for t in threads if "nhà ở cũ" in t.title)
    assert [task.source for task in followed.tasks] == ["april.md", "may.md"]
    assert followed.links[0].later == followed.tasks[1].task
    by_title = {status.title: status for status in workspace.due(date(2023, 6, 1))}
    old = next(status for title, status in by_title.items() if "nhà ở cũ" in title)
    assert (old.status, old.slips, old.due) == ("overdue", 1, date(2023, 5, 25))
    early = workspace.due(date(2023, 4, 10))
    assert all(task.source == "april.md" for status in early for task in status.tasks)
    assert len(early) == 4


def test_what_is_due_of_a_unit(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    found = workspace.due(date(2023, 6, 1), unit="thanh tra so")
    assert found
    assert all("Thanh tra Sở" in task.assignees for s in found for task in s.tasks)


def test_references_come_by_thread_and_meeting(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    answer = workspace.refs("NĐ 15/2021")
    assert (answer.kind, answer.total) == ("document", 2)
    assert [[task.source for task in t.tasks] for t in answer.threads] == [["may.md", "april.md"]]
    assert workspace.refs(answer.iri).threads == answer.threads
    with pytest.raises(UnknownName):
        workspace.refs("Nghị định 9999/2020/NĐ-CP")


def test_choices_count_tasks(tmp_path: Path) -> None:
    choices = filled(tmp_path).choices()
    assert {(c.label, c.tasks) for c in choices.units} >= {
        ("Phòng Quản lý nhà", 3),
        ("Thanh tra Sở", 3),
    }
    assert [c.tasks for c in choices.documents] == [2]
    assert [c.tasks for c in choices.notices] == [2, 4]


def test_progress_tells_each_step(tmp_path: Path) -> None:
    seen: list[Progress] = []
    workspace = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    workspace.ingest(write(tmp_path / "files", april=APRIL, may=MAY), progress=seen.append)
    assert list(dict.fromkeys(at.step for at in seen)) == ["read", "index", "graph", "save"]
    assert all(0 <= at.done <= at.total for at in seen)
    assert [at.source for at in seen if at.step == "read"] == ["april.md", "may.md", ""]


def test_an_open_workspace_moves_on_when_told(tmp_path: Path) -> None:
    reader = filled(tmp_path)
    writer = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    writer.remove("may.md")
    assert sources(reader) == ["may.md", "april.md"]
    assert reader.search("nhà").hits
    assert reader.reload_if_changed()
    assert sources(reader) == ["april.md"]


def test_another_model_is_refused_and_the_doctor_rebuilds(tmp_path: Path) -> None:
    before = filled(tmp_path).export("nq")
    other = Workspace.open(tmp_path / "work", encoder=TinyEncoder("another"))
    with pytest.raises(WrongModel, match="tiny"):
        other.search("nhà")
    with pytest.raises(WrongModel):
        other.add(MAY.replace("29/TB", "30/TB").encode(), "june.md")
    assert Workspace.open(tmp_path / "work", encoder=TinyEncoder()).search("nhà").hits
    assert not other.doctor().ok
    assert other.doctor(fix=True).ok
    assert other.search("nhà").hits
    assert other.export("nq") == before


@pytest.mark.parametrize("part", ["graph", "index", "notices", "threads.json", "meta.json"])
def test_the_doctor_finds_and_mends_a_lost_part(tmp_path: Path, part: str) -> None:
    workspace = filled(tmp_path)
    before = workspace.export("nq")
    del workspace
    for path in sorted((states(tmp_path / "work")[-1] / part).rglob("*")):
        path.unlink()
    lost = states(tmp_path / "work")[-1] / part
    if lost.is_file():
        lost.write_bytes(b"")
    report = Workspace.doctor_of(tmp_path / "work", encoder=TinyEncoder())
    assert not report.ok
    report = Workspace.doctor_of(tmp_path / "work", encoder=TinyEncoder(), fix=True)
    assert report.ok, report
    assert report.fixed
    mended = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    assert mended.export("nq") == before
    assert sources(mended) == ["may.md", "april.md"]


def test_a_lost_pointer_is_mended(tmp_path: Path) -> None:
    before = filled(tmp_path).export("nq")
    (tmp_path / "work" / "CURRENT").unlink()
    with pytest.raises(WorkspaceError, match="doctor --fix"):
        Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    assert Workspace.doctor_of(tmp_path / "work", encoder=TinyEncoder(), fix=True).ok
    mended = Workspace.open(tmp_path / "work", encoder=TinyEncoder())
    assert mended.export("nq") == before


def test_a_lost_original_is_told_and_comes_back_with_its_file(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    for path in (tmp_path / "work" / ORIGINALS).iterdir():
        path.write_text("altered", encoding="utf-8")
    assert not workspace.doctor(fix=True).ok
    assert sources(workspace) == ["may.md", "april.md"]
    workspace.ingest([tmp_path / "files"])
    assert workspace.doctor().ok


@pytest.mark.slow
def test_kills_at_random_instants_leave_the_state_before_or_after() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.kills", "--instants", "20"]
    home = Path(__file__).parents[2]
    said = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr[-2000:]


@pytest.mark.slow
def test_a_kill_at_any_instant_leaves_the_state_before_or_after(tmp_path: Path) -> None:
    april, may = write(tmp_path / "files", april=APRIL, may=MAY)
    root = tmp_path / "work"
    whole = Workspace.open(tmp_path / "whole", encoder=TinyEncoder())
    whole.ingest([april, may])
    finished, interrupted = 0.0, 0
    for share in (None, 0.3, 0.55, 0.7, 0.85, 0.95):
        Workspace.open(root, encoder=TinyEncoder()).ingest([april])
        child = subprocess.Popen(
            [sys.executable, "-c", INGEST, str(root), str(may)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        began = time.monotonic()
        if share is None:
            assert child.stdout.readline() == "done\n"
            finished = time.monotonic() - began
        else:
            time.sleep(share * finished)
            child.send_signal(signal.SIGKILL)
        child.wait()
        survivor = Workspace.open(root, encoder=TinyEncoder())
        assert sources(survivor) in (["april.md"], ["may.md", "april.md"])
        interrupted += bool(leftovers(root))
        checks = {check.name: check for check in survivor.doctor().checks}
        assert all(check.ok for name, check in checks.items() if name not in LATER), checks
        if len(sources(survivor)) == 2:
            assert survivor.export("nq") == whole.export("nq")
            survivor.remove("may.md")
    assert interrupted, "no kill came while a state was being built"
    Workspace.open(root, encoder=TinyEncoder()).ingest([may])
    assert leftovers(root) == []
