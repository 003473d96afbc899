"""Old Word and RTF files, turned into .docx by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from ingest.lines import Line
from ingest.readers import limits
from ingest.readers.docx import read_docx
from kg.errors import MissingProgram, ReadError, TooLarge

_INSTALL = "apt-get install libreoffice-writer"


def read_old_office(data: bytes, name: str) -> list[Line]:
    """Read an old Word document (.doc).

    Raises:
        MissingProgram: LibreOffice is not installed.
        ReadError: it cannot make a document of it, or that is over the limits.
    """
    return read_docx(_converted(data, name, "doc"), name)


def read_rtf(data: bytes, name: str) -> list[Line]:
    """Read a rich text file; raises as ``read_old_office``."""
    return read_docx(_converted(data, name, "rtf"), name)


def _converted(data: bytes, name: str, suffix: str) -> bytes:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise MissingProgram(
            f"{name}: an old Word or RTF file needs LibreOffice, which is not installed; install "
            f"it with: {_INSTALL}, or save the file as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="chidao-") as folder:
        source = Path(folder) / f"notice.{suffix}"
        source.write_bytes(data)
        _convert(program, source, name)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise ReadError(f"{name}: LibreOffice could not open it; it may be damaged")
        if made.stat().st_size > limits.MAX_MEMBER:
            raise TooLarge(f"{name}: it becomes larger than {limits.MAX_MEMBER // 2**20} MB")
        return made.read_bytes()


def _convert(program: str, source: Path, name: str) -> None:
    """Run LibreOffice with a profile of its own: no macros, no links followed, none of the user's.

    It starts children: all of them end with it.
    """
    folder = source.parent
    profile = folder / "profile"
    _write_profile(profile)
    process = subprocess.Popen(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder), str(source),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=limits.CONVERT_SECONDS)
    except subprocess.TimeoutExpired:
        raise TooLarge(
            f"{name}: LibreOffice did not open it in {limits.CONVERT_SECONDS} s; save it as .docx"
        ) from None
    finally:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()


def _write_profile(profile: Path) -> None:
    """Settings for documents that are not trusted: macros never run, links are never updated."""
    user = profile / "user"
    user.mkdir(parents=True)
    items = (
        ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    )
    lines = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{prop}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, prop, value in items
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{lines}</oor:items>',
        encoding="utf-8",
    )
