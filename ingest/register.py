"""The offices that a document names for itself: headings, short forms it defines, initials."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import Document
from ingest.lines import is_capitals
from ingest.outline import Node
from ingest.patterns.grammar import verbose
from ingest.patterns.unit import find_units, units_at
from ingest.patterns.unit_open import KIND
from ingest.patterns.unit_register import Register
from ingest.sections import name_of_heading

_DEFINED = verbose(r"""
    \s* [(,] \s* (?: sau_đây_ )? (?: gọi | viết | được_gọi ) _ (?: tắt_ | chung_ )? là:?_
    ["“']? (?P<short> [^”"'),.;\n]{2,40} )
""")
"""After a name: "(sau đây gọi tắt là Ban Quản lý"."""
_IN_BRACKETS = verbose(r"""
    \s* \( (?: [Vv]iết_tắt:?\s* )? ["“]?
    (?P<short>
        (?: (?: Phòng | Ban | Trung_tâm | Chi_cục | Cục | Vụ | Viện | Sở | Công_ty | Đội ) _ )?
        [A-ZĐ][A-ZĐ&\d-]{1,11} (?: _[A-ZĐ]{2,9} )?
        (?: _(?: tỉnh | huyện | thành_phố | thị_xã | xã | phường ) )?
    ) ["”]? \)
""")
_LEGEND = verbose(r"""
    (?<![\w.]) (?P<short> [A-ZĐ][\w.&]{0,10}[\w&] ) \s* (?: [-–:=] | là ) \s+ (?=[A-ZĐ])
""")
"""A line of a legend: "P.CN - Phòng Quản lý công nghiệp"."""
_SHORT_AFTER_KIND = verbose(r"""
    (?P<kind> Phòng | Ban | Chi_cục | Trung_tâm | Cục | Vụ | Viện | Sở | Văn_phòng | Khoa
        | Chi_nhánh | Trường | Bệnh_viện | TT | TTr | CC | VP | P | BQL ) \.? _?
    (?P<short> [A-ZĐ]{2,9} (?: [-&] [A-ZĐ]{1,9} ){0,3} ) (?![\w&-])
""")
_SHORT_KINDS = {
    "TT": "Trung tâm",
    "TTr": "Trung tâm",
    "CC": "Chi cục",
    "VP": "Văn phòng",
    "P": "Phòng",
    "BQL": "Ban Quản lý",
}
"""A kind spelt out and the rest in initials: "Phòng QLĐĐ"."""
_INITIALS = re.compile(r"(?<![\w&-])[A-ZĐ]{3,9}(?![\w&-])")
_WORD = re.compile(r"\w+")
_NOT_LETTERS = re.compile(r"[-&]")
_EVERYDAY = frozenset({"sở", "bộ", "ban", "phòng", "huyện", "tỉnh"})
"""Short forms that stand for whichever office is meant: "(gọi tắt là Sở)"."""


def register_of(document: Document, nodes: Sequence[Node]) -> Register:
    """Collect the offices that a document names: in its headings, then in its definitions."""
    register = Register()
    in_capitals: list[str] = []
    for node in nodes:
        block = node.block
        if node.part != "body" or not (block.kind == "heading" or node.has_children):
            continue
        text = document.text[block.body : block.end]
        if block.kind != "heading" and len(text.split()) > 16:
            continue
        name = name_of_heading(document.text, block.body, block.end)
        if name and is_capitals(name):
            in_capitals.append(name.capitalize())
        elif name:
            register.add(name, _in_full(name))
    units = find_units(document.text, register)
    for unit in units:
        if unit.kind != "unit":
            continue
        for pattern in (_DEFINED, _IN_BRACKETS):
            if defined := pattern.match(document.text, unit.end):
                short = defined["short"].strip()
                if short.casefold() not in _EVERYDAY:
                    office = _office_of(unit.canonical, short)
                    register.add(short, office)
                    kind = KIND.match(office)
                    if kind and short.isupper():  # "Phòng Trẻ em (TE)" is "Phòng TE" too
                        register.add(f"{kind['kind']} {short}", office)
    _add_legend(document.text, register)
    named = [u.canonical for u in units if u.kind == "unit" and not is_capitals(u.canonical)]
    _add_initials(document.text, register, [*named, *_not_among(in_capitals, named)])
    often = Counter(u.canonical for u in units if u.kind == "unit")
    for name, count in often.items():
        if count >= 2:  # where its verb follows, the name ends as it does elsewhere
            register.add(name)
    return register


def _not_among(names: Sequence[str], known: Sequence[str]) -> list[str]:
    """Names that are not known already, in whatever letters."""
    folded = {name.casefold() for name in known}
    return [name for name in names if name.casefold() not in folded]


def _in_full(name: str) -> str | None:
    """The full name of an office that is named in a usual short form: "Bộ NN&PTNT"."""
    named = units_at(name, 0, Register())
    whole = len(named) == 1 and named[0].end == len(name)
    return named[0].canonical if whole else None


def _office_of(name: str, short: str) -> str:
    """The office itself, where its head was named: "Giám đốc Trung tâm ... (... là Trung tâm)"."""
    at = name.find(f"{short.split()[0]} ")
    return name[at:] if at > 0 else name


def _add_legend(text: str, register: Register) -> None:
    """Note short forms told beside their names, whose letters are among the name's initials."""
    for match in _LEGEND.finditer(text):
        capitals = [c for c in match["short"] if c.isupper()]
        named = units_at(text, match.end(), register)[:1]
        if named and named[0].kind == "unit" and (len(capitals) >= 2 or "." in match["short"]):
            initials = iter(_initials(named[0].canonical))
            if all(c in initials for c in capitals):
                register.add(match["short"], named[0].canonical)


def _add_initials(text: str, register: Register, names: Sequence[str]) -> None:
    """Note the initials of names ("VPĐKĐĐ") where one name alone of the document has them."""
    distinct = sorted(set(names))
    seen = {match[0]: match for match in _SHORT_AFTER_KIND.finditer(text)}
    for short, match in sorted(seen.items()):
        kind = _SHORT_KINDS.get(match["kind"], match["kind"])
        initials = _NOT_LETTERS.sub("", match["short"])
        full = [
            name
            for name in distinct
            if name.startswith(f"{kind} ")
            and _initials(name.removeprefix(kind)).startswith(initials)
        ]
        exact = [name for name in full if _initials(name.removeprefix(kind)) == initials]
        full = exact or full
        if len(full) == 1:
            register.add(short, full[0])
    by_initials: dict[str, list[str]] = {}
    for name in distinct:
        by_initials.setdefault(_initials(name), []).append(name)
    for short in {match[0] for match in _INITIALS.finditer(text)}:
        full = by_initials.get(short, [])
        if len(full) == 1:
            register.add(short, full[0])


def _initials(name: str) -> str:
    return "".join(w[0].upper() for w in _WORD.findall(name) if w not in ("và", "các"))
