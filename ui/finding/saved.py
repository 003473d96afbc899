"""Searches that are kept, and what is new in each since somebody looked.

``saved.json`` of the workspace lies beside the decisions: it is people's, and no reading of
notices changes it.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import UnknownName, WorkspaceError
from ui.durable import replace_file
from ui.state import SAVED

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Saved:
    """One search that is kept."""

    name: str
    query: str
    seen: tuple[str, ...] = ()
    """IRIs of the tasks that it had when it was last looked at."""


def saved(root: Path) -> tuple[Saved, ...]:
    """Return the searches of a workspace folder, by name.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    path = root / SAVED
    if not path.is_file():
        return ()
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Saved(row["name"], row["query"], tuple(row["seen"])) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"cannot read {path} ({error}): mend it, or move it away to save searches anew."
        ) from error


def keep(root: Path, search: Saved) -> None:
    """Keep a search in place of one of the same name."""
    name = search.name.strip()
    if not name or len(name) > _LONGEST_NAME or not search.query.strip():
        raise UnknownName(
            f"a saved search needs a name of 1 to {_LONGEST_NAME} characters and a query."
        )
    others = [one for one in saved(root) if one.name != name]
    _write(root, [*others, Saved(name, search.query, search.seen)])


def forget(root: Path, name: str) -> None:
    """Keep a search no longer.

    Raises:
        UnknownName: there is none of that name.
    """
    every = saved(root)
    if name not in {one.name for one in every}:
        there = ", ".join(one.name for one in every) or "none"
        raise UnknownName(f"no saved search {name!r}; there are: {there}.")
    _write(root, [one for one in every if one.name != name])


def _write(root: Path, every: list[Saved]) -> None:
    rows = [asdict(one) for one in sorted(every, key=lambda one: one.name)]
    replace_file(root / SAVED, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
