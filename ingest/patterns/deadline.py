"""When a task is due: a grammar of the deadlines in Vietnamese directives.

A deadline is a *lead* ("trước", "chậm nhất", "trong", "từ ... đến") and a *time* ("ngày 25/6",
"Quý II/2021", "cuối tháng 8", "05 ngày làm việc kể từ ..."). A time without a lead is none, except
where a table's column, a label ("Thời hạn:") or its place in the clause ("Đầu tuần tới, ...") says
what it is. Before a session or Tết is a deadline whose day is not told. Dates without a year take
the notice's; what is past when the notice is given, what is reported on ("kết quả trong tháng 5"),
counted from nothing known or bound to an event ("trước khi trình") names no day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.patterns.count import find_counted
from ingest.patterns.deadline_grammar import (
    AND_DAY,
    AND_PERIOD,
    BEFORE_OCCASION,
    FOR_OTHERS,
    FOR_OTHERS_TOO,
    INTO,
    IS_DONE,
    IS_LATEST,
    LEADS,
    NOT_PAST,
    PAST_THE_DAY,
    TO_DAY,
    TO_THE_END,
)
from ingest.patterns.not_due import is_ahead, is_asked, is_no_deadline
from ingest.patterns.ranges import find_ranges
from ingest.patterns.recurrence import find_recurring
from ingest.patterns.taken import first_of_each
from ingest.patterns.times import Frame, Time, day_at, own_period_at, time_at
from ingest.patterns.unled import find_unled
from kg.records import Deadline, DeadlineKind


def find_deadlines(text: str, frame: Frame) -> list[Deadline]:
    """Return every deadline in a text, in order, none overlapping another.

    Args:
        text: a sentence or a longer text; offsets are into it.
        frame: the days of the notice.
    """
    candidates = (
        *find_recurring(text),
        *find_counted(text, frame),
        *find_ranges(text, frame),
        *_led(text, frame),
        *find_unled(text, frame),
        *(Deadline(m[0], *m.span(), "before") for m in BEFORE_OCCASION.finditer(text)),
    )
    return first_of_each(candidates, len(text))


def _led(text: str, frame: Frame) -> Iterator[Deadline]:
    for kind, lead in LEADS:
        for match in lead.finditer(text):
            yield from _after_lead(text, match, kind, frame)
    for match in INTO.finditer(text):
        if (time := time_at(text, match.end() + 1, frame)) and is_ahead(time.until, frame):
            due = time.begin - timedelta(days=1)
            start, end = match.start("lead"), time.end
            yield Deadline(text[start:end], start, end, "before", due, None, due)
    for match in PAST_THE_DAY.finditer(text):
        if NOT_PAST.search(text, max(0, match.start() - 80), match.start()):
            yield from _after_lead(text, match, "by", frame)


def _after_lead(
    text: str, lead: re.Match[str], kind: DeadlineKind, frame: Frame
) -> Iterator[Deadline]:
    words = lead[0].casefold()
    done = bool(IS_DONE.match(words))
    gap = TO_DAY.match(text, lead.end())
    if gap is None:
        return
    time = time_at(text, gap.end(), frame)
    if time is None and gap["ngay"] and kind != "within":
        time = day_at(text, gap.end(), frame)
    if (
        time is None
        and words.endswith("trong")
        and (done or "ngay" in words or is_asked(text, lead))
    ):
        time = own_period_at(text, gap.end(), frame)
    if time is None or (kind == "within" and gap["ngay"] and not time.bare):
        return  # "trong hai ngày 12 và 13/3": the days of an event
    named = bool(gap["ngay"] or gap["part"]) or not text[gap.end()].isdigit()
    if time.bare and kind == "within" and not named:
        return
    start, end = lead.start(), time.end
    due: date = time.until
    if kind == "before" or "trước" in words.split():
        kind = "before"
        if not time.bare and not TO_THE_END.search(text, start, end):
            due = time.begin - timedelta(days=1)
    elif not time.bare:
        kind = "within" if kind == "within" or "trong" in words else "by"
    explicit = kind == "before" or done or bool(IS_LATEST.match(words))
    if is_no_deadline(text, lead, time, due, frame, explicit=explicit):
        return
    if gap["feast"].endswith("(") and text.startswith(")", end):
        end += 1
    if kind != "before" and (later := _next_period(text, time, frame)):
        due, end = later.until, later.end
    begin = None if kind == "before" else time.begin
    yield Deadline(text[start:end], start, end, kind, due, begin, due)
    if time.bare and not gap["feast"]:
        yield from _further_days(text, end, kind, frame)
    elif kind == "within" and (others := FOR_OTHERS.match(text, end)):
        more = time_at(text, others.end(), frame)
        if more and FOR_OTHERS_TOO.match(text, more.end):
            start, end = others.end(), more.end
            yield Deadline(text[start:end], start, end, kind, more.until, more.begin, more.until)


def _next_period(text: str, time: Time, frame: Frame) -> Time | None:
    """The month or quarter that a period goes on with: "tháng 12/2025 và tháng 01/2026"."""
    more = AND_PERIOD.match(text, time.end)
    if time.bare or more is None:
        return None
    later = time_at(text, more.end(), frame)
    return later if later and later.begin > time.until else None


def _further_days(text: str, end: int, kind: DeadlineKind, frame: Frame) -> Iterator[Deadline]:
    """The other days of a lead that has several."""
    while (more := AND_DAY.match(text, end)) and (time := time_at(text, more.end(), frame)):
        if not time.bare:
            return
        start = more.end()
        end, begin = time.end, None if kind == "before" else time.begin
        yield Deadline(text[start:end], start, end, kind, time.until, begin, time.until)
