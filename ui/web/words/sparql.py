"""Words of the SPARQL tab: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
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
}
