"""Invented places, people, companies and works, and the offices that there are at every level.

Offices' kinds and fields are those of Vietnamese government; every proper name is made up.
"""

from random import Random

# Syllables of lowland place names, put together in twos.
_FIRST = """
    An Bình Cẩm Châu Chi Công Đại Đông Đức Gia Hòa Hội Hưng Khánh Kim Lộc Long Mỹ Nam Ngọc Nhân
    Phú Phước Quang Quảng Sơn Tân Tây Thanh Thạch Thiện Thông Thuận Thượng Tiên Trung Trường Văn
    Vạn Vĩnh Xuân Yên Báo
""".split()
_SECOND = """
    Khê Lĩnh Lạc Phong Sơn Thạch Thủy Hưng Lâm Hải Phú Hà Mỹ Thọ Quý Lương Nghĩa Hòa Bình Cường
    Đồng Giang Xá Đô Lăng Ninh Trạch Vân Long Khang
""".split()
# Highland names.
_HIGHLAND = """
    Nà Pặc|Khuổi Luông|Bản Hạ|Pác Nặm|Lũng Vài|Nậm Chảy|Mường Lạn|Tả Phìn Hồ|Sủng Máng|Đắk Rin|
    Ea Kiêu|Krông Búk Hạ|Chư Pơng|Ia Trốk|Mang Yàng|Cư M'Lan|Tu Mơ Rin|Pù Nhu|Xín Chéng|Hua Trai|
    Chiềng Khừa|Thèn Phùng|Ngườm Lài|Cốc Pàng Thượng|Phiêng Ban
""".replace("\n", "").split("|")
HIGHLAND = tuple(" ".join(name.split()) for name in _HIGHLAND)

LOWLAND = tuple(f"{a} {b}" for a in _FIRST for b in _SECOND if a != b)

FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Bế Lò Giàng Lương Đinh "
    "Trịnh Mạc Tạ Quách Hà Cao Đoàn Triệu Vi Sầm Lục Ma Đàm Chu Tô Thào Vàng Siu"
).split()
MIDDLE = "Văn Thị Đức Hữu Minh Quang Thanh Ngọc Xuân Đình Thu Kim Anh Công Bá Mỹ Hồng Duy".split()
GIVEN = (
    "An Bách Cường Dũng Giang Hà Hải Hạnh Hiếu Hòa Hùng Hương Khánh Lan Liên Linh Long Mai Minh "
    "Nam Nga Nghĩa Nhung Phúc Phương Quân Quý Sơn Tâm Thảo Thắng Thủy Toàn Trang Tuấn Tùng Vinh "
    "Vân Yến Chiến Lai Mận Páo Sinh"
).split()

COMPANIES = (
    "Công ty TNHH {n}", "Công ty Cổ phần {f} {n}", "Công ty TNHH MTV {f} {n}",
    "Công ty CP Đầu tư {n}", "Hợp tác xã {f} {n}", "Tổng công ty {f} {n}",
)  # fmt: skip
COMPANY_FIELDS = (
    "Xây dựng", "Khoáng sản", "Nông nghiệp", "Thủy điện", "Môi trường đô thị", "Lâm nghiệp",
    "Thương mại", "Vận tải", "Cấp nước",
)  # fmt: skip

# Works, as an unquoted project's name is written: every one ends in a proper name or a number.
WORKS = (
    "đường {a} - {b}", "cầu {a}", "hồ chứa nước {a}", "kè chống sạt lở bờ sông {a}",
    "khu tái định cư {a}", "cụm công nghiệp {a}", "nhà máy xử lý rác thải {a}",
    "nâng cấp đường tỉnh {n}", "cải tạo, nâng cấp đường {a} - {b}", "trạm bơm {a}",
    "đường cao tốc {a} - {b}", "khu dân cư {a}", "thủy điện {a} {d}", "khu đô thị mới {a}",
    "xây dựng cầu {a}", "hệ thống cấp nước sinh hoạt {a}",
)  # fmt: skip
QUOTED_WORKS = (
    "Đầu tư xây dựng Trường Trung học phổ thông {a}",
    "Cải tạo, nâng cấp Bệnh viện Đa khoa huyện {a}, giai đoạn {d}",
    "Hạ tầng khung khu công nghiệp {a}", "Số hóa dữ liệu đất đai, hộ tịch và tư pháp giai đoạn {d}",
    "Phát triển cây dược liệu dưới tán rừng tại {a}", "Bảo tồn nhà cổ và làng nghề {a}",
    "Xử lý khẩn cấp sạt lở đê hữu sông {a}", "Kiên cố hóa kênh mương vùng {a} - {b}",
    "Xây dựng 15 trạm quan trắc môi trường tự động", "Trồng 500 ha rừng gỗ lớn",
    "Nâng cao năng lực y tế cơ sở, thích ứng với biến đổi khí hậu",
    "Quản lý tổng hợp tài nguyên nước lưu vực sông {a}",
)  # fmt: skip
PROGRAMMES = (
    "Chương trình OCOP", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
    "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
)  # fmt: skip

FIELDS: dict[str, tuple[str, str]] = {
    # a department's field: what it is called in letters' numbers, and in short
    "Tài nguyên và Môi trường": ("STNMT", "TN&MT"),
    "Xây dựng": ("SXD", ""),
    "Giao thông vận tải": ("SGTVT", "GTVT"),
    "Nông nghiệp và Phát triển nông thôn": ("SNN", "NN&PTNT"),
    "Giáo dục và Đào tạo": ("SGDĐT", "GD&ĐT"),
    "Y tế": ("SYT", ""),
    "Văn hóa, Thể thao và Du lịch": ("SVHTTDL", "VHTT&DL"),
    "Nội vụ": ("SNV", ""),
    "Tài chính": ("STC", ""),
    "Công Thương": ("SCT", ""),
    "Lao động - Thương binh và Xã hội": ("SLĐTBXH", "LĐTB&XH"),
    "Kế hoạch và Đầu tư": ("SKHĐT", "KH&ĐT"),
    "Khoa học và Công nghệ": ("SKHCN", "KH&CN"),
    "Thông tin và Truyền thông": ("STTTT", "TT&TT"),
    "Tư pháp": ("STP", ""),
    "Nông nghiệp và Môi trường": ("SNNMT", "NN&MT"),
}

# What a department is made of, beside its office, inspectors and planners.
DIVISIONS: dict[str, tuple[str, ...]] = {
    "Tài nguyên và Môi trường": (
        "Phòng Quản lý đất đai", "Phòng Đo đạc, Bản đồ và Viễn thám", "Chi cục Bảo vệ môi trường",
        "Văn phòng Đăng ký đất đai", "Trung tâm Phát triển quỹ đất", "Phòng Tài nguyên nước",
        "Trung tâm Quan trắc tài nguyên và môi trường", "Phòng Khoáng sản", "Quỹ Bảo vệ môi trường",
    ),
    "Xây dựng": (
        "Phòng Quy hoạch - Kiến trúc", "Phòng Quản lý xây dựng", "Phòng Hạ tầng kỹ thuật",
        "Phòng Quản lý nhà và Thị trường bất động sản", "Chi cục Giám định xây dựng",
        "Trung tâm Kiểm định chất lượng công trình xây dựng",
    ),
    "Giao thông vận tải": (
        "Phòng Quản lý kết cấu hạ tầng giao thông", "Phòng Quản lý vận tải, phương tiện",
        "Ban Quản lý bảo trì đường bộ", "Trung tâm Đăng kiểm xe cơ giới",
        "Phòng An toàn giao thông",
    ),
    "Nông nghiệp và Phát triển nông thôn": (
        "Chi cục Kiểm lâm", "Chi cục Thủy lợi", "Chi cục Chăn nuôi và Thú y",
        "Chi cục Trồng trọt và Bảo vệ thực vật", "Trung tâm Khuyến nông",
        "Chi cục Phát triển nông thôn",
        "Ban Quản lý rừng phòng hộ", "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn",
    ),
    "Giáo dục và Đào tạo": (
        "Phòng Giáo dục Mầm non", "Phòng Giáo dục Tiểu học", "Phòng Giáo dục Trung học",
        "Phòng Quản lý chất lượng", "Phòng Tổ chức cán bộ", "Phòng Chính trị, tư tưởng",
    ),
    "Y tế": (
        "Phòng Nghiệp vụ Y", "Phòng Nghiệp vụ Dược", "Trung tâm Kiểm soát bệnh tật",
        "Chi cục An toàn vệ sinh thực phẩm", "Chi cục Dân số", "Bệnh viện Đa khoa tỉnh",
        "Bệnh viện Y học cổ truyền", "Phòng Tổ chức cán bộ", "Trung tâm Kiểm nghiệm",
    ),
    "Văn hóa, Thể thao và Du lịch": (
        "Phòng Quản lý văn hóa", "Phòng Quản lý du lịch", "Trung tâm Văn hóa - Nghệ thuật",
        "Bảo tàng tỉnh", "Thư viện tỉnh", "Phòng Quản lý thể dục thể thao", "Ban Quản lý di tích",
    ),
    "Nông nghiệp và Môi trường": (
        "Chi cục Kiểm lâm", "Chi cục Quản lý đất đai", "Chi cục Bảo vệ môi trường",
        "Phòng Khoáng sản và Tài nguyên nước", "Trung tâm Khuyến nông", "Chi cục Thủy lợi",
        "Văn phòng Đăng ký đất đai",
    ),
    "Nội vụ": (
        "Phòng Cải cách hành chính", "Phòng Công chức, viên chức", "Phòng Xây dựng chính quyền",
        "Ban Thi đua - Khen thưởng", "Chi cục Văn thư - Lưu trữ", "Ban Tôn giáo",
    ),
    "Tài chính": (
        "Phòng Quản lý ngân sách", "Phòng Quản lý giá và Công sản", "Phòng Tài chính đầu tư",
        "Phòng Tài chính hành chính sự nghiệp", "Trung tâm Tư vấn và Dịch vụ tài chính",
    ),
    "Công Thương": (
        "Phòng Quản lý công nghiệp", "Phòng Quản lý thương mại", "Phòng Quản lý năng lượng",
        "Trung tâm Khuyến công và Xúc tiến thương mại", "Phòng Kỹ thuật an toàn - Môi trường",
    ),
}  # fmt: skip
EVERY_DEPARTMENT = ("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính")

DISTRICT_UNITS = (
    "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Phòng Kinh tế và Hạ tầng", "Phòng Tư pháp",
    "Phòng Tài nguyên và Môi trường", "Phòng Nông nghiệp và Phát triển nông thôn",
    "Thanh tra huyện",
    "Phòng Giáo dục và Đào tạo", "Phòng Văn hóa và Thông tin", "Phòng Y tế", "Phòng Dân tộc",
    "Phòng Lao động - Thương binh và Xã hội", "Công an huyện", "Ban Chỉ huy Quân sự huyện",
    "Văn phòng HĐND và UBND huyện", "Ban Quản lý dự án đầu tư xây dựng huyện",
    "Trung tâm Phát triển quỹ đất huyện", "Trung tâm Dịch vụ nông nghiệp huyện",
    "Hạt Kiểm lâm huyện", "Trung tâm Y tế huyện", "Chi nhánh Văn phòng Đăng ký đất đai huyện",
    "Trung tâm Văn hóa, Thể thao và Truyền thông huyện", "Kho bạc Nhà nước huyện",
    "Ban Chỉ huy Phòng thủ dân sự huyện", "Điện lực huyện",
)  # fmt: skip
COMMUNE_UNITS = (
    "Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế xã", "Văn phòng HĐND và UBND xã",
    "Công chức Địa chính - Xây dựng", "Công chức Tư pháp - Hộ tịch", "Hội Nông dân xã",
    "Công chức Tài chính - Kế toán", "Hội Liên hiệp Phụ nữ xã", "Đoàn Thanh niên xã",
    "Công chức Văn hóa - Xã hội", "Ủy ban Mặt trận Tổ quốc xã", "Hội Cựu chiến binh xã",
    "Phòng Kinh tế",
    "Trung tâm Phục vụ hành chính công xã",
)  # fmt: skip
MINISTRY_UNITS = (
    "Vụ Pháp chế", "Vụ Kế hoạch - Tài chính", "Vụ Tổ chức cán bộ", "Vụ Hợp tác quốc tế",
    "Vụ Khoa học và Công nghệ", "Văn phòng Bộ", "Thanh tra Bộ", "Cục Chuyển đổi số",
    "Viện Chiến lược, Chính sách", "Cục Quản lý xây dựng công trình", "Vụ Đất đai",
    "Cục Biến đổi khí hậu", "Cục Viễn thám quốc gia", "Trung tâm Truyền thông",
)  # fmt: skip
MINISTRIES = (
    "Bộ Tài chính", "Bộ Xây dựng", "Bộ Y tế", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Công Thương",
    "Bộ Kế hoạch và Đầu tư", "Bộ Giao thông vận tải", "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Giáo dục và Đào tạo", "Bộ Tài nguyên và Môi trường", "Bộ Quốc phòng", "Bộ Công an",
    "Bộ Khoa học và Công nghệ", "Bộ Ngoại giao", "Bộ Văn hóa, Thể thao và Du lịch",
    "Ngân hàng Nhà nước Việt Nam", "Thanh tra Chính phủ",
)  # fmt: skip
PROVINCIAL_UNITS = (
    "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Cục Thuế tỉnh", "Kho bạc Nhà nước tỉnh",
    "Ban Quản lý khu kinh tế tỉnh", "Ban Quản lý dự án đầu tư xây dựng tỉnh", "Thanh tra tỉnh",
    "Đài Phát thanh và Truyền hình tỉnh", "Văn phòng UBND tỉnh", "Bảo hiểm xã hội tỉnh",
    "Quỹ Đầu tư phát triển tỉnh", "Ban Dân tộc tỉnh", "Tỉnh đoàn", "Bộ đội Biên phòng tỉnh",
)  # fmt: skip


def place_name(rng: Random) -> str:
    """A made-up proper name of a place."""
    return rng.choice(HIGHLAND if rng.random() < 0.25 else LOWLAND)


def place_names(rng: Random, count: int) -> list[str]:
    """Different proper names of places."""
    return rng.sample(LOWLAND, count) if rng.random() < 0.6 else rng.sample(HIGHLAND, count)


def person_name(rng: Random) -> str:
    """A made-up person's full name."""
    family, given = rng.choice(FAMILY), rng.choice(GIVEN)
    return " ".join((family, rng.choice([m for m in MIDDLE if m not in (family, given)]), given))


def company(rng: Random) -> str:
    """A made-up company."""
    template = rng.choice(COMPANIES)
    return template.format(n=place_name(rng), f=rng.choice(COMPANY_FIELDS))
