"""Named investment projects, works and national programmes.

A quoted name is taken whole; an unquoted one goes on to where the sentence does. Schemes still to
be drafted and "the project" without a name are none.
"""

import re
from collections.abc import Iterator
from itertools import islice

from ingest.patterns.letters import UPPER
from ingest.patterns.project_names import (
    ACRONYM,
    BARE,
    IN_PLACE,
    MONUMENT,
    NOT_A_NAME,
    OF_INVESTMENT,
    OF_WORKS,
    PROGRAMME,
    PROPER,
    QUOTED,
    QUOTED_AFTER,
    SEVERAL,
    START,
    START_OF_WORK,
    STOP,
    THEN,
    TO_BE_DRAFTED,
    TRIGGER,
)
from ingest.patterns.taken import first_of_each
from ingest.patterns.works import WORK, find_works
from kg.records import Mention

_WORD = re.compile(r"\w+")
_AND_WORK = re.compile(r" và (?=\w)")
_HAS_CAPITAL = re.compile(f"[{UPPER}]")
_TOKEN = re.compile(r"\S+")
_MOST_WORDS = 26
_VAGUE = frozenset(
    """
    nhỏ công trình dự án cao tốc đường hồ cầu mới khác thủy điện khu tái định cư nhà ở trên địa
    bàn tỉnh huyện xã giao thông xây dựng cơ bản đầu tư trọng điểm lợi khoáng sản mỏ
    """.split()
)

_KIND_OF_PLACE = 12
"""Letters that the kind of a place before a name takes, and one more: "thành phố "."""


def find_projects(text: str) -> list[Mention]:
    """Return the projects named in a text, in order, none overlapping another."""
    triggered = list(_triggered(text))
    works = find_works(text, triggered)
    return first_of_each((*triggered, *_bare(text), *works), len(text))


def _triggered(text: str) -> Iterator[Mention]:
    for match in TRIGGER.finditer(text):
        start = match.end()
        if words := QUOTED_AFTER.match(text, start):
            start = words.end()
        kind = match["kind"].casefold()
        programme, work = kind.startswith("chương"), kind.startswith("công trình")
        if quoted := QUOTED.match(text, start):
            if not programme or "quốc gia" in kind:
                yield _mention(text, *quoted.span("name"))
            continue
        start = match.end()
        if acronym := ACRONYM.match(text, start):
            if not OF_INVESTMENT.match(text, acronym.end()):
                yield _mention(text, match.start("kind") if programme else start, acronym.end())
            continue
        named = "quốc gia" in kind or "mtqg" in kind
        if programme and not named and not OF_WORKS.match(text, match.start("kind")):
            continue
        if programme and PROGRAMME.match(text, match.start("kind")):
            continue  # found by its own name, below
        if programme:
            start = match.start("kind")
        elif TO_BE_DRAFTED.search(text, max(0, match.start() - 40), match.start()):
            continue
        end = _unquoted_end(text, match.end(), work=work)
        several = SEVERAL.search(text, max(0, match.start() - 10), match.start())
        if end is not None and (not several or _HAS_CAPITAL.search(text, match.end(), end)):
            yield _mention(text, start, end)


def _unquoted_end(text: str, start: int, *, work: bool) -> int | None:
    """Where an unquoted name ends, or None where none begins."""
    if NOT_A_NAME.match(text, start):
        return None
    begins = START_OF_WORK if work else START
    proper = text[start : start + 1].isupper()
    if not proper and not begins.match(text, start):
        return None
    stop = STOP.search(text, start)
    end = stop.start() if stop else len(text)
    if both := _AND_WORK.search(text, start, end):
        end = both.start() if WORK.match(text, both.end()) else end
    named = PROPER.search(text, start, end)
    if named and (verb := THEN.search(text, named.end(), end)):
        end = verb.start()
    words = list(islice(_TOKEN.finditer(text, start, end), _MOST_WORDS))
    if not words:
        return None
    end = words[-1].end()
    name = text[start:end].rstrip(" ,-–")
    specific = [w for w in _WORD.findall(name.casefold()) if w not in _VAGUE]
    if not specific:
        # "dự án đường cao tốc" names no project by itself, but says which kind: kept short.
        return start + len(name) if len(name.split()) >= 3 else None
    if len(name.split()) < 2 and not name[0].isupper():
        return None
    return start + len(name)


def _bare(text: str) -> Iterator[Mention]:
    for match in MONUMENT.finditer(text):
        yield _mention(text, match.start("name"), match.end("name"))
    for match in BARE.finditer(text):
        start = match.start("name")
        if text[start].isupper() and IN_PLACE.search(text, max(start - _KIND_OF_PLACE, 0), start):
            continue  # "huyện Cầu Ngang" is no bridge
        yield _mention(text, match.start("name"), match.end("name"))


def _mention(text: str, start: int, end: int) -> Mention:
    while end > start and text[end - 1] in " ,.;-–":
        end -= 1
    return Mention(text[start:end], start, end)
