"""Which law a citation means: by title and day, by title and year, by number."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import ontologies
from kg.authority import Authority
from kg.build import notice_quads
from kg.errors import WorkspaceError
from kg.identity import Identity, identity_quads, resolve, rewritten
from kg.ids import BASE, document_iris
from kg.laws import LawName, is_draft
from kg.numbers import DocumentNumber
from kg.records import Citation, Notice, Stated
from kg.store import GraphStore

KNOWN = Authority.load(Path(str(ontologies.AUTHORITY)))
LAND_2013, LAND_2024 = f"{BASE}document/45-2013-qh13", f"{BASE}document/31-2024-qh15"


def law(text: str, quote: str, *, number: str | None = None, key: str | None = None) -> Citation:
    """Return a citation of a law as the reader gives it."""
    start = text.index(quote)
    kind = "Bộ luật" if quote.startswith("Bộ luật") else "Luật"
    return Citation(number or key or quote, kind, quote, start, start + len(quote))


def notice(text: str, *citations: Citation, day: date = date(2022, 3, 8), n: int = 1) -> Notice:
    """Return a notice of a department that cites these."""
    issuer = "Sở Nội vụ tỉnh Lam Khê"
    return Notice(
        f"{n}.txt",
        text,
        number=Stated(f"{n}/TB-SNV", 0, 1),
        issuer=Stated(issuer, 0, 1),
        issued=Stated(day, 0, 1),
        documents=citations,
    )


def titled(title: str, day: date = date(2022, 3, 8), n: int = 1) -> Notice:
    text = f"Thực hiện theo {title} và báo cáo."
    return notice(text, law(text, title, key=title.replace(" năm ", " ")), day=day, n=n)


def numbered(title: str, number: str, day: date = date(2022, 3, 8), n: int = 9) -> Notice:
    text = f"Căn cứ {title} số {number}, các phòng thực hiện."
    return notice(text, law(text, f"số {number}", number=number), day=day, n=n)


def meant(*notices: Notice, authority: Authority = KNOWN) -> dict[str, tuple[str, str]]:
    """Return what each name means, and how it was told."""
    found = resolve(notices, authority=authority).resolutions
    return {one.name: (one.target, one.method) for one in found}


@pytest.mark.parametrize(
    ("text", "quote", "number", "title", "year"),
    [
        ("Luật Đất đai", "Luật Đất đai", None, "luat dat dai", None),
        ("Luật Đất đai năm 2013", "Luật Đất đai năm 2013", None, "luat dat dai", 2013),
        ("theo Luật Đất đai số 45/2013/QH13", "số 45/2013/QH13", "45/2013/QH13",
         "luat dat dai", 2013),
        ("Luật Phòng, chống thiên tai số 33/2013/QH13", "số 33/2013/QH13", "33/2013/QH13",
         "luat phong chong thien tai", 2013),
        ("Luật Đất đai năm 2024 (Luật số 31/2024/QH15)", "Luật số 31/2024/QH15", "31/2024/QH15",
         "luat dat dai", 2024),
        ("Luật Nhà ở; Luật số 31/2024/QH15", "Luật số 31/2024/QH15", "31/2024/QH15", None, 2024),
        ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 43/2024/QH15", "số 43/2024/QH15",
         "43/2024/QH15", None, 2024),
    ],
)  # fmt: skip
def test_what_a_citation_says_of_a_law(text, quote, number, title, year):
    said = LawName.of(law(text, quote, number=number), text)
    assert said == LawName(title, year, number and DocumentNumber.parse(number, type="Luật"))


def test_title_year_and_number_are_one_node_and_the_graph_says_why():
    year, number = titled("Luật Đất đai năm 2013"), numbered("Luật Đất đai", "45/2013/QH13")
    title = titled("Luật Đất đai", n=2)
    assert meant(year, number, title) == {
        "Luật Đất đai năm 2013": (LAND_2013, "law-of-year"),
        "Luật Đất đai": (LAND_2013, "law-in-force"),
    }
    assert meant(year, number, authority=Authority()) == {
        "Luật Đất đai năm 2013": (LAND_2013, "law-of-year")
    }, "a notice that gives title and number is enough"
    identity = resolve((year, number, title), authority=KNOWN)
    for one in identity.resolutions:
        (quote,) = one.quotes
        assert 0.85 <= one.confidence < 1
        text = next(n.text for n in (year, title) if quote.notice.endswith(_name(n)))
        assert text[quote.start : quote.end] == one.name
    store = GraphStore.create()
    for each in (year, number, title):
        store.put_graph(_iri(each), rewritten(notice_quads(each), identity.same))
    store.put_graph(f"{BASE}graph/identity", identity_quads(identity))
    ((label,),) = store.query(f"SELECT ?l {{ <{LAND_2013}> skos:prefLabel ?l }}").rows
    assert label is not None
    assert label.value == "Luật Đất đai số 45/2013/QH13"
    evidence = store.query(
        "SELECT ?quote ?method { ?r a cd:Resolution ; cd:method ?method ; "
        "oa:hasTarget/oa:hasSelector/oa:exact ?quote } ORDER BY ?quote"
    ).rows
    assert [(q.value, m.value) for q, m in evidence if q and m] == [
        ("Luật Đất đai", "law-in-force"),
        ("Luật Đất đai năm 2013", "law-of-year"),
    ]


def _iri(each: Notice) -> str:
    return f"{BASE}document/{_name(each)}"


def _name(each: Notice) -> str:
    assert each.number
    assert each.issued
    return f"thong-bao-{each.number.value.split('/')[0]}-tb-snv-{each.issued.value.year}-lam-khe"


@pytest.mark.parametrize(
    ("day", "target"),
    [
        (date(2012, 5, 4), f"{BASE}document/13-2003-qh11"),
        (date(2014, 8, 1), LAND_2013),
        (date(2024, 1, 17), LAND_2013),  # the day before the next was passed
        (date(2024, 8, 1), LAND_2024),
    ],
)
def test_a_title_means_the_law_of_its_day(day, target):
    assert meant(titled("Luật Đất đai", day)) == {"Luật Đất đai": (target, "law-in-force")}


def test_between_two_laws_a_person_is_asked():
    identity = resolve((titled("Luật Đất đai", date(2024, 4, 2)),), authority=KNOWN)
    assert not identity.resolutions
    (question,) = identity.questions
    assert {one.iri for one in question.candidates} == {LAND_2013, LAND_2024}
    assert question.quotes, "the sentence is there to decide by"


def test_two_laws_of_one_title_and_year_are_asked_about():
    notices = (titled("Luật Tổ chức chính quyền địa phương năm 2025", date(2025, 9, 9)),)
    (question,) = resolve(notices, authority=KNOWN).questions
    assert {one.label[-12:] for one in question.candidates} == {"65/2025/QH15", "72/2025/QH15"}


def test_no_law_is_later_than_the_notice_that_cites_it():
    late = titled("Luật Đất đai năm 2024", date(2022, 3, 8))
    (iri,) = document_iris(late).values()
    assert iri.startswith(f"{BASE}stub/")
    number = numbered("Luật Đất đai", "31/2024/QH15", date(2022, 3, 8))
    assert next(iter(document_iris(number).values())).startswith(f"{BASE}stub/")
    assert LAND_2024 not in str(resolve((late, number), authority=KNOWN).resolutions)
    only_later = numbered("Luật Thử nghiệm", "99/2023/QH15", date(2023, 12, 1))
    assert not meant(titled("Luật Thử nghiệm"), only_later)


def test_a_notice_tells_itself_which_law_it_goes_on_to_cite():
    text = "Theo Luật Đất đai năm 2024; các đơn vị phổ biến Luật Đất đai tới hộ dân."
    second = law(text[30:], "Luật Đất đai")
    second = replace(second, start=second.start + 30, end=second.end + 30)
    both = notice(text, law(text, "Luật Đất đai năm 2024", key="Luật Đất đai 2024"), second,
                  day=date(2024, 4, 2))  # fmt: skip
    assert set(document_iris(both).values()) == {f"{BASE}document/luat-dat-dai-2024"}
    assert not resolve((both,), authority=KNOWN).questions


def test_a_draft_is_no_law_in_force():
    text = "Góp ý dự thảo Luật Đất đai trước ngày 20/3, thực hiện Luật Đất đai."
    draft, law_ = law(text, "Luật Đất đai"), law(text[30:], "Luật Đất đai")
    law_ = replace(law_, start=law_.start + 30, end=law_.end + 30)
    assert (is_draft(draft, text), is_draft(law_, text)) == (True, False)
    one = notice(text, draft, law_, day=date(2023, 2, 6))
    identity = resolve((one,), authority=KNOWN)
    assert [r.target for r in identity.resolutions] == [LAND_2013]
    assert identity.same.keys() == {document_iris(one)[law_]}


def test_a_title_of_which_nothing_else_is_known_is_one_thing():
    notices = [titled("Luật Thử nghiệm", date(2022, month, 8), n=month) for month in (3, 4)]
    found = resolve(notices, authority=KNOWN)
    assert {(r.target, r.method) for r in found.resolutions} == {
        (f"{BASE}document/luat-thu-nghiem", "same-title")
    }
    assert len(found.resolutions) == 2
    assert max(r.confidence for r in found.resolutions) < 0.8


def test_the_authority_file_does_not_vouch_for_days_after_its_own():
    (how,) = meant(titled("Luật Viên chức", date(2031, 5, 5))).values()
    assert how == (f"{BASE}document/luat-vien-chuc", "same-title")
    told = numbered("Luật Viên chức", "77/2030/QH17", date(2031, 4, 5))
    found = resolve((titled("Luật Viên chức", date(2031, 5, 5)), told), authority=KNOWN)
    assert [len(q.candidates) for q in found.questions] == [2]


def test_laws_of_the_country_follow_each_other():
    titles = defaultdict(list)
    for one in sorted(KNOWN.laws, key=lambda law: law.passed):
        assert one.begins
        assert one.passed <= one.begins
        assert str(one.passed.year) in one.number
        assert DocumentNumber.parse(one.number, type="Luật")
        titles[one.name.title].append(one)
    assert len(KNOWN.laws) > 100
    for editions in titles.values():
        assert all(a.ends == b.begins for a, b in pairwise(editions))


def test_a_workspace_s_own_file_has_the_last_word(tmp_path):
    ours = tmp_path / "authority.ttl"
    head = (
        "@prefix cd: <https://w3id.org/chidao/ontology#> .\n"
        "@prefix eli: <http://data.europa.eu/eli/ontology#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    )
    ours.write_text(
        head + '[] a cd:LegalDocument ; cd:title "Luật Viên chức"@vi ; cd:number "58/2010/QH12" ;\n'
        'cd:issuedOn "2010-11-15"^^xsd:date ; eli:date_no_longer_in_force "2026-07-01"^^xsd:date .'
    )
    known = Authority.load(Path(str(ontologies.AUTHORITY)), ours)
    (law_,) = (one for one in known.laws if one.title == "Luật Viên chức")
    assert law_.ends == date(2026, 7, 1)
    ours.write_text(head + '[] a cd:LegalDocument ; cd:title "Luật Viên chức"@vi .')
    with pytest.raises(WorkspaceError, match="cd:number"):
        Authority.load(ours)


def test_nothing_cited_says_nothing_of_laws():
    assert resolve((), authority=KNOWN) == Identity()
