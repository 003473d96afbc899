"""What one notice changed, as the meetings tab shows it."""

from urllib.parse import urlencode

from markupsafe import Markup

from ui.answers import NoticeAnswer
from ui.meetings import Change, MeetingAnswer, MeetingStep
from ui.web.history import moved
from ui.web.parts import EMPTY, due_badge, joined, open_button, units
from ui.web.texts import Texts

_ORDER: tuple[Change, ...] = ("changed", "dropped", "done", "new", "continued")
"""What a reader looks for first stands first."""


def changes(answer: MeetingAnswer, t: Texts) -> Markup:
    """Return the figures of a notice, then its works by what became of them."""
    groups = {change: [step for step in answer.steps if step.change == change] for change in _ORDER}
    figures = joined(
        Markup('<li class="cd-tally cd-change--{0}"><a href="#cd-{0}"><b>{1}</b> {2}</a></li>')
        .format(change, t.number(len(group)), t(f"change_{change}"))
        for change, group in groups.items()
    )  # fmt: skip
    sections = joined(_section(change, group, t) for change, group in groups.items() if group)
    return Markup(
        '<div data-address="{}"><h2 class="cd-meeting__title">{}</h2><p class="cd-note">{} '
        '<button type="button" class="cd-open" data-whole="{}">{}</button></p>'
        '<ul class="cd-tallies">{}</ul>{}</div>'
    ).format(
        urlencode({"tab": "meetings", "notice": answer.notice.notice}), title(answer.notice, t),
        _against(answer.previous, t), answer.notice.notice, t("meetings_read"), figures, sections,
    )  # fmt: skip


def title(notice: NoticeAnswer, t: Texts) -> str:
    """Return a notice's day, number and size, as lists name it."""
    day = notice.meeting_date or notice.issued
    return t(
        "meetings_nth",
        day=t.day(day) if day else t("unknown"),
        number=notice.number or notice.source,
        tasks=t.number(notice.tasks),
    )


def _against(previous: NoticeAnswer | None, t: Texts) -> str:
    if previous is None:
        return t("meetings_first")
    day = previous.meeting_date or previous.issued
    return t(
        "meetings_against",
        number=previous.number or previous.source,
        day=t.day(day) if day else t("unknown"),
    )


def _section(change: Change, steps: list[MeetingStep], t: Texts) -> Markup:
    return Markup(
        '<section class="cd-status" id="cd-{0}"><h3 class="cd-status__title">{1} '
        '<span>{2}</span></h3><ul class="cd-lines">{3}</ul></section>'
    ).format(
        change, t(f"change_{change}"), t.number(len(steps)), joined(_line(s, t) for s in steps)
    )


def _line(step: MeetingStep, t: Texts) -> Markup:
    task = step.task
    gone = step.change in ("done", "dropped")
    when = EMPTY
    if gone and task.meeting_date:
        day = t("meetings_last_order", day=t.day(task.meeting_date))
        when = Markup('<span class="cd-tag">{}</span>').format(day)
    follow = EMPTY
    if step.before and step.thread:
        follow = Markup(
            '<button type="button" class="cd-link" data-follow="{}">{}</button>'
        ).format(step.thread, t("follow_work"))
    return Markup(
        '<li class="cd-line cd-change--{}"><p class="cd-line__head">{}{}{}{}</p>'
        '<p class="cd-line__text">{}</p><p class="cd-line__foot">{}{}</p></li>'
    ).format(
        step.change, units(task.assignees, t), due_badge(task.due, t) if task.due else EMPTY,
        moved(step.was_due, task.due, step.handed_from, t), when, task.text,
        open_button(task.task, task.notice, t), follow,
    )  # fmt: skip
