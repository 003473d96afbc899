"""Passages of one work: what is about a topic at one meeting is about it at the next.

A later wording often leaves out what the work is ("tiếp tục hoàn thiện hồ sơ trên"), so a passage
is worth more beside a kin passage that says it.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from search.types import Vectors

Works = NDArray[np.int32]
"""Number of each passage's work. *Shape:* ``[n]``."""

KIN = "work"
"""The reason of a passage that is relevant for its kin's sake alone (``Hit.why``)."""
_SHARED = 0.4
"""Share of the way towards the likeliest passage of its work that a passage is lifted. Of .4 and
.5, with cuts of .35 and .4, the best mean F1 of whole answers over seven archives; without it the
mean nDCG@10 is .02 lower."""
_LEAST = 1e-4
"""Probability below which log-odds say no more."""


def works_of(ids: Sequence[str], work: Mapping[str, str]) -> Works:
    """Return the works of passages.

    Args:
        ids: the passages.
        work: the name of a passage's work; one that is missing is a work of its own.
    """
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(work.get(i, i), len(numbers)) for i in ids], np.int32)


def lifted(probabilities: Vectors, works: Works) -> Vectors:
    """Return probabilities that take the passage's kin into account. *Shape:* ``[n]``, 0..1.

    >>> lifted(np.array([0.9, 0.1, 0.1], np.float32), np.array([0, 0, 1], np.int32)).round(1)
    array([0.9, 0.4, 0.1], dtype=float32)
    """
    best = np.zeros(int(works.max(initial=-1)) + 1, np.float32)
    likely = np.flatnonzero(probabilities > 0)
    np.maximum.at(best, works[likely], probabilities[likely])
    return np.asarray(probabilities + _SHARED * (best[works] - probabilities), np.float32)


def lift(before: Vectors, after: Vectors) -> Vectors:
    """Return by how much kin raised each passage, in log-odds. *Shape:* ``[n]``."""
    return np.asarray(_log_odds(after) - _log_odds(before), np.float32)


def _log_odds(probabilities: Vectors) -> Vectors:
    inner = np.clip(probabilities.astype(np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(inner / (1 - inner)), np.float32)
