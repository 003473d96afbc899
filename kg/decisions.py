"""What people decided: their word is final, dated, attributed and can be undone.

A decision names tasks or things. A task is kept with its notice and words, so that the decision
finds it again after its notice was read anew. Nothing is ever deleted: an undoing is a decision
of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal, get_args

from kg.fold import digest, fold
from kg.ids import BASE, notice_iri, task_iris
from kg.records import Notice
from kg.terms import Literal as RdfLiteral
from kg.terms import NamedNode, Quad, named, plain, term, vi

DECISIONS_GRAPH = f"{BASE}graph/decisions"

Verdict = Literal["confirm", "reject", "merge", "split", "rename", "undo"]
"""What was decided.

- ``confirm``: the two tasks, or things, are one
- ``reject``: the two are not one
- ``merge``: the second thread, or thing, is the first
- ``split``: the tasks named after the first task are another work than it
- ``rename``: the thing, or the thread of the task, is called so
- ``undo``: the decision named does not hold any more
"""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

_SAME_WORDS = 0.8
"""Likeness from which a task read anew is the one decided on. Set by hand."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A task or thing that a decision is about."""

    iri: str
    notice: str | None = None
    """A task's notice, and its words when it was decided; None of a thing."""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One word of one person."""

    verdict: Verdict
    subjects: tuple[Subject, ...]
    by: str
    at: str
    """Date and time in ISO form with its zone."""
    text: str | None = None
    """The new name of a ``rename``, the IRI of the decision undone, else a remark."""

    @property
    def iri(self) -> str:
        """Made from all that the decision says."""
        said = [self.verdict, self.by, self.at, self.text or "", *(s.iri for s in self.subjects)]
        return f"{BASE}decision/{digest(chr(10).join(said), length=12)}"


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions that hold, in the form in which threads and identity obey them."""

    pairs: tuple[tuple[str, str, bool], ...] = ()
    """Two tasks, and whether they are one work; the newest word first."""
    titles: tuple[tuple[str, str], ...] = ()
    """A task or thing, and its name; the newest first."""
    same: tuple[tuple[str, str, bool], ...] = ()
    """Two things, and whether the second is the first; the newest first."""


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that nobody undid, the oldest first; an undoing may be undone too."""
    undone: set[str] = set()
    held = []
    for decision in reversed(decisions):
        if decision.iri in undone:
            continue
        if decision.verdict == "undo":
            undone.add(decision.text or "")
        else:
            held.append(decision)
    return tuple(reversed(held))


def rulings(decisions: Sequence[Decision], notices: Iterable[Notice]) -> Rulings:
    """Return what the decisions that hold mean for these notices.

    A task whose notice was read anew is found by its words; one that is gone is left out.
    """
    found = _relocated(standing(decisions), notices)
    pairs: list[tuple[str, str, bool]] = []
    titles: list[tuple[str, str]] = []
    same: list[tuple[str, str, bool]] = []
    for decision in reversed(found):
        first, *rest = decision.subjects
        together = decision.verdict in ("confirm", "merge")
        if decision.verdict == "rename":
            titles.append((first.iri, decision.text or ""))
        elif first.notice is None:
            same += [(first.iri, other.iri, together) for other in rest]
        elif decision.verdict == "split":
            taken = [s.iri for s in rest if s.text is not None]
            pairs += [(first.iri, other, False) for other in taken]
            pairs += [(taken[0], other, True) for other in taken[1:]]
        else:
            pairs += [(first.iri, other.iri, together) for other in rest]
    return Rulings(tuple(pairs), tuple(titles), tuple(same))


def _relocated(decisions: Sequence[Decision], notices: Iterable[Notice]) -> list[Decision]:
    needed = {s.notice for d in decisions for s in d.subjects if s.notice}
    tasks = {
        iri: dict(zip(task_iris(notice), (t.text for t in notice.tasks), strict=True))
        for notice in notices
        if (iri := notice_iri(notice)) in needed
    }
    found = []
    for decision in decisions:
        subjects = [_relocate(subject, tasks) for subject in decision.subjects]
        kept = tuple(subject for subject in subjects if subject is not None)
        if subjects[0] is not None and (len(kept) > 1 or decision.verdict == "rename"):
            found.append(replace(decision, subjects=kept))
    return found


def _relocate(subject: Subject, tasks: Mapping[str, Mapping[str, str]]) -> Subject | None:
    if subject.notice is None:
        return subject
    there = tasks.get(subject.notice, {})
    if subject.iri in there:
        return subject
    words = fold(subject.text or "")
    scored = [
        (SequenceMatcher(None, words, fold(text), autojunk=False).ratio(), iri)
        for iri, text in there.items()
    ]
    likeness, iri = max(scored, default=(0.0, ""))
    return replace(subject, iri=iri) if likeness >= _SAME_WORDS else None


def decision_quads(decisions: Sequence[Decision]) -> list[Quad]:
    """Return every decision, undone ones included, as quads of a graph of their own, sorted."""
    graph = named(DECISIONS_GRAPH)
    held = {decision.iri for decision in standing(decisions)}
    quads = set()
    for decision in decisions:
        node = named(decision.iri)
        at = RdfLiteral(decision.at, datatype=term("xsd:dateTime"))
        holds = RdfLiteral(str(decision.iri in held).lower(), datatype=term("xsd:boolean"))
        says: list[tuple[str, NamedNode | RdfLiteral]] = [
            ("rdf:type", term("cd:Decision")),
            ("cd:verdict", plain(decision.verdict)),
            ("cd:decidedBy", plain(decision.by)),
            ("cd:decidedAt", at),
            ("cd:holds", holds),
            *(("cd:decidedOn", named(subject.iri)) for subject in decision.subjects),
        ]
        if decision.text:
            says.append(("cd:remark", vi(decision.text)))
        quads |= {Quad(node, term(p), o, graph) for p, o in says}
    called: dict[str, str] = {}
    for decision in standing(decisions):
        if decision.verdict == "rename" and decision.subjects[0].notice is None and decision.text:
            called[decision.subjects[0].iri] = decision.text
    quads |= {Quad(named(i), term("cd:decidedName"), vi(n), graph) for i, n in called.items()}
    return sorted(quads, key=str)


def to_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON values."""
    return asdict(decision)


def from_json(data: Mapping[str, Any]) -> Decision:
    """Rebuild the decision that ``to_json`` wrote.

    Raises:
        ValueError: its verdict is none of ``VERDICTS``.
    """
    if data["verdict"] not in VERDICTS:
        raise ValueError(f"expected a verdict of {', '.join(VERDICTS)}; got {data['verdict']!r}")
    subjects = tuple(Subject(**subject) for subject in data["subjects"])
    return Decision(data["verdict"], subjects, data["by"], data["at"], data.get("text"))
