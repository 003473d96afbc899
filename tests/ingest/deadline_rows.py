"""Deadlines as officials word them and what each means, in a notice of Monday 10 March 2025.

A row is a sentence, its deadlines in square brackets, and after " | " the kind of each with its due
day, "first..due" where it has a first day, or "-": no day, or no deadline at all. A day without a
year is of 2025.
"""

DEADLINE_ROWS = """
# before
Gửi báo cáo [trước 25/03/25] | before 03-25
Gửi báo cáo [trước ngày 25 - 3 - 2025] | before 03-25
Gửi báo cáo [trước ngày 25. 3. 2025] | before 03-25
Gửi báo cáo [trước ngày 25 / 3 / 2025] | before 03-25
Gửi báo cáo [trước ngày25/3/2025] | before 03-25
Gửi báo cáo [trước ngày 25 tháng 3, 2025] | before 03-25
Gửi báo cáo [trước ngày 25 tháng Ba] | before 03-25
Trình UBND tỉnh [trước 16 giờ 00 ngày 5/4] | before 04-05
Trình UBND tỉnh [trước 16 giờ 00 phút, ngày 05/4/2025] | before 04-05
Trình UBND tỉnh [trước 17h00' ngày 05/4/2025] | before 04-05
Trình UBND tỉnh [trước 9 giờ sáng ngày 12/3] | before 03-12
Trình UBND tỉnh [trước 16:30 ngày 12/3/2025] | before 03-12
Trình UBND tỉnh [trước cuối giờ sáng ngày 12/3] | before 03-12
Gửi [trước 14 giờ thứ Năm (13/3)] | before 03-13
Gửi [trước thứ Năm (ngày 13/3/2025)] | before 03-13
Gửi [trước thứ Sáu tuần này] | before 03-14
Gửi [trước thứ 4 tuần sau] | before 03-19
Gửi hồ sơ [trước 10 giờ ngày mai] | before 03-11
Gửi hồ sơ [trước 17 giờ hôm nay] | before 03-10
Gửi hồ sơ [trước 17 giờ chiều nay] | before 03-10
Trình [trước ngày cuối cùng của tháng 3] | before 03-31
Trình thẩm định [trước quý 3] | before 06-30
Trình thẩm định [trước Quý III năm 2025] | before 06-30
Trình thẩm định [trước tháng Năm] | before 04-30
Hoàn thành [trước năm 2026] | before 12-31
Hoàn thành [trước cuối năm 2025] | before 12-31
Hoàn thành [trước trung tuần tháng 4] | before 04-10
Hoàn thành [trước ngày 15/4] và ngày [30/4/2025] | before 04-15; before 04-30
Xong [trước dịp 30/4] | before 04-30
Xong [trước ngày Quốc khánh 02/9/2025] | before 09-02
Xong [trước dịp nghỉ lễ 30/4] - 01/5 | before 04-30
Chi trả xong [trước Tết Nguyên đán] | before -
Chi trả xong [trước Tết Nguyên đán Bính Ngọ 2026] | before -
Chi trả xong [trước Tết Nguyên đán Bính Ngọ năm 2026] | before -
Chi trả xong [trước Tết Âm lịch] | before -
Chuẩn bị Tờ trình [trước kỳ họp HĐND tháng 7] | before -
Trình Thường trực HĐND [trước kỳ họp thứ 20 HĐND tỉnh] | before -
Gửi tài liệu [trước kỳ họp giữa năm 2025] | before -
(xong [trước 25/3]) | before 03-25
Lập dự toán ([trước 20/3]); thẩm định ([trước 30/3]) | before 03-20; before 03-30
# by
[Chậm nhất ngày 30 tháng 4 năm 2025] trình | by 04-30
[Chậm nhất là 17 giờ ngày 14/3/2025] gửi về Văn phòng | by 03-14
[Chậm nhất trong ngày 12/3] có báo cáo | by 03-12
[Chậm nhất trong tuần này] có báo cáo | within 03-10..03-16
[Chậm nhất tuần tới] có báo cáo | by 03-17..03-23
[Chậm nhất cuối tháng 4/2025] hoàn thành | by 04-21..04-30
[Chậm nhất vào cuối tháng 4/2025] hoàn thành | by 04-21..04-30
[Chậm nhất trong quý II/2025] hoàn thành | within 04-01..06-30
[Muộn nhất là 30 tháng 4] phải xong | by 04-30
[Chậm nhất thứ Sáu tuần sau] báo cáo | by 03-21
[Chậm nhất vào thứ Sáu (14/3)] báo cáo | by 03-14
[Hạn chót là 17h ngày 20/3] | by 03-20
[Hạn cuối: 30/6/2025] | by 06-30
[Hạn nộp: 20/3/2025] | by 03-20
[Thời hạn nộp trước ngày 20/3/2025] | before 03-20
[Thời gian gửi trước ngày 20/3] | before 03-20
[Thời gian: tháng 4/2025] | by 04-01..04-30
[Thời gian hoàn thành trong tháng 4/2025] | within 04-01..04-30
[Tiến độ: 30/6/2025] | by 06-30
[Tiến độ hoàn thành: Quý III/2025] | by 07-01..09-30
[Hoàn thành: 30/6] | by 06-30
[Thời gian thực hiện: Quý II/2025]. | by 04-01..06-30
Xong [hết ngày 30/6/2025] | by 06-30
[Hết Quý II/2025] phải giải ngân 50% | by 04-01..06-30
Giải phóng mặt bằng xong [đến hết ngày 30/6] | by 06-30
[Đến ngày 30/6/2025] phải giải ngân đạt 50% kế hoạch vốn | by 06-30
Phấn đấu [đến 30/6] giải ngân đạt 60% | by 06-30
Phấn đấu [đến cuối năm 2025] có thêm 5 xã đạt chuẩn | by 09-01..12-31
Phấn đấu [đến hết tháng 6] cơ bản hoàn thành | by 06-01..06-30
Bảo đảm [đến tháng 6/2025] hoàn thành 100% | by 06-01..06-30
Hoàn thành giải phóng mặt bằng [vào cuối tháng 4] | by 04-21..04-30
Trình UBND tỉnh phê duyệt [vào đầu tháng 4] | by 04-01..04-10
Báo cáo Ban Chỉ đạo [vào ngày 28/3/2025] | by 03-28
Trình Sở Tài chính [ngày 28/3/2025] | by 03-28
Không để công việc kéo dài [quá ngày 30/4/2025] | by 04-30
# within
Trình phê duyệt [trong thượng tuần tháng 4] | within 04-01..04-10
Trình phê duyệt [trong trung tuần tháng 4/2025] | within 04-11..04-20
Trình phê duyệt [trong hạ tuần tháng 4] | within 04-21..04-30
Trình phê duyệt [trong tháng Tư] | within 04-01..04-30
Trình phê duyệt [trong tháng 4, 5/2025] | within 04-01..05-31
Trình phê duyệt [trong tháng 4 và tháng 5/2025] | within 04-01..05-31
Trình phê duyệt [trong các tháng 4, 5, 6 năm 2025] | within 04-01..06-30
Trình phê duyệt [trong T4/2025] | within 04-01..04-30
Trình phê duyệt [trong tháng 04-2025] | within 04-01..04-30
Trình phê duyệt [trong tháng4/2025] | within 04-01..04-30
Trình phê duyệt [trong quý Ba] | within 07-01..09-30
Trình phê duyệt [trong Quý 3] | within 07-01..09-30
Trình phê duyệt [trong Q.III/2025] | within 07-01..09-30
Trình phê duyệt [trong Quý II, III/2025] | within 04-01..09-30
Trình phê duyệt [trong quý II và quý III năm 2025] | within 04-01..09-30
Trình phê duyệt [trong đầu quý II/2025] | within 04-01..04-30
Trình phê duyệt [trong quý II năm nay] | within 04-01..06-30
Trình phê duyệt [trong Quý II-2025] | within 04-01..06-30
Trình phê duyệt [trong 9 tháng đầu năm 2025] | within 01-01..09-30
Trình phê duyệt [trong 6 tháng cuối năm 2025] | within 07-01..12-31
Trình phê duyệt [trong sáu tháng đầu năm] | within 01-01..06-30
Trình phê duyệt [trong cuối năm 2025] | within 09-01..12-31
Trình phê duyệt [ngay trong tuần này] | within 03-10..03-16
Trình phê duyệt [trong tuần sau] | within 03-17..03-23
Trình phê duyệt [trong đầu tuần tới] | within 03-17..03-18
Trình phê duyệt [trong cuối tuần này] | within 03-15..03-16
Báo cáo [ngay trong ngày hôm nay] | within 03-10
Báo cáo [trong hôm nay] | within 03-10
Báo cáo [trong sáng mai] | within 03-11
Báo cáo [trong ngày mai] | within 03-11
Báo cáo [trong sáng 12/3] | within 03-12
Báo cáo [trong buổi chiều ngày 12/3] | within 03-12
Tổ chức kiểm tra trong ngày 12 và ngày 13/3/2025 | -
Tổ chức kiểm tra trong 02 ngày 12-13/3/2025 | -
Tổ chức kiểm tra trong các ngày 12, 13/3 | -
Hoàn thành [trong tháng] | within 03-01..03-31
Hoàn thành [ngay trong tháng] | within 03-01..03-31
Hoàn thành [trong tuần]. | within 03-10..03-16
Hoàn thành [trong năm 2025]; | within 01-01..12-31
Báo cáo kết quả [trong tuần tới] | within 03-17..03-23
Báo cáo kết quả về Sở [trong tháng 4/2025] | within 04-01..04-30
Báo cáo UBND tỉnh kết quả [trong tháng này] | within 03-01..03-31
# ranges
[từ ngày 12 - 15/3/2025] kiểm tra | within 03-12..03-15
[từ ngày 12/3 tới ngày 15/3] kiểm tra | within 03-12..03-15
[từ 7 giờ ngày 12/3 đến 17 giờ ngày 15/3/2025] trực | within 03-12..03-15
[Từ nay đến cuối năm] tập trung giải ngân | within 03-10..12-31
[Từ nay đến hết năm 2025] tập trung giải ngân | within 03-10..12-31
[Từ nay tới trước ngày 30/4/2025] rà soát | within 03-10..04-30
[từ nay đến cuối tháng 4] | within 03-10..04-30
[Từ đầu tháng 4 đến giữa tháng 5] | within 04-01..05-21
[Từ tháng 4 - 6/2025] | within 04-01..06-30
[Từ tháng 4/2025 đến hết tháng 6/2025] | within 04-01..06-30
[Từ Quý II đến Quý IV/2025] | within 04-01..12-31
# relative
[trong vòng 01 tuần] | relative 03-10..03-17
[trong vòng một tháng] | relative 03-10..04-10
[trong thời hạn mười lăm ngày] | relative 03-10..03-25
[trong thời gian 07 (bảy) ngày] | relative 03-10..03-17
[trong vòng nửa tháng] | relative 03-10..03-25
[trong 10 ngày tới] hoàn thành | relative 03-10..03-20
[trong vòng 24 giờ] | relative 03-10..03-11
[trong 48 giờ kể từ khi có yêu cầu] | relative -
[trong 05 ngày làm việc kể từ ngày ký ban hành Thông báo này] | relative 03-10..03-17
[trong 05 ngày làm việc, kể từ ngày nhận được Thông báo kết luận này] | relative 03-10..03-17
[trong 5 ngày kể từ ngày có kết luận này] | relative 03-10..03-15
[trong 20 ngày làm việc] xong | relative 03-10..04-08
[trong 30 ngày kể từ ngày 15/3] | relative 03-15..04-14
[trong 30 ngày, tính từ ngày 15 tháng 3 năm 2025] | relative 03-15..04-14
[chậm nhất 03 ngày sau khi nhận được đề nghị] | relative -
[chậm nhất sau 05 ngày kể từ ngày nhận hồ sơ] | relative -
[chậm nhất 03 ngày làm việc sau khi nhận được Thông báo này] | relative 03-10..03-13
[chậm nhất 05 ngày trước ngày 30/6/2025] gửi tài liệu | relative 06-25
gửi tài liệu [trước ngày họp 03 ngày làm việc] | relative -
gửi tài liệu [trước ít nhất 05 ngày] | relative -
Báo cáo kết quả [sau 10 ngày] | relative 03-10..03-20
[sau 10 ngày kể từ ngày ban hành Thông báo này] phải báo cáo | relative 03-10..03-20
[không quá 03 ngày làm việc kể từ ngày hết hạn lấy ý kiến] | relative -
[Trong thời hạn 15 ngày kể từ ngày Thông báo này được ban hành], báo cáo | relative 03-10..03-25
[trong 03 ngày sau khi kết thúc đợt kiểm tra] | relative -
[không quá 01 tháng kể từ ngày ký Thông báo] | relative 03-10..04-10
[trong tối đa 05 ngày làm việc] | relative 03-10..03-17
# recurring
báo cáo [trước ngày 20 của tháng] | recurring -
báo cáo [trước ngày 15 và ngày 30 hằng tháng] | recurring -
báo cáo [vào ngày 15 tháng cuối quý] | recurring -
báo cáo [trước ngày 15 của tháng cuối quý] | recurring -
báo cáo [trước ngày 10 tháng đầu quý sau] | recurring -
báo cáo [trước 16 giờ thứ Năm hằng tuần] | recurring -
báo cáo [chiều thứ Sáu hàng tuần] | recurring -
báo cáo [thứ 6 hàng tuần] | recurring -
[Hằng tuần, trước 16 giờ thứ Sáu] báo cáo | recurring -
[Định kỳ hằng tháng, trước ngày 25], báo cáo | recurring -
[định kỳ trước ngày 20 hằng tháng] báo cáo | recurring -
[định kỳ 02 tuần/lần] | recurring -
[định kỳ mỗi tuần một lần] | recurring -
[định kỳ 6 tháng, hằng năm] báo cáo | recurring -
[định kỳ hằng tháng, quý, 6 tháng, năm] | recurring -
giao ban [vào sáng thứ Hai hằng tuần] | recurring -
[Trước ngày 05 hằng tháng], gửi số liệu | recurring -
[chậm nhất ngày 10 của tháng sau] báo cáo | by 04-10
[Hằng tháng] báo cáo kết quả về Sở | recurring -
[Hàng tuần], tổng hợp báo cáo Chủ tịch UBND huyện | recurring -
[trước ngày 20/6 và 20/12 hằng năm] | recurring -
[trước ngày 15/12 hằng năm] | recurring -
[ngày 30 cuối mỗi quý] | recurring -
[trước ngày 14 tháng cuối kỳ báo cáo] | recurring -
# none
Thực hiện Quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050 | -
Đến năm 2030 đạt 80% số xã | -
Giấy phép có thời hạn đến ngày 30/6/2027 | -
Gia hạn thời gian thực hiện dự án đến ngày 31/12/2025 | -
Tính đến ngày 31/3/2025 đã giải ngân 20% | -
Lũy kế đến hết tháng 6/2025 | -
Số liệu tính đến ngày 15/3/2025 | -
báo cáo sơ kết công tác Quý I/2025 | -
báo cáo kết quả công tác trong tháng 3 | -
báo cáo kết quả tuần qua | -
báo cáo tình hình trong tuần vừa qua | -
báo cáo kết quả thực hiện nhiệm vụ trong Quý I/2025 | -
Khắc phục các tồn tại trong Quý I/2025 | -
Công văn số 12 ban hành trong tháng 2/2025 | -
Giải quyết vướng mắc phát sinh trong tháng | -
các vụ việc xảy ra trong tháng 3/2025 | -
phục vụ Đoàn công tác làm việc vào ngày 20/3/2025 | -
chuẩn bị Hội nghị diễn ra vào ngày 20/3/2025 | -
dự kiến tổ chức vào ngày 20/3/2025 | -
Rà soát số liệu trong 3 năm 2022, 2023, 2024 | -
thu ngân sách trong 3 tháng đầu năm đạt 25% | -
trước sáp nhập đơn vị hành chính | -
trước yêu cầu của tình hình mới | -
bố trí người trực trước, trong và sau Tết | -
đảm bảo an ninh trước, trong và sau kỳ họp | -
trước 100 đại biểu | -
chịu trách nhiệm trước Chủ tịch UBND tỉnh | -
chịu trách nhiệm trước Giám đốc Sở về tiến độ tháng 4 | -
dự án đã quá hạn từ ngày 30/6/2024 | -
tồn đọng kéo dài từ năm 2020 đến nay | -
kế hoạch trung hạn 2026 - 2030 | -
năm học 2025-2026 | -
Nghị quyết có hiệu lực thi hành từ ngày 01/4/2025 | -
áp dụng từ ngày 01/4/2025 đến hết ngày 31/12/2026 | -
ngày 30 tháng 4 là ngày lễ | -
Chỉ tiêu được giao trong năm 2025 | -
kế hoạch vốn năm 2025 kéo dài sang năm 2026 | -
theo kết luận tại cuộc họp ngày 05/3/2025 | -
trong phạm vi quản lý | -
trong đó ưu tiên Quý II | -
trong khi chờ phê duyệt | -
Trước tình hình trên, yêu cầu | -
lấy ý kiến trước khi ban hành 05 ngày | -
hồ sơ nộp trước đó 10 ngày | -
# as different officials write
Yêu cầu hoàn thành việc kiểm kê, xong [trước 30/4] | before 04-30
Hoàn thành [trong tháng 3], [chậm nhất là ngày 05/4/2025] | within 03-01..03-31; by 04-05
Đợt 1: [trước ngày 30/4]; đợt 2: [trước ngày 30/9/2025] | before 04-30; before 09-30
Xong [trước 31/3/2025], [30/6/2025] | before 03-31; before 06-30
Trình UBND tỉnh [trong 10 ngày đầu tháng 4] | within 04-01..04-10
[Hạn gửi báo cáo: 17h00 ngày 20/3/2025] | by 03-20
Thời hạn gửi góp ý: [chậm nhất 16h ngày 18/3/2025] | by 03-18
Giải quyết dứt điểm, không để kéo dài [sang tháng 4] | before 03-31
Hoàn thành [trong nửa đầu năm 2025] | within 01-01..06-30
Hoàn thành [trong tháng 12 năm 2025 và quý I năm 2026] | within 12-01..2026-03-31
Hoàn thành [từ nay đến ngày Quốc khánh 2/9] | within 03-10..09-02
Trực bão [từ ngày 15/11/2025 đến ngày 15/01/2026] | within 11-15..2026-01-15
Trực bão [từ ngày 15/11 đến ngày 15/01/2026] | within 11-15..2026-01-15
Trực bão [từ ngày 15/11 đến ngày 15/01] | within 11-15..2026-01-15
Chăm sóc rừng [từ tháng 5 đến tháng 7/2026] | within 2026-05-01..2026-07-31
Gửi [trước 15 giờ 30 phút chiều thứ Năm ngày 13 tháng 3 năm 2025] | before 03-13
[Chậm nhất hết ngày làm việc 14/3/2025] gửi | by 03-14
[Thời gian thực hiện: 30 ngày kể từ ngày ký Thông báo] | relative 03-10..04-09
Hoàn thành [trong 1 - 2 ngày tới] | relative 03-10..03-12
[Chiều mai] báo cáo Chủ tịch | within 03-11
[Tuần tới], Sở Tư pháp trình | within 03-17..03-23
[Đầu tháng 4] trình UBND tỉnh | within 04-01..04-10
Phấn đấu [đến hết năm 2025] hoàn thành 100% | by 01-01..12-31
Xong [trước 30-6] | before 06-30
Xong [trước ngày 30.6] | before 06-30
Kiểm tra [ít nhất 01 lần/tháng] | recurring -
Báo cáo [trước 16 giờ hằng ngày] | recurring -
Báo cáo kết quả [trong tháng 4] | within 04-01..04-30
Trình HĐND tỉnh tại kỳ họp tháng 7/2025 | -
Thực hiện xong trước khi kết thúc năm học | -
Hoàn thành trước mùa mưa bão năm 2025 | -
Kỳ thi tổ chức từ ngày 26/6 đến ngày 27/6/2025 | -
Mở lớp tập huấn trong hai ngày 12 và 13/3/2025 | -
Hội chợ (mở cửa từ ngày 18/4 đến ngày 24/4/2025) | -
Hội nghị tổ chức vào ngày 25/3/2025 | -
Thời hạn cho thuê đến ngày 30/6/2045 | -
Dự án có thời gian thực hiện từ năm 2023 đến năm 2026 | -
Gia hạn hợp đồng đến 31/12/2025 | -
Giấy phép hết hạn ngày 30/6/2025 | -
Số liệu chốt đến ngày 15/3/2025 | -
Đến hết tháng 02/2025 mới giải ngân 5% | -
Trong 02 tháng đầu năm 2025, ngành đã xử lý | -
Giá trị sản xuất trong quý I ước đạt 100 tỷ đồng | -
Kế hoạch sử dụng đất hằng năm cấp huyện | -
Phấn đấu tăng trưởng quý II đạt 8% | -
Báo cáo 6 tháng, năm theo quy định | -
# milestones, other people's periods, extensions
[Tháng 6/2025] trình thẩm định; [Quý III/2025] phê duyệt | within 06-01..06-30; within 07-01..09-30
Xong [trong quý II] đối với tỉnh, [quý III] đối với xã | within 04-01..06-30; within 07-01..09-30
Rà soát các dự án chậm tiến độ, báo cáo [trong tháng]. | within 03-01..03-31
Báo cáo đột xuất [trong 24h khi có sự cố] | relative -
Báo cáo lại [trong 24h] | relative 03-10..03-11
Đi cơ sở [mỗi tháng ít nhất 01 lần] | recurring -
[Đến 30/6] đạt 50%, [đến 30/9] đạt 75% | by 06-30; by 09-30
[Trong tháng 3, 4] kiểm tra tại các xã | within 03-01..04-30
Kiểm tra [trong Quý I/2025] các vi phạm từ ngày 01/7/2014 đến nay | within 01-01..03-31
Chuẩn bị kỳ thi vào lớp 10 (từ 03-04/6/2025) | -
Gia hạn thời gian hoàn thành dự án [đến hết ngày 31/12/2025] | by 12-31
Ủy quyền Giám đốc Sở ký từ ngày 01/4/2025 đến ngày 30/6/2025 | -
Cho phép Công ty khai thác đến ngày 30/6/2028 | -
Hoàn thành trước thời hạn Chính phủ giao 01 tháng | -
Sau ngày 31/3/2025 đơn vị nào chưa nộp thì thu hồi dự án | -
Trình trong phiên họp UBND tỉnh thường kỳ tháng 4/2025 | -
Trả lời kiến nghị cử tri trước và sau kỳ họp thứ 22 | -
Theo thời hạn tại Công văn của Bộ | -
Gửi đăng ký [trước ngày 01/10 năm 2026] | before 2026-10-01
Giải quyết dứt điểm hồ sơ quá hạn [trong quý II năm 2025] | within 04-01..06-30
Lập dự toán [trước ngày 20 tháng 7 hằng năm] | recurring -
Báo cáo nhanh [trước 7h00 và 16h00 hằng ngày] | recurring -
Hoàn thành [trong vòng 15 ngày làm việc, kể từ ngày 17/3/2025] | relative 03-17..04-08
Trình kỳ họp thứ 24 (dự kiến tổ chức từ ngày 24-25/4/2025) | -
Đơn vị nào để chậm quá 03 ngày phải kiểm điểm | -
Kiểm tra [ngay trong chiều nay], báo cáo [trước 9h sáng mai] | within 03-10; before 03-11
"""
