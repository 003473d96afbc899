"""Where on a portal's page the notice is: the element to read, and what inside it to leave out."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT = frozenset(
    "script style noscript template svg math canvas iframe object embed applet audio video map"
    " button input select textarea option datalist dialog head title link meta base nav menu"
    " frame frameset".split()
)
_PORTAL = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|side-bar|share|social|related"
    r"|comments?|footer|banner|advert\w*|ads|toolbar|tools|pagination|pager|cookie|popup|modal"
    r"|login|search-?(?:box|form)|rating|tags|newsletter|skip-link|tin-?lien-?quan|lien-?quan"
    r"|binh-?luan|quang-?cao)(?![a-z])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOTICE = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–—]\s*Tự\s+do|(?<!\w)Số\s*:\s*\d+\s*[-/]"
    r"|Nơi\s+nhận\s*:",
)
_PARAGRAPH = 60
"""Characters of own text from which on an element counts as a paragraph of somebody's text."""
_SHARE = 0.8
"""The notice's element holds this share of the page's paragraphs: sidebars with abstracts of
other news keep below a fifth on the pages of the tests, with a one-page notice."""
_LONGEST_NOTICE = 300_000
"""Characters in which the national heading and the recipients are looked for."""
_LINKS = 0.6
"""A list or box is the portal's when more than this share of its text is links."""


def is_left_out(element: "_Element") -> bool:
    """Whether an element is never text of a notice: scripts, menus, hidden boxes."""
    tag = local(element)
    if tag in _NO_TEXT:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    if element.get("title") in ("header", "footer"):  # as LibreOffice saves a page's
        return True
    if element.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary"):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if tag in ("body", "html", "main", "article", "table", "tr", "td", "tbody"):
        return False
    return _PORTAL.search(named) is not None and not _is_notice(element)


class Portal:
    """A page's elements, measured once: how much text is in each, how much of it links."""

    def __init__(self, root: "_Element") -> None:
        self._root = root
        self._sizes: dict[_Element, _Size] = {}
        self._measure(root)

    def is_links(self, element: "_Element") -> bool:
        """Whether a box is mostly links to elsewhere."""
        size = self._sizes.get(element, _Size())
        return size.links >= 2 and size.linked > _LINKS * size.text > 0

    def notice(self) -> "_Element":
        """Return the smallest element that holds nearly all of the page's running text.

        It is widened to what the notice must have around that, the national heading and the
        recipients, where the page shows them.
        """
        weights: dict[_Element, int] = {}
        self._weigh(self._root, weights)
        total = weights.get(self._root, 0)
        best = self._root
        while total:
            inner = max(best, key=lambda e: weights.get(e, 0), default=None)
            if inner is None or weights.get(inner, 0) < _SHARE * total:
                break
            best = inner
        wanted = _marks(self._root)
        while best is not self._root and not wanted <= _marks(best):
            parent = best.getparent()
            if parent is None:
                break
            best = parent
        return best

    def _measure(self, element: "_Element") -> "_Size":
        size = _Size(len((element.text or "").strip()))
        if local(element) in _NO_TEXT:
            size.text = 0
        else:
            for inner in element:
                size.add(self._measure(inner))
                size.text += len((inner.tail or "").strip())
        if local(element) == "a" and not (element.get("href") or "#").startswith("#"):
            size.linked, size.links = size.text, size.links + 1
        self._sizes[element] = size
        return size

    def _weigh(self, element: "_Element", weights: "dict[_Element, int]") -> int:
        """Characters of paragraphs in an element, those of menus and lists of links left out."""
        if not local(element) or is_left_out(element):
            return 0
        if local(element) in ("ul", "ol", "div", "section", "aside") and self.is_links(element):
            return 0
        own = _own_length(element)
        weight = own if own >= _PARAGRAPH else 0
        weight += sum(self._weigh(inner, weights) for inner in element)
        weights[element] = weight
        return weight


@dataclass(slots=True)
class _Size:
    text: int = 0
    linked: int = 0
    """Characters of links to elsewhere."""
    links: int = 0

    def add(self, inner: "_Size") -> None:
        self.text += inner.text
        self.linked += inner.linked
        self.links += inner.links


def _own_length(element: "_Element") -> int:
    """Characters of the text that is the element's and its inline children's, links left out."""
    length = len((element.text or "").strip())
    for child in element:
        tag = local(child)
        if tag in _INLINE:
            length += _own_length(child)
        length += len((child.tail or "").strip())
    return length


_INLINE = frozenset("b strong i em u span font sup sub small big mark o:p ins".split())


def _marks(element: "_Element") -> set[str]:
    return {re.sub(r"\W|\d", "", mark)[:6] for mark in _NOTICE.findall(_text(element))}


def _is_notice(element: "_Element") -> bool:
    return len(_marks(element)) >= 2


def _text(element: "_Element") -> str:
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece)
        if length > _LONGEST_NOTICE:
            break
    return "".join(pieces)
