"""Every usual way to write a name finds its node; what cannot be decided is asked back."""

import pytest

from kg.errors import QueryError, UnknownName
from kg.ids import BASE, notice_iri, task_iris
from kg.lookup import find, resolve
from kg.paths import neighbourhood
from kg.refs import task_rows, tasks_of
from kg.store import GraphStore
from kg.threads import THREADS_GRAPH, link, thread_quads
from tests.kg.notices import june
from tests.kg.series import no_likeness, notices_of

NOTICES, _ = notices_of(
    """
== 12/TB-STNMT | Sở Tài nguyên và Môi trường tỉnh Lam Khê | 2022-03-04 | issued 2022-03-07
a | Phòng Quản lý đất đai | Phổ biến [r:Nghị định số 31/2021/NĐ-CP] về giá đất tại [l:xã Nà Hồng].
b | Văn phòng Đăng ký đất đai | Phối hợp với [c:Phòng Quản lý đất đai] lập [p:Kho lưu trữ số].
c | Thanh tra Sở | Trả lời theo [r:Công văn số 812/UBND-CN] việc tại [l:xã Nà Hông].
d | Phòng Khoáng sản | Giải phóng mặt bằng dự án [p:đường cao tốc Bản Lầu - Khau Mang].
== 30/TB-STNMT | Sở Tài nguyên và Môi trường tỉnh Lam Khê | 2022-04-04 | issued 2022-04-06
a | Phòng Quản lý đất đai | Tiếp tục phổ biến [r:Nghị định 31/2021/NĐ-CP], xong \
[d:2022-04-20|trước 20/4/2022], gửi báo cáo [d:2022-04-28|trước 28/4/2022].
e | Phòng Khoáng sản | Rà soát theo [r:Nghị định số 87/2020/NĐ-CP], \
[r:Nghị định số 87/2018/NĐ-CP].
f | Văn phòng Sở | Đôn đốc dự án [p:đường cao tốc Bản Lầu - Tân Sơn].
""".strip().replace("\\\n", "").splitlines()
)  # fmt: skip


@pytest.fixture(scope="module")
def store():
    made = GraphStore.create()
    for notice in NOTICES:
        made.put(notice)
    made.put_graph(THREADS_GRAPH, thread_quads(link(NOTICES, no_likeness)))
    return made


WAYS = {
    "Nghị định 31/2021/NĐ-CP": [
        "31/2021/NĐ-CP", "NĐ 31/2021", "nđ 31", "nghi dinh 31", "Nghị định số 31/2021/NĐ-CP",
        "ND 31/2021/ND-CP", "nghị định 31 năm 2021", "31/2021/nđ-cp",
    ],
    "Công văn 812/UBND-CN": ["812/UBND-CN", "công văn 812", "CV 812/UBND-CN", "cong van so 812"],
    "Phòng Quản lý đất đai": [
        "phong quan ly dat dai", "PHÒNG QUẢN LÝ ĐẤT ĐAI", "Phòng QLĐĐ", "quản lý đất đai",
        "quan ly dat", "Phòng Quản lý",
    ],
    "Văn phòng Đăng ký đất đai": ["VPĐKĐĐ", "vp đkđđ", "Đăng ký đất đai", "vpdk dat dai"],
    "Sở Tài nguyên và Môi trường tỉnh Lam Khê": [
        "Sở TN&MT tỉnh Lam Khê", "Sở TNMT", "STNMT", "Sở TN và MT",
    ],
    "Đường cao tốc Bản Lầu - Khau Mang": ["khau mang", "cao tốc Khau Mang", "Bản Lầu - Khau Mang"],
    "Xã Nà Hồng": ["xã Nà Hồng"],
    "Xã Nà Hông": ["xã Nà Hông"],
    "Thông báo 12/TB-STNMT": ["12/TB-STNMT", "TB 12", "thông báo số 12"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label, texts in WAYS.items() for text in texts]
)
def test_every_usual_writing(store, label, text):
    kinds = None if "Phòng" not in text else {"unit"}
    assert resolve(store, text, kinds=kinds).label == label


def test_an_iri_is_itself(store):
    node = resolve(store, "NĐ 31/2021")
    assert resolve(store, node.iri) == node
    with pytest.raises(UnknownName):
        resolve(store, node.iri + "x")


@pytest.mark.parametrize("text", ["nghị định 87", "xa na hong", "cao tốc Bản Lầu"])
def test_what_two_fit_equally_is_asked_back(store, text):
    with pytest.raises(UnknownName, match=r"may be .*name one in full"):
        resolve(store, text)
    found = [node for node in find(store, text) if node.kind != "thread"]
    assert len(found) == 2
    assert find(store, text)[:2] == found, "threads, whose titles name much, come last"


@pytest.mark.parametrize(
    ("text", "near"),
    [("Phòng Quản lí đât đaii", "Phòng Quản lý đất đai"), ("đường cao tốc Bản Lầu - Khau Mamg",
      "Đường cao tốc Bản Lầu - Khau Mang")],
)  # fmt: skip
def test_near_names_are_told(store, text, near):
    with pytest.raises(UnknownName) as caught:
        resolve(store, text)
    assert near in str(caught.value)


@pytest.mark.parametrize("text", ["NĐ 99/2011", "Bộ Ngoại giao xứ lạ", "  ", "🙂"])
def test_nothing_fits(store, text):
    assert find(store, text) == []
    with pytest.raises(UnknownName, match="expected the name or number"):
        resolve(store, text)


def test_kinds_narrow(store):
    assert {node.kind for node in find(store, "cao tốc", kinds={"project"})} == {"project"}
    assert find(store, "cao tốc", kinds={"unit"}) == []
    with pytest.raises(ValueError, match="expected kinds of"):
        find(store, "x", kinds={"planet"})


def test_a_number_is_never_matched_by_its_letters(store):
    assert [node.label for node in find(store, "31/2021")] == ["Nghị định 31/2021/NĐ-CP"]
    assert find(store, "1/2021/NĐ-CP") == []


def test_tasks_of_a_decree_newest_meeting_first(store):
    rows = tasks_of(store, resolve(store, "NĐ 31/2021").iri)
    assert [row.meeting_date.isoformat() for row in rows] == ["2022-04-04", "2022-03-04"]
    newest = rows[0]
    assert newest.task == task_iris(NOTICES[1])[0]
    assert newest.text == NOTICES[1].tasks[0].text
    assert (newest.source, newest.label) == ("30-TB-STNMT.txt", "1")
    assert newest.notice == notice_iri(NOTICES[1])
    assert newest.assignees == ("Phòng Quản lý đất đai",)
    assert newest.due.isoformat() == "2022-04-28", "the latest of two"
    assert newest.thread == rows[1].thread is not None


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("phòng quản lý đất đai", 3),  # two of its own, one that it helps with
        ("Khau Mang", 1),
        ("xã Nà Hồng", 1),
        ("12/TB-STNMT", 4),
        ("Sở TNMT", 0),
    ],
)
def test_tasks_of_any_node(store, name, count):
    assert len(tasks_of(store, resolve(store, name).iri)) == count


def test_task_rows(store):
    every = task_rows(store)
    assert set(every) == {iri for notice in NOTICES for iri in task_iris(notice)}
    one = task_iris(NOTICES[0])[2]
    assert task_rows(store, [one]) == {one: every[one]}
    assert task_rows(store, []) == {}
    assert task_rows(store, [f"{BASE}task/none"]) == {}


@pytest.mark.parametrize("iri", ["x> ?p ?o } #", 'a"b', "a b"])
def test_an_iri_cannot_leave_its_brackets(store, iri):
    with pytest.raises(QueryError, match="expected an IRI"):
        tasks_of(store, iri)


def test_neighbourhood(store):
    decree = resolve(store, "NĐ 31/2021").iri
    near = neighbourhood(store, decree)
    assert near.nodes[decree] == {"kind": "document", "label": "Nghị định 31/2021/NĐ-CP"}
    tasks = {task_iris(NOTICES[0])[0], task_iris(NOTICES[1])[0]}
    assert set(near) == {decree} | tasks
    relations = {d["relation"] for _, _, d in near.edges(data=True)}
    assert relations == {"cites"}
    wider = neighbourhood(store, decree, depth=2)
    kinds = {kind for _, kind in wider.nodes(data="kind")}
    assert {"unit", "notice", "thread", "place", "task"} <= kinds
    assert wider.has_edge(*sorted(tasks, key=lambda iri: iri == task_iris(NOTICES[0])[0]))


def test_neighbourhood_keeps_its_limit_and_its_order(store):
    unit = resolve(store, "Phòng Quản lý đất đai", kinds={"unit"}).iri
    small = neighbourhood(store, unit, depth=3, limit=5)
    assert len(small) == 5
    assert unit in small
    again = neighbourhood(store, unit, depth=3, limit=5)
    assert list(small.edges(keys=True)) == list(again.edges(keys=True))


def test_neighbourhood_of_nothing(store):
    assert len(neighbourhood(store, f"{BASE}unit/none")) == 0


def test_names_are_read_once_and_again_after_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import lookup

    reads = []
    read = lookup._read_entries

    def counted(store: GraphStore) -> list[lookup._Entry]:
        reads.append(1)
        return read(store)

    monkeypatch.setattr(lookup, "_read_entries", counted)
    store = GraphStore.create()
    home = store.put(june())
    assert find(store, "so tu phap") == find(store, "Sở Tư pháp")
    assert find(store, "59/QĐ-UBND", kinds=["document"])
    assert len(reads) == 1
    store.remove(home)
    assert find(store, "so tu phap") == []
    assert len(reads) == 2
