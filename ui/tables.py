"""What SPARQL's functions look up in a state: status on a day, relevance to words."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import QueryError
from ui.opened import Opened

if TYPE_CHECKING:
    from kg.functions import Tables


def tables(opened: Opened) -> "Tables":
    """Return the tables of ``cd:status`` and ``cd:relevance``; each is worked out when called."""
    from kg.functions import RELEVANCE, STATUS

    return {
        STATUS: lambda day: _status(opened, day),
        RELEVANCE: lambda text: _relevance(opened, text),
    }


def _status(opened: Opened, day: str) -> Mapping[str, str]:
    """Return the status of each task known on a day, that of its work, and of each work."""
    from kg.due import statuses

    try:
        as_of = date.fromisoformat(day[:10])
    except ValueError:
        raise QueryError(
            f'cd:status expects a day such as "2021-07-01"^^xsd:date; got "{day}"'
        ) from None
    notices = [opened.notices[iri] for iri in sorted(opened.notices)]
    found: dict[str, str] = {}
    for work in statuses(notices, opened.threads, as_of):
        found[work.thread] = work.status
        found.update(dict.fromkeys(work.tasks, work.status))
    return found


def _relevance(opened: Opened, text: str) -> Mapping[str, float]:
    """Return how well each task fits the words; 0.0 for those that no retriever found."""
    found = dict.fromkeys(opened.tasks, 0.0)
    if opened.has_index and text.strip():
        found |= {hit.id: float(hit.relevance) for hit in opened.searcher.search(text, None)}
    return found
