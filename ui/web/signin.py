"""The sign-in page: a name and a password become a session cookie."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup

from ui.access.journal import Journal
from ui.access.limits import Limits, TooOften
from ui.access.sessions import COOKIE, LASTS, Sessions
from ui.access.users import Users
from ui.web.texts import Texts, language

_PAGE = Markup(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} · chidao</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="/chidao/docs.css"></head><body><main class="cd-signin">'
    "<h1>chidao</h1><p>{tagline}</p>{problem}"
    '<form method="post" action="/signin"><input type="hidden" name="next" value="{next}">'
    '<input type="hidden" name="lang" value="{lang}">'
    '<p><label>{name}<br><input name="name" autocomplete="username" autocapitalize="none" '
    'required autofocus maxlength="64" value="{typed}"></label></p>'
    '<p><label>{password}<br><input name="password" type="password" '
    'autocomplete="current-password" required maxlength="1000"></label></p>'
    '<p><button type="submit">{button}</button></p></form>'
    '<p><a href="/signin?lang={other}&amp;next={next}" lang="{other}">{other_name}</a></p>'
    "</main></body></html>"
)


def signin_router(users: Users, sessions: Sessions, limits: Limits, audit: Journal) -> APIRouter:
    """Return the routes that sign people in and out."""
    router = APIRouter(include_in_schema=False)

    @router.get("/signin", response_class=HTMLResponse)
    def form(next: str = "/", lang: str = "vi") -> Response:
        if not users:
            return RedirectResponse("/", 303)
        return HTMLResponse(page(Texts(language(lang)), next))

    @router.post("/signin")
    def signed_in(
        request: Request,
        name: Annotated[str, Form(max_length=64)],
        password: Annotated[str, Form(max_length=1_000)],
        next: Annotated[str, Form(max_length=2_000)] = "/",
        lang: Annotated[str, Form(max_length=8)] = "vi",
    ) -> Response:
        t = Texts(language(lang))
        host = request.client.host if request.client else ""
        try:
            limits.count("signin", f"name {name}")
            limits.count("signin", f"host {host}")
        except TooOften:
            audit.write(user=name, action="sign in", what=[host], result="too often")
            return HTMLResponse(page(t, next, name, t("signin_often")), 429)
        user = users.signed_in(name, password)
        audit.write(user=name, action="sign in", what=[host], result="done" if user else "refused")
        if user is None:
            return HTMLResponse(page(t, next, name, t("signin_wrong")), 401)
        return with_session(RedirectResponse(within(next), 303), sessions, user.name, request)

    @router.post("/signout")
    def signed_out() -> Response:
        response = RedirectResponse("/signin", 303)
        response.delete_cookie(COOKIE, path="/")
        return response

    return router


def with_session(response: Response, sessions: Sessions, name: str, request: Request) -> Response:
    """Give a response the cookie of a user's session; over TLS it is sent back over TLS only."""
    response.set_cookie(
        COOKIE, sessions.cookie(name), max_age=LASTS, path="/", httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


def within(address: str) -> str:
    """Return an address of this page, the first page where another host's was given.

    >>> within("/en/?q=a"), within("//elsewhere.vn/"), within("https://elsewhere.vn/")
    ('/en/?q=a', '/', '/')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    plain = not parts.scheme and not parts.netloc and address.startswith("/")
    odd = address.startswith("//") or "\\" in address or any(ord(c) < 32 for c in address)
    return address if plain and not odd else "/"


def page(t: Texts, next: str, typed: str = "", problem: str = "") -> str:
    """Return the sign-in page as HTML.

    Args:
        t: the page's words.
        next: the address to go on to.
        typed: the name that was tried.
        problem: why it did not work.
    """
    other = "en" if t.lang == "vi" else "vi"
    return _PAGE.format(
        lang=t.lang,
        title=t("signin_title"),
        tagline=t("tagline"),
        problem=Markup('<p class="cd-problem" role="alert">{}</p>').format(problem)
        if problem
        else "",
        next=within(next),
        name=t("signin_name"),
        typed=typed,
        password=t("signin_password"),
        button=t("signin_button"),
        other=other,
        other_name=t("other_language"),
    )
