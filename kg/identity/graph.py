"""Who is who in RDF: aliases written as what they mean, and how that was found in its own graph.

?found    a cd:Resolution ; cd:alias ?thing ; cd:resolvedTo ?meant ; cd:method "spelling" ;
          cd:confidence 0.98 ; cd:resolvedName "Phòng QLĐĐ" ; prov:wasDerivedFrom ?notice .
?question a cd:Question ; cd:alias ?thing ; cd:resolvedName "Phòng QLĐĐ" ;
          cd:mayBe ?one, ?other .
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.fold import digest, fold, slug
from kg.identity.records import Identity, Quote
from kg.ids import BASE
from kg.laws import Law
from kg.terms import Literal, NamedNode, Quad, day, named, number, plain, term, vi

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
            *_evidence(node, one.quotes),
        }
    for question in identity.questions:
        node = named(f"{BASE}question/{digest(question.subject, length=16)}")
        found |= {
            Quad(node, term("rdf:type"), term("cd:Question"), graph),
            Quad(node, term("cd:alias"), named(question.subject), graph),
            Quad(node, term("cd:resolvedName"), plain(question.name), graph),
            *(Quad(node, term("cd:mayBe"), named(c.iri), graph) for c in question.candidates),
            *_evidence(node, question.quotes),
        }
    for iri, law in identity.laws:
        found |= set(_known_law(named(iri), law))
    return sorted(found | set(identity.changes), key=str)


def _evidence(node: NamedNode, quotes: Iterable[Quote]) -> Iterator[Quad]:
    """Yield the places of the notices that have a name, as selectors of Web Annotation."""
    graph = named(IDENTITY_GRAPH)
    for quote in quotes:
        where = digest(f"{quote.notice} {quote.start} {quote.end}", length=12)
        target = named(f"{node.value}#{where}")
        exact, position = named(f"{target.value}-quote"), named(f"{target.value}-position")
        says: list[tuple[NamedNode, str, NamedNode | Literal]] = [
            (node, "prov:wasDerivedFrom", named(quote.notice)),
            (node, "oa:hasTarget", target),
            (target, "rdf:type", term("oa:SpecificResource")),
            (target, "oa:hasSource", named(quote.notice)),
            (target, "oa:hasSelector", exact),
            (target, "oa:hasSelector", position),
            (exact, "rdf:type", term("oa:TextQuoteSelector")),
            (exact, "oa:exact", plain(quote.text)),
            (position, "rdf:type", term("oa:TextPositionSelector")),
            (position, "oa:start", number(quote.start)),
            (position, "oa:end", number(quote.end)),
        ]
        yield from (Quad(s, term(p), o, graph) for s, p, o in says)


def _known_law(node: NamedNode, law: Law) -> Iterator[Quad]:
    """Yield what the authority files tell of a law that the notices cite."""
    graph, kind = named(IDENTITY_GRAPH), law.title.split()[0]
    if fold(law.title).startswith("bo luat"):
        kind = "Bộ luật"
    type_ = named(f"{BASE}document-type/{slug(kind)}")
    says: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (node, "rdf:type", term("cd:LegalDocument")),
        (node, "cd:documentType", type_),
        (type_, "rdf:type", term("cd:DocumentType")),
        (type_, "cd:fullName", vi(kind)),
        (node, "cd:number", plain(law.number)),
        (node, "cd:fullName", vi(law.full)),
        (node, "cd:title", vi(law.title)),
        (node, "cd:issuedOn", day(law.passed)),
    ]
    yield from (Quad(s, term(p), o, graph) for s, p, o in says)


def rewritten(quads: Iterable[Quad], same: Mapping[str, str]) -> list[Quad]:
    """Return quads with every alias written as the thing that it means.

    What only says that the alias was not resolved goes: its type and its partial number.
    """
    if not same:
        return list(quads)
    unresolved, partial = term("cd:UnresolvedDocument"), term("cd:number")
    found = set()
    for quad in quads:
        subject, target = quad.subject, quad.object
        if isinstance(subject, NamedNode) and subject.value in same:
            if quad.object == unresolved or quad.predicate == partial:
                continue
            subject = named(same[subject.value])
        if isinstance(target, NamedNode) and target.value in same:
            target = named(same[target.value])
        found.add(Quad(subject, quad.predicate, target, quad.graph_name))
    return sorted(found, key=str)
