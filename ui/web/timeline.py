"""The works of a node over time: a row a work, its meetings as dots, its deadlines as flags."""

import textwrap
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from ui.answers import ThreadAnswer
from ui.web.texts import Texts

_ROWS = 24
"""Works drawn, those met most often first: what a screen holds. The list below has every one."""
_ROW = 28
"""Pixels of a row."""


def drawn(threads: Sequence[ThreadAnswer]) -> list[ThreadAnswer]:
    """Return the works that the picture has room for, by their first meeting."""
    dated = [thread for thread in threads if any(task.meeting_date for task in thread.tasks)]
    most = sorted(dated, key=lambda one: (-len(one.tasks), one.title))[:_ROWS]
    return sorted(most, key=lambda one: (min(_days(one)), one.title))


def figure(threads: Sequence[ThreadAnswer], t: Texts) -> Any:
    """Draw works as rows over time; a click on a meeting opens its sentence."""
    import plotly.graph_objects as go

    fig = go.Figure()
    lines: list[tuple[date | None, int | None]] = []
    met: list[tuple[date, int, str, str]] = []
    due: list[tuple[date, int]] = []
    for row, thread in enumerate(threads):
        days = [*_days(thread), *(task.due for task in thread.tasks if task.due)]
        lines += [(min(days), row), (max(days), row), (None, None)]
        for task in thread.tasks:
            if task.meeting_date:
                said = "<br>".join(map(escape, textwrap.wrap(task.text, 70)[:5]))
                met.append((task.meeting_date, row, task.task, said))
            if task.due:
                due.append((task.due, row))
    fig.add_trace(go.Scatter(
        x=[day for day, _ in lines], y=[row for _, row in lines], mode="lines",
        line={"color": "#b9c3cc", "width": 2}, hoverinfo="skip",
    ))  # fmt: skip
    fig.add_trace(go.Scatter(
        x=[day for day, _ in due], y=[row for _, row in due], mode="markers",
        marker={"symbol": "triangle-down", "size": 11, "color": "#b3261e"}, name=t("col_due"),
        hovertemplate="%{x|%d/%m/%Y}<extra>" + escape(t("col_due")) + "</extra>",
    ))  # fmt: skip
    fig.add_trace(go.Scatter(
        x=[one[0] for one in met], y=[one[1] for one in met], mode="markers",
        customdata=[[one[2], "task"] for one in met], hovertext=[one[3] for one in met],
        marker={"size": 12, "color": "#1f5f8b"}, name=t("col_meeting"),
        hovertemplate="%{x|%d/%m/%Y}<br>%{hovertext}<extra></extra>",
    ))  # fmt: skip
    titles = [_short(thread.title) for thread in threads]
    fig.update_layout(
        height=70 + _ROW * len(threads),
        margin={"l": 6, "r": 6, "t": 30, "b": 6},
        showlegend=False,
        plot_bgcolor="#ffffff",
        paper_bgcolor="#ffffff",
        dragmode=False,
        xaxis={"side": "top", "fixedrange": True, "gridcolor": "#e6e9ec", "tickformat": "%m/%Y",
               "type": "date", "dtick": _tick(lines)},
        yaxis={"autorange": "reversed", "fixedrange": True, "automargin": True,
               "tickvals": list(range(len(titles))), "ticktext": titles, "showgrid": False},
        font={"family": "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", "size": 12,
              "color": "#1b2733"},
    )  # fmt: skip
    return fig


def _tick(lines: Sequence[tuple[date | None, int | None]]) -> str:
    """Return the distance of the time axis's ticks: months, quarters or years."""
    days = [day for day, _ in lines if day]
    span = (max(days) - min(days)).days if days else 0
    return "M1" if span < 450 else "M3" if span < 1500 else "M12"


def _days(thread: ThreadAnswer) -> list[date]:
    return [task.meeting_date for task in thread.tasks if task.meeting_date]


def _short(title: str, most: int = 46) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
