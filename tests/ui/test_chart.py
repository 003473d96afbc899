"""When an answer is drawn, and as what."""

import pytest

from kg.query import QueryResult, Term
from ui.web.chart import columns, figure
from ui.web.tab_sparql import fill
from ui.web.texts import Texts

XSD = "http://www.w3.org/2001/XMLSchema#"


def name(text: str, kind: str = "") -> Term:
    return Term(text, "literal", f"{XSD}{kind}" if kind else None)


def number(value: int) -> Term:
    return name(str(value), "integer")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((name("A"), number(3)), (name("B"), number(1))), (0, 1)),
        (((number(3), name("A")), (number(1), name("B"))), (1, 0)),
        (((name("A"), number(3)),), None),
        (((name("A"), number(3)), (name("A"), number(1))), None),
        (((name("A"), None), (name("B"), number(1))), None),
        (((Term("urn:a", "iri"), number(1)), (Term("urn:b", "iri"), number(2))), None),
    ],
)  # fmt: skip
def test_names_with_numbers_are_drawn(
    rows: tuple[tuple[Term | None, ...], ...], expected: tuple[int, int] | None
) -> None:
    result = QueryResult("select", ("x", "y"), rows)
    assert columns(result) == expected
    assert (figure(result) is None) == (expected is None)


def test_days_go_from_left_to_right_and_names_from_top_to_bottom() -> None:
    days = QueryResult(
        "select", ("day", "n"),
        ((name("2025-01-01", "date"), number(3)), (name("2025-02-01", "date"), number(1))),
    )  # fmt: skip
    assert figure(days).data[0].orientation == "v"
    names = QueryResult("select", ("x", "n"), ((name("<b>"), number(3)), (name("B"), number(1))))
    bars = figure(names).data[0]
    assert bars.orientation == "h"
    assert list(bars.y) == ["&lt;b&gt;", "B"]


def test_parameters_fill_a_named_query() -> None:
    from kg.query import named_query

    query = named_query("tasks-due-between")
    assert '"2025-04-30"^^xsd:date' in fill(query, ("", "30/4/2025"), Texts("vi"))
    refused = fill(query, ("", "hôm qua"), Texts("vi"))
    assert refused.startswith("# ")
    assert "hôm qua" in refused
