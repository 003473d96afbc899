"""Words of the search tab, and what several tabs share: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "search_label": ("Tìm nhiệm vụ", "Search tasks"),
    "search_placeholder": (
        "Gõ điều cần tìm: đóng cửa mỏ, giải phóng mặt bằng, mining closure…",
        "Type what you look for: mining closure, đóng cửa mỏ, dong cua mo…",
    ),
    "search_button": ("Tìm", "Search"),
    "examples": ("Thử", "Try"),
    "filters": ("Bộ lọc", "Filters"),
    "unit": ("Đơn vị", "Unit"),
    "document": ("Văn bản", "Document"),
    "project": ("Dự án", "Project"),
    "from": ("Họp từ ngày", "Meeting from"),
    "to": ("Họp đến ngày", "Meeting to"),
    "day_hint": ("ngày/tháng/năm", "day/month/year"),
    "due_before": ("Hạn trước ngày", "Due before"),
    "any": ("Tất cả", "Any"),
    "everything": ("Lấy mọi nhiệm vụ liên quan", "Every relevant task"),
    "found_all": (
        "{count} nhiệm vụ liên quan đến “{query}”",
        "{count} tasks relevant to “{query}”",
    ),
    "found_all_one": (
        "1 nhiệm vụ liên quan đến “{query}”",
        "1 task relevant to “{query}”",
    ),
    "found_top": (
        "{count} nhiệm vụ sát nhất với “{query}”",
        "The {count} tasks closest to “{query}”",
    ),
    "found_top_one": ("Nhiệm vụ sát nhất với “{query}”", "The task closest to “{query}”"),
    "took": ("{ms} ms", "{ms} ms"),
    "download": ("Tải về", "Download"),
    "csv": ("CSV", "CSV"),
    "excel": ("Excel", "Excel"),
    "json": ("JSON", "JSON"),
    "relevance": ("Mức liên quan", "Relevance"),
    "due": ("Hạn {day}", "Due {day}"),
    "no_due": ("Không nêu hạn", "No deadline stated"),
    "meeting": ("Họp {day}", "Meeting {day}"),
    "no_meeting": ("Không rõ ngày họp", "Meeting day not stated"),
    "no_unit": ("Chưa rõ đơn vị", "Unit not stated"),
    "every_unit": ("Mọi đơn vị", "Every unit"),
    "open_sentence": ("Xem trong văn bản", "See it in the notice"),
    "follow_it": ("Theo dõi {name}", "Follow {name}"),
    "why": ("Vì sao", "Why"),
    "why_words": ("có từ “{words}”", "has “{words}”"),
    "why_glossary": ("từ điển {terms}", "glossary {terms}"),
    "why_meaning": ("gần nghĩa", "close in meaning"),
    "start_title": ("Bắt đầu từ một câu hỏi", "Begin with a question"),
    "start_body": (
        "Gõ như khi hỏi đồng nghiệp; có dấu, không dấu hay tiếng Anh đều được. Mỗi kết quả kèm "
        "đơn vị, thời hạn, cuộc họp và đúng câu chữ trong thông báo.",
        "Ask as you would ask a colleague: in Vietnamese with or without marks, or in English. "
        "Each result comes with its unit, deadline, meeting and exact sentence.",
    ),
    "nothing_title": (
        "Không có nhiệm vụ nào về “{query}”",
        "No task about “{query}”",
    ),
    "nothing_filtered": (
        "Có bộ lọc đang dùng. Hãy bỏ bớt bộ lọc rồi tìm lại.",
        "Filters are in use. Remove some of them and search again.",
    ),
    "nothing_all": (
        "Hãy thử từ khác, hoặc bỏ chọn “Lấy mọi nhiệm vụ liên quan” để xem những nhiệm vụ "
        "gần nhất.",
        "Try other words, or untick “Every relevant task” to see the closest ones.",
    ),
    "nothing_top": ("Hãy thử từ khác.", "Try other words."),
    "empty_title": ("Chưa có văn bản nào", "There is no notice yet"),
    "empty_body": (
        "Mở thẻ “Thêm văn bản” để đưa thông báo kết luận vào, hoặc chạy lệnh "
        "chidao ingest --samples để xem thử với văn bản mẫu.",
        "Open the tab “Add” to put notices in, or run chidao ingest --samples "
        "to look around with sample notices.",
    ),
    "error_title": ("Không thực hiện được", "That did not work"),
    "bad_day": (
        "“{value}” không phải là ngày. Viết ngày/tháng/năm, như 25/6/2021.",
        "“{value}” is no day. Write day/month/year, as in 25/6/2021.",
    ),
    "unknown_name": (
        "Không có mục nào mang tên đó trong kho.",
        "Nothing in the workspace goes by that name.",
    ),
    "locked": (
        "Kho đang được ghi bởi một chương trình khác. Hãy thử lại sau ít phút.",
        "Another program is writing to the workspace. Try again in a few minutes.",
    ),
    "bug": (
        "Lỗi của chương trình ({kind}); chi tiết nằm trong nhật ký máy chủ.",
        "A fault of the program ({kind}); the server's log has the details.",
    ),
}
