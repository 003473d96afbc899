"""Good files of every kind, and ways to break them, for ``tests.ingest.fuzz``."""

import random
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from ingest import samples_folder
from tests.ingest.printing import Printable, odt, portal
from tests.render.notices import Form, any_notice

_WITH_TABLES: tuple[Form, ...] = ("docx", "odt", "html", "pdf")
_WITH_LISTS: tuple[Form, ...] = ("docx", "odt", "legacy")
_SLOW = ("picture", "scan", "rtf", "doc")
"""Kinds that Tesseract or LibreOffice reads, seconds a file."""
_SLOW_EVERY = 40
"""Of so many files one is of a slow kind, where they are asked for."""
CANARY = "CHIMHOANGYEN"
"""Stands in a file outside, which mutated ones name in entities and links."""


@cache
def seeds() -> dict[str, bytes]:
    """Good files, a kind each."""
    path = samples_folder() / "2025-05-thong-bao-ket-luan.md"
    text = path.read_bytes()
    notice = Printable(text, path.name)
    short = Printable(text[: text.index(b"\n", 1500)], path.name)
    docx = notice.to_docx()
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a/b.docx", docx)
        archive.writestr("c.md", text)
    plain = text.decode()
    return {
        "md": text,
        "utf-16": plain.encode("utf-16"),
        "cp1258": plain.encode("cp1258", errors="ignore"),
        "docx": docx,
        "small docx": short.to_docx(),
        "odt": notice.to_odt(),
        "html": portal(notice.to_html()).encode(),
        "pdf": short.to_pdf(),
        "long pdf": notice.to_pdf(),
        "zip": zipped.getvalue(),
        **slow_seeds(short),
        **{f"{form} table": _rendered("table", form) for form in _WITH_TABLES},
        **{f"{form} list": _rendered("nested", form) for form in _WITH_LISTS},
    }


def slow_seeds(notice: Printable) -> dict[str, bytes]:
    """Good files of the slow kinds, those that the programs here can make."""
    import pypdfium2

    page = pypdfium2.PdfDocument(notice.to_pdf())[0].render(scale=1).to_pil().convert("L")
    found = {}
    for kind, form in (("picture", "PNG"), ("scan", "PDF")):
        buffer = BytesIO()
        page.save(buffer, form)
        found[kind] = buffer.getvalue()
    found["rtf"] = rb"{\rtf1\ansi 1. Giao So Tai chinh bao cao truoc ngay 20/5/2024.\par}"
    program = shutil.which("soffice")
    if program is not None:
        with tempfile.TemporaryDirectory(prefix="chidao-fuzz-") as folder:
            source = Path(folder, "a.docx")
            source.write_bytes(notice.to_docx())
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            command = [program, profile, "--headless", "--convert-to", "doc", "--outdir", folder]
            subprocess.run([*command, str(source)], capture_output=True, timeout=120, check=True)
            found["doc"] = source.with_suffix(".doc").read_bytes()
    return found


def _rendered(layout: str, form: Form) -> bytes:
    """A made-up notice with what the sample lacks: merged cells, counted lists, old codings."""
    return any_notice(random.Random(5), layout=layout, form=form).data


def mutations(seed: int, count: int, *, slow: bool = False) -> Iterator[bytes]:
    """Mutated files, the same for the same seed."""
    rng = random.Random(seed)
    kinds = [k for k in seeds() if k not in _SLOW]
    slow_kinds = [k for k in seeds() if k in _SLOW]
    for i in range(count):
        if slow and i % _SLOW_EVERY == 0:
            kind = slow_kinds[i // _SLOW_EVERY % len(slow_kinds)]
        else:
            kind = kinds[i % len(kinds)]
        data = seeds()[kind]
        for _ in range(rng.choice((1, 1, 2, 4))):
            data = rng.choice(_MUTATORS)(data, rng)
        yield data


# Of bytes


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 20, 200)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _drop(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 10, 1000)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.choice((1, 16, 300))]
    return data[:start] + piece * rng.choice((2, 50, 3000)) + data[start:]


def _splice(data: bytes, rng: random.Random) -> bytes:
    other = rng.choice(list(seeds().values()))
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]


def _numbers(data: bytes, rng: random.Random) -> bytes:
    """Change a number written in the file to one that a reader may trip over."""
    places = [i for i, b in enumerate(data[:200_000]) if 48 <= b <= 57]
    if not places:
        return data
    at = rng.choice(places)
    new = rng.choice((b"0", b"-1", b"4294967296", b"99999999999999999999", b"1e999", b"NaN"))
    return data[:at] + new + data[at + 1 :]


@cache
def canary() -> Path:
    """A file outside of every notice, that none may bring in; it stays for the next run."""
    path = Path(tempfile.gettempdir(), "chidao-fuzz-outside.txt")
    path.write_text(f"<p>{CANARY}</p>", encoding="ascii")
    return path


# Of members and markup


def _inside(data: bytes, rng: random.Random) -> bytes:
    """Mutate a member of a zip file, or the markup of a page, and put it back."""
    if not data.startswith(b"PK"):
        return _markup(data, rng)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {i.filename: archive.read(i) for i in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return data
    except Exception:  # a broken archive breaks in many ways, here it only has to be left alone
        return data
    if not members:
        return data
    name = rng.choice([n for n in members if n.endswith(".xml")] or list(members))
    members[name] = rng.choice((_markup, _flip, _cut, _numbers, _repeat))(members[name], rng)
    return _zip(members)


def _markup(data: bytes, rng: random.Random) -> bytes:
    """Nest, multiply or move elements."""
    starts = [i for i, b in enumerate(data[:300_000]) if b == 0x3C]
    if not starts:
        return _flip(data, rng)
    at = rng.choice(starts)
    end = data.find(b">", at) + 1 or len(data)
    tag = data[at:end]
    how = rng.randrange(5)
    if how == 0:
        return data[:at] + tag * rng.choice((3, 250, 20_000)) + data[end:]
    if how == 1:
        return data[:at] + data[end:]
    if how == 2:
        other = rng.choice(starts)
        return data[:other] + tag + data[other:]
    if how == 3:
        laughs = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
        laughs += b"<!ENTITY c '&b;&b;&b;&b;&b;&b;'>"
        outside = canary().as_uri().encode()
        laughs += b"<!ENTITY f SYSTEM '%b'><!ENTITY %% g SYSTEM '%b'>%%g;]>" % (outside, outside)
        links = b"<iframe src='%b'></iframe><xi:include href='%b' parse='text'/>" % (
            outside,
            outside,
        )
        return laughs + data[:end] + b"&c;&f;" + links + data[end:]
    return data[:end] + bytes(rng.choice((0x26, 0x3C, 0x00, 0xFF)) for _ in range(9)) + data[end:]


def _bomb(_: bytes, rng: random.Random) -> bytes:
    """Something small that becomes large."""
    how = rng.randrange(5)
    if how == 0:
        xml = b"<w:document>" + b"<w:p>" * rng.choice((300, 100_000))
        return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})
    if how == 1:
        zeros = bytes(rng.choice((2, 60)) * 2**20)
        return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": zeros})
    if how == 2:
        cells = '<td rowspan="9999" colspan="9999">x</td>' * rng.choice((10, 3000))
        return f"<html><body><table><tr>{cells}</tr></table></body></html>".encode()
    if how == 3:
        cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
        row = f"<table:table-row>{cell}</table:table-cell></table:table-row>"
        return odt(f"<table:table>{row * rng.choice((1, 2000))}</table:table>")
    data = b"1. Giao"
    for _ in range(rng.choice((2, 6))):
        data = _zip({"a.zip": data, "b.md": b"Giao"})
    return data


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_MUTATORS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flip, _flip, _drop, _repeat, _splice, _numbers, _inside, _inside, _inside, _bomb,
)  # fmt: skip
