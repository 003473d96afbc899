"""The REST API's other half: what changes the workspace, each by the role it needs."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Body, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from kg.decisions import to_json as plain
from ui import answers
from ui.access.desk import check
from ui.access.served import Access
from ui.access.users import Role, User
from ui.answers import to_json

if TYPE_CHECKING:
    from ui.workspace import Workspace

_LONGEST = 2_000
"""Characters of a name or a remark; an IRI has some 200."""


class Wish(BaseModel):
    """A decision that somebody wants to be kept."""

    verdict: Literal["confirm", "reject", "merge", "split", "rename"]
    what: list[Annotated[str, Field(min_length=1, max_length=_LONGEST)]] = Field(
        min_length=1, max_length=100, description="Tasks, threads or things, by IRI or name."
    )
    text: str | None = Field(
        None, max_length=_LONGEST, description="The new name of a rename, else a remark."
    )


def changes_router(workspace: "Workspace", access: Access) -> APIRouter:
    """Return the routes of ``/api`` that change a workspace, and those that tell of changes."""
    router = APIRouter(prefix="/api")
    _add_notices(router, access)
    _add_decisions(router, workspace, access)
    _add_keeping(router, workspace, access)
    return router


def _add_notices(router: APIRouter, access: Access) -> None:
    @router.post("/notices", response_model=answers.IngestReport, tags=["notices"])
    def add(
        request: Request,
        name: Annotated[str, Query(min_length=1, max_length=255, description="Its file name.")],
        data: Annotated[bytes, Body(media_type="application/octet-stream")],
    ) -> Response:
        """Add the notice, or the archive of notices, sent as the body; needs an editor."""
        report = access.desk.add(_user(request), data, name)
        return JSONResponse(to_json(report), 422 if report.failed and not report.read else 200)

    @router.delete("/notices", response_model=answers.NoticeAnswer, tags=["notices"])
    def remove(request: Request, what: str) -> Response:
        """Take a notice out, named by IRI, number or file; needs an editor."""
        return JSONResponse(to_json(access.desk.remove(_user(request), what)))


def _add_decisions(router: APIRouter, workspace: "Workspace", access: Access) -> None:
    @router.get("/decisions", tags=["decisions"])
    def decisions() -> list[dict[str, Any]]:
        """List what people decided, the oldest first."""
        return [plain(decision) for decision in workspace.decisions()]

    @router.get("/questions", tags=["decisions"])
    def questions() -> Response:
        """List the names that may mean several things."""
        return JSONResponse(to_json(workspace.questions()))

    @router.post("/decisions", tags=["decisions"])
    def decide(request: Request, wish: Wish) -> dict[str, Any]:
        """Keep a decision under the user's name; needs an editor."""
        decided = access.desk.decide(_user(request), wish.verdict, wish.what, wish.text)
        return plain(decided)

    @router.delete("/decisions", tags=["decisions"])
    def undo(request: Request, decision: Annotated[str, Query(min_length=1)]) -> dict[str, Any]:
        """Make a decision, named by its IRI, hold no more; needs an editor."""
        return plain(access.desk.undo(_user(request), decision))


def _add_keeping(router: APIRouter, workspace: "Workspace", access: Access) -> None:
    @router.get("/me", tags=["keeping"])
    def me(request: Request) -> dict[str, str]:
        """Tell who is signed in, in which role."""
        user = _user(request)
        return {"name": user.name, "role": user.role.name.lower()}

    @router.get("/doctor", response_model=answers.DoctorReport, tags=["keeping"])
    def doctor() -> Response:
        """Tell whether originals, notices, graph and index agree."""
        return JSONResponse(to_json(workspace.doctor()))

    @router.post("/doctor", response_model=answers.DoctorReport, tags=["keeping"])
    def repair(request: Request) -> Response:
        """Rebuild from the originals what disagrees; needs an admin."""
        return JSONResponse(to_json(access.desk.repair(_user(request))))

    @router.get("/audit", tags=["keeping"], response_class=Response)
    def audit(request: Request) -> Response:
        """Return the journal of changes, a JSON object a line; needs an admin."""
        check(_user(request), Role.ADMIN)
        data = access.audit.path.read_bytes() if access.audit.path.exists() else b""
        return Response(data, media_type="application/jsonl")


def _user(request: Request) -> User:
    user: User = request.state.user
    return user
