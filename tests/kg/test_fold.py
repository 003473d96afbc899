"""Comparison forms of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fold import digest, fold, same_marks, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đóng cửa mỏ", "dong cua mo"),
        ("ĐƯỜNG  BỘ\tcao\ntốc", "duong bo cao toc"),
        (unicodedata.normalize("NFD", "Quyết định"), "quyet dinh"),
        ("", ""),
    ],
)
def test_fold_drops_case_marks_and_spacing(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_normal_forms_agree(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(min_size=1))
def test_a_slug_is_short_ascii_and_never_empty(text: str) -> None:
    made = slug(text)
    assert 0 < len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_long_names_that_differ_at_their_end_keep_different_slugs() -> None:
    name = "Điều tra, đánh giá và khoanh vùng " * 5
    assert slug(name + "A") != slug(name + "B")
    assert slug(name + "A").startswith("dieu-tra-danh-gia")


def test_marks_are_kept_but_not_the_typists_habit() -> None:
    assert same_marks("Hoà Bình") == same_marks("hòa  bình")
    assert same_marks("Thuý") == same_marks("Thúy")
    assert same_marks("Tân") != same_marks("Tấn")


def test_digests_do_not_depend_on_the_normal_form() -> None:
    assert digest("Tấn") == digest(unicodedata.normalize("NFD", "Tấn"))
