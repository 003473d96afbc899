"""Words of the work tab: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "as_of": ("Tính đến ngày", "As of"),
    "as_of_info": (
        "Tình trạng suy ra từ các thông báo ban hành đến ngày {day}.",
        "Status follows from the notices issued by {day}.",
    ),
    "work_button": ("Xem", "Show"),
    "status_overdue": ("Quá hạn", "Overdue"),
    "status_open": ("Còn hạn", "Open"),
    "status_no-deadline": ("Không nêu hạn", "No deadline"),
    "status_done": ("Đã xong", "Done"),
    "slips": ("lùi hạn {count} lần", "moved later {count} times"),
    "slips_one": ("lùi hạn 1 lần", "moved later once"),
    "dropped": ("không còn được nhắc", "no longer mentioned"),
    "last_seen": ("Nhắc gần nhất {day}", "Last mentioned {day}"),
    "days_late": ("quá {count} ngày", "{count} days late"),
    "days_late_one": ("quá 1 ngày", "1 day late"),
    "days_left": ("còn {count} ngày", "{count} days left"),
    "days_left_one": ("còn 1 ngày", "1 day left"),
    "due_today": ("đến hạn hôm đó", "due that day"),
    "work_nothing": (
        "Không có việc nào tính đến ngày này.",
        "There is no work as of this day.",
    ),
    "show_more": ("Xem thêm {count} việc", "Show {count} more"),
}
