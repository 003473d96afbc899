"""The deadlines of a table's cell, where a time needs no lead: the column says what it is."""

from dataclasses import replace

from ingest.patterns.deadline import find_deadlines
from ingest.patterns.deadline_grammar import (
    AND_DAY,
    CELL_COUNT,
    CELL_LEAD,
    OFTEN,
)
from ingest.patterns.times import Frame, Time, time_at
from kg.records import Deadline


def read_deadline_cell(text: str, frame: Frame) -> list[Deadline]:
    """Return the deadlines of a table cell under "Thời hạn", where a bare time is one."""
    cell = text
    text = _small_first(cell)  # "Tháng 8/2023" in a cell is "tháng 8/2023" in a sentence
    return [replace(d, text=cell[d.start : d.end]) for d in _read_cell(text, frame)]


def _read_cell(text: str, frame: Frame) -> list[Deadline]:
    if found := find_deadlines(text, frame):
        return found
    lead = CELL_LEAD.match(text)
    start = lead.end() if lead else 0
    if times := _bare_times(text, start, frame):
        return [
            Deadline(
                text[begin : time.end], begin, time.end, "by" if time.bare else "within",
                time.until, time.begin, time.until,
            )
            for begin, time in times
        ]  # fmt: skip
    if CELL_COUNT.match(text, start):  # "5 ngày làm việc kể từ ngày ban hành Thông báo"
        lead_word = "trong "
        found = find_deadlines(lead_word + text[start:], frame)
        return [
            replace(
                d, text=d.text[len(lead_word) :], start=start, end=d.end + start - len(lead_word)
            )
            for d in found[:1]
        ]
    if OFTEN.search(text):
        quote = text.strip()
        start = text.index(quote)
        return [Deadline(quote, start, start + len(quote), "recurring")]
    return []


def _bare_times(text: str, start: int, frame: Frame) -> list[tuple[int, Time]]:
    """The times that a cell lists, each with its begin: "20/4; 20/6"."""
    times: list[tuple[int, Time]] = []
    while time := time_at(text, start, frame):
        times.append((start, time))
        further = AND_DAY.match(text, time.end)
        if further is None or not time.bare:
            break
        start = further.end()
    return times


def _small_first(text: str) -> str:
    """The same with its first letter in lower case, unless it is an abbreviation's: "T4/2025"."""
    at = len(text) - len(text.lstrip())
    if not text[at + 1 : at + 2].islower():
        return text
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]
