"""A graph of invented orders in the shape that ``kg.build`` gives, as large as asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pyoxigraph as ox

from kg.ids import BASE
from kg.terms import Literal, NamedNode, Quad, day, named, number, plain, term, vi

TASKS_OF_A_NOTICE = 60
_UNITS, _DOCUMENTS, _PROJECTS, _PLACES = 150, 2_000, 400, 300
_FIRST = date(2015, 1, 5)
_WORDS = (
    "rà soát lập trình kiểm tra báo cáo hồ sơ mỏ đất rừng cầu đường thủy lợi trường học bệnh viện "
    "giải phóng mặt bằng quy hoạch khoáng sản cấp phép thanh tra đôn đốc nghiệm thu quyết toán"
).split()


def quads(tasks: int, *, seed: int = 1) -> Iterator[Quad]:
    """Yield the quads of so many tasks: about 36 each, evidence and names included."""
    random = Random(seed)
    yield from _things()
    for place in range(tasks):
        notice, position = divmod(place, TASKS_OF_A_NOTICE)
        graph = _node("notice", notice)
        if position == 0:
            yield from _notice(notice, graph)
        yield from _task(place, position, notice, graph, random)


def _node(kind: str, place: int) -> NamedNode:
    return named(f"{BASE}{kind}/{place}")


def _quad(s: NamedNode, p: str, o: NamedNode | Literal, graph: NamedNode) -> Quad:
    return Quad(s, term(p), o, graph)


def _things() -> Iterator[Quad]:
    graph = named(f"{BASE}graph/names")
    kind = _node("document-type", 0)
    yield _quad(kind, "rdf:type", term("cd:DocumentType"), graph)
    yield _quad(kind, "skos:prefLabel", vi("Quyết định"), graph)
    for name, class_, label, count in (
        ("unit", "cd:Unit", "Phòng Nghiệp vụ số {}", _UNITS),
        ("document", "cd:LegalDocument", "Quyết định {}/QĐ-UBND", _DOCUMENTS),
        ("project", "cd:Project", "Dự án đường số {}", _PROJECTS),
        ("place", "cd:Place", "xã Bản {}", _PLACES),
    ):
        for place in range(count):
            node = _node(name, place)
            yield _quad(node, "rdf:type", term(class_), graph)
            yield _quad(node, "skos:prefLabel", vi(label.format(place)), graph)
            if name == "document":
                yield _quad(node, "cd:number", plain(f"{place}/QĐ-UBND"), graph)
                yield _quad(node, "cd:documentType", kind, graph)
                yield _quad(node, "cd:issuedOn", day(_FIRST + timedelta(place)), graph)


def _notice(place: int, graph: NamedNode) -> Iterator[Quad]:
    meeting, office = _node("meeting", place), _node("unit", place % 5)
    yield _quad(graph, "rdf:type", term("cd:Notice"), graph)
    yield _quad(graph, "cd:source", plain(f"{place}.md"), graph)
    yield _quad(graph, "skos:prefLabel", vi(f"Thông báo {place}/TB"), graph)
    yield _quad(graph, "cd:passedBy", office, graph)
    yield _quad(graph, "cd:concludes", meeting, graph)
    yield _quad(meeting, "rdf:type", term("cd:Meeting"), graph)
    yield _quad(meeting, "cd:meetingDate", day(_FIRST + timedelta(place)), graph)


def _task(
    place: int, position: int, notice: int, graph: NamedNode, random: Random
) -> Iterator[Quad]:
    node = _node("task", place)
    yield _quad(node, "rdf:type", term("cd:Task"), graph)
    yield _quad(node, "cd:statedIn", graph, graph)
    yield _quad(node, "cd:position", number(position + 1), graph)
    text = vi(" ".join(random.choices(_WORDS, k=30)))
    yield from _evident(node, "cd:text", text, graph, place, 0)
    unit = _node("unit", random.randrange(_UNITS))
    yield from _evident(node, "cd:assignedTo", unit, graph, place, 1)
    document = _node("document", min(int(random.expovariate(0.01)), _DOCUMENTS - 1))
    yield from _evident(node, "cd:cites", document, graph, place, 2)
    if place % 3 == 0:
        yield _quad(node, "cd:coordinatedWith", _node("unit", random.randrange(_UNITS)), graph)
        yield _quad(
            node, "cd:concernsProject", _node("project", random.randrange(_PROJECTS)), graph
        )
        yield _quad(node, "cd:concernsPlace", _node("place", random.randrange(_PLACES)), graph)
    if place % 2 == 0:
        due = _FIRST + timedelta(notice + 10 + random.randrange(60))
        yield _quad(node, "cd:due", day(due), graph)
    thread = place % TASKS_OF_A_NOTICE + TASKS_OF_A_NOTICE * (notice // 6)
    yield _quad(node, "cd:inThread", _node("thread", thread), graph)
    if notice % 6:
        yield _quad(node, "cd:continues", _node("task", place - TASKS_OF_A_NOTICE), graph)
    else:
        yield _quad(_node("thread", thread), "rdf:type", term("cd:Thread"), graph)
        yield _quad(_node("thread", thread), "skos:prefLabel", vi(f"Công việc {thread}"), graph)


def _evident(
    node: NamedNode, relation: str, value: NamedNode | Literal, graph: NamedNode, place: int, n: int
) -> Iterator[Quad]:
    """Yield a fact with the sentence behind it."""
    yield _quad(node, relation, value, graph)
    home = f"{place}-{n}"
    fact, mark = named(f"{BASE}fact/{home}"), named(f"{BASE}evidence/{home}")
    target, words = named(f"{BASE}target/{home}"), ox.BlankNode(f"w{home}")
    yield _quad(fact, "rdf:subject", node, graph)
    yield _quad(fact, "rdf:predicate", term(relation), graph)
    yield _quad(fact, "rdf:object", value, graph)
    yield _quad(mark, "oa:hasBody", fact, graph)
    yield _quad(mark, "oa:hasTarget", target, graph)
    yield _quad(target, "oa:hasSource", graph, graph)
    yield Quad(target, term("oa:hasSelector"), words, graph)
    yield Quad(words, term("oa:exact"), plain(f"lời {home}"), graph)
