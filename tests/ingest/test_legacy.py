"""Texts in the codings from before Unicode are recognised and converted."""

import unicodedata
from collections.abc import Callable

import pytest

from ingest.decode import decode
from ingest.legacy import convert, font_coding, legacy_coding, syllables, to_unicode
from kg.errors import NotText
from tests.render.coding import TCVN3, VNI_TONES, to_tcvn3, to_vni

_TEXT = """UBND TỈNH LAM GIANG
SỞ NỘI VỤ
Số: 77/TB-SNV
Lam Giang, ngày 03 tháng 4 năm 2006
Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 4
1. Giao Phòng Tổ chức biên chế chủ trì, phối hợp với Văn phòng Sở rà soát vị trí việc làm của các
trung tâm; báo cáo Giám đốc Sở trước ngày 20/4/2006.
2. Đề nghị Thanh tra Sở kiểm tra kỷ luật, kỷ cương; xử lý nghiêm những trường hợp vi phạm.
3. Phòng Cải cách hành chính tham mưu sửa đổi quy chế, bổ sung mẫu biểu, đưa vào nền nếp."""


@pytest.mark.parametrize(("coding", "type_in"), [("tcvn3", to_tcvn3), ("vni", to_vni)])
def test_a_text_is_recognised_and_comes_back(coding: str, type_in: Callable[[str], str]) -> None:
    typed = type_in(_TEXT)

    assert legacy_coding(typed) == coding
    assert to_unicode(typed) == _TEXT
    assert decode(typed.encode("cp1252"), "cu.txt") == _TEXT
    assert decode(typed.encode("utf-8"), "cu.txt") == _TEXT
    assert decode(typed.encode("utf-16"), "cu.txt") == _TEXT


def test_every_letter_has_its_code() -> None:
    small = [c for c in TCVN3 if c.islower()]

    assert [convert(to_tcvn3(c), "tcvn3") for c in small] == small
    both = [*small, *(c.upper() for c in small)]
    assert [convert(to_vni(c), "vni") for c in both] == both


def test_windows_1258_is_read() -> None:
    # The code page writes tones as marks of their own.
    split = "".join(
        c if len(unicodedata.normalize("NFD", c)) < 2 or c.lower() in "âêôăơưđ" else _tone_apart(c)
        for c in _TEXT
    )

    assert decode(split.encode("cp1258"), "cu.txt") == _TEXT


def _tone_apart(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((m for m in marks if m in VNI_TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) + tone


@pytest.mark.parametrize(
    "text",
    [
        _TEXT,
        unicodedata.normalize("NFD", _TEXT),
        "The committee's résumé of § 12 was naïve: « déjà vu » à la carte, 5°C ± 1.",
        "Giao Sở Tư pháp thẩm định theo § 3; nhiệt độ 38°C ± 0,5; diện tích 12 m².",
        "",
    ],
)
def test_a_text_in_order_stays(text: str) -> None:
    assert legacy_coding(text) is None
    assert to_unicode(text) == text


def test_a_relic_among_lines_in_order_is_converted() -> None:
    relic = "Giao Phòng Tổ chức biên chế chủ trì rà soát vị trí việc làm"

    assert to_unicode(f"{_TEXT}\n{to_vni(relic)}") == f"{_TEXT}\n{relic}"


def test_other_bytes_are_refused() -> None:
    with pytest.raises(NotText, match="TCVN3, VNI or Windows-1258"):
        decode(bytes(range(0x80, 0x100)) * 30, "rac.txt")


def test_fonts_name_their_coding() -> None:
    assert [font_coding(f) for f in (".VnTime", "ABCDEF+VNI-Times", "Arial", None)] == [
        "tcvn3",
        "vni",
        None,
        None,
    ]


def test_syllables_are_counted() -> None:
    assert syllables("Nghiêng nghiêng nước chảy, xuyến xao khuỷu tay, quyết liệt") == 1.0
    assert syllables("Së T­ ph¸p chñ tr×") < 0.5
