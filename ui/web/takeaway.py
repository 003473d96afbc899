"""What a search shows, taken away: Excel, Word, CSV or a calendar of exactly the same tasks."""

from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter, Request, Response

from ui.web.asked import TOP, Asked
from ui.web.paper import hits_docx
from ui.web.sheets import hits_csv, hits_ics, hits_xlsx
from ui.web.texts import Lang, Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MEDIA = {
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


def takeaway_router(workspace: "Workspace") -> APIRouter:
    """Return the route of ``/export``: the parameters of a search, and a format."""
    router = APIRouter()

    @router.get("/export", include_in_schema=False, response_class=Response)
    def export(
        request: Request,
        format: Literal["xlsx", "docx", "csv", "ics"] = "xlsx",
        lang: Lang = "vi",
    ) -> Response:
        asked, t = Asked.from_params(request.query_params.multi_items()), Texts(lang)
        workspace.reload_if_changed()
        hits = workspace.search(
            asked.query, asked.filters, limit=TOP, everything=asked.everything,
            without=asked.without, expand=asked.expand,
        ).hits  # fmt: skip
        if format == "docx":
            data = hits_docx(hits, asked.query, t)
        elif format == "ics":
            data = hits_ics(hits)
        else:
            data = (hits_xlsx if format == "xlsx" else hits_csv)(hits, t)
        name = f'attachment; filename="chidao.{format}"'
        return Response(data, media_type=_MEDIA[format], headers={"Content-Disposition": name})

    return router
