"""What is looked at in one order to tell whether another order is the same piece of work.

    Task -> Traits (unit, words, documents, names, periods)

Two of them are compared in ``kg.compared``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from kg.abbreviations import abbreviates
from kg.fold import fold
from kg.ids import (
    DocumentNumber,
    Scope,
    every_unit_iri,
    mention_name,
    notice_iri,
    task_iris,
    unit_iri,
)
from kg.laws import LawName
from kg.phrases import names_in, periods_in, words_in
from kg.records import EVERY_UNIT, Citation, Mention, Notice, Task
from kg.thread_title import title_of_task

_LETTERS = frozenset({"cong van", "thong bao", "giay moi", "to trinh", "cong dien", "van ban"})
"""Kinds of document that pass an order on. A reminder cites another letter about the same work."""
_BASIS = re.compile(
    r"(?:theo|tai|can cu|yeu cau|chi dao|noi dung|tinh than)(?: (?:cac|so|tinh than|cua))*[\s(]*$"
)

_TAKEN_OVER = re.compile(
    r"\b(?:tiep nhan|nhan ban giao|nhan|tiep quan)(?: lai)? (?:tu|cua) (?P<from>[^;.,]+)"
)
_HANDED_OVER = re.compile(
    r"\b(?:ban giao|chuyen giao|chuyen|giao lai)\b[^;.]{0,160}? (?:cho|ve|sang) (?P<to>[^;.,]+)"
)
_OF_A_PLACE = re.compile(
    r"(?:(?:trưởng|bí thư|ubnd|ủy ban nhân dân) )*(?:(?:tổ dân|khu|thị) )?"
    r"(?P<head>thôn|bản|xóm|làng|phố|ấp|buôn|xã|phường|trấn|huyện) "
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3})"
)
"""A unit that is a place's own; the noun before its name is that of ``names_in``."""
_PART = re.compile(r"\W*rieng (?:doi voi |voi )?(?:\d+|hai|ba|bon|nam|mot so|so)\b")
_APART = re.compile(r"\W*rieng\b")
_SAME_THING = re.compile(r"\b(?:noi|neu|ke) tren\b")


Document = DocumentNumber | LawName | str
"""A cited document: its number, what is said of a law, or its folded title."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One order, reduced to what identifies the work."""

    iri: str
    notice: str
    day: date
    """The meeting's day; the issue's where that is unknown."""
    order: int
    """Position in its notice."""
    title: str
    units: frozenset[str]
    """IRIs of those who must do it; the heading's where no unit is named."""
    helpers: frozenset[str]
    """IRIs of those who are to help."""
    others: frozenset[str]
    """IRIs of those from whom the work is taken over, and of those it is handed over to."""
    follows: Literal["part", "thing"] | None
    """How it goes on with the order before it: a part set apart ("Riêng 02 hộ ..."), or the same
    thing again ("... Hội chợ nói trên", "Riêng Hội chợ ...")."""
    homes: Mapping[str, frozenset[str]]
    """The places whose own units must do it, like ``names``: "Trưởng thôn Khuổi Đeng"."""
    is_led: bool
    """Whether a person is to see to it: he leads what is any unit's work."""
    words: frozenset[str]
    """Folded syllables, and pairs of neighbours ("dong cua"), without stock phrases."""
    documents: frozenset[Document]
    rulings: Mapping[str, frozenset[Document]]
    """Kind of document -> numbers that the work is *about*, letters and bases left out."""
    bases: Mapping[str, frozenset[Document]]
    """The same with those it is based on."""
    projects: frozenset[frozenset[str]]
    """Of each project named, the words as in ``words``."""
    names: Mapping[str, frozenset[str]]
    """Common noun before a name -> the names ("hồ" -> {"ban nua"})."""
    periods: Mapping[str, tuple[str, ...]]


def notice_day(notice: Notice) -> date:
    """Return the meeting's day, else the day of issue, else the first day there is."""
    stated = notice.meeting_date or notice.issued
    return stated.value if stated else date.min


@lru_cache(maxsize=1024)  # a page that adds notices one by one looks at each only once
def traits_of(notice: Notice) -> tuple[Traits, ...]:
    """Return the traits of every task of a notice, parallel to ``notice.tasks``."""
    scope = Scope.of(notice)
    house = _House(
        notice_iri(notice), notice_day(notice), scope, _units_by_name(notice, scope), notice.text
    )
    return tuple(
        _task_traits(task, task_iri, order, house)
        for order, (task, task_iri) in enumerate(zip(notice.tasks, task_iris(notice), strict=True))
    )


def resolved(order: Traits, same: Mapping[str, str]) -> Traits:
    """Return the order with its units as what they turned out to be."""
    if not same.keys() & (order.units | order.helpers | order.others):
        return order
    units, helpers, others = (
        frozenset(same.get(unit, unit) for unit in named)
        for named in (order.units, order.helpers, order.others)
    )
    return replace(order, units=units, helpers=helpers, others=others)


def _unit(mention: Mention, scope: Scope) -> str:
    if mention.canonical == EVERY_UNIT:
        return every_unit_iri(scope)
    return unit_iri(mention.canonical or mention.name, scope)


@dataclass(frozen=True, slots=True)
class _House:
    """What the orders of one notice have in common."""

    notice: str
    day: date
    scope: Scope
    units: Mapping[str, str]
    """Folded name -> IRI, of every unit that the orders name."""
    text: str
    """The notice's text, in which a law's title stands before its number."""


def _units_by_name(notice: Notice, scope: Scope) -> dict[str, str]:
    mentions = [m for task in notice.tasks for m in (*task.assignees, *task.coordinators)]
    found = {task.section: unit_iri(task.section, scope) for task in notice.tasks if task.section}
    for mention in mentions:
        if mention.canonical != EVERY_UNIT:
            for name in (mention.name, mention.canonical or mention.name):
                found[name] = _unit(mention, scope)
    return {fold(name): iri for name, iri in sorted(found.items())}


def _passed_on(text: str, units: Mapping[str, str]) -> frozenset[str]:
    """Return the units that an order takes a work over from, or hands it over to.

    They may be named in full or abbreviated.
    """
    found = set()
    folded = fold(text)
    taken = [match["from"] for match in _TAKEN_OVER.finditer(folded)]
    for named in (*taken, *(match["to"] for match in _HANDED_OVER.finditer(folded))):
        rest = named.split()
        for name, iri in units.items():
            size = len(name.split())
            short = any(abbreviates(rest[:n], name.split()) for n in (2, 3))
            if rest[:size] == name.split() or short:
                found.add(iri)
    return frozenset(found)


def _task_traits(task: Task, iri: str, order: int, house: _House) -> Traits:
    scope = house.scope
    units = frozenset(_unit(m, scope) for m in task.assignees) or frozenset(
        {unit_iri(task.section, scope)} if task.section else ()
    )
    helpers = frozenset(_unit(m, scope) for m in task.coordinators)
    dates = [(d.start, d.end) for d in task.deadlines]
    cited = [(c.start, c.end) for c in task.refs]
    people = [(m.start, m.end) for m in (*task.assignees, *task.coordinators, *task.people)]
    undated = _without(task, dates + cited)
    rulings: dict[str, set[Document]] = {}
    bases: dict[str, set[Document]] = {}
    for citation in task.refs:
        kind = fold(citation.type)
        if kind in _LETTERS:
            continue
        bases.setdefault(kind, set()).add(_document(citation, house.text))
        if not _is_basis(task, citation):
            rulings.setdefault(kind, set()).add(_document(citation, house.text))
    return Traits(
        iri=iri,
        notice=house.notice,
        day=house.day,
        order=order,
        title=title_of_task(task),
        units=units,
        helpers=helpers,
        others=_passed_on(task.text, house.units) - units,
        follows=_follows(task),
        homes=_homes(task),
        is_led=bool(task.assignees)
        and {mention_name(m) for m in task.assignees} <= {mention_name(m) for m in task.people},
        words=words_in(_without(task, dates + cited + people)),
        documents=frozenset(_document(c, house.text) for c in task.refs),
        rulings={kind: frozenset(keys) for kind, keys in rulings.items()},
        bases={kind: frozenset(keys) for kind, keys in bases.items()},
        projects=frozenset(words_in(m.canonical or m.name) for m in task.projects),
        names=names_in(_without(task, dates + cited + people)),
        periods=periods_in(undated),
    )


def _homes(task: Task) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for mention in task.assignees:
        if match := _OF_A_PLACE.fullmatch(mention_name(mention).casefold()):
            found.setdefault(fold(match["head"]), set()).add(fold(match["name"]))
    return {head: frozenset(names) for head, names in found.items()}


def _follows(task: Task) -> Literal["part", "thing"] | None:
    folded = fold(task.text)
    if _PART.match(folded):
        return "part"
    return "thing" if _SAME_THING.search(folded) or _APART.match(folded) else None


def _without(task: Task, spans: Iterable[tuple[int, int]]) -> str:
    """Return the task's text with the given spans of the notice replaced by a break."""
    text = task.text
    for start, end in sorted(spans, reverse=True):
        if task.start <= start < end <= task.start + len(text):
            text = f"{text[: start - task.start]} ; {text[end - task.start :]}"
    return text


def _is_basis(task: Task, citation: Citation) -> bool:
    before = fold(task.text[max(0, citation.start - task.start - 40) : citation.start - task.start])
    return bool(_BASIS.search(before))


def _document(citation: Citation, text: str) -> Document:
    if law := LawName.of(citation, text):
        return law
    number = DocumentNumber.parse(citation.key, type=citation.type)
    if number is None:
        return fold(citation.key)
    return number.in_year(citation.date.year) if citation.date else number
