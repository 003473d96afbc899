"""A whole workspace in one file: the graph, a table of its tasks, a calendar of its deadlines."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ui.opened import Opened

if TYPE_CHECKING:
    from kg.tables import TableRow


def export(opened: Opened, format: str) -> bytes:
    """Return everything in one of ``FORMATS``."""
    return FORMATS[format](opened)


def _graph(format: Literal["nq", "ttl", "jsonld"]) -> Callable[[Opened], bytes]:
    def export_graph(opened: Opened) -> bytes:
        return opened.graph.export(format)

    return export_graph


def _csv(opened: Opened) -> bytes:
    from kg.tables import tasks_csv

    return tasks_csv(_rows(opened))


def _xlsx(opened: Opened) -> bytes:
    from kg.tables import tasks_xlsx

    return tasks_xlsx(_rows(opened))


def _ics(opened: Opened) -> bytes:
    from kg.tables import deadlines_ics

    return deadlines_ics(_rows(opened))


def _rows(opened: Opened) -> "list[TableRow]":
    from kg.tables import table_rows

    return table_rows(list(opened.notices.values()), opened.threads)


FORMATS: dict[str, Callable[[Opened], bytes]] = {
    "nq": _graph("nq"),
    "ttl": _graph("ttl"),
    "jsonld": _graph("jsonld"),
    "csv": _csv,
    "xlsx": _xlsx,
    "ics": _ics,
}
