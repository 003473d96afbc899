"""The traits of two orders side by side: what they share, and why they cannot be one work.

    shared_names(a, b), shared_projects(a, b), shared_documents(a, b)
    clashes(a, b) -> why they cannot be one

The traps that no likeness of words may talk away are here: two decrees, two dams, two quarters.
"""

from collections.abc import Set

from kg.ids import DocumentNumber
from kg.laws import LawName
from kg.traits import Document, Traits

_PLACES = ("xa ", "huyen ", "phuong ", "tran ", "pho ", "thon ", "ban ", "xom ", "vung ")
_NO_NAMES: frozenset[str] = frozenset()
_SEQUENTIAL = frozenset({"quarter", "month"})
"""A report of one of these goes on to name the next ("tháng 6, phương hướng tháng 7")."""

_MOST_OF_A_NAME = 0.7
"""Share of a project's word pairs in another order from which that means it too. Set by hand."""


def clashes(a: Traits, b: Traits) -> tuple[str, ...]:
    """Return why two orders cannot be the same work: words of the trap, empty where they can."""
    found = [
        f"documents of one kind ({kind})"
        for kind in sorted(a.rulings.keys() & b.rulings.keys())
        if not _any_may_be_same(a.rulings[kind], b.rulings[kind])
    ]
    found += [
        f"names ({head})"
        for head in sorted(a.names.keys() & b.names.keys())
        if not same_name(a.names[head], b.names[head])
    ]
    found += [
        f"another place's unit ({head})"
        for mine, other in ((a, b), (b, a))
        for head in sorted(mine.homes.keys() & (other.names.keys() | other.homes.keys()))
        if not same_name(
            mine.homes[head], other.names.get(head, _NO_NAMES) | other.homes.get(head, _NO_NAMES)
        )
    ]
    if a.projects and b.projects and not shared_projects(a, b):
        found.append("projects")
    found += [
        f"periods ({kind})"
        for kind in sorted(a.periods.keys() & b.periods.keys())
        if _other_period(kind, a.periods[kind], b.periods[kind])
    ]
    if _half_year(a) != _half_year(b) and _part_year(a) != _part_year(b):
        found.append("periods (half a year, part of it)")
    return tuple(found)


def goes_on(order: Traits, before: Traits) -> bool:
    """Whether an order goes on with the one just before it in its notice.

    "... nói trên" (said above) means that one only where both name the thing; else it may mean
    all the orders above.
    """
    if order.notice != before.notice or order.order != before.order + 1 or not order.follows:
        return False
    if order.projects - shared_projects(order, before):
        return False
    return order.follows == "part" or bool(shared_names(order, before))


def shared_names(a: Traits, b: Traits) -> frozenset[str]:
    """Return the names that both orders give with the same common noun ("ho ban nua")."""
    return frozenset(
        f"{head} {name}"
        for head in a.names.keys() & b.names.keys()
        for name in a.names[head]
        if same_name({name}, b.names[head])
    )


def shared_homes(a: Traits, b: Traits) -> bool:
    """Whether one order is for a place's own unit, and the other is about that place."""
    return any(
        same_name(homes, names)
        for mine, other in ((a, b), (b, a))
        for homes in mine.homes.values()
        for head, names in other.names.items()
        if is_place(f"{head} ")
    )


def other_basis(a: Traits, b: Traits) -> bool:
    """Whether both cite documents of one kind, and none of these can be the same."""
    return any(
        not _any_may_be_same(a.bases[kind], b.bases[kind])
        for kind in a.bases.keys() & b.bases.keys()
    )


def is_place(name: str) -> bool:
    """Whether a shared name is that of a place: many works may lie there."""
    return name.startswith(_PLACES)


def shared_projects(a: Traits, b: Traits) -> frozenset[frozenset[str]]:
    """Return the projects of either that the other's text holds, in full or shortened.

    The text, and not only the projects read in it: two readings of one name may end elsewhere.
    """
    return frozenset(
        project
        for mine, other in ((a, b), (b, a))
        for project in mine.projects
        if holds(other.words, project) or any(holds(p, project) for p in other.projects)
    )


def shared_documents(a: Traits, b: Traits) -> frozenset[Document]:
    """Return the documents of ``a`` that ``b`` cites too, in whichever wording."""
    return frozenset(x for x in a.documents if any(_is_same(x, y) for y in b.documents))


def same_name(a: Set[str], b: Set[str]) -> bool:
    """A name goes on being the same when a later notice writes less, or more, of its end."""
    return any(f"{x} ".startswith(f"{y} ") or f"{y} ".startswith(f"{x} ") for x in a for y in b)


def holds(words: frozenset[str], project: frozenset[str]) -> bool:
    """Whether words hold a project's name: a shortened name keeps most of its word pairs."""
    pairs = {word for word in project if " " in word} or project
    return len(pairs & words) >= _MOST_OF_A_NAME * len(pairs)


def _any_may_be_same(a: Set[Document], b: Set[Document]) -> bool:
    return any(_may_be_same(x, y) for x in a for y in b)


def _may_be_same(a: Document, b: Document) -> bool:
    """Whether nothing tells two documents apart; a law by title may be one by number."""
    if isinstance(a, LawName) and isinstance(b, LawName):
        return a.matches(b)
    return _is_same(a, b)


def _is_same(a: Document, b: Document) -> bool:
    if isinstance(a, LawName) and isinstance(b, LawName):
        return a.is_of(b)
    if isinstance(a, DocumentNumber) and isinstance(b, DocumentNumber):
        return a.matches(b)
    return a == b


def _half_year(order: Traits) -> bool:
    return "months" in order.periods


def _part_year(order: Traits) -> bool:
    return bool(_SEQUENTIAL & order.periods.keys())


def _other_period(kind: str, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a[0] != b[0] if kind in _SEQUENTIAL else not set(a) & set(b)
