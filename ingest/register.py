"""The offices that a document names for itself: headings, short forms it defines, initials."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import Document
from ingest.lines import is_capitals
from ingest.outline import Node
from ingest.patterns.unit import Register, find_units
from ingest.sections import name_of_heading

_DEFINED = re.compile(
    r"\s*[(,]\s*(?:sau\s+đây\s+)?(?:gọi|viết|được\s+gọi)\s+(?:tắt\s+|chung\s+)?là:?\s+[“\"']?(?P<short>[^”\"'),.;\n]{2,40})"
)
_IN_BRACKETS = re.compile(
    r"\s*\((?:[Vv]iết\s+tắt:?\s*)?(?P<short>[A-ZĐ][A-ZĐ&-]{1,11}(?:\s+(?:tỉnh|huyện|thành phố|xã))?)\)"
)
_SHORT_AFTER_KIND = re.compile(
    r"(?P<kind>Phòng|Ban|Chi cục|Trung tâm|Cục|Vụ|Viện|Sở)\s(?P<short>[A-ZĐ]{2,9})(?![\w&-])"
)
_INITIALS = re.compile(r"(?<![\w&-])[A-ZĐ]{3,9}(?![\w&-])")


def register_of(document: Document, nodes: Sequence[Node]) -> Register:
    """Collect the offices that a document names: in its headings, then in its definitions."""
    register = Register()
    for node in nodes:
        block = node.block
        if node.part != "body" or not (block.kind == "heading" or node.has_children):
            continue
        text = document.text[block.body : block.end]
        if block.kind != "heading" and len(text.split()) > 16:
            continue
        name = name_of_heading(document.text, block.body, block.end)
        if name and not is_capitals(name):
            register.add(name)
    units = find_units(document.text, register)
    often = Counter(u.canonical for u in units if u.kind == "unit")
    for name, count in often.items():
        if count >= 2:  # where its verb follows, the name ends as it does elsewhere
            register.add(name)
    for unit in units:
        if unit.kind != "unit":
            continue
        for pattern in (_DEFINED, _IN_BRACKETS):
            if defined := pattern.match(document.text, unit.end):
                short = defined["short"].strip()
                if short.casefold() not in ("sở", "bộ", "ban", "phòng", "huyện", "tỉnh"):
                    register.add(short, unit.canonical)
    _add_initials(document.text, register, [u.canonical for u in units if u.kind == "unit"])
    return register


def _add_initials(text: str, register: Register, names: Sequence[str]) -> None:
    """Note the initials of names ("VPĐKĐĐ") where one name alone of the document has them."""
    by_initials: dict[str, set[str]] = {}
    for name in set(names):
        by_initials.setdefault(_initials(name), set()).add(name)
    for match in _SHORT_AFTER_KIND.finditer(text):
        begins = {
            name
            for name in set(names)
            if name.startswith(f"{match['kind']} ")
            and _initials(name.removeprefix(match["kind"])).startswith(match["short"])
        }
        if len(begins) == 1:
            register.add(match[0], begins.pop())
    for match in _INITIALS.finditer(text):
        full = by_initials.get(match[0], set())
        if len(full) == 1:
            register.add(match[0], next(iter(full)))


def _initials(name: str) -> str:
    return "".join(w[0].upper() for w in re.findall(r"\w+", name) if w not in ("và", "các"))
