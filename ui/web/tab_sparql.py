"""The SPARQL tab: example queries, an editor, the answer."""

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kg.errors import QueryError
from ui.web.cards import failure
from ui.web.events import AT_ONCE, LISTEN
from ui.web.parts import message
from ui.web.safely import reason
from ui.web.tables import query_failure, query_result
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_FIRST = "tasks-by-unit"
"""The query that the editor opens with: its answer is understood at a glance."""
_TITLES = re.compile(r"^# title@\w+:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SparqlTab:
    """The parts of the tab that others wire."""

    query: Any
    result: Any


def build(workspace: "Workspace", t: Texts) -> SparqlTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    from kg.query import PREFIXES, named_queries

    named = named_queries()
    titles = [(q.title_vi if t.lang == "vi" else q.title_en, q.name) for q in named]
    sparql_of = {q.name: _TITLES.sub("", q.filled()) for q in named}
    first = _FIRST if _FIRST in sparql_of else None
    with gr.Tab(t("tab_sparql"), id="sparql"):
        example = gr.Dropdown(titles, value=first, label=t("queries"), elem_id="cd-queries")
        query = gr.Textbox(
            value=sparql_of.get(_FIRST, ""), label=t("query_label"), info=t("query_info"),
            lines=11, max_lines=30, elem_id="cd-sparql",
        )  # fmt: skip
        with gr.Row(elem_classes="cd-bar"):
            button = gr.Button(t("run"), variant="primary", scale=0, min_width=120)
            gr.HTML(_prefixes(PREFIXES, t))
        result = gr.HTML(str(message(t("sparql_start"))), elem_id="cd-rows", js_on_load=LISTEN)

    def run(text: str) -> str:
        return answer(workspace, text, t)

    gr.on(
        [button.click, query.submit], run, query, result,
        show_progress="minimal", concurrency_limit=AT_ONCE,
    )  # fmt: skip
    example.input(
        lambda name: sparql_of.get(name, ""), example, query, show_progress="hidden", queue=False
    ).then(run, query, result, show_progress="minimal", concurrency_limit=AT_ONCE)
    return SparqlTab(query, result)


def answer(workspace: "Workspace", query: str, t: Texts) -> str:
    """Return the answer of a query as HTML, or why it could not be run."""
    if not query.strip():
        return str(message(t("sparql_start")))
    workspace.reload_if_changed()
    began = time.perf_counter()
    try:
        result = workspace.sparql(query)
        return str(query_result(result, query, 1000 * (time.perf_counter() - began), t))
    except QueryError as error:
        return str(query_failure(str(error), t))
    except Exception as error:  # shown in place, as everywhere on the page
        return str(failure(reason(error, t), t))


def _prefixes(prefixes: dict[str, str], t: Texts) -> str:
    lines = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items())
    return str(
        Markup('<details class="cd-prefixes"><summary>{}</summary><pre>{}</pre></details>').format(
            t("prefixes"), lines
        )
    )
