"""Invented notices, written with their spans computed, for the tests of the graph."""

from collections.abc import Sequence
from datetime import date

from kg.records import (
    EVERY_UNIT,
    Citation,
    Deadline,
    Finding,
    Mention,
    Notice,
    Stated,
    Task,
)

JUNE = """Số: 41/TB-SXD
Lâm Giang, ngày 08 tháng 6 năm 2022
THÔNG BÁO Kết luận của Giám đốc Sở Xây dựng tại cuộc họp giao ban tháng 6
Sở Xây dựng tỉnh Lâm Giang họp ngày 06 tháng 6 năm 2022 do đồng chí Mạc Thị Sương chủ trì.
Các phòng, đơn vị rà soát hồ sơ theo Nghị định số 15/2021/NĐ-CP ngày 03/3/2021.
Phòng Quản lý nhà chủ trì, phối hợp với Sở Tư pháp lập danh mục nhà ở cũ tại xã Vân Trình trước \
ngày 20/6/2022 theo Quyết định số 59/QĐ-UBND ngày 11/01/2022.
Văn phòng Sở theo dõi dự án đường tránh Bản Lầu theo Quyết định 59/QĐ-UBND và Nghị quyết số 13.
Chậm: báo cáo theo Kế hoạch số 77/KH-UBND ngày 02/02/2022.
Chánh Văn phòng Tô Văn Khải"""


def at(text: str, quote: str, after: int = 0) -> tuple[str, int, int]:
    """Return the quote with its offsets; the text must hold it."""
    start = text.index(quote, after)
    return quote, start, start + len(quote)


def mention(text: str, quote: str, *, canonical: str | None = None, after: int = 0) -> Mention:
    return Mention(*at(text, quote, after), canonical)


def citation(
    text: str, quote: str, key: str, type: str, *, day: date | None = None, after: int = 0
) -> Citation:
    return Citation(key, type, *at(text, quote, after), day)


def june(source: str = "2022-06.md", text: str = JUNE) -> Notice:
    """A department's notice: three tasks, one for every unit, and one late work."""
    lines = text.split("\n")
    every, homes, road, late = lines[4], lines[5], lines[6], lines[7]
    return Notice(
        source=source,
        text=text,
        number=Stated("41/TB-SXD", *at(text, "41/TB-SXD")[1:]),
        issuer=Stated("Sở Xây dựng tỉnh Lâm Giang", *at(text, "Sở Xây dựng tỉnh Lâm Giang")[1:]),
        issued=Stated(date(2022, 6, 8), *at(text, "ngày 08 tháng 6 năm 2022")[1:]),
        place=Stated("Lâm Giang", *at(text, "Lâm Giang")[1:]),
        title=Stated(
            "Kết luận của Giám đốc Sở Xây dựng tại cuộc họp giao ban tháng 6",
            *at(text, "Kết luận của Giám đốc Sở Xây dựng tại cuộc họp giao ban tháng 6")[1:],
        ),
        meeting_date=Stated(date(2022, 6, 6), *at(text, "ngày 06 tháng 6 năm 2022")[1:]),
        chair=Stated("Mạc Thị Sương", *at(text, "Mạc Thị Sương")[1:]),
        signer=Stated("Tô Văn Khải", *at(text, "Tô Văn Khải")[1:]),
        tasks=(
            Task(
                "1", *at(text, every), "Nhiệm vụ chung",
                assignees=(mention(text, "Các phòng, đơn vị", canonical=EVERY_UNIT),),
                refs=(_decree(text),),
            ),
            Task(
                "2", *at(text, homes), "Phòng Quản lý nhà",
                assignees=(mention(text, "Phòng Quản lý nhà"),),
                coordinators=(mention(text, "Sở Tư pháp"),),
                deadlines=(
                    Deadline(*at(text, "trước ngày 20/6/2022"), "before", date(2022, 6, 20)),
                ),
                refs=(_decision(text),),
                places=(mention(text, "xã Vân Trình"),),
            ),
            Task(
                "3", *at(text, road), "Văn phòng Sở",
                assignees=(mention(text, "Văn phòng Sở"),),
                projects=(mention(text, "đường tránh Bản Lầu"),),
                refs=(
                    citation(text, "Quyết định 59/QĐ-UBND", "59/QĐ-UBND", "Quyết định"),
                    citation(text, "Nghị quyết số 13", "Nghị quyết số 13", "Nghị quyết"),
                ),
            ),
        ),
        documents=(
            _decree(text),
            _decision(text),
            citation(text, "Nghị quyết số 13", "Nghị quyết số 13", "Nghị quyết"),
            _plan(text),
        ),
        findings=(Finding("late-work", *at(text, late), refs=(_plan(text),)),),
    )  # fmt: skip


def _decree(text: str) -> Citation:
    quote = "Nghị định số 15/2021/NĐ-CP ngày 03/3/2021"
    return citation(text, quote, "15/2021/NĐ-CP", "Nghị định", day=date(2021, 3, 3))


def _decision(text: str) -> Citation:
    quote = "Quyết định số 59/QĐ-UBND ngày 11/01/2022"
    return citation(text, quote, "59/QĐ-UBND", "Quyết định", day=date(2022, 1, 11))


def _plan(text: str) -> Citation:
    quote = "Kế hoạch số 77/KH-UBND ngày 02/02/2022"
    return citation(text, quote, "77/KH-UBND", "Kế hoạch", day=date(2022, 2, 2))


def small(
    sentence: str,
    *,
    issuer: str | None = "Sở Xây dựng tỉnh Lâm Giang",
    refs: Sequence[Citation] = (),
) -> Notice:
    """A notice of one sentence that is its one task."""
    text = f"{issuer or ''}\n{sentence}"
    stated = Stated(issuer, 0, len(issuer)) if issuer else None
    task = Task(None, *at(text, sentence), None, refs=tuple(refs))
    return Notice("small.md", text, issuer=stated, tasks=(task,))
