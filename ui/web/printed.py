"""The page that a director takes into the meeting: one sheet of A4, made to be printed."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from kg.errors import ChidaoError
from kg.fold import fold
from ui.answers import DueAnswer, NoticeAnswer
from ui.web.cards import failure
from ui.web.parts import joined, unit_names
from ui.web.safely import reason
from ui.web.standing import (
    KINDS,
    SOON,
    Move,
    by_unit,
    is_kind,
    most_pressing,
    new_slips,
    tally,
    units_of,
)
from ui.web.texts import Lang, Texts

if TYPE_CHECKING:
    from ui.workspace import Workspace

_LINES = 17
"""Works that one A4 should hold beside the heads, each on two lines. Set by hand; a test counts the
pages of the samples."""
_LEAST = 5
"""Works that slips and works due soon may show even when much is overdue."""

_PAGE = Markup(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="/chidao/print.css"><script src="/chidao/print.js" defer></script>'
    '</head><body><nav><a href="{home}?{link}">{back}</a>'
    '<button type="button" data-print>{button}</button></nav><main>{body}</main></body></html>'
)


def print_router(workspace: "Workspace") -> APIRouter:
    """Return the route of ``/print`` over a workspace."""
    router = APIRouter()

    @router.get("/print", include_in_schema=False, response_class=HTMLResponse)
    def print_page(
        as_of: date | None = None,
        unit: Annotated[str | None, Query(max_length=500)] = None,
        lang: Lang = "vi",
    ) -> HTMLResponse:
        t, day = Texts(lang), as_of or date.today()
        try:
            workspace.reload_if_changed()
            works, notices = workspace.due(day, unit or None), workspace.notices()
            body, status = sheet(works, notices, day, unit, t), 200
        except ChidaoError as error:
            body, status = failure(reason(error, t), t), 404
        home = "/" if lang == "vi" else "/en/"
        page = _PAGE.format(
            lang=lang, title=t("print_title", day=t.day(day)), home=home, body=body,
            link=f"tab=work&as_of={day}", back=t("print_back"), button=t("print_button"),
        )  # fmt: skip
        return HTMLResponse(page, status)

    return router


def sheet(
    works: Sequence[DueAnswer],
    notices: Sequence[NoticeAnswer],
    as_of: date,
    unit: str | None,
    t: Texts,
) -> Markup:
    """Return the sheet: figures, what is overdue by unit, what slipped newly, what is due soon."""
    known = [n for n in notices if (n.issued or n.meeting_date or date.min) <= as_of]
    latest: dict[str, str] = {}
    for notice in known:  # the newest meeting first
        latest.setdefault(fold(notice.issuer or ""), notice.notice)
    counts = tally(works, as_of)
    overdue = [w for w in works if w.status == "overdue"]
    slips = new_slips(works, latest.values())
    soon = most_pressing(w for w in works if is_kind(w, "soon", as_of))
    few = [min(len(rows), _LEAST) for rows in (slips, soon)]
    most_overdue = _LINES - sum(few)
    left = _LINES - min(len(overdue), most_overdue)
    most_slips = max(few[0], min(len(slips), left - few[1]))
    figures = joined(
        Markup('<li class="is-{}"><b>{}</b>{}</li>').format(
            kind, t.number(counts[kind]), t(f"kind_of_work_{kind}")
        )
        for kind in KINDS
    )
    issuer = next((n.issuer for n in known if n.issuer), "")
    newest = next((n.number or n.source for n in known), t("unknown"))
    scope = Markup("<p>{}</p>").format(t("print_scope", unit=unit)) if unit else ""
    return Markup(
        "<header><p>{}</p><h1>{}</h1>{}</header><ul>{}</ul>{}{}{}<footer>{}</footer>"
    ).format(
        issuer, t("print_title", day=t.day(as_of)), scope, figures,
        _overdue(overdue, as_of, most_overdue, t), _slips(slips, most_slips, t),
        _soon(soon, max(few[1], left - most_slips), t),
        t("print_foot", notices=t.number(len(known)), latest=newest),
    )  # fmt: skip


def _overdue(works: list[DueAnswer], as_of: date, most: int, t: Texts) -> Markup:
    groups = sorted(by_unit(works).items(), key=lambda pair: (-len(pair[1]), pair[0] or ""))
    rows, told = [], 0
    shown: set[str] = set()
    for unit, group in groups:
        fresh = [w for w in most_pressing(group) if w.thread not in shown][: most - len(shown)]
        shown |= {w.thread for w in fresh}
        for i, work in enumerate(fresh):
            assert work.due is not None
            name = unit_names([unit] if unit else (), t)[0]
            head = Markup('<th scope="rowgroup" rowspan="{}">{}</th>').format(len(fresh), name)
            rows.append(
                Markup("<tr>{}<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
                    head if i == 0 else "",
                    _words(work),
                    t.day(work.due),
                    t.number((as_of - work.due).days),
                    work.slips or "",
                )
            )
        told += len(fresh)
    columns = ("unit", "col_task", "col_due", "print_late", "print_slipped")
    return _table(t("print_overdue"), len(works), columns, rows, len(works) - told, t)


def _slips(slips: Sequence[tuple[DueAnswer, Move]], most: int, t: Texts) -> Markup:
    rows = [
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            " · ".join(unit_names(units_of(work), t)), _words(work),
            t.day(move.was) if move.was else "", t.day(move.task.due) if move.task.due else "",
        )
        for work, move in slips[:most]
    ]  # fmt: skip
    columns = ("unit", "col_task", "print_was", "print_now")
    return _table(t("print_slips"), len(slips), columns, rows, len(slips) - len(rows), t)


def _soon(works: Sequence[DueAnswer], most: int, t: Texts) -> Markup:
    rows = [
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            " · ".join(unit_names(units_of(work), t)), _words(work), t.day(work.due or date.max)
        )
        for work in works[:most]
    ]
    title = t("print_soon", days=SOON)
    columns = ("unit", "col_task", "col_due")
    return _table(title, len(works), columns, rows, len(works) - len(rows), t)


def _words(work: DueAnswer) -> Markup:
    newest = max(work.tasks, key=lambda task: (task.meeting_date or date.min, task.start))
    return Markup("<span>{}</span>").format(newest.text)


def _table(
    title: str, count: int, columns: Sequence[str], rows: list[Markup], more: int, t: Texts
) -> Markup:
    head = Markup("<h2>{} <span>{}</span></h2>").format(title, t.number(count))
    if not rows:
        return head + Markup("<p>{}</p>").format(t("print_none"))
    names = joined(Markup('<th scope="col">{}</th>').format(t(column)) for column in columns)
    table = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        names, joined(rows)
    )
    rest = Markup("<p>{}</p>").format(t("print_more", count=t.number(more))) if more else ""
    return head + table + rest
