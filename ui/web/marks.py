"""Mark in a text the words that a query asked for, whichever way they were typed."""

import re
import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

from kg.fold import fold, same_marks

_WORD = re.compile(r"\w+")

_NOT_ASKED = frozenset(
    re.findall(
        r"\w+",
        "các những mọi tất cả về của và cho là gì nào có được với tại trong theo ai việc nhiệm vụ "
        "all the a an of about on for in to and which what who tasks task works work every",
    )
)
"""Words of a question that say nothing of its subject; marking them would mark every line."""


def marked(text: str, queries: Iterable[str]) -> Markup:
    """Return ``text`` as escaped HTML with the words of any of ``queries`` inside ``<mark>``.

    A query typed without Vietnamese marks matches words with any; one typed with them only
    those. Of the matches the runs of two words and more are kept; single words only where the
    text has no run, because one syllable alone is rarely the word that was meant.
    """
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    asked = [_query_words(query) for query in dict.fromkeys(queries)]
    hits = [any(_matches(word, *query) for query in asked) for _, _, word in words]
    runs = _runs(hits)
    longest = max((end - start for start, end in runs), default=0)
    out, at = Markup(""), 0
    for first, last in runs:
        if longest > 1 and last - first == 1:
            continue
        start, end = words[first][0], words[last - 1][1]
        out += escape(text[at:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        at = end
    return out + escape(text[at:])


def _query_words(query: str) -> tuple[frozenset[str], bool]:
    """Return the words that a query asks for, and whether it was typed without marks."""
    query = unicodedata.normalize("NFC", query)
    asked = [w for w in _WORD.findall(query.lower()) if w not in _NOT_ASKED and len(w) > 1]
    return frozenset(map(same_marks, asked)), all(fold(word) == word for word in asked)


def _matches(word: str, asked: frozenset[str], unmarked: bool) -> bool:
    return (fold(word) if unmarked else same_marks(word)) in asked


def _runs(hits: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i, hit in enumerate(hits):
        if hit and runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        elif hit:
            runs.append((i, i + 1))
    return runs
