"""The follow tab: a document, project or unit, its facts, its tasks and a picture around it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.web.cards import empty, failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.following import facts, suggestions, tasks_by_meeting
from ui.web.picture import figure, layout
from ui.web.safely import html_or_failure, reason
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_DEPTH = 2
"""Steps around the node: its tasks, then what those touch."""
_NODES = 150
"""Nodes fetched; the picture draws the most connected of them."""


@dataclass(frozen=True, slots=True)
class FollowTab:
    """The parts of the tab that others wire."""

    what: Any
    shown: list[Any]
    """What ``show`` fills: facts, heading of the picture, picture, tasks."""
    lists: list[Any]
    """Of these, the ones with names and tasks to click."""
    show: Any


def build(workspace: "Workspace", t: Texts) -> FollowTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_follow"), id="follow"):
        with gr.Row(elem_classes="cd-bar"):
            what = gr.Dropdown(
                [], value=None, label=t("follow_label"), allow_custom_value=True,
                elem_id="cd-follow-what", scale=8, info=t("follow_placeholder"),
            )  # fmt: skip
            button = gr.Button(t("follow_button"), variant="primary", scale=0, min_width=96)
        about = gr.HTML("", elem_id="cd-follow-facts", js_on_load=LISTEN)
        caption = gr.HTML("", elem_id="cd-follow-caption")
        with gr.Column(elem_id="cd-picture"):
            picture = gr.Plot(visible=False, show_label=False, container=False)
        tasks = gr.HTML("", elem_id="cd-follow-tasks", js_on_load=LISTEN)

    def show(name: str | None) -> tuple[str, str, Any, str]:
        return view(workspace, name, t)

    shown = [about, caption, picture, tasks]
    gr.on(
        [button.click, what.input], show, what, shown,
        show_progress="hidden", concurrency_limit=AT_ONCE,
    )  # fmt: skip
    return FollowTab(what, shown, [about, tasks], show)


def view(workspace: "Workspace", name: str | None, t: Texts) -> tuple[str, str, Any, str]:
    """Return the facts, the caption, the picture and the tasks of what was asked for."""
    import gradio as gr

    nothing = gr.Plot(visible=False)
    workspace.reload_if_changed()
    if not name or not name.strip():
        return html_or_failure(lambda: str(_start(workspace, t)), t), "", nothing, ""
    try:
        answer = workspace.refs(name.strip())
        plan = layout(workspace.neighbourhood(answer.iri, depth=_DEPTH, limit=_NODES), answer.iri)
        picture = gr.Plot(figure(plan, t), visible=True) if len(plan.boxes) > 1 else nothing
    except Exception as error:  # shown in place, as everywhere on the page
        return str(failure(reason(error, t), t)), "", nothing, ""
    caption = _caption(answer.label, plan.drawn, answer.total, t) if len(plan.boxes) > 1 else ""
    return str(facts(answer, t)), str(caption), picture, str(tasks_by_meeting(answer, t))


def _start(workspace: "Workspace", t: Texts) -> Markup:
    if not workspace.notices():
        return empty(t)
    return suggestions(workspace.choices(), t)


def _caption(name: str, drawn: int, total: int, t: Texts) -> Markup:
    note = t("more_not_drawn", drawn=t.number(drawn), total=t.number(total))
    return Markup(
        '<h3 class="cd-group">{}</h3><p class="cd-note">{}</p><p class="cd-hidden">{}</p>'
    ).format(t("neighbourhood"), note if drawn < total else "", t("neighbourhood_alt", name=name))
