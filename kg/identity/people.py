"""Given names alone, and the people of the house who bear them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.fold import same_marks
from kg.identity.mentions import Known
from kg.identity.records import Candidate, Option


def person_options(
    known: Mapping[str, Known],
) -> Iterable[Option]:
    """Yield each given name alone with the people of the house who bear it."""
    full: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for iri, person in sorted(known.items()):
        name = person.label
        if len(name.split()) > 1:
            full[person.house, same_marks(name.split()[-1])].append(Candidate(iri, name))
    for iri, person in sorted(known.items()):
        name = person.label
        if len(name.split()) == 1:
            fits = tuple(full[person.house, same_marks(name)])
            yield Option("person", iri, name, fits, "only-person")
