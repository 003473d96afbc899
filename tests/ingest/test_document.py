"""Lines become blocks: page debris goes, cut sentences are joined, items find their places."""

import pytest

from ingest.assemble import document
from ingest.document import Document
from ingest.labels import label_of
from ingest.outline import outline
from ingest.patterns.times import Frame
from ingest.patterns.unit_register import Register
from ingest.tasks import TaskReader


def blocks(text: str) -> list[str]:
    doc = document(text, "a.md")
    return [doc.text[b.start : b.end] for b in doc.blocks]


LONG = "Giao Chi cục Kiểm lâm rà soát toàn bộ diện tích rừng phòng hộ xung yếu ven hồ Khuổi Rùa,"

MENDED = {
    "a page break": (
        "1. Giao Sở Y tế phối hợp với các\n\n---\n\n12\n\nđơn vị rà soát.",
        ["1. Giao Sở Y tế phối hợp với các đơn vị rà soát."],
    ),
    "a form feed": (
        "1. Giao Sở Y tế rà soát số\n\f3 cơ sở còn lại.",
        ["1. Giao Sở Y tế rà soát số 3 cơ sở còn lại."],
    ),
    "a running header": (
        "TB/SYT 2031\n\f\nMột việc của\nTB/SYT 2031\n\f\nSở Y tế.\nTB/SYT 2031\n\f\nXong.",
        ["TB/SYT 2031", "Một việc của Sở Y tế.", "Xong."],
    ),
    "hard wraps": (
        f"{LONG}\nbáo cáo trước ngày 05/4/2031.\n{LONG}\nxong.\n\nHết.",
        [f"{LONG} báo cáo trước ngày 05/4/2031.", f"{LONG} xong.", "Hết."],
    ),
    "a number after a cut line": (
        "Theo Quyết định số\n12/QĐ-SYT của Sở.",
        ["Theo Quyết định số 12/QĐ-SYT của Sở."],
    ),
    "a whole sentence before a list": (
        "Kết luận:\n\n1. Việc một.\n2. Việc hai.",
        ["Kết luận:", "1. Việc một.", "2. Việc hai."],
    ),
    "markup": (
        "## **I. NHIỆM VỤ**\n\n- **Sở Y tế:** rà soát<br>ngay.",
        ["I. NHIỆM VỤ", "- Sở Y tế: rà soát ngay."],
    ),
    "a comment": ("<!-- nháp -->Giao Sở Y tế. <!-- chưa", ["Giao Sở Y tế. <!-- chưa"]),
}


@pytest.mark.parametrize("case", MENDED)
def test_lines_are_mended(case: str) -> None:
    raw, expected = MENDED[case]
    assert blocks(raw) == expected


def test_a_footnote_leaves_the_sentence_and_stands_at_the_end() -> None:
    raw = "Còn 02 mỏ chậm<sup>1</sup>, phải đóng\n\n---\n\n<sup>1</sup> (1) Mỏ A; (2) Mỏ B.\n\ncửa."
    doc = document(raw, "a.md")
    assert doc.text == "Còn 02 mỏ chậm, phải đóng cửa.\n(1) Mỏ A; (2) Mỏ B."
    (anchor,) = doc.anchors
    assert doc.text[: anchor.position].endswith("chậm")
    assert doc.blocks[-1].kind == "footnote"


LABELS = (
    ("2.2.3. Phòng Quản lý", "2.2.3", "decimal:3", 3),
    ("1.1 Việc", "1.1", "decimal:2", 1),
    ("3. Việc", "3", "decimal:1", 3),
    ("3- Việc", "3", "arabic:-", 3),
    ("3/ Việc", "3", "arabic:/", 3),
    ("(3) Việc", "3", "arabic:)", 3),
    ("IV. Việc", "IV", "roman:.", 4),
    ("B. Việc", "B", "capital:.", 2),
    ("đ) Việc", "đ", "letter:)", 5),
    ("ii) Việc", "ii", "small roman:)", 2),
    ("- Việc", "-", "bullet:-", None),
    ("– Việc", "–", "bullet:-", None),
    ("+ Việc", "+", "bullet:+", None),
    ("Phần II. Việc", "PhầnII", "named:PhầnII", None),
)
NO_LABELS = ("06/5/2031 của", "12,5 ha", "50% số xã", "Sở Y tế", "3.", "2031", "a", "")


@pytest.mark.parametrize(("line", "text", "style", "number"), LABELS[:-1])
def test_a_label(line: str, text: str, style: str, number: int | None) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.text, label.style, label.number) == (text, style, number)
    assert line[label.length :].startswith(("Việc", "Phòng"))


@pytest.mark.parametrize("line", NO_LABELS)
def test_no_label(line: str) -> None:
    assert label_of(line) is None


def parents(doc: Document) -> dict[str, list[str]]:
    """The labels that each item stands under, outermost first."""
    nodes = outline(doc)
    return {
        doc.text[n.block.start : n.block.end]: [doc.blocks[i].label or "" for i in n.parents]
        for n in nodes
        if n.part == "body"
    }


def test_numbers_of_headings_lie() -> None:
    text = (
        "Giám đốc Sở kết luận như sau:\n\n2.2.2. **Phòng A**\n\n1- Một.\n\n2.2.3. **Phòng B**\n\n"
        "1- Hai.\n\n2.2.3. **Phòng C**\n\n1- Ba.\n\n2.3.10. **Phòng D**\n\n1- Bốn."
    )
    under = parents(document(text, "a.md"))
    assert under["1- Hai."] == ["2.2.3"] or under["1- Hai."][-1] == "2.2.3"
    assert under["1- Bốn."][-1] == "2.3.10"


def test_lists_nest_and_close() -> None:
    text = "Giám đốc kết luận:\n1. Một:\n- A;\n+ a;\n+ b;\n- B.\n2. Hai:\na) C;\nb) D."
    under = parents(document(text, "a.md"))
    assert under["+ b;"] == ["1", "-"]
    assert under["- B."] == ["1"]
    assert under["b) D."] == ["2"]


TABLE = """Giám đốc Sở kết luận như sau:

| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
|---|---|---|---|---|
| I | Lĩnh vực đất đai | | | |
| 1 | Rà soát hồ sơ đất | Phòng Quản lý đất đai | Thanh tra Sở | 05/4/2031 |
| 2 | Lập bản đồ | nt | - | nt |
| 3 | Số hóa hồ sơ | | Văn phòng Sở | Quý II/2031 |
"""


def test_a_table_of_tasks() -> None:
    doc = document(TABLE, "a.md")
    drafts = list(TaskReader(doc, outline(doc), Register(), Frame()).drafts())
    assert [d.label for d in drafts] == ["1", "2", "3"]
    assert {m.name for d in drafts for m in d.assignees} == {"Phòng Quản lý đất đai"}
    assert [[m.name for m in d.extra_coordinators] for d in drafts] == [
        ["Thanh tra Sở"],
        [],
        ["Văn phòng Sở"],
    ]
    due = [[d.due.isoformat() for d in draft.deadlines if d.due] for draft in drafts]
    assert due == [["2031-04-05"], ["2031-04-05"], ["2031-06-30"]]
    assert {d.section for d in drafts} == {"Lĩnh vực đất đai"}


def test_a_table_without_a_column_of_content_orders_nothing() -> None:
    doc = document("| Năm | Diện tích |\n|---|---|\n| 2031 | 12 ha |\n", "a.md")
    assert list(TaskReader(doc, outline(doc), Register(), Frame()).drafts()) == []
