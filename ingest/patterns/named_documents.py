"""Citations of documents by their names: laws, the constitution, what congresses resolved."""

from collections.abc import Iterator

from ingest.patterns.citation_grammar import (
    A_LAW,
    CONGRESS,
    CONSTITUTION,
    INSPECTION,
    LAW,
    LAWS,
    PLENUM,
    UNLISTED_LAW,
)
from ingest.patterns.relation import pinpoint_before, relation_before
from kg.records import Citation

_NAMED_KINDS = {
    "luật": "Luật",
    "bộ": "Bộ luật",
    "pháp": "Pháp lệnh",
    "hiến": "Hiến pháp",
    "nghị": "Nghị quyết",
    "kết": "Kết luận",
    "thông": "Thông báo",
}


def find_named(text: str) -> Iterator[Citation]:
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
                pinpoint=pinpoint_before(text, match.start()),
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
