"""Who is who across notices: one candidate is chosen, two are asked about, none stays itself."""

from dataclasses import replace
from datetime import date

import pytest

from kg.build import notice_quads
from kg.decisions import Rulings
from kg.identity import identity_quads, resolve, rewritten
from kg.ids import BASE, document_iris, notice_iri
from kg.records import Citation, Mention, Notice, Task
from tests.kg.series import notices_of

HEAD = "== {}/TB-SNV | Sở Nội vụ tỉnh Lam Khê | 2024-{:02}-04 | issued 2024-{:02}-06"
CAPITAL = "== 9/TB-SNV | Sở Nội vụ tỉnh Tây Sơn | 2024-03-04 | issued 2024-03-06"


def months(*lines: str) -> tuple[Notice, ...]:
    """Return notices of one task each, of the months from March on."""
    rows = []
    for number, line in enumerate(lines, 3):
        rows += [HEAD.format(number, number, number), f"a | {line}"]
    return notices_of(rows)[0]


def naming(notice: Notice, **fields: tuple[Mention, ...]) -> Notice:
    """Return the notice with its one task naming these."""
    return replace(notice, tasks=(replace(notice.tasks[0], **fields),))


def person(name: str) -> Mention:
    return Mention(name, 0, len(name))


def meanings(notices: tuple[Notice, ...]) -> dict[str, str]:
    """Return the ends of alias IRIs and of what they mean."""
    return {
        one.alias.rpartition("/")[2]: one.target.rpartition("/")[2]
        for one in resolve(notices).resolutions
    }


def cited(words: str, key: str, kind: str, day: date | None = None) -> Citation:
    return Citation(key, kind, words, 0, len(words), date=day)


def citing(notice: Notice, *citations: Citation) -> Notice:
    return replace(notice, documents=citations)


PLAN = cited("Quyết định số 41/QĐ-UBND", "41/QĐ-UBND", "Quyết định", date(2024, 2, 1))
UNDATED = cited("Quyết định số 41/QĐ-UBND", "41/QĐ-UBND", "Quyết định")
TWO = ("Văn phòng Sở | Rà soát hồ sơ.", "Văn phòng Sở | Rà soát hồ sơ lần hai.")


def test_an_undated_mention_means_the_one_decision_that_another_notice_dates():
    first, second = months(*TWO)
    notices = citing(first, PLAN), citing(second, UNDATED)
    (found,) = resolve(notices).resolutions
    assert found.alias.startswith(f"{BASE}stub/")
    assert found.target == document_iris(notices[0])[PLAN]
    assert (found.method, found.confidence) == ("only-document", 0.85)
    assert resolve(notices[::-1]) == resolve(notices), "the order of arrival does not matter"


def test_no_document_means_a_later_one():
    first, second = months(*TWO)
    after = replace(PLAN, date=date(2024, 3, 20))
    identity = resolve((citing(first, UNDATED), citing(second, after)))
    assert not identity.resolutions
    assert not identity.questions


def test_two_documents_are_asked_about_and_another_province_does_not_count():
    first, second = months(*TWO)
    elsewhere, _ = notices_of([CAPITAL, "a | Văn phòng Sở | Rà soát hồ sơ."])
    other = replace(PLAN, date=date(2023, 5, 5))
    assert not resolve((citing(elsewhere[0], PLAN), citing(second, UNDATED))).resolutions
    identity = resolve((citing(first, PLAN, other), citing(second, UNDATED)))
    (question,) = identity.questions
    assert not identity.resolutions
    assert (question.kind, len(question.candidates)) == ("document", 2)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Phòng Quản lý đào tạo", "Phòng QLĐT"),
        ("Phòng Quản lý đào tạo", "Phòng Quản lí đào tạo"),
        ("Phòng Kế hoạch - Tài chính", "Phòng Kế hoạch và Tài chính"),
        ("Ban Quản lý dự án VILG tỉnh", "Ban Quản lý dự án VILG"),
    ],
)
def test_a_unit_in_another_spelling_is_one(full, short):
    notices = months(
        f"{full} | Làm việc một.", f"{full} | Làm việc hai.", f"{short} | Làm việc ba."
    )
    assert len(meanings(notices)) == 1
    assert len(set(meanings(notices).values()) | {"x"}) == 2


def test_units_of_two_houses_and_two_abbreviated_alike_stay_apart():
    ours = months("Phòng Quản lý đào tạo | Việc một.")
    theirs, _ = notices_of([CAPITAL, "a | Phòng QLĐT | Việc hai."])
    assert not resolve((*ours, *theirs)).resolutions
    several = months(
        "Phòng Quản lý đào tạo | Một.", "Phòng Quản lý đô thị | Hai.", "Phòng QLĐT | Ba."
    )
    identity = resolve(several)
    assert not identity.resolutions
    assert [q.name for q in identity.questions] == ["Phòng QLĐT"]


def test_a_given_name_means_the_one_who_bears_it():
    first, second = months(*TWO)
    one = naming(first, people=(person("Lục Văn Phùng"), person("Hà Thị Lê")))
    short = naming(second, people=(person("Phùng"),))
    assert next(iter(meanings((one, short)).values())).startswith("luc-van-phung")
    both = naming(first, people=(person("Lục Văn Phùng"), person("Vi Phùng")))
    assert [q.name for q in resolve((both, short)).questions] == ["Phùng"]
    assert not resolve((naming(first, people=(person("Lục Văn Phụng"),)), short)).resolutions


@pytest.mark.parametrize(
    ("short", "post", "told"),
    [
        ("Phùng", None, True),
        ("Phùng", "Phó Giám đốc", True),  # less than "Phó Giám đốc Sở", not otherwise
        ("Văn Phùng", None, True),
        ("Phùng", "Trưởng phòng Nội vụ", False),
        ("Đức Phùng", None, None),
    ],
)
def test_posts_must_fit_those_told_elsewhere(short, post, told):
    first, second = months(*TWO)
    full = replace(person("Nguyễn Văn Phùng"), role="Phó Giám đốc Sở")
    notices = (
        naming(first, people=(full,)),
        naming(second, people=(replace(person(short), role=post),)),
    )
    identity = resolve(notices)
    assert len(identity.resolutions) == (told is True)
    assert [len(q.candidates) for q in identity.questions] == ([1] if told is False else [])
    for one in identity.resolutions:
        assert one.method == "only-person"
        assert [(q.notice, q.text) for q in one.quotes] == [(notice_iri(notices[1]), short)]


def test_another_house_s_person_is_not_meant():
    first, _ = months(*TWO)
    elsewhere, _ = notices_of([CAPITAL, "a | Văn phòng Sở | Rà soát hồ sơ."])
    full, short = (person("Nguyễn Văn Phùng"),), (person("Phùng"),)
    assert not resolve((naming(elsewhere[0], people=full), naming(first, people=short))).resolutions
    supervised = naming(first, supervisors=short)
    assert meanings((naming(first, people=full), replace(supervised, number=None)))


def test_a_shortened_project_is_the_one_that_begins_so():
    first, second = months(*TWO)
    long, short = person("Dự án đường cao tốc Nà Lóng - Khau Bó"), person("dự án đường Cao tốc")
    whole, part = naming(first, projects=(long,)), naming(second, projects=(short,))
    assert meanings((whole, part)) == {"cao-toc": "cao-toc-na-long-khau-bo"}
    other = naming(first, projects=(long, person("Dự án đường cao tốc Tây Sơn")))
    assert resolve((other, part)).questions
    phase = person("Dự án đường cao tốc giai đoạn 2")
    assert not meanings((naming(first, projects=(phase,)), part))


def test_a_person_s_word_outweighs_what_was_found():
    notices = months("Phòng Quản lý đào tạo | Một.", "Phòng QLĐT | Hai.", "Thanh tra Sở | Ba.")
    (found,) = resolve(notices).resolutions
    no = Rulings(same=((found.target, found.alias, False),))
    assert not resolve(notices, decided=no).resolutions
    yes = Rulings(same=((found.target, f"{BASE}unit/x/thanh-tra-so", True),))
    assert {one.method for one in resolve(notices, decided=yes).resolutions} == {
        "abbreviation",
        "decided",
    }


def test_quads_name_the_thing_meant_and_the_graph_says_how():
    first, second = months(*TWO)
    notices = citing(first, PLAN), citing(second, UNDATED)
    identity = resolve(notices)
    (found,) = identity.resolutions
    quads = rewritten(notice_quads(notices[1]), identity.same)
    assert not any(found.alias in (q.subject.value, q.object.value) for q in quads)
    assert not any(q.object.value.endswith("UnresolvedDocument") for q in quads)
    cites = [q.object.value for q in quads if q.predicate.value.endswith("#cites")]
    assert cites == [found.target]
    said = {q.predicate.value.rpartition("#")[2] for q in identity_quads(identity)}
    assert said >= {"alias", "resolvedTo", "method", "confidence"}
    assert {q.graph_name.value for q in quads} == {notice_iri(notices[1])}


def test_nothing_to_tell():
    assert resolve(()).resolutions == ()
    assert isinstance(months(*TWO)[0].tasks[0], Task)
