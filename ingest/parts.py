"""Which part of a notice a block is in: heading, body, what closes it, or a footnote."""

import re
from itertools import islice
from typing import Literal

from ingest.document import Document
from ingest.patterns.grammar import any_of, verbose

Part = Literal["head", "body", "tail", "note"]

_CONCLUDES = verbose(
    rf"""
    {any_of("kết luận; chỉ đạo; thống nhất; yêu cầu; nhất trí; giao; phân công; lưu ý")}
    [^.:\n]{{0,60}} : \s* $
    """,
    re.I,
)
"""The words that the body stands after: "... kết luận như sau:"."""
_RECIPIENTS = verbose(r"\W* Nơi_nhận \W", re.I)
_ANNEX = verbose(r"""
    PHỤ_LỤC | Phụ_lục (?: _ (?: số_ )? [\dIVX]+ )? \s* (?: [:.(\n] | $ )
""")
_LINE = r"[^.\n]"
_CLOSING = verbose(rf"""
    Trên_đây_là
    | Văn_phòng\s {_LINE}{{3,80}}? \s(?: xin_ )? thông_báo\s
    | {_LINE}{{0,120}} [Tt]hông_báo\s (?: {_LINE}{{0,80}} \s )? (?: để | đến | tới | cho )\s
        {_LINE}{{0,100}} (?: biết | thực_hiện )
    | Thông_báo_này
    | Căn_cứ_(?: nội_dung | vào )_ (?: thông_báo_ )? kết_luận
    | Yêu_cầu_các_(?: đơn_vị | phòng | cơ_quan ) {_LINE}{{0,120}} (?: nghiêm_túc | triển_khai )
        {_LINE}{{0,60}} thực_hiện
    | (?: Đề_nghị | Yêu_cầu ) {_LINE}{{0,160}} (?: nghiêm_túc | căn_cứ ) {_LINE}{{0,100}} thực_hiện
        {_LINE}{{0,40}} \./\.
""")
"""The sentence that hands the notice over: "Trên đây là ...", "... thông báo để các phòng biết"."""
_CLOSING_ORDER = verbose(r"""
    (?: (?: Căn_cứ | Trên_cơ_sở | Từ | Theo | Với )_ [^.\n;,]{2,80} ,_ )?
    (?: [ĐđYyCc] (?: ề_nghị | êu_cầu | ác ) | Thủ_trưởng | Trưởng | Giám_đốc )\s [^.\n;]{0,220}
    (?: thực_hiện | triển_khai ) [^.\n;]{0,100}
    (?: [.;]\s* (?: [Tt]rong_quá_trình | [Qq]uá_trình | [Nn]ếu_có | [Mm]ọi_ | [Kk]hó_khăn
        | [Vv]ướng_mắc ) [^\n]{0,250} )?
    \./\. $
""")
_SIGNERS = any_of("GIÁM ĐỐC; CHỦ TỊCH; CHÁNH VĂN PHÒNG; PHÓ CHỦ TỊCH; BỘ TRƯỞNG")
_SIGNATURE = verbose(rf"(?: TL | KT | TM | TUQ | Q ) \s?\.\s? [A-ZĐ] | {_SIGNERS} \s* $")
_DIGIT = re.compile(r"\d")
_IS_NUMBER = re.compile(r"\W*Số")


def parts_of(document: Document) -> list[Part]:
    """Return the part that each block of a document is in, in order."""
    blocks = document.blocks
    begin = _body_begins(document)
    parts: list[Part] = []
    part: Part = "head"
    for i, block in enumerate(blocks):
        text = document.text[block.start : block.end]
        if i == begin:
            part = "body"
        if block.kind == "footnote":
            parts.append("note")
            continue
        if part == "body" and _ends_body(document, i):
            part = "tail"
        elif part == "tail" and block.kind != "row" and _ANNEX.match(text):
            part = "body"
        parts.append(part)
    return parts


def _ends_body(document: Document, i: int) -> bool:
    block = document.blocks[i]
    text = document.text[block.start : block.end]
    if _RECIPIENTS.match(text) or (block.kind == "row" and _RECIPIENTS.search(text)):
        return True
    if block.kind in ("heading", "paragraph") and len(text) < 80 and _SIGNATURE.match(text):
        return True
    if block.label is None and _CLOSING_ORDER.match(text) and not _DIGIT.search(text):
        return True
    if not _CLOSING.match(document.text[block.body : block.end]):
        return False
    if text.endswith("./."):
        return True
    rest = islice(document.blocks, i + 1, None)
    following = next((b for b in rest if b.kind != "footnote"), None)
    return following is None or bool(
        _RECIPIENTS.search(document.text[following.start : following.end])
        or _SIGNATURE.match(document.text[following.start : following.end])
    )


def _body_begins(document: Document) -> int:
    """Index of the first block after "kết luận như sau:"; else of the first numbered one."""
    blocks = document.blocks
    for i, block in enumerate(blocks[:40]):
        text = document.text[block.start : block.end]
        if (
            block.kind != "row"
            and block.label is None
            and len(text) > 25
            and _CONCLUDES.search(text)
        ):
            return i + 1
    for i, block in enumerate(blocks):
        text = document.text[block.start : block.end]
        if block.label is not None and not _IS_NUMBER.match(text):
            return i
        if block.kind == "row" and len(block.cells) >= 3:
            return i
    title = [i for i, b in enumerate(blocks[:12]) if b.kind == "heading"]
    return title[-1] + 1 if title else 0
