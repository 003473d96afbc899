"""The meetings tab: one notice against the one before it, beside its source."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.web.cards import empty
from ui.web.changes import changes, title
from ui.web.events import AT_ONCE, LISTEN
from ui.web.safely import html_or_failure
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MeetingsTab:
    """The parts of the tab that others wire."""

    notice: Any
    listing: Any


def build(workspace: "Workspace", t: Texts) -> MeetingsTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_meetings"), id="meetings") as tab:
        with gr.Row(elem_classes="cd-bar"):
            notice = gr.Dropdown(
                [], value=None, label=t("meetings_choose"), elem_id="cd-meeting", scale=8
            )
        listing = gr.HTML("", elem_id="cd-changes", js_on_load=LISTEN)

    def show(iri: str | None) -> str:
        return view(workspace, iri, t)

    quiet: dict[str, Any] = {"show_progress": "hidden", "concurrency_limit": AT_ONCE}
    notice.input(show, notice, listing, **quiet)
    tab.select(show, notice, listing, **quiet)
    return MeetingsTab(notice, listing)


def entries(workspace: "Workspace", t: Texts) -> list[tuple[str, str]]:
    """Return the notices to choose from, the newest first."""
    return [(title(notice, t), notice.notice) for notice in workspace.notices()]


def view(workspace: "Workspace", iri: str | None, t: Texts) -> str:
    """Return what a notice changed; of the newest where none is named."""
    workspace.reload_if_changed()
    notices = workspace.notices()
    if not notices:
        return str(empty(t))
    return html_or_failure(lambda: str(changes(workspace.meeting(iri or notices[0].notice), t)), t)
