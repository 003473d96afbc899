"""Printed pages and portals' pages: order, columns, tables, and what is not the notice."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.assemble import document_of_lines
from ingest.document import Document
from ingest.readers import lines_of_file
from tests.ingest.printing import fonts, portal

Draw = Callable[[Any], None]


def pdf(*pages: Draw, rotation: int = 0) -> bytes:
    """A PDF whose pages are drawn by functions of a canvas; y counts down from the top."""
    fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for draw in pages:
        canvas.setPageRotation(rotation)
        canvas.setFont("Noto", 13)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def put(canvas: Any, x: float, y: float, text: str, font: str = "Noto", size: float = 13) -> float:
    """Draw a text and return where it ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, A4[1] - y, text)
    return x + float(canvas.stringWidth(text, font, size))


def read(data: bytes) -> Document:
    return document_of_lines(lines_of_file(data, "tep"), "tep")


def texts(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def _heading(canvas: Any) -> None:
    put(canvas, 300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "NotoBold", 11)
    put(canvas, 90, 60, "UBND TỈNH LAM GIANG", size=11)
    put(canvas, 100, 76, "SỞ Y TẾ", "NotoBold", 11)
    put(canvas, 340, 76, "Độc lập - Tự do - Hạnh phúc", "NotoBold", 12)
    canvas.line(110, A4[1] - 80, 140, A4[1] - 80)
    put(canvas, 95, 100, "Số: 12/TB-SYT", size=12)
    put(canvas, 330, 102, "Lam Giang, ngày 05 tháng 3 năm 2024", size=12)
    put(canvas, 250, 140, "THÔNG BÁO", "NotoBold")


def test_the_national_heading_is_read_by_columns() -> None:
    assert texts(pdf(_heading)) == [
        "UBND TỈNH LAM GIANG",
        "SỞ Y TẾ",
        "Số: 12/TB-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 05 tháng 3 năm 2024",
        "THÔNG BÁO",
    ]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_upright(rotation: int) -> None:
    def turned(canvas: Any) -> None:
        # What the viewer turns back must be drawn turned.
        wide, high = A4
        if rotation == 90:
            canvas.translate(wide, 0)
        elif rotation == 180:
            canvas.translate(wide, high)
        else:
            canvas.translate(0, high)
        canvas.rotate(rotation)
        canvas.drawString(100, 400, "1. Giao Sở Y tế báo cáo.")
        canvas.drawString(100, 300, "2. Giao Sở Nội vụ rà soát.")

    assert texts(pdf(turned, rotation=rotation)) == [
        "1. Giao Sở Y tế báo cáo.",
        "2. Giao Sở Nội vụ rà soát.",
    ]


def test_the_recipients_stand_beside_the_signature() -> None:
    def page(canvas: Any) -> None:
        put(canvas, 120, 100, "Trên đây là kết luận, yêu cầu các đơn vị thực hiện nghiêm túc./.")
        put(canvas, 90, 140, "Nơi nhận:", "NotoBold", 11)
        put(canvas, 90, 154, "- Như trên;", size=11)
        put(canvas, 90, 168, "- UBND tỉnh;", size=11)
        put(canvas, 90, 182, "- Lưu: VT.", size=11)
        put(canvas, 380, 140, "GIÁM ĐỐC", "NotoBold")
        put(canvas, 360, 240, "Trần Văn Khởi", "NotoBold")

    assert texts(pdf(page)) == [
        "Trên đây là kết luận, yêu cầu các đơn vị thực hiện nghiêm túc./.",
        "Nơi nhận:",
        "- Như trên;",
        "- UBND tỉnh;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Trần Văn Khởi",
    ]


def test_running_lines_and_signature_boxes_are_dropped_and_pages_joined() -> None:
    def first(canvas: Any) -> None:
        put(
            canvas,
            113,
            700,
            "1. Giao Phòng Nghiệp vụ Y chủ trì rà soát toàn bộ trang thiết bị, thuốc,",
        )
        put(
            canvas,
            85,
            718,
            "hóa chất tại các trung tâm y tế, lập danh mục cần mua bổ sung và trình QĐ-",
        )
        put(canvas, 350, 30, "Người ký: Sở Y tế", size=8)
        put(canvas, 350, 40, "Email: soyte@lamgiang.example", size=8)
        put(canvas, 85, 815, "Lưu hành nội bộ", size=8)

    def second(canvas: Any) -> None:
        put(canvas, 290, 40, "2")
        put(canvas, 85, 80, "UBND phê duyệt trước ngày 20 tháng 4 năm 2024.")
        put(canvas, 85, 815, "Lưu hành nội bộ", size=8)

    document = read(pdf(first, second))

    assert document.text == (
        "1. Giao Phòng Nghiệp vụ Y chủ trì rà soát toàn bộ trang thiết bị, thuốc, hóa chất tại các "
        "trung tâm y tế, lập danh mục cần mua bổ sung và trình QĐ-UBND phê duyệt trước ngày 20 "
        "tháng 4 năm 2024."
    )
    assert document.pages == ((0, 1), (document.text.index("UBND phê"), 2))


def test_footnotes_leave_the_page() -> None:
    def page(canvas: Any) -> None:
        x = put(canvas, 113, 90, "Trong tháng còn 03 nhiệm vụ chậm")
        x = put(canvas, x, 85, "1", size=8)
        put(canvas, x, 90, " so với chương trình; tổng diện tích")
        x = put(canvas, 85, 108, "là 12 km")
        x = put(canvas, x, 103, "2", size=8)
        put(canvas, x, 108, " và các đơn vị phải báo cáo lại.")
        canvas.line(85, A4[1] - 740, 230, A4[1] - 740)
        put(canvas, 85, 752, "1", size=7)
        put(canvas, 92, 756, "Gồm: Kế hoạch bảo vệ rừng; Đề án cấp nước;", size=10)
        put(canvas, 85, 769, "Quy chế phối hợp.", size=10)

    document = read(pdf(page))

    assert document.text.split("\n") == [
        "Trong tháng còn 03 nhiệm vụ chậm so với chương trình; tổng diện tích là 12 km2 và các đơn "
        "vị phải báo cáo lại.",
        "Gồm: Kế hoạch bảo vệ rừng; Đề án cấp nước; Quy chế phối hợp.",
    ]
    assert [(a.label, a.position) for a in document.anchors] == [("1", 32)]


def _grid(canvas: Any, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        canvas.line(xs[0], A4[1] - y, xs[-1], A4[1] - y)
    for x in xs:
        canvas.line(x, A4[1] - ys[0], x, A4[1] - ys[-1])


def test_tables_go_on_over_pages_and_keep_merged_cells() -> None:
    xs = [85.0, 120, 380, 520]

    def first(canvas: Any) -> None:
        put(canvas, 85, 80, "Bảng phân công:")
        _grid(canvas, xs, [100, 120, 160])
        canvas.line(xs[0], A4[1] - 200, xs[-1], A4[1] - 200)
        canvas.line(xs[0], A4[1] - 160, xs[0], A4[1] - 200)
        canvas.line(xs[-1], A4[1] - 160, xs[-1], A4[1] - 200)
        for x, text in zip(xs, ("TT", "Nội dung", "Đơn vị"), strict=False):
            put(canvas, x + 4, 114, text, "NotoBold", 11)
        put(canvas, 89, 134, "1", size=11)
        put(canvas, 124, 134, "Rà soát giấy phép khai thác theo", size=11)
        put(canvas, 124, 148, "Nghị định 158/2016/NĐ-", size=11)
        put(canvas, 384, 134, "Phòng Khoáng sản", size=11)
        put(canvas, 89, 184, "Lĩnh vực đất đai", "NotoBold", 11)

    def second(canvas: Any) -> None:
        _grid(canvas, xs, [60, 80, 120])
        for x, text in zip(xs, ("TT", "Nội dung", "Đơn vị"), strict=False):
            put(canvas, x + 4, 74, text, "NotoBold", 11)
        put(canvas, 89, 94, "2", size=11)
        put(canvas, 124, 94, "Lập bản đồ.", size=11)
        put(canvas, 384, 94, "Phòng Đất đai", size=11)

    document = read(pdf(first, second))

    assert document.text.split("\n") == [
        "Bảng phân công:",
        "TT | Nội dung | Đơn vị",
        "1 | Rà soát giấy phép khai thác theo Nghị định 158/2016/NĐ- | Phòng Khoáng sản",
        "Lĩnh vực đất đai |  | ",
        "2 | Lập bản đồ. | Phòng Đất đai",
    ]
    assert document.pages == ((0, 1), (document.text.index("2 | Lập"), 2))


def test_watermarks_and_shadows_are_dropped() -> None:
    def page(canvas: Any) -> None:
        for shift in (0, 0.4):
            put(canvas, 85 + shift, 90, "Giao Sở Y tế báo cáo.")
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "BẢN SAO")
        canvas.restoreState()

    assert texts(pdf(page)) == ["Giao Sở Y tế báo cáo."]


LISTS_AND_TABLES = """
<table border="0"><tr><td><p>UBND TỈNH LAM GIANG</p><p><b>SỞ Y TẾ</b></p><p>Số: 12/TB-SYT</p></td>
<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p>Độc lập - Tự do - Hạnh phúc</p>
<p><i>Lam Giang, ngày 05 tháng 3 năm 2024</i></p></td></tr></table>
<h2>THÔNG BÁO</h2>
<p>Ngày 02/3/2024, Giám đốc Sở chủ trì họp giao ban với các phòng và đơn vị trực thuộc; sau khi
nghe các ý kiến, Giám&nbsp;đốc Sở kết luận như sau:</p>
<ol type="I"><li><strong>Nhiệm vụ chung</strong><ol>
<li>Các phòng báo cáo trước ngày 20/3.<ol type="a">
<li>Gửi bản giấy;</li><li value="4">Gửi bản điện tử.</li></ol></li><li>Trung tâm Y tế huyện rà soát
diện tích 12&nbsp;km<sup>2</sup><a href="#_ftn1"><sup>[1]</sup></a>.</li></ol></li>
<li style="display:none">ẩn</li><li>Nhiệm vụ riêng<ul><li>Phòng Tổ chức lập danh sách.</li>
<li>+ Kiểm tra lại.</li></ul></li></ol>
<table border="1"><thead><tr><th>TT</th><th>Nội dung</th><th>Đơn vị</th></tr></thead><tbody>
<tr><td>1</td><td>Mua thuốc</td><td rowspan="2">Phòng Dược</td></tr>
<tr><td>2</td><td>Kiểm kê</td></tr>
<tr><td colspan="2">Cộng</td><td></td></tr></tbody></table>
<p>Nơi nhận:<br>- Như trên;<br/>- Lưu: VT.</p>
<p><a name="_ftn1" href="#_ftnref1">[1]</a> Số liệu năm 2023.</p>"""

LISTS_AND_TABLES_READ = [
    "UBND TỈNH LAM GIANG",
    "SỞ Y TẾ",
    "Số: 12/TB-SYT",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lam Giang, ngày 05 tháng 3 năm 2024",
    "THÔNG BÁO",
    "Ngày 02/3/2024, Giám đốc Sở chủ trì họp giao ban với các phòng và đơn vị trực thuộc; sau khi "
    "nghe các ý kiến, Giám đốc Sở kết luận như sau:",
    "I. Nhiệm vụ chung",
    "1. Các phòng báo cáo trước ngày 20/3.",
    "a) Gửi bản giấy;",
    "d) Gửi bản điện tử.",
    "2. Trung tâm Y tế huyện rà soát diện tích 12 km2.",
    "II. Nhiệm vụ riêng",
    "- Phòng Tổ chức lập danh sách.",
    "+ Kiểm tra lại.",
    "TT | Nội dung | Đơn vị",
    "1 | Mua thuốc | Phòng Dược",
    "2 | Kiểm kê | ",
    "Cộng |  | ",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "Số liệu năm 2023.",
]


@pytest.mark.parametrize("around", [portal, lambda notice: f"<html><body>{notice}</body></html>"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_keeps_the_notice_and_drops_the_portal(
    around: Callable[[str], str], coding: str
) -> None:
    document = read(around(LISTS_AND_TABLES).encode(coding))

    assert document.text.split("\n") == LISTS_AND_TABLES_READ
    emphasis = {document.text[b.start : b.end]: b.emphasis for b in document.blocks}
    assert (emphasis["THÔNG BÁO"], emphasis["I. Nhiệm vụ chung"]) == (2, 7)
    assert [a.label for a in document.anchors] == ["1"]


def test_a_page_filled_in_by_a_script_says_so() -> None:
    from kg.errors import EmptyNotice

    with pytest.raises(EmptyNotice, match="filled in by a script"):
        read(b"<html><body><div id=app></div><script>load()</script></body></html>")
