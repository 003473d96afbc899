"""The index: passages in, hits out; kept in a folder."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import WorkspaceError, WrongModel, WrongVersion
from search import tokens
from search.cutoff import is_perhaps, is_relevant, relevance
from search.dense import DenseIndex, unit
from search.encoder import MODEL_VARIABLE, load_encoder
from search.explain import added_by_glossary, explain
from search.fuse import Evidence, fuse, gather
from search.glossary import load_glossary
from search.kin import KIN, Works, lift, lifted
from search.postings import Corpus
from search.query import Reading, read_query
from search.restore import Restorer
from search.sparse import WordIndex, words_of
from search.types import Answer, Encoder, Hit, Passage, Progress, Vectors

_VERSION = 1
_BACKGROUND = Path(__file__).with_name("background.tsv")
"""Background queries in English and Vietnamese: every 26th concept of the glossary as it once was.
The list stays as it is while the glossary grows, for what is usual is measured by it."""
_WHOLLY_JUDGED = 20_000
"""Passages up to which each is judged for each query; of more only the candidates are."""
_NEAREST, _MATCHING = 1500, 1500
"""Candidates by meaning, and by each kind of match of words."""
_MOST_PERHAPS = 50
"""Hits of the band of doubt: a longer list nobody looks through."""
_META, _PASSAGES, _VECTORS, _QUERIES = "meta.json", "passages.jsonl", "vectors.npy", "queries.npy"
_VOCABULARY, _TOKENS, _BOUNDS = "vocabulary.json", "tokens.npy", "bounds.npy"


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
        corpus: Corpus | None = None,
    ) -> None:
        """Put finished parts together; see :meth:`from_passages` and :meth:`load`.

        Args:
            passages: n of them, each id once.
            vectors: theirs, ``[n, dim]``.
            background: see :class:`search.dense.DenseIndex`.
            model: identity of the encoder that made the vectors.
            encoder: for queries; None loads the usual one at the first query.
            corpus: the passages' words, where they were cut into words before.
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
        self._words = WordIndex(self._passages, corpus)
        self._restorer = Restorer(self._words.corpus, load_glossary().terms)

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
        kept = [n for n, p in enumerate(self._passages) if p.id not in gone and p.id not in new]
        known = {p.text: row for row, p in enumerate(self._passages)} if new else {}
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
        return SearchIndex(
            [*(self._passages[row] for row in kept), *new.values()],
            np.concatenate([self.vectors[kept], added]),
            self._dense.background,
            self.model,
            self._encoder,
            self._words.corpus.changed(kept, [words_of(p) for p in new.values()]),
        )

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
        corpus = self._words.corpus
        vocabulary = json.dumps(list(corpus.vocabulary), ensure_ascii=False)
        (folder / _VOCABULARY).write_text(vocabulary, encoding="utf-8")
        np.save(folder / _TOKENS, corpus.tokens)
        np.save(folder / _BOUNDS, corpus.bounds)
        meta = {
            "version": _VERSION, "model": self.model, "count": len(self), "words": _words_version()
        }  # fmt: skip
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
            vectors = np.asarray(np.load(folder / _VECTORS, mmap_mode="r"))
            background = np.load(folder / _QUERIES)
            if not len(passages) == len(vectors) == meta["count"]:
                raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors")
            corpus = _load_corpus(folder) if meta.get("words") == _words_version() else None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WorkspaceError(
                f"Expected a search index in {folder}, could not read it ({error}): "
                "read the notices again into a new workspace"
            ) from error
        if encoder is not None:
            _check_model(meta["model"], encoder)
        return cls(passages, vectors, background, meta["model"], encoder, corpus)

    def read(self, query: str, *, expand: bool = True) -> tuple[Reading, Evidence]:
        """Return how a query is understood, and what each retriever says of every passage."""
        reading = read_query(query, self._words, self._restorer, load_glossary(), expand=expand)
        dense = self._dense.scores(self._vector(reading), reading.side)
        return reading, gather(reading, self._words, dense)

    def weigh(self, reading: Reading, evidence: Evidence) -> Vectors:
        """Return the scores that order the passages of :meth:`read`. *Shape:* ``[n]``."""
        return _weighed(evidence, reading)[0]

    def _judge(self, query: str, expand: bool) -> "_Judged":
        if len(self) <= _WHOLLY_JUDGED:
            reading, evidence = self.read(query, expand=expand)
            scores, probabilities = _weighed(evidence, reading)
            return _Judged(reading, evidence.dense, scores, probabilities)
        reading = read_query(query, self._words, self._restorer, load_glossary(), expand=expand)
        vector = self._vector(reading)
        every = gather(reading, self._words, np.zeros(0, np.float32))
        rows = np.union1d(self._dense.nearest(vector, _NEAREST), _matching(every))
        evidence = every.of(rows, self._dense.scores(vector, reading.side, rows))
        found = _Judged(
            reading,
            np.zeros(len(self), np.float32),
            np.full(len(self), -np.inf, np.float32),
            np.zeros(len(self), np.float32),
        )
        found.dense[rows] = evidence.dense
        found.scores[rows], found.probabilities[rows] = _weighed(evidence, reading)
        return found

    def _vector(self, reading: Reading) -> Vectors:
        vectors = self.encoder.encode_queries([text for text, _ in reading.texts])
        weights = np.array([weight for _, weight in reading.texts], np.float32)
        return unit(weights @ vectors)

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
        rows = np.flatnonzero(wanted & np.isfinite(scores))
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
        passage = self._words.words(row)
        found = [KIN] if from_kin else []
        for one in judged:
            found += explain(one.reading, passage, float(one.dense[row]))
        return tuple(dict.fromkeys(found))


def _encode(passages: Collection[Passage], encoder: Encoder, progress: Progress | None) -> Vectors:
    if not passages:
        return np.zeros((0, encoder.dim), np.float32)
    return encoder.encode_passages([passage.text for passage in passages], progress)


def _weighed(evidence: Evidence, reading: Reading) -> tuple[Vectors, Vectors]:
    """Return scores and probabilities."""
    return fuse(evidence, reading.kind), relevance(evidence, reading.kind)


def _matching(every: Evidence) -> NDArray[np.int64]:
    """Return the rows that the words speak for most."""
    found = []
    for scores in (every.cover, every.marked, every.folded, every.expanded):
        rows = np.flatnonzero(scores)
        if len(rows) > _MATCHING:
            rows = rows[np.argpartition(-scores[rows], _MATCHING)[:_MATCHING]]
        found.append(rows)
    return np.unique(np.concatenate(found))


def _background(encoder: Encoder) -> Vectors:
    """Encode the background queries. *Shape:* ``[2, m, dim]``."""
    lines = _BACKGROUND.read_text(encoding="utf-8").splitlines()
    english, vietnamese = zip(*(line.split("\t") for line in lines), strict=True)
    return np.stack([encoder.encode_queries(vietnamese), encoder.encode_queries(english)])


@cache
def _words_version() -> str:
    """Return a digest of how texts are cut into words: other words, another index of them."""
    return sha256(Path(tokens.__file__).read_bytes()).hexdigest()[:12]


def _load_corpus(folder: Path) -> Corpus:
    listed = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
    vocabulary = {word: number for number, word in enumerate(listed)}
    return Corpus(vocabulary, np.load(folder / _TOKENS), np.load(folder / _BOUNDS))


def _check_model(expected: str, encoder: Encoder) -> None:
    if encoder.model != expected:
        raise WrongModel(
            f"This index was made with the model {expected!r}, the one in use is "
            f"{encoder.model!r}: set ${MODEL_VARIABLE} to the first, or read the notices again "
            "into a new workspace"
        )
