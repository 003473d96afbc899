"""What was read from an uploaded file, shown before anything is added."""

from collections.abc import Sequence

from markupsafe import Markup

from kg.records import EVERY_UNIT, Citation, Deadline, Notice, Task
from ui.answers import IngestReport, Outcome
from ui.web.parts import joined, message, unit_names
from ui.web.reading import caveat, notice_head
from ui.web.texts import Texts


def preview(notice: Notice, t: Texts) -> Markup:
    """Return one read notice: its head, figures, what to check, and its tasks as a table."""
    return Markup(
        '<article class="cd-preview"><h3>{title}</h3>{head}{figures}{warnings}{tasks}</article>'
    ).format(
        title=t("preview_of", name=notice.source),
        head=notice_head(notice, t),
        figures=_figures(notice, t),
        warnings=_warnings(notice, t),
        tasks=_tasks(notice, t),
    )


def report(outcome: IngestReport, t: Texts) -> Markup:
    """Return what became of each file that was added."""
    kinds: tuple[tuple[str, Sequence[Outcome]], ...] = (
        ("read", outcome.read),
        ("replaced", outcome.replaced),
        ("unchanged", outcome.unchanged),
        ("failed", outcome.failed),
    )
    lines = joined(
        Markup('<li class="cd-outcome cd-outcome--{}"><b>{}</b> {} {}</li>').format(
            kind,
            one.source,
            t(f"added_{kind}"),
            Markup("<span>{}</span>").format(_about(one, t)),
        )
        for kind, group in kinds
        for one in group
    )
    return Markup('<div class="cd-message" role="status"><h3>{}</h3><ul>{}</ul></div>').format(
        t("added"), lines
    )


def _about(one: Outcome, t: Texts) -> str:
    return one.reason or (t.count("tasks_count", one.tasks) if one.tasks else "")


def _figures(notice: Notice, t: Texts) -> Markup:
    units = {unit for task in notice.tasks for unit in _units(task) if unit != EVERY_UNIT}
    rows = (
        ("preview_tasks", len(notice.tasks)),
        ("preview_units", len(units)),
        ("preview_deadlines", sum(len(task.deadlines) for task in notice.tasks)),
        ("preview_documents", len(notice.documents)),
    )
    return Markup('<ul class="cd-figures">{}</ul>').format(
        joined(Markup("<li><b>{}</b> {}</li>").format(t.number(n), t(key)) for key, n in rows)
    )


def _warnings(notice: Notice, t: Texts) -> Markup:
    if not notice.warnings:
        return Markup('<p class="cd-note">{}</p>').format(t("preview_no_warnings"))
    items = joined(
        Markup("<li>{} <q>{}</q></li>").format(
            caveat(w.message, t), _short(notice.text[w.start : w.end])
        )
        for w in notice.warnings
    )
    return Markup('<div class="cd-warnings"><h4>{}</h4><ul>{}</ul></div>').format(
        t("preview_warnings"), items
    )


def _tasks(notice: Notice, t: Texts) -> Markup:
    if not notice.tasks:
        return message(t("preview_no_tasks"))
    table = [_cells(task, notice, t) for task in notice.tasks]
    head = joined(Markup('<th scope="col">{}</th>').format(t(key)) for key, _ in table[0])
    rows = joined(
        Markup("<tr>{}</tr>").format(
            joined(Markup('<td data-label="{}">{}</td>').format(t(key), cell) for key, cell in row)
        )
        for row in table
    )
    return Markup(
        '<div class="cd-scroll" tabindex="0" role="region" aria-label="{}">'
        '<table class="cd-table cd-table--preview"><thead><tr>{}</tr></thead><tbody>{}</tbody>'
        "</table></div>"
    ).format(t("preview_tasks"), head, rows)


def _cells(task: Task, notice: Notice, t: Texts) -> list[tuple[str, str | Markup]]:
    """A task's row: the key of each column and what stands there."""
    page = notice.page_of(task.start)
    return [
        ("col_label", task.label or ""),
        *([("col_page", t.number(page))] if page else []),
        ("col_task", task.text),
        ("col_units", _lines(unit_names(_units(task), t))),
        ("col_due", joined((_deadline(d, t) for d in task.deadlines), "<br>")),
        ("col_refs", _lines([_cited(ref) for ref in task.refs])),
    ]


def _units(task: Task) -> list[str]:
    return [mention.canonical or mention.name for mention in task.assignees]


def _deadline(deadline: Deadline, t: Texts) -> Markup:
    quote = Markup('<q class="cd-cell-quote">{}</q>').format(deadline.text)
    if deadline.due is None:
        return quote
    if deadline.text == t.day(deadline.due):
        return Markup('<span class="cd-cell-day">{}</span>').format(deadline.text)
    return Markup('<span class="cd-cell-day">{}</span><br>{}').format(t.day(deadline.due), quote)


def _cited(ref: Citation) -> str:
    return f"{ref.type} {ref.key}" if ref.type and ref.type not in ref.key else ref.key


def _lines(values: Sequence[str]) -> Markup:
    return joined((Markup("<span>{}</span>").format(value) for value in values), "<br>")


def _short(text: str, limit: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
