"""Building the next state of a workspace: what changes, and the parts that follow from it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ChidaoError, MissingProgram, ReadError
from kg.ids import notice_iri
from ui.answers import IngestReport, Outcome, Progress
from ui.building import OnProgress, Plan, build
from ui.committing import keep_original, states, write_lock
from ui.encoding import SharedEncoder
from ui.opened import Opened
from ui.parallel import Reading, read_all
from ui.reading import Content, Source, content_of, reader_fingerprint
from ui.state import FORMAT, NOTICES, ORIGINALS, Entry, Meta, open_current
from ui.statements import basis_of, decisions, keep_decisions

if TYPE_CHECKING:
    from kg.decisions import Decision


def ingest(
    root: Path,
    sources: Sequence[Source],
    encoder: SharedEncoder,
    progress: OnProgress | None = None,
    *,
    jobs: int | None = None,
) -> IngestReport:
    """Bring the notices of the sources into the workspace; see ``Workspace.ingest``."""
    tell = progress or _silent
    with write_lock(root):
        before = Opened(open_current(root, older=True), encoder)
        known = {entry.sha256: entry for entry in before.held.meta.entries}
        was = {entry.iri: entry for entry in before.held.meta.entries}
        plan = Plan(dict(was), {})
        done: list[tuple[Source, Entry | ChidaoError]] = []
        names = [*(source.name for source in sources), ""]
        tell(Progress(0, len(sources), names[0], "read"))
        for reading in read_all(sources, jobs=jobs, known=partial(_is_known, known)):
            done.append((reading.source, reading.error or _take(root, reading, plan, known)))
            tell(Progress(len(done), len(sources), names[len(done)], "read"))
        if plan.entries != was or is_stale(root, before.held.meta):
            build(root, before, plan, encoder, tell)
        return replace(_report(done, was, plan.entries), broken=tuple(_broken(plan)))


def remove(root: Path, iri: str, encoder: SharedEncoder) -> None:
    """Take one notice out of the workspace."""
    with write_lock(root):
        before = Opened(open_current(root, older=True), encoder)
        entries = {e.iri: e for e in before.held.meta.entries if e.iri != iri}
        if len(entries) != len(before.held.meta.entries):
            build(root, before, Plan(entries, {}), encoder, _silent)


def decide(root: Path, decision: "Decision", encoder: SharedEncoder) -> None:
    """Keep a person's word and build the state that follows from it."""
    with write_lock(root):
        keep_decisions(root, [*decisions(root), decision])
        refresh(root, encoder)


def is_stale(root: Path, meta: Meta) -> bool:
    """Whether a state is of an older format, or from before decisions or authorities changed."""
    return bool(meta.entries) and (meta.format != FORMAT or meta.basis != basis_of(root))


def refresh(root: Path, encoder: SharedEncoder) -> None:
    """Build the state again from its own records; the caller holds the write lock."""
    before = Opened(open_current(root, older=True), encoder)
    entries = {entry.iri: entry for entry in before.held.meta.entries}
    build(root, before, Plan(entries, {}), encoder, _silent)


def rebuild(root: Path, entries: Iterable[Entry], encoder: SharedEncoder) -> list[tuple[str, str]]:
    """Build a state from originals alone; the caller holds the write lock.

    Where an original is gone, altered or no longer readable, its record is kept.

    Returns:
        name and reason of each file of which nothing could be kept.
    """
    from kg.wire import notice_from_json

    plan = Plan({}, {})
    lost = []
    for entry in entries:
        source = Source(entry.source, path=root / ORIGINALS / entry.original)
        try:
            if content_of(source).sha256 != entry.sha256:
                raise ReadError(f"{entry.original} is not the file that was handed in.")
            [reading] = read_all([source], jobs=1)
            if reading.error:
                raise reading.error
            _take(root, reading, plan, {})
        except (ReadError, MissingProgram) as error:
            records = [state / NOTICES / entry.record for state in reversed(states(root))]
            record = next((path for path in records if path.is_file()), None)
            try:
                assert record is not None
                notice = notice_from_json(json.loads(record.read_bytes()))
            except (AssertionError, OSError, ValueError, KeyError, TypeError):
                lost.append((entry.source, " ".join(str(error).split())))
                continue
            kept = replace(entry, iri=notice_iri(notice), tasks=len(notice.tasks))
            plan.notices[kept.record] = notice
            plan.entries[kept.iri] = kept
    build(root, Opened.empty(encoder), plan, encoder, _silent)
    return lost


def _is_known(known: dict[str, Entry], content: Content) -> bool:
    entry = known.get(content.sha256)
    return entry is not None and entry.reader == reader_fingerprint()


def _take(root: Path, reading: Reading, plan: Plan, known: dict[str, Entry]) -> Entry:
    """Put a file that was read, or is known, into the plan and keep it as it was handed in."""
    content, notice = reading.content, reading.notice
    assert content is not None
    if notice is not None:
        entry = Entry(
            notice_iri(notice), reading.source.name, content.original, content.sha256,
            reader_fingerprint(), len(notice.tasks),
        )  # fmt: skip
        known[content.sha256] = entry
        plan.notices[entry.record] = notice
    entry = known[content.sha256]
    keep_original(root, entry.original, content.data)
    plan.entries[entry.iri] = entry
    return entry


def _report(
    done: Sequence[tuple[Source, Entry | ChidaoError]],
    was: dict[str, Entry],
    now: dict[str, Entry],
) -> IngestReport:
    kinds: dict[str, list[Outcome]] = {"read": [], "unchanged": [], "replaced": [], "failed": []}
    for source, entry in done:
        if isinstance(entry, ChidaoError):
            kinds["failed"].append(Outcome(source.name, " ".join(str(entry).split())))
            continue
        earlier, stands = was.get(entry.iri), now[entry.iri]
        kind, reason = "read", ""
        if stands.sha256 != entry.sha256:
            kind, reason = "unchanged", f"{stands.source} holds the same notice and came later"
        elif earlier == stands:
            kind = "unchanged"
        elif earlier is not None:
            again = earlier.sha256 == stands.sha256
            kind = "replaced"
            reason = "read again by another version" if again else f"was {earlier.source}"
        kinds[kind].append(Outcome(source.name, reason, entry.iri, entry.tasks))
    return IngestReport(**{kind: tuple(outcomes) for kind, outcomes in kinds.items()})


def _broken(plan: Plan) -> Iterator[Outcome]:
    """Yield what in the notices newly read violates the shapes; warnings are for ``doctor``."""
    from kg.shapes import violations_in

    entries = {entry.record: entry for entry in plan.entries.values()}
    for record, notice in plan.notices.items():
        for one in violations_in(notice):
            if one.severity == "violation" and record in entries:
                entry = entries[record]
                yield Outcome(entry.source, f"{one.message}: {one.focus}", entry.iri, entry.tasks)


def _silent(_: Progress) -> None:
    pass
