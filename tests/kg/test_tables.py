"""Tables and calendar: what Excel and a calendar program read back."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from kg.ids import task_iris
from kg.tables import HEADERS, deadlines_ics, table_rows, tasks_csv, tasks_xlsx
from kg.threads import link
from tests.kg.series import no_likeness, notices_of, read_series

NOTICES, _ = notices_of(
    [
        "== 12/TB-SCT | Sở Công Thương | 2022-03-04 | issued 2022-03-07",
        "a | Phòng Năng lượng | Kiểm tra an toàn đập thủy điện [p:Nậm Rốm Hạ] với "
        "[c:Thanh tra Sở] theo [r:Nghị định số 31/2021/NĐ-CP], [d:2022-03-25|trước 25/3/2022].",
        "b | Văn phòng Sở | Sửa mái nhà kho.",
    ]
)
DANGEROUS = ["=1+1", "+84 23", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")']


def rows_saying(text):
    (first, *_) = table_rows(NOTICES)
    return [replace(first, text=text)]


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content):
    sheet = load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_one_row_a_task_in_both_tables():
    rows = table_rows(NOTICES)
    text, sheet = read_csv(tasks_csv(rows)), read_xlsx(tasks_xlsx(rows))
    assert text[0] == sheet[0] == list(HEADERS.values())
    assert len(text) == len(sheet) == 3
    told = dict(zip(HEADERS, text[1], strict=True))
    assert told == {
        "number": "12/TB-SCT",
        "issued": "2022-03-07",
        "meeting_date": "2022-03-04",
        "section": "Phòng Năng lượng",
        "label": "1",
        "text": NOTICES[0].tasks[0].text,
        "assignees": "Phòng Năng lượng",
        "coordinators": "Thanh tra Sở",
        "due": "2022-03-25",
        "deadlines": "trước 25/3/2022",
        "documents": "Nghị định 31/2021/NĐ-CP",
        "projects": "Nậm Rốm Hạ",
        "thread": "",
        "source": "12-TB-SCT.txt",
        "task": task_iris(NOTICES[0])[0],
    }
    assert dict(zip(HEADERS, sheet[1], strict=True))["due"].date() == date(2022, 3, 25)


def test_a_work_of_several_months_is_named():
    notices, _ = read_series("transport")
    threads = link(notices, no_likeness)
    named = {row.task: row.thread for row in table_rows(notices, threads) if row.thread}
    assert set(named) == {task for t in threads if len(t.tasks) > 1 for task in t.tasks}


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_run(text):
    rows = rows_saying(text)
    column = list(HEADERS).index("text")
    assert read_csv(tasks_csv(rows))[1][column] == f"'{text}"
    sheet = load_workbook(io.BytesIO(tasks_xlsx(rows))).active
    cell = sheet.cell(2, column + 1)
    assert (cell.value, cell.data_type) == (text, "s")


def test_what_a_workbook_cannot_hold_is_left_out():
    column = list(HEADERS).index("text")
    assert read_xlsx(tasks_xlsx(rows_saying("a\x0bb\x00c")))[1][column] == "abc"


def test_lines_and_quotes_survive_csv():
    column = list(HEADERS).index("text")
    text = 'Dòng "một"\ndòng, hai; ba'
    assert read_csv(tasks_csv(rows_saying(text)))[1][column] == text


def test_calendar():
    content = deadlines_ics(table_rows(NOTICES))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == date(2022, 3, 25)
    assert event.decoded("dtend") == date(2022, 3, 26)
    assert event.decoded("dtstamp").date() == date(2022, 3, 7)
    assert str(event["summary"]).startswith("Phòng Năng lượng: Kiểm tra an toàn đập")
    assert NOTICES[0].tasks[0].text in str(event["description"])


def test_calendar_is_wellformed_to_the_letter():
    long = "Kiểm tra; xử lý, báo cáo \\ " * 12 + "\nhết"
    content = deadlines_ics(rows_saying(long))
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-1] == b""
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert long in str(event["description"])
    uids = [line for line in lines if line.startswith(b"UID:")]
    assert len(uids) == 1


def test_the_same_rows_give_the_same_bytes():
    notices, _ = read_series("transport")
    for write in (tasks_csv, deadlines_ics):
        assert write(table_rows(notices)) == write(table_rows(notices[::-1]))


def test_nothing_to_tell():
    assert len(read_csv(tasks_csv([]))) == 1
    assert len(read_xlsx(tasks_xlsx([]))) == 1
    assert b"VEVENT" not in deadlines_ics([])
