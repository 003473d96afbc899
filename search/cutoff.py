"""How probable it is that a passage is about what was asked, and where a complete list ends."""

from collections.abc import Mapping

import numpy as np

from search.fuse import Evidence
from search.language import Kind
from search.types import Vectors

_CUT = 0.5

_LOGISTIC: Mapping[Kind, tuple[float, float, float, float]] = {
    "vi": (-5.0, 1.0, 5.0, 1.0),
    "unmarked": (-5.0, 1.0, 5.0, 1.0),
    "en": (-5.0, 1.2, 4.0, 0.5),
    "mixed": (-5.0, 1.0, 5.0, 1.0),
}
"""Constant, and weights of dense, cover, best word score."""


def relevance(evidence: Evidence, kind: Kind) -> Vectors:
    """Return each passage's probability of being relevant. *Shape:* ``[n]``, 0..1."""
    constant, dense, cover, word = _LOGISTIC[kind]
    best_word = np.maximum(np.maximum(evidence.marked, evidence.folded), evidence.expanded)
    logit = constant + dense * evidence.dense + cover * evidence.cover + word * best_word
    return np.asarray(1 / (1 + np.exp(-logit)), np.float32)


def is_relevant(probabilities: Vectors) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which passages belong to a complete answer. *Shape:* ``[n]``."""
    return np.asarray(probabilities >= _CUT)
