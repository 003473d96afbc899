"""The wording of an order: what opens it, what its verb follows, where its sentence ends."""

import re

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER, UPPER

_ACTS = rf"(?: {ADVERBS} | {VERBS} ) (?!\w)"
ACTION = verbose(_ACTS, re.I)
THEN_ACTS = verbose(
    rf"""
    \s* (?: ,\s* | :\s* | ;\s* | \([^()]{{1,80}}\)\s*,?\s* | [-–]_ )*
    (?: (?: theo | căn_cứ | trên_cơ_sở | tại | với | trong ) _[^,;.]{{3,160}},\s* )?
    {_ACTS}
    """,
    re.I,
)
"""After an addressee: what it is to do, perhaps after a mark or "theo Kế hoạch ...,"."""
DESCRIBES = verbose(
    r"""
    \s* (?: ,\s* )? (?:
        đánh_giá_cao | ghi_nhận | biểu_dương | hoan_nghênh | chúc_mừng | cảm_ơn | đồng_ý | nhận_thấy
        | cho_rằng | đã | đang | là | còn | chưa | được | bị | vẫn | nhất_trí | nêu
        | thống_nhất_(?: với | về | chủ_trương | nội_dung | đánh_giá | nhận_định | cao )
        | có_(?: nhiều | một | 0?\d )
    ) (?!\w)
    """,
    re.I,
)
"""After an office's name: it is told of, not told to."""
SPEAKS_FIRST = verbose(
    r"""
    \s* (?: cơ_bản_ )? (?: thống_nhất | nhất_trí | đồng_ý | lưu_ý | kết_luận | đánh_giá | ghi_nhận
        | nhấn_mạnh | cho_ý_kiến | biểu_dương ) (?!\w)
    """,
    re.I,
)
"""After the office that a lead-in opens with: it gives the orders and gets none."""
_AGREED = r"(?: [Tt]hống_nhất | [Đđ]ồng_ý | [Nn]hất_trí | [Cc]ơ_bản_thống_nhất )"
_PERFORMATIVE = rf"""
    (?: {_AGREED} [^.;\n]{{0,200}}? (?: , | ; | và )? _ )?
    (?: [Gg]iao (?: _(?: cho | nhiệm_vụ_cho | trách_nhiệm_cho | thêm ) )? | [Yy]êu_cầu | [Đđ]ề_nghị
        | [Pp]hân_công | [Ủủ]y_quyền (?:_cho)? | [Cc]hỉ_đạo | [Gg]iao_trách_nhiệm )
"""
_SPEAKS = rf"""(?:
    (?: Đồng_chí_ )? (?: Phó_ )?
    (?: Chủ_tịch | Giám_đốc | Tổng_[Gg]iám_đốc | Bộ_trưởng | Thứ_trưởng | Thủ_tướng | Cục_trưởng
        | Bí_thư | Thường_trực | Ban_Thường_vụ | Lãnh_đạo | Ban_Giám_đốc | Hội_nghị | UBND
        | Chi_cục_trưởng | Vụ_trưởng | Hiệu_trưởng | Viện_trưởng )
    (?: _[{UPPER}][\w-]* | _(?: tỉnh | huyện | xã | phường | thành_phố | phủ | ủy | ban ) ){{0,6}}_
    (?: (?: cũng | thống_nhất ) _ )?
)"""
"""Whoever gives the order: "Chủ tịch UBND tỉnh yêu cầu ..."."""
OPENS = verbose(rf"{_SPEAKS}? {_PERFORMATIVE} (?: \s*: )? _ (?=\w)")
"""The words that give an order: "Giao", "Thống nhất chủ trương; yêu cầu"."""
INSIDE = verbose(r"""
    (?: [,;:]\s* | \s(?: và | nên | do_đó,? | vì_vậy,? | đồng_thời ) _ )
    (?: giao (?:_cho)? | yêu_cầu | đề_nghị | phân_công ) (?: \s*: )? _
""")
"""The same later in a sentence: "; giao"."""
GIVEN_TO = verbose(r"""
    (?: ^ | ,_ ) (?: [Vv]iệc | [Nn]hiệm_vụ | [Pp]hần_việc | [Cc]ông_việc | [Nn]ội_dung )
    _ [^.;:\n]{3,200}? \s (?<! đã\s ) (?<! được\s ) (?: chuyển_ )? giao_(?: về | lại_cho | cho )_
""")
"""The work first, then whose it becomes: "Việc cấp biển số nhà giao về"."""
CLAUSE = re.compile(r";\s+")
OPENS_CLAUSE = verbose(r"(?: giao (?:_cho)? | yêu_cầu | đề_nghị | phân_công ) (?: \s*: )? _")
LEAD_IN = verbose(r"""
    (?: Riêng (?:_đối_với)? | Đối_với | Về (?: _(?: phía | việc | công_tác | nội_dung ) )?
        | Đồng_thời | Ngoài_ra | Bên_cạnh_đó | Trước_mắt | Trong_đó | Sau_khi | Ngoài | Căn_cứ
        | Trên_cơ_sở | Để | Nhằm | Theo | Kể_từ | Từ_ngày | Thực_hiện | Triển_khai | Trước_ngày
        | Chậm_nhất | Trong_(?: tháng | quý | tuần | thời_gian ) | Định_kỳ | Hằng | Hàng ) \b
    [^.;:\n]{0,260}? [:,]\s*
""")
TOPIC = verbose(rf"[{UPPER}][^.;:\n]{{2,200}}? :_")
COMMA = verbose(rf",_ (?=[{UPPER}])")
HONORIFIC = verbose(r"(?: [Cc]ác_ )? (?: [Đđ]ồng_chí | [Đđ]/[Cc]\.? | [Ôô]ng | [Bb]à ) _")
"""Before a post that stands for its office: "đồng chí Chánh Văn phòng"."""
POST = verbose(rf"""
    (?: Tổng_[Gg]iám_đốc | Phó_Tổng_[Gg]iám_đốc | Kế_toán_trưởng | Kiểm_soát_viên
        | Trưởng_ (?: thôn | bản | xóm | ấp | buôn | làng | khu_phố | khối_phố | tổ_dân_phố )
        | Chủ_tịch_Hội_đồng_(?: thành_viên | quản_trị | nhân_dân )
    ) (?!\w) (?P<name> (?: _[{UPPER}][{LOWER}]+ ){{0,4}} )
""")
"""A post whose holder is told to do something, perhaps with a name: "Trưởng thôn Nà Pài"."""
_PARTY = r"""(?:
    [Cc]hủ_đầu_tư | (?: [Cc]ác_ )? [Nn]hà_thầu (?: _(?: thi_công | tư_vấn ) )?
    | [Đđ]ơn_vị_(?: thi_công | tư_vấn )
)"""
PARTY = verbose(_PARTY)
"""Those who build or design under an office: no task of theirs stands without its."""
BARE_OFFICE = verbose(rf"""
    (?: Văn_phòng | Thanh_tra | {_PARTY} ) (?= _[{LOWER}] | \s*[,:] )
""")
"""Offices and parties told by their kind alone, where they are given an order."""
ABOUT_UNIT = verbose("(?: Riêng (?:_đối_với)? | Đối_với | Về_phía | Đồng_thời,? ) _")
PERSON_DIRECTS = verbose(r"""
    (?: (?: , | [-–(] ) \s* [^,;.]{0,80}? [,)]? \s* )?
    (?: phụ_trách_[^,;.]{2,40}?_ )? (?: trực_tiếp_ )?
    (?: chỉ_đạo | phụ_trách | (?<! theo_dõi,_ ) đôn_đốc ) _
""")
"""After a person's name: others are to act under them."""
ROLE = verbose(rf"""
    \s* (?:
        [-–]\s* [^,;.()]{{2,90}}? (?= \s* [,;.(] | _ {_ACTS} | $ )
        | \( [^,;.()]{{2,90}} \)
        | ,\s* [^,;.()]{{2,90}}? (?= , | _ {_ACTS} )
    )
    (?: \s* \([^()]{{1,60}}\) )?
""")
"""A post after a person's name; there may be several: ", Phó Giám đốc Sở, Tổ trưởng"."""
_TELLS = any_of("""
    của; và; là; cho; về; tại; trong; với; do; ở; năm; tháng; để; thì; hoặc; này; đó; khi; nếu; sẽ;
    cũng; rất; khá; luôn; mới; bước đầu; từng; đạt; tăng; giảm; gồm; bao gồm; thuộc; gặp; thấp; cao;
    nêu; phát biểu; trình bày; cùng; đã; đang; còn; chưa; được; bị; vẫn; có; theo; trên; cơ bản
""")
MAY_ACT = verbose(rf"(?: \s*\([^()]{{1,80}}\) )? _ (?! (?:{_TELLS}) (?!\w) ) [{LOWER}]")
"""After the addressee that opens a sentence: a word that may be any verb at all."""
_MANNER = any_of("chặt chẽ; đồng bộ; thường xuyên; tích cực; kịp thời; chủ động")
COORDINATES = verbose(
    rf"""
    (?: phối_ (?: kết_ )? hợp (?: \s*,\s* (?: thống_nhất | đôn_đốc ) )? | cùng_phối_hợp )
    (?: _{_MANNER} )* (?: _(?: cùng_với | với | cùng ) )? \s*:?_
    """,
    re.I,
)
LEADS = verbose(r"(?<!\w) chủ_trì \s* [,;] \s* (?: và_ )? (?=\w)", re.I)
JOINS = verbose(r"_ (?: cùng_ )? phối_hợp (?! _(?: với | cùng ) (?!\w) )")
"""The other order of words: "Sở A chủ trì, Sở B phối hợp"."""
TOGETHER = verbose(rf"(?<!\w) [Cc]ùng_ (?: với_ )? (?= các_ | [{UPPER}] | phòng_ )")
_NO_END_AFTER = r"""
    (?: (?<!\b[A-ZĐ]) | (?<=uý_I) )
    (?<!\b[Đđ]/c) (?<!\bThS) (?<!\bv\.v) (?<!\bSt) (?<!\bPGS) (?<!\bNo)
    (?<!\bBSCKI) (?<!\bBSCKII) (?<!\bCKI) (?<!\bCKII) (?<!\bBSNT) (?<!\bDSCKI)
    (?<!\b (?: T[PXTSL] | GS | BS | KS | CN | DS | ĐT | QL | HL | KP ) )
"""
"""Initials, titles, and what stands before a town's or a road's name; other capitals, "UBND.", end
a sentence as words do."""
SENTENCE_END = verbose(rf"""
    {_NO_END_AFTER} [.!?] (?: [”"')\]] )? (?= \s+ [“"(]? [{UPPER}\d] | [{UPPER}][a-zà-ỹ] )
""")
BEFORE_NAME = verbose(r"""
    (?: (?: Hộ_ | hộ_ | Gia_đình_ )?
        (?: [Đđ]ồng_chí | [Đđ]/[Cc]\.? | [Ôô]ng | [Bb]à | Phó | Chủ | Giám | Bí | Chánh | Trưởng
            | (?: Thứ | Bộ | Cục | Vụ | Viện | Chi_cục | Hiệu | Đội | Trạm | Hạt | Tổ )_trưởng
            | (?: P?GS | TS | ThS | BS\w* | DS\w* | KS ) [\s.,]
            | Kiểm_soát_viên | Tổng | Kế_toán_trưởng | (?: Đại | Thượng | Trung | Thiếu )_[tú] )
        (?!\w) [^,.;:]{0,60} )?
""")
