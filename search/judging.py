"""Judge queries: which passages are looked at, and how probable it is that each is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from search.cells import Rows
from search.cutoff import relevance
from search.dense import DenseIndex
from search.fuse import Evidence, fuse, gather
from search.glossary import load_glossary
from search.kin import Works
from search.query import Reading, read_query
from search.restore import Restorer
from search.sparse import Field, WordIndex
from search.types import Vectors

_WHOLLY_JUDGED = 20_000
"""Passages up to which each is judged for each query; of more only the candidates are."""
_BEST = 1_500
"""Candidates by meaning and by each wording where the best of an answer are asked for."""
_MANY = 5_000
"""The same where everything is: of 100,000 passages seldom more are about one thing."""
_KIN_OF = 300
"""Candidates of each kind, the likeliest, whose kin are candidates too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query as read, with its vector."""

    reading: Reading
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Judged:
    """One query against some passages; the arrays are ``[rows]``."""

    reading: Reading
    dense: Vectors
    """How unusually near in meaning."""
    scores: Vectors
    """These order the passages."""
    probabilities: Vectors
    """Of being relevant, each passage by itself."""


class Judge:
    """All that is known of the passages, to judge queries by."""

    def __init__(self, dense: DenseIndex, words: WordIndex) -> None:
        self.dense = dense
        self.words = words
        self._restorer = Restorer(words.corpus, load_glossary().terms)

    def __len__(self) -> int:
        return len(self.dense.vectors)

    def read(self, query: str, *, expand: bool) -> Reading:
        """Understand a query."""
        vocabulary = self.words.fields.folded
        return read_query(query, vocabulary, self._restorer, load_glossary(), expand=expand)

    def rows(
        self,
        asked: Sequence[Asked],
        *,
        complete: bool,
        works: Works | None = None,
        inside: Rows | None = None,
    ) -> Rows | None:
        """Return the passages that some queries are judged against, None where it is all of them.

        Args:
            asked: the queries.
            complete: whether all that is relevant is asked for, and not only the best.
            works: see ``search.kin``.
            inside: the only rows that are wanted, None for all.
        """
        if len(self) <= _WHOLLY_JUDGED:
            return None
        most = _MANY if complete else _BEST
        found = []
        likely = []
        for one in asked:
            for ordered in (
                self.dense.cells.nearest(one.vector, most),
                *(field.likeliest(words, most) for field, words in self._wordings(one.reading)),
            ):
                found.append(ordered)
                likely.append(ordered[:_KIN_OF])
        if inside is not None and len(inside) <= _WHOLLY_JUDGED:
            found.append(inside)
        if works is not None:
            hot = np.zeros(len(self), np.bool_)
            hot[works[np.concatenate(likely)]] = True
            found.append(np.flatnonzero(hot[works]))
        wanted = np.zeros(len(self), np.bool_)
        wanted[np.concatenate(found)] = True
        return np.flatnonzero(wanted)

    def judge(self, asked: Asked, rows: Rows | None) -> Judged:
        """Judge a query against passages, by row, or all of them."""
        evidence = self.evidence(asked, rows)
        kind = asked.reading.kind
        return Judged(
            asked.reading, evidence.dense, fuse(evidence, kind), relevance(evidence, kind)
        )

    def evidence(self, asked: Asked, rows: Rows | None) -> Evidence:
        """Return what each retriever says of passages, by row, or of all of them."""
        dense = self.dense.scores(asked.vector, asked.reading.side, rows)
        fields = self.words.fields if rows is None else self.words.part(rows)
        return gather(asked.reading, fields, dense)

    def _wordings(self, reading: Reading) -> Iterator[tuple[Field, Sequence[str]]]:
        """List what is looked for by words, each with the field where it is."""
        fields = self.words.fields
        for words in (reading.marked, reading.expanded, *reading.variants, *reading.synonyms):
            if words:
                yield fields.marked, words
        if reading.kind != "vi":
            yield fields.folded, reading.bare
