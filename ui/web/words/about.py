"""Words of the about tab: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
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
