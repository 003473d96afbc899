"""What a browser may ask of the page, and what the page may ask of a browser.

Gradio's own routes can hand out any file of its cache and fetch any address on a caller's
behalf. The page needs neither: everything to download comes from ``/api`` and ``/sparql``. So of
Gradio's routes only those that the page uses are let through.
"""

import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GRADIO = re.compile(r"^(?:/en)?/gradio_api(?:/|$)")
_GRADIO_USED = re.compile(
    r"""^(?:/en)?/gradio_api/
    (?: queue/(?:join|data) | upload | upload_progress | startup-events | cancel | reset/?
      | heartbeat/\w+ | run/\w+/? )$""",
    re.VERBOSE,
)
_GRADIO_PAGES = re.compile(r"^(?:/en)?/(?:monitoring(?:/.*)?|proxy=.*|login|logout|runs)$")

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    # Gradio's start page is made of inline scripts and styles and compiles its templates.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; "
        "form-action 'self'"
    ),
}


class Guard:
    """ASGI middleware: an allow-list for Gradio's routes, same-origin writes, safe headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what the page never asks, pass the rest on with safe headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope)
        if refusal:
            await PlainTextResponse(*refusal)(scope, receive, _with_headers(send))
            return
        await self.app(scope, receive, _with_headers(send))


def _refusal(scope: Scope) -> tuple[str, int] | None:
    path = scope["path"]
    if _GRADIO_PAGES.match(path) or (_GRADIO.match(path) and not _GRADIO_USED.match(path)):
        return "Not found\n", 404
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    writes = scope["method"] not in ("GET", "HEAD", "OPTIONS")
    if writes and origin and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return "Requests that write are taken from this page only.\n", 403
    return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            _add(message)
        await send(message)

    return sending


def _add(message: MutableMapping[str, Any]) -> None:
    there = {name.lower() for name, _ in message.get("headers", ())}
    message["headers"] = [
        *message.get("headers", ()),
        *(
            (name.lower().encode(), value.encode())
            for name, value in _HEADERS.items()
            if name.lower().encode() not in there
        ),
    ]
