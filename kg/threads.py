"""The same piece of work followed from meeting to meeting.

    notices -> traits -> likely pairs -> threads -> quads (kg.thread_graph)

A thread is identity found, not stated: its quads stand in a graph of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise, product

from kg.compared import goes_on, shared_documents, shared_names, shared_projects
from kg.decisions import Rulings
from kg.ids import BASE
from kg.likeness import Likeness, Similarity, are_joint, are_mutual
from kg.records import Notice
from kg.thread_graph import THREADS_GRAPH, thread_quads
from kg.thread_records import Continuation, Thread
from kg.traits import Traits, resolved, traits_of

__all__ = ["THREADS_GRAPH", "Continuation", "Thread", "link", "thread_quads"]

_NOTHING_DECIDED = Rulings()
_LIKELY = 0.2
"""A pair below this is no link. Best of .15 to .4 on seven series; of the two that came last, and
that nothing was fitted to, links had been all right and a third of them missing at .4."""
_TOGETHER = 0.2
"""Mean probability between two groups from which they may join: without it a chain of likely
pairs, each a little off, would tie different works. Best of .05 to .3, found likewise."""
_JOINT_OVERLAP = 0.2
"""Overlap from which orders of one notice to two cooperating units are one joint task: each tells
its own share of the work. Best of .2 to .6 on seven series. Where only one of the two asks for the
other's unit, that unit may well have another work: they join last, if the rest agrees."""
_SPLIT_COVER = 0.5
"""How much of each part of a split order the whole must hold, by weight of words."""
_MOST_PARTS = 2
"""Into how many orders of one notice a work may be split."""


def link(
    notices: Sequence[Notice],
    similarity: Similarity,
    *,
    decided: Rulings = _NOTHING_DECIDED,
    same: Mapping[str, str] | None = None,
) -> tuple[Thread, ...]:
    """Return the threads of all orders of the notices, in the order of their first meetings.

    The notices' own order does not matter, so that adding one gives what a rebuild would.

    Args:
        notices: every notice; each once.
        similarity: task IRIs, task IRIs -> cosines, float [len(a), len(b)].
        decided: what people said, which no likeness outweighs.
        same: IRI of a unit as a notice names it -> of the unit that it is (``kg.identity``).
    """
    read = [tuple(resolved(t, same or {}) for t in traits_of(notice)) for notice in notices]
    by_iri = {traits[0].notice: traits for traits in read if traits}
    days = sorted(by_iri.values(), key=lambda traits: (traits[0].day, traits[0].notice))
    orders = [order for traits in days for order in traits]
    dues = {
        order.iri: frozenset(d.due for d in task.deadlines if d.due)
        for notice, traits in zip(notices, read, strict=True)
        for order, task in zip(traits, notice.tasks, strict=True)
    }
    likeness = Likeness(orders, similarity)
    chances = likeness.likely(orders)
    groups = _Groups(orders, likeness, chances)
    for a, b, together in decided.pairs:
        groups.obey(a, b, together)
    joint = _joint_orders(days, likeness)
    sure = [(a.iri, b.iri) for a, b in joint if are_mutual(a, b)]
    for one, other in (*sure, *_going_on(days, likeness)):
        if not groups.parted(one, other):
            groups.join(one, other)
    for (a, b), _ in sorted(chances.items(), key=lambda item: (-item[1], item[0])):
        if chances[a, b] >= _LIKELY and groups.may_join(a, b):
            groups.join(a, b)
    for x, y in joint:
        if groups.may_join(x.iri, y.iri):
            groups.join(x.iri, y.iri)
    titles = dict(reversed(decided.titles))
    return tuple(_thread(group, chances, dues, titles) for group in groups.all())


class _Groups:
    """Orders grouped so far: every order starts alone."""

    def __init__(
        self, orders: Sequence[Traits], likeness: Likeness, chances: dict[tuple[str, str], float]
    ) -> None:
        self._rank = {order.iri: n for n, order in enumerate(orders)}
        self._group = {order.iri: [order] for order in orders}
        self._likeness = likeness
        self._chances = chances
        self._apart: set[frozenset[str]] = set()
        self._name = {order.iri: n for n, order in enumerate(orders)}
        """The group of each order, by a number that one of its orders began with."""
        self._foes: dict[int, set[int]] = defaultdict(set)
        """Groups that hold orders which cannot be one work; those two never join."""

    def join(self, a: str, b: str) -> None:
        one, other = self._group[a], self._group[b]
        if one is not other:
            kept, gone = self._name[a], self._name[b]
            for foe in self._foes.pop(gone, ()):
                self._foes[foe].discard(gone)
                self._make_foes(kept, foe)
            one.extend(other)
            one.sort(key=lambda order: self._rank[order.iri])
            for order in other:
                self._group[order.iri] = one
                self._name[order.iri] = kept

    def obey(self, a: str, b: str, together: bool) -> None:
        """Put two orders together, or apart, as a person said; the first word on a pair holds."""
        if a not in self._group or b not in self._group:
            return
        if not together:
            if self._group[a] is not self._group[b]:
                self._apart.add(frozenset((a, b)))
        elif not self.parted(a, b):
            self.join(a, b)

    def parted(self, a: str, b: str) -> bool:
        """Whether a person said that something of one group is not the work of the other."""
        if not self._apart:
            return False
        return any(
            frozenset((x.iri, y.iri)) in self._apart
            for x, y in product(self._group[a], self._group[b])
        )

    def may_join(self, a: str, b: str) -> bool:
        """Whether two groups agree as a whole: likely on average, and none of one notice twice."""
        one, other = self._group[a], self._group[b]
        if one is other or self._name[b] in self._foes[self._name[a]] or self.parted(a, b):
            return False
        across = [(x, y) for x, y in product(one, other) if x.notice != y.notice]
        if any(self._likeness.forbidden(x, y) for x, y in across):
            self._make_foes(self._name[a], self._name[b])
            return False
        if sum(self._chance(x, y) for x, y in across) < _TOGETHER * len(across):
            return False
        return all(
            self._may_share_notice(x, y, one + other)
            for x, y in product(one, other)
            if x.notice == y.notice
        )

    def all(self) -> list[list[Traits]]:
        """Return the groups by their first order."""
        groups = {id(group): group for group in self._group.values()}
        return sorted(groups.values(), key=lambda group: self._rank[group[0].iri])

    def _make_foes(self, one: int, other: int) -> None:
        self._foes[one].add(other)
        self._foes[other].add(one)

    def _chance(self, x: Traits, y: Traits) -> float:
        return self._chances.get((x.iri, y.iri), self._chances.get((y.iri, x.iri), 0.0))

    def _may_share_notice(self, x: Traits, y: Traits, members: Sequence[Traits]) -> bool:
        """Two orders of one notice are one work when joint, or parts of one earlier or later order.

        Parts tell different halves: each lies in the whole, and they share little of their own.
        """
        if self._likeness.forbidden(x, y):
            return False
        if goes_on(x, y) or goes_on(y, x):
            return True
        if are_joint(x, y) and self._likeness.overlap(x, y) >= _JOINT_OVERLAP:
            return True
        if sum(member.notice == x.notice for member in members) > _MOST_PARTS:
            return False
        return any(self._is_split(x, y, whole) for whole in members if whole.notice != x.notice)

    def _is_split(self, x: Traits, y: Traits, whole: Traits) -> bool:
        covered = self._likeness.covered
        return (
            min(self._chance(x, whole), self._chance(y, whole)) >= _LIKELY
            and min(covered(x, [whole]), covered(y, [whole])) >= _SPLIT_COVER
            and covered(x, [y]) < _SPLIT_COVER
            and covered(y, [x]) < _SPLIT_COVER
        )


def _joint_orders(
    days: Iterable[Sequence[Traits]], likeness: Likeness
) -> list[tuple[Traits, Traits]]:
    return [
        (a, b)
        for orders in days
        for n, a in enumerate(orders)
        for b in orders[n + 1 :]
        if are_joint(a, b)
        and likeness.overlap(a, b) >= _JOINT_OVERLAP
        and not likeness.forbidden(a, b)
    ]


def _going_on(days: Iterable[Sequence[Traits]], likeness: Likeness) -> list[tuple[str, str]]:
    """Return the orders that go on with the one before them: "Riêng ...", "... nói trên"."""
    return [
        (a.iri, b.iri)
        for orders in days
        for a, b in pairwise(orders)
        if goes_on(b, a) and not likeness.forbidden(a, b)
    ]


def _thread(
    group: Sequence[Traits],
    chances: dict[tuple[str, str], float],
    dues: dict[str, frozenset[date]],
    titles: Mapping[str, str],
) -> Thread:
    links = []
    for n, later in enumerate(group):
        earlier = [order for order in group[:n] if order.notice != later.notice]
        before = [order for order in earlier if order.notice == earlier[-1].notice]
        likely = [o for o in before if _chance(chances, later, o) >= _LIKELY]
        best = likely or sorted(earlier, key=lambda o: _chance(chances, later, o))[-1:]
        links += [
            Continuation(
                later.iri,
                order.iri,
                round(_chance(chances, later, order), 4),
                _shared(later, order),
                _changed(later, order, dues),
            )
            for order in best
        ]
    return Thread(
        iri=group[0].iri.replace(f"{BASE}task/", f"{BASE}thread/", 1),
        title=next((titles[o.iri] for o in group if o.iri in titles), group[-1].title),
        tasks=tuple(order.iri for order in group),
        links=tuple(links),
    )


def _chance(chances: dict[tuple[str, str], float], a: Traits, b: Traits) -> float:
    return chances.get((a.iri, b.iri), chances.get((b.iri, a.iri), 0.0))


def _shared(later: Traits, earlier: Traits) -> tuple[str, ...]:
    found = ["unit"] if later.units & earlier.units else []
    found += [f"document {d}" for d in sorted(map(str, shared_documents(later, earlier)))]
    found += [f"name {name}" for name in sorted(shared_names(later, earlier))]
    if shared_projects(later, earlier):
        found.append("project")
    pairs = sorted(word for word in later.words & earlier.words if " " in word)
    return (*found, *([f"words {', '.join(pairs)}"] if pairs else []))


def _changed(later: Traits, earlier: Traits, dues: dict[str, frozenset[date]]) -> tuple[str, ...]:
    found = [] if later.units & earlier.units else ["unit"]
    if dues[later.iri] and dues[later.iri] != dues[earlier.iri]:
        found.append("deadline")
    return tuple(found)
