"""The graph of each sample: its facts line by line, and a digest of all, evidence included."""

import hashlib
import json
from pathlib import Path

import pytest

from kg.build import notice_quads
from kg.export import nquads
from kg.ids import BASE
from kg.wire import notice_from_json

ROOT = Path(__file__).parents[2]
READINGS = sorted((ROOT / "tests/examples/golden").glob("*.json"))
EVIDENCE = f"<{BASE}evidence/"


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_a_sample_gives_the_graph_that_was_reviewed(reading: Path) -> None:

    notice = notice_from_json(json.loads(reading.read_text(encoding="utf-8")))
    lines = nquads(notice_quads(notice)).decode().splitlines()
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    facts = [line for line in lines if EVIDENCE not in line and "#fullText>" not in line]
    graph = f"# {len(lines)} quads, sha256 {digest}\n" + "\n".join(facts) + "\n"
    golden = reading.with_suffix(".nq")
    if not golden.exists():
        golden.write_text(graph, encoding="utf-8")
        pytest.fail(f"{golden} was missing and has been written: please review it")
    assert graph.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_every_sample_has_its_graph() -> None:
    assert len(READINGS) == len(list((ROOT / "ingest/samples").glob("2025*"))) == 4
