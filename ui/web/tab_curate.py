"""The curate tab: what the machine asks, what a person decides, and what was decided."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.access.served import Access
from ui.web.cards import empty, failure
from ui.web.doubts import doubts_of, history, questions
from ui.web.events import AT_ONCE, LISTEN
from ui.web.parts import message
from ui.web.safely import html_or_failure, reason
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_VERDICTS = ("merge", "split", "rename", "confirm", "reject")


@dataclass(frozen=True, slots=True)
class CurateTab:
    """The parts of the tab that others wire."""

    tab: Any
    lists: list[Any]
    """What lists tasks and names to click."""
    decided: list[Any]
    """Events after something was decided."""


def build(workspace: "Workspace", access: Access, t: Texts) -> CurateTab:
    """Lay out the tab and wire what happens inside it."""
    import gradio as gr

    with gr.Tab(t("tab_curate"), id="curate", visible=not access.users) as tab:
        gr.HTML(str(Markup('<p class="cd-lead">{}</p>').format(t("curate_intro"))))
        said = gr.HTML("", elem_id="cd-said")
        asked = gr.HTML("", elem_id="cd-questions", js_on_load=LISTEN)
        with gr.Accordion(t("curate_hand"), open=False, elem_id="cd-hand"):
            verdict = gr.Radio(
                [(t(f"verdict_{name}"), name) for name in _VERDICTS], value="merge",
                label=t("curate_verdict"), elem_classes="cd-segments",
            )  # fmt: skip
            with gr.Row(elem_classes="cd-bar"):
                first = gr.Textbox(label=t("curate_first"), max_lines=1, max_length=2_000)
                second = gr.Textbox(label=t("curate_second"), lines=1, max_length=10_000)
                name = gr.Textbox(label=t("curate_name"), max_lines=1, max_length=500)
                do = gr.Button(t("curate_do"), variant="primary", scale=0, min_width=120)
        past = gr.HTML("", elem_id="cd-history", js_on_load=LISTEN)

    def shown() -> tuple[str, str]:
        return view(workspace, t)

    def answered(event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        what = event.what.split(" ")
        return done(lambda: _decide(access, request.username, event.verdict, what, None, t))

    def by_hand(
        kind: str, one: str, other: str, text: str, request: gr.Request
    ) -> tuple[str, str, str]:
        what = [line.strip() for line in (one, *(other or "").splitlines()) if line.strip()]
        words = (text or "").strip() or None
        return done(lambda: _decide(access, request.username, kind, what, words, t))

    def undone(event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        def work() -> str:
            access.desk.undo(access.user(request.username), event.decision)
            return t("curate_undone")

        return done(work)

    def done(work: Callable[[], str]) -> tuple[str, str, str]:
        return acted(work, workspace, t)

    outputs = [said, asked, past]
    quiet: dict[str, Any] = {"show_progress": "minimal", "concurrency_limit": 1}
    tab.select(shown, None, [asked, past], show_progress="hidden", concurrency_limit=AT_ONCE)
    events = [
        asked.answer(answered, None, outputs, **quiet),
        past.undo(undone, None, outputs, **quiet),
        do.click(by_hand, [verdict, first, second, name], outputs, **quiet),
    ]
    return CurateTab(tab, [asked, past], events)


def acted(work: Callable[[], str], workspace: "Workspace", t: Texts) -> tuple[str, str, str]:
    """Do what a person decided; return what was done or why not, and what is shown then."""
    try:
        said = str(message(work()))
    except Exception as error:  # shown in place, as everywhere on the page
        said = str(failure(reason(error, t), t))
    return said, *view(workspace, t)


def view(workspace: "Workspace", t: Texts) -> tuple[str, str]:
    """Return the questions and what was decided."""
    workspace.reload_if_changed()
    if not workspace.notices():
        return str(empty(t)), ""
    asked = html_or_failure(lambda: str(_questions(workspace, t)), t)
    return asked, html_or_failure(lambda: str(_history(workspace, t)), t)


def _decide(
    access: Access, who: str | None, verdict: str, what: list[str], text: str | None, t: Texts
) -> str:
    access.desk.decide(access.user(who), verdict, what, text)
    return t("curate_done", what=t(f"verdict_{verdict}"))


def _questions(workspace: "Workspace", t: Texts) -> Markup:
    from kg.decisions import standing

    held = standing(workspace.decisions())
    return questions(workspace.questions(), doubts_of(workspace.threads(), held), t)


def _history(workspace: "Workspace", t: Texts) -> Markup:
    from kg.decisions import standing

    decisions = workspace.decisions()
    held = frozenset(decision.iri for decision in standing(decisions))
    iris = {s.iri for d in decisions for s in d.subjects if s.text is None}
    found = {iri: workspace.find(iri, limit=1) for iri in sorted(iris)}
    labels = {iri: nodes[0].label for iri, nodes in found.items() if nodes}
    title = Markup('<h3 class="cd-group">{}</h3>').format(t("curate_history"))
    return title + history(decisions, held, labels, t)
