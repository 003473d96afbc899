"""Search results as cards, and the states around them."""

from markupsafe import Markup

from ui.answers import SearchAnswer, TaskHit
from ui.web.marks import marked
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


def results(
    answer: SearchAnswer,
    t: Texts,
    *,
    everything: bool,
    filtered: bool,
    link: str,
    milliseconds: float,
) -> Markup:
    """Return the whole result column.

    Args:
        everything: every relevant task was asked for, not the closest few.
        filtered: a filter was in use, which an empty result should mention.
        link: query string that asks for the same search (``q=...&unit=...``).
        milliseconds: how long the search took.
    """
    if not answer.hits:
        return _nothing(answer.query, t, everything=everything, filtered=filtered)
    title = t.count(
        "found_all" if everything else "found_top", len(answer.hits), query=answer.query
    )
    head = Markup(
        '<div class="cd-resulthead" data-address="{}">'
        '<h2 id="cd-result-title" role="status">{}</h2><span class="cd-took">{}</span>{}</div>'
    ).format(link, title, t("took", ms=t.number(round(milliseconds))), _downloads(link, t))
    items = joined(card(hit, answer.query, t) for hit in answer.hits)
    return head + Markup('<ol class="cd-hits" aria-labelledby="cd-result-title">{}</ol>').format(
        items
    )


def card(hit: TaskHit, query: str, t: Texts) -> Markup:
    """Return one task found: unit, deadline, meeting, its words, how relevant and why."""
    return Markup(
        '<li><article class="cd-hit" data-task="{task}" data-notice="{notice}">'
        '<header class="cd-hit__head">{units}{due}</header>'
        '<p class="cd-hit__text">{text}</p>'
        '<footer class="cd-hit__foot">{meeting}<span class="cd-source">{source}</span>'
        "{why}{relevance}{open}</footer></article></li>"
    ).format(
        task=hit.task,
        notice=hit.notice,
        units=units(hit.assignees, t),
        due=due_badge(hit.due, t),
        text=marked(hit.text, (query, *matched(hit.why))),
        meeting=meeting(hit.meeting_date, t),
        source=hit.source,
        why=_why(hit.why, t),
        relevance=_relevance(hit.relevance, t),
        open=open_button(hit.task, hit.notice, t),
    )


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


def _downloads(link: str, t: Texts) -> Markup:
    return Markup(
        '<span class="cd-downloads">{label}: '
        '<a href="/api/search?{link}&amp;format=xlsx&amp;lang={lang}" download>{excel}</a> '
        '<a href="/api/search?{link}&amp;format=csv&amp;lang={lang}" download>{csv}</a></span>'
    ).format(label=t("download"), link=link, lang=t.lang, excel=t("excel"), csv=t("csv"))


def _nothing(query: str, t: Texts, *, everything: bool, filtered: bool) -> Markup:
    advice = "nothing_filtered" if filtered else "nothing_all" if everything else "nothing_top"
    return message(t("nothing_title", query=query), t(advice))


def start(t: Texts) -> Markup:
    """Return what stands in the result column before the first search."""
    return message(t("start_title"), t("start_body"))


def empty(t: Texts) -> Markup:
    """Return what stands there while the workspace holds no notice."""
    return message(t("empty_title"), t("empty_body"))


def failure(reason: str, t: Texts) -> Markup:
    """Return an error as the page shows it: what happened, and what to do."""
    return message(t("error_title"), reason, kind="error")
