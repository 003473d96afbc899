"""Words of the tab that takes files in: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "upload": ("Chọn tệp", "Choose files"),
    "add_intro": (
        "Tệp được đọc ngay trên máy này, không gửi đi đâu. Xem trước những gì đọc được rồi mới "
        "thêm vào kho.",
        "Files are read on this machine and sent nowhere. Look at what was read before it is "
        "added.",
    ),
    "add_button": ("Thêm vào kho", "Add to the workspace"),
    "add_count": ("Thêm {count} văn bản vào kho", "Add {count} notices to the workspace"),
    "add_cancel": ("Bỏ", "Discard"),
    "add_start_title": ("Chưa chọn tệp", "No file chosen"),
    "add_start_body": (
        "Thông báo kết luận dạng Word, PDF, bản quét, OpenDocument, trang web hoặc văn bản thuần; "
        "mỗi tệp một thông báo, hoặc tệp .zip gồm nhiều tệp. Mỗi lần nhiều nhất {files} tệp, "
        "{megabytes} MB.",
        "Notices of conclusions as Word, PDF, scans, OpenDocument, web pages or plain text; one "
        "notice a file, or a .zip of several. At most {files} files and {megabytes} MB at a time.",
    ),
    "too_many": (
        "Không nhận {count} tệp: mỗi lần nhiều nhất {files} tệp, {megabytes} MB. Gửi làm nhiều "
        "lần, hoặc dùng lệnh chidao ingest cho cả thư mục.",
        "{count} files were not taken: at most {files} files and {megabytes} MB at a time. Send "
        "them in parts, or use chidao ingest for a whole folder.",
    ),
    "preview_of": ("Đọc được từ {name}", "Read from {name}"),
    "preview_tasks": ("Nhiệm vụ", "Tasks"),
    "preview_deadlines": ("Thời hạn", "Deadlines"),
    "preview_documents": ("Văn bản dẫn chiếu", "Documents cited"),
    "preview_units": ("Đơn vị", "Units"),
    "preview_warnings": ("Cần xem lại", "To check"),
    "caveat_no_unit": (
        "Không đọc được đơn vị thực hiện:",
        "No unit could be read for this task:",
    ),
    "caveat_no_task": (
        "Không tìm thấy nhiệm vụ nào:",
        "No task was found in this text:",
    ),
    "preview_no_warnings": ("Không có điều gì phải xem lại.", "Nothing to check."),
    "preview_no_tasks": (
        "Không đọc được nhiệm vụ nào trong tệp này.",
        "No task could be read in this file.",
    ),
    "unknown": ("không rõ", "not stated"),
    "col_label": ("Số", "No."),
    "col_task": ("Nhiệm vụ", "Task"),
    "col_page": ("Trang", "Page"),
    "col_units": ("Đơn vị", "Units"),
    "col_due": ("Thời hạn", "Deadline"),
    "col_refs": ("Dẫn chiếu", "Cites"),
    "col_meeting": ("Ngày họp", "Meeting"),
    "col_source": ("Tệp", "File"),
    "col_relevance": ("Mức liên quan", "Relevance"),
    "step_read": ("Đọc", "Reading"),
    "step_graph": ("Ghi đồ thị", "Writing the graph"),
    "step_index": ("Lập chỉ mục", "Indexing"),
    "step_save": ("Lưu", "Saving"),
    "added": ("Đã thêm", "Added"),
    "added_read": ("đã thêm", "added"),
    "added_unchanged": ("không đổi", "unchanged"),
    "added_replaced": ("đã thay bản cũ", "replaced"),
    "added_failed": ("không đọc được", "could not be read"),
    "nothing_to_add": ("Hãy chọn tệp trước.", "Choose a file first."),
}
