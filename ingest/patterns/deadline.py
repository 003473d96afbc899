"""When a task is due: a grammar of the deadlines in Vietnamese directives.

A deadline is a *lead* ("trước", "chậm nhất", "trong", "từ ... đến") and a *time* ("ngày 25/6",
"Quý II/2021", "cuối tháng 8", "05 ngày làm việc kể từ ..."). A time without a lead is none, except
where a table's column or a label ("Thời hạn:") says what it is. Dates without a year take the
notice's; what is past when the notice is given, what is reported on ("kết quả trong tháng 5"),
counted from nothing known or bound to an event ("trước khi trình") names no day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.patterns.calendar import A_DATE, DAY, add_working_days, full_date
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.taken import first_of_each
from ingest.patterns.times import STALE, Frame, Time, day_at, months_after, time_at
from kg.records import Deadline, DeadlineKind

_DONE = any_of("""
    hoàn thành; hoàn tất; hoàn thiện; xong; kết thúc; thực hiện xong; giải quyết dứt điểm
""")
_TERM = rf"""
    thời_hạn (?: _{any_of("hoàn thành; thực hiện; báo cáo; gửi; trình; xong")} )*
    | thời_gian_(?: hoàn_thành | thực_hiện ) | hạn_chót | hạn_cuối (?:_cùng)? | hạn (?:_hoàn_thành)?
"""
_LATEST = r"""
    chậm_nhất | muộn_nhất | không_ (?: để_ )? (?: quá | muộn_hơn | chậm_hơn )
"""
_NO_DAY_AFTER = rf"""
    {any_of("khi; mắt; đây; đó; mùa; hết; tiên; pháp")} | thời_điểm_ (?!\d)
"""
# A lead that another can begin inside of, "chậm nhất trước ngày", comes before it.
_LEADS: tuple[tuple[DeadlineKind, re.Pattern[str]], ...] = (
    ("by", verbose(rf"""
        (?<!\w) (?i: {_LATEST} | {_TERM} )
        (?i: \s*: | _(?: là | vào | đến (?:_hết)? | trong | trước | hết ) )*
    """)),
    ("before", verbose(rf"""
        (?<!\w) (?i:trước) (?!\w) (?! _(?: {_NO_DAY_AFTER} ) ) (?i: _(?: hết | thời_điểm ) )?
    """)),
    ("by", verbose(r"""
        (?<!\w) (?i: đến_hết | cho_đến_hết | trước_hết | hết )
        (?= _(?: ngày | tháng | [Qq]uý | tuần | \d | năm ) )
    """)),
    ("within", verbose(r"""
        (?<!\w) (?i: (?: ngay_ | nội_ )? trong (?: _(?: thời_gian | nội ) )? ) (?=\s)
    """)),
    ("by", verbose(rf"""
        (?<!\w) (?i:{_DONE}) \s* (?: : | \s(?: vào | trong | đến (?:_hết)? | ngay ) )?
    """)),
)  # fmt: skip

_HOUR = r"""
    (?: (?: lúc_ )? \d{1,2}\s?(?: h | giờ | g | : )\s? (?: \d{2} (?: \s*phút )? )? \s*,?\s* )?
    (?: (?: sáng | chiều | trưa | tối ) _ )?
"""
_WEEKDAY = r"""
    (?: (?: [Tt]hứ_(?: [Hh]ai | [Bb]a | [Tt]ư | [Nn]ăm | [Ss]áu | [Bb]ảy | [2-7] ) | [Cc]hủ_nhật )
        \s*,?\s* \(? )?
"""
_TO_DAY = verbose(rf"\s*:?\s* {_HOUR} {_WEEKDAY} (?P<ngay>ngày_)?")
"""Between a lead and its time: the hour, the day of the week, "ngày"."""

_RANGE = verbose(r"""
    (?<!\w) (?i:từ) _ (?: ngày_ | (?P<now> nay | giờ ) (?= _(?:cho_)?đến ) )?
""")
_RANGE_TO = verbose(r"\s* (?: (?: cho_ )? đến (?:_hết)? | - | – ) \s* (?: ngày_ )?")

_COUNT = verbose(r"""
    (?<!\w) (?P<lead> (?i:
        trong (?: _(?: thời_hạn | thời_gian | vòng | khoảng ) )? | chậm_nhất (?:_là)? | không_quá
        | sau | tối_đa | thời_hạn
    ) ) \s*:?_ (?P<count>\d{1,3}) \s* (?: \([^)]{1,20}\) \s* )?
    (?P<unit> ngày_làm_việc | ngày | tuần | tháng ) (?! _(?: đầu | cuối | \d ) ) (?!\w)
    (?P<anchor> \s*,?\s* (?: kể_từ | tính_từ | từ | sau ) _ (?P<from>[^.;,\n()]{3,90}) )?
""")
"""A count of days: "trong 05 ngày làm việc kể từ ngày ban hành Thông báo này"."""
_ISSUING = any_of("ban hành; ký; ra; có; phát hành; nhận được")
_FROM_NOTICE = verbose(rf"""
    (?: ngày_ )? {_ISSUING}? \s* (?: ban_hành_ )? (?: văn_bản_ )?
        (?: [Tt]hông_báo | kết_luận | văn_bản ) (?:_kết_luận)? \s* này
    | ngày_(?: ban_hành | ký ) \s* $
    | ngày_ban_hành_[Tt]hông_báo
    | ngày_[Tt]hông_báo_ (?: này_ )? (?: được_ )? (?: ban_hành | ký )
""")
_AFTER_EVENT = verbose(
    r"(?: sau | khi | mỗi | từng | kể_từ | hồ_sơ | thủ_tục ) (?!\w) [^.\n]* $", re.I
)
"""Before a count that begins anew with each case: "sau khi nhận hồ sơ, trong 05 ngày"."""

_EVERY = "(?: hằng | hàng | mỗi ) _ (?: ngày | tuần | tháng | quý | năm )"
_ANY_DAY = rf"(?: ngày_{DAY} | [Tt]hứ_\w+ )"
_RECURRING = verbose(
    rf"""
    (?<!\w) (?:
        (?: định_kỳ_ )? (?: vào_ )? (?: trước_ | chậm_nhất_ (?: là_ )? )?
            {_ANY_DAY} \s* (?: và_ngày_{DAY} \s* )? (?: của_ )? (?: tháng_cuối_ )? {_EVERY}
        | (?: định_kỳ_ )? {_EVERY} \s*[,(]?\s* (?: báo_cáo [^.;\n]{{0,40}} _ )?
            (?: trước | vào | chậm_nhất ) _ (?: là_ )? {_ANY_DAY} (?! \s*/ )
        | định_kỳ_{_EVERY}
    )
    """,
    re.I,
)
_OFTEN = verbose(
    "thường_xuyên | định_kỳ | (?: hằng | hàng ) _(?: ngày | tuần | tháng | quý | năm )", re.I
)
"""In a table's cell: no day, but time and again."""
_CELL_LEAD = verbose(r"\s* (?: (?: ngày | đến | trong ) _ )*")

_UP_TO_SIX = r"(?: _[^\s.;,]+ ){0,6}"
_UP_TO_FIVE = r"(?: _[^\s.;,]+ ){0,5}"
_UP_TO_FOUR = r"(?: _[^\s.;,]+ ){0,4}"
_UP_TO_TWO = r"(?: _[^\s.;,]+ ){0,2}"
_REPORTED = verbose(
    rf"""
    (?:
        (?: kết_quả | tình_hình ) {_UP_TO_SIX} | số_liệu {_UP_TO_FOUR} | đã {_UP_TO_FIVE}
        | có_hiệu_lực {_UP_TO_TWO}
        | được_(?: phê_duyệt | giao | cấp | ban_hành | ký | thông_qua )
        | phát_sinh | công_tác | nhiệm_vụ | sơ_kết | tổng_kết | tồn_tại | hạn_chế | tính | tính_đến
        | xảy_ra | kế_hoạch (?: _công_tác )? | danh_mục | chương_trình | dự_kiến | diễn_ra
        | tổ_chức_tại
    ) \s* $
    """,
    re.I,
)
"""Right before a time that is of what is reported or planned, not of what is ordered."""
_ORDERED = verbose(
    rf"""
    {_DONE} | trình | gửi | báo_cáo | nộp | ban_hành | phê_duyệt | tổ_chức | thực_hiện | triển_khai
    | xử_lý | giải_quyết | yêu_cầu | phải | tham_mưu
    """,
    re.I,
)
_IS_DONE = verbose(_DONE)
_DONE_BEFORE = verbose(rf"{_DONE} \s* $")
_TO_THE_END = verbose("hết | cuối")
_LONG_SINCE = verbose(r"\s* (?: trở_về_trước | có_hiệu_lực )")
"""After a time that bounds what is counted: "trước ngày 01/7/2014 trở về trước"."""

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
    if found := find_deadlines(text, frame):
        return found
    lead = _CELL_LEAD.match(text)
    start = lead.end() if lead else 0
    if time := time_at(text, start, frame):
        kind: DeadlineKind = "by" if time.bare else "within"
        quote = text[start : time.end]
        return [Deadline(quote, start, time.end, kind, time.until, time.begin, time.until)]
    if _OFTEN.search(text):
        quote = text.strip()
        start = text.index(quote)
        return [Deadline(quote, start, start + len(quote), "recurring")]
    return []


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
    return frame.issued if _FROM_NOTICE.search(anchor) else None


def _ranges(text: str, frame: Frame) -> Iterator[Deadline]:
    for match in _RANGE.finditer(text):
        first = _range_begins(text, match, frame)
        if first is None or not (to := _RANGE_TO.match(text, first.end)):
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
    for kind, lead in _LEADS:
        for match in lead.finditer(text):
            deadline = _after_lead(text, match, kind, frame)
            if deadline is not None:
                yield deadline


def _after_lead(
    text: str, lead: re.Match[str], kind: DeadlineKind, frame: Frame
) -> Deadline | None:
    words = lead[0].casefold()
    done = bool(_IS_DONE.match(words))
    gap = _TO_DAY.match(text, lead.end())
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
        if not time.bare and not _TO_THE_END.search(text, start, end):
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
    if "hết" in lead[0].casefold() and time.length > _HORIZON and not _DONE_BEFORE.search(before):
        return True  # "đến hết năm 2030": how far a plan reaches
    if _LONG_SINCE.match(text, time.end):
        return True
    if _ahead(due, frame):
        return False
    if not explicit and not time.bare:
        return True
    recent = frame.reference is None or frame.reference - due < STALE
    return not (recent and _ORDERED.search(before))


def _reported(text: str, position: int) -> bool:
    return bool(_REPORTED.search(text, max(0, position - 80), position))


def _ahead(day: date, frame: Frame) -> bool:
    return frame.reference is None or day >= frame.reference
