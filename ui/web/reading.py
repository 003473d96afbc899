"""One notice in full, the chosen task highlighted in it, its facts marked where they stand."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from kg.ids import notice_iri
from kg.records import Notice, Stated, Task
from ui.web.evidence import Span, facts, legend, marked_lines, nested
from ui.web.parts import EMPTY, joined
from ui.web.texts import Texts


def reading(notice: Notice, task: Task | None, t: Texts, *, whole: bool = False) -> Markup:
    """Return the notice as a page to read, scrolled by the page to ``task``.

    Args:
        notice: what is shown.
        task: the task to mark; None where it is not there, or the notice was opened as a ``whole``.
        t: the page's words.
        whole: no task was asked for; what could not be read is told instead.
    """
    spans = nested(facts(notice, t), _tasks(notice, task, whole=whole))
    blocks = paper(notice, spans)
    close = Markup('<button type="button" class="cd-close" data-close>{}</button>').format(
        t("reading_close")
    )
    return Markup(
        '<div class="cd-reading"><header class="cd-reading__head">{close}<h2>{title}</h2>{head}'
        '{legend}</header><div class="cd-paper" tabindex="0" lang="vi">{blocks}</div></div>'
    ).format(
        close=close,
        title=notice.title.value if notice.title else notice.source,
        head=notice_head(notice, t, original_link(notice, t)),
        legend=_legend(spans, t, chosen=task is not None)
        + (warnings(notice, t) if whole else EMPTY if task else _missing(t)),
        blocks=blocks,
    )


def notice_head(notice: Notice, t: Texts, original: Markup | None = None) -> Markup:
    """Return number, issuer, days and people of a notice as a compact list."""
    rows: list[tuple[str, Stated[str] | Stated[date] | None]] = [
        ("number", notice.number),
        ("issuer", notice.issuer),
        ("issued", notice.issued),
        ("meeting_day", notice.meeting_date),
        ("chair", notice.chair),
        ("signer", notice.signer),
    ]
    known = [(t(key), _value(stated.value, t)) for key, stated in rows if stated]
    known.append((t("source"), notice.source))
    return Markup('<dl class="cd-facts">{}{}</dl>').format(
        joined(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in known),
        original or "",
    )


def original_link(notice: Notice, t: Texts) -> Markup:
    """Return the link to the file that a notice of the workspace was read from."""
    return Markup('<div><dd><a href="/api/original?{}" download>{}</a></dd></div>').format(
        urlencode({"iri": notice_iri(notice)}), t("original")
    )


def _value(value: str | date, t: Texts) -> str:
    return t.day(value) if isinstance(value, date) else value


def paper(notice: Notice, spans: Sequence[Span]) -> Markup:
    """Return the text of a notice line by line, the spans marked, its headings set apart."""
    headings = {task.section.strip() for task in notice.tasks if task.section}
    return joined(
        Markup('<p data-line="{}"{}>{}</p>').format(
            number,
            Markup(' class="cd-paper__heading"')
            if _is_heading(notice.text[start:end].strip(), headings)
            else EMPTY,
            line,
        )
        for number, start, end, line in marked_lines(notice.text, spans)
    )


def task_spans(notice: Notice) -> list[Span]:
    """Return the stretch of each task, which says its position."""
    return [Span(one.start, one.end, "task", str(n)) for n, one in enumerate(notice.tasks, 1)]


def _tasks(notice: Notice, task: Task | None, *, whole: bool) -> list[Span]:
    if task is not None:
        return [Span(task.start, task.end, "chosen")]
    return task_spans(notice) if whole else []


def _is_heading(line: str, headings: set[str]) -> bool:
    return any(line == h or (line.endswith(h) and len(line) < len(h) + 12) for h in headings)


def _legend(spans: Sequence[Span], t: Texts, *, chosen: bool) -> Markup:
    kinds = legend(spans, t)
    if not chosen:
        return Markup('<ul class="cd-legend">{}</ul>').format(kinds)
    return Markup(
        '<ul class="cd-legend"><li><mark class="cd-chosen">{}</mark></li>{}'
        '<li><button type="button" class="cd-link" data-back>{}</button></li></ul>'
    ).format(t("legend_task"), kinds, t("reading_back"))


def _missing(t: Texts) -> Markup:
    return Markup('<p class="cd-note">{}</p>').format(t("not_found_in_notice"))


def warnings(notice: Notice, t: Texts) -> Markup:
    """Return what could not be read, each with the way to its place in the text."""
    if not notice.warnings:
        return Markup('<p class="cd-note">{}</p>').format(t("preview_no_warnings"))
    items = joined(
        Markup('<li><button type="button" class="cd-link" data-place="{}">{}</button></li>').format(
            notice.text.count("\n", 0, warning.start), caveat(warning.message, t)
        )
        for warning in notice.warnings
    )
    return Markup('<details class="cd-warnings"><summary>{}</summary><ul>{}</ul></details>').format(
        t.count("warnings", len(notice.warnings)), items
    )


_CAVEATS = {
    "no unit could be read for this task": "caveat_no_unit",
    "no task was found in this text": "caveat_no_task",
}
"""What the reader warns of, in the page's words; anything else is shown as it came."""


def caveat(message: str, t: Texts) -> str:
    """Return a warning of the reader in the page's words."""
    key = _CAVEATS.get(message)
    return t(key) if key else message
