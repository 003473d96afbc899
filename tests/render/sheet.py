"""A notice's body being written: its blocks, and the tasks that they state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from tests.render.phrase import Phrase, joined
from tests.render.plan import Plan

Role = Literal["part", "unit", "lead-in", "item", "paragraph", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it will be printed, or one table."""

    role: Role
    text: str = ""
    depth: int = 1
    rows: tuple[tuple[str | None, ...], ...] = ()
    """Of a table; None is a cell that is one with that above it."""
    label: str = ""

    @property
    def line(self) -> str:
        """Label and text, as one types them."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Expected:
    """One task as it must be read: its text without label, and its facts."""

    label: str | None
    said: Phrase


@dataclass(slots=True)
class Sheet:
    """A notice's body being written."""

    rng: Random
    plan: Plan
    blocks: list[Block]
    tasks: list[Expected]
    cited: list[Phrase]
    """Wording outside tasks whose citations count."""

    def part(self, label: str, title: str) -> None:
        self.blocks.append(Block("part", title, label=label))

    def say(self, *phrases: Phrase, label: str = "") -> None:
        """Write a paragraph that orders nothing."""
        said = joined(phrases)
        self.cited.append(said)
        self.blocks.append(Block("item" if label else "paragraph", said.text, label=label))

    def task(self, label: str, *said: Phrase, depth: int = 1) -> None:
        """Write one paragraph or item of one order, or of several to different offices."""
        text = joined(said)
        role: Role = "item" if label else "paragraph"
        self.blocks.append(Block(role, text.text, depth, label=label))
        self.tasks += [Expected(label.strip(" .)-:(]/") or label.strip() or None, s) for s in said]


def facts_of(phrases: Iterable[Phrase]) -> Sequence[tuple[str, object]]:
    """The documents cited in some phrases: key and day, each once, the dated mention first."""
    found: dict[str, object] = {}
    for phrase in phrases:
        for fact in phrase.facts:
            if fact.kind == "ref" and found.get(fact.value) is None:
                found[fact.value] = fact.day
    return tuple(found.items())
