"""Each file in ontologies/examples says in its second line what the shapes must find in it."""

import re

import pyoxigraph as ox
import pytest

import ontologies
from kg.shapes import check
from kg.terms import PREFIXES

_EXAMPLES = sorted(
    path.name for path in ontologies.EXAMPLES.iterdir() if path.name.endswith(".ttl")
)
_VERDICT = re.compile(r"# (valid|violation|warning)(?:: (cd:\w+|-))?$")


@pytest.mark.parametrize("name", _EXAMPLES)
def test_the_shapes_find_what_the_example_says(name: str) -> None:
    text = (ontologies.EXAMPLES / name).read_text(encoding="utf-8")
    verdict = _VERDICT.match(text.splitlines()[1])
    assert verdict, f"line 2 of {name} must say valid, violation: PATH or warning: PATH"
    triples = ox.serialize(ox.parse(text, ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(triples, bytes)
    found = check(triples)
    if verdict[1] == "valid":
        assert found == []
        return
    path = None if verdict[2] == "-" else verdict[2].replace("cd:", PREFIXES["cd"])
    assert (verdict[1], path) in {(one.severity, one.path) for one in found}
    if verdict[1] == "warning":
        assert {one.severity for one in found} == {"warning"}


def test_messages_come_in_both_languages() -> None:
    bare = b"<https://example.org/t> a <https://w3id.org/chidao/ontology#Task> .\n"
    bare = bare.replace(b" a ", b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ")
    assert "a task has one text" in {one.message for one in check(bare)}
    assert "nhiệm vụ có đúng một nội dung" in {one.message for one in check(bare, lang="vi")}
