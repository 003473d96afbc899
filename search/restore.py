"""Put the marks back on Vietnamese typed without them, as the corpus itself writes it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log

import numpy as np

from search.postings import Corpus
from search.tokens import fold

_PAIR_WEIGHT = 3.0
"""How much more a pair seen in the corpus tells than two syllables seen apart. Chosen, not
fitted."""


class Restorer:
    """Knows how each bare syllable is written, alone and after another one."""

    def __init__(self, corpus: Corpus, terms: Iterable[Sequence[str]] = ()) -> None:
        """Read the corpus.

        Args:
            corpus: the marked words of the passages.
            terms: more runs of marked words, for what the corpus does not have.
        """
        self._corpus = corpus
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._pairs: Counter[tuple[str, str]] = Counter()
        counts = np.bincount(corpus.tokens, minlength=len(corpus.vocabulary)).tolist()
        for word, count in zip(corpus.vocabulary, counts, strict=True):
            if count:
                self._forms[fold(word)][word] += count
        for marked in terms:
            for word in marked:
                self._forms[fold(word)][word] += 1
            self._pairs.update(pairwise(marked))

    def restore(self, bare: Sequence[str]) -> list[str]:
        """Return the likeliest marked form of each word, by a Viterbi walk over pairs.

        A word that neither corpus nor terms have stays as typed.
        """
        if not bare:
            return []
        best: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
        for word in bare:
            forms = self._forms.get(word) or {word: 1}
            total = sum(forms.values())
            after = {previous: self._after(previous, forms) for previous in best}
            best = {
                form: max(
                    (
                        score + log(count / total) + _PAIR_WEIGHT * log(1 + after[previous][form]),
                        [*path, form],
                    )
                    for previous, (score, path) in best.items()
                )
                for form, count in forms.items()
            }
        return max(best.values())[1]

    def _after(self, previous: str, forms: Iterable[str]) -> dict[str, int]:
        """Count how often each form stands after a word."""
        vocabulary = self._corpus.vocabulary
        found = self._corpus.followers(previous)
        counts = {}
        for form in forms:
            number = vocabulary.get(form)
            seen = int(np.count_nonzero(found == number)) if number is not None else 0
            counts[form] = seen + self._pairs[previous, form]
        return counts
