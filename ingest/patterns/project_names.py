"""How the names of projects, works and programmes begin, go on and end."""

import re

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import CAPITALISED, LOWER, UPPER

TRIGGER = verbose(r"""
    (?<!\w) (?P<kind>
        (?: [Tt]iểu_ )? [Dd]ự_án (?: _thành_phần (?:_\d+)? )?
        | [Cc]ông_trình
        | [Cc]hương_trình (?: _mục_tiêu_quốc_gia | _MTQG )?
    ) \s*:?\s*
""")
QUOTED = re.compile(r"[“\"«‘](?P<name>[^”\"»’\n]{3,300})[”\"»’]")
QUOTED_AFTER = verbose(rf'(?: [{LOWER}]+_ ){{1,6}} (?= [“"«] )')
"""Words between "dự án" and the quoted name: "dự án đầu tư xây dựng "Cầu Nà Pặc""."""
ACRONYM = re.compile(r"(?:[A-ZĐ]{2,}[A-ZĐ\d-]*)(?!\w)")
OF_INVESTMENT = verbose(r"\s* [a-zđ]* \s* đầu_tư")
"""After an acronym that says how a project is paid for: "dự án ODA đầu tư ..."."""

_BUILDING = any_of("xây dựng; cải tạo; nâng cấp; mở rộng; sửa chữa")
_STARTS = rf"""(?: (?: đầu_tư_ )? {_BUILDING} | {
    any_of('''
    đường; cầu; cao tốc; tuyến; hồ; kè; đập; khu; cụm; nhà máy; thủy điện; trường; bệnh viện; trạm;
    trung tâm; hệ thống; phát triển; lập; chăn nuôi; khai thác; bảo tồn; cấp nước; thoát nước;
    chỉnh trang; chỉnh lý; tái định cư; kết nối; phục hồi; trồng; chống; hạ tầng; đô thị; nước sạch;
    cơ sở; số hóa; điều tra; đầu tư; chế biến; chợ; bãi; mỏ; sân; công viên; nghĩa trang; điểm;
    quy hoạch; kho
''')
} )"""
START = verbose(_STARTS, re.I)
"""What a project's unquoted name begins with: works and what is done to them."""
START_OF_WORK = verbose(
    rf"""
    {
        any_of('''
        đường; cầu; hồ; hồ chứa; hồ chứa nước; kè; đập; trường; bệnh viện; trạm; nhà máy; khu; cụm;
        tuyến; thủy điện; trung tâm; chợ; nhà văn hóa; cấp nước
    ''')
    } (?: _[{LOWER}]\w* ){{0,4}} _ (?= [{UPPER}\d] )
    """,
    re.I,
)
"""The same of "công trình", an everyday word: a proper name must follow."""

_STOP_WORDS = any_of("""
    đảm bảo; bảo đảm; theo; để; do; trước; sau; từ; tại; đối với; hoàn thành; báo cáo; gửi; trình;
    khi; nhằm; của; cho; đang; đã; chưa; còn; có; được; phải; bị; là; nếu; mà; về; chậm; xong; kịp;
    sớm; trên cơ sở; với; phục vụ; làm việc; khẩn trương; tập trung; cùng; khởi công; bàn giao;
    triển khai; thi công
""")
_AND_THEN = any_of("báo; các; dự; trình; hoàn; tham; tổ; thực; công trình")
STOP = verbose(rf"""
    \s* (?:
        [;.:()|“”"\n] | … | (?= _[Cc]hương_trình_mục_tiêu | _[Dd]ự_án_ )
        | , (?! \s* (?: tầm_nhìn | giai_đoạn | {_BUILDING} ) )
        | (?<=\s) (?:
            {_STOP_WORDS} | và_{_AND_THEN}
            | trong (?! _(?:Công|Khu) ) | thuộc (?!_tỉnh)
            | đến (?! _(?: năm | \d | [^\W\d] (?<![a-z]) ) )
        ) (?!\w)
    )
""")
"""Where an unquoted name ends."""
PROPER = re.compile(rf"\s{CAPITALISED}")
_DONE_TO_WORKS = any_of("""
    xây; cải; nâng; mở; phát; bảo; cấp; đầu; quản; khai; trồng; chế; điều; số; khoanh; đề; phục; xử;
    thu; chuyển; ứng; đo; lập; đánh; xác; giai; đóng; trả; trực; trích; dự; in; thi; xin; giữ; giúp;
    nhập; đấu nối
""")
THEN = verbose(rf"(?<! [Ss]ân ) \s+ (?! {_DONE_TO_WORKS} (?!\w) ) (?: {ADVERBS} | {VERBS} ) (?!\w)")
"""A verb that orders, after a project's proper name: the name has ended."""

_NO_START = any_of("""
    do; của; đang; đã; được; trên; thuộc; theo; này; nêu; có; trong; tại; mà; chưa; còn; phải; và;
    để; khi; cho; là; hoặc; với; như; sau; từ; đến; các; những; công trình; đầu tư công;
    đầu tư trên; đầu tư có; đầu tư trong; đầu tư của; trọng điểm; chậm; cụ thể; cơ bản; mới; khác;
    lớn; xây dựng cơ bản; xây dựng trên
""")
NOT_A_NAME = verbose(rf"""(?:
    {_NO_START}
    | đầu_tư_xây_dựng (?: _(?: trên | của | trong | cơ_bản ) | \s*[,.;] )
    | xây_dựng_nông_thôn_mới \s* $
) (?!\w)""")
"""What follows "dự án" where none is named: "dự án chậm tiến độ", "dự án trên địa bàn"."""
_DRAFTING = any_of("lập; xây dựng; đề xuất; chủ trương lập; nghiên cứu lập; soạn thảo")
TO_BE_DRAFTED = verbose(rf"{_DRAFTING}_ (?: các_ )? $", re.I)
"""Before "dự án" that is still to be drawn up."""

SEVERAL = verbose(r"(?<!\w) (?: các | những | nhiều | một_số | \d+ ) _ $", re.I)
"""Before works of a kind that are not named: "các dự án thủy điện nhỏ"."""
_WORK_KINDS = r"""(?:
    [Kk]hu_(?: tái_định_cư | đô_thị | xử_lý ) | [Cc]ụm_công_nghiệp | [Nn]hà_máy
    | [Hh]ồ_chứa (?:_nước)? | [Tt]rạm_(?: bơm | biến_áp (?:_\d+_?kV)? | \d{2,3}_?kV ) | [Tt]hủy_điện
)"""
_NOT_INSIDE = any_of("""
    tại; của; theo; trong; và; do; để; cho; chủ; ở; từ; với; thuộc; trên; đối; gửi; về; vào; là; đã;
    được; các
""")
_NUMBERED = r"_\d{1,2} (?! [\w/.,]*\d | _(?: hộ | ha | km | tỷ | triệu | người ) )"
_WORK = rf"""
    {_WORK_KINDS} (?: _ (?! {_NOT_INSIDE} (?!\w) ) [{LOWER}]+ ){{0,5}}
    _ (?! Quý | Thông | Quyết | Nghị | Nhà_máy ) {CAPITALISED} (?: _{CAPITALISED} ){{0,3}}
    (?: {_NUMBERED} )?
"""
_LINE = rf"""
    (?: [Tt]uyến_ )? [Đđ]ường_dây_ (?:\d{{2,3}}_?kV_)? {CAPITALISED} (?: _{CAPITALISED} )*
    \s*[-–]\s* {CAPITALISED} (?: _{CAPITALISED} ){{0,3}}
"""
_EXPRESSWAY = rf"""
    (?: đường_ )? [Cc]ao_tốc_ {CAPITALISED} (?: _{CAPITALISED} )*
    (?: \s*[-–]\s* {CAPITALISED} (?: _{CAPITALISED} )* )+
"""
_PROGRAMME = r"""
    Chương_trình_OCOP | [Cc]hương_trình_ [“"]? [Mm]ỗi_xã_một_sản_phẩm
    | [Cc]hương_trình_ (?: mục_tiêu_quốc_gia | MTQG ) _ (?:
        xây_dựng_nông_thôn_mới | giảm_nghèo_bền_vững
        | phát_triển_kinh_tế \s*-\s* xã_hội_vùng_đồng_bào_dân_tộc_thiểu_số (?: _và_miền_núi )?
    )
"""
OF_WORKS = verbose(
    r"""
    Chương_trình_ (?: chống | phòng_chống | xử_lý | kiên_cố_hóa | xóa | trồng | cấp_nước | di_dân
        | bố_trí_dân_cư | điện_khí_hóa | cải_tạo | chỉnh_trang | phục_hồi ) _ (?! số_ )
    """
)
"""A programme of works by its name, no plan of an office: "Chương trình chống ngập ..."."""
PROGRAMME = verbose(rf"{_PROGRAMME} (?!\w)")
"""A national programme, by its own name: what period it is of comes after."""
_REPAIRED = any_of("""
    tu bổ; tôn tạo; trùng tu; phục hồi; phục dựng; tu sửa; sửa chữa; chống sập; hạ giải; lợp mái;
    bảo tồn; chống xuống cấp; mở rộng; cải tạo; nâng cấp; khởi công
""")
_MONUMENT = rf"""
    (?<= \s ) (?: [Dd]i_tích_ (?: lịch_sử_ | quốc_gia_ | kiến_trúc_ | đặc_biệt_ ){{0,3}} )?
    (?: (?<! [Gg]ia_ ) đình | đền | chùa | miếu | nhà_thờ | nhà_rông | lăng | tháp | thành_cổ )
    _ {CAPITALISED} (?: _{CAPITALISED} ){{0,3}}
"""
MONUMENT = verbose(rf"{_REPAIRED} [^.;,\n]{{0,40}}? (?P<name>{_MONUMENT})")
"""A monument that is worked on: "tu bổ di tích đình Nà Lạn"; others are only where something is."""
IN_PLACE = verbose(
    r"""
    (?<!\w) (?: thôn | bản | ấp | xóm | xã | phường | thị_trấn | thị_xã | huyện | quận | thành_phố
        | tỉnh ) _ $
""",
    re.I,
)
"""Before a place's name, which may begin like a work's."""
BARE = verbose(rf"(?<!\w) (?P<name> {_WORK} | {_LINE} | {_EXPRESSWAY} | {_PROGRAMME} )")
"""A work, an expressway or a national programme, known without "dự án" before it."""
