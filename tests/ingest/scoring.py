"""How well a notice was read: precision and recall of each kind of fact against its annotation."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.records import EVERY_UNIT, Citation, Mention, Notice, Task

Json = dict[str, Any]
TASK_FIELDS = ("assignees", "coordinators", "due", "refs", "projects", "people", "places")
HEAD_FIELDS = ("number", "issuer", "issued", "meeting_date", "chair", "signer")


@dataclass
class Count:
    """Values found that are right, all found, and all annotated."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


@dataclass
class Score:
    """A count for each field, of one notice or several."""

    fields: dict[str, Count] = field(default_factory=dict)

    def add(self, name: str, found: Iterable[set[str]], wanted: Iterable[str]) -> None:
        """Count values found, each with all its spellings, against those annotated."""
        left, asked = list(found), list(wanted)
        count = self.fields.setdefault(name, Count())
        count.found += len(left)
        count.wanted += len(asked)
        for value in asked:
            hit = next((i for i, spellings in enumerate(left) if _same(value, spellings)), None)
            if hit is not None:
                del left[hit]
                count.right += 1

    @property
    def mean(self) -> float:
        return sum(count.f1 for count in self.fields.values()) / len(self.fields)


def score(pairs: Iterable[tuple[Notice, Path]]) -> Score:
    """Score notices as read against the files of their annotations."""
    total = Score()
    for notice, path in pairs:
        _score_one(total, notice, json.loads(path.read_text(encoding="utf-8")))
    return total


def _score_one(total: Score, notice: Notice, gold: Json) -> None:
    for name in HEAD_FIELDS:
        if name in gold["notice"]:
            stated, wanted = getattr(notice, name), gold["notice"][name]
            found = [{_plain(str(stated.value))}] if stated else []
            total.add(name, found, [wanted] if wanted else [])
    total.add(
        "documents", map(_of_citation, notice.documents), [d["key"] for d in gold["documents"]]
    )
    left = list(notice.tasks)
    for task in gold["tasks"]:
        begins = _plain(_plain(task["begins"])[:30])
        same = next((t for t in left if _plain(t.text).startswith(begins)), None)
        total.add("tasks", [{begins}] if same else [], [begins])
        if same:
            left.remove(same)
        for name in TASK_FIELDS:
            total.add(name, _values(same, name) if same else [], task[name])
    total.add("tasks", [{"beyond"} for _ in left], [])


def _values(task: Task, name: str) -> list[set[str]]:
    if name == "due":
        return [{day.isoformat()} for day in {d.due for d in task.deadlines if d.due}]
    if name == "refs":
        return [_of_citation(citation) for citation in task.refs]
    return [_of_mention(mention) for mention in getattr(task, name)]


def _of_mention(mention: Mention) -> set[str]:
    if mention.canonical == EVERY_UNIT:
        return {EVERY_UNIT}
    spellings = {_plain(mention.name), _plain(mention.canonical or "")}
    # Annotators leave out a honorific, an article, or the seat that goes without saying.
    return spellings | {s.removeprefix(p) for s in spellings for p in ("dự án ", "các ", "thôn ")}


def _of_citation(citation: Citation) -> set[str]:
    key = _plain(citation.key)
    return {key, _plain(f"{citation.type} {citation.key}"), key.removeprefix("nghị quyết số ")}


def _plain(text: str) -> str:
    marks = str.maketrans(dict.fromkeys("*_#>“”\"'‘’`", " "))
    words = " ".join(text.translate(marks).casefold().split()).strip(" .,;:()-–/")
    return words.replace("ủy ban nhân dân", "ubnd").replace("uỷ ban nhân dân", "ubnd") or text


def _same(wanted: str, spellings: set[str]) -> bool:
    """Whether a value is one of the spellings, or begins one, or one begins it by a half."""
    wanted = _plain(wanted)
    return any(
        wanted == said
        or (len(said) > 8 and said.startswith(f"{wanted} "))
        or (2 * len(said) > len(wanted) and wanted.startswith(f"{said} "))
        for said in spellings
    )


def worst(total: Score) -> Counter[str]:
    """Errors by field, for a failing test's message."""
    return Counter({n: c.found + c.wanted - 2 * c.right for n, c in total.fields.items()})
