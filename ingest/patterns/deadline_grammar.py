"""The wording around a deadline's time: leads, ranges, counts, repetition, and what is none."""

import re

from ingest.patterns.calendar import DAY
from ingest.patterns.grammar import any_of, verbose
from kg.records import DeadlineKind

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
LEADS: tuple[tuple[DeadlineKind, re.Pattern[str]], ...] = (
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
        (?<!\w) (?i:{_DONE}) (?: \s*: | _(?: vào | trong | đến (?:_hết)? | ngay ) )?
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
TO_DAY = verbose(rf"\s*:?\s* {_HOUR} {_WEEKDAY} (?P<ngay>ngày_)?")
"""Between a lead and its time: the hour, the day of the week, "ngày"."""

RANGE = verbose(r"""
    (?<!\w) (?i:từ) _ (?: ngày_ | (?P<now> nay | giờ ) (?= _(?:cho_)?đến ) )?
""")
RANGE_TO = verbose(r"\s* (?: (?: cho_ )? đến (?:_hết)? | - | – ) \s* (?: ngày_ )?")

COUNT = verbose(r"""
    (?<!\w) (?P<lead> (?i:
        trong (?: _(?: thời_hạn | thời_gian | vòng | khoảng ) )? | chậm_nhất (?:_là)? | không_quá
        | sau | tối_đa | thời_hạn
    ) ) \s*:?_ (?P<count>\d{1,3}) \s* (?: \([^)]{1,20}\) \s* )?
    (?P<unit> ngày_làm_việc | ngày | tuần | tháng ) (?! _(?: đầu | cuối | \d ) ) (?!\w)
    (?P<anchor> \s*,?\s* (?: kể_từ | tính_từ | từ | sau ) _ (?P<from>[^.;,\n()]{3,90}) )?
""")
"""A count of days: "trong 05 ngày làm việc kể từ ngày ban hành Thông báo này"."""
_ISSUING = any_of("ban hành; ký; ra; có; phát hành; nhận được")
FROM_NOTICE = verbose(rf"""
    (?: ngày_ )? {_ISSUING}? \s* (?: ban_hành_ )? (?: văn_bản_ )?
        (?: [Tt]hông_báo | kết_luận | văn_bản ) (?:_kết_luận)? \s* này
    | ngày_(?: ban_hành | ký ) \s* $
    | ngày_ban_hành_[Tt]hông_báo
    | ngày_[Tt]hông_báo_ (?: này_ )? (?: được_ )? (?: ban_hành | ký )
""")
AFTER_EVENT = verbose(
    r"(?: sau | khi | mỗi | từng | kể_từ | hồ_sơ | thủ_tục ) (?!\w) [^.\n]* $", re.I
)
"""Before a count that begins anew with each case: "sau khi nhận hồ sơ, trong 05 ngày"."""

_EVERY = "(?: hằng | hàng | mỗi ) _ (?: ngày | tuần | tháng | quý | năm )"
_ANY_DAY = rf"(?: ngày_{DAY} | [Tt]hứ_\w+ )"
RECURRING = verbose(
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
OFTEN = verbose(
    "thường_xuyên | định_kỳ | (?: hằng | hàng ) _(?: ngày | tuần | tháng | quý | năm )", re.I
)
"""In a table's cell: no day, but time and again."""
CELL_LEAD = verbose(r"\s* (?: (?: ngày | đến | trong ) _ )*")

_UP_TO_SIX = r"(?: _[^\s.;,]+ ){0,6}"
_UP_TO_FIVE = r"(?: _[^\s.;,]+ ){0,5}"
_UP_TO_FOUR = r"(?: _[^\s.;,]+ ){0,4}"
_UP_TO_TWO = r"(?: _[^\s.;,]+ ){0,2}"
REPORTED = verbose(
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
ORDERED = verbose(
    rf"""
    {_DONE} | trình | gửi | báo_cáo | nộp | ban_hành | phê_duyệt | tổ_chức | thực_hiện | triển_khai
    | xử_lý | giải_quyết | yêu_cầu | phải | tham_mưu
    """,
    re.I,
)
IS_DONE = verbose(_DONE)
DONE_BEFORE = verbose(rf"{_DONE} \s* $")
TO_THE_END = verbose("hết | cuối")
LONG_SINCE = verbose(r"\s* (?: trở_về_trước | có_hiệu_lực )")
"""After a time that bounds what is counted: "trước ngày 01/7/2014 trở về trước"."""
BARE_COUNT = verbose(r"\d{1,3}_ (?: ngày | tuần | tháng ) (?!\w)")
"""How a cell begins that counts days without saying "trong"."""
