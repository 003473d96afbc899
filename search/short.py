"""The built-in model for what people type: a few words, as fast as they can be encoded.

A batch of passages keeps the processor busy in its matrix products; a query is too small for that,
and most of its time would go into the many small modules of the model, into reading the weights in
an order that does not suit a few rows, and into handing work to a second thread. So the layers are
applied here one after another by the functions that they are made of, with weights laid out
beforehand, in one thread. The vectors are those of the model itself (cosine 1.0000).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from search.types import Vectors

_ROWS = 16
"""Tokens of a usual query, which the layout of the weights is chosen for."""
MOST_TOKENS = 96
"""Tokens of all texts together up to which this is faster than the model's own way."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer of the transformer; each is a function of the tokens' rows."""

    query_key_value: Callable[[Any], Any]
    mix: Callable[[Any], Any]
    norm: Any
    widen: Callable[[Any], Any]
    narrow: Callable[[Any], Any]
    last_norm: Any


class ShortTexts:
    """A BERT with mean pooling, made ready for short texts."""

    def __init__(self, bert: Any, tokenizer: Any) -> None:
        """Lay the weights out.

        Args:
            bert: a transformers ``BertModel`` whose linear layers are float32 or bfloat16.
            tokenizer: one of the library ``tokenizers``.
        """
        self._tokenizer = tokenizer
        self._embeddings = bert.embeddings
        self._heads = bert.config.num_attention_heads
        self._layers = [_layer(layer) for layer in bert.encoder.layer]

    def encode(self, texts: Sequence[str]) -> Vectors | None:
        """Encode texts with their prompt. *Shape:* ``[len(texts), dim]``.

        Returns:
            None where they are too long to gain by it.
        """
        import torch

        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        sizes = [len(row) for row in rows]
        if sum(sizes) > MOST_TOKENS:
            return None
        with torch.inference_mode(), _one_thread():
            ids = torch.tensor([number for row in rows for number in row])
            places = torch.cat([torch.arange(size) for size in sizes])
            vectors = self._run(ids, places, _same_text(sizes))
            means = torch.stack([part.mean(0) for part in vectors.split(sizes)])
            return np.asarray(torch.nn.functional.normalize(means).numpy(), np.float32)

    def _run(self, ids: Any, places: Any, seen: Any) -> Any:
        """Return the tokens' vectors; ``seen`` tells which token attends to which."""
        from torch.nn.functional import gelu, scaled_dot_product_attention

        inputs = self._embeddings
        x = inputs.word_embeddings.weight[ids] + inputs.position_embeddings.weight[places]
        x = _normed(x + inputs.token_type_embeddings.weight[0], inputs.LayerNorm)
        for layer in self._layers:
            parts = layer.query_key_value(x).view(len(ids), 3, self._heads, -1)
            query, key, value = parts.permute(1, 2, 0, 3).unsqueeze(1)
            mixed = scaled_dot_product_attention(query, key, value, attn_mask=seen)
            mixed = mixed[0].transpose(0, 1).reshape(len(ids), -1)
            x = _normed(x + layer.mix(mixed).float(), layer.norm)
            x = _normed(x + layer.narrow(gelu(layer.widen(x))).float(), layer.last_norm)
        return x


def _layer(layer: Any) -> _Layer:
    import torch

    inner, after = layer.attention.self, layer.attention.output
    thirds = (inner.query, inner.key, inner.value)
    return _Layer(
        _linear(torch.cat([p.weight for p in thirds]), torch.cat([p.bias for p in thirds])),
        _linear(after.dense.weight, after.dense.bias),
        after.LayerNorm,
        _linear(layer.intermediate.dense.weight, layer.intermediate.dense.bias),
        _linear(layer.output.dense.weight, layer.output.dense.bias),
        layer.output.LayerNorm,
    )


def _linear(weight: Any, bias: Any) -> Callable[[Any], Any]:
    """Return a matrix product, in bfloat16 with its weights laid out for few rows."""
    import torch

    weight, bias = weight.detach(), bias.detach()
    packed = torch.ops.mkldnn
    if weight.dtype == torch.bfloat16 and hasattr(packed, "_reorder_linear_weight"):
        laid_out = packed._reorder_linear_weight(weight, _ROWS)
        return lambda x: packed._linear_pointwise(
            x.to(torch.bfloat16), laid_out, bias, "none", [], ""
        )
    return lambda x: torch.nn.functional.linear(x.to(weight.dtype), weight, bias)


def _normed(x: Any, norm: Any) -> Any:
    from torch.nn.functional import layer_norm

    return layer_norm(x, norm.normalized_shape, norm.weight, norm.bias, norm.eps)


def _same_text(sizes: Sequence[int]) -> Any:
    """Return which tokens are of one text, None where there is one text. *Shape:* ``[n, n]``."""
    import torch

    if len(sizes) == 1:
        return None
    text = torch.repeat_interleave(torch.arange(len(sizes)), torch.tensor(sizes))
    return text[:, None] == text[None, :]


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep products of a few rows in one thread: a second one gains little where it is idle, and
    is waited for where it is not (15 ms against 8 on two busy cores)."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
