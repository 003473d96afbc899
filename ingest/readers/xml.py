"""XML of documents parsed so that nothing outside them is reached and nothing in them grows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.readers import limits
from kg.errors import NotText, TooLarge

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes, name: str) -> "_Element":
    """Return the root element; entities stay unexpanded, nothing is fetched.

    Raises:
        NotText: it is no well-formed XML.
        TooLarge: its elements are nested deeper than any document's.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotText(f"{name}: its XML is damaged ({error}); get the file again") from None
    check_nesting(root, name)
    return root


def check_nesting(root: "_Element", name: str) -> None:
    """Refuse a tree that is nested deeper than any document.

    Raises:
        TooLarge: it is.
    """
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.MAX_NESTING:
            raise TooLarge(
                f"{name}: elements nested more than {limits.MAX_NESTING} deep; "
                "save it as plain text"
            )


def local(element: "_Element") -> str:
    """An element's name without its namespace; "" for a comment, an instruction or an entity."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: "_Element | None", name: str) -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def child(element: "_Element | None", name: str) -> "_Element | None":
    """The first child of a name, None where there is none."""
    return next(children(element, name), None)


def children(element: "_Element | None", name: str | None = None) -> "Iterator[_Element]":
    """The child elements, or those of one name."""
    if element is not None:
        for found in element:
            if local(found) == name or (name is None and local(found)):
                yield found
