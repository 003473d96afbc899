"""What officers are told to do: orders by sector, with slots for what they concern.

The wording lies in ``contents.txt``. A slot in braces is filled by ``plan``: {project} says
"dự án" itself, {place} its kind, {at} where as well ("tại xã ..."), {ref} is one citation or two,
{boss} is whom the notice's office answers to.
"""

from collections.abc import Iterator
from pathlib import Path

SECTOR_NAMES = {
    "land": "tài nguyên, môi trường",
    "works": "đầu tư xây dựng, giao thông",
    "farm": "nông nghiệp",
    "people": "văn hóa - xã hội",
    "money": "tài chính, đầu tư",
    "rule": "nội chính, cải cách hành chính",
}


def _sections(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The named sections of a text, each with its lines; those after "#" are notes."""
    for part in text.split("\n[")[1:]:
        name, _, body = part.partition("]\n")
        lines = (line.strip() for line in body.splitlines())
        yield name, tuple(line for line in lines if line and not line.startswith("#"))


_SECTIONS = dict(_sections(Path(__file__).with_name("contents.txt").read_text(encoding="utf8")))

COMMON = _SECTIONS["common"]
SECTORS = {name: _SECTIONS[name] for name in SECTOR_NAMES}
FURTHER = _SECTIONS["further"]
"""Sentences that go on about the same task."""
SAID = _SECTIONS["said"]
"""Sentences of assessments and opinions: no orders."""
