"""What the columns of tables are called, and how rows are read under them."""

import pytest

from ingest import read_bytes
from ingest.patterns.columns import role_of

# the role of a column -> how different offices name it; "" stands beside the order
COLUMNS: dict[str, str] = {
    "label": """
        STT; TT; Stt; S.T.T; Số TT; Số thứ tự; Thứ tự; Mã; Mã số; Mã việc; Mã nhiệm vụ; Việc số;
        Nhiệm vụ số; Số; #; No.; No; Mục; ID; TT.; (TT); STT:; Số tt; tt; stt
    """,
    "content": """
        Nội dung; Nội dung công việc; Nội dung nhiệm vụ; Nhiệm vụ; Nhiệm vụ được giao; Nhiệm vụ
        cụ thể; Nhiệm vụ, giải pháp; Công việc; Công việc cần thực hiện; Đầu việc; Tên nhiệm vụ;
        Tên công việc; Tên việc; Việc phải làm; Kết luận; Nội dung kết luận; Ý kiến chỉ đạo; Nội
        dung chỉ đạo; Ý kiến kết luận của Chủ tịch; Nội dung, nhiệm vụ; Yêu cầu; Nội dung yêu
        cầu; Hạng mục công việc; Các nhiệm vụ trọng tâm; Giải pháp; Chương trình, nhiệm vụ; Nội
        dung công tác; Danh mục nhiệm vụ; Nội dung giao; Vấn đề chỉ đạo
    """,
    "assignee": """
        Đơn vị chủ trì; Cơ quan chủ trì; Chủ trì; Đơn vị thực hiện; Cơ quan thực hiện; Thực
        hiện; Đơn vị; Cơ quan; Đơn vị phụ trách; Phụ trách; Người phụ trách; Người thực hiện;
        Cán bộ thực hiện; Phòng thực hiện; Phòng, ban chủ trì; Cơ quan, đơn vị chủ trì; Đơn vị
        đầu mối; Đầu mối; Trách nhiệm; Trách nhiệm thực hiện; Phân công; Phân công thực hiện;
        Đơn vị được giao nhiệm vụ; Giao cho; Bộ phận thực hiện; Sở, ngành chủ trì; CQ chủ trì;
        ĐV chủ trì; Đơn vị làm chính; Đơn vị chủ trì, phối hợp; Chuyên viên; Công chức thực
        hiện; Địa phương, đơn vị; Họ và tên
    """,
    "coordinator": """
        Phối hợp; Đơn vị phối hợp; Cơ quan phối hợp; Cơ quan, đơn vị phối hợp; Phòng phối hợp;
        Đơn vị tham gia; Cùng thực hiện; Cùng làm; Phối kết hợp; Người phối hợp; Cơ quan tham
        gia; Sở, ngành phối hợp; Đơn vị hỗ trợ; Đơn vị cùng thực hiện; Bộ phận phối hợp; Các đơn
        vị phối hợp; CQ phối hợp; ĐV phối hợp; Hỗ trợ; Tham gia; Phối hợp thực hiện; Đơn vị phối
        hợp thực hiện; Phối hợp với; Trách nhiệm phối hợp; Đơn vị có liên quan phối hợp
    """,
    "deadline": """
        Thời hạn; Thời gian; Thời hạn hoàn thành; Thời gian hoàn thành; Thời gian thực hiện;
        Hạn; Hạn hoàn thành; Hạn xử lý; Hạn cuối; Ngày hoàn thành; Ngày xong; Thời điểm hoàn
        thành; Tiến độ; Tiến độ thực hiện; Hoàn thành; Hoàn thành trước; Mốc thời gian; Thời hạn
        báo cáo; Thời gian trình; Phải xong; Ngày đến hạn; T/gian; Xong trước ngày; Lịch thực
        hiện; Yêu cầu về thời gian; Thời hạn gửi; Thời gian, tiến độ
    """,
    "supervisor": """
        Lãnh đạo phụ trách; Lãnh đạo Sở phụ trách; Lãnh đạo chỉ đạo; Lãnh đạo Sở; Lãnh đạo UBND;
        Lãnh đạo theo dõi; Lãnh đạo trực tiếp chỉ đạo; Chỉ đạo; Người chỉ đạo; Đồng chí chỉ đạo;
        PGĐ phụ trách; PCT phụ trách; Phó Giám đốc phụ trách; Phó Chủ tịch phụ trách; Thứ trưởng
        phụ trách; LĐ phụ trách; LĐ Sở; Lãnh đạo Bộ; Lãnh đạo Cục phụ trách; Lãnh đạo; Thường
        trực phụ trách; Lãnh đạo UBND huyện phụ trách; Trực tiếp chỉ đạo; Lãnh đạo đơn vị chỉ
        đạo; Phân công chỉ đạo
    """,
    "": """
        Ghi chú; Kết quả; Kết quả thực hiện; Sản phẩm; Sản phẩm dự kiến; Tình hình thực hiện;
        Căn cứ; Cơ sở pháp lý; Kinh phí; Nguồn vốn; Đơn vị tính; Cơ quan trình; Cấp trình; Cơ
        quan ban hành; Văn bản giao nhiệm vụ; Tình trạng; Lý do; Nguyên nhân chậm; Số lượng;
        Hình thức văn bản; Tổng mức đầu tư; Tỷ lệ; Khó khăn, vướng mắc; Kiến nghị; Kết quả hoàn
        thành
    """,
}

_HEAD = """UBND TỈNH LAM SƠN
VĂN PHÒNG
Số: 45/TB-VP
Lam Sơn, ngày 12 tháng 3 năm 2024

THÔNG BÁO
Kết luận giao ban

Chủ tịch kết luận như sau:

"""
_TAIL = "\n\nNơi nhận:\n- Lưu: VT.\n"


@pytest.mark.parametrize("role", COLUMNS)
def test_a_column_is_known_by_any_name(role: str) -> None:
    names = [" ".join(name.split()) for name in COLUMNS[role].split(";")]
    assert len(names) >= 25
    assert {name: role_of(name)[1] or "" for name in names} == dict.fromkeys(names, role)


def _rows(table: str) -> list[tuple[str, list[str], list[str], list[str]]]:
    notice = read_bytes((_HEAD + table + _TAIL).encode(), "table.md")
    return [
        (
            task.text,
            [m.canonical or m.name for m in task.assignees],
            [m.canonical or m.name for m in task.coordinators],
            [str(d.due) for d in task.deadlines],
        )
        for task in notice.tasks
    ]


def test_titles_two_rows_of_names_numbers_and_repeated_names_are_no_tasks() -> None:
    assert _rows(
        """
| DANH MỤC NHIỆM VỤ GIAO CÁC ĐƠN VỊ |  |  |  |  |
|---|---|---|---|---|
| TT | Nội dung công việc | Phân công |  | Thời hạn |
|  |  | Chủ trì | Phối hợp |  |
| (1) | (2) | (3) | (4) | (5) |
| I | Lĩnh vực đầu tư công |  |  |  |
| 1 | Rà soát dự án chậm giải ngân | Sở Tài chính | Sở Xây dựng; UBND các huyện | 20/3/2024 |
| 2 | Tổng hợp kết quả |  |  | Tháng 4/2024 |
| TT | Nội dung công việc | Phân công |  | Thời hạn |
| II | SỞ Y TẾ |  |  |  |
| 1 | Kiểm tra nguồn thuốc |  |  | trước 15/4 |
"""
    ) == [
        ("Rà soát dự án chậm giải ngân", ["Sở Tài chính"], ["Sở Xây dựng", "UBND các huyện"],
         ["2024-03-20"]),
        ("Tổng hợp kết quả", ["Sở Tài chính"], [], ["2024-04-30"]),
        ("Kiểm tra nguồn thuốc", ["Sở Y tế"], [], ["2024-04-15"]),
    ]  # fmt: skip


def test_one_column_says_who_leads_and_who_joins() -> None:
    assert _rows(
        """
| Thời gian | Cơ quan chủ trì, phối hợp | Vấn đề | Kết quả |
|---|---|---|---|
| Quý II/2024 | Sở Nội vụ (chủ trì); phối hợp: Sở Tư pháp, Công an tỉnh | Hoàn thiện đề án | - |
"""
    ) == [("Hoàn thiện đề án", ["Sở Nội vụ"], ["Sở Tư pháp", "Công an tỉnh"], ["2024-06-30"])]


def test_the_column_of_orders_is_that_which_directs() -> None:
    assert _rows(
        """
| Nội dung kiến nghị | Ý kiến chỉ đạo | Đơn vị | Hạn |
|---|---|---|---|
| Thiếu vốn làm đường | Bố trí vốn trong kế hoạch năm 2025 | Sở Tài chính | 30/4/2024 |
"""
    ) == [("Bố trí vốn trong kế hoạch năm 2025", ["Sở Tài chính"], [], ["2024-04-30"])]


CELLS = (
    # who leads and who joins, in one cell
    ("Phòng A Lềnh chủ trì; Phòng Nội vụ phối hợp", ["Phòng A Lềnh"], ["Phòng Nội vụ"]),
    ("Vụ Pháp chế (chủ trì); Vụ Kế hoạch (phối hợp)", ["Vụ Pháp chế"], ["Vụ Kế hoạch"]),
    ("Vụ Thị trường trong nước; Vụ Pháp chế (phối hợp)",
     ["Vụ Thị trường trong nước"], ["Vụ Pháp chế"]),
    ("Vụ Thị trường châu Âu - châu Mỹ", ["Vụ Thị trường châu Âu - châu Mỹ"], []),
)  # fmt: skip


@pytest.mark.parametrize(("cell", "lead", "join"), CELLS)
def test_a_cell_of_those_who_lead_and_join(cell: str, lead: list[str], join: list[str]) -> None:
    table = f"| TT | Nội dung | Đơn vị thực hiện | Thời hạn |\n|-|-|-|-|\n| 1 | Lập sổ | {cell} | |"
    (task,) = read_bytes(table.encode(), "a.md").tasks
    assert [m.canonical for m in task.assignees] == lead
    assert [m.canonical for m in task.coordinators] == join


def test_a_column_says_what_the_order_rests_on() -> None:
    row = "| 1 | Lập sổ | Công văn số 12/UBND-XD ngày 02/3/2031 | Phòng Nội vụ |"
    table = f"| TT | Nội dung | Văn bản giao | Đơn vị |\n|-|-|-|-|\n{row}"
    notice = read_bytes(table.encode(), "a.md")
    (ref,) = notice.tasks[0].refs
    assert ref.key == "12/UBND-XD"
    assert notice.text[ref.start : ref.end] == ref.text


def test_a_row_cut_short_is_no_group() -> None:
    page = (
        "<h1>THÔNG BÁO</h1><p>Kết luận giao ban tháng 5/2024</p>"
        "<table><tr><th>TT</th><th>Nội dung</th><th>Đơn vị chủ trì</th></tr>"
        "<tr><td>I</td></tr>"
        "<tr><td>1</td><td>Kiểm tra việc đóng cửa mỏ đá Lũng Vài</td>"
        "<td>Phòng Khoáng sản</td></tr></table>"
    )
    notice = read_bytes(page.encode(), "cut.html")
    assert [task.text for task in notice.tasks] == ["Kiểm tra việc đóng cửa mỏ đá Lũng Vài"]
