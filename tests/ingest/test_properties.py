"""What holds for any text: reading never fails, and only the words count."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import read_bytes
from kg.errors import EmptyNotice, ReadError
from kg.records import Notice
from tests.ingest.notices import ANNOTATED, SAMPLES, read

SCRAPS = st.sampled_from(
    """
    Số: 12/TB-SXD|THÔNG BÁO|kết luận như sau:|1.|2.2.3.|- |+ |a) |I. || A | B ||---|---|
    |Sở Y tế|các phòng, đơn vị|UBND các huyện A, B|Giao|phối hợp với|chủ trì|trước ngày 31/02
    |trong tháng 13|Quý IV/2024|từ ngày 5 đến|trong 05 ngày làm việc|hằng tháng|Nghị định
    |54/2021/NĐ-CP|ngày 29/02/2023|và 13, 14|dự án “|”|đồng chí|Lê Văn An|xã|thôn 5|\f|\n|\n\n
    |<sup>1</sup>|[^2]|**|<!--|-->|**CHI CỤC**|PHỤ LỤC|Nơi nhận:|KT. GIÁM ĐỐC|./.|nt|"|:|;|.|,
    """.split("|")
)
NOISE = st.text(max_size=12)
TEXTS = st.lists(SCRAPS | NOISE, max_size=60).map(" ".join)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _read(text: str) -> Notice | None:
    try:
        return read_bytes(text.encode(errors="ignore"), "a.md")
    except EmptyNotice:
        return None
    except ReadError:
        assert sum(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in text) > 0
        return None


@MANY
@given(TEXTS)
def test_any_text_is_read_or_refused(text: str) -> None:
    notice = _read(text)
    if notice is None:
        return
    for task in notice.tasks:
        assert notice.text[task.start : task.end] == task.text
        for fact in (*task.deadlines, *task.refs):
            assert notice.text[fact.start : fact.end] == fact.text
        for mention in (*task.assignees, *task.coordinators, *task.projects, *task.places):
            assert notice.text[mention.start : mention.end] == mention.name


@MANY
@given(TEXTS)
def test_reading_is_deterministic(text: str) -> None:
    assert _read(text) == _read(text)


def _nbsp(text: str) -> str:
    """Every second space inside a line made one that does not break."""
    words = text.split(" ")
    return "".join(w + ("\u00a0" if i % 2 and w else " ") for i, w in enumerate(words))[:-1]


VARIANTS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "bom": lambda text: "\ufeff" + text,
    "soft hyphens": lambda text: text.replace("ng ", "ng\u00ad ").replace("\n1", "\n\u200b1"),
    "no-break spaces": _nbsp,
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", [*SAMPLES, *ANNOTATED], ids=lambda path: path.stem)
def test_the_coding_of_a_notice_does_not_matter(path: Path, variant: str) -> None:
    text = VARIANTS[variant](path.read_text(encoding="utf-8"))
    assert read_bytes(text.encode(), path.name) == read(path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_notice_in_utf16_reads_the_same(path: Path) -> None:
    assert read_bytes(path.read_text(encoding="utf-8").encode("utf-16"), path.name) == read(path)
