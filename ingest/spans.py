"""Records whose offsets count from somewhere else."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.records import Citation, Deadline, Mention

R = TypeVar("R", Mention, Deadline, Citation)


def moved(records: Iterable[R], by: int) -> tuple[R, ...]:
    """Return records found in a stretch of text with offsets into the whole of it.

    Args:
        records: with offsets from the stretch's beginning.
        by: where the stretch begins.
    """
    return tuple(replace(r, start=r.start + by, end=r.end + by) for r in records)
