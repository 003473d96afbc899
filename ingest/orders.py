"""What in a sentence is an order, and to whom.

An order opens with a performative and its addressees ("Giao Sở Tài chính ..."), or with addressees
and what they are to do ("Sở Tài chính chủ trì ..."), or, where a heading has named the unit, with a
verb alone ("Khẩn trương hoàn thiện ...").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ingest.patterns.grammar import verbose
from ingest.patterns.order_grammar import (
    ABOUT_UNIT,
    ACTION,
    BARE_OFFICE,
    BEFORE_NAME,
    CLAUSE,
    COMMA,
    COORDINATES,
    DESCRIBES,
    GIVEN_TO,
    HONORIFIC,
    INSIDE,
    JOINS,
    LEAD_IN,
    LEADS,
    MAY_ACT,
    OPENS,
    OPENS_CLAUSE,
    PARTY,
    PERSON_DIRECTS,
    POST,
    ROLE,
    SENTENCE_END,
    THEN_ACTS,
    TOGETHER,
    TOPIC,
)
from ingest.patterns.person import find_people
from ingest.patterns.unit import localities_at, unit_list_at
from ingest.patterns.unit_register import Register, UnitName
from ingest.spans import moved
from kg.records import EVERY_UNIT, Mention

_HELD = re.compile("Phó|Giám|Chánh|Trưởng|Chủ|Bí|Cục|Vụ|Viện|Hiệu|Đội|Tổ|Trạm|Hạt|Chỉ|Tổng")
"""How a post begins."""
_WITH = verbose(r"\s* cùng_ (?: với_ )?")
_LONGEST_LEAD = 260
_MOST_COMMAS = 4
"""What leads up to an office may hold commas: "Riêng dự thảo về chế độ, chính sách, Phòng A"."""
_LONGEST_OPENING = 120
"""Characters from an honorific to the end of a name: posts are long."""


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence's order: where it stands and the addressees that it names itself."""

    start: int
    end: int
    addressees: tuple[Mention, ...]
    performative: bool
    """Whether it says "giao", "yêu cầu" and the like."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a stretch of text into sentences; each is (start, end) without outer spaces."""
    found, begin = [], start
    for match in SENTENCE_END.finditer(text, start, end):
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, end))
    trimmed = [_trim(text, *span) for span in found]
    return [(a, b) for a, b in trimmed if a < b]


def read_order(text: str, start: int, end: int, register: Register) -> Order | None:
    """Return the order that a sentence gives to those whom it names, or None.

    Args:
        text: the whole text.
        start, end: the sentence.
        register: the offices that the document names for itself.
    """
    sentence = text[start:end]
    for position, performative in _openings(sentence):
        addressees = _ordered_at(sentence, position, register, performative=performative)
        if addressees:
            everyone = (*addressees, *_also_ordered(sentence, addressees, register))
            return Order(start, end, moved(everyone, start), performative)
    return None


def _also_ordered(
    sentence: str, addressees: Sequence[Mention], register: Register
) -> tuple[Mention, ...]:
    """The offices that later clauses give a share: "Sở A ...; Sở B bố trí kinh phí"."""
    last = addressees[-1].end
    known = coordinators(sentence, 0, len(sentence), register, addressees)
    seen = {m.canonical for m in (*addressees, *known)}
    found: list[Mention] = []
    for clause in CLAUSE.finditer(sentence, last):
        given = OPENS_CLAUSE.match(sentence, clause.end())
        position = given.end() if given else clause.end()
        for unit in _ordered_at(sentence, position, register, performative=given is not None):
            if unit.canonical and unit.canonical not in (*seen, EVERY_UNIT):
                joins = JOINS.match(sentence, unit.end)
                seen.add(unit.canonical)
                found += [] if joins else [unit]
    return tuple(found)


def _ordered_at(
    sentence: str, position: int, register: Register, *, performative: bool
) -> tuple[Mention, ...]:
    """Those named at a position whom the sentence orders to do something."""
    honoured = HONORIFIC.match(sentence, position)
    units = unit_list_at(
        sentence, honoured.end() if honoured else position, register, semicolons=True
    )
    units = _without_joined(sentence, units)
    bare = BARE_OFFICE.match(sentence, position) if not units else None
    first = INSIDE.search(sentence, 0, position) is None
    if bare and first and (performative or _acts(sentence, bare.end())):
        return (Mention(bare[0], *bare.span(), register.full(bare[0])),)
    if not units and (seats := localities_at(sentence, position)):
        after = seats[-1].end
        named = sentence[after : after + 1] == ":" and _begins_clause(sentence, position)
        acts = named or _acts(sentence, after)
        return _addressees(seats) if acts and not DESCRIBES.match(sentence, after) else ()
    if not units or (_HELD.match(units[0].name) and _names_holder(sentence, position, units[0])):
        return _person_ordered_at(sentence, position, register, performative=performative)
    after = units[-1].end
    if units[0].name.startswith("Phó ") and (by := PERSON_DIRECTS.match(sentence, after)):
        directed = unit_list_at(sentence, by.end(), register)
        if directed:
            return _addressees(directed)
    if units[0].kind == "superior" or DESCRIBES.match(sentence, after):
        return ()
    colon = sentence[after : after + 1] == ":"
    opens = _begins_clause(sentence, position) and MAY_ACT.match(sentence, after) is not None
    return _addressees(units) if performative or colon or opens or _acts(sentence, after) else ()


def _without_joined(sentence: str, units: list[UnitName]) -> list[UnitName]:
    """Those who are ordered themselves: in "Phòng A cùng Đội B rà soát", the first."""
    for i, (one, following) in enumerate(pairwise(units)):
        if _WITH.fullmatch(sentence, one.end, following.start):
            return units[: i + 1]
    return units


def _person_ordered_at(
    sentence: str, position: int, register: Register, *, performative: bool
) -> tuple[Mention, ...]:
    """The person named at a position, or those who are to act under that person."""
    person = _person_at(sentence, position) or _post_at(sentence, position)
    if person is None:
        return ()
    directed = PERSON_DIRECTS.match(sentence, person.end)
    if directed and (units := unit_list_at(sentence, directed.end(), register)):
        return _addressees(units)
    end = person.end
    opens = position == 0
    while not (performative or _acts(sentence, end) or (opens and MAY_ACT.match(sentence, end))):
        role = ROLE.match(sentence, end)
        if role is None:
            return ()
        end = role.end()
    return (person,)


def begins_with_action(text: str, start: int) -> bool:
    """Whether a text begins as an order does to somebody already named: "Khẩn trương ..."."""
    return bool(ACTION.match(text, start))


def begins_with_order(text: str, start: int) -> bool:
    """Whether a sentence begins by giving an order anew: "Giao Phòng ..."."""
    return bool(OPENS.match(text, start))


def goes_on(order: Order) -> bool:
    """Whether an order is to the builder or designer of the work that is being told of."""
    return all(PARTY.fullmatch(m.name) for m in order.addressees)


def coordinators(
    text: str, start: int, end: int, register: Register, assignees: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return those with whom the addressees are to work together."""
    sentence = text[start:end]
    taken = {(m.canonical or m.name).casefold() for m in assignees}
    found: list[Mention] = []
    for pattern in (COORDINATES, TOGETHER):
        for match in pattern.finditer(sentence):
            for unit in unit_list_at(sentence, match.end(), register, strangers=True):
                key = unit.canonical.casefold()
                if unit.kind != "superior" and key not in taken:
                    taken.add(key)
                    found.append(mention_of(unit))
    for match in LEADS.finditer(sentence):
        joining = unit_list_at(sentence, match.end(), register)
        if joining and JOINS.match(sentence, joining[-1].end):
            found += [mention_of(u) for u in joining if u.canonical.casefold() not in taken]
    return moved(sorted(found, key=lambda m: m.start), start)


def mention_of(unit: UnitName) -> Mention:
    """A unit as a record's mention."""
    canonical = EVERY_UNIT if unit.kind == "every" else unit.canonical
    return Mention(unit.name, unit.start, unit.end, canonical)


def _names_holder(sentence: str, position: int, unit: UnitName) -> bool:
    """Whether what reads as an office's head goes on with the head's own name or place."""
    person, post = _person_at(sentence, position), _post_at(sentence, position)
    return any((person and person.start <= unit.end + 1, post and post.end > unit.end))


def _begins_clause(sentence: str, position: int) -> bool:
    return position == 0 or sentence[max(position - 3, 0) : position].rstrip().endswith(";")


def _addressees(units: Sequence[UnitName]) -> tuple[Mention, ...]:
    return tuple(mention_of(u) for u in units if u.kind != "superior")


def _openings(sentence: str) -> list[tuple[int, bool]]:
    """Where addressees may stand, likeliest first, and whether an order word is before them."""
    found: list[tuple[int, bool]] = []
    heads = [m.end() for p in (ABOUT_UNIT, LEAD_IN, TOPIC) if (m := p.match(sentence))]
    if lead := LEAD_IN.match(sentence):
        found_in = (
            m.end() for m in COMMA.finditer(sentence, lead.end(), lead.end() + _LONGEST_LEAD)
        )
        heads += islice(found_in, _MOST_COMMAS)
    for head in (0, *heads):
        if match := OPENS.match(sentence, head):
            found.append((match.end(), True))
        found.append((head, False))
    found.extend((m.end(), True) for m in GIVEN_TO.finditer(sentence))
    later = [(m.end(), True) for m in INSIDE.finditer(sentence)]
    later += [(m.end(), False) for m in CLAUSE.finditer(sentence)]
    return found + sorted(later)


def _acts(sentence: str, position: int) -> bool:
    return bool(THEN_ACTS.match(sentence, position))


def _person_at(sentence: str, position: int) -> Mention | None:
    opening = sentence[position : position + _LONGEST_OPENING]
    for person in find_people(opening):
        if BEFORE_NAME.fullmatch(opening, 0, person.start):
            return moved([person], position)[0]
    return None


def _post_at(sentence: str, position: int) -> Mention | None:
    """The holder of a post at a position, by name where a person's follows it."""
    match = POST.match(sentence, position)
    if match is None:
        return None
    post = sentence[position : match.start("name")]
    if match["name"] and not post.startswith("Trưởng"):
        return Mention(match["name"].strip(), match.start("name") + 1, match.end(), None, post)
    return Mention(match[0], *match.span(), match[0])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
