"""Every fact of every notice is a quote from its text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.records import EVERY_UNIT, Mention, Notice, Task
from tests.ingest.notices import ALL, read

TASK_FACTS = ("coordinators", "deadlines", "refs", "projects", "people", "places")
FROM_TABLES = ("coordinators", "deadlines", "people", "refs")
"""Facts that a column of a table states, outside the order's own cell."""


def _quote(fact: object) -> str:
    return fact.name if isinstance(fact, Mention) else fact.text  # type: ignore[attr-defined]


def _facts(task: Task) -> Iterator[tuple[str, object]]:
    for name in TASK_FACTS:
        for fact in getattr(task, name):
            yield name, fact


def _in_table(notice: Notice, task: Task) -> bool:
    begin = notice.text.rfind("\n", 0, task.start) + 1
    end = notice.text.find("\n", task.end)
    return " | " in notice.text[begin : end if end >= 0 else None]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_fact_is_its_quote(path: Path) -> None:
    notice = read(path)
    for task in notice.tasks:
        assert notice.text[task.start : task.end] == task.text
        for fact in [*task.assignees, *(fact for _, fact in _facts(task))]:
            assert notice.text[fact.start : fact.end] == _quote(fact)  # type: ignore[attr-defined]
    for fact in (*notice.documents, *notice.findings):
        assert notice.text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_fact_lies_inside_its_task(path: Path) -> None:
    notice = read(path)
    for task in notice.tasks:
        by_column = FROM_TABLES if _in_table(notice, task) else ()
        for name, fact in _facts(task):
            inside = task.start <= fact.start and fact.end <= task.end  # type: ignore[attr-defined]
            assert inside or name in by_column, (task.text, fact)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_the_head_states_its_values(path: Path) -> None:
    notice = read(path)
    for name in ("number", "place", "chair", "signer"):
        if stated := getattr(notice, name):
            said = notice.text[stated.start : stated.end]
            assert "".join(said.split()).casefold() == "".join(stated.value.split()).casefold()


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_tasks_follow_each_other(path: Path) -> None:
    notice = read(path)
    assert notice.tasks
    for before, after in zip(notice.tasks, notice.tasks[1:], strict=False):
        assert before.end <= after.start
    for task in notice.tasks:
        every = [m for m in task.assignees if m.canonical == EVERY_UNIT]
        assert not every or len(task.assignees) >= len(every)
