"""Judged series: consecutive notices in a compact table, with the thread that each order is in.

    == number | issuer | meeting day | issued day
    thread | unit | text         "-": a piece of work of its own

Marks inside the text: ``[p:project]``, ``[l:place]``, ``[c:coordinating unit]``,
``[r:kind số number]`` and ``[d:due|as worded]``; they are taken out and become records.
"""

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np

from kg.ids import task_iris
from kg.phrases import syllables_in
from kg.records import Citation, Deadline, Mention, Notice, Stated, Task

SERIES = {"health": 0.94, "transport": 0.97, "farming": 0.96}
"""Name -> the least link F1 with the syllable similarity."""

HERE = Path(__file__).parent
_MARK = re.compile(r"\[(?P<kind>[plcrd]):(?:(?P<due>[\d-]+)\|)?(?P<words>[^\]]+)\]")
_CITED = re.compile(r"(?P<type>\D+?) (?:số )?(?P<key>\d\S*)")


def read_series(name: str) -> tuple[tuple[Notice, ...], dict[str, str]]:
    """Return the notices of a series and the gold thread of every task, by task IRI."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return notices_of(line for line in lines if not line.startswith("#"))


def notices_of(lines):
    """Return notices and gold threads of the lines of a series."""
    notices, gold, head, rows = [], {}, None, []
    for line in [*lines, "=="]:
        if not line.startswith("=="):
            rows.append([cell.strip() for cell in line.split("|", 2)])
            continue
        if head:
            notice = make_notice(*head, rows)
            notices.append(notice)
            for (thread, _, _), iri in zip(rows, task_iris(notice), strict=True):
                gold[iri] = iri if thread == "-" else thread
        head, rows = [cell.strip() for cell in line[2:].split("|")], []
    return tuple(notices), gold


def make_notice(number, issuer, met, issued, rows):
    """Return one notice; its text is the head and one line a task."""
    text, stated = "", {}
    for field, value in (("number", number), ("issuer", issuer)):
        stated[field] = Stated(value, len(text), len(text) + len(value))
        text += f"{value}\n"
    for field, value in (("meeting_date", met), ("issued", issued.removeprefix("issued "))):
        stated[field] = Stated(date.fromisoformat(value), len(text), len(text) + len(value))
        text += f"{value}\n"
    tasks = []
    for label, (_, unit, marked) in enumerate(rows, 1):
        text += f"{unit}\n"
        owner = Mention(unit, len(text) - len(unit) - 1, len(text) - 1, unit)
        task = make_task(str(label), owner, marked, len(text))
        text += f"{task.text}\n"
        tasks.append(task)
    return Notice(source=f"{number.replace('/', '-')}.txt", text=text, tasks=tuple(tasks), **stated)


def make_task(label, owner, marked, start):
    """Return the task that a marked line means, lying at ``start``."""
    text, found, end = "", {kind: [] for kind in "plcrd"}, 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        end, words = mark.end(), mark["words"]
        span = (start + len(text), start + len(text) + len(words))
        if mark["kind"] == "d":
            due = date.fromisoformat(mark["due"])
            found["d"].append(Deadline(words, *span, kind="before", due=due))
        elif mark["kind"] == "r":
            cited = _CITED.fullmatch(words)
            found["r"].append(Citation(cited["key"], cited["type"], words, *span))
        else:
            found[mark["kind"]].append(Mention(words, *span, words))
        text += words
    text += marked[end:]
    return Task(
        label, text, start, start + len(text), owner.name,
        assignees=(owner,), coordinators=tuple(found["c"]), deadlines=tuple(found["d"]),
        refs=tuple(found["r"]), projects=tuple(found["p"]), places=tuple(found["l"]),
    )  # fmt: skip


def no_likeness(a, b):
    """Cosines that tell nothing: the words, units and names alone decide."""
    return np.zeros((len(a), len(b)))


def shared_syllables(notices):
    """Return a deterministic similarity of the notices' orders: the syllables that two share."""
    syllables = {
        iri: syllables_in(task.text)
        for notice in notices
        for iri, task in zip(task_iris(notice), notice.tasks, strict=True)
    }

    def similarity(a, b):
        return np.array([[_cosine(syllables[x], syllables[y]) for y in b] for x in a])

    return similarity


def _cosine(a, b):
    return len(a & b) / max(1.0, (len(a) * len(b)) ** 0.5)


def link_f1(threads, gold):
    """Return F1 over pairs of orders put in one thread."""
    home = {task: thread.iri for thread in threads for task in thread.tasks}
    pairs = list(combinations(sorted(gold), 2))
    got = {pair for pair in pairs if home[pair[0]] == home[pair[1]]}
    want = {pair for pair in pairs if gold[pair[0]] == gold[pair[1]]}
    return 2 * len(got & want) / (len(got) + len(want))
