"""What a notice becomes in RDF: the contract's terms, and the sentence behind each fact."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store

import ontologies
from kg.build import notice_quads
from kg.export import nquads
from kg.ids import document_iris, notice_iri, task_iris
from kg.records import Citation, Deadline, Stated
from kg.terms import PREFIXES, named, term
from kg.wire import notice_from_json, notice_to_json

from .notices import JUNE, at, june, mention


def triples(*pattern: object) -> list[Quad]:
    store = Store()
    store.extend(notice_quads(june()))
    return list(store.quads_for_pattern(*pattern, None))  # type: ignore[arg-type]


def values(subject: str, relation: str) -> list[str]:
    return sorted(q.object.value for q in triples(named(subject), term(relation), None))  # type: ignore[union-attr]


def ends(subject: str, relation: str) -> list[str]:
    return [iri.rsplit("/", 1)[1] for iri in values(subject, relation)]


def test_two_runs_give_equal_lines_and_each_once() -> None:
    first, second = notice_quads(june()), notice_quads(june())
    assert first == second
    assert [str(q) for q in first] == sorted({str(q) for q in first})
    assert {q.graph_name for q in first} == {named(notice_iri(june()))}
    assert not any("_:" in str(q).split(" ")[0] for q in first), "no blank nodes: they have no name"


def test_the_graph_of_one_task_is_the_golden_one() -> None:
    notice = june()
    made = nquads(notice_quads(replace(notice, tasks=notice.tasks[1:2], findings=())))
    golden = Path(__file__).parent / "one-task.nq"
    if not golden.exists():
        golden.write_bytes(made)
        pytest.fail(f"{golden.name} was missing and has been written: please review it")
    assert made.decode().splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_a_task_has_the_terms_of_the_contract() -> None:
    notice = june()
    every, homes, road = task_iris(notice)
    assert values(homes, "rdf:type") == [PREFIXES["cd"] + "Task"]
    assert values(homes, "cd:statedIn") == [notice_iri(notice)]
    assert values(homes, "cd:text") == [notice.tasks[1].text]
    assert values(homes, "cd:label") == ["2"]
    assert values(homes, "cd:section") == ["Phòng Quản lý nhà"]
    assert values(homes, "cd:due") == ["2022-06-20"]
    assert [iri.rsplit("/", 1)[1] for iri in values(homes, "cd:assignedTo")] == [
        "phong-quan-ly-nha"
    ]
    assert [iri.rsplit("/", 1)[1] for iri in values(homes, "cd:coordinatedWith")] == [
        "so-tu-phap-tinh-lam-giang"
    ]
    assert [iri.rsplit("/", 1)[1] for iri in values(road, "cd:concernsProject")] == [
        "tranh-ban-lau"
    ]
    (everyone,) = values(every, "cd:assignedTo")
    assert PREFIXES["cd"] + "EveryUnit" in values(everyone, "rdf:type")


def test_a_notice_concludes_its_meeting() -> None:
    iri = notice_iri(june())
    (meeting,) = values(iri, "cd:concludes")
    assert values(meeting, "cd:meetingDate") == ["2022-06-06"]
    assert values(iri, "cd:issuedOn") == ["2022-06-08"]
    assert values(iri, "cd:source") == ["2022-06.md"]
    assert len(values(iri, "cd:cites")) == 4


def test_documents_carry_their_number_and_the_unresolved_one_says_so() -> None:
    iris = {citation.key: iri for citation, iri in document_iris(june()).items()}
    decree = iris["15/2021/NĐ-CP"]
    assert values(decree, "cd:fullName") == ["Nghị định 15/2021/NĐ-CP"]
    assert values(decree, "cd:number") == ["15/2021/NĐ-CP"]
    assert values(decree, "cd:issuedOn") == ["2021-03-03"]
    stubs = [q.subject for q in triples(None, term("rdf:type"), term("cd:UnresolvedDocument"))]
    assert stubs == [named(iris["Nghị quyết số 13"])]


def test_every_quote_is_what_the_notice_has_there() -> None:
    store = Store()
    store.extend(notice_quads(june()))
    rows = store.query(
        """SELECT ?exact ?prefix ?suffix ?start ?end WHERE {
             ?note a oa:Annotation ; oa:hasTarget ?t ; oa:hasBody ?fact .
             ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o .
             ?t oa:hasSelector ?q, ?n . ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
             ?n oa:start ?start ; oa:end ?end }""",
        prefixes=PREFIXES,
        use_default_graph_as_union=True,
    )
    seen = 0
    for exact, prefix, suffix, start, end in rows:  # type: ignore[misc]
        first, last = int(start.value), int(end.value)
        assert JUNE[first:last] == exact.value
        assert JUNE[:first].endswith(prefix.value)
        assert JUNE[last:].startswith(suffix.value)
        seen += 1
    assert seen == len(triples(None, term("rdf:type"), term("oa:Annotation")))
    assert seen > 30


def test_every_extracted_fact_has_evidence() -> None:
    told = {
        "text", "assignedTo", "coordinatedWith", "cites", "concernsProject", "concernsPerson",
        "concernsPlace", "deadline", "due", "meetingDate", "issuedOn", "chairedBy", "signedBy",
        "passedBy", "number", "title", "wording", "issuedAt",
    }  # fmt: skip
    facts = Counter(q.object for q in triples(None, term("rdf:subject"), None))
    for quad in triples(None, None, None):
        name = quad.predicate.value.removeprefix(PREFIXES["cd"])
        deadline_day = name == "due" and "/deadline/" in str(quad.subject)
        if name in told and not deadline_day:
            assert facts[quad.subject], f"nothing says {quad}"


def test_a_deadline_says_only_the_days_it_means() -> None:
    notice = june()
    task = notice.tasks[1]
    ranged = Deadline(
        *at(JUNE, "tháng 6", JUNE.index("họp ngày")), "within",
        date(2022, 6, 30), date(2022, 6, 1), date(2022, 6, 30),
    )  # fmt: skip
    monthly = Deadline(*at(JUNE, "rà soát"), "recurring")
    store = Store()
    changed = replace(task, deadlines=(ranged, monthly))
    store.extend(notice_quads(replace(notice, tasks=(changed,))))
    query = """SELECT ?kind ?begin ?end WHERE { ?d a cd:Deadline ; cd:kind ?kind .
        OPTIONAL { ?d time:hasBeginning/time:inXSDDate ?begin }
        OPTIONAL { ?d time:hasEnd/time:inXSDDate ?end } } ORDER BY ?kind"""
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    found = [tuple(value.value if value else None for value in row) for row in rows]  # type: ignore[union-attr]
    assert found == [("recurring", None, None), ("within", "2022-06-01", "2022-06-30")]


def test_the_provision_cited_stands_on_the_statement() -> None:
    notice = june()
    cited = replace(notice.tasks[0].refs[0], pinpoint="khoản 2 Điều 5")
    store = Store()
    store.extend(notice_quads(replace(notice, tasks=(replace(notice.tasks[0], refs=(cited,)),))))
    (fact,) = store.quads_for_pattern(None, term("cd:pinpoint"), None, None)
    (about,) = store.quads_for_pattern(fact.subject, term("rdf:predicate"), None, None)
    assert about.object == term("cd:cites")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 10**6), (9, 3)])
def test_a_fact_without_a_sentence_does_not_enter(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="expected a span within"):
        notice_quads(replace(june(), number=Stated("41/TB-SXD", start, end)))


def test_a_document_dated_after_the_notice_is_not_identified_by_that_date() -> None:
    notice = june()
    late = Citation(
        "88/QĐ-UBND", "Quyết định", *at(JUNE, "Quyết định 59/QĐ-UBND"), date(2023, 1, 1)
    )
    iris = document_iris(replace(notice, documents=(late,)))
    assert "/stub/" in iris[late]


def test_a_reference_back_cites_the_document_and_says_nothing_else_of_it() -> None:
    notice = june()
    road = notice.tasks[2]
    (meant,) = (c for c in notice.documents if c.key == "15/2021/NĐ-CP")
    words = at(JUNE, "dự án đường tránh", after=road.start)
    place = (meant.start, meant.end)
    back = replace(meant, text=words[0], start=words[1], end=words[2], antecedent=place)
    notice = replace(notice, tasks=(*notice.tasks[:2], replace(road, refs=(back,))))
    assert notice_from_json(notice_to_json(notice)) == notice
    iri = named(document_iris(notice)[back])
    assert iri.value == document_iris(notice)[meant]
    store = Store()
    store.extend(notice_quads(notice))
    assert len(list(store.quads_for_pattern(None, term("cd:cites"), iri))) >= 2
    names = [q.object.value for q in store.quads_for_pattern(iri, term("cd:name"), None)]  # type: ignore
    assert names
    assert words[0] not in names


def test_a_person_told_to_act_is_a_person_and_not_a_unit() -> None:
    notice = june()
    officer = replace(mention(JUNE, "Tô Văn Khải"), role="Chánh Văn phòng")
    task = replace(notice.tasks[1], assignees=(mention(JUNE, "Tô Văn Khải"),), people=(officer,))
    store = Store()
    store.extend(notice_quads(replace(notice, tasks=(task,))))
    (quad,) = store.quads_for_pattern(None, term("cd:assignedTo"), None)
    kinds = store.quads_for_pattern(quad.object, term("rdf:type"), None)  # type: ignore[arg-type]
    assert [kind.object for kind in kinds] == [term("cd:Person")]


def test_names_are_kept_as_printed_and_in_full() -> None:
    notice = june()
    short = mention(JUNE, "Sở Tư pháp", canonical="Sở Tư pháp tỉnh Lâm Giang")
    task = replace(notice.tasks[1], coordinators=(short,))
    store = Store()
    store.extend(notice_quads(replace(notice, tasks=(task,))))
    (unit,) = {q.object for q in store.quads_for_pattern(None, term("cd:coordinatedWith"), None)}
    full = [q.object.value for q in store.quads_for_pattern(unit, term("cd:fullName"), None)]  # type: ignore
    names = [q.object.value for q in store.quads_for_pattern(unit, term("cd:name"), None)]  # type: ignore
    assert (full, names) == (["Sở Tư pháp tỉnh Lâm Giang"], ["Sở Tư pháp"])


def test_every_term_is_declared_and_every_declared_term_has_a_use() -> None:
    from rdflib import OWL, RDF, Graph

    ontology = Graph().parse(data=ontologies.ONTOLOGY.read_bytes(), format="turtle")
    cd = PREFIXES["cd"]
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    declared = {str(s) for kind in kinds for s in ontology.subjects(RDF.type, kind)}
    declared = {iri for iri in declared if iri.startswith(cd)}
    notice = june()
    person = replace(mention(JUNE, "Mạc Thị Sương"), role="Giám đốc Sở")
    place = replace(mention(JUNE, "xã Vân Trình"), role="xã")
    cited = replace(
        notice.tasks[0].refs[0],
        pinpoint="Điều 5",
        title="về nhà ở",
        issuer="Chính phủ",
        relation="căn cứ",
    )
    task = replace(
        notice.tasks[0],
        people=(person,),
        places=(place,),
        refs=(cited,),
        supervisors=(person,),
        submitted_to=(mention(JUNE, "Sở Tư pháp"),),
        tone="urgent",
    )
    signed_as = Stated("Chánh Văn phòng", *at(JUNE, "Chánh Văn phòng")[1:])
    rich = replace(notice, tasks=(task, *notice.tasks[1:]), signer_post=signed_as)
    used = {
        node.value
        for quad in notice_quads(rich)
        for node in (quad.predicate, quad.object)
        if hasattr(node, "value") and node.value.startswith(cd)  # type: ignore[union-attr]
    }
    assert used <= declared, f"not in the ontology: {sorted(used - declared)}"
    inverses = {str(s) for s in ontology.subjects(OWL.inverseOf, None)}
    of_threads = {
        "Thread",
        "Continuation",
        "inThread",
        "continues",
        "probability",
        "shared",
        "changed",
    }
    of_authority = {"Reorganisation", "basedOn", "amends", "repeals", "inForce"}
    of_decisions = {
        "Decision",
        "verdict",
        "decidedOn",
        "decidedBy",
        "decidedAt",
        "decidedName",
        "holds",
        "remark",
    }
    of_identity = {
        "Resolution",
        "Question",
        "alias",
        "resolvedTo",
        "resolvedName",
        "mayBe",
        "method",
        "confidence",
    }
    elsewhere = {cd + name for name in of_threads | of_authority | of_decisions | of_identity}
    assert declared - used - inverses == elsewhere
