"""Every usual writing of a document's number."""

import pytest

from kg.numbers import DocumentNumber


@pytest.mark.parametrize(
    ("written", "key"),
    [
        # one decree, as officers type it
        ("54/2021/NĐ-CP", "54/2021/nd-cp"),
        ("NĐ 54/2021", "54/2021/nd-cp"),
        ("ND 54/2021", "54/2021/nd-cp"),
        ("nđ54/2021", "54/2021/nd-cp"),
        ("nghị định số 54/2021/NĐ-CP", "54/2021/nd-cp"),
        ("54/2021/nđ-cp", "54/2021/nd-cp"),
        ("Nghị định số: 54/2021/NĐ - CP ngày 21/5/2021 của Chính phủ", "54/2021/nd-cp"),
        ("nghi dinh 54/NĐ-CP ngày 21 tháng 5 năm 2021", "54/2021/nd-cp"),
        # decisions, directives, plans, notices
        ("QD 343/QD-TTg", "343/qd-ttg"),
        ("Quyết định 343/QĐ-TTg ngày 12.3.2021", "343/qd-ttg"),
        ("03/CT-TTg", "3/ct-ttg"),
        ("3/CT-TTg", "3/ct-ttg"),
        ("1429/KH-UBND", "1429/kh-ubnd"),
        ("Thông báo Kết luận số 1032/TB-UBND", "1032/tb-ubnd"),
        ("12a/TTr-SXD", "12a/ttr-sxd"),
        ("15/VBHN-VPQH", "15/vbhn-vpqh"),
        ("12/2015/TTLT-BTC-BTNMT", "12/2015/ttlt-btc-btnmt"),
        # the Party's style, the Assembly's, letters
        ("19-NQ/TW", "19/nq-tw"),
        ("Nghị quyết số 19-NQ/TW ngày 31/10/2012", "19/nq-tw"),
        ("72/2020/QH14", "72/2020/qh14"),
        ("Luật số 72/2020/QH14", "72/2020/qh14"),
        ("763/VP-KT", "763/vp-kt"),
        ("Công văn 2854/BTNMT-TCMT", "2854/btnmt-tcmt"),
        ("CV 1237/UBND-CN", "1237/ubnd-cn"),
        # with parts left out
        ("Nghị quyết số 13", "13/nq"),
        ("Nghị quyết 01", "1/nq"),
        ("54/2021", "54/2021"),
    ],
)
def test_usual_writings_compare(written: str, key: str) -> None:
    number = DocumentNumber.parse(written)
    assert number is not None
    assert number.key == key


@pytest.mark.parametrize(
    "text", ["", "45", "2021", "3A", "Luật Đất đai", "đường Tỉnh 211", "tháng 5"]
)
def test_other_texts_are_no_number(text: str) -> None:
    assert DocumentNumber.parse(text) is None


@pytest.mark.parametrize(
    "printed",
    ["54/2021/NĐ-CP", "343/QĐ-TTg", "19-NQ/TW", "763/VP-KT", "33/2019/NQ-HĐND", "72/2020/QH14"],
)
def test_printing_gives_back_the_official_form(printed: str) -> None:
    number = DocumentNumber.parse(printed.lower().replace("đ", "d"))
    assert str(number) == printed


def test_printing_adds_no_code_that_was_not_said() -> None:
    assert str(DocumentNumber.parse("Nghị quyết số 13")) == "13"
    assert str(DocumentNumber.parse("Quyết định 27/2021")) == "27/2021"
    assert str(DocumentNumber.parse("Nghị định 54/2021")) == "54/2021/NĐ-CP"


def test_the_kind_in_words_settles_codes_that_are_also_offices() -> None:
    tax_office_letter = DocumentNumber.parse("45/CT-TTHT", type="Công văn")
    directive = DocumentNumber.parse("45/CT-UBND", type="Chỉ thị")
    assert tax_office_letter is not None
    assert directive is not None
    assert (tax_office_letter.kind, tax_office_letter.issuer) == ("cv", "ct")
    assert (directive.kind, directive.issuer) == ("ct", "ubnd")


@pytest.mark.parametrize(
    ("text", "national", "complete"),
    [
        ("54/2021/NĐ-CP", True, True),
        ("343/QĐ-TTg", True, False),
        ("343/QĐ-TTg năm 2021", True, True),
        ("59/QĐ-UBND ngày 11/01/2021", False, True),
        ("72/2020/QH14", True, True),
        ("2854/BTNMT-TCMT ngày 26/5/2021", True, True),
        ("Nghị quyết số 13", False, False),
    ],
)
def test_what_a_number_tells(text: str, national: bool, complete: bool) -> None:
    number = DocumentNumber.parse(text)
    assert number is not None
    assert (number.national, number.complete) == (national, complete)


def test_parts_left_out_match_and_parts_that_differ_do_not() -> None:
    stub = DocumentNumber.parse("Nghị quyết số 13")
    one = DocumentNumber.parse("13/NQ-HĐND ngày 07/12/2020")
    other = DocumentNumber.parse("Quyết định 13/QĐ-UBND")
    assert stub is not None
    assert one is not None
    assert other is not None
    assert stub.matches(one)
    assert not stub.matches(other)
