"""Documents that notices cite, and the ways to cite them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.render.phrase import Fact, Phrase

_LAWS = (
    "Luật Đất đai", "Luật Đầu tư công", "Luật Xây dựng", "Luật Lâm nghiệp", "Luật Quy hoạch",
    "Luật Bảo vệ môi trường", "Luật Khoáng sản", "Luật Ngân sách nhà nước", "Luật Đấu thầu",
    "Luật Phòng, chống thiên tai", "Luật Tài nguyên nước", "Luật Nhà ở", "Luật Thanh tra",
    "Luật Tổ chức chính quyền địa phương", "Luật Thi đua, khen thưởng", "Luật Giáo dục",
    "Luật Khám bệnh, chữa bệnh", "Bộ luật Lao động", "Luật Di sản văn hóa", "Luật Thủy lợi",
    "Luật Ban hành văn bản quy phạm pháp luật", "Luật Khiếu nại", "Bộ luật Dân sự",
    "Pháp lệnh Ưu đãi người có công với cách mạng",
)  # fmt: skip
_ABOUT = (
    "về đẩy mạnh phát triển kinh tế tập thể", "về tăng cường kỷ luật, kỷ cương hành chính",
    "phê duyệt kế hoạch sử dụng đất năm {y}", "về việc giải quyết vướng mắc trong giải ngân vốn",
    "quy định chi tiết một số điều của Luật", "về phân cấp quản lý tài sản công",
    "ban hành Quy chế phối hợp", "về công tác phòng, chống dịch bệnh trên cây trồng",
    "phê duyệt Đề án chuyển đổi số", "về kết quả kiểm tra công vụ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that exists in one made-up notice's world."""

    kind: str
    key: str
    day: date
    issuer: str | None


def any_document(rng: Random, issued: date, local: tuple[str, str]) -> Cited:
    """A document from before a day.

    Args:
        rng: where chance comes from.
        issued: the day of the notice that cites it.
        local: the code of a local office's documents and that office, ("UBND", "UBND tỉnh").
    """
    day = issued - timedelta(days=rng.randint(3, 900))
    number = rng.randint(1, 4999)
    low = rng.randint(1, 199)
    code, office = local
    return rng.choice(
        (
            Cited("Nghị định", f"{low}/{day.year}/NĐ-CP", day, "Chính phủ"),
            Cited("Nghị quyết", f"{low:02}/NQ-CP", day, "Chính phủ"),
            Cited("Nghị quyết", f"{low:02}/{day.year}/NQ-HĐND", day, "HĐND tỉnh"),
            Cited("Nghị quyết", f"{low:02}-NQ/{rng.choice(('TW', 'TU'))}", day, None),
            Cited("Quyết định", f"{number}/QĐ-TTg", day, "Thủ tướng Chính phủ"),
            Cited("Quyết định", f"{number}/QĐ-{code}", day, office),
            Cited("Quyết định", f"{low:02}/{day.year}/QĐ-UBND", day, "UBND tỉnh"),
            Cited("Thông tư", f"{low:02}/{day.year}/TT-BTC", day, "Bộ Tài chính"),
            Cited("Thông tư", f"{low:02}/{day.year}/TT-BTNMT", day, None),
            Cited("Chỉ thị", f"{low:02}/CT-TTg", day, "Thủ tướng Chính phủ"),
            Cited("Chỉ thị", f"{low:02}-CT/TU", day, "Ban Thường vụ Tỉnh ủy"),
            Cited("Kế hoạch", f"{low}/KH-{code}", day, office),
            Cited(
                "Công văn", f"{number}/{code}-{rng.choice(('KT', 'NC', 'TH', 'KGVX'))}", day, office
            ),
            Cited("Công văn", f"{number}/BXD-{rng.choice(('HTKT', 'QHKT'))}", day, "Bộ Xây dựng"),
            Cited("Thông báo", f"{low}/TB-{code}", day, office),
            Cited("Tờ trình", f"{low}/TTr-{code}", day, office),
            Cited("Báo cáo", f"{low}/BC-{code}", day, office),
            Cited("Kết luận", f"{low}-KL/TU", day, "Ban Thường vụ Tỉnh ủy"),
            Cited("Chương trình", f"{low:02}-CTr/TU", day, "Tỉnh ủy"),
            Cited("Công điện", f"{low:02}/CĐ-TTg", day, "Thủ tướng Chính phủ"),
            Cited("Hướng dẫn", f"{low:02}/HD-{code}", day, None),
        )
    )


def printed_day(rng: Random, day: date) -> str:
    """A full day as documents print it."""
    return rng.choice(
        (
            f"{day.day:02}/{day.month}/{day.year}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day.day:02}/{day.month:02}/{day.year}",
            f"{day.day:02} tháng {day.month} năm {day.year}",
            f"{day.day:02} tháng {day.month:02} năm {day.year}",
        )
    )


def cite(rng: Random, issued: date, local: tuple[str, str]) -> Phrase:
    """One or two documents, cited in one of many ways."""
    first = any_document(rng, issued, local)
    way = rng.choice((_full, _full, _full, _short, _titled, _pinpointed, _dashed))
    if rng.random() < 0.15:
        return _two(rng, first, any_document(rng, issued, local))
    if rng.random() < 0.15:
        return _law(rng, issued)
    return way(rng, first)


def _of(document: Cited, day: date | None) -> tuple[Fact, ...]:
    return (Fact("ref", document.key, day),)


def _full(rng: Random, document: Cited) -> Phrase:
    so = rng.choice(("số ", "số ", "số: ", ""))
    text = f"{document.kind} {so}{document.key} ngày {printed_day(rng, document.day)}"
    if document.issuer and rng.random() < 0.7:
        text += f" của {document.issuer}"
    return Phrase(text, _of(document, document.day))


def _short(rng: Random, document: Cited) -> Phrase:
    so = rng.choice(("số ", ""))
    return Phrase(f"{document.kind} {so}{document.key}", _of(document, None))


def _titled(rng: Random, document: Cited) -> Phrase:
    about = rng.choice(_ABOUT).format(y=document.day.year + 1)
    return _full(rng, document) + f" {about}"


def _pinpointed(rng: Random, document: Cited) -> Phrase:
    where = rng.choice(("khoản 2 Điều 14", "điểm b khoản 1 Điều 7", "Điều 21", "Mục II", "điểm 3"))
    return f"{where} " + _full(rng, document)


def _dashed(rng: Random, document: Cited) -> Phrase:
    day = printed_day(rng, document.day)
    return Phrase(
        f"{document.kind} số {document.key} ({_lead(rng)} {day})", _of(document, document.day)
    )


def _lead(rng: Random) -> str:
    return rng.choice(("ngày", "ban hành ngày", "ký ngày"))


def _two(rng: Random, first: Cited, second: Cited) -> Phrase:
    if first.key == second.key:
        return _full(rng, first)
    style = rng.choice((", ", " và ", "; "))
    if first.kind == second.kind and rng.random() < 0.6:
        text = (
            f"các {first.kind} số {first.key} ngày {printed_day(rng, first.day)}{style}"
            f"số {second.key} ngày {printed_day(rng, second.day)}"
        )
        return Phrase(text, _of(first, first.day) + _of(second, second.day))
    return _full(rng, first) + style.replace(";", ",") + _full(rng, second)


def _law(rng: Random, issued: date) -> Phrase:
    name = rng.choice(_LAWS)
    if rng.random() < 0.5:
        return Phrase(name, (Fact("ref", name),))
    year = issued.year - rng.randint(1, 12)
    return Phrase(f"{name} năm {year}", (Fact("ref", f"{name} {year}"),))


Citer = Callable[[Random], Phrase]
