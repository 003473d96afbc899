"""The index as its users see it, with the tiny encoder."""

import json
import time

import numpy as np
import pytest

from kg.errors import WorkspaceError, WrongModel, WrongVersion
from search import Passage, SearchIndex
from tests.support import TinyEncoder

ORDERS = {
    "mine": "Phòng Khoáng sản lập hồ sơ đóng cửa mỏ đá Lũng Vài, trình UBND tỉnh trước ngày 20/6.",
    "window": "Văn phòng bố trí người trực tại bộ phận một cửa, trả kết quả đúng hẹn.",
    "waste": "Chi cục Bảo vệ môi trường kiểm tra cơ sở thu gom chất thải y tế trong Quý II.",
    "road": "Ban Quản lý dự án đôn đốc GPMB đường tỉnh 999 theo Quyết định số 12/QĐ-UBND.",
    "school": "Các trường rà soát học sinh bỏ học, báo cáo Sở trước khai giảng.",
    "rabies": "Trạm Thú y tiêm phòng bệnh dại cho đàn chó tại ba xã biên giới.",
}


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    passages = [Passage(name, text) for name, text in ORDERS.items()]
    return SearchIndex.from_passages(passages, encoder=TinyEncoder())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("đóng cửa mỏ", "mine"),
        ("dong cua mo", "mine"),
        ("all tasks about mining closure", "mine"),
        ("tất cả nhiệm vụ về đóng cửa mỏ", "mine"),
        ("tat ca nhiem vu lien quan den dong cua mo", "mine"),
        ("ĐÓNG CỬA MỎ!!!", "mine"),
        ("medical waste", "waste"),
        ("giải phóng mặt bằng", "road"),
        ("12/QĐ-UBND", "road"),
        ("12/qd-ubnd", "road"),
        ("school dropouts", "school"),
        ("rabies vaccination", "rabies"),
        ("expressway GPMB", "road"),
    ],
)
def test_finds_the_order_first(index: SearchIndex, query: str, expected: str) -> None:
    assert index.search(query)[0].id == expected


def test_relevant_leaves_out_a_shared_syllable(index: SearchIndex) -> None:
    assert [hit.id for hit in index.relevant("đóng cửa mỏ")] == ["mine"]
    assert [hit.id for hit in index.relevant("all tasks about mining closure")] == ["mine"]


def test_nothing_is_relevant_to_a_foreign_topic(index: SearchIndex) -> None:
    assert index.relevant("khai thác dầu khí ngoài khơi") == []


def test_hits_come_best_first_with_bounded_relevance(index: SearchIndex) -> None:
    hits = index.search("đóng cửa mỏ", limit=None)
    assert len(hits) == len(ORDERS)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.relevance <= 1 for hit in hits)


def test_says_why(index: SearchIndex) -> None:
    assert "words: đóng cửa mỏ" in index.search("dong cua mo")[0].why
    why = index.search("all tasks about mining closure")[0].why
    assert any(reason.startswith("glossary: mining closure → đóng cửa mỏ") for reason in why)
    assert any("GPMB" in r or "gpmb" in r for r in index.search("giải phóng mặt bằng")[0].why)


def test_expansion_can_be_switched_off(index: SearchIndex) -> None:
    for hit in index.search("mining closure", expand=False):
        assert not any(reason.startswith("glossary") for reason in hit.why)


def test_among_limits_the_answer(index: SearchIndex) -> None:
    assert {hit.id for hit in index.search("đóng cửa mỏ", among={"road", "waste"})} == {
        "road",
        "waste",
    }
    assert index.search("đóng cửa mỏ", among=()) == []
    assert [h.id for h in index.relevant("đóng cửa mỏ", among={"mine", "road"})] == ["mine"]


def test_limit(index: SearchIndex) -> None:
    assert len(index.search("môi trường", limit=2)) == 2


@pytest.mark.parametrize(
    "query",
    [
        "", " \n", "x", "đ", "và của các", "the of and", "🙂", "🏔️ 🏔️", "'; DROP TABLE tasks; --",
        "SELECT * WHERE { ?s ?p ?o }", "<script>alert('x')</script>", "((((", "\\", "*", "\x00",
        "AND OR NOT", "đóng cửa mỏ " * 800, "a" * 10_000, "%s %d {0}", "中文 запрос", "\ud7ff",
        "đóng", "12/", "/", "all tasks about", "tất cả nhiệm vụ về",
    ],
)  # fmt: skip
def test_any_query_gets_an_answer_quickly(index: SearchIndex, query: str) -> None:
    start = time.perf_counter()
    hits = index.search(query)
    index.relevant(query)
    assert time.perf_counter() - start < 1
    assert len(hits) == (len(ORDERS) if query.strip() else 0)


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_tiny_indexes_work(count: int) -> None:
    passages = [Passage(name, text) for name, text in list(ORDERS.items())[:count]]
    index = SearchIndex.from_passages(passages, encoder=TinyEncoder())
    assert len(index) == count
    assert len(index.search("đóng cửa mỏ")) == count
    assert [h.id for h in index.relevant("đóng cửa mỏ")] == ["mine"][:count]
    assert index.relevant("mining closure") == [] or count


def test_passages_without_a_word_are_kept() -> None:
    passages = [Passage("a", ""), Passage("b", "..."), Passage("c", "đóng cửa mỏ")]
    index = SearchIndex.from_passages(passages, encoder=TinyEncoder())
    assert index.search("đóng cửa mỏ")[0].id == "c"
    empty = SearchIndex.from_passages(passages[:2], encoder=TinyEncoder())
    assert len(empty.search("đóng cửa mỏ")) == 2


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="once"):
        SearchIndex.from_passages([Passage("a", "x"), Passage("a", "y")], encoder=TinyEncoder())


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    SearchIndex.from_passages(
        [Passage("a", "đóng cửa mỏ")],
        encoder=TinyEncoder(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (1, 1)


def test_updating_encodes_only_what_is_new() -> None:
    encoder = TinyEncoder()
    index = SearchIndex.from_passages(
        [Passage("a", "đóng cửa mỏ"), Passage("b", "trồng rừng")], encoder=encoder
    )
    encoder.encoded.clear()
    later = index.updated(
        [Passage("c", "cấp nước sạch"), Passage("b2", "trồng rừng")], remove={"b"}
    )
    assert encoder.encoded == ["cấp nước sạch"]
    assert set(later.ids) == {"a", "c", "b2"}
    assert index.ids == ("a", "b")
    fresh = SearchIndex.from_passages(
        [Passage(i, t) for i, t in [("a", "đóng cửa mỏ"), ("c", "cấp nước sạch"),
                                    ("b2", "trồng rừng")]],
        encoder=TinyEncoder(),
    )  # fmt: skip
    assert later.search("cấp nước") == fresh.search("cấp nước")


def test_updating_replaces_a_text() -> None:
    index = SearchIndex.from_passages([Passage("a", "đóng cửa mỏ")], encoder=TinyEncoder())
    later = index.updated([Passage("a", "trồng rừng")])
    assert later.ids == ("a",)
    assert later.relevant("đóng cửa mỏ") == []


def test_similarity_is_the_cosine_of_stored_vectors(index: SearchIndex) -> None:
    cosines = index.similarity(["mine", "road"], ["mine", "waste", "road"])
    assert cosines.shape == (2, 3)
    assert cosines.dtype == np.float32
    assert cosines[0, 0] == pytest.approx(1)
    assert cosines[0, 2] == pytest.approx(cosines[1, 0])


def test_saved_and_loaded_answers_the_same(index: SearchIndex, tmp_path) -> None:
    index.save(tmp_path / "index")
    loaded = SearchIndex.load(tmp_path / "index", encoder=TinyEncoder())
    assert loaded.ids == index.ids
    assert loaded.model == index.model
    for query in ("đóng cửa mỏ", "medical waste", "hoc sinh"):
        assert loaded.search(query) == index.search(query)


def test_another_model_is_refused_by_name(index: SearchIndex, tmp_path) -> None:
    index.save(tmp_path)
    with pytest.raises(WrongModel, match=r"'tiny'.*'other'.*CHIDAO_MODEL"):
        SearchIndex.load(tmp_path, encoder=TinyEncoder(model="other"))


def test_a_damaged_index_is_refused(index: SearchIndex, tmp_path) -> None:
    with pytest.raises(WorkspaceError, match="could not read"):
        SearchIndex.load(tmp_path / "absent")
    index.save(tmp_path)
    (tmp_path / "vectors.npy").write_bytes(b"no array")
    with pytest.raises(WorkspaceError, match="could not read"):
        SearchIndex.load(tmp_path, encoder=TinyEncoder())


def test_another_version_is_refused(index: SearchIndex, tmp_path) -> None:
    index.save(tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text())
    (tmp_path / "meta.json").write_text(json.dumps(meta | {"version": 99}))
    with pytest.raises(WrongVersion, match="99"):
        SearchIndex.load(tmp_path, encoder=TinyEncoder())
