"""A real browser on a served page: what the browser tests and the screenshots share."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from ui.web import create_app
from ui.workspace import Workspace

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--lang=vi-VN",
)  # fmt: skip
"""The browser asks nothing of its own maker, so that every request seen is the page's."""
_LEFT = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
"""What Gradio logs of its open streams when a test leaves the page or reloads it; what a server
refuses is seen by its status."""
PATIENCE = 30_000
"""Milliseconds to wait for anything: the machine may be busy; a quick page takes no notice."""
PASSWORD = "một câu đủ dài"
_STARTING = 60.0
"""Seconds a server may take to listen."""


def chromium() -> str | None:
    """Return the path of an installed Chromium, None where there is none."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return os.environ.get("CHIDAO_CHROMIUM") or next((path for path in found if path), None)


def launch(playwright: Playwright) -> Browser:
    """Start the browser."""
    return playwright.chromium.launch(
        executable_path=chromium(), args=list(QUIET), env={**os.environ, "LANGUAGE": "vi"}
    )


@contextmanager
def serving(workspace: Workspace) -> Iterator[str]:
    """Serve the page of a workspace on a free port of this machine; yields its address."""
    config = uvicorn.Config(
        create_app(workspace), host="127.0.0.1", port=0, log_level="critical",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _STARTING
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            raise RuntimeError("the server did not start")
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


class Watch:
    """Everything that should not happen while a page is used."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.troubles: list[str] = []
        self.requests = 0
        self._host = urlsplit(address).netloc
        context.on("request", lambda request: self._asked(request.url))
        context.on("response", lambda got: self._answered(got.url, got.status))
        context.on("page", self._page)

    def _page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on(
            "console",
            lambda message: (
                self.troubles.append(f"console: {message.text}")
                if message.type == "error" and not any(said in message.text for said in _LEFT)
                else None
            ),
        )

    def _asked(self, url: str) -> None:
        self.requests += 1
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self._host:
            self.troubles.append(f"outside request: {url}")

    def _answered(self, url: str, status: int) -> None:
        if status >= 400:
            self.troubles.append(f"{status}: {url}")


@contextmanager
def visiting(
    browser: Browser, address: str, size: tuple[int, int] = (1440, 900), user: str | None = None
) -> Iterator[Page]:
    """Open a page of a served workspace; at its end nothing may have gone wrong on it.

    Args:
        browser: from ``launch``.
        address: from ``serving``.
        size: width and height.
        user: who signs in, with ``PASSWORD``; None where nobody needs to.
    """
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=address, color_scheme="dark"
    )
    watch = Watch(context, address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    if user:
        page.goto("/signin")
        page.locator("input[name=name]").fill(user)
        page.locator("input[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator("#cd-head .cd-user").wait_for()
    yield page
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    context.close()
    assert watch.requests > 0
    assert watch.troubles == []
    assert not wide, "the page scrolls sideways"


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until the page can be used."""
    page.goto(address)
    page.locator("#cd-query").wait_for(state="attached")  # another tab may be the one asked for
    results = page.locator("#cd-results .cd-hits, #cd-results .cd-message")
    results.first.wait_for(state="attached")
    page.locator("#cd-head .cd-counts").wait_for()


def tab(page: Page, name: str) -> None:
    """Choose a tab, behind the "..." button where the phone has no room for it."""
    shown = page.get_by_role("tab", name=name, exact=True)
    if not shown.first.is_visible():
        page.locator("#cd-tabs .overflow-menu > button").first.click()
        page.locator("#cd-tabs .overflow-dropdown").get_by_text(name, exact=True).click()
        return
    shown.first.click()
