"""What a notice states without ordering it: works reported late."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.facts import Facts
from ingest.outline import Node
from ingest.patterns.grammar import any_of, verbose
from kg.records import Citation, Finding

_LATE = verbose(
    any_of("""
        chậm tiến độ; chậm muộn; chậm so với; chưa đảm bảo tiến độ; chưa bảo đảm tiến độ;
        chưa đạt tiến độ; quá hạn; chưa hoàn thành; trễ hạn; tồn đọng
    """),
    re.I,
)
_ENUMERATED = re.compile(r"\((?P<number>\d{1,2})\)\s*")
_SENTENCE = 400
"""Characters before a footnote's mark that say what the note lists."""


def find_late_works(
    document: Document, nodes: Sequence[Node], citations: Facts[Citation]
) -> tuple[Finding, ...]:
    """Return the works that a notice enumerates as late, in footnotes or in the sentence itself."""
    found: list[Finding] = []
    notes = {b.label: b for b in reversed(document.blocks) if b.kind == "footnote"}
    for anchor in document.anchors:
        note = notes.get(anchor.label)
        begin = max(0, anchor.position - _SENTENCE)
        if note is not None and _LATE.search(document.text, begin, anchor.position):
            found += _enumerated(document.text, note.body, note.end, citations)
    for node in nodes:
        block = node.block
        late = _LATE.search(document.text, block.body, block.end)
        if node.part == "body" and late:
            found += _enumerated(document.text, late.end(), block.end, citations)
    return tuple(found)


def _enumerated(text: str, start: int, end: int, citations: Facts[Citation]) -> Iterator[Finding]:
    """The members of "(1) ...; (2) ...", where there are at least two."""
    marks = list(_ENUMERATED.finditer(text, start, end))
    if len(marks) < 2 or [int(m["number"]) for m in marks] != list(range(1, len(marks) + 1)):
        return
    ends = [m.start() for m in marks[1:]] + [end]
    for mark, finish in zip(marks, ends, strict=True):
        begin = mark.end()
        while finish > begin and text[finish - 1] in " ;.,":
            finish -= 1
        refs = tuple(citations.within(begin, finish))
        yield Finding("late-work", text[begin:finish], begin, finish, refs)
