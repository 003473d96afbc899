"""The follow tab: a document, project or unit, its facts, its tasks and a picture around it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.web import timeline
from ui.web.between import way
from ui.web.cards import empty, failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.following import facts, suggestions, tasks_by_meeting
from ui.web.parts import message
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
    """What ``show`` fills; see ``view``."""
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
        with gr.Column(elem_id="cd-picture", elem_classes="cd-walks"):
            picture = gr.Plot(visible=False, show_label=False, container=False)
        over = gr.HTML("", elem_id="cd-follow-over")
        with gr.Column(elem_id="cd-timeline", elem_classes="cd-plot cd-walks"):
            times = gr.Plot(visible=False, show_label=False, container=False)
        with gr.Row(elem_classes="cd-bar cd-bar--way"):
            other = gr.Textbox(
                label=t("way_to"), placeholder=t("way_hint"), max_lines=1, scale=8,
                max_length=500, elem_id="cd-way-to",
            )  # fmt: skip
            find = gr.Button(t("way_find"), scale=0, min_width=150)
        path = gr.HTML("", elem_id="cd-way", js_on_load=LISTEN)
        tasks = gr.HTML("", elem_id="cd-follow-tasks", js_on_load=LISTEN)

    def show(name: str | None) -> tuple[Any, ...]:
        return view(workspace, name, t)

    def walked(name: str | None, to: str | None) -> str:
        return way_between(workspace, name, to, t)

    shown = [about, caption, picture, over, times, path, tasks]
    gr.on(
        [find.click, other.submit], walked, [what, other], path,
        show_progress="hidden", concurrency_limit=AT_ONCE,
    )  # fmt: skip
    gr.on(
        [button.click, what.input], show, what, shown,
        show_progress="hidden", concurrency_limit=AT_ONCE,
    )  # fmt: skip
    return FollowTab(what, shown, [about, path, tasks], show)


def view(workspace: "Workspace", name: str | None, t: Texts) -> tuple[Any, ...]:
    """Return facts, caption, picture, heading of the timeline, timeline, way and tasks."""
    import gradio as gr

    nothing = gr.Plot(visible=False)
    workspace.reload_if_changed()
    if not name or not name.strip():
        said = html_or_failure(lambda: str(_start(workspace, t)), t)
        return said, "", nothing, "", nothing, "", ""
    try:
        answer = workspace.refs(name.strip())
        plan = layout(workspace.neighbourhood(answer.iri, depth=_DEPTH, limit=_NODES), answer.iri)
        picture = gr.Plot(figure(plan, t), visible=True) if len(plan.boxes) > 1 else nothing
        works = timeline.drawn(answer.threads)
        times = gr.Plot(timeline.figure(works, t), visible=True) if works else nothing
        today = date.today()
        about = facts(answer, t, lambda task: workspace.status_of(task, today))
    except Exception as error:  # shown in place, as everywhere on the page
        return str(failure(reason(error, t), t)), "", nothing, "", nothing, "", ""
    caption = _caption(answer.label, plan.drawn, answer.total, t) if len(plan.boxes) > 1 else ""
    over = _over(len(works), len(answer.threads), t) if works else ""
    tasks = str(tasks_by_meeting(answer, t))
    return str(about), str(caption), picture, str(over), times, "", tasks


def way_between(workspace: "Workspace", name: str | None, to: str | None, t: Texts) -> str:
    """Return how the followed thing hangs together with another."""
    if not name or not name.strip() or not to or not to.strip():
        return str(message(t("way_first")))
    return html_or_failure(lambda: str(way(workspace.way(name.strip(), to.strip()), t)), t)


def _over(drawn: int, total: int, t: Texts) -> Markup:
    note = t("timeline_note", drawn=t.number(drawn), total=t.number(total))
    return Markup('<h3 class="cd-group">{}</h3><p class="cd-note">{}</p>').format(
        t("timeline"), note
    )


def _start(workspace: "Workspace", t: Texts) -> Markup:
    if not workspace.notices():
        return empty(t)
    return suggestions(workspace.choices(), t)


def _caption(name: str, drawn: int, total: int, t: Texts) -> Markup:
    note = t("walk_on")
    if drawn < total:
        note += " " + t("more_not_drawn", drawn=t.number(drawn), total=t.number(total))
    return Markup(
        '<h3 class="cd-group">{}</h3><p class="cd-note">{}</p><p class="cd-hidden">{}</p>'
    ).format(t("neighbourhood"), note, t("neighbourhood_alt", name=name))
