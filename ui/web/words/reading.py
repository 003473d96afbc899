"""Words of the panel with a notice: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "reading_close": ("Đóng", "Close"),
    "reading_back": ("Về câu đã chọn", "Back to the sentence"),
    "number": ("Số", "Number"),
    "issuer": ("Cơ quan", "Issuer"),
    "issued": ("Ban hành", "Issued"),
    "meeting_day": ("Ngày họp", "Meeting"),
    "chair": ("Chủ trì", "Chair"),
    "signer": ("Người ký", "Signer"),
    "source": ("Tệp", "File"),
    "legend_task": ("câu đã chọn", "the sentence chosen"),
    "legend_due": ("thời hạn", "deadline"),
    "legend_ref": ("văn bản dẫn chiếu", "document cited"),
    "legend_project": ("dự án", "project"),
    "legend_unit": ("đơn vị", "unit"),
    "not_found_in_notice": (
        "Không tìm thấy nhiệm vụ này trong văn bản; có thể văn bản vừa được đọc lại.",
        "This task is not in the notice; the notice may just have been read again.",
    ),
}
