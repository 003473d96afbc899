"""Deadlines that no lead like "trước" or "trong" tells: by where they stand in a clause."""

from collections.abc import Iterator

from ingest.patterns.deadline_grammar import (
    BY_VERB,
    CLAUSE_TIME,
    MILESTONE,
    MUST,
    OF_AN_EVENT,
    STRIVES,
    TARGET,
    THEN_DONE,
    TO_DAY,
    TO_THE_END,
)
from ingest.patterns.not_due import HORIZON, is_ahead
from ingest.patterns.times import Frame, time_at
from kg.records import Deadline


def find_unled(text: str, frame: Frame) -> Iterator[Deadline]:
    """Yield the deadlines of a text that stand without a lead."""
    yield from _targets(text, frame)
    yield from _by_verb(text, frame)
    yield from _opening(text, frame)
    yield from _milestones(text, frame)


def _targets(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines like "Đến ngày 30/6/2025 phải ..." and "phấn đấu đến cuối năm ..."."""
    for match in TARGET.finditer(text):
        strives = STRIVES.search(text, max(0, match.start() - 20), match.start())
        gap = TO_DAY.match(text, match.end())
        if not strives or gap is None or not (time := time_at(text, gap.end(), frame)):
            continue
        whole = not time.bare and not TO_THE_END.search(text, gap.end(), time.end)
        must = strives[0].strip(" .;,:(+•-\n") or MUST.match(text, time.end)
        if time.length > HORIZON or (whole and not must) or not is_ahead(time.until, frame):
            continue
        start, end = match.start(), time.end
        yield Deadline(text[start:end], start, end, "by", time.until, time.begin, time.until)


def _by_verb(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines like "trình Sở Tài chính ngày 28/3/2025"."""
    for match in BY_VERB.finditer(text):
        gap = TO_DAY.match(text, match.end())
        if gap is None or OF_AN_EVENT.search(match["words"]):
            continue
        time = time_at(text, gap.end(), frame)
        if time is None or not is_ahead(time.until, frame) or time.length > HORIZON:
            continue
        start, end = match.start("lead"), time.end
        yield Deadline(text[start:end], start, end, "by", time.until, time.begin, time.until)


def _opening(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines that a clause begins with, no lead before them: "Đầu tuần tới, ..."."""
    for match in CLAUSE_TIME.finditer(text):
        start = match.start("time")
        gap = TO_DAY.match(text, start + 4 if match["time"][:3].casefold() == "vào" else start)
        time = time_at(text, gap.end(), frame) if gap else None
        if time and frame.reference and time.begin >= frame.reference:
            yield Deadline(
                text[start : time.end],
                start,
                time.end,
                "within",
                time.until,
                time.begin,
                time.until,
            )


def _milestones(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines like "Tháng 6/2025 trình thẩm định; Quý III/2025 phê duyệt"."""
    for match in MILESTONE.finditer(text):
        start = match.start()
        time = time_at(text, start, frame)
        if time and is_ahead(time.until, frame) and THEN_DONE.match(text, time.end):
            end, due = time.end, time.until
            yield Deadline(text[start:end], start, end, "within", due, time.begin, due)
