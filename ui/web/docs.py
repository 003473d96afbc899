"""The REST API described on one page, made from its OpenAPI description; nothing is fetched."""

from typing import Any

from markupsafe import Markup

from ui.web.parts import joined

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>chidao: REST API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/chidao/docs.css"></head><body><main>
<p><a href="/">chidao</a></p><h1>REST API</h1>
<p>Described for programs at <a href="/api/openapi.json">/api/openapi.json</a>. The SPARQL 1.1
Protocol is answered at <code>/sparql</code>. Days are written 2021-06-25. An error is JSON with
<code>error</code> and <code>reason</code>.</p>{}</main></body></html>"""


def api_page(description: dict[str, Any]) -> Markup:
    """Return the page that lists every operation with its parameters.

    Args:
        description: the OpenAPI document.
    """
    operations = [
        (method, path, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    return Markup(_PAGE).format(joined(_operation(*one) for one in operations))


def _operation(method: str, path: str, operation: dict[str, Any]) -> Markup:
    about = operation.get("description") or operation.get("summary", "")
    rows = joined(_parameter(parameter) for parameter in operation.get("parameters", ()))
    table = Markup("<table><tbody>{}</tbody></table>").format(rows) if rows else ""
    return Markup("<section><h2><b>{}</b> <code>{}</code></h2><p>{}</p>{}</section>").format(
        method.upper(), path, about, table
    )


def _parameter(parameter: dict[str, Any]) -> Markup:
    schema = parameter.get("schema", {})
    kinds = [schema, *schema.get("anyOf", ())]
    values = next((kind["enum"] for kind in kinds if "enum" in kind), None)
    kind = " | ".join(map(str, values)) if values else _kind(kinds)
    default = schema.get("default")
    more = f"default {default}" if default is not None else ""
    need = "required" if parameter.get("required") else more
    return Markup("<tr><th><code>{}</code></th><td>{}</td><td>{}</td></tr>").format(
        parameter["name"], kind, need
    )


def _kind(kinds: list[dict[str, Any]]) -> str:
    named = (kind.get("format") or kind.get("type") for kind in kinds)
    return next((name for name in named if name and name != "null"), "")
