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
    "add_count": ("Thêm cả {count} văn bản", "Add all {count} notices"),
    "add_reading": ("Đang đọc tệp {n}/{total}: {name}", "Reading file {n} of {total}: {name}"),
    "add_waiting": (
        "{count} văn bản chờ xem; chưa có gì được thêm vào kho.",
        "{count} notices to look at; nothing of them is in the workspace yet.",
    ),
    "add_waiting_one": (
        "1 văn bản chờ xem; chưa được thêm vào kho.",
        "1 notice to look at; it is not in the workspace yet.",
    ),
    "add_none_waiting": ("Không còn văn bản nào chờ xem.", "No notice is left to look at."),
    "add_changed": ("Thông báo này thay đổi những gì?", "What did this notice change?"),
    "act_reject": ("Bỏ", "Reject"),
    "act_restore": ("Lấy lại", "Take back"),
    "act_undo": ("Rút khỏi kho", "Take it out again"),
    "act_again": ("Thêm lại", "Add again"),
    "act_clear": ("Xoá danh sách", "Clear the list"),
    "file_waiting": ("chờ xem", "to look at"),
    "file_unreadable": ("không đọc được", "could not be read"),
    "file_added": ("đã thêm vào kho", "added"),
    "file_replaced": ("đã thay bản cũ", "took the place of the old one"),
    "file_unchanged": ("đã có trong kho", "was there already"),
    "file_failed": ("không thêm được", "could not be added"),
    "file_rejected": ("đã bỏ", "rejected"),
    "file_undone": ("đã rút khỏi kho", "taken out again"),
    "file_superseded": ("đã có bản khác thay", "replaced by another file"),
    "known_same": (
        "Tệp này đã có trong kho; thêm lại không thay đổi gì.",
        "This file is in the workspace already; adding it changes nothing.",
    ),
    "known_other": (
        "Kho đã có thông báo này, đọc từ {source}; thêm thì tệp này thay bản đó, và có thể "
        "rút lại.",
        "The workspace has this notice from {source}; this file would take its place, and that "
        "can be undone.",
    ),
    "known_nameless": (
        "Không thấy số, cơ quan hay ngày nào: đây có phải thông báo kết luận không?",
        "No number, issuer or day was found: is this a notice of conclusions?",
    ),
    "known_replaced": (
        "Rút khỏi kho thì bản cũ trở lại.",
        "Taking it out brings the old one back.",
    ),
    "known_superseded": (
        "Kho nay giữ bản {source} của thông báo này; không rút bản ấy ở đây.",
        "The workspace now holds {source} for this notice; it is not taken out from here.",
    ),
    "add_start_title": ("Kéo tệp thả vào đây", "Drop files here"),
    "add_start_body": (
        "Hoặc bấm Chọn tệp. Thông báo kết luận dạng Word, PDF, bản quét, OpenDocument, trang "
        "web hoặc văn bản thuần; mỗi tệp một thông báo, hoặc tệp .zip gồm nhiều tệp. Mỗi lần "
        "nhiều nhất {files} tệp, {megabytes} MB.",
        "Or press Choose files. Notices of conclusions as Word, PDF, scans, OpenDocument, web "
        "pages or plain text; one notice a file, or a .zip of several. At most {files} files and "
        "{megabytes} MB at a time.",
    ),
    "too_many": (
        "Không nhận {count} tệp: mỗi lần nhiều nhất {files} tệp, {megabytes} MB. Gửi làm nhiều "
        "lần, hoặc dùng lệnh chidao ingest cho cả thư mục.",
        "{count} files were not taken: at most {files} files and {megabytes} MB at a time. Send "
        "them in parts, or use chidao ingest for a whole folder.",
    ),
    "preview_of": ("Đọc được từ {name}", "Read from {name}"),
    "preview_tasks": ("Nhiệm vụ đọc được", "Tasks read"),
    "preview_text": (
        "Toàn văn, mọi điều đọc được đều đánh dấu",
        "The text, all that was read marked",
    ),
    "preview_find": ("Xem trong văn bản", "Find it in the text"),
    "preview_page": ("trang {page}", "page {page}"),
    "legend_a_task": ("nhiệm vụ", "task"),
    "deadlines_count": ("{count} thời hạn", "{count} deadlines"),
    "deadlines_count_one": ("1 thời hạn", "1 deadline"),
    "caveat_no_unit": (
        "Không đọc được đơn vị thực hiện:",
        "No unit could be read for this task:",
    ),
    "caveat_no_task": (
        "Không tìm thấy nhiệm vụ nào:",
        "No task was found in this text:",
    ),
    "preview_no_warnings": ("Không có điều gì phải xem lại.", "Nothing to check."),
    "unknown": ("không rõ", "not stated"),
    "col_label": ("Số", "No."),
    "col_task": ("Nhiệm vụ", "Task"),
    "col_units": ("Đơn vị", "Units"),
    "col_with": ("Phối hợp", "With"),
    "col_due": ("Thời hạn", "Deadline"),
    "col_refs": ("Dẫn chiếu", "Cites"),
    "col_meeting": ("Ngày họp", "Meeting"),
    "col_source": ("Tệp", "File"),
    "col_relevance": ("Mức liên quan", "Relevance"),
    "step_read": ("Đọc", "Reading"),
    "step_graph": ("Ghi đồ thị", "Writing the graph"),
    "step_index": ("Lập chỉ mục", "Indexing"),
    "step_save": ("Lưu", "Saving"),
}
