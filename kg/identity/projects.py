"""Shortened names of projects, and the projects of the province whose names begin so."""

import re
from collections.abc import Iterable, Mapping

from kg.identity.mentions import Known
from kg.identity.records import Candidate, Option

_OTHER_PART = re.compile(
    r"\W*(?:giai doan|doan|km|hop phan|goi thau|dot|phan|tieu du an|so|[0-9ivx]+\b)"
)
"""What follows a project's name when a part of it, or another one, is meant."""


def project_options(
    known: Mapping[str, Known],
) -> Iterable[Option]:
    """Yield each project with those of its province whose names begin with its whole name."""
    cores = {iri: iri.rpartition("/")[2].replace("-", " ") for iri in known}
    for iri, project in sorted(known.items()):
        fits = tuple(
            Candidate(other, known[other].label)
            for other, core in sorted(cores.items())
            if known[other].house == project.house
            and core.startswith(f"{cores[iri]} ")
            and not _OTHER_PART.match(core.removeprefix(cores[iri]))
        )
        yield Option("project", iri, project.label, fits, "only-project")
