"""Letters that a scan misread, put right where only one reading is possible.

A document's number and a date have a form of their own, so that in them a stray space, a letter O
or l can be nothing else: "5 4/2021/NĐ-CP", "Q Đ-UBND", "l5/6/2O21". Elsewhere nothing is touched.
"""

import re
from collections.abc import Callable

from ingest.document import Repair
from ingest.patterns.citation_grammar import CODE_KINDS
from ingest.patterns.grammar import verbose

_DIGITS = str.maketrans("lIiOoSB|", "11100581")
_D = r"[\dlIiOo|]"
_SPACED_KINDS = "|".join(
    r"\s".join(re.escape(letter) for letter in code)
    for code in sorted(CODE_KINDS, key=len, reverse=True)
    if len(code) == 2
)


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_RULES: tuple[_Rule, ...] = (
    # "54/2O21/NĐ-CP": letters among the digits of a number's year
    (
        verbose(rf"(?<= / ) [12]{_D}{{3}} (?= / [A-ZĐ] )"),
        lambda m: m[0].translate(_DIGITS),
    ),
    # "5 4/2021/NĐ-CP": a number split before its year
    (
        verbose(r"(?<= số\s ) (?P<a> \d{1,2} ) \s (?P<b> \d{1,2} ) (?= /\d{4}/[A-ZĐ] )"),
        lambda m: m["a"] + m["b"],
    ),
    # "59/Q Đ-UBND", "54/2021/N Đ-CP": the letters of a kind apart
    (
        verbose(rf"(?<= [\d]/ ) (?: {_SPACED_KINDS} ) (?= \s?-\s?[A-ZĐ] )"),
        lambda m: re.sub(r"\s", "", m[0]),
    ),
    # "Q Đ-UBND" after "số 59/" is above; "QĐ-U BND": the letters of a committee apart
    (
        verbose(r"(?<= - ) (?: U\s?B\s?N\s?D | H\s?Đ\s?N\s?D | T\s?T\s?g | C\s?P ) (?!\w)"),
        lambda m: re.sub(r"\s", "", m[0]),
    ),
    # "l2/QĐ-UBND", "1O32/TB-UBND": letters among the digits of a number
    (
        verbose(rf"(?<! [\w/] ) {_D}{{1,5}} (?= / (?: \d{{4}}/ )? [A-ZĐ]{{2,4}}-[A-ZĐ] )"),
        lambda m: m[0].translate(_DIGITS),
    ),
    # "l5/6/2O21": the same in a date
    (
        verbose(rf"""
            (?<! [\w/] ) {_D}{{1,2}} \s?/\s? {_D}{{1,2}} \s?/\s? [12lI]{_D}{{3}} (?! [\w/] )
        """),
        lambda m: m[0].translate(_DIGITS),
    ),
    # "Chỉ cục Thú y": a mark too many on the one office that is called so
    (
        verbose(r"(?<!\w) (?: Chỉ | Chí | Ch[1l|] ) (?= \scục\s )"),
        lambda _: "Chi",
    ),
    # "năm 2O21"
    (
        verbose(rf"(?<= năm\s ) (?: 2|1 ) {_D}{{3}} (?! [\w/] )"),
        lambda m: m[0].translate(_DIGITS),
    ),
)


def repair(text: str) -> tuple[str, list[Repair]]:
    """Return a text with its misread numbers and dates put right, and what was put right.

    >>> repair("Nghị định số 5 4/2021/NĐ-CP")[0]
    'Nghị định số 54/2021/NĐ-CP'
    """
    repairs: list[Repair] = []
    for pattern, mended in _RULES:
        parts, last, length = [], 0, 0
        for match in pattern.finditer(text):
            right = mended(match)
            if right == match[0]:
                continue
            parts += [text[last : match.start()], right]
            start = match.start() + length
            length += len(right) - len(match[0])
            repairs = [_moved(r, match.start(), len(right) - len(match[0])) for r in repairs]
            repairs.append(Repair(start, start + len(right), match[0]))
            last = match.end()
        text = "".join([*parts, text[last:]])
    return text, sorted(repairs, key=lambda r: r.start)


def _moved(repair: Repair, position: int, by: int) -> Repair:
    if repair.start < position:
        return repair
    return Repair(repair.start + by, repair.end + by, repair.printed)
