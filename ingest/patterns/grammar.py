"""How the patterns of this package are written.

A pattern is verbose: spaces and line breaks in it mean nothing, and "_" is the one space between
two syllables, as Vietnamese dictionaries for machines write it: ``hoàn_thành | xong``. The texts
read are in the normal form of ``ingest.document``, where a space is always one.
"""

import re
from collections.abc import Iterable


def verbose(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile a verbose pattern in which "_" is a space.

    >>> verbose("trước_ngày | hết_hạn").match("hết hạn").end()
    7
    """
    return re.compile(pattern.replace("_", r"\ "), re.VERBOSE | flags)


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text block, parted by semicolons.

    >>> phrases("rừng; rừng phòng hộ;")
    ('rừng', 'rừng phòng hộ')
    """
    return tuple(phrase for part in text.split(";") if (phrase := " ".join(part.split())))


def any_of(names: str | Iterable[str]) -> str:
    """A pattern of any of some phrases, the longest that fits; a text is split by ``phrases``.

    >>> verbose(any_of("đất; đất đai")).match("đất đai")[0]
    'đất đai'
    """
    listed = set(phrases(names) if isinstance(names, str) else names)
    ordered = sorted(listed, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(re.escape(name) for name in ordered)})"
