"""The real model on the real notice of June 2021."""

import os
from pathlib import Path

import pytest

from search import Passage, SearchIndex

pytestmark = [pytest.mark.model, pytest.mark.reference]

_NOTICE = Path(__file__).parents[2].parent / "shared" / "notices" / "2021-06-tb-stnmt.md"
_IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="module")
def notice():
    if not _NOTICE.exists() and not _IN_CI:
        pytest.skip("no reference data beside the checkout")
    from ingest import read_notice  # loads spaCy

    return read_notice(_NOTICE)


@pytest.fixture(scope="module")
def index(notice) -> SearchIndex:
    return SearchIndex.from_passages(
        [Passage(str(number), task.text) for number, task in enumerate(notice.tasks)]
    )


@pytest.mark.parametrize(
    "query", ["all tasks about mining closure", "đóng cửa mỏ", "dong cua mo", "mine closing"]
)
def test_mine_closure_comes_first_and_alone(index: SearchIndex, notice, query: str) -> None:
    hits = index.relevant(query)
    task = notice.tasks[int(hits[0].id)]
    assert (task.label, task.section) == ("7", "Phòng Đo đạc và Khoáng sản")
    assert index.search(query, limit=1)[0].id == hits[0].id
    assert len(hits) == 1


@pytest.mark.parametrize(
    ("query", "label", "section"),
    [
        ("air pollution", "7", "Chi cục Bảo vệ môi trường"),
        ("rac thai nhua", "9", "Chi cục Bảo vệ môi trường"),
        ("343/QĐ-TTg", "1", "Chi cục Bảo vệ môi trường"),
        ("national defence", "5", "Văn phòng Sở"),
        ("trạm quan trắc tự động", "3", "Trung tâm Quan trắc và Dữ liệu"),
        ("Kim Dong", "2", "Thanh tra Sở"),
    ],
)
def test_finds_first(index: SearchIndex, notice, query: str, label: str, section: str) -> None:
    task = notice.tasks[int(index.search(query, limit=1)[0].id)]
    assert (task.label, task.section) == (label, section)
