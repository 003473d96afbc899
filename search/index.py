"""The index: passages in, hits out; kept in a folder."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import WrongModel
from search.cells import Rows
from search.cutoff import is_perhaps, is_relevant
from search.dense import DenseIndex, unit
from search.encoder import MODEL_VARIABLE, load_encoder
from search.explain import added_by_glossary, explain
from search.fuse import Evidence, fuse
from search.judging import Asked, Judge, Judged
from search.kin import KIN, Works, lift, lifted
from search.query import Reading
from search.sparse import WordIndex, words_of
from search.stored import Parts, load, save
from search.tokens import words as words_in
from search.types import Answer, Encoder, Hit, Passage, Progress, Vectors

_BACKGROUND = Path(__file__).with_name("background.tsv")
"""Background queries in English and Vietnamese: every 26th concept of the glossary as it once was.
The list stays as it is while the glossary grows, for what is usual is measured by it."""
_MOST_PERHAPS = 50
"""Hits of the band of doubt: a longer list nobody looks through."""
_IN_CELLS = 20_000
"""Passages from which an index is saved with its vectors in FAISS: below, each is judged."""


class SearchIndex:
    """Finds passages by meaning and by words.

    An index never changes: :meth:`updated` returns another one.
    """

    def __init__(self, parts: Parts, encoder: Encoder | None) -> None:
        """Put finished parts together; see :meth:`from_passages` and :meth:`load`.

        Args:
            parts: the passages, their words and their vectors.
            encoder: for queries; None loads the usual one at the first query.
        """
        count = len(parts.passages)
        self._passages, self._ids = parts.passages, parts.ids
        self._rows = {one: row for row, one in enumerate(parts.ids)}
        if len(self._rows) != count:
            raise ValueError("Expected each passage id once, got one twice")
        if len(parts.dense.vectors) != count:
            raise ValueError(f"Expected {count} vectors, got {len(parts.dense.vectors)}")
        self.model = parts.model
        self._encoder = encoder
        self._dense, self._words = parts.dense, parts.words
        self._judge = Judge(parts.dense, parts.words)

    @classmethod
    def from_passages(
        cls,
        passages: Iterable[Passage],
        *,
        encoder: Encoder | None = None,
        progress: Progress | None = None,
    ) -> "SearchIndex":
        """Encode and index passages.

        Args:
            passages: each id once.
            encoder: None loads the usual one.
            progress: called with (passages encoded, passages to encode).
        """
        every = tuple(passages)
        encoder = encoder or load_encoder()
        vectors = _encode(every, encoder, progress)
        return cls.from_vectors(every, vectors, encoder)

    @classmethod
    def from_vectors(
        cls, passages: Iterable[Passage], vectors: Vectors, encoder: Encoder
    ) -> "SearchIndex":
        """Index passages whose vectors an encoder has made. *Shape:* ``[n, dim]``."""
        every = tuple(passages)
        dense = DenseIndex(vectors, _background(encoder))
        ids = tuple(passage.id for passage in every)
        return cls(Parts(every, ids, dense, WordIndex(every), encoder.model), encoder)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every passage's id, in the order they were given."""
        return self._ids

    @property
    def texts(self) -> tuple[str, ...]:
        """Every passage's text, in the order of :attr:`ids`."""
        return tuple(passage.text for passage in self._passages)

    @property
    def vectors(self) -> Vectors:
        """Every passage's vector, in the order of :attr:`ids`. *Shape:* ``[n, dim]``."""
        return self._dense.vectors

    def __len__(self) -> int:
        return len(self._passages)

    def search(
        self,
        query: str,
        limit: int | None = 10,
        *,
        among: Collection[str] | None = None,
        expand: bool = True,
    ) -> list[Hit]:
        """Return the best hits, best first.

        Args:
            query: in Vietnamese with or without marks, English or a mix.
            limit: at most so many; None gives every passage.
            among: only passages with these ids; None means all.
            expand: False searches without what the glossary would add.
        """
        answer = self.answer(((query,),), limit=limit, among=among, expand=expand)
        return list(answer.hits)

    def relevant(
        self, query: str, *, among: Collection[str] | None = None, expand: bool = True
    ) -> list[Hit]:
        """Return every passage that is about the query's topic and no other, best first."""
        answer = self.answer(((query,),), complete=True, among=among, expand=expand)
        return list(answer.hits)

    def answer(
        self,
        words: Sequence[Sequence[str]],
        *,
        limit: int | None = None,
        complete: bool = False,
        among: Collection[str] | None = None,
        expand: bool = True,
        works: Works | None = None,
    ) -> Answer:
        """Return what is about a query, with what may be and how much may be missed.

        Args:
            words: alternatives, each of queries that a passage must be about together; one
                query is ``[[query]]``.
            limit: the most hits of an incomplete answer; None gives every passage.
            complete: every relevant passage and no other.
            among: only passages with these ids; None means all.
            expand: False searches without what the glossary would add.
            works: the passages' works, in the order of :attr:`ids` (``search.kin``); None where
                they are not known.
        """
        asked = [[query for query in group if query.strip()] for group in words]
        asked = [group for group in asked if group]
        if not len(self) or not asked:
            return Answer(())
        groups = [[self._ask(query, expand) for query in group] for group in asked]
        inside = None if among is None else self._inside(among)
        rows = self._judge.rows(
            [one for group in groups for one in group], complete=complete, works=works,
            inside=inside,
        )  # fmt: skip
        judged = [[self._judge.judge(one, rows) for one in group] for group in groups]
        every = [one for group in judged for one in group]
        if len(every) == 1:
            scores, probabilities = every[0].scores, every[0].probabilities
        else:
            probabilities = scores = np.max(
                [np.min([j.probabilities for j in group], axis=0) for group in judged], axis=0
            )
        rows = np.arange(len(self)) if rows is None else rows
        alone = probabilities
        if works is not None:
            probabilities = lifted(probabilities, works[rows])
            scores = scores + lift(alone, probabilities)
        found = _Found(every, rows, scores, probabilities, is_relevant(probabilities))
        from_kin = found.relevant & ~is_relevant(alone)
        wanted = np.ones(len(rows), np.bool_)
        if inside is not None:
            wanted = np.isin(rows, inside, assume_unique=True)
        belongs = wanted & found.relevant if complete else wanted
        hits = self._hits(found, belongs, from_kin, None if complete else limit)
        added = tuple(dict.fromkeys(a for j in every for a in added_by_glossary(j.reading)))
        if not complete:
            return Answer(hits, added=added)
        doubtful = wanted & ~belongs & is_perhaps(probabilities)
        perhaps = self._hits(found, doubtful, from_kin, _MOST_PERHAPS)
        missed = float(probabilities[wanted & ~belongs].sum())
        return Answer(hits, perhaps, missed, added)

    def containing(self, phrase: str) -> frozenset[str]:
        """Return the ids of the passages that have the words of a phrase, as they stand.

        Marks count where the phrase has any.
        """
        return frozenset(self._ids[row] for row in self._words.containing(phrase))

    def similarity(self, ids_a: Collection[str], ids_b: Collection[str]) -> Vectors:
        """Return the cosines of stored vectors. *Shape:* ``[len(ids_a), len(ids_b)]``."""
        vectors = self.vectors
        rows_a = [self._rows[i] for i in ids_a]
        rows_b = [self._rows[i] for i in ids_b]
        return np.asarray(vectors[rows_a] @ vectors[rows_b].T, np.float32)

    def updated(
        self,
        add: Iterable[Passage],
        remove: Collection[str] = (),
        *,
        progress: Progress | None = None,
    ) -> "SearchIndex":
        """Return an index with passages added, replaced (same id) or removed.

        Only texts that are new are encoded.
        """
        new = {passage.id: passage for passage in add}
        gone = set(remove)
        kept = [n for n, one in enumerate(self._ids) if one not in gone and one not in new]
        before = tuple(self._passages)  # read once where they are read from a folder
        known = {p.text: row for row, p in enumerate(before)} if new else {}
        fresh = [passage for passage in new.values() if passage.text not in known]
        encoded = dict(
            zip(
                (p.text for p in fresh),
                _encode(fresh, self.encoder, progress) if fresh else (),
                strict=True,
            )
        )
        rows = [
            encoded[p.text] if p.text in encoded else self.vectors[known[p.text]]
            for p in new.values()
        ]
        added = np.array(rows, np.float32).reshape(len(rows), self.vectors.shape[1])
        passages = [*(before[row] for row in kept), *new.values()]
        words = WordIndex(
            passages,
            self._words.corpus.changed(kept, [words_of(p) for p in new.values()]),
            self._words.said.changed(kept, [words_in(p.text) for p in new.values()]),
        )
        dense = self._dense.changed(np.array(kept, np.int64), added)
        ids = (*(self._ids[row] for row in kept), *new)
        return SearchIndex(Parts(passages, ids, dense, words, self.model), self._encoder)

    @property
    def encoder(self) -> Encoder:
        """The encoder of queries, loaded when first needed."""
        if self._encoder is None:
            encoder = load_encoder()
            _check_model(self.model, encoder)
            self._encoder = encoder
        return self._encoder

    def save(self, folder: Path) -> None:
        """Write the index into a folder, made if absent."""
        parts = Parts(self._passages, self._ids, self._dense, self._words, self.model)
        save(parts, folder, cells=len(self) > _IN_CELLS)

    @classmethod
    def load(cls, folder: Path, *, encoder: Encoder | None = None) -> "SearchIndex":
        """Read an index that :meth:`save` wrote.

        Args:
            folder: where it is.
            encoder: for queries; None loads the usual one at the first query.

        Raises:
            WrongVersion: another version of chidao wrote it.
            WrongModel: another model made its vectors.
            WorkspaceError: it is incomplete or damaged.
        """
        parts = load(folder)
        if encoder is not None:
            _check_model(parts.model, encoder)
        return cls(parts, encoder)

    def read(self, query: str, *, expand: bool = True) -> tuple[Reading, Evidence]:
        """Return how a query is understood, and what each retriever says of every passage."""
        asked = self._ask(query, expand)
        return asked.reading, self._judge.evidence(asked, None)

    def weigh(self, reading: Reading, evidence: Evidence) -> Vectors:
        """Return the scores that order the passages of :meth:`read`. *Shape:* ``[n]``."""
        return fuse(evidence, reading.kind)

    def _ask(self, query: str, expand: bool) -> Asked:
        reading = self._judge.read(query, expand=expand)
        vectors = self.encoder.encode_queries([text for text, _ in reading.texts])
        weights = np.array([weight for _, weight in reading.texts], np.float32)
        return Asked(reading, unit(weights @ vectors))

    def _inside(self, among: Collection[str]) -> Rows:
        rows = [self._rows[one] for one in among if one in self._rows]
        return np.sort(np.array(rows, np.int64))

    def _hits(
        self,
        found: "_Found",
        wanted: NDArray[np.bool_],
        from_kin: NDArray[np.bool_],
        limit: int | None,
    ) -> tuple[Hit, ...]:
        places = np.flatnonzero(wanted)
        order = places[np.argsort(-found.scores[places], kind="stable")][:limit]
        return tuple(
            Hit(
                self._ids[found.rows[at]],
                float(found.scores[at]),
                float(found.probabilities[at]),
                self._why(found, int(at), bool(from_kin[at])),
            )
            for at in order
        )

    def _why(self, found: "_Found", at: int, from_kin: bool) -> tuple[str, ...]:
        passage = self._words.words(int(found.rows[at]))
        reasons = [KIN] if from_kin else []
        for one in found.judged:
            reasons += explain(one.reading, passage, float(one.dense[at]))
        return tuple(dict.fromkeys(reasons))


@dataclass(frozen=True, slots=True)
class _Found:
    """What is said of the passages looked at, by all queries together; arrays are ``[rows]``."""

    judged: Sequence[Judged]
    rows: Rows
    scores: Vectors
    probabilities: Vectors
    relevant: NDArray[np.bool_]


def _encode(passages: Collection[Passage], encoder: Encoder, progress: Progress | None) -> Vectors:
    if not passages:
        return np.zeros((0, encoder.dim), np.float32)
    return encoder.encode_passages([passage.text for passage in passages], progress)


def _background(encoder: Encoder) -> Vectors:
    """Encode the background queries. *Shape:* ``[2, m, dim]``."""
    lines = _BACKGROUND.read_text(encoding="utf-8").splitlines()
    english, vietnamese = zip(*(line.split("\t") for line in lines), strict=True)
    return np.stack([encoder.encode_queries(vietnamese), encoder.encode_queries(english)])


def _check_model(expected: str, encoder: Encoder) -> None:
    if encoder.model != expected:
        raise WrongModel(
            f"This index was made with the model {expected!r}, the one in use is "
            f"{encoder.model!r}: set ${MODEL_VARIABLE} to the first, or read the notices again "
            "into a new workspace"
        )
