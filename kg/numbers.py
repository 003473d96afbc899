"""The number of a legal or administrative document, however it is written."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from kg.fold import fold


class _Kind(NamedTuple):
    code: str
    name: str


_KINDS = (
    _Kind("NĐ", "Nghị định"), _Kind("NQ", "Nghị quyết"), _Kind("QĐ", "Quyết định"),
    _Kind("TT", "Thông tư"), _Kind("TTLT", "Thông tư liên tịch"), _Kind("CT", "Chỉ thị"),
    _Kind("KH", "Kế hoạch"), _Kind("TB", "Thông báo"), _Kind("CV", "Công văn"),
    _Kind("TTr", "Tờ trình"), _Kind("BC", "Báo cáo"), _Kind("HD", "Hướng dẫn"),
    _Kind("KL", "Kết luận"), _Kind("L", "Luật"), _Kind("PL", "Pháp lệnh"),
    _Kind("VBHN", "Văn bản hợp nhất"), _Kind("CĐ", "Công điện"), _Kind("CTr", "Chương trình"),
    _Kind("CTHĐ", "Chương trình hành động"), _Kind("QC", "Quy chế"), _Kind("ĐA", "Đề án"),
    _Kind("PA", "Phương án"), _Kind("BB", "Biên bản"), _Kind("GM", "Giấy mời"),
    _Kind("NQLT", "Nghị quyết liên tịch"), _Kind("PC", "Phiếu chuyển"), _Kind("ĐB", "Điện báo"),
)  # fmt: skip

_CODE_OF_NAME = {
    **{fold(kind.name): fold(kind.code) for kind in _KINDS},
    "thong bao ket luan": "tb",
    "ket luan thanh tra": "kl",
    "van ban": "cv",
    "quy dinh": "qd",
    "bo luat": "l",
}
_NAME_OF_CODE = {fold(kind.code): kind.name for kind in _KINDS}
_PRINTED_CODE = {
    **{fold(kind.code): kind.code for kind in _KINDS},
    **{fold(code): code for code in ("TTg", "HĐND", "BGDĐT", "BKHĐT", "BLĐTBXH", "TLĐLĐ")},
}

_ONLY_ISSUER = {"nd": "cp"}
"""Kinds that a single body issues, so that its code may be left unsaid."""

_NATIONAL = frozenset(
    (
        "cp", "ttg", "vpcp", "ttcp", "ctn", "tw", "nhnn", "ktnn", "ubdt", "tandtc", "vksndtc",
        "vkstc", "mttw", "tldld", "tct", "tchq", "btnmt", "btc", "bxd", "bkhdt", "bkh", "bkhcn",
        "bgddt", "byt", "bct", "bnn", "bnnptnt", "bnn&ptnt", "bnnmt", "bnv", "btp", "btttt",
        "bvhttdl", "bgtvt", "bldtbxh", "bqp", "bca", "bng", "bdttg",
    )
)  # fmt: skip
"""Codes of the Government, its ministries, the Party's centre and the highest courts."""
_PARTY = frozenset(("tw", "tu", "hu", "du", "qu", "thu"))  # the Party's committees, centre to town
_ASSEMBLY = re.compile(r"(?:qh|ubtvqh)\d{0,2}\Z")  # QH14: the fourteenth National Assembly

_TYPES = "|".join(
    re.escape(name).replace(r"\ ", r"\s")
    for name in sorted([*_CODE_OF_NAME, *_NAME_OF_CODE], key=len, reverse=True)
)
_CODE = r"[a-z][a-z0-9&.]*"
_NUMBER = re.compile(
    rf"""
    (?: (?P<type> {_TYPES} ) \.? \s* )?                              # Nghị định | NĐ
    (?: so \s* :? \s* )?                                            # số
    (?P<number> \d{{1,6}} [a-z]? \b )                               # 54
    (?: \s* [/-] \s* (?P<year> (?:19|20)\d\d \b ) )?                # /2021
    (?: \s* [/-] \s* (?P<codes> {_CODE} (?: \s? [/-] \s? {_CODE} )* ) )?   # /NĐ-CP
    (?: ,? \s*
        (?: ngay \s+ \d{{1,2}} \s* (?: [/.-] | thang ) \s* \d{{1,2}} \s* (?: [/.-] | nam ) \s*
          | nam \s+
        ) (?P<dated> (?:19|20)\d\d )                                 # ngày 21/5/2021 | năm 2021
    )?
    (?: ,? \s+ (?: cua | ve | quy \s dinh ) \b .* )?                 # của Chính phủ
    [.;,]*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """What a document's number says; every part in folded form, None where it is left unsaid.

    ====================  ====== ==== ==== ====== ==========
    written               number year kind issuer department
    ====================  ====== ==== ==== ====== ==========
    54/2021/NĐ-CP         54     2021 nd   cp
    QĐ số 343/QĐ-TTg      343         qd   ttg
    19-NQ/TW              19          nq   tw
    1237/UBND-CN          1237        cv   ubnd   cn
    NĐ 54/2021            54     2021 nd   cp
    72/2020/QH14          72     2020      qh14
    Nghị quyết số 13      13          nq
    ====================  ====== ==== ==== ====== ==========
    """

    number: str
    year: int | None = None
    """The year that the number itself carries; not that of the document's date."""
    kind: str | None = None
    issuer: str | None = None
    department: str | None = None
    dated: int | None = None
    """The year of the document's date."""

    @classmethod
    def parse(cls, text: str, *, type: str | None = None) -> Self | None:
        """Read a number in any usual writing, marked or not; None when the text is none.

        Args:
            text: the number with or without its kind, "số", date and issuer's name.
            type: the kind in words where it is known otherwise ("Công văn"); it settles codes
                that are a kind for one office and a name for another (``12/CT-KT``).

        >>> DocumentNumber.parse("nghị định số 54/2021/NĐ-CP").key
        '54/2021/nd-cp'
        """
        match = _NUMBER.fullmatch(fold(text).replace("–", "-").replace("—", "-"))
        if match is None:
            return None
        said = _kind_code(match["type"]) or _kind_code(fold(type) if type else None)
        if said is None and match["year"] is None and match["codes"] is None and not match["type"]:
            return None  # a bare figure is no document
        codes = [c.strip(" .") for c in re.split(r"[/-]", match["codes"] or "") if c.strip(" .")]
        kind, codes = _split_codes(codes, said)
        issuer = codes[0] if codes else _ONLY_ISSUER.get(kind or "")
        year = int(match["year"]) if match["year"] else None
        dated = int(match["dated"]) if match["dated"] else None
        return cls(
            number=match["number"].lstrip("0") or "0",
            year=year,
            kind=kind,
            issuer=issuer,
            department="-".join(codes[1:]) or None,
            dated=dated or year,
        )._regular()

    def in_year(self, dated: int | None) -> Self:
        """Return the number with the year of its document's date, where that is known."""
        return replace(self, dated=dated or self.dated)._regular()

    def _regular(self) -> Self:
        """A decree's number always carries its year, even where a writer left it out."""
        if self.kind == "nd" and self.issuer == "cp" and self.year is None and self.dated:
            return replace(self, year=self.dated)
        return self

    @property
    def key(self) -> str:
        """The number in one comparable spelling: ``54/2021/nd-cp``, ``1237/ubnd-cn``."""
        kind = None if self.kind == "cv" and self.issuer else self.kind
        codes = "-".join(code for code in (kind, self.issuer, self.department) if code)
        return "/".join(part for part in (self.number, str(self.year or ""), codes) if part)

    @property
    def national(self) -> bool:
        """Whether the issuer's code belongs to one body of the whole country."""
        return self.issuer is not None and (
            self.issuer in _NATIONAL or _ASSEMBLY.match(self.issuer) is not None
        )

    @property
    def complete(self) -> bool:
        """Whether kind, issuer's code and year are all known; the place may still be needed."""
        assembly = self.issuer is not None and _ASSEMBLY.match(self.issuer) is not None
        return bool((self.kind or assembly) and self.issuer and (self.year or self.dated))

    @property
    def type(self) -> str | None:
        """The kind in words: "Nghị định"; None where the number does not tell it."""
        return _NAME_OF_CODE.get(self.kind or "")

    def matches(self, other: "DocumentNumber") -> bool:
        """Whether both may be the same document: nothing that both say differs."""
        return self.number == other.number and all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in (
                (self.year, other.year),
                (self.kind, other.kind),
                (self.issuer, other.issuer),
                (self.department, other.department),
                (self.dated, other.dated),
            )
        )

    def __str__(self) -> str:
        """Return the number as offices print it: ``54/2021/NĐ-CP``, ``19-NQ/TW``."""
        if self.issuer in _PARTY and self.kind:
            body = "-".join(_printed(code) for code in (self.issuer, self.department) if code)
            return f"{self.number.zfill(2)}-{_printed(self.kind)}/{body}"
        said = None if self.kind == "cv" or self.issuer is None else self.kind
        codes = "-".join(_printed(code) for code in (said, self.issuer, self.department) if code)
        number = self.number.zfill(2)
        return "/".join(part for part in (number, str(self.year or ""), codes) if part)


def kind_name(code: str) -> str | None:
    """Return the kind of document that a code stands for: "QĐ" or "qd" -> "Quyết định"."""
    return _NAME_OF_CODE.get(fold(code))


def _kind_code(words: str | None) -> str | None:
    if words is None:
        return None
    return _CODE_OF_NAME.get(words) or (words if words in _NAME_OF_CODE else None)


def _split_codes(codes: list[str], said: str | None) -> tuple[str | None, list[str]]:
    """Tell the code of the kind from those of the issuer and its department.

    A letter's number begins with its issuer (``763/VP-KT``), so a first code that is no kind, or
    that stands in a document called a letter, leaves the kind "cv".
    """
    if not codes:
        return said, codes
    if _ASSEMBLY.match(codes[0]):
        return None, codes  # laws and resolutions of the Assembly share one series of numbers
    if codes[0] in _NAME_OF_CODE and (said != "cv" or codes[0] == "cv"):
        return codes[0], codes[1:]
    return "cv" if said in (None, "cv") else said, codes


def _printed(code: str) -> str:
    return "-".join(_PRINTED_CODE.get(part, part.upper()) for part in code.split("-"))
