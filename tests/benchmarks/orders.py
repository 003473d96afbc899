"""Texts of the size and wording of real orders, as many as a benchmark wants."""

import random

_VERBS = ("Khẩn trương tham mưu", "Tiếp tục rà soát", "Chủ trì, phối hợp", "Hoàn thành", "Đôn đốc")
_UNITS = ("Phòng Quản lý đất đai", "Chi cục Kiểm lâm", "Thanh tra Sở", "UBND các xã", "Văn phòng")
_TOPICS = (
    "đóng cửa mỏ đá", "phòng cháy, chữa cháy rừng", "giải phóng mặt bằng đường tỉnh 999",
    "cấp giấy phép môi trường", "tiêm phòng đàn gia súc", "kiểm kê đất đai", "cấp nước sạch",
    "số hóa hồ sơ địa chính", "thu gom chất thải y tế", "nạo vét lòng hồ chứa nước",
    "tuyển dụng giáo viên mầm non", "xử lý điểm đen giao thông", "giải ngân vốn đầu tư công",
)  # fmt: skip
_PLACES = ("xã Lũng Vài", "huyện Khau Pha", "thị trấn Nà Lạn", "phường Bến Tre Xanh", "bản Hin")
_ENDS = (
    "trình UBND tỉnh phê duyệt trước ngày {d}/{m}/2025.",
    "báo cáo kết quả về Văn phòng để tổng hợp, theo dõi chung.",
    "theo Quyết định số {n}/QĐ-UBND ngày {d}/{m}/2024, bảo đảm chất lượng, đúng tiến độ đã đề ra.",
    "lấy ý kiến các cơ quan liên quan, tiếp thu, hoàn thiện, không để kéo dài sang quý sau; "
    "kịp thời báo cáo khó khăn, vướng mắc vượt thẩm quyền.",
)  # fmt: skip


def orders(count: int, seed: int = 7) -> list[str]:
    """Return so many different orders, 15 to 60 words each, the same ones for a seed."""
    draw = random.Random(seed)
    return [
        f"{draw.choice(_UNITS)} {draw.choice(_VERBS).lower()} việc {draw.choice(_TOPICS)} tại "
        f"{draw.choice(_PLACES)}, {draw.choice(_PLACES)} (đợt {number}), "
        + " ".join(draw.sample(_ENDS, draw.randint(1, 3))).format(
            d=draw.randint(1, 28), m=draw.randint(1, 12), n=draw.randint(2, 2000)
        )
        for number in range(count)
    ]
