"""Invented notices of many departments, as ``kg.build`` makes quads of them, as many as asked.

Each department meets once a month. Half of its orders go on with those of the month before, for
six months; every order has a unit and a citation, and names, in turn, what else orders name.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from kg.build import notice_quads
from kg.fold import digest
from kg.ids import BASE, task_iris
from kg.records import Citation, Deadline, Mention, Notice, Stated, Task
from kg.terms import Quad
from kg.thread_graph import thread_quads
from kg.thread_records import Continuation, Thread

TASKS_OF_A_NOTICE = 45
_DEPARTMENTS, _MONTHS_OF_A_WORK = 20, 6
_DOCUMENTS, _PROJECTS, _PLACES, _OFFICES = 2_000, 400, 300, 12
_FIELDS = (
    "Xây dựng", "Tài chính", "Tư pháp", "Nội vụ", "Y tế", "Công Thương",
    "Nông nghiệp và Môi trường",
    "Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch",
)  # fmt: skip
_PROVINCES = ("Lâm Giang", "Hà Vân")
_FIRST = date(2005, 1, 5)
_WORDS = (
    "rà soát lập trình kiểm tra báo cáo hồ sơ mỏ đất rừng cầu đường thủy lợi trường học bệnh viện "
    "giải phóng mặt bằng quy hoạch khoáng sản cấp phép thanh tra đôn đốc nghiệm thu quyết toán"
).split()


def quads(tasks: int, *, seed: int = 1) -> Iterator[Quad]:
    """Yield the quads of at least so many tasks, threads included and labels not."""
    random = Random(seed)
    works: list[list[str]] = [[] for _ in range(_DEPARTMENTS * TASKS_OF_A_NOTICE)]
    for number in range(-(-tasks // TASKS_OF_A_NOTICE)):
        month, department = divmod(number, _DEPARTMENTS)
        notice = _Page(department, month, random).notice()
        yield from notice_quads(notice)
        for position, iri in enumerate(task_iris(notice)):
            work = works[department * TASKS_OF_A_NOTICE + position]
            if position % 2 or len(work) == _MONTHS_OF_A_WORK:
                yield from _thread(work)
                work.clear()
            work.append(iri)
    for work in works:
        yield from _thread(work)


def _thread(tasks: list[str]) -> list[Quad]:
    if not tasks:
        return []
    links = tuple(
        Continuation(later, earlier, 0.9, ("unit", "words"), ())
        for earlier, later in pairwise(tasks)
    )
    name = f"Công việc {digest(tasks[0])}"
    return thread_quads([Thread(f"{BASE}thread/{digest(tasks[0])}", name, tuple(tasks), links)])


class _Page:
    """A notice as it is being written: its text so far, and what stands where."""

    def __init__(self, department: int, month: int, random: Random) -> None:
        self.random = random
        self.month = month
        place, field = divmod(department, len(_FIELDS))
        self.province, self.office = _PROVINCES[place], f"Sở {_FIELDS[field]}"
        self.text = ""

    def notice(self) -> Notice:
        met = _FIRST + timedelta(30 * self.month)
        code = "".join(word[0] for word in self.office.split()).upper()
        number = self.stated(f"{self.month + 1}/TB-{code}", "Số: ")
        issuer = self.stated(f"{self.office} tỉnh {self.province}", "\n")
        place = self.stated(self.province, "\n")
        said = self.stated(f"ngày {met.day} tháng {met.month} năm {met.year}", ", ")
        title = self.stated(f"Kết luận tại cuộc họp tháng {met.month} năm {met.year}", "\n")
        chair = self.stated(f"Lê Văn {_FIELDS[self.month % 7]}", " do đồng chí ")
        tasks = tuple(self.task(position, met) for position in range(TASKS_OF_A_NOTICE))
        found = {ref.key: ref for task in tasks for ref in task.refs}
        when = Stated(met, said.start, said.end)
        return Notice(
            source=f"{issuer.value}-{met}.docx", text=self.text, number=number, issuer=issuer,
            issued=when, place=place, title=title, meeting_date=when, chair=chair, tasks=tasks,
            documents=tuple(found.values()),
        )  # fmt: skip

    def task(self, position: int, met: date) -> Task:
        start, few = len(self.text) + 1, self.random
        unit = self.mention(f"Phòng Nghiệp vụ số {few.randrange(_OFFICES)}", "\n")
        helpers, projects, places, deadlines = (), (), (), ()
        if position % 3 == 0:
            helpers = (self.mention(f"Sở {few.choice(_FIELDS)}", ", phối hợp với "),)
            projects = (self.mention(f"đường số {few.randrange(_PROJECTS)}", ", dự án "),)
            places = (self.mention(f"Bản {few.randrange(_PLACES)}", " tại xã ", role="xã"),)
        self.stated(" ".join(few.choices(_WORDS, k=25)), " ")
        cited = self.citation(min(int(few.expovariate(0.01)), _DOCUMENTS - 1))
        if position % 2 == 0:
            due = met + timedelta(10 + few.randrange(60))
            said = self.stated(f"trước ngày {due.day}/{due.month}/{due.year}", " ")
            deadlines = (Deadline(said.value, said.start, said.end, "before", due),)
        return Task(
            label=str(position + 1), text=self.text[start:], start=start, end=len(self.text),
            section=None, assignees=(unit,), coordinators=helpers, deadlines=deadlines,
            refs=(cited,), projects=projects, places=places,
        )  # fmt: skip

    def citation(self, place: int) -> Citation:
        issued = date(1996, 1, 1) + timedelta(3 * place)
        key = f"{place}/{issued.year}/NĐ-CP" if place % 2 else f"{place}/QĐ-UBND"
        kind = "Nghị định" if place % 2 else "Quyết định"
        words = f"{kind} số {key} ngày {issued.day}/{issued.month}/{issued.year}"
        said = self.stated(words, " theo ")
        return Citation(key, kind, words, said.start, said.end, issued)

    def mention(self, name: str, before: str, *, role: str | None = None) -> Mention:
        said = self.stated(name, before)
        return Mention(name, said.start, said.end, role=role)

    def stated(self, words: str, before: str) -> Stated[str]:
        start = len(self.text) + len(before)
        self.text += before + words
        return Stated(words, start, len(self.text))
