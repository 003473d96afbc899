"""Names of people in part, and the people of the house who bear them.

"Đ/c Phùng" is Lục Văn Phùng where the house has one Phùng only. Where the posts told of the two
differ, a person is asked.
"""

from collections.abc import Iterator, Mapping

from kg.fold import fold, same_marks
from kg.identity.mentions import Known
from kg.identity.records import Candidate, Option


def person_options(known: Mapping[str, Known]) -> Iterator[Option]:
    """Yield each name with the people of the house whose full names end so."""
    namesakes: dict[tuple[str, ...], list[Known]] = {}
    for _, person in sorted(known.items()):
        given = same_marks(person.label).split()[-1:]
        namesakes.setdefault((person.house, *given), []).append(person)
    for people in namesakes.values():
        for person in people:
            ending = [other for other in people if _ends_so(other, person)]
            bearers = [one for one in ending if not any(_ends_so(other, one) for other in ending)]
            fits = tuple(Candidate(other.iri, other.label) for other in bearers)
            sure = all(_may_be_one_post(person.roles, other.roles) for other in bearers)
            yield Option("person", person.iri, person.label, fits, "only-person", sure=sure)


def _ends_so(full: Known, short: Known) -> bool:
    """Whether a longer name ends with a shorter one."""
    theirs, words = same_marks(full.label).split(), same_marks(short.label).split()
    return len(theirs) > len(words) and theirs[-len(words) :] == words


def _may_be_one_post(some: set[str], others: set[str]) -> bool:
    """Whether two people's posts can be one's: one of them untold, or one within the other."""
    if not some or not others:
        return True
    posts = [fold(post) for post in some]
    return any(a in b or b in a for a in posts for b in map(fold, others))
