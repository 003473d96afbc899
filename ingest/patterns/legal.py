"""Citations of legal and administrative documents.

A citation with a number reads: kind ["số"] number ["ngày" date] ["của" issuer] ["về" title]; one
without a number is known by its name ("Luật Lâm nghiệp năm 2017", "Nghị quyết Đại hội ... lần thứ
XIII của Đảng").
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ingest.patterns.back_reference import find_back_references
from ingest.patterns.calendar import A_DATE, full_date
from ingest.patterns.citation_grammar import (
    A_LAW,
    AND_MORE,
    CODE_KINDS,
    CONGRESS,
    CONSTITUTION,
    INSPECTION,
    KINDS,
    LAW,
    LAWS,
    LICENCE_CODE,
    NOT_DOCUMENTS,
    NUMBERED,
    OF_ISSUER,
    PINPOINT,
    PLENUM,
    SPOKEN,
    TITLE,
    TITLE_END,
    UNLISTED_LAW,
)
from ingest.patterns.relation import relation_before
from ingest.patterns.taken import first_of_each
from kg.records import Citation

# Everyday nouns too: "Chương trình 135" without "số" names no document.
_NEEDS_SO = frozenset({"Văn bản", "Thư", "Lệnh", "Chương trình", "Quy định"})

_NAMED_KINDS = {
    "luật": "Luật",
    "bộ": "Bộ luật",
    "pháp": "Pháp lệnh",
    "hiến": "Hiến pháp",
    "nghị": "Nghị quyết",
    "kết": "Kết luận",
    "thông": "Thông báo",
}

LAW_KINDS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_SPACES = re.compile(r"\s+")
_PLAIN_NUMBER = re.compile(r"^\d+[a-zA-Z]?(?:/\d{4})?[/–-]")
"""The number of "54/2021/NĐ-CP" before its code."""
_ASSEMBLY = re.compile(r"(?:QH|UBTVQH)\d{1,2}")
"""The code of the National Assembly's acts, which has no dash."""
_CODES = re.compile(r"[A-ZĐ][^\W\d_]*")
"""The codes in "2021/NĐ-CP": of the kind and of the office."""
_DIGITS = re.compile(r"\d+")
_REGISTERED = re.compile(r"(?P<number>\d+)(?P<register>\D.*)")
"""A key as its register counts it: "27/QĐ-X" is 27 of "/QĐ-X"."""


def find_citations(text: str) -> list[Citation]:
    """Return every citation in a text, in order, none overlapping another.

    Args:
        text: blocks parted by newlines; no citation crosses one.
    """
    numbered = [*_numbered(text)]
    laws = {c.start: c for c in numbered if c.type in LAW_KINDS}
    # "Luật Đất đai số 31/2024/QH15" is one document, known by its number.
    whole = first_of_each(_named(text), len(text))
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
            yield from _complete(text, run)
            run = []
        run += [first, *_more(text, first)]
        end = run[-1].end
    yield from _complete(text, run)


def _spoken(text: str) -> Iterator[Citation]:
    for match in SPOKEN.finditer(text):
        if match["so"] or KINDS[match["kind"]] not in _NEEDS_SO:
            first = _citation(text, match, kind=match["kind"])
            yield from _complete(text, [first, *_more(text, first)])


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


def _complete(text: str, run: list[Citation]) -> Iterator[Citation]:
    """Give each citation of a coordinated run what is said once, after the last of them.

    Those of one office have one issuer. Two numbers that follow each other in one register
    ("27/QĐ-X, 28/QĐ-X ngày 29/01/2021") are of one day.
    """
    if not run:
        return
    end = run[-1].end
    issuer = title = None
    if match := OF_ISSUER.match(text, end):
        issuer, end = match["issuer"], match.end()
    if match := TITLE.match(text, end):
        ends = TITLE_END.search(match["title"])
        title = match["title"][: ends.start() if ends else None].strip(" ,")
    following: Citation | None = None
    for citation in reversed(run):
        day, key = citation.date, citation.key
        if following is not None and "/" not in key and "/" in following.key:
            key = _with_register(key, following.key)
        if day is None and following is not None and _next_in_register(citation, following):
            day = following.date
        following = replace(
            citation,
            key=key,
            date=day,
            issuer=issuer if _of_one_office(citation, run[-1]) else None,
            title=title if following is None else None,
            relation=citation.relation or run[0].relation,
        )
        yield following


def _of_one_office(citation: Citation, last: Citation) -> bool:
    """Whether two numbers of a run are one office's: by a code of theirs, else by their kind."""
    a, b = (set(_CODES.findall(c.key)) - CODE_KINDS.keys() for c in (citation, last))
    numbered = "/" in citation.key and "/" in last.key
    return not a.isdisjoint(b) if numbered and a and b else citation.type == last.type


def _with_register(spoken: str, key: str) -> str:
    """The number of "số 45, 46/2022/NĐ-CP" that leaves its code to the next one."""
    number, register = _DIGITS.search(spoken), _REGISTERED.fullmatch(key)
    return f"{number[0]}{register['register']}" if number and register else spoken


def _next_in_register(first: Citation, second: Citation) -> bool:
    a, b = (_REGISTERED.fullmatch(c.key) for c in (first, second))
    if a is None or b is None:
        return False
    return a["register"] == b["register"] and int(b["number"]) - int(a["number"]) == 1


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
        pinpoint=_pinpoint_before(text, start),
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


def _pinpoint_before(text: str, position: int) -> str | None:
    line = text.rfind("\n", 0, position) + 1
    match = PINPOINT.search(text, max(line, position - 80), position)
    return (match["pinpoint"].strip(" ,-") or None) if match else None


def _date_in(dated: str | None) -> date | None:
    match = A_DATE.search(dated) if dated else None
    return full_date(match) if match else None


def _named(text: str) -> Iterator[Citation]:
    yield from _laws_together(text)
    for pattern in (LAW, CONSTITUTION, CONGRESS, PLENUM, INSPECTION, UNLISTED_LAW):
        for match in pattern.finditer(text):
            name, year = match.groupdict().get("name"), match.groupdict().get("year")
            type_ = _NAMED_KINDS[match[0].split()[0].casefold()]
            if pattern in (LAW, UNLISTED_LAW):
                if match["kind"][0].islower() and not match["name"][0].isupper():
                    continue  # "luật đất đai" as a field of law, not the Law
                key = f"{type_} {name}" + (f" {year}" if year else "")
            else:
                key = match[0].replace("Kết luận của", "Kết luận")
            yield Citation(
                key=key,
                type=type_,
                text=match[0],
                start=match.start(),
                end=match.end(),
                title=name,
                pinpoint=_pinpoint_before(text, match.start()),
                relation=relation_before(text, match.start()),
            )


def _laws_together(text: str) -> Iterator[Citation]:
    """Each of "các Luật: Đất đai, Nhà ở"."""
    for match in LAWS.finditer(text):
        type_ = _NAMED_KINDS[match["kind"].split()[0].casefold()]
        for law in A_LAW.finditer(text, *match.span("names")):
            yield Citation(
                key=f"{type_} {law['name']}" + (f" {law['year']}" if law["year"] else ""),
                type=type_,
                text=law[0],
                start=law.start(),
                end=law.end(),
                title=law["name"],
                relation=relation_before(text, match.start()),
            )
