"""Every change somebody makes through the page or the API: allowed, made, and written down."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from kg.errors import ChidaoError
from ui.access.journal import Journal
from ui.access.users import Role, User
from ui.answers import DoctorReport, IngestReport, NoticeAnswer, Progress

if TYPE_CHECKING:
    from kg.decisions import Decision
    from ui.workspace import Workspace

T = TypeVar("T")


class Forbidden(ChidaoError):
    """The user's role does not allow it, or nobody is signed in."""

    def __init__(self, reason: str, needed: Role | None = None) -> None:
        super().__init__(reason)
        self.needed = needed
        """The role that would do, None where nobody is signed in."""


class Desk:
    """The only way from the web to what changes a workspace."""

    def __init__(self, workspace: "Workspace", audit: Journal) -> None:
        self._workspace = workspace
        self._audit = audit

    def add(
        self, user: User, data: bytes, name: str, progress: Callable[[Progress], None] | None = None
    ) -> IngestReport:
        """Ingest one file or archive (``Workspace.add``); an editor may."""
        return self.add_files(user, [(name, data)], progress)

    def add_files(
        self,
        user: User,
        files: Sequence[tuple[str, bytes]],
        progress: Callable[[Progress], None] | None = None,
    ) -> IngestReport:
        """Ingest several files in one go (``Workspace.add_files``); an editor may."""
        names = [name for name, _ in files]
        return self._do(
            user, Role.EDITOR, "add", names, lambda: self._workspace.add_files(files, progress)
        )

    def remove(self, user: User, what: str) -> NoticeAnswer:
        """Take a notice out again (``Workspace.remove``); an editor may."""
        return self._do(user, Role.EDITOR, "remove", [what], lambda: self._workspace.remove(what))

    def decide(
        self, user: User, verdict: str, what: Sequence[str], text: str | None = None
    ) -> "Decision":
        """Keep a decision (``Workspace.decide``) under the user's name; an editor may."""
        return self._do(
            user, Role.EDITOR, f"decide {verdict}", what,
            lambda: self._workspace.decide(verdict, what, by=user.name, text=text),
        )  # fmt: skip

    def undo(self, user: User, decision: str) -> "Decision":
        """Make a decision hold no more (``Workspace.undo``); an editor may."""
        return self._do(
            user, Role.EDITOR, "undo", [decision],
            lambda: self._workspace.undo(decision, by=user.name),
        )  # fmt: skip

    def repair(self, user: User) -> DoctorReport:
        """Rebuild what disagrees with the originals (``Workspace.doctor``); an admin may."""
        return self._do(user, Role.ADMIN, "repair", [], lambda: self._workspace.doctor(fix=True))

    def _do(
        self, user: User, role: Role, action: str, what: Sequence[str], work: Callable[[], T]
    ) -> T:
        try:
            check(user, role)
            done = work()
        except Exception as error:
            self._note(user, action, what, f"{type(error).__name__}: {error}")
            raise
        self._note(user, action, what, "done")
        return done

    def _note(self, user: User, action: str, what: Sequence[str], result: str) -> None:
        self._audit.write(user=user.name, action=action, what=list(what), result=result)


def check(user: User, role: Role) -> None:
    """Refuse what a user may not do.

    Raises:
        Forbidden: the user's role is below the one needed.
    """
    if not user.may(role):
        raise Forbidden(
            f"{user.name} is a {user.role.name.lower()}; this needs the role "
            f"{role.name.lower()}. An admin can give it: `chidao users role {user.name} "
            f"{role.name.lower()}`.",
            role,
        )
