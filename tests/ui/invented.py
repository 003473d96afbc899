"""Invented notices as files, and a workspace that reads them without the real model."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.support import TinyEncoder
from ui.workspace import Workspace

APRIL = """UBND TỈNH BẢN LIỀN
SỞ XÂY DỰNG

Số: 21/TB-SXD
Bản Liền, ngày 06 tháng 4 năm 2023

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 4 năm 2023

Ngày 04/4/2023, Giám đốc Sở Mạc Thế Vinh chủ trì họp giao ban và kết luận như sau:

1. Phòng Quản lý nhà

1- Lập danh mục nhà ở cũ tại xã Vân Trình, trình UBND tỉnh trước ngày 20/4/2023 theo Nghị định \
số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ.

2- Kiểm tra việc cấp phép xây dựng nhà ở riêng lẻ, báo cáo Giám đốc Sở.

2. Thanh tra Sở

1- Xử lý dứt điểm vi phạm trật tự xây dựng tại khu dân cư Đồi Thông trước ngày 30/4/2023.

2- Đôn đốc chủ đầu tư dự án cầu Nà Lốc, báo cáo việc lắp biển báo thi công.
"""
MAY = """UBND TỈNH BẢN LIỀN
SỞ XÂY DỰNG

Số: 29/TB-SXD
Bản Liền, ngày 08 tháng 5 năm 2023

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 5 năm 2023

Ngày 05/5/2023, Giám đốc Sở Mạc Thế Vinh chủ trì họp giao ban và kết luận như sau:

1. Phòng Quản lý nhà

1- Tiếp tục lập danh mục nhà ở cũ tại xã Vân Trình, trình UBND tỉnh trước ngày 25/5/2023 theo \
Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ.

2. Thanh tra Sở

1- Đôn đốc chủ đầu tư dự án cầu Nà Lốc, hoàn thành rào chắn trước ngày 15/5/2023.
"""
NO_TASK = """SỞ XÂY DỰNG

Số: 30/TB-SXD

Kính gửi các đồng chí bức ảnh chụp tại buổi gặp mặt đầu năm.
"""


def write(folder: Path, **texts: str) -> list[Path]:
    """Write files ``name.md`` and return their paths, in the order given."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def filled(folder: Path) -> Workspace:
    """Return a workspace in ``folder/work`` that holds April and May, of ``folder/files``."""
    shutil.copytree(_template(), folder, dirs_exist_ok=True)
    return Workspace.open(folder / "work", encoder=TinyEncoder())


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="chidao-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    report = Workspace.open(folder / "work", encoder=TinyEncoder()).ingest(
        write(folder / "files", april=APRIL, may=MAY)
    )
    assert not report.failed
    return folder
