"""How probable it is that a passage is about what was asked, and where a complete list ends."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from search.fuse import WHOLE, Evidence
from search.language import Kind
from search.types import Vectors

_CUT = 0.35
"""Probability from which a passage belongs to a complete answer. Of .25 to .5 it gave the best
mean F1 of whole answers, on topics of notices that the constants below were not fitted to."""

_PERHAPS = 0.1
"""Probability from which a passage that is left out is shown as doubtful."""

_LOGISTIC: Mapping[Kind, tuple[float, float, float, float, float]] = {
    "vi": (-6.35, 1.49, 1.58, 1.59, 2.02),
    "unmarked": (-7.46, 1.22, 2.07, 2.40, 1.68),
    "en": (-5.16, 1.37, 0.42, 2.74, 2.97),
    "mixed": (-6.31, 1.30, 1.25, 2.57, 2.33),
}
"""Constant, and weights of dense, cover, word score, and cover below the best passage's.

Logistic regression on topics of 13 notices of nine sectors, each asked as "all tasks about X" in
three kinds; "mixed" is the mean of unmarked and English. Fitted on two groups of notices and
tried on the third, mean F1 was .88 (vi), .86 (unmarked), .90 (en); .87 and .84 without the next.
The cut and the rule below were chosen on those same figures, and the glossary had grown after
seeing the topics: expect less of new ones, in English most.
"""

_WHOLE_QUERY = 0.9
"""Least relevance of a passage that has the whole Vietnamese query, and is not unusually far from
it in meaning: of those topics' passages so, 94 of 100 were relevant (unmarked 92)."""
_NOT_FAR = 0.5


def relevance(evidence: Evidence, kind: Kind) -> Vectors:
    """Return each passage's probability of being relevant. *Shape:* ``[n]``, 0..1."""
    constant, dense, cover, word, gap = _LOGISTIC[kind]
    best_word = np.maximum(np.maximum(evidence.marked, evidence.folded), evidence.expanded)
    below = evidence.cover - evidence.cover.max(initial=0.0)
    logit = (
        constant + dense * evidence.dense + cover * evidence.cover + word * best_word + gap * below
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
