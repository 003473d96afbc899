"""Rule 6: how a work stands on a day, from what the notices issued by then say."""

from dataclasses import replace
from datetime import date

import pytest

from kg.due import statuses
from kg.threads import link
from tests.kg.series import no_likeness, notices_of

ORDER = "a | Phòng Chăn nuôi | Lập phương án di dời chuồng trại ven suối Nà Lưu{}."
OTHER = "b | Văn phòng Sở | Sắp xếp kho lưu trữ hồ sơ nhân sự."
SPRING = "[d:2024-03-20|trước ngày 20/3/2024]"
MAY = "[d:2024-05-10|trước ngày 10/5/2024]"


def month(number, *rows):
    head = f"== {number}/TB-SNN | Sở Nông nghiệp | 2024-{number:02}-04 | issued 2024-{number:02}-06"
    return [head, *rows]


def remark(notice, text):
    """Return the notice with an assessment after its orders."""
    return replace(notice, text=f"{notice.text}{text}\n")


def status_of(notices, as_of, words="di dời"):
    found = statuses(notices, link(notices, no_likeness), date.fromisoformat(as_of))
    return next((status for status in found if words in status.title), None)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2024-03-19", "open"), ("2024-03-20", "open"), ("2024-03-21", "overdue")],
)
def test_on_the_day_itself_it_is_open(as_of, status):
    notices, _ = notices_of(month(3, ORDER.format(f" {SPRING}")))
    assert status_of(notices, as_of).status == status


def test_without_a_deadline():
    notices, _ = notices_of(month(3, ORDER.format("")))
    found = status_of(notices, "2030-01-01")
    assert (found.status, found.due, found.slips) == ("no-deadline", None, 0)


def test_a_notice_of_a_later_day_is_not_known():
    notices, _ = notices_of(month(3, ORDER.format("")))
    assert status_of(notices, "2024-03-05") is None, "met on 4 March, issued on the 6th"
    assert status_of(notices, "2024-03-06") is not None
    undated = (replace(notices[0], issued=None),)
    assert status_of(undated, "2024-03-04") is not None, "the meeting's day stands in"
    assert status_of(undated, "2024-03-03") is None


def test_slips_and_the_deadline_that_counts():
    notices, _ = notices_of(
        month(3, ORDER.format(f" {SPRING}"))
        + month(4, ORDER.format(" [d:2024-04-20|trước ngày 20/4/2024]"))
        + month(5, ORDER.format(""))
        + month(6, ORDER.format(" [d:2024-06-20|trước ngày 20/6/2024]"))
    )
    assert status_of(notices, "2024-03-30").slips == 0
    april = status_of(notices, "2024-04-10")
    assert (april.slips, april.status, april.due) == (1, "open", date(2024, 4, 20))
    may = status_of(notices, "2024-05-20")
    assert (may.slips, may.status) == (1, "overdue"), "a restatement without a day moves nothing"
    june = status_of(notices, "2024-06-20")
    assert (june.slips, june.slipped_days, june.status) == (2, 31 + 61, "open")
    assert june.last_seen == date(2024, 6, 4)


def test_an_earlier_deadline_is_no_slip():
    notices, _ = notices_of(
        month(3, ORDER.format(f" {MAY}")) + month(4, ORDER.format(f" {SPRING}"))
    )
    found = status_of(notices, "2024-04-10")
    assert (found.slips, found.due, found.status) == (0, date(2024, 3, 20), "overdue")


def test_dropped_when_the_latest_notice_of_the_issuer_is_silent():
    lines = month(3, ORDER.format(""), OTHER) + month(4, OTHER)
    notices, _ = notices_of(lines)
    assert not status_of(notices, "2024-03-30").dropped
    assert status_of(notices, "2024-04-30").dropped
    assert not status_of(notices, "2024-04-30", "lưu trữ").dropped
    other, _ = notices_of(
        [*month(3, ORDER.format("")), "== 9/TB-SYT | Sở Y tế | 2024-04-04 | issued 2024-04-05",
         "c | Phòng Dược | Kiểm kê tủ thuốc cấp cứu."]
    )  # fmt: skip
    assert not status_of(other, "2024-04-30").dropped, "another department's notice drops nothing"


DONE = [
    "Phòng Chăn nuôi đã hoàn thành phương án di dời chuồng trại ven suối Nà Lưu.",
    "Các việc đã hoàn thành: sơn sửa nhà xe; phương án di dời chuồng trại ven suối Nà Lưu.",
    "Phương án di dời chuồng trại ven suối Nà Lưu đã được UBND tỉnh hoàn thành xong.",
    "Việc di dời chuồng trại ven suối Nà Lưu đã được Chủ tịch UBND huyện giải quyết bằng Quyết "
    "định số 12/QĐ-UBND ngày 02/4/2024, các hộ không khiếu nại.",
    "Phương án di dời chuồng trại ven suối Nà Lưu đã được phê duyệt tại Quyết định số 9/QĐ-UBND.",
]
NOT_DONE = [
    "Đã hoàn thành khảo sát nhưng chưa có phương án di dời chuồng trại ven suối Nà Lưu.",
    "Phương án di dời chuồng trại ven suối Nà Lưu chưa hoàn thành.",
    "Đã hoàn thành 60% phương án di dời chuồng trại ven suối Nà Lưu.",
    "Đã hoàn thành dự thảo phương án di dời chuồng trại ven suối Nà Lưu.",
    "Đã hoàn thành phương án di dời chuồng trại ven suối Khuổi Đăm.",
    "Đã hoàn thành phương án chống rét cho gia súc.",
    "Đã trình phương án di dời chuồng trại ven suối Nà Lưu.",  # asked for is the plan itself
    "Phương án di dời chuồng trại ven suối Nà Lưu cơ bản hoàn thành.",
]


@pytest.mark.parametrize(
    ("text", "status"),
    [(text, "done") for text in DONE] + [(text, "overdue") for text in NOT_DONE],
)
def test_done_when_a_later_assessment_says_so(text, status):
    lines = month(3, ORDER.format(f" {SPRING}"), OTHER) + month(4, OTHER)
    first, second = notices_of(lines)[0]
    found = status_of((first, remark(second, text)), "2024-04-30")
    assert found.status == status
    assert not (status == "done" and found.dropped)


def test_an_order_that_follows_keeps_it_open():
    lines = month(3, ORDER.format(f" {SPRING}")) + month(4, ORDER.format(f" {MAY}"))
    first, second = notices_of(lines)[0]
    notices = (first, remark(second, DONE[0]))
    assert status_of(notices, "2024-04-30").status == "open"


def test_sent_is_done_where_sending_was_asked():
    order = "a | Phòng Chăn nuôi | Trình UBND tỉnh ban hành quy định nuôi ong lấy mật rừng."
    first, second = notices_of(month(3, order, OTHER) + month(4, OTHER))[0]
    said = remark(second, "Đã trình UBND tỉnh quy định nuôi ong lấy mật rừng.")
    assert status_of((first, said), "2024-04-30", "nuôi ong").status == "done"
    assert status_of((first, said), "2024-04-01", "nuôi ong").status == "no-deadline"


def test_whom_a_notice_is_sent_to_is_no_mention():
    order = "a | Văn phòng Sở | Sửa quy chế phối hợp của Hội Làm vườn."
    first, second = notices_of(month(3, order, OTHER) + month(4, OTHER))[0]
    sent = remark(second, "Nơi nhận:\n- Quy chế phối hợp của Hội Làm vườn;")
    assert status_of((first, sent), "2024-04-30", "quy chế").dropped


def test_mentioned_is_not_dropped():
    first, second = notices_of(month(3, ORDER.format(f" {SPRING}"), OTHER) + month(4, OTHER))[0]
    found = status_of((first, remark(second, NOT_DONE[0])), "2024-04-30")
    assert (found.dropped, found.last_seen) == (False, date(2024, 4, 4))
