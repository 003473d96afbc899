"""What one notice changed: work that is new, goes on, changed, is done or was dropped."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.errors import UnknownName
from kg.fold import fold
from ui.answers import NoticeAnswer, TaskAnswer
from ui.asking import due
from ui.opened import Opened

Change = Literal["new", "changed", "continued", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """One work at a meeting."""

    change: Change
    thread: str | None
    title: str
    task: TaskAnswer
    """Its order in this notice; of a work done or dropped, its last order before."""
    before: TaskAnswer | None = None
    """Its last order in an earlier notice."""
    was_due: date | None = None
    """The deadline that this notice moved; None where it moved none."""
    handed_from: tuple[str, ...] = ()
    """The units that had it before; empty where they did not change."""


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """One notice against the one before it of the same issuer."""

    notice: NoticeAnswer
    previous: NoticeAnswer | None
    steps: tuple[MeetingStep, ...]
    """In the notice's order, then what is done, then what was dropped."""


def meeting(opened: Opened, iri: str) -> MeetingAnswer:
    """Return what a notice changed; see ``Workspace.meeting``."""
    listed = opened.notice_answers()
    here = next((n for n in listed if n.notice == iri), None)
    if here is None:
        raise UnknownName(f"no notice {iri}; `chidao notices` lists them.")
    office = fold(here.issuer or "")
    earlier = [n for n in listed if fold(n.issuer or "") == office and _day(n) < _day(here)]
    previous = max(earlier, key=lambda n: (_day(n), n.source), default=None)
    days = {n.notice: _day(n) for n in listed}
    home = {task: thread for thread in opened.threads for task in thread.tasks}
    steps = []
    tasks = sorted(
        (task for task in opened.tasks.values() if task.notice == iri), key=lambda t: t.start
    )
    for task in tasks:
        thread = home.get(task.task)
        before = [
            opened.tasks[other]
            for other in (thread.tasks if thread else ())
            if days[opened.tasks[other].notice] < days[iri]
        ]
        steps.append(_step(task, before, days, thread.iri if thread else None, task.text))
    return MeetingAnswer(here, previous, (*steps, *_gone(opened, here, previous)))


def _step(
    task: TaskAnswer,
    before: list[TaskAnswer],
    days: dict[str, date],
    thread: str | None,
    title: str,
) -> MeetingStep:
    if not before:
        return MeetingStep("new", thread, title, task)
    before.sort(key=lambda t: (days[t.notice], t.start))
    last = before[-1]
    stated = next((t.due for t in reversed(before) if t.due), None)
    was = stated if task.due and stated and task.due != stated else None
    apart = task.assignees and last.assignees and not set(task.assignees) & set(last.assignees)
    handed = last.assignees if apart else ()
    change: Change = "changed" if was or handed else "continued"
    return MeetingStep(change, thread, title, task, last, was, handed)


def _gone(opened: Opened, here: NoticeAnswer, previous: NoticeAnswer | None) -> list[MeetingStep]:
    """Return the works of the notice before that this one reports done, or does not mention."""
    if previous is None:
        return []
    day = here.issued or here.meeting_date or date.min
    found: list[MeetingStep] = []
    for work in due(opened, day, None):
        ordered = [task for task in work.tasks if task.notice == previous.notice]
        if not ordered or any(task.notice == here.notice for task in work.tasks):
            continue
        if work.status == "done" or work.dropped:
            change: Change = "done" if work.status == "done" else "dropped"
            found.append(MeetingStep(change, work.thread, work.title, ordered[-1]))
    return sorted(found, key=lambda step: (step.change == "dropped", step.task.start))


def _day(notice: NoticeAnswer) -> date:
    return notice.meeting_date or notice.issued or date.min
