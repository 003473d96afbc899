"""What was read from files, shown fact by fact before anything is added."""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from kg.records import EVERY_UNIT, Deadline, Mention, Notice, Task
from ui.answers import Progress
from ui.web.cards import failure
from ui.web.evidence import Span, cited, facts, legend, marked, nested, task_facts
from ui.web.parts import EMPTY, joined, message, unit_names
from ui.web.reading import notice_head, paper, task_spans, warnings
from ui.web.texts import Texts
from ui.web.uploads import ACCEPTABLE, MOST_FILES, MOST_MEGABYTES, UNDOABLE, Batch, Upload

_STEPS = ("read", "graph", "index", "save")


def view(batch: Batch, t: Texts, said: Markup = EMPTY, *, busy: bool = False) -> Markup:
    """Return the files, what can be done with each, and what was read from the chosen one.

    Args:
        batch: the files.
        t: the page's words.
        said: how far something is, or why it could not be done.
        busy: something is being done: the files alone are shown.
    """
    if busy:
        return said + Markup('<ul class="cd-files">{}</ul>').format(
            joined(_row(file, False, t, busy=True) for file in batch.files)
        )
    if not batch.files and not batch.over:
        return said + _start(t)
    over = EMPTY
    if batch.over:
        limits = {"files": MOST_FILES, "megabytes": MOST_MEGABYTES}
        over = failure(t("too_many", count=batch.over, **limits), t)
    rows = joined(_row(file, file.key == batch.chosen, t) for file in batch.files)
    shown = next((file for file in batch.files if file.key == batch.chosen), None)
    return (
        said
        + over
        + Markup('{}<ul class="cd-files">{}</ul>{}').format(
            _bar(batch, t), rows, review(shown.notice, t) if shown and shown.notice else EMPTY
        )
    )


def reading_progress(name: str, done: int, total: int, t: Texts) -> Markup:
    """Return which file is being read, of how many."""
    return Markup(
        '<div class="cd-progress" role="status"><p>{}</p>'
        '<progress max="{}" value="{}" aria-label="{}"></progress></div>'
    ).format(t("add_reading", name=name, n=done + 1, total=total), total, done, t("step_read"))


def adding_progress(step: Progress, t: Texts) -> Markup:
    """Return how far the adding of files is, step by step."""
    items = joined(
        Markup('<li class="{}"{}>{}</li>').format(
            "is-done" if i < _STEPS.index(step.step) else "is-now" if name == step.step else "",
            Markup(' aria-current="step"') if name == step.step else "",
            t(f"step_{name}"),
        )
        for i, name in enumerate(_STEPS)
    )
    share = step.done / step.total if step.total else 0
    value = (_STEPS.index(step.step) + share) / len(_STEPS)
    return Markup(
        '<div class="cd-progress" role="status"><p><b>{}</b></p><ol>{}</ol>'
        '<progress max="1" value="{:.3f}" aria-label="{}"></progress></div>'
    ).format(step.source, items, value, t("add_button"))


def review(notice: Notice, t: Texts) -> Markup:
    """Return a read notice: its head, what to check, its tasks, and its text with all marked."""
    spans = nested(facts(notice, t), task_spans(notice))
    tasks = joined(_task(n, task, notice, t) for n, task in enumerate(notice.tasks, 1))
    return Markup(
        '<article class="cd-review"><header><h3>{title}</h3>{head}{warnings}</header>'
        '<section class="cd-review__tasks"><h4>{tasks_title} <span>{count}</span></h4>'
        '<ol class="cd-reads" tabindex="0" aria-label="{tasks_title}">{tasks}</ol></section>'
        '<section class="cd-review__text"><h4>{text_title}</h4><ul class="cd-legend">{legend}</ul>'
        '<div class="cd-paper" tabindex="0" lang="vi" role="region" aria-label="{text_title}">'
        "{paper}</div></section></article>"
    ).format(
        title=t("preview_of", name=notice.source),
        head=notice_head(notice, t),
        warnings=warnings(notice, t),
        tasks_title=t("preview_tasks"),
        count=t.number(len(notice.tasks)),
        tasks=tasks,
        text_title=t("preview_text"),
        legend=Markup('<li><span class="cd-task">{}</span></li>').format(t("legend_a_task"))
        + legend(spans, t),
        paper=paper(notice, spans),
    )


def _start(t: Texts) -> Markup:
    body = t("add_start_body", files=MOST_FILES, megabytes=MOST_MEGABYTES)
    return message(t("add_start_title"), body)


def _bar(batch: Batch, t: Texts) -> Markup:
    waiting = batch.among(["waiting"])
    every = EMPTY
    if len(waiting) > 1:
        every = _act("accept-all", "", t("add_count", count=t.number(len(waiting))), primary=True)
    said = t.count("add_waiting", len(waiting)) if waiting else t("add_none_waiting")
    return Markup('<div class="cd-filebar"><p role="status">{}</p>{}{}</div>').format(
        said, every, _act("clear", "", t("act_clear"))
    )


def _row(file: Upload, chosen: bool, t: Texts, *, busy: bool = False) -> Markup:
    name: Markup | str = file.name
    if file.notice and not busy:
        name = Markup(
            '<button type="button" class="cd-link" data-act="show" data-file="{}" '
            'aria-pressed="{}">{}</button>'
        ).format(file.key, "true" if chosen else "false", file.name)
    return Markup(
        '<li class="cd-file cd-file--{}{}"{}><div class="cd-file__what"><b>{}</b>{}{}</div>'
        '<span class="cd-file__state">{}</span><div class="cd-file__acts">{}</div></li>'
    ).format(
        file.state, " is-shown" if chosen else "", Markup(" data-focus") if chosen else EMPTY,
        name, _about(file, t), _note(file, t), t(f"file_{file.state}"),
        EMPTY if busy else _acts(file, t),
    )  # fmt: skip


def _about(file: Upload, t: Texts) -> Markup:
    notice = file.notice
    if notice is None:
        return EMPTY
    day = notice.meeting_date or notice.issued
    pieces = [
        *([notice.number.value] if notice.number else []),
        *([t.day(day.value)] if day else []),
        t.count("tasks_count", len(notice.tasks)),
        t.count("deadlines_count", sum(len(one.deadlines) for one in notice.tasks)),
    ]
    check = EMPTY
    if notice.warnings:
        said = t.count("warnings", len(notice.warnings))
        check = Markup(' · <b class="cd-file__check">{}</b>').format(said)
    return Markup('<span class="cd-file__about">{}{}</span>').format(" · ".join(pieces), check)


def _note(file: Upload, t: Texts) -> Markup:
    note, link = file.reason, EMPTY
    if file.state == "waiting" and file.stands:
        note = t("known_same") if file.same else t("known_other", source=file.stands)
    elif file.state == "waiting" and file.notice and _is_nameless(file.notice):
        note = t("known_nameless")
    if file.state in UNDOABLE:
        address = urlencode({"tab": "meetings", "notice": file.iri})
        link = Markup('<a href="?{}" target="_blank">{}</a>').format(address, t("add_changed"))
        note = t("known_replaced") if file.state == "replaced" else ""
    if file.state == "superseded":
        note = t("known_superseded", source=file.reason)
    if not note and not link:
        return EMPTY
    return Markup('<span class="cd-file__note">{} {}</span>').format(note, link)


def _is_nameless(notice: Notice) -> bool:
    return not (notice.number or notice.issuer or notice.issued or notice.meeting_date)


def _acts(file: Upload, t: Texts) -> Markup:
    key = file.key
    if file.state in ACCEPTABLE:
        again = file.state == "undone"
        return _act(
            "accept", key, t("act_again" if again else "add_button"), primary=not again
        ) + _act("reject", key, t("act_reject"))
    if file.state in UNDOABLE:
        return _act("undo", key, t("act_undo"))
    if file.state == "rejected" and file.notice:
        return _act("restore", key, t("act_restore"))
    return EMPTY


def _act(act: str, key: str, name: str, *, primary: bool = False) -> Markup:
    return Markup(
        '<button type="button" class="cd-answer{}" data-act="{}" data-file="{}">{}</button>'
    ).format(" is-primary" if primary else "", act, key, name)


def _task(n: int, task: Task, notice: Notice, t: Texts) -> Markup:
    """Return one task: its words with its facts marked, and what was read from them."""
    spans = nested(task_facts(task, t))
    page = notice.page_of(task.start)
    return Markup(
        '<li class="cd-read"><p class="cd-read__text" lang="vi"><b>{}</b> {}</p>'
        '<dl class="cd-read__facts">{}</dl>'
        '<button type="button" class="cd-open" data-task-n="{}">{}</button>{}</li>'
    ).format(
        n, _lines(notice.text, task, spans), joined(_values(task, t)), n, t("preview_find"),
        Markup(' <span class="cd-tag">{}</span>').format(t("preview_page", page=t.number(page)))
        if page else EMPTY,
    )  # fmt: skip


def _lines(text: str, task: Task, spans: Sequence[Span]) -> Markup:
    return marked(text, task.start, task.end, spans)


def _values(task: Task, t: Texts) -> list[Markup]:
    rows: list[tuple[str, str, list[str]]] = [
        ("unit", t("col_units"), list(unit_names(_names(task.assignees), t))),
        ("unit", t("col_with"), list(_names(task.coordinators))),
        ("due", t("col_due"), [_due(one, t) for one in task.deadlines]),
        ("ref", t("col_refs"), [cited(one) for one in task.refs]),
        ("project", t("legend_project"), list(_names(task.projects))),
        ("person", t("legend_person"), list(_names((*task.supervisors, *task.people)))),
        ("place", t("legend_place"), list(_names(task.places))),
    ]
    return [
        Markup('<div class="cd-value--{}"><dt>{}</dt><dd>{}</dd></div>').format(
            kind, label, "; ".join(dict.fromkeys(values))
        )
        for kind, label, values in rows
        if values
    ]


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(
        EVERY_UNIT if one.canonical == EVERY_UNIT else one.canonical or one.name for one in mentions
    )


def _due(deadline: Deadline, t: Texts) -> str:
    return t.day(deadline.due) if deadline.due else f"{deadline.text} ({t('no_single_day')})"
