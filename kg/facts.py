"""Quads of one notice with the sentence behind each: Web Annotations on its text."""

from kg.fold import digest
from kg.ids import BASE
from kg.terms import Literal, NamedNode, Quad, named, number, plain, term, vi

_CONTEXT = 32
"""Characters of prefix and suffix: what the Web Annotation model's own examples use."""


class Facts:
    """Collects statements into one graph, each with its evidence."""

    def __init__(self, notice: NamedNode, text: str, home: str) -> None:
        """Start the graph ``notice`` over ``text``; ``home`` is the notice's part of IRIs."""
        self._graph = notice
        self._text = text
        self._home = home
        self._quads: set[Quad] = set()
        self._reading = named(f"{BASE}reading/{home}")
        reader = named(f"{BASE}software/chidao")
        self.add(self._reading, "rdf:type", term("cd:Reading"))
        self.add(self._reading, "prov:used", notice)
        self.add(self._reading, "prov:wasAssociatedWith", reader)
        self.add(reader, "rdf:type", term("prov:SoftwareAgent"))

    def add(self, subject: NamedNode, relation: str, value: NamedNode | Literal) -> None:
        """State one triple; ``relation`` is a prefixed name."""
        self._quads.add(Quad(subject, term(relation), value, self._graph))

    def evident(
        self,
        subject: NamedNode,
        relation: str,
        value: NamedNode | Literal,
        start: int,
        end: int,
        *,
        pinpoint: str | None = None,
        cited_as: str | None = None,
    ) -> None:
        """State one triple and the passage ``text[start:end]`` that says so.

        A citation may add the provision that it names and what its sentence does with the document.

        Raises:
            ValueError: the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self._text):
            raise ValueError(
                f"expected a span within the {len(self._text)} characters of the notice, "
                f"got {start}:{end} for {relation} of {subject.value}"
            )
        self.add(subject, relation, value)
        content = f"{subject} {relation} {value} {start} {end}"
        iri = f"{BASE}evidence/{self._home}/{digest(content, length=16)}"
        note, fact, target = named(iri), named(f"{iri}#fact"), named(f"{iri}#target")
        self.add(note, "rdf:type", term("oa:Annotation"))
        self.add(note, "oa:motivatedBy", term("oa:identifying"))
        self.add(note, "oa:hasBody", fact)
        self.add(note, "oa:hasTarget", target)
        self.add(note, "prov:wasDerivedFrom", self._graph)
        self.add(note, "prov:wasGeneratedBy", self._reading)
        self.add(fact, "rdf:type", term("cd:Statement"))
        self.add(fact, "rdf:subject", subject)
        self.add(fact, "rdf:predicate", term(relation))
        self.add(fact, "rdf:object", value)
        if pinpoint:
            self.add(fact, "cd:pinpoint", vi(pinpoint))
        if cited_as:
            self.add(fact, "cd:citedAs", vi(cited_as))
        self._select(target, iri, start, end)

    def _select(self, target: NamedNode, iri: str, start: int, end: int) -> None:
        quote, position = named(f"{iri}#quote"), named(f"{iri}#position")
        before, after = self._text[max(0, start - _CONTEXT) : start], self._text[end:]
        self.add(target, "rdf:type", term("oa:SpecificResource"))
        self.add(target, "oa:hasSource", self._graph)
        self.add(target, "oa:hasSelector", quote)
        self.add(target, "oa:hasSelector", position)
        self.add(quote, "rdf:type", term("oa:TextQuoteSelector"))
        self.add(quote, "oa:exact", plain(self._text[start:end]))
        self.add(quote, "oa:prefix", plain(before))
        self.add(quote, "oa:suffix", plain(after[:_CONTEXT]))
        self.add(position, "rdf:type", term("oa:TextPositionSelector"))
        self.add(position, "oa:start", number(start))
        self.add(position, "oa:end", number(end))

    def quads(self) -> list[Quad]:
        """Return what was stated, each quad once, in the order of its N-Quads line."""
        return sorted(self._quads, key=str)
