"""How often one user may ask: enough for any person, too little to hold others up."""

from typing import Literal

from kg.errors import ChidaoError

Kind = Literal["search", "sparql", "write", "signin", "any"]

_A_MINUTE: dict[Kind, int] = {"search": 300, "sparql": 60, "write": 60, "signin": 10, "any": 3_000}
"""Requests of one user in a minute. A person types a search every few seconds and the page asks
for suggestions at each pause; a script that wants more can export once and work on that."""


class TooOften(ChidaoError):
    """One user asks more often than the others can bear."""


class Limits:
    """Counts the requests of each user in the last minute."""

    def __init__(self, a_minute: dict[Kind, int] | None = None) -> None:
        from limits import RateLimitItemPerMinute
        from limits.storage import MemoryStorage
        from limits.strategies import MovingWindowRateLimiter

        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        amounts = {**_A_MINUTE, **(a_minute or {})}
        self._items = {kind: RateLimitItemPerMinute(count) for kind, count in amounts.items()}

    def full(self, kind: Kind, who: str) -> bool:
        """Tell whether a user has made all the requests of a minute, counting none."""
        return not self._limiter.test(self._items[kind], kind, who)

    def count(self, kind: Kind, who: str) -> None:
        """Count one request.

        Raises:
            TooOften: this user has made all the requests of a minute.
        """
        if not self._limiter.hit(self._items[kind], kind, who):
            raise TooOften(
                f"more than {self._items[kind].amount} requests of this kind within a minute; "
                "wait a minute."
            )
