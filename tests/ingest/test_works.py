"""Works without "dự án" before them: named where something is done to them, and only there."""

import pytest

from ingest.patterns.place import find_places
from ingest.patterns.project import find_projects

WORKS: tuple[tuple[str, list[str]], ...] = (
    ("lập dự toán đường bê tông thôn Hua Nà đoạn cuối thôn", ["đường bê tông thôn Hua Nà"]),
    ("đẩy nhanh thi công cầu Pá Lau, xong trước mùa lũ", ["cầu Pá Lau"]),
    ("nạo vét kênh Tám Ngàn trước mùa khô", ["kênh Tám Ngàn"]),
    ("Xây mới chợ Hua Nà trên nền cũ", ["chợ Hua Nà"]),
    ("nâng cấp Trường Mầm non Pá Lau", ["Trường Mầm non Pá Lau"]),
    ("bồi thường, GPMB đường Hua Nà - Pá Lau - Bến Sông", ["đường Hua Nà - Pá Lau - Bến Sông"]),
    ("giải ngân hết vốn tuyến kè Bến Sông", ["tuyến kè Bến Sông"]),
    ("nghiệm thu cầu treo Nậm Rùa 2 và đường vào bản Pá Lau",
     ["cầu treo Nậm Rùa 2", "đường vào bản Pá Lau"]),
    ("sửa chữa nhà văn hóa thôn 5", ["nhà văn hóa thôn 5"]),
    ("quyết toán trụ sở UBND xã Hua Nà", ["trụ sở UBND xã Hua Nà"]),
    ("đầu tư hạ tầng KCN Bến Sông", ["KCN Bến Sông"]),
    ("Cầu Pá Lau chậm tiến độ 02 tháng", ["Cầu Pá Lau"]),
    ("2. Về đường liên xã Hua Nà: giao Phòng Kinh tế khảo sát", ["đường liên xã Hua Nà"]),
    ("kiểm tra công trình nước sạch bản Pá Lau", ["công trình nước sạch bản Pá Lau"]),
    ("công trình cầu Pá Lau và kè Bến Sông", ["cầu Pá Lau", "kè Bến Sông"]),
    ("Xây mới chợ Hua Nà.\nĐối thoại với tiểu thương chợ Hua Nà.", ["chợ Hua Nà", "chợ Hua Nà"]),
    ("nghiệm thu công trình Nhà thi đấu tỉnh, cầu Pá Lau và đường nối KCN Bến Sông với quốc lộ 3B",
     ["Nhà thi đấu tỉnh", "cầu Pá Lau", "đường nối KCN Bến Sông với quốc lộ 3B"]),
    ("hoàn thành kè chống sạt lở bờ Hua Nà, kè Pá Lau (giai đoạn 3)",
     ["kè chống sạt lở bờ Hua Nà", "kè Pá Lau (giai đoạn 3)"]),
    ("đấu nối trạm cấp nước ấp Hua Nà", ["trạm cấp nước ấp Hua Nà"]),
    ("quản lý vật tư ở công trình lộ nhựa ấp 3 - ấp 5", ["lộ nhựa ấp 3 - ấp 5"]),
    ("phương án bồi thường, hỗ trợ và tái định cư Khu dân cư Hua Nà (giai đoạn 2)",
     ["Khu dân cư Hua Nà (giai đoạn 2)"]),
    ("bàn giao mặt bằng đoạn còn lại của đường Kinh Pá Lau", ["đường Kinh Pá Lau"]),
    ("dự án Đường tỉnh 915C nối dài và cầu Pá Lau trong kế hoạch",
     ["Đường tỉnh 915C nối dài", "cầu Pá Lau"]),
    ("phát quang tuyến đường dây 35kV Hua Nà - Pá Lau", ["tuyến đường dây 35kV Hua Nà - Pá Lau"]),
    ("thí nghiệm máy biến áp trạm 110kV Pá Lau", ["trạm 110kV Pá Lau"]),
    ("thi công Nhà Thực hành H5 và Ký túc xá K4", ["Nhà Thực hành H5", "Ký túc xá K4"]),
    ("vốn cho Chương trình chống ngập vùng Hua Nà", ["Chương trình chống ngập vùng Hua Nà"]),
    ("các dự án thủy điện nhỏ, nhất là dự án thủy điện Nậm Rùa", ["thủy điện Nậm Rùa"]),
)  # fmt: skip

NO_WORKS = (
    "Kiểm tra xe quá tải trên đường Hua Nà",
    "đối thoại với tiểu thương chợ Hua Nà",
    "dỡ quầy lấn chiếm trước cổng chợ Hua Nà",
    "xây dựng kế hoạch chống hàng giả ở chợ Hua Nà",
    "tuần tra khu dân cư Bến Sông",
    "di dời hộ dân khỏi khu dân cư Bến Sông",
    "tư vấn tuyển sinh tại KCN Bến Sông",
    "Chi cục Hải quan cửa khẩu cảng Bến Sông",
    "thẩm định hồ sơ của Trường Tiểu học Hua Nà",
    "yêu cầu Pá Lau",
    "sửa chữa mặt đường hư hỏng qua đèo Pá Lau",
    "các dự án thủy điện nhỏ đã thu hồi đất",
)

PLACES: tuple[tuple[str, list[str]], ...] = (
    ("nhà đất trên đường Lê Văn Mẩy kéo dài", ["đường Lê Văn Mẩy kéo dài"]),
    ("các hộ tổ dân phố số 3, ấp 5, khối phố 7", ["tổ dân phố số 3", "ấp 5", "khối phố 7"]),
    ("huyện đảo Hòn Sâm, xã bãi ngang Hải Mẩy", ["huyện đảo Hòn Sâm", "xã bãi ngang Hải Mẩy"]),
)


@pytest.mark.parametrize(("text", "names"), WORKS)
def test_a_work_that_something_is_done_to(text: str, names: list[str]) -> None:
    found = find_projects(text)
    assert [project.name for project in found] == names
    assert all(text[project.start : project.end] == project.name for project in found)


@pytest.mark.parametrize("text", NO_WORKS)
def test_where_something_is_done_is_no_work(text: str) -> None:
    assert find_projects(text) == []


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places_of_every_kind(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(text)] == names


def test_a_script_is_no_village() -> None:
    assert find_places("duyệt kịch bản Lễ phát động, phiên bản Xanh") == []
