"""The one tree of errors chidao raises on purpose.

    ChidaoError
    ├── ReadError            a file cannot be read as a notice
    │   ├── NotText          its bytes are no text in a coding we know
    │   ├── TooLarge         larger than the reader accepts
    │   └── EmptyNotice      no text, or no notice in it
    ├── MissingProgram       an optional program is not installed
    ├── WorkspaceError       the workspace folder cannot be used
    │   ├── WrongVersion     written by another format version
    │   │   └── OldVersion   an earlier one, which can be brought up to date
    │   ├── WrongModel       its index was made by another model
    │   └── Locked           another process is writing
    ├── QueryError           a SPARQL query is malformed, not read-only or over its limits
    ├── UnknownName          nothing in the graph has that name
    ├── Undecidable          a decision does not fit what it is about
    └── PortInUse            the page cannot be served on that port

Every message says what was expected, what came and what to do next. Commands turn any of
these into one line on standard error and exit code 1.
"""


class ChidaoError(Exception):
    """Base of every error that is the input's or the environment's fault, not a bug."""


class ReadError(ChidaoError):
    """A file cannot be read as a notice."""


class NotText(ReadError):
    """The bytes are no text in a coding we know."""


class TooLarge(ReadError):
    """The file is larger than the reader accepts."""


class EmptyNotice(ReadError):
    """The file holds no text at all, or nothing that reads as a notice."""


class MissingProgram(ChidaoError):
    """An optional program is needed and not installed; the message names the install command."""


class WorkspaceError(ChidaoError):
    """The workspace folder cannot be used."""


class WrongVersion(WorkspaceError):
    """The workspace was written by another format version."""


class OldVersion(WrongVersion):
    """The workspace was written by an earlier format version, which can be brought up to date."""


class WrongModel(WorkspaceError):
    """The workspace's index was made by another embedding model."""


class Locked(WorkspaceError):
    """Another process is writing to the workspace."""


class QueryError(ChidaoError):
    """A SPARQL query is malformed, not read-only, or ran over its limits."""


class UnknownName(ChidaoError):
    """Nothing in the graph has the name asked for."""


class Undecidable(ChidaoError):
    """A person's decision does not fit the things that it is about."""


class PortInUse(ChidaoError):
    """The page cannot be served because another program holds the port."""
