"""Units, documents, projects, people and places of the graph, where a query names them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.abbreviations import abbreviates
from kg.fold import fold, same_marks
from kg.numbers import DocumentNumber
from kg.scope import full_name
from ui.finding.folded import FoldedQuery, Word

if TYPE_CHECKING:
    from kg.lookup import Named

NameKind = Literal["unit", "document", "project", "person", "place"]

_LONGEST = 16
"""Words of the longest name looked for."""
_WORD = re.compile(r"[^\W_]+")
_LAW = re.compile(r"(?:bo\s+)?luat\b|phap\s+lenh\b|hien\s+phap\b")
"""How a document that is known by its title begins."""
_WIDE = re.compile(r"tinh\b|nuoc\b")
"""Kinds of place that hold all work of an archive: naming one narrows nothing."""
_PLACE_LEAD = re.compile(r"\b(?:tai|o|trong|dia\s+ban|khu\s+vuc|in|at|near)\s+$")
_PLACE_KIND = re.compile(
    r"(?:xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tp|dac khu|thon|xom|ban|to dan pho)\b"
)
_OF = re.compile(
    r"\b(?:cua|do|giao(?:\s+cho)?|thuoc|phan\s+cong|viec|nhiem\s+vu|of|by|for|assigned\s+to|tasks?)\s+$"
)
"""Words that make what follows whose work it is."""
_TO = re.compile(
    r"\b(?:voi|cung|trinh|bao\s+cao|tham\s+muu(?:\s+cho)?|gui|y\s+kien|with|to|report(?:ed)?\s+to)\s+$"
)
"""Words after which a unit takes part in the work and does not have it."""
_SURE_UNIT = 3
"""Words of a unit's name from which it is no topic: "thanh tra" is one, "Thanh tra Sở" is not."""

_ENGLISH_KINDS = {
    "decree": "nghị định", "decision": "quyết định", "circular": "thông tư",
    "directive": "chỉ thị", "resolution": "nghị quyết", "plan": "kế hoạch",
    "official letter": "công văn", "letter": "công văn", "notice": "thông báo",
    "conclusion": "kết luận", "report": "báo cáo", "dispatch": "công văn",
}  # fmt: skip
_KINDS = (
    "nghi dinh|nd|nghi quyet|nq|quyet dinh|qd|thong tu lien tich|thong tu|tt|chi thi|ct|ke hoach|kh"
    "|thong bao|tb|cong van|cv|to trinh|ttr|bao cao|bc|huong dan|hd|ket luan|kl|luat|van ban"
    "|cong dien|" + "|".join(_ENGLISH_KINDS)
)
_CODE = r"[a-z][a-z0-9&.]*"
_DOCUMENT = re.compile(
    rf"""\b(?:(?P<kind>{_KINDS.replace(" ", r"[ ]")})\.?\s*)?(?:(?:so|no)\.?\s*:?\s*)?
    (?P<number>\d{{1,6}}[a-z]?\b)
    (?P<year>\s*[/-]\s*(?:19|20)\d\d\b)?
    (?P<codes>\s*[/-]\s*{_CODE}(?:\s?[/-]\s?{_CODE})*)?
    (?P<dated>,?\s*ngay\s+\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}|,?\s+nam\s+\d{{4}})?
    (?!\s*(?:%|nam\b|thang\b|ngay\b|tuan\b|years?\b|months?\b|days?\b))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a stretch of a query names; offsets are into the folded text."""

    kind: NameKind
    nodes: tuple[str, ...]
    """IRIs of all that go by the name; none where a number is not in the graph."""
    label: str
    start: int
    end: int
    owns: bool = False
    """Whether the words say that the work is the unit's, not only that it is about it."""


@dataclass(frozen=True, slots=True)
class _Known:
    iri: str
    label: str
    marked: frozenset[str]
    """The name's spellings with marks, words only."""


class Names:
    """Everything that the graph names, by the words of its names."""

    def __init__(self, things: "Iterable[Named]") -> None:
        self._by_words: dict[tuple[str, ...], dict[str, list[_Known]]] = defaultdict(dict)
        self._units: dict[str, list[tuple[tuple[str, ...], _Known]]] = defaultdict(list)
        self._first: set[str] = set()
        self._numbers: dict[str, list[tuple[DocumentNumber, _Known]]] = defaultdict(list)
        for thing in things:
            kind = thing.node.kind
            known = _Known(
                thing.node.iri,
                thing.node.label,
                frozenset(" ".join(_WORD.findall(same_marks(name))) for name in thing.names),
            )
            for number in thing.numbers:
                self._numbers[number.number.lstrip("0")].append((number, known))
            if kind in ("thread", "notice"):
                continue
            for key in {tuple(_WORD.findall(full_name(name))) for name in thing.names}:
                if not key or (kind == "document" and not _LAW.match(" ".join(key))):
                    continue
                if kind == "place" and _WIDE.match(" ".join(key)):
                    continue
                self._by_words[key].setdefault(kind, []).append(known)
                self._first.add(key[0])
                if kind == "unit":
                    self._units[key[0][0]].append((key, known))

    def documents(self, query: FoldedQuery) -> Iterator[Found]:
        """List the documents that the query names by number.

        A number alone is none; with a kind or a code it is, also when the graph lacks it.
        """
        for match in _DOCUMENT.finditer(query.text):
            coded = match["codes"] or (match["kind"] and match["year"])
            if not (match["kind"] or match["codes"]):
                continue
            written = match[0].strip()
            kind = match["kind"] or ""
            if kind in _ENGLISH_KINDS:
                written = fold(_ENGLISH_KINDS[kind]) + " " + written[len(kind) :].strip()
            number = DocumentNumber.parse(written)
            if number is None:
                continue
            held = [
                known
                for other, known in self._numbers.get(number.number.lstrip("0"), ())
                if number.matches(other)
            ]
            if not held and not coded:
                continue
            start, end = match.start(), match.start() + len(match[0].rstrip())
            label = held[0].label if len(held) == 1 else str(number)
            yield Found("document", tuple(dict.fromkeys(k.iri for k in held)), label, start, end)

    def named(self, query: FoldedQuery) -> Iterator[Found]:
        """List what else the query names, the longest names first where they overlap."""
        words = query.words
        at = 0
        while at < len(words):
            found = self._longest_at(query, words, at)
            if found is None:
                at += 1
                continue
            yield found
            while at < len(words) and words[at].start < found.end:
                at += 1

    def _longest_at(self, query: FoldedQuery, words: tuple[Word, ...], at: int) -> Found | None:
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start, words[at + size - 1].end
            stretch = query.text[start:end]
            if any(char in stretch for char in ",;:?!\n"):
                continue
            key = tuple(_WORD.findall(full_name(stretch)))
            if not key:
                continue
            if key[0] in self._first:
                for kind, known in self._by_words.get(key, {}).items():
                    if found := _accepted(query, kind, known, start, end, len(key)):
                        return found
            if found := self._short_unit(query, start, end, key):
                return found
        return None

    def _short_unit(
        self, query: FoldedQuery, start: int, end: int, key: tuple[str, ...]
    ) -> Found | None:
        """Read a unit's name shortened to initials, "VPĐK", "Phòng QLĐĐ", typed in capitals."""
        first, last = query.typed(start, end)
        shortened = [w for w in re.findall(r"[^\W\d_]{2,}", query.query[first:last]) if w.isupper()]
        if not shortened or len(key) > 4 or query.query.isupper():
            return None
        known = [k for full, k in self._units[key[0][0]] if abbreviates(key, full)]
        sure = _SURE_UNIT + len(known)
        return _accepted(query, "unit", known, start, end, sure) if known else None


def _accepted(
    query: FoldedQuery, kind: str, known: list[_Known], start: int, end: int, size: int
) -> Found | None:
    """Return the name where its words really name it."""
    before = query.text[:start]
    first, last = query.typed(start, end)
    typed = query.query[first:last]
    owns = _OF.search(before) is not None
    if kind == "unit" and (
        _TO.search(before) or (size < _SURE_UNIT and not owns and len(query.words) > size)
    ):
        return None
    if kind in ("person", "place", "project") and fold(typed) != " ".join(typed.casefold().split()):
        written = " ".join(_WORD.findall(same_marks(typed)))
        known = [k for k in known if written in k.marked]
    if kind == "person" and size < 2:
        return None
    if kind == "place" and not (
        _PLACE_KIND.match(query.text[start:end]) or _PLACE_LEAD.search(before)
    ):
        return None
    if kind == "project" and size < 2:
        return None
    if not known:
        return None
    label = max((k.label for k in known), key=len)
    iris = tuple(dict.fromkeys(k.iri for k in known))
    return Found(kind, iris, label, start, end, owns)  # type: ignore[arg-type]
