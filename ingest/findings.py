"""What a notice states without ordering it: works reported late."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.outline import Node
from kg.records import Citation, Finding

_LATE = re.compile(
    r"(?:chậm\s+(?:tiến\s+độ|muộn|so\s+với)|chưa\s+(?:đảm\s+bảo|bảo\s+đảm|đạt)\s+tiến\s+độ|quá\s+hạn|chưa\s+hoàn\s+thành|trễ\s+hạn|tồn\s+đọng)",
    re.I,
)
_ENUMERATED = re.compile(r"\((?P<number>\d{1,2})\)\s*")


def find_late_works(
    document: Document, nodes: Sequence[Node], citations: Sequence[Citation]
) -> tuple[Finding, ...]:
    """Return the works that the notice enumerates as late, in footnotes or in the sentence itself."""
    found: list[Finding] = []
    for anchor in document.anchors:
        sentence = document.text[max(0, anchor.position - 400) : anchor.position]
        note = next(
            (b for b in document.blocks if b.kind == "footnote" and b.label == anchor.label), None
        )
        if note is not None and _LATE.search(sentence):
            found += _enumerated(document.text, note.body, note.end, citations)
    for node in nodes:
        block = node.block
        late = _LATE.search(document.text, block.body, block.end)
        if node.part == "body" and late:
            found += _enumerated(document.text, late.end(), block.end, citations)
    return tuple(found)


def _enumerated(
    text: str, start: int, end: int, citations: Sequence[Citation]
) -> Iterator[Finding]:
    """The members of "(1) ...; (2) ...", where there are at least two."""
    marks = list(_ENUMERATED.finditer(text, start, end))
    if len(marks) < 2 or [int(m["number"]) for m in marks] != list(range(1, len(marks) + 1)):
        return
    ends = [m.start() for m in marks[1:]] + [end]
    for mark, finish in zip(marks, ends, strict=True):
        begin = mark.end()
        while finish > begin and text[finish - 1] in " ;.,":
            finish -= 1
        yield Finding(
            "late-work",
            text[begin:finish],
            begin,
            finish,
            tuple(c for c in citations if begin <= c.start and c.end <= finish),
        )
