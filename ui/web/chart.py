"""A SPARQL answer as a picture, where its columns call for one: names or days with numbers."""

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.query import QueryResult, Term

_BARS = 40
"""Bars drawn, the first rows of the answer; more cannot be read."""
_FEWEST = 2
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long")


def columns(result: "QueryResult") -> tuple[int, int] | None:
    """Return the columns of names (or days) and of numbers to draw; None where none fit."""
    if result.kind != "select" or len(result.rows) < _FEWEST:
        return None
    numbers = [
        i for i in range(len(result.variables)) if all(_is_number(row[i]) for row in result.rows)
    ]
    names = [
        i
        for i in range(len(result.variables))
        if i not in numbers
        and all(row[i] is not None and row[i].kind == "literal" for row in result.rows)  # type: ignore[union-attr]
        and len({row[i].value for row in result.rows if row[i]}) == len(result.rows)  # type: ignore[union-attr]
    ]
    return (names[0], numbers[-1]) if names and numbers else None


def figure(result: "QueryResult") -> Any:
    """Return a bar for each row, days from left to right and names from top to bottom."""
    import plotly.graph_objects as go

    picked = columns(result)
    if picked is None:
        return None
    name, number = picked
    rows = result.rows[:_BARS]
    labels = [escape(_short(row[name].value)) for row in rows if row[name]]  # type: ignore[union-attr]
    values = [float(row[number].value) for row in rows if row[number]]  # type: ignore[union-attr]
    first = rows[0][name]
    datatype = (first.datatype if first else None) or ""
    upright = datatype.endswith(("date", "gYearMonth", "gYear"))
    across, up = (labels, values) if upright else (values, labels)
    fig = go.Figure(
        go.Bar(x=across, y=up, orientation="v" if upright else "h", marker={"color": "#7a1f2b"})
    )
    fig.update_layout(
        height=360 if upright else 60 + 24 * len(rows),
        margin={"l": 6, "r": 12, "t": 12, "b": 30},
        plot_bgcolor="#ffffff",
        paper_bgcolor="#ffffff",
        dragmode=False,
        xaxis={"fixedrange": True, "title": result.variables[number] if not upright else ""},
        yaxis={
            "fixedrange": True,
            "automargin": True,
            "autorange": None if upright else "reversed",
        },
        font={"family": "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", "size": 12},
    )
    return fig


def _is_number(term: "Term | None") -> bool:
    return term is not None and (term.datatype or "").rpartition("#")[2] in _NUMBERS


def _short(name: str, most: int = 48) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
