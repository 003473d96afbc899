"""Which sentences of a notice are tasks, where each begins and ends, and whose it is."""

import pytest

from ingest import read_bytes
from kg.records import Notice

_HEAD = """UBND TỈNH LAM SƠN
SỞ NỘI VỤ
Số: 45/TB-SNV
Lam Sơn, ngày 10 tháng 3 năm 2031

THÔNG BÁO
Kết luận giao ban tháng 3

Giám đốc Sở kết luận như sau:

"""
_TAIL = "\n\nNơi nhận:\n- Lưu: VT.\n"


def _read(body: str) -> Notice:
    return read_bytes(f"{_HEAD}{body}{_TAIL}".encode(), "a.txt")


def _tasks(body: str) -> list[tuple[str, list[str]]]:
    notice = _read(body)
    return [(t.text, [m.canonical or m.name for m in t.assignees]) for t in notice.tasks]


# sentences of one paragraph, those of a task joined by " + " -> whose each task is
PARAGRAPHS = (
    (
        [
            "Phòng Kinh tế lập hồ sơ bến đò Hua Nà trước ngày 25/3.",
            "Giao Phòng Kinh tế khảo sát chợ Pá Lau.",
        ],
        [["Phòng Kinh tế"], ["Phòng Kinh tế"]],
    ),
    (
        ["Ban Kế hoạch trình phương án mua tàu.", "Ban Tài chính cân đối vốn đối ứng."],
        [["Ban Kế hoạch"], ["Ban Tài chính"]],
    ),
    (
        ["Phòng Kinh tế đôn đốc đổ mặt cầu. + Yêu cầu nhà thầu bố trí ba ca."],
        [["Phòng Kinh tế"]],
    ),
    (
        ["Ban Quản lý dự án nghiệm thu đợt 2. + Yêu cầu các nhà thầu tư vấn có mặt."],
        [["Ban Quản lý dự án"]],
    ),
    (
        ["Chi cục Thủy lợi kiểm tra cống Bãi Soi. + Kết quả gửi Văn phòng Sở trong tháng."],
        [["Chi cục Thủy lợi"]],
    ),
    (
        [
            "Khoa Dược kiểm kê thuốc gây nghiện. + Việc kiểm kê có biên bản.",
            "Giao Khoa Nhi kê thêm 12 giường.",
        ],
        [["Khoa Dược"], ["Khoa Nhi"]],
    ),
    (["Yêu cầu nhà thầu thi công bố trí ba ca."], [["nhà thầu thi công"]]),
    (
        ["Ban Tổ chức Huyện ủy hoàn thiện đề án. + Đề án lấy ý kiến các chi bộ."],
        [["Ban Tổ chức Huyện ủy"]],
    ),
)


@pytest.mark.parametrize(("sentences", "whose"), PARAGRAPHS)
def test_a_paragraph_is_parted_where_another_task_begins(
    sentences: list[str], whose: list[list[str]]
) -> None:
    texts = [sentence.replace(" + ", " ") for sentence in sentences]
    assert _tasks(f"1. {' '.join(texts)}") == list(zip(texts, whose, strict=True))


AFTER_A_STATE = (
    ("Xe rác không vào được ngõ; Phòng Kinh tế làm việc lại với đơn vị thu gom.", "Phòng Kinh tế"),
    ("Tàu BH-09 hỏng máy phát; Phòng Kỹ thuật liên hệ nơi cung cấp.", "Phòng Kỹ thuật"),
    ("Thuốc tê chỉ đủ dùng 10 ngày; Khoa Dược lập dự trù bổ sung.", "Khoa Dược"),
    ("Đường vào trạm bơm lầy lội; UBND xã Hua Nà rải đá cấp phối.", "UBND xã Hua Nà"),
    ("Việc cấp biển số nhà giao về Công an xã từ tháng 4.", "Công an xã"),
    ("Việc thanh lý ô tô cũ chuyển giao cho Văn phòng Sở thực hiện.", "Văn phòng Sở"),
    ("Từ tháng 4, việc trực tổng đài giao lại cho Thanh tra Sở.", "Thanh tra Sở"),
    ("Riêng dự thảo Đề án chợ, Phòng Kinh tế phải gửi lại trước ngày 15/3.", "Phòng Kinh tế"),
)


@pytest.mark.parametrize(("sentence", "whose"), AFTER_A_STATE)
def test_an_order_after_how_things_stand(sentence: str, whose: str) -> None:
    assert _tasks(f"1. {sentence}") == [(sentence, [whose])]


SHARED = (
    (
        "Ban Chỉ huy Quân sự xã giúp dân dọn bùn; Phòng Kinh tế chuẩn bị xi măng.",
        ["Ban Chỉ huy Quân sự xã", "Phòng Kinh tế"],
    ),
    (
        "Hội Liên hiệp Phụ nữ huyện phát động thi đua; Huyện đoàn ra quân trồng cây.",
        ["Hội Liên hiệp Phụ nữ huyện", "Huyện đoàn"],
    ),
    (
        "Giao Sở Xây dựng rà soát quy hoạch; giao Sở Tài chính bố trí kinh phí.",
        ["Sở Xây dựng", "Sở Tài chính"],
    ),
    (
        "Sở Y tế mua hóa chất; Sở Tài chính thẩm định giá; Thanh tra Sở giám sát.",
        ["Sở Y tế", "Sở Tài chính", "Thanh tra Sở"],
    ),
    ("Sở Y tế lập kế hoạch; báo cáo UBND tỉnh trong tháng.", ["Sở Y tế"]),
    ("Sở Y tế lập kế hoạch; các đơn vị trực thuộc góp ý.", ["Sở Y tế", "các đơn vị trực thuộc"]),
    ("Sở Y tế phối hợp với Sở Tài chính; Sở Tài chính cung cấp số liệu.", ["Sở Y tế"]),
    ("Sở Y tế lập kế hoạch; Sở Tài chính phối hợp.", ["Sở Y tế"]),
)


@pytest.mark.parametrize(("sentence", "whose"), SHARED)
def test_who_has_a_share_after_a_semicolon(sentence: str, whose: list[str]) -> None:
    assert _tasks(f"1. {sentence}") == [(sentence, whose)]


REPORTS = (
    "Đánh giá chung",
    "Tình hình thực hiện nhiệm vụ tháng 02",
    "Kết quả thực hiện nhiệm vụ trọng tâm quý I",
    "Kết quả lãnh đạo, chỉ đạo, triển khai thực hiện",
    "Nhìn lại công tác tháng 02",
    "Kiểm điểm tình hình tháng 02",
    "Những việc đã làm được",
    "Tồn tại, hạn chế",
    "Ý kiến của các đồng chí dự họp",
    "Ý kiến phát biểu tại cuộc họp",
    "Kiến nghị của các phòng",
)


@pytest.mark.parametrize("heading", REPORTS)
def test_what_a_section_reports_is_no_task(heading: str) -> None:
    body = f"1. {heading}\n\nPhòng Kinh tế rà soát 19 thôn. Thu ngân sách đạt 61%.\n\n"
    body += "2. Nhiệm vụ tháng 3\n\nGiao Thanh tra Sở kiểm tra bến đò."
    assert _tasks(body) == [("Giao Thanh tra Sở kiểm tra bến đò.", ["Thanh tra Sở"])]


ORDERS_TOO = (
    "Đánh giá kết quả tháng 02 và nhiệm vụ tháng 3",
    "Tình hình tháng 02; phương hướng tháng 3",
    "Khó khăn, vướng mắc và giải pháp",
    "Kết quả quý I, nhiệm vụ trọng tâm quý II",
)


@pytest.mark.parametrize("heading", ORDERS_TOO)
def test_a_heading_that_reports_may_order_too(heading: str) -> None:
    assert _tasks(f"1. {heading}\n\n- Phòng Kinh tế rà soát bến đò.") == [
        ("Phòng Kinh tế rà soát bến đò.", ["Phòng Kinh tế"])
    ]


def test_requests_of_those_who_spoke_are_no_orders() -> None:
    body = """1. Ý kiến thảo luận

- Đồng chí Chủ tịch UBND xã Hua Nà đề nghị Phòng Kinh tế bố trí vốn.

2. Kết luận

- Giao Phòng Kinh tế bố trí vốn."""
    assert _tasks(body) == [("Giao Phòng Kinh tế bố trí vốn.", ["Phòng Kinh tế"])]


HEADINGS = (
    "Về tổ chức bộ máy, chuyển đổi số",
    "Nhiệm vụ trong tháng",
    "Chỉ tiêu còn lại của năm",
    "Việc của quý",
    "Công tác tỉnh giao trong năm",
    "Về hạ tầng số",
)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_does_not_go_on_with_the_order_under_it(heading: str, gap: str) -> None:
    order = "Giao Văn phòng Sở hoàn thiện quy chế."
    notice = _read(f"1. Đánh giá chung\n\nBộ máy đi vào nền nếp.\n\n2. {heading}{gap}{order}")
    assert [(t.text, t.section) for t in notice.tasks] == [(order, heading)]


NO_TASKS = (
    "Thống nhất chủ trương dời bến thuyền về đầu bản.",
    "Phê bình Phòng Kinh tế chậm gửi báo cáo hai kỳ liền.",
    "Thu hút được 05 dự án trong lĩnh vực chế biến.",
    "Sở đánh giá cao cố gắng của các chi cục trong đợt lũ.",
    "Các chi cục đã hoàn thành kế hoạch quý I.",
    "(Kèm theo Thông báo số 45/TB-SNV ngày 10/3/2031 của Sở Nội vụ)",
    "TB kết luận giao ban - Trang 2",
    "Phụ lục 1",
)


@pytest.mark.parametrize("sentence", NO_TASKS)
def test_what_is_no_task(sentence: str) -> None:
    body = f"Giao Thanh tra Sở kiểm tra bến đò.\n\n{sentence}\n\nGiao Văn phòng Sở trực lũ."
    assert [text for text, _ in _tasks(body)] == [
        "Giao Thanh tra Sở kiểm tra bến đò.",
        "Giao Văn phòng Sở trực lũ.",
    ]


OVERSEEN = (
    "Phòng Kinh tế rà soát bến đò. + Đồng chí Lò Văn Păn, Phó Giám đốc Sở trực tiếp chỉ đạo.",
    "Phòng Kinh tế rà soát bến đò. + Giao đồng chí Lò Văn Păn theo dõi, đôn đốc.",
)


@pytest.mark.parametrize("sentences", OVERSEEN)
def test_who_oversees_belongs_to_what_is_ordered(sentences: str) -> None:
    text = sentences.replace(" + ", " ")
    (task,) = _read(f"1. {text}").tasks
    assert (task.text, [m.name for m in task.people]) == (text, ["Lò Văn Păn"])


def test_what_companies_are_asked_is_for_the_office_over_it() -> None:
    body = "1. Phòng Kinh tế\n\n- Yêu cầu Công ty Xây lắp Hua Nà bổ sung hồ sơ."
    assert [whose for _, whose in _tasks(body)] == [["Phòng Kinh tế"]]


def test_a_speaker_who_agrees_orders_nothing() -> None:
    assert _tasks("1. Ban Thường vụ thống nhất chủ trương mở chợ phiên ở Hua Nà.") == []


def test_a_dash_of_any_length_after_a_numeral() -> None:
    body = "I — KẾT QUẢ THÁNG 2\n\n- Thu hút 05 dự án.\n\nII — NHIỆM VỤ\n\n- Phòng Kinh tế lập sổ."
    assert _tasks(body) == [("Phòng Kinh tế lập sổ.", ["Phòng Kinh tế"])]


def test_a_line_goes_on_where_blank_lines_part_paragraphs() -> None:
    long = "Phòng Kinh tế rà soát toàn bộ bến đò, bến khách ngang sông trên địa bàn huyện Hua"
    items = "\n\n".join(f"- {long} Nà, lập sổ số {n}." for n in range(4))
    (*_, last) = _tasks(f"{items}\n\n- {long}\nNà, báo cáo Sở.")
    assert last == (f"{long} Nà, báo cáo Sở.", ["Phòng Kinh tế"])


def test_a_remark_says_who_oversees() -> None:
    table = """| TT | Nhiệm vụ | Đơn vị | Ghi chú |
|---|---|---|---|
| 1 | Kiểm kê kho | Văn phòng Sở | Ông Lò Văn Păn theo dõi |
| 2 | Lập sổ | Thanh tra Sở | Đã chậm 02 lần |"""
    tasks = _read(table).tasks
    assert [[m.name for m in task.people] for task in tasks] == [["Lò Văn Păn"], []]


def test_a_paragraph_that_says_first_that_it_reports() -> None:
    body = "1. Đánh giá: tổn thất 4,87%. Giám đốc yêu cầu các đơn vị nghiêm túc rút kinh nghiệm."
    assert _tasks(f"{body}\n\n2. Giao Văn phòng Sở lập sổ.") == [
        ("Giao Văn phòng Sở lập sổ.", ["Văn phòng Sở"])
    ]


def test_who_speaks_in_a_lead_in_is_not_ordered() -> None:
    body = "Ban Thường vụ cơ bản thống nhất với báo cáo; lưu ý một số nội dung:\n\n1. Rà soát quỹ."
    assert _tasks(body) == [("Rà soát quỹ.", [])]


def test_the_office_of_a_section_and_who_else_has_a_share() -> None:
    body = "1. Phòng Kinh tế\n\n- Lập hồ sơ quyết toán; Văn phòng Sở cung cấp chứng từ."
    assert [whose for _, whose in _tasks(body)] == [["Phòng Kinh tế", "Văn phòng Sở"]]
