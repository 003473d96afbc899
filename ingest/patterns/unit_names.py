"""What offices are called: kinds of office, fields of government, and where a name ends.

The names of ministries and departments are facts that change with every reorganisation; those in
use since about 2010, the merged ones of 2025 included, are listed by field.
"""

from ingest.patterns.grammar import any_of, phrases
from ingest.patterns.letters import CAPITALISED

LEVEL = any_of("""
    tỉnh; thành phố; TP; TP.; huyện; quận; thị xã; xã; phường; thị trấn; đặc khu
""")
"""What kind of place an office sits in."""
PAPER = r"""(?:
    Kế_hoạch | Đề_(?: án | cương | xuất | nghị ) | Quyết_định | Phương_án | Tờ_trình | Hồ_sơ
    | Nghị_(?: quyết | định ) | Dự_(?: thảo | án | toán ) | Danh_(?: mục | sách ) | Công_văn
    | Chương_trình | Báo_cáo | Quy_(?: hoạch | chế | định | trình ) | Thông_(?: báo | tư )
    | Chỉ_thị | Văn_bản | Hướng_dẫn | Biên_bản | Bảng_giá | Kết_(?: quả | luận ) | Chiến_lược
    | Bộ_(?: tiêu_chí | chỉ_số )
) (?!\w)"""
"""What is put before a committee, and no part of its name: "trình UBND tỉnh Kế hoạch ..."."""
_SYLLABLE = rf"(?! {PAPER} ) {CAPITALISED}"
PLACE = rf"(?: (?: {_SYLLABLE} | \d{{1,2}} ) (?: [\s-]+{_SYLLABLE} ){{0,3}} )"
PEOPLES_BODY = r"""(?:
    [ỦUủu][ỷyỳỵ]_ban_[Nn]hân_dân | UBND | HĐND | Hội_đồng_[Nn]hân_dân | Thường_trực_HĐND
)"""

FIELDS: dict[str, str] = {
    # a field of government: its usual abbreviations, parted by spaces
    "An toàn thực phẩm": "ATTP",
    "Công an": "CA",
    "Công Thương": "CT",
    "Dân tộc": "DT",
    "Dân tộc và Tôn giáo": "DT&TG DTTG",
    "Du lịch": "DL",
    "Giao thông vận tải": "GTVT",
    "Giáo dục và Đào tạo": "GD&ĐT GDĐT GD-ĐT",
    "Kế hoạch và Đầu tư": "KH&ĐT KHĐT KH-ĐT",
    "Khoa học và Công nghệ": "KH&CN KHCN",
    "Lao động - Thương binh và Xã hội": "LĐTBXH LĐTB&XH LĐ-TB&XH LĐ-TBXH",
    "Lao động, Thương binh và Xã hội": "",
    "Ngoại giao": "NG",
    "Ngoại vụ": "NgV",
    "Nông nghiệp": "",
    "Nông nghiệp và Môi trường": "NN&MT NNMT NNVMT",
    "Nông nghiệp và Phát triển nông thôn": "NN&PTNT NNPTNT NN-PTNT NN và PTNT",
    "Nội vụ": "NV",
    "Quốc phòng": "QP",
    "Quy hoạch - Kiến trúc": "QHKT",
    "Quy hoạch và Kiến trúc": "",
    "Tài chính": "TC",
    "Tài chính - Kế hoạch": "TC-KH TCKH",
    "Tài nguyên và Môi trường": "TN&MT TNMT TN-MT",
    "Thông tin và Truyền thông": "TT&TT TTTT",
    "Tư pháp": "TP",
    "Văn hóa": "",
    "Văn hóa - Thông tin": "VH-TT VHTT",
    "Văn hóa và Thông tin": "VH&TT",
    "Văn hóa và Thể thao": "VH&TT",
    "Văn hóa, Khoa học và Thông tin": "VHKHTT",
    "Văn hóa - Xã hội": "VH-XH",
    "Văn hóa, Thể thao và Du lịch": "VHTTDL VHTT&DL VH,TT&DL",
    "Xây dựng": "XD",
    "Y tế": "YT",
    "Kinh tế": "",
    "Kinh tế - Hạ tầng": "KT-HT KTHT KT&HT",
    "Kinh tế và Hạ tầng": "KT&HT",
    "Kinh tế, Hạ tầng và Đô thị": "KTHT&ĐT KT,HT&ĐT",
    "Quản lý đô thị": "QLĐT",
    "Nông nghiệp, Kinh tế và Hạ tầng": "",
}

# Usual short forms inside names, as their initials are read.
SHORT_FORMS: dict[str, str] = {
    "ATTP": "An toàn thực phẩm", "ATVSTP": "An toàn vệ sinh thực phẩm", "BCH": "Ban Chỉ huy",
    "BCĐ": "Ban Chỉ đạo", "BCHQS": "Ban Chỉ huy Quân sự", "BHXH": "Bảo hiểm xã hội",
    "BQL": "Ban Quản lý", "BQLDA": "Ban Quản lý dự án", "BVĐK": "Bệnh viện Đa khoa",
    "BVMT": "Bảo vệ môi trường", "CDC": "Trung tâm Kiểm soát bệnh tật", "CHQS": "Chỉ huy Quân sự",
    "CNVP": "Chi nhánh Văn phòng", "ĐKĐĐ": "Đăng ký đất đai", "ĐTXD": "đầu tư xây dựng",
    "GDNN-GDTX": "Giáo dục nghề nghiệp - Giáo dục thường xuyên", "GPMB": "giải phóng mặt bằng",
    "KBNN": "Kho bạc Nhà nước", "KCN": "Khu công nghiệp", "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "NHCSXH": "Ngân hàng Chính sách xã hội", "NHNN": "Ngân hàng Nhà nước",
    "PCTT": "Phòng, chống thiên tai", "PCCC": "Phòng cháy, chữa cháy", "QLDA": "Quản lý dự án",
    "QLĐĐ": "Quản lý đất đai", "QLĐT": "Quản lý đô thị", "QLTT": "Quản lý thị trường",
    "CNCH": "cứu nạn, cứu hộ", "CSXH": "Chính sách xã hội", "TKCN": "tìm kiếm cứu nạn",
    "TAND": "Tòa án nhân dân", "VKSND": "Viện kiểm sát nhân dân", "KSND": "kiểm sát nhân dân",
    "KHTH": "Kế hoạch tổng hợp", "TCKT": "Tài chính kế toán", "TCCB": "Tổ chức cán bộ",
    "TTYT": "Trung tâm Y tế", "TTPTQĐ": "Trung tâm Phát triển quỹ đất",
    "TT-TH": "Truyền thanh - Truyền hình",
    "VPĐKĐĐ": "Văn phòng Đăng ký đất đai", "VPCP": "Văn phòng Chính phủ",
    "TCHC": "Tổ chức - Hành chính", "KHTC": "Kế hoạch - Tài chính", "KTHT": "Kinh tế - Hạ tầng",
}  # fmt: skip

# Kinds of office whose name is a field of government, whole.
FIELD_KINDS = ("Bộ", "Sở", "Phòng")

# Kinds of office, longest first where one begins another. A name of one of these is told from its
# capitals, from the words of WORDS_OF_NAMES, and from where the sentence goes on.
KINDS = phrases("""
    Bộ Chỉ huy Quân sự; Bộ Chỉ huy quân sự; Bộ CHQS; Bộ Chỉ huy Bộ đội Biên phòng; Ban Chỉ huy
    Quân sự; Ban Chỉ huy quân sự; Ban CHQS; BCHQS; BCH QS; Bộ đội Biên phòng; Bộ; Sở; Ban Chỉ
    huy; Ban Chỉ đạo; Ban chỉ đạo; BCĐ; Ban Quản lý; Ban quản lý; BQLDA; BQL; Ban Thường trực;
    Ban Thường vụ; Ban Giám đốc; Ban Tổ chức; Ban Tuyên giáo; Ban Dân vận; Ban Nội chính; Ban
    Kinh tế; Ban Văn hóa; Ban Pháp chế; Ban Dân tộc; Ban; Tổng cục; Chi cục; Cục; Vụ; Học viện;
    Viện Kiểm sát nhân dân; Viện kiểm sát nhân dân; Viện; Tòa án nhân dân; Toà án nhân dân;
    Phòng Giao dịch; Phòng; P.; Trung tâm; TT; Văn phòng; VP; VPĐKĐĐ; Thanh tra; Ủy ban nhân
    dân; Uỷ ban nhân dân; UBND; HĐND; Hội đồng nhân dân; Ủy ban Mặt trận Tổ quốc; Uỷ ban Mặt
    trận Tổ quốc; Ủy ban MTTQ; UBMTTQ; UB MTTQ; Mặt trận Tổ quốc; MTTQ; Ủy ban Kiểm tra; Ủy ban;
    Hội đồng; Công an; Kho bạc Nhà nước; Kho bạc; Ngân hàng Nhà nước; Ngân hàng Chính sách xã
    hội; Ngân hàng; Bảo hiểm xã hội; BHXH; Thuế; Hải quan; Kiểm toán; Kiểm lâm; Hạt Kiểm lâm;
    Trạm Y tế; Trạm y tế; Trạm Thú y; Trạm Khuyến nông; Trạm Kiểm lâm; Trạm Kiểm dịch; Trạm Bảo
    vệ thực vật; Trạm Quản lý; Đội; Tổ công tác; Tổ Công tác; Tổ; Đoàn kiểm tra; Đoàn Kiểm tra;
    Đoàn Thanh niên; Đoàn thanh niên; Tỉnh đoàn; Huyện đoàn; Công đoàn; Liên đoàn Lao động; Hội
    Nông dân; Hội Phụ nữ; Hội Liên hiệp Phụ nữ; Hội Cựu chiến binh; Hội Chữ thập đỏ; Hội; Đài
    Phát thanh và Truyền hình; Đài Phát thanh - Truyền hình; Đài Truyền thanh; Đài; Báo; Trường;
    Bệnh viện; Công chức; Khuyến nông viên; Thú y viên; Kế toán; TTYT; CDC; BVĐK; KBNN; NHNN;
    TTPTQĐ; Chi nhánh; Công ty Điện lực; Điện lực; Công ty; Tổng công ty; Tổng Công ty; Tập
    đoàn; Hợp tác xã; Xí nghiệp; Quỹ; Tỉnh ủy; Thành ủy; Huyện ủy; Đảng ủy; Chi bộ; Đảng bộ; Đồn
    Biên phòng; Đồn; Hạt; Thư viện; Bảo tàng; Nhà hát; Cảng vụ; Vườn Quốc gia; UBKT; Quân khu; Trung
    đoàn; Tiểu đoàn; Lâm trường; Nông trường; Phân hiệu; Khoa; Ban QLDA; Hiệp hội; Liên hiệp; Liên
    minh; Nhà xuất bản; Đoàn Nghệ thuật; Đoàn Ca múa; Đoàn Chèo; Đoàn Cải lương; Đoàn Thanh tra;
    Đoàn thanh tra; Đoàn Kiểm toán; Đoàn Giám sát; Đoàn giám sát; Đoàn Kinh tế; Đoàn Luật sư; Đoàn
    Quy hoạch; Đoàn Điều tra; Đoàn công tác; Đoàn Công tác; Đoàn Khối; Đoàn khối; Đoàn Khảo sát;
    Trạm Thủy nông; Trạm Thủy lợi; Trạm Chăn nuôi; Trạm Trồng trọt; Trạm Kiểm soát; Trạm Cảnh sát;
    Trạm Khí tượng; Trạm Thủy văn; Trạm Quan trắc; Trạm Biên phòng; Trạm Kiểm tra; Trạm Cấp nước;
    Trạm Truyền thanh; Trạm Phát thanh; Trạm Dịch vụ; Trạm Khai thác; Trại giam; Trại tạm giam;
    HTX; Phân xưởng; Liên danh; VNPT; Viettel; MobiFone; Đoàn TNCS; Hội LHPN; Viễn thông; Bưu điện;
    Cảnh sát biển; Hải đội; Hải đoàn; Lữ đoàn; Sư đoàn; Quân đoàn; Đại đội; Bộ Tư lệnh; Bộ Tham mưu;
    Bộ môn; Ngân hàng CSXH; NHCSXH; TAND; VKSND; Viện KSND; Thuế cơ sở; Ban Thanh tra nhân dân;
    Tạp chí; Nhà trường; Nhà máy; Phòng khám; Trại; Liên đội
""")

# Kinds whose name may be a number: "Trung đoàn 148".
NUMBERED_KINDS = phrases("""
    Trung đoàn; Tiểu đoàn; Lữ đoàn; Sư đoàn; Quân đoàn; Đại đội; Hải đội; Hải đoàn; Quân khu; Đội;
    Thuế cơ sở; Cảnh sát biển
""")

# Offices named by one fixed phrase.
FIXED = phrases("""
    Văn phòng Chính phủ; Thanh tra Chính phủ; Ngân hàng Nhà nước Việt Nam; Kiểm toán nhà nước;
    Tòa án nhân dân tối cao; Viện kiểm sát nhân dân tối cao; Bảo hiểm xã hội Việt Nam; Đài
    Truyền hình Việt Nam; Đài Tiếng nói Việt Nam; Thông tấn xã Việt Nam; Tổng cục Môi trường;
    Cục Thuế; Chi cục Thuế; Cục Thống kê; Cục Hải quan; Kho bạc Nhà nước; Văn phòng Sở; Thanh
    tra Sở; Thanh tra tỉnh; Thanh tra huyện; Thanh tra Bộ; Văn phòng Bộ; Văn phòng UBND tỉnh;
    VPCP; VP UBND tỉnh; Văn phòng HĐND và UBND; Văn phòng Tỉnh ủy; Văn phòng Huyện ủy; Công an
    tỉnh; Công an huyện; Công an xã; Tỉnh đoàn; Huyện đoàn; Thành đoàn; Đoàn Thanh niên; Tỉnh
    ủy; Thành ủy; Huyện ủy; Đảng ủy; Liên đoàn Lao động; Hội Nông dân; Hội Liên hiệp Phụ nữ; Hội
    Cựu chiến binh; Ủy ban Mặt trận Tổ quốc Việt Nam; Ủy ban Mặt trận Tổ quốc; Ủy ban MTTQ;
    Uỷ ban Mặt trận Tổ quốc Việt Nam; Uỷ ban Mặt trận Tổ quốc; Uỷ ban MTTQ; Ban Giám đốc; Ban Giám
    đốc Sở; Lãnh đạo Sở;
    Đảng ủy Khối các cơ quan; Đảng ủy Khối các cơ quan và Doanh nghiệp; Đảng ủy Khối Doanh nghiệp;
    Đảng ủy các cơ quan Đảng; Hội đồng bồi thường, hỗ trợ và tái định cư; Đoàn TNCS Hồ Chí Minh;
    Hội đồng bồi thường, hỗ trợ, tái định cư; Chánh Văn phòng; Phó Chánh Văn phòng;
    Chánh Thanh tra; Kế toán trưởng; Thống kê tỉnh; Công đoàn ngành; Công đoàn cơ sở;
    Đoàn đại biểu Quốc hội; Đoàn ĐBQH; Viện Hàn lâm Khoa học và Công nghệ Việt Nam
""")

# Those above whoever issues such notices: told of in an order, never given one by it.
SUPERIORS = phrases("""
    Thủ tướng Chính phủ; Thủ tướng; Phó Thủ tướng Chính phủ; Phó Thủ tướng; Chính phủ; Quốc hội;
    Ủy ban Thường vụ Quốc hội; Bộ Chính trị; Ban Bí thư; Trung ương; Chủ tịch nước
""")

# What offices are for, as their names say it: in small letters inside a name ("Phòng Quản lý đất
# đai", "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp").
WORDS_OF_NAMES = phrases("""
    an ninh; an sinh xã hội; an toàn; an toàn giao thông; an toàn thực phẩm; an toàn vệ sinh thực
    phẩm; biên giới; biển; báo chí; bưu chính; bản đồ; bảo hiểm; bảo hiểm xã hội; bảo hiểm y tế;
    bảo trì; bảo trợ xã hội; bảo tàng; bảo tồn; bảo vệ; bảo vệ môi trường; bảo vệ thực vật; bất
    động sản; bền vững; bệnh tật; cao đẳng; chiến lược; chuyên môn; chuyển giao; chuyển đổi số;
    chính quyền; chính sách; chính sách xã hội; chính trị; chăm sóc; chăn nuôi; chất lượng; chất
    thải; chế biến; chế độ; chỉ huy; chợ; cán bộ; cây trồng; công chức; công chứng; công nghiệp;
    công nghệ; công nghệ cao; công nghệ thông tin; công sản; công sở; công thương; công thương
    nghiệp; công trình; công tác; công tác xã hội; công viên; cơ khí; cơ sở; cơ sở dữ liệu; cơ sở
    hạ tầng; cải cách; cấp nước; cổ phần; cổ truyền; di sản; di tích; dinh dưỡng; doanh nghiệp; du
    lịch; dân cư; dân dụng; dân quân; dân số; dân tộc; dân tộc thiểu số; dân vận; dược; dược liệu;
    dạy nghề; dịch bệnh; dịch tễ; dịch vụ; dịch vụ việc làm; dữ liệu; dự báo; dự phòng; dự toán
    ngân sách; dự trữ; dự án; giao thông; giao thông vận tải; giá; giá đất; giám sát; giám định;
    giáo dục; giáo dục thường xuyên; giải phóng mặt bằng; giảm nghèo; giống; giống cây trồng; giới
    thiệu; hoạt động; huấn luyện; hàng hải; hành chính; hành chính về trật tự xã hội; hành chính
    công; hóa chất; hướng nghiệp; hạ tầng; hạ tầng kỹ thuật; hải đảo; hậu cần; hộ tịch; hợp tác; hợp
    tác quốc tế; hợp tác xã; hữu nghị; khai thác; khen thưởng; khoa học; khoáng sản; khu công
    nghiệp; khu kinh tế; khuyến công; khuyến nông; khám bệnh; khám chữa bệnh; khí hậu; khí tượng;
    khí tượng thủy văn; kinh doanh; kinh tế; kiến trúc; kiểm dịch; kiểm lâm; kiểm nghiệm; kiểm ngư;
    kiểm soát; kiểm soát bệnh tật; kiểm sát; kiểm toán; kiểm tra; kiểm định; kế hoạch; kế toán; kết
    cấu; kỹ thuật; lao phổi; lao động; liên hiệp; lâm nghiệp; lâm sinh; lý luận; lưu trữ; lịch sử;
    mua sắm; mua sắm công; môi trường; mạng; mầm non; mặt bằng; nghiên cứu; nghiệp vụ; nghề; nghề
    nghiệp; nghệ thuật; nguồn nhân lực; ngân hàng; ngân quỹ; ngân sách; người có công; nhi; nhi
    đồng; nhà; nhà nước; nhà ở; nhân dân; nhân lực; nuôi biển; nông dân; nông lâm; nông lâm nghiệp;
    nông lâm thủy sản; nông nghiệp; nông sản; nông thôn; nông thôn mới; năng lượng; năng lượng sạch;
    nước; nước sạch; nước thải; nội chính; nội tiết; nội trú; pháp chế; pháp luật; pháp lý; phát
    thanh; phát triển; phát triển nông thôn; phát triển quỹ đất; phòng cháy; phòng chống; phòng hộ;
    phòng thủ; phòng thủ dân sự; phương tiện; phổ thông; phụ nữ; phụ sản; phục hồi chức năng; phục
    vụ; quan hệ; quan trắc; quy hoạch; quyền sử dụng đất; quân sự; quản lý; quản lý dự án; quản lý
    khai thác; quản lý thị trường; quản lý đất đai; quản lý, khai thác; quản trị; quốc gia; quốc
    phòng; quốc tế; quỹ đất; rừng; rừng phòng hộ; rừng đặc dụng; sáng tạo; sản nhi; sản xuất; số; sở
    hữu trí tuệ; sức khỏe; sức khỏe sinh sản; sự nghiệp; thanh niên; thanh tra; thi đua; thi đua
    khen thưởng; thiên tai; thiết bị; thiết kế; thuế; thông tin; thú y; thư viện; thương binh;
    thương mại; thẩm định; thể dục thể thao; thể thao; thị trường; thống kê; thủy lợi; thủy nông;
    thủy sản; thủy văn; thực phẩm; thực vật; tin học; tiêu chuẩn; tiêu dùng; tiểu học; tiểu thủ công
    nghiệp; trang thiết bị; trung học; trung học cơ sở; trung học phổ thông; truyền hình; truyền
    thanh; truyền thông; trí tuệ; trật tự; trật tự đô thị; trẻ em; trồng trọt; trợ giúp pháp lý;
    tuyên giáo; tuyên truyền; tài chính; tài nguyên; tài nguyên nước; tài sản; tài sản công; tài vụ;
    tái định cư; tâm thần; tín dụng; tư liệu; tư pháp; tư tưởng; tư vấn; tổ chức; tổ chức cán bộ;
    tổng hợp; viên chức; viễn thám; viễn thông; việc làm; vùng; văn hóa; văn nghệ; văn thư; vận
    hành; vận tải; vật liệu; vật tư; vệ sinh; vốn; xe cơ giới; xây dựng; xây dựng cơ bản; xây dựng
    nông thôn mới; xã hội; xúc tiến; xúc tiến thương mại; xúc tiến đầu tư; y học; y học cổ truyền; y
    tế; y tế dự phòng; đa khoa; đo lường; đo đạc; đào tạo; đê điều; đô thị; đăng kiểm; đăng ký; đăng
    ký đất đai; đường bộ; đường cao tốc; đường sắt; đường thủy; đại học; đảng; đất đai; đầu tư; đầu
    tư xây dựng; đặc dụng; địa chính; đối ngoại; động vật; ứng dụng; ứng phó; an ninh mạng; an toàn
    lao động; biên phiên dịch; biến đổi khí hậu; bình đẳng giới; biểu diễn; bảo trợ; bến xe; bồi
    thường nhà nước; bức xạ; bản quyền; cai nghiện; cà phê; cao su; cải lương; cây xanh; cây ăn quả;
    cây công nghiệp; cảnh sát; cảng cá; cảng biển; chèo; chiếu phim; chiếu sáng; chuyên ngành;
    chuyên trách; chuyên nghiệp; chất lượng giáo dục; chất thải rắn; chấn thương; chẩn đoán; chẩn
    đoán hình ảnh; chỉnh hình; chứng khoán; con nuôi; công ích; công đoàn; cơ động; cộng đồng; cửa
    khẩu; cứu hộ; cứu nạn; cựu chiến binh; da liễu; di truyền; dân nguyện; dầu khí; doanh nhân; đấu
    giá; đấu giá tài sản; đấu thầu; địa chất; điện; điện lực; điện tử; điện ảnh; điều dưỡng; đại
    biểu; đường thủy nội địa; gia cầm; gia súc; gia đình; giao dịch; giám định y khoa; giám định tư
    pháp; giảng viên; hàng không; hình sự; hòa giải; hải quan; hải sản; hạt nhân; học sinh; học tập
    cộng đồng; học đường; hội chợ; hồi sức; hồi sức cấp cứu; huyết học; truyền máu; internet; khách
    sạn; khảo cổ; khảo cổ học; khảo thí; khiếu nại; kho bạc; khởi nghiệp; kiểm soát thủ tục hành
    chính; lao động tiền lương; liên ngành; luyện kim; luật; luật sư; lâm sản; lão khoa; lãnh sự; lễ
    tân; liệt sĩ; lữ hành; lý lịch tư pháp; môi giới; mỹ thuật; múa rối; mắt; ngoại khoa; ngoại ngữ;
    ngoại thương; nghệ sĩ; nghĩa trang; ngư nghiệp; người cao tuổi; người dân; người khuyết tật;
    người lái; người mù; nhiếp ảnh; nhân học; nhân sự; nuôi dưỡng; nuôi trồng thủy sản; nông hóa;
    nước ngoài; nạn nhân; nếp sống; nợ công; pháp y; phim; phong trào; phân bón; phản ứng nhanh;
    phần mềm; phục hồi; quyền tác giả; quan hệ lao động; quân nhu; quốc hội; rau quả; răng hàm mặt;
    rừng ngập mặn; âm nhạc; bảo đảm chất lượng; đảm bảo chất lượng; biên tập; bào chế; bệnh; bệnh
    nhiệt đới; bỏng; buôn lậu; chống độc; chống hàng giả; cứu nạn, cứu hộ; cơ khí; cơ khí động lực;
    cơ yếu; công cộng; dân quân tự vệ; dị ứng; địa lý; đường bộ cao tốc; động lực; gây mê; gây mê
    hồi sức; giải phẫu; giải phẫu bệnh; hàng giả; hình sự; hô hấp; hóa học; hóa sinh; hồi sức tích
    cực; kiểm soát nhiễm khuẩn; kinh tế chính trị; ký túc xá; liên huyện; liên xã; liên phường; ma
    túy; miền; mô phôi; môi giới; ngôn ngữ; ngữ văn; nhiễm khuẩn; nhân khẩu; nội bộ; phẫu thuật;
    phóng viên; phát thanh viên; quản lý sinh viên; quân lực; sau đại học; sơ sinh; tác chiến; tham
    nhũng; thần kinh; thận; thận nhân tạo; thăm dò chức năng; thư ký; tích cực - chống độc; tiêu
    hóa; tình nguyện; toán; toán học; tội phạm; tội phạm về môi trường; trật tự xã hội; triết học;
    truyền nhiễm; tự động hóa; tuyển sinh; ung thư; vật lý; vật lý trị liệu; vi sinh; xuất nhập
    cảnh; y tế công cộng; ngoại tổng hợp; nội tổng hợp; tạp vụ; cộng sản; trung cấp; trung cấp nghề;
    cao đẳng nghề; sinh học; sinh thái; sinh viên; sinh vật; sát hạch; sát hạch lái xe; sân bay;
    sông; sư phạm; sự kiện; sở hữu công nghiệp; thanh thiếu niên; thi công; thi hành án; thi hành án
    dân sự; thi đấu; thiếu nhi; thiếu niên; thuốc; thành phố thông minh; thông minh; thương mại điện
    tử; thủ tục; thủ tục hành chính; thủy điện; tiếp công dân; tiền lương; tim mạch; triển lãm;
    trọng tài; trọng điểm; tuần tra; tuồng; tâm lý; tàu cá; tín ngưỡng; tôn giáo; tư pháp quốc tế;
    tần số; tần số vô tuyến điện; tố cáo; tệ nạn xã hội; từ thiện; ung bướu; vô tuyến điện; văn học;
    vùng biển; vũ trụ; vật nuôi; xiếc; xuất bản; xuất nhập khẩu; xét nghiệm; xăng dầu; y khoa; y
    sinh; đổi mới sáng tạo; đô thị thông minh; điều hành đô thị; nhỏ và vừa; dàn dựng; dân ca
""")

# What offices do, when it begins their names with a capital: "Trung tâm Hỗ trợ doanh nghiệp".
VERBS_OF_NAMES = phrases("""
    bảo dưỡng; bảo quản; bồi dưỡng; bồi thường; bảo hành; chỉ đạo; chuẩn bị; chứng nhận; cung ứng;
    cung cấp; cấp cứu; chữa cháy; cứu trợ; giám sát; hỗ trợ; học tập; khai thác; khám; khảo sát;
    khởi nghiệp; lắp đặt; lắp máy; luyện tập; nuôi trồng; phát hành; phân tích; phân phối;
    phòng ngừa; phối hợp; sản xuất; sáng tác; sửa chữa; thu gom; thu phí; thí nghiệm; thử nghiệm;
    tiếp nhận; trồng; tập huấn; tổ chức; xuất khẩu; xử lý; điều hành; điều khiển; điều phối; điều
    tra; điều trị; đánh giá; đổi mới; phát thanh; phục vụ; theo dõi; tiêu thụ; xây lắp; thu mua; vận
    động
""")

# Those of them that are as often what an office does as what it is called.
ALSO_VERBS = phrases("""
    bảo trì; bảo tồn; bảo vệ; chuyển giao; chăm sóc; chế biến; dự báo; giám sát; giám định; giáo
    dục; giới thiệu; huấn luyện; hợp tác; khai thác; khám bệnh; kiểm dịch; kiểm soát; kiểm tra;
    kiểm định; mua sắm; nghiên cứu; phát triển; quan trắc; quy hoạch; quản lý; quản trị; sản xuất;
    thanh tra; thiết kế; thẩm định; thống kê; truyền thông; tuyên truyền; tư vấn; tổ chức; tổng
    hợp; vận hành; vận tải; vệ sinh; xây dựng; xúc tiến; đo đạc; đào tạo; đăng ký; ứng dụng; ứng
    phó; biểu diễn; cai nghiện; chiếu phim; chiếu sáng; chẩn đoán; cứu hộ; cứu nạn; đấu giá; đấu
    thầu; giao dịch; hòa giải; nuôi dưỡng; sát hạch; thi công; thi đấu; tiếp công dân; triển lãm;
    tuần tra; xuất bản; xét nghiệm; phục hồi; dàn dựng; khởi nghiệp
""")

# Verbs and adverbs that go on after a unit's name, though their syllables occur in names too.
AFTER_NAMES = phrases("""
    chủ trì; chủ động; phối hợp; tham mưu; khẩn trương; tiếp tục; tập trung; chịu trách nhiệm; có
    trách nhiệm; thực hiện; triển khai; tổ chức thực hiện; tổ chức triển khai; tổ chức kiểm tra;
    tổ chức rà soát; tổ chức tuyên truyền; tổ chức họp; tổ chức hội nghị; tổ chức đánh giá; tổ
    chức thẩm định; tổ chức lớp; tổ chức tập huấn; rà soát; đôn đốc; hướng dẫn; kiểm tra,; kiểm
    tra việc; kiểm tra các; kiểm tra tình hình; giám sát việc; giám sát chặt; thẩm định hồ sơ;
    thẩm định và; thẩm định trình; xây dựng kế hoạch; xây dựng phương án; xây dựng báo cáo; xây
    dựng dự thảo; xây dựng đề án; xây dựng và; xây dựng chương trình; xây dựng,; xây dựng quy; xây
    dựng nghị quyết; xây dựng hồ sơ; xây dựng lộ trình; quản lý chặt; quản lý tốt; phát triển mô
    hình; bảo vệ chặt; thông tin kịp; thông tin cho; tuyên truyền,; tuyên truyền sâu; tuyên truyền
    về; tuyên truyền cho; thống kê số; thống kê,; tổng hợp,; tổng hợp báo; tổng hợp các; tổng hợp
    kết; tổng hợp ý; tổng hợp trình; tổng hợp và; tổng hợp danh; tổng hợp số; đầu tư xây dựng
    tuyến; kế hoạch hóa; dự thảo; dự báo tình; giám định tư; đăng ký với; đăng ký nhu; hợp tác
    với; công tác tham; số hóa; đấu thầu thuốc; đấu thầu gói; đấu thầu mua; đấu thầu các; đấu thầu
    lựa chọn
""")
