"""Who chaired, who issued, which document is the notice itself, and names in short."""

import pytest

from ingest import read_bytes
from kg.records import Notice

_HEAD = """{top}
Số: 45/TB-XY
Lam Sơn, ngày 10 tháng 3 năm 2031

THÔNG BÁO
Kết luận giao ban tháng 3

{opening} và kết luận như sau:

"""
_OPENING = "Ngày 07/3/2031, đồng chí Lò Văn Păn, Giám đốc chủ trì họp"
_TAIL = "\n\nNơi nhận:\n- Lưu: VT.\n"


def _read(body: str, top: str = "SỞ NỘI VỤ", opening: str = _OPENING) -> Notice:
    text = _HEAD.format(top=top, opening=opening) + body + _TAIL
    return read_bytes(text.encode(), "a.txt")


CHAIRS = (
    "Ngày 07/3/2031, đồng chí Lò Văn Păn, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở chủ trì "
    "họp. Dự họp có các đồng chí Phó Giám đốc: Vàng Thị Mẩy, Hà Văn Sen",
    "Ngày 07/3/2031, được sự ủy quyền của Giám đốc Sở (đồng chí Vàng Thị Mẩy đi công tác), "
    "đồng chí Lò Văn Păn, Phó Giám đốc Sở chủ trì họp giao ban. Tham dự có ông Hà Văn Sen",
    "Ngày 07/3/2031, Sở họp giao ban dưới sự chủ trì của đồng chí Lò Văn Păn, Giám đốc Sở. Đồng "
    "chí Hà Văn Sen báo cáo",
)


@pytest.mark.parametrize("opening", CHAIRS)
def test_who_chaired(opening: str) -> None:
    chair = _read("1. Giao Thanh tra Sở rà soát.", opening=opening).chair
    assert chair is not None
    assert chair.value == "Lò Văn Păn"


ISSUERS = (
    ("UBND TỈNH LAM SƠN\nSỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI",
     "Sở Lao động - Thương binh và Xã hội tỉnh Lam Sơn"),
    ("UBND TỈNH LAM SƠN\nSỞ Y TẾ", "Sở Y tế tỉnh Lam Sơn"),
    ("UBND TỈNH LAM SƠN\nSỞ NÔNG NGHIỆP VÀ PTNT",
     "Sở Nông nghiệp và Phát triển nông thôn tỉnh Lam Sơn"),
    ("ỦY BAN NHÂN DÂN TỈNH LAM SƠN\nBAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
     "Ban Quản lý các khu công nghiệp tỉnh Lam Sơn"),
    ("TỔNG CÔNG TY ĐƯỜNG SÔNG\nHỘI ĐỒNG THÀNH VIÊN",
     "Hội đồng thành viên Tổng công ty Đường sông"),
    ("SỞ Y TẾ TỈNH LAM SƠN\nBỆNH VIỆN ĐA KHOA TỈNH", "Bệnh viện Đa khoa tỉnh Lam Sơn"),
    ("Thông báo giao ban tháng 3\nTỔNG CỤC HẢI QUAN\nCỤC HẢI QUAN TỈNH LAM SƠN",
     "Cục Hải quan tỉnh Lam Sơn"),
)  # fmt: skip


@pytest.mark.parametrize(("top", "name"), ISSUERS)
def test_who_issued(top: str, name: str) -> None:
    issuer = _read("1. Giao Thanh tra Sở rà soát.", top=top).issuer
    assert issuer is not None
    assert issuer.value.casefold() == name.casefold()


def test_the_notice_cites_not_itself() -> None:
    body = "1. Giao Thanh tra Sở rà soát.\n\n(Kèm theo Thông báo số 45/TB-XY ngày 10/3/2031)"
    assert _read(body).documents == ()


SHORT = (
    ("Phòng Trẻ em và Bình đẳng giới (TE-BĐG) rà soát.", "Phòng TE-BĐG lập sổ.",
     "Phòng Trẻ em và Bình đẳng giới"),
    ("Phòng Lao động - Việc làm rà soát.", "P.LĐ-VL lập sổ.", "Phòng Lao động - Việc làm"),
    ("các phòng Kỹ thuật (P4), Điều độ (P3) rà soát.", "P3 lập sổ.", "Phòng Điều độ"),
    ("Đội Quản lý vận hành lưới điện cao thế (Đội QLVH LĐCT) rà soát.", "Đội QLVH LĐCT lập sổ.",
     "Đội Quản lý vận hành lưới điện cao thế"),
    ("Trung tâm Dịch vụ việc làm rà soát.", "TT DVVL lập sổ.", "Trung tâm Dịch vụ việc làm"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second", "name"), SHORT)
def test_names_in_short(first: str, second: str, name: str) -> None:
    tasks = _read(f"1. Giao {first}\n\n2. Giao {second}").tasks
    assert [m.canonical for m in tasks[1].assignees] == [name]
    assert name in [m.canonical for m in tasks[0].assignees]


def test_initials_of_an_office_that_a_heading_names() -> None:
    body = "PHÒNG KHẢO THÍ VÀ ĐẢM BẢO CHẤT LƯỢNG\n\n- Rà soát đề.\n\n- Giao P. KT&ĐBCL lập sổ."
    names = [m.canonical for task in _read(body).tasks for m in task.assignees]
    assert [name and name.casefold() for name in names] == [
        "phòng khảo thí và đảm bảo chất lượng"
    ] * 2


def test_the_first_heading_after_what_is_given_out_is_of_the_body() -> None:
    opening = (
        "Ngày 07/3/2031, PGS.TS. Lò Văn Păn, Hiệu trưởng chủ trì họp. Hiệu trưởng giao:\n\nKHOA"
    )
    text = "TRƯỜNG CAO ĐẲNG HUA NÀ\nSố: 5/TB-CĐ\n\nTHÔNG BÁO\nKết luận"
    notice = read_bytes(f"{text}\n\n{opening} ĐIỆN TỬ\n\n- Rà soát đề cương.\n".encode(), "a.txt")
    assert [[m.name for m in task.assignees] for task in notice.tasks] == [["KHOA ĐIỆN TỬ"]]


def test_the_new_term_counts() -> None:
    table = """| TT | Nhiệm vụ | Đơn vị | Thời hạn cũ | Thời hạn mới |
|---|---|---|---|---|
| 1 | Số hóa hồ sơ | Văn phòng Sở | 15/3/2031 | 30/4/2031 |"""
    (task,) = _read(table).tasks
    assert [str(d.due) for d in task.deadlines] == ["2031-04-30"]


@pytest.mark.parametrize("name", ["Quàng Thị Sen", "Xín Văn Mẩy"])
def test_a_signer_of_any_family(name: str) -> None:
    tail = f"\n\nNơi nhận:\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n{name}"
    signer = _read(f"1. Giao Thanh tra Sở rà soát.{tail}").signer
    assert signer is not None
    assert signer.value == name
