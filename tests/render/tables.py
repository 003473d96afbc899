"""The layout of tasks in a table."""

from dataclasses import replace

from tests.render import deadlines
from tests.render.phrase import Phrase
from tests.render.sentences import table_sentence
from tests.render.sheet import Block, Expected, Sheet

_COLUMNS = {
    "label": ("STT", "TT", "Số TT"),
    "content": ("Nội dung công việc", "Nhiệm vụ", "Nội dung chỉ đạo", "Tên nhiệm vụ",
        "Nội dung kết luận"),
    "assignee": ("Đơn vị chủ trì", "Cơ quan thực hiện", "Đơn vị thực hiện", "Chủ trì",
        "Cơ quan chủ trì"),
    "coordinator": ("Đơn vị phối hợp", "Phối hợp", "Cơ quan phối hợp"),
    "deadline": ("Thời hạn hoàn thành", "Thời gian thực hiện", "Thời hạn", "Tiến độ"),
}  # fmt: skip


def table(sheet: Sheet) -> None:
    """A table, its columns in any order; the office blank or "nt" where it is the one above."""
    rng, plan = sheet.rng, sheet.plan
    sheet.part("I.", "ĐÁNH GIÁ CHUNG")
    sheet.say(*plan.said)
    sheet.part("II.", "PHÂN CÔNG NHIỆM VỤ")
    roles = ["label", "content", "assignee", "coordinator", "deadline"]
    if rng.random() < 0.5:
        middle = roles[1:]
        rng.shuffle(middle)
        roles = ["label", *middle]
    day = plan.issued or plan.met
    rows: list[tuple[str | None, ...]] = [tuple(rng.choice(_COLUMNS[role]) for role in roles)]
    number = 0
    for group in plan.groups:
        shared = rng.random() < 0.5 and len(group.orders) > 1
        ditto = rng.choice((None, None, "nt", "-nt-"))
        for n, order in enumerate(group.orders):
            number += 1
            unit = group.unit if shared else order.assignees
            if (
                shared
                and order.coordinators
                and set(unit.values("unit")) & set(order.coordinators.values("unit"))
            ):
                order = replace(order, coordinators=None)
            due = deadlines.deadline_cell(rng, day) if order.deadline else None
            content = table_sentence(order)
            cells: dict[str, str | None] = {
                "label": str(number),
                "content": content.text,
                "assignee": ditto if shared and n else unit.capitalised().text,
                "coordinator": order.coordinators.capitalised().text if order.coordinators else "",
                "deadline": due.text if due else "",
            }
            facts = unit.as_kind("assignee").facts + content.facts
            facts += order.coordinators.as_kind("coordinator").facts if order.coordinators else ()
            facts += due.facts if due else ()
            sheet.tasks.append(Expected(str(number), Phrase(content.text, facts)))
            rows.append(tuple(cells[role] for role in roles))
    sheet.blocks.append(Block("table", rows=tuple(rows)))
