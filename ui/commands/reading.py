"""Commands about notices: read them, list them, take them out."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.commands.common import (
    complain,
    data_option,
    day,
    jobs_option,
    json_option,
    out,
    out_json,
    table,
    workspace,
)

if TYPE_CHECKING:
    from kg.records import Notice
    from ui.answers import IngestReport, Progress
    from ui.reading import Source

_STEPS = {"read": "Reading", "graph": "Graph", "index": "Index", "save": "Saving"}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--samples", is_flag=True, help="Read the sample notices that come with chidao.")
@jobs_option
@json_option
@data_option
def ingest(paths: tuple[Path, ...], samples: bool, jobs: int | None, as_json: bool) -> None:
    """Read notices, files or folders, into the workspace.

    Reading the same file twice changes nothing. A file that cannot be read is reported and the
    rest goes on; the exit code is 1 then.
    """
    if not paths and not samples:
        raise click.UsageError("Name a file or folder to read, or give --samples.")
    wanted = list(paths)
    if samples:
        from ingest import samples_folder

        wanted.append(samples_folder())
    with _progress() as tell:
        report = workspace().ingest(wanted, progress=tell, jobs=jobs)
    if as_json:
        out_json(report)
    else:
        _summary(report)
    for failure in report.failed:
        complain(f"Error: {failure.reason}")
    if report.failed:
        sys.exit(1)


def _summary(report: "IngestReport") -> None:
    for word, outcomes in (("read", report.read), ("replaced", report.replaced)):
        for outcome in outcomes:
            why = f" ({outcome.reason})" if outcome.reason else ""
            out(f"{word} {outcome.source}: {outcome.tasks} tasks{why}")
    for outcome in report.broken:
        out(f"against the shapes, {outcome.source}: {outcome.reason}")
    counts = (
        ("read", report.read),
        ("replaced", report.replaced),
        ("unchanged", report.unchanged),
        ("failed", report.failed),
    )
    out(", ".join(f"{len(outcomes)} {word}" for word, outcomes in counts))


@contextmanager
def _progress() -> "Iterator[Callable[[Progress], None] | None]":
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description:<8}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[source]}", markup=False),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        rows: dict[str, object] = {}

        def tell(at: "Progress") -> None:
            if at.step not in rows:
                rows[at.step] = bars.add_task(_STEPS[at.step], total=at.total, source="")
            row = rows[at.step]
            bars.update(row, completed=at.done, total=at.total, source=at.source)  # type: ignore[arg-type]

        yield tell


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@jobs_option
@json_option
def extract(files: tuple[Path, ...], jobs: int | None, as_json: bool) -> None:
    """Show what is read from one FILE, without a workspace.

    With several files, a folder or an archive, --json prints one line for each notice; a file
    that cannot be read is reported and the rest goes on; the exit code is 1 then.
    """
    from ui.reading import Source, content_of, expanded, sources_in

    if len(files) == 1 and not files[0].is_dir():
        found = expanded(Source(files[0].name, path=files[0]))
        if len(found) == 1:
            _extract_one(content_of(found[0]).data, found[0].name, as_json)
            return
    _extract_many(sources_in(files), jobs, as_json)


def _extract_one(data: bytes, name: str, as_json: bool) -> None:
    from ingest import read_bytes

    notice = read_bytes(data, name)
    if as_json:
        from kg.wire import notice_to_json

        out_json(notice_to_json(notice))
    else:
        _show(notice)
    if not notice.tasks:
        complain(f"{name}: no task was found in it.")


def _extract_many(sources: "Sequence[Source]", jobs: int | None, as_json: bool) -> None:
    from ingest import read_bytes
    from kg.wire import notice_to_json
    from ui.parallel import read_all

    failed = False
    for reading in read_all(sources, jobs=jobs, read=read_bytes):
        if reading.notice is None:
            complain(f"Error: {reading.error}")
            failed = True
        elif as_json:
            out_json(notice_to_json(reading.notice), indent=None)
        else:
            out(f"\n{reading.notice.source}")
            _show(reading.notice)
    if failed:
        sys.exit(1)


def _show(notice: "Notice") -> None:
    from kg.wire import HEAD_FIELDS

    for name in HEAD_FIELDS:
        stated = getattr(notice, name)
        out(f"{name.replace('_', ' '):>14}  {stated.value if stated else '-'}")
    out("")
    rows = []
    for task in notice.tasks:
        units = "; ".join(dict.fromkeys(m.canonical or m.name for m in task.assignees))
        due = "; ".join(day(d.due) or d.text for d in task.deadlines)
        cited = "; ".join(dict.fromkeys(f"{c.type} {c.key}" for c in task.refs))
        rows.append((task.label, task.text, units, due, cited))
    table(("", "task", "units", "due", "documents"), rows, wide="task")
    out(f"\n{len(notice.tasks)} tasks, {len(notice.documents)} documents")
    for warning in notice.warnings:
        complain(f"{notice.source}: {warning.message}")


@click.command()
@json_option
@data_option
def notices(as_json: bool) -> None:
    """List the notices of the workspace, the newest meeting first."""
    found = workspace().notices()
    if as_json:
        out_json(found)
        return
    table(
        ("meeting", "number", "issuer", "file", "tasks"),
        [(day(n.meeting_date), n.number, n.issuer, n.source, n.tasks) for n in found],
        wide="issuer",
    )


@click.command()
@click.argument("what", metavar="NOTICE")
@data_option
def remove(what: str) -> None:
    """Take NOTICE out again: its file name, number or IRI."""
    gone = workspace().remove(what)
    out(f"removed {gone.source}: {gone.tasks} tasks")
