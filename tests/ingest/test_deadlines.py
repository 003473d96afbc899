"""What is a deadline, which days it means, and what is none."""

import re
from datetime import date

import pytest

from ingest.patterns.deadline import find_deadlines
from ingest.patterns.deadline_cell import read_deadline_cell
from ingest.patterns.times import Frame
from kg.records import DeadlineKind
from tests.ingest.deadline_rows import DEADLINE_ROWS

MONDAY = date(2025, 3, 10)
FRAME = Frame(issued=MONDAY, reference=MONDAY)

# sentence, quote, kind, due, begins, until
DEADLINES: tuple[tuple[str, str, DeadlineKind, str | None, str | None, str | None], ...] = (
    ("trình Sở trước ngày 25/3/2025",
     "trước ngày 25/3/2025", "before", "2025-03-25", None, "2025-03-25"),
    ("trình trước ngày 25/3", "trước ngày 25/3", "before", "2025-03-25", None, "2025-03-25"),
    ("gửi về Văn phòng trước 25/3", "trước 25/3", "before", "2025-03-25", None, "2025-03-25"),
    ("nộp trước ngày 25 tháng 3 năm 2025",
     "trước ngày 25 tháng 3 năm 2025", "before", "2025-03-25", None, "2025-03-25"),
    ("nộp trước ngày 25 tháng 3",
     "trước ngày 25 tháng 3", "before", "2025-03-25", None, "2025-03-25"),
    ("gửi báo cáo trước 25-3-2025", "trước 25-3-2025", "before", "2025-03-25", None, "2025-03-25"),
    ("gửi báo cáo trước 25.3.2025", "trước 25.3.2025", "before", "2025-03-25", None, "2025-03-25"),
    ("xong trước ngày 25", "trước ngày 25", "before", "2025-03-25", None, "2025-03-25"),
    ("báo cáo trước ngày 05", "trước ngày 05", "before", "2025-04-05", None, "2025-04-05"),
    ("báo cáo trước 17 giờ ngày 20/3/2025",
     "trước 17 giờ ngày 20/3/2025", "before", "2025-03-20", None, "2025-03-20"),
    ("báo cáo trước 16h30 ngày 20/3",
     "trước 16h30 ngày 20/3", "before", "2025-03-20", None, "2025-03-20"),
    ("báo cáo trước thứ Sáu, ngày 21/3/2025",
     "trước thứ Sáu, ngày 21/3/2025", "before", "2025-03-21", None, "2025-03-21"),
    ("trình UBND tỉnh trước tháng 6/2025",
     "trước tháng 6/2025", "before", "2025-05-31", None, "2025-05-31"),
    ("trình UBND tỉnh trước tháng 6 năm 2025",
     "trước tháng 6 năm 2025", "before", "2025-05-31", None, "2025-05-31"),
    ("xong trước cuối tháng 4", "trước cuối tháng 4", "before", "2025-04-30", None, "2025-04-30"),
    ("hoàn thành trước hết tháng 4",
     "trước hết tháng 4", "before", "2025-04-30", None, "2025-04-30"),
    ("hoàn thành trước Quý III/2025",
     "trước Quý III/2025", "before", "2025-06-30", None, "2025-06-30"),
    ("báo cáo trước thời điểm 30/4/2025",
     "trước thời điểm 30/4/2025", "before", "2025-04-30", None, "2025-04-30"),
    ("gửi trước 15/01", "trước 15/01", "before", "2025-01-15", None, "2025-01-15"),
    ("trước 30/6/2025 trình danh mục",
     "trước 30/6/2025", "before", "2025-06-30", None, "2025-06-30"),
    ("chậm nhất ngày 28/3/2025",
     "chậm nhất ngày 28/3/2025", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("chậm nhất là ngày 28/3",
     "chậm nhất là ngày 28/3", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("chậm nhất vào ngày 28/3",
     "chậm nhất vào ngày 28/3", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("chậm nhất đến hết ngày 28/3",
     "chậm nhất đến hết ngày 28/3", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("muộn nhất ngày 28/3/2025",
     "muộn nhất ngày 28/3/2025", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("không quá ngày 28/3/2025",
     "không quá ngày 28/3/2025", "by", "2025-03-28", "2025-03-28", "2025-03-28"),
    ("không muộn hơn ngày 10/4/2025",
     "không muộn hơn ngày 10/4/2025", "by", "2025-04-10", "2025-04-10", "2025-04-10"),
    ("không để chậm hơn ngày 10/4/2025",
     "không để chậm hơn ngày 10/4/2025", "by", "2025-04-10", "2025-04-10", "2025-04-10"),
    ("hạn chót 31/3/2025", "hạn chót 31/3/2025", "by", "2025-03-31", "2025-03-31", "2025-03-31"),
    ("hạn cuối cùng ngày 31/3/2025",
     "hạn cuối cùng ngày 31/3/2025", "by", "2025-03-31", "2025-03-31", "2025-03-31"),
    ("hạn hoàn thành: 31/3/2025",
     "hạn hoàn thành: 31/3/2025", "by", "2025-03-31", "2025-03-31", "2025-03-31"),
    ("Thời hạn: 20/4/2025", "Thời hạn: 20/4/2025", "by", "2025-04-20", "2025-04-20", "2025-04-20"),
    ("thời hạn hoàn thành trước ngày 20/4/2025",
     "thời hạn hoàn thành trước ngày 20/4/2025", "before", "2025-04-20", None, "2025-04-20"),
    ("thời gian hoàn thành: Quý II/2025",
     "thời gian hoàn thành: Quý II/2025", "by", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("thời hạn báo cáo là ngày 20/4",
     "thời hạn báo cáo là ngày 20/4", "by", "2025-04-20", "2025-04-20", "2025-04-20"),
    ("đến hết ngày 31/5/2025",
     "đến hết ngày 31/5/2025", "by", "2025-05-31", "2025-05-31", "2025-05-31"),
    ("đến hết tháng 5/2025",
     "đến hết tháng 5/2025", "by", "2025-05-31", "2025-05-01", "2025-05-31"),
    ("cho đến hết Quý II", "cho đến hết Quý II", "by", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("hết tháng 3 phải xong", "hết tháng 3", "by", "2025-03-31", "2025-03-01", "2025-03-31"),
    ("xong trong hết tháng 3", "hết tháng 3", "by", "2025-03-31", "2025-03-01", "2025-03-31"),
    ("trong tháng 3", "trong tháng 3", "within", "2025-03-31", "2025-03-01", "2025-03-31"),
    ("trong tháng 4/2025",
     "trong tháng 4/2025", "within", "2025-04-30", "2025-04-01", "2025-04-30"),
    ("trong tháng 4 năm 2025",
     "trong tháng 4 năm 2025", "within", "2025-04-30", "2025-04-01", "2025-04-30"),
    ("trong đầu tháng 4", "trong đầu tháng 4", "within", "2025-04-10", "2025-04-01", "2025-04-10"),
    ("trong cuối tháng 4",
     "trong cuối tháng 4", "within", "2025-04-30", "2025-04-21", "2025-04-30"),
    ("trong nửa đầu tháng 4",
     "trong nửa đầu tháng 4", "within", "2025-04-15", "2025-04-01", "2025-04-15"),
    ("trong nửa cuối tháng 4",
     "trong nửa cuối tháng 4", "within", "2025-04-30", "2025-04-16", "2025-04-30"),
    ("trong những ngày đầu tháng 4",
     "trong những ngày đầu tháng 4", "within", "2025-04-10", "2025-04-01", "2025-04-10"),
    ("trong tuần này", "trong tuần này", "within", "2025-03-16", "2025-03-10", "2025-03-16"),
    ("trong tuần tới", "trong tuần tới", "within", "2025-03-23", "2025-03-17", "2025-03-23"),
    ("ngay trong tuần này",
     "ngay trong tuần này", "within", "2025-03-16", "2025-03-10", "2025-03-16"),
    ("trong tháng này", "trong tháng này", "within", "2025-03-31", "2025-03-01", "2025-03-31"),
    ("trong tháng tới", "trong tháng tới", "within", "2025-04-30", "2025-04-01", "2025-04-30"),
    ("trong quý này", "trong quý này", "within", "2025-03-31", "2025-01-01", "2025-03-31"),
    ("trong quý sau", "trong quý sau", "within", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("trong Quý II/2025", "trong Quý II/2025", "within", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("trong quý 3 năm 2025",
     "trong quý 3 năm 2025", "within", "2025-09-30", "2025-07-01", "2025-09-30"),
    ("trong quý IV", "trong quý IV", "within", "2025-12-31", "2025-10-01", "2025-12-31"),
    ("trong năm 2025", "trong năm 2025", "within", "2025-12-31", "2025-01-01", "2025-12-31"),
    ("trong năm nay", "trong năm nay", "within", "2025-12-31", "2025-01-01", "2025-12-31"),
    ("trong 6 tháng đầu năm 2025",
     "trong 6 tháng đầu năm 2025", "within", "2025-06-30", "2025-01-01", "2025-06-30"),
    ("trong 06 tháng cuối năm",
     "trong 06 tháng cuối năm", "within", "2025-12-31", "2025-07-01", "2025-12-31"),
    ("nội trong ngày 12/3",
     "nội trong ngày 12/3", "within", "2025-03-12", "2025-03-12", "2025-03-12"),
    ("trong tuần thứ 2 tháng 4",
     "trong tuần thứ 2 tháng 4", "within", "2025-04-13", "2025-04-07", "2025-04-13"),
    ("trong tuần cuối tháng 4/2025",
     "trong tuần cuối tháng 4/2025", "within", "2025-04-30", "2025-04-28", "2025-04-30"),
    ("trong tuần 3 tháng 4",
     "trong tuần 3 tháng 4", "within", "2025-04-20", "2025-04-14", "2025-04-20"),
    ("trong thời gian từ ngày 15/3 đến ngày 20/3/2025",
     "từ ngày 15/3 đến ngày 20/3/2025", "within", "2025-03-20", "2025-03-15", "2025-03-20"),
    ("từ ngày 15/3 đến ngày 20/3/2025",
     "từ ngày 15/3 đến ngày 20/3/2025", "within", "2025-03-20", "2025-03-15", "2025-03-20"),
    ("từ 15/3/2025 đến hết 20/3/2025",
     "từ 15/3/2025 đến hết 20/3/2025", "within", "2025-03-20", "2025-03-15", "2025-03-20"),
    ("từ nay đến hết tháng 4",
     "từ nay đến hết tháng 4", "within", "2025-04-30", "2025-03-10", "2025-04-30"),
    ("từ nay đến 30/4", "từ nay đến 30/4", "within", "2025-04-30", "2025-03-10", "2025-04-30"),
    ("từ ngày 15 đến ngày 20/3",
     "từ ngày 15 đến ngày 20/3", "within", "2025-03-20", "2025-03-15", "2025-03-20"),
    ("từ ngày 15/3 - 20/3",
     "từ ngày 15/3 - 20/3", "within", "2025-03-20", "2025-03-15", "2025-03-20"),
    ("từ tháng 4 đến tháng 6",
     "từ tháng 4 đến tháng 6", "within", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("trong 05 ngày làm việc",
     "trong 05 ngày làm việc", "relative", "2025-03-17", "2025-03-10", "2025-03-17"),
    ("trong 10 ngày kể từ ngày ban hành Thông báo này",
     "trong 10 ngày kể từ ngày ban hành Thông báo này", "relative", "2025-03-20",
      "2025-03-10", "2025-03-20"),
    ("trong thời hạn 07 ngày làm việc kể từ ngày ký",
     "trong thời hạn 07 ngày làm việc kể từ ngày ký", "relative", "2025-03-19", "2025-03-10",
      "2025-03-19"),
    ("trong vòng 02 tuần",
     "trong vòng 02 tuần", "relative", "2025-03-24", "2025-03-10", "2025-03-24"),
    ("trong vòng 3 tháng kể từ ngày 01/4/2025",
     "trong vòng 3 tháng kể từ ngày 01/4/2025", "relative", "2025-07-01", "2025-04-01",
      "2025-07-01"),
    ("chậm nhất 15 ngày kể từ ngày nhận được văn bản này",
     "chậm nhất 15 ngày kể từ ngày nhận được văn bản này", "relative", "2025-03-25",
      "2025-03-10", "2025-03-25"),
    ("không quá 20 ngày",
     "không quá 20 ngày", "relative", "2025-03-30", "2025-03-10", "2025-03-30"),
    ("trong 05 ngày kể từ khi nhận đủ hồ sơ",
     "trong 05 ngày kể từ khi nhận đủ hồ sơ", "relative", None, None, None),
    ("sau khi nhận hồ sơ, trong 05 ngày làm việc phải trả kết quả",
     "trong 05 ngày làm việc", "relative", None, None, None),
    ("sau 10 ngày kể từ ngày kết thúc kiểm tra",
     "sau 10 ngày kể từ ngày kết thúc kiểm tra", "relative", None, None, None),
    ("tối đa 30 ngày kể từ ngày ban hành Thông báo",
     "tối đa 30 ngày kể từ ngày ban hành Thông báo", "relative", "2025-04-09", "2025-03-10",
      "2025-04-09"),
    ("trong 03 (ba) ngày làm việc",
     "trong 03 (ba) ngày làm việc", "relative", "2025-03-13", "2025-03-10", "2025-03-13"),
    ("trong 02 tháng", "trong 02 tháng", "relative", "2025-05-10", "2025-03-10", "2025-05-10"),
    ("trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "recurring", None, None, None),
    ("ngày 25 hàng tháng", "ngày 25 hàng tháng", "recurring", None, None, None),
    ("định kỳ hằng tuần", "định kỳ hằng tuần", "recurring", None, None, None),
    ("định kỳ trước ngày 15 tháng cuối mỗi quý",
     "định kỳ trước ngày 15 tháng cuối mỗi quý", "recurring", None, None, None),
    ("hằng tháng báo cáo trước ngày 20",
     "hằng tháng báo cáo trước ngày 20", "recurring", None, None, None),
    ("báo cáo vào thứ Sáu hằng tuần", "vào thứ Sáu hằng tuần", "recurring", None, None, None),
    ("mỗi quý, trước ngày 10", "mỗi quý, trước ngày 10", "recurring", None, None, None),
    ("định kỳ hằng năm", "định kỳ hằng năm", "recurring", None, None, None),
    ("chậm nhất ngày 05 hàng tháng", "chậm nhất ngày 05 hàng tháng", "recurring", None, None, None),
    ("hoàn thành trong tháng 5",
     "trong tháng 5", "within", "2025-05-31", "2025-05-01", "2025-05-31"),
    ("hoàn thành ngày 30/4/2025",
     "hoàn thành ngày 30/4/2025", "by", "2025-04-30", "2025-04-30", "2025-04-30"),
    ("hoàn thành vào 30/4", "hoàn thành vào 30/4", "by", "2025-04-30", "2025-04-30", "2025-04-30"),
    ("xong trong Quý II", "trong Quý II", "within", "2025-06-30", "2025-04-01", "2025-06-30"),
    ("hoàn thành đến hết năm 2025",
     "đến hết năm 2025", "by", "2025-12-31", "2025-01-01", "2025-12-31"),
    ("hoàn tất trong tuần tới",
     "trong tuần tới", "within", "2025-03-23", "2025-03-17", "2025-03-23"),
    ("giải quyết dứt điểm trong tháng 4",
     "trong tháng 4", "within", "2025-04-30", "2025-04-01", "2025-04-30"),
    ("kết thúc trước ngày 30/6", "trước ngày 30/6", "before", "2025-06-30", None, "2025-06-30"),
    ("hoàn thành trước ngày 28/02/2025",
     "trước ngày 28/02/2025", "before", "2025-02-28", None, "2025-02-28"),
    ("phải gửi trước ngày 01/3/2025",
     "trước ngày 01/3/2025", "before", "2025-03-01", None, "2025-03-01"),
)  # fmt: skip

NONE = (
    "trước khi trình Chủ tịch",
    "trước mắt rà soát ngay",
    "trước đó đã nộp đủ",
    "trước mùa mưa lũ",
    "trước đây thuộc huyện",
    "trước tiên rà soát hồ sơ",
    "trước pháp luật",
    "trước hết là công tác cán bộ",
    "báo cáo tình hình thực hiện tháng 3",
    "tổng hợp số liệu đến hết tháng 4",
    "kế hoạch công tác trong tháng 4",
    "đã hoàn thành trong tháng 2",
    "kết quả thực hiện đến hết ngày 31/3",
    "quy hoạch đến năm 2030",
    "đến hết năm 2030",
    "tầm nhìn đến năm 2050",
    "giai đoạn 2025 - 2030",
    "từ năm 2021 đến năm 2025",
    "Quyết định số 14/QĐ-SNV ngày 02/01/2025",
    "theo Công văn ngày 12/5/2024",
    "có hiệu lực từ ngày 01/7/2025",
    "trước ngày 01/7/2014 trở về trước",
    "tăng 5% trong quý",
    "trong quá trình thực hiện",
    "trong thời gian tới",
    "trong đó có 03 hộ",
    "diện tích trên 25/3 ha",
    "đạt 30% kế hoạch năm",
    "ngày 15/02/2025",
    "trong ngày hội",
    "kỳ họp tháng 7",
    "dự kiến trong tháng 4",
    "được phê duyệt trong năm 2025",
    "nhiệm vụ trong tháng 4",
    "đến nay chưa xong",
    "trước 25%",
    "trước ngày 31/02/2025",
    "trước ngày 45",
)

# a cell under "Thời hạn", kind, due
CELLS: tuple[tuple[str, DeadlineKind, str | None], ...] = (
    ("25/3/2025", "by", "2025-03-25"),
    ("25/3", "by", "2025-03-25"),
    ("ngày 25/3/2025", "by", "2025-03-25"),
    ("Trước 25/3/2025", "before", "2025-03-25"),
    ("Quý II/2025", "within", "2025-06-30"),
    ("tháng 4/2025", "within", "2025-04-30"),
    ("trong tuần tới", "within", "2025-03-23"),
    ("đến tháng 6/2025", "within", "2025-06-30"),
    ("thường xuyên", "recurring", None),
    ("Hằng tháng", "recurring", None),
    ("Định kỳ hằng quý", "recurring", None),
    ("05 ngày", "relative", "2025-03-15"),
    ("Tháng 5/2025", "within", "2025-05-31"),
    ("T4/2025", "within", "2025-04-30"),
    ("30/9", "by", "2025-09-30"),
    ("30.6", "by", "2025-06-30"),
    ("Quý II, III/2025", "within", "2025-09-30"),
    ("Q.III/2025", "within", "2025-09-30"),
    ("Quý Ba", "within", "2025-09-30"),
    ("Cuối Quý II", "within", "2025-06-30"),
    ("Hết tháng 5", "by", "2025-05-31"),
    ("Đến hết 30/6/2025", "by", "2025-06-30"),
    ("Xong trước 15/4", "before", "2025-04-15"),
    ("Từ tháng 4 đến tháng 6/2025", "within", "2025-06-30"),
    ("Tháng 4 - tháng 6/2025", "within", "2025-06-30"),
    ("15-20/4/2025", "within", "2025-04-20"),
    ("Năm 2025", "within", "2025-12-31"),
    ("6 tháng cuối năm 2025", "within", "2025-12-31"),
    ("Thường xuyên trong năm", "recurring", None),
    ("Hàng quý", "recurring", None),
    ("Ngày 20 hằng tháng", "recurring", None),
    ("06 tháng/lần", "recurring", None),
    ("10 ngày làm việc", "relative", "2025-03-24"),
    ("Sau khi có ý kiến của Bộ", "none", None),
    ("Theo tiến độ dự án", "none", None),
    ("có văn bản", "none", None),
    ("-", "none", None),
    ("", "none", None),
)  # type: ignore[assignment]  # "none": the cell states no deadline


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("sentence", "quote", "kind", "due", "begins", "until"), DEADLINES, ids=lambda v: str(v)[:40]
)
def test_a_deadline(
    sentence: str, quote: str, kind: str, due: str | None, begins: str | None, until: str | None
) -> None:
    (found,) = find_deadlines(sentence, FRAME)
    assert found.text == sentence[found.start : found.end] == quote
    assert (found.kind, found.due) == (kind, _day(due))
    assert (found.begin, found.until) == (_day(begins), _day(until))


def _rows() -> list[tuple[str, str]]:
    lines = (line for line in DEADLINE_ROWS.splitlines() if line and not line.startswith("#"))
    return [(sentence, meaning) for sentence, _, meaning in (x.rpartition(" | ") for x in lines)]


@pytest.mark.parametrize(("row", "meaning"), _rows())
def test_deadlines_as_officials_word_them(row: str, meaning: str) -> None:
    sentence = re.sub(r"[\[\]]", "", row)
    quotes = re.findall(r"\[([^\]]*)\]", row)
    said = []
    for found in find_deadlines(sentence, FRAME):
        assert sentence[found.start : found.end] == found.text
        period = found.begin is not None and found.begin != found.due
        days = f"{found.begin}..{found.due}" if period else str(found.due or "-")
        said.append((found.text, f"{found.kind} {days}".replace("2025-", "")))
    assert said == list(zip(quotes, meaning.split("; ") if quotes else [], strict=True))


def test_two_days_of_one_cell() -> None:
    found = read_deadline_cell("20/4/2025; 20/6/2025", FRAME)
    assert [d.due for d in found] == [date(2025, 4, 20), date(2025, 6, 20)]


@pytest.mark.parametrize(
    ("issued", "count", "due"),
    [
        (date(2025, 3, 10), 5, date(2025, 3, 17)),
        (date(2024, 2, 6), 3, date(2024, 2, 16)),  # Tết: 8 to 14 February
        (date(2025, 1, 24), 2, date(2025, 2, 4)),  # Tết: 27 to 31 January
        (date(2021, 4, 20), 2, date(2021, 4, 23)),  # the Hùng Kings' day on the 21st
        (date(2023, 4, 28), 1, date(2023, 5, 4)),  # two days off in lieu
        (date(2024, 4, 26), 3, date(2024, 5, 4)),  # a Monday off for a Saturday at work
        (date(2022, 8, 31), 1, date(2022, 9, 5)),  # two days of National Day
    ],
)
def test_working_days_leave_public_holidays_out(issued: date, count: int, due: date) -> None:
    frame = Frame(issued, issued)
    (found,) = find_deadlines(f"báo cáo trong {count:02d} ngày làm việc", frame)
    assert found.due == due


@pytest.mark.parametrize("sentence", NONE)
def test_no_deadline(sentence: str) -> None:
    assert find_deadlines(sentence, FRAME) == []


@pytest.mark.parametrize(("cell", "kind", "due"), CELLS)
def test_a_cell_of_deadlines(cell: str, kind: str, due: str | None) -> None:
    found = read_deadline_cell(cell, FRAME)
    if kind == "none":
        assert found == []
        return
    assert [(d.kind, d.due) for d in found] == [(kind, _day(due))]
    assert all(cell[d.start : d.end] == d.text for d in found)


def test_nothing_is_guessed_without_a_day_of_the_notice() -> None:
    unknown = Frame()
    assert find_deadlines("trình trước ngày 25/3", unknown) == []
    assert find_deadlines("xong trong tuần này", unknown) == []
    (found,) = find_deadlines("trong 05 ngày làm việc", unknown)
    assert (found.kind, found.due) == ("relative", None)
    (found,) = find_deadlines("trước ngày 25/3/2025", unknown)
    assert found.due == date(2025, 3, 25)


def test_a_date_without_a_year_is_of_the_next_one_where_this_one_is_long_past() -> None:
    december = Frame(date(2024, 12, 20), date(2024, 12, 20))
    (found,) = find_deadlines("gửi trước ngày 15/01", december)
    assert found.due == date(2025, 1, 15)
    (found,) = find_deadlines("xong trong tháng 02", december)
    assert found.due == date(2025, 2, 28)


def test_what_is_late_may_be_ordered_again() -> None:
    (found,) = find_deadlines("phải gửi xong trước ngày 01/3/2025", FRAME)
    assert found.due == date(2025, 3, 1)
    assert find_deadlines("diện tích có trước ngày 01/3/2025", FRAME) == []


def test_several_in_one_sentence() -> None:
    sentence = "Trình trước ngày 20/3; phê duyệt trong tháng 4; báo cáo hằng tháng trước ngày 05"
    kinds = [d.kind for d in find_deadlines(sentence, FRAME)]
    assert kinds == ["before", "within", "recurring"]
