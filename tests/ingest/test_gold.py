"""What is read agrees with what people annotated."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.notices import ANNOTATED, OTHER_TYPES, ROOT, SAMPLES, SERIES, read, reference
from tests.ingest.scoring import score, worst

MEAN = 0.98
EACH = 0.90

SETS = {
    "samples": (SAMPLES, ROOT / "tests/examples"),
    "annotated": ([*ANNOTATED, *OTHER_TYPES], ROOT / "tests/notices/gold"),
    **{name: (paths, ROOT / "tests/series" / name / "gold") for name, paths in SERIES.items()},
}
BELOW: dict[str, dict[str, float]] = {}
"""Set -> what is not yet read that well."""


def _scored(name: str) -> tuple[float, dict[str, float], object]:
    notices, folder = SETS[name]
    total = score((read(p), folder / f"{p.stem}.gold.json") for p in notices)
    return total.mean, {n: c.f1 for n, c in total.fields.items()}, worst(total)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_read_well(name: str) -> None:
    mean, fields, errors = _scored(name)
    below = BELOW.get(name, {})
    assert mean >= below.get("mean", MEAN), (fields, errors)
    assert {n: f1 for n, f1 in fields.items() if f1 < below.get(n, EACH)} == {}


@pytest.mark.reference
@pytest.mark.parametrize(
    "name", ["2021-06-tb-stnmt.md", "2024-10-467-tb-vpcp.txt"]
)  # a real notice each of a department and of the Government's office
def test_a_real_notice_is_read_well(name: str, tmp_path: Path) -> None:
    gold = reference(f"gold/{Path(name).stem}.gold.json")
    for folder, source in (("gold", gold), ("notices", reference(f"notices/{name}"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / source.name).write_bytes(source.read_bytes())
    script = reference("tools/score.py")
    command = [sys.executable, str(script), "extract", str(tmp_path / "gold"), "--floor", str(MEAN)]
    chidao = f"{sys.executable} -m ui.cli"
    done = subprocess.run(
        [*command, "--chidao", chidao], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
