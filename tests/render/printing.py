"""Blocks -> the text of a file: Markdown, plain text, or lines wrapped on pages."""

import re
import unicodedata
from collections.abc import Sequence
from random import Random
from typing import Literal

from tests.render.documents import printed_day
from tests.render.plan import Plan
from tests.render.sheet import Block

Form = Literal["markdown", "plain", "pages"]
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def printed(rng: Random, plan: Plan, blocks: Sequence[Block], form: Form) -> str:
    """The whole notice as text."""
    head, tail = _head(rng, plan, form), _tail(rng, plan, form)
    opening = [Block("paragraph", p.text) for p in plan.opening]
    if form == "markdown":
        body = _markdown(rng, [*opening, *blocks], plan)
    elif form == "plain":
        gap = rng.choice(("\n", "\n\n"))
        body = gap.join(_plain(b) for b in (*opening, *blocks))
    else:
        body = _paged(rng, plan, [*opening, *blocks])
    return f"{head}\n\n{body}\n\n{tail}\n"


def encoded(rng: Random, text: str) -> bytes:
    """A text as files hold it: either normal form, either line end, a stray non-breaking space."""
    if rng.random() < 0.2:
        text = unicodedata.normalize("NFD", text)
    if rng.random() < 0.3:
        text = re.sub(r"(?<=\w) (?=\d)", lambda _: rng.choice((" ", " ", "\u00a0")), text)
    if rng.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16")))


def _head(rng: Random, plan: Plan, form: Form) -> str:
    world = plan.world
    number = f"Số: {plan.number}" if plan.number else f"Số:  /TB-{world.code}"
    day = plan.issued
    if day is None:
        dated = f"{world.seat}, ngày  tháng {plan.met.month} năm {plan.met.year}"
    else:
        dated = f"{world.seat}, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    title = plan.title
    if form == "markdown":
        if rng.random() < 0.5:
            left = "<br>".join(f"**{line}**" for line in world.top)
            head = (
                f"| {left} | **{_NATION}**<br>**{_MOTTO}** |\n| --- | --- |\n"
                f"| {number} | *{dated}* |"
            )
        else:
            head = "\n\n".join((*(f"**{line}**" for line in world.top), number, f"*{dated}*"))
        heads = rng.choice(
            ("## THÔNG BÁO\n\n### **{}**", "**THÔNG BÁO**\n\n**{}**", "# THÔNG BÁO\n\n{}")
        )
        return f"{head}\n\n{heads.format(title)}"
    names = [*world.top, number]
    others = [_NATION, _MOTTO, dated]
    while len(names) < 3:
        names.insert(-1, "-" * 12)
    if rng.random() < 0.7:
        rows = (f"{a:<36}   {b}" for a, b in zip(names, others, strict=True))
        head = "\n".join(rows)
    else:
        head = "\n".join((*world.top, "-------", _NATION, _MOTTO, "-------", number, dated))
    title = rng.choice((title, title.upper()))
    return f"{head}\n\nTHÔNG BÁO\n{title}"


def _tail(rng: Random, plan: Plan, form: Form) -> str:
    world = plan.world
    closing: str = rng.choice(
        (
            f"Trên đây là kết luận của {world.chair}, yêu cầu các cơ quan, đơn vị nghiêm túc "
            "thực hiện./.",
            "Thông báo để các đơn vị biết, thực hiện./.",
            f"Trên đây là ý kiến kết luận của {world.chair}, thông báo đến các đơn vị để "
            "triển khai thực hiện./.",
        )
    )
    receivers = ("- Như trên;", "- Lãnh đạo cơ quan;", "- Lưu: VT.")
    own = plan.signer == plan.chair
    above = "" if own else f"TL. {world.chair.upper()}"
    post = world.chair.upper() if own else "CHÁNH VĂN PHÒNG"
    if form == "markdown":
        left = "<br>".join(("***Nơi nhận:***", *receivers))
        right = "<br>".join(f"**{line}**" for line in (above, post) if line)
        return f"{closing}\n\n| {left} | {right}<br><br>**{plan.signer}** |\n| --- | --- |"
    lines = (
        f"{'Nơi nhận:':<35}{above}".rstrip(),
        f"{receivers[0]:<35}{post}",
        receivers[1],
        f"{receivers[2]:<35}{plan.signer}",
    )
    closing = "\n".join(_wrapped(closing, 68)) if form == "pages" else closing
    return f"{closing}\n\n" + "\n".join(lines)


def _markdown(rng: Random, blocks: Sequence[Block], plan: Plan) -> str:
    part, unit = rng.choice(
        (
            ("## **{}**", "### **{}**"),
            ("## {}", "### {}"),
            ("**{}**", "**{}**"),
            ("#### **{}**", "##### **{}**"),
        )
    )
    lines = []
    noted, bold = False, rng.random() < 0.4
    for i, block in enumerate(blocks):
        if block.role == "table":
            lines.append(_pipe_table(block.rows))
        elif block.role == "part":
            lines.append(part.format(block.text))
        elif block.role == "unit":
            lines.append(unit.format(block.text))
        elif block.role == "lead-in" and bold:
            lines.append(f"**{block.text}**")
        elif block.role == "item" and (bullet := re.match(r"[+•–] ", block.text)):
            lines.append(("\\" if bullet[0] == "+ " and rng.random() < 0.3 else "") + block.text)
        else:
            text = block.text
            if plan.footnote and not noted and i >= 2 and block.role == "paragraph":
                text, noted = f"{text[:-1]}<sup>1</sup>{text[-1]}", True
            lines.append(text)
    if plan.footnote and noted:
        lines.insert(len(lines) - 1, f"---\n\n<sup>1</sup> {plan.footnote.text}\n\n---")
    return "\n\n".join(lines)


def has_footnote(text: str, plan: Plan) -> bool:
    """Whether the plan's footnote was printed."""
    return plan.footnote is not None and f"<sup>1</sup> {plan.footnote.text}" in text


def _pipe_table(rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _plain(block: Block) -> str:
    if block.role == "table":
        return _pipe_table(block.rows)
    return block.text


_UNBREAKABLE = re.compile(r" (?=[-–+•] |\(?\w{1,3}[.)] |\d{1,3}\s?[-–:/] )")
"""Spaces at which no line is broken: what follows would look like a label."""


def _paged(rng: Random, plan: Plan, blocks: Sequence[Block]) -> str:
    """Lines of one width on numbered pages with a running header; sentences are cut by them."""
    width = rng.randint(68, 92)
    running = rng.choice(("", f"{plan.world.issuer} - Thông báo kết luận", plan.title))
    lines: list[str] = []
    kept: set[int] = set()  # lines that stay with those before them
    for block in blocks:
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


__all__ = ["Form", "encoded", "has_footnote", "printed", "printed_day"]
