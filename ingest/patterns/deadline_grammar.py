"""The wording around a deadline's time: leads, gaps, ranges, and what is no deadline.

Times themselves are in ``time_grammar``, counts of days in ``count``, repetition in
``recurrence``.
"""

import re

from ingest.patterns.grammar import any_of, verbose
from kg.records import DeadlineKind

_DONE = any_of("""
    hoàn thành; hoàn tất; hoàn thiện; xong; kết thúc; thực hiện xong; giải quyết dứt điểm
""")
_DOING = any_of("""
    hoàn thành; thực hiện; báo cáo; gửi; trình; xong; nộp; xử lý; giải quyết; trả lời; góp ý
""")
_TERM = rf"""
    (?<! có_ ) (?<! gia_ ) (?<! quá_ ) (?<! đúng_ ) (?<! hết_ ) (?<! trễ_ ) (?:
        thời_hạn (?: _{_DOING} )* | thời_gian_ (?: {_DOING} _? )+ (?<! _ ) | thời_gian (?= \s*: )
      | tiến_độ (?: _{_DOING} )* (?= \s*: )
      | hạn_chót | hạn_cuối (?:_cùng)? | hạn (?: _{_DOING} )*
    )
"""
_LATEST = r"""
    chậm_nhất | muộn_nhất | không_ (?: để_ )? (?: quá | muộn_hơn | chậm_hơn )
"""
_NO_DAY_AFTER = rf"""
    {any_of("khi; mắt; đây; đó; mùa; tiên; pháp")} (?!\w) | hết_ (?: là | cần | phải ) (?!\w)
    | thời_điểm_ (?!\d)
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
        (?= _(?: ngày | tháng | [Qq]uý | Q\. | T\.?\d | tuần | \d | năm | thứ ) )
    """)),
    ("within", verbose(r"""
        (?<!\w) (?i: (?: ngay_ | nội_ )? trong (?: _(?: thời_gian | nội | khoảng ) )? ) (?=\s)
    """)),
    ("by", verbose(rf"""
        (?<!\w) (?i:{_DONE}) (?: \s*: | _(?: ngay_trong | vào | trong | đến (?:_hết)? | ngay ) )?
    """)),
)  # fmt: skip
TARGET = verbose(r"""
    (?<!\w) (?: đến | Đến )
    (?= _(?: ngày | hết | cuối | giữa | đầu | \d | [Tt]háng | [Qq]uý ) )
""")
"""A lead only where a clause begins with it, or with what is striven for."""
STRIVES = verbose(
    rf"""
    (?: ^ | [.;,:(+•-] \s* | \n | (?: phấn_đấu | bảo_đảm | đảm_bảo | quyết_tâm | sao_cho | yêu_cầu
        | chậm_nhất | mục_tiêu | {_DONE} ) \s ) $
    """,
    re.I,
)
"""Before such a lead."""
MUST = verbose(rf"\s*,?\s (?: phải | cần | cơ_bản_ )? \s* (?: phải | {_DONE} )", re.I)
"""After the month of such a lead."""
CLAUSE_TIME = verbose(
    r"""
    (?: ^ | (?<= [.;:\n] ) | (?<= [.;:] \s ) | (?<= - \s ) ) (?P<time>
        (?: [Vv]ào_ )? (?:
            (?: [Đđ]ầu | [Gg]iữa | [Cc]uối ) _ (?: tuần | tháng | quý ) _
                (?: tới | sau | này | [\dIV] )
          | [Tt]uần_(?: tới | sau ) | (?: [Ss]áng | [Cc]hiều | [Nn]gày ) _mai ) )
    """,
)
"""A near time that a clause begins with: "Đầu tuần tới, ...", "Chiều mai ..."."""
PAST_THE_DAY = verbose(r"(?<!\w) quá (?= _ngày_ )")
"""A lead after "không để ...": "không để kéo dài quá ngày 30/4"."""
INTO = verbose(r"""
    (?<!\w) (?i:không_để) [^.;,\n]{0,40}? _
    (?P<lead> sang (?= _(?: [Tt]háng | [Qq]uý | năm )_ ) )
""")
"""A lead into a time that is too late: "không để kéo dài sang tháng 4"."""
NOT_PAST = verbose(r"(?<!\w) không_ [^.;:\n]* $", re.I)
BY_VERB = verbose(
    rf"""
    (?<!\w) (?: trình | gửi | nộp | báo_cáo | bàn_giao | sơ_kết | tổng_kết | {_DONE} )
    (?P<words> (?: _[^\s.;,()]+ ){{0,8}}? ) _ (?P<lead> vào (?!\w) | (?= ngày_\d ) )
    """,
    re.I,
)
"""An order and its day with no word between but "vào", "ngày": "trình Sở ngày 28/3"."""
OF_AN_EVENT = verbose(
    r"""
    (?<!\w) (?: hội_nghị | họp | phiên | lễ | kỳ | đoàn | diễn_ra | dự_kiến | phục_vụ | làm_việc
        | số | văn_bản | đến | từ | trước | sau | ban_hành | được | đã | tại | thông_qua ) (?!\w)
    """,
    re.I,
)
"""Words between them that the day belongs to instead."""

_HOUR = r"""
    (?: (?: lúc_ )? \d{1,2}\s?(?: h | giờ | g | : )
            (?: \s?\d{2} (?!\s?/) (?: \s*(?: phút | ['’] ) )? )?
        \s*,?\s* | (?: cuối | đầu | hết ) _giờ (?:_làm_việc)? _ (?: của_ )? )?
    (?: (?P<part> (?: buổi_ )? (?: sáng | chiều | trưa | tối ) ) _ (?! mai | nay ) (?: ,\s* )? )?
"""
_FEAST = any_of("""
    dịp; kỳ nghỉ; nghỉ; lễ; ngày lễ; kỷ niệm; kỷ niệm ngày; Quốc khánh; ngày Quốc khánh;
    Giải phóng miền Nam; ngày giải phóng; bầu cử; ngày bầu cử
""")
_COUNT_OF_DAYS = r"(?: (?: \d{1,2} | hai | ba | các | những ) _ (?= ngày_\d ) )?"
TO_DAY = verbose(rf"""
    \s*:?\s* {_HOUR} (?P<feast> (?: {_FEAST} _ (?: \( )? )* )
    (?P<ngay> {_COUNT_OF_DAYS} ngày (?: _làm_việc (?:_ngày)? )? \s? )?
""")
"""Between a lead and its time: the hour, the occasion, "ngày"."""
MILESTONE = verbose(r"""
    (?: ^ | (?<= [.;:\n] ) | (?<= [.;:,] \s ) | (?<= - \s ) )
    (?= (?: [Tt]háng_\d | [Qq]uý_[IV1-4] ) )
""")
"""Where a clause begins with a month or quarter, to be followed by what is done in it."""
THEN_DONE = verbose(rf"""
    \s* [:,]? \s (?: phải_ | sẽ_ )?
    (?: {_DONE} | trình | phê_duyệt | khởi_công | ban_hành | nghiệm_thu | bàn_giao | nộp ) (?!\w)
""")
OCCASION = verbose(
    r"(?: kỳ_thi | hội_(?: nghị | chợ | thảo ) | lễ | đại_hội | kỳ_họp | liên_hoan | giải ) "
    r"[^.;(\n]{0,80} \( $",
    re.I,
)
"""Before a range in brackets that says when something takes place."""
FOR_OTHERS = verbose(r"_(?: đối_với | cho )_ [^,;.\n]{3,60} ,\s")
"""Between a period and another for somebody else: "... đối với cấp xã, tháng 5 đối với"."""
FOR_OTHERS_TOO = verbose(r"_(?: đối_với | cho )_")
AND_PERIOD = verbose(r"\s* (?: , | và | - | – ) \s* (?= [Tt]háng | [Qq]uý )")
"""A further month or quarter, of the next year: "tháng 12/2025 và tháng 01/2026"."""
AND_DAY = verbose(r"\s* (?: , | và | ; ) \s* (?: trước_ )? (?: ngày_ )? (?= \d{1,2} / )")
"""A further day of the same lead: "trước ngày 15/4 và 30/4"."""

RANGE = verbose(rf"""
    (?<!\w) (?i:từ) _
    (?: (?P<now> nay | giờ ) (?= _(?:cho_)?(?: đến | tới ) ) | {_HOUR} (?: ngày_ )? )
""")
RANGE_TO = verbose(r"""
    \s* (?: (?: cho_ )? (?: đến | tới ) (?: _hết | _trước (?!_khi) )? | - | – )
""")
LISTED = verbose(r"[\dIV] \s* (?: - | – | , | đến | và )")
"""In a time that is a range by itself: "12 - 15/3", "tháng 4 - 6"."""

BEFORE_OCCASION = verbose(
    r"""
    (?<!\w) [Tt]rước_ (?: khi_(?: khai_mạc | diễn_ra )_ )? (?: ngày_khai_mạc_ )?
    kỳ_họp (?= [^.;,\n]{0,60} (?: thứ_ | tháng_\d | giữa_năm | cuối_năm | thường_lệ | tới | gần_nhất
        | chuyên_đề ) )
    (?: _ (?: thứ_\w+ | HĐND | Hội_đồng_nhân_dân | Quốc_hội | tỉnh | huyện | thành_phố | xã | phường
        | khóa_\w+ | thường_lệ | chuyên_đề | giữa_năm | cuối_năm | gần_nhất | tới
        | tháng_\d{1,2} (?:/\d{4})? | (?: năm_ )? \d{4} ) )+ (?!\w)
    | (?<!\w) [Tt]rước_ (?: dịp_ )? (?-i:Tết) (?: _(?: nguyên_đán | âm_lịch | cổ_truyền ) )?
        (?: _(?-i:[A-ZĐ]\w+_[A-ZĐẤẬÂỌỢ]\w+) (?!\w) )? (?: _ (?: năm_ )? \d{4} )? (?!\w)
        (?! _[Dd]ương )
    """,
    re.I,
)
"""A deadline whose day is another's to set, or that the calendar of feasts tells: it names none."""

CELL_LEAD = verbose(r"\s* (?: (?: ngày | đến | trong | vào | từ | xong | dự_kiến ) _ )*")
CELL_COUNT = verbose(
    r"\d{1,3} (?: \s* \([^)]*\) )? _ (?: ngày | tuần | tháng ) (?!\w) (?! _(?: đầu | cuối ) )"
)
"""How a cell begins that counts days without saying "trong"."""
OFTEN = verbose(
    r"""
    thường_xuyên | liên_tục | định_kỳ
    | (?: hằng | hàng | mỗi ) _(?: ngày | tuần | tháng | quý | năm )
    """,
    re.I,
)
"""In a table's cell: no day, but time and again."""

_UP_TO_TEN = r"(?: _[^\s.;,]+ ){0,10}"
_UP_TO_SIX = r"(?: _[^\s.;,]+ ){0,6}"
_UP_TO_FIVE = r"(?: _[^\s.;,]+ ){0,5}"
_UP_TO_FOUR = r"(?: _[^\s.;,]+ ){0,4}"
REPORTED = verbose(
    rf"""
    (?:
        (?: kết_quả | tình_hình ) {_UP_TO_SIX} | số_liệu {_UP_TO_FOUR} | đã {_UP_TO_FIVE}
        | (?: có_hiệu_lực | áp_dụng | giấy_phép | ủy_quyền | cho_phép ) {_UP_TO_TEN}
        | được_(?: phê_duyệt | giao | cấp | ban_hành | ký | thông_qua )
        | phát_sinh | công_tác | nhiệm_vụ | sơ_kết | tổng_kết | tồn_tại | hạn_chế | tính | tính_đến
        | lũy_kế | cộng_dồn | ước | thời_kỳ | giai_đoạn | sự_kiện | mở_cửa | khai_mạc | bế_mạc
        | nghỉ
        | xảy_ra | kế_hoạch (?: _công_tác )? | danh_mục | chương_trình | dự_kiến | diễn_ra
        | tổ_chức (?:_tại)?
    ) \s* $
    """,
    re.I,
)
"""Right before a time that is of what is reported or planned, not of what is ordered."""
TO_REPORT = verbose(
    r"""
    (?<!\w) báo_cáo (?: _[^\s.;,]+ ){0,8}? _kết_quả
    (?P<to> (?: _(?: về | cho | lên | với | gửi | tới ) (?: _[^\s.;,]+ ){1,8} )? )
    (?P<work> _(?: thực_hiện | triển_khai ) )? \s* $
    """,
    re.I,
)
"""An order to report results, to somebody or not, right before its time."""
NEXT = verbose(r"(?: tới | sau | này | mai | nay ) $")
"""How a time ends that the notice's own day tells."""
ORDERED = verbose(
    rf"""
    {_DONE} | trình | gửi | báo_cáo | nộp | ban_hành | phê_duyệt | tổ_chức | thực_hiện | triển_khai
    | xử_lý | giải_quyết | yêu_cầu | phải | tham_mưu
    """,
    re.I,
)
IS_DONE = verbose(_DONE, re.I)
IS_LATEST = verbose(_LATEST, re.I)
DONE_BEFORE = verbose(rf"{_DONE} \s* $", re.I)
REPORT_BEFORE = verbose(r"(?: [,;:] \s | ^ | và_ ) (?: báo_cáo | trình ) \s* $", re.I)
"""Right before "trong tháng" alone: an order to report, and no noun."""
TO_THE_END = verbose("hết | cuối")
LONG_SINCE = verbose(r"\s* (?: trở_về_trước | có_hiệu_lực | trở_lại_đây | vừa_qua | qua (?!\w) )")
"""After a time that bounds what is counted: "trước ngày 01/7/2014 trở về trước"."""
CAME_TO = verbose(
    r"\s*,?\s (?: đạt (?! _(?: tối_thiểu | ít_nhất ) ) | tăng | giảm | ước | đã ) (?!\w)"
)
"""After a period that has begun, of what it has brought."""
