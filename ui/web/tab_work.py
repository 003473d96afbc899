"""The work tab: every work followed across meetings, by how it stands on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup

from ui.web import load
from ui.web.asked import read_day, write_day
from ui.web.board import View, board, figures
from ui.web.cards import empty, failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.parts import EMPTY, joined
from ui.web.safely import html_or_failure, reason
from ui.web.standing import KINDS, Kind
from ui.web.standing import load as load_of
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_BY = ("status", "unit", "load")
_STALE = 45
"""Days after the newest notice from which the board says that nothing is known since: meetings
are monthly."""
_DAYS_OFFERED = 4
"""Days of notices offered beside today."""


@dataclass(frozen=True, slots=True)
class WorkTab:
    """The parts of the tab that others wire."""

    board: Any
    unit: Any
    asked: list[Any]
    """As of, unit, the kind shown, how it is arranged."""
    shown: list[Any]
    """What ``show`` fills: the board, the picture and what stands below it."""
    lists: list[Any]
    """Of these, the ones with names and tasks to click."""


def build(workspace: "Workspace", t: Texts) -> WorkTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_work"), id="work") as tab:
        with gr.Row(elem_classes="cd-bar cd-bar--work"):
            as_of = gr.Textbox(
                value=lambda: write_day(date.today()),
                label=t("as_of"), max_lines=1, scale=2, min_width=150,
                elem_classes="cd-day", max_length=40,
            )  # fmt: skip
            unit = gr.Dropdown(
                [(t("any"), "")], value="", label=t("unit"), allow_custom_value=True, scale=4,
                min_width=200,
            )  # fmt: skip
            by = gr.Radio(
                [(t(f"work_by_{name}"), name) for name in _BY], value="status",
                label=t("work_by"), scale=4, min_width=300, elem_classes="cd-segments",
            )  # fmt: skip
            button = gr.Button(t("work_button"), variant="primary", scale=0, min_width=96)
        only = gr.State("")
        listing = gr.HTML("", elem_id="cd-board", js_on_load=LISTEN)
        with gr.Column(elem_id="cd-load", elem_classes="cd-plot"):
            picture = gr.Plot(visible=False, show_label=False, container=False)
        below = gr.HTML("", elem_id="cd-load-table", js_on_load=LISTEN)

    def show(*values: Any) -> tuple[str, Any, str]:
        return view(workspace, values, t)

    def narrowed(event: gr.EventData, day: Any, name: Any, _: Any, how: Any) -> tuple[Any, ...]:
        return event.only, *view(workspace, (day, name, event.only, how), t)

    def moved(event: gr.EventData, _: Any, name: Any, kind: Any, how: Any) -> tuple[Any, ...]:
        return event.day, *view(workspace, (event.day, name, kind, how), t)

    asked, shown = [as_of, unit, only, by], [listing, picture, below]
    quiet = {"show_progress": "hidden", "concurrency_limit": AT_ONCE}
    gr.on(
        [button.click, as_of.submit, unit.input, by.input, tab.select], show, asked, shown,
        trigger_mode="always_last", **quiet,
    )  # fmt: skip
    listing.narrow(narrowed, asked, [only, *shown], **quiet)
    listing.to_day(moved, asked, [as_of, *shown], **quiet)
    return WorkTab(listing, unit, asked, shown, [listing, below])


def view(workspace: "Workspace", values: tuple[Any, ...], t: Texts) -> tuple[str, Any, str]:
    """Return the board and the picture that the fields ask for."""
    import gradio as gr

    nothing = gr.Plot(visible=False)
    try:
        asked = read(values)
    except ValueError:
        return str(failure(t("bad_day", value=values[0]), t)), nothing, ""
    if asked.by != "load":
        return html_or_failure(lambda: str(html(workspace, asked, t)), t), nothing, ""
    try:
        works = works_of(workspace, asked)
    except Exception as error:  # shown in place, as everywhere on the page
        return str(failure(reason(error, t), t)), nothing, ""
    if not works:
        return str(html(workspace, asked, t)), nothing, ""
    counted = load_of(works)
    head = _days(workspace, asked, t) + figures(works, asked, t) + load.title(t)
    picture = gr.Plot(load.figure(counted, t), visible=True) if counted else nothing
    return str(head), picture, str(load.table(counted, t))


def html(workspace: "Workspace", asked: View, t: Texts) -> Markup:
    """Return the board as HTML."""
    works = works_of(workspace, asked)
    if not workspace.notices():
        return empty(t)
    return _days(workspace, asked, t) + board(works, asked, t)


def works_of(workspace: "Workspace", asked: View) -> Any:
    """Return the works that a view is about, of one unit or of all."""
    workspace.reload_if_changed()
    return workspace.due(asked.as_of, asked.unit)


def read(values: tuple[Any, ...]) -> View:
    """Read the fields of the tab; no day is today.

    Raises:
        ValueError: the day is none.
    """
    day, unit, only, by = values
    return View(
        as_of=read_day(day) if day and day.strip() else date.today(),
        unit=(unit or "").strip() or None,
        only=cast("Kind", only) if only in KINDS else None,
        by=by if by in _BY else "status",
    )


def from_params(params: Mapping[str, str]) -> tuple[Any, ...]:
    """Return the values of the fields that an address asks for; ``View.link`` writes it."""
    try:
        day = read_day(params.get("as_of", ""))
    except ValueError:
        day = date.today()
    by = params.get("by", "status")
    return (
        write_day(day), params.get("unit", ""), params.get("only", ""),
        by if by in _BY else "status",
    )  # fmt: skip


def _days(workspace: "Workspace", asked: View, t: Texts) -> Markup:
    """Return days worth a look, today and those of the newest notices, and what is not known."""
    issued = {n.issued or n.meeting_date for n in workspace.notices()}
    known = sorted((day for day in issued if day), reverse=True)
    offered = [(date.today(), t("day_today"))]
    offered += [(day, t.day(day)) for day in known[:_DAYS_OFFERED]]
    buttons = joined(
        Markup('<button type="button" data-day="{}" aria-pressed="{}">{}</button>').format(
            write_day(day), str(day == asked.as_of).lower(), name
        )
        for day, name in offered
    )
    newest = next((day for day in known if day <= asked.as_of), None)
    stale = EMPTY
    if newest and (asked.as_of - newest).days > _STALE:
        stale = Markup('<p class="cd-stale">{}</p>').format(t("stale", day=t.day(newest)))
    return Markup('<p class="cd-examples"><span>{}:</span> {}</p>{}').format(
        t("days_offered"), buttons, stale
    )
