"""What the machine asks and what people decided, as the curate tab shows it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.answers import ContinuationAnswer, TaskAnswer, ThreadAnswer
from ui.web.parts import EMPTY, due_badge, joined, meeting, message, open_button, units
from ui.web.texts import Texts

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.identity import Question

_DOUBTFUL = 0.8
"""A continuation less sure than this is worth a person's look. Set by hand."""
_ASKED = 20
"""Questions put at once: more is no longer an invitation."""

Doubt = tuple[ContinuationAnswer, TaskAnswer, TaskAnswer]


def doubts_of(threads: Sequence[ThreadAnswer], decisions: Sequence["Decision"]) -> list[Doubt]:
    """Return the continuations that are doubtful and that nobody decided, the most doubtful first.

    Args:
        threads: the works followed across meetings.
        decisions: those that hold.
    """
    decided = [{subject.iri for subject in decision.subjects} for decision in decisions]
    found = []
    for thread in threads:
        tasks = {task.task: task for task in thread.tasks}
        for link in thread.links:
            pair = {link.later, link.earlier}
            if link.probability < _DOUBTFUL and not any(pair <= one for one in decided):
                found.append((link, tasks[link.earlier], tasks[link.later]))
    return sorted(found, key=lambda doubt: (doubt[0].probability, doubt[0].later))


def questions(names: Sequence["Question"], doubts: Sequence[Doubt], t: Texts) -> Markup:
    """Return everything that the machine asks, each with buttons to answer."""
    if not names and not doubts:
        return message(t("curate_nothing"))
    parts = [_about_names(names[:_ASKED], t), _about_works(doubts[:_ASKED], t)]
    left = max(0, len(names) - _ASKED) + max(0, len(doubts) - _ASKED)
    more = Markup('<p class="cd-note">{}</p>').format(t("curate_more", count=t.number(left)))
    return joined(parts) + (more if left else EMPTY)


def history(
    decisions: Sequence["Decision"], held: frozenset[str], labels: dict[str, str], t: Texts
) -> Markup:
    """Return what was decided, the newest first, with the way to take each back.

    Args:
        decisions: all of them, the oldest first.
        held: IRIs of those that hold.
        labels: names of the things they are about.
        t: the page's words.
    """
    shown = [decision for decision in reversed(decisions) if decision.verdict != "undo"]
    if not shown:
        return Markup('<p class="cd-note">{}</p>').format(t("curate_no_history"))
    return Markup('<ul class="cd-lines">{}</ul>').format(
        joined(_decision(one, one.iri in held, labels, t) for one in shown)
    )


def _about_names(names: Sequence["Question"], t: Texts) -> Markup:
    if not names:
        return EMPTY
    items = joined(
        Markup(
            '<li class="cd-line"><p class="cd-line__text">{}</p>'
            '<p class="cd-answers">{}{}</p></li>'
        ).format(
            t("curate_may_be", name=question.name),
            joined(
                _answer("confirm", (one.iri, question.subject), t("curate_is", name=one.label))
                for one in question.candidates
            ),
            _answer(
                "reject", (question.subject, *(one.iri for one in question.candidates)),
                t("curate_none"),
            ),
        )
        for question in names
    )  # fmt: skip
    return _group(t("curate_names"), len(names), items, t)


def _about_works(doubts: Sequence[Doubt], t: Texts) -> Markup:
    if not doubts:
        return EMPTY
    items = joined(
        Markup(
            '<li class="cd-line"><div class="cd-pair">{}{}</div><p class="cd-answers">{}{}'
            '<span class="cd-tag">{}</span></p></li>'
        ).format(
            _task(earlier, t), _task(later, t),
            _answer("confirm", (link.earlier, link.later), t("curate_same")),
            _answer("reject", (link.earlier, link.later), t("curate_other")),
            t("curate_sure", percent=round(100 * link.probability)),
        )
        for link, earlier, later in doubts
    )  # fmt: skip
    return _group(t("curate_works"), len(doubts), items, t)


def _group(title: str, count: int, items: Markup, t: Texts) -> Markup:
    return Markup(
        '<section class="cd-status"><h3 class="cd-status__title">{} <span>{}</span></h3>'
        '<ul class="cd-lines">{}</ul></section>'
    ).format(title, t.number(count), items)


def _task(task: TaskAnswer, t: Texts) -> Markup:
    return Markup(
        '<div><p class="cd-line__head">{}{}{}</p><p class="cd-line__text">{}</p>{}</div>'
    ).format(
        meeting(task.meeting_date, t), units(task.assignees, t),
        due_badge(task.due, t) if task.due else EMPTY, task.text,
        open_button(task.task, task.notice, t),
    )  # fmt: skip


def _answer(verdict: str, what: Sequence[str], name: str) -> Markup:
    return Markup(
        '<button type="button" class="cd-answer" data-verdict="{}" data-what="{}">{}</button>'
    ).format(verdict, " ".join(what), name)


def _decision(one: "Decision", holds: bool, labels: dict[str, str], t: Texts) -> Markup:
    about = " ↔ ".join(s.text or labels.get(s.iri, s.iri.rpartition("/")[2]) for s in one.subjects)
    day = t.day(datetime.fromisoformat(one.at).date())
    undo = Markup('<button type="button" class="cd-open" data-undo="{}">{}</button>').format(
        one.iri, t("curate_undo")
    )
    return Markup(
        '<li class="cd-line{}"><p class="cd-line__head"><b>{}</b>{}'
        '<span class="cd-tag">{}</span></p>'
        '<p class="cd-line__text">{}</p><p class="cd-line__foot">{}</p></li>'
    ).format(
        "" if holds else " is-void", t(f"verdict_{one.verdict}"),
        Markup(" <span>“{}”</span>").format(one.text) if one.text else EMPTY,
        t("curate_by", by=one.by, day=day), about,
        undo if holds else t("curate_void"),
    )  # fmt: skip
