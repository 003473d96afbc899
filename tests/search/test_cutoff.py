"""The cut-off, on generated corpora whose truth is known."""

import random

import pytest

from search import Passage, SearchIndex
from search.tokens import fold, normalise
from tests.support import TinyEncoder

_TOPICS = {
    "trồng cây chắn sóng": "Đồn trưởng tổ chức trồng cây chắn sóng",
    "đăng kiểm tàu cá": "Chi cục kiểm tra việc đăng kiểm tàu cá",
    "dạy nghề may": "Trung tâm mở lớp dạy nghề may",
    "chiếu sáng công cộng": "Công ty sửa hệ thống chiếu sáng công cộng",
    "phòng chống đuối nước": "Đoàn xã tuyên truyền phòng chống đuối nước",
    "giết mổ gia súc": "Trạm Thú y giám sát giết mổ gia súc",
}
_TAILS = (
    "tại xã Bãi Dài, báo cáo trước ngày 20.",
    "theo kế hoạch năm, không để chậm tiến độ.",
    "ở các thôn còn lại và tổng hợp kết quả hằng tháng.",
    "phối hợp với các đơn vị liên quan thực hiện.",
)


def _generate(seed: int) -> tuple[SearchIndex, dict[str, set[str]]]:
    """Draw 1 to 6 orders on each topic among 60 orders on other work."""
    draw = random.Random(seed)
    passages, truth = [], {}
    for topic, start in _TOPICS.items():
        truth[topic] = {f"{topic}-{n}" for n in range(draw.randint(1, 6))}
        passages += [Passage(i, f"{start} {draw.choice(_TAILS)}") for i in sorted(truth[topic])]
    for number in range(60):
        work = draw.choice(("lập sổ theo dõi", "họp giao ban", "nộp báo cáo", "kiểm tra công vụ"))
        passages.append(Passage(f"other-{number}", f"Văn phòng {work} {draw.choice(_TAILS)}"))
    draw.shuffle(passages)
    return SearchIndex.from_passages(passages, encoder=TinyEncoder()), truth


@pytest.mark.parametrize("seed", range(4))
def test_a_complete_answer_is_complete_and_clean(seed: int) -> None:
    index, truth = _generate(seed)
    for topic, relevant in truth.items():
        for query in (
            topic,
            f"tất cả nhiệm vụ về {topic}",
            f"tat ca nhiem vu ve {fold(normalise(topic))}",
        ):
            assert {hit.id for hit in index.relevant(query)} == relevant, query


def test_english_puts_the_same_orders_first() -> None:
    index, truth = _generate(1)
    for query, topic in (
        ("all tasks about public lighting", "chiếu sáng công cộng"),
        ("drowning prevention", "phòng chống đuối nước"),
        ("slaughter", "giết mổ gia súc"),
    ):
        first = index.search(query, limit=len(truth[topic]))
        assert {hit.id for hit in first} == truth[topic], query


@pytest.mark.parametrize("query", ["thăm dò dầu khí", "tham do dau khi", "volcano eruption"])
def test_a_topic_that_nobody_ordered_has_no_answer(query: str) -> None:
    index, _ = _generate(2)
    assert index.relevant(query) == []


def test_relevance_falls_with_the_share_of_the_query_covered() -> None:
    index, _ = _generate(3)
    hits = {hit.id.split("-")[0]: hit.relevance for hit in index.search("giết mổ gia súc", None)}
    assert hits["giết mổ gia súc"] > 0.5 > max(v for k, v in hits.items() if "giết" not in k)
