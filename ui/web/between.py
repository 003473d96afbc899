"""How two things hang together: the shortest way between them, sentence by sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.web.following import kind_name
from ui.web.parts import EMPTY, follow_button, joined
from ui.web.texts import TEXTS, Texts

if TYPE_CHECKING:
    from kg.walks import Step


def way(steps: "Sequence[Step]", t: Texts) -> Markup:
    """Return the way as a list, each step with the sentence that it rests on."""
    items = joined(_step(step, t) for step in steps)
    return Markup('<h3 class="cd-group">{}</h3><ol class="cd-steps cd-way">{}</ol>').format(
        t.count("way_steps", len(steps)), items
    )


def _step(step: "Step", t: Texts) -> Markup:
    key = f"relation_{step.relation}"
    relation = t(key) if key in TEXTS else step.relation
    quote = Markup("<q>{}</q>").format(step.sentence) if step.sentence else EMPTY
    return Markup(
        '<li class="cd-line"><p class="cd-line__head">{} <span class="cd-tag">{} {}</span> {}</p>'
        '<p class="cd-line__text">{}</p></li>'
    ).format(
        _thing(step.source, step.source_label, step.source_kind, t), "←" if step.backwards else "→",
        relation, _thing(step.target, step.target_label, step.target_kind, t), quote,
    )  # fmt: skip


def _thing(iri: str, label: str, kind: str, t: Texts) -> Markup:
    name = label if len(label) <= 60 else label[:59].rstrip() + "…"
    shown = Markup("{}").format(name) if kind == "task" else follow_button(name, iri, t)
    return Markup('<span><span class="cd-kind cd-kind--{}">{}</span> {}</span>').format(
        kind, kind_name(kind, t), shown
    )
