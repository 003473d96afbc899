"""Commands for searches that are kept: what is new in them since somebody looked."""

import sys

import click

from ui.commands.common import data_option, json_option, out, out_json, table, workspace


@click.group()
@data_option
def saved() -> None:
    """Keep searches, and see what is new in them."""


@saved.command()
@click.argument("name")
@click.argument("query")
@data_option
def add(name: str, query: str) -> None:
    """Keep QUERY as NAME; what it finds now counts as seen."""
    found = workspace().save_search(name, query)
    if sys.stdout.isatty():
        out(f"{found.name}: {found.total} tasks")


@saved.command(name="list")
@click.option("--seen", is_flag=True, help="Count what is new as seen from now on.")
@json_option
@data_option
def list_(seen: bool, as_json: bool) -> None:
    """Show every kept search and the tasks that are new in it."""
    opened = workspace()
    found = opened.saved_searches()
    if as_json:
        out_json(found)
    else:
        table(
            ("name", "query", "tasks", "new", "new task"),
            [
                (one.name, one.query, one.total, len(one.new), hit.text if hit else "")
                for one in found
                for hit in (one.new or (None,))
            ],
            wide="new task",
        )
    if seen:
        for one in found:
            opened.save_search(one.name, one.query)


@saved.command()
@click.argument("name")
@data_option
def remove(name: str) -> None:
    """Keep the search NAME no longer."""
    workspace().forget_search(name)
