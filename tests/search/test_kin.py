"""A passage is worth more beside a kin passage that says what the work is."""

import pytest

from search import Passage, SearchIndex
from search.kin import KIN, works_of
from tests.support import TinyEncoder

PASSAGES = [
    Passage("may", "Lập phương án nạo vét kênh Bà Lệ, trình trước ngày 20/5."),
    Passage("june", "Tiếp tục chỉnh sửa hồ sơ nêu trên theo góp ý của Sở Tài chính."),
    Passage("other", "Tổng hợp số liệu học sinh bỏ học sau kỳ nghỉ."),
    *(Passage(f"rest-{n}", f"Họp giao ban tuần {n}, ghi biên bản đầy đủ.") for n in range(20)),
]


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.from_passages(PASSAGES, encoder=TinyEncoder())


def test_a_later_wording_is_found_with_the_first(index: SearchIndex) -> None:
    asked = [["nạo vét kênh Bà Lệ"]]
    alone = index.answer(asked, complete=True)
    works = works_of(index.ids, {"may": "kênh", "june": "kênh"})
    together = index.answer(asked, complete=True, works=works)
    assert [hit.id for hit in alone.hits] == ["may"]
    assert [hit.id for hit in together.hits] == ["may", "june"]
    assert together.hits[0].relevance == alone.hits[0].relevance
    assert together.hits[1].why[0] == KIN
    assert KIN not in together.hits[0].why


def test_kin_of_nothing_relevant_stays_out(index: SearchIndex) -> None:
    works = works_of(index.ids, {"june": "một", "other": "một"})
    answer = index.answer([["nạo vét kênh Bà Lệ"]], complete=True, works=works)
    assert [hit.id for hit in answer.hits] == ["may"]


def test_a_passage_without_a_work_is_one_of_its_own(index: SearchIndex) -> None:
    works = works_of(index.ids, {})
    assert len(set(works.tolist())) == len(index)
