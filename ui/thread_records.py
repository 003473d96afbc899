"""Threads <-> JSON, the form in which a state keeps them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.threads import Thread


def threads_to_json(threads: "Iterable[Thread]") -> list[dict[str, Any]]:
    """Return the threads as plain JSON values."""
    return [
        {
            "iri": thread.iri,
            "title": thread.title,
            "tasks": list(thread.tasks),
            "links": [
                {
                    "later": link.later,
                    "earlier": link.earlier,
                    "probability": float(link.probability),
                    "shared": list(link.shared),
                    "changed": list(link.changed),
                }
                for link in thread.links
            ],
        }
        for thread in threads
    ]


def threads_from_json(data: Iterable[dict[str, Any]]) -> "tuple[Thread, ...]":
    """Rebuild the threads that ``threads_to_json`` wrote."""
    from kg.threads import Continuation, Thread

    return tuple(
        Thread(
            iri=thread["iri"],
            title=thread["title"],
            tasks=tuple(thread["tasks"]),
            links=tuple(
                Continuation(
                    later=link["later"],
                    earlier=link["earlier"],
                    probability=link["probability"],
                    shared=tuple(link["shared"]),
                    changed=tuple(link["changed"]),
                )
                for link in thread["links"]
            ),
        )
        for thread in data
    )
