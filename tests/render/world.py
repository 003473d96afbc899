"""The offices that hold meetings and give notice: what they are called and whom they command."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.render.phrase import Fact, Phrase, joined
from tests.render.vocabulary import (
    COMMUNE_UNITS,
    DISTRICT_UNITS,
    DIVISIONS,
    EVERY_DEPARTMENT,
    FIELDS,
    MINISTRIES,
    MINISTRY_UNITS,
    PROVINCIAL_UNITS,
    place_names,
)


@dataclass(frozen=True, slots=True)
class World:
    """One issuing office and those around it."""

    issuer: str
    """The full name that a reader must give."""
    top: tuple[str, ...]
    """The lines over the number, in capitals."""
    code: str
    """What its notices' numbers end in."""
    seat: str
    """Before the day of issue: "Sơn Hà, ngày ..."."""
    chair: str
    """The post of who concludes: "Giám đốc Sở"."""
    deputy: str
    units: tuple[str, ...]
    """Offices of its own, that it orders."""
    partners: tuple[str, ...]
    """Others, ordered now and then and worked with often."""
    everyone: tuple[str, ...]
    """Ways to address all."""
    classes: tuple[str, ...]
    """One class of them, that stays as printed."""
    bosses: tuple[str, ...]
    local: tuple[str, str]
    """Code and name of the office whose documents are cited most."""
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """How members of a kind are listed: the words before, and their full names."""


def any_world(rng: Random) -> World:
    """An office at one of five levels."""
    return rng.choice(
        (_department, _department, _district, _commune, _province, _ministry, _cabinet)
    )(rng)


def _committees(rng: Random, level: str, count: int) -> list[str]:
    return [f"UBND {level} {name}" for name in place_names(rng, count)]


def _listed(level: str, seats: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    return f"UBND các {level} ", tuple(s for s in seats if s.startswith(f"UBND {level} "))


def _department(rng: Random) -> World:
    field = rng.choice(tuple(DIVISIONS))
    province, *_ = place_names(rng, 1)
    others = tuple(f"Sở {f}" for f in rng.sample(tuple(FIELDS), 6) if f != field)
    seats = _committees(rng, "huyện", 4)
    code = FIELDS[field][0]
    divisions = DIVISIONS[field]
    # A list that says its kind once cannot hold names with a comma or "và" of their own.
    phong = tuple(
        d for d in divisions if d.startswith("Phòng ") and "," not in d and " và " not in d
    )
    return World(
        issuer=f"Sở {field} tỉnh {province}",
        top=(f"UBND TỈNH {province.upper()}", f"SỞ {field.upper()}"),
        code=code,
        seat=province,
        chair="Giám đốc Sở",
        deputy="Phó Giám đốc Sở",
        units=EVERY_DEPARTMENT + divisions,
        partners=(*others, *seats, "Công an tỉnh", "Cục Thuế tỉnh"),
        everyone=("các phòng, đơn vị", "các phòng, đơn vị thuộc Sở",
                  "các phòng, ban, đơn vị trực thuộc",
                  "tất cả các phòng, đơn vị"),
        classes=("các phòng chuyên môn", "UBND các huyện, thành phố"),
        bosses=("UBND tỉnh", "Giám đốc Sở", "Chủ tịch UBND tỉnh", "Lãnh đạo Sở", "Tỉnh ủy"),
        local=(code, "Sở"),
        lists=(("các Sở: ", others), ("các Sở ", others), _listed("huyện", seats),
               *((("các Phòng: ", phong),) if len(phong) > 2 else ())),
    )  # fmt: skip


def _district(rng: Random) -> World:
    district, *_ = place_names(rng, 1)
    communes = _committees(rng, "xã", 5)
    return World(
        issuer=f"UBND huyện {district}",
        top=("ỦY BAN NHÂN DÂN", f"HUYỆN {district.upper()}"),
        code="UBND",
        seat=district,
        chair="Chủ tịch UBND huyện",
        deputy="Phó Chủ tịch UBND huyện",
        units=DISTRICT_UNITS,
        partners=tuple(communes),
        everyone=("các phòng, ban, ngành và UBND các xã, thị trấn",
                  "các cơ quan, đơn vị, địa phương"),
        classes=("UBND các xã, thị trấn", "các phòng chuyên môn"),
        bosses=("UBND huyện", "Chủ tịch UBND huyện", "Thường trực Huyện ủy", "UBND tỉnh"),
        local=("UBND", "UBND huyện"),
        lists=(_listed("xã", communes), _listed("xã", communes),
               ("các phòng: ", tuple(u for u in DISTRICT_UNITS if u.startswith("Phòng ")))),
    )  # fmt: skip


def _commune(rng: Random) -> World:
    commune, *_ = place_names(rng, 1)
    return World(
        issuer=f"UBND xã {commune}",
        top=("ỦY BAN NHÂN DÂN", f"XÃ {commune.upper()}"),
        code="UBND",
        seat=commune,
        chair="Chủ tịch UBND xã",
        deputy="Phó Chủ tịch UBND xã",
        units=COMMUNE_UNITS,
        partners=COMMUNE_UNITS,
        everyone=("các ban, ngành, đoàn thể và các thôn", "các ngành, đoàn thể, các thôn"),
        classes=("các thôn", "các trường học"),
        bosses=("UBND xã", "Chủ tịch UBND xã", "Đảng ủy xã", "UBND huyện"),
        local=("UBND", "UBND huyện"),
        lists=(),
    )


def _province(rng: Random) -> World:
    province, *_ = place_names(rng, 1)
    departments = tuple(f"Sở {f}" for f in FIELDS)
    seats = _committees(rng, "huyện", 6)
    return World(
        issuer=f"Văn phòng UBND tỉnh {province}",
        top=(f"UBND TỈNH {province.upper()}", "VĂN PHÒNG"),
        code="VP",
        seat=province,
        chair="Chủ tịch UBND tỉnh",
        deputy="Phó Chủ tịch UBND tỉnh",
        units=departments + PROVINCIAL_UNITS,
        partners=(*seats, *PROVINCIAL_UNITS),
        everyone=("các sở, ban, ngành và UBND các huyện, thành phố",
                  "các sở, ban, ngành, địa phương"),
        classes=("UBND các huyện, thành phố", "các sở, ban, ngành"),
        bosses=("UBND tỉnh", "Chủ tịch UBND tỉnh", "Ban Thường vụ Tỉnh ủy", "Thủ tướng Chính phủ"),
        local=("UBND", "UBND tỉnh"),
        lists=(("các Sở: ", departments), ("các sở: ", departments), ("các Sở ", departments),
               _listed("huyện", seats)),
    )  # fmt: skip


def _ministry(rng: Random) -> World:
    name = rng.choice([m for m in MINISTRIES if m.startswith("Bộ ")])
    others = tuple(m for m in MINISTRIES if m != name)
    initials = "".join(w[0] for w in name.removeprefix("Bộ ").split() if w not in ("và",)).upper()
    vu = tuple(u for u in MINISTRY_UNITS if u.startswith("Vụ "))
    return World(
        issuer=name,
        top=(name.upper(),),
        code=f"B{initials.replace(',', '')}",
        seat="Hà Nội",
        chair="Bộ trưởng",
        deputy="Thứ trưởng",
        units=MINISTRY_UNITS,
        partners=others,
        everyone=("các đơn vị thuộc Bộ", "các Vụ, Cục, đơn vị trực thuộc Bộ", "tất cả các đơn vị"),
        classes=("các Tổng công ty", "các Viện nghiên cứu"),
        bosses=("Bộ trưởng", "Lãnh đạo Bộ", "Chính phủ", "Thủ tướng Chính phủ"),
        local=(f"B{initials.replace(',', '')}", name),
        lists=(("các Vụ: ", vu), ("các Bộ: ", tuple(m for m in others if m.startswith("Bộ ")))),
    )


def _cabinet(rng: Random) -> World:
    provinces = _committees(rng, "tỉnh", 5)
    named = tuple(m for m in MINISTRIES if m.startswith("Bộ "))
    return World(
        issuer="Văn phòng Chính phủ",
        top=("VĂN PHÒNG CHÍNH PHỦ",),
        code="VPCP",
        seat="Hà Nội",
        chair="Phó Thủ tướng Chính phủ",
        deputy="Thứ trưởng",
        units=MINISTRIES,
        partners=tuple(provinces),
        everyone=("các bộ, ngành, địa phương", "các bộ, cơ quan, địa phương"),
        classes=("các địa phương", "các bộ, cơ quan liên quan"),
        bosses=("Thủ tướng Chính phủ", "Chính phủ", "cấp có thẩm quyền", "Bộ Chính trị"),
        local=("VPCP", "Văn phòng Chính phủ"),
        lists=(("các Bộ: ", named), ("các Bộ ", named), _listed("tỉnh", provinces)),
    )


def one(rng: Random, name: str) -> Phrase:
    """One office, in full or in a usual short form."""
    printed = name
    if name.startswith("UBND ") and rng.random() < 0.15:
        printed = name.replace("UBND", rng.choice(("Ủy ban nhân dân", "Uỷ ban nhân dân")), 1)
    if "Mặt trận Tổ quốc" in name and rng.random() < 0.5:
        printed = name.replace("Mặt trận Tổ quốc", "MTTQ")
    for field, (_, short) in FIELDS.items():
        if (
            short
            and name in (f"Sở {field}", f"Bộ {field}", f"Phòng {field}")
            and rng.random() < 0.15
        ):
            printed = f"{name.split()[0]} {short}"
    return Phrase(printed, (Fact("unit", name),))


def several(rng: Random, names: Sequence[str]) -> Phrase:
    """Offices one after another: "A", "A và B", "A, B và C"."""
    printed = [one(rng, name) for name in names]
    if len(printed) == 1:
        return printed[0]
    last = rng.choice((" và ", " và ", ", "))
    return joined(printed[:-1], ", ") + last + printed[-1]


def kindred(rng: Random, world: World) -> Phrase | None:
    """A list that says its kind once: "các Sở: Tài chính, Tư pháp", or None where there is none."""
    lists = [(lead, names) for lead, names in world.lists if len(names) >= 2]
    if not lists:
        return None
    lead, names = rng.choice(lists)
    chosen = rng.sample(names, rng.randint(2, min(4, len(names))))
    kind = lead.removeprefix("UBND ").removeprefix("các ").strip(" :")
    drop = f"UBND {kind} " if lead.startswith("UBND") else f"{chosen[0].split()[0]} "
    shown = [n.removeprefix(drop) for n in chosen]
    body = ", ".join(shown[:-1]) + rng.choice((" và ", ", ")) + shown[-1]
    return Phrase(lead + body, tuple(Fact("unit", n) for n in chosen))
