"""Identity: what is the same thing, and what only looks the same."""

import re
from dataclasses import replace
from datetime import date

import pytest

from kg.ids import (
    BASE,
    Scope,
    document_iri,
    document_iris,
    notice_iri,
    person_iri,
    project_iri,
    task_iris,
    unit_iri,
)
from kg.records import Citation, Stated

from .notices import june, small


def scope_of(issuer: str | None, place: str | None = None) -> Scope:
    notice = small("Rà soát hồ sơ.", issuer=issuer)
    if place:
        notice = replace(notice, place=Stated(place, 0, 0))
    return Scope.of(notice)


HERE = scope_of("Sở Xây dựng tỉnh Lâm Giang")
NEXT_DOOR = scope_of("Sở Xây dựng tỉnh Hà Lâm")
MINISTRY = scope_of("Bộ Xây dựng", "Hà Nội")


def cite(key: str, type: str, day: date | None = None, issuer: str | None = None) -> Citation:
    return Citation(key, type, key, 0, len(key), day, issuer)


@pytest.mark.parametrize(
    ("citation", "name"),
    [
        (cite("54/2021/NĐ-CP", "Nghị định"), "nghi-dinh-54-2021-nd-cp"),
        (cite("54/2021", "Nghị định"), "nghi-dinh-54-2021-nd-cp"),
        (cite("54/NĐ-CP", "Nghị định", date(2021, 5, 21)), "nghi-dinh-54-2021-nd-cp"),
        (cite("343/QĐ-TTg", "Quyết định", date(2021, 3, 12)), "quyet-dinh-343-qd-ttg-2021"),
        (cite("19-NQ/TW", "Nghị quyết", date(2012, 10, 31)), "nghi-quyet-19-nq-tw-2012"),
        (cite("72/2020/QH14", "Luật"), "72-2020-qh14"),
        (cite("Luật Đất đai 2013", "Luật"), "luat-dat-dai-2013"),
        (
            cite("59/QĐ-UBND", "Quyết định", date(2021, 1, 11)),
            "quyet-dinh-59-qd-ubnd-2021-lam-giang",
        ),
        (cite("763/VP-KT", "Công văn", date(2021, 4, 29)), "cong-van-763-vp-kt-2021-lam-giang"),
    ],
)
def test_documents_have_readable_names(citation: Citation, name: str) -> None:
    assert document_iri(citation, HERE) == f"{BASE}document/{name}"


@pytest.mark.parametrize(
    "citation",
    [cite("59/QĐ-UBND", "Quyết định"), cite("343/QĐ-TTg", "Quyết định"), cite("13", "Nghị quyết")],
)
def test_a_mention_that_leaves_the_year_out_identifies_nothing(citation: Citation) -> None:
    assert document_iri(citation, HERE) is None


def test_the_same_number_is_another_document_in_another_province_or_year() -> None:
    day, year_before = date(2021, 1, 11), date(2020, 2, 1)
    names = {
        document_iri(cite("59/QĐ-UBND", "Quyết định", day), HERE),
        document_iri(cite("59/QĐ-UBND", "Quyết định", year_before), HERE),
        document_iri(cite("59/QĐ-UBND", "Quyết định", day), NEXT_DOOR),
        document_iri(cite("59/QĐ-UBND", "Quyết định", day, "UBND huyện Vân Trình"), HERE),
        document_iri(cite("59/2021/QĐ-UBND", "Quyết định"), HERE),
        document_iri(cite("59/KH-UBND", "Kế hoạch", day), HERE),
    }
    assert len(names) == 6
    assert None not in names


def test_a_citation_may_name_the_province_itself() -> None:
    here = document_iri(cite("59/QĐ-UBND", "Quyết định", date(2021, 1, 11)), HERE)
    named = cite("59/QĐ-UBND", "Quyết định", date(2021, 1, 11), "UBND tỉnh Lâm Giang")
    assert document_iri(named, MINISTRY) == document_iri(named, NEXT_DOOR) == here
    assert document_iri(replace(named, issuer=None), MINISTRY) is None


def test_a_national_issuer_needs_no_province() -> None:
    letter = cite("12/XYZ-KT", "Công văn", date(2021, 1, 11), "Tổng cục Đường thủy")
    iri = document_iri(letter, MINISTRY)
    assert iri == document_iri(letter, HERE) == f"{BASE}document/cong-van-12-xyz-kt-2021"


def test_a_partial_mention_takes_the_only_candidate_of_its_notice() -> None:
    dated = cite("59/QĐ-UBND", "Quyết định", date(2022, 1, 11))
    undated = cite("59/QĐ-UBND", "Quyết định")
    iris = document_iris(small("a", refs=[dated, undated]))
    assert iris[undated] == iris[dated]


def test_a_partial_mention_with_two_candidates_stays_a_stub_of_its_notice() -> None:
    one = cite("59/QĐ-UBND", "Quyết định", date(2022, 1, 11))
    two = cite("59/QĐ-UBND", "Quyết định", date(2021, 2, 3))
    undated = cite("59/QĐ-UBND", "Quyết định")
    first = document_iris(small("a", refs=[one, two, undated]))
    second = document_iris(small("b", refs=[one, two, undated]))
    assert first[undated].startswith(f"{BASE}stub/")
    assert first[undated] != second[undated]
    assert first[one] == second[one]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lâm Giang"),
        ("Sở Tư pháp", "sở tư pháp tỉnh Lâm Giang"),
        ("phòng Quản lý Nhà", "Phòng quản lý nhà"),
        ("Sở", "Sở Xây dựng"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
    ],
)
def test_one_unit_under_two_names(name: str, other: str) -> None:
    assert unit_iri(name, HERE) == unit_iri(other, HERE)


@pytest.mark.parametrize(
    "name",
    [
        "Văn phòng Sở",
        "Thanh tra Sở",
        "Phòng Quản lý nhà",
        "Chi cục Giám định",
        "Sở Tư pháp",
        "UBND tỉnh",
    ],
)
def test_a_common_name_is_another_unit_elsewhere(name: str) -> None:
    assert unit_iri(name, HERE) != unit_iri(name, NEXT_DOOR)


def test_an_office_of_the_army_in_the_province_is_not_a_ministry() -> None:
    for name in ("Bộ Chỉ huy quân sự tỉnh", "Bộ đội Biên phòng tỉnh", "Bộ phận Một cửa"):
        assert unit_iri(name, HERE) != unit_iri(name, NEXT_DOOR)


@pytest.mark.parametrize("name", ["Bộ Tài chính", "Thủ tướng Chính phủ", "Văn phòng Chính phủ"])
def test_a_national_body_is_the_same_everywhere(name: str) -> None:
    assert unit_iri(name, HERE) == unit_iri(name, NEXT_DOOR) == unit_iri(name, MINISTRY)


def test_the_issuer_is_one_unit_wherever_its_province_is_said() -> None:
    said_in_place = scope_of("Sở Xây dựng", "Lâm Giang")
    assert said_in_place.issuer == HERE.issuer
    assert unit_iri("Sở Xây dựng tỉnh Lâm Giang", HERE) == f"{BASE}unit/{HERE.issuer}"


@pytest.mark.parametrize(
    "name",
    [
        "cao tốc Bản Lầu – Vân Trình",
        "dự án đường cao tốc Bản Lầu - Vân Trình",
        "Dự án đầu tư xây dựng tuyến đường Cao tốc Bản Lầu - Vân Trình",
        "“cao tốc Bản Lầu - Vân Trình”",
    ],
)
def test_one_project_under_many_names(name: str) -> None:
    assert project_iri(name) == f"{BASE}project/cao-toc-ban-lau-van-trinh"


def test_marks_tell_people_apart() -> None:
    assert person_iri("Lý Văn Tân", HERE) != person_iri("Lý Văn Tấn", HERE)
    assert person_iri("Lý Văn Hoà", HERE) == person_iri("Lý Văn Hòa", HERE)


def test_a_notice_is_named_by_its_number_else_its_meeting_else_its_text() -> None:
    notice = june()
    assert notice_iri(notice) == f"{BASE}document/thong-bao-41-tb-sxd-2022-lam-giang"
    assert notice_iri(replace(notice, source="copy.txt", text="other")) == notice_iri(notice)
    unnumbered = replace(notice, number=None)
    assert "/notice/so-xay-dung-tinh-lam-giang-2022-06-06-" in notice_iri(unnumbered)
    bare = replace(unnumbered, title=None)
    assert notice_iri(bare) != notice_iri(replace(bare, text=bare.text + "."))


def test_a_notice_cited_by_another_is_the_same_node() -> None:
    cited = cite("41/TB-SXD", "Thông báo", date(2022, 6, 8))
    assert document_iri(cited, HERE) == notice_iri(june())


def test_tasks_are_named_by_their_words_and_equal_ones_by_their_order() -> None:
    notice = june()
    first, second, third = notice.tasks
    iris = task_iris(replace(notice, tasks=(first, second, first, third)))
    assert len(set(iris)) == 4
    assert iris[2] == f"{iris[0]}-2"
    assert iris[1] == task_iris(notice)[1]
    assert task_iris(replace(notice, tasks=(replace(first, label="9"),)))[0] != iris[0]


def test_every_name_is_plain_ascii() -> None:
    notice = june()
    names = [notice_iri(notice), *task_iris(notice), *document_iris(notice).values()]
    assert all(re.fullmatch(r"https://w3id\.org/chidao/id/[a-z0-9/-]+", name) for name in names)


def test_the_rest_of_a_blank_number_is_no_part_of_a_name():
    assert scope_of("Sở Xây dựng   /TB-SXD", "Lam Khê").issuer == "so-xay-dung-tinh-lam-khe"
