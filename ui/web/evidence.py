"""Where a notice states each fact, and its text with those places marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise

from markupsafe import Markup, escape

from kg.records import EVERY_UNIT, Citation, Deadline, Mention, Notice, Period, Stated, Task
from ui.web.parts import EMPTY, joined
from ui.web.texts import Texts

HEAD = (
    "number", "issuer", "issued", "place", "title", "meeting_date", "chair", "signer",
    "signer_post", "present", "reviewed", "planned",
)  # fmt: skip
"""What a notice says of itself, by the names of its fields."""
KINDS = ("head", "unit", "due", "ref", "project", "person", "place", "finding")
"""Kinds of facts, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that states something."""

    start: int
    end: int
    kind: str
    """One of ``KINDS``, ``task``, or ``chosen`` for the task that was asked for."""
    says: str = ""
    """What was read from it, where its words do not say it; of a task its position, from 1."""


def facts(notice: Notice, t: Texts) -> list[Span]:
    """Return every fact that was read from a notice, where it stands."""
    spans = [span for task in notice.tasks for span in task_facts(task, t)]
    spans += [_citation(one, t) for one in notice.documents]
    spans += [Span(one.start, one.end, "finding", t("legend_finding")) for one in notice.findings]
    spans += [_citation(one, t) for finding in notice.findings for one in finding.refs]
    for field in fields(notice):
        stated = getattr(notice, field.name)
        if field.name in HEAD and isinstance(stated, Stated):
            said = f"{t(f'head_{field.name}')}: {_value(stated.value, t)}"
            spans.append(Span(stated.start, stated.end, "head", said))
    return spans


def task_facts(task: Task, t: Texts) -> list[Span]:
    """Return every fact that was read from a task, where it stands."""
    return [
        *(_deadline(one, t) for one in task.deadlines),
        *(_citation(one, t) for one in task.refs),
        *_mentions("project", task.projects, t),
        *_mentions("unit", (*task.assignees, *task.coordinators), t),
        *_mentions("person", (*task.people, *task.supervisors, *task.submitted_to), t),
        *_mentions("place", task.places, t),
    ]


def nested(spans: Iterable[Span], tasks: Sequence[Span] = ()) -> list[Span]:
    """Return the spans in order, those within others after them; what crosses another is dropped.

    Args:
        spans: facts.
        tasks: these are kept whole: a fact that crosses the edge of one is cut there.

    >>> [s.kind for s in nested([Span(2, 6, "unit"), Span(0, 4, "due"), Span(1, 3, "place")])]
    ['due', 'place']
    >>> [(s.start, s.end) for s in nested([Span(0, 4, "due")], [Span(2, 9, "task")])]
    [(0, 2), (2, 9), (2, 4)]
    """
    edges = sorted({edge for task in tasks for edge in (task.start, task.end)})
    spans = [*tasks, *(piece for span in spans for piece in _cut(span, edges))]
    kept: list[Span] = []
    ends: list[int] = []
    places = set()
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while ends and ends[-1] <= span.start:
            ends.pop()
        place = (span.start, span.end)
        if span.start >= span.end or place in places or (ends and span.end > ends[-1]):
            continue
        places.add(place)
        kept.append(span)
        ends.append(span.end)
    return kept


def lines_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield number, start and end of each line that is not blank."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield number, at, at + len(line)
        at += len(line) + 1


def marked_lines(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, int, Markup]]:
    """Yield number, start and end of each line, and the line with the spans marked in it.

    Args:
        text: the text of a notice.
        spans: from ``nested``.
    """
    starts = [span.start for span in spans]
    open_: list[Span] = []
    at = 0
    for number, start, end in lines_of(text):
        after = bisect_left(starts, end, at)
        open_ = [span for span in (*open_, *spans[at:after]) if span.end > start]
        at = after
        yield number, start, end, marked(text, start, end, open_)


def marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """Return ``text[start:end]`` as HTML with the spans of it marked; they are as ``nested``."""
    out, at, i = EMPTY, start, 0
    here = [span for span in spans if span.start < end and span.end > start]
    while i < len(here):
        span = here[i]
        first, last = max(span.start, start), min(span.end, end)
        within = i + 1
        while within < len(here) and here[within].start < last:
            within += 1
        out += _plain(text[at:first]) + _wrapped(
            span, marked(text, first, last, here[i + 1 : within]), begins=span.start >= start
        )
        at, i = last, within
    return out + _plain(text[at:end])


def legend(spans: Iterable[Span], t: Texts) -> Markup:
    """Return what the marks mean, as the items of a list."""
    there = {span.kind for span in spans}
    return joined(
        Markup('<li><span class="cd-fact cd-fact--{}">{}</span></li>').format(k, t(f"legend_{k}"))
        for k in KINDS
        if k in there
    )


def _cut(span: Span, edges: list[int]) -> Iterator[Span]:
    first, last = bisect_right(edges, span.start), bisect_left(edges, span.end)
    ends = [span.start, *edges[first:last], span.end]
    for start, end in pairwise(ends):
        yield replace(span, start=start, end=end)


def _wrapped(span: Span, inside: Markup, *, begins: bool) -> Markup:
    if span.kind == "chosen":
        return Markup('<mark class="cd-chosen">{}</mark>').format(inside)
    if span.kind == "task":
        number = Markup('<b class="cd-task__n" aria-hidden="true">{}</b>').format(span.says)
        return Markup('<span class="cd-task" data-n="{}">{}{}</span>').format(
            span.says, number if begins else EMPTY, inside
        )
    says = Markup(' title="{}"').format(span.says) if span.says else EMPTY
    return Markup('<span class="cd-fact cd-fact--{}"{}>{}</span>').format(span.kind, says, inside)


def _plain(text: str) -> Markup:
    """Escape a text, drawing the bars between the cells of a table row faintly."""
    return Markup('<span class="cd-cellbar">|</span>').join(map(escape, text.split("|")))


def _mentions(kind: str, mentions: Iterable[Mention], t: Texts) -> Iterator[Span]:
    for one in mentions:
        name = t("every_unit") if one.canonical == EVERY_UNIT else one.canonical or one.name
        yield Span(one.start, one.end, kind, f"{t(f'legend_{kind}')}: {name}")


def _deadline(deadline: Deadline, t: Texts) -> Span:
    day = t.day(deadline.due) if deadline.due else t("no_single_day")
    return Span(deadline.start, deadline.end, "due", f"{t('legend_due')}: {day}")


def _citation(ref: Citation, t: Texts) -> Span:
    name = cited(ref) + (f", {t.day(ref.date)}" if ref.date else "")
    return Span(ref.start, ref.end, "ref", f"{t('legend_ref')}: {name}")


def cited(ref: Citation) -> str:
    """Return a document's kind and number, as one would say it."""
    return f"{ref.type} {ref.key}" if ref.type and ref.type not in ref.key else ref.key


def _value(value: object, t: Texts) -> str:
    if isinstance(value, Period):
        return f"{t.day(value.begin)} - {t.day(value.until)}"
    return t.day(value) if isinstance(value, date) else str(value)
