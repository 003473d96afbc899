"""What in a sentence is an order, to whom, and with whom; and what a notice says of itself."""

from datetime import date

import pytest

from ingest import read_bytes
from ingest.orders import coordinators, read_order, sentences
from ingest.patterns.unit_register import Register

ORDERS = (
    ("Giao Sở Y tế tham mưu kế hoạch.", ["Sở Y tế"]),
    ("Yêu cầu Văn phòng Sở và Thanh tra Sở rà soát.", ["Văn phòng Sở", "Thanh tra Sở"]),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát.", ["Sở Y tế"]),
    ("Đề nghị UBND huyện Khau Pha khẩn trương bàn giao.", ["UBND huyện Khau Pha"]),
    ("Các phòng, đơn vị tiếp tục thực hiện.", ["Các phòng, đơn vị"]),
    ("Đối với Chi cục Kiểm lâm: rà soát diện tích rừng.", ["Chi cục Kiểm lâm"]),
    ("Về việc đóng cửa mỏ: giao Thanh tra Sở kiểm tra.", ["Thanh tra Sở"]),
    ("Thống nhất chủ trương, giao Sở Y tế hoàn thiện.", ["Sở Y tế"]),
    ("Đồng chí Lò Văn Păn chủ trì rà soát hồ sơ.", ["Lò Văn Păn"]),
    ("Phân công đồng chí Lò Văn Păn theo dõi.", ["Lò Văn Păn"]),
    ("Theo Kế hoạch năm, Văn phòng Sở báo cáo ngay.", ["Văn phòng Sở"]),
    ("Tổng Giám đốc chỉ đạo thu hồi công nợ quá hạn.", ["Tổng Giám đốc"]),
    ("Kiểm soát viên Lò Thị Mẩy trực tiếp kiểm tra kho.", ["Lò Thị Mẩy"]),
    ("Trưởng thôn Hua Nà vận động hiến đất.", ["Trưởng thôn Hua Nà"]),
    ("Đồng chí Lò Văn Păn, Phó Bí thư, Chủ tịch UBND phường chủ trì đối thoại.", ["Lò Văn Păn"]),
)
NONE = (
    "Sở Y tế đã hoàn thành kế hoạch.",
    "Thủ tướng Chính phủ chỉ đạo quyết liệt.",
    "Khẩn trương hoàn thiện hồ sơ.",
    "Tiến độ giải ngân còn chậm.",
    "Hội nghị diễn ra trong một ngày.",
    "Tổng Giám đốc đã báo cáo tình hình thu nợ.",
)


@pytest.mark.parametrize(("sentence", "names"), ORDERS)
def test_an_order(sentence: str, names: list[str]) -> None:
    text = f"Lời đầu. {sentence}"
    order = read_order(text, 9, len(text), Register())
    assert order is not None
    assert [m.name for m in order.addressees] == names
    assert all(text[m.start : m.end] == m.name for m in order.addressees)


@pytest.mark.parametrize("sentence", NONE)
def test_no_order_to_anybody_named(sentence: str) -> None:
    assert read_order(sentence, 0, len(sentence), Register()) is None


def test_with_whom() -> None:
    text = "Sở Y tế phối hợp chặt chẽ với Sở Tài chính, UBND xã Lũng Vài rà soát cùng Công an tỉnh."
    found = coordinators(text, 0, len(text), Register(), ())
    assert [m.name for m in found] == ["Sở Tài chính", "UBND xã Lũng Vài", "Công an tỉnh"]
    assert all(text[m.start : m.end] == m.name for m in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một. Hai. Ba.", 3),
        ("TP. Bến Sông rà soát.", 1),
        ("Đ/c. Păn và ThS. Sen họp.", 1),
        ("Diện tích 2.5 ha. Giao ngay!", 2),
        ("Một;  hai; ba", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text, 0, len(text))) == count


NOTICE = """UBND TỈNH LAM SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ                    Độc lập - Tự do - Hạnh phúc

Số: 45/TB-SYT              Lam Sơn, ngày 10 tháng 3 năm 2031

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3

Ngày 07/3/2031, Sở Y tế tổ chức họp giao ban. Đồng chí Lò Văn Păn, Giám đốc Sở chủ trì.
Sau khi nghe báo cáo, Giám đốc Sở kết luận như sau:

1. Giao Văn phòng Sở (sau đây gọi tắt là VPS) rà soát hồ sơ trước ngày 20/3.
2. VPS gửi hồ sơ trong tuần tới.

Nơi nhận:
- Như trên.
                           KT. GIÁM ĐỐC
                           PHÓ GIÁM ĐỐC

                           Hoàng Thị Sen
"""


def test_a_notice_from_head_to_signature() -> None:
    notice = read_bytes(NOTICE.encode(), "a.txt")
    stated = {
        name: getattr(notice, name) and getattr(notice, name).value
        for name in ("number", "issuer", "issued", "place", "meeting_date", "chair", "signer")
    }
    assert stated == {
        "number": "45/TB-SYT",
        "issuer": "Sở Y tế tỉnh Lam Sơn",
        "issued": date(2031, 3, 10),
        "place": "Lam Sơn",
        "meeting_date": date(2031, 3, 7),
        "chair": "Lò Văn Păn",
        "signer": "Hoàng Thị Sen",
    }
    assert [[m.canonical for m in t.assignees] for t in notice.tasks] == [["Văn phòng Sở"]] * 2
    due = [d.due for t in notice.tasks for d in t.deadlines]
    assert due == [date(2031, 3, 20), date(2031, 3, 23)]


def test_what_is_not_said_is_unknown() -> None:
    notice = read_bytes("1. Giao Sở Y tế rà soát hồ sơ.".encode(), "a.txt")
    assert notice.number is notice.issued is notice.signer is None
    assert len(notice.tasks) == 1


def test_a_text_without_orders_says_so() -> None:
    notice = read_bytes("Trời hôm nay đẹp.".encode(), "a.txt")
    assert notice.tasks == ()
    assert "no task" in notice.warnings[0].message
