"""A letter -> the text of a file: Markdown, plain text, or lines wrapped on pages."""

import re
from collections.abc import Sequence
from random import Random
from typing import Literal

from tests.render.letter import MOTTO, NATION, RECEIVERS, Letter
from tests.render.sheet import Block

TextForm = Literal["markdown", "plain", "pages"]


def printed(rng: Random, letter: Letter, form: TextForm) -> str:
    """The whole notice as text."""
    head, tail = _head(rng, letter, form), _tail(letter, form)
    if form == "markdown":
        body = _markdown(rng, letter)
    elif form == "plain":
        gap = rng.choice(("\n", "\n\n"))
        body = gap.join(_plain(b) for b in letter.body)
    else:
        body = _paged(rng, letter)
    return f"{head}\n\n{body}\n\n{tail}\n"


def _head(rng: Random, letter: Letter, form: TextForm) -> str:
    if form == "markdown":
        if rng.random() < 0.5:
            left = "<br>".join(f"**{line}**" for line in letter.top)
            head = (
                f"| {left} | **{NATION}**<br>**{MOTTO}** |\n| --- | --- |\n"
                f"| {letter.number} | *{letter.dated}* |"
            )
        else:
            names = (f"**{line}**" for line in letter.top)
            head = "\n\n".join((*names, letter.number, f"*{letter.dated}*"))
        heads = rng.choice(
            ("## THÔNG BÁO\n\n### **{}**", "**THÔNG BÁO**\n\n**{}**", "# THÔNG BÁO\n\n{}")
        )
        return f"{head}\n\n{heads.format(letter.title)}"
    names = [*letter.top, letter.number]
    others = [NATION, MOTTO, letter.dated]
    while len(names) < 3:
        names.insert(-1, "-" * 12)
    if rng.random() < 0.7:
        rows = (f"{a:<36}   {b}" for a, b in zip(names, others, strict=True))
        head = "\n".join(rows)
    else:
        rules = ("-------", NATION, MOTTO, "-------")
        head = "\n".join((*letter.top, *rules, letter.number, letter.dated))
    title = rng.choice((letter.title, letter.title.upper()))
    return f"{head}\n\nTHÔNG BÁO\n{title}"


def _tail(letter: Letter, form: TextForm) -> str:
    closing = letter.closing
    if form == "markdown":
        left = "<br>".join(("***Nơi nhận:***", *RECEIVERS))
        right = "<br>".join(f"**{line}**" for line in letter.capacity)
        return f"{closing}\n\n| {left} | {right}<br><br>**{letter.signer}** |\n| --- | --- |"
    above, post = ("", *letter.capacity)[-2:]
    lines = (
        f"{'Nơi nhận:':<35}{above}".rstrip(),
        f"{RECEIVERS[0]:<35}{post}",
        RECEIVERS[1],
        f"{RECEIVERS[2]:<35}{letter.signer}",
    )
    closing = "\n".join(_wrapped(closing, 68)) if form == "pages" else closing
    return f"{closing}\n\n" + "\n".join(lines)


def _markdown(rng: Random, letter: Letter) -> str:
    part, unit = rng.choice(
        (
            ("## **{}**", "### **{}**"),
            ("## {}", "### {}"),
            ("**{}**", "**{}**"),
            ("#### **{}**", "##### **{}**"),
        )
    )
    lines = []
    bold = rng.random() < 0.4
    for block in letter.bodies("<sup>1</sup>"):
        if block.role == "table":
            lines.append(_pipe_table(block.rows))
        elif block.role == "part":
            lines.append(part.format(block.line))
        elif block.role == "unit":
            lines.append(unit.format(block.line))
        elif block.role == "lead-in" and bold:
            lines.append(f"**{block.line}**")
        elif block.role == "item" and block.label in ("+", "•", "–"):
            escaped = block.label == "+" and rng.random() < 0.3
            lines.append("\\" * escaped + block.line)
        else:
            lines.append(block.line)
    if letter.noted is not None:
        lines.insert(len(lines) - 1, f"---\n\n<sup>1</sup> {letter.note}\n\n---")
    return "\n\n".join(lines)


def _pipe_table(rows: Sequence[Sequence[str | None]]) -> str:
    lines = ["| " + " | ".join(cell or "" for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _plain(block: Block) -> str:
    if block.role == "table":
        return _pipe_table(block.rows)
    return block.line


_UNBREAKABLE = re.compile(r" (?=[-–+•] |\(?\w{1,3}[.)] |\d{1,3}\s?[-–:/] )")
"""Spaces at which no line is broken: what follows would look like a label."""


def _paged(rng: Random, letter: Letter) -> str:
    """Lines of one width on numbered pages with a running header; sentences are cut by them."""
    width = rng.randint(68, 92)
    running = rng.choice(("", f"{letter.issuer} - Thông báo kết luận", letter.title))
    lines: list[str] = []
    kept: set[int] = set()  # lines that stay with those before them
    for block in letter.body:
        wrapped = _wrapped(_plain(block), width)
        # Nobody could tell a sentence that goes on after a page's last full stop from a new one.
        kept |= {len(lines) + i for i, line in enumerate(wrapped, 1) if line.endswith(".")}
        lines += [*wrapped, ""]
        if block.role in ("part", "unit", "lead-in"):
            kept |= {len(lines) - 1, len(lines)}
    found: list[str] = []
    page, on_page, length = 1, 0, rng.randint(14, 30)
    if len(lines) < 3 * length:
        running = ""  # a header that does not run
    for i, line in enumerate(lines):
        if on_page >= length and i not in kept:
            found += ["", f"{page:^{width}}".rstrip(), ""] + ([running, ""] if running else [])
            page, on_page = page + 1, 0
        found.append(line)
        on_page += 1
    return "\n".join(found)


def _wrapped(paragraph: str, width: int) -> list[str]:
    text = _UNBREAKABLE.sub("\u2060", paragraph)
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [piece.replace("\u2060", " ") for piece in (*lines, line)]
