"""A draft of a task and the facts that stand inside it -> the task."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts import Facts
from ingest.orders import coordinators
from ingest.patterns.manner import submitted_to, supervisors, tone_of
from ingest.patterns.unit_register import Register
from kg.records import Citation, Deadline, Mention, Task


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before its facts are filled in: where it stands and whose it is."""

    start: int
    end: int
    label: str | None
    section: str | None
    assignees: tuple[Mention, ...]
    extra_coordinators: tuple[Mention, ...] = ()
    """Those of a table's own column."""
    deadlines: tuple[Deadline, ...] = ()
    """The same; the text's own count only where there are none."""
    people: tuple[Mention, ...] = ()
    supervisors: tuple[Mention, ...] = ()
    """Those of a table's own column."""
    sources: tuple[tuple[int, int], ...] = ()
    """Cells beside it that cite what it rests on."""


@dataclass(frozen=True, slots=True)
class AllFacts:
    """Everything matched in a document, by kind."""

    citations: Facts[Citation]
    projects: Facts[Mention]
    people: Facts[Mention]
    places: Facts[Mention]
    deadlines: Facts[Deadline]


def fill(draft: Draft, text: str, register: Register, facts: AllFacts) -> Task:
    """Make a task of a draft: each document, person and place once, at its first mention."""
    start, end = draft.start, draft.end
    found = coordinators(text, start, end, register, draft.assignees)
    people = {m.name: m for m in (*draft.people, *facts.people.within(start, end))}
    refs: dict[str, Citation] = {}
    stretches = ((start, end), *draft.sources)
    for citation in (c for stretch in stretches for c in facts.citations.within(*stretch)):
        known = refs.setdefault(citation.key.casefold(), citation)
        if known.date is None and citation.date is not None:
            refs[citation.key.casefold()] = citation  # the mention that says most
    everyone = tuple(people.values())
    return Task(
        label=draft.label,
        text=text[start:end],
        start=start,
        end=end,
        section=draft.section,
        assignees=draft.assignees,
        coordinators=_once((*draft.extra_coordinators, *found)),
        deadlines=draft.deadlines or tuple(facts.deadlines.within(start, end)),
        refs=tuple(refs.values()),
        projects=_once(facts.projects.within(start, end)),
        people=everyone,
        places=_once(p for p in facts.places.within(start, end) if not _is_doer(p, draft)),
        supervisors=_once((*draft.supervisors, *supervisors(text, end, everyone))),
        submitted_to=submitted_to(text, start, end, register),
        tone=tone_of(text[start:end]),
    )


def _is_doer(place: Mention, draft: Draft) -> bool:
    """Whether a place stands for its committee: "Xã Nà Mon: rà soát ..."."""
    return any(m.start <= place.start and place.end <= m.end for m in draft.assignees)


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The first mention of each name."""
    seen: dict[str, Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.canonical or mention.name).casefold(), mention)
    return tuple(seen.values())
