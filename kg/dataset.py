"""Which graphs a query sees, where it does not see them all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dataset:
    """A choice among the graphs of the store; one that it does not hold is empty."""

    default: tuple[str, ...] = ()
    """IRIs of the graphs whose union is asked."""
    named: tuple[str, ...] = ()
    """IRIs of the graphs that ``GRAPH`` may pick."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query as one process hands it to another."""

    sparql: str
    max_rows: int
    tables: tuple[str, ...]
    """IRIs of the functions whose tables the asker can work out."""
    dataset: Dataset | None
