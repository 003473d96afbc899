"""What people said of a workspace: their decisions, and the department's authority file."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import WorkspaceError
from ui.durable import replace_file
from ui.state import AUTHORITY, DECISIONS

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.decisions import Decision

_DIGITS = 32
"""Digits kept of a digest of statements."""


def decisions(root: Path) -> "list[Decision]":
    """Return what people decided, the oldest first.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    path = root / DECISIONS
    if not path.is_file():
        return []
    from kg.decisions import from_json

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [from_json(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"cannot read {path} ({error}): mend the line, or move the file away to decide anew."
        ) from error


def authority(root: Path) -> "Authority":
    """Return what is known of units: in the whole country, and in this workspace's own file.

    Raises:
        WorkspaceError: the workspace's file cannot be read.
    """
    from kg.authority import Authority

    return Authority.load(*_authorities(root))


def basis_of(root: Path) -> str:
    """Return a digest of what a state follows from beside its notices: decisions, authorities.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    found = hashlib.sha256()
    for path in (root / DECISIONS, *_authorities(root)):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise WorkspaceError(f"cannot read {path}: {error}.") from error
        found.update(hashlib.sha256(data).digest())
    return found.hexdigest()[:_DIGITS]


def _authorities(root: Path) -> tuple[Path, Path]:
    import ontologies

    return Path(str(ontologies.AUTHORITY)), root / AUTHORITY


def keep_decisions(root: Path, decided: "Sequence[Decision]") -> None:
    """Store what people decided in place of what was stored, in one rename."""
    from kg.decisions import to_json

    lines = [json.dumps(to_json(decision), ensure_ascii=False) for decision in decided]
    replace_file(root / DECISIONS, "".join(f"{line}\n" for line in lines))
