"""What notices say about works outside their orders: mentioned again, or reported done.

Only the text between the orders is read: assessments, opinions, footnotes. Precise rather than
bold: a clause counts for a work when nearly all it names is the work's, some of it no other's.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from kg.compared import same_name
from kg.fold import fold
from kg.phrases import names_in, periods_in, words_in
from kg.records import Notice, Task

_CLAUSE = re.compile(r"[;\n]|\.(?=\s|$)|,\s(?=đã\b)")
_DONE = re.compile(
    r"""
    \b da \s (?: duoc \s (?:\w+ \s){0,4}? )?   # đã (được UBND tỉnh)
    (?: (?P<whole> hoan \s thanh | ket \s thuc | nghiem \s thu | ban \s giao | giai \s quyet
                 | (?:\w+ \s){1,2}? xong )
      | (?P<issued> ban \s hanh | phe \s duyet | ky \s ban \s hanh | cong \s bo | cap )
      | (?P<sent> trinh | bao \s cao | gui )
    )\b
    (?! \s (?: \d+ (?:[.,]\d+)? \s? (?: % | phan \s tram )     # 60%: not yet
             | du \s thao | mot \s phan | buoc | co \s ban ) )
    """,
    re.VERBOSE,
)
_CITED = re.compile(
    r"(?:\b(?:tại|bằng|kèm theo|theo)\s+)?\b(?:quyết định|nghị quyết|nghị định|kế hoạch|công văn"
    r"|văn bản|thông báo|chỉ thị) số\s+\S+(?:\s+ngày [\d/-]+)?",
    re.IGNORECASE,
)
"""By what it was issued: not part of what the clause is about."""
_CLOSING = re.compile(r"\n\W*nơi nhận\b", re.IGNORECASE)
_UNDONE = re.compile(r"\b(?:chua|cham|co ban|con lai)\b")
_UNDONE_BEFORE = re.compile(r"\b(?:khong|dang|tiep tuc)\b.*")
_ASKS_TO_SEND = re.compile(r"\b(?:trinh|gui|bao cao)\b")
_ASKS_TO_ISSUE = re.compile(r"\b(?:ban hanh|phe duyet|cong bo)\b")
_SENT, _DONE_WITH = 1, 2
_STAGES = {"sent": _SENT, "issued": _DONE_WITH, "whole": _DONE_WITH}

_COVER = 0.6
"""How much of a clause's words, by rarity, the work must hold."""
_OWN_PAIRS = 2
"""How many word pairs of the clause must be the work's and no other work's."""
_WHOLLY, _AHEAD, _FEWEST_WORDS = 0.85, 0.1, 8
"""Without such pairs (two works about one mine): nearly the whole clause, clearly ahead of the next
work, and enough words. All of these are set by hand, to be precise rather than bold."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One clause outside the orders that is about a work."""

    thread: str
    notice: str
    stage: int
    """How far it says the work has come: 0 no word of it, 1 sent, 2 issued or otherwise done."""
    start: int
    end: int
    """Offsets in the notice's text."""


def remarks(
    notices: Mapping[str, Notice], works: Mapping[str, Sequence[Task]]
) -> tuple[Remark, ...]:
    """Return the clauses of the notices that are about one of the works.

    Args:
        notices: by IRI.
        works: thread IRI -> its orders.
    """
    works_words = {
        iri: frozenset().union(*(words_in(task.text) for task in tasks))
        for iri, tasks in works.items()
    }
    crowd = Counter(word for words in works_words.values() for word in words)
    found = []
    for notice_iri, notice in notices.items():
        for start, end, stage in _clauses(notice):
            text = notice.text[start:end]
            thread = _work_of(text, works, works_words, crowd)
            if thread:
                found.append(Remark(thread, notice_iri, stage, start, end))
    return tuple(found)


def asked_stage(task: Task) -> int:
    """Return how far an order asks its unit to bring the work: 1 sent, 2 issued or done.

    In "trình UBND tỉnh phê duyệt" the approval is another's: the unit has to send.
    """
    folded = fold(task.text)
    sent, issued = _ASKS_TO_SEND.search(folded), _ASKS_TO_ISSUE.search(folded)
    if sent and (issued is None or sent.start() < issued.start()):
        return _SENT
    return _DONE_WITH


def _clauses(notice: Notice) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, stage) of the clauses between the orders.

    "Đã hoàn thành: a; b" says of b too that it is done; the word holds to the end of the line.
    """
    for begin, finish in _between(notice):
        carried, line = 0, notice.text.count("\n", 0, begin)
        for start, end in _pieces(notice.text, begin, finish):
            if (here := notice.text.count("\n", 0, start)) != line:
                carried, line = 0, here
            folded = fold(notice.text[start:end])
            match = _done_in(folded)
            stage = _STAGES[match.lastgroup or "whole"] if match else 0
            if match and re.match(r"[^:]{0,40}:", folded[match.end() :]):
                carried = stage
            elif not match and not _UNDONE.search(folded):
                stage = carried
            yield start, end, stage


def _done_in(folded: str) -> re.Match[str] | None:
    match = _DONE.search(folded)
    if match is None or _UNDONE.search(folded) or _UNDONE_BEFORE.search(folded, 0, match.start()):
        return None
    return match


def _between(notice: Notice) -> Iterator[tuple[int, int]]:
    end = 0
    for task in sorted(notice.tasks, key=lambda task: task.start):
        if task.start > end:
            yield end, task.start
        end = max(end, task.end)
    closing = _CLOSING.search(notice.text, end)
    rest = closing.start() if closing else len(notice.text)
    if end < rest:
        yield end, rest


def _pieces(text: str, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _CLAUSE.finditer(text, begin, finish):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if finish > start:
        yield start, finish


def _work_of(
    text: str,
    works: Mapping[str, Sequence[Task]],
    works_words: Mapping[str, frozenset[str]],
    crowd: Mapping[str, int],
) -> str | None:
    """Return the one work that a clause is about; None where it is none or two alike."""
    text = _CITED.sub(" ; ", text)
    words = words_in(_object_of(fold(text)))
    rarity = {word: log((len(works) + 1) / (crowd[word] or 1)) for word in words}
    mass = sum(rarity[w] for w in sorted(words))
    if not mass:
        return None
    covers = {
        iri: sum(rarity[w] for w in sorted(words & held)) / mass
        for iri, held in works_words.items()
    }
    fit = [iri for iri, cover in covers.items() if cover >= _COVER]
    own = [
        iri
        for iri in fit
        if sum(" " in w and crowd[w] == 1 for w in words & works_words[iri]) >= _OWN_PAIRS
        and not _differs(text, works[iri])
    ]
    if own:
        return own[0] if len(own) == 1 else None
    ranked = sorted(fit, key=lambda iri: -covers[iri])
    if not ranked or covers[ranked[0]] < _WHOLLY or len(words) < _FEWEST_WORDS:
        return None
    ahead = covers[ranked[0]] - (covers[ranked[1]] if len(ranked) > 1 else 0.0)
    return ranked[0] if ahead >= _AHEAD and not _differs(text, works[ranked[0]]) else None


def _object_of(folded: str) -> str:
    """Return what names the work in a clause: before "đã được ...", else all around it."""
    match = _DONE.search(folded)
    if match and match.group().startswith("da duoc"):
        return folded[: match.start()]
    return _DONE.sub(" ; ", folded)


def _differs(text: str, tasks: Iterable[Task]) -> bool:
    """Whether the clause names another thing, or another period, than the work's orders."""
    wording = " ; ".join(task.text for task in tasks)
    mine, theirs = names_in(text), names_in(wording)
    if any(not same_name(mine[head], theirs[head]) for head in mine.keys() & theirs.keys()):
        return True
    now, then = periods_in(text), periods_in(wording)
    return any(not set(now[kind]) & set(then[kind]) for kind in now.keys() & then.keys())
