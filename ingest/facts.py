"""Everything of one kind that was matched in a document, found again by place."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic

from ingest.patterns.taken import M


class Facts(Generic[M]):
    """Matches that do not overlap, in order of their places."""

    def __init__(self, found: Sequence[M]) -> None:
        self.found = found
        self._starts = [fact.start for fact in found]

    def within(self, start: int, end: int) -> Sequence[M]:
        """The facts that lie inside a stretch of text, in order."""
        first, last = (bisect_left(self._starts, place) for place in (start, end))
        return [fact for fact in self.found[first:last] if fact.end <= end]
