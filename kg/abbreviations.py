"""Whether a short form of words stands for a full name: "Phòng QLĐĐ", "Sở NN&MT", "VPĐKĐĐ"."""

from collections.abc import Sequence

_TAIL = frozenset({"tinh", "thanh", "huyen", "quan", "thi", "xa", "phuong"})
"""First words of the place that a full name may end with and a short one leaves out."""


def abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether folded words, some of them initials run together, stand for a name's folded words.

    >>> abbreviates("phong qldd".split(), "phong quan ly dat dai".split())
    True
    >>> abbreviates("so gddt".split(), "so giao duc va dao tao tinh lam khe".split())
    True
    >>> abbreviates("phong qlnn".split(), "phong quan ly dat dai".split())
    False
    """
    if not any(_may_be_initials(word) for word in short) or len(short) >= len(full):
        return False
    return any(
        _reads(short, [word for word in full if word not in left_out]) for left_out in ((), ("va",))
    )


def _reads(short: Sequence[str], full: Sequence[str]) -> bool:
    if not short:
        return not full or full[0] in _TAIL
    if not full:
        return False
    if short[0] == full[0] and _reads(short[1:], full[1:]):
        return True
    size = len(short[0])
    initials = "".join(word[0] for word in full[:size])
    return _may_be_initials(short[0]) and short[0] == initials and _reads(short[1:], full[size:])


def _may_be_initials(word: str) -> bool:
    return len(word) > 1 and word.isalpha()
