"""From the words of a command to a decision: which tasks and things it is about."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from kg.errors import Undecidable, UnknownName
from ui.opened import Opened

if TYPE_CHECKING:
    from kg.decisions import Decision, Subject, Verdict

_AT_LEAST = {"confirm": 2, "reject": 2, "merge": 2, "split": 2, "rename": 1}


def decision_on(
    opened: Opened, verdict: str, what: Sequence[str], *, by: str, text: str | None
) -> "Decision":
    """Return the decision that a person means; see ``Workspace.decide``."""
    from kg.decisions import Decision

    if verdict not in _AT_LEAST:
        raise Undecidable(f"expected a verdict of {', '.join(_AT_LEAST)}; got {verdict!r}.")
    if len(what) < _AT_LEAST[verdict] or (verdict == "rename" and (len(what) > 1 or not text)):
        needed = "one thing and its new name" if verdict == "rename" else "at least two things"
        raise Undecidable(f"to {verdict}, name {needed}; got {len(what)}.")
    subjects = [_subject(opened, one) for one in what]
    if verdict == "merge":
        subjects = [one for subject in subjects for one in _whole_thread(opened, subject)]
    if verdict == "split":
        subjects = _split(opened, subjects)
    if len({subject.notice is None for subject in subjects}) > 1:
        raise Undecidable("name tasks and threads alone, or things alone: a task is no thing.")
    if len({subject.iri for subject in subjects}) < len(subjects):
        raise Undecidable(f"to {verdict}, name different things; one of them is named twice.")
    return Decision(cast("Verdict", verdict), tuple(subjects), by, _now(), text)


def undoing(decided: "Sequence[Decision]", name: str, *, by: str) -> "Decision":
    """Return the decision that undoes one, named by its IRI or how that ends."""
    from kg.decisions import Decision, standing

    found = [decision for decision in standing(decided) if decision.iri.endswith(name)]
    if not name or len(found) != 1:
        raise UnknownName(
            f"expected one decision that holds to end in {name!r}, got {len(found)}; "
            "`chidao decisions` lists them."
        )
    return Decision("undo", (), by, _now(), found[0].iri)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _subject(opened: Opened, what: str) -> "Subject":
    """Return a task, the first task of a thread, or a thing."""
    from kg.decisions import Subject
    from kg.lookup import resolve

    if what in opened.tasks:
        return _task(opened, what)
    node = resolve(opened.graph, what)
    if node.kind == "thread":
        return _task(opened, next(t.tasks[0] for t in opened.threads if t.iri == node.iri))
    return Subject(node.iri)


def _task(opened: Opened, iri: str) -> "Subject":
    from kg.decisions import Subject

    task = opened.tasks[iri]
    return Subject(iri, task.notice, task.text)


def _whole_thread(opened: Opened, subject: "Subject") -> "list[Subject]":
    """Return all tasks of a task's thread, itself first; a thing alone."""
    if subject.notice is None:
        return [subject]
    home = next(thread for thread in opened.threads if subject.iri in thread.tasks)
    return [subject, *(_task(opened, iri) for iri in home.tasks if iri != subject.iri)]


def _split(opened: Opened, subjects: "Sequence[Subject]") -> "list[Subject]":
    """Return a task that stays in the thread, then those that leave it."""
    first, *leaving = subjects
    if first.notice is None:
        return list(subjects)
    home = next(thread for thread in opened.threads if first.iri in thread.tasks)
    gone = {subject.iri for subject in leaving}
    if not gone <= set(home.tasks):
        raise Undecidable("the tasks to split off belong to another thread than the first named.")
    staying = [iri for iri in home.tasks if iri not in gone]
    if not staying:
        raise Undecidable("at least one task of the thread must stay in it.")
    return [_task(opened, staying[0]), *leaving]
