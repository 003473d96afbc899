"""A notice's head and tail in stretches, and how its title, dates and sentences begin."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ingest.outline import Node
from ingest.parts import Part
from ingest.patterns.calendar import BARE_DATE
from ingest.patterns.grammar import verbose
from ingest.patterns.letters import LOWER, UPPER

Stretch: TypeAlias = tuple[int, int]
"""Start and end of a line or cell."""

TITLE_START = verbose("THÔNG_BÁO | KẾT_LUẬN | BIÊN_BẢN | CÔNG_VĂN", re.I)
_NAME = rf"[{UPPER}] (?: [{LOWER}][\w’'-]* | [’'][{UPPER}][\w]* )"
"""A word of a place's name, and not the code of the number before it."""
PLACE_DAY = verbose(
    rf"""
    (?P<place> (?: (?<!\w) TP\.? \s? )? (?-i:{_NAME}) (?: _(?-i:{_NAME}) ){{0,4}} ) \s*,\s*
    ngày\s+ (?P<day> \d{{0,2}} | [….\s]+ ) \s* tháng\s+ (?P<month> \d{{0,2}} | [….\s]+ ) \s*
    năm\s+ (?P<year> \d{{4}} )
    """,
    re.I,
)
"""Place and day of issue; drafts leave the day blank: "Hà Nội, ngày ... tháng 6 năm 2021"."""
MEETING_DAY = verbose(rf"""
    (?: [Nn]gày | [Cc]hiều | [Ss]áng | [Tt]rong ) _ (?: ngày_ )?
    (?: \d{{1,2}} \s* (?: và | - | – | , | đến ) \s* (?: ngày_ )? )? {BARE_DATE}
""")
"""The day or days of a meeting: "Ngày 03 và 04/6/2021"."""


def stretches(nodes: Sequence[Node], part: Part) -> list[Stretch]:
    """The lines and cells of one part of a notice, in order, empty ones left out."""
    return [stretch for node in nodes if node.part == part for stretch in _of(node)]


def _of(node: Node) -> Iterator[Stretch]:
    # A row of the national heading stands in cells: each is read by itself.
    if node.block.cells:
        yield from ((c.start, c.end) for c in node.block.cells if c.start < c.end)
    else:
        yield node.block.start, node.block.end
