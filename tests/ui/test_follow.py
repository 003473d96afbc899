"""A followed node: what it set in motion, its works over time, the way to another."""

from datetime import date

import pytest

from tests.ui.invented import filled
from ui.answers import TaskAnswer, ThreadAnswer
from ui.web import timeline
from ui.web.following import facts
from ui.web.picture import figure, layout
from ui.web.tab_follow import way_between
from ui.web.texts import Texts
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("follow"))


def test_a_decree_says_what_it_set_in_motion(workspace: Workspace) -> None:
    answer = workspace.refs("NĐ 15/2021")
    html = str(facts(answer, EN, lambda _: "overdue"))
    assert "1 work (2 tasks) in motion, for 1 unit over 2 meetings" in html
    assert "done: 0, overdue: 1" in html
    assert "cd-motion" not in str(facts(workspace.refs("Thanh tra Sở"), EN))


def test_the_way_between_two_things_is_told_in_sentences(workspace: Workspace) -> None:
    html = way_between(workspace, "NĐ 15/2021", "Phòng Quản lý nhà", VI)
    assert "viện dẫn" in html
    assert "giao cho" in html
    assert "danh mục nhà ở cũ" in html
    assert 'role="alert"' in way_between(workspace, "NĐ 15/2021", "Phòng Bịa Đặt", VI)
    assert VI("way_first") in way_between(workspace, None, "x", VI)


def thread(n: int, meetings: int = 1) -> ThreadAnswer:
    tasks = tuple(
        TaskAnswer(
            f"urn:{n}/{i}", f"Việc <b>{n}</b>", "x.md", "urn:n", date(2024, 1 + i, 5), ("A",),
            date(2024, 6, 1), None, None, 0, 4,
        )
        for i in range(meetings)
    )  # fmt: skip
    return ThreadAnswer(f"urn:t{n}", f"Việc {n}", tasks)


def test_the_timeline_holds_the_works_met_most_often() -> None:
    many = [thread(n) for n in range(500)] + [thread(501, meetings=4)]
    rows = timeline.drawn(many)
    assert len(rows) == 24
    assert "Việc 501" in {row.title for row in rows}
    drawn = timeline.figure(rows, VI)
    met = drawn.data[2]
    assert ["urn:501/3", "task"] in [list(one) for one in met.customdata]
    assert all("<b>" not in text for text in met.hovertext)
    assert timeline.drawn([]) == []


def test_every_box_of_the_picture_can_be_clicked(workspace: Workspace) -> None:
    iri = workspace.refs("NĐ 15/2021").iri
    plan = layout(workspace.neighbourhood(iri, depth=2, limit=150), iri)
    marks = figure(plan, VI).data[-1]
    assert {one[0] for one in marks.customdata} == {box.iri for box in plan.boxes}
