"""Find the known English words behind an unknown one: a derivation, a slip, two written as one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_LEAST = 5
"""Letters from which a word is mended; shorter ones are within one letter of too many others."""
_LEAST_STEM = 3
_MOST = 24
"""Letters of the longest word mended; the time taken grows with them."""
_LEAST_PART = 4
"""Letters of each half of a compound."""
_SUFFIX = re.compile(
    r"""(?<=[a-z]{4})(?: i?(?:sation|zation|sing|zing) | at(?:ion|ing|ed|e|or) | [ai]nce | ition
        | ion | ing | ment | ed | er | or | al | ive | ity | able | y | e )s?$""",
    re.VERBOSE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class KnownWords:
    """The words of a glossary, reachable from words near them."""

    def __init__(self, stems: Mapping[str, str]) -> None:
        """Take the known words.

        Args:
            stems: word -> its stem.
        """
        self._stem_of = {word: stem for word, stem in stems.items() if _plain(word)}
        self._stems = set(self._stem_of.values())
        self._by_root: dict[str, set[str]] = defaultdict(set)
        for stem in self._stems:
            self._by_root[root(stem)].add(stem)

    def mend(self, word: str, stem: str) -> tuple[str, ...]:
        """Return the stems meant by an unknown word: one, two for a compound, none if unsure."""
        if stem in self._stems or not _LEAST <= len(word) <= _MOST or not _plain(word):
            return ()
        related = self._by_root.get(root(stem), set())
        if related:
            return (min(related, key=lambda known: (abs(len(known) - len(stem)), known)),)
        near = {self._stem_of[edit] for edit in _one_edit(word) if edit in self._stem_of}
        near = near or {edit for edit in _one_edit(stem) if edit in self._stems}
        if len(near) == 1 and len(min(near)) >= _LEAST_STEM:
            return tuple(near)
        return self._halves(stem)

    def _halves(self, stem: str) -> tuple[str, ...]:
        for cut in range(_LEAST_PART, len(stem) - _LEAST_PART + 1):
            if stem[:cut] in self._stems and stem[cut:] in self._stems:
                return stem[:cut], stem[cut:]
        return ()


def _plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def root(stem: str) -> str:
    """Take a derivation off.

    >>> root("relocation"), root("relocat"), root("invest"), root("investment")
    ('reloc', 'reloc', 'invest', 'invest')
    """
    bare = _SUFFIX.sub("", stem)
    return bare[:-2] if bare == stem and stem.endswith("at") and len(stem) > 5 else bare


def _one_edit(word: str) -> Iterator[str]:
    """List what one letter more, less, other, or two swapped, make of a word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
