"""The SPARQL tab: example queries, an editor, the answer."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kg.errors import QueryError
from ui.web import chart
from ui.web.asked import read_day
from ui.web.cards import failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.parts import message
from ui.web.safely import reason
from ui.web.tables import query_failure, query_result
from ui.web.texts import Texts

if TYPE_CHECKING:
    from kg.named import NamedQuery
    from kg.query import QueryResult
    from ui.workspace import Workspace

_FIRST = "tasks-by-unit"
"""The query that the editor opens with: its answer is understood at a glance."""
_TITLES = re.compile(r"^# title@\w+:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SparqlTab:
    """The parts of the tab that others wire."""

    query: Any
    result: Any
    chart: Any


def build(workspace: "Workspace", t: Texts) -> SparqlTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    from kg.query import PREFIXES, named_queries

    named = named_queries()
    titles = [(q.title_vi if t.lang == "vi" else q.title_en, q.name) for q in named]
    by_name = {q.name: q for q in named}
    sparql_of = {q.name: _TITLES.sub("", q.filled()) for q in named}
    first = _FIRST if _FIRST in sparql_of else None
    with gr.Tab(t("tab_sparql"), id="sparql"):
        example = gr.Dropdown(titles, value=first, label=t("queries"), elem_id="cd-queries")
        with gr.Row(elem_classes="cd-bar cd-bar--params"):
            fields = [
                gr.Textbox(visible=False, max_lines=1, max_length=500, min_width=180)
                for _ in range(max(len(q.parameters) for q in named))
            ]
        query = gr.Textbox(
            value=sparql_of.get(_FIRST, ""), label=t("query_label"), info=t("query_info"),
            lines=11, max_lines=30, elem_id="cd-sparql",
        )  # fmt: skip
        with gr.Row(elem_classes="cd-bar"):
            button = gr.Button(t("run"), variant="primary", scale=0, min_width=120)
            gr.HTML(_prefixes(PREFIXES, t))
        with gr.Column(elem_id="cd-chart", elem_classes="cd-plot"):
            picture = gr.Plot(visible=False, show_label=False, container=False)
        result = gr.HTML(str(message(t("sparql_start"))), elem_id="cd-rows", js_on_load=LISTEN)

    def run(text: str) -> tuple[str, Any]:
        return shown(workspace, text, t)

    def picked(name: str) -> tuple[Any, ...]:
        boxes = [gr.Textbox(visible=False, value="") for _ in fields]
        for i, one in enumerate(by_name[name].parameters):
            label = one.says_vi if t.lang == "vi" else one.says_en
            boxes[i] = gr.Textbox(visible=True, label=label, value=one.default)
        return (sparql_of[name], *boxes)

    def filled(name: str, *values: str) -> str:
        return fill(by_name[name], values, t)

    quiet: dict[str, Any] = {"show_progress": "minimal", "concurrency_limit": AT_ONCE}
    gr.on([button.click, query.submit], run, query, [result, picture], **quiet)
    example.input(picked, example, [query, *fields], show_progress="hidden", queue=False).then(
        run, query, [result, picture], **quiet
    )
    gr.on(
        [field.submit for field in fields], filled, [example, *fields], query,
        show_progress="hidden", queue=False,
    ).then(run, query, [result, picture], **quiet)  # fmt: skip
    return SparqlTab(query, result, picture)


def fill(named: "NamedQuery", values: Sequence[str], t: Texts) -> str:
    """Return a named query with its parameters' values; days may be written as offices do."""
    given = {}
    for parameter, value in zip(named.parameters, values, strict=False):
        if value and value.strip():
            given[parameter.name] = _iso(value.strip())
    try:
        return _TITLES.sub("", named.filled(given))
    except QueryError as error:
        return "".join(f"# {line}\n" for line in reason(error, t).splitlines()) + named.sparql


def _iso(value: str) -> str:
    try:
        return read_day(value).isoformat()
    except ValueError:
        return value


def shown(workspace: "Workspace", query: str, t: Texts) -> tuple[str, Any]:
    """Return the answer of a query as HTML, and as a picture where its columns call for one."""
    import gradio as gr

    drawn: list[Any] = []
    html = answer(workspace, query, t, drawn.append)
    fig = chart.figure(drawn[0]) if drawn else None
    return html, gr.Plot(fig, visible=True) if fig else gr.Plot(visible=False)


def answer(
    workspace: "Workspace",
    query: str,
    t: Texts,
    found: "Callable[[QueryResult], object]" = lambda _: None,
) -> str:
    """Return the answer of a query as HTML, or why it could not be run.

    Args:
        workspace: what is asked.
        query: SPARQL.
        t: the page's words.
        found: takes the answer itself.
    """
    if not query.strip():
        return str(message(t("sparql_start")))
    workspace.reload_if_changed()
    began = time.perf_counter()
    try:
        result = workspace.sparql(query)
        found(result)
        return str(query_result(result, query, 1000 * (time.perf_counter() - began), t))
    except QueryError as error:
        return str(query_failure(str(error), t, query))
    except Exception as error:  # shown in place, as everywhere on the page
        return str(failure(reason(error, t), t))


def _prefixes(prefixes: dict[str, str], t: Texts) -> str:
    lines = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items())
    return str(
        Markup('<details class="cd-prefixes"><summary>{}</summary><pre>{}</pre></details>').format(
            t("prefixes"), lines
        )
    )
