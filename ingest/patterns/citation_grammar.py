"""How documents are numbered, named and dated in print: the parts that citations are made of."""

import re

from ingest.patterns.calendar import BARE_DATE
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.laws import LAW_NAMES
from ingest.patterns.letters import CAPITALISED, LOWER
from ingest.patterns.unit_names import FIELDS

# Kinds, longest first, with the name under which each is kept.
KINDS = {
    "Thông tư liên tịch": "Thông tư liên tịch",
    "Nghị quyết liên tịch": "Nghị quyết liên tịch",
    "Văn bản hợp nhất": "Văn bản hợp nhất",
    "Thông báo kết luận": "Thông báo",
    "Thông báo Kết luận": "Thông báo",
    "Kết luận thanh tra": "Kết luận",
    "Kết luận Thanh tra": "Kết luận",
    "Giấy ủy quyền": "Giấy ủy quyền",
    "Phiếu chuyển": "Phiếu chuyển",
    "Phiếu trình": "Phiếu trình",
    "Bản án": "Bản án",
    "Công thư": "Công thư",
    "Thông tri": "Thông tri",
    "Giấy mời": "Giấy mời",
    "Công điện": "Công điện",
    "Công văn": "Công văn",
    "Nghị quyết": "Nghị quyết",
    "Nghị định": "Nghị định",
    "Quyết định": "Quyết định",
    "Thông tư": "Thông tư",
    "Thông báo": "Thông báo",
    "Chỉ thị": "Chỉ thị",
    "Kết luận": "Kết luận",
    "Kế hoạch": "Kế hoạch",
    "Tờ trình": "Tờ trình",
    "Báo cáo": "Báo cáo",
    "Chương trình": "Chương trình",
    "Chương trình hành động": "Chương trình hành động",
    "Đề án": "Đề án",
    "Phương án": "Phương án",
    "Hướng dẫn": "Hướng dẫn",
    "Quy định": "Quy định",
    "Quy chế": "Quy chế",
    "Biên bản": "Biên bản",
    "Văn bản": "Văn bản",
    "Sắc lệnh": "Sắc lệnh",
    "Lệnh": "Lệnh",
    "Thư": "Thư",
    "Pháp lệnh": "Pháp lệnh",
    "Bộ luật": "Bộ luật",
    "Luật": "Luật",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "TTLT": "Thông tư liên tịch",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "CV": "Công văn",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
}

# What the code in a number says of its document's kind.
CODE_KINDS = {
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
    "TTr": "Tờ trình",
    "BC": "Báo cáo",
    "HD": "Hướng dẫn",
    "KL": "Kết luận",
    "CĐ": "Công điện",
    "BB": "Biên bản",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "GM": "Giấy mời",
    "PC": "Phiếu chuyển",
    "PTr": "Phiếu trình",
    "HDLN": "Hướng dẫn",
    "TTrLN": "Tờ trình",
    "KHPH": "Kế hoạch",
    "KHLN": "Kế hoạch",
    "KHLT": "Kế hoạch",
    "QCPH": "Quy chế",
    "CTHĐ": "Chương trình hành động",
    "NQLT": "Nghị quyết liên tịch",
    "CV": "Công văn",
    "TTri": "Thông tri",
    "VBHN": "Văn bản hợp nhất",
    "PL": "Pháp lệnh",
    "QH": "Luật",
}


_S = r"[^\S\n]*"
_DASH = r"[-–]"
_LETTERS = r"[A-ZĐ][A-ZĐa-zđ0-9&]*(?:\.[A-ZĐ][A-ZĐa-z0-9]*)*"
_CODE = rf"{_LETTERS}(?:{_S}{_DASH}{_S}{_LETTERS}|[.]{_LETTERS}){{0,4}}"
_PARTY_CODE = any_of("""
    NQLT; NQ; CTHĐ; CTr; CT; KL; QyĐ; QĐi; QĐ; QC; KHPH; KH; HDLN; HD; TB; BC; BB; CV; GM; TTrLN;
    TTr; TTri; TT; ĐA; PA
""")
_NUMBER = rf"""
    \d{{1,5}}[a-zA-ZđĐ]?
    (?:
        (?:{_S}/{_S}\d{{4}}(?=\D))?{_S}/{_S}{_CODE}      # 54/2021/NĐ-CP, 59/QĐ-UBND, 763/VP-KT
      | {_S}{_DASH}{_S}{_PARTY_CODE}{_S}/{_S}{_CODE}      # 19-NQ/TW
    )"""
_SPOKEN_NUMBER = r"\d{1,5}(?:/\d{4})?(?![\d/.,]?\d)"
_COUNTED = any_of("""
    đồng; triệu; tỷ; ha; hộ; người; tháng; năm; nhiệm vụ; nội dung; trường hợp; dự án; đơn vị;
    văn bản
""")
_NOT_A_COUNT = rf"(?! \s* (?: % | {_COUNTED} (?!\w) | ngày (?!\w) (?!_\d) ) )"
_SO = r"(?:[Ss]ố:?\s*)"
_DAY = rf"(?: ban_hành_ | ký_ )? (?: đề_ )? ngày_ {BARE_DATE}"
_DATED = rf"(?: {_S},?{_S} (?: \({_DAY}\) | {_DAY} ) )"
_KIND = any_of(KINDS)
_SHORT_KIND = any_of(kind for kind in KINDS if kind.isupper())
_QUALIFIED = any_of("""
    cá biệt; chủ trương đầu tư; chuyên đề; công tác; đánh giá; đơn; giải trình; hành động;
    hỏa tốc; khẩn; kiểm tra; làm việc; liên ngành; liên tịch; mật; phê duyệt; phối hợp; thanh tra;
    thẩm định; thẩm tra; thượng khẩn; tổng hợp
""")
"""What may stand between a kind and its number: "Báo cáo thẩm định số"."""
_SPELT_KIND = any_of(kind for kind in KINDS if not kind.isupper())
_A_YEAR = r"(?: _ (?: năm_ )? (?:19|20)\d{2} (?![\d/]) )?"
_YEAR = r"(?: _ (?: năm_ | số_ )? (?P<year> (?:19|20)\d{2} ) (?![\d/]) )?"


_ORDERS = any_of("""
    báo cáo; gửi; trình; nộp; hoàn thành; xong; trước; chậm nhất; trong; khẩn trương; đồng thời;
    đề nghị; yêu cầu; tham mưu; tổng hợp; rà soát; triển khai; thực hiện; giao; đảm bảo; bảo đảm;
    chủ động; phối hợp; đôn đốc; kịp thời; theo
""")
NOT_DOCUMENTS = verbose(
    r"""
    (?:
        (?: giấy_phép | hợp_đồng ) (?: _[^\s.;,]+ ){0,4}
        | gói_thầu (?: _[^\s.;,]+ ){0,3}
        | giấy_chứng_nhận (?: _[^\s.;,]+ ){0,6}
        | biển_số | biển_kiểm_soát | tờ_bản_đồ | thửa (?: _đất )? | hồ_sơ | phiếu | hóa_đơn
        | tcvn | qcvn | tccs | tiêu_chuẩn | quy_chuẩn | iso | astm
    ) [\s:]* (?: \d+ : )? (?: số:?\s* )? $
    """,
    re.I,
)
"""What stands before a number that is a licence's, a contract's or a package's."""
LICENCE_CODE = re.compile(
    r"\d+(?:/\d{4})?/(?:GP|HĐ|XL|GCN|TV|HĐTĐ|HĐKT|GPXD|GPMT)(?!\w)",
)
"""A number of a licence, a contract or a measurement, by its code."""

NUMBERED = verbose(rf"""
    (?<!\w) (?:
        (?P<kind> {_KIND} | (?i:{_SPELT_KIND}) ) (?: _{_QUALIFIED} )? _
      | (?P<glued> {_SHORT_KIND} ) \.? (?=\d)
    )?
    (?P<so> {_SO} )? (?P<number> {_NUMBER} ) (?P<dated> {_DATED} )?
""")
"""A number with its code, its kind before it or not: "Quyết định số 27/QĐ-SXD ngày 2/3/2021"."""

SPOKEN = verbose(rf"""
    (?<!\w) (?P<kind> {_KIND} ) _ (?P<so> {_SO} )? (?P<number> {_SPOKEN_NUMBER} )
    {_NOT_A_COUNT} (?P<dated> {_DATED} )?
""")
"""A number without a code: "Nghị quyết số 13", "Nghị định 54"."""

AND_MORE = verbose(rf"""
    {_S}(?:[,;]|và|,{_S}và)_ (?P<so> {_SO} )?
    (?P<number> {_NUMBER} | {_SPOKEN_NUMBER} (?= \s*(?:[,;.)]|và|của|ngày|$) ) )
    (?P<dated> {_DATED} )?
""")
"""A further number of the same kind: ", 14", "; số 328/TB-SXD ngày 16/7/2024"."""

OF_ISSUER = verbose(rf"""
    {_S},?{_S}của_ (?P<issuer>
        Chính_phủ | Thủ_tướng(?:_Chính_phủ)? | Quốc_hội | Ủy_ban_[Tt]hường_vụ_Quốc_hội
      | Bộ_Chính_trị | Ban_Bí_thư (?:_Trung_ương (?:_Đảng)? )? | Trung_ương (?:_Đảng)?
      | Ban_Chấp_hành_Trung_ương (?:_Đảng)? (?: _khóa_[IVX]+ | ,?_\(khóa_[IVX]+\) )?
      | Ban_(?: Tổ_chức | Tuyên_giáo | Dân_vận | Nội_chính | Kinh_tế ) _Trung_ương
      | Văn_phòng_(?: Chính_phủ | Quốc_hội | Chủ_tịch_nước | Trung_ương_Đảng ) | VPCP
      | Thanh_tra_(?: Chính_phủ | tỉnh | thành_phố | huyện ) | Kiểm_toán_[Nn]hà_nước
      | (?: Chủ_tịch_ | Văn_phòng_ | Thường_trực_ )?
        (?:UBND|HĐND|[ỦU][ỷyỳỵ]_ban_nhân_dân|Hội_đồng_nhân_dân) _
        (?:tỉnh|thành_phố|huyện|thị_xã|quận|xã|phường|thị_trấn) (?:_{CAPITALISED}){{0,4}}
      | (?: Ban_Thường_vụ_ | Ban_Chấp_hành_ | Thường_trực_ | Văn_phòng_ )?
        (?:Tỉnh_ủy|Thành_ủy|Huyện_ủy|Thị_ủy|Quận_ủy|Đảng_ủy) (?:_{CAPITALISED}){{0,3}}
      | (?:Bộ|Sở)_ (?: {any_of(FIELDS)} | {CAPITALISED} (?:_(?:và_|-_)?{CAPITALISED}){{0,4}} )
      | Sở
    )(?!\w)
""")
TITLE = verbose(rf"""
    {_S},?{_S} (?P<title>
        (?:về_việc|về|quy_định|ban_hành|phê_duyệt|hướng_dẫn|sửa_đổi) _ [^;.\n()]{{6,240}}
    )
""")
_PLACE = r"(?: \d[\d.]* [a-zđ]? | [IVX]+ (?:\.\d+)* | [a-zđ] ) (?!\w)"
TITLE_END = verbose(
    rf"""
    \s* , \s (?: và_ )? (?: {_ORDERS} ) (?!\w)
    | \s (?: trước (?: _ngày )? _\d | chậm_nhất
        | trong_(?: tháng | quý | tuần | năm | vòng | thời_hạn | \d )
        | (?: xong | hoàn_thành ) _(?: trước | trong ) )
    """,
    re.I,
)
"""Where a sentence goes on after a document's title."""
PINPOINT = verbose(rf"""
    (?P<pinpoint> (?:
        (?:
            [Đđ]iểm | [Kk]hoản | [Đđ]iều | [Mm]ục | [Cc]hương | [Pp]hần | [Pp]hụ_lục | nội_dung
            | tiểu_mục | tiết | đoạn
        )
        _ (?:số_)? {_PLACE} (?: \s* (?: , | - | và | đến ) \s* {_PLACE} ){{0,6}}
        \s* (?: [-,] | và )? \s*
    )+ )
    (?: (?: của | (?: được_ )? (?: ban_hành_ )? kèm_theo ) \s )? $
""")
"""The provision named right before a citation: "khoản 3 Điều 61", "nội dung 1.5"."""

LAW = verbose(
    rf"(?<!\w) (?P<kind>Luật|Bộ_luật|Pháp_lệnh) _ (?P<name>{any_of(LAW_NAMES)}) (?!\w) {_YEAR}",
    re.I,
)
UNLISTED_LAW = verbose(rf"""
    (?<!\w) (?P<kind>Luật|Bộ_luật|Pháp_lệnh) _
    (?P<name> (?!(?:Này|Sư)\b){CAPITALISED} (?:_(?:và_)?[{LOWER}]\w*|_{CAPITALISED}){{0,5}}? )
    {_YEAR} (?= \s*(?:[,;.)\n]|năm|và_(?:các|văn_bản|Nghị)|$) )
""")
LAWS = verbose(rf"""
    (?<!\w) (?i:các) _ (?P<kind> (?i:luật|bộ_luật|pháp_lệnh) ) \s*:?\s
    (?P<names> {any_of(LAW_NAMES)} (?!\w) {_A_YEAR}
        (?: \s*(?: , | ; | và | ,\s*và )\s* {any_of(LAW_NAMES)} (?!\w) {_A_YEAR} )+ )
""")
"""Laws named together: "các Luật: Đất đai, Nhà ở"."""
A_LAW = verbose(rf"(?P<name>{any_of(LAW_NAMES)}) (?!\w) {_YEAR}")
CONSTITUTION = verbose(rf"(?<!\w) Hiến_pháp {_YEAR}")
CONGRESS = verbose(rf"""
    (?<!\w) Nghị_quyết _ (?P<name> (?:của_)? Đại_hội _ (?:(?:đại_biểu|Đảng|đảng)_)*
        (?:toàn_quốc_)? (?:Đảng_bộ_ (?:[{LOWER}]+_){{0,3}} (?:{CAPITALISED}_){{0,4}} )?
        lần_thứ _ [IVXL\d]+ (?:_của_Đảng|_Đảng_Cộng_sản_Việt_Nam)?
        (?:,?\s*nhiệm_kỳ_\d{{4}}\s*[-–]\s*\d{{4}})?
        | (?:của_)? Đại_hội _ (?: (?:đại_biểu_)? (?:toàn_quốc_)? ) (?:Đảng_)? [IVXL]+ (?!\w)
            (?: _của_Đảng | _Đảng )?
    )
""")
PLENUM = verbose(r"""
    (?<!\w) (?P<kind> Nghị_quyết | Kết_luận | Thông_báo ) _ (?P<name>
        (?: Hội_nghị_ (?: lần_thứ_\w+_ )? )? (?: Ban_Chấp_hành_ )? Trung_ương (?:_Đảng)?
        (?: _ (?: (?: lần_)? thứ_\w+ | \d{1,2} ) )? _ (?: \(\s* )? [Kk]hóa_[IVX]+ \)?
    )
""")
"""What a plenum of the Party's Central Committee resolved: "Nghị quyết Trung ương 4 khóa XII"."""
INSPECTION = verbose(r"""
    (?<!\w) Kết_luận _ (?:của_)?
    (?P<name> Thanh_tra _ (?:tỉnh|Chính_phủ|huyện|thành_phố|Bộ|Sở) ) (?!\w)
""")
