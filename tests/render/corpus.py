"""Write a corpus of made-up notices with gold files: ``python -m tests.render.corpus N FOLDER``.

The sources lie in ``FOLDER/notices``, what a perfect reading gives in ``FOLDER/gold``.
"""

import argparse
import json
from pathlib import Path
from random import Random
from typing import Any

from tests.render.layouts import LAYOUTS
from tests.render.notices import Rendered, any_notice
from tests.render.sheet import Expected

_BEGIN, _END = 60, 30
"""Characters of a task's text that a gold file keeps from its beginning and its end."""


def gold(notice: Rendered, source: str) -> dict[str, Any]:
    """A notice's gold file."""
    plan = notice.plan
    return {
        "source": source,
        "notice": {
            "number": plan.number,
            "issuer": plan.world.issuer,
            "issued": plan.issued.isoformat() if plan.issued else None,
            "meeting_date": plan.met.isoformat(),
            "chair": plan.chair,
            "signer": plan.signer,
        },
        "tasks": [_task(n, task) for n, task in enumerate(notice.tasks, 1)],
        "documents": [
            {"key": key, "date": day.isoformat() if day else None} for key, day in notice.documents
        ],
    }


def _task(number: int, task: Expected) -> dict[str, Any]:
    said = task.said
    return {
        "id": f"t{number:02}",
        "label": task.label,
        "assignees": said.values("assignee"),
        "coordinators": said.values("coordinator"),
        "begins": said.text[:_BEGIN],
        "ends": said.text[-_END:],
        "due": sorted(said.values("due")),
        "refs": said.values("ref"),
        "projects": said.values("project"),
        "people": said.values("person"),
        "places": said.values("place"),
    }


def write(count: int, folder: Path, seed: int) -> None:
    """Write ``count`` notices over all layouts, the same for the same seed."""
    for name in ("notices", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    layouts = tuple(LAYOUTS)
    for n in range(count):
        layout = layouts[n % len(layouts)]
        notice = any_notice(Random(f"{seed}/{n}"), layout=layout, most_orders=24)
        stem = f"{n:04}-{layout.replace(' ', '-')}"
        source = stem + notice.suffix
        (folder / "notices" / source).write_bytes(notice.data)
        text = json.dumps(gold(notice, source), ensure_ascii=False, indent=1)
        (folder / "gold" / f"{stem}.gold.json").write_text(text, encoding="utf8")


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    write(args.count, args.folder, args.seed)


if __name__ == "__main__":
    main()
