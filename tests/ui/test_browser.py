"""The page in a real browser, on the samples: search, follow, SPARQL, work, add."""

import re
from pathlib import Path

import pytest

playwright_api = pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page, expect  # noqa: E402

from tests.ui.browser import open_page, tab  # noqa: E402

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_an_officer_finds_every_task_about_a_matter_and_reads_the_sentence(page: Page) -> None:
    open_page(page, "/")
    page.locator("#cd-query :is(input, textarea)").fill("dong cua mo")
    page.keyboard.press("Enter")
    cards = page.locator(".cd-hit")
    expect(cards.first).to_contain_text("đóng cửa")
    expect(cards.first.locator("mark").first).to_contain_text("đóng cửa")
    expect(cards.first).to_contain_text("Phòng Khoáng sản và Tài nguyên nước")
    expect(page).to_have_url(re.compile(r"\?q=dong\+cua\+mo"))
    text = cards.first.locator(".cd-hit__text").inner_text()

    cards.first.locator(".cd-open").click()
    chosen = page.locator("#cd-panel .cd-paper .cd-chosen")
    expect(chosen.first).to_be_in_viewport()
    assert "".join(chosen.all_inner_texts()).split() == text.split()
    assert len(page.locator("#cd-panel .cd-paper").inner_text()) > 5 * len(text)
    page.keyboard.press("Escape")
    expect(page.locator("#cd-panel")).to_be_hidden()

    with page.expect_download() as download:
        page.locator(".cd-downloads a", has_text="CSV").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text in rows

    count = cards.count()
    page.reload()
    expect(page.locator(".cd-hit")).to_have_count(count)


def test_a_search_that_finds_nothing_says_so(page: Page) -> None:
    open_page(page, "/?q=<script>wwww</script> zzzz qqqq")
    message = page.locator("#cd-results .cd-message")
    expect(message).to_contain_text("Không có nhiệm vụ nào")
    expect(message).to_contain_text("<script>wwww</script>")


def test_a_planner_follows_a_document_to_its_tasks(page: Page) -> None:
    open_page(page, "/")
    tab(page, "Theo dõi")
    page.locator("#cd-follow-facts section").first.locator("[data-follow]").first.click()
    expect(page.locator("#cd-follow-facts .cd-node .cd-kind")).to_have_text("Văn bản")
    expect(page.locator("#cd-picture .js-plotly-plot .annotation").nth(2)).to_be_attached()
    lines = page.locator("#cd-follow-tasks .cd-line")
    assert lines.count() >= 2
    lines.first.locator(".cd-open").click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    page.locator("[data-close]").click()
    lines.first.locator("[data-follow]").first.click()
    expect(page.locator("#cd-follow-facts .cd-node .cd-kind")).to_have_text("Đơn vị")


def test_an_analyst_asks_in_sparql(page: Page) -> None:
    open_page(page, "/")
    tab(page, "SPARQL")
    page.get_by_role("button", name="Chạy", exact=True).click()
    table = page.locator("#cd-rows .cd-table")
    expect(table.locator("tbody tr").nth(3)).to_be_attached()
    with page.expect_download() as download:
        page.locator("#cd-rows button[value=csv]").click()
    assert len(Path(download.value.path()).read_text().splitlines()) > 4

    editor = page.locator("#cd-sparql textarea")
    editor.fill("SELECT ?x WHERE {\n  ?x ?y\n}")
    editor.press("Shift+Enter")
    expect(page.locator("#cd-rows [role=alert]")).to_contain_text("line")


def test_the_whole_page_speaks_english_when_asked(page: Page) -> None:
    open_page(page, "/?q=mining closure")
    page.locator("[data-language=en]").click()
    expect(page).to_have_url(re.compile(r"/en/\?q=mining"))
    expect(page.locator(".cd-hit").first).to_contain_text("đóng cửa")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    own_words = page.locator("#cd-tabs").inner_text()
    assert "Search" in own_words
    assert "Tìm kiếm" not in own_words
    tab(page, "Work")
    expect(page.locator("#cd-board .cd-tally").first).to_contain_text("Overdue")


def test_work_stands_as_of_the_day_asked_for(page: Page) -> None:
    open_page(page, "/")
    tab(page, "Công việc")
    tally = page.locator("#cd-board .cd-tally--overdue b")
    expect(tally).not_to_have_text("0")
    page.locator(".cd-bar--work .cd-day input").first.fill("8/3/2025")
    page.keyboard.press("Enter")
    expect(tally).to_have_text("0")


def test_a_search_is_narrowed_by_a_day(page: Page) -> None:
    open_page(page, "/?q=đóng cửa mỏ")
    expect(page.locator(".cd-hit").nth(1)).to_be_attached()
    every = page.locator(".cd-hit").count()
    toggle = page.locator("[data-toggle-filters]")
    if toggle.is_visible():
        toggle.click()
    page.locator(".cd-filters .cd-day input").first.fill("1/5/2025")
    page.keyboard.press("Enter")
    expect(page.locator(".cd-hit")).not_to_have_count(every)
    days = page.locator(".cd-hit .cd-meeting time")
    assert {days.nth(i).get_attribute("datetime") for i in range(days.count())} <= {
        "2025-05-07",
        "2025-06-04",
    }
    expect(page).to_have_url(re.compile("from=2025-05-01"))
