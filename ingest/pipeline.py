"""The spaCy pipeline: a syllable tokenizer and a component of ours for each kind of fact.

A component matches, then sets its annotations: ``doc.spans[KEY]``, each span with the record that
was read in ``span._.record``. Records carry exact character offsets; the spans are widened to
whole tokens.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from ingest.lazy import without_torch
from ingest.patterns.deadline import find_deadlines
from ingest.patterns.legal import find_citations
from ingest.patterns.person import find_people
from ingest.patterns.place import find_places
from ingest.patterns.project import find_projects
from ingest.patterns.taken import HasSpan
from ingest.patterns.times import Frame
from ingest.patterns.unit import find_units
from ingest.patterns.unit_register import Register, UnitName
from kg.records import Citation, Deadline, Mention

with without_torch():
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

CITATIONS, UNITS, PROJECTS = "citations", "units", "projects"
PEOPLE, PLACES, DEADLINES = "people", "places", "deadlines"

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n+|[^\S\n ]+")

R = TypeVar("R", bound=HasSpan)


class SyllableTokenizer:
    """Splits Vietnamese into syllables, numbers and single marks; keeps every offset."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        end = 0

        def skip(until: int) -> None:
            """Keep the spaces up to a place: one goes with the word before, more are a token."""
            rest = end
            if rest < until and words:
                spaces[-1] = True
                rest += 1
            if rest < until:
                words.append(text[rest:until])
                spaces.append(False)

        for match in _TOKEN.finditer(text):
            skip(match.start())
            words.append(match[0])
            spaces.append(False)
            end = match.end()
        skip(len(text))
        return Doc(self.vocab, words=words, spaces=spaces)


@cache
def pipeline() -> Language:
    """Return the pipeline, built once a process."""
    for name, default in (("source", ""), ("register", None), ("frame", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Span.has_extension("record"):
        Span.set_extension("record", default=None)
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    nlp.max_length = 100_000_000  # blocks of text, no parser: memory grows with the text alone
    for name in ("citations", "people", "units", "projects", "places", "deadlines"):
        nlp.add_pipe(f"chidao_{name}")
    return nlp


def annotate(text: str, register: Register, frame: Frame) -> Doc:
    """Run the pipeline over a text.

    Args:
        text: blocks parted by newlines.
        register: the offices that the document names for itself.
        frame: the days that its deadlines are relative to.
    """
    nlp = pipeline()
    doc = nlp.make_doc(text)
    if doc.text != text:
        raise AssertionError("the tokenizer lost characters")
    doc._.source, doc._.register, doc._.frame = text, register, frame  # doc.text is made anew
    return nlp(doc)


def records(doc: Doc, key: str) -> list[Any]:
    """The records that a component left under a key, in order."""
    return [span._.record for span in doc.spans[key]]


def _annotates(key: str) -> Callable[[Callable[[Doc], Sequence[R]]], Callable[[Doc], Doc]]:
    """Make a function Doc -> records a registered component that sets ``doc.spans[key]``."""

    def register_component(match: Callable[[Doc], Sequence[R]]) -> Callable[[Doc], Doc]:
        def component(doc: Doc) -> Doc:
            spans = []
            for record in match(doc):
                span = doc.char_span(
                    record.start, record.end, label=key.upper(), alignment_mode="expand"
                )
                span._.record = record
                spans.append(span)
            doc.spans[key] = spans
            return doc

        Language.component(f"chidao_{key}", func=component)
        return component

    return register_component


def _outside(mentions: Sequence[R], *taken: Sequence[HasSpan]) -> list[R]:
    """The mentions that overlap none of those taken."""
    stretches = sorted((t.start, t.end) for group in taken for t in group)
    kept, i = [], 0
    for mention in mentions:
        while i < len(stretches) and stretches[i][1] <= mention.start:
            i += 1
        if i == len(stretches) or stretches[i][0] >= mention.end:
            kept.append(mention)
    return kept


@_annotates(CITATIONS)
def _citations(doc: Doc) -> list[Citation]:
    return find_citations(doc._.source)


@_annotates(PEOPLE)
def _people(doc: Doc) -> list[Mention]:
    return _outside(find_people(doc._.source), records(doc, CITATIONS))


@_annotates(UNITS)
def _units(doc: Doc) -> list[UnitName]:
    return _outside(
        find_units(doc._.source, doc._.register), records(doc, CITATIONS), records(doc, PEOPLE)
    )


@_annotates(PROJECTS)
def _projects(doc: Doc) -> list[Mention]:
    found = find_projects(doc._.source)
    units = records(doc, UNITS)
    starts = [unit.start for unit in units]

    def inside_unit(project: Mention) -> bool:
        before = bisect_left(starts, project.start)
        return before > 0 and project.start < units[before - 1].end

    # "Ban Quản lý dự án VILG" names its project; "Ban Quản lý dự án đầu tư xây dựng" names none.
    return [m for m in found if m.name.isupper() or not inside_unit(m)]


@_annotates(PLACES)
def _places(doc: Doc) -> list[Mention]:
    return _outside(
        find_places(doc._.source),
        *(records(doc, key) for key in (CITATIONS, PEOPLE, UNITS, PROJECTS)),
    )


@_annotates(DEADLINES)
def _deadlines(doc: Doc) -> list[Deadline]:
    return _outside(find_deadlines(doc._.source, doc._.frame), records(doc, CITATIONS))
