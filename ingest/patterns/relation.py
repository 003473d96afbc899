"""What a sentence does with the document that it cites: rests on it, carries it out, changes it."""

import re

from ingest.patterns.citation_grammar import PINPOINT
from ingest.patterns.grammar import any_of, verbose

_PROVISION = r"""(?:
    (?: điểm | khoản | điều | mục | chương | phần | nội_dung | phụ_lục | tiết )
    _ [\dIVXa-zđ][\d.IVX]*
    (?: \s* (?: , | và ) \s* [\dIVX]+ )* \s* (?: [-,] | và )? \s* (?: của_ )?
)*"""
_ADVERBS = r"""(?: (?: một_cách_ )? (?:
    nghiêm (?:_túc)? | có_hiệu_quả | hiệu_quả | tốt | đầy_đủ | đồng_bộ | quyết_liệt | kịp_thời
    | ngay | đúng | triệt_để | các | nội_dung | nhiệm_vụ | giải_pháp | quy_định (?:_tại)? | tại
) \s*,?\s* (?: và_ )? )*"""
"""Between a verb and its document: "thực hiện nghiêm túc, có hiệu quả"."""
_WORDS: tuple[tuple[str, str], ...] = (
    # the relation's name, the words that say it; the first that fits decides
    ("sửa đổi", "sửa đổi; bổ sung; sửa đổi, bổ sung; điều chỉnh; điều chỉnh, bổ sung"),
    ("thay thế", "thay thế; thay cho; bãi bỏ; hủy bỏ"),
    ("hướng dẫn", "hướng dẫn; hướng dẫn thi hành; hướng dẫn thực hiện; quy định chi tiết"),
    ("triển khai", "triển khai; thực hiện; triển khai thực hiện; thi hành; tổ chức thực hiện;"
     "triển khai thi hành; tổ chức triển khai"),
    ("căn cứ", "căn cứ; theo; trên cơ sở; theo quy định của; theo quy định tại; theo yêu cầu tại;"
     "theo ý kiến chỉ đạo tại; theo chỉ đạo tại; quy định tại; tại; căn cứ vào; theo tinh thần;"
     "theo nội dung; theo hướng dẫn tại; theo hướng dẫn của; theo đúng"),
)  # fmt: skip
_RELATIONS = tuple(
    (name, verbose(rf"(?<!\w) (?<! kèm_ ) {any_of(words)} _ {_ADVERBS} {_PROVISION} $", re.I))
    for name, words in _WORDS
)
_REACH = 70
"""Characters before a citation: the verb and a provision of the document."""


def relation_before(text: str, position: int) -> str | None:
    """Return what the words right before a citation say of it, or None.

    >>> relation_before("sửa đổi, bổ sung Nghị định 54", 17)
    'sửa đổi'
    """
    line = text.rfind("\n", 0, position) + 1
    before = text[max(line, position - _REACH) : position]
    return next((name for name, pattern in _RELATIONS if pattern.search(before)), None)


def pinpoint_before(text: str, position: int) -> str | None:
    """Return the provision named right before a citation: "khoản 3 Điều 61"."""
    line = text.rfind("\n", 0, position) + 1
    match = PINPOINT.search(text, max(line, position - 80), position)
    return (match["pinpoint"].strip(" ,-") or None) if match else None
