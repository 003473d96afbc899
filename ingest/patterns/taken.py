"""Mentions that may not overlap: who comes first stays."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class HasSpan(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=HasSpan)


def first_of_each(candidates: Iterable[M], length: int) -> list[M]:
    """Keep the candidates that overlap none kept before them, and sort them by their places.

    Args:
        candidates: the likeliest first.
        length: of the text, in characters.
    """
    taken = bytearray(length)
    kept: list[M] = []
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    return sorted(kept, key=lambda mention: mention.start)
