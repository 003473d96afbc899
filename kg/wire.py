"""Notice <-> JSON, the form that ``chidao extract`` prints and a workspace keeps.

The JSON is lossless: ``notice_from_json(notice_to_json(n)) == n``. ``["*"]`` stands for every
unit, with the words that say so beside it in ``every_unit``.
"""

from datetime import date
from typing import Any

from kg.records import (
    EVERY_UNIT,
    Caveat,
    Citation,
    Deadline,
    Finding,
    Mention,
    Notice,
    Period,
    Stated,
    Task,
)

Json = dict[str, Any]

HEAD_FIELDS = (
    "number", "issuer", "issued", "place", "title", "meeting_date", "chair", "signer",
    "signer_post", "present", "reviewed", "planned",
)  # fmt: skip
_HEAD_DATES = frozenset({"issued", "meeting_date"})
_HEAD_PERIODS = frozenset({"reviewed", "planned"})
_MENTION_FIELDS = (
    "coordinators", "projects", "people", "places", "supervisors", "submitted_to",
)  # fmt: skip


def notice_to_json(notice: Notice) -> Json:
    """Return the notice as plain JSON values; dates are ISO days, unknown values None."""
    head = {name: getattr(notice, name) for name in HEAD_FIELDS}
    return {
        "source": notice.source,
        "notice": {name: _plain(stated.value) if stated else None for name, stated in head.items()},
        "tasks": [_task_to_json(task) for task in notice.tasks],
        "documents": [_citation_to_json(citation) for citation in notice.documents],
        "findings": [
            {
                "kind": f.kind,
                "text": f.text,
                "start": f.start,
                "end": f.end,
                "refs": [_citation_to_json(c) for c in f.refs],
            }
            for f in notice.findings
        ],
        "recipients": [
            {"text": r.value, "start": r.start, "end": r.end} for r in notice.recipients
        ],
        "warnings": [
            {"message": w.message, "start": w.start, "end": w.end} for w in notice.warnings
        ],
        **({"pages": [list(turn) for turn in notice.pages]} if notice.pages else {}),
        "spans": {name: [stated.start, stated.end] for name, stated in head.items() if stated},
        "text": notice.text,
    }


def notice_from_json(data: Json) -> Notice:
    """Rebuild the notice that ``notice_to_json`` wrote.

    Raises:
        KeyError: a field of the format is missing.
    """
    spans = data["spans"]
    head: dict[str, Any] = {}
    for name in HEAD_FIELDS:
        value = data["notice"][name]
        if value is not None:
            if name in _HEAD_DATES:
                value = date.fromisoformat(value)
            elif name in _HEAD_PERIODS:
                value = Period(*(date.fromisoformat(value[k]) for k in ("from", "until")))
            head[name] = Stated(value, *spans[name])
    return Notice(
        source=data["source"],
        text=data["text"],
        tasks=tuple(_task_from_json(t) for t in data["tasks"]),
        documents=tuple(_citation_from_json(c) for c in data["documents"]),
        findings=tuple(
            Finding(
                kind=f["kind"],
                text=f["text"],
                start=f["start"],
                end=f["end"],
                refs=tuple(_citation_from_json(c) for c in f["refs"]),
            )
            for f in data["findings"]
        ),
        recipients=tuple(Stated(r["text"], r["start"], r["end"]) for r in data["recipients"]),
        warnings=tuple(Caveat(w["message"], w["start"], w["end"]) for w in data["warnings"]),
        pages=tuple((offset, page) for offset, page in data.get("pages", ())),
        **head,
    )


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return {"from": value.begin.isoformat(), "until": value.until.isoformat()}
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _mention_to_json(mention: Mention) -> Json:
    data: Json = {
        "name": mention.name,
        "canonical": mention.canonical,
        "start": mention.start,
        "end": mention.end,
    }
    if mention.role is not None:
        data["role"] = mention.role
    return data


def _mention_from_json(data: Json) -> Mention:
    return Mention(data["name"], data["start"], data["end"], data["canonical"], data.get("role"))


def _citation_to_json(citation: Citation) -> Json:
    data: Json = {
        "key": citation.key,
        "type": citation.type,
        "date": _iso(citation.date),
        "issuer": citation.issuer,
        "title": citation.title,
        "pinpoint": citation.pinpoint,
        "relation": citation.relation,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
    }
    if citation.antecedent is not None:
        data["antecedent"] = list(citation.antecedent)
    return data


def _citation_from_json(data: Json) -> Citation:
    back = data.get("antecedent")
    known = {**data, "date": _day(data["date"]), "antecedent": tuple(back) if back else None}
    return Citation(**known)


def _deadline_to_json(deadline: Deadline) -> Json:
    return {
        "text": deadline.text,
        "due": _iso(deadline.due),
        "kind": deadline.kind,
        "from": _iso(deadline.begin),
        "until": _iso(deadline.until),
        "start": deadline.start,
        "end": deadline.end,
    }


def _deadline_from_json(data: Json) -> Deadline:
    return Deadline(
        text=data["text"],
        start=data["start"],
        end=data["end"],
        kind=data["kind"],
        due=_day(data["due"]),
        begin=_day(data["from"]),
        until=_day(data["until"]),
    )


def _task_to_json(task: Task) -> Json:
    data: Json = {
        "label": task.label,
        "text": task.text,
        "start": task.start,
        "end": task.end,
        "section": task.section,
    }
    everyone = [m for m in task.assignees if m.canonical == EVERY_UNIT]
    if everyone:
        data["assignees"] = [EVERY_UNIT]
        data["every_unit"] = [_mention_to_json(m) for m in everyone]
    else:
        data["assignees"] = [_mention_to_json(m) for m in task.assignees]
    data["deadlines"] = [_deadline_to_json(d) for d in task.deadlines]
    data["refs"] = [_citation_to_json(c) for c in task.refs]
    data["tone"] = task.tone
    for name in _MENTION_FIELDS:
        data[name] = [_mention_to_json(m) for m in getattr(task, name)]
    return data


def _task_from_json(data: Json) -> Task:
    assignees = data.get("every_unit") or data["assignees"]
    return Task(
        label=data["label"],
        text=data["text"],
        start=data["start"],
        end=data["end"],
        section=data["section"],
        assignees=tuple(_mention_from_json(m) for m in assignees),
        deadlines=tuple(_deadline_from_json(d) for d in data["deadlines"]),
        refs=tuple(_citation_from_json(c) for c in data["refs"]),
        tone=data["tone"],
        **{name: tuple(_mention_from_json(m) for m in data[name]) for name in _MENTION_FIELDS},
    )
