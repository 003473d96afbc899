"""Who a browser's cookie says it is: signed by a key of the workspace, kept for a working day."""

import secrets
from pathlib import Path

from itsdangerous import BadSignature, URLSafeTimedSerializer

from ui.access.users import Users, private_folder, write_private

COOKIE = "chidao_session"
LASTS = 12 * 3600
"""Seconds that a session lasts: a working day."""
_KEY = "session.key"


class Sessions:
    """Makes and reads the session cookies of a workspace's users."""

    def __init__(self, users: Users) -> None:
        self._users = users
        self._serializer = URLSafeTimedSerializer(_key(users.folder), salt="chidao-session")

    def cookie(self, name: str) -> str:
        """Return the cookie of a user who signed in."""
        return self._serializer.dumps([name, self._users.mark(name)])

    def name(self, cookie: str) -> str | None:
        """Return whose cookie it is; None where it is forged, old, or their password changed."""
        try:
            name, mark = self._serializer.loads(cookie, max_age=LASTS)
        except (BadSignature, ValueError, TypeError):
            return None
        known = self._users.mark(name)
        return name if known and secrets.compare_digest(known, mark) else None


def _key(folder: Path) -> str:
    path = folder / _KEY
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        private_folder(folder)
        write_private(path, secrets.token_hex(32).encode("ascii"))
        return path.read_text(encoding="ascii")
