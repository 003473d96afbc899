"""A random notice as a file, with its reading."""

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.render.layouts import LAYOUTS, laid_out
from tests.render.plan import Plan, any_plan
from tests.render.printing import Form, encoded, has_footnote, printed
from tests.render.sheet import Expected, facts_of


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file and what a perfect reading of it gives."""

    data: bytes
    text: str
    layout: str
    form: Form
    plan: Plan
    tasks: tuple[Expected, ...]
    documents: tuple[tuple[str, date | None], ...]

    @property
    def suffix(self) -> str:
        return ".md" if self.form == "markdown" else ".txt"


def any_notice(rng: Random, *, layout: str | None = None, most_orders: int = 10) -> Rendered:
    """A random notice, in a random layout unless one is named."""
    plan = any_plan(rng, most_orders)
    name = layout or rng.choice(tuple(LAYOUTS))
    sheet = laid_out(rng, plan, name)
    forms: tuple[Form, ...] = ("markdown",) if name == "table" else ("markdown", "plain", "pages")
    form = rng.choice(forms)
    text = printed(rng, plan, sheet.blocks, form)
    phrases = [*plan.opening, *sheet.cited, *(t.said for t in sheet.tasks)]
    if has_footnote(text, plan) and plan.footnote:
        phrases.append(plan.footnote)
    documents = tuple((k, d) for k, d in facts_of(phrases) if d is None or isinstance(d, date))
    return Rendered(encoded(rng, text), text, name, form, plan, tuple(sheet.tasks), documents)
