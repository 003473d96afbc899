"""How documents are numbered, named and dated in print: the parts that citations are made of."""

import re

from ingest.patterns.calendar import BARE_DATE
from ingest.patterns.laws import LAW_NAMES
from ingest.patterns.letters import CAPITALISED, LOWER

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
    "VBHN": "Văn bản hợp nhất",
    "PL": "Pháp lệnh",
    "QH": "Luật",
}


_S = r"[^\S\n]*"
_DASH = r"[-–]"
_LETTERS = r"[A-ZĐ][A-ZĐa-zđ0-9&]*(?:\.[A-ZĐ][A-ZĐa-z0-9]*)*"
_CODE = rf"{_LETTERS}(?:{_S}{_DASH}{_S}{_LETTERS}|[.]{_LETTERS}){{0,4}}"
_PARTY_CODE = r"(?:NQ|CT|KL|QĐ|QyĐ|CTr|CTHĐ|KH|HD|TB|BC|CV|TT|ĐA|TTr)"
_NUMBER = rf"""
    \d{{1,5}}[a-zA-ZđĐ]?
    (?:
        (?:{_S}/{_S}\d{{4}}(?=\D))?{_S}/{_S}{_CODE}      # 54/2021/NĐ-CP, 59/QĐ-UBND, 763/VP-KT
      | {_S}{_DASH}{_S}{_PARTY_CODE}{_S}/{_S}{_CODE}      # 19-NQ/TW
    )"""
_SPOKEN_NUMBER = r"\d{1,5}(?:/\d{4})?(?![\d/.,]?\d)"
_NOT_A_COUNT = r"(?!\s*(?:%|(?:đồng|triệu|tỷ|ha|hộ|người|tháng|năm|ngày|nhiệm\ vụ|nội\ dung|trường\ hợp|dự\ án|đơn\ vị|văn\ bản)\b))"
_SO = r"(?:[Ss]ố:?\s*)"
_DAY = rf"(?:ban\ hành\s+|ký\s+)?(?:đề\s+)?ngày\s+{BARE_DATE}"
_DATED = rf"(?:\s*,?\s*(?:\({_DAY}\)|{_DAY}))"
_KIND = "|".join(re.escape(k) for k in sorted(KINDS, key=len, reverse=True))
_SPELT_KIND = "|".join(
    re.escape(k) for k in sorted(KINDS, key=len, reverse=True) if not k.isupper()
)
_YEAR = r"(?:\s+(?:năm\s+|số\s+)?(?P<year>(?:19|20)\d{2})(?![\d/]))?"


def _verbose(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | flags)


NOT_DOCUMENTS = re.compile(
    r"(?:giấy\s+phép(?:\s+[^\s.;,]+){0,4}|hợp\s+đồng(?:\s+[^\s.;,]+){0,4}|gói\s+thầu(?:\s+[^\s.;,]+){0,3}|giấy\s+chứng\s+nhận(?:\s+[^\s.;,]+){0,6}|biển\s+(?:số|kiểm\s+soát)|tờ\s+bản\s+đồ|thửa(?:\s+đất)?|hồ\s+sơ|phiếu|hóa\s+đơn)\s*(?:số:?\s*)?$",
    re.I,
)
"""What stands before a number that is a licence's, a contract's or a package's."""
LICENCE_CODE = re.compile(r"\d+(?:/\d{4})?/(?:GP|HĐ|XL|GCN|TV|HĐTĐ|HĐKT|GPXD|GPMT)(?!\w)")

NUMBERED = _verbose(rf"""
    (?<!\w) (?: (?P<kind> {_KIND} | (?i:{_SPELT_KIND}) ) \s+ )?
    (?P<so> {_SO} )? (?P<number> {_NUMBER} ) (?P<dated> {_DATED} )?
""")
"""A number with its code, its kind before it or not: "Quyết định số 27/QĐ-SXD ngày 2/3/2021"."""

SPOKEN = _verbose(rf"""
    (?<!\w) (?P<kind> {_KIND} ) \s+ (?P<so> {_SO} )? (?P<number> {_SPOKEN_NUMBER} )
    {_NOT_A_COUNT} (?P<dated> {_DATED} )?
""")
"""A number without a code: "Nghị quyết số 13", "Nghị định 54"."""

AND_MORE = _verbose(rf"""
    \s*(?:[,;]|và|,\s*và)\s+ (?P<so> {_SO} )?
    (?P<number> {_NUMBER} | {_SPOKEN_NUMBER} (?= \s*(?:[,;.)]|và|của|ngày|$) ) )
    (?P<dated> {_DATED} )?
""")
"""A further number of the same kind: ", 14", "; số 328/TB-SXD ngày 16/7/2024"."""

OF_ISSUER = _verbose(rf"""
    \s*,?\s*của\s+ (?P<issuer>
        Chính\ phủ | Thủ\ tướng(?:\ Chính\ phủ)? | Quốc\ hội | Ủy\ ban\ Thường\ vụ\ Quốc\ hội
      | Bộ\ Chính\ trị | Ban\ Bí\ thư
      | Ban\ Chấp\ hành\ Trung\ ương (?:\ Đảng)? (?:\ khóa\ [IVX]+)?
      | (?:Chủ\ tịch\s+)? (?:UBND|HĐND|[ỦU][ỷyỳỵ]\ ban\ nhân\ dân|Hội\ đồng\ nhân\ dân) \s+
        (?:tỉnh|thành\ phố|huyện|thị\ xã|quận|xã|phường|thị\ trấn) (?:\s+{CAPITALISED}){{0,4}}
      | (?:Tỉnh\ ủy|Thành\ ủy|Huyện\ ủy) (?:\s+{CAPITALISED}){{0,3}}
      | (?:Bộ|Sở) (?:\s+(?:và\s+|-\s+)?{CAPITALISED}){{1,5}}
      | Sở
    )(?!\w)
""")
TITLE = _verbose(r"""
    \s*,?\s* (?P<title>
        (?:về\ việc|về|quy\ định|ban\ hành|phê\ duyệt|hướng\ dẫn|sửa\ đổi) \s+ [^;.\n()]{6,240}
    )
""")
PINPOINT = _verbose(r"""
    (?P<pinpoint> (?:
        (?: điểm | [Kk]hoản | [Đđ]iều | [Mm]ục | Chương | [Pp]hần | nội\ dung | tiểu\ mục | [Pp]hụ\ lục )
        \s+ (?:số\s+)? [\dIVXa-zđ][\d.IVX]* \s*[-,]?\s* (?:của\s+)?
    )+ ) $
""")
"""The provision named right before a citation: "khoản 3 Điều 61", "nội dung 1.5"."""

_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(LAW_NAMES, key=len, reverse=True)
)
LAW = _verbose(
    rf"(?<!\w) (?P<kind>Luật|Bộ\ luật|Pháp\ lệnh) \s+ (?P<name>{_NAMES}) (?!\w) {_YEAR}", re.I
)
UNLISTED_LAW = _verbose(rf"""
    (?<!\w) (?P<kind>Luật|Bộ\ luật|Pháp\ lệnh) \s+
    (?P<name> (?!(?:Này|Sư)\b){CAPITALISED} (?:\s+(?:và\s+)?[{LOWER}]\w*|\s+{CAPITALISED}){{0,5}}? )
    {_YEAR} (?= \s*(?:[,;.)\n]|năm|và\s+(?:các|văn\ bản|Nghị)|$) )
""")
CONSTITUTION = _verbose(rf"(?<!\w) Hiến\ pháp {_YEAR}")
CONGRESS = _verbose(rf"""
    (?<!\w) Nghị\ quyết \s+ (?P<name> (?:của\s+)? Đại\ hội \s+ (?:(?:đại\ biểu|Đảng|đảng)\s+)*
        (?:toàn\ quốc\s+)? (?:Đảng\ bộ\s+ (?:[{LOWER}]+\s+){{0,3}} (?:{CAPITALISED}\s+){{0,4}} )?
        lần\ thứ \s+ [IVXL\d]+ (?:\s+của\s+Đảng|\s+Đảng\ Cộng\ sản\ Việt\ Nam)?
        (?:,?\s*nhiệm\ kỳ\s+\d{{4}}\s*[-–]\s*\d{{4}})?
    )
""")
INSPECTION = _verbose(r"""
    (?<!\w) Kết\ luận \s+ (?:của\s+)?
    (?P<name> Thanh\ tra \s+ (?:tỉnh|Chính\ phủ|huyện|thành\ phố|Bộ|Sở) ) (?!\w)
""")
