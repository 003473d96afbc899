"""What a served workspace knows of its people, put together once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.access.desk import Desk, Forbidden
from ui.access.journal import Journal, access_journal, audit_journal
from ui.access.limits import Limits
from ui.access.sessions import Sessions
from ui.access.users import LOCAL, User, Users

if TYPE_CHECKING:
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Access:
    """Users, sessions, limits and journals of a served workspace, and the desk that changes it."""

    users: Users
    sessions: Sessions
    limits: Limits
    requests: Journal
    audit: Journal
    desk: Desk

    @classmethod
    def to(cls, workspace: "Workspace", limits: Limits | None = None) -> "Access":
        """Return the access to a workspace.

        Args:
            workspace: what is served.
            limits: how often a user may ask; None for what suits people at a page.
        """
        users = Users(workspace.folder)
        audit = audit_journal(workspace.folder)
        return cls(
            users,
            Sessions(users),
            limits or Limits(),
            access_journal(workspace.folder),
            audit,
            Desk(workspace, audit),
        )

    def user(self, name: str | None) -> User:
        """Return the user of a name that a request was signed in with.

        Raises:
            Forbidden: nobody is signed in, or the user was removed meanwhile.
        """
        if not self.users:
            return LOCAL
        found = self.users.get(name) if name else None
        if found is None:
            raise Forbidden("nobody is signed in (any more); sign in at /signin.")
        return found
