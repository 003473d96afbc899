"""What a query is read as: constraints and the words that are left."""

from datetime import date

import pytest

from kg.errors import QueryError
from tests.ui.invented import filled
from ui.finding.boolean import alternatives
from ui.finding.constraints import names_of
from ui.finding.folded import FoldedQuery
from ui.finding.periods import find_periods
from ui.finding.understand import understand
from ui.workspace import Workspace

TODAY = date(2023, 6, 1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("understanding"))


def read(workspace: Workspace, query: str, without: tuple[str, ...] = ()):
    return understand(
        query, names_of(workspace._opened), today=TODAY, reference=date(2023, 5, 8),
        without=without,
    )  # fmt: skip


PERIODS = {
    "hạn trước tháng 7/2021": ("due", None, "2021-06-30"),
    "han truoc ngay 30/6/2021": ("due", None, "2021-06-30"),
    "due before 30 June 2021": ("due", None, "2021-06-29"),
    "due before July 2021": ("due", None, "2021-06-30"),
    "before July 2021": ("period", None, "2021-06-30"),
    "trong quý II": ("period", "2023-04-01", "2023-06-30"),
    "due in the second quarter of 2022": ("due", "2022-04-01", "2022-06-30"),
    "tháng 6/2021": ("period", "2021-06-01", "2021-06-30"),
    "trong tháng 12": ("period", "2022-12-01", "2022-12-31"),
    "họp tháng 5/2021": ("meeting", "2021-05-01", "2021-05-31"),
    "từ 1/5/2021 đến 30/6/2021": ("period", "2021-05-01", "2021-06-30"),
    "between May and July 2021": ("period", "2021-05-01", "2021-07-31"),
    "đến hạn trong tuần này": ("due", "2023-05-29", "2023-06-04"),
    "due next month": ("due", "2023-07-01", "2023-07-31"),
    "phải xong chậm nhất 15/7": ("due", None, "2023-07-15"),
    "2021-06-25": ("period", "2021-06-25", "2021-06-25"),
    "6 tháng đầu năm 2022": ("period", "2022-01-01", "2022-06-30"),
}


@pytest.mark.parametrize("query", PERIODS)
def test_reads_a_period(query: str) -> None:
    (found,) = find_periods(FoldedQuery(query), today=TODAY, reference=date(2023, 5, 8))
    days = tuple(str(day) if day else None for day in (found.begin, found.until))
    assert (found.about, *days) == PERIODS[query]


@pytest.mark.parametrize(
    "query",
    [
        "báo cáo quý II", "kế hoạch sử dụng đất năm 2022", "kế hoạch 5 năm", "may mặc", "dệt may",
        "kiểm kê đất đai năm 2024", "kết quả tháng 5/2023", "Nghị định 54/2021/NĐ-CP", "32/13/2023",
        "what may be late", "quy hoạch", "quy chế 1",
    ],
)  # fmt: skip
def test_what_is_work_is_no_period(query: str) -> None:
    assert not list(find_periods(FoldedQuery(query), today=TODAY, reference=date(2023, 5, 8)))


CHIPS = {
    "việc của Thanh tra Sở": ([("unit", "Thanh tra Sở")], ""),
    "tasks of Thanh tra Sở due before 1 May 2023": (
        [("unit", "Thanh tra Sở"), ("due", "due before 1 May 2023")], "",
    ),
    "cac viec cua phong quan ly nha ve nha o cu": (
        [("unit", "phong quan ly nha")], "nha o cu",
    ),
    "việc của Phòng QLN": ([("unit", "Phòng QLN")], ""),
    "Nghị định 15/2021/NĐ-CP": ([("document", "Nghị định 15/2021/NĐ-CP")], ""),
    "tasks citing decree 15/2021": ([("document", "decree 15/2021")], ""),
    "NĐ 15/2021 nhà ở": ([("document", "NĐ 15/2021")], "nhà ở"),
    "việc quá hạn của Thanh tra Sở": (
        [("status", "việc quá hạn"), ("unit", "Thanh tra Sở")], "",
    ),
    "overdue tasks": ([("status", "overdue tasks")], ""),
    "nhà ở tại xã Vân Trình": ([("place", "xã Vân Trình")], "nhà ở"),
    "dự án cầu Nà Lốc": ([("project", "cầu Nà Lốc")], ""),
    '"nhà ở cũ" -cấp': ([("phrase", '"nhà ở cũ"'), ("not", "-cấp")], "nhà ở cũ"),
    # words of a topic, though a unit's or a status's name holds them
    "thanh tra nhà ở": ([], "thanh tra nhà ở"),
    "quản lý nhà": ([], "quản lý nhà"),
    "giấy phép quá hạn": ([], "giấy phép quá hạn"),
    "NOT ALL CAPITALS AND SO ON": ([], "NOT ALL CAPITALS AND SO ON"),
    "phối hợp với Thanh tra Sở": ([], "phối hợp với Thanh tra Sở"),
}  # fmt: skip


@pytest.mark.parametrize("query", CHIPS)
def test_takes_a_query_apart(workspace: Workspace, query: str) -> None:
    chips, words = CHIPS[query]
    found = read(workspace, query)
    names = [(c.kind, c.text.removeprefix("dự án ")) for c in found.constraints]
    assert names == chips
    assert " ".join(" ".join(group) for group in found.words) == words
    for chip in found.constraints:
        assert query[chip.start : chip.end] == chip.text


def test_a_chip_taken_off_is_words_again(workspace: Workspace) -> None:
    query = "việc của Thanh tra Sở"
    (chip,) = read(workspace, query).constraints
    found = read(workspace, query, (chip.key,))
    assert (found.constraints, found.words) == ((), ((query,),))


def test_operators() -> None:
    assert alternatives("cầu AND đường OR nhà ở") == (("cầu", "đường"), ("nhà ở",))
    assert alternatives("AND OR") == (("AND OR",),)


def test_constraints_alone_list_all_that_meets_them(workspace: Workspace) -> None:
    answer = workspace.search("việc của Thanh tra Sở", limit=None, as_of=TODAY)
    assert answer.total == 3
    assert {hit.assignees for hit in answer.hits} == {("Thanh tra Sở",)}
    assert [hit.meeting_date for hit in answer.hits] == sorted(
        (hit.meeting_date for hit in answer.hits), reverse=True
    )
    early = workspace.search("tasks of Thanh tra Sở due before 1 May 2023", as_of=TODAY)
    assert [hit.due for hit in early.hits] == [date(2023, 4, 30)]
    assert all(chip.tasks for chip in early.understood)


def test_a_document_that_none_cites_is_said_and_narrows_nothing(workspace: Workspace) -> None:
    answer = workspace.search("Nghị định 99/2020/NĐ-CP nhà ở cũ")
    (chip,) = answer.understood
    assert (chip.kind, chip.tasks) == ("document", 0)
    assert "nhà ở cũ" in answer.hits[0].text


def test_words_left_out_and_phrases_hold(workspace: Workspace) -> None:
    texts = [hit.text for hit in workspace.search('"nhà ở" -cấp', limit=None).hits]
    assert texts
    assert all("nhà ở" in text and "cấp phép" not in text for text in texts)


def test_the_answer_is_grouped_and_faceted(workspace: Workspace) -> None:
    answer = workspace.search("nhà ở cũ", everything=True, as_of=TODAY)
    assert [len(group.hits) + len(group.folded) for group in answer.groups] == [2]
    assert answer.groups[0].hits[0].meeting_date == date(2023, 5, 5)
    facets = {facet.kind: facet.values for facet in answer.facets}
    assert facets["unit"][0][1:] == ("Phòng Quản lý nhà", 2)
    assert facets["document"][0][1:] == ("Nghị định 15/2021/NĐ-CP", 2)
    assert {value for value, _, _ in facets["meeting"]} == {"2023-04-04", "2023-05-05"}
    assert answer.missed is not None


BAD = [
    "", " ", "a", "và của các", "🙂🙂", "'; DROP TABLE tasks; --", "<script>alert(1)</script>",
    "đất земля 土地", '"', '"" -', "- -", "NOT", "AND", "OR OR", "((((", "\\", "\x00",
    "ngày 99/99/9999",
    "trước trước trước", "a/b/c/d", "1" * 300, "từ đến", "x" * 3999, "nhà ở " * 600,
]  # fmt: skip


@pytest.mark.parametrize("query", BAD)
def test_odd_queries_have_an_answer(workspace: Workspace, query: str) -> None:
    for everything in (False, True):
        answer = workspace.search(query, everything=everything)
        assert answer.total == len(answer.hits)


def test_ten_thousand_characters_are_refused_in_one_line(workspace: Workspace) -> None:
    with pytest.raises(QueryError, match="4,000 characters") as refused:
        workspace.search("nhà " * 2500)
    assert "\n" not in str(refused.value)
