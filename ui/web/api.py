"""The REST API: every answer of the workspace as JSON, described at ``/api/openapi.json``."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Body, Query, Response
from fastapi.responses import JSONResponse

from kg.wire import notice_to_json
from ui import answers
from ui.answers import Filters, to_json
from ui.web.sheets import hits_csv, hits_xlsx
from ui.web.texts import Lang, Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_LARGEST_QUERY = 10_000
"""Characters of a search; the longest task of a real notice has 1,500."""
_MOST_HITS = 10_000
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXPORTS = {
    "nq": "application/n-quads",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "csv": "text/csv",
    "xlsx": _EXCEL,
    "ics": "text/calendar",
}


def api_router(workspace: "Workspace") -> APIRouter:
    """Return the routes of ``/api`` over a workspace."""
    router = APIRouter(prefix="/api")
    _add_search(router, workspace)
    _add_lists(router, workspace)
    _add_one(router, workspace)
    _add_bulk(router, workspace)
    return router


def _add_search(router: APIRouter, workspace: "Workspace") -> None:
    @router.get("/search", response_model=answers.SearchAnswer, tags=["search"])
    def search(
        q: Annotated[str, Query(min_length=1, max_length=_LARGEST_QUERY)],
        unit: str | None = None,
        from_: Annotated[date | None, Query(alias="from")] = None,
        to: date | None = None,
        document: str | None = None,
        project: str | None = None,
        due_before: date | None = None,
        every: Annotated[bool, Query(alias="all")] = False,
        limit: Annotated[int, Query(ge=1, le=_MOST_HITS)] = 10,
        format: Literal["json", "csv", "xlsx"] = "json",
        lang: Lang = "vi",
    ) -> Response:
        """Find tasks by meaning and words; `all` gives every relevant one and none else."""
        filters = Filters(unit, from_, to, document, project, due_before)
        answer = workspace.search(q, filters, limit=limit, everything=every)
        if format == "csv":
            return _file(hits_csv(answer.hits, Texts(lang)), "text/csv", "csv")
        if format == "xlsx":
            return _file(hits_xlsx(answer.hits, Texts(lang)), _EXCEL, "xlsx")
        return JSONResponse(to_json(answer))

    @router.get("/find", tags=["search"])
    def find(
        text: Annotated[str, Query(min_length=1, max_length=500)],
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
    ) -> Response:
        """Find documents, units, projects, people and places by name or number."""
        nodes = workspace.find(text, limit=limit)
        return JSONResponse([{"iri": n.iri, "kind": n.kind, "label": n.label} for n in nodes])


def _add_lists(router: APIRouter, workspace: "Workspace") -> None:
    @router.get("/notices", response_model=list[answers.NoticeAnswer], tags=["notices"])
    def notices() -> Response:
        """List the notices, the newest meeting first."""
        return JSONResponse(to_json(workspace.notices()))

    @router.get("/threads", response_model=list[answers.ThreadAnswer], tags=["work"])
    def threads() -> Response:
        """List the works followed across meetings, the longest first."""
        return JSONResponse(to_json(workspace.threads()))

    @router.get("/due", response_model=list[answers.DueAnswer], tags=["work"])
    def due(as_of: date | None = None, unit: str | None = None) -> Response:
        """Tell how every work stands on a day (today when none is given)."""
        return JSONResponse(to_json(workspace.due(as_of or date.today(), unit)))

    @router.get("/choices", response_model=answers.Choices, tags=["search"])
    def choices() -> Response:
        """List the units, documents, projects and notices there are to filter by."""
        return JSONResponse(to_json(workspace.choices()))

    @router.get("/queries", tags=["sparql"])
    def queries() -> Response:
        """List the named SPARQL queries."""
        from kg.query import named_queries

        return JSONResponse(
            [
                {"name": q.name, "vi": q.title_vi, "en": q.title_en, "sparql": q.sparql}
                for q in named_queries()
            ]
        )


def _add_one(router: APIRouter, workspace: "Workspace") -> None:
    @router.get("/tasks", response_model=answers.TaskAnswer, tags=["notices"])
    def task(iri: str) -> Response:
        """Return one task."""
        return JSONResponse(to_json(workspace.task(iri)))

    @router.get("/notice", tags=["notices"])
    def notice(iri: str) -> Response:
        """Return one notice in full, as `chidao extract` writes it."""
        return JSONResponse(notice_to_json(workspace.notice(iri)))

    @router.get("/refs", response_model=answers.RefsAnswer, tags=["work"])
    def refs(what: str) -> Response:
        """Return the tasks that a document, project or unit touches, by thread and meeting."""
        return JSONResponse(to_json(workspace.refs(what)))

    @router.post("/preview", tags=["notices"])
    def preview(name: str, data: Annotated[bytes, Body(media_type="text/plain")]) -> Response:
        """Read a notice sent as the body, without keeping it."""
        return JSONResponse(notice_to_json(workspace.preview(data, name)))


def _add_bulk(router: APIRouter, workspace: "Workspace") -> None:
    @router.get("/sparql", tags=["sparql"])
    def sparql(query: Annotated[str, Query(min_length=1)]) -> dict[str, Any]:
        """Answer a read-only SPARQL query as plain rows; `/sparql` is the standard endpoint."""
        result = workspace.sparql(query)
        if result.kind == "ask":
            return {"kind": "ask", "boolean": result.boolean}
        if result.kind == "construct":
            return {"kind": "construct", "turtle": result.to("turtle")}
        rows = [[term.value if term else None for term in row] for row in result.rows]
        return {"kind": "select", "variables": list(result.variables), "rows": rows}

    @router.get("/export", tags=["notices"], response_class=Response)
    def export(format: Literal["nq", "ttl", "jsonld", "csv", "xlsx", "ics"]) -> Response:
        """Return the whole workspace in one file."""
        return _file(workspace.export(format), _EXPORTS[format], format)


def _file(data: bytes, media: str, suffix: str) -> Response:
    disposition = f'attachment; filename="chidao.{suffix}"'
    return Response(data, media_type=media, headers={"Content-Disposition": disposition})
