"""The board of works: figures that narrow it, then the works by status or by unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from kg.records import EVERY_UNIT
from ui.answers import DueAnswer
from ui.web.history import history
from ui.web.parts import EMPTY, follow_button, joined, message, unit_names
from ui.web.standing import KINDS, Kind, by_unit, is_kind, most_pressing, tally, units_of
from ui.web.texts import Texts

_ORDER: tuple[Kind, ...] = ("overdue", "open", "no-deadline", "done")
_SHOWN = 12
"""Works of a group shown before "more": what a person reads before narrowing by unit."""
_DRAWN = 400
"""Works put into the page at all; beyond it, narrowing is the only way to read them."""


@dataclass(frozen=True, slots=True)
class View:
    """What the board is asked to show."""

    as_of: date
    unit: str | None = None
    only: Kind | None = None
    by: str = "status"
    """``status``, ``unit`` or ``load``."""

    @property
    def link(self) -> str:
        """The query string that shows the same board."""
        params = {
            "tab": "work", "as_of": self.as_of, "unit": self.unit, "only": self.only,
            "by": self.by if self.by != "status" else None,
        }  # fmt: skip
        return urlencode({k: v for k, v in params.items() if v is not None})


def board(works: Sequence[DueAnswer], view: View, t: Texts) -> Markup:
    """Return the figures and the works that the view asks for."""
    if not works:
        return message(t("work_nothing"))
    kept = [work for work in works if view.only is None or is_kind(work, view.only, view.as_of)]
    grouped = _by_unit if view.by == "unit" else _by_status
    groups = grouped(kept, view.as_of, t)
    body = joined(groups) if kept else message(t("work_none_of_kind"))
    return figures(works, view, t) + body


def figures(works: Sequence[DueAnswer], view: View, t: Texts) -> Markup:
    """Return how many works are of each kind; each figure narrows the board to its own."""
    counts = tally(works, view.as_of)
    items = joined(
        Markup(
            '<li class="cd-tally cd-tally--{}"><button type="button" data-only="{}" '
            'aria-pressed="{}"><b>{}</b> {}</button></li>'
        ).format(
            kind, "" if kind == view.only else kind, str(kind == view.only).lower(),
            t.number(counts[kind]), t(f"kind_of_work_{kind}"),
        )
        for kind in KINDS
    )  # fmt: skip
    printed = replace(view, only=None, by="status").link + f"&lang={t.lang}"
    return Markup(
        '<div data-address="{}"><ul class="cd-tallies">{}</ul><p class="cd-note cd-work__note">{} '
        '<a class="cd-print" href="/print?{}" target="_blank" rel="noopener">{}</a></p></div>'
    ).format(view.link, items, t("as_of_info", day=t.day(view.as_of)), printed, t("print_page"))


def _by_status(works: list[DueAnswer], as_of: date, t: Texts) -> list[Markup]:
    groups = {s: [w for w in works if w.status == s] for s in _ORDER}
    left = _DRAWN
    sections = []
    for status, group in groups.items():
        if group:
            title = Markup("{} <span>{}</span>").format(t(f"status_{status}"), t.number(len(group)))
            sections.append(_section(title, status, group, as_of, left, t))
            left = max(0, left - len(group))
    return sections


def _by_unit(works: list[DueAnswer], as_of: date, t: Texts) -> list[Markup]:
    groups = by_unit(works)
    pressing = {unit: sum(w.status == "overdue" for w in group) for unit, group in groups.items()}
    ordered = sorted(
        groups.items(), key=lambda pair: (-pressing[pair[0]], -len(pair[1]), pair[0] or "")
    )
    left = _DRAWN
    sections = []
    for unit, group in ordered:
        counts = tally(group, as_of)
        told = " · ".join(
            f"{t.number(counts[kind])} {t(f'kind_of_work_{kind}').lower()}"
            for kind in KINDS
            if counts[kind]
        )
        name = unit_title(unit, t)
        title = Markup("{} <span>{}</span>").format(name, told)
        sections.append(_section(title, "unit", group, as_of, left, t))
        left = max(0, left - len(group))
    return sections


def _section(
    title: Markup, css: str, group: list[DueAnswer], as_of: date, most: int, t: Texts
) -> Markup:
    works = most_pressing(group)[:most]
    lines = [_work(work, as_of, t) for work in works]
    shown, rest = lines[:_SHOWN], lines[_SHOWN:]
    more = EMPTY
    if rest:
        more = Markup(
            '<details class="cd-more"><summary>{}</summary><ul class="cd-works">{}</ul></details>'
        ).format(t("show_more", count=t.number(len(rest))), joined(rest))
    if len(works) < len(group):
        missing = t.number(len(group) - len(works))
        more += Markup('<p class="cd-note">{}</p>').format(t("too_many_works", count=missing))
    return Markup(
        '<section class="cd-status"><h3 class="cd-status__title cd-status--{}">{}</h3>'
        '<ul class="cd-works">{}</ul>{}</section>'
    ).format(css, title, joined(shown), more)


def _work(work: DueAnswer, as_of: date, t: Texts) -> Markup:
    return Markup(
        '<li class="cd-work"><details><summary><span><span class="cd-work__title">{title}</span>'
        '<span class="cd-work__unit">{unit}</span></span>'
        '<span class="cd-work__marks">{due}{marks}</span></summary>'
        '<div class="cd-course">{history}</div></details></li>'
    ).format(
        title=work.title,
        due=due_of(work, as_of, t),
        marks=_marks(work, t),
        unit=" · ".join(unit_names(units_of(work), t)),
        history=history(work, as_of, t),
    )


def due_of(work: DueAnswer, as_of: date, t: Texts) -> Markup:
    """Return a work's deadline as a badge, with the days that are left or gone."""
    if work.due is None:
        return EMPTY
    day = t("due", day=t.day(work.due))
    days = (work.due - as_of).days
    if work.status == "overdue":
        day += " · " + t.count("days_late", -days)
    elif work.status == "open":
        day += " · " + (t.count("days_left", days) if days else t("due_today"))
    soon = " cd-badge--soon" if is_kind(work, "soon", as_of) else ""
    return Markup('<span class="cd-badge cd-badge--{}{}">{}</span>').format(work.status, soon, day)


def _marks(work: DueAnswer, t: Texts) -> Markup:
    marks = []
    if work.slips:
        marks.append(("slip", t.count("slips", work.slips)))
    if work.dropped:
        marks.append(("dropped", t("dropped")))
    if work.last_seen:
        marks.append(("seen", t("last_seen", day=t.day(work.last_seen))))
    return joined(Markup('<span class="cd-tag cd-tag--{}">{}</span>').format(*m) for m in marks)


def unit_title(unit: str | None, t: Texts) -> Markup | str:
    """Return a unit's name, leading to the follow tab where it is one unit."""
    if unit and unit != EVERY_UNIT:
        return follow_button(unit, unit, t)
    return unit_names([unit] if unit else (), t)[0]
