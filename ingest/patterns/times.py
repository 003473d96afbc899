"""A stretch of the calendar as directives name one: "25/6", "Quý II/2021", "cuối tháng 8".

A time without a year is of the notice's own; one that lies far back is next year's.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.patterns.calendar import (
    A_DATE,
    DAY,
    MONTH,
    YEAR,
    day,
    full_date,
    month_span,
    quarter_span,
    week_of,
)
from ingest.patterns.grammar import verbose


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

_OF_YEAR = rf"""(?:
    \s* (?: / | - | năm | ,\s*năm ) \s* (?P<year>{YEAR}) (?!\d) | _ (?: năm_nay | năm_này )
)?"""
_PART = "(?: (?P<part> đầu | giữa | cuối | nửa_đầu | nửa_cuối | những_ngày_đầu ) _ )?"
_NEAR = "(?: này | tới | sau )"

_SHORT_DATE = verbose(rf"""
    (?P<d1>{DAY}) \s?/\s? (?P<m1>{MONTH}) (?! [\d/] | \s?% )
    | (?P<d2>{DAY}) _tháng_ (?P<m2>{MONTH}) (?! [\d/] )
""")
_DAY_ONLY = verbose(rf"""
    (?P<day>{DAY}) (?! [\d/.,%] | _(?: ngày | tháng (?!_này) | năm | % ) ) (?P<this> _tháng_này )?
""")
_PERIODS = (
    verbose(rf"""
        {_PART} tháng_ (?P<month>{MONTH}) (?! \d | /\d{{1,2}}/ | \s*-\s*\d ) {_OF_YEAR}
    """),
    verbose(rf"{_PART} [Qq]uý_ (?P<quarter> IV | I{{1,3}} | [1-4] ) (?!\w) {_OF_YEAR}"),
    verbose(rf"(?: 0?6 | sáu )_tháng_(?P<half> đầu | cuối )_năm (?: \s* (?P<year>{YEAR}) )?"),
    verbose(rf"{_PART} năm_ (?P<whole> {YEAR} | nay ) (?! \d | \s*[-–]\s*\d )"),
    verbose(rf"{_PART} tháng_ (?P<nearmonth>{_NEAR})"),
    verbose(rf"{_PART} tuần_ (?P<nearweek>{_NEAR})"),
    verbose(rf"{_PART} [Qq]uý_ (?P<nearquarter>{_NEAR})"),
    verbose(rf"""
        tuần_ (?: thứ_ )? (?P<week> [1-5] | nhất | hai | ba | tư | cuối ) _
        (?: của_ )? tháng_ (?P<month>{MONTH}) {_OF_YEAR}
    """),
)

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


def time_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the time named at a position: a date, with its year or without, or a period."""
    if match := A_DATE.match(text, position):
        found = full_date(match)
        return Time(found, found, match.end(), bare=True) if found else None
    if match := _SHORT_DATE.match(text, position):
        month, number = int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        if frame.reference and (found := _in_year(frame.reference, month, number)):
            return Time(found, found, match.end(), bare=True)
        return None
    for pattern in _PERIODS:
        if match := pattern.match(text, position):
            span = _period(match, frame.reference)
            return Time(*_part(match, *span), match.end()) if span else None
    return None


def day_at(text: str, position: int, frame: Frame) -> Time | None:
    """Return the day of a bare number, "ngày 25": of the notice's month, else of the next one."""
    match = _DAY_ONLY.match(text, position)
    reference = frame.reference
    if not match or reference is None:
        return None
    number = int(match["day"])
    found = day(reference.year, reference.month, number)
    if found is None or (found < reference and not match["this"]):
        following = month_span(reference.year, reference.month)[1] + timedelta(days=1)
        found = day(following.year, following.month, number)
    return Time(found, found, match.end(), bare=True) if found else None


def months_after(start: date, count: int) -> date:
    """The same day so many months later, or the month's last where it has none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = month_span(year, month + 1)[1]
    return day(year, month + 1, start.day) or last


def _in_year(reference: date, month: int, number: int) -> date | None:
    found = day(reference.year, month, number)
    if found and reference - found > STALE:
        found = day(reference.year + 1, month, number)
    return found


def _period(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of a period; None where its year cannot be told."""
    said = {name: value for name, value in match.groupdict().items() if value}
    year = next((int(said[k]) for k in ("year", "whole") if said.get(k, "nay") != "nay"), None)
    if year is None:
        if reference is None:
            return None
        year = reference.year
    if "whole" in said:
        return date(year, 1, 1), date(year, 12, 31)
    if "week" in said:
        return _week_of_month(said["week"], year, int(said["month"]))
    if "month" in said:
        first, last = month_span(year, int(said["month"]))
        if "year" not in said and reference and reference - last > STALE:
            return month_span(year + 1, int(said["month"]))
        return first, last
    if "quarter" in said:
        return quarter_span(year, _QUARTERS[said["quarter"]])
    if "half" in said:
        return month_span(year, 1, 6) if said["half"] == "đầu" else month_span(year, 7, 12)
    return _near(said, reference) if reference else None


def _near(said: dict[str, str], reference: date) -> tuple[date, date]:
    """This or the next week, month or quarter."""
    if word := said.get("nearweek"):
        return week_of(reference + timedelta(days=0 if word == "này" else 7))
    if word := said.get("nearmonth"):
        first, last = month_span(reference.year, reference.month)
        return (first, last) if word == "này" else _month_of(last + timedelta(days=1))
    first, last = _quarter_of(reference)
    return (first, last) if said["nearquarter"] == "này" else _quarter_of(last + timedelta(days=1))


def _month_of(any_day: date) -> tuple[date, date]:
    return month_span(any_day.year, any_day.month)


def _quarter_of(any_day: date) -> tuple[date, date]:
    return quarter_span(any_day.year, (any_day.month + 2) // 3)


def _week_of_month(word: str, year: int, month: int) -> tuple[date, date]:
    """The n-th week, Monday to Sunday, counting the week of the month's first day as its first."""
    first, last = month_span(year, month)
    if word == "cuối":
        return week_of(last)[0], last
    monday, sunday = week_of(first + timedelta(days=7 * (_WEEKS[word] - 1)))
    return max(monday, first), min(sunday, last)


def _part(match: re.Match[str], first: date, last: date) -> tuple[date, date]:
    """The beginning, middle or end of a period: thirds, or halves where it says so."""
    part = match.groupdict().get("part")
    if not part:
        return first, last
    days = (last - first).days + 1
    third, half = timedelta(days=days // 3), timedelta(days=days // 2)
    one = timedelta(days=1)
    return {
        "đầu": (first, first + third - one),
        "những ngày đầu": (first, first + third - one),
        "giữa": (first + third, last - third),
        "cuối": (last - third + one, last),
        "nửa đầu": (first, first + half - one),
        "nửa cuối": (first + half, last),
    }[part]
