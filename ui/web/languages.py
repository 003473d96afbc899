"""Where each language's page is, and how ``?lang=en`` leads there."""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.texts import Lang, language

PATHS: dict[Lang, str] = {"en": "/en/", "vi": "/"}
"""The page at the root is mounted last, as it takes whatever path is left."""


class Languages:
    """ASGI middleware: leads to the page of the language asked for, whatever else is asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect where the address names another page than its path."""
        target = redirection(scope) if scope["type"] == "http" else None
        await (RedirectResponse(target) if target else self.app)(scope, receive, send)


def redirection(scope: Scope) -> str | None:
    """Return the address of the page asked for, None where it is this one."""
    path = scope["path"]
    if scope["method"] != "GET" or path not in ("/en", *PATHS.values()):
        return None
    params = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    asked = dict(params).get("lang")
    if asked is None and path != "/en":
        return None
    target = PATHS[language(asked)] if asked is not None else PATHS["en"]
    rest = urlencode([(key, value) for key, value in params if key != "lang"])
    return target + (f"?{rest}" if rest else "")
