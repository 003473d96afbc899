"""Blocks -> an outline: which block stands under which, and which part of the notice it is in."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, Document
from ingest.labels import label_of
from ingest.parts import Part, parts_of

_NUMBERED_STYLES = ("decimal", "arabic", "roman", "capital", "letter", "small roman")


@dataclass(frozen=True, slots=True)
class Node:
    """A block in its place; ``parents`` are indices of blocks, the nearest last."""

    block: Block
    part: Part
    parents: tuple[int, ...]
    has_children: bool = False


def outline(document: Document) -> list[Node]:
    """Return a node for every block of a document, in order."""
    parts = parts_of(document)
    stack: list[tuple[str, int]] = []  # (style, block index), outermost first
    nodes: list[Node] = []
    parents_of: list[tuple[int, ...]] = []
    for i, part in enumerate(parts):
        if part != "body":
            stack.clear()
            parents_of.append(())
            continue
        _place(document, i, stack)
        parents_of.append(tuple(j for _, j in stack if j != i))
    with_children = {parents[-1] for parents in parents_of if parents}
    for i, (block, part) in enumerate(zip(document.blocks, parts, strict=True)):
        nodes.append(Node(block, part, parents_of[i], i in with_children))
    return nodes


def text_of(document: Document, block: Block) -> str:
    """A block's text after its label."""
    return document.text[block.body : block.end]


def _place(document: Document, i: int, stack: list[tuple[str, int]]) -> None:
    """Pop the stack to where a block belongs, and push the block if others can stand under it."""
    block = document.blocks[i]
    text = text_of(document, block)
    if block.kind == "row":
        return
    if block.style is None:
        if block.kind == "heading":
            _push(stack, f"heading:{min(block.emphasis, 9)}", i)
        elif text.endswith(":"):
            _push(stack, "lead-in", i)
        elif stack and document.blocks[stack[-1][1]].kind == "item":
            # A paragraph after a whole item stands beside it; a title or lead-in is over it.
            top = text_of(document, document.blocks[stack[-1][1]])
            if top.endswith((".", ";", "…", "/")) or len(top.split()) > 25:
                stack.pop()
        return
    label = label_of(document.text[block.start : block.end])
    number = label.number if label else None
    style = block.style
    if style.startswith("decimal:") and style != "decimal:1":
        _pop_deeper_decimals(stack, int(style.split(":")[1]))
        stack.append((style, i))
        return
    same = [n for n, (s, _) in enumerate(stack) if s == style]
    if not same:
        _drop_lead_in(stack, style)
    elif (
        number == 1
        and style.split(":")[0] in _NUMBERED_STYLES
        and not _is_sibling(document, stack, same, number)
    ):
        pass  # a new list inside the last one
    else:
        del stack[_sibling_level(document, stack, same, number) :]
    stack.append((style, i))


def _push(stack: list[tuple[str, int]], style: str, i: int) -> None:
    """Push an unlabelled heading or lead-in, beside the last one of its kind."""
    kind = style.split(":")[0]
    for n, (other, _) in enumerate(stack):
        # A lead-in replaces only one that no numbered item has come under since.
        if other == style and kind == "lead-in" and n < len(stack) - 1:
            deeper = {s.split(":")[0] for s, _ in stack[n + 1 :]}
            if deeper & {"decimal", "heading", "roman", "capital"}:
                continue
        if other == style or (
            kind == "heading" and other.startswith("heading:") and other[8:] >= style[8:]
        ):
            del stack[n:]
            break
    else:
        if kind == "heading":
            # A heading ends the lists of items before it, but not the numbered headings over it.
            while stack and stack[-1][0].split(":")[0] in ("bullet", "letter", "lead-in"):
                stack.pop()
    stack.append((style, i))


def _drop_lead_in(stack: list[tuple[str, int]], style: str) -> None:
    """A roman or capital numeral begins a part of its own, outside any lead-in before it."""
    if style.split(":")[0] in ("roman", "capital", "named"):
        stack.clear()


def _pop_deeper_decimals(stack: list[tuple[str, int]], depth: int) -> None:
    for n, (style, _) in enumerate(stack):
        if style.startswith("decimal:") and int(style.split(":")[1]) >= depth:
            del stack[n:]
            return


def _is_sibling(
    document: Document, stack: Sequence[tuple[str, int]], same: Sequence[int], number: int
) -> bool:
    """Whether an item numbered 1 repeats its sibling's number rather than opening a list."""
    return (
        all(_number(document, stack[n][1]) == number for n in same) and same[-1] == len(stack) - 1
    )


def _sibling_level(
    document: Document, stack: Sequence[tuple[str, int]], same: Sequence[int], number: int | None
) -> int:
    """The level whose next number this is; numbers of headings lie, so else the innermost."""
    for n in reversed(same):
        last = _number(document, stack[n][1])
        if number is not None and last is not None and number == last + 1:
            return n
    return same[-1]


def _number(document: Document, i: int) -> int | None:
    block = document.blocks[i]
    label = label_of(document.text[block.start : block.end])
    return label.number if label else None
