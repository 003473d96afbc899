"""The circumstances that a notice states: who attended, which periods, whom it goes to."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ingest.document import Document
from ingest.outline import Node, text_of
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.times import Frame, time_at
from ingest.stretches import Stretch, stretches
from kg.records import Period, Stated

_PRESENT = verbose(r"""
    (?: (?: Cùng_ )? [Tt]ham_dự | (?: Cùng_ )? [Dd]ự_(?: họp | hội_nghị | phiên | làm_việc | cuộc )
        | Cùng_dự | Tham_gia_(?: cuộc_họp | hội_nghị ) | Thành_phần )
    [^.\n]{3,600} \.?
""")
_POST_LINE = verbose(r"""
    (?: (?: TL | KT | TM | TUQ | Q ) \s?\.\s? [A-ZĐ]
        | (?: PHÓ_ | QUYỀN_ )? (?: GIÁM_ĐỐC | CHỦ_TỊCH | CHÁNH_VĂN_PHÒNG | BỘ_TRƯỞNG | THỨ_TRƯỞNG
        | CHỦ_NHIỆM | TRƯỞNG_PHÒNG | CỤC_TRƯỞNG | CHI_CỤC_TRƯỞNG ) ) [^\na-z]*
""")
_RECIPIENTS = verbose(r"\W* Nơi_nhận \W*", re.I)
_RECIPIENT = re.compile(r"[^;\n]+")
_REVIEWS = any_of("kết quả; đánh giá; tình hình; kiểm điểm; sơ kết; tổng kết")
_PLANS = any_of("phương hướng; nhiệm vụ; kế hoạch; giải pháp; triển khai nhiệm vụ; chương trình")
_PERIODS = rf"(?= {any_of('tháng; quý; tuần; 6 tháng; năm')} _)"
_PLANS_SAID = verbose(_PLANS, re.I)
_REVIEWED = verbose(rf"{_REVIEWS} [^.\n,;]{{0,80}}? \s {_PERIODS}", re.I)
_PLANNED = verbose(rf"{_PLANS} [^.\n;]{{0,60}}? \s {_PERIODS}", re.I)


def read_circumstances(
    document: Document, nodes: Sequence[Node], head: Mapping[str, Stated[Any]], day: date | None
) -> dict[str, Stated[Any]]:
    """Return what a notice states of its making, by the name of the field; unknown is absent.

    Args:
        document: the notice.
        nodes: its outline.
        head: the fields read so far.
        day: the notice's own day, which periods without a year are near to.
    """
    signer = head.get("signer")
    fields = {
        "signer_post": _signer_post(document, nodes, signer.start) if signer else None,
        "present": _present(document, nodes),
        "reviewed": _period(document, nodes, day, _REVIEWED, other=_PLANS_SAID),
        "planned": _period(document, nodes, day, _PLANNED, other=None),
    }
    return {name: stated for name, stated in fields.items() if stated is not None}


def _signer_post(document: Document, nodes: Sequence[Node], name: int) -> Stated[str] | None:
    """The lines of posts over the signer's name, which begins at ``name``."""
    found = [
        (match.start(), match.end())
        for start, end in stretches(nodes, "tail")
        if (match := _POST_LINE.search(document.text, start, min(end, name)))
    ]
    spans = [_trimmed(document.text, *span) for span in found]
    if not spans:
        return None
    words = " ".join(document.text[a:b] for a, b in spans)
    return Stated(words, spans[0][0], spans[-1][1])


def _present(document: Document, nodes: Sequence[Node]) -> Stated[str] | None:
    """The words of the head that say who attended."""
    for start, end in stretches(nodes, "head"):
        if match := _PRESENT.search(document.text, start, end):
            return Stated(match[0], *match.span())
    return None


def recipients(document: Document, nodes: Sequence[Node]) -> tuple[Stated[str], ...]:
    """Return the lines of "Nơi nhận", without their bullets."""
    found: list[Stated[str]] = []
    listing = False
    for node in nodes:
        if node.part != "tail":
            continue
        block = node.block
        text = text_of(document, block)
        if head := _RECIPIENTS.match(document.text, block.body, block.end):
            listing = True
            found += _parts(document.text, (head.end(), block.end))
        elif listing and block.kind == "item":
            found += _parts(document.text, (block.body, block.end))
        elif listing and text:
            break
    return tuple(found)


def _period(
    document: Document,
    nodes: Sequence[Node],
    day: date | None,
    words: re.Pattern[str],
    *,
    other: re.Pattern[str] | None,
) -> Stated[Period] | None:
    """The period after some words, where no words of the other kind come between."""
    for start, end in stretches(nodes, "head"):
        for match in words.finditer(document.text, start, end):
            if other and other.search(match[0]):
                continue
            time = time_at(document.text[:end], match.end(), Frame(None, day))
            if time and not time.bare:
                return Stated(Period(time.begin, time.until), match.end(), time.end)
    return None


def _parts(text: str, stretch: Stretch) -> list[Stated[str]]:
    parts = [_trimmed(text, *m.span()) for m in _RECIPIENT.finditer(text, *stretch)]
    return [
        Stated(text[a:b], a, b) for a, b in parts if a < b and not _POST_LINE.fullmatch(text, a, b)
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " -–—*.|":
        start += 1
    while end > start and text[end - 1] in " .|":
        end -= 1
    return start, end
