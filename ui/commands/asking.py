"""Commands that ask the workspace: search, references, threads, what is due, export."""

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from ui.commands.common import (
    data_option,
    day,
    json_option,
    out,
    out_json,
    parse_day,
    table,
    units,
    workspace,
)

if TYPE_CHECKING:
    from ui.answers import SearchAnswer, Sort

_WORTH_SAYING = 0.5
"""Tasks expected to be left out from which it is said: less than one in two answers."""


@click.command()
@click.argument("query", required=False)
@click.option("--all", "everything", is_flag=True, help="Every relevant task, and no other.")
@click.option("--limit", type=click.IntRange(min=1), help="The most tasks to show [default: 10].")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8-sig"),
    metavar="FILE",
    help="Read queries from FILE, one a line (- for standard input); print JSON lines.",
)
@click.option("--unit", metavar="UNIT", help="Tasks of this unit.")
@click.option("--from", "from_", type=parse_day, metavar="DAY", help="Meetings since this day.")
@click.option("--to", type=parse_day, metavar="DAY", help="Meetings until this day.")
@click.option("--document", metavar="NUMBER", help="Tasks that cite this document.")
@click.option("--project", metavar="NAME", help="Tasks about this project.")
@click.option("--due-before", type=parse_day, metavar="DAY", help="Tasks due before this day.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "due", "meeting"]),
    default="relevance",
    show_default=True,
    help="Order of the tasks found.",
)
@click.option("--raw", is_flag=True, help="Read no names, days or operators out of the query.")
@click.option("--no-expand", is_flag=True, help="Search without what the glossary would add.")
@json_option
@data_option
def search(
    query: str | None,
    everything: bool,
    limit: int | None,
    batch: IO[str] | None,
    unit: str | None,
    from_: date | None,
    to: date | None,
    document: str | None,
    project: str | None,
    due_before: date | None,
    sort: "Sort",
    raw: bool,
    no_expand: bool,
    as_json: bool,
) -> None:
    """Find tasks by meaning, in Vietnamese or English."""
    if (query is None) == (batch is None):
        raise click.UsageError("Give either a QUERY or --batch FILE.")
    if everything and limit is not None:
        raise click.UsageError("--all gives every relevant task: leave out --limit.")
    from ui.answers import Filters

    filters = Filters(unit, from_, to, document, project, due_before)
    find = partial(
        workspace().search,
        filters=filters,
        limit=limit or 10,
        everything=everything,
        raw=raw,
        sort=sort,
        expand=not no_expand,
    )
    if batch is not None:
        try:
            queries = batch.read().splitlines()
        except UnicodeDecodeError:
            raise click.UsageError(f"{batch.name} is no UTF-8 text.") from None
        for line in queries:
            out_json(find(line), indent=None)
        return
    answer = find(query or "")
    if as_json:
        out_json(answer)
        return
    if sys.stdout.isatty():
        for line in _understood(answer):
            out(line)
    table(
        ("fit", "task", "units", "due", "meeting", "file"),
        [
            (
                f"{hit.relevance:.2f}",
                hit.text,
                units(hit.assignees),
                day(hit.due),
                day(hit.meeting_date),
                hit.source,
            )
            for hit in answer.hits
        ],
        wide="task",
    )
    if sys.stdout.isatty():
        out(f"{answer.total} tasks{_left_out(answer)}")


def _understood(answer: "SearchAnswer") -> Iterator[str]:
    """Yield what was read out of the query, and what was searched for."""
    for chip in answer.understood:
        none = " (no task cites it: searched for as words)" if not chip.tasks else ""
        yield f"{chip.kind}: {chip.label}{none if chip.kind == 'document' else ''}"
    if answer.understood and answer.words:
        yield f"words: {answer.words}"
    for term in answer.added:
        yield f"glossary: {term}"


def _left_out(answer: "SearchAnswer") -> str:
    if answer.missed is None or answer.missed < _WORTH_SAYING:
        return ""
    return f"; about {answer.missed:.1f} more may belong, {len(answer.perhaps)} likely enough"


@click.command()
@click.argument("what")
@click.option("--to", "end", metavar="OTHER", help="The shortest way from WHAT to OTHER instead.")
@json_option
@data_option
def refs(what: str, end: str | None, as_json: bool) -> None:
    """List the tasks of WHAT: a document, project, unit, person."""
    if end is not None:
        _way(what, end, as_json)
        return
    answer = workspace().refs(what)
    if as_json:
        out_json(answer)
        return
    if sys.stdout.isatty():
        out(f"{answer.label} ({answer.kind}): {answer.total} tasks\n")
    table(
        ("meeting", "task", "units", "due", "file"),
        [
            (day(t.meeting_date), t.text, units(t.assignees), day(t.due), t.source)
            for thread in answer.threads
            for t in thread.tasks
        ],
        wide="task",
    )


def _way(start: str, end: str, as_json: bool) -> None:
    steps = workspace().way(start, end)
    if as_json:
        out_json(steps)
        return
    table(
        ("from", "relation", "to", "sentence"),
        [
            (
                step.source_label,
                f"<- {step.relation}" if step.backwards else f"{step.relation} ->",
                step.target_label,
                step.sentence,
            )
            for step in steps
        ],
        wide="sentence",
    )


@click.command()
@click.option(
    "--kind",
    type=click.Choice(["document", "unit", "project", "person", "place", "thread"]),
    default="document",
    show_default=True,
    help="What to rank.",
)
@click.option("--groups", is_flag=True, help="Groups of tasks that belong together instead.")
@json_option
@data_option
def central(kind: str, groups: bool, as_json: bool) -> None:
    """Rank what joins most of the graph, or show groups of tasks."""
    opened = workspace()
    if groups:
        found = opened.communities()
        rows = [(len(g.tasks), "; ".join(g.about)) for g in found]
        if as_json:
            out_json(found)
        else:
            table(("tasks", "about"), rows, wide="about")
        return
    ranked = opened.central(kind)
    if as_json:
        out_json(ranked)
        return
    table(("share", kind), [(f"{one.share:.4f}", one.label) for one in ranked], wide=kind)


@click.command()
@json_option
@data_option
def threads(as_json: bool) -> None:
    """Follow works from meeting to meeting."""
    found = workspace().threads()
    if as_json:
        out_json(found)
        return
    table(
        ("thread", "meeting", "task", "units", "due"),
        [
            (number, day(t.meeting_date), t.text, units(t.assignees), day(t.due))
            for number, thread in enumerate(found, 1)
            for t in thread.tasks
        ],
        wide="task",
    )


@click.command()
@click.option("--as-of", type=parse_day, metavar="DAY", help="Day [default: today].")
@click.option("--unit", metavar="UNIT", help="Works of this unit.")
@json_option
@data_option
def due(as_of: date | None, unit: str | None, as_json: bool) -> None:
    """Tell what is open, overdue, slipped or dropped on a day."""
    found = workspace().due(as_of or date.today(), unit)
    if as_json:
        out_json(found)
        return
    table(
        ("status", "due", "slips", "last seen", "work", "units"),
        [
            (
                f"{status.status}, dropped" if status.dropped else status.status,
                day(status.due),
                status.slips or "",
                day(status.last_seen),
                status.title,
                units(status.tasks[-1].assignees) if status.tasks else "",
            )
            for status in found
        ],
        wide="work",
    )


@click.command()
@click.option(
    "--format",
    type=click.Choice(["nq", "ttl", "jsonld", "csv", "xlsx", "ics"]),
    required=True,
    help="Graph (nq, ttl, jsonld), tasks (csv, xlsx), deadlines (ics).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
@data_option
def export(format: str, output: Path | None) -> None:
    """Write the whole workspace in one file."""
    if output is None and format == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("a spreadsheet is no text for a terminal: name a file with -o.")
    data = workspace().export(format)
    if output is None:
        click.echo(data, nl=False)
        return
    aside = output.with_name(f".{output.name}.part")
    try:
        aside.write_bytes(data)
        aside.replace(output)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise click.ClickException(f"cannot write {output}: {error.strerror}.") from error
