"""Journeys in a real browser, each from a person's wish to its fulfilment."""

import re

import pytest

pytest.importorskip("playwright.sync_api")

from docx import Document
from playwright.sync_api import Page, expect

from tests.ui.browser import open_page, tab

pytestmark = [pytest.mark.browser, pytest.mark.model]

laptop = pytest.mark.parametrize("page", [(1440, 900)], ids=["laptop"], indirect=True)
phone = pytest.mark.parametrize("page", [(390, 844)], ids=["phone"], indirect=True)

AS_OF = "2025-06-10"
"""Days after the last sample's meeting: some of its work is late, some open, some done."""


# Work


@laptop
def test_a_director_sees_what_is_overdue_by_unit_and_how_a_work_slipped(page: Page) -> None:
    open_page(page, f"/?tab=work&as_of={AS_OF}")
    figure = page.locator(".cd-tally--slipped")
    count = int(figure.locator("b").inner_text())
    figure.locator("button").click()
    expect(page).to_have_url(re.compile("only=slipped"))
    assert count > 0
    expect(page.locator("#cd-board .cd-work")).to_have_count(count)
    work = page.locator(".cd-work", has_text="lùi hạn 2 lần").first
    work.locator("summary").click()
    expect(work.locator(".cd-steps .cd-line").nth(2)).to_be_visible()
    expect(work.locator(".cd-tag--slip").nth(1)).to_contain_text("ngày, trước là")
    work.locator(".cd-open").last.click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.locator(".cd-segments label", has_text="Đơn vị").click()
    expect(page).to_have_url(re.compile("by=unit"))
    page.reload()
    expect(page.locator(".cd-status--unit").first).to_be_visible()
    expect(page.locator(".cd-tally--slipped button")).to_have_attribute("aria-pressed", "true")


@laptop
def test_a_director_takes_one_sheet_to_the_meeting(page: Page) -> None:
    open_page(page, f"/en/?tab=work&as_of={AS_OF}")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="One-page A4 to print").click()
    sheet = opened.value
    expect(sheet.locator("h1")).to_contain_text("10 Jun 2025")
    expect(sheet.locator("table").first).to_contain_text("Phòng")
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", sheet.pdf(prefer_css_page_size=True))
    assert len(pages) == 1


@laptop
def test_a_planner_sees_the_load_of_each_unit(page: Page) -> None:
    open_page(page, f"/?tab=work&as_of={AS_OF}&by=load")
    expect(page.locator("#cd-load .js-plotly-plot .ytick").first).to_be_visible()
    row = page.locator(".cd-table--load tbody tr").first
    row.locator("[data-follow]").click()
    expect(page.locator("#cd-follow-facts .cd-node .cd-kind")).to_have_text("Đơn vị")


@phone
def test_an_officer_on_the_way_sees_what_is_due_soon(page: Page) -> None:
    open_page(page, f"/?tab=work&as_of={AS_OF}")
    page.locator(".cd-tally--soon button").click()
    expect(page.locator("#cd-board .cd-badge--overdue")).to_have_count(0)
    expect(page.locator("#cd-board .cd-badge--soon").first).to_contain_text("còn")
    page.locator("[data-day]", has_text="7/3/2025").click()
    expect(page).to_have_url(re.compile("as_of=2025-03-07"))


# Search


def ask(page: Page, words: str) -> None:
    page.locator("#cd-query :is(input, textarea)").fill(words)
    page.keyboard.press("Enter")


@laptop
def test_an_officer_narrows_a_search_and_takes_the_list_along(page: Page) -> None:
    open_page(page, "/")
    ask(page, "đóng cửa mỏ")
    expect(page.locator(".cd-workgroup").first).to_be_visible()
    page.locator(".cd-facets a", has_text="7/5/2025").click()
    expect(page.locator(".cd-chip--meeting")).to_contain_text("7/5/2025")
    expect(page).to_have_url(re.compile("from=2025-05-07&to=2025-05-07"))
    count = page.locator(".cd-hit").count()
    assert count > 0
    with page.expect_download() as taken:
        page.locator(".cd-downloads a", has_text="Word").click()
    rows = Document(taken.value.path()).tables[0].rows
    assert len(rows) == count + 1
    assert {row.cells[4].text for row in rows[1:]} == {"7/5/2025"}
    page.locator(".cd-chip--meeting a").click()
    expect(page.locator(".cd-chip--meeting")).to_have_count(0)
    assert page.locator(".cd-hit").count() > count


@laptop
def test_a_constraint_that_was_not_meant_is_taken_off(page: Page) -> None:
    open_page(page, "/en/?q=việc quá hạn của Phòng Quản lý đất đai")
    chip = page.locator(".cd-chip--status")
    expect(chip).to_contain_text("Overdue")
    page.get_by_role("link", name="Remove “Overdue”").click()
    expect(chip).to_have_count(0)
    expect(page.locator(".cd-chip--unit")).to_be_visible()
    page.reload()
    expect(page.locator(".cd-chip--unit")).to_be_visible()
    expect(chip).to_have_count(0)


@laptop
def test_the_keyboard_is_enough_to_pick_a_suggestion(page: Page) -> None:
    open_page(page, "/")
    page.keyboard.press("/")
    page.keyboard.type("phong quan ly dat")
    option = page.get_by_role("option", name="Phòng Quản lý đất đai")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".cd-chip--unit")).to_contain_text("Phòng Quản lý đất đai")
    expect(option).to_be_hidden()


@phone
def test_on_a_phone_filters_wait_behind_a_button(page: Page) -> None:
    open_page(page, "/?q=dong cua mo")
    expect(page.locator(".cd-hit").first).to_be_visible()
    expect(page.locator(".cd-facets")).to_be_hidden()
    page.locator("[data-toggle-filters]").click()
    page.locator(".cd-facets a", has_text="Quá hạn").click()
    expect(page.locator(".cd-chip--status")).to_contain_text("Quá hạn")


# Meetings


@laptop
def test_a_secretary_sees_what_a_meeting_changed_beside_its_notice(page: Page) -> None:
    open_page(page, "/")
    tab(page, "Cuộc họp")
    names = page.locator("#cd-tabs [role=tab]").all_inner_texts()
    assert len(set(names)) == len(names)
    changed = page.locator("#cd-changes .cd-line.cd-change--changed")
    expect(changed.first).to_contain_text("trước là")
    page.locator("[data-whole]").click()
    expect(page.locator("#cd-panel .cd-paper .cd-fact--due").first).to_be_visible()
    changed.first.locator(".cd-open").click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    page.locator("[data-close]").click()
    changed.first.locator("[data-follow]").last.click()
    expect(page.locator("#cd-follow-facts .cd-node .cd-kind")).to_have_text("Việc theo dõi")


# Curate


@laptop
def test_an_editor_answers_the_machine_and_takes_it_back(page: Page) -> None:
    open_page(page, "/?tab=curate")
    first = page.locator("#cd-questions .cd-line").first
    text = first.locator(".cd-line__text").last.inner_text()
    first.get_by_role("button", name="Hai việc khác nhau").click()
    expect(page.locator("#cd-said")).to_contain_text("Đã ghi")
    entry = page.locator("#cd-history .cd-line", has_text=text[:60])
    expect(entry.first).to_contain_text("Không phải một")
    entry.first.get_by_role("button", name="Rút lại").click()
    expect(page.locator("#cd-said")).to_contain_text("Đã rút lại")
    expect(page.locator("#cd-history .is-void")).to_have_count(1)


# Follow


@laptop
def test_a_planner_walks_from_a_decree_to_a_project_and_finds_how_they_hang_together(
    page: Page,
) -> None:
    open_page(page, "/en/?what=114/2018/NĐ-CP")
    expect(page.locator(".cd-motion")).to_contain_text("1 work (4 tasks) in motion")
    expect(page.locator("#cd-timeline .js-plotly-plot .ytick").first).to_be_visible()
    box = page.locator("#cd-picture .js-plotly-plot .annotation", has_text="Hồ chứa nước Nà Cáy")
    box.last.scroll_into_view_if_needed()
    area = box.last.bounding_box()
    assert area is not None
    page.wait_for_timeout(500)  # the picture takes clicks once it is drawn
    page.mouse.click(area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
    expect(page.locator("#cd-follow-facts .cd-node .cd-kind")).to_have_text("Project")
    page.locator("#cd-way-to :is(input, textarea)").fill("Văn phòng Sở")
    page.keyboard.press("Enter")
    expect(page.locator("#cd-way .cd-line").first).to_be_visible()
    assert page.locator("#cd-way q").count() > 0


# Ask


@laptop
def test_an_analyst_fills_in_a_named_query_and_shares_it(page: Page) -> None:
    open_page(page, "/en/?tab=sparql")
    page.locator("#cd-queries input").click()
    page.get_by_role("option", name="Tasks due between two days").click()
    expect(page.get_by_label("First day")).to_be_visible()
    page.get_by_label("Last day").fill("30/4/2025")
    page.keyboard.press("Enter")
    expect(page.locator("#cd-sparql textarea")).to_have_value(re.compile('"2025-04-30"'))
    expect(page).to_have_url(re.compile("2025-04-30"))
    rows = page.locator("#cd-rows tbody tr")
    expect(rows.first).to_be_visible()
    count = rows.count()
    page.reload()
    expect(page.locator("#cd-sparql textarea")).to_have_value(re.compile('"2025-04-30"'))
    expect(rows).to_have_count(count)


@laptop
def test_an_answer_of_names_and_numbers_is_drawn(page: Page) -> None:
    open_page(page, "/?tab=sparql")
    page.get_by_role("button", name="Chạy", exact=True).click()
    expect(page.locator("#cd-chart .js-plotly-plot .bars .point").first).to_be_attached()
    page.locator("#cd-sparql textarea").fill("SELECT ?x\nWHERE { ?x ?y }")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".cd-badline")).to_contain_text("WHERE")
    expect(page.locator("#cd-chart .js-plotly-plot")).to_be_hidden()


# Everyone


@laptop
@pytest.mark.parametrize(
    ("at", "shows"),
    [
        ("/?q=đóng cửa mỏ", ".cd-hit"),
        ("/en/?what=114/2018/NĐ-CP", ".cd-node"),
        (f"/?tab=work&as_of={AS_OF}", "#cd-board .cd-work"),
        ("/en/?tab=meetings", "#cd-changes .cd-line"),
        ("/?tab=curate", "#cd-questions .cd-line"),
        ("/?tab=sparql", "#cd-sparql textarea"),
        ("/en/?tab=add", "#cd-upload"),
        ("/?tab=about", "#cd-about .cd-table"),
    ],
)  # fmt: skip
def test_no_serious_fault_of_accessibility(page: Page, at: str, shows: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    open_page(page, at)
    expect(page.locator(shows).first).to_be_visible()
    found = Axe().run(page).response["violations"]
    serious = {
        one["id"]: [node["target"] for node in one["nodes"]]
        for one in found
        if one["impact"] in ("serious", "critical")
    }
    assert serious == {}
