"""A picture of a node's neighbourhood: the node, its tasks, and what those touch, in columns.

Columns of labelled boxes are read like a table; a force-directed layout of the same graph is a
hairball as soon as a unit has a dozen tasks. The boxes are few and the list under the picture
holds everything.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol

from ui.web.following import kind_name
from ui.web.texts import Texts

_TASKS = 9
"""Tasks drawn: with two lines each what fits one laptop screen."""
_AROUND = 12
"""Units, documents and projects drawn on the right, the most connected first."""
_ROW = 52
"""Pixels a box takes with its gap."""
_COLUMNS = ((0.0, 0.17), (0.25, 0.6), (0.68, 1.0))
"""Left and right edges: the node, its tasks, what they touch."""
_LINES = ((23, 4), (50, 2), (45, 2))
"""Characters of a line and lines of a box, by column, at the narrowest width the page gives."""
_HALF = (0.68, 0.42, 0.42)
"""Half the height of a box, in rows, by column."""
_MARKS = (0.08, 0.22, 0.36, 0.5, 0.64, 0.78, 0.92)
"""Where across a box it can be clicked."""
_STEPS = 16
"""Points of a curve."""
_AROUND_KINDS = ("unit", "document", "project", "person", "place")
COLOURS = {
    "task": "#3d4a57",
    "unit": "#1f5f8b",
    "document": "#8a4b08",
    "project": "#2f6b3a",
    "person": "#6a3d7c",
    "place": "#59632b",
    "notice": "#7a2230",
}
"""A colour for each kind, dark enough on white for small text (contrast above 5 to 1)."""


class Graph(Protocol):
    """The part of ``networkx.MultiDiGraph`` that the picture reads."""

    @property
    def nodes(self) -> Any: ...

    @property
    def edges(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Box:
    """One node with its place: column 0 to 2, row centred in its column."""

    iri: str
    kind: str
    label: str
    column: int
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes and the lines between them; ``tasks`` counts all, drawn or not."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[str, str], ...]
    tasks: int
    drawn: int


def layout(graph: Graph, centre: str) -> Layout:
    """Place a node, its tasks and what they touch; rows of the right column follow the tasks."""
    kinds = {
        iri: (data.get("kind", ""), data.get("label", iri)) for iri, data in graph.nodes(data=True)
    }
    if centre not in kinds:
        return Layout((), (), 0, 0)
    near: dict[str, set[str]] = defaultdict(set)
    for one, other, _ in graph.edges(data=True):
        near[one].add(other)
        near[other].add(one)
    tasks = sorted(
        (iri for iri in near[centre] if kinds[iri][0] == "task"),
        key=lambda iri: (-len(near[iri]), kinds[iri][1], iri),
    )
    drawn = tasks[:_TASKS]
    row = {iri: i for i, iri in enumerate(drawn)}
    touched = {iri for task in drawn for iri in near[task]} if drawn else near[centre]
    around = [i for i in touched if i != centre and kinds[i][0] in _AROUND_KINDS]
    around.sort(key=lambda iri: (-len(near[iri] & row.keys()), kinds[iri][1], iri))
    around = sorted(around[:_AROUND], key=lambda iri: (_barycentre(near[iri], row), kinds[iri][1]))
    boxes = [Box(centre, *kinds[centre], column=0, y=0.0)]
    for column, members in ((1, drawn), (2, around)):
        boxes += [Box(i, *kinds[i], column=column, y=y) for i, y in _rows(members)]
    placed = {box.iri for box in boxes}
    lines = {(centre, iri) for iri in placed & near[centre] if not drawn or iri in row}
    lines |= {(task, iri) for task in drawn for iri in near[task] & placed - {centre, *drawn}}
    return Layout(tuple(boxes), tuple(sorted(lines)), len(tasks), len(drawn))


def figure(plan: Layout, t: Texts) -> Any:
    """Draw a layout as a plotly figure."""
    import plotly.graph_objects as go

    place = {box.iri: box for box in plan.boxes}
    half = max((abs(box.y) for box in plan.boxes), default=0) + 1
    fig = go.Figure(
        go.Scatter(
            x=[x for x, _ in _curves(plan, place)],
            y=[y for _, y in _curves(plan, place)],
            mode="lines",
            line={"color": "#b9c3cc", "width": 1.4},
            hoverinfo="skip",
        )
    )
    for box in plan.boxes:
        _draw(fig, box)
    fig.add_trace(_places_to_click(plan, t))
    fig.update_layout(
        height=max(240, round(half * 2 * _ROW)),
        margin={"l": 6, "r": 6, "t": 6, "b": 6},
        showlegend=False,
        plot_bgcolor="#ffffff",
        paper_bgcolor="#ffffff",
        dragmode=False,
        xaxis={"visible": False, "range": [-0.01, 1.01], "fixedrange": True},
        yaxis={"visible": False, "range": [-half, half], "fixedrange": True},
        font={"family": "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", "size": 12},
    )
    return fig


def _places_to_click(plan: Layout, t: Texts) -> Any:
    """Return invisible marks over each box: plotly tells of clicks on marks, not on shapes."""
    import plotly.graph_objects as go

    marks = [
        (_COLUMNS[box.column][0] + share * (_COLUMNS[box.column][1] - _COLUMNS[box.column][0]), box)
        for box in plan.boxes
        for share in _MARKS
    ]
    return go.Scatter(
        x=[x for x, _ in marks], y=[box.y for _, box in marks], mode="markers",
        marker={"size": 36, "opacity": 0}, customdata=[[box.iri, box.kind] for _, box in marks],
        hovertext=["<br>".join(_hover(box, t)) for _, box in marks], hoverinfo="text",
    )  # fmt: skip


def _hover(box: Box, t: Texts) -> list[str]:
    lines = map(escape, textwrap.wrap(box.label, 70))
    return [f"<b>{escape(kind_name(box.kind, t))}</b>", *lines]


def _draw(fig: Any, box: Box) -> None:
    left, right = _COLUMNS[box.column]
    colour = COLOURS.get(box.kind, "#3d4a57")
    chosen, half = box.column == 0, _HALF[box.column]
    fig.add_shape(
        type="rect", x0=left, x1=right, y0=box.y - half, y1=box.y + half,
        line={"color": colour, "width": 2 if chosen else 1},
        fillcolor=colour if chosen else "#ffffff",
    )  # fmt: skip
    fig.add_shape(
        type="rect", x0=left, x1=left + 0.005, y0=box.y - half, y1=box.y + half,
        line={"width": 0}, fillcolor=colour,
    )  # fmt: skip
    fig.add_annotation(
        x=left + 0.012, y=box.y, xanchor="left", yanchor="middle", showarrow=False, align="left",
        text="<br>".join(map(escape, _wrapped(box.label, *_LINES[box.column]))),
        font={"color": "#ffffff" if chosen else "#1b2733"},
    )  # fmt: skip


def _wrapped(label: str, width: int, most: int) -> list[str]:
    """Return the label in lines, at most so many; the last says with "…" that more follows."""
    lines = textwrap.wrap(label, width, break_on_hyphens=False)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 1].rstrip(" .…") + "…"]
    return lines


def _rows(members: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the members of a column with their heights, top to bottom, centred on 0."""
    for i, member in enumerate(members):
        yield member, (len(members) - 1) / 2 - i


def _barycentre(neighbours: set[str], row: dict[str, int]) -> float:
    rows = [row[iri] for iri in neighbours if iri in row]
    return sum(rows) / len(rows) if rows else float(len(row))


def _curves(plan: Layout, place: dict[str, Box]) -> Iterator[tuple[float | None, float | None]]:
    """Yield the points of every line as a smooth curve, with a gap (None) after each."""
    for one, other in plan.lines:
        start, end = place[one], place[other]
        x0, x1 = _COLUMNS[start.column][1], _COLUMNS[end.column][0]
        for step in range(_STEPS + 1):
            s = step / _STEPS
            ease = s * s * (3 - 2 * s)
            yield x0 + (x1 - x0) * s, start.y + (end.y - start.y) * ease
        yield None, None
