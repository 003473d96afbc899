"""Labels that a word processor counts by itself: how a list is set up that shows them."""

import re
from dataclasses import dataclass
from typing import Literal

Counter = Literal["decimal", "lowerLetter", "upperRoman", "lowerRoman", "bullet"]
_LABEL = re.compile(r"(\(?(?:\d+\.)*?)(\d+|[a-z]|[IVX]+|[ivx]+(?=\)))([.):/-]*)")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """A label as a list's level writes it: what stands before the count, how it counts, after."""

    before: str
    counter: Counter
    after: str
    value: int

    @property
    def style(self) -> tuple[str, str, str]:
        """What labels of one list have in common."""
        return self.before, self.counter, self.after


def counted(label: str) -> Label | None:
    """Return how a list would count a label, None where none does.

    >>> counted("2.3."), counted("(ii)"), counted("đ)")
    (Label(before='2.', counter='decimal', after='.', value=3), \
Label(before='(', counter='lowerRoman', after=')', value=2), None)
    """
    if label in ("-", "+", "•", "–"):
        return Label(label, "bullet", "", 1)
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    before, count, after = match.groups()
    if count.isdigit():
        return Label(before, "decimal", after, int(count))
    if count.isupper() or before == "(":
        how: Counter = "upperRoman" if count.isupper() else "lowerRoman"
        return Label(before, how, after, _roman(count.upper()))
    return Label(before, "lowerLetter", after, ord(count) - ord("a") + 1)


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
