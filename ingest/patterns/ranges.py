"""Deadlines from one day to another: "từ ngày 15/3 đến ngày 20/3", "từ nay đến cuối năm"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.patterns.deadline_grammar import (
    LISTED,
    OCCASION,
    RANGE,
    RANGE_TO,
    TO_DAY,
)
from ingest.patterns.not_due import is_ahead, is_reported
from ingest.patterns.times import Frame, Time, day_at, time_at
from kg.records import Deadline

_LONGEST_FIRST = timedelta(days=300)
"""A range does not begin with a whole year: "từ năm 2021 đến năm 2025" is a plan's."""
_YEAR = re.compile(r"\d{4}")


def find_ranges(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in RANGE.finditer(text):
        span = _range(text, match, frame)
        if span is None or not is_ahead(span.until, frame) or is_reported(text, match.start()):
            continue
        if OCCASION.search(text, max(0, match.start() - 100), match.start()):
            continue
        start = match.start()
        yield Deadline(
            text[start : span.end], start, span.end, "within", span.until, span.begin, span.until
        )


def _range(text: str, lead: re.Match[str], frame: Frame) -> Time | None:
    """The time from one day to another; what has no year is near to what has one."""
    if lead["now"]:
        today = frame.reference
        first = Time(today, today, lead.end(), bare=True) if today else None
    else:
        first = time_at(text, lead.end(), frame) or day_at(text, lead.end(), frame)
    if first is None or first.length > _LONGEST_FIRST:
        return None
    to = RANGE_TO.match(text, first.end)
    if to is None:
        return first if LISTED.search(text, lead.end(), first.end) and not first.bare else None
    gap = TO_DAY.match(text, to.end())
    at = gap.end() if gap else to.end()
    second = time_at(text, at, frame)
    if second is None:
        return None
    has_year = _YEAR.search(text, at, second.end)
    if not lead["now"] and not _YEAR.search(text, lead.end(), first.end):
        for year in (second.until.year, second.until.year - 1):
            near = time_at(text, lead.end(), Frame(reference=date(year, 1, 1)))
            if has_year and near and near.begin <= second.until:
                first = near
                break
    if first.begin > second.until and not has_year:
        second = time_at(text, at, Frame(reference=first.begin)) or second
    if first.begin > second.until:
        return None
    return Time(first.begin, second.until, second.end)
