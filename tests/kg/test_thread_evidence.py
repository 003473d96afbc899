"""What tells one work beside units and words: who leads it, whose place it is, which law."""

from dataclasses import replace

import pytest

from kg.compared import clashes, other_basis, shared_documents, shared_homes
from kg.ids import task_iris
from kg.likeness import Likeness
from kg.records import Citation, Notice
from kg.threads import link
from kg.traits import traits_of
from tests.kg.series import notices_of, shared_syllables
from tests.kg.test_threads import FILLER, HEAD, two_months


def is_one(notices: tuple[Notice, ...]) -> bool:
    ends = {task_iris(notices[0])[0], task_iris(notices[-1])[-1]}
    threads = link(notices, shared_syllables(notices))
    return any(ends <= set(thread.tasks) for thread in threads)


def chance(notices: tuple[Notice, ...]) -> float:
    """Return how probable it is that the first and the last order are one work."""
    orders = [order for notice in notices for order in traits_of(notice)]
    chances = Likeness(orders, shared_syllables(notices)).likely(orders)
    return chances[orders[-1].iri, orders[0].iri]


def told_to_lead(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Return the notices with the last order given to a person."""
    *before, last = notices
    *tasks, task = last.tasks
    led = replace(task, people=task.assignees)
    return (*before, replace(last, tasks=(*tasks, led)))


DROWNING = (
    "Phòng Trồng trọt | Phòng, chống đuối nước cho trẻ em tại ao, hồ, bến sông.",
    "Tẩn Văn Phùng | Trực tiếp kiểm tra việc chống đuối nước trẻ em tại ao, hồ.",
)


def test_a_person_leads_what_is_any_unit_s_work():
    led, another = told_to_lead(two_months(*DROWNING)), two_months(*DROWNING)
    assert is_one(led)
    assert chance(led) > chance(another) + 0.1, "another unit's like work may be another"


@pytest.mark.parametrize(
    ("unit", "home"),
    [
        ("Thôn Khuổi Mịt", {"thon": {"khuoi mit"}}),
        ("Trưởng thôn Khuổi Mịt", {"thon": {"khuoi mit"}}),
        ("UBND xã Nà Sơn", {"xa": {"na son"}}),
        ("Phòng Trồng trọt", {}),
        ("Ban Quản lý", {}),
    ],
)
def test_a_place_s_own_unit(unit, home):
    lines = [HEAD.format(4, 4, 4), f"a | {unit} | Hiến đất làm đường.", *FILLER]
    assert traits_of(notices_of(lines)[0][0])[0].homes == home


def test_the_place_s_own_unit_has_what_is_done_there():
    about = "Phòng Trồng trọt | San nền mở rộng sân nhà văn hóa tại [l:thôn Khuổi Mịt]."
    ours = "Thôn Khuổi Mịt | Vận động hộ dân hiến đất mở rộng sân nhà văn hóa."
    theirs = ours.replace("Khuổi Mịt", "Nà Lóng")
    first, second = (traits_of(notice) for notice in two_months(about, ours))
    assert shared_homes(first[0], second[-1])
    assert is_one(two_months(about, ours))
    assert not is_one(two_months(about, theirs))


def test_another_decree_behind_it_speaks_against_one_work():
    plan = "Văn phòng Sở | Xây dựng kế hoạch của các đơn vị sự nghiệp trực thuộc theo [r:{}]."
    first = plan.format("Nghị định số 115/2020/NĐ-CP")
    other = plan.format("Nghị định số 62/2020/NĐ-CP")
    a, b = (traits_of(notice) for notice in two_months(first, other))
    assert other_basis(a[0], b[-1])
    assert not clashes(a[0], b[-1]), "it is no trap: the same work may have another basis later"
    a, b = (traits_of(notice) for notice in two_months(first, first))
    assert not other_basis(a[0], b[-1])


def test_one_side_s_wish_to_work_together_makes_no_joint_task():
    asking = "a | Thanh tra Sở | Phối hợp với [c:Phòng Tài chính] kiểm tra kho giống lúa Nà Mạ."
    own = "b | Phòng Tài chính | Hoàn thiện quy định giá giống lúa của kho Nà Mạ."
    later = "a | Thanh tra Sở | Báo cáo kết quả kiểm tra kho giống lúa Nà Mạ."
    rows = [HEAD.format(4, 4, 4), asking, own, *FILLER, HEAD.format(5, 5, 5), *FILLER, later]
    notices, gold = notices_of(rows)
    threads = link(notices, shared_syllables(notices))
    homes = {task: thread.iri for thread in threads for task in thread.tasks}
    a, b = task_iris(notices[0])[:2]
    last = task_iris(notices[1])[-1]
    assert gold[a] == gold[last]
    assert homes[a] == homes[last] != homes[b]


def law(notice: Notice, words: str, key: str) -> Notice:
    """Return the notice with its first order citing a law, by these words of it."""
    task, *rest = notice.tasks
    start = notice.text.index(words, task.start)
    cited = Citation(key, "Luật", words, start, start + len(words))
    return replace(notice, tasks=(replace(task, refs=(cited,)), *rest))


def orders_on(*pairs: tuple[str, str, str]) -> list:
    found = []
    for text, words, key in pairs:
        (notice,), _ = notices_of([HEAD.format(4, 4, 4), f"a | Thanh tra Sở | {text}", *FILLER])
        found.append(traits_of(law(notice, words, key))[0])
    return found


TITLE = ("Phổ biến Luật Thủy sản.", "Luật Thủy sản", "Luật Thủy sản")
YEAR = ("Phổ biến Luật Thủy sản năm 2017.", "Luật Thủy sản năm 2017", "Luật Thủy sản 2017")
NUMBER = ("Phổ biến Luật Thủy sản số 18/2017/QH14.", "số 18/2017/QH14", "18/2017/QH14")
BARE = ("Phổ biến Luật số 18/2017/QH14.", "Luật số 18/2017/QH14", "18/2017/QH14")
OTHER = ("Phổ biến Luật Lâm nghiệp.", "Luật Lâm nghiệp", "Luật Lâm nghiệp")
OLDER = ("Phổ biến Luật Thủy sản năm 2003.", "Luật Thủy sản năm 2003", "Luật Thủy sản 2003")


@pytest.mark.parametrize(
    ("one", "other", "shared", "clash"),
    [
        (TITLE, YEAR, True, False),
        (TITLE, NUMBER, True, False),
        (YEAR, NUMBER, True, False),
        (NUMBER, BARE, True, False),
        (TITLE, BARE, False, False),  # nothing tells
        (TITLE, OTHER, False, True),
        (YEAR, OLDER, False, True),
        (OLDER, NUMBER, False, True),
    ],
)
def test_a_law_by_title_and_by_number(one, other, shared, clash):
    a, b = orders_on(one, other)
    assert bool(shared_documents(a, b)) == shared
    assert any("documents" in why for why in clashes(a, b)) == clash
