"""Days and periods that a query names, in Vietnamese with or without marks and in English.

The grammar of deadlines in ``ingest`` reads what offices write; people who search write less
carefully: "hạn trước tháng 7/2021", "han trong quy II", "due before July 2021", "tháng 6/2021".
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ui.finding.folded import FoldedQuery

About = Literal["due", "meeting", "period"]
"""Which of a task's days must lie in it: its deadline, its meeting, or either."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the calendar in a query; offsets are into the folded text."""

    about: About
    begin: date | None
    """First day, None where it is open."""
    until: date | None
    """Last day, None where it is open."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Time:
    begin: date
    until: date
    end: int
    dated: bool
    """Whether the year was said, or followed from today."""
    whole_year: bool = False
    needs_lead: bool = False
    """Whether it is a period only after a word such as "in": "2021", "June"."""


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
             "4th": 4, "last": 4}  # fmt: skip

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF_YEAR = rf"(?:(?:\s*[/-]\s*|\s*,?\s+(?:nam\s+|of\s+)?){_YEAR})?"
_MONTH_NAME = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_TIMES = {
    "iso": r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    "day": rf"(?:ngay\s+)?(?P<day>\d{{1,2}})\s*(?:[/.-]|\s+thang\s+)\s*(?P<month>\d{{1,2}})"
    rf"(?:\s*[/.-]\s*|\s+nam\s+){_YEAR}(?!/)",
    "day of month": r"ngay\s+(?P<day>\d{1,2})\s*(?:/|\s+thang\s+)\s*(?P<month>\d{1,2})(?![\d/])",
    "short day": r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])",
    "English day": rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_NAME}{_OF_YEAR}",
    "American day": rf"{_MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_OF_YEAR}",
    "month": rf"thang\s+(?P<month>\d{{1,2}})(?![\d]|\s*[/-]\s*\d{{1,2}}(?!\d)){_OF_YEAR}",
    "month and year": rf"(?P<month>\d{{1,2}})\s*/\s*{_YEAR}(?!\s*/)",
    "English month": rf"{_MONTH_NAME}{_OF_YEAR}",
    "quarter": rf"(?:quy|quarter)\s+(?P<quarter>iv|i{{1,3}}|[1-4])\b{_OF_YEAR}",
    "Q2": rf"q(?P<quarter>[1-4])\b{_OF_YEAR}",
    "English quarter": rf"(?P<ordinal>{'|'.join(_ORDINALS)})\s+quarter{_OF_YEAR}",
    "half": rf"(?:(?:0?6|sau)\s+thang|nua)\s+(?P<half>dau|cuoi)\s+(?:nam|cua\s+nam)(?:\s+{_YEAR})?",
    "English half": rf"(?P<half>first|second)\s+half{_OF_YEAR}",
    "year": rf"nam\s+{_YEAR}",
    "bare year": rf"{_YEAR}",
    "near": r"(?:(?P<unit>tuan|thang|quy|nam)\s+(?P<near>nay|toi|sau|truoc)"
    r"|(?P<near2>this|next|last)\s+(?P<unit2>week|month|quarter|year))\b",
    "today": r"(?P<today>hom\s+nay|ngay\s+mai|today|tomorrow)\b",
}
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _TIMES.items())
_UNITS = {"tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_STEPS = {"nay": 0, "this": 0, "toi": 1, "sau": 1, "next": 1, "truoc": -1, "last": -1}

_LEAD = re.compile(
    r"""\b(?:
      (?P<due> (?:(?:co|den|het|qua|phai|can)\s+)? (?: thoi\s+han | han(?:\s+(?:chot|cuoi|nop))?
            | (?:phai\s+|can\s+)(?:xong|hoan\s+thanh|nop|bao\s+cao|trinh) | den\s+han )
        | (?:that\s+(?:is|are|was|were)\s+|(?:is|are|was|were)\s+)?due
        | (?:with\s+(?:an?\s+)?)?deadlines?
        | (?:to\s+be|must\s+be)\s+(?:done|completed|finished|submitted) ) \b\s*
      | (?P<meeting> (?:cac\s+|cuoc\s+)?(?:hop|giao\s+ban)(?:\s+giao\s+ban)?
        | (?:duoc\s+)?(?:giao|ket\s+luan|thong\s+bao|ban\s+hanh)
        | meetings?(?:\s+held)? | (?:notices?|orders?)\s+issued | (?:that\s+were\s+|were\s+)?
          (?:ordered|assigned|given|issued) ) \b\s*
    )?
    (?:la\s+|cuoi\s+cung\s+|is\s+|are\s+)?
    (?P<side> (?P<before> truoc | before | prior\s+to | earlier\s+than )
      | (?P<by> (?:cham|muon)\s+nhat(?:\s+(?:la|vao))? | den\s+het | khong\s+(?:qua|muon\s+hon) | by
            | until | till | up\s+to | (?:no|not)\s+later\s+than | on\s+or\s+before | den )
      | (?P<after> sau | after | later\s+than )
      | (?P<since> tu | ke\s+tu | since | from | between )
      | (?P<in> trong | vao | in | during | within | on | for | of | cua )
    )?
    \b\s*(?:the\s+)?(?:ngay\s+(?=\d))?
    """,
    re.VERBOSE,
)
_RANGE = re.compile(r"\s*(?:den(?:\s+het)?|toi|to|and|until|till|through|-|–)\s+(?:ngay\s+(?=\d))?")
_REPORT = re.compile(
    r"\b(?:bao\s+cao|ket\s+qua|ke\s+hoach|so\s+lieu|tinh\s+hinh|chuong\s+trinh|du\s+toan|danh\s+muc"
    r"|chi\s+tieu|thong\s+ke|kiem\s+ke|reports?|results?|plans?|budgets?|programmes?|census|so\s*:?)"
    r"\s+(?:(?:cong\s+tac|thuc\s+hien|trong|nam|cua|for|of|in)\s+)*$"
)
"""What stands before a period that work is about, not in: "báo cáo quý II"."""


def find_periods(query: FoldedQuery, *, today: date, reference: date) -> Iterator[Named]:
    """List the periods of a query, in order.

    A time without a word that says how it is meant counts where it is a whole date, or a month or
    quarter with its year, and no report's or plan's.

    Args:
        query: the query.
        today: what "this month" is counted from.
        reference: a month without a year is the one nearest to this day.
    """
    text = query.text
    at = 0
    while at < len(text):
        if at and (text[at - 1].isalnum() or text[at].isspace()):
            at += 1
            continue
        found = _period_at(text, at, today, reference)
        if found is not None:
            yield found
            at = found.end
        else:
            at += 1


def _period_at(text: str, at: int, today: date, reference: date) -> Named | None:
    lead = _LEAD.match(text, at)
    for match in (lead, None):
        start = match.end() if match else at
        time = _time_at(text, start, today, reference)
        if time is not None:
            return _named(text, at, match, time, today, reference)
    return None


def _named(
    text: str, at: int, lead: re.Match[str] | None, time: _Time, today: date, reference: date
) -> Named | None:
    about: About = "period"
    if lead and lead["due"]:
        about = "due"
    elif lead and lead["meeting"]:
        about = "meeting"
    side = lead["side"] if lead else None
    if side is None or (lead and lead["in"]):
        if _REPORT.search(text[:at]) and about == "period":
            return None
        loose = time.whole_year or time.needs_lead
        if about == "period" and (time.whole_year or (side is None and (loose or not time.dated))):
            return None
        if lead and lead["in"] in ("of", "cua", "for") and about == "period" and not time.dated:
            return None
        return Named(about, time.begin, time.until, at, time.end)
    assert lead is not None
    if lead["before"]:
        # An office that says "trước ngày 30/6" means that day still.
        inclusive = lead["before"] == "truoc" and time.begin == time.until
        return Named(
            about, None, time.until if inclusive else time.begin - timedelta(days=1), at, time.end
        )
    if lead["by"]:
        return Named(about, None, time.until, at, time.end)
    if lead["after"]:
        return Named(about, time.until + timedelta(days=1), None, at, time.end)
    to = _RANGE.match(text, time.end)
    last = _time_at(text, to.end(), today, reference) if to else None
    if last is None:
        return Named(about, time.begin, None, at, time.end)
    if not time.dated:  # "between May and July 2021": both of that year
        time = _time_at(text, lead.end(), today, last.begin) or time
    return Named(about, time.begin, last.until, at, last.end)


def _time_at(text: str, at: int, today: date, reference: date) -> _Time | None:
    for kind, pattern in _PATTERNS:
        match = pattern.match(text, at)
        if match is None:
            continue
        said = {key: value for key, value in match.groupdict().items() if value}
        span = _span(said, today, reference)
        if span is None:
            continue
        dated = "year" in said or kind in ("near", "today")
        needs_lead = kind in ("bare year", "month and year", "short day") or (
            kind in ("English month", "Q2") and "year" not in said
        )
        return _Time(*span, match.end(), dated, kind in ("year", "bare year"), needs_lead)
    return None


def _span(said: dict[str, str], today: date, reference: date) -> tuple[date, date] | None:
    if word := said.get("today"):
        day = today + timedelta(days=word in ("tomorrow",) or word.endswith("mai"))
        return day, day
    if near := said.get("near") or said.get("near2"):
        unit = said.get("unit2") or _UNITS[said["unit"]]
        return _near(unit, _STEPS[near], today)
    year = int(said["year"]) if "year" in said else None
    month = _MONTHS[said["name"]] if "name" in said else int(said.get("month", 0))
    if month > 12 or ("month" in said and month < 1):
        return None
    if "day" in said:
        return _day(year, month, int(said["day"]), reference)
    if month:
        return _months(year, month, month, reference)
    if number := _QUARTERS.get(said.get("quarter", "")) or _ORDINALS.get(said.get("ordinal", "")):
        return _months(year, 3 * number - 2, 3 * number, reference)
    if half := said.get("half"):
        first = 1 if half in ("dau", "first") else 7
        return _months(year, first, first + 5, reference)
    return _months(year, 1, 12, reference)


def _day(year: int | None, month: int, day: int, reference: date) -> tuple[date, date] | None:
    try:
        if year is None:
            days = [date(reference.year + step, month, day) for step in (-1, 0, 1)]
            found = min(days, key=lambda d: abs(d - reference))
        else:
            found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _months(year: int | None, first: int, last: int, reference: date) -> tuple[date, date]:
    if year is None:
        middle = [date(reference.year + step, (first + last) // 2, 15) for step in (-1, 0, 1)]
        year = min(middle, key=lambda d: abs(d - reference)).year
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _near(unit: str, step: int, today: date) -> tuple[date, date]:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    size = {"month": 1, "quarter": 3, "year": 12}[unit]
    number = (today.year * 12 + today.month - 1) // size + step
    year, month = divmod(number * size, 12)
    return _months(year, month + 1, month + size, today)
