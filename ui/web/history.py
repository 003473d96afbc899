"""One work from meeting to meeting: a strip of time, then each order with what it changed."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from ui.answers import DueAnswer
from ui.web.parts import EMPTY, due_badge, joined, meeting, open_button, unit_names, units
from ui.web.standing import Move, moves
from ui.web.texts import Texts


def history(work: DueAnswer, as_of: date, t: Texts) -> Markup:
    """Return the whole course of a work, the oldest meeting first."""
    steps = moves(work)
    return Markup('{}<ol class="cd-steps">{}</ol>').format(
        strip(steps, as_of, t), joined(_step(step, t) for step in steps)
    )


def strip(steps: Sequence[Move], as_of: date, t: Texts) -> Markup:
    """Return meetings and deadlines on one line of time, with the day asked for."""
    met = [step.task.meeting_date for step in steps if step.task.meeting_date]
    due = list(dict.fromkeys(step.task.due for step in steps if step.task.due))
    if not met or not due:
        return EMPTY
    first, last = min(*met, *due, as_of), max(*met, *due, as_of)
    days = max((last - first).days, 1)

    def at(day: date) -> str:
        return f"left:{100 * (day - first).days / days:.1f}%"

    marks = [
        *(Markup('<i class="cd-strip__met" style="{}" title="{}"></i>').format(
            at(day), t("meeting", day=t.day(day))) for day in met),
        *(Markup('<i class="cd-strip__due{}" style="{}" title="{}"></i>').format(
            "" if day == due[-1] else " is-past", at(day), t("due", day=t.day(day)))
          for day in due),
        Markup('<i class="cd-strip__now" style="{}" title="{}"></i>').format(
            at(as_of), t("as_of_day", day=t.day(as_of))),
    ]  # fmt: skip
    label = t(
        "strip_label",
        meetings=", ".join(t.day(day) for day in met),
        deadlines=", ".join(t.day(day) for day in due),
    )
    return Markup(
        '<div class="cd-strip"><span>{}</span><div class="cd-strip__line" role="img" '
        'aria-label="{}">{}</div><span>{}</span></div>'
    ).format(t.day(first), label, joined(marks), t.day(last))


def _step(step: Move, t: Texts) -> Markup:
    task = step.task
    return Markup(
        '<li class="cd-line"><p class="cd-line__head">{when}{units}{due}{changes}</p>'
        '<p class="cd-line__text">{text}</p><p class="cd-line__foot">'
        '<span class="cd-source">{source}</span>{open}</p></li>'
    ).format(
        when=meeting(task.meeting_date, t),
        units=units(task.assignees, t),
        due=due_badge(task.due, t) if task.due else EMPTY,
        changes=changes(step, t),
        text=task.text,
        source=task.source,
        open=open_button(task.task, task.notice, t),
    )


def changes(step: Move, t: Texts) -> Markup:
    """Return what an order changed in words."""
    return moved(step.was, step.task.due, step.handed_from, t)


def moved(was: date | None, due: date | None, handed_from: Sequence[str], t: Texts) -> Markup:
    """Return in words how a deadline moved and which unit the work went from."""
    said = []
    if was and due:
        days = (due - was).days
        key = "moved_later" if days > 0 else "moved_earlier"
        said.append(("slip", t.count(key, abs(days), day=t.day(was))))
    if handed_from:
        said.append(("handed", t("handed_from", unit=", ".join(unit_names(handed_from, t)))))
    return joined(Markup('<span class="cd-tag cd-tag--{}">{}</span>').format(*one) for one in said)
