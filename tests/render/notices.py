"""A random notice as a file of any kind, with its reading."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal, get_args

from tests.render.coding import encoded, typed_before_unicode
from tests.render.layouts import LAYOUTS, laid_out
from tests.render.letter import Letter, letter
from tests.render.plan import Plan, any_plan
from tests.render.printing import printed
from tests.render.sheet import Expected, facts_of
from tests.render.typeset import to_pdf
from tests.render.web import to_html, to_odt
from tests.render.word import to_word

Form = Literal["markdown", "plain", "pages", "legacy", "docx", "odt", "html", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)
_WRITERS: dict[str, Callable[[Random, Letter], bytes]] = {
    "docx": to_word,
    "odt": to_odt,
    "html": to_html,
    "pdf": to_pdf,
}
_NOTES = ("markdown", *_WRITERS)
"""Forms that have footnotes."""
_TABLES = ("markdown", *_WRITERS)
"""Forms that have tables."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file and what a perfect reading of it gives."""

    data: bytes
    layout: str
    form: Form
    plan: Plan
    tasks: tuple[Expected, ...]
    documents: tuple[tuple[str, date | None], ...]

    @property
    def suffix(self) -> str:
        if self.form in _WRITERS:
            return f".{self.form}"
        return ".md" if self.form == "markdown" else ".txt"


def any_notice(
    rng: Random,
    *,
    layout: str | None = None,
    form: Form | None = None,
    most_orders: int = 10,
    fewest_orders: int = 2,
) -> Rendered:
    """A random notice, in a random layout and form unless they are named."""
    plan = any_plan(rng, most_orders, fewest_orders)
    name = layout or rng.choice(tuple(LAYOUTS))
    sheet = laid_out(rng, plan, name)
    form = form or rng.choice([f for f in FORMS if name != "table" or has_tables(f)])
    sent = letter(rng, plan, sheet.blocks, notes=form in _NOTES)
    phrases = [*plan.opening, *sheet.cited, *(t.said for t in sheet.tasks)]
    if sent.noted is not None and plan.footnote:
        phrases.append(plan.footnote)
    documents = tuple((k, d) for k, d in facts_of(phrases) if d is None or isinstance(d, date))
    return Rendered(_file(rng, sent, form), name, form, plan, tuple(sheet.tasks), documents)


def has_tables(form: Form) -> bool:
    """Whether files of a form have tables."""
    return form in _TABLES


def _file(rng: Random, sent: Letter, form: Form) -> bytes:
    if form in _WRITERS:
        return _WRITERS[form](rng, sent)
    if form == "legacy":
        return typed_before_unicode(rng, printed(rng, sent, "plain"))
    return encoded(rng, printed(rng, sent, form))  # type: ignore[arg-type]
