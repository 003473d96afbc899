"""Files on their way in: read, looked at, accepted or rejected, and taken out again."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.ingest.printing import Printable
from tests.support import TinyEncoder
from tests.ui.invented import APRIL, MAY, NO_TASK, filled
from ui.access.served import Access
from ui.access.users import Role, Users
from ui.web.tab_add import changing, looked, reading
from ui.web.texts import Texts
from ui.web.uploads import Batch, File
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")
LATER = APRIL.replace("20/4/2023", "22/4/2023")
"""The notice of April once more, in a file that says another day."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path)


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "none", encoder=TinyEncoder())


def took(workspace: Workspace, *files: File, t: Texts = EN) -> tuple[Batch, str]:
    """Return what stands on the page after files were read."""
    return list(reading(workspace, Batch(), list(files), t))[-1]


def did(workspace: Workspace, batch: Batch, act: str, key: str = "") -> tuple[Batch, list[str]]:
    """Return what stands on the page after a button was pressed, and all that was shown."""
    steps = list(changing(Access.to(workspace), None, workspace, batch, act, key, EN))
    return steps[-1][0], [html for _, html in steps]


def test_files_of_every_kind_and_archives_are_read_one_by_one(workspace: Workspace) -> None:
    printed = Printable(APRIL.encode(), "april.md")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("quy 2/april.pdf", printed.to_pdf())
        packed.writestr("quy 2/rac.pdf", b"%PDF-1.7 broken")
    files = [("april.docx", printed.to_docx()), ("nam.zip", archive.getvalue())]
    steps = list(reading(workspace, Batch(), files, EN))

    assert "Reading file 2 of 3: nam.zip/quy 2/april.pdf" in steps[1][1]
    batch, html = steps[-1]
    assert [(one.name, one.state) for one in batch.files] == [
        ("april.docx", "waiting"),
        ("nam.zip/quy 2/april.pdf", "waiting"),
        ("nam.zip/quy 2/rac.pdf", "unreadable"),
    ]
    assert "page 1" not in html, "a Word file has no pages"
    assert "page 1" in looked(batch, "show", batch.files[1].key, EN)[1]


def test_every_fact_is_marked_where_it_stands_and_said_beside_its_task(empty: Workspace) -> None:
    _, html = took(empty, ("april.md", APRIL.encode()))
    text = html[html.index('<div class="cd-paper"') :]
    marks = dict(re.findall(r'class="cd-fact cd-fact--(\w+)" title="([^"]+)"', text))
    assert marks.keys() >= {"head", "unit", "due", "ref", "place", "project"}
    assert 'title="deadline: 20 Apr 2023">trước ngày 20/4/2023<' in text
    assert 'title="Number: 21/TB-SXD">21/TB-SXD<' in text
    assert [int(n) for n in re.findall(r'class="cd-task" data-n="(\d+)"', text)] == [1, 2, 3, 4]
    assert re.sub(r"<b class=.cd-task__n.*?</b>|<[^>]+>", "", text).count("Đồi Thông") == 1
    first = html[html.index('class="cd-read"') :]
    assert "<dt>Deadline</dt><dd>20 Apr 2023</dd>" in first
    assert "<dt>Cites</dt><dd>Nghị định 15/2021/NĐ-CP</dd>" in first


def test_a_file_is_accepted_and_taken_out_again(empty: Workspace) -> None:
    batch, html = took(empty, ("april.md", APRIL.encode()), ("photo.md", b"\x89PNG\x00\x00"))
    assert [one.state for one in batch.files] == ["waiting", "unreadable"]
    assert "1 notice to look at" in html
    assert empty.notices() == ()

    batch, shown = did(empty, batch, "accept", "f000")
    assert any("cd-progress" in html for html in shown)
    assert batch["f000"].state == "added"
    assert len(empty.notices()) == 1

    batch, shown = did(empty, batch, "undo", "f000")
    assert batch["f000"].state == "undone"
    assert "Add again" in shown[-1]
    assert empty.notices() == ()

    batch, _ = did(empty, batch, "accept", "f000")
    assert len(empty.notices()) == 1


def test_a_file_that_took_the_place_of_another_gives_it_back(workspace: Workspace) -> None:
    batch, html = took(workspace, ("later.md", LATER.encode()))
    assert "has this notice from april.md" in html
    batch, _ = did(workspace, batch, "accept", "f000")
    assert batch["f000"].state == "replaced"
    iri = batch["f000"].iri
    assert workspace.original(iri) == ("later.md", LATER.encode())

    batch, _ = did(workspace, batch, "undo", "f000")
    assert batch["f000"].state == "undone"
    assert workspace.original(iri) == ("april.md", APRIL.encode())


def test_what_somebody_else_replaced_meanwhile_is_left_alone(empty: Workspace) -> None:
    batch, _ = took(empty, ("april.md", APRIL.encode()))
    batch, _ = did(empty, batch, "accept", "f000")
    empty.add(LATER.encode(), "later.md")
    batch, shown = did(empty, batch, "undo", "f000")
    assert batch["f000"].state == "superseded"
    assert "later.md" in shown[-1]
    assert empty.original(batch["f000"].iri)[0] == "later.md"


def test_a_file_that_is_there_already_is_said_to_be(workspace: Workspace) -> None:
    batch, html = took(workspace, ("again.md", APRIL.encode()))
    assert "in the workspace already" in html
    batch, _ = did(workspace, batch, "accept", "f000")
    assert batch["f000"].state == "unchanged"
    assert len(workspace.notices()) == 2


def test_a_rejected_file_is_left_out_when_the_rest_is_added(empty: Workspace) -> None:
    batch, _ = took(empty, ("a.md", APRIL.encode()), ("a.md", MAY.encode()))
    assert [one.name for one in batch.files] == ["a.md", "a (2).md"]
    batch, html = looked(batch, "reject", "f000", EN)
    assert 'data-act="restore" data-file="f000"' in html
    assert batch.chosen == "f001", "the next that waits is shown"
    batch, _ = did(empty, batch, "accept-all")
    assert [one.state for one in batch.files] == ["rejected", "added"]
    (notice,) = empty.notices()
    assert notice.number == "29/TB-SXD"
    assert looked(batch, "restore", "f000", EN)[0]["f000"].state == "waiting"
    assert looked(batch, "clear", "", EN) == (Batch(), looked(Batch(), "clear", "", EN)[1])


def test_what_is_hardly_a_notice_is_asked_about(empty: Workspace) -> None:
    orders = "1. Giao Phòng Quản lý nhà lập danh mục nhà ở cũ, hoàn thành trước ngày 20/4/2023.\n"
    batch, html = took(empty, ("x.md", orders.encode()), ("n.md", NO_TASK.encode()))
    assert [one.state for one in batch.files] == ["waiting", "unreadable"]
    assert "is this a notice of conclusions?" in html


def test_an_upload_over_the_limits_says_what_it_left_out(empty: Workspace) -> None:
    batch, html = took(empty, *((f"{n}.md", APRIL.encode()) for n in range(52)))
    assert len(batch.files) == 50
    assert "2 files were not taken" in html


@pytest.mark.parametrize(("name", "added"), [("reader", 0), (None, 0), ("editor", 1)])
def test_the_page_adds_for_those_who_may(empty: Workspace, name: str | None, added: int) -> None:
    users = Users(empty.folder)
    for role in Role:
        users.add(role.name.lower(), "một câu đủ dài", role)
    batch, _ = took(empty, ("may.md", MAY.encode()))
    steps = changing(Access.to(empty), name, empty, batch, "accept", "f000", EN)
    said = [html for _, html in steps][-1]
    assert len(empty.notices()) == added
    assert ("cd-message--error" in said) == (not added)
    assert ("needs the role: editor" in said) == (name == "reader")
    if added:
        batch = list(changing(Access.to(empty), name, empty, batch, "accept", "f000", EN))[-1][0]
        assert (
            list(changing(Access.to(empty), "reader", empty, batch, "undo", "f000", EN))[-1][0]
            == batch
        )
