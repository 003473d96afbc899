"""The part of the REST API that walks the graph: ways, surroundings, what is central, originals."""

from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from ui.answers import to_json

if TYPE_CHECKING:
    from ui.workspace import Workspace


def walks_router(workspace: "Workspace") -> APIRouter:
    """Return the routes of ``/api`` that walk the graph of a workspace."""
    router = APIRouter(prefix="/api")

    @router.get("/way", tags=["graph"])
    def way(
        start: Annotated[str, Query(alias="from", min_length=1)],
        end: Annotated[str, Query(alias="to", min_length=1)],
    ) -> Response:
        """Return the shortest way between two things, each step with its sentence."""
        return JSONResponse(to_json(workspace.way(start, end)))

    @router.get("/neighbourhood", tags=["graph"])
    def neighbourhood(
        iri: str,
        depth: Annotated[int, Query(ge=1, le=3)] = 1,
        limit: Annotated[int, Query(ge=2, le=500)] = 60,
    ) -> dict[str, Any]:
        """Return what surrounds a node, as nodes and edges."""
        graph = workspace.neighbourhood(iri, depth=depth, limit=limit)
        return {
            "nodes": [{"iri": node, **values} for node, values in graph.nodes(data=True)],
            "edges": [
                {"from": start, "to": end, **values}
                for start, end, values in graph.edges(data=True)
            ],
        }

    @router.get("/central", tags=["graph"])
    def central(
        kind: Literal["document", "unit", "project"] = "document",
        limit: Annotated[int, Query(ge=1, le=200)] = 20,
    ) -> Response:
        """List the documents, units or projects that join most others."""
        return JSONResponse(to_json(workspace.central(kind, limit=limit)))

    @router.get("/communities", tags=["graph"])
    def communities() -> Response:
        """List groups of tasks that share documents, projects, places and threads."""
        return JSONResponse(to_json(workspace.communities()))

    @router.get("/original", tags=["notices"], response_class=Response)
    def original(iri: str) -> Response:
        """Return the file that a notice was read from, as it was handed in."""
        name, data = workspace.original(iri)
        # Always a download: an original is nobody's page, whatever markup it holds.
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(
            data,
            media_type="application/octet-stream",
            headers={"Content-Disposition": disposition},
        )

    return router
