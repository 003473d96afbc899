"""Where on a portal's page the notice is: the element to read, and what inside it to leave out."""

import re
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


def is_links(element: "_Element") -> bool:
    """Whether a box is mostly links to elsewhere."""
    links = [a for a in element.iter("a") if not (a.get("href") or "#").startswith("#")]
    if len(links) < 2:
        return False
    text = _length(element)
    return text > 0 and sum(map(_length, links)) > _LINKS * text


def notice_element(root: "_Element") -> "_Element":
    """Return the smallest element that holds nearly all of the page's running text.

    It is widened to what the notice must have around that, the national heading and the
    recipients, where the page shows them.
    """
    weights = _weights(root)
    total = weights.get(root, 0)
    best = root
    while total:
        inner = max(best, key=lambda e: weights.get(e, 0), default=None)
        if inner is None or weights.get(inner, 0) < _SHARE * total:
            break
        best = inner
    wanted = _marks(root)
    while best is not root and not wanted <= _marks(best):
        parent = best.getparent()
        if parent is None:
            break
        best = parent
    return best


def _weights(root: "_Element") -> "dict[_Element, int]":
    """Characters of paragraphs in each element, those of menus and link lists left out."""
    weights: dict[_Element, int] = {}

    def weigh(element: "_Element") -> int:
        if not local(element) or is_left_out(element):
            return 0
        if local(element) in ("ul", "ol", "div", "section", "aside") and is_links(element):
            return 0
        own = _own_length(element)
        weight = own if own >= _PARAGRAPH else 0
        weight += sum(weigh(child) for child in element)
        weights[element] = weight
        return weight

    weigh(root)
    return weights


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


def _length(element: "_Element") -> int:
    return len(_text(element).strip())


def _text(element: "_Element") -> str:
    return "".join(str(t) for t in element.itertext() if isinstance(t, str))
