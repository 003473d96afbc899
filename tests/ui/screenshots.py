"""Pictures of every view, taken of the samples into ``docs/screenshots`` (``make screenshots``)."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.ui.browser import launch, open_page, serving
from ui.workspace import Workspace

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
LAPTOP, PHONE = (1440, 900), (390, 844)
AS_OF = "2025-06-10"
"""Days after the last sample's meeting: some of its work is late, some open, some done."""
DOCUMENT = "114/2018/NĐ-CP"

expect.set_options(timeout=30_000)


def main() -> int:
    """Write every picture anew."""
    from ingest import samples_folder

    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(Path(folder) / "work")
        workspace.ingest([samples_folder()])
        workspace.warm()
        sample = sorted(samples_folder().glob("*.md"))[-1]
        with serving(workspace) as address, sync_playwright() as playwright:
            browser = launch(playwright)
            laptop(browser, address, sample)
            phone(browser, address)
            browser.close()
    return 0


def laptop(browser: Browser, address: str, sample: Path) -> None:
    """Take the pictures as a laptop shows them."""
    page = _page(browser, address, LAPTOP)
    open_page(page, "/")
    _take(page, "start")
    open_page(page, "/?q=đóng cửa mỏ")
    expect(page.locator(".cd-hit").first).to_be_visible()
    _take(page, "search")
    page.locator(".cd-hit .cd-open:visible").nth(1).click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    _take(page, "sentence")
    open_page(page, "/en/?q=all tasks about mining closure")
    expect(page.locator(".cd-hit").first).to_be_visible()
    _take(page, "search-english")

    open_page(page, f"/?what={DOCUMENT}")
    expect(page.locator("#cd-picture .js-plotly-plot .annotation").first).to_be_attached()
    _take(page, "follow")

    open_page(page, f"/?tab=work&as_of={AS_OF}")
    page.locator(".cd-work", has_text="lùi hạn 2 lần").first.locator("summary").click()
    _take(page, "work")
    open_page(page, f"/?tab=work&as_of={AS_OF}&by=load")
    expect(page.locator("#cd-load .js-plotly-plot .ytick").first).to_be_visible()
    _take(page, "load")
    page.goto(f"/print?as_of={AS_OF}")
    expect(page.locator("table").first).to_be_visible()
    _take(page, "print")
    open_page(page, "/?tab=meetings")
    expect(page.locator("#cd-changes .cd-line").first).to_be_visible()
    page.locator("#cd-changes .cd-open").nth(1).click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    _take(page, "meeting")
    open_page(page, "/?tab=curate")
    expect(page.locator("#cd-questions .cd-line").first).to_be_visible()
    _take(page, "curate")

    open_page(page, "/?tab=sparql")
    page.get_by_role("button", name="Chạy", exact=True).click()
    expect(page.locator("#cd-rows .cd-table")).to_be_visible()
    expect(page.locator("#cd-chart .js-plotly-plot .bars .point").first).to_be_attached()
    _take(page, "sparql")

    open_page(page, "/?tab=add")
    page.locator("#cd-upload input[type=file], input[type=file]").first.set_input_files(sample)
    expect(page.locator("#cd-preview .cd-review")).to_be_visible()
    _take(page, "add")
    open_page(page, "/?tab=about")
    expect(page.locator("#cd-about .cd-table")).to_be_visible()
    _take(page, "about")
    page.context.close()


def phone(browser: Browser, address: str) -> None:
    """Take pictures as a phone shows them."""
    page = _page(browser, address, PHONE)
    open_page(page, "/?q=dong cua mo")
    expect(page.locator(".cd-hit").first).to_be_visible()
    _take(page, "phone-search")
    page.locator(".cd-open").first.click()
    expect(page.locator("#cd-panel .cd-chosen").first).to_be_in_viewport()
    _take(page, "phone-sentence")
    open_page(page, f"/?tab=work&as_of={AS_OF}")
    expect(page.locator("#cd-board .cd-work").first).to_be_visible()
    _take(page, "phone-work")
    page.context.close()


def _page(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, base_url=address, locale="vi-VN"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    return page


def _take(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.wait_for_timeout(600)  # fonts, the panel and plotly's own drawing settle
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
