"""How an order presses, who directs it, whom it goes to; what a notice says of its making."""

from datetime import date

import pytest

from ingest import read_bytes
from ingest.patterns.legal import find_citations
from ingest.patterns.manner import submitted_to, supervisors, tone_of
from ingest.patterns.person import find_people
from ingest.patterns.unit_register import Register
from kg.records import Period


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Khẩn trương hoàn thiện hồ sơ đấu giá", "urgent"),
        ("Tiếp tục khẩn trương hoàn thiện hồ sơ", "continuing"),
        ("Giải quyết dứt điểm đơn thư tồn đọng", "urgent"),
        ("Duy trì lịch trực phòng cháy", "continuing"),
        ("Thường xuyên kiểm tra hồ chứa", "regular"),
        ("Hằng tháng báo cáo Giám đốc Sở", "regular"),
        ("Lập dự toán năm 2026", None),
        ("Kiểm tra người dân ngay tại bản", "urgent"),
    ],
)
def test_tone(text: str, tone: str | None) -> None:
    assert tone_of(text) == tone


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rà soát hồ sơ (đ/c Lò Văn Pản - Phó Giám đốc Sở chỉ đạo).", ["Lò Văn Pản"]),
        ("Sửa cống, đồng chí Thứ trưởng Ngô Thị Mỷ trực tiếp chỉ đạo.", ["Ngô Thị Mỷ"]),
        ("Lập tổ công tác dưới sự chỉ đạo của đồng chí Ma Thế Sinh.", ["Ma Thế Sinh"]),
        ("Đồng chí Lò Văn Pản chỉ đạo Phòng Kế toán lập dự toán.", []),
        ("Gửi hồ sơ cho đồng chí Lò Văn Pản trước 15/6.", []),
    ],
)
def test_supervisors(text: str, names: list[str]) -> None:
    assert [m.name for m in supervisors(text, len(text), find_people(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoàn thiện hồ sơ, trình UBND tỉnh phê duyệt.", ["UBND tỉnh"]),
        ("Tham mưu UBND tỉnh trình Thủ tướng Chính phủ.", ["UBND tỉnh", "Thủ tướng Chính phủ"]),
        ("Gửi Sở Tư pháp, Sở Nội vụ trước 20/7.", ["Sở Tư pháp", "Sở Nội vụ"]),
        ("Báo cáo Giám đốc Sở kết quả.", ["Giám đốc Sở"]),
        ("Trình UBND tỉnh Kế hoạch phòng, chống thiên tai.", ["UBND tỉnh"]),
        ("Trình HĐND tỉnh Sơn Hà Nghị quyết về mức thu phí.", ["HĐND tỉnh Sơn Hà"]),
        ("Trình UBND tỉnh Kế Sơn phê duyệt.", ["UBND tỉnh Kế Sơn"]),
        ("Báo cáo kết quả kiểm tra đập.", []),
        ("Phối hợp với Sở Tư pháp rà soát.", []),
    ],
)
def test_submitted_to(text: str, names: list[str]) -> None:
    found = submitted_to(text, 0, len(text), Register())
    assert [m.name for m in found] == names
    assert all(text[m.start : m.end] == m.name for m in found)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("thực hiện Nghị định số 15/2021/NĐ-CP", ["triển khai"]),
        ("theo Quyết định số 12/QĐ-SXD, Quyết định số 14/QĐ-SXD", ["căn cứ", "căn cứ"]),
        ("dự thảo Nghị quyết sửa đổi, bổ sung Nghị quyết số 20/2022/NQ-HĐND", ["sửa đổi"]),
        ("Quyết định thay thế Quyết định số 8/2019/QĐ-UBND", ["thay thế"]),
        ("theo khoản 2 Điều 9 Luật Đất đai", ["căn cứ"]),
        ("phổ biến Luật Đất đai", [None]),
    ],
)
def test_relation(text: str, relations: list[str | None]) -> None:
    assert [c.relation for c in find_citations(text)] == relations


NOTICE = """SỞ XÂY DỰNG
Số: 12/TB-SXD

Bản Cuôn, ngày 08 tháng 6 năm 2023

THÔNG BÁO
Kết luận tại cuộc họp đánh giá kết quả công tác tháng 5, nhiệm vụ trọng tâm Quý III năm 2023

Ngày 06/6/2023, đồng chí Lò Văn Pản, Giám đốc Sở chủ trì cuộc họp. Dự họp có trưởng các phòng.
Giám đốc Sở kết luận như sau:

1. Giao Phòng Quản lý nhà khẩn trương trình UBND tỉnh danh mục nhà ở trước ngày 20/6/2023.

Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Ma Thế Sinh
"""


def test_what_a_notice_says_of_its_making() -> None:
    notice = read_bytes(NOTICE.encode(), "n.txt")
    assert notice.signer_post is not None
    assert notice.signer_post.value == "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"
    assert notice.present is not None
    assert notice.present.value == "Dự họp có trưởng các phòng."
    assert notice.reviewed is not None
    assert notice.reviewed.value == Period(date(2023, 5, 1), date(2023, 5, 31))
    assert notice.planned is not None
    assert notice.planned.value == Period(date(2023, 7, 1), date(2023, 9, 30))
    assert [r.value for r in notice.recipients] == ["UBND tỉnh (để b/c)", "Lưu: VT"]
    assert all(notice.text[r.start : r.end] == r.value for r in notice.recipients)
    (task,) = notice.tasks
    assert (task.tone, [m.name for m in task.submitted_to]) == ("urgent", ["UBND tỉnh"])
