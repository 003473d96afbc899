"""Words of a Vietnamese text for word search: syllables, document numbers, pairs."""

import re
import unicodedata
from functools import lru_cache

_DOCUMENT_NUMBER = re.compile(
    r"""
    \d+ (?: / \d{4} )? / [^\W\d_]+ (?: [-&/] [^\W_]+ )*    # 54/2021/nđ-cp, 343/qđ-ttg
    | \d+ - [^\W\d_]+ (?: / [^\W\d_]+ )+                   # 19-nq/tw
    """,
    re.VERBOSE,
)
_WORD = re.compile(rf"(?P<number>{_DOCUMENT_NUMBER.pattern})|[^\W_]+(?:&[^\W_]+)*", re.VERBOSE)
_PART = re.compile(r"[^\W\d_]+|\d+")

_NEW_TONE = dict(
    zip(
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        strict=True,
    )
)
"""The two habits of placing the tone mark in an open syllable, older -> newer."""

_FINAL_Y = re.compile(r"(?<=^[hklmst])[yỳýỷỹỵ]$")
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def normalise(text: str) -> str:
    """Fold case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Take the marks off a normalised word: đóng -> dong."""
    bare = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def _syllable(word: str) -> str:
    """Bring the spellings of one syllable together: hòa and hoà, kỹ and kĩ; hoàn stays."""
    word = word[:-2] + _NEW_TONE.get(word[-2:], word[-2:])
    return _FINAL_Y.sub(lambda match: match.group().translate(_Y_TO_I), word)


def words(text: str) -> list[str]:
    """List the words of a text in order, marks kept.

    A document number is one word, followed by its parts: ``54/2021/nđ-cp``, ``54``, ``2021``,
    ``nđ``, ``cp``; so is an abbreviation joined by ``&``: ``tn&mt``, ``tn``, ``mt``.
    """
    found: list[str] = []
    for match in _WORD.finditer(normalise(text)):
        word = _syllable(match.group())
        found.append(word)
        if match["number"] or "&" in word:
            found.extend(_PART.findall(word))
    return found


def folded(marked: list[str]) -> list[str]:
    """Take the marks off every word."""
    return [fold(word) for word in marked]


def is_marked(text: str) -> bool:
    """Tell whether a text carries any Vietnamese mark."""
    normal = normalise(text)
    return "đ" in normal or any(
        unicodedata.combining(c) for c in unicodedata.normalize("NFD", normal)
    )
