"""Every word of the page, in Vietnamese and in English."""

from datetime import date
from typing import Literal, get_args

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)

TEXTS: dict[str, tuple[str, str]] = {
    # head
    "title": ("chidao: theo dõi ý kiến chỉ đạo", "chidao: following what was directed"),
    "tagline": (
        "Tra cứu và theo dõi nhiệm vụ trong thông báo kết luận",
        "Find and follow the work that notices of conclusions order",
    ),
    "skip": ("Đến nội dung chính", "Skip to the main content"),
    "counts": (
        "{notices} thông báo · {tasks} nhiệm vụ",
        "{notices} notices · {tasks} tasks",
    ),
    "other_language": ("English", "Tiếng Việt"),
    "other_language_title": ("Read this page in English", "Xem trang này bằng tiếng Việt"),
    # tabs
    "tab_search": ("Tìm kiếm", "Search"),
    "tab_follow": ("Theo dõi", "Follow"),
    "tab_work": ("Công việc", "Work"),
    "tab_sparql": ("SPARQL", "SPARQL"),
    "tab_add": ("Thêm văn bản", "Add"),
    "tab_about": ("Giới thiệu", "About"),
    # search
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
    # reading pane
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
    # follow
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
    # work
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
    # sparql
    "queries": ("Câu hỏi mẫu", "Example queries"),
    "query_label": ("Câu truy vấn SPARQL", "SPARQL query"),
    "query_info": (
        "Chỉ đọc. Shift+Enter để chạy. Điểm truy cập cho chương trình: /sparql",
        "Read-only. Shift+Enter runs it. Endpoint for programs: /sparql",
    ),
    "run": ("Chạy", "Run"),
    "rows": ("{count} dòng", "{count} rows"),
    "rows_one": ("1 dòng", "1 row"),
    "rows_shown": ("hiện {shown} dòng đầu", "showing the first {shown}"),
    "triples": ("{count} bộ ba", "{count} triples"),
    "triples_one": ("1 bộ ba", "1 triple"),
    "answer_yes": ("Có", "Yes"),
    "answer_no": ("Không", "No"),
    "no_rows": ("Truy vấn đúng nhưng không có dòng nào.", "The query is right and finds no row."),
    "sparql_start": (
        "Chọn một câu hỏi mẫu hoặc viết câu của bạn rồi bấm Chạy.",
        "Choose an example or write your own, then press Run.",
    ),
    "query_error": ("Câu truy vấn chưa chạy được", "The query could not be run"),
    "prefixes": ("Tiền tố có sẵn", "Prefixes at hand"),
    # add
    "upload": ("Chọn tệp .md hoặc .txt", "Choose .md or .txt files"),
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
        "Thông báo kết luận ở dạng văn bản (.md, .txt). Mỗi tệp một thông báo.",
        "Notices of conclusions as text (.md, .txt). One notice a file.",
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
    # about
    "about_body": (
        "chidao đọc các thông báo kết luận, tách từng nhiệm vụ cùng đơn vị, thời hạn và văn bản "
        "dẫn chiếu, rồi cho tìm và theo dõi qua các cuộc họp. Mọi dữ kiện đều dẫn về đúng câu chữ "
        "trong văn bản. Tất cả chạy trên máy này; trang không gọi ra ngoài mạng.",
        "chidao reads notices of conclusions, takes out each task with its unit, deadline and the "
        "documents it cites, and lets you search and follow them across meetings. Every fact "
        "leads back to its exact sentence. All of it runs on this machine; the page calls nothing "
        "outside it.",
    ),
    "about_workspace": ("Kho dữ liệu", "Workspace"),
    "about_notices": ("Thông báo", "Notices"),
    "about_tasks": ("Nhiệm vụ", "Tasks"),
    "about_units": ("Đơn vị", "Units"),
    "about_documents": ("Văn bản được dẫn", "Documents cited"),
    "about_projects": ("Dự án", "Projects"),
    "about_version": ("Phiên bản", "Version"),
    "about_programs": ("Cho chương trình", "For programs"),
    "about_sparql": ("SPARQL 1.1 Protocol, chỉ đọc", "SPARQL 1.1 Protocol, read-only"),
    "about_api": ("REST, mô tả tại /api/openapi.json", "REST, described at /api/openapi.json"),
    "about_list": ("Các thông báo đã đọc", "Notices read"),
}

_EXAMPLES: dict[Lang, tuple[str, ...]] = {
    "vi": ("đóng cửa mỏ", "giai phong mat bang", "báo cáo 6 tháng đầu năm", "chuyển đổi số"),
    "en": ("mining closure", "site clearance", "wastewater", "digital transformation"),
}


class Texts:
    """The words of one language."""

    __slots__ = ("lang",)

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of ``key`` with its ``{fields}`` filled in.

        Raises:
            KeyError: there is no such text.
        """
        return TEXTS[key][LANGS.index(self.lang)].format(**values)

    def count(self, key: str, count: int, **values: object) -> str:
        """Return ``key`` for a number of things, ``key_one`` for exactly one."""
        return self(f"{key}_one" if count == 1 else key, count=self.number(count), **values)

    def number(self, value: int) -> str:
        """Write a number with the language's thousands mark."""
        return f"{value:,}".replace(",", "." if self.lang == "vi" else ",")

    def day(self, day: date) -> str:
        """Write a day as offices write it: 25/6/2021 in Vietnamese, 25 Jun 2021 in English."""
        if self.lang == "vi":
            return f"{day.day}/{day.month}/{day.year}"
        return f"{day.day} {day:%b} {day.year}"

    @property
    def examples(self) -> tuple[str, ...]:
        """Searches offered to someone who has typed nothing yet."""
        return _EXAMPLES[self.lang]


def language(name: str | None) -> Lang:
    """Return the language of that name, Vietnamese when there is none."""
    return "en" if name == "en" else "vi"
