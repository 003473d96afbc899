"""Which place a mention means, within its notice.

    "TP. Lâm Giang", "thành phố Lâm Giang"      one place
    "xã Hòa An, huyện Trà Nú"                   another than "xã Hòa An, huyện Bình Lạc"
    "xã Hòa An", where the notice says elsewhere in which district      that one

Names of communes and hamlets return in every province, so that a place is known by the wider
places that it lies in, as far as the notice tells them: right after the name, or by whose notice it
is. ``kg.identity.places`` tells across notices which is meant where one says less than another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.fold import digest, fold, same_marks, slug
from kg.namespaces import BASE
from kg.records import Mention, Notice
from kg.scope import CENTRAL_CITIES, Scope

_SHORT_KINDS = (
    (re.compile(r"(?i)^(?:thành phố )?tp\b\.?\s*"), "thành phố "),
    (re.compile(r"(?i)^(?:thị xã )?tx\b\.?\s*"), "thị xã "),
    (re.compile(r"(?i)^(?:thị trấn )?tt\b\.?\s*"), "thị trấn "),
    (re.compile(r"(?i)^(?:đường )?(?:quốc lộ\b|ql\b|ql(?=\d))\.?\s*"), "quốc lộ "),
    (re.compile(r"(?i)^(?:đường )?(?:(?:đường )?tỉnh lộ\b|đt\b|đt(?=\d))\.?\s*"), "đường tỉnh "),
    (re.compile(r"(?i)^(?:đường )?(?:hương lộ\b|đh\b|đh(?=\d))\.?\s*"), "đường huyện "),
)
_PROVINCE, _DISTRICT, _COMMUNE, _SMALLER = 1, 2, 3, 4
_LEVELS = {
    same_marks(kind): level
    for level, kinds in {
        _PROVINCE: ("tỉnh",),
        _DISTRICT: ("huyện", "quận", "thị xã", "thành phố"),
        _COMMUNE: ("xã", "phường", "thị trấn", "đặc khu"),
    }.items()
    for kind in kinds
}
_KIND = re.compile(rf"^(?P<kind>{'|'.join(_LEVELS)})\s+(?P<name>.+)$")
_ROAD = re.compile(rf"^(?:{same_marks('quốc lộ')}|{same_marks('đường')}|{same_marks('phố')})\s")
_NATIONAL_ROAD = re.compile(rf"^{same_marks('quốc lộ')}\s")
_CITY = same_marks("thành phố")
_WITHIN = re.compile(r"\s*(?:,|\(|-)?\s*(?:(?:thuộc|của|ở|tại)\s+)?(?:địa bàn\s+)?")
"""What stands between a place and the wider one that it lies in."""
_BESIDE = re.compile(r"\s*(?:,|và|,\s*và)\s*")
"""What stands between places of one list, before the wider one in which all lie."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as one notice names it; None where the notice does not tell."""

    name: str
    """With its kind written out: "thành phố Lâm Giang"."""
    level: int
    """1 province, 2 district, 3 commune, 4 smaller."""
    issuer: str
    """Slug of who issued the notice."""
    province: str | None = None
    """Folded name of the province; None for a road of the country too."""
    district: str | None = None
    commune: str | None = None

    @property
    def marked(self) -> str:
        """The name to compare: casefolded, tones in regular order."""
        return same_marks(self.name)

    @property
    def kind(self) -> str | None:
        """Its administrative kind, casefolded."""
        match = _KIND.match(self.marked)
        return match["kind"] if match else None

    @property
    def bare(self) -> str:
        """The name without its administrative kind."""
        match = _KIND.match(self.marked)
        return match["name"] if match else self.marked

    @property
    def house(self) -> str:
        """Where the name is at home: the province, else the issuer."""
        return slug(self.province) if self.province else self.issuer

    @property
    def wider(self) -> tuple[str | None, str | None, str | None]:
        """Province, district and commune that it lies in."""
        district, commune = (same_marks(one) if one else None for one in self.wider_names)
        return self.province, district, commune

    @property
    def wider_names(self) -> tuple[str | None, str | None]:
        """District and commune as they are written."""
        return self.district, self.commune

    @property
    def iri(self) -> str:
        """Made from its name and those of the wider places told."""
        own = _readable(self.marked)
        if self.level == _PROVINCE or _NATIONAL_ROAD.match(self.marked):
            return f"{BASE}place/{own}"
        within = [_readable(one) for one in self.wider[1:] if one]
        return f"{BASE}place/{'/'.join((self.house, *within, own))}"

    def says_less_than(self, other: "Place") -> bool:
        """Whether this may be the other, of which more is told: nothing that both tell differs."""
        mine, theirs = (self.kind, *self.wider), (other.kind, *other.wider)
        if self.bare != other.bare or mine == theirs:
            return False
        return all(a is None or a == b for a, b in zip(mine, theirs, strict=True))


def places_in(notice: Notice) -> dict[Mention, Place]:
    """Return the place that each mention of the notice's orders means.

    A mention that says less is given the one place of the notice that it can be.
    """
    scope = Scope.of(notice)
    found: dict[Mention, Place] = {}
    for task in notice.tasks:
        mentions = sorted(task.places, key=lambda mention: mention.start)
        for n, mention in enumerate(mentions):
            found[mention] = _told(mentions[n:], notice.text, scope)
    return {mention: fullest(place, found.values()) or place for mention, place in found.items()}


def fullest(place: Place, others: Iterable[Place]) -> Place | None:
    """Return the one place that this may be and of which more is told; None if there are two."""
    fuller = {other.iri: other for other in others if place.says_less_than(other)}.values()
    ends = [one for one in fuller if not any(one.says_less_than(other) for other in fuller)]
    return ends[0] if len(ends) == 1 else None


def _told(mentions: Sequence[Mention], text: str, scope: Scope) -> Place:
    """Return the place of the first mention, within the wider ones named after it and at home."""
    first, *rest = (_named(mention, scope) for mention in mentions)
    before, place = first, first
    for last, mention, named in zip(mentions, mentions[1:], rest, strict=False):
        gap = text[last.end : mention.start]
        if named.level < before.level and _WITHIN.fullmatch(gap):
            place = _within(place, named)
        elif not (named.level == before.level == first.level and _BESIDE.fullmatch(gap)):
            break
        before = named
    return _at_home(place, scope)


def _named(mention: Mention, scope: Scope) -> Place:
    """Return the place that a mention alone names."""
    name = " ".join((mention.canonical or mention.name).split())
    if mention.role and not same_marks(name).startswith(same_marks(mention.role)):
        name = f"{mention.role} {name}"
    for short, kind in _SHORT_KINDS:
        name = short.sub(kind, name, count=1)
    match = _KIND.match(same_marks(name))
    level = _LEVELS[match["kind"]] if match else _SMALLER
    if match and match["kind"] == _CITY and fold(match["name"]) in CENTRAL_CITIES:
        level = _PROVINCE
    return Place(name, level, scope.issuer)


def _within(place: Place, wider: Place) -> Place:
    if wider.level == _PROVINCE:
        return replace(place, province=place.province or fold(wider.bare))
    if wider.level == _DISTRICT:
        return replace(place, district=place.district or wider.name)
    return replace(place, commune=place.commune or wider.name)


def _at_home(place: Place, scope: Scope) -> Place:
    """Return the place within the province, district or commune whose notice names it.

    What the text itself tells comes first. Roads run on, and lie in no district.
    """
    if place.level == _PROVINCE or _NATIONAL_ROAD.match(place.marked):
        return replace(place, province=None, district=None, commune=None)
    if _ROAD.match(place.marked):
        place = replace(place, district=None, commune=None)
        return replace(place, province=place.province or scope.province)
    home = scope.locality_name or ""
    kind = _KIND.match(same_marks(home))
    if kind and place.province in (None, scope.province):
        level = _LEVELS[kind["kind"]]
        if level == _DISTRICT and place.level > _DISTRICT:
            place = replace(place, district=place.district or home)
        if level == _COMMUNE and place.level > _COMMUNE and place.district is None:
            place = replace(place, commune=place.commune or home)
    return replace(place, province=place.province or scope.province)


def _readable(marked: str) -> str:
    return f"{slug(marked)}-{digest(marked, length=6)}"
