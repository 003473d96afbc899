"""A search as the page, its address and the REST API all write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from ui.answers import Filters

TOP = 10
"""Tasks shown when not every relevant one is asked for."""

_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone searched for: the words, the filters, and whether all that is relevant."""

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    everything: bool = True

    @classmethod
    def from_params(cls, params: Mapping[str, str]) -> "Asked":
        """Read the parameters of an address; what is not there or no day is left open."""
        return cls(
            query=params.get("q", "").strip(),
            filters=Filters(
                unit=params.get("unit") or None,
                from_=_day_or_none(params.get("from", "")),
                to=_day_or_none(params.get("to", "")),
                document=params.get("document") or None,
                project=params.get("project") or None,
                due_before=_day_or_none(params.get("due_before", "")),
            ),
            everything=params.get("all", "1") not in ("0", "false"),
        )

    @property
    def link(self) -> str:
        """The query string that asks for the same search."""
        f = self.filters
        params = {
            "q": self.query,
            "unit": f.unit,
            "from": f.from_,
            "to": f.to,
            "document": f.document,
            "project": f.project,
            "due_before": f.due_before,
            "all": int(self.everything),
        }
        return urlencode({k: v for k, v in params.items() if v is not None})

    @property
    def narrowed(self) -> int:
        """Number of filters in use."""
        f = self.filters
        sides = (f.unit, f.from_, f.to, f.document, f.project, f.due_before)
        return sum(side is not None for side in sides)


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
