"""The SPARQL 1.1 Protocol endpoint, read-only (https://www.w3.org/TR/sparql11-protocol/).

Without a query ``/sparql`` describes itself, and ``/.well-known/void`` describes the data.
"""

from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.dataset import Dataset
    from kg.query import Format, QueryResult

_LARGEST = 1_000_000
"""Bytes of a request that are read: no query written or generated comes near."""

_ROWS: "dict[str, Format]" = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_BOOLEAN: "dict[str, Format]" = {
    media: name for media, name in _ROWS.items() if name in ("json", "xml")
}
_TRIPLES: "dict[str, Format]" = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "text/plain": "ntriples",
}
_TURTLE = "text/turtle"
_OFFERED = {"select": _ROWS, "ask": _BOOLEAN, "construct": _TRIPLES}
_SUFFIX: "dict[Format, str]" = {"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld"}


class Asked(Protocol):
    """What the endpoint needs of a workspace."""

    def reload_if_changed(self) -> bool: ...

    def sparql(self, query: str, *, dataset: "Dataset | None" = None) -> "QueryResult": ...

    def service_description(self, endpoint: str) -> str: ...

    def void(self, *, endpoint: str, dump: str) -> str: ...


class Refused(Exception):
    """The request cannot be answered; carries the HTTP status and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def sparql_router(workspace: Asked) -> APIRouter:
    """Return the routes of ``/sparql`` over a workspace."""
    router = APIRouter()

    @router.get(
        "/sparql",
        tags=["sparql"],
        summary="SPARQL 1.1 Protocol, read-only; POST takes the query too",
        response_class=Response,
        openapi_extra={
            "parameters": [
                _parameter("query", "Without one, the service describes itself in Turtle."),
                _parameter("default-graph-uri", "A graph to ask; may be repeated."),
                _parameter("named-graph-uri", "A graph that GRAPH may pick; may be repeated."),
                _parameter("format", "json, xml, csv, tsv, turtle, ntriples or jsonld."),
            ]
        },
    )
    @router.post("/sparql", include_in_schema=False, response_class=Response)
    async def sparql(request: Request) -> Response:
        try:
            return await _respond(workspace, request)
        except QueryError as error:
            return Response(f"{error}\n", 400, media_type="text/plain")
        except Refused as refused:
            return Response(f"{refused.reason}\n", refused.status, media_type="text/plain")

    @router.get(
        "/.well-known/void", tags=["sparql"], summary="What the data hold, in Turtle (VoID)"
    )
    def void(request: Request) -> Response:
        workspace.reload_if_changed()
        home = str(request.base_url)
        text = workspace.void(endpoint=f"{home}sparql", dump=f"{home}api/export?format=nq")
        return Response(text, media_type=_TURTLE)

    return router


def _parameter(name: str, says: str) -> dict[str, object]:
    return {"name": name, "in": "query", "schema": {"type": "string"}, "description": says}


async def _respond(workspace: Asked, request: Request) -> Response:
    fields = await _fields(request)
    await run_in_threadpool(workspace.reload_if_changed)
    if request.method == "GET" and not fields:
        endpoint = str(request.url.replace(query=""))
        text = await run_in_threadpool(workspace.service_description, endpoint)
        return Response(text, media_type=_TURTLE)
    query, dataset = _query(fields), _dataset(fields)
    result = await run_in_threadpool(workspace.sparql, query, dataset=dataset)
    return _answer(result, request.headers, dict(fields))


async def _fields(request: Request) -> list[tuple[str, str]]:
    """Return the protocol's parameters, from the address or the body."""
    fields = list(request.query_params.multi_items())
    if request.method == "GET":
        return fields
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    text = await _body(request)
    if kind == "application/sparql-query":
        return [*fields, ("query", text)]
    if kind == "application/x-www-form-urlencoded":
        return [*fields, *parse_qsl(text, keep_blank_values=True)]
    if kind == "application/sparql-update":
        raise Refused(403, "This endpoint is read-only: updates are refused.")
    raise Refused(
        415,
        "POST a query as application/sparql-query or application/x-www-form-urlencoded, "
        f"not as {kind or 'nothing named'}.",
    )


async def _body(request: Request) -> str:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _LARGEST:
            raise Refused(413, f"The request is larger than {_LARGEST:,} bytes.")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refused(400, f"The request is not UTF-8: {error}.") from None


def _query(fields: list[tuple[str, str]]) -> str:
    names = [name for name, _ in fields]
    if "update" in names:
        raise Refused(403, "This endpoint is read-only: updates are refused.")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1 or not queries[0].strip():
        raise Refused(400, "Give exactly one query, as the parameter query or as the body.")
    return queries[0]


def _dataset(fields: list[tuple[str, str]]) -> "Dataset | None":
    """Return the graphs that the request names; they go before what the query says."""
    from kg.dataset import Dataset

    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    return Dataset(default, named) if default or named else None


def _answer(result: "QueryResult", headers: Headers, fields: dict[str, str]) -> Response:
    offered = _OFFERED[result.kind]
    wanted = fields.get("format")
    if wanted:
        media = next((m for m, name in offered.items() if wanted in (name, m)), None)
    else:
        media = accepted(headers.get("accept", "*/*"), tuple(offered))
    if media is None:
        asked = f"format={wanted}" if wanted else headers.get("accept", "")
        raise Refused(
            406,
            f"A {result.kind} query is answered as {', '.join(offered)}; {asked} was asked for.",
        )
    name = offered[media]
    response = Response(result.to(name), media_type=media, headers={"Vary": "Accept"})
    if fields.get("download"):
        file = f"chidao.{_SUFFIX.get(name, name)}"
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def accepted(accept: str, offered: tuple[str, ...]) -> str | None:
    """Return the media type of ``offered`` that an Accept header likes best, None for none.

    The most specific range that covers a type gives its weight (RFC 9110, 12.5.1); of equal
    weights the type offered first wins.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]

    def weight(media: str) -> float:
        covers = (media, media.partition("/")[0] + "/*", "*/*")
        for cover in covers:
            found = [q for name, q in ranges if name == cover]
            if found:
                return max(found)
        return 0.0

    best = max(offered, key=weight)
    return best if weight(best) > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *options = (piece.strip().lower() for piece in part.split(";"))
    for option in options:
        key, _, value = option.partition("=")
        if key.strip() == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 0.0
    return name, 1.0
