"""The users file of a workspace: names, roles and hashed passwords.

Passwords are hashed by Argon2id with the parameters that argon2-cffi recommends (RFC 9106), and
hashed again at the next sign-in when those parameters change.
"""

import json
import os
import re
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from kg.errors import ChidaoError, UnknownName, WorkspaceError
from ui.state import ACCESS

_USERS = "users.json"
_FORMAT = 1
_NAME = re.compile(r"[\w.@-]{1,64}")
_SHORTEST = 10
"""Characters of a password; length is what helps (NIST SP 800-63B asks for 8 at least)."""
_LONGEST = 1_000


class Role(IntEnum):
    """What a user may do; each role may do what those below it may."""

    READER = 1
    """Search, follow, ask, export."""
    EDITOR = 2
    """Add and remove notices, decide."""
    ADMIN = 3
    """Edit the authority file, repair the workspace, read the journals."""

    @classmethod
    def named(cls, name: str) -> "Role":
        """Return the role of a name such as ``editor``.

        Raises:
            UnknownName: there is no such role.
        """
        try:
            return cls[name.upper()]
        except KeyError:
            known = ", ".join(role.name.lower() for role in cls)
            raise UnknownName(f"no role {name!r}; there are {known}.") from None


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is signed in, or who needs not to."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Return whether this user may do what a role may."""
        return self.role >= role


LOCAL = User("local", Role.ADMIN)
"""Whoever sits at the machine of a workspace without users."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    role: str
    password: str
    """Argon2id hash in its standard text form."""


class Users:
    """The users of a workspace, as its file has them at each question."""

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace / ACCESS
        self._path = self.folder / _USERS
        self._read: tuple[tuple[int, int], dict[str, _Entry]] | None = None
        self._busy = threading.Lock()

    def __bool__(self) -> bool:
        """Tell whether there are users, so that one must sign in."""
        return bool(self._entries())

    def all(self) -> list[User]:
        """Return the users by name."""
        return [_user(entry) for _, entry in sorted(self._entries().items())]

    def get(self, name: str) -> User | None:
        """Return a user, None where there is none of that name (any more)."""
        entry = self._entries().get(name)
        return _user(entry) if entry else None

    def mark(self, name: str) -> str:
        """Return what a session keeps of a user's password: another after each change of it."""
        entry = self._entries().get(name)
        return entry.password[-12:] if entry else ""

    def signed_in(self, name: str, password: str) -> User | None:
        """Return the user of a name and password, None where they do not fit.

        It takes as long for a name that nobody has.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher = _hasher()
        entry = self._entries().get(name)
        known = entry.password if entry else _nobody()
        try:
            hasher.verify(known, password[:_LONGEST])
        except (VerificationError, InvalidHashError):
            return None
        if entry is None:
            return None
        if hasher.check_needs_rehash(entry.password):
            self._put(replace(entry, password=hasher.hash(password[:_LONGEST])))
        return _user(entry)

    def add(self, name: str, password: str, role: Role) -> User:
        """Add a user, or give one another password and role.

        Raises:
            ChidaoError: the name has other characters than letters, digits and ``. _ @ -``, or the
                password is too short or too long.
        """
        if not _NAME.fullmatch(name):
            raise ChidaoError(
                f"a user's name is made of 1 to 64 letters, digits and . _ @ -, not {name[:80]!r}."
            )
        if not _SHORTEST <= len(password) <= _LONGEST:
            raise ChidaoError(f"a password has {_SHORTEST} to {_LONGEST} characters.")
        entry = _Entry(name, role.name.lower(), _hasher().hash(password))
        self._put(entry)
        return _user(entry)

    def set_role(self, name: str, role: Role) -> User:
        """Give a user another role.

        Raises:
            UnknownName: there is no such user.
            ChidaoError: no admin would be left.
        """
        entry = self._known(name)
        if role is not Role.ADMIN:
            self._check_last(name)
        changed = replace(entry, role=role.name.lower())
        self._put(changed)
        return _user(changed)

    def remove(self, name: str) -> None:
        """Remove a user; an open session of theirs ends.

        Raises:
            UnknownName: there is no such user.
            ChidaoError: no admin would be left while others are.
        """
        self._known(name)
        entries = self._entries()
        if len(entries) > 1:
            self._check_last(name)
        self._write({key: entry for key, entry in entries.items() if key != name})

    def _known(self, name: str) -> _Entry:
        entry = self._entries().get(name)
        if entry is None:
            known = ", ".join(sorted(self._entries())) or "none"
            raise UnknownName(f"no user {name!r}; there are: {known}.")
        return entry

    def _check_last(self, name: str) -> None:
        admins = [user.name for user in self.all() if user.role is Role.ADMIN]
        if admins == [name]:
            raise ChidaoError(f"{name} is the only admin; make somebody else one first.")

    def _put(self, entry: _Entry) -> None:
        self._write({**self._entries(), entry.name: entry})

    def _write(self, entries: dict[str, _Entry]) -> None:
        plain = {
            "format": _FORMAT,
            "users": [asdict(entry) for _, entry in sorted(entries.items())],
        }
        private_folder(self.folder)
        write_private(self._path, json.dumps(plain, ensure_ascii=False, indent=1).encode())

    def _entries(self) -> dict[str, _Entry]:
        with self._busy:
            try:
                stat = self._path.stat()
            except FileNotFoundError:
                return {}
            version = (stat.st_mtime_ns, stat.st_ino)
            if self._read is None or self._read[0] != version:
                self._read = (version, _parse(self._path))
            return self._read[1]


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter.

    Raises:
        WorkspaceError: it cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"cannot make {folder}: {error.strerror}.") from error
    with suppress(OSError):  # a file system without modes
        folder.chmod(0o700)


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    with suppress(FileNotFoundError):
        new.unlink()
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _parse(path: Path) -> dict[str, _Entry]:
    try:
        plain: dict[str, Any] = json.loads(path.read_bytes())
        if plain["format"] != _FORMAT:
            raise ChidaoError(f"{path} has format {plain['format']}; expected {_FORMAT}.")
        entries = [_Entry(**one) for one in plain["users"]]
        for entry in entries:
            Role.named(entry.role)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ChidaoError(
            f"cannot read the users file {path} ({error}); nobody is let in until it is mended."
        ) from error
    return {entry.name: entry for entry in entries}


def _user(entry: _Entry) -> User:
    return User(entry.name, Role.named(entry.role))


def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher()


_NOBODY: list[str] = []


def _nobody() -> str:
    """Return a hash that no password fits, to be checked for names that nobody has."""
    if not _NOBODY:
        _NOBODY.append(_hasher().hash(os.urandom(16).hex()))
    return _NOBODY[0]
