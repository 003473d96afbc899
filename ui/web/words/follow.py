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
    "works_count": ("{count} việc", "{count} works"),
    "works_count_one": ("1 việc", "1 work"),
    "units_count": ("{count} đơn vị", "{count} units"),
    "units_count_one": ("1 đơn vị", "1 unit"),
    "motion_document": (
        "Ở đây, văn bản này làm phát sinh {works} ({tasks}) cho {units} qua {meetings}; đến hôm "
        "nay {done} việc đã xong, {overdue} việc quá hạn.",
        "Here it set {works} ({tasks}) in motion, for {units} over {meetings}; by today, done: "
        "{done}, overdue: {overdue}.",
    ),
    "motion_project": (
        "Dự án này có {works} ({tasks}) giao cho {units} qua {meetings}; đến hôm nay {done} việc "
        "đã xong, {overdue} việc quá hạn.",
        "This project has {works} ({tasks}) with {units} over {meetings}; by today, done: {done}, "
        "overdue: {overdue}.",
    ),
    "timeline": ("Theo thời gian", "Over time"),
    "timeline_note": (
        "Chấm là cuộc họp, bấm để đọc câu; tam giác là thời hạn. Vẽ {drawn} trong {total} việc.",
        "Dots are meetings, click to read the sentence; triangles are deadlines. {drawn} of "
        "{total} works drawn.",
    ),
    "walk_on": ("Bấm một ô để đi tiếp.", "Click a box to walk on."),
    "way_to": ("Liên hệ với", "How it hangs together with"),
    "way_hint": ("tên đơn vị, dự án, số văn bản", "a unit, a project, a document's number"),
    "way_find": ("Tìm đường", "Find the way"),
    "way_first": (
        "Hãy chọn mục để theo dõi trước, rồi tìm đường đến mục kia.",
        "First follow something, then find the way to the other.",
    ),
    "way_steps": ("Nối với nhau qua {count} bước", "Joined in {count} steps"),
    "way_steps_one": ("Nối với nhau qua 1 bước", "Joined in 1 step"),
    "relation_assignedTo": ("giao cho", "assigned to"),
    "relation_coordinatedWith": ("phối hợp với", "coordinated with"),
    "relation_cites": ("viện dẫn", "cites"),
    "relation_concernsProject": ("về dự án", "concerns the project"),
    "relation_concernsPerson": ("nhắc đến", "names"),
    "relation_concernsPlace": ("tại", "at"),
    "relation_statedIn": ("nêu trong", "stated in"),
    "relation_inThread": ("thuộc việc", "part of the work"),
    "relation_continues": ("tiếp tục", "continues"),
    "relation_concludes": ("kết luận cuộc họp", "concludes the meeting"),
    "relation_chairedBy": ("chủ trì bởi", "chaired by"),
    "relation_heldBy": ("do cơ quan tổ chức", "held by"),
    "relation_passedBy": ("ban hành bởi", "issued by"),
    "relation_signedBy": ("ký bởi", "signed by"),
    "relation_unitOf": ("trực thuộc", "unit of"),
}
