"""What follows from ``ontologies/chidao.ttl``: its page for readers and its JSON-LD context.

``python -m kg.ontology`` writes both anew; a test keeps them equal to the ontology.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ontologies
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

PAGE = Path(__file__).resolve().parent.parent / "docs" / "ontology.md"

_CD = PREFIXES["cd"]
_SERVICE = "http://www.w3.org/ns/sparql-service-description#"
_SHORT = {**PREFIXES, "sd": _SERVICE}
_HEAD = ("cd", "eli", "oa", "org", "owl", "prov", "rdf", "rdfs", "schema", "skos", "time", "xsd")
_LINKS = (
    "oa:hasBody", "oa:hasTarget", "oa:hasSource", "oa:hasSelector", "oa:motivatedBy",
    "prov:wasDerivedFrom", "prov:wasGeneratedBy", "time:hasBeginning", "time:hasEnd",
    "rdf:subject", "rdf:predicate",
)  # fmt: skip
_VALUES = {
    "time:inXSDDate": {"@type": "xsd:date"}, "oa:start": {"@type": "xsd:integer"},
    "oa:end": {"@type": "xsd:integer"}, "skos:prefLabel": {"@language": "vi"},
    "skos:altLabel": {"@language": "vi"}, "oa:exact": {}, "oa:prefix": {}, "oa:suffix": {},
    "skos:hiddenLabel": {}, "rdf:object": {},
}  # fmt: skip
"""Terms of other vocabularies that our data use."""
_KINDS = (
    ("Classes", "Lớp", "owl:Class"),
    ("Relations", "Quan hệ", "owl:ObjectProperty"),
    ("Values", "Giá trị", "owl:DatatypeProperty"),
    ("Functions of SPARQL", "Hàm SPARQL", "sd:Function"),
)
_SAID = (
    ("kind of", "rdfs:subClassOf"),
    ("kind of", "rdfs:subPropertyOf"),
    ("of", "rdfs:domain"),
    ("to", "rdfs:range"),
    ("the other way", "owl:inverseOf"),
)


def load() -> "Graph":
    """Return the ontology."""
    from rdflib import Graph

    return Graph().parse(data=ontologies.ONTOLOGY.read_bytes(), format="turtle")


def terms(graph: "Graph", kind: str) -> list[str]:
    """Return the local names of our terms of a kind such as ``owl:Class``, sorted."""
    from rdflib import RDF, URIRef

    found = (str(s) for s in graph.subjects(RDF.type, URIRef(_iri(kind))))
    return sorted(iri.removeprefix(_CD) for iri in found if iri.startswith(_CD))


def context(graph: "Graph") -> dict[str, Any]:
    """Return the JSON-LD context: a short name for every term, with the type of its values."""
    made: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type"}
    made |= {prefix: PREFIXES[prefix] for prefix in _HEAD}
    made |= {name: f"cd:{name}" for name in terms(graph, "owl:Class")}
    for name in terms(graph, "owl:ObjectProperty"):
        made[name] = {"@id": f"cd:{name}", "@type": "@id"}
    for name in terms(graph, "owl:DatatypeProperty"):
        made[name] = _value(graph, name)
    made |= {name.split(":")[1]: {"@id": name, "@type": "@id"} for name in _LINKS}
    made |= {name.split(":")[1]: {"@id": name, **type_} for name, type_ in _VALUES.items()}
    return {"@context": made}


def page(graph: "Graph") -> str:
    """Return the ontology as Markdown for readers, in both languages."""
    return "\n".join(_page(graph)) + "\n"


def write() -> None:
    """Write the page and the context beside the ontology."""
    graph = load()
    PAGE.write_text(page(graph), encoding="utf-8")
    text = json.dumps(context(graph), indent=2, ensure_ascii=False)
    Path(str(ontologies.CONTEXT)).write_text(text + "\n", encoding="utf-8")


def _value(graph: "Graph", name: str) -> dict[str, str] | str:
    from rdflib import RDFS, URIRef

    range_ = _short(graph.value(URIRef(_CD + name), RDFS.range))
    if range_ == "rdf:langString":
        return {"@id": f"cd:{name}", "@language": "vi"}
    if range_.startswith("xsd:") and range_ != "xsd:string":
        return {"@id": f"cd:{name}", "@type": range_}
    return f"cd:{name}"


def _page(graph: "Graph") -> Iterator[str]:
    yield "# The ontology"
    yield ""
    yield "Written by `python -m kg.ontology` from `ontologies/chidao.ttl`; change that file."
    yield ""
    yield f"`cd:` is `{_CD}`; things live under `{PREFIXES['id']}`."
    for title, title_vi, kind in _KINDS:
        yield from ("", f"## {title} · {title_vi}")
        for name in terms(graph, kind):
            yield from _entry(graph, name)
    yield from ("", "## Prefixes · Tiền tố", "")
    yield from (f"- `{prefix}:` {iri}" for prefix, iri in sorted(_SHORT.items()))


def _entry(graph: "Graph", name: str) -> Iterator[str]:
    from rdflib import RDFS, URIRef

    node = URIRef(_CD + name)
    labels = _by_language(graph.objects(node, RDFS.label))
    words = _by_language(graph.objects(node, RDFS.comment))
    yield from ("", f'### cd:{name} <a id="{name}"></a>', "")
    yield from (f"**{labels['en']}** · *{labels['vi']}*", "", words["en"], "", words["vi"], "")
    for says, relation in _SAID:
        targets = graph.objects(node, URIRef(_iri(relation)))
        shown = ", ".join(sorted(filter(None, (_linked(graph, target) for target in targets))))
        if shown:
            yield f"- {says}: {shown}"


def _linked(graph: "Graph", target: "Node") -> str:
    from rdflib import OWL, BNode
    from rdflib.collection import Collection

    if isinstance(target, BNode):
        union = graph.value(target, OWL.unionOf)
        members = (
            [] if union is None else sorted(_linked(graph, m) for m in Collection(graph, union))
        )
        return " or ".join(members)
    short = _short(target)
    return f"[{short}](#{short.removeprefix('cd:')})" if short.startswith("cd:") else f"`{short}`"


def _by_language(literals: "Iterable[Node]") -> dict[str, str]:
    return {str(getattr(literal, "language", "")): str(literal) for literal in literals}


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _SHORT[prefix] + local


def _short(node: "Node | None") -> str:
    iri = str(node or "")
    for prefix, namespace in _SHORT.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


if __name__ == "__main__":
    write()
