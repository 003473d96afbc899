"""Deadlines counted in days: "trong 05 ngày làm việc kể từ ngày ban hành Thông báo này".

The count begins the day after the one it is counted from: the notice's own where nothing else is
said, else the date told. From an event ("kể từ khi nhận đủ hồ sơ") no day follows. What falls on a
weekend is not moved: the phrase names that day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.patterns.calendar import BARE_DATE, add_working_days
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.numerals import WORD, number
from ingest.patterns.periods import months_after
from ingest.patterns.times import Frame, time_at
from kg.records import Deadline

_NUMBER = rf"(?: \d{{1,3}} | {WORD} )"
_UNIT = r"(?: ngày_làm_việc | ngày | tuần (?:_lễ)? | tháng | giờ | (?<=\d)\s?h )"
_AMOUNT = rf"""
    (?: (?: \d{{1,2}} \s?[-–]\s? )? (?P<count>{_NUMBER}) \s*
            (?: \([^)]{{1,20}}\) \s* )? (?P<unit>{_UNIT})
        | (?P<half> nửa_tháng ) )
    (?! _(?: đầu | cuối | \d
            | (?: qua | trước (?!_ngày) | vừa | lần | sáng | chiều | thứ ) (?!\w) )
        | \s? [/,] \s? \d | (?<=[ờh]) \s*,?\s* ngày ) (?!\w)
"""
_ISSUING = any_of("ban hành; ký ban hành; ký; ra; có; phát hành; nhận được; nhận")

COUNT = verbose(
    rf"""
    (?<!\w) (?P<lead>
        trong (?: _(?: thời_hạn | thời_gian | vòng | khoảng | tối_đa | không_quá ) ){{0,2}}
        | (?: chậm_nhất | muộn_nhất ) (?: _(?: là | sau | trong (?: _(?: vòng | thời_hạn ) )? ) )*
        | không_quá | tối_đa | sau | thời_hạn (?:_là)?
        | (?: thời_hạn | thời_gian )
            (?: _(?: thực_hiện | hoàn_thành | giải_quyết | xử_lý | báo_cáo ) )? (?= : )
    ) \s*:?_ {_AMOUNT} (?: _ (?P<ahead> tới | nữa ) (?!\w) )?
    (?P<anchor> \s*,?\s*
        (?: (?: kể_từ | tính_từ | từ | sau (?=_khi) | (?P<before> trước ) ) _ | (?=khi_) )
        (?P<from> [^.;,\n()]{{3,90}} ) )?
    """,
    re.I,
)
"""A count and, with luck, what it is counted from."""
BEFORE_EVENT = verbose(
    rf"""
    (?<!\w) trước (?:
        _ngày_(?: họp | tổ_chức | khai_mạc | diễn_ra | làm_việc | trình ) (?: _[^\s.;,\d]+ ){{0,5}}
            _ (?: ít_nhất_ | tối_thiểu_ )? {_NUMBER}_(?: ngày_làm_việc | ngày )
      | _ (?: ít_nhất | tối_thiểu ) _ {_NUMBER}_(?: ngày_làm_việc | ngày )
            (?:_so_với_[^.;,\n]{{3,40}})?
      | _ {_NUMBER}_(?: ngày_làm_việc | ngày ) (?! _ (?: làm_việc_ )? (?: làm | nghỉ ) )
    ) (?!\w)
    """,
    re.I,
)
"""A count of days before something: "trước ngày họp 03 ngày"."""
FROM_NOTICE = verbose(
    rf"""
    (?: (?: ngày | khi | thời_điểm ) _ )? (?: {_ISSUING}_ )? (?: ban_hành_ )? (?: văn_bản_ )?
        (?: thông_báo | kết_luận | văn_bản ) (?:_kết_luận)? _này
        (?: _được_(?: ban_hành | ký | phát_hành ) )?
    | ngày_(?: ký_ban_hành | ban_hành | ký | có | ra )
        (?: _(?: thông_báo | kết_luận ) (?:_kết_luận)? )?
        (?= \s*$ | _(?: phải | các | để ) (?!\w) )
    | ngày_thông_báo_(?: được_ )? (?: ban_hành | ký )
    | (?: hôm_nay | ngày_hôm_nay | nay ) (?!\w)
    """,
    re.I,
)
AFTER_EVENT = verbose(
    r"(?: sau | khi | mỗi | từng | kể_từ | hồ_sơ | thủ_tục ) (?!\w) [^.\n]* $", re.I
)
"""Before a count that begins anew with each case: "sau khi nhận hồ sơ, trong 05 ngày"."""
ASKED = verbose(
    r"""
    (?: báo_cáo | trình | gửi | nộp | hoàn_thành | hoàn_thiện | xong | trả_lời | thực_hiện )
    [^.;,\n]{0,60} \s $
    """,
    re.I,
)
"""Before "sau 10 ngày": what is to be done by then."""
FROM_DATE = verbose(rf"(?: ngày_ )? (?= {BARE_DATE} | \d )")


def find_counted(text: str, frame: Frame) -> Iterator[Deadline]:
    """Yield the deadlines of a text that count days."""
    for match in BEFORE_EVENT.finditer(text):
        yield Deadline(match[0], match.start(), match.end(), "relative")
    for match in COUNT.finditer(text):
        if (deadline := _counted(text, match, frame)) is not None:
            yield deadline


def _counted(text: str, match: re.Match[str], frame: Frame) -> Deadline | None:
    end = match.end("anchor") if match["anchor"] else match.end()
    before_day = False
    begin: date | None = None
    if match["anchor"] is None:
        if match["lead"].casefold() == "sau" and not ASKED.search(
            text, max(0, match.start() - 90), match.start()
        ):
            return None
        if not AFTER_EVENT.search(text, max(0, match.start() - 90), match.start()):
            begin = frame.issued
    elif at := FROM_DATE.match(text, match.start("from")):
        time = time_at(text, at.end(), frame)
        if time is not None and time.bare:
            begin, end = time.begin, time.end
            before_day = match["before"] is not None
    elif match["before"] is None and (
        own := FROM_NOTICE.match(text, match.start("from"), match.end("from"))
    ):
        begin, end = frame.issued, own.end()
    quote = text[match.start() : end].rstrip()
    start, end = match.start(), match.start() + len(quote)
    if begin is None:
        return Deadline(quote, start, end, "relative")
    count, unit = (15, "ngày") if match["half"] else (number(match["count"]), match["unit"])
    due = _earlier(begin, count, unit) if before_day else _later(begin, count, unit.casefold())
    return Deadline(quote, start, end, "relative", due, None if before_day else begin, due)


def _later(start: date, count: int, unit: str) -> date:
    if unit == "ngày làm việc":
        return add_working_days(start, count)
    if unit == "tháng":
        return months_after(start, count)
    if unit.strip() in ("giờ", "h"):
        return start + timedelta(days=-(-count // 24))
    return start + timedelta(days=count * (7 if unit.startswith("tuần") else 1))


def _earlier(day: date, count: int, unit: str) -> date:
    if unit == "ngày làm việc":
        return add_working_days(day, -count)
    if unit == "tháng":
        return months_after(day, -count)
    return day - timedelta(days=count * (7 if unit.startswith("tuần") else 1))
