"""Offices of every kind in lists: of the police, the forces, hospitals, schools, and strangers."""

import pytest

from ingest.orders import coordinators, read_order
from ingest.patterns.unit_register import Register

ORDERED = (
    ("Đề nghị Điện lực Hua Nà và Viễn thông Hua Nà bó gọn cáp.",
     ["Điện lực Hua Nà", "Viễn thông Hua Nà"]),
    ("PC06 rà soát dữ liệu cư trú.", ["PC06"]),
    ("Phòng Cảnh sát giao thông xử lý xe quá tải.", ["Phòng Cảnh sát giao thông"]),
    ("Khoa Nội tim mạch, Khoa Hồi sức tích cực - Chống độc kê thêm giường.",
     ["Khoa Nội tim mạch", "Khoa Hồi sức tích cực - Chống độc"]),
    ("Bộ môn Toán ứng dụng, Phòng Khảo thí và Bảo đảm chất lượng rà soát đề.",
     ["Bộ môn Toán ứng dụng", "Phòng Khảo thí và Bảo đảm chất lượng"]),
    ("Các khoa, bộ môn nộp đề thi.", ["Các khoa, bộ môn"]),
    ("Trung đoàn 148, Sư đoàn 355 hiệp đồng diễn tập.", ["Trung đoàn 148", "Sư đoàn 355"]),
    ("Thuế cơ sở 4 tỉnh Lam Sơn đôn đốc nợ thuế.", ["Thuế cơ sở 4 tỉnh Lam Sơn"]),
    ("BHXH các huyện, thị xã tham mưu cấp ủy.", ["Bảo hiểm xã hội các huyện, thị xã"]),
    ("Phòng Quản lý Thu - Sổ, Thẻ chủ trì rà soát.", ["Phòng Quản lý Thu - Sổ, Thẻ"]),
    ("Giao Thứ trưởng Lò Văn Păn trực tiếp làm việc với Tập đoàn Hua Nà.", ["Lò Văn Păn"]),
    ("Đề nghị Ủy ban Kinh tế của Quốc hội ủng hộ.", ["Ủy ban Kinh tế của Quốc hội"]),
    ("Đề nghị UBMTTQ xã và các tổ trưởng tổ dân phố vận động bà con.",
     ["Ủy ban Mặt trận Tổ quốc xã", "các tổ trưởng tổ dân phố"]),
    ("Giao BSCKI. Lò Văn Păn, Phó Giám đốc Bệnh viện giải quyết đơn.", ["Lò Văn Păn"]),
    ("Đồng chí Lò Văn Păn, Chánh Văn phòng theo dõi, đôn đốc các phòng.", ["Lò Văn Păn"]),
    ("Các khoa lâm sàng bình bệnh án hằng tuần.", ["Các khoa lâm sàng"]),
    ("Ngoài các việc trên, Văn phòng Sở duy trì trực ban.", ["Văn phòng Sở"]),
    ("Về đất chùa Ốp Sai, xã Hua Nà: Ban Dân vận chủ trì giải quyết.", ["Ban Dân vận"]),
    ("Bí thư chi bộ các thôn, bản vận động đảng viên.", ["Bí thư chi bộ các thôn, bản"]),
    ("Tổ Công nghệ số cộng đồng các thôn hướng dẫn bà con.",
     ["Tổ Công nghệ số cộng đồng các thôn"]),
    ("Toàn thể cán bộ, giảng viên chấp hành giờ giấc.", ["*"]),
    ("Giao Phòng Kinh tế cùng Đội Quản lý đô thị khảo sát bãi xe.", ["Phòng Kinh tế"]),
    ("Tổng Công ty Điện lực miền Nam đầu tư trạm.", ["Tổng Công ty Điện lực miền Nam"]),
)  # fmt: skip

TOGETHER = (
    ("Phối hợp với Công đoàn các KCN, UBND phường Hua Nà khảo sát.",
     ["Công đoàn các Khu công nghiệp", "UBND phường Hua Nà"]),
    ("Sở phối hợp cùng Công đoàn ngành chuẩn bị lễ.", ["Công đoàn ngành"]),
    ("phối hợp với Bộ đội Biên phòng tỉnh, Cảnh sát biển Vùng 5, Hải đội 2 tuần tra",
     ["Bộ đội Biên phòng tỉnh", "Cảnh sát biển Vùng 5", "Hải đội 2"]),
    ("phối hợp với BHXH huyện, KBNN Hua Nà, Ngân hàng CSXH huyện đối chiếu",
     ["Bảo hiểm xã hội huyện", "Kho bạc Nhà nước Hua Nà", "Ngân hàng Chính sách xã hội huyện"]),
    ("phối hợp với Liên chi hội Nhà thuốc, Sở Tài chính rà soát giá",
     ["Liên chi hội Nhà thuốc", "Sở Tài chính"]),
    ("phối hợp với Petrolimex Lam Sơn kiểm tra kho", ["Petrolimex Lam Sơn"]),
    ("phối hợp với doanh nghiệp, Sở Tài chính rà soát giá", ["Sở Tài chính"]),
    ("phối hợp với các hộ dân rà soát giá", []),
    ("Phòng Kinh tế cùng Đội Quản lý đô thị khảo sát bãi xe", ["Đội Quản lý đô thị"]),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), ORDERED)
def test_who_is_ordered(sentence: str, names: list[str]) -> None:
    order = read_order(sentence, 0, len(sentence), Register())
    assert order is not None
    assert [m.canonical or m.name for m in order.addressees] == names


@pytest.mark.parametrize(("sentence", "names"), TOGETHER)
def test_with_whom(sentence: str, names: list[str]) -> None:
    order = read_order(sentence, 0, len(sentence), Register())
    assignees = order.addressees if order else ()
    found = coordinators(sentence, 0, len(sentence), Register(), assignees)
    assert [m.canonical for m in found] == names
