"""How directives name a stretch of the calendar: the patterns whose meaning is in ``times``.

A pattern begins at the time's first word, its lead ("trước", "trong") and "ngày" left out. Groups
of one name mean the same in all: ``part`` of a period, its ``year`` where said.
"""

from ingest.patterns.calendar import DAY, MONTH, YEAR
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.numerals import MONTH_WORD

_YEAR_AFTER = rf"""(?:
    \s* (?: / | - | \. | _năm | ,\s*năm ) \s* (?P<year>{YEAR}) (?!\d)
    | \s* \( (?P<bracketed>{YEAR}) \) | _năm_(?: nay | này )
)?"""
PARTS = ("nửa đầu", "nửa cuối", "những ngày đầu", "những ngày cuối", "đầu", "giữa", "cuối",
         "thượng tuần", "trung tuần", "hạ tuần")  # fmt: skip
_PART = rf"(?: (?P<part> (?i:{any_of(PARTS)}) ) _ (?: của_ )? )?"
_NEAR = "(?: này | tới | sau )"
_TO = r"\s* (?: [,;-] | – | và | đến (?:_hết)? | tới ) \s*"
_MONTH = rf"(?: [Tt]háng \s? | T\.? (?=\d) )(?P<month> {MONTH} | {MONTH_WORD} )"
_QUARTER = r"(?: I{1,3} | IV | 0?[1-4] | (?i: một | nhất | hai | ba | bốn | tư ) )"
_QUARTER_WORD = r"(?: [Qq]uý_? | Q\.?\s? (?= [IV1-4] ) )"
_ENDS = r"(?= \s* (?: [.,;:)] | $ ) | _(?: năm | để | theo | phải | tổ | trình | kiểm ) (?!\w) )"

SHORT_DATE = verbose(rf"""
    (?P<d1>{DAY}) \s?/\s? (?P<m1>{MONTH}) (?! [\d/] | \s?% | _% )
    | (?P<d2>{DAY}) _tháng_ (?P<m2> {MONTH} | {MONTH_WORD} ) (?! [\d/] | [\w] )
    | (?P<d3>{DAY}) (?P<dot> [.-] ) (?P<m3>{MONTH}) (?! \s?[/.-]?\d | \s?% )
        (?: (?<= ngày\ \d\d.\d ) | (?<= ngày\ \d\d.\d\d )
            | (?= \s* (?: [,;)\n] | \.? $ | \.[\s/] ) ) )
""")
"""A day and a month without a year: "25/6", "25 tháng Sáu", "ngày 25.6"."""

DAY_OF_MONTH = verbose(rf"""
    (?P<day>{DAY}) (?! [\d/.%] | ,\d | _(?: ngày | tháng (?! _{_NEAR} ) | năm (?!\w) | % ) )
    (?: _ (?: của_ )? tháng_(?P<near>{_NEAR}) )?
""")
"""A bare number after "ngày": "25", "05 tháng tới"."""

DAYS = verbose(rf"""
    (?P<first>{DAY}) (?: {_TO} (?: ngày_ )? {DAY} (?!\d) ){{0,6}} {_TO} (?: ngày_ )? (?P<last>{DAY})
    (?: \s?[/.]\s? | _tháng_ ) (?P<month>{MONTH}) (?! \d | [/.]\d{{1,2}}[/.] ) {_YEAR_AFTER}
""")
"""Several days of one month: "12 và 13/3", "12-15/3/2025"."""

LAST_DAY = verbose(rf"""
    (?: làm_việc_ )? cuối (?:_cùng)? _ (?: của_ )? {_MONTH} (?![\d\w]) {_YEAR_AFTER}
""")
"""After "ngày": "cuối cùng của tháng 3"."""

WEEKDAY = verbose(r"""
    (?: [Tt]hứ_ (?P<weekday> [Hh]ai | [Bb]a | [Tt]ư | [Nn]ăm | [Ss]áu | [Bb]ảy | [2-7] )
        | (?P<sunday> [Cc]hủ_nhật ) ) (?!\w)
    (?: _ (?: của_ | trong_ )? tuần_ (?P<week> này | tới | sau | kế_tiếp ) )?
""")
"""A day of this or the next week: "thứ Sáu", "thứ Ba tuần sau"."""
WEEKDAY_DATE = verbose(r"\s* (?: , \s* | (?P<open> \( ) )? (?: ngày_ )?")
"""Between the day of the week and its date: "thứ Sáu, ngày 14/3", "thứ Sáu (14/3)"."""

NEAR_DAY = verbose(r"""
    (?: (?P<today> (?: (?i: sáng | chiều | tối | trưa ) _ )? hôm_nay
            | (?i: sáng | chiều | tối | trưa ) _nay )
        | (?P<tomorrow> (?: (?i: sáng | chiều | tối | trưa ) _ )? (?: [Nn]gày_ )? mai ) ) (?!\w)
""")

PERIODS = (
    verbose(rf"""
        {_PART} (?: các_ | hai_ )? {_MONTH} (?: {_TO} (?: [Tt]háng_ )? {MONTH} (?!\d) ){{0,6}} {_TO}
        (?P<monthword> [Tt]háng_ )? (?P<lastmonth>{MONTH}) (?! \d | /\d{{1,2}}/ )
        (?: {_YEAR_AFTER} (?(monthword) | (?(year) | {_ENDS} ) ) )
    """),
    verbose(rf"""
        {_PART} {_MONTH} (?! \d | /\d{{1,2}}/ | \.\d{{1,2}}\. | \s*[-–]\s*\d{{1,2}}(?!\d) | \w )
        {_YEAR_AFTER}
    """),
    verbose(rf"""
        {_PART} (?: các_ )? {_QUARTER_WORD} (?P<quarter>{_QUARTER})
        (?: {_TO} (?: {_QUARTER_WORD} )? {_QUARTER} (?!\w) ){{0,6}} {_TO}
        (?: {_QUARTER_WORD} )?
        (?P<lastquarter> I{{1,3}} | IV | (?<= [uQ] [ýy.] \s ) [1-4] ) (?!\w)
        {_YEAR_AFTER}
    """),
    verbose(rf"{_PART} {_QUARTER_WORD} (?P<quarter>{_QUARTER}) (?!\w) {_YEAR_AFTER}"),
    verbose(rf"""
        (?P<months> 0?[369] | ba | sáu | chín ) _tháng_ (?P<half> đầu | cuối ) _ (?: của_ )? năm
        (?: \s* (?P<year>{YEAR}) | _nay | _này )? (?!\w)
    """),
    verbose(rf"{_PART} năm_ (?P<whole> {YEAR} | nay | này ) (?! \d | \s*[-–]\s*\d | \w )"),
    verbose(rf"{_PART} [Tt]háng_ (?P<nearmonth>{_NEAR}) (?!\w)"),
    verbose(rf"{_PART} [Tt]uần_ (?P<nearweek> {_NEAR} | kế_tiếp ) (?!\w)"),
    verbose(rf"{_PART} [Qq]uý_ (?P<nearquarter>{_NEAR}) (?!\w)"),
    verbose(rf"""
        tuần_ (?: thứ_ )?
        (?P<week> [1-5] | nhất | hai | ba | tư | đầu (?:_tiên)? | cuối (?:_cùng)? )
        _ (?: của_ )? {_MONTH} (?!\w) {_YEAR_AFTER}
    """),
    verbose(rf"""
        (?P<days> \d{{1,2}} ) _ngày_(?P<edge> đầu (?:_tiên)? | cuối (?:_cùng)? )
        _ (?: của_ )? {_MONTH}
        (?!\w) {_YEAR_AFTER}
    """),
    verbose(r"(?P<part> đầu | giữa | cuối ) _ (?P<own> tuần | tháng | quý | năm ) (?! _\d | \w )"),
)
"""In order: several months, a month, several quarters, a quarter, the first six months, a year;
this or the next month, week, quarter; a week and
some days of a month; the end of the month that it is."""

OWN_PERIOD = verbose(r"(?P<own> tuần | tháng | quý | năm ) (?= \s*[.,;)] | \s*$ )")
"""The period that it is, with no other word: "hoàn thành trong tuần"."""
