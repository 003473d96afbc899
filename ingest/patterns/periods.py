"""The first and last day of a period that a phrase names: "cuối Quý II/2021", "tuần tới"."""

import re
from datetime import date, timedelta

from ingest.patterns.calendar import day, month_span, quarter_span, week_of
from ingest.patterns.numerals import MONTH_WORDS

STALE = timedelta(days=200)
"""A date without a year that lies further back than this is next year's: "trước 15/01" in December.
A deadline with its year may lie back as far, where work already late is ordered again."""
_ONE = timedelta(days=1)
_WEEK = timedelta(days=7)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
             "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}  # fmt: skip
_WEEKS = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4}


def period_of(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of a period; None where its year cannot be told."""
    said = {name: value for name, value in match.groupdict().items() if value}
    if "month" in said:
        months = months_of(match, reference)
        if months and "days" in said:
            return _edge_of(months, int(said["days"]), said["edge"])
        return _week_of(months, said["week"]) if months and "week" in said else months
    if said.keys() & {"nearmonth", "nearweek", "nearquarter"}:
        return _near(said, reference) if reference else None
    if "own" in said:
        return own_period(said["own"], reference) if reference else None
    year = int(said["whole"]) if said.get("whole", "").isdigit() else year_said(match)
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


def months_of(match: re.Match[str], reference: date | None) -> tuple[date, date] | None:
    """First and last day of the month named, or of the months from it to another."""
    said = match.groupdict()
    first = month_number(said["month"])
    last = int(said.get("lastmonth") or first)
    year = year_said(match)
    if last < first or (year is None and reference is None):
        return None
    if year is not None:
        return month_span(year, first, last)
    assert reference is not None
    span = month_span(reference.year, first, last)
    return month_span(reference.year + 1, first, last) if reference - span[1] > STALE else span


def year_said(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    year = said.get("year") or said.get("bracketed")
    return int(year) if year else None


def month_number(text: str) -> int:
    return int(text) if text.isdigit() else 5 if text == "Năm" else MONTH_WORDS[text.casefold()]


def own_period(word: str, reference: date) -> tuple[date, date]:
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


def part_of(match: re.Match[str], first: date, last: date) -> tuple[date, date]:
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


def months_after(start: date, count: int) -> date:
    """The same day so many months later, or the month's last where it has none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = month_span(year, month + 1)[1]
    return day(year, month + 1, start.day) or last
