"""Numbers spelt in words, as directives count days and name months: "mười lăm", "tháng Tư"."""

from ingest.patterns.grammar import any_of

_UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mốt": 1,
}  # fmt: skip
_UP_TO_NINE = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín")
_AFTER_TEN = ("một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = ("mốt", "hai", "ba", "bốn", "tư", "lăm", "sáu", "bảy", "tám", "chín")

NUMBER_WORDS: dict[str, int] = {
    **{word: _UNITS[word] for word in _UP_TO_NINE},
    "mười": 10,
    **{f"mười {word}": 10 + _UNITS[word] for word in _AFTER_TEN},
    **{f"{tens} mươi": 10 * _UNITS[tens] for tens in _UP_TO_NINE[1:]},
    **{
        f"{tens} mươi {word}": 10 * _UNITS[tens] + _UNITS[word]
        for tens in _UP_TO_NINE[1:]
        for word in _AFTER_TENS
    },
}
"""1 to 99."""
MONTH_WORDS: dict[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
"""Months as spoken; May only as "Năm", since "tháng năm" may be a month and a year."""

WORD = any_of(NUMBER_WORDS)
MONTH_WORD = rf"(?: (?i:{any_of(MONTH_WORDS)}) | Năm )"


def number(text: str) -> int:
    """Return the number that digits or words say, 1 to 999.

    >>> number("05"), number("mười lăm"), number("Hai mươi mốt")
    (5, 15, 21)
    """
    return int(text) if text.isdigit() else NUMBER_WORDS[" ".join(text.casefold().split())]
