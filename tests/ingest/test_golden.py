"""The sample notices as read, word for word."""

import json
from pathlib import Path

import pytest

from kg.wire import notice_from_json, notice_to_json
from tests.ingest.notices import ROOT, SAMPLES, read

GOLDEN = ROOT / "tests/examples/golden"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_as_reviewed(path: Path) -> None:
    notice = read(path)
    golden = GOLDEN / f"{path.stem}.json"
    data = notice_to_json(notice)
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        golden.write_text(text + "\n", encoding="utf-8")
        pytest.fail(f"{golden} was missing and has been written: please review it")
    assert data == json.loads(golden.read_text(encoding="utf-8"))
    assert notice_from_json(data) == notice
