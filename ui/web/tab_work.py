"""The work tab: every work followed across meetings, by how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.web.asked import read_day, write_day
from ui.web.board import board
from ui.web.cards import empty, failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.safely import html_or_failure
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WorkTab:
    """The parts of the tab that others wire."""

    tab: Any
    board: Any
    as_of: Any
    unit: Any
    show: Any


def build(workspace: "Workspace", t: Texts) -> WorkTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_work"), id="work") as tab:
        with gr.Row(elem_classes="cd-bar cd-bar--work"):
            as_of = gr.Textbox(
                value=lambda: write_day(date.today()),
                label=t("as_of"), max_lines=1, scale=2, min_width=200,
                elem_classes="cd-day", max_length=40,
            )  # fmt: skip
            unit = gr.Dropdown(
                [(t("any"), "")], value="", label=t("unit"), allow_custom_value=True, scale=4,
                min_width=200,
            )  # fmt: skip
            button = gr.Button(t("work_button"), variant="primary", scale=0, min_width=96)
        listing = gr.HTML("", elem_id="cd-board", js_on_load=LISTEN)

    def show(day: str | None, name: str | None) -> str:
        return html_or_failure(lambda: view(workspace, day, name, t), t)

    gr.on(
        [button.click, as_of.submit, unit.input, tab.select], show, [as_of, unit], listing,
        show_progress="hidden", concurrency_limit=AT_ONCE, trigger_mode="always_last",
    )  # fmt: skip
    return WorkTab(tab, listing, as_of, unit, show)


def view(workspace: "Workspace", day: str | None, unit: str | None, t: Texts) -> str:
    """Return the board as of a day (today where none is given), of one unit or of all."""
    try:
        as_of = read_day(day) if day and day.strip() else date.today()
    except ValueError:
        return str(failure(t("bad_day", value=day), t))
    workspace.reload_if_changed()
    if not workspace.notices():
        return str(empty(t))
    works = workspace.due(as_of, unit.strip() if unit and unit.strip() else None)
    return str(board(works, as_of, t))
