"""Words of the meetings tab: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "meetings_choose": ("Thông báo", "Notice"),
    "meetings_nth": ("{day} · {number} · {tasks} nhiệm vụ", "{day} · {number} · {tasks} tasks"),
    "meetings_against": (
        "So với {number}, họp ngày {day}",
        "Compared with {number}, meeting of {day}",
    ),
    "meetings_first": (
        "Chưa có thông báo nào trước đó của cơ quan này, nên mọi việc đều là mới.",
        "There is no earlier notice of this issuer, so all work is new.",
    ),
    "meetings_read": ("Đọc văn bản bên cạnh", "Read the notice beside"),
    "change_new": ("Việc mới", "New"),
    "change_changed": ("Có thay đổi", "Changed"),
    "change_continued": ("Tiếp tục", "Continued"),
    "change_done": ("Báo đã xong", "Reported done"),
    "change_dropped": ("Không còn nhắc", "Dropped"),
    "meetings_last_order": ("giao ngày {day}", "ordered on {day}"),
    "warnings": ("{count} chỗ cần xem lại", "{count} places to check"),
    "warnings_one": ("1 chỗ cần xem lại", "1 place to check"),
}
