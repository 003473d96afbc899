"""A notice made up and printed in any layout reads back as what it was made from."""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest import read_bytes
from tests.render.compare import differences
from tests.render.layouts import LAYOUTS
from tests.render.notices import any_notice

pytestmark = pytest.mark.slow

_EXAMPLES = int(os.environ.get("CHIDAO_ROUNDTRIPS", "180"))
"""Notices over all layouts; 2,000 take a minute or two."""


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(
    max_examples=max(1, _EXAMPLES // len(LAYOUTS)),
    deadline=None,
    derandomize="CHIDAO_ROUNDTRIPS" not in os.environ,
    phases=(Phase.generate, Phase.shrink)
    if "CHIDAO_ROUNDTRIPS" in os.environ
    else (Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(rng=st.randoms(use_true_random=False))
def test_what_was_written_is_read(layout: str, rng: Random) -> None:
    notice = any_notice(rng, layout=layout, most_orders=6)

    read = read_bytes(notice.data, f"notice{notice.suffix}")

    assert differences(read, notice) == [], notice.form


def test_the_same_seed_writes_the_same_notice() -> None:
    first, second = (any_notice(Random(7)) for _ in range(2))

    assert first.data == second.data
    assert first.tasks == second.tasks


def test_a_reading_that_is_wrong_is_told() -> None:
    notice = any_notice(Random(1), layout="by sentence")
    other = any_notice(Random(2), layout="by sentence")

    told = differences(read_bytes(other.data, "other.txt"), notice)

    assert {line.split(":")[0] for line in told} >= {"issuer", "tasks", "documents"}
