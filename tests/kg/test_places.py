"""Which place a mention means, in its notice and across notices."""

from dataclasses import replace
from datetime import date

import pytest

from kg.identity import Identity, resolve
from kg.places import places_in
from kg.records import Mention, Notice, Stated, Task

SPELLINGS = [
    ("TP. Lâm Giang", "thành phố", "thành phố Lâm Giang", "thành phố"),
    ("TP Lâm Giang", "thành phố", "Thành phố Lâm Giang", "thành phố"),
    ("TX. Bến Dâu", "thị xã", "thị xã Bến Dâu", "thị xã"),
    ("Trà Nú", "huyện", "huyện Trà Nú", "huyện"),
    ("xã Hoà An", "xã", "xã Hòa An", "xã"),
    ("QL37B", "đường", "Quốc lộ 37B", "đường"),
    ("QL.37B", "đường", "quốc lộ 37B", "đường"),
    ("ĐT.215", "đường", "đường tỉnh 215", "đường"),
    ("Tỉnh lộ 215", "đường", "đường tỉnh 215", "đường"),
]


def notice(
    text: str,
    *names: tuple[str, str],
    issuer: str = "Sở Nội vụ tỉnh Lam Khê",
    day: date = date(2023, 3, 8),
    n: int = 1,
) -> Notice:
    """Return a notice of one order, whose places are the names, in their order in the text."""
    places, after = [], 0
    for name, kind in names:
        start = text.index(name, after)
        after = start + len(name)
        places.append(Mention(name, start, after, role=kind))
    task = Task(None, text, 0, len(text), None, places=tuple(places))
    return Notice(
        f"{n}.txt", text, number=Stated(f"{n}/TB-SNV", 0, 1), issuer=Stated(issuer, 0, 1),
        issued=Stated(day, 0, 1), tasks=(task,),
    )  # fmt: skip


def iris(one: Notice) -> list[str]:
    return [place.iri for place in places_in(one).values()]


def targets(*notices: Notice) -> Identity:
    return resolve(notices)


@pytest.mark.parametrize(("one", "kind", "other", "other_kind"), SPELLINGS)
def test_spellings_of_one_place(one, kind, other, other_kind):
    first = notice(f"Kiểm tra tại {one}.", (one, kind))
    second = notice(f"Kiểm tra tại {other}.", (other, other_kind), n=2)
    assert iris(first) == iris(second)


def test_marks_and_provinces_tell_places_apart():
    one, other = "xã Tân Lập", "xã Tấn Lập"
    here = notice(f"Tại {one}, {other}.", (one, "xã"), (other, "xã"))
    there = notice(f"Tại {one}.", (one, "xã"), issuer="Sở Nội vụ tỉnh Tây Sơn")
    assert len({*iris(here), *iris(there)}) == 3
    province = notice("Với tỉnh Hà Lâm.", ("tỉnh Hà Lâm", "tỉnh"))
    assert iris(province) == iris(replace(province, issuer=there.issuer))


def test_the_wider_places_named_after_it_tell_communes_apart():
    text = "Rà soát tại xã Hòa An, huyện Trà Nú và xã Hòa An, huyện Bình Lạc."
    commune = ("xã Hòa An", "xã")
    one = notice(text, commune, ("huyện Trà Nú", "huyện"), commune, ("huyện Bình Lạc", "huyện"))
    a, first, b, second = iris(one)
    assert len({a, b, first, second}) == 4
    assert first.rpartition("/")[2] in a
    assert second.rpartition("/")[2] in b


def test_a_list_lies_in_the_place_that_ends_it():
    text = "Tại xã Nà Lóng, xã Khau Bó và thị trấn Vài của huyện Trà Nú; xã Pác Sen tự làm."
    one = notice(text, ("xã Nà Lóng", "xã"), ("xã Khau Bó", "xã"), ("thị trấn Vài", "thị trấn"),
                 ("huyện Trà Nú", "huyện"), ("xã Pác Sen", "xã"))  # fmt: skip
    places = list(places_in(one).values())
    assert len({place.district for place in places[:3]}) == 1
    assert places[0].district
    assert places[4].district is None


def test_a_notice_that_says_it_once_need_not_say_it_again():
    text = "Tại xã Hòa An, huyện Trà Nú. Báo cáo về xã Hòa An."
    one = notice(text, ("xã Hòa An", "xã"), ("huyện Trà Nú", "huyện"), ("xã Hòa An", "xã"))
    first, _, again = iris(one)
    assert first == again


def test_a_district_s_own_notice_means_its_own_communes():
    text = "Kiểm tra tại xã Hòa An."
    ours = notice(text, ("xã Hòa An", "xã"), issuer="UBND huyện Trà Nú, tỉnh Lam Khê")
    theirs = notice(text, ("xã Hòa An", "xã"), issuer="UBND huyện Bình Lạc, tỉnh Lam Khê", n=2)
    above = notice(
        "Kiểm tra tại xã Hòa An, huyện Trà Nú.", ("xã Hòa An", "xã"), ("huyện Trà Nú", "huyện"), n=3
    )
    assert iris(ours)[0] == iris(above)[0] != iris(theirs)[0]
    assert not targets(ours, theirs, above).resolutions, "two communes stay two"


def test_the_one_commune_of_that_name_is_meant_where_nothing_more_is_said():
    full = notice(
        "Tại xã Hòa An, huyện Trà Nú.", ("xã Hòa An", "xã"), ("huyện Trà Nú", "huyện"), n=1
    )
    bare = notice("Báo cáo về xã Hòa An.", ("xã Hòa An", "xã"), n=2)
    (found,) = targets(full, bare).resolutions
    assert (found.alias, found.target) == (iris(bare)[0], iris(full)[0])
    assert (found.method, found.confidence) == ("only-place", 0.85)
    assert [bare.text[q.start : q.end] for q in found.quotes] == ["xã Hòa An"]
    assert targets(bare, full) == targets(full, bare)


def test_two_districts_with_such_a_commune_are_a_question():
    both = notice(
        "Tại xã Hòa An, huyện Trà Nú; xã Hòa An, huyện Bình Lạc.",
        ("xã Hòa An", "xã"), ("huyện Trà Nú", "huyện"),
        ("xã Hòa An", "xã"), ("huyện Bình Lạc", "huyện"),
    )  # fmt: skip
    bare = notice("Báo cáo về xã Hòa An.", ("xã Hòa An", "xã"), n=2)
    found = targets(both, bare)
    assert not found.resolutions
    (question,) = found.questions
    assert (question.kind, len(question.candidates)) == ("place", 2)
    assert {one.label.casefold().split()[-1] for one in question.candidates} == {"nú", "lạc"}


def test_a_hamlet_follows_its_commune_to_the_district():
    first = notice(
        "Bản Khe Tẳm của xã Nậm Tiên, huyện Mường Rạng.",
        ("Bản Khe Tẳm", "bản"), ("xã Nậm Tiên", "xã"), ("huyện Mường Rạng", "huyện"),
    )  # fmt: skip
    second = notice(
        "Tại bản Khe Tẳm, xã Nậm Tiên.", ("bản Khe Tẳm", "bản"), ("xã Nậm Tiên", "xã"), n=2
    )
    third = notice("Tại bản Khe Tẳm.", ("bản Khe Tẳm", "bản"), n=3)
    same = targets(first, second, third).same
    home = iris(first)[0]
    assert same[iris(second)[0]] == same[iris(third)[0]] == home


def test_another_province_or_the_years_without_districts_do_not_count():
    full = notice(
        "Tại xã Hòa An, huyện Trà Nú.", ("xã Hòa An", "xã"), ("huyện Trà Nú", "huyện"), n=1
    )
    away = notice("Về xã Hòa An.", ("xã Hòa An", "xã"), issuer="Sở Nội vụ tỉnh Tây Sơn", n=2)
    assert not targets(full, away).resolutions
    late = notice("Về xã Hòa An.", ("xã Hòa An", "xã"), day=date(2025, 9, 8), n=3)
    assert not targets(full, late).resolutions, "after the mergers it may be a larger commune"
    assert targets(full, replace(late, issued=Stated(date(2025, 6, 9), 0, 1))).resolutions


def test_a_province_stated_holds_against_the_notice_s_own():
    text = "Phối hợp tại xã Pha Sung, huyện Nậm Pha, tỉnh Tây Sơn."
    one = notice(text, ("xã Pha Sung", "xã"), ("huyện Nậm Pha", "huyện"), ("tỉnh Tây Sơn", "tỉnh"))
    commune, district, _ = places_in(one).values()
    assert commune.province == district.province == "tay son"


def test_roads_of_the_country_are_one_everywhere():
    here = notice("Sửa QL37B.", ("QL37B", "đường"))
    there = notice("Sửa QL37B.", ("QL37B", "đường"), issuer="Sở Nội vụ tỉnh Tây Sơn")
    assert iris(here) == iris(there)
    local = "đường tỉnh 215"
    ours = notice(f"Sửa {local}.", (local, "đường"))
    theirs = notice(f"Sửa {local}.", (local, "đường"), issuer="Sở Nội vụ tỉnh Tây Sơn")
    assert iris(ours) != iris(theirs)
