"""Each file in ontologies/examples says in its second line what the shapes must find in it."""

import re

import pyoxigraph as ox
import pytest

import ontologies
from kg.shapes import check
from kg.terms import PREFIXES, term

_EXAMPLES = sorted(
    path.name for path in ontologies.EXAMPLES.iterdir() if path.name.endswith(".ttl")
)
_VERDICT = re.compile(r"# (valid|violation|warning)(?:: (cd:\w+|-))?$")


@pytest.mark.parametrize("name", _EXAMPLES)
def test_the_shapes_find_what_the_example_says(name: str) -> None:
    text = (ontologies.EXAMPLES / name).read_text(encoding="utf-8")
    verdict = _VERDICT.match(text.splitlines()[1])
    assert verdict, f"line 2 of {name} must say valid, violation: PATH or warning: PATH"
    found = check(quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE))
    if verdict[1] == "valid":
        assert found == []
        return
    path = None if verdict[2] == "-" else verdict[2].replace("cd:", PREFIXES["cd"])
    assert (verdict[1], path) in {(one.severity, one.path) for one in found}
    if verdict[1] == "warning":
        assert {one.severity for one in found} == {"warning"}


def test_messages_come_in_both_languages() -> None:
    task = ox.NamedNode("https://example.org/task")
    bare = ox.Triple(task, term("rdf:type"), term("cd:Task"))
    assert "a task has one text" in {one.message for one in check([bare])}
    assert "nhiệm vụ có đúng một nội dung" in {one.message for one in check([bare], lang="vi")}


def test_the_standard_way_of_sparql_constraints_finds_the_same() -> None:
    """The shapes are plain SHACL: pySHACL alone, slower, agrees with how we ask them."""
    import pyshacl
    from rdflib import RDF, SH, Graph, URIRef

    for name in ("evidence-misquoted.ttl", "fact-without-evidence.ttl", "task-complete.ttl"):
        text = (ontologies.EXAMPLES / name).read_text(encoding="utf-8")
        shapes = Graph().parse(data=ontologies.SHAPES.read_bytes(), format="turtle")
        _, report, _ = pyshacl.validate(
            Graph().parse(data=text, format="turtle"), shacl_graph=shapes, allow_warnings=True
        )
        assert isinstance(report, Graph)
        standard = set()
        for result in report.subjects(RDF.type, SH.ValidationResult):
            path = report.value(result, SH.resultPath)
            iri = str(path) if isinstance(path, URIRef) else None
            standard.add((str(report.value(result, SH.focusNode)), iri))
        ours = check(quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE))
        assert {(one.focus, one.path) for one in ours} == standard
