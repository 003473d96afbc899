"""The index: passages in, hits out; kept in a folder."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import WorkspaceError, WrongModel, WrongVersion
from search.cutoff import is_perhaps, is_relevant, relevance
from search.dense import DenseIndex, unit
from search.encoder import MODEL_VARIABLE, load_encoder
from search.explain import added_by_glossary, explain
from search.fuse import Evidence, fuse, gather
from search.glossary import load_glossary
from search.kin import KIN, Works, lift, lifted
from search.query import Reading, read_query
from search.restore import Restorer
from search.sparse import WordIndex
from search.types import Answer, Encoder, Hit, Passage, Progress, Vectors

_VERSION = 1
_BACKGROUND = 96
"""Background queries a language, spread over the glossary. Chosen for speed, not fitted."""
_MOST_PERHAPS = 50
"""Hits of the band of doubt: a longer list nobody looks through."""
_META, _PASSAGES, _VECTORS, _QUERIES = "meta.json", "passages.jsonl", "vectors.npy", "queries.npy"


@dataclass(frozen=True, slots=True)
class _Judged:
    """One query against every passage; the arrays are ``[n]``."""

    reading: Reading
    dense: Vectors
    scores: Vectors
    probabilities: Vectors


class SearchIndex:
    """Finds passages by meaning and by words.

    An index never changes: :meth:`updated` returns another one.
    """

    def __init__(
        self,
        passages: Collection[Passage],
        vectors: Vectors,
        background: Vectors,
        model: str,
        encoder: Encoder | None,
    ) -> None:
        """Put finished parts together; see :meth:`from_passages` and :meth:`load`.

        Args:
            passages: n of them, each id once.
            vectors: theirs, ``[n, dim]``.
            background: see :class:`search.dense.DenseIndex`.
            model: identity of the encoder that made the vectors.
            encoder: for queries; None loads the usual one at the first query.
        """
        self._passages = tuple(passages)
        self._rows = {passage.id: row for row, passage in enumerate(self._passages)}
        if len(self._rows) != len(self._passages):
            raise ValueError("Expected each passage id once, got one twice")
        if len(vectors) != len(self._passages):
            raise ValueError(f"Expected {len(self._passages)} vectors, got {len(vectors)}")
        self.model = model
        self._encoder = encoder
        self._dense = DenseIndex(vectors, background)
        self._words = WordIndex(self._passages)
        self._restorer = Restorer([*self._words.words, *load_glossary().terms])

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
        return cls(every, vectors, _background(encoder), encoder.model, encoder)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every passage's id, in the order they were given."""
        return tuple(passage.id for passage in self._passages)

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
        judged = [[self._judge(query, expand) for query in group] for group in asked]
        if len(judged) == 1 == len(judged[0]):
            ((one,),) = judged
            scores, probabilities = one.scores, one.probabilities
        else:
            probabilities = scores = np.max(
                [np.min([j.probabilities for j in group], axis=0) for group in judged], axis=0
            )
        alone = probabilities
        if works is not None:
            probabilities = lifted(probabilities, works)
            scores = scores + lift(alone, probabilities)
        from_kin = is_relevant(probabilities) & ~is_relevant(alone)
        every = [j for group in judged for j in group]
        inside = self._inside(among)
        belongs = inside & is_relevant(probabilities) if complete else inside
        most = None if complete else limit
        hits = self._hits(every, scores, probabilities, belongs, from_kin, most)
        added = tuple(dict.fromkeys(a for j in every for a in added_by_glossary(j.reading)))
        if not complete:
            return Answer(hits, added=added)
        doubtful = inside & ~belongs & is_perhaps(probabilities)
        perhaps = self._hits(every, scores, probabilities, doubtful, from_kin, _MOST_PERHAPS)
        missed = float(probabilities[inside & ~belongs].sum())
        return Answer(hits, perhaps, missed, added)

    def containing(self, phrase: str) -> frozenset[str]:
        """Return the ids of the passages that have the words of a phrase, as they stand.

        Marks count where the phrase has any.
        """
        rows = self._words.containing(phrase)
        return frozenset(self._passages[row].id for row in rows)

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
        kept = [p for p in self._passages if p.id not in gone and p.id not in new]
        every = [*kept, *new.values()]
        known = {p.text: self._dense.vectors[row] for row, p in enumerate(self._passages)}
        fresh = [passage for passage in new.values() if passage.text not in known]
        if fresh:
            known |= zip(
                (p.text for p in fresh), _encode(fresh, self.encoder, progress), strict=True
            )
        vectors = np.zeros((len(every), self._dense.vectors.shape[1]), np.float32)
        for row, passage in enumerate(every):
            vectors[row] = known[passage.text]
        return SearchIndex(every, vectors, self._dense.background, self.model, self._encoder)

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
        folder.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(astuple(p), ensure_ascii=False) + "\n" for p in self._passages)
        with (folder / _PASSAGES).open("w", encoding="utf-8") as stream:
            stream.writelines(lines)
        np.save(folder / _VECTORS, self._dense.vectors)
        np.save(folder / _QUERIES, self._dense.background)
        meta = {"version": _VERSION, "model": self.model, "count": len(self)}
        (folder / _META).write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")

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
        try:
            meta = json.loads((folder / _META).read_text(encoding="utf-8"))
            if meta["version"] != _VERSION:
                raise WrongVersion(
                    f"Expected a search index of version {_VERSION} in {folder}, got "
                    f"{meta['version']}: read the notices again into a new workspace"
                )
            with (folder / _PASSAGES).open(encoding="utf-8") as stream:
                passages = [Passage(*json.loads(line)) for line in stream]
            vectors = np.load(folder / _VECTORS)
            background = np.load(folder / _QUERIES)
            if not len(passages) == len(vectors) == meta["count"]:
                raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WorkspaceError(
                f"Expected a search index in {folder}, could not read it ({error}): "
                "read the notices again into a new workspace"
            ) from error
        if encoder is not None:
            _check_model(meta["model"], encoder)
        return cls(passages, vectors, background, meta["model"], encoder)

    def read(self, query: str, *, expand: bool = True) -> tuple[Reading, Evidence]:
        """Return how a query is understood, and what each retriever says of every passage."""
        reading = read_query(query, self._words, self._restorer, load_glossary(), expand=expand)
        return reading, self._evidence(reading)

    def _judge(self, query: str, expand: bool) -> "_Judged":
        reading, evidence = self.read(query, expand=expand)
        return _Judged(
            reading, evidence.dense, fuse(evidence, reading.kind), relevance(evidence, reading.kind)
        )

    def _inside(self, among: Collection[str] | None) -> NDArray[np.bool_]:
        if among is None:
            return np.ones(len(self), np.bool_)
        inside = np.zeros(len(self), np.bool_)
        inside[[self._rows[one] for one in among if one in self._rows]] = True
        return inside

    def _hits(
        self,
        judged: "Sequence[_Judged]",
        scores: Vectors,
        probabilities: Vectors,
        wanted: NDArray[np.bool_],
        from_kin: NDArray[np.bool_],
        limit: int | None,
    ) -> tuple[Hit, ...]:
        rows = np.flatnonzero(wanted)
        order = rows[np.argsort(-scores[rows], kind="stable")][:limit]
        return tuple(
            Hit(
                self._passages[row].id,
                float(scores[row]),
                float(probabilities[row]),
                self._why(judged, int(row), bool(from_kin[row])),
            )
            for row in order
        )

    def _why(self, judged: "Sequence[_Judged]", row: int, from_kin: bool) -> tuple[str, ...]:
        passage = self._words.words[row]
        found = [KIN] if from_kin else []
        for one in judged:
            found += explain(one.reading, passage, float(one.dense[row]))
        return tuple(dict.fromkeys(found))

    def _evidence(self, reading: Reading) -> Evidence:
        vectors = self.encoder.encode_queries([text for text, _ in reading.texts])
        weights = np.array([weight for _, weight in reading.texts], np.float32)
        vector = unit(weights @ vectors)
        return gather(reading, self._words, self._dense.scores(vector, reading.side))


def _encode(passages: Collection[Passage], encoder: Encoder, progress: Progress | None) -> Vectors:
    if not passages:
        return np.zeros((0, encoder.dim), np.float32)
    return encoder.encode_passages([passage.text for passage in passages], progress)


def _background(encoder: Encoder) -> Vectors:
    """Encode the background queries. *Shape:* ``[2, m, dim]``."""
    glossary = load_glossary()
    step = max(1, len(glossary.english) // _BACKGROUND)
    return np.stack(
        [
            encoder.encode_queries(glossary.vietnamese[::step]),
            encoder.encode_queries(glossary.english[::step]),
        ]
    )


def _check_model(expected: str, encoder: Encoder) -> None:
    if encoder.model != expected:
        raise WrongModel(
            f"This index was made with the model {expected!r}, the one in use is "
            f"{encoder.model!r}: set ${MODEL_VARIABLE} to the first, or read the notices again "
            "into a new workspace"
        )
