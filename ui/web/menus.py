"""The entries of the drop-down menus: name, number of tasks, and the IRI behind."""

from collections.abc import Iterable

from ui.answers import Choice, Choices
from ui.web.following import kind_name
from ui.web.texts import Texts

Entry = tuple[str, str]


def filter_entries(found: Iterable[Choice], t: Texts) -> list[Entry]:
    """Return a filter's entries, "any" first."""
    return [(t("any"), ""), *((f"{c.label} ({t.number(c.tasks)})", c.iri) for c in found)]


def follow_entries(choices: Choices, t: Texts) -> list[Entry]:
    """Return everything that can be followed, each with its kind."""
    kinds = (
        ("unit", choices.units),
        ("project", choices.projects),
        ("document", choices.documents),
    )
    return [
        (f"{kind_name(kind, t)}: {c.label} ({t.number(c.tasks)})", c.iri)
        for kind, found in kinds
        for c in found
    ]
