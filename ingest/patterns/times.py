"""A stretch of the calendar as directives name one: "25/6", "Quý II/2021", "cuối tháng 8".

A time without a year is of the notice's own; one that lies far back is next year's.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.patterns.calendar import (
    A_DATE,
    day,
    full_date,
    month_span,
    quarter_span,
    week_of,
)
from ingest.patterns.numerals import MONTH_WORDS
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


STALE = timedelta(days=200)
"""A date without a year that lies further back than this is next year's: "trước 15/01" in December.
A deadline with its year may lie back as far, where work already late is ordered again."""

_ONE = timedelta(days=1)
_WEEK = timedelta(days=7)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
             "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}  # fmt: skip
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_WEEKS = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4}


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
        found = _in_year(reference, _month(month), int(number)) if reference else None
        return _one(found, match.end()) if found else None
    if match := WEEKDAY.match(text, position):
        return _weekday(text, match, frame)
    if reference and (match := NEAR_DAY.match(text, position)):
        return _one(reference + (_ONE if match["tomorrow"] else timedelta()), match.end())
    for pattern in PERIODS:
        match = pattern.match(text, position)
        if match and (span := _period(match, reference)):
            return Time(*_part(match, *span), match.end())
    return None


def day_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the day named after "ngày" by its number alone, or as a month's last.

    A bare number is of the notice's month, or of the next one where it is past: "ngày 25".
    """
    reference = frame.reference
    if reference is None:
        return None
    if match := LAST_DAY.match(text, position):
        span = _months(match, reference)
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
    return Time(*_own(match["own"], frame.reference), match.end())


def months_after(start: date, count: int) -> date:
    """The same day so many months later, or the month's last where it has none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = month_span(year, month + 1)[1]
    return day(year, month + 1, start.day) or last


def _one(found: date, end: int) -> Time:
    return Time(found, found, end, bare=True)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else 5 if text == "Năm" else MONTH_WORDS[text.casefold()]


def _in_year(reference: date, month: int, number: int) -> date | None:
    found = day(reference.year, month, number)
    if found and reference - found > STALE:
        found = day(reference.year + 1, month, number)
    return found


def _year_said(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    year = said.get("year") or said.get("bracketed")
    return int(year) if year else None


def _days(match: re.Match[str], reference: date | None) -> Time | None:
    """The first and last of some days of one month."""
    month, year = int(match["month"]), _year_said(match)
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


def _period(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of a period; None where its year cannot be told."""
    said = {name: value for name, value in match.groupdict().items() if value}
    if "month" in said:
        months = _months(match, reference)
        if months and "days" in said:
            return _edge_of(months, int(said["days"]), said["edge"])
        return _week_of(months, said["week"]) if months and "week" in said else months
    if said.keys() & {"nearmonth", "nearweek", "nearquarter"}:
        return _near(said, reference) if reference else None
    if "own" in said:
        return _own(said["own"], reference) if reference else None
    year = int(said["whole"]) if said.get("whole", "").isdigit() else _year_said(match)
    if year is None:
        if reference is None:
            return None
        year = reference.year
    if "quarter" in said:
        first = _QUARTERS[said["quarter"].casefold().lstrip("0")]
        last = _QUARTERS[said.get("lastquarter", said["quarter"]).casefold().lstrip("0")]
        return (
            (quarter_span(year, first)[0], quarter_span(year, last)[1]) if first <= last else None
        )
    if "half" in said:
        count = {"ba": 3, "sáu": 6, "chín": 9}.get(said["months"]) or int(said["months"])
        first, last = (1, count) if said["half"] == "đầu" else (13 - count, 12)
        return month_span(year, first, last)
    return date(year, 1, 1), date(year, 12, 31)


def _months(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of the month named, or of the months from it to another."""
    said = match.groupdict()
    first = _month(said["month"])
    last = int(said.get("lastmonth") or first)
    year = _year_said(match)
    if last < first or (year is None and reference is None):
        return None
    if year is not None:
        return month_span(year, first, last)
    assert reference is not None
    span = month_span(reference.year, first, last)
    return month_span(reference.year + 1, first, last) if reference - span[1] > STALE else span


def _own(word: str, reference: date) -> tuple[date, date]:
    """The week, month, quarter or year that a day lies in."""
    if word == "tuần":
        return week_of(reference)
    if word == "tháng":
        return _month_of(reference)
    if word == "quý":
        return _quarter_of(reference)
    return date(reference.year, 1, 1), date(reference.year, 12, 31)


def _near(said: dict[str, str], reference: date) -> tuple[date, date]:
    """This or the next week, month or quarter."""
    if word := said.get("nearweek"):
        return week_of(reference + (timedelta() if word == "này" else _WEEK))
    if word := said.get("nearmonth"):
        own = _month_of(reference)
        return own if word == "này" else _month_of(own[1] + _ONE)
    own = _quarter_of(reference)
    return own if said["nearquarter"] == "này" else _quarter_of(own[1] + _ONE)


def _month_of(any_day: date) -> tuple[date, date]:
    return month_span(any_day.year, any_day.month)


def _quarter_of(any_day: date) -> tuple[date, date]:
    return quarter_span(any_day.year, (any_day.month + 2) // 3)


def _week_of(month: tuple[date, date], said: str) -> tuple[date, date]:
    """The n-th week, Monday to Sunday, counting the week of the month's first day as its first."""
    first, last = month
    word = said.split()[0]
    if word == "cuối":
        return week_of(last)[0], last
    count = int(word) if word.isdigit() else _WEEKS[word]
    monday, sunday = week_of(first + _WEEK * (count - 1))
    return max(monday, first), min(sunday, last)


def _edge_of(month: tuple[date, date], count: int, said: str) -> tuple[date, date]:
    """The first or the last few days of a month."""
    first, last = month
    few = timedelta(days=min(count, last.day) - 1)
    return (first, first + few) if said.startswith("đầu") else (last - few, last)


def _part(match: re.Match[str], first: date, last: date) -> tuple[date, date]:
    """The beginning, middle or end of a period: thirds, or halves where it says so."""
    part = (match.groupdict().get("part") or "").casefold()
    if not part:
        return first, last
    third, half = _ends(first, last, 3), _ends(first, last, 2)
    return {
        "đầu": (first, third[0]),
        "những ngày đầu": (first, third[0]),
        "thượng tuần": (first, third[0]),
        "giữa": (third[0] + _ONE, third[1] - _ONE),
        "trung tuần": (third[0] + _ONE, third[0] + (third[0] - first) + _ONE),
        "hạ tuần": (third[0] + (third[0] - first) + 2 * _ONE, last),
        "cuối": (third[1], last),
        "những ngày cuối": (third[1], last),
        "nửa đầu": (first, half[0]),
        "nửa cuối": (half[0] + _ONE, last),
    }[part]


def _ends(first: date, last: date, parts: int) -> tuple[date, date]:
    """Last day of a period's first part and first of its last: of whole months where that goes."""
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months % parts == 0:
        size = months // parts
        return months_after(first, size) - _ONE, months_after(first, months - size)
    size = ((last - first).days + 1) // parts
    return first + timedelta(days=size - 1), last - timedelta(days=size - 1)
