"""When a task is due: a grammar of the deadlines in Vietnamese directives.

A deadline is a *lead* ("trước", "chậm nhất", "trong", "từ ... đến") and a *time* ("ngày 25/6",
"Quý II/2021", "cuối tháng 8", "05 ngày làm việc kể từ ..."). A time without a lead is none, except
where a table's column or a label ("Thời hạn:") says what it is. Dates without a year take the
notice's; what is past when the notice is given, what is reported on ("kết quả trong tháng 5"),
counted from nothing known or bound to an event ("trước khi trình") names no day.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ingest.patterns.calendar import A_DATE, add_working_days, full_date
from ingest.patterns.deadline_grammar import (
    AFTER_EVENT,
    BARE_COUNT,
    CELL_LEAD,
    COUNT,
    DONE_BEFORE,
    FROM_NOTICE,
    IS_DONE,
    LEADS,
    LONG_SINCE,
    OFTEN,
    ORDERED,
    RANGE,
    RANGE_TO,
    RECURRING,
    REPORTED,
    TO_DAY,
    TO_THE_END,
)
from ingest.patterns.taken import first_of_each
from ingest.patterns.times import STALE, Frame, Time, day_at, months_after, time_at
from kg.records import Deadline, DeadlineKind

_HORIZON = timedelta(days=200)
"""A period longer than this after "đến hết" is how far a plan reaches, not a deadline."""
_LONGEST_FIRST = timedelta(days=300)
"""A range does not begin with a whole year: "từ năm 2021 đến năm 2025" is a plan's."""


def find_deadlines(text: str, frame: Frame) -> list[Deadline]:
    """Return every deadline in a text, in order, none overlapping another.

    Args:
        text: a sentence or a longer text; offsets are into it.
        frame: the days of the notice.
    """
    candidates = (
        *_recurring(text),
        *_counted(text, frame),
        *_ranges(text, frame),
        *_led(text, frame),
    )
    return first_of_each(candidates, len(text))


def read_deadline_cell(text: str, frame: Frame) -> list[Deadline]:
    """Return the deadlines of a table cell under "Thời hạn", where a bare time is one."""
    cell = text
    text = _small_first(cell)  # "Tháng 8/2023" in a cell is "tháng 8/2023" in a sentence
    return [replace(d, text=cell[d.start : d.end]) for d in _read_cell(text, frame)]


def _read_cell(text: str, frame: Frame) -> list[Deadline]:
    if found := find_deadlines(text, frame):
        return found
    lead = CELL_LEAD.match(text)
    start = lead.end() if lead else 0
    if time := time_at(text, start, frame):
        kind: DeadlineKind = "by" if time.bare else "within"
        quote = text[start : time.end]
        return [Deadline(quote, start, time.end, kind, time.until, time.begin, time.until)]
    if BARE_COUNT.match(text, start):  # "5 ngày làm việc kể từ ngày ban hành Thông báo"
        lead_word = "trong "
        found = find_deadlines(lead_word + text[start:], frame)
        return [
            replace(
                d, text=d.text[len(lead_word) :], start=start, end=d.end + start - len(lead_word)
            )
            for d in found[:1]
        ]
    if OFTEN.search(text):
        quote = text.strip()
        start = text.index(quote)
        return [Deadline(quote, start, start + len(quote), "recurring")]
    return []


def _small_first(text: str) -> str:
    """The same with its first letter in lower case."""
    at = len(text) - len(text.lstrip())
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]


def _recurring(text: str) -> Iterator[Deadline]:
    for match in RECURRING.finditer(text):
        yield Deadline(match[0], match.start(), match.end(), "recurring")


def _counted(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in COUNT.finditer(text):
        if match["lead"].casefold() == "sau" and not match["anchor"]:
            continue
        start_day = _counting_from(match["from"], frame)
        if match["from"] is None and AFTER_EVENT.search(
            text, max(0, match.start() - 90), match.start()
        ):
            start_day = None
        due = _counted_day(start_day, int(match["count"]), match["unit"]) if start_day else None
        quote = match[0].rstrip()
        end = match.start() + len(quote)
        yield Deadline(quote, match.start(), end, "relative", due, start_day, due)


def _counted_day(start: date, count: int, unit: str) -> date:
    if unit == "ngày làm việc":
        return add_working_days(start, count)
    if unit == "tháng":
        return months_after(start, count)
    return start + timedelta(days=count * (7 if unit == "tuần" else 1))


def _counting_from(anchor: str | None, frame: Frame) -> date | None:
    if anchor is None:
        return frame.issued
    if match := A_DATE.search(anchor):
        return full_date(match)
    return frame.issued if FROM_NOTICE.search(anchor) else None


def _ranges(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in RANGE.finditer(text):
        first = _range_begins(text, match, frame)
        if first is None or not (to := RANGE_TO.match(text, first.end)):
            continue
        second = time_at(text, to.end(), frame)
        if second is None or first.begin > second.until or not _ahead(second.until, frame):
            continue
        if first.length > _LONGEST_FIRST or _reported(text, match.start()):
            continue
        start, end = match.start(), second.end
        yield Deadline(
            text[start:end], start, end, "within", second.until, first.begin, second.until
        )


def _range_begins(text: str, lead: re.Match[str], frame: Frame) -> Time | None:
    if lead["now"] and frame.reference:
        return Time(frame.reference, frame.reference, lead.end(), bare=True)
    return time_at(text, lead.end(), frame) or day_at(text, lead.end(), frame)


def _led(text: str, frame: Frame) -> Iterator[Deadline]:
    for kind, lead in LEADS:
        for match in lead.finditer(text):
            deadline = _after_lead(text, match, kind, frame)
            if deadline is not None:
                yield deadline


def _after_lead(
    text: str, lead: re.Match[str], kind: DeadlineKind, frame: Frame
) -> Deadline | None:
    words = lead[0].casefold()
    done = bool(IS_DONE.match(words))
    gap = TO_DAY.match(text, lead.end())
    if gap is None:
        return None
    time = time_at(text, gap.end(), frame)
    if time is None and gap["ngay"] and kind != "within":
        time = day_at(text, gap.end(), frame)
    if time is None or (time.bare and kind == "within" and not gap["ngay"]):
        return None
    start, end = lead.start(), time.end
    due: date = time.until
    if kind == "before" or "trước" in words.split():
        kind = "before"
        if not time.bare and not TO_THE_END.search(text, start, end):
            due = time.begin - timedelta(days=1)
    elif not time.bare:
        kind = "within" if kind == "within" or "trong" in words else "by"
    if _is_no_deadline(text, lead, time, due, frame, explicit=kind == "before" or done):
        return None
    if kind == "before":
        return Deadline(text[start:end], start, end, kind, due, None, due)
    return Deadline(text[start:end], start, end, kind, due, time.begin, time.until)


def _is_no_deadline(
    text: str, lead: re.Match[str], time: Time, due: date, frame: Frame, *, explicit: bool
) -> bool:
    """Whether a lead and a time are a reporting period, a horizon or something long past."""
    before = text[max(0, lead.start() - 60) : lead.start()]
    if not explicit and _reported(text, lead.start()):
        return True
    if "hết" in lead[0].casefold() and time.length > _HORIZON and not DONE_BEFORE.search(before):
        return True  # "đến hết năm 2030": how far a plan reaches
    if LONG_SINCE.match(text, time.end):
        return True
    if _ahead(due, frame):
        return False
    if not explicit and not time.bare:
        return True
    recent = frame.reference is None or frame.reference - due < STALE
    return not (recent and ORDERED.search(before))


def _reported(text: str, position: int) -> bool:
    return bool(REPORTED.search(text, max(0, position - 80), position))


def _ahead(day: date, frame: Frame) -> bool:
    return frame.reference is None or day >= frame.reference
