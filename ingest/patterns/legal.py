"""Citations of legal and administrative documents.

A citation with a number reads: kind ["số"] number ["ngày" date] ["của" issuer] ["về" title]; one
without a number is known by its name ("Luật Lâm nghiệp năm 2017", "Nghị quyết Đại hội ... lần thứ
XIII của Đảng").
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ingest.patterns.back_reference import find_back_references
from ingest.patterns.calendar import A_DATE, full_date
from ingest.patterns.citation_grammar import (
    AND_MORE,
    CODE_KINDS,
    KINDS,
    LICENCE_CODE,
    NOT_DOCUMENTS,
    NUMBERED,
    OF_ISSUER,
    SPOKEN,
)
from ingest.patterns.coordinated import complete
from ingest.patterns.named_documents import find_named
from ingest.patterns.relation import pinpoint_before, relation_before
from ingest.patterns.taken import first_of_each
from kg.records import Citation

# Everyday nouns too: "Chương trình 135" without "số" names no document.
_NEEDS_SO = frozenset({"Văn bản", "Thư", "Lệnh", "Chương trình", "Quy định"})

LAW_KINDS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_SPACES = re.compile(r"\s+")
_PLAIN_NUMBER = re.compile(r"^\d+[a-zA-Z]?(?:/\d{4})?[/–-]")
"""The number of "54/2021/NĐ-CP" before its code."""
_ASSEMBLY = re.compile(r"(?:QH|UBTVQH)\d{1,2}")
"""The code of the National Assembly's acts, which has no dash."""


def find_citations(text: str) -> list[Citation]:
    """Return every citation in a text, in order, none overlapping another.

    Args:
        text: blocks parted by newlines; no citation crosses one.
    """
    numbered = [*_numbered(text)]
    laws = {c.start: c for c in numbered if c.type in LAW_KINDS}
    # "Luật Đất đai số 31/2024/QH15" is one document, known by its number.
    whole = first_of_each(find_named(text), len(text))
    named = [c for c in whole if not _numbered_after(text, c, laws)]
    cited = first_of_each((*numbered, *_spoken(text), *named), len(text))
    back = [*find_back_references(text, cited)]
    return first_of_each((*back, *cited), len(text)) if back else cited


def _numbered_after(text: str, law: Citation, numbered: Mapping[int, Citation]) -> bool:
    """Whether a law's name goes on with its number."""
    gap = law.end
    while gap < len(text) and text[gap] == " ":
        gap += 1
    return gap in numbered


def _numbered(text: str) -> Iterator[Citation]:
    end = -1
    run: list[Citation] = []
    for match in NUMBERED.finditer(text):
        named = match["kind"] or match["glued"]
        if match.start() < end or not (named or _is_code(match["number"])):
            continue
        kind = match["kind"] or match["glued"]
        if not kind and _is_licence(text, match):
            continue
        first = _citation(text, match, kind=kind)
        joined = run and text[run[-1].end : first.start] in (", ", " và ", "; ")
        if not joined:
            yield from complete(text, run)
            run = []
        run += [first, *_more(text, first)]
        end = run[-1].end
    yield from complete(text, run)


def _spoken(text: str) -> Iterator[Citation]:
    for match in SPOKEN.finditer(text):
        if match["so"] or KINDS[match["kind"]] not in _NEEDS_SO:
            first = _citation(text, match, kind=match["kind"])
            yield from complete(text, [first, *_more(text, first)])


def _more(text: str, first: Citation) -> list[Citation]:
    """The further numbers of "Nghị quyết số 13, 14" and "số 09/TB-X ngày ...; số 10/TB-X"."""
    found = []
    end = first.end
    while match := AND_MORE.match(text, end):
        spoken = "/" not in match["number"]
        said = match["so"] or "số" in first.text or OF_ISSUER.match(text, match.end())
        if spoken and ("/" in first.key or not said):
            break
        found.append(_citation(text, match, kind=first.type))
        end = found[-1].end
    return found


def _citation(text: str, match: re.Match[str], *, kind: str | None) -> Citation:
    number = _SPACES.sub("", match["number"]).replace("–", "-")
    type_ = _type_of(number, kind)
    start = match.start()
    if match.re is AND_MORE:
        start = match.start("so" if match["so"] else "number")
    return Citation(
        key=number if "/" in number else _spoken_key(type_, match),
        type=type_,
        text=text[start : match.end()],
        start=start,
        end=match.end(),
        date=_date_in(match["dated"]),
        pinpoint=pinpoint_before(text, start),
        relation=relation_before(text, start),
    )


def _spoken_key(type_: str, match: re.Match[str]) -> str:
    so = "số " if match["so"] or match.re is AND_MORE else ""
    return f"{type_} {so}{match['number'].strip()}"


def _type_of(number: str, kind: str | None) -> str:
    code = _PLAIN_NUMBER.sub("", number).replace("/", "-").split("-")[0]
    by_code = CODE_KINDS.get(code.rstrip("0123456789"))
    if kind is None:
        return by_code or "Công văn"
    spoken = KINDS.get(kind) or next(v for k, v in KINDS.items() if k.casefold() == kind.casefold())
    return by_code if by_code and spoken == "Văn bản" else spoken


def _is_licence(text: str, match: re.Match[str]) -> bool:
    number = _SPACES.sub("", match["number"])
    before = text[max(0, match.start() - 80) : match.start()]
    return bool(LICENCE_CODE.match(number) or NOT_DOCUMENTS.search(before))


def _is_code(number: str) -> bool:
    """Whether what follows a number is a document's code, and not a measure or a road's."""
    code = _PLAIN_NUMBER.sub("", _SPACES.sub("", number))
    return "-" in code or bool(_ASSEMBLY.fullmatch(code))


def _date_in(dated: str | None) -> date | None:
    match = A_DATE.search(dated) if dated else None
    return full_date(match) if match else None
