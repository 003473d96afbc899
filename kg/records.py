"""The records that every stage hands to the next: what a notice says, and where it says it.

A record is immutable and does no I/O. Every extracted value keeps ``start`` and ``end``, offsets
in characters into ``Notice.text``, the text of the notice as read (markup, page debris and page
breaks mended); ``notice.text[start:end]`` is its quote.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")
Day: TypeAlias = date

EVERY_UNIT = "*"
"""``Mention.canonical`` of "các phòng, đơn vị": every unit that the notice addresses."""

DeadlineKind = Literal["before", "by", "within", "recurring", "relative"]
"""How a deadline is worded.

- ``before``: "trước ngày 20/6" (the day named is still the due day, as offices count it)
- ``by``: "đến hết", "chậm nhất", "hoàn thành ngày"
- ``within``: "trong tháng 6", "trong Quý II": due on the last day of the period
- ``recurring``: "hằng tháng trước ngày 20": no single due day
- ``relative``: "trong 05 ngày làm việc kể từ ngày ban hành": counted from another day
"""


Tone = Literal["urgent", "continuing", "regular"]
"""How an order presses: "khẩn trương", "tiếp tục", "thường xuyên"."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, both days included."""

    begin: date
    until: date


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """One value of the notice's own description, with the place that states it."""

    value: T
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit, project, person or place named in the text.

    ``name`` is the quote, except that a list shares its kind: in "các Sở: Tài chính, Tư pháp" the
    second mention's name is "Tư pháp" and its ``canonical`` is "Sở Tư pháp".
    """

    name: str
    start: int
    end: int
    canonical: str | None = None
    """The full official name where the document or common usage tells it, else None."""
    role: str | None = None
    """A person's post ("Phó Giám đốc Sở"), a place's administrative kind ("xã"); else None."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal or administrative document cited in the text."""

    key: str
    """Number as printed, without kind and "số" (``54/2021/NĐ-CP``); the title where it has none."""
    type: str
    """Kind of document in Vietnamese: "Nghị định", "Quyết định", "Công văn", "Luật" ..."""
    text: str
    start: int
    end: int
    date: Day | None = None
    issuer: str | None = None
    title: str | None = None
    """What the document is about, where the text goes on to say it."""
    pinpoint: str | None = None
    """The provision cited: "khoản 3 Điều 61", "nội dung 1.5"."""
    relation: str | None = None
    """What the sentence does with it, where it says so: "căn cứ", "triển khai", "sửa đổi",
    "thay thế", "hướng dẫn"."""
    antecedent: tuple[int, int] | None = None
    """For a reference back ("Kế hoạch nêu trên"), the place of the mention that says which document
    is meant; its key, type, date and issuer are that mention's."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a task is due, as worded, and the days that it means."""

    text: str
    start: int
    end: int
    kind: DeadlineKind
    due: date | None = None
    """Last day on which the task is on time; None where the wording gives no single day."""
    begin: date | None = None
    """First day of the period named, for ``within`` and ranges."""
    until: date | None = None
    """Last day of the period named."""


@dataclass(frozen=True, slots=True)
class Task:
    """One order: a numbered item, a table row, or an ordering sentence or paragraph."""

    label: str | None
    """The item's own number or letter, "7" of "7- ..."; None where it has none."""
    text: str
    start: int
    end: int
    section: str | None
    """The heading that it stands under, without its number."""
    assignees: tuple[Mention, ...] = ()
    coordinators: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    refs: tuple[Citation, ...] = ()
    projects: tuple[Mention, ...] = ()
    people: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    supervisors: tuple[Mention, ...] = ()
    """Persons under whose direction it is done: "(đ/c A - Phó Giám đốc Sở chỉ đạo)"."""
    submitted_to: tuple[Mention, ...] = ()
    """To whom the work is submitted, reported or sent."""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the notice states and does not order, such as a work reported late."""

    kind: Literal["late-work"]
    text: str
    start: int
    end: int
    refs: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something the reader could not read or had to leave out, and where."""

    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice as read: what it is, what it orders, what it cites."""

    source: str
    """Name of the file it was read from, without folders."""
    text: str
    """The text as read; blocks (paragraphs, items, table rows) are parted by newlines."""
    number: Stated[str] | None = None
    issuer: Stated[str] | None = None
    issued: Stated[date] | None = None
    place: Stated[str] | None = None
    title: Stated[str] | None = None
    meeting_date: Stated[date] | None = None
    chair: Stated[str] | None = None
    signer: Stated[str] | None = None
    signer_post: Stated[str] | None = None
    """The capacity that it is signed in: "TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG"."""
    present: Stated[str] | None = None
    """The words that say who attended the meeting."""
    reviewed: Stated[Period] | None = None
    """The period whose work the meeting reviewed."""
    planned: Stated[Period] | None = None
    """The period that it planned."""
    recipients: tuple[Stated[str], ...] = ()
    """The lines of "Nơi nhận"."""
    tasks: tuple[Task, ...] = ()
    documents: tuple[Citation, ...] = ()
    """The first, fullest mention of every document cited anywhere in the notice."""
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    """(offset, page number) for each place where the text turns to another page, in order of the
    offsets; empty where the file knows no pages."""

    def page_of(self, offset: int) -> int | None:
        """Return the page of the file, from 1, that a place of the text stands on.

        >>> Notice("a.pdf", "Giao Sở Y tế", pages=((0, 1), (5, 2))).page_of(7)
        2
        """
        before = bisect_right(self.pages, offset, key=lambda turn: turn[0])
        return self.pages[before - 1][1] if before else None
