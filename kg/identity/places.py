"""Places of which a notice says less than another, and the places that they can be.

"xã Hòa An" is the commune of that name in the one district that the collection tells; where two
districts have one, a person is asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.identity.mentions import Known
from kg.identity.records import Candidate, Option
from kg.ids import notice_iri
from kg.places import Place
from kg.records import Notice
from kg.scope import Scope

_NO_DISTRICTS = date(2025, 7, 1)
"""From this day communes lie in no district (Law 72/2025/QH15), and many were merged under an old
name: a commune without a district is then named in full, and may be another."""


def place_options(known: Mapping[str, Known], notices: Sequence[Notice]) -> Iterator[Option]:
    """Yield each place with those that it may be and of which more is told."""
    late = {notice_iri(n) for n in notices if (Scope.of(n).day or date.min) >= _NO_DISTRICTS}
    places = {iri: thing.place for iri, thing in sorted(known.items()) if thing.place}
    by_name: dict[str, dict[str, Place]] = defaultdict(dict)
    for iri, place in places.items():
        by_name[place.bare][iri] = place
    one_province = len({p.province for p in places.values() if p.province}) == 1
    for iri, place in places.items():
        if place.province is None and not one_province:
            continue
        complete = place.district is None and known[iri].quotes.keys() & late
        fits = tuple(
            Candidate(other, _label(fuller))
            for other, fuller in _fuller(place, by_name[place.bare]).items()
            if not (complete and fuller.district)
        )
        yield Option("place", iri, known[iri].label, fits, "only-place")


def _fuller(place: Place, places: Mapping[str, Place]) -> dict[str, Place]:
    """Return the places that this may be, without those that may themselves be one of the rest."""
    fits = {iri: other for iri, other in places.items() if place.says_less_than(other)}
    return {
        iri: one
        for iri, one in fits.items()
        if not any(one.says_less_than(other) for other in fits.values())
    }


def _label(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.commune, place.district) if part)
