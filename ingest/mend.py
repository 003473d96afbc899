"""Lines -> paragraphs: page debris and footnotes taken out, cut sentences put together again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.labels import Label, label_of
from ingest.lines import COVERED, NOTE, PAGE, Line
from ingest.patterns.grammar import any_of, verbose
from ingest.patterns.letters import CAPITALISED, LOWER, UPPER

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s]*", re.I
)
_SAYS_ITS_PAGE = re.compile(r".{0,110}[-–—|]\s*[Tt]rang(?:\s+số)?\s+\d{1,4}(?:\s*/\s*\d{1,4})?\W*")
"""A footer with the notice's name: "TB kết luận giao ban - Trang 2"."""
_DIGITS = re.compile(r"\d+")
_FOOTNOTE = re.compile(rf"{NOTE}(?P<label>[^{NOTE}]+){NOTE}\s*:?\s*(?P<text>.+)")
_TERMINATED = re.compile(r"[.;:!?…][\"”’')\]*]*$|[\"”)\]]$")
_LOWERCASE = re.compile(rf"[\"“(]?[{LOWER}]")

_CUT_AFTER = any_of("""
    và; với; của; cho; tại; theo; do; từ; đến; để; về; trong; trên; là; các; những; hoặc; như; được;
    bị; có; không; thuộc; giữa; bởi; nhằm; một; hai; số; ngày; tháng; năm; quý; khoản; điều; điểm;
    mục; huyện; xã; tỉnh; phường; thôn; thành phố; thị trấn; thị xã; UBND; HĐND; đồng chí; đ/c
""")
_SEAT = verbose(r"(?: tỉnh | huyện | xã | phường | thành_phố | thị_xã | thị_trấn ) $", re.I)
"""The end of an office's name too: a heading "Thư viện tỉnh" goes on with no paragraph."""
_GOES_ON = verbose(rf"(?: , | [-–] | (?<!\w) {_CUT_AFTER} ) $", re.I)
"""A line that ends so has been cut: the next one goes on with it."""
_RECIPIENTS = re.compile(r"\W*Nơi\s+nhận\b", re.I)
_BEFORE_NUMBERS = any_of("số; ngày; tháng; năm; quý; khoản; điều; điểm; mục")
_SENTENCE_ENDS = re.compile(r"[.;:]$")
"""No running header: the last words of a sentence, "UBND tỉnh.", may begin two pages."""
_INTRODUCES = verbose(r"(?<!\w) (?: sau | đây | gồm | cụ_thể | là | luận | tới | vụ | hiện ) : $")
"""A list begins after it: "các nhiệm vụ sau:"."""
_NAME = verbose(rf"{CAPITALISED} _(?: Quý | Năm | Hai | Một ) $")
"""A name that ends as a cut line does: "xã Phú Quý", "Trần Văn Năm"."""
_CODE = verbose(r"\d{1,5} \s? (?: / \d{4} )? [-/–] \s? [A-ZĐ]{2}")
"""A document's number: "19-NQ/TW"; "Chi cục Dân số" is followed by items."""
_NEEDS_NUMBER = verbose(rf"(?<!\w) {_BEFORE_NUMBERS} $", re.I)
"""The same, even where the next line begins with what looks like a label."""
_WORDS = verbose(rf"(?! Giêng | Chạp ) [{UPPER}][{LOWER}]+ _\w")
"""No number and no name of one: "Giao Phòng" after the heading "Về chuyển đổi số"."""

_WRAPPED_BELOW = 140
"""Lines of hard-wrapped text are shorter than this; a paragraph kept on one line is not."""
_ANY_WIDTH = -1
"""The width of a text whose paragraphs are parted by blank lines: there a line after another, and
no blank one between, goes on with it."""
_SPACED = 0.8
"""The share of text lines that a blank one follows in such a text."""
_LONG = 60
"""Characters: a shorter line may be one of a heading, an address or a list."""
_CUT_LINES = 2
"""Hard-wrapped text has at least so many lines that end inside a sentence; short notices whose
paragraphs are a line each have none, or a title."""
_FULL = 0.86
"""A wrapped line is full when the next line's first word would take it past this share of the
width: proportional type and ragged margins leave some room. Found on notices converted from PDF."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph being put together; its text still holds the marks of footnotes and pages."""

    lines: list[str]
    emphasis: int = 0
    label: Label | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    """A table's rows, the header first; then there are no lines."""
    sheet: int = 0
    """The page that it begins on, from 1; 0 where that is unknown."""

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def last_sheet(self) -> int:
        """The page that it ends on."""
        return self.sheet + sum(line.count(PAGE) for line in self.lines)


def mend(lines: Sequence[Line]) -> tuple[list[Paragraph], list[tuple[str, str]]]:
    """Return the paragraphs and, apart from them, the footnotes as (label, text)."""
    lines = _without_debris(lines)
    width = _wrap_width(lines) or (_ANY_WIDTH if _is_spaced(lines) else 0)
    paragraphs: list[Paragraph] = []
    notes: list[tuple[str, list[str]]] = []
    in_note = False  # the last line was a footnote's
    last: Line | None = None  # the last text line, None after a gap
    for i, line in enumerate(lines):
        if line.cells is not None:
            if i == 0 or lines[i - 1].cells is None:
                rows = _table(lines, i)
                if rows:
                    paragraphs.append(Paragraph([], rows=rows, sheet=line.sheet))
            last, in_note = None, False
        elif line.blank or line.rule:
            last, in_note = None, False
        elif found := _FOOTNOTE.fullmatch(line.text):
            notes.append((found["label"], [found["text"]]))
            last, in_note = line, True
        elif in_note and last is not None and not line.emphasis:
            notes[-1][1].append(line.text)
            last = line
        else:
            in_note = False
            _place(paragraphs, line, last, width)
            last = line
    return paragraphs, [(label, " ".join(texts)) for label, texts in notes]


def _place(paragraphs: list[Paragraph], line: Line, last: Line | None, width: int) -> None:
    """Join a line to the last paragraph, or begin a new one with it."""
    previous = paragraphs[-1] if paragraphs and paragraphs[-1].rows is None else None
    label = label_of(line.text)
    if previous is not None and _continues(previous, line, label, last, width):
        turned = max(line.sheet - previous.last_sheet, 0) if previous.sheet else 0
        previous.lines.append(PAGE * turned + line.text)
        return
    paragraphs.append(Paragraph([line.text], line.emphasis, label, sheet=line.sheet))


def _continues(
    previous: Paragraph, line: Line, label: Label | None, last: Line | None, width: int
) -> bool:
    end = previous.lines[-1]
    if NOTE in end:
        end = end.rstrip(NOTE + "0123456789*")
    if _RECIPIENTS.match(line.text):
        return False
    if label is not None:
        return not line.emphasis and _is_awaited(label, line.text, end)
    cut = not _TERMINATED.search(end)
    if cut and not previous.emphasis and _CODE.match(line.text):
        return True  # no paragraph begins with a document's number
    if bool(line.emphasis) != bool(previous.emphasis):
        both_title = last is not None and line.emphasis == 7 and _LOWERCASE.match(line.text)
        return bool(both_title)
    first_word = line.text.split(" ", 1)[0]
    goes_on = _LOWERCASE.match(line.text) or _is_cut(end, line.text)
    full = width <= 0 or len(end) + 1 + len(first_word) > _FULL * width
    if line.page and ((cut and (full or goes_on)) or (end[-1:] in '”");' and goes_on)):
        return True
    if line.page and end.endswith(":") and full and not _INTRODUCES.search(end):
        return True  # "dự án: | “Cầu Nà Pặc”", "các Sở: | Tài chính"
    if line.emphasis:
        return last is not None and cut and bool(_LOWERCASE.match(line.text))
    if last is None and not line.page and _SEAT.search(end) and not _LOWERCASE.match(line.text):
        return False
    if cut and goes_on:
        return True
    if last is None or last.hard or not width:
        return False
    if width == _ANY_WIDTH:
        return cut and len(last.text) > _LONG and not line.emphasis
    return len(last.text) + 1 + len(first_word) > _FULL * width


def _is_cut(end: str, text: str) -> bool:
    """Whether a line ends with a word that the next goes on from: "theo Nghị quyết số | 19"."""
    if _NEEDS_NUMBER.search(end) and _WORDS.match(text):
        return False  # a heading: "Về chuyển đổi số", "Nhiệm vụ trong tháng"
    return _GOES_ON.search(end) is not None and not _NAME.search(end)


def _is_awaited(label: Label, text: str, end: str) -> bool:
    """Whether what looks like a label is the number that a cut line ends before: "khoản | 3."."""
    if label.style.startswith("bullet") or not _NEEDS_NUMBER.search(end):
        return False
    if label.style.startswith("letter"):
        return end.endswith("điểm")
    if end.endswith("số"):
        return _CODE.match(text) is not None
    return not _NAME.search(end)


def _wrap_width(lines: Sequence[Line]) -> int:
    """Width at which the text was hard-wrapped, in characters; 0 where it was not."""
    lengths = sorted(len(line.text) for line in lines if line.text and not line.emphasis)
    if len(lengths) < 4:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not 40 <= width < _WRAPPED_BELOW:
        return 0
    cut = sum(
        len(line.text) > _FULL * width and not (_TERMINATED.search(line.text) or below.blank)
        for line, below in pairwise(lines)
        if not line.emphasis
    )
    return width if cut >= _CUT_LINES else 0


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines part the paragraphs of a text."""
    long = [i for i, line in enumerate(lines[:-1]) if len(line.text) > _LONG]
    return len(long) >= 4 and sum(lines[i + 1].blank for i in long) >= _SPACED * len(long)


def _without_debris(lines: Sequence[Line]) -> list[Line]:
    """Drop page numbers and the running headers and footers that stand beside them."""
    numbers = {
        i
        for i, line in enumerate(lines)
        if line.text
        and (
            (_PAGE_NUMBER.fullmatch(line.text) and _alone(lines, i))
            or _SAYS_ITS_PAGE.fullmatch(line.text)
        )
    }
    edges = numbers | {i for i, line in enumerate(lines) if line.page or line.rule}
    beside = Counter(
        shape
        for i in _near(lines, edges)
        if (shape := _DIGITS.sub("#", lines[i].text)) and len(shape) < 120
    )
    repeated = {shape for shape, count in beside.items() if count >= 2}
    near = _near(lines, edges)
    kept: list[Line] = []
    turned = False  # whether a page was turned since the last text line
    for i, line in enumerate(lines):
        shape = _DIGITS.sub("#", line.text)
        if i in numbers or (
            i in near
            and i > 0
            and shape in repeated
            and label_of(line.text) is None
            and not _SENTENCE_ENDS.search(line.text)
        ):
            turned = True
        elif line.text and turned:
            kept.append(replace(line, page=True))
            turned = False
        else:
            kept.append(line)
    return kept


def _alone(lines: Sequence[Line], i: int) -> bool:
    """Whether a bare number is no part of its surroundings: a gap or a page edge on one side."""
    before, after = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
    return any(n is None or n.blank or n.rule or n.page for n in (before, after)) or lines[i].page


def _near(lines: Sequence[Line], edges: set[int]) -> set[int]:
    """The text lines next to a page edge, gaps not counted: one before, two after."""
    found = set()
    for edge in edges:
        for step, reach in ((-1, 1), (1, 2)):
            i, left = edge + step, reach
            while 0 <= i < len(lines) and left and abs(i - edge) < 6:
                if lines[i].text and i not in edges:
                    found.add(i)
                    left -= 1
                elif not lines[i].text and not lines[i].blank:
                    break
                i += step
        if lines[edge].page and lines[edge].text and edge not in found:
            found.add(edge)
    return found


def _table(lines: Sequence[Line], start: int) -> tuple[tuple[str, ...], ...]:
    """The rows of the table that begins at a line, header first.

    Between ruled lines (``+---+``) the printed lines of a row are one row.
    """
    rows: list[list[str]] = []
    separators = 0
    groups: list[list[tuple[str, ...]]] = [[]]
    sheet = lines[start].sheet
    for i in range(start, len(lines)):
        line = lines[i]
        if line.cells is None:
            break
        if line.cells == ():
            separators += 1
            groups.append([])
        else:
            turned, sheet = max(line.sheet - sheet, 0), max(line.sheet, sheet)
            groups[-1].append((PAGE * turned + line.cells[0], *line.cells[1:]))
    ruled = separators > 2
    for group in groups:
        if ruled and len(group) > 1:
            width = max(len(cells) for cells in group)
            padded = [[*cells, *[""] * (width - len(cells))] for cells in group]
            rows.append([" ".join(filter(None, column)) for column in zip(*padded, strict=True)])
        else:
            rows.extend(list(cells) for cells in group)
    return tuple(tuple(row) for row in rows if any(cell.strip(COVERED) for cell in row))
