"""The about tab: what this is, what the workspace holds, where programs ask."""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.answers import NoticeAnswer
from ui.web.parts import joined
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace


def build(t: Texts) -> Any:
    """Lay out the tab; ``view`` fills it when the page opens."""
    import gradio as gr

    with gr.Tab(t("tab_about"), id="about"):
        return gr.HTML("", elem_id="cd-about")


def view(workspace: "Workspace", t: Texts) -> str:
    """Return the whole tab."""
    choices, notices = workspace.choices(), workspace.notices()
    figures = (
        ("about_notices", len(notices)),
        ("about_tasks", sum(notice.tasks for notice in notices)),
        ("about_units", len(choices.units)),
        ("about_documents", len(choices.documents)),
        ("about_projects", len(choices.projects)),
    )
    return str(
        Markup(
            '<div class="cd-about"><p class="cd-lead">{body}</p>'
            '<ul class="cd-figures">{figures}</ul><h3>{listing}</h3>{notices}'
            "<h3>{programs}</h3><ul><li><a href='/sparql'><code>/sparql</code></a> {sparql}</li>"
            "<li><a href='/api'><code>/api</code></a> {api}</li></ul>"
            '<p class="cd-note">{version} {number}</p></div>'
        ).format(
            body=t("about_body"),
            figures=joined(
                Markup("<li><b>{}</b> {}</li>").format(t.number(n), t(key)) for key, n in figures
            ),
            listing=t("about_list"),
            notices=_notices(notices, t),
            programs=t("about_programs"),
            sparql=t("about_sparql"),
            api=t("about_api"),
            version=t("about_version"),
            number=version("chidao"),
        )
    )


def _notices(notices: tuple[NoticeAnswer, ...], t: Texts) -> Markup:
    columns = ("col_meeting", "number", "issuer", "preview_tasks", "source")
    head = joined(Markup('<th scope="col">{}</th>').format(t(column)) for column in columns)
    rows = joined(
        Markup("<tr>{}</tr>").format(
            joined(
                Markup('<td data-label="{}">{}</td>').format(t(column), value)
                for column, value in zip(columns, _cells(notice, t), strict=True)
            )
        )
        for notice in notices
    )
    return Markup(
        '<div class="cd-scroll"><table class="cd-table"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(head, rows)


def _cells(notice: NoticeAnswer, t: Texts) -> tuple[str, ...]:
    day = notice.meeting_date or notice.issued
    return (
        t.day(day) if day else t("unknown"),
        notice.number or t("unknown"),
        notice.issuer or t("unknown"),
        t.number(notice.tasks),
        notice.source,
    )
