"""The verbs and adverbs that an order to an office goes on with."""

from ingest.patterns.grammar import any_of

ADVERBS = any_of("""
    chú trọng; chủ động; cùng; cần; khẩn trương; kịp thời; linh hoạt; ngay; nghiêm túc; nhanh chóng;
    phải; quan tâm; quyết liệt; sớm; thường xuyên; tiếp tục; trực tiếp; tích cực; tăng cường;
    tập trung; tổ chức; đẩy mạnh; đồng thời
""")
_ALWAYS = any_of("""
    ban hành; bàn giao; bãi; báo cáo; bình chọn; bình xét; chấm điểm;
    bám sát; bảo dưỡng; bảo trì; bảo vệ; bảo đảm; bố trí; bổ
    sung; chi trả; chuyển; chuyển đổi; chuẩn bị; chấn chỉnh; chỉ đạo; chịu trách nhiệm; chủ trì;
    căn cứ; cung cấp; cân đối; công bố; công khai; cưỡng chế; cập nhật; cải cách; cải thiện; cải
    tạo; cấp; cử; có báo cáo; có biện pháp; có giải pháp; có kế hoạch; có phương án; có trách
    nhiệm; có văn bản; diễn tập; di dời; duy trì; dự; dự thảo; dọn; dừng; ghi; gia cố; gia hạn;
    giao; giám sát; giúp; giải ngân; giải quyết; giữ; góp ý; gửi; hoàn chỉnh; hoàn thiện; hoàn
    thành; hoàn trả; hoàn tất; huy động; hàng; hướng dẫn; hằng; hỗ trợ; in; khai thác; khoanh
    vùng; khôi phục; khảo sát; khẩn; khắc phục; khởi công; kiên quyết; kiểm tra; kiện toàn; kê
    khai; kêu gọi; kết hợp; kết nối; ký; không bố trí; không chủ quan; không được; không để; làm
    rõ; làm tốt; làm việc; làm đầu mối; lấy ý kiến; lập; lắp; lồng ghép; lựa chọn; mua; mời; mở;
    nghiên cứu; nghiệm thu; ngăn chặn; nhập; nâng cao; nâng cấp; nạo vét; nắm; phun; phát huy;
    phát triển; phát động; phân công; phê duyệt; phòng chống; phòng ngừa; phòng, chống; phấn đấu;
    phối hợp; phổ biến; quy định; quyết toán; quán triệt; quản lý; rà soát; rút kinh nghiệm; siết
    chặt; soạn; số hóa; sơ kết; sẵn sàng; sắp xếp; sử dụng; sửa chữa; sửa đổi; tham gia; tham mưu;
    thay; theo dõi; thi; thuê; thành lập; tháo gỡ; thí điểm; thông báo; thúc; thẩm tra; thẩm định;
    thống kê; thu gom; thu hút; thu hồi; thực hiện; tiêm; tiếp công; tiếp nhận; tiếp thu; tiết
    kiệm; tiến hành; triển khai; truy; trao; trình; trích; trả; trả lời; trồng; trực; tuyên
    truyền; tuyển; tìm; tính toán; tạo điều kiện; tổ chức; tổng hợp; tổng kết; vượt; vận hành; vận
    động; vệ sinh; xem xét; xin; xác minh; xác nhận; xác định; xây dựng; xóa; xúc; xúc tiến; xếp;
    xử lý; yêu cầu; ưu tiên; đàm phán; đo đạc; đóng; đôn đốc; đưa; đại diện; đảm bảo; đăng ký; đầu
    tư; đẩy; đấu; đặt; đề nghị; đề ra; đề xuất; đối chiếu; đổi mới; đánh giá; điều chỉnh; điều
    phối; điều tra; định kỳ; ứng dụng; ủy; biên soạn; biểu dương; chấm dứt; chia sẻ; chốt; cảnh
    báo; cắm mốc; cắt giảm; củng cố; hiện đại hóa; khuyến khích; kiểm kê; kiểm điểm; nhân rộng;
    niêm yết; nộp; phân bổ; phân cấp; phân loại; phê bình; quảng bá; rút ngắn; rút gọn; san lấp;
    sàng lọc; thanh toán; thể chế hóa; thương lượng; tiêu hủy; tiết giảm; tra cứu; trang bị; tu
    sửa; tuyên dương; tích hợp; tôn vinh; tạm dừng; tận dụng; tập huấn; xét duyệt; xử phạt; đính
    chính; đình chỉ; đăng tải; đối thoại; động viên
""")
VERBS = rf"""(?:
    {_ALWAYS}
    | tăng (?!_trưởng) | giảm (?!_nghèo) | thu (?!_nhập)   # growth, poverty, income are nouns
)"""
