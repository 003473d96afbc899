"""The verbs and adverbs that an order to an office goes on with."""

ADVERBS = (
    r"(?:tiếp\s+tục|khẩn\s+trương|chủ\s+động|tập\s+trung|thường\s+xuyên|nghiêm\s+túc|kịp\s+thời|sớm|nhanh\s+chóng|tích\s+cực|trực\s+tiếp"
    r"|đồng\s+thời|ngay|cần|phải|cùng|tăng\s+cường|quan\s+tâm|đẩy\s+mạnh|chú\s+trọng|quyết\s+liệt|linh\s+hoạt|tổ\s+chức)"
)
VERBS = (
    r"(?:chủ\s+trì|phối\s+hợp|chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm|có\s+(?:văn\s+bản|giải\s+pháp|kế\s+hoạch|phương\s+án|biện\s+pháp|báo\s+cáo)|thực\s+hiện|triển\s+khai|rà\s+soát|đôn\s+đốc|hướng\s+dẫn|kiểm\s+tra"
    r"|tham\s+mưu|xây\s+dựng|hoàn\s+(?:thiện|thành|tất|trả|chỉnh)|báo\s+cáo|trình|ban\s+hành|cung\s+cấp|bố\s+trí|chỉ\s+đạo|nghiên\s+cứu|căn\s+cứ|theo\s+dõi|tổng\s+hợp"
    r"|thẩm\s+định|xử\s+lý|giải\s+quyết|lập|chuẩn\s+bị|làm\s+(?:việc|rõ|tốt|đầu\s+mối)|thông\s+báo|tuyên\s+truyền|đề\s+xuất|quản\s+lý|giám\s+sát|phát\s+(?:động|triển|huy)|bám\s+sát"
    r"|thống\s+kê|đánh\s+giá|công\s+(?:bố|khai)|cử|mời|gửi|ký|huy\s+động|vận\s+động|mở|duy\s+trì|bảo\s+(?:đảm|vệ|dưỡng|trì)|đảm\s+bảo|khắc\s+phục|sửa\s+(?:chữa|đổi)|xem\s+xét"
    r"|phê\s+duyệt|lựa\s+chọn|điều\s+(?:chỉnh|tra)|bàn\s+giao|tiếp\s+(?:nhận|thu|công)|trả\s+lời|tiến\s+hành|xác\s+(?:minh|định|nhận)|khảo\s+sát|đo\s+đạc|cập\s+nhật|nâng\s+(?:cao|cấp)|phân\s+công"
    r"|phổ\s+biến|quán\s+triệt|thành\s+lập|kiện\s+toàn|sử\s+dụng|cân\s+đối|tính\s+toán|thẩm\s+tra|đầu\s+tư|thu\s+(?:hồi|hút|gom)|cấp|giải\s+ngân|chấn\s+chỉnh|siết\s+chặt|hỗ\s+trợ|nắm|soạn|dự\s+thảo"
    r"|lấy\s+ý\s+kiến|góp\s+ý|tham\s+gia|đăng\s+ký|khởi\s+công|giao|quy\s+định|yêu\s+cầu|đề\s+nghị|không\s+(?:để|bố\s+trí|được|chủ\s+quan)|ưu\s+tiên|tháo\s+gỡ|vận\s+hành|trồng|tiêm|phun|diễn\s+tập|số\s+hóa|chuyển|bổ\s+sung|kêu\s+gọi|xúc\s+tiến"
    r"|rút\s+kinh\s+nghiệm|khoanh\s+vùng|tạo\s+điều\s+kiện|cải\s+(?:thiện|cách|tạo)|ứng\s+dụng|đối\s+chiếu|kê\s+khai|chi\s+trả|vệ\s+sinh|trực|sẵn\s+sàng|dọn|nạo\s+vét|di\s+dời|cưỡng\s+chế|tổ\s+chức|đổi\s+mới|tiết\s+kiệm|phòng\s+ngừa|ngăn\s+chặn|chuyển\s+đổi|trả|mua|thuê|lắp|nhập|in|dừng|đóng|truy|điều\s+phối|đưa|đẩy|định\s+kỳ|hằng|hàng|phấn\s+đấu|kết\s+hợp|kết\s+nối|khai\s+thác|khôi\s+phục|khẩn|kiên\s+quyết|lồng\s+ghép|ghi|giữ|giúp|đàm\s+phán|đấu|đặt|xin|trích|tuyển|thi|thí\s+điểm|thay|tăng(?!\s+trưởng)|giảm(?!\s+nghèo)|thu(?!\s+nhập)|thúc|tìm|trao|ủy|vượt|xóa|xếp|xúc|đề\s+ra|quyết\s+toán|nghiệm\s+thu|gia\s+hạn|gia\s+cố|đại\s+diện|dự|bãi|sắp\s+xếp|sơ\s+kết|tổng\s+kết)"
)
