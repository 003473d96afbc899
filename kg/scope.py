"""Whose words a notice's names are: "Văn phòng Sở" is another office in each department."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from kg.fold import digest, fold, slug
from kg.records import Notice

CENTRAL_CITIES = ("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue")

_PROVINCE = re.compile(
    rf"""
    \b (?: tinh \s+ (?P<tinh> (?! (?: uy|doi|doan|lo ) \b ) [a-z][a-z -]*? )  # tỉnh Cao Bằng
         | (?: thanh \s pho | tp\.? ) \s* (?P<city> {"|".join(CENTRAL_CITIES).replace(" ", "[ ]")} )
       ) \s* (?= $ | [,;.()] )
    """,
    re.VERBOSE,
)
_DISTRICT = re.compile(
    r"\b(?P<level>huyen|quan|thi xa|thanh pho|tp\.?|xa|phuong|thi tran|dac khu)\s+"
    r"(?P<name>(?!uy\b)[a-z0-9][a-z0-9 -]*?)\s*(?=$|[,;.()]|\btinh\b)"
)
_NATIONAL = re.compile(
    r"""
    (?: bo (?! \s (?: chi \s huy | chqs | phan | doi ) \b) \s \w   # a ministry, not a command
      | thu \s tuong | pho \s thu \s tuong | chinh \s phu | quoc \s hoi | chu \s tich \s nuoc
      | (?: van \s phong | thanh \s tra ) \s (?: chinh \s phu | quoc \s hoi | trung \s uong )
      | uy \s ban \s thuong \s vu
      | ngan \s hang \s nha \s nuoc \s viet | kiem \s toan \s nha \s nuoc
      | tong \s cuc | tong \s kiem \s toan | uy \s ban \s dan \s toc
      | (?: toa \s an | vien \s kiem \s sat ) \s nhan \s dan \s toi \s cao
      | ban \s chap \s hanh \s trung \s uong | bo \s chinh \s tri | ban \s bi \s thu
    )
    """,
    re.VERBOSE,
)


_FULL_WORDS = (
    (re.compile(r"\s/\s*[a-z].*$"), ""),  # the rest of a blank number, "Số:   /TB-SCT", beside it
    (re.compile(r"\bubnd\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\b(?:tn ?& ?mt|tnmt)\b"), "tai nguyen va moi truong"),
    (re.compile(r"\bqlda\b"), "quan ly du an"),
    (re.compile(r"\bchqs\b"), "chi huy quan su"),
    (re.compile(r"\btp\.?(?= )"), "thanh pho"),
    (re.compile(r" ?& ?"), " va "),
)


def full_name(name: str) -> str:
    """Return a body's name folded, its usual abbreviations written out.

    >>> full_name("UBND tỉnh"), full_name("Sở TN&MT")
    ('uy ban nhan dan tinh', 'so tai nguyen va moi truong')
    """
    full = fold(name).replace("–", "-")
    for short, words in _FULL_WORDS:
        full = short.sub(words, full)
    return full.strip(" .,;:")


def is_national(name: str) -> bool:
    """Whether a body's name alone tells that the country has one of it.

    >>> is_national("Bộ Tài chính"), is_national("Bộ Chỉ huy quân sự tỉnh")
    (True, False)
    """
    folded = fold(name)
    if _NATIONAL.match(folded):
        return True
    return folded.endswith(" trung uong") or folded.endswith(" viet nam")


def province_in(text: str) -> str | None:
    """Return the folded name of the province or central city that a name ends with, if any.

    >>> province_in("Sở Tài chính tỉnh Cao Bằng"), province_in("UBND thành phố Hà Nội")
    ('cao bang', 'ha noi')
    """
    match = _PROVINCE.search(fold(text))
    return (match["tinh"] or match["city"]) if match else None


def locality_in(text: str) -> str | None:
    """Return the folded district or commune that a name holds, with its kind, if any.

    >>> locality_in("UBND huyện Hòa An, tỉnh Cao Bằng")
    'huyen hoa an'
    """
    match = _DISTRICT.search(fold(text))
    if match is None or match["name"] in CENTRAL_CITIES:
        return None
    return f"{match['level'].replace('tp.', 'thanh pho')} {match['name']}"


def _marked_locality(name: str) -> str | None:
    """Return the district or commune that a name holds, with its marks."""
    locality = locality_in(name)
    if locality is None:
        return None
    size = len(locality.split())
    words = [word.strip(",;.()") for word in name.split()]
    parts = (words[first : first + size] for first in range(len(words) - size + 1))
    return next((" ".join(part) for part in parts if fold(" ".join(part)) == locality), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the names and numbers of one notice are at home."""

    issuer: str
    """Slug of the issuing body; a digest of the text where the notice does not name one."""
    province: str | None
    """Folded name of the issuer's province; None for a national body or an unknown one."""
    locality: str | None
    """Folded district or commune of a district's or commune's own body."""
    day: date | None
    """When the notice was issued, else when its meeting was held."""
    issuer_name: str | None = None
    issued: date | None = None
    locality_name: str | None = None
    """The locality with its marks, as the issuer's name has it."""

    @classmethod
    def of(cls, notice: Notice) -> Self:
        """Read the scope from the notice's issuer, place and dates.

        The place line names the province of a provincial body, the district of a district's:
        so Circular 01/2011/TT-BNV rules, and Decree 30/2020/NĐ-CP after it.
        """
        name = notice.issuer.value if notice.issuer else None
        stated = notice.issued or notice.meeting_date
        day = stated.value if stated else None
        issued = notice.issued.value if notice.issued else None
        if name is None:
            return cls(f"notice-{digest(notice.text)}", None, None, day, None, issued)
        locality = locality_in(name)
        province = province_in(full_name(name))
        if province is None and locality is None and notice.place and not is_national(name):
            province = _place_name(notice.place.value)
        issuer = slug(with_province(full_name(name), province))
        return cls(issuer, province, locality, day, name, issued, _marked_locality(name))

    @property
    def area(self) -> str | None:
        """Slug of the area that an unplaced office of the same government belongs to."""
        parts = [part for part in (self.locality, self.province) if part]
        return slug(" ".join(parts)) if parts else None


def with_province(name: str, province: str | None) -> str:
    """Return a folded name with its province: "uy ban nhan dan tinh" -> "... tinh cao bang"."""
    if province is None or province_in(name):
        return name
    kind = "thanh pho" if province in CENTRAL_CITIES else "tinh"
    return f"{name} {province}" if name.endswith(f" {kind}") else f"{name} {kind} {province}"


def _place_name(place: str) -> str:
    folded = fold(place)
    return re.sub(r"^(?:tinh|thanh pho|tp\.?)\s+", "", folded)
