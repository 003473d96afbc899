"""A letter as a portal shows it, and as OpenDocument keeps it."""

from collections.abc import Callable, Sequence
from html import escape
from random import Random

from tests.ingest.printing import odt, portal
from tests.render.letter import MOTTO, NATION, RECEIVERS, Letter

_MARK = "\ue0f0"
"""Where the footnote is called."""


def to_html(rng: Random, letter: Letter) -> bytes:
    """Write the letter as the page of a portal, or a page of its own."""
    call = '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>'

    def text(raw: str) -> str:
        return escape(raw, quote=False).replace(_MARK, call)

    tag = rng.choice(("p", "p", "div"))
    parts = [
        _two_columns(letter.top, (NATION, MOTTO), letter.number, letter.dated),
        rng.choice(("<h2>THÔNG BÁO</h2>", "<p><b>THÔNG BÁO</b></p>")),
        f"<p><strong>{text(letter.title)}</strong></p>",
    ]
    for block in letter.bodies(_MARK):
        if block.role == "table":
            parts.append(_html_table(rng, block.rows, text))
        elif block.role in ("part", "unit"):
            parts.append(f"<p><b>{text(block.line)}</b></p>")
        else:
            parts.append(f"<{tag}>{text(block.line)}</{tag}>")
    right = "<br>".join((*letter.capacity, "", letter.signer))
    left = "<br>".join(("<b><i>Nơi nhận:</i></b>", *RECEIVERS))
    parts.append(f"<p>{text(letter.closing)}</p>")
    parts.append(f"<table><tr><td>{left}</td><td>{right}</td></tr></table>")
    if letter.noted is not None:
        note = f'<a href="#_ftnref1" name="_ftn1">[1]</a> {text(letter.note)}'
        parts.append(f"<hr><p>{note}</p>")
    body = "\n".join(parts)
    page = portal(body) if rng.random() < 0.7 else f"<html><body>{body}</body></html>"
    return page.encode(rng.choice(("utf-8", "utf-8", "utf-8-sig")))


def _two_columns(left: Sequence[str], right: Sequence[str], number: str, dated: str) -> str:
    sides = ("".join(f"<p><b>{escape(line)}</b></p>" for line in side) for side in (left, right))
    cells = "".join(f"<td>{side}</td>" for side in sides)
    below = f"<td><p>{escape(number)}</p></td><td><p><i>{escape(dated)}</i></p></td>"
    return f'<table border="0"><tr>{cells}</tr><tr>{below}</tr></table>'


def _html_table(
    rng: Random, rows: Sequence[Sequence[str | None]], text: Callable[[str], str]
) -> str:
    merged = rng.random() < 0.7
    lines = []
    for r, row in enumerate(rows):
        cells = []
        for c, cell in enumerate(row):
            if cell is None and merged:
                continue
            span = _below(rows, r, c) if merged else 1
            high = f' rowspan="{span}"' if span > 1 else ""
            cells.append(f"<td{high}>{text(cell or '')}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1"><tbody>{"".join(lines)}</tbody></table>'


def _below(rows: Sequence[Sequence[str | None]], r: int, c: int) -> int:
    """How many rows a cell takes."""
    span = 1
    while r + span < len(rows) and rows[r + span][c] is None:
        span += 1
    return span


def to_odt(rng: Random, letter: Letter) -> bytes:
    """Write the letter as an OpenDocument text."""
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{escape(letter.note)}</text:p></text:note-body></text:note>"
    )

    def text(raw: str) -> str:
        return escape(raw, quote=False).replace(_MARK, note)

    def paragraph(raw: str, *, bold: bool = False) -> str:
        style = ' text:style-name="B"' if bold else ""
        return f"<text:p{style}>{text(raw)}</text:p>"

    def cells(*sides: Sequence[str]) -> str:
        inner = "".join(
            f"<table:table-cell>{''.join(map(paragraph, side))}</table:table-cell>"
            for side in sides
        )
        return f"<table:table-row>{inner}</table:table-row>"

    headings = rng.random() < 0.4
    head = cells((*letter.top, letter.number), (NATION, MOTTO, letter.dated))
    tail = cells(("Nơi nhận:", *RECEIVERS), (*letter.capacity, "", letter.signer))
    parts = [f"<table:table>{head}</table:table>", paragraph("THÔNG BÁO", bold=True)]
    parts.append(paragraph(letter.title, bold=True))
    for block in letter.bodies(_MARK):
        if block.role == "table":
            parts.append(_odt_table(rng, block.rows, paragraph))
        elif block.role in ("part", "unit") and headings:
            level = 1 if block.role == "part" else 2
            parts.append(f'<text:h text:outline-level="{level}">{text(block.line)}</text:h>')
        else:
            parts.append(paragraph(block.line, bold=block.role in ("part", "unit")))
    parts += [paragraph(letter.closing), f"<table:table>{tail}</table:table>"]
    return odt("".join(parts))


def _odt_table(
    rng: Random, rows: Sequence[Sequence[str | None]], paragraph: Callable[[str], str]
) -> str:
    merged = rng.random() < 0.7
    lines = []
    for r, row in enumerate(rows):
        cells = []
        for c, cell in enumerate(row):
            if cell is None and merged:
                cells.append("<table:covered-table-cell/>")
                continue
            span = _below(rows, r, c) if merged else 1
            high = f' table:number-rows-spanned="{span}"' if span > 1 else ""
            cells.append(f"<table:table-cell{high}>{paragraph(cell or '')}</table:table-cell>")
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table>{''.join(lines)}</table:table>"
