"""What a scan misread in numbers and dates is put right, and nothing else is touched."""

import pytest

from ingest import read_bytes
from ingest.repair import repair


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("Nghị định số 5 4/2021/NĐ-CP", "Nghị định số 54/2021/NĐ-CP"),
        ("Quyết định số 59/Q Đ-UBND", "Quyết định số 59/QĐ-UBND"),
        ("Nghị quyết số 15/NQ-H ĐND", "Nghị quyết số 15/NQ-HĐND"),
        ("Thông báo số 1O32/TB-U BND", "Thông báo số 1032/TB-UBND"),
        ("Kế hoạch số l2/KH-UBND", "Kế hoạch số 12/KH-UBND"),
        ("trước ngày l5/6/2O21", "trước ngày 15/6/2021"),
        ("tổng kết năm 2O24", "tổng kết năm 2024"),
    ],
)
def test_one_reading_is_possible(printed: str, right: str) -> None:
    mended, repairs = repair(printed)
    assert mended == right
    assert repairs
    restored = mended
    for change in reversed(repairs):
        restored = restored[: change.start] + change.printed + restored[change.end :]
    assert restored == printed


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 54/2021/NĐ-CP ngày 21/5/2021",
        "hỗ trợ 5 4 hộ nghèo",
        "Ol Bia I/ Mục tiêu",
        "các tuyến QL 4 và ĐT 211/2",
        "I/ ĐÁNH GIÁ KẾT QUẢ",
        "Công ty IO Việt Nam, lô B/2",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert repair(text) == (text, [])


def test_a_repair_is_said_with_its_place() -> None:
    text = "Kết luận như sau:\n\n1. Giao Sở Y tế lập hồ sơ theo Quyết định số 5 9/2O21/QĐ-U BND.\n"
    notice = read_bytes(text.encode(), "scan.txt")
    (task,) = notice.tasks
    assert [c.key for c in task.refs] == ["59/2021/QĐ-UBND"]
    said = {w.message: notice.text[w.start : w.end] for w in notice.warnings}
    assert said["read “U BND” as “UBND”"] == "UBND"
