"""What every name of a collection means: one candidate is chosen, several are a question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.authority import Authority, change_quads
from kg.decisions import Rulings
from kg.identity.documents import cited_in, document_options
from kg.identity.graph import IDENTITY_GRAPH
from kg.identity.laws import law_options, laws_named
from kg.identity.mentions import Known, issuers, known_things
from kg.identity.people import person_options
from kg.identity.places import place_options
from kg.identity.projects import project_options
from kg.identity.records import Identity, Method, Question, Quote, Resolution
from kg.identity.units import unit_options
from kg.ids import notice_iri
from kg.records import Notice

_CONFIDENCE: Mapping[Method, float] = {
    "decided": 1.0,
    "authority": 1.0,
    "spelling": 0.98,
    "law-of-year": 0.97,
    "abbreviation": 0.95,
    "law-in-force": 0.9,
    "only-document": 0.85,
    "only-person": 0.85,
    "only-place": 0.85,
    "only-project": 0.8,
    "same-title": 0.7,
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
        authority: what the authority files say of units and laws.
    """
    ordered = sorted(notices, key=notice_iri)
    kept, known = decided or Rulings(), authority or Authority()
    things = known_things(ordered)
    quotes = _quotes(ordered, things.values())
    found: dict[str, Resolution] = {}
    questions: list[Question] = []
    apart = _apart(kept)
    for option in (
        *document_options(ordered),
        *law_options(ordered, known.laws),
        *person_options(things["person"]),
        *place_options(things["place"], ordered),
        *unit_options(things["unit"], dict(known.synonyms)),
        *project_options(things["project"]),
    ):
        alias, name, method = option.alias, option.name, option.method
        left = [c for c in option.candidates if frozenset((alias, c.iri)) not in apart]
        said = quotes.get(alias, ())
        if len(left) == 1 and option.sure:
            target, confidence = left[0].iri, _CONFIDENCE[method]
            found[alias] = Resolution(alias, target, method, confidence, name, said)
        elif left:
            open_ = tuple(sorted(left, key=lambda c: (c.iri, c.label)))
            questions.append(Question(alias, option.kind, name, open_, said))
    for target, alias, together in reversed(kept.same):
        if together:
            name, said = alias.rpartition("/")[2], quotes.get(alias, ())
            found[alias] = Resolution(alias, target, "decided", 1.0, name, said)
    whole = _followed(found)
    agencies = (*things["unit"], *issuers(ordered))
    units = (whole[unit].target if unit in whole else unit for unit in agencies)
    asked = [question for question in questions if question.subject not in whole]
    return Identity(
        tuple(whole[alias] for alias in sorted(whole)),
        tuple(sorted(asked, key=lambda question: question.subject)),
        tuple(change_quads(known, units, IDENTITY_GRAPH)),
        laws_named((*quotes, *(one.target for one in whole.values())), known.laws),
    )


def _quotes(
    notices: Iterable[Notice], things: Iterable[Mapping[str, Known]]
) -> dict[str, tuple[Quote, ...]]:
    """Return where each notice that names a thing names it first, by IRI of the thing."""
    first: dict[tuple[str, str], Quote] = {}
    cited = (one for notice in notices for one in cited_in(notice))
    named = ((iri, q) for kind in things for iri, one in kind.items() for q in one.quotes.values())
    for iri, quote in (*cited, *named):
        earlier = first.get((iri, quote.notice))
        if earlier is None or quote.start < earlier.start:
            first[iri, quote.notice] = quote
    found: dict[str, list[Quote]] = defaultdict(list)
    for (iri, _), quote in sorted(first.items()):
        found[iri].append(quote)
    return {iri: tuple(where) for iri, where in found.items()}


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
