"""The search tab: one box, filters, results as cards."""

import time
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from markupsafe import Markup

from kg.ids import BASE
from ui.web import cards
from ui.web.asked import TOP, Asked, read_day, write_day
from ui.web.events import AT_ONCE, LISTEN
from ui.web.menus import filter_entries
from ui.web.safely import html_or_failure
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SearchTab:
    """The parts of the tab that others wire."""

    results: Any
    offers: Any
    """What to begin with, shown until something is found."""
    inputs: tuple[Any, ...]
    """Query, unit, project, document, meeting from, meeting to, due before, everything."""
    extra: Any
    """The part of the search that no field shows, as an ``Asked``."""


def build(workspace: "Workspace", t: Texts) -> SearchTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_search"), id="search"):
        with gr.Row(elem_classes="cd-bar"):
            query = gr.Textbox(
                label=t("search_label"), placeholder=t("search_placeholder"), max_lines=1,
                elem_id="cd-query", scale=8, container=False, autofocus=True, max_length=10_000,
            )  # fmt: skip
            button = gr.Button(
                t("search_button"),
                variant="primary",
                scale=0,
                min_width=96,
                elem_id="cd-search-button",
            )
        gr.HTML(_examples(t), elem_id="cd-examples", js_on_load=_EXAMPLE)
        gr.HTML(_toggle(t), elem_id="cd-filter-toggle")
        with gr.Row(elem_classes="cd-filters"):
            unit = _menu(gr, t("unit"), t)
            project = _menu(gr, t("project"), t)
            document = _menu(gr, t("document"), t)
            from_ = _day(gr, t("from"), t)
            to = _day(gr, t("to"), t)
            due = _day(gr, t("due_before"), t)
            everything = gr.Checkbox(
                value=True, label=t("everything"), container=False, min_width=190,
                elem_classes="cd-everything",
            )  # fmt: skip
        extra = gr.State(Asked())
        results = gr.HTML(str(cards.start(t)), elem_id="cd-results", js_on_load=LISTEN)
        offers = gr.HTML("", elem_id="cd-start", js_on_load=LISTEN)

    inputs = (query, unit, project, document, from_, to, due, everything)

    def find(*values: Any) -> str:
        return html_or_failure(lambda: search(workspace, values, t), t)

    def search_at(event: gr.EventData) -> tuple[Any, ...]:
        asked = Asked.from_params(parse_qsl(event.link))
        html = html_or_failure(lambda: results_of(workspace, asked, t), t)
        return *values_of(asked), asked, html

    gr.on(
        [query.submit, button.click, unit.input, project.input, document.input,
         from_.submit, to.submit, due.submit, everything.input],
        find, [*inputs, extra], results, show_progress="hidden", concurrency_limit=AT_ONCE,
        trigger_mode="always_last",
    )  # fmt: skip
    results.search_at(
        search_at, None, [*inputs, extra, results],
        show_progress="hidden", concurrency_limit=AT_ONCE,
    )  # fmt: skip
    return SearchTab(results, offers, inputs, extra)


def search(workspace: "Workspace", values: tuple[Any, ...], t: Texts) -> str:
    """Search as the fields of the tab say and return the result column."""
    try:
        asked = read(values)
    except ValueError as error:
        return str(cards.failure(t("bad_day", value=str(error)), t))
    workspace.reload_if_changed()
    return results_of(workspace, asked, t)


def results_of(workspace: "Workspace", asked: Asked, t: Texts) -> str:
    """Return the result column of one search."""
    if not workspace.notices():
        return str(cards.empty(t))
    if not asked.query:
        return str(cards.start(t))
    began = time.perf_counter()
    answer = workspace.search(
        asked.query, asked.filters, limit=TOP, everything=asked.everything,
        without=asked.without, expand=asked.expand,
    )  # fmt: skip
    milliseconds = 1000 * (time.perf_counter() - began)
    today = date.today()
    shown = cards.Shown(
        asked, milliseconds, lambda task: workspace.status_of(task, today), _names(workspace, asked)
    )
    return str(cards.results(answer, shown, t))


def _names(workspace: "Workspace", asked: Asked) -> dict[str, str]:
    """Return the names of the things that the filters name by IRI."""
    f = asked.filters
    iris = [iri for iri in (f.unit, f.document, f.project, f.place) if iri and iri.startswith(BASE)]
    found = {iri: workspace.find(iri, limit=1) for iri in iris}
    return {iri: nodes[0].label for iri, nodes in found.items() if nodes}


def read(values: tuple[Any, ...]) -> Asked:
    """Read the fields of the tab.

    Raises:
        ValueError: a day is none; its message is what was typed.
    """
    query, unit, project, document, from_, to, due, everything, *rest = values
    extra = rest[0] if rest else Asked()
    filters = replace(
        extra.filters,
        unit=_name(unit),
        from_=_read_day(from_),
        to=_read_day(to),
        document=_name(document),
        project=_name(project),
        due_before=_read_day(due),
    )
    query = " ".join((query or "").split())
    return replace(extra, query=query, filters=filters, everything=bool(everything))


def values_of(asked: Asked) -> tuple[Any, ...]:
    """Return the fields of the tab that ask for the same search; ``read`` undoes it."""
    f = asked.filters
    days = (write_day(day) if day else "" for day in (f.from_, f.to, f.due_before))
    return (asked.query, f.unit or "", f.project or "", f.document or "", *days, asked.everything)


def entries(workspace: "Workspace", t: Texts) -> tuple[Any, Any, Any]:
    """Return the entries of the menus: units, projects, documents."""
    choices = workspace.choices()
    return (
        filter_entries(choices.units, t),
        filter_entries(choices.projects, t),
        filter_entries(choices.documents, t),
    )


def _name(value: str | None) -> str | None:
    return value.strip() or None if value else None


def _read_day(value: str | None) -> date | None:
    if not value or not value.strip():
        return None
    try:
        return read_day(value)
    except ValueError:
        raise ValueError(value.strip()) from None


def _menu(gr: Any, label: str, t: Texts) -> Any:
    return gr.Dropdown(
        [(t("any"), "")], value="", label=label, allow_custom_value=True, min_width=170, scale=2
    )


def _day(gr: Any, label: str, t: Texts) -> Any:
    return gr.Textbox(
        label=label, placeholder=t("day_hint"), max_lines=1, min_width=130, scale=1,
        elem_classes="cd-day", max_length=40,
    )  # fmt: skip


def _examples(t: Texts) -> str:
    buttons = Markup("").join(
        Markup('<button type="button" data-example="{0}">{0}</button>').format(example)
        for example in t.examples
    )
    return str(
        Markup("<p class='cd-examples'><span>{}:</span> {}</p>").format(t("examples"), buttons)
    )


def _toggle(t: Texts) -> str:
    return str(
        Markup(
            '<button type="button" class="cd-toggle" aria-expanded="false" data-toggle-filters>'
            "{}</button>"
        ).format(t("filters"))
    )


_EXAMPLE = """
element.addEventListener('click', (event) => {
  const example = event.target.closest('[data-example]');
  if (example) window.chidao.ask(example.dataset.example);
});
"""
