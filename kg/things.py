"""The things that a notice names, as nodes with their types and names."""

from collections import Counter, defaultdict

from kg.facts import Facts
from kg.fold import slug
from kg.ids import (
    BASE,
    Scope,
    every_unit_iri,
    is_internal,
    mention_name,
    person_iri,
    project_iri,
    unit_iri,
)
from kg.places import places_in
from kg.records import EVERY_UNIT, Mention, Notice
from kg.terms import NamedNode, named, term, vi


class Things:
    """Makes the node of each thing that one notice names, and keeps count of its names."""

    def __init__(self, notice: Notice, scope: Scope, facts: Facts) -> None:
        self.notice = notice
        self.scope = scope
        self.facts = facts
        self.places = places_in(notice)
        self._full: defaultdict[NamedNode, Counter[str]] = defaultdict(Counter)
        self._printed: defaultdict[NamedNode, set[str]] = defaultdict(set)

    def doer(self, mention: Mention, people: tuple[Mention, ...] = ()) -> NamedNode:
        """Return who does a task: a unit, every unit, or one of the people whom it names."""
        for person in people:
            if mention_name(person) == mention_name(mention):
                return self.person(mention_name(person), person.role)
        if mention.canonical != EVERY_UNIT:
            return self.unit(mention_name(mention))
        node = named(every_unit_iri(self.scope))
        self.facts.add(node, "rdf:type", term("cd:Unit"))
        self.facts.add(node, "rdf:type", term("cd:EveryUnit"))
        self.name(node, f"Mọi đơn vị{self.by_issuer()}")
        if self.notice.issuer:
            self.facts.add(node, "cd:unitOf", self.unit(self.notice.issuer.value))
        return node

    def unit(self, name: str) -> NamedNode:
        """Return the node of a unit or agency; an office within the issuer is part of it."""
        node = named(unit_iri(name, self.scope))
        self.facts.add(node, "rdf:type", term("cd:Unit"))
        self.name(node, name)
        if self.notice.issuer and is_internal(name):
            issuer = named(unit_iri(self.notice.issuer.value, self.scope))
            if issuer != node:
                self.facts.add(node, "cd:unitOf", issuer)
        return node

    def project(self, mention: Mention) -> NamedNode:
        """Return the node of a project."""
        node = named(project_iri(mention_name(mention)))
        self.facts.add(node, "rdf:type", term("cd:Project"))
        self.name(node, mention_name(mention))
        return node

    def person(self, name: str, role: str | None) -> NamedNode:
        """Return the node of a person."""
        node = named(person_iri(name, self.scope))
        self.facts.add(node, "rdf:type", term("cd:Person"))
        self.name(node, name)
        if role:
            self.facts.add(node, "cd:role", vi(role))
        return node

    def place(self, mention: Mention) -> NamedNode:
        """Return the node of a place that an order names."""
        place = self.places[mention]
        node = named(place.iri)
        self.facts.add(node, "rdf:type", term("cd:Place"))
        self.name(node, place.name)
        if mention.role:
            self.facts.add(node, "cd:placeKind", vi(mention.role))
        return node

    def document_type(self, name: str) -> NamedNode:
        """Return the concept of a kind of document."""
        node = named(f"{BASE}document-type/{slug(name)}")
        self.facts.add(node, "rdf:type", term("cd:DocumentType"))
        self.name(node, name)
        return node

    def name(self, node: NamedNode, full: str | None, *printed: str) -> None:
        """Note that the notice names a thing so: in full, and as its text prints it."""
        if full:
            self._full[node][_capital(full)] += 1
        self._printed[node].update(_capital(name) for name in printed)

    def say_names(self) -> None:
        """State one full name for each thing, that used most here, and its other names."""
        for node in self._full.keys() | self._printed.keys():
            full, printed = self._full[node], self._printed[node]
            best = min(full, key=lambda name: (-full[name], -len(name), name), default=None)
            if best:
                self.facts.add(node, "cd:fullName", vi(best))
            for name in printed | (full.keys() - {best}):
                self.facts.add(node, "cd:name", vi(name))

    def by_issuer(self) -> str:
        """Return " của ..." with the issuer's name, to tell things of one house from another's."""
        return f" của {self.notice.issuer.value}" if self.notice.issuer else ""


def spaced(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(text.split())


def _capital(name: str) -> str:
    bare = spaced(name).strip("\"'“”‘’«» ,;")
    return bare[:1].upper() + bare[1:]
