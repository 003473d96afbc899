"""A random notice before it has a form: what it says, in which words, and nothing of its layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.render import deadlines, documents
from tests.render.contents import COMMON, FURTHER, SAID, SECTOR_NAMES, SECTORS
from tests.render.phrase import Fact, Phrase, Slot, filled
from tests.render.vocabulary import (
    PROGRAMMES,
    QUOTED_WORKS,
    WORKS,
    company,
    person_name,
    place_name,
    place_names,
)
from tests.render.world import World, any_world, kindred, one, several


@dataclass(frozen=True, slots=True)
class Order:
    """One piece of work: who, with whom, what, by when."""

    assignees: Phrase
    coordinators: Phrase | None
    content: Phrase
    """From its verb on, in small letters, without a full stop."""
    deadline: Phrase | None
    director: Phrase | None
    """In brackets: the person who sees to it."""
    further: tuple[Phrase, ...]
    """Sentences after the first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Orders that stand together: of one office, or on one subject."""

    unit: Phrase
    """The office, for layouts that head groups by it."""
    subject: str
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A notice's contents."""

    world: World
    number: str | None
    issued: date | None
    """None where the place for the day was left blank."""
    met: date
    chair: str
    signer: str
    title: str
    opening: tuple[Phrase, ...]
    said: tuple[Phrase, ...]
    """What the assessment says."""
    groups: tuple[Group, ...]
    footnote: Phrase | None


class Planner:
    """Draws the parts of one notice, all in the same world and of the same days."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.world = any_world(rng)
        self.met = date(2019, 1, 10) + timedelta(days=rng.randint(0, 2500))
        self.day = self.met + timedelta(days=rng.randint(0, 6))
        self.dated = rng.random() < 0.9
        self.sector = rng.choice(tuple(SECTORS))
        self.slots: dict[str, Slot] = {
            "ref": lambda r: documents.cite(r, self.day, self.world.local),
            "project": project,
            "programme": lambda r: _named("project", r.choice(PROGRAMMES)),
            "place": place,
            "at": lambda r: r.choice(("tại ", "trên địa bàn ", "ở ")) + place(r),
            "mine": mine,
            "road": road,
            "company": lambda r: Phrase(company(r)),
            "boss": lambda r: Phrase(r.choice(self.world.bosses)),
            "period": lambda r: Phrase(deadlines.period_reported(r, self.day)),
            "horizon": lambda r: Phrase(deadlines.horizon(r, self.day)),
            "asof": lambda r: Phrase(deadlines.as_of(r, self.day)),
            "event": lambda r: Phrase(deadlines.event(r, self.day)),
            "n": lambda r: Phrase(f"{r.randint(21, 99)},{r.randint(1, 9)}"),
        }

    def fill(self, template: str) -> Phrase:
        return filled(template, self.rng, self.slots)

    def plan(self, most_orders: int, fewest_orders: int) -> Plan:
        rng, world = self.rng, self.world
        chair, signer = person_name(rng), person_name(rng)
        return Plan(
            world=world,
            number=f"{rng.randint(1, 999):02}/TB-{world.code}" if rng.random() < 0.9 else None,
            issued=self.day if self.dated else None,
            met=self.met,
            chair=chair,
            signer=chair if rng.random() < 0.3 else signer,
            title=self._title(),
            opening=self._opening(chair),
            said=tuple(self.fill(rng.choice(SAID)) for _ in range(rng.randint(1, 4))),
            groups=tuple(self.groups(self.rng.randint(fewest_orders, most_orders))),
            footnote=self.fill("Xem {ref}.") if rng.random() < 0.3 else None,
        )

    def groups(self, left: int) -> list[Group]:
        found = []
        while left > 0:
            count = min(left, self.rng.randint(1, 4))
            unit = one(self.rng, self.rng.choice(self.world.units))
            subject = self.rng.choice(tuple(SECTOR_NAMES.values()))
            found.append(Group(unit, subject, tuple(self.order() for _ in range(count))))
            left -= count
        return found

    def order(self) -> Order:
        rng = self.rng
        assignees = self.assignees()
        taken = set(assignees.values("unit"))
        return Order(
            assignees=assignees,
            coordinators=self.coordinators(taken) if rng.random() < 0.4 else None,
            content=self.content(),
            deadline=deadlines.deadline(rng, self.day if self.dated else self.met, exact=self.dated)
            if rng.random() < 0.65
            else None,
            director=self.director() if rng.random() < 0.08 else None,
            further=(self.fill(rng.choice(FURTHER)),) if rng.random() < 0.15 else (),
        )

    def content(self) -> Phrase:
        pool = COMMON if self.rng.random() < 0.35 else SECTORS[self.sector]
        if self.rng.random() < 0.2:
            pool = SECTORS[self.rng.choice(tuple(SECTORS))]
        return self.fill(self.rng.choice(pool))

    def assignees(self) -> Phrase:
        rng, world = self.rng, self.world
        chance = rng.random()
        if chance < 0.07:
            return Phrase(rng.choice(world.everyone), (Fact("unit", "*"),))
        if chance < 0.12:
            name = rng.choice(world.classes)
            return Phrase(name, (Fact("unit", name),))
        if chance < 0.17:
            return self.person()
        if chance < 0.25 and (found := kindred(rng, world)):
            return found
        pool = world.units if chance < 0.85 else world.partners
        return several(rng, rng.sample(pool, 1 if chance < 0.7 else rng.randint(2, 3)))

    def coordinators(self, taken: set[str]) -> Phrase | None:
        rng, world = self.rng, self.world
        if rng.random() < 0.2:
            found = kindred(rng, world)
            if found and not taken & set(found.values("unit")):
                return found
        pool = [u for u in dict.fromkeys(world.units + world.partners) if u not in taken]
        return several(rng, rng.sample(pool, rng.choice((1, 1, 1, 2, 2, 3))))

    def person(self) -> Phrase:
        """A deputy told to act himself: both a person and an assignee."""
        name = person_name(self.rng)
        lead = self.rng.choice(("đồng chí ", "Đ/c "))
        after = self.rng.choice((f", {self.world.deputy},", f" - {self.world.deputy}", ""))
        return Phrase(lead + name + after, (Fact("unit", name), Fact("person", name)))

    def director(self) -> Phrase:
        name = person_name(self.rng)
        text = self.rng.choice(
            (
                "(đồng chí {} - {} chỉ đạo)",
                "(đ/c {}, {} trực tiếp chỉ đạo)",
                "(giao đồng chí {}, {} theo dõi)",
            )
        )
        return Phrase(text.format(name, self.world.deputy), (Fact("person", name),))

    def _title(self) -> str:
        rng, met, chair = self.rng, self.met, self.world.chair
        return rng.choice(
            (
                f"Kết luận của {chair} tại cuộc họp giao ban tháng {met.month} năm {met.year}",
                f"Ý kiến kết luận của {chair} tại hội nghị giao ban tháng {met.month}/{met.year}",
                f"Kết luận của {chair} tại buổi làm việc về tiến độ các nhiệm vụ trọng tâm",
            )
        )

    def _opening(self, name: str) -> tuple[Phrase, ...]:
        rng, world, met = self.rng, self.world, self.met
        day = documents.printed_day(rng, met)
        who = rng.choice((f"đồng chí {name}, {world.chair}", f"đồng chí {name} - {world.chair}",
                          f"{world.chair} {name}"))  # fmt: skip
        first = rng.choice(
            (
                f"Ngày {day}, {who} chủ trì cuộc họp giao ban.",
                f"Ngày {day}, tại trụ sở cơ quan, {who} đã chủ trì hội nghị giao ban "
                "đánh giá kết quả công tác. Tham dự có lãnh đạo các đơn vị.",
                f"Chiều ngày {day}, {who} chủ trì họp nghe báo cáo tiến độ các nhiệm vụ.",
            )
        )
        last = rng.choice(
            (
                f"Sau khi nghe báo cáo và ý kiến của các đại biểu, {who} kết luận như sau:",
                f"Trên cơ sở nội dung thảo luận, {world.chair} có ý kiến chỉ đạo như sau:",
                "Sau khi nghe báo cáo tình hình thực hiện {ref}, người chủ trì kết luận:",
            )
        )
        return Phrase(first), self.fill(last)


def any_plan(rng: Random, most_orders: int = 10, fewest_orders: int = 2) -> Plan:
    """A random notice of ``fewest_orders`` to ``most_orders`` orders."""
    return Planner(rng).plan(most_orders, fewest_orders)


def _named(kind: str, name: str) -> Phrase:
    return Phrase(name, (Fact("project" if kind == "project" else "place", name),))


def project(rng: Random) -> Phrase:
    """A project with the word for it: quoted, or named as a work is."""
    a, b = place_names(rng, 2)
    values = {"a": a, "b": b, "n": rng.randint(201, 235), "d": rng.randint(1, 3)}
    if rng.random() < 0.4:
        name = rng.choice(QUOTED_WORKS).format(**values)
        left, right = rng.choice(("“”", '""'))
        lead = rng.choice(("dự án ", "Dự án ", "dự án: "))
        return lead + Phrase(left, ()) + _named("project", name) + right
    name = rng.choice(WORKS).format(**values)
    name = rng.choice((name, name[0].upper() + name[1:]))
    return rng.choice(("dự án ", "Dự án ")) + _named("project", name)


def place(rng: Random) -> Phrase:
    """One place or more, with their kinds: "thôn A, xã B", "các xã A, B và thị trấn C"."""
    a, b, c = place_names(rng, 3)
    ways: Sequence[tuple[str, tuple[str, ...]]] = (
        (f"xã {a}", (f"xã {a}",)),
        (f"xã {a}, huyện {b}", (f"xã {a}", f"huyện {b}")),
        (f"thôn {a}, xã {b}", (f"thôn {a}", f"xã {b}")),
        (f"các xã {a}, {b}", (f"xã {a}", f"xã {b}")),
        (f"các xã {a}, {b} và thị trấn {c}", (f"xã {a}", f"xã {b}", f"thị trấn {c}")),
        (f"huyện {a}", (f"huyện {a}",)),
        (f"phường {a}, thành phố {b}", (f"phường {a}", f"thành phố {b}")),
        (f"bản {a}", (f"bản {a}",)),
        (f"02 huyện {a} và {b}", (f"huyện {a}", f"huyện {b}")),
    )
    text, names = rng.choice(ways)
    return Phrase(text, tuple(Fact("place", n) for n in names))


def mine(rng: Random) -> Phrase:
    """A mine: "mỏ đá Lũng Vài"."""
    return _named(
        "place", f"mỏ {rng.choice(('đá', 'cát', 'sắt', 'đất', 'quặng'))} {place_name(rng)}"
    )


def road(rng: Random) -> Phrase:
    """A numbered road."""
    number = rng.randint(201, 239)
    return _named(
        "place",
        rng.choice(
            (f"Quốc lộ {rng.randint(2, 49)}{rng.choice(('', 'B', 'D'))}", f"đường tỉnh {number}",
             f"Tỉnh lộ {number}", f"ĐT.{number}", f"QL{rng.randint(2, 49)}")
        ),
    )  # fmt: skip
