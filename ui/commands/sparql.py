"""The command that answers SPARQL: a query written, read from a file, or one that ships with us."""

from typing import IO, TYPE_CHECKING

import click

from ui.commands.common import data_option, out, table, workspace

if TYPE_CHECKING:
    from kg.query import Format

_FORMATS = ("json", "csv", "table", "turtle", "tsv", "xml", "ntriples", "jsonld")


def _pair(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{value!r}: expected NAME=VALUE, such as day=2025-06-30.")
        pairs[name] = text
    return pairs


@click.command()
@click.argument("query", required=False)
@click.option(
    "-f",
    "--file",
    type=click.File(encoding="utf-8-sig"),
    metavar="FILE",
    help="Read the query from FILE (- for standard input).",
)
@click.option("--named", metavar="NAME", help="Answer the query of that name; see --list.")
@click.option(
    "--param",
    "values",
    multiple=True,
    callback=_pair,
    metavar="NAME=VALUE",
    help="A value for a parameter of the named query; may be repeated.",
)
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option(
    "--format",
    type=click.Choice(_FORMATS),
    help="[default: table; turtle for CONSTRUCT and DESCRIBE]",
)
@data_option
def sparql(
    query: str | None,
    file: IO[str] | None,
    named: str | None,
    values: dict[str, str],
    listing: bool,
    format: "Format | None",
) -> None:
    """Answer a read-only SPARQL QUERY.

    Besides the standard's functions there are cd:fold(?text), cd:status(?task, ?day) and
    cd:relevance(?task, "words").
    """
    if sum(way is not None for way in (query, file, named)) + listing != 1:
        raise click.UsageError("Give one of a QUERY, -f FILE, --named NAME and --list.")
    if values and named is None:
        raise click.UsageError("--param gives values to a --named query.")
    if listing:
        _list()
        return
    result = workspace().sparql(query or _text(file, named, values))
    chosen: Format = format or ("turtle" if result.kind == "construct" else "table")
    out(result.to(chosen).rstrip("\n"))


def _text(file: IO[str] | None, named: str | None, values: dict[str, str]) -> str:
    if named is not None:
        from kg.named import named_query

        return named_query(named).filled(values)
    if file is None:
        return ""
    try:
        return file.read()
    except UnicodeDecodeError:
        raise click.UsageError(f"{file.name} is no UTF-8 text.") from None


def _list() -> None:
    from kg.named import named_queries

    table(
        ("name", "what", "in English", "parameters"),
        [
            (
                query.name,
                query.title_vi,
                query.title_en,
                " ".join(f"{p.name}={p.default}" for p in query.parameters),
            )
            for query in named_queries()
        ],
        wide="what",
    )
