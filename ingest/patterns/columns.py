"""What the columns of a table of tasks are called, as offices print it."""

import re
from typing import Literal

from ingest.patterns.grammar import any_of, verbose

Role = Literal["label", "content", "assignee", "coordinator", "deadline", "supervisor"]

_LABELS = r"""
    \W* (?: stt | s\.\s?t\.\s?t | tt | t\.t | số_tt | số_thứ_tự | thứ_tự
        | mã_(?: số | việc | nhiệm_vụ )
        | (?: việc_ | nhiệm_vụ_ )? số | mã | mục | \# | no\.? | id | điểm
    ) \W*
"""
_ASIDE = any_of("""
    ghi chú; kết quả; tình hình; tình trạng; trạng thái; sản phẩm; căn cứ; cơ sở; văn bản giao;
    số văn bản; số, ký hiệu; đơn vị tính; đvt; kinh phí; nguồn vốn; nguồn kinh phí; tổng mức; tỷ lệ;
    lý do; nguyên nhân; cơ quan trình; cấp trình; cơ quan ban hành; cấp ban hành; thẩm quyền;
    nơi nhận; hình thức; mức độ; số lượng; địa điểm; địa bàn; khó khăn; tồn tại; đề xuất; kiến nghị;
    loại; mục tiêu; chỉ tiêu; đơn vị nhận; cơ quan nhận; đánh giá; điện thoại; số liệu
""")
"""Columns that are beside the order: "Kết quả thực hiện", "Cơ quan trình"."""
_TOGETHER = "(?: phối_ (?: kết_ )? hợp | cùng_(?: làm | thực_hiện ) | tham_gia | hỗ_trợ )"
_LEADS = "(?: chủ_trì | đầu_mối | thực_hiện_chính )"
_WHEN = """
    (?: thời_(?: hạn | gian | điểm ) | hạn (?!_chế) | tiến_độ | hoàn_thành | ngày | t/gian
        | deadline | mốc | lịch | xong | tháng | quý | kỳ_báo_cáo | t\\.gian )
"""
_LEADERS = any_of("""
    lãnh đạo; lđ; pgđ; phó giám đốc; phó chủ tịch; pct; thường trực; thành viên ubnd; ban giám đốc;
    người chỉ đạo; đồng chí chỉ đạo; thứ trưởng
""")
_WHAT = any_of("""
    nội dung; nhiệm vụ; công việc; đầu việc; tên việc; việc; kết luận; ý kiến; chỉ đạo; yêu cầu;
    hạng mục; vấn đề; giải pháp; công tác; tên công; chương trình; danh mục; đề mục; hoạt động
""")
_WHO = any_of("""
    chủ trì; đơn vị; cơ quan; đv; cq; thực hiện; phụ trách; phòng; người; trách nhiệm; đầu mối;
    giao; làm chính; chính; bộ phận; nơi làm; phân công; sở; xã; huyện; địa phương; tổ chức; cán bộ;
    công chức; chuyên viên; họ và tên; chịu trách nhiệm; ban; thôn; trường; chi cục; viên chức
""")
_ANY_WHO = any_of("""
    chủ trì; đơn vị; cơ quan; thực hiện; phụ trách; phòng; người; trách nhiệm; đầu mối; giao cho;
    làm chính; bộ phận; nơi làm; phân công
""")

# The first that fits decides: "đơn vị phối hợp" is a coordinator's column though it says "đơn vị",
# "thời gian thực hiện" a deadline's; who leads and who joins in one column are the leader's.
HEADERS: tuple[tuple[Role | None, re.Pattern[str]], ...] = (
    ("label", verbose(rf"{_LABELS} $", re.I)),
    (None, verbose(rf"\W* {_ASIDE} (?!\w)", re.I)),
    ("assignee", verbose(rf".* {_LEADS} .* {_TOGETHER}", re.I)),
    ("coordinator", verbose(rf".* {_TOGETHER}", re.I)),
    ("content", verbose(
        r"(?! chỉ_đạo \s* $ | yêu_cầu_ (?: về_ )? (?: thời | tiến ) )"
        rf"\W* (?: các_ | tên_ )? {_WHAT} (?!\w)",
        re.I,
    )),
    ("deadline", verbose(rf"(?! .* (?: nội_dung | đầu_việc ) ) .* (?<!\w) {_WHEN} (?!\w)", re.I)),
    ("supervisor", verbose(
        rf"(?! .* (?: nội_dung | ý_kiến ) ) (?: .* (?<!\w) {_LEADERS} (?!\w) | .* chỉ_đạo \s* $ )",
        re.I,
    )),
    ("assignee", verbose(rf"\W* (?: các_ | tên_ )? {_WHO} (?!\w)", re.I)),
    ("content", verbose(rf".* {_WHAT}", re.I)),
    ("assignee", verbose(rf".* {_ANY_WHO}", re.I)),
)  # fmt: skip


def role_of(header: str) -> tuple[bool, Role | None]:
    """Whether a column's header is known, and the role that it gives.

    >>> role_of("Đơn vị phối hợp"), role_of("Ghi chú"), role_of("Xyz")
    ((True, 'coordinator'), (True, None), (False, None))
    """
    words = " ".join(header.split())
    for role, pattern in HEADERS:
        if words and pattern.match(words):
            return True, role
    return False, None
