"""Which documents a sentence cites, by number or name, and what it says of them."""

from typing import Any

import pytest

from ingest.patterns.legal import find_citations
from kg.records import Citation
from tests.ingest.citation_rows import CITATION_ROWS

Said = dict[str, Any]


def a(type_: str, key: str, **said: str) -> Said:
    """What a citation says; what it does not say is None."""
    unsaid = dict.fromkeys(("date", "issuer", "title", "pinpoint"))
    return {"type": type_, "key": key, **unsaid, **said}


CITATIONS: tuple[tuple[str, list[Said]], ...] = (
    ("Nghị định 54/2021/NĐ-CP", [a("Nghị định", "54/2021/NĐ-CP")]),
    ("Nghị định số 54/2021/NĐ-CP ngày 21/5/2021 của Chính phủ",
     [a("Nghị định", "54/2021/NĐ-CP", date="2021-05-21", issuer="Chính phủ")]),
    ("Nghị định số 54/2021/NĐ-CP ngày 21 tháng 5 năm 2021 quy định về sơ đồ mỏ",
     [a("Nghị định", "54/2021/NĐ-CP", date="2021-05-21", title="quy định về sơ đồ mỏ")]),
    ("Quyết định số 59/QĐ-UBND ngày 12/01/2024 của UBND tỉnh Lam Sơn",
     [a("Quyết định", "59/QĐ-UBND", date="2024-01-12", issuer="UBND tỉnh Lam Sơn")]),
    ("Quyết định số 59/QĐ-UBND (ngày 12/01/2024)",
     [a("Quyết định", "59/QĐ-UBND", date="2024-01-12")]),
    ("Quyết định 1187/QĐ-TTg", [a("Quyết định", "1187/QĐ-TTg")]),
    ("Quyết định số 26/2022/QĐ-TTg của Thủ tướng Chính phủ",
     [a("Quyết định", "26/2022/QĐ-TTg", issuer="Thủ tướng Chính phủ")]),
    ("Công văn số 763/VP-KT ngày 02/6/2024 của Văn phòng UBND tỉnh",
     [a("Công văn", "763/VP-KT", date="2024-06-02", issuer="Văn phòng UBND tỉnh")]),
    ("Công văn 318-CV/HU", [a("Công văn", "318-CV/HU")]),
    ("Nghị quyết số 19-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII",
     [a("Nghị quyết", "19-NQ/TW", issuer="Ban Chấp hành Trung ương Đảng khóa XIII")]),
    ("Chỉ thị số 05-CT/TU ngày 03/3/2023 của Tỉnh ủy Lam Sơn",
     [a("Chỉ thị", "05-CT/TU", date="2023-03-03", issuer="Tỉnh ủy Lam Sơn")]),
    ("Thông tư số 02/2022/TT-BTNMT", [a("Thông tư", "02/2022/TT-BTNMT")]),
    ("Thông tư 08/2023/TT-BGDĐT của Bộ Giáo dục và Đào tạo",
     [a("Thông tư", "08/2023/TT-BGDĐT", issuer="Bộ Giáo dục và Đào tạo")]),
    ("Kế hoạch số 112/KH-UBND", [a("Kế hoạch", "112/KH-UBND")]),
    ("kế hoạch số 112/KH-UBND", [a("Kế hoạch", "112/KH-UBND")]),
    ("Thông báo kết luận số 33/TB-SNV ngày 05/02/2025",
     [a("Thông báo", "33/TB-SNV", date="2025-02-05")]),
    ("Tờ trình số 45/TTr-SKHĐT", [a("Tờ trình", "45/TTr-SKHĐT")]),
    ("Báo cáo số 210/BC-SYT ngày 15-3-2025", [a("Báo cáo", "210/BC-SYT", date="2025-03-15")]),
    ("Văn bản số 1502/UBND-NN", [a("Văn bản", "1502/UBND-NN")]),
    ("Văn bản 1502/UBND-NN ngày 04/4/2025 của UBND huyện Khau Pha",
     [a("Văn bản", "1502/UBND-NN", date="2025-04-04", issuer="UBND huyện Khau Pha")]),
    ("theo 1502/UBND-NN", [a("Công văn", "1502/UBND-NN")]),
    ("Quyết định số 27/QĐ-SXD, Quyết định số 28/QĐ-SXD ngày 29/01/2021 của Sở",
     [a("Quyết định", "27/QĐ-SXD", date="2021-01-29", issuer="Sở"),
      a("Quyết định", "28/QĐ-SXD", date="2021-01-29", issuer="Sở")]),
    ("Quyết định số 27/QĐ-SXD và Quyết định số 31/QĐ-SXD ngày 29/01/2021",
     [a("Quyết định", "27/QĐ-SXD"), a("Quyết định", "31/QĐ-SXD", date="2021-01-29")]),
    ("Thông báo số 09/TB-SCT ngày 03/2/2024; số 10/TB-SCT ngày 16/2/2024",
     [a("Thông báo", "09/TB-SCT", date="2024-02-03"),
      a("Thông báo", "10/TB-SCT", date="2024-02-16")]),
    ("Nghị quyết số 13, 14 và 15 của HĐND tỉnh Lam Sơn",
     [a("Nghị quyết", "Nghị quyết số 13", issuer="HĐND tỉnh Lam Sơn"),
      a("Nghị quyết", "Nghị quyết số 14", issuer="HĐND tỉnh Lam Sơn"),
      a("Nghị quyết", "Nghị quyết số 15", issuer="HĐND tỉnh Lam Sơn")]),
    ("Nghị định số 91/2019/NĐ-CP và 04/2022/NĐ-CP",
     [a("Nghị định", "91/2019/NĐ-CP"), a("Nghị định", "04/2022/NĐ-CP")]),
    ("Nghị quyết số 13", [a("Nghị quyết", "Nghị quyết số 13")]),
    ("Nghị định 54", [a("Nghị định", "Nghị định 54")]),
    ("Chỉ thị số 16 của Thủ tướng Chính phủ",
     [a("Chỉ thị", "Chỉ thị số 16", issuer="Thủ tướng Chính phủ")]),
    ("Quyết định số 861 ngày 04/6/2021", [a("Quyết định", "Quyết định số 861", date="2021-06-04")]),
    ("khoản 3 Điều 61 Nghị định số 08/2022/NĐ-CP",
     [a("Nghị định", "08/2022/NĐ-CP", pinpoint="khoản 3 Điều 61")]),
    ("điểm a khoản 2 Điều 9 Luật Đất đai năm 2024",
     [a("Luật", "Luật Đất đai 2024", title="Đất đai", pinpoint="điểm a khoản 2 Điều 9")]),
    ("nội dung 1.5 Thông báo số 12/TB-UBND",
     [a("Thông báo", "12/TB-UBND", pinpoint="nội dung 1.5")]),
    ("Phụ lục II Thông tư số 10/2023/TT-BYT",
     [a("Thông tư", "10/2023/TT-BYT", pinpoint="Phụ lục II")]),
    ("mục 3 Công văn số 44/STC-NS", [a("Công văn", "44/STC-NS", pinpoint="mục 3")]),
    ("Luật Đất đai", [a("Luật", "Luật Đất đai", title="Đất đai")]),
    ("Luật Đất đai năm 2024", [a("Luật", "Luật Đất đai 2024", title="Đất đai")]),
    ("Luật Đất đai 2024", [a("Luật", "Luật Đất đai 2024", title="Đất đai")]),
    ("Luật đất đai năm 2013", [a("Luật", "Luật đất đai 2013", title="đất đai")]),
    ("Bộ luật Lao động năm 2019", [a("Bộ luật", "Bộ luật Lao động 2019", title="Lao động")]),
    ("Luật Bảo vệ môi trường năm 2020 giao UBND cấp tỉnh",
     [a("Luật", "Luật Bảo vệ môi trường 2020", title="Bảo vệ môi trường")]),
    ("Luật Phòng, chống thiên tai",
     [a("Luật", "Luật Phòng, chống thiên tai", title="Phòng, chống thiên tai")]),
    ("Luật Khiếu nại, Luật Tố cáo",
     [a("Luật", "Luật Khiếu nại", title="Khiếu nại"), a("Luật", "Luật Tố cáo", title="Tố cáo")]),
    ("Luật Xây dựng và Luật Nhà ở",
     [a("Luật", "Luật Xây dựng", title="Xây dựng"), a("Luật", "Luật Nhà ở", title="Nhà ở")]),
    ("Pháp lệnh Ưu đãi người có công với cách mạng",
     [a("Pháp lệnh", "Pháp lệnh Ưu đãi người có công với cách mạng",
      title="Ưu đãi người có công với cách mạng")]),
    ("Hiến pháp năm 2013", [a("Hiến pháp", "Hiến pháp năm 2013")]),
    ("Luật Giao thông xanh, thông minh",
     [a("Luật", "Luật Giao thông xanh", title="Giao thông xanh")]),
    ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
     [a("Nghị quyết", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
      title="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")]),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
     [a("Nghị quyết", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
      title="Đại hội Đảng bộ tỉnh lần thứ XIX")]),
    ("Nghị quyết Đại hội Đảng bộ huyện Khau Pha lần thứ XX",
     [a("Nghị quyết", "Nghị quyết Đại hội Đảng bộ huyện Khau Pha lần thứ XX",
      title="Đại hội Đảng bộ huyện Khau Pha lần thứ XX")]),
    ("Kết luận Thanh tra tỉnh", [a("Kết luận", "Kết luận Thanh tra tỉnh", title="Thanh tra tỉnh")]),
    ("Kết luận của Thanh tra Chính phủ",
     [a("Kết luận", "Kết luận Thanh tra Chính phủ", title="Thanh tra Chính phủ")]),
    ("Kết luận thanh tra số 15/KL-TTr ngày 20/9/2024",
     [a("Kết luận", "15/KL-TTr", date="2024-09-20")]),
    ("Thông tư liên tịch số 12/2015/TTLT-BTC-BNV",
     [a("Thông tư liên tịch", "12/2015/TTLT-BTC-BNV")]),
    ("Quyết định số 14/2024/QĐ-UBND của Ủy ban nhân dân tỉnh Lam Sơn ban hành bảng giá đất",
     [a("Quyết định", "14/2024/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Lam Sơn",
      title="ban hành bảng giá đất")]),
    ("Nghị quyết số 40/NQ-HĐND ngày 08/12/2023 của Hội đồng nhân dân tỉnh",
     [a("Nghị quyết", "40/NQ-HĐND", date="2023-12-08", issuer="Hội đồng nhân dân tỉnh")]),
    ("QĐ số 59/QĐ-UBND", [a("Quyết định", "59/QĐ-UBND")]),
    ("NĐ 54/2021/NĐ-CP", [a("Nghị định", "54/2021/NĐ-CP")]),
    ("CV số 88/SNN-TL ngày 01/4/2025", [a("Công văn", "88/SNN-TL", date="2025-04-01")]),
    ("Công điện số 02/CĐ-TTg", [a("Công điện", "02/CĐ-TTg")]),
    ("Giấy mời số 35/GM-UBND", [a("Giấy mời", "35/GM-UBND")]),
    ("Hướng dẫn số 07-HD/BTCTU", [a("Hướng dẫn", "07-HD/BTCTU")]),
    ("Quy định số 22-QĐ/TW", [a("Quy định", "22-QĐ/TW")]),
    ("Đề án số 03/ĐA-UBND", [a("Đề án", "03/ĐA-UBND")]),
    ("Chương trình hành động số 17-CTr/HU", [a("Chương trình hành động", "17-CTr/HU")]),
    ("Biên bản số 04/BB-SXD", [a("Biên bản", "04/BB-SXD")]),
    ("Công văn số 5 / SNN-KL", [a("Công văn", "5/SNN-KL")]),
    ("Quyết định số 59/QĐ–UBND", [a("Quyết định", "59/QĐ-UBND")]),
    ("Công văn số 1203/BXD-QLN ngày 31/02/2025", [a("Công văn", "1203/BXD-QLN")]),
    ("Thông báo số:45/TB-VP", [a("Thông báo", "45/TB-VP")]),
    ("Lệnh số 01/2024/L-CTN", [a("Lệnh", "01/2024/L-CTN")]),
    ("Văn bản hợp nhất số 21/VBHN-BTC", [a("Văn bản hợp nhất", "21/VBHN-BTC")]),
    ("Quyết định số 300/QĐ-UBND ngày 5.6.2023 của Chủ tịch UBND huyện Khau Pha về việc cắm mốc",
     [a("Quyết định", "300/QĐ-UBND", date="2023-06-05", issuer="Chủ tịch UBND huyện Khau Pha",
      title="về việc cắm mốc")]),
    ("Công văn số 12/SYT-NVY của Sở Y tế", [a("Công văn", "12/SYT-NVY", issuer="Sở Y tế")]),
    ("Quyết định số 15/QĐ-BXD của Bộ Xây dựng",
     [a("Quyết định", "15/QĐ-BXD", issuer="Bộ Xây dựng")]),
    ("Nghị quyết số 06/2023/NQ-HĐND", [a("Nghị quyết", "06/2023/NQ-HĐND")]),
    ("Nghị quyết 06 của Quốc hội", [a("Nghị quyết", "Nghị quyết 06", issuer="Quốc hội")]),
    ("Quyết định số 88-QĐ/TU ngày 04/10/2024 của Thành ủy Bến Sông",
     [a("Quyết định", "88-QĐ/TU", date="2024-10-04", issuer="Thành ủy Bến Sông")]),
)  # fmt: skip

NONE = (
    "luật đất đai",
    "giấy phép số 12/GP-UBND",
    "giấy phép khai thác số 77/GP-BTNMT",
    "hợp đồng số 05/2024/HĐXD",
    "Hợp đồng thi công số 19/HĐ-XL",
    "gói thầu số 02/XL",
    "biển số 11A-123.45",
    "thửa đất số 125, tờ bản đồ số 14",
    "giấy chứng nhận quyền sử dụng đất số 334/GCN",
    "dự án số 2",
    "QL.3 Km12/H4",
    "tiến độ 50/63 xã",
    "15/18 đồng chí có mặt",
    "ngày 25/6/2021",
    "tỷ lệ 1/500",
    "Chương trình 135",
    "chương trình số 2",
    "10 văn bản",
    "Quyết định 5 nội dung",
    "Thông báo 3 ngày",
    "Kế hoạch 5 năm",
    "Báo cáo 6 tháng",
    "Kế hoạch năm 2025",
    "Quyết định phê duyệt dự toán",
    "Nghị định mới của Chính phủ",
    "Luật sư Đoàn",
    "luật này",
    "Văn bản 12",
    "12/2024",
    "số 12",
    "Công văn của Bộ Tài chính",
)


@pytest.mark.parametrize(("sentence", "expected"), CITATIONS, ids=lambda v: str(v)[:40])
def test_a_citation(sentence: str, expected: list[Said]) -> None:
    found = find_citations(sentence)
    said = [
        {
            "type": c.type,
            "key": c.key,
            "date": c.date.isoformat() if c.date else None,
            "issuer": c.issuer,
            "title": c.title,
            "pinpoint": c.pinpoint,
        }
        for c in found
    ]
    assert said == expected
    assert all(sentence[c.start : c.end] == c.text for c in found)


def _rows() -> list[tuple[str, list[str]]]:
    rows: list[tuple[str, list[str]]] = []
    for line in CITATION_ROWS.strip("\n").splitlines():
        if line.startswith("    "):
            rows[-1][1].append(line.strip())
        else:
            rows.append((line, []))
    return rows


def _said(c: Citation) -> str:
    parts = (("@", c.date), ("#", c.issuer), ("^", c.pinpoint), ("~", c.relation))
    told = "".join(f" {mark}{value}" for mark, value in parts if value)
    return f"{c.type} {c.key}{told}{' <-' if c.antecedent else ''}"


@pytest.mark.parametrize(("sentence", "meaning"), _rows())
def test_documents_as_sentences_cite_them(sentence: str, meaning: list[str]) -> None:
    found = find_citations(sentence)
    assert ([_said(c) for c in found] or ["none"]) == meaning
    assert all(sentence[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Công văn số 12/STC-NS về hồ sơ quá hạn, gửi trước 12/4", "về hồ sơ quá hạn"),
        ("Công điện số 8/CĐ-TTg về chống hạn trong 15 ngày tới", "về chống hạn"),
        ("Kế hoạch số 5/KH-UBND về chống hạn, cứu lúa; báo cáo", "về chống hạn, cứu lúa"),
    ],
)
def test_a_title_ends_where_the_order_goes_on(sentence: str, title: str) -> None:
    (found,) = find_citations(sentence)
    assert found.title == title


def test_a_reference_back_looks_in_its_own_paragraph_first() -> None:
    text = "Kế hoạch số 5/KH-UBND.\nKế hoạch số 9/KH-UBND; gửi Kế hoạch nêu trên."
    *_, near, back = find_citations(text)
    assert (back.text, back.key) == ("Kế hoạch nêu trên", "9/KH-UBND")
    assert back.antecedent == (near.start, near.end)
    # two in the text and none in the paragraph: either may be meant
    text = "Kế hoạch số 5/KH-UBND; Kế hoạch số 9/KH-UBND.\nGửi Kế hoạch nêu trên."
    assert [c.key for c in find_citations(text)] == ["5/KH-UBND", "9/KH-UBND"]


def test_a_notice_does_not_refer_back_to_its_own_number() -> None:
    text = "Số: 12/TB-SXD\nThông báo nêu trên"
    assert [c.antecedent for c in find_citations(text)] == [None]


@pytest.mark.parametrize("sentence", NONE)
def test_no_citation(sentence: str) -> None:
    assert find_citations(sentence) == []


def test_a_citation_ends_with_its_line() -> None:
    (found,) = find_citations("theo Công văn số 12/SXD-QLN\nngày 02/3/2025 họp")
    assert (found.key, found.date) == ("12/SXD-QLN", None)
