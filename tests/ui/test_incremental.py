"""Adding notices one by one, in any order, gives what reading them all at once gives."""

from pathlib import Path
from random import Random

import pytest

from tests.support import TinyEncoder
from ui.workspace import Workspace

pytestmark = pytest.mark.slow

NOTICES = sorted((Path(__file__).parents[1] / "series" / "trade" / "notices").iterdir())


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace.open(tmp_path_factory.mktemp("at-once"), encoder=TinyEncoder())
    assert not workspace.ingest(NOTICES).failed
    return workspace


@pytest.mark.parametrize("seed", [1, 2])
def test_one_by_one_in_any_order(tmp_path: Path, seed: int, at_once: Workspace) -> None:
    workspace = Workspace.open(tmp_path, encoder=TinyEncoder())
    for path in Random(seed).sample(NOTICES, len(NOTICES)):
        workspace.ingest([path])
    assert workspace.export("nq") == at_once.export("nq")
    assert workspace.threads() == at_once.threads()


def test_a_notice_added_and_taken_out_leaves_nothing(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path, encoder=TinyEncoder())
    workspace.ingest(NOTICES[:-1])
    before = workspace.export("nq")
    workspace.ingest(NOTICES[-1:])
    assert workspace.export("nq") != before
    workspace.remove(NOTICES[-1].name)
    assert workspace.export("nq") == before
    assert workspace.doctor().ok
