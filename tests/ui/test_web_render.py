"""Records become HTML: escaped, marked, complete in both languages."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import networkx as nx
import pytest
from openpyxl import load_workbook

import ui.web
from kg.query import QueryResult, Term
from kg.records import Caveat, Citation, Deadline, Mention, Notice, Stated, Task
from ui.answers import (
    Chip,
    DueAnswer,
    Facet,
    Group,
    RefsAnswer,
    SearchAnswer,
    TaskAnswer,
    TaskHit,
    ThreadAnswer,
)
from ui.web import cards, tables
from ui.web.asked import Asked, read_day
from ui.web.board import View, board
from ui.web.following import facts, tasks_by_meeting
from ui.web.marks import marked
from ui.web.picture import figure, layout
from ui.web.reading import reading
from ui.web.review import review
from ui.web.sheets import hits_csv, hits_xlsx
from ui.web.sparql import accepted
from ui.web.texts import TEXTS, Texts

VI, EN = Texts("vi"), Texts("en")
EVIL = '<script>alert(1)</script> & "x" <img src=x onerror=alert(2)>'

HIT = TaskHit(
    task="urn:task", text="Trình hồ sơ đóng cửa mỏ chì.", source="may.md", notice="urn:notice",
    meeting_date=date(2025, 5, 7), assignees=("Phòng Khoáng sản",), due=date(2025, 5, 30),
    score=1.0, relevance=0.83, why=("words: đóng cửa mỏ",), label="1", section=None, start=0,
    end=28,
)  # fmt: skip
TASK = TaskAnswer(
    task="urn:task", text=HIT.text, source="may.md", notice="urn:notice",
    meeting_date=HIT.meeting_date, assignees=HIT.assignees, due=HIT.due, label="1", section=None,
    start=0, end=28,
)  # fmt: skip


def results(answer: SearchAnswer, t: Texts, **asked: object) -> str:
    shown = cards.Shown(Asked(answer.query, **asked), 3, lambda _: "overdue")  # type: ignore[arg-type]
    return str(cards.results(answer, shown, t))


def assert_harmless(html: str) -> None:
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("text", "queries", "expected"),
    [
        ("Hồ sơ đóng cửa mỏ chì", ["đóng cửa mỏ"], "Hồ sơ <mark>đóng cửa mỏ</mark> chì"),
        ("Hồ sơ đóng cửa mỏ chì", ["dong cua mo"], "Hồ sơ <mark>đóng cửa mỏ</mark> chì"),
        ("Đồng ý đóng cửa", ["đóng cửa"], "Đồng ý <mark>đóng cửa</mark>"),
        ("Cửa hàng, đóng cửa mỏ", ["đóng cửa mỏ"], "Cửa hàng, <mark>đóng cửa mỏ</mark>"),
        ("Một mỏ cát", ["đóng cửa mỏ"], "Một <mark>mỏ</mark> cát"),
        ("Nhiệm vụ về đất", ["tất cả nhiệm vụ về đất"], "Nhiệm vụ về <mark>đất</mark>"),
        ("a < b & đất", ["đất"], "a &lt; b &amp; <mark>đất</mark>"),
        ("không có gì", [""], "không có gì"),
    ],
)  # fmt: skip
def test_words_asked_for_are_marked(text: str, queries: list[str], expected: str) -> None:
    assert str(marked(text, queries)) == expected


def test_a_glossary_term_that_spoke_for_a_task_is_marked() -> None:
    hit = replace(HIT, why=("glossary: mining closure → đóng cửa mỏ, đóng mỏ", "meaning"))
    html = results(SearchAnswer("mining closure", 1, (hit,)), EN)
    assert "<mark>đóng cửa mỏ</mark>" in html
    assert "close in meaning" in html


def test_a_card_shows_unit_deadline_meeting_and_relevance() -> None:
    html = results(SearchAnswer("đóng cửa mỏ", 1, (HIT,)), VI)
    for shown in ("Phòng Khoáng sản", "Hạn 30/5/2025", "Họp 7/5/2025", "83%", "may.md"):
        assert shown in html
    assert "1 nhiệm vụ liên quan" in html
    assert "Due 30 May 2025" in results(SearchAnswer("x", 1, (HIT,)), EN)


def test_unknown_unit_day_and_deadline_are_said() -> None:
    hit = replace(HIT, assignees=(), due=None, meeting_date=None, why=())
    html = results(SearchAnswer("x", 1, (hit,)), EN)
    for said in ("Unit not stated", "No deadline stated", "Meeting day not stated"):
        assert said in html
    assert "Every unit" in results(SearchAnswer("x", 1, (replace(HIT, assignees=("*",)),)), EN)


def test_nothing_found_says_what_to_try() -> None:
    html = results(SearchAnswer(EVIL, 0, ()), EN)
    assert "See the closest ones" in html
    assert_harmless(html)


def test_results_escape_what_documents_and_people_wrote() -> None:
    hit = replace(HIT, text=EVIL, source=EVIL, assignees=(EVIL,), task=EVIL, why=(EVIL,))
    assert_harmless(results(SearchAnswer(EVIL, 1, (hit,)), VI))


def evil_notice() -> tuple[Notice, Task]:
    text = f"Phần một\n{EVIL} trước 25/6/2021\nCuối"
    start = text.index("<script>")
    day = text.index("trước")
    task = Task(
        EVIL, text[start : day + 15], start, day + 15, "Phần một",
        assignees=(Mention(EVIL, 0, 5, EVIL),),
        deadlines=(Deadline("trước 25/6/2021", day, day + 15, "before", date(2021, 6, 25)),),
        refs=(Citation(EVIL, EVIL, EVIL, start, start + 8),),
    )  # fmt: skip
    warnings = (Caveat(EVIL, start, start + 20),)
    notice = Notice(EVIL, text, title=Stated(EVIL, 0, 5), tasks=(task,), warnings=warnings)
    return notice, task


def test_a_notice_is_shown_whole_with_its_task_and_facts_marked() -> None:
    notice, task = evil_notice()
    html = str(reading(notice, task, VI))
    assert_harmless(html)
    paper = html[html.index('<div class="cd-paper"') :]
    shown = re.sub(r"<[^>]+>", "", paper.replace("</p>", "\n"))
    for line in ("Phần một", "Cuối"):
        assert line in shown
    assert paper.count("cd-chosen") == 1
    due = '<span class="cd-fact cd-fact--due" title="thời hạn: 25/6/2021">trước 25/6/2021</span>'
    assert due in paper
    assert ' class="cd-paper__heading">' in paper


def test_a_task_over_two_lines_is_marked_on_both() -> None:
    text = "Đầu\nmột hai\nba bốn\nCuối"
    task = Task(None, text[4:18], 4, 18, None)
    html = str(reading(Notice("x.md", text, tasks=(task,)), task, VI))
    assert '<mark class="cd-chosen">một hai</mark>' in html
    assert '<mark class="cd-chosen">ba bốn</mark>' in html


def test_a_review_escapes_and_shows_what_was_read() -> None:
    notice, _ = evil_notice()
    html = str(review(notice, VI))
    assert_harmless(html)
    assert "25/6/2021" in html
    assert VI("warnings_one") in html


def test_a_followed_node_escapes_and_counts() -> None:
    tasks = (replace(TASK, text=EVIL, assignees=(EVIL,)), replace(TASK, task="urn:2"))
    threads = (ThreadAnswer("urn:thread", EVIL, tasks),)
    answer = RefsAnswer("x", "urn:x", "document", EVIL, 2, threads)
    html = str(facts(answer, EN) + tasks_by_meeting(answer, EN))
    assert_harmless(html)
    assert "2 tasks · 1 meeting" in html


@pytest.mark.parametrize(
    ("status", "as_of", "shown"),
    [
        ("overdue", date(2025, 6, 1), "2 days late"),
        ("open", date(2025, 5, 29), "1 day left"),
        ("open", date(2025, 5, 30), "due that day"),
    ],
)  # fmt: skip
def test_the_board_says_how_late_a_work_is(status: str, as_of: date, shown: str) -> None:
    work = DueAnswer("urn:t", EVIL, status, HIT.due, 2, HIT.meeting_date, True, (TASK,))  # type: ignore[arg-type]
    html = str(board([work], View(as_of), EN))
    assert_harmless(html)
    for part in (shown, "moved later 2 times", "no longer mentioned", "Phòng Khoáng sản"):
        assert part in html


def test_sparql_rows_escape_and_lead_on() -> None:
    rows = (
        (Term(EVIL, "literal"), Term("https://w3id.org/chidao/id/unit/a", "iri"), None),
        (Term("7", "literal", "http://www.w3.org/2001/XMLSchema#integer"), Term(EVIL, "iri"), None),
    )
    result = QueryResult("select", (EVIL, "unit", "none"), rows)
    html = str(tables.query_result(result, f"SELECT {EVIL} </textarea><script>", 2.0, VI))
    assert_harmless(html)
    assert 'data-follow="https://w3id.org/chidao/id/unit/a"' in html
    assert '<span class="cd-number">7</span>' in html
    assert_harmless(str(tables.query_failure(EVIL, VI)))


def test_the_picture_holds_the_node_its_tasks_and_what_they_touch() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("doc", kind="document", label="Nghị định 1 <b>x</b>")
    for i in range(30):
        graph.add_node(f"task{i}", kind="task", label=f"Việc {i} " + "rất dài " * 20)
        graph.add_node(f"unit{i % 4}", kind="unit", label=f"Phòng {i % 4}")
        graph.add_edge(f"task{i}", "doc", relation="cites")
        graph.add_edge(f"task{i}", f"unit{i % 4}", relation="assignedTo")
    graph.add_node("notice", kind="notice", label="Thông báo")
    graph.add_edge("task0", "notice", relation="statedIn")
    plan = layout(graph, "doc")
    columns = [[box for box in plan.boxes if box.column == column] for column in range(3)]
    assert [box.iri for box in columns[0]] == ["doc"]
    assert plan.tasks == 30
    assert len(columns[1]) == plan.drawn < 15
    assert {box.iri for box in columns[2]} == {"unit0", "unit1", "unit2", "unit3"}
    for column in columns:
        assert len({box.y for box in column}) == len(column)
    drawn = figure(plan, VI)
    assert len(drawn.layout.annotations) == len(plan.boxes)
    texts = [annotation.text for annotation in drawn.layout.annotations]
    assert any("&lt;b&gt;" in text for text in texts)
    assert not any("<b>" in text for text in texts)


def test_a_node_that_the_graph_does_not_know_has_no_picture() -> None:
    assert layout(nx.MultiDiGraph(), "doc").boxes == ()


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_sheets_hold_no_formulas(start: str) -> None:
    hit = replace(HIT, text=f"{start} <tag> \x0b", label=None)
    data = hits_csv([hit], VI).decode("utf-8-sig")
    assert f"'{start} <tag>" in data
    sheet = load_workbook(io.BytesIO(hits_xlsx([hit], VI))).active
    assert sheet is not None
    cell = sheet["B2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")
    assert sheet["D2"].value.date() == HIT.due


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/6/2021", date(2021, 6, 25)),
        (" 05.06.2021 ", date(2021, 6, 5)),
        ("2021-06-25", date(2021, 6, 25)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str, expected: date) -> None:
    assert read_day(text) == expected


@pytest.mark.parametrize("text", ["31/2/2021", "6/2021", "tomorrow", "", "99999999999"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_day(text)


def test_an_address_asks_for_the_same_search_again() -> None:
    from urllib.parse import parse_qsl

    asked = Asked.from_params(
        [
            ("q", " đóng cửa mỏ "),
            ("unit", "Phòng A & B"),
            ("from", "1/6/2021"),
            ("due_before", "x"),
            ("status", "overdue"),
            ("all", "0"),
            ("without", "unit:phong a"),
            ("without", "due:quy ii"),
        ]
    )
    assert asked.query == "đóng cửa mỏ"
    assert asked.filters.from_ == date(2021, 6, 1)
    assert asked.filters.due_before is None
    assert not asked.everything
    assert asked.narrowed == 3
    assert len(asked.without) == 2
    assert Asked.from_params(parse_qsl(asked.link)) == asked
    assert Asked.from_params([("status", "late")]).filters.status is None


def test_what_was_understood_can_be_taken_off() -> None:
    chip = Chip("status", "overdue", "quá hạn", "quá hạn", 5, 12, "status:qua han", 3)
    answer = SearchAnswer("việc quá hạn", 1, (HIT,), understood=(chip,), added=("a → b",))
    html = results(answer, EN)
    assert "without=status%3Aqua+han" in html
    assert "Remove “Overdue”" in html
    assert "a → b" in html
    assert "expand=0" in html


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        ("unit", "https://x/a", "unit=https%3A%2F%2Fx%2Fa"),
        ("meeting", "2025-05-07", "from=2025-05-07&amp;to=2025-05-07"),
        ("month", "2025-12", "due_before=2026-01-01&amp;due_from=2025-12-01"),
        ("status", "done", "status=done"),
    ],
)  # fmt: skip
def test_a_facet_leads_to_a_narrower_search(kind: str, value: str, link: str) -> None:
    facet = Facet(kind, ((value, value, 4), (value, value, 2)))
    html = results(SearchAnswer("x", 1, (HIT,), facets=(facet,)), VI)
    assert link in html
    assert "<span>4</span>" in html


def test_wordings_of_one_work_stand_together_and_doubtful_tasks_apart() -> None:
    older = replace(HIT, task="urn:older", text="Lời cũ hơn")
    doubt = replace(HIT, task="urn:doubt", text="Còn ngờ")
    group = Group("urn:thread", "Việc", (HIT,), (older,))
    answer = SearchAnswer(
        "x", 2, (HIT, older), perhaps=(doubt,), missed=1.6, groups=(group,)
    )  # fmt: skip
    html = results(answer, EN)
    assert html.count('class="cd-workgroup"') == 1
    assert "1 other wording" in html
    assert "2 tasks relevant to “x” · 1 work" in html
    assert html.index("cd-perhaps") < html.index("Còn ngờ")
    assert "An estimated 2 relevant tasks" in html


def test_more_hits_than_a_page_holds_are_said_to_be_missing() -> None:
    hits = tuple(replace(HIT, task=f"urn:{i}") for i in range(230))
    html = results(SearchAnswer("x", 230, hits), EN)
    assert html.count('class="cd-hit"') == 200
    assert "30 more tasks" in html


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", "text/csv"),
        ("", "text/csv"),
        ("application/json", "application/json"),
        ("text/csv;q=0.1, application/json;q=0.9", "application/json"),
        ("text/*;q=0.5, application/json;q=0.4", "text/csv"),
        ("text/csv;q=0, */*", "application/json"),
        ("image/png", None),
        ("application/json;q=nonsense", None),
    ],
)  # fmt: skip
def test_the_best_media_type_is_chosen(accept: str, expected: str | None) -> None:
    assert accepted(accept, ("text/csv", "application/json")) == expected


def test_every_text_has_both_languages_and_the_same_fields() -> None:
    fields = {
        key: [{name for _, name, _, _ in Formatter().parse(text) if name} for text in both]
        for key, both in TEXTS.items()
    }
    assert all(all(both) for both in TEXTS.values())
    assert [key for key, (vi, en) in fields.items() if vi != en] == []
    assert [key for key in TEXTS if key.endswith("_one") and key[:-4] not in TEXTS] == []


def test_every_text_is_used_and_every_used_text_exists() -> None:
    folder = Path(ui.web.__file__).parent
    code = "\n".join(p.read_text() for p in folder.glob("*.py") if p.name != "texts.py")
    named = set(re.findall(r'\bt\(\s*"([\w-]+)"', code))
    assert named - TEXTS.keys() == set()
    built = re.compile(
        r"^(kind|status|legend|added|step|tab|col|preview|about|role|chip|facet|format|verdict|relation|head|file|act)_"
        r"|^(work_by|kind_of_work|change)_|_one$"
    )
    quoted = set(re.findall(r"""["']([\w-]+)["']""", code))
    unused = [key for key in TEXTS if key not in quoted and not built.search(key)]
    assert unused == []
