"""The glossary's table and its SKOS form."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS

from search.aligned import learn
from search.glossary import content_stems, load_glossary, read_table
from search.skos import turtle
from search.tokens import words

_TURTLE = Path(__file__).parents[2] / "ontologies" / "glossary.ttl"
_ENTRIES = [entry for field in read_table() for entry in field.entries]


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(_TURTLE)


def test_the_table_holds_enough_concepts() -> None:
    assert len(_ENTRIES) >= 2500
    assert all(len(field.entries) >= 15 for field in read_table())


def test_every_term_is_well_formed() -> None:
    for entry in _ENTRIES:
        assert entry.english
        assert entry.vietnamese
        for term in (*entry.english, *entry.vietnamese):
            assert term == " ".join(term.split()), term
            assert unicodedata.is_normalized("NFC", term), term
            assert words(term), term
        assert all(content_stems(term) for term in entry.english), entry


def test_no_name_is_given_twice() -> None:
    for names in (
        [tuple(sorted(stem for _, stem in content_stems(e.english[0]))) for e in _ENTRIES],
        [tuple(words(e.vietnamese[0])) for e in _ENTRIES],
        [term for e in _ENTRIES for term in e.english],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []
    for entry in _ENTRIES:
        assert len(set(entry.vietnamese)) == len(entry.vietnamese), entry


def test_english_terms_carry_no_vietnamese_mark() -> None:
    odd = [t for e in _ENTRIES for t in e.english if not t.isascii()]
    assert odd == []


def test_the_turtle_is_what_the_table_says() -> None:
    assert turtle(read_table()) == _TURTLE.read_text(encoding="utf-8"), (
        "run: python -m search.skos > ontologies/glossary.ttl"
    )


def test_the_turtle_is_well_formed_skos(graph: rdflib.Graph) -> None:
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(_ENTRIES) + len(read_table())
    for concept in concepts:
        languages = sorted(str(label.language) for label in graph.objects(concept, SKOS.prefLabel))
        assert languages == ["en", "vi"], concept
        broader = set(graph.objects(concept, SKOS.broader))
        assert broader <= concepts
        assert broader or (concept, SKOS.topConceptOf, None) in graph
        assert concept not in set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        for above in broader:
            assert concept not in set(graph.transitive_objects(above, SKOS.broader))


def test_a_narrower_concept_knows_its_head(graph: rdflib.Graph) -> None:
    base = rdflib.Namespace("https://w3id.org/chidao/id/concept-")
    assert base["licence"] in set(graph.objects(base["environmental-licence"], SKOS.broader))


def test_abbreviations_are_tied_both_ways() -> None:
    glossary = load_glossary()
    assert "giải phóng mặt bằng" in [other for _, other in glossary.synonyms(["gpmb"])]
    written = words("giải phóng mặt bằng")
    assert "GPMB" in [other for _, other in glossary.synonyms(written)]


def test_the_learned_words_are_what_the_table_says() -> None:
    learned = Path(__file__).parents[2] / "search" / "words.tsv"
    assert learn() == learned.read_text(encoding="utf-8"), (
        "run: python -m search.aligned > search/words.tsv"
    )


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("minning closure", ["đóng cửa mỏ"]),  # a slip
        ("hazardus wastes", ["chất thải nguy hại"]),
        ("relocating households", ["di dời", "hộ gia đình"]),  # "relocation" is the term
        ("food menus", ["thực phẩm"]),  # "food" is in terms only
    ],
)
def test_words_that_no_term_has_are_understood(query: str, terms: list[str]) -> None:
    assert [c.terms[0] for c in load_glossary().translate(query).concepts] == terms


def test_the_translation_has_the_order_of_vietnamese() -> None:
    glossary = load_glossary()
    assert glossary.translate("households landslide areas").phrase[-1] == "hộ gia đình"
    assert glossary.translate("landslide areas of Zanzibar").phrase[-1] == "zanzibar"


def test_a_name_is_not_mended() -> None:
    assert load_glossary().translate("Zanzibar").unknown == ("zanzibar",)
