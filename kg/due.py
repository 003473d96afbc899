"""How every work stands on a given day, derived from the notices issued by then.

A work is *done* when a later notice says so and orders nothing more of it; else *overdue* when
its latest stated deadline lies before the day, *open* when it has a deadline that does not, and
*no-deadline* when none was stated. On the due day itself it is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from kg.done import Remark, asked_stage, remarks
from kg.fold import fold
from kg.ids import notice_iri, task_iris
from kg.records import Notice, Task
from kg.thread_title import title_of_task
from kg.threads import Thread
from kg.traits import notice_day

Status = Literal["open", "overdue", "done", "no-deadline"]


@dataclass(frozen=True, slots=True)
class ThreadStatus:
    """One work on one day."""

    thread: str
    title: str
    """From the newest wording of that day."""
    status: Status
    due: date | None
    """The deadline stated last; None where no single day was ever stated."""
    slips: int
    """How often a later notice moved the deadline later."""
    last_seen: date
    """Day of the last meeting that ordered it, or spoke of it."""
    dropped: bool
    """The issuer's latest notice does not mention it, and it is not done."""
    tasks: tuple[str, ...]
    """Its orders known on that day, by meeting."""
    slipped_days: int = 0
    """By how many days the deadline was moved later, all slips together."""


@dataclass(frozen=True, slots=True)
class _Order:
    iri: str
    task: Task
    notice: str
    day: date


def statuses(
    notices: Sequence[Notice], threads: Sequence[Thread], as_of: date
) -> list[ThreadStatus]:
    """Return the status of every work that a notice issued by ``as_of`` orders.

    Args:
        notices: all notices; one issued after ``as_of`` is as if it did not exist. Where the day
            of issue is unknown, that of the meeting counts.
        threads: of these notices; a work ordered once is a thread of one.
        as_of: the day, up to and including which notices are known.
    """
    known = {notice_iri(n): n for n in notices if _issued(n) <= as_of}
    orders = {
        iri: _Order(iri, task, home, notice_day(notice))
        for home, notice in known.items()
        for iri, task in zip(task_iris(notice), notice.tasks, strict=True)
    }
    works = {
        thread.iri: members
        for thread in threads
        if (members := [orders[iri] for iri in thread.tasks if iri in orders])
    }
    said: dict[str, list[Remark]] = {}
    for remark in remarks(known, {iri: [o.task for o in m] for iri, m in works.items()}):
        said.setdefault(remark.thread, []).append(remark)
    latest = _latest_by_issuer(known)
    return [
        _status(iri, sorted(members, key=lambda o: o.day), said.get(iri, []), known, latest, as_of)
        for iri, members in works.items()
    ]


def _status(
    thread: str,
    orders: Sequence[_Order],
    said: Sequence[Remark],
    known: Mapping[str, Notice],
    latest: Mapping[str, str],
    as_of: date,
) -> ThreadStatus:
    last = orders[-1]
    after = [r for r in said if notice_day(known[r.notice]) > last.day]
    done = any(remark.stage >= asked_stage(last.task) for remark in after)
    due, slips, moved = _deadline(orders)
    newest = latest[_issuer(known[last.notice])]
    mentioned = {order.notice for order in orders} | {remark.notice for remark in said}
    status: Status = "no-deadline"
    if done:
        status = "done"
    elif any(order.task.deadlines for order in orders):
        status = "overdue" if due is not None and due < as_of else "open"
    return ThreadStatus(
        thread=thread,
        title=title_of_task(last.task),
        status=status,
        due=due,
        slips=slips,
        last_seen=max([last.day, *(notice_day(known[r.notice]) for r in after)]),
        dropped=not done and newest not in mentioned,
        tasks=tuple(order.iri for order in orders),
        slipped_days=moved,
    )


def _deadline(orders: Sequence[_Order]) -> tuple[date | None, int, int]:
    """Return the deadline stated last, how often and by how many days it moved later."""
    due: date | None = None
    slips = moved = 0
    for _, group in groupby(orders, key=lambda order: (order.day, order.notice)):
        stated = [d.due for order in group for d in order.task.deadlines if d.due]
        if not stated:
            continue
        if due is not None and max(stated) > due:
            slips += 1
            moved += (max(stated) - due).days
        due = max(stated)
    return due, slips, moved


def _latest_by_issuer(known: Mapping[str, Notice]) -> dict[str, str]:
    """Return the newest notice of each issuer."""
    latest: dict[str, str] = {}
    for iri in sorted(known, key=lambda iri: (notice_day(known[iri]), iri)):
        latest[_issuer(known[iri])] = iri
    return latest


def _issuer(notice: Notice) -> str:
    return fold(notice.issuer.value) if notice.issuer else ""


def _issued(notice: Notice) -> date:
    stated = notice.issued or notice.meeting_date
    return stated.value if stated else date.min
