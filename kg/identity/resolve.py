"""What every name of a collection means: one candidate is chosen, several are a question."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.authority import Authority, change_quads
from kg.decisions import Rulings
from kg.identity.documents import document_options, stubs
from kg.identity.graph import IDENTITY_GRAPH
from kg.identity.mentions import agencies, known_things
from kg.identity.people import person_options
from kg.identity.projects import project_options
from kg.identity.records import Identity, Method, Question, Resolution
from kg.identity.units import unit_options
from kg.ids import notice_iri
from kg.records import Notice

_CONFIDENCE: Mapping[Method, float] = {
    "decided": 1.0,
    "authority": 1.0,
    "spelling": 0.98,
    "abbreviation": 0.95,
    "only-document": 0.85,
    "only-person": 0.85,
    "only-project": 0.8,
}
"""How sure each method is. Set by hand: that a collection holds one candidate is weaker than a
spelling, for the thing meant may not be named in it in full."""


def resolve(
    notices: Iterable[Notice],
    *,
    decided: Rulings | None = None,
    authority: Authority | None = None,
) -> Identity:
    """Return what the names of all notices mean; the notices' order does not matter.

    Args:
        notices: every notice of the collection.
        decided: what people said of things.
        authority: what the authority files say of units.
    """
    ordered = sorted(notices, key=notice_iri)
    kept, known = decided or Rulings(), authority or Authority()
    things = known_things(ordered)
    found: dict[str, Resolution] = {}
    questions: list[Question] = []
    apart = _apart(kept)
    for option in (
        *document_options(ordered),
        *person_options(things["person"]),
        *unit_options(things["unit"], dict(known.synonyms)),
        *project_options(things["project"]),
    ):
        alias, name, method = option.alias, option.name, option.method
        left = [c for c in option.candidates if frozenset((alias, c.iri)) not in apart]
        if len(left) == 1:
            found[alias] = Resolution(alias, left[0].iri, method, _CONFIDENCE[method], name)
        elif left:
            open_ = tuple(sorted(left, key=lambda c: (c.iri, c.label)))
            questions.append(Question(alias, option.kind, name, open_))
    for target, alias, together in reversed(kept.same):
        if together:
            found[alias] = Resolution(alias, target, "decided", 1.0, alias.rpartition("/")[2])
    stated = {iri: thing.notices for kind in things.values() for iri, thing in kind.items()}
    stated |= {iri: {home} for notice in ordered for home, iri in stubs(notice)}
    whole = {
        alias: replace(one, stated_in=tuple(sorted(stated.get(alias, ()))))
        for alias, one in _followed(found).items()
    }
    asked = [question for question in questions if question.subject not in whole]
    return Identity(
        tuple(whole[alias] for alias in sorted(whole)),
        tuple(sorted(asked, key=lambda question: question.subject)),
        tuple(change_quads(known, agencies(ordered), IDENTITY_GRAPH)),
    )


def _apart(decided: Rulings) -> set[frozenset[str]]:
    """Return the pairs of things that a person said are two, and not later that they are one."""
    settled: dict[frozenset[str], bool] = {}
    for target, alias, together in decided.same:
        settled.setdefault(frozenset((target, alias)), together)
    return {pair for pair, together in settled.items() if not together}


def _followed(found: Mapping[str, Resolution]) -> dict[str, Resolution]:
    """Return resolutions that lead to their end in one step; a circle is cut at its first name."""
    whole = {}
    for alias, one in found.items():
        seen, target = {alias}, one.target
        while target in found and target not in seen:
            seen.add(target)
            target = found[target].target
        if target not in seen:
            whole[alias] = replace(one, target=target)
        elif alias != min(seen):
            whole[alias] = replace(one, target=min(seen))
    return whole
