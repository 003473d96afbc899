"""Works known without "dự án" before them: bridges, village roads, canals, markets, schools.

Such a thing is as often where something is ("trước cổng chợ Nà Lạn"). It is a project where it is
what gets built, repaired, handed over or paid for, or what an item is about; and then throughout
the notice.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import CAPITALISED, LOWER
from kg.records import Mention

_ROADS = r"""
    (?: tuyến_ )? đường (?! _(?: lối | dây_nóng | link | bộ | sắt | thủy ) (?!\w) )
    | lộ_(?: nhựa | đal | bê_tông | nông_thôn | giao_thông | đất )
    | vỉa_hè | ngầm (?:_tràn)? | (?: tuyến_ | cây_ )? cầu (?: _(?: treo | dân_sinh | cảng ) )?
    | nút_giao | hầm
"""
_WATER = r"""
    (?: tuyến_ | bờ_ )? (?: kênh | mương | kè | đê | đập | cống ) | hồ (?! _sơ ) | rãnh
    | âu_thuyền | trạm_bơm | hệ_thống_(?: thoát_nước | cấp_nước | chiếu_sáng | thủy_lợi | kênh
        | mương | xử_lý | tưới | điện | camera | truyền_thanh )
    | công_trình_(?: nước | thủy_lợi | cấp_nước | vệ_sinh | phúc_lợi )
"""
_HOUSES = any_of("""
    nhà văn hóa; nhà thi đấu; nhà hát; nhà làm việc; nhà lớp học; nhà hiệu bộ; nhà ở xã hội;
    nhà tang lễ; nhà điều hành; nhà sinh hoạt cộng đồng; nhà đa năng; nhà bán trú; nhà công vụ;
    nhà tránh trú bão; nhà cộng đồng; nhà điều trị; trụ sở; điểm trường; trạm xử lý; trạm cấp nước;
    sân vận động; sân thể thao; công viên; quảng trường; tượng đài; đài tưởng niệm; nghĩa trang;
    bến xe; bến phà; bến thủy; bến đò; bến cá; bãi rác; bãi đỗ xe; bãi chôn lấp; bãi tập kết;
    đường dây; cổng chào; nhà thực hành; nhà học; nhà xưởng; giảng đường; nhà kho; nhà ăn; nhà
    khách; nhà để xe; nhà truyền thống; nhà thí nghiệm; nhà khám; nhà lưu trú; nhà bia; ký túc xá;
    khu vui chơi; khu thể thao; lò đốt rác; tháp nước
""")
_SITES = r"""
    (?<! hội_ ) (?<! khu_vực_ ) (?<! cục_ ) chợ
    | (?<! khẩu_ ) (?: bến_ )? cảng (?: _(?: cá | biển | hàng_không ) )?
    | khu_(?: dân_cư | công_nghiệp | kinh_tế | du_lịch | di_tích ) | KCN | KDC | KKT
"""
_INSTITUTIONS = r"""
    trường_(?: mầm_non | mẫu_giáo | tiểu_học | trung_học | phổ_thông | TH | THCS | THPT | PTDT\w* )
    | trạm_y_tế | bệnh_viện | trung_tâm_y_tế | phòng_khám | thư_viện | bảo_tàng
"""
_NOT_INSIDE = any_of("""
    tại; của; theo; trong; do; để; cho; chủ; ở; với; trên; gửi; về; là; đã; được; các; phải; chưa;
    báo; trình; trước; đang; bị; có; không; này; khi; mà; nhưng; bằng; ngay; cùng; hoàn; từ; và;
    đoạn; qua; hư; hỏng; chạy; giải; dọc; xuống; do; lên; nên; nếu; sau; như; theo; kể; gồm
""")
_NO_NAME = any_of("""
    Quý; Thông; Quyết; Nghị; Công; Kế; Chỉ; Luật; Văn; Sở; Phòng; Ban; Bộ; UBND; HĐND; Ủy; Chi; Chủ;
    Trung; Đội; Tổ; Trưởng; Giám; Zalo; Facebook; Internet; Tết; Nhà; Chính; Hội; Tỉnh; Huyện;
    Khu; Cụm; Dự; Chương; Đề; Tờ; Báo; Thông; Kho; Trạm
""")
_SEAT = any_of("""
    thôn; bản; làng; xóm; ấp; buôn; khu phố; tổ dân phố; khối; cụm; xã; phường; thị trấn; huyện;
    quận; thị xã; thành phố; tỉnh; trung tâm xã; sông; suối; núi; đèo; đồi; cánh đồng
""")
_ROAD_KINDS = any_of("quốc lộ; QL; đường tỉnh; tỉnh lộ; ĐT; đường huyện; cao tốc")
_PROPER = (
    rf"(?! {_NO_NAME} (?!\w) ) {CAPITALISED} (?: _ (?! {_NO_NAME} (?!\w) ) {CAPITALISED} ){{0,4}}"
)
_NUMBERED = (
    r"(?: _\d{1,2} (?! \d | [/.,]\d | _(?: hộ | ha | k?m2? | tỷ | triệu | người | căn ) (?!\w) ) )?"
)
_NAME = (
    rf"(?: (?i:{_SEAT})_ (?: {_PROPER} | \d{{1,2}} (?! \w | [/.,]\d ) ) | {_PROPER} ) {_NUMBERED}"
)

WORK = verbose(rf"""
    (?<![\w-]) (?<! [Yy]êu_ ) (?<! [Nn]hu_ ) (?P<name>
        (?: (?P<plain> (?i: {_ROADS} | {_WATER} | {_HOUSES} ) ) | (?P<site> (?i: {_SITES} ) )
            | (?P<institution> (?i: {_INSTITUTIONS} ) ) ) (?!\w)
        (?: _ (?! {_NOT_INSIDE} (?!\w) ) (?: [{LOWER}]+ | \d{{2,3}}_?kV ) ){{0,6}}?
        (?: _(?: UBND | HĐND_và_UBND | Công_an | Đảng_ủy ) | _(?: Tiểu_học | Mầm_non | THCS | THPT )
        )?
        _{_NAME} (?: (?: \s*[-–]\s* | _(?: đến | đi )_ ) {_NAME} ){{0,3}}
        (?: _(?: đến | với )_ (?i:{_ROAD_KINDS})_ \d{{1,4}}[A-Z]? (?!\w) )?
        (?: _\( giai_đoạn_ [\dIVX]+ \) | _giai_đoạn_ [\dIVX]{{1,3}} (?! [\d/] ) )?
    )
""")
"""A built thing with a name: "đường bê tông thôn Nà Pài", "kè Bến Lội", "chợ Nà Lạn"."""

_BUILDING = any_of("""
    xây; xây dựng; xây mới; xây lại; thi công; khởi công; khánh thành; thông xe; nâng cấp; cải tạo;
    sửa chữa; mở rộng; duy tu; bảo trì; tu sửa; tu bổ; nạo vét; kiên cố hóa; cứng hóa;
    bê tông hóa; nhựa hóa; chỉnh trang; gia cố; khắc phục; mở mới; làm mới; lắp đặt; láng nhựa;
    xây lắp; đầu tư; di dời; chuyển đổi mô hình; làm
""")
_HANDLING = any_of("""
    nghiệm thu; quyết toán; giải ngân; giải phóng mặt bằng; GPMB; bàn giao; hoàn thành; hoàn thiện;
    thẩm tra; dự toán; tiến độ; khối lượng; gói thầu; hạng mục; nhà thầu; chủ đầu tư; mặt bằng;
    thanh toán; chủ trương; đấu thầu; thẩm định; quy hoạch; thiết kế; bảo hành; đưa vào sử dụng;
    kinh tế - kỹ thuật; khả thi; đền bù; bồi thường; vốn; bố trí vốn; đắp; đổ; rải; công trình;
    công nhận; xếp hạng; đấu nối; tái định cư; bồi thường, hỗ trợ và tái định cư
""")
_DRAFTED = any_of("""
    kế hoạch; phương án; đề án; báo cáo; quy chế; chương trình; dự thảo; lộ trình; nghị quyết;
    quy định; đề cương; văn bản; nội quy; mô hình; hương ước; lực lượng; đời sống; tổ; phong trào
""")
"""What gets drawn up, not built: "xây dựng kế hoạch"."""
_PLACING = any_of("""
    tại; trên; ở; qua; dọc; quanh; gần; trước; sau; ven; cạnh; ngoài; trong; từ; đến; theo; giáp;
    khu vực; địa; với; thuộc; cho; hộ; dân; khỏi; tiểu; kinh; cổng; về; tên; vi; lấn; ngành;
    xe
""")
_GAP = rf"(?: ,?_ (?! {_PLACING} (?!\w) ) [{LOWER}\d][\w-]* ){{0,4}}"
BUILT = verbose(rf"(?<!\w) {_BUILDING} (?! _{_DRAFTED} (?!\w) ) {_GAP} ,?_ $", re.I)
"""Before what is built or repaired: "thi công", "nâng cấp, mở rộng"."""
HANDLED = verbose(
    rf"(?<!\w) (?: {_BUILDING} | {_HANDLING} ) (?! _{_DRAFTED} (?!\w) ) {_GAP} ,?_ $", re.I
)
"""The same, and before what is paid for, handed over, designed."""
GOES_ON_LATE = verbose(
    r"""
    _(?: chậm_tiến_độ | đúng_tiến_độ | xây_mới | (?: còn_ )? vướng
        | (?: đang_ | đã_ | mới_ )? (?: thi_công | khởi_công | thông_xe | bàn_giao | hoàn_thành )
    ) (?!\w)
    """,
    re.I,
)
"""After works under way: "cầu Nà Pặc chậm tiến độ"."""
TOPIC = verbose(r"[\W\d]* (?: [a-zđ]\) \s* )? (?: (?: Về | Đối_với | Riêng ) _ (?: việc_ )? )?")
"""Before what an item is about: "Về đường Nà Pài:"."""
OF_WORK = verbose("công_trình_", re.I)
_TOPIC_ENDS = re.compile(r"\s*(?::|\n|$)")
_AND = verbose(r"\s* (?: , | và | ,_và | cùng ) \s*")
_REACH = 70
"""Characters before a work's name that say what is done to it."""


def find_works(text: str, known: Iterable[Mention] = ()) -> Iterator[Mention]:
    """Yield the works that a text names as such, in order.

    Args:
        text: blocks parted by newlines.
        known: projects that are told by "dự án" and the like.
    """
    known = tuple(known)
    names = {project.name.casefold() for project in known}
    ends = sorted(project.end for project in known)
    found: list[Mention] = []
    last = 0  # where the last work ended that something is done to
    for match in WORK.finditer(text):
        work = Mention(match["name"], *match.span("name"))
        found.append(work)
        before = bisect_right(ends, work.start)
        last = max(last, ends[before - 1] if before else 0)
        joined = last and _AND.fullmatch(text, last, work.start)
        if joined or _is_worked_on(text, match):
            names.add(work.name.casefold())
            last = work.end
    yield from (work for work in found if work.name.casefold() in names)


def _is_worked_on(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a built thing says that it is built, repaired or paid for."""
    start, end = match.span("name")
    line = text.rfind("\n", 0, start) + 1
    clause = max(line, *(text.rfind(mark, 0, start) + 1 for mark in ".;:"))
    begin = max(clause, start - _REACH)
    if OF_WORK.match(match["name"]):
        return True
    if match["institution"]:
        return BUILT.search(text, begin, start) is not None
    if HANDLED.search(text, begin, start) or GOES_ON_LATE.match(text, end):
        return True
    about = match["plain"] and TOPIC.fullmatch(text, line, start)
    return bool(about and _TOPIC_ENDS.match(text, end))
