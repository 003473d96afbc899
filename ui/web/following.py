"""What the follow tab shows: the facts of a node and its tasks, by thread and meeting."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby
from urllib.parse import urlencode

from markupsafe import Markup

from ui.answers import Choice, Choices, RefsAnswer, TaskAnswer, ThreadAnswer
from ui.web.parts import (
    EMPTY,
    due_badge,
    follow_button,
    joined,
    meeting,
    message,
    open_button,
    units,
)
from ui.web.texts import TEXTS, Texts

_OFFERED = 8
"""Names of a kind offered before anything is picked: what fits three lines on a laptop."""


def facts(
    answer: RefsAnswer, t: Texts, status_of: Callable[[str], str | None] = lambda _: None
) -> Markup:
    """Return the head of a followed node: its kind, its name and what its tasks add up to.

    Args:
        answer: the node and its tasks.
        t: the page's words.
        status_of: from a task's IRI to how its work stands today.
    """
    tasks = _tasks(answer)
    days = sorted({task.meeting_date for task in tasks if task.meeting_date})
    due = max((task.due for task in tasks if task.due), default=None)
    who = Counter(name for task in tasks for name in task.assignees if name != "*")
    rows: list[tuple[str, Markup | str]] = []
    if who and answer.kind != "unit":
        names = (follow_button(name, name, t) for name, _ in who.most_common())
        rows.append((t("units_involved"), joined(names, " · ")))
    if len(days) > 1:
        rows.append((t("first_meeting"), t.day(days[0])))
    if days:
        rows.append((t("last_meeting"), t.day(days[-1])))
    if due:
        rows.append((t("next_due"), t.day(due)))
    count = t.count("tasks_count", len(tasks))
    if days:
        count += " · " + t.count("meetings_count", len(days))
    return Markup(
        '<div class="cd-node" data-address="{address}">'
        '<p class="cd-kind cd-kind--{kind}">{kind_name}</p><h2>{label}</h2>'
        '<p class="cd-node__count">{count}</p>{motion}<dl class="cd-facts">{rows}</dl></div>'
    ).format(
        address=urlencode({"tab": "follow", "what": answer.iri}),
        kind=answer.kind,
        kind_name=kind_name(answer.kind, t),
        label=answer.label,
        count=count,
        motion=_motion(answer, len(who), len(days), status_of, t),
        rows=joined(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in rows),
    )


def _motion(
    answer: RefsAnswer,
    units: int,
    meetings: int,
    status_of: Callable[[str], str | None],
    t: Texts,
) -> Markup:
    """Return in a sentence what a document or project set in motion here."""
    if answer.kind not in ("document", "project") or not answer.threads:
        return EMPTY
    stands = Counter(status_of(thread.tasks[0].task) for thread in answer.threads)
    key = "motion_document" if answer.kind == "document" else "motion_project"
    said = t(
        key, works=t.count("works_count", len(answer.threads)),
        tasks=t.count("tasks_count", answer.total), units=t.count("units_count", units),
        meetings=t.count("meetings_count", meetings), done=t.number(stands["done"]),
        overdue=t.number(stands["overdue"]),
    )  # fmt: skip
    return Markup('<p class="cd-motion">{}</p>').format(said)


def tasks_by_meeting(answer: RefsAnswer, t: Texts) -> Markup:
    """Return the node's tasks: work followed over several meetings first, then by meeting."""
    if not answer.total:
        return message(t("no_tasks"))
    followed = [thread for thread in answer.threads if len(thread.tasks) > 1]
    single = [task for thread in answer.threads if len(thread.tasks) == 1 for task in thread.tasks]
    parts = [_thread(thread, t) for thread in followed]
    single.sort(key=lambda task: (task.meeting_date is not None, task.meeting_date), reverse=True)
    for day, group in groupby(single, key=lambda task: task.meeting_date):
        head = Markup('<h3 class="cd-group">{}</h3>').format(meeting(day, t))
        items = joined(task_line(task, t, show_meeting=False) for task in group)
        parts.append(head + Markup('<ul class="cd-lines">{}</ul>').format(items))
    return joined(parts)


def task_line(task: TaskAnswer, t: Texts, *, show_meeting: bool = True) -> Markup:
    """Return one task as a line of a list, with its way to the sentence."""
    return Markup(
        '<li class="cd-line"><p class="cd-line__head">{when}{units}{due}</p>'
        '<p class="cd-line__text">{text}</p><p class="cd-line__foot">'
        '<span class="cd-source">{source}</span>{open}</p></li>'
    ).format(
        when=meeting(task.meeting_date, t) if show_meeting else EMPTY,
        units=units(task.assignees, t),
        due=due_badge(task.due, t),
        text=task.text,
        source=task.source,
        open=open_button(task.task, task.notice, t),
    )


def suggestions(choices: Choices, t: Texts) -> Markup:
    """Return what the tab offers before anything is picked: the most used of each kind."""
    return message(t("follow_start_title"), t("follow_start_body")) + offers(choices, t)


def offers(choices: Choices, t: Texts) -> Markup:
    """Return the most used documents, projects and units, each leading to the follow tab."""
    kinds = (
        ("document", choices.documents),
        ("project", choices.projects),
        ("unit", choices.units),
    )
    groups = joined(_offer(kind, found, t) for kind, found in kinds if found)
    return Markup('<div class="cd-offers">{}</div>').format(groups)


def kind_name(kind: str, t: Texts) -> str:
    """Return the name of a kind of node."""
    return t(f"kind_{kind}" if f"kind_{kind}" in TEXTS else "kind_other")


def _offer(kind: str, found: tuple[Choice, ...], t: Texts) -> Markup:
    items = joined(
        Markup("<li>{} <span>{}</span></li>").format(
            follow_button(choice.label, choice.iri, t), t.count("tasks_count", choice.tasks)
        )
        for choice in found[:_OFFERED]
    )
    return Markup('<section><h3 class="cd-kind cd-kind--{}">{}</h3><ul>{}</ul></section>').format(
        kind, kind_name(kind, t), items
    )


def _thread(thread: ThreadAnswer, t: Texts) -> Markup:
    tasks = sorted(
        thread.tasks,
        key=lambda task: (task.meeting_date is not None, task.meeting_date),
        reverse=True,
    )
    notices = len({task.notice for task in tasks})
    return Markup(
        '<section class="cd-thread"><h3>{title}</h3><p class="cd-thread__note">{note}</p>'
        '<ul class="cd-lines cd-lines--thread">{items}</ul></section>'
    ).format(
        title=thread.title,
        note=t("same_work", count=t.number(notices)) if notices > 1 else "",
        items=joined(task_line(task, t) for task in tasks),
    )


def _tasks(answer: RefsAnswer) -> list[TaskAnswer]:
    return [task for thread in answer.threads for task in thread.tasks]
