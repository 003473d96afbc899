"""A file's bytes -> its lines, by whatever reader its content asks for."""

from importlib import import_module

from ingest.decode import check_size, decode
from ingest.lines import Line, lines_of
from ingest.readers.kinds import Kind, foreign, kind_of
from kg.errors import EmptyNotice, NotText, ReadError

_READERS: dict[Kind, tuple[str, str]] = {
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "picture": ("pdf", "read_scan"),
    "old office": ("office", "read_old_office"),
    "rtf": ("office", "read_rtf"),
}


def lines_of_file(data: bytes, name: str) -> list[Line]:
    """Return the lines of the notice in a file.

    Args:
        data: the whole file.
        name: its name, for messages; the suffix tells nothing.

    Raises:
        MissingProgram: a program is needed that is not installed.
        ReadError: the file is damaged, empty, over the limits, or of no kind that is read.
    """
    check_size(data, name)
    kind = kind_of(data)
    if kind == "text":
        return lines_of(decode(data, name))
    if kind == "unknown":
        raise NotText(
            f"{name}: found {foreign(data)}; expected text, a web page, Word, OpenDocument, PDF, "
            "a scan or a zip archive of those"
        )
    if kind == "zip":
        from ingest.readers.archive import Zip

        Zip(data, name)  # says where it is damaged
        raise ReadError(f"{name}: an archive holds several files; unpack it and read each")
    from ingest.readers.build import finish

    module, function = _READERS[kind]
    read = getattr(import_module(f"ingest.readers.{module}"), function)
    lines = finish(read(data, name))
    if not any(line.text or any(line.cells or ()) for line in lines):
        raise EmptyNotice(f"{name}: no text in it; expected a notice")
    return lines
