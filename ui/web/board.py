"""The work tab: threads by how they stand on a day."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from ui.answers import DueAnswer
from ui.web.following import task_line
from ui.web.parts import EMPTY, joined, message, unit_names
from ui.web.texts import Texts

_ORDER = ("overdue", "open", "no-deadline", "done")
_SHOWN = 12
"""Works of a status shown before "more": what a person reads before narrowing by unit."""


def board(works: Sequence[DueAnswer], as_of: date, t: Texts) -> Markup:
    """Return every work grouped by status, the most pressing first."""
    if not works:
        return message(t("work_nothing"))
    groups = {status: [w for w in works if w.status == status] for status in _ORDER}
    tally = joined(
        Markup('<li class="cd-tally cd-tally--{}"><a href="#cd-{}"><b>{}</b> {}</a></li>').format(
            status, status, t.number(len(group)), t(f"status_{status}")
        )
        for status, group in groups.items()
    )
    sections = joined(_section(s, g, as_of, t) for s, g in groups.items() if g)
    return Markup('<ul class="cd-tallies">{}</ul><p class="cd-note">{}</p>{}').format(
        tally, t("as_of_info", day=t.day(as_of)), sections
    )


def _section(status: str, group: list[DueAnswer], as_of: date, t: Texts) -> Markup:
    group.sort(key=lambda w: (w.due or date.max, w.title))
    lines = [_work(work, as_of, t) for work in group]
    shown, rest = lines[:_SHOWN], lines[_SHOWN:]
    more = EMPTY
    if rest:
        more = Markup(
            '<details class="cd-more"><summary>{}</summary><ul class="cd-works">{}</ul></details>'
        ).format(t("show_more", count=t.number(len(rest))), joined(rest))
    return Markup(
        '<section class="cd-status" id="cd-{0}"><h3 class="cd-status__title cd-status--{0}">{1} '
        '<span>{2}</span></h3><ul class="cd-works">{3}</ul>{4}</section>'
    ).format(status, t(f"status_{status}"), t.number(len(group)), joined(shown), more)


def _work(work: DueAnswer, as_of: date, t: Texts) -> Markup:
    latest = max(work.tasks, key=lambda task: task.meeting_date or date.min, default=None)
    history = joined(
        task_line(task, t)
        for task in sorted(work.tasks, key=lambda k: k.meeting_date or date.min, reverse=True)
    )
    return Markup(
        '<li class="cd-work"><details><summary><span><span class="cd-work__title">{title}</span>'
        '<span class="cd-work__unit">{unit}</span></span>'
        '<span class="cd-work__marks">{due}{marks}</span></summary>'
        '<ul class="cd-lines cd-lines--thread">{history}</ul></details></li>'
    ).format(
        title=work.title,
        due=_due(work, as_of, t),
        marks=_marks(work, t),
        unit=" · ".join(unit_names(latest.assignees, t)) if latest else "",
        history=history,
    )


def _due(work: DueAnswer, as_of: date, t: Texts) -> Markup:
    if work.due is None:
        return EMPTY
    day = t("due", day=t.day(work.due))
    days = (work.due - as_of).days
    if work.status == "overdue":
        day += " · " + t.count("days_late", -days)
    elif work.status == "open":
        day += " · " + (t.count("days_left", days) if days else t("due_today"))
    return Markup('<span class="cd-badge cd-badge--{}">{}</span>').format(work.status, day)


def _marks(work: DueAnswer, t: Texts) -> Markup:
    marks = []
    if work.slips:
        marks.append(("slip", t.count("slips", work.slips)))
    if work.dropped:
        marks.append(("dropped", t("dropped")))
    if work.last_seen:
        marks.append(("seen", t("last_seen", day=t.day(work.last_seen))))
    return joined(Markup('<span class="cd-tag cd-tag--{}">{}</span>').format(*m) for m in marks)
