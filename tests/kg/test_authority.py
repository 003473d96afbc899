"""What a department says of its units: other names, mergers and renames."""

from pathlib import Path

import pytest

import ontologies
from kg.authority import Authority, Change, following
from kg.errors import WorkspaceError
from kg.identity import IDENTITY_GRAPH, identity_quads, resolve
from kg.terms import BASE, Quad, named, term
from kg.traits import resolved, traits_of
from tests.kg.test_identity import months

OURS = """
@prefix cd: <https://w3id.org/chidao/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
[] a cd:Unit ; skos:prefLabel "Phòng Tài nguyên nước"@vi ; skos:altLabel "Phòng Nước"@vi .
"""
COUNTRY = Path(str(ontologies.AUTHORITY))


def test_another_name_is_the_unit_that_the_file_says(tmp_path):
    (tmp_path / "authority.ttl").write_text(OURS, encoding="utf-8")
    notices = months("Phòng Tài nguyên nước | Một.", "Phòng Nước | Hai.", "Phòng Đất | Ba.")
    assert not resolve(notices).resolutions
    known = Authority.load(tmp_path / "authority.ttl", tmp_path / "none.ttl")
    (found,) = resolve(notices, authority=known).resolutions
    assert (found.method, found.name) == ("authority", "Phòng Nước")
    assert found.target.endswith("/phong-tai-nguyen-nuoc")


def test_a_merger_of_the_country_joins_the_units_of_one_province():
    known = Authority.load(COUNTRY)
    merger = ("so nong nghiep va moi truong",)
    assert any(
        isinstance(c, Change) and c.after == merger and len(c.before) == 2 for c in known.changes
    )
    notices = months(
        "Sở Tài nguyên và Môi trường | Một.",
        "Sở Nông nghiệp và Môi trường | Hai.",
        "Sở Nông nghiệp và Môi trường tỉnh Tây Sơn | Ba.",
    )
    quads = identity_quads(resolve(notices, authority=known))
    said = [(q.predicate.value.rpartition("#")[2], q.object.value) for q in quads]
    (before,) = [value for name, value in said if name == "originalOrganization"]
    (after,) = [value for name, value in said if name == "resultingOrganization"]
    assert before.endswith("so-tai-nguyen-va-moi-truong-tinh-lam-khe")
    assert after.endswith("so-nong-nghiep-va-moi-truong-tinh-lam-khe")
    assert {q.graph_name.value for q in quads} == {IDENTITY_GRAPH}
    assert not resolve(notices, authority=known).resolutions, "a merged unit is another unit"


def test_the_works_of_a_merged_unit_are_its_successors():
    known = Authority.load(COUNTRY)
    notices = months("Sở Tài nguyên và Môi trường | Một.", "Sở Nông nghiệp và Môi trường | Hai.")
    found = resolve(notices, authority=known)
    ((before, after),) = found.same_work.items()
    assert before.endswith("/so-tai-nguyen-va-moi-truong-tinh-lam-khe")
    assert after.endswith("/so-nong-nghiep-va-moi-truong-tinh-lam-khe")
    orders = [resolved(traits_of(notice)[0], found.same_work) for notice in notices]
    assert orders[0].units == orders[1].units == {after}
    assert not found.same, "in the graph they stay two"


def test_names_lead_through_each_change_to_its_one_successor():
    def change(name: str, before: str, after: str) -> list[Quad]:
        node, home = named(f"{BASE}change/{name}"), named(IDENTITY_GRAPH)
        return [
            Quad(node, term("org:originalOrganization"), named(before), home),
            Quad(node, term("org:resultingOrganization"), named(after), home),
        ]

    a, b, c, d = (f"{BASE}unit/{letter}" for letter in "abcd")
    renamed_twice = [*change("1", a, b), *change("2", b, c)]
    assert following({d: a}, renamed_twice) == {a: c, b: c, d: c}
    assert following({}, [*change("1", a, b), *change("1", a, c)]) == {}, "which took over what?"
    assert following({}, [*change("1", a, b), *change("2", b, a)]) == {a: a, b: b}


@pytest.mark.parametrize(
    "text",
    [
        "not turtle at all",
        "@prefix cd: <https://w3id.org/chidao/ontology#> . [] a cd:Reorganisation .",
    ],
)
def test_a_file_that_says_nothing_clear_is_refused(tmp_path, text):
    file = tmp_path / "authority.ttl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"authority\.ttl"):
        Authority.load(file)
