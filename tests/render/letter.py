"""A notice ready to be printed: head, body and tail in words, without a file's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.render.plan import Plan
from tests.render.sheet import Block

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECEIVERS = ("- Như trên;", "- Lãnh đạo cơ quan;", "- Lưu: VT.")


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of a notice in the order that they are read."""

    top: tuple[str, ...]
    """The office and the one above it."""
    number: str
    dated: str
    title: str
    body: tuple[Block, ...]
    noted: int | None
    """Which block of the body has the footnote."""
    note: str
    closing: str
    capacity: tuple[str, ...]
    """Above the signature: on whose behalf, and the post."""
    signer: str
    issuer: str
    """For running headers."""

    def bodies(self, mark: str) -> list[Block]:
        """The body, with a mark where the footnote is called."""
        return [
            Block(b.role, f"{b.text[:-1]}{mark}{b.text[-1]}", b.depth, b.rows, b.label)
            if i == self.noted
            else b
            for i, b in enumerate(self.body)
        ]


def letter(rng: Random, plan: Plan, blocks: Sequence[Block], *, notes: bool) -> Letter:
    """A plan with its laid out blocks, as it is sent.

    Args:
        rng: where chance comes from.
        plan: what is said.
        blocks: the body after the opening.
        notes: whether the file's form has footnotes.
    """
    world = plan.world
    day = plan.issued
    body = (*(Block("paragraph", p.text) for p in plan.opening), *blocks)
    may = [i for i, b in enumerate(body) if i >= 2 and b.role in ("paragraph", "item")]
    noted = rng.choice(may) if plan.footnote and notes and may else None
    closing: str = rng.choice(
        (
            f"Trên đây là kết luận của {world.chair}, yêu cầu các cơ quan, đơn vị nghiêm túc "
            "thực hiện./.",
            "Thông báo để các đơn vị biết, thực hiện./.",
            f"Trên đây là ý kiến kết luận của {world.chair}, thông báo đến các đơn vị để "
            "triển khai thực hiện./.",
        )
    )
    own = plan.signer == plan.chair
    chair = world.chair.upper()
    return Letter(
        top=tuple(world.top),
        number=f"Số: {plan.number}" if plan.number else f"Số:  /TB-{world.code}",
        dated=f"{world.seat}, ngày  tháng {plan.met.month} năm {plan.met.year}"
        if day is None
        else f"{world.seat}, ngày {day.day:02} tháng {day.month:02} năm {day.year}",
        title=plan.title,
        body=body,
        noted=noted,
        note=plan.footnote.text if plan.footnote else "",
        closing=closing,
        capacity=(chair,) if own else (f"TL. {chair}", "CHÁNH VĂN PHÒNG"),
        signer=plan.signer,
        issuer=world.issuer,
    )
