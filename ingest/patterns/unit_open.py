"""Where an office's name ends that only its kind announces: "Ban Quản lý dự án vùng lòng hồ"."""

import re

from ingest.patterns.actions import ADVERBS, VERBS
from ingest.patterns.grammar import any_of, phrases, verbose
from ingest.patterns.letters import LOWER, UPPER
from ingest.patterns.unit_names import (
    AFTER_NAMES,
    ALSO_VERBS,
    FIELDS,
    KINDS,
    LEVEL,
    NUMBERED_KINDS,
    VERBS_OF_NAMES,
    WORDS_OF_NAMES,
)

KIND = verbose(rf"(?P<kind>{any_of(KINDS)}) (?=[\s.]|$)", re.I)
ALSO_VERB = verbose(rf"{any_of(ALSO_VERBS)} (?!\w)")

_STOP = verbose(rf"{any_of(AFTER_NAMES)} (?!\w)")
_AGAINST = verbose(r"[Pp]hòng ,? _(?: chống | cháy (?: ,? _(?:và_)? chữa_cháy )? ) (?!\w)")
_IS_AGAINST = verbose(
    r"(?: Ban_(?: Chỉ_đạo | Chỉ_huy | Vận_động ) | Ban_$ | Bộ_Chỉ_huy | BCĐ | BCH ) (?!\w)"
    r"| .* cảnh_sát",
    re.I,
)
"""Offices with "phòng, chống" in small letters in their names; others are told to do it."""
"""Not "Phòng" the office: "phòng, chống", "phòng cháy, chữa cháy"."""
_WORD = re.compile(r"[\w&’'.]+|[-–,]")
_PHRASE = verbose(rf"""
    (?: (?i:{any_of(WORDS_OF_NAMES)}) | (?=[{UPPER}]) (?i:{any_of(VERBS_OF_NAMES)}) ) (?!\w)
    (?! (?<=công) _(?: bố | khai | nhận ) (?!\w) )
""")
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
_SUBJECTS = phrases("""
    Bảo hiểm xã hội; Bảo tàng; Công đoàn; Hải quan; Kiểm lâm; Kiểm toán; Kế toán;
    Ngân hàng; Thanh tra; Thư viện; Thuế; Điện lực
""")
"""Kinds that offices of other kinds are also for: "Phòng Tài chính - Kế toán"."""
_ONE_SYLLABLE = any_of(kind for kind in KINDS if " " not in kind)
_OTHER = rf"""
    (?: các | những ) (?!\w)
    | {any_of(k for k in KINDS if " " in k and k not in _SUBJECTS)} (?!\w)
    | (?! {any_of(_SUBJECTS)} (?!\w) ) {_ONE_SYLLABLE} (?= [\s.]+ [{UPPER}\d] )
    | (?: UBND | HĐND | MTTQ | UBMTTQ ) (?!\w)
    | {any_of(_SUBJECTS)} _ (?: {LEVEL} | Sở | Bộ | Chính_phủ ) (?!\w)
    | {any_of(f for f in FIELDS if " và " in f)} (?!\w)
"""
_OTHER_OFFICE = verbose(_OTHER)
"""After "và": the next office or the next of a list, not the rest of this one's name."""
_SMALL_WORD = re.compile(rf" (?P<word>[{LOWER}]+)(?!\w)")
_SPACED_ACT = verbose(rf"_ (?: {ADVERBS} | {VERBS} ) (?!\w)")
_ACTS = verbose(rf"(?: {ADVERBS} | {VERBS} ) (?!\w)")
_NAME_ENDS = verbose(rf"""
    \s* (?:
        $ | [^\w\s] | [{UPPER}]
        | (?: và | để | khi | trong_quá_trình | {LEVEL} | {ADVERBS} | {VERBS} ) (?!\w)
    )
""")
"""What may come after a name, or go on with it: no object of a verb."""
_SURELY = any_of(
    [
        *AFTER_NAMES,
        *phrases("""
    tăng cường; đẩy mạnh; đẩy nhanh; báo cáo; hoàn thành; hoàn thiện; nghiêm túc; thường xuyên;
    kịp thời; lập hồ sơ; lập kế hoạch; ban hành; nghiên cứu; tập hợp
"""),
    ]
)
_FURTHER = verbose(rf"""
    (?P<small> (?: [ ][{LOWER}]+ ){{1,5}} )
    (?P<proper> (?: [ ][{UPPER}][{LOWER}]+ ){{0,3}} )
    (?= [ ] (?: {_SURELY} ) (?!\w) | : | [ ]\( [^()]{{0,14}} [A-ZĐ]{{2}} [^()]{{0,8}} \) )
""")
"""The rest of a name, before words that only an order begins with, or a colon."""
_LAST_WORD = verbose(rf"(?! {KIND.pattern} ) [{UPPER}][{LOWER}]+ (?= _ (?: {_SURELY} ) (?!\w) )")
"""One word that ends a name after a comma, right before an order."""
_NEEDS_OBJECT = verbose(r"Quản_lý | Giám_định | Kiểm_định | Tư_vấn")
"""What an office does to what comes next, so that this is a noun: "Cục Quản lý xây dựng"."""
_NAMED_BY_WORK = ("Hội đồng", "Tổ", "Đoàn", "Quản lý", "quản lý")
"""Kinds that what they do is the name of: "Hội đồng thẩm định giá đất"."""
AND_OFFICE = verbose(rf"\s* (?: , | và ) \s* (?: {_OTHER} )")
_AND_VERB = verbose(rf", \s* [{LOWER}]")
"""A further thing to do: "kiểm tra, xử lý"."""
_AND_MORE = verbose(rf"_và_ (?=[{UPPER}])")
_HAS_SIBLINGS = verbose(r"(?: Bộ | Sở | Phòng | Ban | Vụ | Cục | Chi_cục | Công_chức ) (?!\w)")
"""Kinds that a list may share without saying so: "Phòng Nội vụ, Tư pháp"."""
_NOT_SECOND = frozenset(
    """
    và các của để theo trong tại trước sau từ đến với cho về có là đã đang sẽ còn chưa được bị phải
    cần không nếu khi do nhằm cùng hoặc này đó nêu trên dưới ngoài tỉnh huyện xã phường thôn bản
    ngay hết mà nên thì vào ra lên qua
    """.split()
)
"""Small words that are no second syllable of a name."""
_JOINING = _NOT_SECOND - {"sau", "ngoài", "trong", "trên", "dưới", "tỉnh", "huyện", "xã"}
_TWIN = 60
"""Characters ahead in which the twin of an office names the same place."""
_PROPER_TAIL = re.compile(rf"(?: [{UPPER}][{LOWER}]+){{2}}$")
_SEATED_KINDS = frozenset({"văn phòng", "thanh tra", "hđnd", "công an", "ubnd", "thuế"})
"""Kinds that a seat makes a name of: "Công an huyện"."""


def open_name(text: str, position: int, *, listed: bool = False) -> int | None:
    """Return where the name ends that begins with a kind of office at a position, or None.

    In a list whose members share their kind, "và" and commas part them (``listed``).

    A name goes on over capitalised words, what offices are for ("quản lý đất đai"), and their
    seat; it ends at a verb, a mark, or any other word in small letters.
    """
    match = KIND.match(text, position)
    end = _OpenName(text, match, listed=listed).read() if match else None
    return end if end is None or listed else _until_act(text, end) or end


class _OpenName:
    """The reading of one name, word by word."""

    def __init__(self, text: str, kind: re.Match[str], *, listed: bool) -> None:
        self._text = text
        self._listed = listed
        words = kind["kind"].split()
        self._capital = words[0][0].isupper()
        self._many_words = len(words) > 1
        self._takes_seat = self._many_words or kind["kind"].casefold() in _SEATED_KINDS
        # Capitalised words after the first: "Ban Quản lý" has one before any word follows.
        self._proper = sum(w[0].isupper() for w in words[1:]) if self._capital else 0
        self._proper += kind["kind"].isupper() and len(kind["kind"]) > 2
        self._numbered = kind["kind"] in NUMBERED_KINDS
        self._seated = False
        self._own_name = False  # whether the last word is a name or number, not what it is for
        self._needs_object = kind["kind"].endswith(_NAMED_BY_WORK)
        self._start = kind.start()
        self._begin = self._end = self._good = kind.end()

    def read(self) -> int | None:
        """Where the name ends, or None where the kind is all there is."""
        while self._end < len(self._text) and self._goes_on():
            pass
        if self._good == self._begin and not self._many_words:
            return None
        named = self._proper or self._seated or (self._numbered and self._own_name)
        return self._good if named else None

    def _goes_on(self) -> bool:
        """Take one more word or phrase; False where the name has ended."""
        text = self._text
        here = _skip_space(text, self._end)
        word = _WORD.match(text, here)
        if not word or (here == self._end and word[0] not in "-–,"):
            return False
        if against := _AGAINST.match(text, here):
            named = against[0][0].isupper() or _IS_AGAINST.match(text, self._start, here)
            return bool(named) and not self._seated and self._take(against.end(), proper=True)
        if (stop := _STOP.match(text, here)) and not self._ends_before_office(stop):
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
        if word[0] == ",":
            return self._enumerates(word)
        phrase = _PHRASE.match(text, here)
        if phrase and self._is_part(phrase):
            if phrase[0][0].islower() and self._is_order(phrase):
                return False
            return self._take(phrase.end(), proper=True)
        may_be = self._proper or (self._numbered and self._end == self._begin)
        numbered = word[0][0].isdigit() and may_be and text[here - 1] == " "
        return bool(word[0][0].isupper() or numbered) and self._take_word(word)

    def _take(self, end: int, *, proper: bool = False) -> bool:
        self._needs_object = bool(_NEEDS_OBJECT.fullmatch(self._text[self._end : end].strip()))
        self._end = self._good = end
        self._own_name = False
        self._proper += proper
        return True

    def _joins(self, word: re.Match[str]) -> bool:
        """Go over "và" or "-" where the same name is on its other side."""
        following = _WORD.match(self._text, _skip_space(self._text, word.end()))
        of_all = word[0] == "các" and self._many_words and self._capital
        if self._seated or not (self._proper or of_all) or not following:
            return False
        if self._listed and word[0] == "và":
            return False
        if word[0] == "và" and self._is_twin(following):
            return False
        self._end = word.end()
        return _may_go_on(self._text, following)

    def _is_twin(self, following: re.Match[str]) -> bool:
        """Whether another office of the same place follows: "Điện lực A B và Viễn thông A B"."""
        seat = _PROPER_TAIL.search(self._text, self._start, self._good)
        ahead = self._text[following.end() : following.end() + _TWIN]
        return seat is not None and seat[0] in ahead

    def _ends_before_office(self, stop: re.Match[str]) -> bool:
        """Whether "xây dựng và" ends a name: "Phòng Quản lý xây dựng và Sở Y tế"."""
        if not stop[0].endswith((",", "và")):
            return False
        following = _skip_space(self._text, stop.end())
        return self._needs_object or _OTHER_OFFICE.match(self._text, following) is not None

    def _enumerates(self, comma: re.Match[str]) -> bool:
        """Go over a comma inside a name: "Trung tâm Văn hóa, Thể thao và Truyền thông"."""
        text = self._text
        here = _skip_space(text, comma.end())
        if self._own_name and (last := _LAST_WORD.match(text, here)) and not self._listed:
            return self._take(last.end(), proper=True)  # "Phòng Thu - Sổ, Thẻ chủ trì"
        phrase = _PHRASE.match(text, here)
        if (
            self._listed
            or self._seated
            or not self._proper
            or not phrase
            or _OTHER_OFFICE.match(text, here)
            or (self._own_name and KIND.match(text, here))
        ):
            return False
        if ALSO_VERB.match(text, here) or _STOP.match(text, here):
            return False
        end = _end_of_phrases(text, phrase.end(), verbs=False)
        capital = phrase[0][0].isupper()
        more = _AND_MORE.match(text, end) and not _OTHER_OFFICE.match(text, end + len(" và "))
        alone = not _HAS_SIBLINGS.match(text, self._start) if capital else True
        ends = _NAME_ENDS.match(text, end) or ALSO_VERB.match(text, _skip_space(text, end))
        if not (more or (alone and ends)):
            return False
        return self._take(phrase.end(), proper=True)

    def _is_part(self, phrase: re.Match[str]) -> bool:
        """Whether a phrase of names is one of this name: in small letters only after a capital."""
        if phrase[0][0].isupper():
            return True
        return not self._seated and bool(self._proper or (self._capital and self._many_words))

    def _is_order(self, phrase: re.Match[str]) -> bool:
        """Whether a phrase says what the office is to do: "kiểm tra việc ..."."""
        text = self._text
        if self._own_name and _ACTS.match(text, phrase.start()):
            return True  # "Công ty Điện lực Nà Lạn đầu tư trạm"
        if not ALSO_VERB.match(phrase[0]) or self._needs_object:
            return False
        if AND_OFFICE.match(text, phrase.end()):
            return False
        if self._own_name:
            return True  # "Chi cục Hải quan Tà Lùng kiểm tra hàng hóa"
        if _OBJECT.match(text, phrase.end()) or _AND_VERB.match(text, phrase.end()):
            return True
        if _ACTS.match(text, _skip_space(text, phrase.end())):
            return phrase[0] == "tổ chức"  # "tổ chức diễn tập"; else the verb is the next word
        return not _NAME_ENDS.match(text, _end_of_phrases(text, phrase.end()))

    def _take_word(self, word: re.Match[str]) -> bool:
        """Take a capitalised word or a number; False where a full stop ends the name."""
        token = word[0].rstrip(".")
        end = word.start() + len(token)
        if not self._seated:
            end = _second_syllable(self._text, token, end) or end
        self._take(end, proper=word[0][0].isupper())
        self._own_name = True
        return not len(word[0]) > len(token) > 1


def _second_syllable(text: str, first: str, position: int) -> int | None:
    """Where the small second syllable ends of a compound that begins with a capital: "Kiểm ngư"."""
    if (first.isupper() and len(first) > 1) or first.isdigit():
        return None
    match = _SMALL_WORD.match(text, position)
    if not match or _ACTS.match(text, match.start("word")) or match["word"] in _NOT_SECOND:
        return None
    if third := _SMALL_WORD.match(text, match.end()):
        ends = _SPACED_ACT.match(text, third.end()) and third["word"] not in _NOT_SECOND
        if ends and not _ACTS.match(text, third.start("word")):
            return third.end()  # "Viện Khảo cổ học triển khai": only a name is this long
    here = _skip_space(text, match.end())
    return match.end() if _NAME_ENDS.match(text, match.end()) or _PHRASE.match(text, here) else None


def _until_act(text: str, position: int) -> int | None:
    """Where a name ends whose last words nobody listed: right before what is surely an order.

    "Phòng Thuế xuất nhập khẩu chủ trì ...": what stands between is no verb, nor what joins words.
    """
    match = _FURTHER.match(text, position)
    if not match or (match["small"].count(" ") < 2 and not match["proper"]):
        return None  # one small word may be a verb that nobody listed
    for word in _SMALL_WORD.finditer(match["small"]):
        start = position + word.start("word")
        if word["word"] in _JOINING or _ACTS.match(text, start) or _LEVEL_WORD.match(text, start):
            return None
    return match.end()


def _end_of_phrases(text: str, position: int, *, verbs: bool = True) -> int:
    """Where phrases in small letters end that follow one another, ``verbs`` among them or not."""
    while (more := _PHRASE.match(text, _skip_space(text, position))) and more[0][0].islower():
        if not verbs and ALSO_VERB.match(more[0]):
            break
        position = more.end()
    return position


def _may_go_on(text: str, word: re.Match[str]) -> bool:
    """Whether what follows "và" or "-" is still the same name, and not another office."""
    if _STOP.match(text, word.start()):
        return False
    if _OTHER_OFFICE.match(text, word.start()):
        return False
    return word[0][0].isupper() or _PHRASE.match(text, word.start()) is not None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position
