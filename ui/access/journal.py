"""Two journals of a served workspace, a JSON object a line: each request, and each change."""

import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ui.access.users import private_folder
from ui.state import ACCESS

ACCESS_LOG, AUDIT_LOG = "access.jsonl", "audit.jsonl"
_LARGEST = 10_000_000
"""Bytes of a journal before it is set aside."""
_KEPT = 9
"""Journals of requests kept beside the one written. Changes are never thrown away."""


class Journal:
    """One journal; its lines carry the time they were written."""

    def __init__(self, workspace: Path, name: str, *, keep_all: bool = False) -> None:
        folder = workspace / ACCESS
        private_folder(folder)
        self.path = folder / name
        handler: logging.Handler = (
            logging.FileHandler(self.path, encoding="utf-8", delay=True)
            if keep_all
            else RotatingFileHandler(
                self.path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
            )
        )
        handler.setFormatter(logging.Formatter("%(message)s"))
        self._log = logging.Logger(name, logging.INFO)  # of its own: in no tree of loggers
        self._log.addHandler(handler)

    def write(self, **values: object) -> None:
        """Write one line; control characters of its values are escaped by JSON."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._log.info("%s", json.dumps({"time": now, **values}, ensure_ascii=False, default=str))

    def close(self) -> None:
        """Close the file."""
        for handler in list(self._log.handlers):
            handler.close()
            self._log.removeHandler(handler)


def access_journal(workspace: Path) -> Journal:
    """Return the journal of requests."""
    return Journal(workspace, ACCESS_LOG)


def audit_journal(workspace: Path) -> Journal:
    """Return the journal of changes."""
    return Journal(workspace, AUDIT_LOG, keep_all=True)
