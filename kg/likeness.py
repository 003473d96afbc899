"""How probable it is that two orders of different meetings are the same piece of work.

The model is a logistic sum that can be read: each term of ``Evidence`` is between 0 and 1 and has
one weight. What no sum may outweigh, the traps, is asked of ``kg.traits.clashes`` first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import exp, log, sqrt
from operator import attrgetter
from typing import Any

import numpy as np

from kg.traits import (
    Traits,
    clashes,
    is_place,
    shared_documents,
    shared_names,
    shared_projects,
)

Similarity = Callable[[Sequence[str], Sequence[str]], Any]
"""Task IRIs, task IRIs -> cosines, float [len(a), len(b)]."""

_FEWEST = 10
"""A notice of fewer orders counts as one of ten: a word alone in two orders is not rare yet."""

_SPREADS = 5.0
"""Cosines this many spreads above that of different works count as full closeness. With e5 two
wordings of one work lie 2 to 5 spreads above (looked at on the health series)."""

_BOILERPLATE = 0.75
"""Overlap from which two units' orders in one notice are the same phrase. Set by hand."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one work, each from 0 (nothing) to 1."""

    overlap: float
    """Words shared, weighted by rarity, over the geometric mean of both orders' words."""
    containment: float
    """The same over the shorter order: a restatement often says less."""
    rarest: float
    """Rarity of the rarest word pair shared, over the greatest rarity there is."""
    closeness: float
    """The similarity function's value above that of different works, in spreads."""
    unit: float
    """1 for a unit shared or taken over from, a half for "all units" and for one that helps."""
    document: float
    """A document that both are about, divided by how many orders of one notice cite it."""
    basis: float
    """A document cited otherwise, such as a letter that hands the order on, divided likewise."""
    name: float
    """A project or named thing shared, divided likewise."""
    place: float
    """A place shared, divided likewise."""


_WEIGHTS = Evidence(
    overlap=2.7,
    containment=3.3,
    rarest=3.5,
    closeness=3.7,
    unit=3.3,
    document=2.9,
    basis=1.0,
    name=1.6,
    place=0.6,
)
_BIAS = -9.5
"""Weights and bias: logistic regression (C = 1) over the candidate pairs of three judged series,
health, transport and the samples, each once with e5's cosines and once with syllable overlap;
rounded. Fitted on two and judged on the third, link F1 was .94, .99 and .94 with e5. The farming
series was written after and judged before anything was changed: .96."""


_terms = attrgetter(*(field.name for field in fields(Evidence)))


class Likeness:
    """Compares the orders of a collection; rarity and the scale of cosines are the collection's.

    Args:
        orders: every order of the collection.
        similarity: cosines by task IRI; their level is found here, so that any model will do.
    """

    def __init__(self, orders: Sequence[Traits], similarity: Similarity) -> None:
        notices: dict[str, list[Traits]] = defaultdict(list)
        for order in orders:
            notices[order.notice].append(order)
        self._size = max(_FEWEST, len(orders) / max(1, len(notices)))
        self._crowd = _crowds(notices.values(), lambda o: o.words)
        self._crowd_documents = _crowds(notices.values(), lambda o: map(str, o.documents))
        self._crowd_names = _crowds(notices.values(), _name_keys)
        self._mass = {o.iri: self._weigh(o.words) for o in orders}
        self._similarity = similarity
        self._level, self._spread = _background(notices.values(), similarity)
        self._phrases = self._find_boilerplate(notices.values())

    def candidates(self, orders: Sequence[Traits]) -> list[tuple[Traits, Traits]]:
        """Return pairs (later, earlier) that share a unit, project, document, name or rare word."""
        shelves: dict[tuple[str, str], list[Traits]] = defaultdict(list)
        for order in orders:
            for key in self._keys(order):
                shelves[key].append(order)
        pairs = {
            (later.iri, earlier.iri): (later, earlier)
            for shelf in shelves.values()
            for n, earlier in enumerate(shelf)
            for later in shelf[n + 1 :]
        }
        return [pairs[key] for key in sorted(pairs)]

    def evidence(self, pairs: Sequence[tuple[Traits, Traits]]) -> list[Evidence]:
        """Return the evidence of each pair of orders."""
        close = self._closeness(pairs)
        return [
            self._evidence(a, b, closeness) for (a, b), closeness in zip(pairs, close, strict=True)
        ]

    def probabilities(self, pairs: Sequence[tuple[Traits, Traits]]) -> list[float]:
        """Return the probability, 0 to 1, that each pair is one work; 0 where a trap forbids it."""
        return [
            0.0 if self.forbidden(a, b) else probability(evidence)
            for (a, b), evidence in zip(pairs, self.evidence(pairs), strict=True)
        ]

    def forbidden(self, a: Traits, b: Traits) -> bool:
        """Whether the two cannot be one work, however alike their words are."""
        if (a.iri in self._phrases or b.iri in self._phrases) and not a.units & b.units:
            return True
        return bool(clashes(a, b))

    def overlap(self, a: Traits, b: Traits) -> float:
        """Return the words shared, weighted by rarity, 0 to 1."""
        mass = sqrt(self._mass[a.iri] * self._mass[b.iri])
        return self._weigh(a.words & b.words) / mass if mass else 0.0

    def covered(self, part: Traits, whole: Iterable[Traits]) -> float:
        """Return how much of ``part``'s words, by weight, the other orders hold together."""
        words = frozenset().union(*(o.words for o in whole))
        mass = self._mass[part.iri]
        return self._weigh(part.words & words) / mass if mass else 0.0

    def rarity(self, word: str) -> float:
        """Return how telling a word is: it counts in how many orders of one notice it stands.

        Not in how many orders in all: the words of a work that is restated at every meeting
        stay rare.
        """
        share = 1.0 if " " in word else 0.5  # a single syllable is half a word
        return share * log(self._size / self._crowd[word]) if self._crowd[word] else 0.0

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(max(0.0, self.rarity(word)) for word in sorted(words))

    def _keys(self, order: Traits) -> Iterable[tuple[str, str]]:
        yield from (("unit", unit) for unit in order.units)
        yield from (("document", str(document)) for document in order.documents)
        yield from (("name", name) for name in _name_keys(order))
        yield from (("word", w) for w in order.words if " " in w and self._crowd[w] <= 2)

    def _evidence(self, a: Traits, b: Traits, closeness: float) -> Evidence:
        both = a.words & b.words
        shared = self._weigh(both)
        shorter = min(self._mass[a.iri], self._mass[b.iri])
        about = frozenset().union(*a.rulings.values()) & frozenset().union(*b.rulings.values())
        cited = shared_documents(a, b)
        names = shared_names(a, b)
        places = frozenset(filter(is_place, names))
        named = {f"name {n}" for n in names - places}
        named |= {_project_key(p) for p in shared_projects(a, b)}
        return Evidence(
            overlap=self.overlap(a, b),
            containment=shared / shorter if shorter else 0.0,
            rarest=max((self.rarity(w) for w in both), default=0.0) / log(self._size),
            closeness=closeness,
            unit=_shared_unit(a, b),
            document=_rarest(map(str, about), self._crowd_documents),
            basis=_rarest(map(str, cited - about), self._crowd_documents),
            name=_rarest(named, self._crowd_names),
            place=_rarest((f"name {n}" for n in places), self._crowd_names),
        )

    def _closeness(self, pairs: Sequence[tuple[Traits, Traits]]) -> list[float]:
        rows: dict[str, list[int]] = defaultdict(list)
        for n, (a, _) in enumerate(pairs):
            rows[a.iri].append(n)
        close = [0.0] * len(pairs)
        for iri, places in rows.items():
            cosines = np.asarray(self._similarity([iri], [pairs[n][1].iri for n in places]))[0]
            for n, cosine in zip(places, cosines, strict=True):
                above = (float(cosine) - self._level) / self._spread
                close[n] = min(1.0, max(0.0, above / _SPREADS))
        return close

    def _find_boilerplate(self, notices: Iterable[Sequence[Traits]]) -> frozenset[str]:
        """Return the orders that one notice gives in the same words to several units."""
        found = set()
        for orders in notices:
            for n, a in enumerate(orders):
                for b in orders[n + 1 :]:
                    if (
                        not a.units & b.units
                        and not are_joint(a, b)
                        and self.overlap(a, b) >= _BOILERPLATE
                        and not clashes(a, b)
                    ):
                        found |= {a.iri, b.iri}
        return frozenset(found)


def probability(evidence: Evidence) -> float:
    """Return the logistic of the weighted sum of the evidence."""
    terms = zip(_terms(evidence), _terms(_WEIGHTS), strict=True)
    return 1 / (1 + exp(-(_BIAS + sum(x * weight for x, weight in terms))))


def are_joint(a: Traits, b: Traits) -> bool:
    """Whether one order asks its unit to work with the other's: one work, carried by two."""
    return bool(a.helpers & b.units or b.helpers & a.units)


def _shared_unit(a: Traits, b: Traits) -> float:
    shared = a.units & b.units | a.givers & b.units | b.givers & a.units
    if not shared:
        helped = a.units & b.helpers | b.units & a.helpers | a.helpers & b.helpers
        return 0.5 if helped else 0.0
    return 0.5 if all(unit.endswith("/every-unit") for unit in shared) else 1.0


def _rarest(keys: Iterable[str], crowd: Mapping[str, float]) -> float:
    return max((1 / crowd[key] for key in keys if crowd[key]), default=0.0)


def _project_key(project: frozenset[str]) -> str:
    return "project " + " ".join(sorted(project))


def _name_keys(order: Traits) -> list[str]:
    keys = [_project_key(project) for project in order.projects]
    return keys + [f"name {h} {name}" for h, names in order.names.items() for name in names]


def _crowds(
    notices: Iterable[Sequence[Traits]], keys: Callable[[Traits], Iterable[str]]
) -> Mapping[str, float]:
    """Return in how many orders of a notice each key stands, on average where it does at all."""
    orders: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for notice in notices:
        here = Counter(key for order in notice for key in set(keys(order)))
        orders.update(here)
        places.update(here.keys())
    return defaultdict(float, {key: orders[key] / places[key] for key in orders})


def _background(notices: Iterable[Sequence[Traits]], similarity: Similarity) -> tuple[float, float]:
    """Return mean and spread of the similarity of different works: orders of one notice."""
    values: list[float] = []
    for orders in notices:
        iris = [order.iri for order in orders]
        if len(iris) > 1:
            square = np.asarray(similarity(iris, iris))
            values.extend(square[np.triu_indices(len(iris), 1)].tolist())
    if len(values) < 2:
        return 0.0, 1.0
    return float(np.mean(values)), max(1e-3, float(np.std(values)))
