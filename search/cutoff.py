"""How probable it is that a passage is about what was asked, and where a complete list ends.

The constants are printed by ``python -m tests.benchmarks.calibrate``, which says how they fare on
archives that they were not fitted on.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from search.fuse import WHOLE, Evidence
from search.language import Kind
from search.types import Vectors

_CUT = 0.35
"""Probability from which a passage belongs to a complete answer. Of .3, .35 and .4, which differ
by about .01 in mean F1 of whole answers, the middle."""
_PERHAPS = 0.1
"""Probability from which a passage that is left out is shown as doubtful."""

_LOGISTIC: Mapping[Kind, tuple[float, float, float, float, float, float]] = {
    "vi": (-4.88, 1.54, 1.78, 0.56, 1.98, 0.45),
    "unmarked": (-5.43, 1.19, 2.89, 0.79, 1.81, 0.50),
    "en": (-4.33, 1.03, 1.83, 2.56, 1.11, 0.67),
    "mixed": (-4.88, 1.11, 2.36, 1.68, 1.46, 0.58),
}
"""Constant, and weights of dense, cover, word score, cover and dense below the best passage's:
logistic regression on judged queries to four archives; "mixed" is the mean of
unmarked and English."""


_WHOLE_QUERY = 0.9
"""Least relevance of a passage that has the whole Vietnamese query, and is not unusually far from
it in meaning: of the passages so on judged topics, 94 of 100 were relevant (unmarked 92)."""
_NOT_FAR = 0.5


def relevance(evidence: Evidence, kind: Kind) -> Vectors:
    """Return each passage's probability of being relevant. *Shape:* ``[n]``, 0..1."""
    constant, dense, cover, word, cover_gap, dense_gap = _LOGISTIC[kind]
    best_word = np.maximum(np.maximum(evidence.marked, evidence.folded), evidence.expanded)
    logit = (
        constant
        + dense * evidence.dense
        + cover * evidence.cover
        + word * best_word
        + cover_gap * (evidence.cover - evidence.cover.max(initial=0.0))
        + dense_gap * (evidence.dense - evidence.dense.max(initial=-np.inf))
    )
    probability = 1 / (1 + np.exp(-logit))
    if kind != "en":
        whole = (evidence.cover > WHOLE) & (evidence.dense > _NOT_FAR)
        probability = np.where(whole, np.maximum(probability, _WHOLE_QUERY), probability)
    return np.asarray(probability, np.float32)


def is_relevant(probabilities: Vectors) -> NDArray[np.bool_]:
    """Tell which passages belong to a complete answer. *Shape:* ``[n]``."""
    return np.asarray(probabilities >= _CUT)


def is_perhaps(probabilities: Vectors) -> NDArray[np.bool_]:
    """Tell which passages may belong to a complete answer, surely or not. *Shape:* ``[n]``."""
    return np.asarray(probabilities >= _PERHAPS)
