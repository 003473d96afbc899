"""A page served once for all browser tests, and a browser that tells of every trouble."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from ingest import samples_folder
    from tests.ui.browser import serving
    from ui.workspace import Workspace

    workspace = Workspace.open(tmp_path_factory.mktemp("browser") / "work")
    assert not workspace.ingest([samples_folder()]).failed
    workspace.warm()
    with serving(workspace) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import expect, sync_playwright

    from tests.ui.browser import PATIENCE, chromium, launch

    expect.set_options(timeout=PATIENCE)
    if chromium() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium; install one (apt-get install chromium)")
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["laptop", "phone"])
def page(request: pytest.FixtureRequest, browser: "Browser", address: str) -> Iterator["Page"]:
    from tests.ui.browser import visiting

    with visiting(browser, address, request.param) as page:
        yield page
