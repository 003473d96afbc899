"""The page put together: head, tabs, and the panel that shows a sentence in its notice."""

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from markupsafe import Markup

from kg.ids import task_iris
from ui.access.desk import Forbidden
from ui.access.served import Access
from ui.access.users import Role, User
from ui.web import (
    tab_about,
    tab_add,
    tab_curate,
    tab_follow,
    tab_meetings,
    tab_search,
    tab_sparql,
    tab_work,
)
from ui.web.asked import Asked
from ui.web.events import READING
from ui.web.following import offers
from ui.web.menus import follow_entries
from ui.web.reading import reading
from ui.web.safely import html_or_failure
from ui.web.texts import Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_TABS = ("search", "follow", "work", "meetings", "curate", "sparql", "add", "about")
_FOR_EDITORS = ("curate", "add")
_WAITING = 64
"""Calls that may wait; beyond that a person is told the page is busy, instead of waiting long."""


def build_page(workspace: "Workspace", access: Access, t: Texts) -> Any:
    """Return the page of one language as Gradio blocks.

    Args:
        workspace: what the page shows.
        access: who may change it.
        t: the words of the language.
    """
    import gradio as gr

    with gr.Blocks(title=t("title"), analytics_enabled=False, fill_width=True) as page:
        head = gr.HTML(str(masthead(workspace, t)), elem_id="cd-head")
        address = gr.Textbox(visible=False)
        with gr.Tabs(elem_id="cd-tabs") as tabs:
            search = tab_search.build(workspace, t)
            follow = tab_follow.build(workspace, t)
            work = tab_work.build(workspace, t)
            meetings = tab_meetings.build(workspace, t)
            curate = tab_curate.build(workspace, access, t)
            sparql = tab_sparql.build(workspace, t)
            add = tab_add.build(workspace, access, t)
            about = tab_about.build(t)
        panel = gr.HTML("", elem_id="cd-panel", js_on_load=READING)

        def open_task(event: gr.EventData) -> str:
            return html_or_failure(lambda: sentence(workspace, event.task, t), t)

        def open_whole(event: gr.EventData) -> str:
            return html_or_failure(lambda: whole_notice(workspace, event.notice, t), t)

        def follow_name(event: gr.EventData) -> tuple[Any, ...]:
            shown = follow.show(event.what)
            return (event.what, gr.Tabs(selected="follow"), *shown)

        def opened(query_string: str, request: gr.Request) -> tuple[Any, ...]:
            return at_address(workspace, query_string, t, may_change(access, request.username))

        def refreshed(request: gr.Request) -> tuple[Any, ...]:
            changes = may_change(access, request.username)
            return (
                *(gr.Tab(visible=changes) for _ in for_editors),
                str(masthead(workspace, t, access.users.get(request.username or ""))),
                *_menus(workspace, t),
                str(offers(workspace.choices(), t)),
                tab_about.view(workspace, t),
            )

        menus = [*search.inputs[1:4], follow.what, work.unit, meetings.notice]
        for_editors = (curate.tab, add.tab)
        whole = [*for_editors, head, *menus, search.offers, about]
        listings = (search.results, *follow.lists, *work.lists, meetings.listing, *curate.lists)
        for listing in listings:
            listing.open_task(open_task, None, panel, show_progress="hidden", queue=False)
        meetings.listing.open_whole(open_whole, None, panel, show_progress="hidden", queue=False)
        for listing in (*listings, search.offers, sparql.result):
            listing.follow_name(
                follow_name, None, [follow.what, tabs, *follow.shown],
                show_progress="hidden", queue=False,
            )  # fmt: skip
        for decided in curate.decided:
            decided.then(refreshed, None, whole, show_progress="hidden")
        add.changed.then(refreshed, None, whole, show_progress="hidden")
        page.load(refreshed, None, whole, show_progress="hidden", queue=False).then(
            opened, address,
            [tabs, *search.inputs, search.extra, search.results, follow.what, *follow.shown,
             *work.asked, *work.shown, meetings.notice, meetings.listing,
             sparql.query, sparql.result, sparql.chart],
            js="() => [window.location.search]", show_progress="hidden", queue=False,
        )  # fmt: skip
    page.queue(max_size=_WAITING, default_concurrency_limit=4, api_open=False)
    return page


def masthead(workspace: "Workspace", t: Texts, user: User | None = None) -> Markup:
    """Return the head of the page: its name, what the workspace holds, the other language.

    Args:
        workspace: what the page shows.
        t: the words of the page.
        user: who is signed in, and may sign out; None where nobody needs to.
    """
    notices = workspace.notices()
    other = "en" if t.lang == "vi" else "vi"
    return Markup(
        '<header class="cd-masthead"><a class="cd-skip" href="#cd-tabs">{skip}</a>'
        '<h1>chidao</h1><p>{tagline}</p><p class="cd-counts">{counts}</p>{user}'
        '<a class="cd-language" href="?lang={other}" hreflang="{other}" lang="{other}" '
        'title="{title}" data-language="{other}">{name}</a></header>'
    ).format(
        skip=t("skip"),
        tagline=t("tagline"),
        counts=t(
            "counts",
            notices=t.number(len(notices)),
            tasks=t.number(sum(notice.tasks for notice in notices)),
        ),
        user=_signed_in(user, t) if user else "",
        other=other,
        title=t("other_language_title"),
        name=t("other_language"),
    )


def _signed_in(user: User, t: Texts) -> Markup:
    return Markup(
        '<form class="cd-user" method="post" action="/signout"><span>{name} ({role})</span> '
        '<button type="submit">{out}</button></form>'
    ).format(name=user.name, role=t(f"role_{user.role.name.lower()}"), out=t("signout"))


def sentence(workspace: "Workspace", task_iri: str, t: Texts) -> str:
    """Return the notice of a task, its sentence highlighted."""
    notice = workspace.notice(workspace.task(task_iri).notice)
    tasks = dict(zip(task_iris(notice), notice.tasks, strict=True))
    return str(reading(notice, tasks.get(task_iri), t))


def whole_notice(workspace: "Workspace", iri: str, t: Texts) -> str:
    """Return a notice with all its facts marked, and what could not be read of it."""
    return str(reading(workspace.notice(iri), None, t, whole=True))


def may_change(access: Access, name: str | None) -> bool:
    """Tell whether somebody may add notices and decide."""
    try:
        return access.user(name).may(Role.EDITOR)
    except Forbidden:
        return False


def at_address(
    workspace: "Workspace", query_string: str, t: Texts, may: bool = True
) -> tuple[Any, ...]:
    """Return the page as its address asks for it: the tab, the search, the name followed.

    What the address does not ask for is left alone: someone may already be typing there. Tabs
    that change the workspace are opened for those who may.
    """
    import gradio as gr

    params = dict(parse_qsl(query_string.lstrip("?")))
    asked = Asked.from_params(parse_qsl(query_string.lstrip("?")))
    what = params.get("what") or None
    tab = params.get("tab") or ("follow" if what else "search")
    tab = tab if may or tab not in _FOR_EDITORS else "search"
    searched = asked != Asked()
    values = tab_search.values_of(asked)
    results = gr.skip()
    if searched or not workspace.notices():
        results = html_or_failure(lambda: tab_search.results_of(workspace, asked, t), t)
    return (
        gr.Tabs(selected=tab) if tab in _TABS and tab != "search" else gr.skip(),
        *((*values, asked) if searched else [gr.skip()] * (len(values) + 1)),
        results,
        what or gr.skip(),
        *tab_follow.view(workspace, what, t),
        *_work_at(workspace, params if tab == "work" else {}, t),
        *_meeting_at(workspace, params if tab == "meetings" else {}, t),
        *_query_at(workspace, params if tab == "sparql" else {}, t),
    )


def _work_at(workspace: "Workspace", params: dict[str, str], t: Texts) -> tuple[Any, ...]:
    """Return fields and board of the work tab, left alone where another tab is asked for."""
    import gradio as gr

    if not params:
        return (gr.skip(),) * 7
    values = tab_work.from_params(params)
    return (*values, *tab_work.view(workspace, values, t))


def _meeting_at(workspace: "Workspace", params: dict[str, str], t: Texts) -> tuple[Any, ...]:
    """Return the notice asked for and what it changed, left alone on another tab."""
    import gradio as gr

    iri = params.get("notice")
    return (iri, tab_meetings.view(workspace, iri, t)) if iri else (gr.skip(), gr.skip())


def _query_at(workspace: "Workspace", params: dict[str, str], t: Texts) -> tuple[Any, ...]:
    """Return the query asked for and its answer, left alone on another tab."""
    import gradio as gr

    query = params.get("query")
    return (query, *tab_sparql.shown(workspace, query, t)) if query else (gr.skip(),) * 3


def _menus(workspace: "Workspace", t: Texts) -> tuple[Any, ...]:
    import gradio as gr

    workspace.reload_if_changed()
    units, projects, documents = tab_search.entries(workspace, t)
    notices = tab_meetings.entries(workspace, t)
    return (
        gr.Dropdown(choices=units),
        gr.Dropdown(choices=projects),
        gr.Dropdown(choices=documents),
        gr.Dropdown(choices=follow_entries(workspace.choices(), t)),
        gr.Dropdown(choices=units),
        gr.Dropdown(choices=notices, value=notices[0][1] if notices else None),
    )
