"""Rows sorted here come in the order in which the engine sorts them."""

import pytest

from kg.ordering import ordered
from kg.store import GraphStore

VALUES = """
VALUES (?thing ?text ?number ?day) {
  (<urn:c> "đo đạc" 10 "2021-06-30"^^xsd:date)
  (<urn:a> "cấp phép" -2 "2021-07-05"^^xsd:date)
  (<urn:b> "Đóng cửa mỏ" UNDEF "2020-12-31"^^xsd:date)
  (<urn:d> "cấp phép"@vi 3 UNDEF)
}
"""


@pytest.mark.parametrize(
    "order",
    [
        "?thing",
        "DESC(?thing)",
        "?text",
        "DESC(?number)",
        "?number ?thing",
        "ASC(?day) DESC(?thing)",
        "DESC(?day) ?text",
    ],
)
def test_the_order_is_that_of_the_engine(order: str) -> None:
    store = GraphStore.create()
    here = f"SELECT ?thing ?text ?number ?day {{ {VALUES} }} ORDER BY {order}"
    engine = f"{here} LIMIT 100"  # which leaves the sorting to the engine

    assert ordered(here) is not None
    assert ordered(engine) is None
    assert store.query(here).rows == store.query(engine).rows


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3",
        "SELECT ?s { ?s ?p ?o } ORDER BY STR(?s)",
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s VALUES ?s { <urn:a> }",
        "SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s",
        "ASK { ?s ?p 'ORDER BY ?s' }",
        "SELECT ?s { ?s ?p ?o } # ORDER BY ?s",
    ],
)
def test_what_is_not_plain_is_left_to_the_engine(query: str) -> None:
    assert ordered(query) is None


def test_a_comment_and_texts_hide_no_order() -> None:
    found = ordered("SELECT ?s { ?s ?p 'LIMIT }' } # all\nORDER BY DESC(?s)")

    assert found is not None
    assert found.keys == (("s", True),)
