"""References back to a document cited before: "Kế hoạch nêu trên", "Quyết định số 12 nói trên".

One resolves only where exactly one document of its kind (and number) comes before it: in its own
paragraph, else in the whole text. "Nghị định này" and "các văn bản nêu trên" name no one document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
_LIKE = {"Văn bản": frozenset({"Văn bản", "Công văn"})}
"""Kinds that also name documents of others."""


def find_back_references(text: str, cited: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the references back whose document is certain.

    Args:
        text: blocks parted by newlines.
        cited: the documents cited in it, in order.
    """
    for match in BACK_REFERENCE.finditer(text):
        said = match["kind"]
        type_ = KINDS.get(said) or next(v for k, v in KINDS.items() if k.casefold() == said)
        before = [
            c
            for c in cited
            if c.end <= match.start()
            and c.type in _LIKE.get(type_, {type_})
            # a notice's own number, "Số: 12/TB-SXD", is none that it cites
            and not c.text.startswith("Số")
            and (match["number"] is None or _number(c) == int(match["number"]))
        ]
        block = text.rfind("\n", 0, match.start()) + 1
        near = [c for c in before if c.start >= block] or before
        if len({c.key.casefold() for c in near}) != 1:
            continue
        meant = max(near, key=lambda c: c.date is not None)
        yield replace(
            meant,
            text=match[0],
            start=match.start(),
            end=match.end(),
            title=None,
            pinpoint=None,
            relation=relation_before(text, match.start()),
            antecedent=(meant.start, meant.end),
        )


def _number(citation: Citation) -> int | None:
    digits = "".join(c for c in citation.key.partition("/")[0].partition("-")[0] if c.isdigit())
    return int(digits) if digits else None
