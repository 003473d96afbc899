"""What one notice changed against the one before it."""

import pytest

from kg.errors import UnknownName
from tests.ui.invented import filled
from ui.web.changes import changes
from ui.web.page import at_address, whole_notice
from ui.web.tab_meetings import entries, view
from ui.web.texts import Texts
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("meetings"))


def test_a_notice_is_compared_with_the_one_before(workspace: Workspace) -> None:
    may, april = workspace.notices()
    answer = workspace.meeting(may.notice)
    assert answer.previous == april
    became = {step.task.text.split(",")[0]: step for step in answer.steps}
    housing = became["Tiếp tục lập danh mục nhà ở cũ tại xã Vân Trình"]
    assert housing.change == "changed"
    assert str(housing.was_due) == "2023-04-20"
    assert became["Đôn đốc chủ đầu tư dự án cầu Nà Lốc"].change == "continued"
    dropped = {step.task.text for step in answer.steps if step.change == "dropped"}
    assert any("cấp phép xây dựng" in text for text in dropped)
    assert all(
        step.task.notice == april.notice for step in answer.steps if step.change == "dropped"
    )


def test_all_is_new_in_the_first_notice(workspace: Workspace) -> None:
    april = workspace.notices()[-1]
    answer = workspace.meeting(april.notice)
    assert answer.previous is None
    assert {step.change for step in answer.steps} == {"new"}
    assert EN("meetings_first") in str(changes(answer, EN))
    with pytest.raises(UnknownName):
        workspace.meeting("urn:none")


def test_the_tab_shows_the_newest_or_the_one_asked_for(workspace: Workspace) -> None:
    (first, newest), (_, older) = entries(workspace, VI)
    assert "29/TB-SXD" in first
    assert "29/TB-SXD" in view(workspace, None, VI)
    assert "35 ngày, trước là 20/4/2023" in view(workspace, newest, VI)
    shown = at_address(workspace, f"?tab=meetings&notice={older}", VI)
    at = shown.index(older)
    assert "21/TB-SXD" in shown[at + 1]


def test_a_whole_notice_is_read_with_its_facts(workspace: Workspace) -> None:
    html = whole_notice(workspace, workspace.notices()[0].notice, VI)
    assert html.count("cd-fact--due") >= 2
    assert "cd-chosen" not in html
    assert 'data-line="0"' in html
    assert "/api/original?iri=" in html
