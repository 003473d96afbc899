"""What a reading got wrong, field by field."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher

from kg.records import Citation, Mention, Notice, Task
from tests.render.notices import Rendered
from tests.render.phrase import Fact
from tests.render.sheet import Expected

_COMMITTEE = re.compile(r"[uủ][yỷ] ban nhân dân")


def differences(notice: Notice, rendered: Rendered) -> list[str]:
    """One line for each thing that a reading missed, added or changed; none where it is right."""
    return [*_head(notice, rendered), *_tasks(notice, rendered), *_documents(notice, rendered)]


def _head(notice: Notice, rendered: Rendered) -> Iterator[str]:
    plan = rendered.plan
    wanted = {
        "number": plan.number,
        "issuer": plan.world.issuer,
        "issued": plan.issued,
        "place": plan.world.seat,
        "title": plan.title,
        "meeting_date": plan.met,
        "chair": plan.chair,
        "signer": plan.signer,
    }
    for name, value in wanted.items():
        stated = getattr(notice, name)
        got = stated.value if stated else None
        if name == "title":
            if value is None or got is None or not _folded(got).endswith(_folded(str(value))):
                yield f"title: wanted {value!r}, got {got!r}"
        elif _plain(got) != _plain(value):
            yield f"{name}: wanted {value!r}, got {got!r}"


def _tasks(notice: Notice, rendered: Rendered) -> Iterator[str]:
    got, wanted = notice.tasks, rendered.tasks
    a, b = [_folded(t.text) for t in got], [_folded(t.said.text) for t in wanted]
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            for task, expected in zip(got[i:j], wanted[k:m], strict=True):
                yield from _facts(task, expected)
            continue
        for task in got[i:j]:
            yield f"tasks: not wanted: {task.text!r}"
        for expected in wanted[k:m]:
            yield f"tasks: missed: {expected.said.text!r}"


def _facts(task: Task, expected: Expected) -> Iterator[str]:
    said = expected.said
    if expected.label is not None and task.label != expected.label:
        yield f"label: wanted {expected.label!r}, got {task.label!r} in {said.text!r}"
    found: dict[str, tuple[list[str], list[str]]] = {
        "assignees": (_names(task.assignees), said.values("assignee")),
        "coordinators": (_names(task.coordinators), said.values("coordinator")),
        "due": (_days(task), said.values("due")),
        "projects": ([m.name for m in task.projects], said.values("project")),
        "people": ([m.name for m in task.people], said.values("person")),
        "places": (_names(task.places), said.values("place")),
        "refs": ([_cited(c) for c in task.refs], _refs_of(said.facts)),
    }
    for name, (got, wanted) in found.items():
        read, right = Counter(map(_folded, got)), Counter(map(_folded, wanted))
        more, less = read - right, right - read
        if more or less:
            yield f"{name}: missed {sorted(less)}, not wanted {sorted(more)} in {said.text!r}"


def _days(task: Task) -> list[str]:
    return sorted({d.due.isoformat() for d in task.deadlines if d.due})


def _names(mentions: Iterable[Mention]) -> list[str]:
    return [m.canonical or m.name for m in mentions]


def _refs_of(facts: Iterable[Fact]) -> list[str]:
    found: dict[str, date | None] = {}
    for fact in facts:
        if fact.kind == "ref":
            found[fact.value] = found.get(fact.value) or fact.day
    return [f"{key} {day or ''}" for key, day in found.items()]


def _cited(citation: Citation) -> str:
    return f"{citation.key} {citation.date or ''}"


def _documents(notice: Notice, rendered: Rendered) -> Iterator[str]:
    got = {_folded(_cited(c)) for c in notice.documents}
    wanted = {_folded(f"{key} {day or ''}") for key, day in rendered.documents}
    if got != wanted:
        yield f"documents: missed {sorted(wanted - got)}, not wanted {sorted(got - wanted)}"


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"\s+", " ", _COMMITTEE.sub("ubnd", text)).strip()


def _plain(value: object) -> object:
    return _folded(value) if isinstance(value, str) else value
