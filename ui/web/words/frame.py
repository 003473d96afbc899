"""Words of the head and the tabs: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
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
    "tab_search": ("Tìm kiếm", "Search"),
    "tab_follow": ("Theo dõi", "Follow"),
    "tab_work": ("Công việc", "Work"),
    "tab_meetings": ("Cuộc họp", "Meetings"),
    "tab_curate": ("Hiệu chỉnh", "Curate"),
    "tab_sparql": ("SPARQL", "SPARQL"),
    "tab_add": ("Thêm văn bản", "Add"),
    "tab_about": ("Giới thiệu", "About"),
}
