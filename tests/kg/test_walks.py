"""Ways, centres and groups over a graph that can be walked by hand."""

from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.errors import UnknownName
from kg.ids import task_iris
from kg.lookup import resolve
from kg.store import GraphStore
from kg.walks import Step, central, communities, way, web

from .notices import june

EXAMPLE = "https://w3id.org/chidao/id/example/"


@pytest.fixture(scope="module")
def store() -> GraphStore:
    made = GraphStore.create()
    made.put(june())
    return made


@pytest.fixture(scope="module")
def months() -> GraphStore:
    made = GraphStore.create()
    graph = ox.NamedNode(f"{EXAMPLE}graph")
    text = (Path(__file__).parent / "named.ttl").read_text(encoding="utf-8")
    parsed = ox.parse(text, ox.RdfFormat.TURTLE)
    made.put_graph(graph.value, [ox.Quad(*quad.triple, graph) for quad in parsed])
    return made


def walked(store: GraphStore, start: str, end: str) -> tuple[Step, ...]:
    return way(store, web(store), resolve(store, start), resolve(store, end))


def test_a_way_leads_over_the_task_that_joins_both_with_its_sentence(store: GraphStore) -> None:
    first, second = walked(store, "Sở Tư pháp", "59/QĐ-UBND")
    task = task_iris(june())[1]
    assert (first.relation, first.backwards, first.target) == ("coordinatedWith", True, task)
    assert (second.relation, second.backwards, second.source) == ("cites", False, task)
    assert first.quote == "Sở Tư pháp"
    assert second.quote == "Quyết định số 59/QĐ-UBND ngày 11/01/2022"
    assert first.sentence == second.sentence == june().tasks[1].text
    assert second.target_label == "Quyết định 59/QĐ-UBND"
    assert first.source_kind == "unit"


def test_the_way_back_is_the_same_way(store: GraphStore) -> None:
    there = [step.relation for step in walked(store, "đường tránh Bản Lầu", "xã Vân Trình")]
    back = [step.relation for step in walked(store, "xã Vân Trình", "đường tránh Bản Lầu")]
    assert there == back[::-1]
    assert there == ["concernsProject", "cites", "cites", "concernsPlace"], (
        "over the decision that both tasks cite, not over the notice that has them all"
    )


def test_what_nothing_joins_is_told() -> None:
    lonely = GraphStore.create()
    lonely.put(june())
    prefix = "@prefix cd: <https://w3id.org/chidao/ontology#> ."
    text = f"{prefix} <{EXAMPLE}alone> a cd:Project ; cd:fullName 'Cầu lẻ'@vi ."
    home = ox.NamedNode(f"{EXAMPLE}graph")
    quads = [ox.Quad(*quad.triple, home) for quad in ox.parse(text, ox.RdfFormat.TURTLE)]
    lonely.put_graph(home.value, quads)
    with pytest.raises(UnknownName, match='nothing joins "Cầu lẻ"'):
        walked(lonely, "Cầu lẻ", "Sở Tư pháp")


def test_central_is_what_the_whole_count_says(months: GraphStore) -> None:
    graph = web(months)
    shares = nx.betweenness_centrality(graph)
    (first,) = central(months, graph)
    assert first.label == "Nghị định 26/2019/NĐ-CP", "no way leads over the letter"
    assert first.share == pytest.approx(shares[first.iri])
    units = central(months, graph, kind="unit")
    assert [one.label for one in units[:2]] == ["Sở Thủy sản tỉnh Hà Lam", "Phòng Tàu cá"]
    assert [one.share for one in units] == sorted((one.share for one in units), reverse=True)


def test_groups_hold_the_tasks_that_share_their_subject(months: GraphStore) -> None:
    found = communities(months, web(months))
    groups = [{task.removeprefix(EXAMPLE) for task in group.tasks} for group in found]
    assert {"t1", "t2", "t3"} in groups
    assert {"t4", "t8"} in groups
    assert not any("t6" in group for group in groups), "it shares nothing with any"
    assert "Nghị định 26/2019/NĐ-CP" in [group.about[0] for group in found]
