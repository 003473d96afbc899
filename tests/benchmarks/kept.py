"""An encoder that keeps the vectors of what it has encoded in a folder."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from search.types import Encoder, Progress, Vectors


class KeptEncoder:
    """The encoder handed in, asked once for each text; ``keep`` writes the vectors down."""

    def __init__(self, encoder: Encoder, folder: Path | None) -> None:
        self._encoder = encoder
        self._file = (
            folder / f"{sha256(encoder.model.encode()).hexdigest()[:12]}.npz" if folder else None
        )
        self._known: dict[str, np.ndarray] = {}
        if self._file and self._file.is_file():
            with np.load(self._file) as kept:
                self._known = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
        self._before = len(self._known)

    @property
    def model(self) -> str:
        return self._encoder.model

    @property
    def dim(self) -> int:
        return self._encoder.dim

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode("query: ", texts, self._encoder.encode_queries)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return self._encode(
            "passage: ", texts, lambda new: self._encoder.encode_passages(new, progress)
        )

    def keep(self) -> None:
        """Write down every vector made so far, where there is a folder and something new."""
        if self._file is None or len(self._known) == self._before:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            self._file,
            texts=np.array(list(self._known)),
            vectors=np.stack(list(self._known.values())),
        )
        self._before = len(self._known)

    def _encode(
        self, prompt: str, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        keys = [sha256(f"{prompt}{text}".encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            self._known |= zip(new, encode(list(new.values())), strict=True)
        if not keys:
            return np.zeros((0, self.dim), np.float32)
        return np.stack([self._known[key] for key in keys])
