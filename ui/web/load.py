"""How much each unit has to finish in each month: a picture, and the same as a table."""

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from ui.web.board import unit_title
from ui.web.parts import joined, message, unit_names
from ui.web.texts import Texts

Month = tuple[int, int]
Load = Mapping[str | None, Counter[Month]]

_UNITS = 25
"""Rows drawn, the most loaded units first: what a screen holds; the table has every unit."""
_MONTHS = 24
"""Columns drawn, the latest months; months without any deadline are drawn too."""
_SCALE = ((0.0, "#f4f5f3"), (0.01, "#f7ecec"), (1.0, "#7a1f2b"))


def months_of(load: Load) -> list[Month]:
    """Return every month from the first with a deadline to the last, none left out."""
    there = sorted({month for counts in load.values() for month in counts})
    if not there:
        return []
    (year, month), last = there[0], there[-1]
    months = [(year, month)]
    while months[-1] != last:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        months.append((year, month))
    return months[-_MONTHS:]


def figure(load: Load, t: Texts) -> Any:
    """Draw the load as a plotly heat map, the most loaded unit on top."""
    import plotly.graph_objects as go

    months, rows = months_of(load), _rows(load)[:_UNITS]
    names = [unit_names([unit] if unit else (), t)[0] for unit, _ in rows]
    labels = [_month(month, t) for month in months]
    counts = [[of[month] for month in months] for _, of in rows]
    hover = [
        [t("load_hover", unit=escape(name), month=label, count=n)
         for label, n in zip(labels, line, strict=True)]
        for name, line in zip(names, counts, strict=True)
    ]  # fmt: skip
    fig = go.Figure(
        go.Heatmap(
            x=labels, y=[_short(name) for name in names], z=counts, colorscale=_SCALE,
            showscale=False, xgap=2, ygap=2, text=[[n or "" for n in line] for line in counts],
            texttemplate="%{text}", hovertext=hover, hoverinfo="text",
        )
    )  # fmt: skip
    fig.update_layout(
        height=90 + 30 * len(rows),
        margin={"l": 6, "r": 6, "t": 34, "b": 6},
        plot_bgcolor="#ffffff",
        paper_bgcolor="#ffffff",
        dragmode=False,
        xaxis={"side": "top", "fixedrange": True, "type": "category", "tickangle": 0},
        yaxis={"autorange": "reversed", "fixedrange": True, "automargin": True},
        font={"family": "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", "size": 12,
              "color": "#1b2733"},
    )  # fmt: skip
    return fig


def table(load: Load, t: Texts) -> Markup:
    """Return the same in figures, every unit with its total."""
    months = months_of(load)
    if not months:
        return message(t("load_nothing"))
    head = joined(
        Markup('<th scope="col">{}</th>').format(name)
        for name in (t("unit"), *(_month(month, t) for month in months), t("load_total"))
    )
    rows = joined(
        Markup('<tr><th scope="row">{}</th>{}<td><b class="cd-number">{}</b></td></tr>').format(
            unit_title(unit, t),
            joined(
                Markup('<td><span class="cd-number">{}</span></td>').format(
                    t.number(of[month]) if of[month] else "·"
                )
                for month in months
            ),
            t.number(sum(of.values())),
        )
        for unit, of in _rows(load)
    )
    return Markup(
        '<div class="cd-scroll" tabindex="0" role="region" aria-label="{}">'
        '<table class="cd-table cd-table--load">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(t("load_title"), head, rows)


def title(t: Texts) -> Markup:
    """Return the heading over picture and table."""
    return Markup('<h3 class="cd-group">{}</h3><p class="cd-hidden">{}</p>').format(
        t("load_title"), t("load_alt")
    )


def _rows(load: Load) -> list[tuple[str | None, Counter[Month]]]:
    return sorted(load.items(), key=lambda pair: (-sum(pair[1].values()), pair[0] or ""))


def _month(month: Month, t: Texts) -> str:
    return t("month", year=month[0], month=month[1])


def _short(name: str, most: int = 38) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
