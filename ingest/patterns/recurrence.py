"""Deadlines that come again: "trước ngày 20 hằng tháng", "định kỳ 6 tháng", "thứ Sáu hằng tuần"."""

import re
from collections.abc import Iterator

from ingest.patterns.calendar import DAY, MONTH
from ingest.patterns.grammar import any_of, verbose
from kg.records import Deadline

_SPAN = "(?: ngày | tuần | tháng | quý | năm | kỳ )"
_EVERY = rf"(?: (?: hằng | hàng | mỗi ) _ {_SPAN} )"
_AND_EVERY = rf"""(?:
    \s* (?: , | và ) \s* (?: {_EVERY} | 0?[369]_tháng | quý | năm (?!_\d) ) (?!\w)
){{0,4}}"""
_OFTEN_A_SPAN = r"(?: (?: mỗi_ )? (?: 1 | một )_lần | \d{1,2}_lần )"
_HOUR = r"""(?:
    (?: \d{1,2}\s?(?: h | giờ | g )\s? (?: \d{2} (?: \s*phút )? )? | cuối_giờ (?:_làm_việc)? )
    \s*,?\s* )? (?: (?: sáng | chiều ) _ (?: , _ )? )?"""
_WEEKDAY = r"(?: thứ_(?: hai | ba | tư | năm | sáu | bảy | [2-7] ) | chủ_nhật )"
_A_DAY = rf"""(?:
    {_HOUR} (?: ngày_{DAY} (?: (?: / | _tháng_ ) {MONTH} )? (?:
        \s* (?: và | , | / | - ) \s* (?: ngày_ )? {DAY}
        (?: / {MONTH} )? ){{0,4}} (?!\d) | ngày_(?: làm_việc_ )? cuối (?:_cùng)? | {_WEEKDAY} )
)"""
_BY = r"(?: (?: vào | trước | chậm_nhất (?:_là | _vào | _trước )? | muộn_nhất | đến ) _ )"
_OF_EACH = rf"""(?:
    (?: của_ )? (?:
        tháng_(?: cuối | đầu | thứ_hai ) _ (?: của_ )? (?: mỗi_ | hằng_ | hàng_ )?
            (?: quý | kỳ | năm ) (?:_sau | _báo_cáo )*
      | (?: cuối_ | đầu_ )? {_EVERY}
      | tháng (?= _ (?: kế_tiếp | liền_kề ) | \s*[.,;)] | \s*$ )
      | cuối_(?: mỗi_ )? quý
    ) (?: _ (?: kế_tiếp | liền_kề ) )?
)"""
_REPORTS = any_of(
    "báo cáo; cập nhật; tổng hợp; gửi; rà soát; đôn đốc; công khai; thống kê; kiểm tra"
)
_CLAUSE = r"(?: (?<= [.;:,(] \s ) | (?<= - \s ) | ^ )"

RECURRING = verbose(
    rf"""
    (?<!\w) (?:
        (?: định_kỳ_ )? {_BY}? {_A_DAY} \s* {_OF_EACH} (?!\w)
      | (?: định_kỳ_ )? {_EVERY} {_AND_EVERY} \s*[,(:]?\s* (?: báo_cáo [^.;\n]{{0,40}}?\s )?
            {_BY} {_A_DAY}
      | (?: định_kỳ_ )? (?: mỗi_ )? (?: \d{{1,2}} \s )? {_SPAN} \s?
            (?: / \s? | _ ) (?: 1_? | một_? )? lần (?!\w)
      | {_EVERY} _ (?: ít_nhất_ | tối_thiểu_ )? \d{{1,2}}_lần (?!\w)
      | (?: ít_nhất | tối_thiểu ) _ \d{{1,2}}_lần \s?
            (?: / \s? | _mỗi_ | _trong_ | _ ) {_SPAN} (?!\w)
      | (?: {_BY} \d{{1,2}}\s?(?: h | giờ ) (?:\s?\d\d)?
            (?: \s (?: và | , ) \s \d{{1,2}}\s?(?: h | giờ ) (?:\s?\d\d)? )? \s {_EVERY}
          | {_EVERY} \s*,?\s* {_BY} \d{{1,2}}\s?(?: h | giờ ) (?:\s?\d\d)? ) (?!\w)
      | định_kỳ_ (?: \(\s* )? (?: {_EVERY} | \d{{1,2}}_{_SPAN} | (?: quý | tháng | tuần ) (?!_này) )
            {_AND_EVERY} (?: _{_OFTEN_A_SPAN} )?
    )
    """,
    re.I,
)
"""A day of each period, or a period after which an order comes again."""
AGAIN = verbose(r"""
    [Hh]ằng | [Hh]àng | [Mm]ỗi | [Đđ]ịnh_kỳ | [Ll]ần | tháng_[cđtkl] | của_tháng | ngày_\d{1,2}_cuối
""")
"""A word without which nothing comes again."""
EVERY_TIME = verbose(
    rf"{_CLAUSE} (?P<every> {_EVERY} {_AND_EVERY} ) (?: \s*,\s* | _ ) (?: chủ_động_ )? {_REPORTS}",
    re.I,
)
"""An order that opens with its period: "Hằng tháng báo cáo"."""
REPORTED_EVERY = verbose(
    rf"""
    (?<!\w) (?: báo_cáo | cập_nhật ) (?: _[^\s.;,]+ ){{0,10}}? _
    (?P<every>{_EVERY}) (?= \s*[.;,)] | \s*$ )
    """,
    re.I,
)
"""An order to report that ends in its period: "báo cáo tiến độ hằng tuần"."""


def find_recurring(text: str) -> Iterator[Deadline]:
    """Yield the deadlines of a text that come again, which have no single due day."""
    for line in _lines_with(AGAIN, text):
        for match in RECURRING.finditer(text, *line):
            yield Deadline(match[0], match.start(), match.end(), "recurring")
        for pattern in (EVERY_TIME, REPORTED_EVERY):
            for match in pattern.finditer(text, *line):
                yield Deadline(match["every"], *match.span("every"), "recurring")


def _lines_with(word: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text in which a word is found: most repeat nothing and are passed over."""
    end = 0
    while match := word.search(text, end):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        if end < 0:
            end = len(text)
        yield start, end
