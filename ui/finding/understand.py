"""What a query asks for: constraints, each with its words, and the words that are left."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.fold import fold
from ui.finding.boolean import alternatives, blanked, find_exact
from ui.finding.folded import FoldedQuery
from ui.finding.naming import Found, Names
from ui.finding.periods import Named as Period
from ui.finding.periods import find_periods

ChipKind = Literal[
    "unit", "document", "project", "place", "person", "due", "meeting", "period", "status",
    "phrase", "not",
]  # fmt: skip

_TASK = (
    r"(?:cac\s+|nhung\s+)?(?:viec|cong\s+viec|nhiem\s+vu|dau\s+viec|tasks?|orders?|works?|items?)"
)
_STATUSES = (
    ("overdue", rf"""
        (?:{_TASK}\s+)? (?: (?:da\s+|dang\s+|bi\s+)? (?:qua|tre|cham)\s+han | overdue | past\s+due )
        (?:\s+{_TASK}\b)?"""),
    ("open", rf"""
        {_TASK}\s+ (?:(?:con|dang)\s+)? (?: mo | chua\s+(?:xong|hoan\s+thanh) )
        | (?:open|unfinished|outstanding)\s+{_TASK} | chua\s+(?:xong|hoan\s+thanh)"""),
    ("done", rf"""
        {_TASK}\s+ da\s+ (?: xong | hoan\s+thanh )
        | (?:done|finished|completed)\s+{_TASK} | {_TASK}\s+ (?: done | finished | completed )"""),
    ("no-deadline", rf"""
        (?: {_TASK}\s+ )? (?: khong | chua )\s+ (?: co\s+ )? (?: thoi\s+ )? han\b (?!\s+che)
        | (?: (?:with\s+no|without(?:\s+an?)?|no)\s+ (?:deadline|due\s+date)s? )"""),
    ("dropped", rf"""
        {_TASK}\s+ bi\s+ (?: bo\s+quen | bo\s+roi | bo\s+lung ) | dropped\s+{_TASK}
        | {_TASK}\s+ dropped"""),
    ("slipped", rf"""
        {_TASK}\s+ (?: bi\s+ )? (?: lui | gian )\s+ (?: han | thoi\s+han | tien\s+do )
        | slipped(?:\s+{_TASK})? | {_TASK}\s+ slipped"""),
)  # fmt: skip
_STATUS = tuple(
    (status, re.compile(rf"\b(?:{pattern})\b", re.VERBOSE)) for status, pattern in _STATUSES
)
_STATUS_LABELS = {
    "overdue": "quá hạn", "open": "đang mở", "done": "đã xong", "no-deadline": "không có hạn",
    "dropped": "bị bỏ", "slipped": "lùi hạn",
}  # fmt: skip

_FRAME = frozenset(
    """tat ca toan bo moi cac nhung het viec nhiem vu cong dau chi dao noi dung lien quan den toi ve
    cua do giao cho thuoc tai trong o duoc da co nao gi la voi va theo phan phu trach thuc hien tim
    liet ke xem hay khi don vi can phai du an
    all any every each the a an of by for in on at from to and with that which what who whose are is
    were was be been about regarding concerning assigned given ordered have has had tasks task
    orders order work works item items list show find get me please everything anything due under
    citing cite cites based related pursuant according unit project document place
    """.split()
)
"""Words that only frame a question once what it asks for is taken out of it."""
_ENDS = frozenset(
    """tat ca toan bo moi cac nhung viec nhiem vu cua do giao cho thuoc tai trong theo ve va lien
    quan den toi voi
    all any every each the of by for in on at from to and with that which are is were was about
    tasks task orders order under citing based
    """.split()
)
"""Of these, what may be left over at either end of the words."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that the tasks must satisfy, as the query words it."""

    kind: ChipKind
    value: str
    """An IRI, a status, words, or days as ``2021-04-01/2021-06-30`` with an open side empty."""
    label: str
    text: str
    """The words of the query, which stand at ``start`` to ``end`` of it."""
    start: int
    end: int
    key: str
    """Names the constraint among those of its query."""
    nodes: tuple[str, ...] = ()
    begin: date | None = None
    until: date | None = None
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """One query, taken apart."""

    constraints: tuple[Constraint, ...]
    words: tuple[tuple[str, ...], ...]
    """What is searched for: alternatives, each of what it needs together; none where the query
    only constrains."""


def understand(
    query: str,
    names: Names,
    *,
    today: date,
    reference: date,
    without: Collection[str] = (),
) -> Understood:
    """Take a query apart.

    Args:
        query: as typed.
        names: what the graph names.
        today: what "this month" is counted from.
        reference: a month without its year is the one nearest to this day.
        without: keys of constraints that are not meant; their words are plain words.
    """
    kept: list[Constraint] = []
    taken: list[tuple[int, int]] = []
    for found in _candidates(query, names, today, reference):
        overlaps = any(found.start < end and start < found.end for start, end in taken)
        if overlaps or found.key in without:
            continue
        kept.append(found)
        taken.append((found.start, found.end))
    kept.sort(key=lambda constraint: constraint.start)
    rest = blanked(query, [(c.start, c.end) for c in kept])
    spoken = [c.words for c in find_exact(query) if c.kind == "phrase"]
    words = alternatives(_trimmed(rest) if kept else query.strip())
    if any(c.kind == "phrase" for c in kept):
        words = tuple((*group, *spoken) for group in words or ((),))
    return Understood(tuple(kept), words)


def _candidates(query: str, names: Names, today: date, reference: date) -> Iterator[Constraint]:
    """List what may be a constraint; of two that share words the earlier in this list holds."""
    for exact in find_exact(query):
        if fold(exact.words):
            yield _constraint(query, exact.kind, exact.words, exact.words, exact.start, exact.end)
    folded = FoldedQuery(query)
    documents = list(names.documents(folded))
    for found in documents:
        yield _of_name(query, folded, found)
    for period in find_periods(folded, today=today, reference=reference):
        yield _of_period(query, folded, period)
    for status, pattern in _STATUS:
        for match in pattern.finditer(folded.text):
            if status != "overdue" or _stands_alone(folded, match):
                start, end = folded.typed(*match.span())
                yield _constraint(query, "status", status, _STATUS_LABELS[status], start, end)
    for found in names.named(folded):
        yield _of_name(query, folded, found)


def _stands_alone(query: FoldedQuery, match: re.Match[str]) -> bool:
    """Whether "quá hạn" is said of tasks, not of a licence or a loan: "giấy phép quá hạn"."""
    if re.match(rf"{_TASK}\b", match[0]) or re.search(rf"\b{_TASK}$", match[0]):
        return True
    before = [word.text for word in query.words if word.end <= match.start()]
    return all(word in _FRAME for word in before)


def _of_name(query: str, folded: FoldedQuery, found: Found) -> Constraint:
    start, end = folded.typed(found.start, found.end)
    value = found.nodes[0] if len(found.nodes) == 1 else found.label
    return _constraint(
        query, found.kind, value, found.label, start, end, nodes=found.nodes, owns=found.owns
    )


def _of_period(query: str, folded: FoldedQuery, found: Period) -> Constraint:
    start, end = folded.typed(found.start, found.end)
    value = f"{found.begin or ''}/{found.until or ''}"
    days = " – ".join(
        f"{d.day}/{d.month}/{d.year}" if d else "…" for d in (found.begin, found.until)
    )
    return _constraint(
        query, found.about, value, days, start, end, begin=found.begin, until=found.until
    )


def _constraint(
    query: str,
    kind: ChipKind,
    value: str,
    label: str,
    start: int,
    end: int,
    *,
    nodes: tuple[str, ...] = (),
    begin: date | None = None,
    until: date | None = None,
    owns: bool = False,
) -> Constraint:
    text = query[start:end]
    key = f"{kind}:{fold(text)}"
    return Constraint(
        kind, value, label, text, start, end, key, nodes=nodes, begin=begin, until=until, owns=owns
    )


def _trimmed(rest: str) -> str:
    """Return the words that are left; nothing where they only frame the question."""
    words = rest.split()
    bare = [re.sub(r"[^\w]+", "", fold(word)) for word in words]
    if all(word in _FRAME or not word for word in bare):
        return ""
    first, last = 0, len(words)
    while bare[last - 1] in _ENDS or not bare[last - 1]:
        last -= 1
    while bare[first] in _ENDS or not bare[first]:
        first += 1
    return " ".join(words[first:last])
