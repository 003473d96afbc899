"""References back to a document cited before: "Kế hoạch nêu trên", "Quyết định số 12 nói trên".

One resolves only where exactly one document of its kind (and number) comes before it: in its own
paragraph, else in the whole text. "Nghị định này" and "các văn bản nêu trên" name no one document.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ingest.patterns.citation_grammar import KINDS
from ingest.patterns.grammar import any_of, phrases, verbose
from ingest.patterns.relation import relation_before
from kg.records import Citation

_EVERYDAY = frozenset(
    phrases("""
        Báo cáo; Biên bản; Bộ luật; Chương trình; Hướng dẫn; Kết luận; Luật; Lệnh; Phương án;
        Quy định; Thông báo; Thư; Văn bản
    """)
)
"""Words of everyday use too: in small letters they need not mean a document with a number."""
_KIND = any_of(kind for kind in KINDS if not kind.isupper())
_SMALL = any_of(
    kind.casefold() for kind in KINDS if not kind.isupper() and KINDS[kind] not in _EVERYDAY
)
_POINTS_BACK = r"""(?:
    (?: đã_ )? (?: nêu | nói | dẫn | kể ) (?: _ở )? _trên | trên_đây | đã_nêu | đã_dẫn
  | trên (?= \s*[.,;:)] | \s*$ | _(?: và | để | của | theo | trước | xong ) (?!\w) )
)"""
_SEVERAL = r"(?<! các\ ) (?<! Các\ ) (?<! những\ ) (?<! hai\ ) (?<! ba\ ) (?<! \d\ )"

BACK_REFERENCE = verbose(rf"""
    (?<!\w) {_SEVERAL} (?P<kind> {_KIND} | {_SMALL} )
    (?: _ (?: số_ )? (?P<number> \d{{1,5}} ) (?P<code> /[\w/-]+ )? )?
    (?: _của_[^.;,\n]{{3,60}}? )? _ {_POINTS_BACK} (?!\w)
""")
_ALSO = {"Công văn": ("Công văn", "Văn bản")}
"""What else documents of a kind are called."""
_DIGITS = re.compile(r"\d+")
_Kind: TypeAlias = tuple[str, int | None]
"""A kind of document, and its number where that is said too."""


def find_back_references(text: str, cited: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the references back whose document is certain.

    Args:
        text: blocks parted by newlines.
        cited: the documents cited in it, in order.
    """
    ahead = deque(cited)
    before: dict[_Kind, dict[str, Citation]] = {}
    near: dict[_Kind, dict[str, Citation]] = {}
    block_end = 0
    for match in BACK_REFERENCE.finditer(text):
        while ahead and ahead[0].end <= match.start():
            citation = ahead.popleft()
            if citation.start > block_end:
                near, block_end = {}, _end_of_line(text, citation.start)
            # a notice's own number, "Số: 12/TB-SXD", is none that it cites
            for kind in _kinds_of(citation) if not citation.text.startswith("Số") else ():
                for known in (before, near):
                    _note(known.setdefault(kind, {}), citation)
        said, number = match["kind"], match["number"]
        type_ = KINDS.get(said) or next(v for k, v in KINDS.items() if k.casefold() == said)
        here = near if match.start() <= block_end else {}
        wanted = (type_, int(number) if number else None)
        meant = here.get(wanted) or before.get(wanted, {})
        if len(meant) == 1:
            (one,) = meant.values()
            yield replace(
                one,
                text=match[0],
                start=match.start(),
                end=match.end(),
                title=None,
                pinpoint=None,
                relation=relation_before(text, match.start()),
                antecedent=(one.start, one.end),
            )


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _kinds_of(citation: Citation) -> Iterator[_Kind]:
    """What a reference back to a document may call it: its kind, and that with its number."""
    number = _number(citation)
    for type_ in _ALSO.get(citation.type, (citation.type,)):
        yield type_, None
        if number is not None:
            yield type_, number


def _note(known: dict[str, Citation], citation: Citation) -> None:
    """Keep a document's first mention, or the first that tells its day."""
    key = citation.key.casefold()
    first = known.setdefault(key, citation)
    if first.date is None and citation.date is not None:
        known[key] = citation


def _number(citation: Citation) -> int | None:
    digits = _DIGITS.search(citation.key)
    return int(digits[0]) if digits else None
