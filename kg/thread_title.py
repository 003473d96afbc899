"""A short title for a piece of work: the newest wording cut down to its object."""

import re

from kg.records import Task

_LEAD = re.compile(
    r"""^(?:
        (?: tiếp\ tục | khẩn\ trương | chủ\ động | tích\ cực | thường\ xuyên | tập\ trung | sớm
          | đẩy\ nhanh (?:\ tiến\ độ)? | nghiên\ cứu | tham\ mưu | chủ\ trì | bám\ sát | theo\ dõi
          | đôn\ đốc | rà\ soát | quan\ tâm | yêu\ cầu | đề\ nghị | giao | chịu\ trách\ nhiệm
        ) \b [\s,]* (?: và \s+ )?
    )+""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_WHOM = re.compile(
    r"(?:cho\s+)?(?:(?:Chủ tịch\s+)?UBND (?:tỉnh|thành phố|huyện|xã)|Lãnh đạo Sở|Giám đốc Sở|Sở)\s+"
    r"(?=xem xét|ban hành|trình|phê duyệt|hoàn thiện|giải quyết|triển khai|quyết định|chỉ đạo)"
    r"(?:xem xét,?\s+)?"
)
"""After "tham mưu": whom the unit advises; the work is what follows."""
_END = re.compile(r"[;.](?=\s|$)|\s\((?!\d)|,\s(?=(?:trình|báo cáo|hoàn thành|gửi|xong)\b)")
_LONGEST = 90
_SHORTEST = 12


def title_of(text: str) -> str:
    """Return the first clause without words of urgency, at most 90 characters, cut at a word.

    >>> title_of("Tiếp tục tham mưu UBND tỉnh ban hành Đề án thu gom rác; báo cáo Sở.")
    'Ban hành Đề án thu gom rác'
    """
    whole = " ".join(text.split())
    core = _LEAD.sub("", whole)
    if core != whole:
        core = _FOR_WHOM.sub("", core) if _FOR_WHOM.match(core) else core
    if len(core) < _SHORTEST:
        core = whole
    end = _END.search(core, _SHORTEST)
    clause = (core[: end.start()] if end else core).strip(" ,;.:")
    if len(clause) > _LONGEST:
        clause = f"{clause[: _LONGEST - 1].rsplit(' ', 1)[0].rstrip(' ,;')}…"
    return clause[:1].upper() + clause[1:]


def title_of_task(task: Task) -> str:
    """Return the title of an order, the units that it begins with ("Giao Phòng A") left out."""
    begin = 0
    for mention in sorted(task.assignees, key=lambda mention: mention.start):
        start, end = mention.start - task.start, mention.end - task.start
        between = task.text[begin:start].strip(" ,:") if begin <= start <= len(task.text) else "?"
        if between.casefold() in ("", "và", "giao", "yêu cầu", "đề nghị"):
            begin = end
    rest = task.text[begin:].strip(" ,:")
    return title_of(rest if len(rest) >= _SHORTEST else task.text)
