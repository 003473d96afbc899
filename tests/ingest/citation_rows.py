"""Documents as sentences cite them, and what each citation says.

A row is a sentence, and under it its citations in order: kind and key, then where stated "@" its
day, "#" its issuer, "^" the provision, "~" the relation; "<-" marks a reference back. Titles are
left out.
"""

CITATION_ROWS = """
theo các Nghị định số 45, 46/2022/NĐ-CP của Chính phủ
    Nghị định 45/2022/NĐ-CP #Chính phủ ~căn cứ
    Nghị định 46/2022/NĐ-CP #Chính phủ
các Nghị định số 45/2022/NĐ-CP, số 46/2022/NĐ-CP
    Nghị định 45/2022/NĐ-CP
    Nghị định 46/2022/NĐ-CP
các Quyết định: số 12/QĐ-UBND ngày 05/01/2024, số 15/QĐ-UBND ngày 09/01/2024 của UBND tỉnh
    Quyết định 12/QĐ-UBND @2024-01-05 #UBND tỉnh
    Quyết định 15/QĐ-UBND @2024-01-09 #UBND tỉnh
các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND ngày 05/01/2024
    Quyết định 12/QĐ-UBND @2024-01-05
    Quyết định 13/QĐ-UBND @2024-01-05
    Quyết định 14/QĐ-UBND @2024-01-05
Công văn số 1203, 1204/UBND-TH ngày 05/5/2024 của UBND tỉnh
    Công văn 1203/UBND-TH #UBND tỉnh
    Công văn 1204/UBND-TH @2024-05-05 #UBND tỉnh
các văn bản: số 455/UBND-KT ngày 02/3/2024; số 512/UBND-KT ngày 10/3/2024; số 600/STC-NS
    Công văn 455/UBND-KT @2024-03-02
    Công văn 512/UBND-KT @2024-03-10
    Công văn 600/STC-NS
Văn bản số 455/UBND-KT, Văn bản số 512/UBND-KT của UBND tỉnh
    Văn bản 455/UBND-KT #UBND tỉnh
    Văn bản 512/UBND-KT #UBND tỉnh
Chỉ thị 05-CT/TU ngày 10/5/2021 của Ban Thường vụ Tỉnh ủy
    Chỉ thị 05-CT/TU @2021-05-10 #Ban Thường vụ Tỉnh ủy
Nghị quyết 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương
    Nghị quyết 27-NQ/TW @2022-11-09 #Ban Chấp hành Trung ương
Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW
    Nghị quyết 18-NQ/TW
    Nghị quyết 19-NQ/TW
Nghị quyết 18, 19 của Trung ương
    Nghị quyết Nghị quyết 18 #Trung ương
    Nghị quyết Nghị quyết số 19 #Trung ương
Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị
    Kết luận 14-KL/TW @2021-09-22 #Bộ Chính trị
Quy định số 41-QĐ/TW ngày 03/11/2021
    Quy định 41-QĐ/TW @2021-11-03
Quy định 1374-QĐi/TU của Tỉnh ủy
    Quy định 1374-QĐi/TU #Tỉnh ủy
Chương trình hành động số 15-CTr/TU
    Chương trình hành động 15-CTr/TU
Thông báo số 123-TB/TU ngày 01/3/2024 của Thường trực Tỉnh ủy
    Thông báo 123-TB/TU @2024-03-01 #Thường trực Tỉnh ủy
Thông báo kết luận số 123-TB/TU
    Thông báo 123-TB/TU
Công văn số 2031-CV/VPTU ngày 05/6/2024
    Công văn 2031-CV/VPTU @2024-06-05
Nghị quyết Trung ương 4 khóa XII
    Nghị quyết Nghị quyết Trung ương 4 khóa XII
Nghị quyết Trung ương 6 (khóa XII)
    Nghị quyết Nghị quyết Trung ương 6 (khóa XII)
Nghị quyết Hội nghị Trung ương 8 khóa XIII
    Nghị quyết Nghị quyết Hội nghị Trung ương 8 khóa XIII
Nghị quyết Đại hội XIII của Đảng
    Nghị quyết Nghị quyết Đại hội XIII của Đảng
Nghị quyết số 35/2021/QH15 của Quốc hội
    Nghị quyết 35/2021/QH15 #Quốc hội
Nghị quyết số 326/2016/UBTVQH14 ngày 30/12/2016 của Ủy ban Thường vụ Quốc hội
    Nghị quyết 326/2016/UBTVQH14 @2016-12-30 #Ủy ban Thường vụ Quốc hội
Nghị quyết số 01/NQ-CP ngày 05/01/2024 của Chính phủ về nhiệm vụ năm 2024
    Nghị quyết 01/NQ-CP @2024-01-05 #Chính phủ
Nghị quyết 01 của Chính phủ
    Nghị quyết Nghị quyết 01 #Chính phủ
Nghị quyết số 11/2023/NQ-HĐND ngày 14/7/2023 của HĐND tỉnh
    Nghị quyết 11/2023/NQ-HĐND @2023-07-14 #HĐND tỉnh
Luật số 31/2024/QH15
    Luật 31/2024/QH15
Luật Đất đai số 31/2024/QH15 ngày 18/01/2024
    Luật 31/2024/QH15 @2024-01-18
Luật Đất đai 2024, Luật Nhà ở 2023 và Luật Kinh doanh bất động sản 2023
    Luật Luật Đất đai 2024
    Luật Luật Nhà ở 2023
    Luật Luật Kinh doanh bất động sản 2023
các Luật: Đất đai, Nhà ở, Kinh doanh bất động sản
    Luật Luật Đất đai
    Luật Luật Nhà ở
    Luật Luật Kinh doanh bất động sản
Luật Ngân sách nhà nước năm 2015
    Luật Luật Ngân sách nhà nước 2015
Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công
    Luật Luật Đầu tư công
Luật Đầu tư công (sửa đổi)
    Luật Luật Đầu tư công
Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)
    Bộ luật Bộ luật Hình sự 2015
Pháp lệnh Xử lý vi phạm hành chính
    Pháp lệnh Pháp lệnh Xử lý vi phạm hành chính
Nghị định 168 của Chính phủ
    Nghị định Nghị định 168 #Chính phủ
Nghị định 15/NĐ-CP
    Nghị định 15/NĐ-CP
NĐ15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP
NĐ số 15/2021/NĐ-CP ngày 3/3/2021
    Nghị định 15/2021/NĐ-CP @2021-03-03
Nghị định số 15/2021/NĐ-CP ngày 03 tháng 3 năm 2021 của Chính phủ
    Nghị định 15/2021/NĐ-CP @2021-03-03 #Chính phủ
điểm b khoản 2 Điều 5 Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^điểm b khoản 2 Điều 5
tại điểm b, khoản 2, Điều 5 của Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^điểm b, khoản 2, Điều 5 ~căn cứ
khoản 1, 2 Điều 5 Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^khoản 1, 2 Điều 5
Điều 5, Điều 6 Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^Điều 5, Điều 6
các Điều 5, 6 và 7 Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^Điều 5, 6 và 7
mục III Kế hoạch số 112/KH-UBND
    Kế hoạch 112/KH-UBND ^mục III
mục 2 phần II Kế hoạch số 112/KH-UBND
    Kế hoạch 112/KH-UBND ^mục 2 phần II
tại tiết b điểm 2 mục III Nghị quyết số 12/NQ-HĐND
    Nghị quyết 12/NQ-HĐND ^tiết b điểm 2 mục III ~căn cứ
nội dung số 3 Thông báo số 45/TB-UBND
    Thông báo 45/TB-UBND ^nội dung số 3
Phụ lục I ban hành kèm theo Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ^Phụ lục I
Phụ lục kèm theo Quyết định số 88/QĐ-UBND
    Quyết định 88/QĐ-UBND
Chương IV Luật Đất đai năm 2024
    Luật Luật Đất đai 2024 ^Chương IV
Thông tư liên tịch số 55/2014/TTLT-BTNMT-BQP
    Thông tư liên tịch 55/2014/TTLT-BTNMT-BQP
TTLT số 55/2014/TTLT-BTNMT-BQP
    Thông tư liên tịch 55/2014/TTLT-BTNMT-BQP
Thông tư số 24/2014/TT-BTNMT ngày 19/5/2014 của Bộ Tài nguyên và Môi trường
    Thông tư 24/2014/TT-BTNMT @2014-05-19 #Bộ Tài nguyên và Môi trường
Thông tư 24 của Bộ Tài nguyên và Môi trường
    Thông tư Thông tư 24 #Bộ Tài nguyên và Môi trường
Thông tư số 10/2024/TT-BTNMT, 11/2024/TT-BTNMT
    Thông tư 10/2024/TT-BTNMT
    Thông tư 11/2024/TT-BTNMT
Công điện số 58/CĐ-TTg ngày 08/6/2024 của Thủ tướng Chính phủ
    Công điện 58/CĐ-TTg @2024-06-08 #Thủ tướng Chính phủ
Công điện hỏa tốc số 58/CĐ-UBND
    Công điện 58/CĐ-UBND
Kế hoạch số 45/KH-BCĐ ngày 03/4/2024 của Ban Chỉ đạo
    Kế hoạch 45/KH-BCĐ @2024-04-03
Kế hoạch 45/KH-UBND của UBND thành phố
    Kế hoạch 45/KH-UBND #UBND thành phố
Đề án 06
    Đề án Đề án 06
Đề án số 06 của Thủ tướng Chính phủ
    Đề án Đề án số 06 #Thủ tướng Chính phủ
Đề án 844
    Đề án Đề án 844
Tờ trình số 112/TTr-STC ngày 05/3/2024 của Sở Tài chính
    Tờ trình 112/TTr-STC @2024-03-05 #Sở Tài chính
Tờ trình 112
    Tờ trình Tờ trình 112
Báo cáo thẩm định số 99/BC-SKHĐT
    Báo cáo 99/BC-SKHĐT
Báo cáo số 99/BC-SKHĐT của Sở Kế hoạch và Đầu tư
    Báo cáo 99/BC-SKHĐT #Sở Kế hoạch và Đầu tư
Hướng dẫn số 15/HD-SNV ngày 11/4/2024 của Sở Nội vụ
    Hướng dẫn 15/HD-SNV @2024-04-11 #Sở Nội vụ
Hướng dẫn liên ngành số 15/HDLN-SNV-STC
    Hướng dẫn 15/HDLN-SNV-STC
Giấy mời số 77/GM-UBND ngày 01/4/2024
    Giấy mời 77/GM-UBND @2024-04-01
Biên bản làm việc số 04/BB-TTr
    Biên bản 04/BB-TTr
Phiếu chuyển số 45/PC-VP
    Phiếu chuyển 45/PC-VP
Phiếu chuyển đơn số 45/PC-TTT ngày 03/4/2024
    Phiếu chuyển 45/PC-TTT @2024-04-03
Phiếu trình số 15/PTr-VP
    Phiếu trình 15/PTr-VP
Kết luận thanh tra số 15/KL-TTT
    Kết luận 15/KL-TTT
Kết luận số 15/KL-UBND của Chủ tịch UBND tỉnh
    Kết luận 15/KL-UBND #Chủ tịch UBND tỉnh
Quyết định số 1163/QĐ-TTg
    Quyết định 1163/QĐ-TTg
Quyết định 1163 của Thủ tướng
    Quyết định Quyết định 1163 #Thủ tướng
Quyết định số 861
    Quyết định Quyết định số 861
QĐ 861/QĐ-TTg
    Quyết định 861/QĐ-TTg
QĐ số 861
    Quyết định Quyết định số 861
Quyết định chủ trương đầu tư số 45/QĐ-UBND
    Quyết định 45/QĐ-UBND
Quyết định phê duyệt số 45/QĐ-UBND ngày 01/02/2024
    Quyết định 45/QĐ-UBND @2024-02-01
Quyết định thành lập Tổ công tác số 45/QĐ-UBND
    Quyết định 45/QĐ-UBND
Nghị quyết chuyên đề số 05-NQ/TU
    Nghị quyết 05-NQ/TU
Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN
    Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN
Công văn hỏa tốc số 15/UBND-NC
    Công văn 15/UBND-NC
công văn số 15/UBND-NC ngày 15 tháng 3 năm 2024
    Công văn 15/UBND-NC @2024-03-15
Công văn số 15/UBND - NC
    Công văn 15/UBND-NC
Công văn số 15 /UBND-NC
    Công văn 15/UBND-NC
Công văn 6621/VPCP-CN ngày 16/9/2024 của Văn phòng Chính phủ
    Công văn 6621/VPCP-CN @2024-09-16 #Văn phòng Chính phủ
Công văn số 1234/BTC-ĐT của Bộ Tài chính
    Công văn 1234/BTC-ĐT #Bộ Tài chính
Công văn số 1234/SGDĐT-GDTrH
    Công văn 1234/SGDĐT-GDTrH
Công văn số 567/UBND-TNMT1
    Công văn 567/UBND-TNMT1
Văn bản số 12a/UBND-NC
    Văn bản 12a/UBND-NC
Văn bản số 123/HĐND-VP
    Văn bản 123/HĐND-VP
Văn bản số 4567/BGTVT-KHĐT ngày 4/5/2024
    Văn bản 4567/BGTVT-KHĐT @2024-05-04
Thư công tác số 12/TCT
    Thư 12/TCT
Tờ trình liên ngành số 12/TTrLN-STC-SXD
    Tờ trình 12/TTrLN-STC-SXD
Lệnh số 04/2024/L-CTN
    Lệnh 04/2024/L-CTN
Quy chế số 12-QC/TU
    Quy chế 12-QC/TU
Quy chế phối hợp số 12/QCPH-CA-TA
    Quy chế 12/QCPH-CA-TA
Chương trình số 12-CTr/TU
    Chương trình 12-CTr/TU
Chương trình công tác số 15/CTr-UBND
    Chương trình 15/CTr-UBND
Thông báo số 12/TB-VP ngày 12/4
    Thông báo 12/TB-VP
Thông báo kết luận của Chủ tịch UBND tỉnh tại Thông báo số 15/TB-VP
    Thông báo 15/TB-VP ~căn cứ
Thông báo số 15/TB-VPCP ngày 12/01/2024 của VPCP
    Thông báo 15/TB-VPCP @2024-01-12 #VPCP
theo ý kiến chỉ đạo của UBND tỉnh tại Công văn số 1203/UBND-TH
    Công văn 1203/UBND-TH ~căn cứ
căn cứ Quyết định số 88/QĐ-UBND
    Quyết định 88/QĐ-UBND ~căn cứ
sửa đổi khoản 3 Điều 5 Quyết định số 88/2021/QĐ-UBND
    Quyết định 88/2021/QĐ-UBND ^khoản 3 Điều 5 ~sửa đổi
bãi bỏ Quyết định số 88/2021/QĐ-UBND
    Quyết định 88/2021/QĐ-UBND ~thay thế
Quyết định số 90/2024/QĐ-UBND thay thế Quyết định số 88/2021/QĐ-UBND
    Quyết định 90/2024/QĐ-UBND
    Quyết định 88/2021/QĐ-UBND ~thay thế
Thông tư hướng dẫn Nghị định số 15/2021/NĐ-CP
    Nghị định 15/2021/NĐ-CP ~hướng dẫn
tổ chức triển khai thực hiện Chỉ thị số 16/CT-TTg
    Chỉ thị 16/CT-TTg ~triển khai
quán triệt, triển khai Nghị quyết số 57-NQ/TW
    Nghị quyết 57-NQ/TW ~triển khai
thực hiện nghiêm Công điện số 58/CĐ-TTg
    Công điện 58/CĐ-TTg ~triển khai
thực hiện có hiệu quả Đề án 06
    Đề án Đề án 06 ~triển khai
tiếp tục thực hiện nghiêm túc Nghị quyết số 18-NQ/TW
    Nghị quyết 18-NQ/TW ~triển khai
tiếp tục triển khai Kế hoạch hành động số 45/KH-UBND
    Kế hoạch 45/KH-UBND ~triển khai
bổ sung Quyết định số 12/QĐ-UBND
    Quyết định 12/QĐ-UBND ~sửa đổi
kèm theo Quyết định số 12/QĐ-UBND
    Quyết định 12/QĐ-UBND
đã giao tại Thông báo số 15/TB-UBND
    Thông báo 15/TB-UBND ~căn cứ
theo tinh thần Chỉ thị số 05-CT/TW
    Chỉ thị 05-CT/TW ~căn cứ
phát triển đô thị số 3A
    none
số 2, ngõ 5, đường Lê Lợi
    none
số nhà 12/4 đường Nguyễn Trãi
    none
điện thoại 0203.3835.678
    none
tọa độ X=2345678, Y=567890
    none
kinh phí 12.500/15.000 triệu đồng
    none
thửa số 12/34
    none
thửa đất số 45/TĐ-12
    none
tờ bản đồ số 12, thửa 34
    none
tỷ lệ 1/2000
    none
12/15 xã, phường
    none
vốn ODA 12/2024
    none
tài khoản số 3511.0.1234567
    none
mã số thuế 5700123456
    none
Gói thầu số 05/XL
    none
Hợp đồng số 12/2024/HĐ-XD
    none
Giấy phép số 123/GP-UBND
    none
Giấy chứng nhận đầu tư số 12/GCNĐT
    none
Giấy phép khai thác khoáng sản số 45/GP-UBND ngày 3/2/2020
    none
hồ sơ số 12/HS
    none
biển kiểm soát 14A-123.45
    none
Tiểu đoàn 5/BCHQS
    none
Quốc lộ 18A, Km12+500
    none
QL.4B/QL.1A
    none
Đội số 3/CSGT
    none
Đường tỉnh 334
    none
Nhà văn hóa thôn 5/xã
    none
Ban Chỉ đạo 389/ĐP
    none
Ban Chỉ đạo 35
    none
Tổ công tác 1225
    none
Chương trình 135, Chương trình 30a
    none
Chương trình OCOP
    none
Nghị định thư
    none
Quyết định giao đất số 12
    none
hệ thống QLVB
    none
TCVN 5574:2018
    none
Tiêu chuẩn TCVN 9386/2012/BXD
    none
QCVN 01:2021/BXD
    none
Quy chuẩn QCVN 06:2022/BXD
    none
ISO 9001:2015
    none
Thông báo số 12
    Thông báo Thông báo số 12
văn bản số 12
    none
Kế hoạch 5 năm 2021-2025
    none
Báo cáo 6 tháng/2024
    none
Luật này
    none
Nghị định này có hiệu lực
    none
theo Luật định
    none
luật sư, luật gia
    none
Kế hoạch năm 2024, 2025
    none
Quyết định 12 nội dung
    none
Nghị quyết HĐND tỉnh
    none
Chỉ thị của Thủ tướng
    none
theo Công văn số 12/STC-NS, các đơn vị gửi Kế hoạch số 5/KH-SXD; Kế hoạch nêu trên phải xong
    Công văn 12/STC-NS ~căn cứ
    Kế hoạch 5/KH-SXD
    Kế hoạch 5/KH-SXD <-
Căn cứ Công văn số 12/STC-NS và Công văn số 15/SNV-TC, thực hiện Công văn nêu trên
    Công văn 12/STC-NS ~căn cứ
    Công văn 15/SNV-TC ~căn cứ
Quyết định số 12/QĐ-UBND, Quyết định số 13/QĐ-SXD; sửa đổi Quyết định số 12 nói trên
    Quyết định 12/QĐ-UBND
    Quyết định 13/QĐ-SXD
    Quyết định 12/QĐ-UBND ~sửa đổi <-
Trả lời Văn bản số 45/SXD-QLN; trả lời văn bản trên, trả lời Văn bản trên
    Văn bản 45/SXD-QLN
    Văn bản 45/SXD-QLN <-
Thực hiện Chỉ thị số 05-CT/TW; thực hiện Chỉ thị trên địa bàn tỉnh; phổ biến Chỉ thị trên
    Chỉ thị 05-CT/TW ~triển khai
    Chỉ thị 05-CT/TW <-
Theo Nghị định số 15/2021/NĐ-CP; Nghị định này có hiệu lực; các Nghị định nêu trên
    Nghị định 15/2021/NĐ-CP ~căn cứ
theo Tờ trình số 45/TTr-STC; đồng ý chủ trương tại tờ trình nêu trên
    Tờ trình 45/TTr-STC ~căn cứ
    Tờ trình 45/TTr-STC ~căn cứ <-
Nghị quyết số 7/NQ-HĐND; thực hiện nghị quyết của HĐND tỉnh nêu trên
    Nghị quyết 7/NQ-HĐND
    Nghị quyết 7/NQ-HĐND ~triển khai <-
các nội dung kết luận nêu trên; thực hiện quy định trên
    none
Công văn nêu trên; Công văn số 12/STC-NS
    Công văn 12/STC-NS
theo Quyết định số 444/QĐ-TTg ngày 27/02/2025, Nghị quyết số 201/2025/QH15 của Quốc hội
    Quyết định 444/QĐ-TTg @2025-02-27 ~căn cứ
    Nghị quyết 201/2025/QH15 #Quốc hội ~căn cứ
Công văn số 12/STC-NS và Công văn số 15/STC-TC của Sở Tài chính
    Công văn 12/STC-NS #Sở Tài chính
    Công văn 15/STC-TC #Sở Tài chính
"""
