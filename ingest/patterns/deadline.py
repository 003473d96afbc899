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

from ingest.patterns.count import find_counted
from ingest.patterns.deadline_grammar import (
    AND_DAY,
    AND_PERIOD,
    BEFORE_OCCASION,
    BY_VERB,
    CAME_TO,
    CELL_COUNT,
    CELL_LEAD,
    CLAUSE_TIME,
    DONE_BEFORE,
    FOR_OTHERS,
    FOR_OTHERS_TOO,
    INTO,
    IS_DONE,
    LEADS,
    LISTED,
    LONG_SINCE,
    MILESTONE,
    MUST,
    NEXT,
    NOT_PAST,
    OCCASION,
    OF_AN_EVENT,
    OFTEN,
    ORDERED,
    PAST_THE_DAY,
    RANGE,
    RANGE_TO,
    REPORT_BEFORE,
    REPORTED,
    STRIVES,
    TARGET,
    THEN_DONE,
    TO_DAY,
    TO_REPORT,
    TO_THE_END,
)
from ingest.patterns.recurrence import find_recurring
from ingest.patterns.taken import first_of_each
from ingest.patterns.times import STALE, Frame, Time, day_at, own_period_at, time_at
from kg.records import Deadline, DeadlineKind

_HORIZON = timedelta(days=200)
"""A period longer than this after "đến hết" is how far a plan reaches, not a deadline."""
_LONGEST_FIRST = timedelta(days=300)
"""A range does not begin with a whole year: "từ năm 2021 đến năm 2025" is a plan's."""
_YEAR = re.compile(r"\d{4}")


def find_deadlines(text: str, frame: Frame) -> list[Deadline]:
    """Return every deadline in a text, in order, none overlapping another.

    Args:
        text: a sentence or a longer text; offsets are into it.
        frame: the days of the notice.
    """
    candidates = (
        *find_recurring(text),
        *find_counted(text, frame),
        *_ranges(text, frame),
        *_led(text, frame),
        *_targets(text, frame),
        *_by_verb(text, frame),
        *_opening(text, frame),
        *_milestones(text, frame),
        *(Deadline(m[0], *m.span(), "before") for m in BEFORE_OCCASION.finditer(text)),
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
    if times := _bare_times(text, start, frame):
        return [
            Deadline(
                text[begin : time.end], begin, time.end, "by" if time.bare else "within",
                time.until, time.begin, time.until,
            )
            for begin, time in times
        ]  # fmt: skip
    if CELL_COUNT.match(text, start):  # "5 ngày làm việc kể từ ngày ban hành Thông báo"
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


def _bare_times(text: str, start: int, frame: Frame) -> list[tuple[int, Time]]:
    """The times that a cell lists, each with its begin: "20/4; 20/6"."""
    times: list[tuple[int, Time]] = []
    while time := time_at(text, start, frame):
        times.append((start, time))
        further = AND_DAY.match(text, time.end)
        if further is None or not time.bare:
            break
        start = further.end()
    return times


def _small_first(text: str) -> str:
    """The same with its first letter in lower case, unless it is an abbreviation's: "T4/2025"."""
    at = len(text) - len(text.lstrip())
    if not text[at + 1 : at + 2].islower():
        return text
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]


def _ranges(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in RANGE.finditer(text):
        span = _range(text, match, frame)
        if span is None or not _ahead(span.until, frame) or _reported(text, match.start()):
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


def _led(text: str, frame: Frame) -> Iterator[Deadline]:
    for kind, lead in LEADS:
        for match in lead.finditer(text):
            yield from _after_lead(text, match, kind, frame)
    for match in INTO.finditer(text):
        if (time := time_at(text, match.end() + 1, frame)) and _ahead(time.until, frame):
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
    if time is None and words.endswith("trong") and (done or "ngay" in words or _asked(text, lead)):
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
    explicit = kind == "before" or done
    if _is_no_deadline(text, lead, time, due, frame, explicit=explicit):
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


def _targets(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines like "Đến ngày 30/6/2025 phải ..." and "phấn đấu đến cuối năm ..."."""
    for match in TARGET.finditer(text):
        strives = STRIVES.search(text, max(0, match.start() - 20), match.start())
        gap = TO_DAY.match(text, match.end())
        if not strives or gap is None or not (time := time_at(text, gap.end(), frame)):
            continue
        whole = not time.bare and not TO_THE_END.search(text, gap.end(), time.end)
        must = strives[0].strip(" .;,:(+•-\n") or MUST.match(text, time.end)
        if time.length > _HORIZON or (whole and not must) or not _ahead(time.until, frame):
            continue
        start, end = match.start(), time.end
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
        if time and _ahead(time.until, frame) and THEN_DONE.match(text, time.end):
            end, due = time.end, time.until
            yield Deadline(text[start:end], start, end, "within", due, time.begin, due)


def _by_verb(text: str, frame: Frame) -> Iterator[Deadline]:
    """Deadlines like "trình Sở Tài chính ngày 28/3/2025"."""
    for match in BY_VERB.finditer(text):
        gap = TO_DAY.match(text, match.end())
        if gap is None or OF_AN_EVENT.search(match["words"]):
            continue
        time = time_at(text, gap.end(), frame)
        if time is None or not _ahead(time.until, frame) or time.length > _HORIZON:
            continue
        start, end = match.start("lead"), time.end
        yield Deadline(text[start:end], start, end, "by", time.until, time.begin, time.until)


def _asked(text: str, lead: re.Match[str]) -> bool:
    """Whether something is to be done or reported right before a lead."""
    span = (max(0, lead.start() - 30), lead.start())
    return bool(DONE_BEFORE.search(text, *span) or REPORT_BEFORE.search(text, *span))


def _is_no_deadline(
    text: str, lead: re.Match[str], time: Time, due: date, frame: Frame, *, explicit: bool
) -> bool:
    """Whether a lead and a time are a reporting period, a horizon or something long past."""
    before = text[max(0, lead.start() - 60) : lead.start()]
    if (
        not explicit
        and _reported(text, lead.start())
        and not _to_report(text, lead.start(), time, frame)
    ):
        return True
    if "hết" in lead[0].casefold() and time.length > _HORIZON and not DONE_BEFORE.search(before):
        own = frame.reference and frame.reference.year == time.until.year
        strives = STRIVES.search(before) or MUST.match(text, time.end)
        return not (own and strives)  # "đến hết năm 2030": how far a plan reaches
    if LONG_SINCE.match(text, time.end):
        return True
    begun = frame.reference is not None and time.begin <= frame.reference
    if begun and not time.bare and not explicit and CAME_TO.match(text, time.end):
        return True
    if _ahead(due, frame):
        return False
    if not explicit and not time.bare:
        return True
    recent = frame.reference is None or frame.reference - due < STALE
    return not (recent and ORDERED.search(before))


def _reported(text: str, position: int) -> bool:
    return bool(REPORTED.search(text, max(0, position - 80), position))


def _to_report(text: str, position: int, time: Time, frame: Frame) -> bool:
    """Whether results are to be reported within a time, and not those of that time.

    So it is where the time is yet to come, or is not over and follows whom the report goes to.
    """
    asked = TO_REPORT.search(text, max(0, position - 100), position)
    if asked is None or frame.reference is None or time.until < frame.reference:
        return False
    near = NEXT.search(text, position, time.end) and not asked["work"]
    return bool(time.begin > frame.reference or near or asked["to"])


def _ahead(day: date, frame: Frame) -> bool:
    return frame.reference is None or day >= frame.reference
