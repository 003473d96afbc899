"""Letter classes of Vietnamese for patterns: ranges like [À-ỹ] mix upper and lower case."""

import unicodedata

_LETTERS = [
    chr(c) for c in range(0x00C0, 0x1EFA) if unicodedata.name(chr(c), "").startswith("LATIN")
]
_VIETNAMESE = [
    c for c in _LETTERS if unicodedata.normalize("NFD", c)[0].casefold() in "aeiouyd" or c in "đĐ"
]

UPPER = "A-Z" + "".join(c for c in _VIETNAMESE if c.isupper())
LOWER = "a-z" + "".join(c for c in _VIETNAMESE if c.islower())
LETTER = f"[{UPPER}{LOWER}]"
CAPITALISED = rf"[{UPPER}][\w’']*"
"""A word that begins with a capital."""
