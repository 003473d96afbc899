"""An index in a folder: its files, and its passages read from there one at a time."""

import json
import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import overload

import numpy as np

from kg.errors import WorkspaceError, WrongVersion
from search import tokens
from search.cells import Cells
from search.dense import DenseIndex
from search.postings import Corpus
from search.sparse import WordIndex
from search.types import Passage

_VERSION = 1
_META, _PASSAGES, _IDS, _LINES = "meta.json", "passages.jsonl", "ids.json", "lines.npy"
_VECTORS, _QUERIES, _USUAL = "vectors.npy", "queries.npy", "usual.npy"
_MATCHED, _SAID = "", "said-"
"""How the files of the words begin that passages are matched with, and of all their words."""
_VOCABULARY, _TOKENS, _BOUNDS = "vocabulary.json", "tokens.npy", "bounds.npy"


@dataclass(frozen=True, slots=True)
class Parts:
    """What an index is put together from."""

    passages: Sequence[Passage]
    ids: tuple[str, ...]
    dense: DenseIndex
    words: WordIndex
    model: str


class StoredPassages(Sequence[Passage]):
    """The passages of a folder, each read when it is asked for."""

    def __init__(self, path: Path, begins: np.ndarray) -> None:
        """Take the file and where its lines begin, and its end. *Shape:* ``[n + 1]``."""
        self._begins = begins
        with path.open("rb") as stream:
            empty = len(begins) == 1
            self._bytes = b"" if empty else mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._bytes) != begins[-1]:
            raise ValueError(f"{len(self._bytes)} bytes of passages, expected {begins[-1]}")

    def __len__(self) -> int:
        return len(self._begins) - 1

    @overload
    def __getitem__(self, row: int) -> Passage: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Passage]: ...
    def __getitem__(self, row: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        return Passage(*json.loads(self._bytes[self._begins[row] : self._begins[row + 1]]))

    def __iter__(self) -> Iterator[Passage]:
        return (self[row] for row in range(len(self)))


def save(parts: Parts, folder: Path, *, cells: bool) -> None:
    """Write an index into a folder, made if absent; with its vectors in FAISS too if wished."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = []
    with (folder / _PASSAGES).open("wb") as stream:
        for passage in parts.passages:
            fields = (passage.id, passage.text, passage.about)  # as ``astuple``, which copies deep
            line = json.dumps(fields, ensure_ascii=False) + "\n"
            sizes.append(stream.write(line.encode()))
    np.save(folder / _LINES, np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64))
    _write(folder / _IDS, parts.ids)
    np.save(folder / _VECTORS, parts.dense.vectors)
    np.save(folder / _QUERIES, parts.dense.background)
    np.save(folder / _USUAL, parts.dense.usual)
    for name, corpus in ((_MATCHED, parts.words.corpus), (_SAID, parts.words.said)):
        _write(folder / (name + _VOCABULARY), list(corpus.vocabulary))
        np.save(folder / (name + _TOKENS), corpus.tokens)
        np.save(folder / (name + _BOUNDS), corpus.bounds)
    if cells:
        parts.dense.cells.save(folder)
    meta = {
        "version": _VERSION, "model": parts.model, "count": len(parts.ids),
        "words": _words_version(),
    }  # fmt: skip
    (folder / _META).write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> Parts:
    """Read an index that :func:`save` wrote.

    Raises:
        WrongVersion: another version of chidao wrote it.
        WorkspaceError: it is incomplete or damaged.
    """
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
        if meta["version"] != _VERSION:
            raise WrongVersion(
                f"Expected a search index of version {_VERSION} in {folder}, got "
                f"{meta['version']}: read the notices again into a new workspace"
            )
        passages = _load_passages(folder)
        ids = tuple(_ids(folder, passages))
        vectors = np.asarray(np.load(folder / _VECTORS, mmap_mode="r"))
        if not len(passages) == len(ids) == len(vectors) == meta["count"]:
            raise ValueError(f"{len(passages)} passages, {len(vectors)} vectors")
        usual = np.load(folder / _USUAL) if (folder / _USUAL).is_file() else None
        cells = Cells.load(folder, len(vectors))
        dense = DenseIndex(vectors, np.load(folder / _QUERIES), usual, cells)
        known = meta.get("words") == _words_version() and (folder / (_SAID + _TOKENS)).is_file()
        corpora = [_load_corpus(folder, name) for name in (_MATCHED, _SAID)] if known else []
        words = WordIndex(passages, *corpora)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise WorkspaceError(
            f"Expected a search index in {folder}, could not read it ({error}): "
            "read the notices again into a new workspace"
        ) from error
    return Parts(passages, ids, dense, words, meta["model"])


def _load_passages(folder: Path) -> Sequence[Passage]:
    if (folder / _LINES).is_file():
        return StoredPassages(folder / _PASSAGES, np.load(folder / _LINES))
    with (folder / _PASSAGES).open(encoding="utf-8") as stream:
        return [Passage(*json.loads(line)) for line in stream]


def _ids(folder: Path, passages: Sequence[Passage]) -> Sequence[str]:
    if (folder / _IDS).is_file():
        return [str(one) for one in json.loads((folder / _IDS).read_text(encoding="utf-8"))]
    return [passage.id for passage in passages]


def _load_corpus(folder: Path, name: str) -> Corpus:
    listed = json.loads((folder / (name + _VOCABULARY)).read_text(encoding="utf-8"))
    vocabulary = {word: number for number, word in enumerate(listed)}
    found = np.load(folder / (name + _TOKENS)), np.load(folder / (name + _BOUNDS))
    return Corpus(vocabulary, *found)


def _write(path: Path, names: Sequence[str]) -> None:
    path.write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")


@cache
def _words_version() -> str:
    """Return a digest of how texts are cut into words: other words, another index of them."""
    return sha256(Path(tokens.__file__).read_bytes()).hexdigest()[:12]
