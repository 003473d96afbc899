"""The web application: the page in two languages, ``/sparql`` and ``/api``."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from kg.errors import ChidaoError, Locked, QueryError, ReadError, UnknownName, WorkspaceError
from ui.access.desk import Forbidden
from ui.access.limits import TooOften
from ui.access.served import Access
from ui.web.api import api_router
from ui.web.api_changes import changes_router
from ui.web.api_walks import walks_router
from ui.web.docs import api_page
from ui.web.guard import Guard
from ui.web.identity import Identity
from ui.web.languages import PATHS, Languages
from ui.web.printed import print_router
from ui.web.signin import signin_router
from ui.web.sparql import sparql_router
from ui.web.suggest import suggest_router
from ui.web.takeaway import takeaway_router
from ui.web.texts import Lang, Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

STATIC = Path(__file__).parent / "static"
_LARGEST_UPLOAD = "60mb"
"""What the browser may send; what is read as a notice is bounded by the reader itself."""
_STATUS: tuple[tuple[type[ChidaoError], int], ...] = (
    (Forbidden, 403),
    (TooOften, 429),
    (UnknownName, 404),
    (QueryError, 400),
    (ReadError, 422),
    (Locked, 409),
    (WorkspaceError, 503),
)


def create_app(workspace: "Workspace", access: Access | None = None) -> FastAPI:
    """Return the application that serves a workspace.

    Args:
        workspace: what is served.
        access: who may do what; None for the workspace's own users.

    Nothing it sends makes a browser ask another host. Files that Gradio keeps for a moment go to
    a folder of their own, removed when the application ends; none of them is ever served.
    """
    folder = tempfile.TemporaryDirectory(prefix="chidao-page-", ignore_cleanup_errors=True)
    cache = Path(folder.name)
    _quiet_gradio(cache)
    app = FastAPI(
        title="chidao",
        description="A knowledge graph and a semantic search over government directives.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.folder = folder  # removed with the application
    access = access or Access.to(workspace)
    app.include_router(signin_router(access.users, access.sessions, access.limits, access.audit))
    app.include_router(sparql_router(workspace))
    app.include_router(api_router(workspace))
    app.include_router(walks_router(workspace))
    app.include_router(changes_router(workspace, access))
    app.include_router(print_router(workspace))
    app.include_router(suggest_router(workspace))
    app.include_router(takeaway_router(workspace))
    app.add_exception_handler(ChidaoError, _explain)
    app.mount("/chidao", StaticFiles(directory=STATIC), name="chidao")
    _add_docs(app)
    for lang in PATHS:
        app = _mount_page(app, workspace, access, lang, cache)
    app.add_middleware(Languages)
    app.add_middleware(
        Identity,
        users=access.users,
        sessions=access.sessions,
        limits=access.limits,
        journal=access.requests,
    )
    app.add_middleware(Guard)
    return app


def _quiet_gradio(cache: Path) -> None:
    """Set what Gradio reads from the environment before it is imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_TEMP_DIR"] = str(cache)


def _mount_page(
    app: FastAPI, workspace: "Workspace", access: Access, lang: Lang, cache: Path
) -> FastAPI:
    import gradio as gr

    from ui.web.page import build_page
    from ui.web.theme import head, theme

    t = Texts(lang)
    return gr.mount_gradio_app(  # type: ignore[no-any-return]
        app,
        build_page(workspace, access, t),
        path=PATHS[lang].rstrip("/") or "/",
        auth_dependency=_name,
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        blocked_paths=[str(workspace.folder.resolve()), str(Path.cwd()), str(cache)],
        show_error=False,
        max_file_size=_LARGEST_UPLOAD,
        ssr_mode=False,
        mcp_server=False,
        theme=theme(),
        css_paths=[STATIC / "style.css", STATIC / "add.css"],
        head=head(t),
    )


def _name(request: Request) -> str | None:
    """Return the name that Gradio hands on to what a person sets off in the page."""
    user = request.state.user
    return user.name if user else None


def _add_docs(app: FastAPI) -> None:
    @app.get("/api", include_in_schema=False, response_class=HTMLResponse)
    def docs() -> str:
        return str(api_page(app.openapi()))


def _explain(_: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    return JSONResponse({"error": type(error).__name__, "reason": str(error)}, status)
