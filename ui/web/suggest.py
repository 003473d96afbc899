"""What someone may be about to type: documents, units and projects there are, and concepts."""

from functools import cache
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from kg.fold import fold
from ui.web.following import kind_name
from ui.web.texts import Lang, Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_NAMES, _CONCEPTS = 6, 4
"""Suggestions of each sort: together what a list under the box shows without scrolling."""
_KINDS = ("document", "unit", "project", "place")
_SHORTEST = 2


def suggest_router(workspace: "Workspace") -> APIRouter:
    """Return the route of ``/suggest`` over a workspace."""
    router = APIRouter()

    @router.get("/suggest", include_in_schema=False)
    def suggest(
        text: Annotated[str, Query(max_length=200)] = "", lang: Lang = "vi"
    ) -> JSONResponse:
        t = Texts(lang)
        if len(text.strip()) < _SHORTEST or not workspace.notices():
            return JSONResponse([])
        nodes = [node for node in workspace.find(text, limit=30) if node.kind in _KINDS]
        found = [
            {"text": node.label, "kind": kind_name(node.kind, t), "css": node.kind}
            for node in nodes[:_NAMES]
        ]
        found += [
            {"text": concept, "kind": t("kind_concept"), "css": "concept"}
            for concept in concepts(text, lang)
        ]
        return JSONResponse(found)

    return router


def concepts(text: str, lang: Lang) -> list[str]:
    """Return the glossary's concepts that begin so in the language, or else hold the words."""
    wanted = fold(text).strip()
    begins = [name for plain, name in _concepts(lang) if plain.startswith(wanted)]
    holds = [name for plain, name in _concepts(lang) if f" {wanted}" in plain]
    return list(dict.fromkeys((*begins, *holds)))[:_CONCEPTS]


@cache
def _concepts(lang: Lang) -> tuple[tuple[str, str], ...]:
    from search.glossary import read_table

    entries = [entry for field in read_table() for entry in field.entries]
    names = [(e.vietnamese if lang == "vi" else e.english)[0] for e in entries]
    return tuple((fold(name), name) for name in sorted(names, key=len))
