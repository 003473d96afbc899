"""Which offices a sentence names, by their full names, and which classes of them."""

import pytest

from ingest.patterns.unit import find_units, unit_list_at
from ingest.patterns.unit_register import Register

# text, and (name as printed, full name, kind) of each office in it
UNITS: tuple[tuple[str, list[tuple[str, str, str]]], ...] = (
    ("Sở Tài chính, Tư pháp và Y tế thẩm định hồ sơ",
     [("Sở Tài chính", "Sở Tài chính", "unit"), ("Tư pháp", "Sở Tư pháp", "unit"),
      ("Y tế", "Sở Y tế", "unit")]),
    ("các Sở: Tài chính; Tư pháp; Xây dựng và UBND các huyện rà soát",
     [("Tài chính", "Sở Tài chính", "unit"), ("Tư pháp", "Sở Tư pháp", "unit"),
      ("Xây dựng", "Sở Xây dựng", "unit"), ("UBND các huyện", "UBND các huyện", "class")]),
    ("UBND huyện Khau Pha, Nà Mon và thành phố Lam Sơn chủ trì",
     [("UBND huyện Khau Pha", "UBND huyện Khau Pha", "unit"),
      ("Nà Mon", "UBND huyện Nà Mon", "unit"),
      ("thành phố Lam Sơn", "UBND thành phố Lam Sơn", "unit")]),
    ("UBND các tỉnh Kim Lĩnh, Hội Phú rà soát",
     [("Kim Lĩnh", "UBND tỉnh Kim Lĩnh", "unit"), ("Hội Phú", "UBND tỉnh Hội Phú", "unit")]),
    ("UBND huyện Khau Pha, Công an tỉnh",
     [("UBND huyện Khau Pha", "UBND huyện Khau Pha", "unit"),
      ("Công an tỉnh", "Công an tỉnh", "unit")]),
    ("UBND xã Nà Mon, huyện Khau Pha", [("UBND xã Nà Mon", "UBND xã Nà Mon", "unit")]),
    ("Trưởng các thôn Nà Lìm, Pác Cáp phối hợp",
     [("Nà Lìm", "Trưởng thôn Nà Lìm", "unit"), ("Pác Cáp", "Trưởng thôn Pác Cáp", "unit")]),
    ("các huyện ủy Khau Pha, Nà Mon và Thành ủy Lam Sơn",
     [("Khau Pha", "Huyện ủy Khau Pha", "unit"), ("Nà Mon", "Huyện ủy Nà Mon", "unit"),
      ("Thành ủy Lam Sơn", "Thành ủy Lam Sơn", "unit")]),
    ("UBND các huyện và các cơ quan, đơn vị có liên quan",
     [("UBND các huyện", "UBND các huyện", "class"),
      ("các cơ quan, đơn vị có liên quan", "các cơ quan, đơn vị có liên quan", "class")]),
    ("UBND các huyện biên giới", [("UBND các huyện biên giới", "UBND các huyện biên giới",
      "class")]),
    ("Giám đốc các Sở báo cáo", [("Giám đốc các Sở", "Giám đốc các Sở", "class")]),
    ("Thủ trưởng các đơn vị thuộc Cục", [("Thủ trưởng các đơn vị thuộc Cục", "*", "every")]),
    ("Phòng Xây dựng nếp sống văn hóa và Gia đình kiểm tra việc xếp loại",
     [("Phòng Xây dựng nếp sống văn hóa và Gia đình",
       "Phòng Xây dựng nếp sống văn hóa và Gia đình", "unit")]),
    ("Viện Khảo cổ học triển khai", [("Viện Khảo cổ học", "Viện Khảo cổ học", "unit")]),
    ("Ban cán sự đảng UBND tỉnh lãnh đạo",
     [("Ban cán sự đảng UBND tỉnh", "Ban cán sự đảng UBND tỉnh", "unit")]),
    ("Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa rà soát",
     [("Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa",
       "Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa", "unit")]),
    ("Sở TN&MT", [("Sở TN&MT", "Sở Tài nguyên và Môi trường", "unit")]),
    ("Sở Tài nguyên và Môi trường tỉnh Lam Sơn",
     [("Sở Tài nguyên và Môi trường tỉnh Lam Sơn", "Sở Tài nguyên và Môi trường tỉnh Lam Sơn",
      "unit")]),
    ("sở Y tế", [("sở Y tế", "Sở Y tế", "unit")]),
    ("Phòng Tài chính - Kế hoạch huyện Khau Pha",
     [("Phòng Tài chính - Kế hoạch huyện Khau Pha",
      "Phòng Tài chính - Kế hoạch huyện Khau Pha", "unit")]),
    ("Sở NN và PTNT", [("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "unit")]),
    ("Bộ GD&ĐT", [("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo", "unit")]),
    ("Chi cục Kiểm lâm", [("Chi cục Kiểm lâm", "Chi cục Kiểm lâm", "unit")]),
    ("Chi cục Kiểm lâm kiểm tra việc trồng rừng",
     [("Chi cục Kiểm lâm", "Chi cục Kiểm lâm", "unit")]),
    ("Chi cục Trồng trọt và Bảo vệ thực vật",
     [("Chi cục Trồng trọt và Bảo vệ thực vật", "Chi cục Trồng trọt và Bảo vệ thực vật", "unit")]),
    ("Chi cục Chăn nuôi và Thú y",
     [("Chi cục Chăn nuôi và Thú y", "Chi cục Chăn nuôi và Thú y", "unit")]),
    ("Thanh tra Sở", [("Thanh tra Sở", "Thanh tra Sở", "unit")]),
    ("Văn phòng Sở", [("Văn phòng Sở", "Văn phòng Sở", "unit")]),
    ("Văn phòng Sở chủ trì tham mưu", [("Văn phòng Sở", "Văn phòng Sở", "unit")]),
    ("Phòng Quản lý đất đai", [("Phòng Quản lý đất đai", "Phòng Quản lý đất đai", "unit")]),
    ("Phòng Quản lý đất đai rà soát hồ sơ",
     [("Phòng Quản lý đất đai", "Phòng Quản lý đất đai", "unit")]),
    ("Phòng Kế hoạch - Tài chính",
     [("Phòng Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính", "unit")]),
    ("Phòng Giáo dục Mầm non", [("Phòng Giáo dục Mầm non", "Phòng Giáo dục Mầm non", "unit")]),
    ("Trung tâm Quan trắc tài nguyên và môi trường",
     [("Trung tâm Quan trắc tài nguyên và môi trường",
      "Trung tâm Quan trắc tài nguyên và môi trường", "unit")]),
    ("Trung tâm Phát triển quỹ đất tỉnh",
     [("Trung tâm Phát triển quỹ đất tỉnh", "Trung tâm Phát triển quỹ đất tỉnh", "unit")]),
    ("Văn phòng Đăng ký đất đai",
     [("Văn phòng Đăng ký đất đai", "Văn phòng Đăng ký đất đai", "unit")]),
    ("Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp",
     [("Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp",
      "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp", "unit")]),
    ("Ban Quản lý rừng phòng hộ Nà Lạn",
     [("Ban Quản lý rừng phòng hộ Nà Lạn", "Ban Quản lý rừng phòng hộ Nà Lạn", "unit")]),
    ("Ban Chỉ huy Quân sự huyện",
     [("Ban Chỉ huy Quân sự huyện", "Ban Chỉ huy Quân sự huyện", "unit")]),
    ("UBND huyện Khau Pha", [("UBND huyện Khau Pha", "UBND huyện Khau Pha", "unit")]),
    ("Ủy ban nhân dân thị trấn Nà Lạn",
     [("Ủy ban nhân dân thị trấn Nà Lạn", "Ủy ban nhân dân thị trấn Nà Lạn", "unit")]),
    ("UBND xã Lũng Vài chủ trì", [("UBND xã Lũng Vài", "UBND xã Lũng Vài", "unit")]),
    ("Chủ tịch UBND huyện Khau Pha",
     [("Chủ tịch UBND huyện Khau Pha", "Chủ tịch UBND huyện Khau Pha", "unit")]),
    ("HĐND tỉnh", [("HĐND tỉnh", "HĐND tỉnh", "unit")]),
    ("Công an tỉnh", [("Công an tỉnh", "Công an tỉnh", "unit")]),
    ("Công an huyện Khau Pha", [("Công an huyện Khau Pha", "Công an huyện Khau Pha", "unit")]),
    ("Công ty Điện lực Lam Sơn",
     [("Công ty Điện lực Lam Sơn", "Công ty Điện lực Lam Sơn", "unit")]),
    ("Công ty TNHH Hoàng Gia", [("Công ty TNHH Hoàng Gia", "Công ty TNHH Hoàng Gia", "unit")]),
    ("Bệnh viện Đa khoa tỉnh", [("Bệnh viện Đa khoa tỉnh", "Bệnh viện Đa khoa tỉnh", "unit")]),
    ("TTYT huyện Khau Pha", [("TTYT huyện Khau Pha", "Trung tâm Y tế huyện Khau Pha", "unit")]),
    ("BQLDA huyện", [("BQLDA huyện", "Ban Quản lý dự án huyện", "unit")]),
    ("Kho bạc Nhà nước huyện", [("Kho bạc Nhà nước huyện", "Kho bạc Nhà nước huyện", "unit")]),
    ("Tỉnh đoàn", [("Tỉnh đoàn", "Tỉnh đoàn", "unit")]),
    ("Huyện ủy Khau Pha", [("Huyện ủy Khau Pha", "Huyện ủy Khau Pha", "unit")]),
    ("Ủy ban MTTQ tỉnh", [("Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh", "unit")]),
    ("Hội Nông dân tỉnh", [("Hội Nông dân tỉnh", "Hội Nông dân tỉnh", "unit")]),
    ("Trường Tiểu học Nà Lạn", [("Trường Tiểu học Nà Lạn", "Trường Tiểu học Nà Lạn", "unit")]),
    ("Hạt Kiểm lâm huyện Khau Pha",
     [("Hạt Kiểm lâm huyện Khau Pha", "Hạt Kiểm lâm huyện Khau Pha", "unit")]),
    ("Đội Quản lý thị trường số 4",
     [("Đội Quản lý thị trường số 4", "Đội Quản lý thị trường số 4", "unit")]),
    ("Trung tâm Y tế các huyện, thành phố",
     [("Trung tâm Y tế các huyện, thành phố", "Trung tâm Y tế các huyện, thành phố", "class")]),
    ("Giám đốc Sở Y tế", [("Giám đốc Sở Y tế", "Giám đốc Sở Y tế", "unit")]),
    ("Trưởng phòng Nội vụ", [("Trưởng phòng Nội vụ", "Trưởng phòng Nội vụ", "unit")]),
    ("Chánh Văn phòng Sở", [("Chánh Văn phòng Sở", "Chánh Văn phòng Sở", "unit")]),
    ("Lãnh đạo Phòng Nội vụ", [("Lãnh đạo Phòng Nội vụ", "Lãnh đạo Phòng Nội vụ", "unit")]),
    ("Thủ tướng Chính phủ", [("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "superior")]),
    ("Chính phủ", [("Chính phủ", "Chính phủ", "superior")]),
    ("Quốc hội", [("Quốc hội", "Quốc hội", "superior")]),
    ("Sở Y tế và Sở Tài chính",
     [("Sở Y tế", "Sở Y tế", "unit"), ("Sở Tài chính", "Sở Tài chính", "unit")]),
    ("Phòng Tổ chức và Phòng Kế hoạch",
     [("Phòng Tổ chức", "Phòng Tổ chức", "unit"), ("Phòng Kế hoạch", "Phòng Kế hoạch", "unit")]),
    ("các Sở: Tài chính, Tư pháp, Nội vụ",
     [("Tài chính", "Sở Tài chính", "unit"),
      ("Tư pháp", "Sở Tư pháp", "unit"),
      ("Nội vụ", "Sở Nội vụ", "unit")]),
    ("các Phòng: Kế hoạch - Tài chính, Quản lý đất đai",
     [("Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính", "unit"),
      ("Quản lý đất đai", "Phòng Quản lý đất đai", "unit")]),
    ("UBND các huyện Khau Pha, Nà Lạn và thành phố Bến Sông",
     [("Khau Pha", "UBND huyện Khau Pha", "unit"),
      ("Nà Lạn", "UBND huyện Nà Lạn", "unit"),
      ("thành phố Bến Sông", "UBND thành phố Bến Sông", "unit")]),
    ("UBND các xã: Lũng Vài, Nà Pặc",
     [("Lũng Vài", "UBND xã Lũng Vài", "unit"), ("Nà Pặc", "UBND xã Nà Pặc", "unit")]),
    ("các phòng, đơn vị", [("các phòng, đơn vị", "*", "every")]),
    ("các phòng, đơn vị trực thuộc Sở", [("các phòng, đơn vị trực thuộc Sở", "*", "every")]),
    ("các đơn vị liên quan", [("các đơn vị liên quan", "các đơn vị liên quan", "class")]),
    ("các cơ quan, đơn vị có liên quan",
     [("các cơ quan, đơn vị có liên quan", "các cơ quan, đơn vị có liên quan", "class")]),
    ("các sở, ban, ngành và UBND các huyện, thành phố",
     [("các sở, ban, ngành và UBND các huyện, thành phố", "*", "every")]),
    ("UBND các huyện, thành phố",
     [("UBND các huyện, thành phố", "UBND các huyện, thành phố", "class")]),
    ("UBND các xã, phường, thị trấn",
     [("UBND các xã, phường, thị trấn", "UBND các xã, phường, thị trấn", "class")]),
    ("các địa phương", [("các địa phương", "các địa phương", "class")]),
    ("tất cả các phòng", [("tất cả các phòng", "*", "every")]),
    ("toàn thể các đơn vị", [("toàn thể các đơn vị", "*", "every")]),
    ("các đơn vị", [("các đơn vị", "*", "every")]),
    ("các chủ đầu tư", [("các chủ đầu tư", "các chủ đầu tư", "class")]),
    ("Trưởng các thôn", [("Trưởng các thôn", "Trưởng các thôn", "class")]),
    ("các phòng chuyên môn", [("các phòng chuyên môn", "các phòng chuyên môn", "class")]),
    ("các trường học", [("các trường học", "các trường học", "class")]),
    ("lãnh đạo các phòng, đơn vị", [("lãnh đạo các phòng, đơn vị", "*", "every")]),
    ("Các bộ, ngành", [("Các bộ, ngành", "Các bộ, ngành", "class")]),
)  # fmt: skip

NONE = (
    "phòng, chống thiên tai",
    "phòng cháy và chữa cháy",
    "bộ phận một cửa",
    "sở hữu chung",
    "ban hành kế hoạch",
    "đội ngũ cán bộ",
    "hội nghị giao ban",
    "công tác phòng dịch",
)


@pytest.mark.parametrize(("text", "expected"), UNITS, ids=lambda v: str(v)[:40])
def test_units(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_units(text)
    assert [(u.name, u.canonical, u.kind) for u in found] == expected
    assert all(text[u.start : u.end] == u.name for u in found)


@pytest.mark.parametrize("text", NONE)
def test_no_unit(text: str) -> None:
    assert find_units(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phòng Vé tàu hỏa chủ trì đối chiếu doanh thu", ["Phòng Vé tàu hỏa"]),
        (
            "Chi cục Phà biển đảo xa Mũi Rộng: tiếp tục tăng chuyến",
            ["Chi cục Phà biển đảo xa Mũi Rộng"],
        ),
        ("cùng Đội Kiểm soát sau cầu phao rà soát phí", ["Đội Kiểm soát sau cầu phao"]),
        ("Phòng Kế hoạch họp triển khai", ["Phòng Kế hoạch"]),
        ("Giao Sở Xây dựng các nội dung sau: lập hồ sơ", ["Sở Xây dựng"]),
        ("Văn phòng Sở bố trí kinh phí thực hiện", ["Văn phòng Sở"]),
    ],
)
def test_a_name_of_words_nobody_listed_goes_on_until_the_order(text: str, names: list[str]) -> None:
    assert [unit.name for unit in find_units(text)] == names


def test_a_document_names_its_own_offices() -> None:
    register = Register()
    register.add("Tổ Xung kích số 7")
    register.add("BQL Lòng hồ", "Ban Quản lý vùng lòng hồ Nậm Rùa")
    text = "BQL lòng hồ phối hợp với Tổ xung kích số 7 trực đêm"
    assert [u.canonical for u in find_units(text, register)] == [
        "Ban Quản lý vùng lòng hồ Nậm Rùa",
        "Tổ Xung kích số 7",
    ]


def test_the_longest_of_the_noted_names_counts() -> None:
    register = Register()
    register.add("Phòng Lưu")
    register.add("Phòng Lưu trữ số")
    assert register.match("phòng lưu trữ số và", 0) == len("phòng lưu trữ số")
    assert register.match("Phòng Lưutrữ", 0) is None


def test_a_list_goes_on_over_names_and_lists() -> None:
    text = "Văn phòng Sở, các Phòng: Kế hoạch - Tài chính, Quản lý đất đai và Chi cục Kiểm lâm họp"
    assert [u.canonical for u in unit_list_at(text, 0, Register())] == [
        "Văn phòng Sở",
        "Phòng Kế hoạch - Tài chính",
        "Phòng Quản lý đất đai",
        "Chi cục Kiểm lâm",
    ]
