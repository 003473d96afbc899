"""The project's own judged sets: passages of a series, queries, and all that is relevant.

Each set is one archive, as a department has it. Topics are asked in Vietnamese, without marks and
in English, every second one within a sentence ("all tasks about X").
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import read_notice
from kg.ids import task_iris
from kg.records import Notice
from kg.threads import link
from search import Encoder, Passage, SearchIndex
from search.kin import Works, works_of
from search.tokens import fold, normalise
from tests.benchmarks.topics import FRAMES, TESTS, topic_passages
from tests.kg.series import read_series
from ui.opened import without_units

_UNSEEN = ("culture", "commune")
"""Series by somebody who had seen neither the program nor the other sets."""
HELD_OUT = ("van-khe", "transport", *_UNSEEN)
"""Sets that no constant of search was fitted on: seen only once everything is decided."""


@dataclass(frozen=True, slots=True)
class Query:
    """One query in its kind, and the ids of every passage that is about it."""

    kind: str
    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """One archive with its queries."""

    name: str
    passages: tuple[Passage, ...]
    queries: tuple[Query, ...]
    notices: tuple[Notice, ...] = ()
    """The notices that the passages are the tasks of, in order; none where they are no series."""

    def index(self, encoder: Encoder) -> tuple[SearchIndex, Works]:
        """Return an index of the archive, and which of its passages are one work."""
        index = SearchIndex.from_passages(self.passages, encoder=encoder)
        iris = [iri for notice in self.notices for iri in task_iris(notice)]
        id_of = dict(zip(iris, index.ids, strict=False))
        threads = link(
            self.notices,
            lambda a, b: index.similarity([id_of[i] for i in a], [id_of[i] for i in b]),
        )
        work = {id_of[iri]: thread.iri for thread in threads for iri in thread.tasks}
        return index, works_of(index.ids, work)


def read_sets() -> list[JudgedSet]:
    """Read every set that lies in the tree."""
    topics = json.loads(Path(__file__).with_name("topics.json").read_text("utf-8"))
    judged = dict(_read_judged())
    sets = [_of_topics(name, topics) for name in ("samples", "notices")]
    sets += [_of_series(name, judged[name]) for name in ("health", "transport", "farming")]
    sets.append(read_gold_set("van-khe", TESTS / "series" / "trade", judged["van-khe"]))
    return [*sets, *(read_gold_set(name, TESTS / "series" / name) for name in _UNSEEN)]


def read_gold_set(
    name: str,
    folder: Path,
    more: "list[tuple[str, str, list[str]]]" = (),  # type: ignore[assignment]
) -> JudgedSet:
    """Read a series with its gold in ``gold/`` and its files in ``notices/``."""
    queries = json.loads((folder / "gold" / "queries.json").read_text("utf-8"))
    sources = {p.name for p in (folder / "notices").iterdir()}
    passages = tuple(topic_passages(folder / "gold", folder / "notices", sources))
    known = {passage.id for passage in passages}
    asked = [
        Query(q["lang"], q["query"], frozenset(q["relevant"]) & known)
        for q in queries
        if not q["relevant"] or known.intersection(q["relevant"])
    ]
    return JudgedSet(
        name, passages, (*asked, *_asked(more, {})), _notices(folder / "gold", folder / "notices")
    )


def _of_topics(name: str, topics: list) -> JudgedSet:
    mine = [topic for topic in topics if topic["notices"] == name]
    sources = {key.split("#")[0] for topic in mine for key in topic["relevant"]}
    gold, folder = {
        "samples": (TESTS / "examples", TESTS.parent / "ingest" / "samples"),
        "notices": (TESTS / "notices" / "gold", TESTS / "notices"),
    }[name]
    passages = tuple(topic_passages(gold, folder, sources))
    known = {passage.id: {passage.id} for passage in passages}
    rows = [
        (topic["vi"], topic["en"], [key for key in topic["relevant"] if key in known])
        for topic in mine
    ]
    queries = tuple(_asked([row for row in rows if row[2]], known))
    notices = _notices(gold, folder) if name == "samples" else ()
    return JudgedSet(name, passages, queries, notices)


def _notices(gold: Path, folder: Path) -> tuple[Notice, ...]:
    sources = [json.loads(p.read_text("utf-8"))["source"] for p in sorted(gold.glob("*.gold.json"))]
    return tuple(read_notice(folder / source) for source in sources)


def _of_series(name: str, rows: list[tuple[str, str, list[str]]]) -> JudgedSet:
    notices, _ = read_series(name)
    passages, known = [], {}
    threads = iter(_threads(name))
    for number, notice in enumerate(notices, 1):
        for label, (iri, task) in enumerate(zip(task_iris(notice), notice.tasks, strict=True), 1):
            passages.append(Passage(iri, task.text, without_units(task)))
            known[f"{number}:{label}"] = {iri}
            known.setdefault(next(threads), set()).add(iri)
    return JudgedSet(name, tuple(passages), tuple(_asked(rows, known)), notices)


def _threads(name: str) -> Iterator[str]:
    for line in (TESTS / "kg" / "series" / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "==")):
            yield line.split("|")[0].strip()


def _asked(rows: "list[tuple[str, str, list[str]]]", known: dict[str, set[str]]) -> Iterator[Query]:
    for number, (vi, en, names) in enumerate(rows):
        relevant = frozenset().union(*(known[name] for name in names))
        for kind, topic in (("vi", vi), ("en", en), ("unmarked", fold(normalise(vi)))):
            yield Query(kind, FRAMES[kind].format(topic) if number % 2 else topic, relevant)


def _read_judged() -> Iterator[tuple[str, list[tuple[str, str, list[str]]]]]:
    name, rows = "", []
    lines = Path(__file__).with_name("judged.txt").read_text("utf-8").splitlines()
    for line in [*lines, "== "]:
        if line.startswith("=="):
            if name:
                yield name, rows
            name, rows = line[2:].strip(), []
        elif line and not line.startswith("#"):
            vi, en, relevant = (cell.strip() for cell in line.split("|"))
            rows.append((vi, en, relevant.split()))
