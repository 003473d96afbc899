"""What a file may cost: how much of it is read, unpacked, drawn and waited for.

A notice has some ten pages; an archive of a year has some hundred notices. Every limit is about
ten times that or more, so that it stops only files that are broken or made to do harm.
"""

import time

from kg.errors import TooLarge

MAX_UNPACKED = 200 * 2**20
"""Bytes that the members of one zip archive may have together, unpacked."""
MAX_OFFICE_UNPACKED = 80 * 2**20
"""Bytes that the parts of one Office file may have together, pictures left out."""
MAX_MEMBER = 40 * 2**20
"""Bytes of one member, unpacked."""
MAX_RATIO = 200
"""Unpacked over packed size of a member over 1 MiB; texts reach 10, XML of tables some 60."""
MAX_MEMBERS = 5_000
"""Entries of one zip file."""
MAX_DEPTH = 3
"""Zip archives inside zip archives."""

MAX_PAGES = 1_000
"""Pages of one PDF."""
MAX_SCANNED_PAGES = 100
"""Pages of one PDF or picture that are read by OCR, at some 5 s a page."""
MAX_PIXELS = 60_000_000
"""Pixels of one picture: A3 at 400 dpi has 31 million."""

MAX_NESTING = 200
"""Elements inside elements, of HTML and Office documents."""
MAX_CELLS = 200_000
"""Cells of all tables of one document, merged ones counted as often as they are repeated."""
MAX_COLUMNS = 100
"""Columns of one table."""

MEMORY = 1_500 * 2**20
"""Bytes that a reader in a process of its own may hold."""
OCR_PAGE_SECONDS = 60
"""Time for the OCR of one page."""
CONVERT_SECONDS = 90
"""Time for LibreOffice, which needs some 5 s to start."""

_BASE_SECONDS = 8.0
_SECONDS_A_MEGABYTE = 3.0


class Clock:
    """Counts down the time that a file may take to read, by its size.

    >>> Clock("a.html", 5000).check()
    """

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._seconds = _BASE_SECONDS + _SECONDS_A_MEGABYTE * size / 2**20
        self._end = time.monotonic() + self._seconds

    def check(self) -> None:
        """Go on while there is time.

        Raises:
            TooLarge: the time is over.
        """
        if time.monotonic() > self._end:
            raise TooLarge(
                f"{self._name}: not read after {self._seconds:.0f} s, where a notice of its size "
                "takes one or two; split the file or save it as plain text"
            )
