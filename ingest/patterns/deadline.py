"""When a task is due: a grammar of the deadlines in Vietnamese directives.

A deadline is a *lead* ("trước", "chậm nhất", "trong", "từ ... đến") and a *time* ("ngày 25/6",
"Quý II/2021", "cuối tháng 8", "05 ngày làm việc kể từ ..."). A time without a lead is none, except
where a table's column or a label ("Thời hạn:") says what it is. Dates without a year take the
notice's; what is past when the notice is given, what is reported on ("kết quả trong tháng 5"),
counted from nothing known or bound to an event ("trước khi trình") names no day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.patterns.calendar import (
    DATE,
    DAY,
    MONTH,
    YEAR,
    add_working_days,
    day,
    full_date,
    month_span,
    quarter_span,
    week_of,
)
from kg.records import Deadline, DeadlineKind


@dataclass(frozen=True, slots=True)
class Frame:
    """What the phrases of one notice are relative to."""

    issued: date | None = None
    """The day the notice was issued; relative periods count from it."""
    reference: date | None = None
    """The best known day of the notice: of issue, else of the meeting."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A stretch of the calendar that a phrase names, and where the phrase ends."""

    begin: date
    until: date
    end: int
    bare: bool = False
    """Whether it is one day, not a period."""


_OF_YEAR = (
    rf"(?:\s*(?:/|-|năm|,\s*năm)\s*(?P<year>{YEAR})(?!\d)|\s+(?P<this_year>năm\s+nay|năm\s+này))?"
)
_PART = r"(?:(?P<part>đầu|giữa|cuối|nửa\s+đầu|nửa\s+cuối|những\s+ngày\s+đầu)\s+)?"
_QUARTER = r"[Qq]uý\s+(?P<quarter>IV|I{1,3}|[1-4])"
_HALF = r"(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm"

_DATE = re.compile(DATE)
_SHORT_DATE = re.compile(
    rf"(?:(?P<d1>{DAY})\s?/\s?(?P<m1>{MONTH})(?![\d/]|\s?%)"
    rf"|(?P<d2>{DAY})\s+tháng\s+(?P<m2>{MONTH})(?![\d/]))"
)
_DAY_ONLY = re.compile(
    rf"(?P<day>{DAY})(?![\d/.,%]|\s+(?:ngày|tháng|năm|%))(?P<this>\s+tháng\s+này)?"
)
_PERIODS = (
    re.compile(rf"{_PART}tháng\s+(?P<month>{MONTH})(?!\d|/\d{{1,2}}/|\s*-\s*\d){_OF_YEAR}"),
    re.compile(rf"{_PART}{_QUARTER}(?!\w){_OF_YEAR}"),
    re.compile(rf"{_HALF}(?:\s*(?P<year>{YEAR}))?"),
    re.compile(rf"{_PART}năm\s+(?P<only_year>{YEAR}|nay)(?!\d|\s*[-–]\s*\d)"),
    re.compile(rf"{_PART}tháng\s+(?P<near_month>này|tới|sau)"),
    re.compile(rf"{_PART}tuần\s+(?P<near_week>này|tới|sau)"),
    re.compile(rf"{_PART}[Qq]uý\s+(?P<near_quarter>này|tới|sau)"),
    re.compile(
        rf"tuần\s+(?:thứ\s+)?(?P<week>[1-5]|nhất|hai|ba|tư|cuối)\s+(?:của\s+)?tháng\s+(?P<month>{MONTH}){_OF_YEAR}"
    ),
)

_HOUR = r"(?:(?:lúc\s+)?\d{1,2}\s?(?:h|giờ|g|:)\s?(?:\d{2}(?:\s*phút)?)?\s*,?\s*)?(?:(?:sáng|chiều|trưa|tối)\s+)?"
_WEEKDAY = r"(?:(?:(?:[Tt]hứ\s+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7]))|[Cc]hủ\s+nhật)\s*,?\s*\(?)?"
_TO_DAY = rf"\s*:?\s*{_HOUR}{_WEEKDAY}(?P<ngay>ngày\s+)?"

_DONE = r"(?:hoàn\s+thành|hoàn\s+tất|hoàn\s+thiện|xong|kết\s+thúc|thực\s+hiện\s+xong|giải\s+quyết\s+dứt\s+điểm)"
_LEADS: tuple[tuple[DeadlineKind, re.Pattern[str]], ...] = (
    ("by", re.compile(r"(?<!\w)(?i:chậm\s+nhất|muộn\s+nhất|không\s+(?:để\s+)?(?:quá|muộn\s+hơn|chậm\s+hơn)|hạn\s+(?:chót|cuối(?:\s+cùng)?)|thời\s+hạn(?:\s+(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo|gửi|trình|xong))*|thời\s+gian\s+(?:hoàn\s+thành|thực\s+hiện)|hạn(?:\s+hoàn\s+thành)?)(?:\s*:|\s+(?:là|vào|đến(?:\s+hết)?|trong|trước|hết))*")),
    ("before", re.compile(r"(?<!\w)(?i:trước)(?!\w)(?!\s+(?:khi|mắt|đây|đó|mùa|hết|tiên|pháp|thời\s+điểm\s+(?!\d)))(?:\s+(?:hết|thời\s+điểm))?")),
    ("by", re.compile(r"(?<!\w)(?i:đến\s+hết|cho\s+đến\s+hết|trước\s+hết|hết)(?=\s+(?:ngày|tháng|[Qq]uý|tuần|\d|năm))")),
    ("within", re.compile(r"(?<!\w)(?i:(?:ngay\s+|nội\s+)?trong)(?:\s+(?:thời\s+gian|nội))?(?=\s)")),
    ("by", re.compile(rf"(?<!\w)(?i:{_DONE})\s*(?::|\s(?:vào|trong|đến(?:\s+hết)?|ngay))?")),
)  # fmt: skip

_RANGE = re.compile(r"(?<!\w)(?i:từ)\s+(?:ngày\s+|(?P<now>nay|giờ)(?=\s+(?:cho\s+)?đến))?")
_RANGE_TO = re.compile(r"\s*(?:(?:cho\s+)?đến(?:\s+hết)?|-|–)\s*(?:ngày\s+)?")

_COUNT = re.compile(
    r"(?<!\w)(?P<lead>(?i:trong(?:\s+(?:thời\s+hạn|thời\s+gian|vòng|khoảng))?|chậm\s+nhất(?:\s+là)?|không\s+quá"
    r"|sau|tối\s+đa|thời\s+hạn))\s*:?\s+(?P<count>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?"
    r"(?P<unit>ngày\s+làm\s+việc|ngày|tuần|tháng)(?!\s+(?:đầu|cuối|\d))(?!\w)"
    r"(?P<anchor>\s*,?\s*(?:kể\s+từ|tính\s+từ|từ|sau)\s+(?P<from>[^.;,\n()]{3,90}))?"
)
_FROM_NOTICE = re.compile(
    r"(?:ngày\s+)?(?:ban\s+hành|ký|ra|có|phát\s+hành|nhận\s+được)?\s*(?:ban\s+hành\s+)?(?:văn\s+bản\s+)?"
    r"(?:[Tt]hông\s+báo|kết\s+luận|văn\s+bản)(?:\s+kết\s+luận)?\s*(?:này)|ngày\s+(?:ban\s+hành|ký)\s*$"
    r"|ngày\s+ban\s+hành\s+[Tt]hông\s+báo|ngày\s+[Tt]hông\s+báo\s+(?:này\s+)?(?:được\s+)?(?:ban\s+hành|ký)"
)

_AFTER_EVENT = re.compile(r"(?:sau|khi|mỗi|từng|kể\s+từ|hồ\s+sơ|thủ\s+tục)(?!\w)[^.\n]*$", re.I)
_EVERY = r"(?:hằng|hàng|mỗi)\s+(?P<every>ngày|tuần|tháng|quý|năm)"
_RECURRING = re.compile(
    rf"(?<!\w)(?i:(?:định\s+kỳ\s+)?(?:vào\s+)?(?:trước\s+|chậm\s+nhất\s+(?:là\s+)?)?(?:ngày\s+{DAY}|[Tt]hứ\s+\w+)\s*(?:và\s+ngày\s+{DAY}\s*)?(?:của\s+)?(?:tháng\s+cuối\s+)?{_EVERY}"
    rf"|(?:định\s+kỳ\s+)?{_EVERY.replace('every', 'every2')}\s*[,(]?\s*(?:báo\s+cáo[^.;\n]{{0,40}}\s+)?(?:trước|vào|chậm\s+nhất)\s+(?:là\s+)?(?:ngày\s+{DAY}|[Tt]hứ\s+\w+)(?!\s*/)"
    rf"|định\s+kỳ\s+{_EVERY.replace('every', 'every3')})"
)

# Words right before a time that make it the time of what is reported or done, not a deadline.
_REPORTED = re.compile(
    r"(?:kết\s+quả(?:\s+[^\s.;,]+){0,6}|tình\s+hình(?:\s+[^\s.;,]+){0,6}|số\s+liệu(?:\s+[^\s.;,]+){0,4}"
    r"|phát\s+sinh|công\s+tác|nhiệm\s+vụ|sơ\s+kết|tổng\s+kết|tồn\s+tại|hạn\s+chế"
    r"|được\s+(?:phê\s+duyệt|giao|cấp|ban\s+hành|ký|thông\s+qua)|đã(?:\s+[^\s.;,]+){0,5}|tính|tính\s+đến|xảy\s+ra"
    r"|kế\s+hoạch(?:\s+công\s+tác)?|danh\s+mục|chương\s+trình|dự\s+kiến|diễn\s+ra|tổ\s+chức\s+tại|có\s+hiệu\s+lực(?:\s+[^\s.;,]+){0,2})\s*$",
    re.I,
)
_ORDERED = re.compile(
    rf"(?:{_DONE}|trình|gửi|báo\s+cáo|nộp|ban\s+hành|phê\s+duyệt|tổ\s+chức|thực\s+hiện|triển\s+khai|xử\s+lý|giải\s+quyết|yêu\s+cầu|phải|tham\s+mưu)",
    re.I,
)
_ABOUT = re.compile(r"(?:kết\s+quả|tình\s+hình|số\s+liệu|công\s+tác|nhiệm\s+vụ)\s*$", re.I)

_STALE = timedelta(days=200)
"""A date without a year that lies further back than this is next year's: "trước 15/01" in December.
A deadline with its year may lie back as far, where work already late is ordered again."""


def find_deadlines(text: str, frame: Frame) -> list[Deadline]:
    """Return every deadline in a text, in order, none overlapping another.

    Args:
        text: a sentence or a longer text; offsets are into it.
        frame: the days of the notice.
    """
    found: list[Deadline] = []
    for deadline in (
        *_recurring(text),
        *_counted(text, frame),
        *_ranges(text, frame),
        *_led(text, frame),
    ):
        if all(deadline.end <= d.start or deadline.start >= d.end for d in found):
            found.append(deadline)
    return sorted(found, key=lambda d: d.start)


def read_deadline_cell(text: str, frame: Frame) -> list[Deadline]:
    """Return the deadlines of a table cell under "Thời hạn", where a bare time is one."""
    found = find_deadlines(text, frame)
    if found:
        return found
    match = re.match(r"\s*(?:(?:ngày|đến|trong)\s+)*", text)
    position = match.end() if match else 0
    time = _time_at(text, position, frame, short=True)
    if time is None:
        if re.search(
            r"(?i)thường\s+xuyên|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định\s+kỳ", text
        ):
            start, end = _trimmed(text, 0, len(text))
            return [Deadline(text[start:end], start, end, "recurring")]
        return []
    start = position
    kind: DeadlineKind = "by" if time.bare else "within"
    return [
        Deadline(text[start : time.end], start, time.end, kind, time.until, time.begin, time.until)
    ]


def _recurring(text: str) -> Iterator[Deadline]:
    for match in _RECURRING.finditer(text):
        yield Deadline(match[0], match.start(), match.end(), "recurring")


def _counted(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in _COUNT.finditer(text):
        if match["lead"].casefold() == "sau" and not match["anchor"]:
            continue
        start_day = _counting_from(match["from"], frame)
        if match["from"] is None and _AFTER_EVENT.search(
            text, max(0, match.start() - 90), match.start()
        ):
            start_day = None
        due = None
        if start_day is not None:
            count, unit = int(match["count"]), re.sub(r"\s+", " ", match["unit"])
            if unit == "ngày làm việc":
                due = add_working_days(start_day, count)
            elif unit == "tháng":
                due = _months_after(start_day, count)
            else:
                due = start_day + timedelta(days=count * (7 if unit == "tuần" else 1))
        quote = match[0].rstrip()
        end = match.start() + len(quote)
        yield Deadline(quote, match.start(), end, "relative", due, start_day if due else None, due)


def _counting_from(anchor: str | None, frame: Frame) -> date | None:
    if anchor is None:
        return frame.issued
    if match := _DATE.search(anchor):
        return full_date(match)
    return frame.issued if _FROM_NOTICE.search(anchor) else None


def _months_after(start: date, count: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = month_span(year, month + 1)[1]
    return day(year, month + 1, start.day) or last


def _ranges(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in _RANGE.finditer(text):
        first: _Time | None
        if match["now"] and frame.reference:
            first = _Time(frame.reference, frame.reference, match.end(), bare=True)
        else:
            first = _time_at(text, match.end(), frame, short=True)
            first = first or _day_only(text, match.end(), frame)
        if first is None or not (to := _RANGE_TO.match(text, first.end)):
            continue
        second = _time_at(text, to.end(), frame, short=True)
        if second is None:
            continue
        if first.begin > second.until or not _ahead(second.until, frame):
            continue
        if first.until - first.begin > timedelta(days=300) or _reported(text, match.start()):
            continue
        quote = text[match.start() : second.end]
        yield Deadline(
            quote, match.start(), second.end, "within", second.until, first.begin, second.until
        )


def _led(text: str, frame: Frame) -> Iterator[Deadline]:
    for kind, lead in _LEADS:
        for match in lead.finditer(text):
            deadline = _after_lead(text, match, kind, frame)
            if deadline is not None:
                yield deadline


def _after_lead(
    text: str, lead: re.Match[str], kind: DeadlineKind, frame: Frame
) -> Deadline | None:
    words = lead[0].casefold()
    done = bool(re.match(_DONE, words))
    gap = re.compile(_TO_DAY).match(text, lead.end())
    position = gap.end() if gap else lead.end()
    time = _time_at(text, position, frame, short=True)
    if time is None and gap and gap["ngay"] and kind != "within":
        time = _day_only(text, position, frame)
    if time is None or (time.bare and kind == "within" and not (gap and gap["ngay"])):
        return None
    if done and not gap:
        return None
    whole_year = time.until - time.begin > timedelta(days=200)
    if kind == "before" or "trước" in words.split():
        due = time.until if time.bare else time.begin - timedelta(days=1)
        if not time.bare and re.search(r"hết|cuối", text[lead.start() : time.end]):
            due = time.until
        kind = "before"
    else:
        due = time.until
        if not time.bare:
            kind = "within" if kind == "within" or "trong" in words else "by"
    if _is_no_deadline(text, lead, time, due, whole_year, frame, explicit=kind == "before" or done):
        return None
    start, end = lead.start(), time.end
    return Deadline(
        text[start:end],
        start,
        end,
        kind,
        due,
        None if kind == "before" else time.begin,
        due if kind == "before" else time.until,
    )


def _is_no_deadline(
    text: str,
    lead: re.Match[str],
    time: _Time,
    due: date,
    whole_year: bool,
    frame: Frame,
    *,
    explicit: bool,
) -> bool:
    """Whether a lead and a time are a reporting period, a horizon or something long past."""
    before = text[max(0, lead.start() - 60) : lead.start()]
    words = lead[0].casefold()
    if not explicit and _reported(text, lead.start()):
        return True
    if "hết" in words and whole_year and not re.search(rf"{_DONE}\s*$", before):
        return True  # "đến hết năm 2030": how far a plan reaches
    if re.match(r"\s*(?:trở\s+về\s+trước|có\s+hiệu\s+lực)", text[time.end :]):
        return True
    if _ahead(due, frame):
        return False
    if not explicit and not time.bare:
        return True
    recent = frame.reference is None or frame.reference - due < _STALE
    return not (recent and _ORDERED.search(before))


def _reported(text: str, position: int) -> bool:
    return bool(_REPORTED.search(text[max(0, position - 80) : position]))


def _ahead(day_: date, frame: Frame) -> bool:
    return frame.reference is None or day_ >= frame.reference


def _time_at(text: str, position: int, frame: Frame, *, short: bool) -> _Time | None:
    """The time named at a position, or None."""
    if match := _DATE.match(text, position):
        found = full_date(match)
        return _Time(found, found, match.end(), bare=True) if found else None
    if short and (match := _SHORT_DATE.match(text, position)):
        month, number = int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        if frame.reference and (found := _in_year(frame.reference, month, number)):
            return _Time(found, found, match.end(), bare=True)
        return None
    for pattern in _PERIODS:
        if match := pattern.match(text, position):
            span = _period(match, frame)
            return _Time(*_part(match, *span), match.end()) if span else None
    return None


def _day_only(text: str, position: int, frame: Frame) -> _Time | None:
    match = _DAY_ONLY.match(text, position)
    reference = frame.reference
    if not match or reference is None:
        return None
    number = int(match["day"])
    found = day(reference.year, reference.month, number)
    if found is None or (found < reference and not match["this"]):
        following = month_span(reference.year, reference.month)[1] + timedelta(days=1)
        found = day(following.year, following.month, number)
    return _Time(found, found, match.end(), bare=True) if found else None


def _in_year(reference: date, month: int, number: int) -> date | None:
    found = day(reference.year, month, number)
    if found and reference - found > _STALE:
        found = day(reference.year + 1, month, number)
    return found


def _period(match: re.Match[str], frame: Frame) -> tuple[date, date] | None:
    groups = match.groupdict()
    reference = frame.reference
    if (
        not groups.get("year")
        and not groups.get("only_year", "").strip("nay")
        and reference is None
    ):
        return None
    year = int(groups["year"]) if groups.get("year") else reference.year if reference else 0
    if groups.get("only_year"):
        year = int(groups["only_year"]) if groups["only_year"] != "nay" else year
        return date(year, 1, 1), date(year, 12, 31)
    if groups.get("week"):
        return _week_of_month(groups["week"], year, int(groups["month"]))
    if groups.get("month"):
        month = int(groups["month"])
        first, last = month_span(year, month)
        if not groups.get("year") and reference and reference - last > _STALE:
            return month_span(year + 1, month)
        return first, last
    if groups.get("quarter"):
        quarters = {"I": 1, "II": 2, "III": 3, "IV": 4}
        return quarter_span(year, quarters.get(groups["quarter"]) or int(groups["quarter"]))
    if groups.get("half"):
        return month_span(year, 1, 6) if groups["half"] == "đầu" else month_span(year, 7, 12)
    return _near(groups, reference) if reference else None


def _near(groups: dict[str, str | None], reference: date) -> tuple[date, date]:
    """This or the next week, month or quarter."""
    if word := groups.get("near_week"):
        return week_of(reference + timedelta(days=0 if word == "này" else 7))
    if word := groups.get("near_month"):
        first, last = month_span(reference.year, reference.month)
        return (first, last) if word == "này" else _month_of(last + timedelta(days=1))
    first, last = quarter_span(reference.year, (reference.month + 2) // 3)
    if groups["near_quarter"] == "này":
        return first, last
    following = last + timedelta(days=1)
    return quarter_span(following.year, (following.month + 2) // 3)


def _month_of(any_day: date) -> tuple[date, date]:
    return month_span(any_day.year, any_day.month)


def _week_of_month(word: str, year: int, month: int) -> tuple[date, date]:
    """The n-th week, Monday to Sunday, counting the week of the month's first day as its first."""
    first, last = month_span(year, month)
    if word == "cuối":
        return week_of(last)[0], last
    number = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}.get(word) or int(word)
    monday, sunday = week_of(first + timedelta(days=7 * (number - 1)))
    return max(monday, first), min(sunday, last)


def _part(match: re.Match[str], first: date, last: date) -> tuple[date, date]:
    """The beginning, middle or end of a period: thirds, or halves where it says so."""
    part = match.groupdict().get("part")
    if not part:
        return first, last
    part = re.sub(r"\s+", " ", part)
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    quote = text[start:end]
    return start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())
