"""Importing spaCy without the seconds that it spends on importing torch for itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_torch() -> Iterator[None]:
    """Let imports inside believe that torch is not installed.

    spaCy's back end imports torch wherever it finds it, which costs some 2 s; our components are
    rules and need none. A torch that is already imported stays.
    """
    hidden = [name for name in ("torch", "tensorflow", "mxnet", "cupy") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: import fails
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)
