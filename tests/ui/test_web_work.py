"""The board of works: which figures it shows, how it narrows, the printed sheet."""

import re
from datetime import date

import pytest
from fastapi.testclient import TestClient

from tests.ui.invented import filled
from ui.answers import DueAnswer, TaskAnswer
from ui.web import create_app, load
from ui.web.board import View, board
from ui.web.history import changes, history
from ui.web.standing import KINDS, by_unit, is_kind, moves, new_slips, tally
from ui.web.standing import load as load_of
from ui.web.tab_work import from_params, read, view
from ui.web.texts import Texts
from ui.workspace import Workspace

VI, EN = Texts("vi"), Texts("en")
DAY = date(2024, 3, 20)
UNITS = ("Phòng A", "Phòng B")


def task(month: int, due: date | None, *units: str, notice: str = "") -> TaskAnswer:
    day = date(2024, month, 5)
    return TaskAnswer(
        f"urn:{month}", "Lập báo cáo", "x.md", notice or f"urn:n{month}", day, units, due, None,
        None, 0, 11,
    )  # fmt: skip


def work(status: str, *tasks: TaskAnswer, slips: int = 0, dropped: bool = False) -> DueAnswer:
    due = next((one.due for one in reversed(tasks) if one.due), None)
    return DueAnswer(
        f"urn:t{id(tasks)}", "Lập báo cáo", status, due, slips, DAY, dropped, tasks  # type: ignore[arg-type]
    )  # fmt: skip


SLIPPED = work(
    "overdue", task(1, date(2024, 2, 1), "Phòng A"), task(2, date(2024, 3, 1), "Phòng B"), slips=1
)
SOON = work("open", task(3, date(2024, 3, 31), *UNITS))
FAR = work("open", task(3, date(2024, 6, 30), "Phòng A"), dropped=True)
DONE = work("done", task(1, date(2024, 2, 1), "Phòng A"), slips=1)
NONE = work("no-deadline", task(2, None))
WORKS = [SLIPPED, SOON, FAR, DONE, NONE]


def test_a_work_may_be_of_several_kinds() -> None:
    assert tally(WORKS, DAY) == {
        "overdue": 1, "soon": 1, "open": 2, "slipped": 1, "dropped": 1, "no-deadline": 1, "done": 1,
    }  # fmt: skip
    assert not is_kind(FAR, "soon", DAY)


def test_a_joint_work_counts_for_each_of_its_units_and_a_handed_one_for_the_last() -> None:
    groups = by_unit(WORKS)
    assert SOON in groups["Phòng A"]
    assert SOON in groups["Phòng B"]
    assert SLIPPED in groups["Phòng B"]
    assert SLIPPED not in groups["Phòng A"]
    assert groups[None] == [NONE]


def test_what_each_meeting_changed_is_told() -> None:
    first, second = moves(SLIPPED)
    assert (first.was, first.handed_from) == (None, ())
    assert (second.was, second.handed_from) == (date(2024, 2, 1), ("Phòng A",))
    said = str(changes(second, EN))
    assert "29 days later than 1 Feb 2024" in said
    assert "was with Phòng A" in said
    assert 'class="cd-strip__due is-past"' in str(history(SLIPPED, DAY, VI))


def test_only_a_latest_notice_makes_a_new_slip() -> None:
    assert [one for one, _ in new_slips(WORKS, ["urn:n2"])] == [SLIPPED]
    assert new_slips(WORKS, ["urn:n3"]) == []


def test_the_load_counts_unfinished_works_by_unit_and_month() -> None:
    counted = load_of(WORKS)
    assert counted["Phòng A"] == {(2024, 3): 1, (2024, 6): 1}
    assert load.months_of(counted) == [(2024, month) for month in (3, 4, 5, 6)]
    drawn = load.figure(counted, VI)
    assert drawn.data[0].y[0] == "Phòng A"
    assert list(drawn.data[0].z[0]) == [1, 0, 0, 1]
    assert "3/2024" in str(load.table(counted, VI))
    assert VI("load_nothing") in str(load.table({}, VI))


@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_narrows_the_board_to_its_works(kind: str) -> None:
    html = str(board(WORKS, View(DAY, only=kind), EN))  # type: ignore[arg-type]
    assert html.count('class="cd-work"') == tally(WORKS, DAY)[kind]  # type: ignore[index]
    assert 'data-only="" aria-pressed="true"' in html


def test_more_works_than_a_page_holds_are_said_to_be_missing() -> None:
    many = [work("open", task(3, date(2024, 5, 1 + i % 28), "Phòng A")) for i in range(450)]
    html = str(board(many, View(DAY), EN))
    assert html.count('class="cd-work"') == 400
    assert "50 more are not shown" in html


def test_an_address_shows_the_same_board_again() -> None:
    from urllib.parse import parse_qsl

    asked = View(DAY, "Phòng A & B", "slipped", "unit")
    assert read(from_params(dict(parse_qsl(asked.link)))) == asked


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("work"))


def test_the_tab_shows_board_load_and_mistakes(workspace: Workspace) -> None:
    html, _, below = view(workspace, ("26/5/2023", "", "", "status"), VI)
    assert "danh mục nhà ở cũ" in html
    assert not below
    _, picture, below = view(workspace, ("26/5/2023", "", "", "load"), VI)
    assert "cd-table--load" in below
    assert picture.value is not None
    html, _, _ = view(workspace, ("hôm qua", "", "", "status"), VI)
    assert "hôm qua" in html
    assert 'role="alert"' in html
    html, _, _ = view(workspace, ("26/5/2023", "Phòng Bịa", "", "load"), VI)
    assert 'role="alert"' in html


def test_a_board_long_after_the_last_notice_says_what_is_not_known(workspace: Workspace) -> None:
    assert "cd-stale" in view(workspace, ("26/9/2023", "", "", "status"), VI)[0]
    assert "cd-stale" not in view(workspace, ("26/5/2023", "", "", "status"), VI)[0]


def test_the_sheet_has_counts_and_what_is_overdue(workspace: Workspace) -> None:
    with TestClient(create_app(workspace), base_url="http://127.0.0.1") as client:
        page = client.get("/print?as_of=2023-05-26").text
        rows = re.findall(r'<th scope="rowgroup".*?</tr>', page)
        assert any("Phòng Quản lý nhà" in row and "25/5/2023" in row for row in rows)
        sheet = page[page.index("<header>") : page.index("<table>")]
        assert "26/5/2023" in sheet
        assert "<b>3</b>Quá hạn" in sheet
        assert "http://" not in page
        empty = client.get("/print?as_of=2020-01-01&lang=en").text
        assert "None." in empty
        evil = client.get("/print", params={"unit": "<script>x"})
        assert evil.status_code == 404
        assert "<script>x" not in evil.text
        assert client.get("/print?as_of=soon").status_code == 422
