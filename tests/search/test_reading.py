"""How words, kinds of query and terms are read."""

import pytest

from search.glossary import load_glossary, stem
from search.language import kind_of, topic_of
from search.postings import Corpus
from search.restore import Restorer
from search.tokens import fold, folded, words

_CORPUS = [
    "Trình UBND tỉnh hồ sơ đóng cửa mỏ đá tại xã Lũng Vài",
    "Bộ phận một cửa trả kết quả đúng hạn, giao thông an toàn",
    "Lập phương án đóng cửa mỏ than, bảo vệ đất rừng",
]
_VOCABULARY = frozenset(word for text in _CORPUS for word in folded(words(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đóng cửa mỏ.", ["đóng", "cửa", "mỏ"]),
        ("54/2021/NĐ-CP", ["54/2021/nđ-cp", "54", "2021", "nđ", "cp"]),
        ("19-NQ/TW", ["19-nq/tw", "19", "nq", "tw"]),
        ("763/VP-KT;", ["763/vp-kt", "763", "vp", "kt"]),
        ("Sở TN&MT", ["sở", "tn&mt", "tn", "mt"]),
        ("Quý II/2021", ["quý", "ii", "2021"]),
        ("hòa hoà hoàn", ["hoà", "hoà", "hoàn"]),
        ("thủy thuỷ, kỹ kĩ", ["thuỷ", "thuỷ", "kĩ", "kĩ"]),
        ("đo\u0301ng", ["đóng"]),
        ("", []),
        ("🙂 …", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_fold() -> None:
    assert fold("đường") == "duong"
    assert folded(["đóng", "cửa", "54/2021/nđ-cp"]) == ["dong", "cua", "54/2021/nd-cp"]


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("all tasks about mining closure", "mining closure"),
        ("All orders on land prices", "land prices"),
        ("list all the tasks related to dam safety?", "dam safety"),
        ("which tasks concern waste", "waste"),
        ("everything about schools", "schools"),
        ("tất cả nhiệm vụ về đóng cửa mỏ", "đóng cửa mỏ"),
        ("Tất cả các nhiệm vụ có liên quan đến đất đai", "đất đai"),
        ("các việc liên quan tới trường học", "trường học"),
        ("tat ca nhiem vu ve dong cua mo", "dong cua mo"),
        ("đóng cửa mỏ", "đóng cửa mỏ"),
        ("mining closure", "mining closure"),
        ("all tasks about", "all tasks about"),
        ("phân công nhiệm vụ", "phân công nhiệm vụ"),
    ],
)
def test_framing_words_are_dropped(query: str, topic: str) -> None:
    assert topic_of(query) == topic


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("đóng cửa mỏ", "vi"),
        ("dong cua mo", "unmarked"),
        ("an toan giao thong", "unmarked"),
        ("phong chong ma tuy", "unmarked"),
        ("mining closure", "en"),
        ("land", "en"),
        ("school bus", "en"),
        ("water in mines", "en"),
        ("expressway Đồng Mỏ", "mixed"),
        ("Dong Dang - Tra Linh expressway", "mixed"),
    ],
)
def test_kinds(query: str, kind: str) -> None:
    assert kind_of(query, _VOCABULARY) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [("mines", "mining"), ("licence", "licenses"), ("labour", "labor"), ("policies", "policy"),
     ("centre", "centers"), ("digitisation", "digitization")],
)  # fmt: skip
def test_inflections_and_spellings_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("mining closure", "đóng cửa mỏ"),
        ("closing of mines", "đóng cửa mỏ"),
        ("land clearance", "giải phóng mặt bằng"),
        ("environmental impact assessments", "đánh giá tác động môi trường"),
        ("school dropout", "bỏ học"),
        ("affordable housing", "nhà ở xã hội"),
    ],
)
def test_glossary_translates(query: str, term: str) -> None:
    translation = load_glossary().translate(query)
    assert term in translation.concepts[0].terms
    assert translation.unknown == ()


def test_glossary_names_what_it_lacks() -> None:
    translation = load_glossary().translate("mining closure in Zanzibar")
    assert translation.unknown == ("zanzibar",)


def test_glossary_is_well_formed() -> None:
    glossary = load_glossary()
    assert len(glossary.english) > 400
    for term in (*glossary.english, *glossary.vietnamese):
        assert term == term.strip()
        assert words(term), term


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        ("dong cua mo", "đóng cửa mỏ"),
        ("mot cua", "một cửa"),
        ("dat rung", "đất rừng"),
        ("khong co trong do", "khong co trong do"),
        ("", ""),
    ],
)
def test_marks_are_restored_as_the_corpus_writes(bare: str, marked: str) -> None:
    restorer = Restorer(Corpus.of([words(text) for text in _CORPUS]))
    assert " ".join(restorer.restore(bare.split())) == marked
