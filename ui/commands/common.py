"""What the commands share: the workspace option, days, output for people and for programs."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.records import EVERY_UNIT

if TYPE_CHECKING:
    from ui.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_DATA = "chidao-data"


def _keep(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    """Remember the workspace folder; named after the command, it wins over before."""
    if value is not None:
        context.find_root().meta["data"] = value


def data_option(command: F) -> F:
    """Give a command the option ``--data``, so that it may stand before or after its name."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        metavar="DIR",
        callback=_keep,
        expose_value=False,
        help=f"Workspace folder [default: $CHIDAO_DATA, else ./{DEFAULT_DATA}].",
    )(command)


def json_option(command: F) -> F:
    """Give a command the option ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def jobs_option(command: F) -> F:
    """Give a command the option ``--jobs``."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read in N processes [default: one for each processor, for more than a few files].",
    )(command)


def parse_day(text: str) -> date:
    """Turn the words of the command line into a day.

    >>> parse_day("30/6/2021")
    datetime.date(2021, 6, 30)
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    raise click.BadParameter(f"{text!r} is no day; expected 2021-06-30 or 30/6/2021.")


def folder() -> Path:
    """Return the workspace folder that the command line or the environment names."""
    named = click.get_current_context().find_root().meta.get("data")
    return Path(named or os.environ.get("CHIDAO_DATA") or DEFAULT_DATA)


def workspace() -> "Workspace":
    """Open the workspace for this command."""
    from ui.workspace import Workspace

    return Workspace.open(folder(), encoder=click.get_current_context().find_root().obj)


def out(text: str) -> None:
    """Print text for a person or a program: UTF-8, whatever the terminal is set to."""
    click.echo(text.encode("utf-8", "replace"))


def out_json(value: object, *, indent: int | None = 2) -> None:
    """Print a record of ``ui.answers``, or plain values, as JSON."""
    from ui.answers import to_json

    out(json.dumps(to_json(value), ensure_ascii=False, indent=indent))


def complain(text: str) -> None:
    """Print one line on standard error."""
    click.echo(" ".join(text.split()).encode("utf-8", "replace"), err=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, wide: str = "") -> None:
    """Print rows: as a table on a terminal, else one line a row, parted by tabs.

    Args:
        columns: their names.
        rows: their cells; None is shown as nothing.
        wide: the column that takes what width there is.
    """
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in cells:
            out("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(show_edge=False, pad_edge=False, header_style="bold", show_lines=False)
    for column in columns:
        shown.add_column(column, ratio=1 if column == wide else None, overflow="fold")
    for row in cells:
        shown.add_row(*(Text(cell) for cell in row))
    Console().print(shown)


def day(value: date | None) -> str:
    """Return a day as offices write it."""
    return value.strftime("%d/%m/%Y") if value else ""


def units(names: Iterable[str]) -> str:
    """Return the names of the units that have a task, as one cell."""
    return "; ".join("mọi đơn vị" if name == EVERY_UNIT else name for name in names)  # every unit
