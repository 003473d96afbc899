"""Fifty texts of every kind that the encoder meets."""

_LONG = (
    "Chi cục trưởng giao phòng nghiệp vụ rà soát toàn bộ cơ sở sản xuất nằm xen trong khu dân cư, "
    "lập danh sách, phân loại theo mức độ ảnh hưởng, đề xuất lộ trình di dời và nguồn kinh phí; "
)

VARIED = (
    # Vietnamese
    "đóng cửa mỏ",
    "Trình UBND tỉnh phê duyệt phương án đóng cửa mỏ đá vôi trước ngày 15/8/2022.",
    "Văn phòng Sở đôn đốc các phòng nộp báo cáo tuần.",
    "Thanh tra việc chấp hành pháp luật về đất đai tại ba huyện.",
    "Hòa giải tranh chấp; hoà giải ở cơ sở.",
    "Quỹ đất, thuỷ lợi, thủy lợi, kỹ thuật, kĩ thuật.",
    "Ủy ban nhân dân xã Tân Lập (mới) tiếp nhận hồ sơ.",
    "TIẾP TỤC THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM",
    "Sở TN&MT phối hợp Sở KH&ĐT, GPMB, BVMT, ĐTM, GCNQSDĐ.",
    "“Trung tâm logistics” – giai đoạn 2 (2023–2025)…",
    "Nước thải, khí thải, chất thải rắn; tiếng ồn.",
    "Đường cao tốc qua địa phận huyện có chiều dài 12,5 km.",
    # Vietnamese typed without marks
    "dong cua mo",
    "giai phong mat bang duong cao toc",
    "tat ca nhiem vu ve rac thai nhua",
    "cap giay chung nhan quyen su dung dat",
    "Bao cao ket qua truoc ngay 20 thang 6",
    "hoc sinh bo hoc o vung sau vung xa",
    # English
    "mining closure",
    "all tasks about mining closure",
    "Which units must report on air pollution before July?",
    "The department shall submit the draft land price list to the provincial people's committee.",
    "school dropout prevention",
    "It's 5 o'clock; don't be late!",
    # other languages and mixes
    "expressway Đồng Mỏ - Bình Gia",
    "deadline của dự án ODA",
    "环境保护法",
    "Охрана окружающей среды",
    "naïve café, Zürich, São Paulo",
    # numbers and numbers of documents
    "1",
    "2021",
    "54/2021/NĐ-CP",
    "Nghị định số 155/2016/NĐ-CP ngày 18/11/2016",
    "343/QĐ-TTg; 19-NQ/TW; 763/VP-KT",
    "1.250.000.000 đồng, 98,6%, 3/4, −5 °C",
    "0912 345 678",
    "II. 2.2.3. a) b) - +",
    # punctuation, spacing, symbols
    ".",
    "???!!!",
    "a",
    "  nhiều   khoảng  trắng   ",
    "dòng một\ndòng hai\tcột",
    "<b>đậm</b> &amp; {json: [1, 2]}",
    "https://example.org/van-ban?id=12&x=y",
    "№ ½ ① ﬁ Ⅳ ﹪ ㎡ ™",
    "---- **** ____ ////",
    # long
    _LONG,
    _LONG * 2,
    _LONG * 4 + "báo cáo kết quả trước ngày 30 hằng tháng.",
    "The unit in charge reviews every project, reports its progress and proposes measures. " * 20,
)
