"""The embedding model of a workspace: loaded when first needed, and once."""

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search import Encoder


class SharedEncoder:
    """One encoder for all states that a workspace opens in turn."""

    def __init__(self, encoder: "Encoder | None" = None) -> None:
        self._encoder = encoder
        self._loading = threading.Lock()

    @property
    def loaded(self) -> "Encoder | None":
        """The encoder if it is there already; asking does not load it."""
        return self._encoder

    def get(self) -> "Encoder":
        """Return the encoder, loading the configured one at the first call.

        Raises:
            MissingProgram: the configured model is not on this machine.
        """
        with self._loading:
            if self._encoder is None:
                from search import load_encoder

                self._encoder = load_encoder()
            return self._encoder
