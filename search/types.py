"""The records of search, and what it asks of an embedding model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""Rows of unit length, ``[texts, dim]``; also any array of scores."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many texts are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that can be found, under the caller's own id."""

    id: str
    text: str
    about: str | None = None
    """The text without the names in it that say nothing of its subject, where there are any: a
    unit's name says "minerals" of all that the unit does."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found."""

    id: str
    score: float
    """Orders the hits of one query; not comparable between queries."""
    relevance: float
    """Estimated probability that the passage is about what was asked, 0..1."""
    why: tuple[str, ...] = ()
    """What spoke for it: "words: ...", "glossary: ... → ...", "meaning", "work" (see ``kin``)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is about a query, and how sure that is."""

    hits: tuple[Hit, ...]
    """Best first."""
    perhaps: tuple[Hit, ...] = ()
    """Best first: left out of a complete answer, and yet not improbable."""
    missed: float = 0.0
    """Expected number of relevant passages that a complete answer leaves out."""
    added: tuple[str, ...] = ()
    """What the glossary added: "mining closure → đóng cửa mỏ"."""


class Encoder(Protocol):
    """Turns texts into vectors whose inner product is their likeness in meaning."""

    @property
    def model(self) -> str:
        """Identity of the weights and settings; vectors of two identities do not compare."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode what people type. *Shape:* ``[len(texts), dim]``, rows of unit length."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Encode what they look for. *Shape:* ``[len(texts), dim]``, rows of unit length."""
