"""The store: what is put in comes out once, and what is removed leaves nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.build import notice_quads
from kg.errors import WorkspaceError
from kg.ids import notice_iri
from kg.records import Notice
from kg.store import GraphStore
from kg.terms import BASE, Quad, named, plain, term

from .notices import JUNE, june, mention


def july() -> Notice:
    """The month after: the same orders under another number; no word changes its length."""
    text = JUNE.replace("41/TB-SXD", "52/TB-SXD").replace("08 tháng 6", "07 tháng 7")
    text = text.replace("ngày 06 tháng 6", "ngày 05 tháng 7")
    return dated(replace(june(), source="2022-07.md", text=text), "52/TB-SXD", 7, 5)


def dated(notice: Notice, number: str, month: int, day: int) -> Notice:
    assert notice.number
    assert notice.issued
    assert notice.meeting_date
    return replace(
        notice,
        number=replace(notice.number, value=number),
        issued=replace(notice.issued, value=date(2022, month, day + 2)),
        meeting_date=replace(notice.meeting_date, value=date(2022, month, day)),
    )


def labels(store: GraphStore, kind: str) -> list[str]:
    rows = store.query(f"SELECT ?l {{ ?x a {kind} ; skos:prefLabel ?l }} ORDER BY ?l").rows
    return [row[0].value for row in rows if row[0]]


def test_putting_twice_changes_nothing() -> None:
    store = GraphStore.create()
    assert store.put(june()) == notice_iri(june())
    once = store.export("nq")
    store.put(june())
    assert store.export("nq") == once


def test_the_order_of_reading_does_not_matter() -> None:
    forth, back = GraphStore.create(), GraphStore.create()
    for notice in (june(), july()):
        forth.put(notice)
    for notice in (july(), june()):
        back.put(notice)
    for format in ("nq", "ttl", "jsonld"):
        assert forth.export(format) == back.export(format)  # type: ignore[arg-type]


def test_removing_leaves_no_trace() -> None:
    store = GraphStore.create()
    store.put(june())
    before = store.export("nq")
    iri = store.put(july())
    assert store.notices() == (notice_iri(june()), iri)
    store.remove(iri)
    assert store.export("nq") == before
    store.remove(notice_iri(june()))
    assert len(store) == 0
    assert store.graphs() == ()


def test_a_notice_read_again_replaces_what_was_read_before() -> None:
    store = GraphStore.create()
    store.put(june())
    store.put(replace(june(), tasks=june().tasks[:1]))
    assert store.query("SELECT ?t { ?t a cd:Task }").to("csv").count("\n") == 2
    assert "Đường tránh Bản Lầu" not in labels(store, "cd:Project")


def test_a_thing_named_in_two_notices_has_one_preferred_label() -> None:
    store = GraphStore.create()
    store.put(june())
    store.put(july())
    text = JUNE.replace("Sở Tư pháp", "sở tư Pháp")
    _, homes, _ = june().tasks
    other = replace(homes, coordinators=(mention(text, "sở tư Pháp"),))
    store.put(dated(replace(june(), text=text, tasks=(other,)), "60/TB-SXD", 8, 3))
    query = """SELECT ?p ?a ?h { ?u skos:prefLabel ?p ; skos:altLabel ?a ; skos:hiddenLabel ?h
               FILTER (?h = "so tu phap") }"""
    (row,) = store.query(query).rows
    assert [term.value for term in row if term] == ["Sở Tư pháp", "Sở tư Pháp", "so tu phap"]


def test_documents_are_found_by_the_folded_number() -> None:
    store = GraphStore.create()
    store.put(june())
    rows = store.query('SELECT ?l { ?d skos:hiddenLabel "15/2021/nd-cp" ; skos:prefLabel ?l }').rows
    assert [row[0].value for row in rows if row[0]] == ["Nghị định 15/2021/NĐ-CP"]


def test_other_graphs_are_kept_apart_and_must_hold_their_own_quads() -> None:
    store = GraphStore.create()
    iri = f"{BASE}graph/decisions"
    mark = Quad(named(f"{BASE}a"), term("cd:kind"), plain("late-work"), named(iri))
    store.put(june())
    before = store.export("nq")
    store.put_graph(iri, [mark])
    assert iri in store.graphs()
    store.put(june())
    assert iri in store.graphs(), "re-reading a notice keeps what was decided elsewhere"
    store.remove_graph(iri)
    assert store.export("nq") == before
    with pytest.raises(ValueError, match="expected quads of the graph"):
        store.put_graph(f"{BASE}graph/other", [mark])


def test_a_folder_keeps_the_graph_and_a_backup_is_independent(tmp_path: Path) -> None:
    store = GraphStore.create(tmp_path / "graph")
    iri = store.put(june())
    exported = store.export("nq")
    store.backup(tmp_path / "next")
    store.close()
    again = GraphStore.open(tmp_path / "graph")
    assert again.export("nq") == exported
    copy = GraphStore.open(tmp_path / "next", read_only=False)
    copy.remove(iri)
    assert len(copy) == 0
    assert again.notices() == (iri,)
    with pytest.raises(WorkspaceError, match="cannot copy"):
        copy.backup(tmp_path / "graph")


def test_a_missing_or_broken_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="ingest first"):
        GraphStore.open(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(WorkspaceError, match="cannot read the graph"):
        GraphStore.open(tmp_path / "empty")
    held = GraphStore.create(tmp_path / "held")
    with pytest.raises(WorkspaceError, match="cannot write the graph"):
        GraphStore.create(tmp_path / "held")
    held.close()


def test_exports_say_the_same_in_every_format() -> None:
    from rdflib import Dataset, Graph

    store = GraphStore.create()
    store.put(june())
    quads = Dataset()
    quads.parse(data=store.export("nq"), format="nquads")
    union = {triple[:3] for triple in quads.quads()}
    assert set(Graph().parse(data=store.export("ttl"), format="turtle")) == union
    assert set(Graph().parse(data=store.export("jsonld"), format="json-ld")) == union
    assert store.export("nq").decode().splitlines() == sorted(
        store.export("nq").decode().splitlines()
    )
    with pytest.raises(ValueError, match="expected a format of nq, ttl, jsonld"):
        store.export("xml")  # type: ignore[arg-type]


def test_rdflib_sees_the_same_store() -> None:
    store = GraphStore.create()
    store.put(june())
    triples = list(store.dataset().triples((None, None, None)))
    assert len(triples) == len({quad.triple for quad in store.quads()}) == store.triples


def test_what_two_notices_state_is_one_triple_of_the_union() -> None:
    store = GraphStore.create()
    first, second = store.put(june()), store.put(july())
    union = {quad.triple for quad in store.quads()}
    assert store.triples == len(union) < len(store)
    count = "SELECT (COUNT(*) AS ?n) { ?unit a cd:Unit }"
    units = {t.subject for t in union if t.predicate.value.endswith("#type")
             and t.object == term("cd:Unit")}  # fmt: skip
    assert [row[0].value for row in store.query(count).rows if row[0]] == [str(len(units))]
    store.remove(first)
    assert store.triples == len({quad.triple for quad in store.quads()})
    store.remove(second)
    assert store.triples == 0


def test_filling_at_once_gives_what_putting_one_by_one_gives() -> None:
    slow, quick = GraphStore.create(), GraphStore.create()
    for notice in (june(), july()):
        slow.put(notice)
    quick.fill(quad for notice in (july(), june()) for quad in notice_quads(notice))
    assert quick.export("nq") == slow.export("nq")
    assert quick.triples == slow.triples
    with pytest.raises(ValueError, match="expected an empty store"):
        quick.fill(notice_quads(june()))
