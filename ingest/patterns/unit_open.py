"""Where an office's name ends that only its kind announces: "Ban Quản lý dự án vùng lòng hồ"."""

import re

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import LOWER
from ingest.patterns.unit_names import AFTER_NAMES, ALSO_VERBS, KINDS, LEVEL, WORDS_OF_NAMES

KIND = verbose(rf"(?P<kind>{any_of(KINDS)}) (?=[\s.]|$)", re.I)
ALSO_VERB = verbose(rf"{any_of(ALSO_VERBS)} (?!\w)")

_STOP = verbose(rf"{any_of(AFTER_NAMES)} (?!\w)")
_AGAINST = verbose(r"[Pp]hòng ,? _(?: chống | cháy (?: ,? _(?:và_)? chữa_cháy )? ) (?!\w)")
"""Not "Phòng" the office: "phòng, chống", "phòng cháy, chữa cháy"."""
_WORD = re.compile(r"[\w&’'.]+|[-–,]")
_PHRASE = verbose(rf"(?i:{any_of(WORDS_OF_NAMES)}) (?!\w)")
_OBJECTS = any_of("""
    kế hoạch; báo cáo; dự toán; phương án; đề án; dự thảo; quy chế; văn bản; hồ sơ; danh mục;
    chương trình; lộ trình; việc; các; những; tình hình; kết quả; công tác; nghị quyết; quyết định;
    hội nghị; cuộc; lớp; đoàn; thực hiện; triển khai; họp; chặt; tốt; sâu; kịp; và; nội dung;
    số liệu; thông tin; toàn; tổng; quy; bảng; bộ; mô hình; đề cương; ý kiến
""")
_OBJECT = verbose(rf"\s+ (?: {_OBJECTS} | \d ) (?!\w)")
"""What follows a verb that is ordered, and not the rest of a name."""
_LEVEL_WORD = verbose(rf"{LEVEL} (?!\w)")
_COMMITTEE_SEAT = verbose(r"(?:Huyện|Tỉnh|Thành|Thị|Đảng)_ủy (?!\w)")
_NEVER_INSIDE = any_of("""
    Hạt; Kho bạc; Bệnh viện; Trường; Bảo hiểm xã; Điện lực; Hội Nông; Tỉnh đoàn; Huyện đoàn
""")
_OTHER_OFFICE = verbose(
    rf"""
    {any_of("các; những; UBND; HĐND; Sở; Bộ; Phòng; Chi; Ban; Công; Trung; Cục; Văn phòng")} (?!\w)
    (?! ,? \s+ (?: chống | cháy | ngừa | thủ ) )
    | Thanh_tra_(?: Sở | Bộ | tỉnh | huyện | Chính_phủ ) (?!\w)
    | {_NEVER_INSIDE} (?!\w)
    """
)
"""After "và": the next office, not the rest of this one's name."""
_SMALL_WORD = re.compile(rf" (?P<word>[{LOWER}]+)(?!\w)")
_ACTS = verbose(rf"(?: {ADVERBS} | {VERBS} ) (?!\w)")
_NOT_SECOND = frozenset(
    """
    và các của để theo trong tại trước sau từ đến với cho về có là đã đang sẽ còn chưa được bị phải
    cần không nếu khi do nhằm cùng hoặc này đó nêu trên dưới ngoài tỉnh huyện xã phường thôn bản
    ngay hết mà nên thì vào ra lên qua
    """.split()
)
"""Small words that are no second syllable of a name."""
_SEATED_KINDS = frozenset({"văn phòng", "thanh tra", "hđnd", "công an", "ubnd"})
"""Kinds that a seat makes a name of: "Công an huyện"."""


def open_name(text: str, position: int) -> int | None:
    """Return where the name ends that begins with a kind of office at a position, or None.

    A name goes on over capitalised words, what offices are for ("quản lý đất đai"), and their
    seat; it ends at a verb, a mark, or any other word in small letters.
    """
    match = KIND.match(text, position)
    return _OpenName(text, match).read() if match else None


class _OpenName:
    """The reading of one name, word by word."""

    def __init__(self, text: str, kind: re.Match[str]) -> None:
        self._text = text
        words = kind["kind"].split()
        self._capital = words[0][0].isupper()
        self._many_words = len(words) > 1
        self._takes_seat = self._many_words or kind["kind"].casefold() in _SEATED_KINDS
        # Capitalised words after the first: "Ban Quản lý" has one before any word follows.
        self._proper = sum(w[0].isupper() for w in words[1:]) if self._capital else 0
        self._proper += kind["kind"].isupper() and len(kind["kind"]) > 2
        self._seated = False
        self._begin = self._end = self._good = kind.end()

    def read(self) -> int | None:
        """Where the name ends, or None where the kind is all there is."""
        while self._end < len(self._text) and self._goes_on():
            pass
        if self._good == self._begin and not self._many_words:
            return None
        return self._good if self._proper or self._seated else None

    def _goes_on(self) -> bool:
        """Take one more word or phrase; False where the name has ended."""
        text = self._text
        here = _skip_space(text, self._end)
        word = _WORD.match(text, here)
        if not word or (here == self._end and word[0] not in "-–,"):
            return False
        if against := _AGAINST.match(text, here):
            return self._take(against.end(), proper=True)
        if _STOP.match(text, here):
            return False
        if self._proper and (committee := _COMMITTEE_SEAT.match(text, here)):
            self._take(committee.end())
            return False
        seats = self._capital and (self._proper or self._takes_seat)
        if seats and (level := _LEVEL_WORD.match(text, here)):
            self._seated = True
            return self._take(level.end())
        if word[0] in ("-", "–", "và", "&", "các"):
            return self._joins(word)
        phrase = _PHRASE.match(text, here)
        if phrase and self._is_part(phrase):
            if phrase[0][0].islower() and self._is_order(phrase):
                return False
            return self._take(phrase.end(), proper=True)
        numbered = word[0][0].isdigit() and self._proper and text[here - 1] == " "
        return bool(word[0][0].isupper() or numbered) and self._take_word(word)

    def _take(self, end: int, *, proper: bool = False) -> bool:
        self._end = self._good = end
        self._proper += proper
        return True

    def _joins(self, word: re.Match[str]) -> bool:
        """Go over "và" or "-" where the same name is on its other side."""
        following = _WORD.match(self._text, _skip_space(self._text, word.end()))
        if self._seated or not self._proper or not following:
            return False
        self._end = word.end()
        return _may_go_on(self._text, following)

    def _is_part(self, phrase: re.Match[str]) -> bool:
        """Whether a phrase of names is one of this name: in small letters only after a capital."""
        if phrase[0][0].isupper():
            return True
        return not self._seated and bool(self._proper or (self._capital and self._many_words))

    def _is_order(self, phrase: re.Match[str]) -> bool:
        """Whether a phrase says what the office is to do: "kiểm tra việc ..."."""
        return bool(ALSO_VERB.match(phrase[0]) and _OBJECT.match(self._text, phrase.end()))

    def _take_word(self, word: re.Match[str]) -> bool:
        """Take a capitalised word or a number; False where a full stop ends the name."""
        token = word[0].rstrip(".")
        end = word.start() + len(token)
        if not self._seated:
            end = _second_syllable(self._text, token, end) or end
        self._take(end, proper=word[0][0].isupper())
        return not len(word[0]) > len(token) > 1


def _second_syllable(text: str, first: str, position: int) -> int | None:
    """Where the small second syllable ends of a compound that begins with a capital: "Kiểm ngư"."""
    if first.isupper() and len(first) > 1:
        return None
    match = _SMALL_WORD.match(text, position)
    if not match or _ACTS.match(text, match.start("word")) or match["word"] in _NOT_SECOND:
        return None
    return match.end()


def _may_go_on(text: str, word: re.Match[str]) -> bool:
    """Whether what follows "và" or "-" is still the same name, and not another office."""
    if _STOP.match(text, word.start()):
        return False
    if _OTHER_OFFICE.match(text, word.start()) and (
        KIND.match(text, word.start()) or word[0] in ("các", "những")
    ):
        return False
    return word[0][0].isupper() or _PHRASE.match(text, word.start()) is not None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position
