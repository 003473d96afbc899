"""Words that the glossary has only inside longer terms: what they are in Vietnamese.

python -m search.aligned > search/words.tsv
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from search.glossary import content_stems, read_table
from search.tokens import words

_LONGEST = 3
"""Syllables of the longest Vietnamese word looked for."""
_LEAST_TIMES = 2
_LEAST_DICE = 0.5
"""Least share of the terms of either that are terms of both."""


def align(rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Mapping[str, str]:
    """Learn the Vietnamese of English stems from terms in both languages.

    It is the run of syllables found in the same terms as the stem, by Dice's coefficient; of
    equally good runs the longest. A run that begins no term, or ends none, is no word.

    Args:
        rows: (stems of an English term, its Vietnamese terms), for each.
    """
    with_stem: Counter[str] = Counter()
    with_run: Counter[str] = Counter()
    with_both: dict[str, Counter[str]] = defaultdict(Counter)
    begins: set[str] = set()
    ends: set[str] = set()
    for stems, terms in rows:
        spelled = [words(term) for term in terms if not term.isupper()]
        runs = {run for term in spelled for run in _runs(term)}
        for term in spelled:
            begins.update(" ".join(term[:size]) for size in range(1, _LONGEST + 1))
            ends.update(" ".join(term[-size:]) for size in range(1, _LONGEST + 1))
        with_run.update(runs)
        for stem in set(stems):
            with_stem[stem] += 1
            with_both[stem].update(runs)
    found = {}
    for stem, both in with_both.items():
        scored = [
            (2 * times / (with_stem[stem] + with_run[run]), run.count(" "), run)
            for run, times in both.items()
            if times >= _LEAST_TIMES and run in begins and run in ends
        ]
        dice, _, run = max(scored, default=(0.0, 0, ""))
        if dice >= _LEAST_DICE:
            found[stem] = run
    return found


def learn() -> str:
    """Return the table: stem <tab> Vietnamese, for stems that are no term of their own."""
    entries = [entry for field in read_table() for entry in field.entries]
    pairs = [
        (tuple(stem for _, stem in content_stems(term)), entry.vietnamese)
        for entry in entries
        for term in entry.english
    ]
    own = {stems for stems, _ in pairs}
    learned = {stem: run for stem, run in align(pairs).items() if (stem,) not in own}
    return "".join(f"{stem}\t{learned[stem]}\n" for stem in sorted(learned))


def _runs(term: Sequence[str]) -> set[str]:
    return {
        " ".join(term[at : at + size])
        for size in range(1, _LONGEST + 1)
        for at in range(len(term) - size + 1)
    }


if __name__ == "__main__":
    sys.stdout.write(learn())
