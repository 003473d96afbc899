"""How probable it is that two orders of different meetings are the same piece of work.

What speaks for it is gathered and weighed as ``kg.evidence`` says. What no sum may outweigh, the
traps, is asked of ``kg.compared.clashes`` first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum, log, sqrt
from typing import Any

import numpy as np

from kg.candidates import cosines, shared_words, shelves
from kg.compared import (
    clashes,
    is_place,
    other_basis,
    shared_documents,
    shared_homes,
    shared_names,
    shared_projects,
)
from kg.evidence import BIAS, OF_WORDS, WEIGHTS, Evidence, probability, terms_of
from kg.traits import Traits

Similarity = Callable[[Sequence[str], Sequence[str]], Any]
"""Task IRIs, task IRIs -> cosines, float [len(a), len(b)]."""

_FEWEST = 10
"""A notice of fewer orders counts as one of ten: a word alone in two orders is not rare yet."""

_FEW = 2
"""A pair of words in more orders of one notice than this is no reason to compare."""
_NEGLIGIBLE = -2.2
"""Logit, of .1, below which a pair counts as none."""

_SPREADS = 5.0
"""Cosines this many spreads above that of different works count as full closeness. With e5 two
wordings of one work lie 2 to 5 spreads above (looked at on the health series)."""

_BOILERPLATE = 0.75
"""Overlap from which two units' orders in one notice are the same phrase. Set by hand."""


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
        self._weights = {word: max(0.0, self.rarity(word)) for word in sorted(self._crowd)}
        self._clashing: dict[tuple[str, str], bool] = {}
        self._mass = {o.iri: self._weigh(o.words) for o in orders}
        self._similarity = similarity
        self._level, self._spread = _background(notices.values(), similarity)
        self._phrases = self._find_boilerplate(notices.values())

    def likely(self, orders: Sequence[Traits]) -> dict[tuple[str, str], float]:
        """Return the probability that two orders of different notices are one work.

        Args:
            orders: by meeting and place in the notice.

        Returns:
            (later, earlier) task IRI -> probability; a pair that is missing has a negligible one.
        """
        boards = shelves(orders, lambda word: self._crowd[word] <= _FEW)
        codes = np.unique(np.concatenate(list(boards.values())))
        if not len(codes):
            return {}
        words = self._words(orders, codes)
        bound = BIAS + words @ np.array(terms_of(WEIGHTS)[:OF_WORDS])
        for kind, weight in (
            ("unit", WEIGHTS.unit),
            ("home", WEIGHTS.unit),
            ("document", WEIGHTS.document + WEIGHTS.basis),
            ("name", WEIGHTS.name + WEIGHTS.place),
            ("project", WEIGHTS.name),
        ):
            bound[np.searchsorted(codes, boards[kind])] += weight
        led = np.array([order.is_led for order in orders])
        bound += WEIGHTS.unit * (led[codes // len(orders)] | led[codes % len(orders)])
        chances = {}
        for n in np.flatnonzero(bound >= _NEGLIGIBLE):
            earlier, later = (orders[int(place)] for place in divmod(codes[n], len(orders)))
            if not self.forbidden(later, earlier):
                evidence = self._evidence(later, earlier, words[n].tolist())
                chances[later.iri, earlier.iri] = probability(evidence)
        return chances

    def _words(self, orders: Sequence[Traits], codes: Any) -> Any:
        """Return overlap, containment, rarest and closeness of each pair.

        *Shape:* ``[len(codes), 4]``, each from 0 to 1.
        """
        shared, rarest = shared_words([order.words for order in orders], self._weights, codes)
        cosine = cosines([order.iri for order in orders], self._similarity, codes)
        mass = np.array([max(self._mass[order.iri], 1e-9) for order in orders])
        ones, others = mass[codes // len(mass)], mass[codes % len(mass)]
        close = (cosine - self._level) / self._spread / _SPREADS
        found = [
            shared / np.sqrt(ones * others),
            shared / np.minimum(ones, others),
            rarest / log(self._size),
            np.clip(close, 0.0, 1.0),
        ]
        return np.stack(found, axis=1)

    def forbidden(self, a: Traits, b: Traits) -> bool:
        """Whether the two cannot be one work, however alike their words are."""
        if (a.iri in self._phrases or b.iri in self._phrases) and not a.units & b.units:
            return True
        pair = (a.iri, b.iri) if a.iri < b.iri else (b.iri, a.iri)
        if pair not in self._clashing:
            self._clashing[pair] = bool(clashes(a, b))
        return self._clashing[pair]

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
        return fsum(self._weights[word] for word in words)

    def _evidence(self, a: Traits, b: Traits, words: Sequence[float]) -> Evidence:
        overlap, containment, rarest, closeness = words
        about = frozenset().union(*a.rulings.values()) & frozenset().union(*b.rulings.values())
        cited = shared_documents(a, b)
        names = shared_names(a, b)
        places = frozenset(filter(is_place, names))
        named = {f"name {n}" for n in names - places}
        named |= {_project_key(p) for p in shared_projects(a, b)}
        return Evidence(
            overlap=overlap,
            containment=containment,
            rarest=rarest,
            closeness=closeness,
            unit=_shared_unit(a, b),
            document=_rarest(map(str, about), self._crowd_documents),
            basis=_rarest(map(str, cited - about), self._crowd_documents),
            other_basis=float(other_basis(a, b)),
            name=_rarest(named, self._crowd_names),
            place=_rarest((f"name {n}" for n in places), self._crowd_names),
        )

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


def are_joint(a: Traits, b: Traits) -> bool:
    """Whether one order asks its unit to work with the other's: one work, carried by two."""
    return bool(a.helpers & b.units or b.helpers & a.units)


def are_mutual(a: Traits, b: Traits) -> bool:
    """Whether each order asks its unit to work with the other's."""
    return bool(a.helpers & b.units and b.helpers & a.units)


def _shared_unit(a: Traits, b: Traits) -> float:
    shared = a.units & b.units | a.others & b.units | b.others & a.units
    if not shared:
        helped = a.units & b.helpers | b.units & a.helpers | a.helpers & b.helpers
        return 0.5 if helped or a.is_led or b.is_led or shared_homes(a, b) else 0.0
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
