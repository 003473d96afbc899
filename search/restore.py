"""Put the marks back on Vietnamese typed without them, as the corpus itself writes it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log

from search.tokens import fold

_PAIR_WEIGHT = 3.0
"""How much more a pair seen in the corpus tells than two syllables seen apart. Chosen, not
fitted."""


class Restorer:
    """Counts how each bare syllable is written, alone and after another one."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Read the corpus.

        Args:
            texts: the marked words of each passage, in order.
        """
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._pairs: Counter[tuple[str, str]] = Counter()
        for marked in texts:
            for word in marked:
                self._forms[fold(word)][word] += 1
            self._pairs.update(pairwise(marked))

    def restore(self, bare: Sequence[str]) -> list[str]:
        """Return the likeliest marked form of each word, by a Viterbi walk over pairs.

        A word that the corpus does not have stays as typed.
        """
        if not bare:
            return []
        best: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
        for word in bare:
            forms = self._forms.get(word) or {word: 1}
            total = sum(forms.values())
            best = {
                form: max(
                    (
                        score
                        + log(count / total)
                        + _PAIR_WEIGHT * log(1 + self._pairs[(previous, form)]),
                        [*path, form],
                    )
                    for previous, (score, path) in best.items()
                )
                for form, count in forms.items()
            }
        return max(best.values())[1]
