"""Search results as cards, a work at a time, and the states around them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from markupsafe import Markup

from ui.answers import Group, SearchAnswer, TaskHit
from ui.web.asked import Asked
from ui.web.marks import marked
from ui.web.narrowing import chips, facets
from ui.web.parts import (
    EMPTY,
    due_badge,
    joined,
    meeting,
    message,
    open_button,
    units,
)
from ui.web.reasons import in_words, matched
from ui.web.texts import Texts

_DRAWN = 200
"""Tasks put into the page; the downloads hold all. More makes a phone stutter."""
_FORMATS = ("xlsx", "docx", "csv", "ics")


@dataclass(frozen=True, slots=True)
class Shown:
    """A search and what its results need beside the hits."""

    asked: Asked
    milliseconds: float
    status_of: Callable[[str], str | None] = lambda _: None
    """From a task's IRI to how its work stands today."""
    names: dict[str, str] = field(default_factory=dict)
    """Names of the IRIs among the filters."""


def results(answer: SearchAnswer, shown: Shown, t: Texts) -> Markup:
    """Return the whole result view: what was understood, the facets, the works found."""
    asked = shown.asked
    understood = chips(answer, asked, shown.names, t)
    address = Markup('<div class="cd-found" data-address="{}">{}</div>')
    if not answer.hits:
        body = understood + _nothing(answer, asked, t) + _perhaps(answer, shown, t)
        return address.format(asked.link, Markup('<div class="cd-column">{}</div>').format(body))
    groups = answer.groups or tuple(Group(None, hit.text, (hit,)) for hit in answer.hits)
    items, left = [], _DRAWN
    for group in groups:
        if left > 0:
            items.append(_group(group, answer.query, shown, t))
            left -= len(group.hits) + len(group.folded)
    cut = max(0, len(answer.hits) - _DRAWN)
    column = Markup(
        '{}{}<ol class="cd-hits" aria-labelledby="cd-result-title">{}</ol>{}{}'
    ).format(
        _head(answer, len(groups), shown, t), understood, joined(items),
        message(t("too_many_hits", count=t.number(cut))) if cut else EMPTY,
        _perhaps(answer, shown, t),
    )  # fmt: skip
    return address.format(
        asked.link,
        facets(answer, asked, t) + Markup('<div class="cd-column">{}</div>').format(column),
    )


def _head(answer: SearchAnswer, works: int, shown: Shown, t: Texts) -> Markup:
    asked = shown.asked
    key = "found_all" if asked.everything else "found_top"
    title = t.count(key, len(answer.hits), query=answer.query)
    if works < len(answer.hits):
        title += t.count("in_works", works)
    other = t("show_top" if asked.everything else "show_all")
    switch = Markup('<a href="?{0}" data-search="{0}">{1}</a>').format(
        Asked(asked.query, asked.filters, not asked.everything, asked.without, asked.expand).link,
        other,
    )
    return Markup(
        '<div class="cd-resulthead"><h2 id="cd-result-title" role="status">{}</h2>'
        '<span class="cd-took">{}</span>{}{}</div>'
    ).format(title, t("took", ms=t.number(round(shown.milliseconds))), switch, _downloads(asked, t))


def _group(group: Group, query: str, shown: Shown, t: Texts) -> Markup:
    first, *rest = group.hits
    earlier = [*rest, *group.folded]
    if not earlier:
        return Markup("<li>{}</li>").format(card(first, query, shown, t))
    title = t.count("earlier_wordings", len(earlier))
    items = joined(Markup("<li>{}</li>").format(card(h, query, shown, t)) for h in earlier)
    follow = Markup('<button type="button" class="cd-link" data-follow="{}">{}</button>').format(
        group.thread, t("follow_work")
    )
    return Markup(
        '<li class="cd-workgroup">{}<details><summary>{}</summary>{}<ol>{}</ol></details></li>'
    ).format(card(first, query, shown, t), title, follow, items)


def card(hit: TaskHit, query: str, shown: Shown, t: Texts) -> Markup:
    """Return one task found: unit, status, deadline, meeting, its words, how relevant and why."""
    return Markup(
        '<article class="cd-hit" data-task="{task}" data-notice="{notice}">'
        '<header class="cd-hit__head">{units}<span class="cd-hit__badges">{status}{due}</span>'
        '</header><p class="cd-hit__text">{text}</p>'
        '<footer class="cd-hit__foot">{meeting}<span class="cd-source">{source}</span>'
        "{why}{relevance}{open}</footer></article>"
    ).format(
        task=hit.task,
        notice=hit.notice,
        units=units(hit.assignees, t),
        status=_status(shown.status_of(hit.task), t),
        due=due_badge(hit.due, t),
        text=marked(hit.text, (query, *matched(hit.why))),
        meeting=meeting(hit.meeting_date, t),
        source=hit.source,
        why=_why(hit.why, t),
        relevance=_relevance(hit.relevance, t),
        open=open_button(hit.task, hit.notice, t),
    )


def _status(status: str | None, t: Texts) -> Markup:
    if status is None or status == "no-deadline":
        return EMPTY
    return Markup('<span class="cd-badge cd-badge--{}">{}</span>').format(
        status, t(f"status_{status}")
    )


def _perhaps(answer: SearchAnswer, shown: Shown, t: Texts) -> Markup:
    """Return the tasks that were left out but may belong, with how many are expected missed."""
    if not answer.perhaps:
        return EMPTY
    missed = round(answer.missed or 0)
    told = t.count("missed", missed) if missed else t("missed_none")
    items = joined(
        Markup("<li>{}</li>").format(card(hit, answer.query, shown, t)) for hit in answer.perhaps
    )
    return Markup(
        '<details class="cd-perhaps"{}><summary>{}</summary><p class="cd-note">{}</p>'
        '<ol class="cd-hits">{}</ol></details>'
    ).format(
        EMPTY if answer.hits else Markup(" open"),
        t.count("perhaps", len(answer.perhaps)), told, items,
    )  # fmt: skip


def _relevance(value: float, t: Texts) -> Markup:
    percent = round(100 * min(max(value, 0.0), 1.0))
    return Markup(
        '<span class="cd-relevance" title="{label}: {percent}%">'
        '<meter min="0" max="100" value="{percent}" aria-label="{label}">{percent}%</meter>'
        '<span aria-hidden="true">{percent}%</span></span>'
    ).format(label=t("relevance"), percent=percent)


def _why(why: tuple[str, ...], t: Texts) -> Markup:
    if not why:
        return EMPTY
    return Markup('<span class="cd-why"><span class="cd-why__label">{}:</span> {}</span>').format(
        t("why"), joined(in_words(why, t), " · ")
    )


def _downloads(asked: Asked, t: Texts) -> Markup:
    links = joined(
        Markup('<a href="/export?{}" download>{}</a>').format(
            f"{asked.link}&{urlencode({'format': name, 'lang': t.lang})}", t(f"format_{name}")
        )
        for name in _FORMATS
    )
    copy = Markup('<button type="button" data-copy="?{}" data-done="{}">{}</button>').format(
        asked.link, t("copied"), t("copy_link")
    )
    return Markup('<span class="cd-downloads">{}: {}{}</span>').format(t("download"), links, copy)


def _nothing(answer: SearchAnswer, asked: Asked, t: Texts) -> Markup:
    narrowed = asked.narrowed or answer.understood
    advice = "nothing_filtered" if narrowed else "nothing_all" if asked.everything else (
        "nothing_top"
    )  # fmt: skip
    said = message(t("nothing_title", query=answer.query), t(advice))
    if asked.everything and not narrowed:
        closest = Asked(asked.query, asked.filters, False, asked.without, asked.expand)
        said += Markup('<p class="cd-note"><a href="?{0}" data-search="{0}">{1}</a></p>').format(
            closest.link, t("show_top")
        )
    return said


def start(t: Texts) -> Markup:
    """Return what stands in the result column before the first search."""
    return message(t("start_title"), t("start_body"))


def empty(t: Texts) -> Markup:
    """Return what stands there while the workspace holds no notice."""
    return message(t("empty_title"), t("empty_body"))


def failure(reason: str, t: Texts) -> Markup:
    """Return an error as the page shows it: what happened, and what to do."""
    return message(t("error_title"), reason, kind="error")
