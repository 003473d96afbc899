"""The laws that an authority file lists, as records."""

from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox

from kg.laws import Law
from kg.terms import term

_VALID = ox.NamedNode("http://purl.org/dc/terms/valid")
_BEGINS = "eli:first_date_entry_in_force"
_ENDS = "eli:date_no_longer_in_force"


def read_laws(graph: ox.Store) -> Iterator[Law]:
    """Yield the laws that an authority file lists.

    Raises:
        ValueError: a law lacks its number or the day of its passing.
    """
    known_until = next(
        (_day(quad.object) for quad in graph.quads_for_pattern(None, _VALID, None)), None
    )
    for quad in graph.quads_for_pattern(None, term("rdf:type"), term("cd:LegalDocument")):
        said = {
            name: [
                q.object.value
                for q in graph.quads_for_pattern(quad.subject, term(name), None)
                if isinstance(q.object, ox.Literal)
            ]
            for name in ("cd:title", "cd:number", "cd:issuedOn", _BEGINS, _ENDS)
        }
        if not (said["cd:title"] and said["cd:number"] and said["cd:issuedOn"]):
            raise ValueError("a cd:LegalDocument needs cd:title, cd:number and cd:issuedOn")
        begins, ends = (
            next(map(date.fromisoformat, said[name]), None) for name in (_BEGINS, _ENDS)
        )
        passed = date.fromisoformat(said["cd:issuedOn"][0])
        yield Law(said["cd:title"][0], said["cd:number"][0], passed, begins, ends, known_until)


def _day(value: object) -> date:
    if not isinstance(value, ox.Literal):
        raise ValueError(f"expected a day, got {value}")
    return date.fromisoformat(value.value)
