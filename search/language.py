"""What kind of query it is: Vietnamese with or without marks, English, or both at once."""

import re
from collections.abc import Container
from typing import Literal

from search.glossary import ENGLISH_STOP, load_glossary, stem
from search.tokens import fold, words

Kind = Literal["vi", "unmarked", "en", "mixed"]

_SYLLABLE = re.compile(
    r"""
    (?: ngh | ng | nh | ch | gh | gi | kh | ph | qu | th | tr | [bcdghklmnprstvx] )?
    (?: [iuo]?a[iouy]? | [iuy]?e[ou]? | i[uo]? | o[aei]? | u[aeiouy]? | uo[iu] | uye? | y )
    (?: ch | ng | nh | [cmnpt] )?
    """,
    re.VERBOSE,
)

VIETNAMESE_STOP = frozenset(
    """và của các những cho về với trong tại theo là có được để từ đến do bởi này đó khi đã đang sẽ
    ở trên dưới ra vào một số việc thì mà nào gì hay hoặc như cũng vẫn còn nếu vì nên
    """.split()
)

_FRAMES = (
    # all tasks about X; every order on X; what was decided about X; list the work related to X
    r"""^(?:please\s+)?(?:(?:find|show|list|give|get|search)\s+(?:me\s+|for\s+)?)?
        (?:all\s+|any\s+|every\s+|the\s+|of\s+|each\s+|which\s+|what\s+)*
        (?:tasks?|orders?|assignments?|directives?|instructions?|works?|items?|duties|jobs?|actions?
           |everything|anything|what)\s+
        (?:(?:that|which|are|is|were|was|did|do|have|has|been|we|given|assigned|ordered|order
           |decided|mention(?:s|ing)?|said|there)\s+)*
        (?:about|on|regarding|concerning|concern|of|for|related\s+to|relating\s+to|relate\s+to
           |relates\s+to|involving|dealing\s+with|deal\s+with|to\s+do\s+with|with\s+regard\s+to
           |connected\s+(?:to|with))\s+""",
    # tất cả (các) nhiệm vụ (có) liên quan (đến) X; các việc về X; nhiệm vụ nào về X
    r"""^(?:(?:hãy\s+)?(?:tìm|liệt\s+kê|cho\s+(?:tôi\s+)?biết|cho\s+xem|xem|nêu)\s+)?
        (?:(?:tất\s+cả|toàn\s+bộ|mọi|các|những|hết)\s+)*
        (?:nhiệm\s+vụ|công\s+việc|việc|chỉ\s+đạo|nội\s+dung(?:\s+chỉ\s+đạo)?|đầu\s+việc)\s+
        (?:(?:nào|được\s+giao|đã\s+giao|giao|có|mà)\s+)*
        (?:(?:có\s+)?liên\s+quan(?:\s+(?:đến|tới|về))?|về(?:\s+việc)?|đối\s+với|thuộc\s+lĩnh\s+vực
           |trong\s+lĩnh\s+vực|nói\s+về|đề\s+cập(?:\s+(?:đến|tới))?)\s+""",
)
_MARKED_FRAMES = tuple(re.compile(frame, re.VERBOSE | re.IGNORECASE) for frame in _FRAMES)
_FOLDED_FRAMES = tuple(re.compile(fold(f), re.VERBOSE | re.IGNORECASE) for f in _FRAMES)


def topic_of(query: str) -> str:
    """Drop the words that only frame a question: "all tasks about X" -> "X".

    Frames are known in English and in Vietnamese with and without marks.
    """
    query = " ".join(query.split()).strip(' ?!.:;"“”')
    for frame in (*_MARKED_FRAMES, *_FOLDED_FRAMES):
        rest = frame.sub("", query, count=1)
        if rest and rest != query:
            return rest
    return query


def kind_of(query: str, vocabulary: Container[str]) -> Kind:
    """Tell the kind of a query.

    Args:
        query: what was typed.
        vocabulary: the folded words of the corpus; they settle words that could be either
            ("land", "ban", "an").
    """
    typed = [word for word in words(query) if word.isalpha()]
    english = load_glossary().vocabulary
    marked = sum(fold(word) != word for word in typed)
    for_english = for_vietnamese = 0.0
    surely_english = 0
    for word in typed:
        if fold(word) != word:
            continue
        shaped = _SYLLABLE.fullmatch(word) is not None
        known = word in vocabulary
        if word in ENGLISH_STOP or stem(word) in english:
            for_english += 0.5 if shaped and known else 1.0
            surely_english += not shaped
        elif not shaped and len(word) > 2:
            for_english += 0.25 if known else 1.0
        if shaped:
            for_vietnamese += 1.0 if known else 0.6
    if marked:
        return "mixed" if surely_english else "vi"
    if surely_english and for_vietnamese > for_english:
        return "mixed"
    return "en" if for_english > for_vietnamese else "unmarked"
