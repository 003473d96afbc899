"""Which projects, people and places a sentence names, and what only looks like one."""

import pytest

from ingest.patterns.person import find_people
from ingest.patterns.place import find_places
from ingest.patterns.project import find_projects

PROJECTS: tuple[tuple[str, list[str]], ...] = (
    ('dự án "Đường nối Nà Lạn - Khau Pha"', ["Đường nối Nà Lạn - Khau Pha"]),
    ("Dự án đầu tư xây dựng “Cầu Bến Sông 2”", ["Cầu Bến Sông 2"]),
    ("dự án VILG", ["VILG"]),
    ("dự án đường tránh thị trấn Nà Lạn", ["đường tránh thị trấn Nà Lạn"]),
    ("dự án cải tạo, nâng cấp Trường Tiểu học Lũng Vài, hoàn thành trong tháng 4",
     ["cải tạo, nâng cấp Trường Tiểu học Lũng Vài"]),
    ("dự án xây dựng kè chống sạt lở bờ sông Lam, báo cáo UBND tỉnh",
     ["xây dựng kè chống sạt lở bờ sông Lam"]),
    ("Dự án Khu đô thị mới Bến Sông chậm tiến độ", ["Khu đô thị mới Bến Sông"]),
    ("dự án thành phần 2 đường cao tốc Lam Sơn - Bến Sông", ["đường cao tốc Lam Sơn - Bến Sông"]),
    ("công trình hồ chứa nước Khuổi Rùa", ["hồ chứa nước Khuổi Rùa"]),
    ("công trình cấp nước sinh hoạt xã Lũng Vài", ["cấp nước sinh hoạt xã Lũng Vài"]),
    ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
     ["Chương trình mục tiêu quốc gia xây dựng nông thôn mới"]),
    ("Chương trình mục tiêu quốc gia giảm nghèo bền vững",
     ["Chương trình mục tiêu quốc gia giảm nghèo bền vững"]),
    ("Chương trình OCOP", ["Chương trình OCOP"]),
    ("cao tốc Lam Sơn - Bến Sông", ["cao tốc Lam Sơn - Bến Sông"]),
    ("đường cao tốc Khau Pha - Nà Lạn - Bến Sông", ["đường cao tốc Khau Pha - Nà Lạn - Bến Sông"]),
    ("Khu tái định cư Nà Pặc", ["Khu tái định cư Nà Pặc"]),
    ("Cụm công nghiệp Bến Sông", ["Cụm công nghiệp Bến Sông"]),
    ("nhà máy xử lý rác Lũng Vài", ["nhà máy xử lý rác Lũng Vài"]),
    ("cầu Khuổi Rùa", ["cầu Khuổi Rùa"]),
    ("thủy điện Nậm Rùa", ["thủy điện Nậm Rùa"]),
    ("trạm bơm Đồng Sâu", ["trạm bơm Đồng Sâu"]),
    ("dự án đường cao tốc", ["đường cao tốc"]),
    ("Dự án Hồ Khuổi Rùa khẩn trương bàn giao mặt bằng", ["Hồ Khuổi Rùa"]),
)  # fmt: skip

NO_PROJECTS = (
    "tiểu dự án giải phóng mặt bằng",
    "công trình trọng điểm",
    "các công trình xây dựng cơ bản",
    "dự án trên địa bàn",
    "dự án chậm tiến độ",
    "dự án này",
    "dự án đầu tư công",
    "dự án trọng điểm",
    "lập dự án phát triển rừng",
    "xây dựng dự án",
    "chương trình công tác",
    "yêu cầu Sở Y tế",
    "nhu cầu Nhà nước",
)

# text, and (name, post) of each person in it
PEOPLE: tuple[tuple[str, list[tuple[str, str | None]]], ...] = (
    ("đồng chí Lò Văn Păn", [("Lò Văn Păn", None)]),
    ("Đồng chí Lê Thị Hồng, Phó Giám đốc Sở", [("Lê Thị Hồng", "Phó Giám đốc Sở")]),
    ("Đ/c Vàng A Sử - Phó Giám đốc phụ trách", [("Vàng A Sử", "Phó Giám đốc")]),
    ("đ/c Phùng", [("Phùng", None)]),
    ("đồng chí Phó Giám đốc Sở Nguyễn Văn Bảy", [("Nguyễn Văn Bảy", "Phó Giám đốc Sở")]),
    ("ông Trần Minh Tuấn, Chủ tịch UBND xã Lũng Vài",
     [("Trần Minh Tuấn", "Chủ tịch UBND xã Lũng Vài")]),
    ("bà Hoàng Thị Sen (Trưởng phòng Nội vụ)", [("Hoàng Thị Sen", "Trưởng phòng Nội vụ")]),
    ("Giám đốc Sở Nông Văn Thắng kết luận", [("Nông Văn Thắng", "Giám đốc Sở")]),
    ("Chủ tịch UBND huyện Khau Pha Lý Văn Sơn", [("Lý Văn Sơn", "Chủ tịch UBND huyện Khau Pha")]),
    ("Chánh Văn phòng Bế Thị Thu", [("Bế Thị Thu", "Chánh Văn phòng")]),
    ("bác sĩ Hà Minh Đức", [("Hà Minh Đức", None)]),
    ("Yêu cầu Đ/c Lò Hữu Păn chủ trì", [("Lò Hữu Păn", None)]),
    ("Yêu cầu Bà Vàng Thị Mẩy nộp hồ sơ", [("Vàng Thị Mẩy", None)]),
    ("Thạc sĩ Đinh Công Khanh, Viện trưởng", [("Đinh Công Khanh", "Viện trưởng")]),
    ("Bộ trưởng Lưu Đức Thịnh chủ trì", [("Lưu Đức Thịnh", "Bộ trưởng")]),
    ("đồng chí A Lềnh", [("A Lềnh", None)]),
    ("đồng chí Rơ Châm Hùng, Trưởng thôn", [("Rơ Châm Hùng", "Trưởng thôn")]),
    ("Đ/c Lý Thị Mai và đ/c Tô Văn Lực", [("Lý Thị Mai", None), ("Tô Văn Lực", None)]),
)  # fmt: skip

NO_PEOPLE = (
    "Chủ tịch UBND tỉnh Cao Sơn",
    "Phó Chủ tịch UBND tỉnh Cao Sơn",
    "đồng chí Giám đốc Sở",
    "các đồng chí Phó Giám đốc Sở",
    "đồng chí Tỉnh ủy viên",
    "ông bà nội",
    "Lê Lợi",
    "đường Trần Phú",
    "nạo vét kênh Ông Hai Mẩy",
    "thi công cầu Bà Păn",
    "Thủ tướng Chính phủ",
    "đồng chí Phó Chủ tịch Thường trực",
)

# text, and (name as printed, name with its kind, kind) of each place in it
PLACES: tuple[tuple[str, list[tuple[str, str, str]]], ...] = (
    ("xã Lũng Vài", [("xã Lũng Vài", "xã Lũng Vài", "xã")]),
    ("tại xã Lũng Vài, huyện Khau Pha, tỉnh Lam Sơn",
     [("xã Lũng Vài", "xã Lũng Vài", "xã"),
      ("huyện Khau Pha", "huyện Khau Pha", "huyện"),
      ("tỉnh Lam Sơn", "tỉnh Lam Sơn", "tỉnh")]),
    ("thôn 5", [("thôn 5", "thôn 5", "thôn")]),
    ("phường 12", [("phường 12", "phường 12", "phường")]),
    ("thị trấn Nà Lạn", [("thị trấn Nà Lạn", "thị trấn Nà Lạn", "thị trấn")]),
    ("TP. Bến Sông", [("TP. Bến Sông", "TP. Bến Sông", "thành phố")]),
    ("TP Bến Sông", [("TP Bến Sông", "TP Bến Sông", "thành phố")]),
    ("thành phố Bến Sông", [("thành phố Bến Sông", "thành phố Bến Sông", "thành phố")]),
    ("mỏ đá Lũng Hoài", [("mỏ đá Lũng Hoài", "mỏ đá Lũng Hoài", "mỏ đá")]),
    ("mỏ cát Bãi Soi", [("mỏ cát Bãi Soi", "mỏ cát Bãi Soi", "mỏ cát")]),
    ("khu vực mỏ sắt Nà Lũng", [("mỏ sắt Nà Lũng", "mỏ sắt Nà Lũng", "mỏ sắt")]),
    ("Quốc lộ 3", [("Quốc lộ 3", "Quốc lộ 3", "đường")]),
    ("QL.34B", [("QL.34B", "QL.34B", "đường")]),
    ("đường tỉnh 207", [("đường tỉnh 207", "đường tỉnh 207", "đường")]),
    ("ĐT.208", [("ĐT.208", "ĐT.208", "đường")]),
    ("đường Trần Phú", [("đường Trần Phú", "đường Trần Phú", "đường")]),
    ("phố Bến Cũ", [("phố Bến Cũ", "phố Bến Cũ", "đường")]),
    ("các xã Lũng Vài, Nà Pặc và thị trấn Nà Lạn",
     [("Lũng Vài", "xã Lũng Vài", "xã"),
      ("Nà Pặc", "xã Nà Pặc", "xã"),
      ("thị trấn Nà Lạn", "thị trấn Nà Lạn", "thị trấn")]),
    ("02 huyện: Khau Pha, Nà Lạn",
     [("Khau Pha", "huyện Khau Pha", "huyện"), ("Nà Lạn", "huyện Nà Lạn", "huyện")]),
    ("3 xã Lũng Vài, Nà Pặc, Khuổi Rùa",
     [("Lũng Vài", "xã Lũng Vài", "xã"),
      ("Nà Pặc", "xã Nà Pặc", "xã"),
      ("Khuổi Rùa", "xã Khuổi Rùa", "xã")]),
    ("bản Hin", [("bản Hin", "bản Hin", "bản")]),
    ("tổ dân phố 4", [("tổ dân phố 4", "tổ dân phố 4", "tổ dân phố")]),
    ("khu phố 7", [("khu phố 7", "khu phố 7", "khu phố")]),
    ("đảo Hòn Ngư", [("đảo Hòn Ngư", "đảo Hòn Ngư", "đảo")]),
    ("đặc khu Vân Hải", [("đặc khu Vân Hải", "đặc khu Vân Hải", "đặc khu")]),
    ("tỉnh Lam Sơn", [("tỉnh Lam Sơn", "tỉnh Lam Sơn", "tỉnh")]),
    ("buôn Ea Tul", [("buôn Ea Tul", "buôn Ea Tul", "buôn")]),
)  # fmt: skip

NO_PLACES = (
    "xã Sở Y tế",
    "xã UBND",
    "các xã, phường",
    "huyện Ủy ban",
    "xã 12/2024",
    "đường Tỉnh ủy",
    "mỏ của công ty",
    "làng nghề",
)


@pytest.mark.parametrize(("text", "expected"), PROJECTS, ids=lambda v: str(v)[:40])
def test_projects(text: str, expected: list[str]) -> None:
    found = find_projects(text)
    assert [m.name for m in found] == expected
    assert all(text[m.start : m.end] == m.name for m in found)


@pytest.mark.parametrize("text", NO_PROJECTS)
def test_no_project(text: str) -> None:
    assert find_projects(text) == []


@pytest.mark.parametrize(("text", "expected"), PEOPLE, ids=lambda v: str(v)[:40])
def test_people(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_people(text)
    assert [(m.name, m.role) for m in found] == expected
    assert all(text[m.start : m.end] == m.name for m in found)


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_nobody(text: str) -> None:
    assert find_people(text) == []


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=lambda v: str(v)[:40])
def test_places(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_places(text)
    assert [(m.name, m.canonical or m.name, m.role) for m in found] == expected
    assert all(text[m.start : m.end] == m.name for m in found)


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(text: str) -> None:
    assert find_places(text) == []
