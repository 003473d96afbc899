"""A short title for a piece of work: the newest wording cut down to its object."""

import re

_LEAD = re.compile(
    r"^(?:(?:tiếp tục|khẩn trương|chủ động|tích cực|thường xuyên|tập trung|sớm"
    r"|đẩy nhanh(?: tiến độ)?|nghiên cứu|tham mưu|chủ trì|bám sát|theo dõi"
    r"|đôn đốc|rà soát|quan tâm|yêu cầu|đề nghị)\b"
    r"[\s,]*(?:và\s+)?)+",
    re.IGNORECASE,
)
_END = re.compile(r"[;.](?=\s|$)|\s\((?!\d)|,\s(?=(?:trình|báo cáo|hoàn thành|gửi)\b)")
_LONGEST = 90
_SHORTEST = 12


def title_of(text: str) -> str:
    """Return the first clause without words of urgency, at most 90 characters, cut at a word.

    >>> title_of("Tiếp tục tham mưu, sớm hoàn thiện Đề án thu gom rác; báo cáo Sở.")
    'Hoàn thiện Đề án thu gom rác'
    """
    whole = " ".join(text.split())
    core = _LEAD.sub("", whole)
    if len(core) < _SHORTEST:
        core = whole
    end = _END.search(core, _SHORTEST)
    clause = (core[: end.start()] if end else core).strip(" ,;.")
    if len(clause) > _LONGEST:
        clause = f"{clause[: _LONGEST - 1].rsplit(' ', 1)[0].rstrip(' ,;')}…"
    return clause[:1].upper() + clause[1:]
