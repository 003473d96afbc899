"""Dates as Vietnamese documents print them, and the periods of the office calendar."""

import re
from calendar import monthrange
from datetime import date, timedelta

from ingest.patterns.grammar import verbose

DAY = r"(?:[12]\d|3[01]|0?[1-9])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:(?:19|20)\d{2})"

DATE = rf"""(?:
    (?P<d1>{DAY}) \s?[/.-]\s? (?P<m1>{MONTH}) (?: \s?[/.-]\s? | _năm_ ) (?P<y1>{YEAR}) (?!\d)
    | (?P<d2>{DAY}) _tháng_ (?P<m2>{MONTH}) \s* (?: ,\s* | /\s? )? (?:năm_)? (?P<y2>{YEAR}) (?!\d)
    | (?P<d3>{DAY}) / (?P<m3>{MONTH}) / (?P<y3>[1-3]\d) (?![\w/-])
)"""
"""A full date, "25/6/2021", "25 tháng 6 năm 2021" or "25/6/21"; read its groups with
``full_date``."""

_GROUP = re.compile(r"\(\?P<\w+>")
BARE_DATE = _GROUP.sub("(?:", DATE)
"""The same without groups, to build larger patterns of."""

A_DATE = verbose(DATE)


def full_date(match: re.Match[str]) -> date | None:
    """The day that a match of ``DATE`` names; None for one that no calendar has."""
    for n in ("1", "2", "3"):
        if match[f"d{n}"]:
            year = int(match[f"y{n}"])
            return day(year if n != "3" else 2000 + year, int(match[f"m{n}"]), int(match[f"d{n}"]))
    return None


def day(year: int, month: int, number: int) -> date | None:
    """A calendar day, or None for one like 31 February."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int, last: int | None = None) -> tuple[date, date]:
    """First and last day of a month, or of the months from ``month`` to ``last``."""
    last = last or month
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def quarter_span(year: int, quarter: int) -> tuple[date, date]:
    """First and last day of a quarter, 1 to 4."""
    return month_span(year, 3 * quarter - 2, 3 * quarter)


def week_of(any_day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that a day lies in."""
    monday = any_day - timedelta(days=any_day.weekday())
    return monday, monday + timedelta(days=6)


def add_working_days(start: date, count: int) -> date:
    """The ``count``-th working day of Vietnam's state offices after a day, or before it.

    A negative count goes back. Saturdays and Sundays do not count, nor the holidays of the Labour
    Code (Article 112), the days off in lieu of those that fall on a weekend, and the days that the
    Government exchanged for a Saturday; such a Saturday counts. For a year whose days have not
    been fixed yet, those that follow from the Code alone are known.
    """
    if count == 0:
        return start
    # Loaded where a notice counts working days, which few do.
    from holidays import country_holidays

    return country_holidays("VN").get_nth_working_day(start, count)
