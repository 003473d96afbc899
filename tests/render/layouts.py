"""A plan in one of the forms that offices give their notices: blocks, and the tasks they state."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.render.plan import Group, Order, Plan
from tests.render.sentences import (
    given_sentence,
    item_sentence,
    labels,
    own_sentence,
    small_roman,
    under,
)
from tests.render.sheet import Block, Role, Sheet
from tests.render.tables import table


def unit_headings(sheet: Sheet) -> None:
    """Headings name the offices ("2.2.1. Văn phòng Sở"), sometimes with wrong numbers."""
    rng, plan = sheet.rng, sheet.plan
    sheet.part("1.", "Đánh giá kết quả thực hiện nhiệm vụ")
    sheet.say(*plan.said)
    sheet.part("2.", "Nhiệm vụ trọng tâm thời gian tới")
    label = labels(rng, rng.choice(("1-", "-", "1)", "a)", "+", "•")))
    number = 0
    for group in plan.groups:
        number += rng.choice((1, 1, 1, 1, 0, 2))
        sheet.blocks.append(Block("unit", group.unit.text, 2, label=f"2.{max(number, 1)}."))
        for n, order in enumerate(group.orders):
            sheet.task(label(n), under(group.unit, item_sentence(rng, order)), depth=2)


def plain_units(sheet: Sheet) -> None:
    """Offices on lines of their own, bold or with a colon: "Đối với Chi cục Kiểm lâm:"."""
    rng, plan = sheet.rng, sheet.plan
    sheet.part(
        "I.", rng.choice(("ĐÁNH GIÁ CHUNG", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "TÌNH HÌNH CHUNG"))
    )
    sheet.say(*plan.said)
    sheet.part("II.", rng.choice(("NHIỆM VỤ TRỌNG TÂM", "MỘT SỐ NHIỆM VỤ THỜI GIAN TỚI")))
    style = rng.choice(("{u}", "{u}:", "Đối với {u}:", "Giao {u}:", "{U}"))
    counted = style != "Đối với {u}:" or rng.random() < 0.5
    label = labels(rng, rng.choice(("-", "a)", "+", "•", "–")))
    for number, group in enumerate(plan.groups, 1):
        head = style.format(u=group.unit.text, U=group.unit.text.upper())
        role: Role = "lead-in" if head.endswith(":") else "unit"
        sheet.blocks.append(Block(role, head, label=f"{number}." if counted else ""))
        for n, order in enumerate(group.orders):
            end = rng.choice((".", ";")) if n + 1 < len(group.orders) else "."
            sheet.task(label(n), under(group.unit, item_sentence(rng, order, end)), depth=2)


def by_sentence(sheet: Sheet) -> None:
    """Numbered paragraphs, each an order that names whom it is to."""
    rng, plan = sheet.rng, sheet.plan
    label = labels(rng, rng.choice(("1.", "1.", "1)", "1-")))
    sheet.say(*plan.said, label=label(0))
    orders = _orders(plan)
    for n, order in enumerate(orders, 1):
        sheet.task(label(n), own_sentence(rng, order))


def assigned_lists(sheet: Sheet) -> None:
    """ "1. Giao Sở A:" with a), b) under it; an office with one order on one line."""
    rng, plan = sheet.rng, sheet.plan
    label = labels(rng, rng.choice(("a)", "-", "+", "a.")))
    verb = rng.choice(("Giao ", "Giao ", "", "Yêu cầu "))
    tail = rng.choice((":", ":", " có trách nhiệm:", " tập trung thực hiện các nhiệm vụ sau:"))
    for number, group in enumerate(plan.groups, 1):
        if len(group.orders) == 1:
            order = replace(group.orders[0], assignees=group.unit)
            if not _same_unit(order):
                sheet.task(f"{number}.", own_sentence(rng, order))
                continue
        sheet.blocks.append(Block("lead-in", f"{verb}{group.unit.text}{tail}", label=f"{number}."))
        for n, order in enumerate(group.orders):
            end = ";" if n + 1 < len(group.orders) else "."
            sheet.task(label(n), under(group.unit, item_sentence(rng, order, end)), depth=2)


def nested(sheet: Sheet) -> None:
    """Parts in roman numerals, subjects in arabic ones, orders lettered or bulleted."""
    rng, plan = sheet.rng, sheet.plan
    sheet.part("I.", "VỀ KẾT QUẢ CÔNG TÁC".replace("VỀ ", rng.choice(("", "VỀ "))))
    for n, said in enumerate(plan.said, 1):
        sheet.say(said, label=f"{n}.")
    sheet.part("II.", "VỀ NHIỆM VỤ THỜI GIAN TỚI")
    label = labels(rng, rng.choice(("a)", "-", "+", "•", "(i)")))
    for number, group in enumerate(plan.groups, 1):
        sheet.blocks.append(Block("unit", f"Về lĩnh vực {group.subject}", label=f"{number}."))
        for n, order in enumerate(group.orders):
            sheet.task(small_roman(label(n), n), own_sentence(rng, order), depth=2)


def decimals(sheet: Sheet) -> None:
    """Everything in decimal numbers: 1., 1.1., 1.1.1."""
    rng, plan = sheet.rng, sheet.plan
    sheet.part("1.", rng.choice(("Đánh giá chung", "Tình hình thực hiện nhiệm vụ")))
    for n, said in enumerate(plan.said, 1):
        sheet.say(said, label=f"1.{n}.")
    sheet.part("2.", "Nhiệm vụ, giải pháp thời gian tới")
    dot = rng.choice((".", ""))
    for number, group in enumerate(plan.groups, 1):
        sheet.blocks.append(Block("unit", f"Lĩnh vực {group.subject}", 2, label=f"2.{number}."))
        for n, order in enumerate(group.orders, 1):
            sheet.task(f"2.{number}.{n}{dot}", own_sentence(rng, order), depth=2)


def subjects(sheet: Sheet) -> None:
    """By subject: what was said of it, then orders in paragraphs, some two to one."""
    rng, plan = sheet.rng, sheet.plan
    said = list(plan.said)
    for number, group in enumerate(plan.groups, 1):
        sheet.blocks.append(Block("unit", f"Về công tác {group.subject}", label=f"{number}."))
        if said:
            sheet.say(said.pop())
        orders = list(group.orders)
        while orders:
            first = orders.pop(0)
            if orders and rng.random() < 0.4 and _differ(first, orders[0]) and not first.further:
                second = orders.pop(0)
                sheet.task("", given_sentence(rng, first), given_sentence(rng, second))
            else:
                sheet.task("", own_sentence(rng, first))


def bare_paragraphs(sheet: Sheet) -> None:
    """No headings at all: an opinion, then orders one after another, dashed or not."""
    rng, plan = sheet.rng, sheet.plan
    label = rng.choice(("", "-", "–"))
    sheet.say(*plan.said, label=label)
    for order in _orders(plan):
        sheet.task(label, own_sentence(rng, order))


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    "unit headings": unit_headings,
    "plain units": plain_units,
    "by sentence": by_sentence,
    "assigned lists": assigned_lists,
    "nested": nested,
    "decimals": decimals,
    "subjects": subjects,
    "bare paragraphs": bare_paragraphs,
    "table": table,
}


def laid_out(rng: Random, plan: Plan, layout: str) -> Sheet:
    """A plan in a layout, one of ``LAYOUTS``."""
    sheet = Sheet(rng, _fitting(plan, layout), [], [], [])
    LAYOUTS[layout](sheet)
    return sheet


def _fitting(plan: Plan, layout: str) -> Plan:
    """The plan without what a layout has no place for."""
    if layout not in ("unit headings", "plain units", "assigned lists", "table"):
        return plan
    groups: list[Group] = []
    for group in plan.groups:
        mine = set(group.unit.values("unit"))
        orders = tuple(
            replace(o, coordinators=None)
            if o.coordinators and mine & set(o.coordinators.values("unit"))
            else o
            for o in group.orders
        )
        groups.append(Group(group.unit, group.subject, orders))
    return replace(plan, groups=tuple(groups))


def _orders(plan: Plan) -> list[Order]:
    return [order for group in plan.groups for order in group.orders]


def _same_unit(order: Order) -> bool:
    others = order.coordinators
    return bool(others and set(others.values("unit")) & set(order.assignees.values("unit")))


def _differ(first: Order, second: Order) -> bool:
    a, b = (set(o.assignees.values("unit")) for o in (first, second))
    return not a & b and "*" not in a | b
