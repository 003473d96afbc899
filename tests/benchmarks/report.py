"""How a benchmark hands over its figures."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing measured against its alternative, in the same run."""

    name: str
    ours: float
    theirs: float
    unit: str
    alternative: str
    higher_is_better: bool = True

    @property
    def ratio(self) -> float:
        """How many times better ours is."""
        return self.ours / self.theirs if self.higher_is_better else self.theirs / self.ours

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.ours:.3g} {self.unit}, {self.alternative} {self.theirs:.3g}"
            f" {self.unit}: {self.ratio:.2f}x"
        )


def seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """Return the quickest of a few runs; what else the machine does only slows a run down."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)
