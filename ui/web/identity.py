"""Who asks: known before anything is answered, from the session cookie or from Basic sign-in.

A workspace without users is open to whoever sits at its machine, and to nobody else: requests
under another host's name are refused, so that no page elsewhere can lead a browser to it.
"""

import base64
import binascii
import time
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.access.journal import Journal
from ui.access.limits import Kind, Limits, TooOften
from ui.access.sessions import COOKIE, Sessions
from ui.access.users import LOCAL, User, Users

LOOPBACK = ("localhost", "127.0.0.1", "::1")
_PUBLIC = ("/signin", "/signin/start", "/signin/done", "/chidao/docs.css", "/favicon.ico")
"""What may be seen before signing in."""
_WRITES = ("POST", "PUT", "PATCH", "DELETE")


class Identity:
    """ASGI middleware: puts the user into ``request.state.user``, or asks to sign in.

    It also counts each user's requests and notes every request in the access journal.
    """

    def __init__(
        self, app: ASGIApp, users: Users, sessions: Sessions, limits: Limits, journal: Journal
    ) -> None:
        self.app = app
        self._users = users
        self._sessions = sessions
        self._limits = limits
        self._journal = journal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse before anything is read of the request's body."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.monotonic()
        status = 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        user = await self._user(scope)
        name = user.name if user else None
        try:
            scope.setdefault("state", {})["user"] = user
            refusal = self._refusal(scope, user)
            await (refusal or self.app)(scope, receive, sending)
        finally:
            self._journal.write(
                user=name,
                host=(scope.get("client") or ("",))[0],
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round(1000 * (time.monotonic() - began)),
            )

    async def _user(self, scope: Scope) -> User | None:
        headers = Headers(scope=scope)
        if not self._users:
            return LOCAL if _host(headers) in LOOPBACK else None
        cookie = _cookie(headers.get("cookie", ""))
        name = self._sessions.name(cookie) if cookie else None
        if name is not None:
            return self._users.get(name)
        given = _basic(headers.get("authorization", ""))
        if given is None:
            return None
        return await self._by_password(*given, (scope.get("client") or ("",))[0])

    async def _by_password(self, name: str, password: str, host: str) -> User | None:
        """Return the user of a password; wrong ones count as tries at the sign-in page do."""
        tries = (f"name {name}", f"host {host}")
        if any(self._limits.full("signin", one) for one in tries):
            return None
        user = await run_in_threadpool(self._users.signed_in, name, password)
        if user is None:
            for one in tries:
                with suppress(TooOften):
                    self._limits.count("signin", one)
        return user

    def _refusal(self, scope: Scope, user: User | None) -> Response | None:
        path, headers = scope["path"], Headers(scope=scope)
        if user is None:
            if not self._users:
                return PlainTextResponse(
                    "This workspace has no users and is open on its own machine only, as "
                    "http://localhost. `chidao users add` makes users.\n", 403,
                )  # fmt: skip
            if path in _PUBLIC:
                return None
            return _ask(scope, headers)
        if _forged(scope, headers):
            return PlainTextResponse("Requests that write are taken from this page only.\n", 403)
        try:
            for kind in _kinds(path):
                self._limits.count(kind, user.name)
        except TooOften as error:
            return JSONResponse(
                {"error": "TooOften", "reason": str(error)}, 429, {"Retry-After": "60"}
            )
        return None


def _kinds(path: str) -> list[Kind]:
    """Return what a request counts as."""
    if path.endswith("/sparql"):
        return ["any", "sparql"]
    if path == "/api/search" or path.endswith("/queue/join"):
        return ["any", "search"]
    return ["any"]


def _ask(scope: Scope, headers: Headers) -> Response:
    """Return what leads a person to the sign-in page and tells a program to sign in."""
    pages = not scope["path"].startswith(("/api", "/sparql", "/gradio_api", "/en/gradio_api"))
    if scope["method"] == "GET" and pages and "text/html" in headers.get("accept", ""):
        query = scope["query_string"].decode("latin-1")
        return RedirectResponse(
            f"/signin?next={quote(scope['path'] + (f'?{query}' if query else ''), safe='/')}", 303
        )
    # A browser that is told of Basic opens a window of its own; a program needs to be told.
    browser = "sec-fetch-mode" in headers
    told = {} if browser else {"WWW-Authenticate": 'Basic realm="chidao", charset="UTF-8"'}
    return JSONResponse(
        {"error": "SignIn", "reason": "sign in at /signin, or send a name and a password."},
        401,
        told,
    )


def _forged(scope: Scope, headers: Headers) -> bool:
    """Tell whether a request that writes comes with a browser's cookie from elsewhere.

    ``ui.web.guard`` compares the Origin where there is one; a cookie without any word of where
    it was sent from is not trusted either.
    """
    if scope["method"] not in _WRITES or not _cookie(headers.get("cookie", "")):
        return False
    site = headers.get("sec-fetch-site")
    return site not in ("same-origin", "none") if site else headers.get("origin") is None


def _cookie(header: str) -> str | None:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel else None


def _basic(header: str) -> tuple[str, str] | None:
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if colon else None


def _host(headers: Headers) -> str | None:
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname
    except ValueError:
        return None
