"""The ontology: labelled in both languages and tied to the standards."""

import json
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

import kg.store
import ontologies
from kg.authority import Authority
from kg.build import notice_quads
from kg.identity import IDENTITY_GRAPH, identity_quads, resolve, rewritten
from kg.ids import notice_iri
from kg.ontology import PAGE, context, page
from kg.shapes import violations
from kg.store import GraphStore
from kg.terms import PREFIXES
from kg.threads import THREADS_GRAPH, link, thread_quads
from tests.kg.series import shared_syllables
from tests.kg.test_identity import months

from .notices import june

CD = PREFIXES["cd"]
FUNCTION = URIRef("http://www.w3.org/ns/sparql-service-description#Function")
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontologies.ONTOLOGY.read_bytes(), format="turtle")


def terms(ontology: Graph) -> list[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, FUNCTION)
    found = {s for kind in kinds for s in ontology.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef) and s.startswith(CD))


def test_every_term_is_labelled_and_explained_in_both_languages(ontology: Graph) -> None:
    assert len(terms(ontology)) > 60
    for one in terms(ontology):
        for relation in (RDFS.label, RDFS.comment):
            languages = sorted(str(o.language) for o in ontology.objects(one, relation))  # type: ignore[attr-defined]
            assert languages == ["en", "vi"], f"{one} {relation}"


@pytest.mark.parametrize(
    ("ours", "standard"),
    [
        ("LegalDocument", "eli:LegalResource"),
        ("Notice", "cd:LegalDocument"),
        ("Unit", "org:OrganizationalUnit"),
        ("Agency", "org:FormalOrganization"),
        ("Reorganisation", "org:ChangeEvent"),
        ("Meeting", "prov:Activity"),
        ("Meeting", "schema:Event"),
        ("Task", "schema:AssignAction"),
        ("Deadline", "time:ProperInterval"),
        ("Project", "schema:Project"),
        ("number", "eli:number"),
        ("issuedOn", "eli:date_document"),
        ("documentType", "eli:type_document"),
        ("passedBy", "eli:passed_by"),
        ("title", "eli:title"),
        ("cites", "eli:cites"),
        ("basedOn", "eli:based_on"),
        ("amends", "eli:amends"),
        ("repeals", "eli:repeals"),
        ("inForce", "eli:in_force"),
        ("unitOf", "org:unitOf"),
        ("inThread", "prov:specializationOf"),
        ("continues", "prov:wasRevisionOf"),
    ],
)
def test_ours_is_tied_to_the_standard(ontology: Graph, ours: str, standard: str) -> None:
    prefix, _, local = standard.partition(":")
    wider = URIRef(PREFIXES[prefix] + local)
    one = URIRef(CD + ours)
    assert wider in {
        *ontology.objects(one, RDFS.subClassOf),
        *ontology.objects(one, RDFS.subPropertyOf),
    }


def test_domains_ranges_and_inverses_point_at_declared_terms(ontology: Graph) -> None:
    declared = set(terms(ontology))
    for relation in (RDFS.domain, RDFS.range, OWL.inverseOf, RDFS.subClassOf):
        for target in ontology.objects(None, relation):
            if isinstance(target, URIRef) and target.startswith(CD):
                assert target in declared


def test_code_queries_and_shapes_speak_only_declared_terms(ontology: Graph) -> None:
    declared = {one.removeprefix(CD) for one in terms(ontology)}
    code = Path(kg.store.__file__).parent.rglob("*.py")
    queries = [path for path in ontologies.QUERIES.iterdir() if path.name.endswith(".rq")]
    seen = 0
    for path in (*code, *queries, ontologies.SHAPES):
        text = path.read_text(encoding="utf-8")
        quoted = r'"cd:(\w+)"' if path.name.endswith(".py") else r"\bcd:(\w+)"
        spoken = {name for name in re.findall(quoted, text) if not name.endswith("Shape")}
        assert spoken <= declared, path.name
        seen += len(spoken)
    assert seen > 80


def test_every_relation_says_what_it_joins(ontology: Graph) -> None:
    any_thing = {"fullName", "name"}  # whatever a notice names
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for one in ontology.subjects(RDF.type, kind):
            local = str(one).removeprefix(CD)
            if local == str(one) or any(ontology.objects(one, OWL.inverseOf)):
                continue
            assert local in any_thing or ontology.value(one, RDFS.domain) is not None, one
            assert ontology.value(one, RDFS.range) is not None, one


def test_page_and_context_are_written_from_the_ontology(ontology: Graph) -> None:
    way_out = "run `python -m kg.ontology` and review what it changed"
    written = json.loads(ontologies.CONTEXT.read_text(encoding="utf-8"))
    assert written == context(ontology), way_out
    assert PAGE.read_text(encoding="utf-8") == page(ontology), way_out


def test_the_page_has_an_entry_for_every_term_and_no_dead_link(ontology: Graph) -> None:
    text = page(ontology)
    anchors = set(re.findall(r'<a id="(\w+)">', text))
    assert anchors == {one.removeprefix(CD) for one in terms(ontology)}
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= anchors


def contradictions(graph: Graph) -> list[str]:
    """Return what OWL 2 RL finds contradictory in a graph."""
    from owlrl import DeductiveClosure, OWLRL_Semantics

    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return sorted(str(words) for words in graph.objects(None, ERROR))


def test_the_ontology_with_data_is_consistent(ontology: Graph) -> None:
    store = GraphStore.create()
    store.put(june())
    text = (ontologies.EXAMPLES / "task-complete.ttl").read_text(encoding="utf-8")
    data = Graph().parse(data=text, format="turtle")
    evidence = re.compile(r"evidence|oa#|22-rdf-syntax-ns#(subject|predicate|object)|prov#")
    lines = [str(quad.triple) for quad in store.quads()]
    kept = "".join(f"{line} .\n" for line in lines if not evidence.search(line))
    data.parse(data=kept, format="nt")
    assert len(data) > 150
    assert contradictions(ontology + data) == []


def test_who_is_who_and_threads_are_consistent_and_hold_to_the_shapes(ontology: Graph) -> None:
    notices = months(
        "Phòng Quản lý đào tạo | Tập huấn công chức cấp xã.",
        "Phòng QLĐT | Tiếp tục tập huấn công chức cấp xã.",
        "Sở Tài nguyên và Môi trường | Một.",
        "Sở Nông nghiệp và Môi trường | Hai.",
    )
    authority = Authority.load(Path(str(ontologies.AUTHORITY)))
    identity = resolve(notices, authority=authority)
    threads = link(notices, shared_syllables(notices), same=identity.same_work)
    found = [*identity_quads(identity), *thread_quads(threads)]
    assert identity.resolutions
    assert identity.changes
    data = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in found), format="nt")
    assert contradictions(ontology + data) == []
    store = GraphStore.create()
    for notice in notices:
        store.put_graph(notice_iri(notice), rewritten(notice_quads(notice), identity.same))
    store.put_graph(THREADS_GRAPH, thread_quads(threads))
    store.put_graph(IDENTITY_GRAPH, identity_quads(identity))
    assert [one for one in violations(store) if one.severity == "violation"] == []
    silent = [q for q in identity_quads(identity) if "hasTarget" not in q.predicate.value]
    store.put_graph(IDENTITY_GRAPH, silent)
    (told,) = (one for one in violations(store) if one.severity == "violation")
    assert "shows the words" in told.message


def test_what_is_two_kinds_at_once_contradicts(ontology: Graph) -> None:
    thing = URIRef("https://example.org/thing")
    wrong = Graph()
    wrong.add((thing, RDF.type, URIRef(CD + "Person")))
    wrong.add((URIRef("https://example.org/task"), URIRef(CD + "deadline"), thing))
    assert contradictions(ontology + wrong), "its domain and range make a person a deadline"


def test_what_the_builder_makes_holds_to_the_shapes() -> None:
    store = GraphStore.create()
    store.put(june())
    assert violations(store) == []


def test_a_broken_graph_is_told_gravest_first() -> None:
    store = GraphStore.create()
    store.put(june())
    text = f"<{CD}text>"
    kept = [q for q in store.quads() if str(q.predicate) not in (text, f"<{CD}passedBy>")]
    broken = GraphStore.create()
    for graph in {q.graph_name for q in kept}:
        broken.put_graph(graph.value, [q for q in kept if q.graph_name == graph])  # type: ignore[union-attr]
    found = violations(broken)
    assert [v.severity for v in found] == sorted(
        (v.severity for v in found), key=["violation", "warning"].index
    )
    assert {v.path for v in found if v.severity == "violation"} == {f"{CD}text"}
    assert [v.path for v in found if v.severity == "warning"] == [f"{CD}passedBy"]
