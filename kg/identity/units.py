"""Units in another spelling or abbreviated, and the units of the house that they can be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.abbreviations import abbreviates
from kg.identity.mentions import Known
from kg.identity.records import Candidate, Option
from kg.scope import full_name

_PUBLIC_TAIL = re.compile(r" (?:tinh|thanh pho|huyen)$")


def unit_options(known: Mapping[str, Known], synonyms: Mapping[str, str]) -> Iterable[Option]:
    """Yield each unit in another spelling, then abbreviated, with those of its house that fit."""
    houses: dict[str, list[Known]] = defaultdict(list)
    for _, unit in sorted(known.items()):
        houses[unit.house].append(unit)
    for units in houses.values():
        spelt: dict[str, list[Known]] = defaultdict(list)
        for unit in units:
            spelt[_spelling(unit.label)].append(unit)
        for alias, chosen in synonyms.items():
            kept = spelt.get(_spelling(chosen), [])
            for unit in spelt.pop(_spelling(alias), []) if kept else []:
                fit = (Candidate(kept[0].iri, kept[0].label),)
                yield Option("unit", unit.iri, unit.label, fit, "authority")
        heads = []
        for same in spelt.values():
            best = min(same, key=lambda u: (-u.names.total(), -len(u.label), u.iri))
            heads.append(best)
            for unit in same:
                if unit is not best:
                    fit = (Candidate(best.iri, best.label),)
                    yield Option("unit", unit.iri, unit.label, fit, "spelling")
        for unit in heads:
            short = full_name(unit.label).split()
            fits = tuple(
                Candidate(other.iri, other.label)
                for other in heads
                if other is not unit and abbreviates(short, full_name(other.label).split())
            )
            yield Option("unit", unit.iri, unit.label, fits, "abbreviation")


def _spelling(name: str) -> str:
    """Return a unit's name without what spellings of it differ in: y or i, dashes, "và", "tỉnh"."""
    plain_name = " ".join(re.findall(r"\w+", full_name(name)))
    without = re.sub(r"\bva\b ?", "", _PUBLIC_TAIL.sub("", plain_name))
    return without.replace("y", "i")
