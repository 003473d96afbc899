"""A stretch of the calendar as directives name one: "25/6", "Quý II/2021", "cuối tháng 8".

A time without a year is of the notice's own; one that lies far back is next year's.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.patterns.calendar import A_DATE, day, full_date, month_span, week_of
from ingest.patterns.periods import (
    STALE,
    month_number,
    months_of,
    own_period,
    part_of,
    period_of,
    year_said,
)
from ingest.patterns.time_grammar import (
    DAY_OF_MONTH,
    DAYS,
    LAST_DAY,
    NEAR_DAY,
    OWN_PERIOD,
    PERIODS,
    SHORT_DATE,
    WEEKDAY,
    WEEKDAY_DATE,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the phrases of one notice are relative to."""

    issued: date | None = None
    """The day the notice was issued; relative periods count from it."""
    reference: date | None = None
    """The best known day of the notice: of issue, else of the meeting."""


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of the calendar that a phrase names, and where the phrase ends."""

    begin: date
    until: date
    end: int
    bare: bool = False
    """Whether it is one day, not a period."""

    @property
    def length(self) -> timedelta:
        return self.until - self.begin


_ONE = timedelta(days=1)
_WEEK = timedelta(days=7)
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}


def time_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the time named at a position: a date, with its year or without, or a period."""
    if match := A_DATE.match(text, position):
        found = full_date(match)
        return _one(found, match.end()) if found else None
    reference = frame.reference
    if (match := DAYS.match(text, position)) and (time := _days(match, reference)):
        return time
    if match := SHORT_DATE.match(text, position):
        number, month = next((match[f"d{n}"], match[f"m{n}"]) for n in "123" if match[f"d{n}"])
        found = _in_year(reference, month_number(month), int(number)) if reference else None
        return _one(found, match.end()) if found else None
    if match := WEEKDAY.match(text, position):
        return _weekday(text, match, frame)
    if reference and (match := NEAR_DAY.match(text, position)):
        return _one(reference + (_ONE if match["tomorrow"] else timedelta()), match.end())
    for pattern in PERIODS:
        match = pattern.match(text, position)
        if match and (span := period_of(match, reference)):
            return Time(*part_of(match, *span), match.end())
    return None


def day_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the day named after "ngày" by its number alone, or as a month's last.

    A bare number is of the notice's month, or of the next one where it is past: "ngày 25".
    """
    reference = frame.reference
    if reference is None:
        return None
    if match := LAST_DAY.match(text, position):
        span = months_of(match, reference)
        return _one(span[1], match.end()) if span else None
    match = DAY_OF_MONTH.match(text, position)
    if not match:
        return None
    number, near = int(match["day"]), match["near"]
    found = day(reference.year, reference.month, number)
    if (near and near != "này") or (not near and (found is None or found < reference)):
        following = month_span(reference.year, reference.month)[1] + _ONE
        found = day(following.year, following.month, number)
    return _one(found, match.end()) if found else None


def own_period_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the notice's own week, month, quarter or year, where a phrase says only "tháng"."""
    match = OWN_PERIOD.match(text, position)
    if match is None or frame.reference is None:
        return None
    return Time(*own_period(match["own"], frame.reference), match.end())


def _one(found: date, end: int) -> Time:
    return Time(found, found, end, bare=True)


def _in_year(reference: date, month: int, number: int) -> date | None:
    found = day(reference.year, month, number)
    if found and reference - found > STALE:
        found = day(reference.year + 1, month, number)
    return found


def _days(match: re.Match[str], reference: date | None) -> Time | None:
    """The first and last of some days of one month."""
    month, year = int(match["month"]), year_said(match)
    ends: list[date | None] = []
    for number in (int(match["first"]), int(match["last"])):
        if year is not None:
            ends.append(day(year, month, number))
        elif reference is not None:
            ends.append(_in_year(reference, month, number))
    if len(ends) < 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return Time(ends[0], ends[1], match.end())


def _weekday(text: str, match: re.Match[str], frame: Frame) -> Time | None:
    """A day of the week: the date told beside it, else the next such day from the notice's on."""
    gap = WEEKDAY_DATE.match(text, match.end())
    beside = A_DATE.match(text, gap.end()) or SHORT_DATE.match(text, gap.end()) if gap else None
    if gap and beside and (time := time_at(text, gap.end(), frame)):
        closes = gap["open"] and text.startswith(")", time.end)
        return replace(time, end=time.end + 1) if closes else time
    if frame.reference is None:
        return None
    if match["sunday"]:
        number = 6
    else:
        said = match["weekday"].casefold()
        number = int(said) - 2 if said.isdigit() else _WEEKDAYS[said]
    if match["week"]:
        monday = week_of(frame.reference)[0] + (timedelta() if match["week"] == "này" else _WEEK)
        return _one(monday + timedelta(days=number), match.end())
    ahead = (number - frame.reference.weekday()) % 7
    return _one(frame.reference + timedelta(days=ahead), match.end())
