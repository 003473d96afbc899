"""One notice in full, the chosen task highlighted in it, its facts marked where they stand."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup, escape

from kg.ids import notice_iri
from kg.records import Notice, Stated, Task
from ui.web.parts import EMPTY, joined
from ui.web.texts import Texts

Span = tuple[int, int, str]
"""Start, end and the kind of fact (``due``, ``ref``, ``project``, ``unit``)."""


def reading(notice: Notice, task: Task | None, t: Texts, *, whole: bool = False) -> Markup:
    """Return the notice as a page to read, scrolled by the page to ``task``.

    Args:
        notice: what is shown.
        task: the task to mark; None where it is not there, or the notice was opened as a ``whole``.
        t: the page's words.
        whole: no task was asked for; what could not be read is told instead.
    """
    chosen = (task.start, task.end) if task else None
    facts = _apart(span for other in notice.tasks for span in _facts(other))
    headings = {other.section.strip() for other in notice.tasks if other.section}
    blocks = joined(
        _block(notice.text, start, end, chosen, facts, headings, line)
        for line, start, end in _blocks(notice.text)
    )
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
        legend=_legend(facts, t, chosen=task is not None)
        + (_warnings(notice, t) if whole else EMPTY if task else _missing(t)),
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


def _facts(task: Task) -> list[Span]:
    spans: list[Span] = [(d.start, d.end, "due") for d in task.deadlines]
    spans += [(r.start, r.end, "ref") for r in task.refs]
    spans += [(p.start, p.end, "project") for p in task.projects]
    spans += [(m.start, m.end, "unit") for m in (*task.assignees, *task.coordinators)]
    return _apart(spans)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, dropping any that overlaps an earlier one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if span[0] < span[1] and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return kept


def _blocks(text: str) -> Iterable[tuple[int, int, int]]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield number, at, at + len(line)
        at += len(line) + 1


def _block(
    text: str,
    start: int,
    end: int,
    chosen: tuple[int, int] | None,
    facts: list[Span],
    headings: set[str],
    number: int,
) -> Markup:
    line = text[start:end].strip()
    is_heading = any(line == h or (line.endswith(h) and len(line) < len(h) + 12) for h in headings)
    css = f' id="cd-line-{number}"' + (' class="cd-paper__heading"' if is_heading else "")
    if chosen is None or end <= chosen[0] or start >= chosen[1]:
        return Markup("<p{}>{}</p>").format(Markup(css), _with_facts(text, start, end, facts))
    first, last = max(start, chosen[0]), min(end, chosen[1])
    return Markup('<p{}>{}<mark class="cd-chosen">{}</mark>{}</p>').format(
        Markup(css),
        _with_facts(text, start, first, facts),
        _with_facts(text, first, last, facts),
        _with_facts(text, last, end, facts),
    )


def _with_facts(text: str, start: int, end: int, facts: list[Span]) -> Markup:
    out, at = Markup(""), start
    for first, last, kind in facts:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        out += _plain(text[at:first])
        out += Markup('<span class="cd-fact cd-fact--{}">{}</span>').format(kind, text[first:last])
        at = last
    return out + _plain(text[at:end])


def _plain(text: str) -> Markup:
    """Escape a text, drawing the bars between the cells of a table row faintly."""
    return Markup('<span class="cd-cellbar">|</span>').join(map(escape, text.split("|")))


def _legend(facts: list[Span], t: Texts, *, chosen: bool) -> Markup:
    kinds = sorted({kind for _, _, kind in facts})
    mark = Markup('<li><mark class="cd-chosen">{}</mark></li>').format(t("legend_task"))
    items = [mark] if chosen else []
    items += [
        Markup('<li><span class="cd-fact cd-fact--{}">{}</span></li>').format(k, t(f"legend_{k}"))
        for k in kinds
    ]
    back = Markup('<li><button type="button" class="cd-link" data-back>{}</button></li>').format(
        t("reading_back")
    )
    if not chosen:
        back = EMPTY
    return Markup('<ul class="cd-legend">{}{}</ul>').format(joined(items), back)


def _missing(t: Texts) -> Markup:
    return Markup('<p class="cd-note">{}</p>').format(t("not_found_in_notice"))


def _warnings(notice: Notice, t: Texts) -> Markup:
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
