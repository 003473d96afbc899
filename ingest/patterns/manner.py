"""How an order presses, who directs it in person, and to whom its result goes."""

import re
from collections.abc import Iterator, Sequence

from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.unit import unit_list_at
from ingest.patterns.unit_register import Register, UnitName
from kg.records import Mention, Tone

_OPENING = 90
"""Characters of an order that are looked at for its tone: its adverbs come first."""
_TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    ("urgent", verbose(
        rf"(?<!\w) {any_of('khẩn trương; khẩn cấp; gấp; ngay; hỏa tốc; dứt điểm; quyết liệt')}"
        r"(?!\w)",
        re.I,
    )),
    ("continuing", verbose(r"(?<!\w) (?: tiếp_tục | duy_trì ) (?!\w)", re.I)),
    ("regular", verbose(
        r"(?<!\w) (?: thường_xuyên | định_kỳ | h[ằà]ng_(?: ngày | tuần | tháng | quý | năm ) )"
        r"(?!\w)",
        re.I,
    )),
)  # fmt: skip

_DIRECTS_AFTER = verbose(r"""
    (?: [^.;()\n]{0,80}? \s )? (?: trực_tiếp_ )?
    (?: chỉ_đạo | phụ_trách | theo_dõi | đôn_đốc ) \s* (?= [.;,)] | $ )
""")
"""After a person's name, up to the end of the clause: nobody is named whom they direct."""
_DIRECTS_BEFORE = verbose(r"""
    dưới_sự_(?: chỉ_đạo | điều_hành ) (?: _trực_tiếp )? _của_ [^.;()\n]{0,60} $
""")

_SUBMITS = verbose(
    r"""
    (?<!\w) (?: trình | báo_cáo (?! _(?: kết_quả | tình_hình ) _[^,;.]{0,80}_ của ) | gửi (?:_về)?
        | nộp (?:_về)? | xin_ý_kiến | tham_mưu (?:_cho)? | báo_cáo_về | giải_trình_với )
    _ (?: cho_ | lên_ )?
    """,
    re.I,
)
_LEADERS = verbose(r"""
    (?: Lãnh_đạo | Ban_Giám_đốc | Giám_đốc | Chủ_tịch | Bộ_trưởng | Thường_trực )
    (?: _(?: Sở | Bộ | UBND | HĐND | Tỉnh_ủy | Huyện_ủy ) (?: _(?: tỉnh | huyện | xã ) )? )?
""")


def tone_of(text: str) -> Tone | None:
    """Return how an order presses, by the words that it opens with; None where they say nothing.

    >>> tone_of("Khẩn trương hoàn thiện hồ sơ")
    'urgent'
    """
    opening = text[:_OPENING]
    found = [(match.start(), tone) for tone, p in _TONES if (match := p.search(opening))]
    return min(found)[1] if found else None


def supervisors(text: str, end: int, people: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return those of some people who direct a task in person.

    Args:
        text: the whole text.
        end: where the task ends.
        people: the people named in the task.
    """
    return tuple(
        person
        for person in people
        if _DIRECTS_AFTER.match(text[:end], person.end)
        or _DIRECTS_BEFORE.search(text, max(0, person.start - 120), person.start)
    )


def submitted_to(text: str, start: int, end: int, register: Register) -> tuple[Mention, ...]:
    """Return those to whom a task's result is submitted, reported or sent, each once."""
    found: dict[str, Mention] = {}
    for unit in _receivers(text[start:end], register):
        mention = Mention(unit.name, unit.start + start, unit.end + start, unit.canonical)
        found.setdefault(unit.canonical.casefold(), mention)
    return tuple(found.values())


def _receivers(text: str, register: Register) -> Iterator[UnitName]:
    for match in _SUBMITS.finditer(text):
        units = unit_list_at(text, match.end(), register)
        yield from units
        if not units and (leader := _LEADERS.match(text, match.end())):
            yield UnitName(leader[0], *leader.span(), leader[0])
