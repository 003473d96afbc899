"""Small pieces of HTML that several views share. Every value is escaped where it enters."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from kg.records import EVERY_UNIT
from ui.web.texts import Texts

EMPTY = Markup("")


def joined(pieces: Iterable[Markup | str], between: str = "") -> Markup:
    """Join pieces of HTML; plain strings among them are escaped."""
    return Markup(between).join(pieces)


def message(title: str, body: str = "", *, kind: str = "quiet") -> Markup:
    """Return a designed empty, nothing-found or error state (``kind``: quiet or error)."""
    role = "alert" if kind == "error" else "status"
    text = Markup("<p>{}</p>").format(body) if body else EMPTY
    return Markup('<div class="cd-message cd-message--{}" role="{}"><h3>{}</h3>{}</div>').format(
        kind, role, title, text
    )


def unit_names(assignees: Iterable[str], t: Texts) -> tuple[str, ...]:
    """Return the units of a task in words; none stated says so."""
    names = tuple(t("every_unit") if name == EVERY_UNIT else name for name in assignees)
    return names or (t("no_unit"),)


def follow_button(name: str, what: str, t: Texts, *, css: str = "cd-link") -> Markup:
    """Return a button that opens ``what`` (an IRI or a name) in the follow tab."""
    return Markup(
        '<button type="button" class="{}" data-follow="{}" title="{}">{}</button>'
    ).format(css, what, t("follow_it", name=name), name)


def units(assignees: Iterable[str], t: Texts) -> Markup:
    """Return the units of a task, each leading to the follow tab."""
    known = [name for name in assignees if name != EVERY_UNIT]
    if known:
        return joined((follow_button(n, n, t, css="cd-unit cd-link") for n in known), " · ")
    return Markup('<span class="cd-unit">{}</span>').format(unit_names(assignees, t)[0])


def due_badge(due: date | None, t: Texts) -> Markup:
    """Return the deadline of a task as a badge; no deadline gives a quiet one."""
    if due is None:
        return Markup('<span class="cd-badge cd-badge--none">{}</span>').format(t("no_due"))
    return Markup(
        '<span class="cd-badge cd-badge--due"><time datetime="{}">{}</time></span>'
    ).format(due.isoformat(), t("due", day=t.day(due)))


def meeting(day: date | None, t: Texts) -> Markup:
    """Return the meeting that a task was given at."""
    if day is None:
        return Markup('<span class="cd-meeting">{}</span>').format(t("no_meeting"))
    return Markup('<span class="cd-meeting"><time datetime="{}">{}</time></span>').format(
        day.isoformat(), t("meeting", day=t.day(day))
    )


def open_button(task: str, notice: str, t: Texts) -> Markup:
    """Return the button that opens a task's sentence in its notice."""
    return Markup(
        '<button type="button" class="cd-open" data-task="{}" data-notice="{}">{}</button>'
    ).format(task, notice, t("open_sentence"))
