"""Journeys of those who take notices in: look at what was read, accept, reject, take back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Browser, Page, expect

from tests.support import TinyEncoder
from tests.ui.browser import PASSWORD, open_page, serving, tab, visiting
from tests.ui.invented import APRIL, MAY, NO_TASK, write
from ui.access.users import Role, Users
from ui.workspace import Workspace

pytestmark = pytest.mark.browser

LAPTOP, PHONE = (1440, 900), (390, 844)
SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "work", encoder=TinyEncoder())


@pytest.fixture
def served(workspace: Workspace) -> Iterator[str]:
    with serving(workspace) as address:
        yield address


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return write(tmp_path / "files", april=APRIL, may=MAY, photo=NO_TASK)


def choose(page: Page, files: list[Path]) -> None:
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.locator("#cd-preview .cd-files")).to_be_visible()
    expect(page.locator("#cd-preview .cd-progress")).to_have_count(0)


@SIZES
def test_an_officer_looks_at_each_file_takes_one_leaves_one_and_undoes(
    browser: Browser, served: str, workspace: Workspace, files: list[Path], size: tuple[int, int]
) -> None:
    with visiting(browser, served, size) as page:
        open_page(page, "/")
        expect(page.locator("#cd-results")).to_contain_text("Chưa có văn bản nào")
        tab(page, "Thêm văn bản")
        choose(page, files)
        rows = page.locator(".cd-file")
        expect(rows).to_have_count(3)
        expect(rows.nth(2)).to_contain_text("không đọc được")

        card = page.locator(".cd-read").first
        expect(card.locator(".cd-fact--due")).to_have_text("trước ngày 20/4/2023")
        expect(card).to_contain_text("20/4/2023")
        card.get_by_role("button", name="Xem trong văn bản").click()
        place = page.locator(".cd-paper .cd-task.is-pointed")
        expect(place).to_be_in_viewport()
        expect(place).to_contain_text("Lập danh mục nhà ở cũ")
        assert workspace.notices() == ()

        rows.nth(1).get_by_role("button", name="Bỏ").click()
        expect(rows.nth(1)).to_contain_text("đã bỏ")
        rows.nth(0).get_by_role("button", name="Thêm vào kho").click()
        expect(rows.nth(0)).to_contain_text("đã thêm vào kho")
        expect(page.locator("#cd-head")).to_contain_text("1 thông báo")
        rows.nth(0).get_by_role("button", name="Rút khỏi kho").click()
        expect(rows.nth(0)).to_contain_text("đã rút khỏi kho")
        expect(page.locator("#cd-head")).to_contain_text("0 thông báo")
        rows.nth(1).get_by_role("button", name="Lấy lại").click()
        rows.nth(1).get_by_role("button", name="Thêm vào kho").click()
        expect(rows.nth(1)).to_contain_text("đã thêm vào kho")
    assert [notice.source for notice in workspace.notices()] == ["may.md"]


def test_files_are_dropped_and_taken_in_by_keyboard_in_english(
    browser: Browser, served: str, workspace: Workspace
) -> None:
    with visiting(browser, served) as page:
        open_page(page, "/en/?tab=add")
        drop = page.evaluate_handle(
            """(texts) => {
              const drop = new DataTransfer();
              texts.forEach(([name, text]) => drop.items.add(new File([text], name)));
              return drop;
            }""",
            [["april.md", APRIL], ["may.md", MAY]],
        )
        page.locator("#cd-preview").dispatch_event("dragover", {"dataTransfer": drop})
        page.locator("#cd-preview").dispatch_event("drop", {"dataTransfer": drop})
        expect(page.locator(".cd-file")).to_have_count(2)
        every = page.get_by_role("button", name="Add all 2 notices")
        every.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".cd-file--added")).to_have_count(2)
        expect(page.locator(".cd-file.is-shown button").first).to_be_focused()
        page.keyboard.press("Tab")
        with page.context.expect_page() as opened:
            page.keyboard.press("Enter")
        expect(opened.value.locator("#cd-changes")).to_contain_text("21/TB-SXD")
        opened.value.close()
    assert len(workspace.notices()) == 2


@SIZES
def test_who_may_only_read_is_shown_nothing_to_change(
    browser: Browser, workspace: Workspace, files: list[Path], size: tuple[int, int]
) -> None:
    workspace.ingest(files[:1])
    users = Users(workspace.folder)
    for role in Role:
        users.add(role.name.lower(), PASSWORD, role)
    hidden, shown = ["Thêm văn bản", "Hiệu chỉnh"], "Giới thiệu"
    with serving(workspace) as address:
        with visiting(browser, address, size, "reader") as page:
            open_page(page, "/?tab=add")
            tab(page, shown)
            names = page.locator("#cd-tabs").inner_text()
            assert not [name for name in hidden if name in names]
            assert page.locator("input[type=file]:visible, #cd-upload:visible").count() == 0
        with visiting(browser, address, size, "editor") as page:
            open_page(page, "/?tab=add")
            expect(page.locator("#cd-upload")).to_be_visible()
            tab(page, "Hiệu chỉnh")
            expect(page.locator("#cd-history")).to_be_visible()
