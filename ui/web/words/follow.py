"""Words of the follow tab: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "follow_label": (
        "Văn bản, dự án hoặc đơn vị",
        "Document, project or unit",
    ),
    "follow_placeholder": (
        "Chọn trong danh sách hoặc gõ: NĐ 54/2021, tên dự án, tên phòng…",
        "Pick from the list or type: NĐ 54/2021, a project, a unit…",
    ),
    "follow_button": ("Theo dõi", "Follow"),
    "follow_start_title": (
        "Đi theo một văn bản, dự án hoặc đơn vị",
        "Follow a document, a project or a unit",
    ),
    "follow_start_body": (
        "Chọn một mục để thấy mọi nhiệm vụ gắn với nó, theo từng cuộc họp, và các đơn vị, dự án, "
        "văn bản liên quan.",
        "Pick one to see every task tied to it, meeting by meeting, with the units, projects "
        "and documents around it.",
    ),
    "tasks_count": ("{count} nhiệm vụ", "{count} tasks"),
    "tasks_count_one": ("1 nhiệm vụ", "1 task"),
    "meetings_count": ("{count} cuộc họp", "{count} meetings"),
    "meetings_count_one": ("1 cuộc họp", "1 meeting"),
    "units_involved": ("Đơn vị được giao", "Units assigned"),
    "first_meeting": ("Cuộc họp đầu tiên", "First meeting"),
    "last_meeting": ("Cuộc họp gần nhất", "Latest meeting"),
    "next_due": ("Hạn cuối đã nêu", "Latest deadline stated"),
    "neighbourhood": ("Những gì ở quanh", "What is around it"),
    "neighbourhood_alt": (
        "Sơ đồ: {name} ở bên trái, các nhiệm vụ ở giữa, đơn vị, văn bản và dự án ở bên phải. "
        "Danh sách nhiệm vụ phía dưới nói cùng nội dung bằng chữ.",
        "Diagram: {name} on the left, its tasks in the middle, units, documents and projects on "
        "the right. The list of tasks below says the same in words.",
    ),
    "no_tasks": ("Chưa có nhiệm vụ nào gắn với mục này.", "No task is tied to this yet."),
    "more_not_drawn": (
        "Vẽ {drawn} trong {total} nhiệm vụ; danh sách bên dưới có đủ.",
        "{drawn} of {total} tasks drawn; the list below has them all.",
    ),
    "kind_document": ("Văn bản", "Document"),
    "kind_unit": ("Đơn vị", "Unit"),
    "kind_project": ("Dự án", "Project"),
    "kind_person": ("Người", "Person"),
    "kind_place": ("Địa danh", "Place"),
    "kind_notice": ("Thông báo", "Notice"),
    "kind_thread": ("Việc theo dõi", "Thread"),
    "kind_task": ("Nhiệm vụ", "Task"),
    "kind_deadline": ("Thời hạn", "Deadline"),
    "kind_meeting": ("Cuộc họp", "Meeting"),
    "kind_other": ("Khác", "Other"),
    "same_work": ("Cùng một việc qua {count} cuộc họp", "The same work over {count} meetings"),
}
