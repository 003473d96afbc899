"""A search as the page, its address and the REST API all write it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from ui.answers import Filters

TOP = 10
"""Tasks shown when not every relevant one is asked for."""

_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")


_NAMES = ("unit", "document", "project", "place", "status")
_DAYS = {"from": "from_", "to": "to", "due_before": "due_before", "due_from": "due_from"}
"""Parameters of an address that are days, and the fields of ``Filters`` that they fill."""
STATUSES = ("overdue", "open", "done", "no-deadline", "dropped", "slipped")


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone searched for: the words, the filters, and whether all that is relevant."""

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    everything: bool = True
    without: tuple[str, ...] = ()
    """Keys of the chips that were taken off: their words are meant as words."""
    expand: bool = True
    """Whether the glossary may add terms."""

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> "Asked":
        """Read the parameters of an address; what is not there or no day is left open."""
        pairs = list(params)
        first = dict(reversed(pairs))
        filters: dict[str, Any] = {name: first.get(name) or None for name in _NAMES}
        filters |= {side: _day_or_none(first.get(name, "")) for name, side in _DAYS.items()}
        if filters["status"] not in STATUSES:
            filters["status"] = None
        return cls(
            query=first.get("q", "").strip(),
            filters=Filters(**filters),
            everything=first.get("all", "1") not in ("0", "false"),
            without=tuple(sorted({value for name, value in pairs if name == "without"})),
            expand=first.get("expand", "1") not in ("0", "false"),
        )

    @property
    def link(self) -> str:
        """The query string that asks for the same search."""
        f = self.filters
        pairs: list[tuple[str, object]] = [("q", self.query)]
        pairs += [(name, getattr(f, name)) for name in _NAMES]
        pairs += [(name, getattr(f, side)) for name, side in _DAYS.items()]
        pairs += [("all", int(self.everything)), *(("without", key) for key in self.without)]
        pairs += [] if self.expand else [("expand", 0)]
        return urlencode([(name, value) for name, value in pairs if value is not None])

    @property
    def narrowed(self) -> int:
        """Number of filters in use."""
        f = self.filters
        return sum(getattr(f, side) is not None for side in (*_NAMES, *_DAYS.values()))

    def narrow(self, **sides: Any) -> "Asked":
        """Return the same search with some filters set otherwise."""
        return replace(self, filters=replace(self.filters, **sides))


def read_day(text: str) -> date:
    """Read a day written 2021-06-25, 25/6/2021, 25-6-2021 or 25.6.2021.

    Raises:
        ValueError: it is none of these, or no day of the calendar.
    """
    found = _DAY.fullmatch(text)
    if found:
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return date.fromisoformat(text.strip())


def write_day(day: date) -> str:
    """Write a day as ``read_day`` reads it and offices write it: 25/6/2021."""
    return f"{day.day}/{day.month}/{day.year}"


def _day_or_none(text: str) -> date | None:
    try:
        return read_day(text)
    except ValueError:
        return None
