"""What tests of several floors share."""

import hashlib
from collections.abc import Sequence

import numpy as np

from search.tokens import folded, words
from search.types import Progress, Vectors


class TinyEncoder:
    """A deterministic encoder without weights: hashed syllables and their letter trigrams.

    Texts that share words are near each other, with or without marks; it knows no meaning and no
    English.
    """

    def __init__(self, model: str = "tiny", dim: int = 64) -> None:
        self.model = model
        self.dim = dim
        self.encoded: list[str] = []
        """Every passage encoded so far, for tests that count."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.encoded.extend(texts)
        vectors = self._encode(texts)
        if progress is not None:
            progress(len(texts), len(texts))
        return vectors

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.full((len(texts), self.dim), 0.05, np.float32)
        for row, text in enumerate(texts):
            for word in folded(words(text)):
                for gram in (word, *(f"_{word}_"[i : i + 3] for i in range(len(word)))):
                    code = hashlib.blake2b(gram.encode(), digest_size=4).digest()
                    sign = 1.0 if code[3] & 1 else -1.0
                    vectors[row, int.from_bytes(code[:3], "big") % self.dim] += sign
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-9), np.float32)
