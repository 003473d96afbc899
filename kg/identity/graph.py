"""Who is who in RDF: aliases written as what they mean, and how that was found in its own graph.

?found    a cd:Resolution ; cd:alias ?thing ; cd:resolvedTo ?meant ; cd:method "spelling" ;
          cd:confidence 0.98 ; cd:resolvedName "Phòng QLĐĐ" ; prov:wasDerivedFrom ?notice .
?question a cd:Question ; cd:alias ?thing ; cd:resolvedName "Phòng QLĐĐ" ;
          cd:mayBe ?one, ?other .
"""

from collections.abc import Iterable, Mapping

from kg.fold import digest
from kg.identity.records import Identity
from kg.ids import BASE
from kg.terms import Literal, NamedNode, Quad, named, plain, term

IDENTITY_GRAPH = f"{BASE}graph/identity"


def identity_quads(identity: Identity) -> list[Quad]:
    """Return resolutions and questions as quads of a graph of their own, sorted."""
    graph = named(IDENTITY_GRAPH)
    found = set()
    for one in identity.resolutions:
        node = named(f"{BASE}resolution/{digest(f'{one.alias} {one.target}', length=16)}")
        confidence = Literal(f"{one.confidence:.2f}", datatype=term("xsd:decimal"))
        found |= {
            Quad(node, term("rdf:type"), term("cd:Resolution"), graph),
            Quad(node, term("cd:alias"), named(one.alias), graph),
            Quad(node, term("cd:resolvedTo"), named(one.target), graph),
            Quad(node, term("cd:method"), plain(one.method), graph),
            Quad(node, term("cd:confidence"), confidence, graph),
            Quad(node, term("cd:resolvedName"), plain(one.name), graph),
            *(
                Quad(node, term("prov:wasDerivedFrom"), named(notice), graph)
                for notice in one.stated_in
            ),
        }
    for question in identity.questions:
        node = named(f"{BASE}question/{digest(question.subject, length=16)}")
        found |= {
            Quad(node, term("rdf:type"), term("cd:Question"), graph),
            Quad(node, term("cd:alias"), named(question.subject), graph),
            Quad(node, term("cd:resolvedName"), plain(question.name), graph),
            *(Quad(node, term("cd:mayBe"), named(c.iri), graph) for c in question.candidates),
        }
    return sorted(found | set(identity.changes), key=str)


def rewritten(quads: Iterable[Quad], same: Mapping[str, str]) -> list[Quad]:
    """Return quads with every alias written as the thing that it means.

    What only says that the alias was not resolved goes: its type and its partial number.
    """
    if not same:
        return list(quads)
    unresolved, number = term("cd:UnresolvedDocument"), term("cd:number")
    found = set()
    for quad in quads:
        subject, target = quad.subject, quad.object
        if isinstance(subject, NamedNode) and subject.value in same:
            if quad.object == unresolved or quad.predicate == number:
                continue
            subject = named(same[subject.value])
        if isinstance(target, NamedNode) and target.value in same:
            target = named(same[target.value])
        found.add(Quad(subject, quad.predicate, target, quad.graph_name))
    return sorted(found, key=str)
