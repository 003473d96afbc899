"""What a search was understood to ask, and what it can be narrowed by: chips and facets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from ui.answers import Chip, Facet, SearchAnswer
from ui.web.asked import Asked
from ui.web.parts import EMPTY, joined
from ui.web.texts import Texts

_OPEN = 5
"""Values of a facet shown before "more"."""
_KINDS = ("status", "unit", "meeting", "month", "document", "project", "place")


def chips(answer: SearchAnswer, asked: Asked, names: dict[str, str], t: Texts) -> Markup:
    """Return everything that narrows the search, each with the way to take it off.

    Args:
        answer: what was found.
        asked: the search.
        names: names of the IRIs among its filters.
        t: the page's words.
    """
    items = [
        *(_understood(chip, asked, t) for chip in answer.understood),
        *_filters(asked, names, t),
        *(_added(term, t) for term in answer.added),
    ]
    if answer.added:
        items.append(_link(replace(asked, expand=False), t("no_expansion"), "cd-chip__off"))
    elif not asked.expand:
        items.append(_link(replace(asked, expand=True), t("expansion"), "cd-chip__off"))
    if not items:
        return EMPTY
    return Markup('<p class="cd-chips"><span>{}:</span> {}</p>').format(
        t("understood"), joined(items, " ")
    )


def facets(answer: SearchAnswer, asked: Asked, t: Texts) -> Markup:
    """Return the facets, each value with its number and the search that it leads to."""
    found = {facet.kind: facet for facet in answer.facets}
    shown = [found[kind] for kind in _KINDS if kind in found and len(found[kind].values) > 1]
    if not shown:
        return EMPTY
    return Markup('<nav class="cd-facets" aria-label="{}">{}</nav>').format(
        t("narrow"), joined(_facet(facet, asked, t) for facet in shown)
    )


def value_name(kind: str, value: str, label: str, t: Texts) -> str:
    """Return how a facet's value is called."""
    if kind == "status":
        return t(f"kind_of_work_{value}")
    if kind == "meeting":
        return t.day(date.fromisoformat(value))
    if kind == "month":
        return t("month", year=int(value[:4]), month=int(value[5:7]))
    if kind == "unit" and label == "*":
        return t("every_unit")
    return label


def narrowed_by(asked: Asked, kind: str, value: str) -> Asked:
    """Return the search narrowed to one value of a facet."""
    if kind == "meeting":
        day = date.fromisoformat(value)
        return asked.narrow(from_=day, to=day)
    if kind == "month":
        year, month = int(value[:4]), int(value[5:7])
        after = date(year + month // 12, month % 12 + 1, 1)
        return asked.narrow(due_from=date(year, month, 1), due_before=after)
    return asked.narrow(**{kind: value})


def _facet(facet: Facet, asked: Asked, t: Texts) -> Markup:
    items = [
        Markup("<li>{} <span>{}</span></li>").format(
            _link(
                narrowed_by(asked, facet.kind, value), value_name(facet.kind, value, label, t), ""
            ),
            t.number(count),
        )
        for value, label, count in facet.values
    ]
    more = EMPTY
    if len(items) > _OPEN:
        more = Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(
            t("facet_more", count=len(items) - _OPEN), joined(items[_OPEN:])
        )
    return Markup("<section><h3>{}</h3><ul>{}</ul>{}</section>").format(
        t(f"facet_{facet.kind}"), joined(items[:_OPEN]), more
    )


def _understood(chip: Chip, asked: Asked, t: Texts) -> Markup:
    label = t(f"kind_of_work_{chip.value}") if chip.kind == "status" else chip.label
    none = chip.kind == "document" and not chip.tasks
    return _chip(
        chip.kind, t(f"chip_{chip.kind}"), label,
        replace(asked, without=(*asked.without, chip.key)),
        t("chip_uncited") if none else "", t,
    )  # fmt: skip


def _filters(asked: Asked, names: dict[str, str], t: Texts) -> Iterator[Markup]:
    f = asked.filters
    for kind in ("unit", "document", "project", "place"):
        value = getattr(f, kind)
        if value is not None:
            without = asked.narrow(**{kind: None})
            yield _chip(kind, t(f"chip_{kind}"), names.get(value, value), without, "", t)
    if f.status is not None:
        label = t(f"kind_of_work_{f.status}")
        yield _chip("status", t("chip_status"), label, asked.narrow(status=None), "", t)
    if f.from_ or f.to:
        yield _chip(
            "meeting", t("chip_meeting"), _days(f.from_, f.to, t),
            asked.narrow(from_=None, to=None), "", t,
        )  # fmt: skip
    if f.due_from or f.due_before:
        yield _chip(
            "due", t("chip_due"), _before(f.due_from, f.due_before, t),
            asked.narrow(due_from=None, due_before=None), "", t,
        )  # fmt: skip


def _days(first: date | None, last: date | None, t: Texts) -> str:
    if first == last and first:
        return t.day(first)
    return " – ".join(t.day(day) if day else "…" for day in (first, last))


def _before(first: date | None, before: date | None, t: Texts) -> str:
    if first and before and before == date(first.year + first.month // 12, first.month % 12 + 1, 1):
        return t("month", year=first.year, month=first.month)
    return f"{t.day(first) if first else '…'} – < {t.day(before) if before else '…'}"


def _chip(kind: str, name: str, label: str, without: Asked, note: str, t: Texts) -> Markup:
    told = Markup(" <em>{}</em>").format(note) if note else EMPTY
    return Markup('<span class="cd-chip cd-chip--{}"><b>{}</b> {}{} {}</span>').format(
        kind, name, label, told, _link(without, "×", "", t("chip_remove", label=label))
    )


def _added(term: str, t: Texts) -> Markup:
    return Markup('<span class="cd-chip cd-chip--added" title="{}">{}</span>').format(
        t("added_by_glossary"), term
    )


def _link(asked: Asked, text: str, css: str, label: str = "") -> Markup:
    named = Markup(' aria-label="{}" title="{}"').format(label, label) if label else EMPTY
    return Markup('<a href="?{0}" data-search="{0}" class="{1}"{2}>{3}</a>').format(
        asked.link, css, named, text
    )
