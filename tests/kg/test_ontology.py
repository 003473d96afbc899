"""The ontology: labelled in both languages and tied to the standards."""

import json
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

import kg.store
import ontologies
from kg.shapes import violations
from kg.store import GraphStore
from kg.terms import PREFIXES

from .notices import june

CD = PREFIXES["cd"]
FUNCTION = URIRef("http://www.w3.org/ns/sparql-service-description#Function")


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
    code = Path(kg.store.__file__).parent.glob("*.py")
    queries = [path for path in ontologies.QUERIES.iterdir() if path.name.endswith(".rq")]
    seen = 0
    for path in (*code, *queries, ontologies.SHAPES):
        text = path.read_text(encoding="utf-8")
        quoted = r'"cd:(\w+)"' if path.name.endswith(".py") else r"\bcd:(\w+)"
        spoken = {name for name in re.findall(quoted, text) if not name.endswith("Shape")}
        assert spoken <= declared, path.name
        seen += len(spoken)
    assert seen > 80


def test_the_context_names_every_term(ontology: Graph) -> None:
    context = json.loads(ontologies.CONTEXT.read_text(encoding="utf-8"))["@context"]
    for one in terms(ontology):
        inverse = any(ontology.objects(one, OWL.inverseOf))
        if not inverse and (one, RDF.type, FUNCTION) not in ontology:
            assert one.removeprefix(CD) in context


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
