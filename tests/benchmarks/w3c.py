"""W3C's tests of SPARQL 1.1 against our store and endpoint, beside the bare engine.

    git clone https://github.com/w3c/rdf-tests
    python -m tests.benchmarks.w3c rdf-tests            # prints the table and what failed
    python -m tests.benchmarks.w3c rdf-tests --write    # and puts it into docs

An evaluation passes when the answer, written in our JSON and read back, has the expected rows
(blank nodes matched, numbers by value, order only where the expected result numbers its rows);
a syntax test when the query is taken or refused as it should be.
"""

import argparse
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic

from kg.dataset import Dataset
from kg.errors import ChidaoError
from kg.store import GraphStore
from tests.benchmarks import w3c_protocol

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
PAGE = Path(__file__).parents[2] / "docs" / "sparql-conformance.md"

_SUITES = (
    ("SPARQL 1.1 query", "sparql/sparql11/manifest-sparql11-query.ttl"),
    ("SPARQL 1.1 result formats", "sparql/sparql11/manifest-sparql11-results.ttl"),
    ("SPARQL 1.0 evaluation", "sparql/sparql10/manifest-evaluation.ttl"),
    ("SPARQL 1.0 syntax", "sparql/sparql10/manifest-syntax.ttl"),
)
_NUMBERS = frozenset(("integer", "decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Case:
    """One test of a manifest."""

    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None
    lax: bool = False


@dataclass(slots=True)
class Group:
    """The tests of one manifest and how they went."""

    name: str
    total: int = 0
    ours: int = 0
    engine: int = 0
    failed: list[str] = field(default_factory=list)


def groups(folder: Path) -> Iterator[tuple[str, Group]]:
    """Run every suite under a checkout of w3c/rdf-tests; yield each manifest's outcome."""
    for suite, manifest in _SUITES:
        for path in _manifests(folder / manifest):
            group = Group(f"{path.parent.name}")
            for case in _cases(path):
                group.total += 1
                trouble = _trouble(case, _our_answer)
                group.ours += trouble is None
                engine = _trouble(case, _engine_answer)
                group.engine += engine is None
                if trouble:
                    also = "the engine too" if engine else "NOT the engine"
                    group.failed.append(f"{path.parent.name}/{case.name}: {trouble} ({also})")
            if group.total:
                yield suite, group


def _manifests(path: Path) -> Iterator[Path]:
    graph = Graph().parse(path, format="turtle", publicID=path.as_uri())
    for included in graph.objects(None, MF.include):
        for one in Collection(graph, included):
            yield from _manifests(_path(one))
    if (None, MF.entries, None) in graph:
        yield path


def _cases(manifest: Path) -> Iterator[Case]:
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    for entries in graph.objects(None, MF.entries):
        for test in Collection(graph, entries):
            action = graph.value(test, MF.action)
            kind = str(graph.value(test, RDF.type)).rpartition("#")[2]
            query = graph.value(action, QT.query) or action
            result = graph.value(test, MF.result)
            if not isinstance(query, URIRef) or kind.endswith(("ProtocolTest", "UpdateTest")):
                continue
            yield Case(
                name=str(test).rpartition("#")[2],
                kind=kind,
                query=_path(query),
                data=tuple(_path(one) for one in graph.objects(action, QT.data)),
                graphs=tuple(_path(one) for one in graph.objects(action, QT.graphData)),
                result=_path(result) if isinstance(result, URIRef) else None,
                lax=graph.value(test, MF.resultCardinality) == MF.LaxCardinality,
            )


Answer = Callable[[Case, str], Any]


def _trouble(case: Case, answer: Answer) -> str | None:
    """Return what went wrong; None for a test passed."""
    text = case.query.read_bytes().decode("utf-8")
    negative = case.kind.startswith("NegativeSyntax")
    try:
        got = answer(case, text)
    except (ChidaoError, SyntaxError, ValueError, OSError, RuntimeError) as error:
        if case.kind.startswith("PositiveSyntax") and "custom function" in str(error):
            return None  # it is SPARQL; that nobody knows its function shows when it is run
        return None if negative else f"refused: {' '.join(str(error).split())[:90]}"
    if negative:
        return "a malformed query was taken"
    if case.kind.startswith("PositiveSyntax") or case.result is None:
        return None
    try:
        return None if _same(case, got) else "another answer"
    except (ValueError, NotImplementedError) as error:
        return f"cannot compare: {error}"


def _our_answer(case: Case, text: str) -> Any:
    store = GraphStore.create()
    files = {*case.data, *case.graphs, *_named_in(case, text)}
    for path in files:
        graph = ox.NamedNode(path.as_uri())
        store.put_graph(graph.value, [ox.Quad(*t, graph) for t in _triples(path)])
    dataset = None
    if not _chooses(text):
        dataset = Dataset(
            tuple(p.as_uri() for p in case.data), tuple(p.as_uri() for p in case.graphs)
        )
    result = store.query(_with_base(case, text), timeout=None, dataset=dataset)
    if result.kind == "construct":
        return Graph().parse(data=result.to("ntriples"), format="nt")
    if case.result is not None and case.result.suffix == ".csv":
        return result.to("csv")
    form = "tsv" if case.result is not None and case.result.suffix == ".tsv" else "json"
    if form == "tsv" and result.kind == "select":
        return ox.parse_query_results(result.to("tsv"), ox.QueryResultsFormat.TSV)
    return ox.parse_query_results(result.to("json"), ox.QueryResultsFormat.JSON)


def _engine_answer(case: Case, text: str) -> Any:
    store = ox.Store()
    for path in case.data:
        store.extend(ox.Quad(*t, ox.DefaultGraph()) for t in _triples(path))
    for path in {*case.graphs, *_named_in(case, text)}:
        graph = ox.NamedNode(path.as_uri())
        store.extend(ox.Quad(*t, graph) for t in _triples(path))
    answer = store.query(text, base_iri=case.query.as_uri())
    if isinstance(answer, ox.QueryTriples):
        lines = "".join(f"{triple} .\n" for triple in answer)
        return Graph().parse(data=lines, format="nt")
    if case.result is not None and case.result.suffix == ".csv":
        return answer.serialize(format=ox.QueryResultsFormat.CSV).decode()
    data = answer.serialize(format=ox.QueryResultsFormat.JSON)
    return ox.parse_query_results(data, ox.QueryResultsFormat.JSON)


def _with_base(case: Case, text: str) -> str:
    return f"BASE <{case.query.as_uri()}>\n{text}"


def _chooses(text: str) -> bool:
    from kg.query import names_dataset

    return names_dataset(text)


def _named_in(case: Case, text: str) -> set[Path]:
    """Return the files beside the query that its FROM may name."""
    if not _chooses(text):
        return set()
    beside = case.query.parent.glob("*.ttl")
    return {path for path in beside if f"<{path.name}>" in text}


def _triples(path: Path) -> Iterator[Any]:
    forms = {
        ".ttl": ox.RdfFormat.TURTLE,
        ".nt": ox.RdfFormat.N_TRIPLES,
        ".rdf": ox.RdfFormat.RDF_XML,
        ".n3": ox.RdfFormat.N3,
    }
    data, form = path.read_bytes(), forms[path.suffix]
    for quad in ox.parse(data, form, base_iri=path.as_uri(), rename_blank_nodes=True):
        yield (quad.subject, quad.predicate, quad.object)


def _graph(path: Path) -> Graph:
    """Read a file as Oxigraph does, which keeps literals as they are written."""
    lines = "".join(f"{ox.Triple(*triple)} .\n" for triple in _triples(path))
    return Graph().parse(data=lines, format="nt")


def _same(case: Case, got: Any) -> bool:
    assert case.result is not None
    suffix = case.result.suffix
    if isinstance(got, Graph):
        return isomorphic(_plain(got), _plain(_graph(case.result)))
    if suffix == ".csv":
        return _csv(got) == _csv(case.result.read_text(encoding="utf-8"))
    boolean, wanted_rows, ordered = _expected(case.result)
    if isinstance(got, ox.QueryBoolean):
        return bool(got) is boolean
    rows = [_row(solution, got.variables) for solution in got]
    if ordered:
        return _alike(rows, wanted_rows, ordered=True)
    if case.lax:
        rows, wanted_rows = _unique(rows), _unique(wanted_rows)
    return _alike(rows, wanted_rows, ordered=False)


Row = tuple[tuple[str, str], ...]


def _expected(path: Path) -> tuple[bool | None, list[Row], bool]:
    """Return the expected truth, or rows and whether their order counts."""
    forms = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON,
             ".tsv": ox.QueryResultsFormat.TSV}  # fmt: skip
    if path.suffix in forms:
        parsed = ox.parse_query_results(path.read_bytes(), forms[path.suffix])
        if isinstance(parsed, ox.QueryBoolean):
            return bool(parsed), [], False
        return None, [_row(solution, parsed.variables) for solution in parsed], False
    graph = _graph(path)
    truth = next(graph.objects(None, RS.boolean), None)
    if truth is not None:
        return str(truth) == "true", [], False
    places: dict[Any, int] = {}
    for node, place in graph.subject_objects(RS.index):
        places[node] = int(str(place))
    rows = []
    for node in sorted(graph.objects(None, RS.solution), key=lambda n: places.get(n, 0)):
        cells = []
        for binding in graph.objects(node, RS.binding):
            name, value = graph.value(binding, RS.variable), graph.value(binding, RS.value)
            cells.append((str(name), _cell_of_rdflib(value)))
        rows.append(tuple(sorted(cells)))
    return None, rows, bool(places)


def _row(solution: Any, variables: Any) -> Row:
    cells = []
    for variable in variables:
        value = solution[variable]
        if value is not None:
            cells.append((variable.value, _cell(value)))
    return tuple(sorted(cells))


def _cell(value: Any) -> str:
    if isinstance(value, ox.BlankNode):
        return f"_:{value.value}"
    if isinstance(value, ox.Literal):
        return _literal(value.value, value.datatype.value, value.language)
    return str(value)


def _cell_of_rdflib(value: Any) -> str:
    if isinstance(value, BNode):
        return f"_:{value}"
    if isinstance(value, Literal):
        plain = "http://www.w3.org/2001/XMLSchema#string"
        return _literal(str(value), str(value.datatype or plain), value.language)
    return f"<{value}>"


def _literal(text: str, datatype: str, language: str | None) -> str:
    if language:
        return f'"{text}"@{language.lower()}'
    kind = datatype.rpartition("#")[2]
    if kind == "boolean":
        return f'"{({"1": "true", "0": "false"}).get(text, text)}"^^boolean'
    if kind in _NUMBERS:
        with suppress(InvalidOperation, ValueError):
            exact = kind in ("integer", "decimal")
            number = f"{Decimal(text).normalize():f}" if exact else f"{float(text):.12g}"
            return f'"{number}"^^{kind}'
    return f'"{text}"^^{datatype}'


def _plain(graph: Graph) -> Graph:
    """Return the graph with numbers in one spelling."""
    made = Graph()
    for s, p, o in graph:
        if isinstance(o, Literal) and str(o.datatype).rpartition("#")[2] in _NUMBERS:
            o = Literal(_cell_of_rdflib(o))
        made.add((s, p, o))
    return made


def _unique(rows: list[Row]) -> list[Row]:
    return list(dict.fromkeys(rows))


def _alike(got: list[Row], wanted: list[Row], *, ordered: bool) -> bool:
    """Whether the rows are the same, blank nodes matched one to one."""
    if len(got) != len(wanted):
        return False
    if not any(cell.startswith("_:") for row in (*got, *wanted) for _, cell in row):
        return got == wanted if ordered else Counter(got) == Counter(wanted)
    return isomorphic(_as_graph(got, ordered), _as_graph(wanted, ordered))


def _as_graph(rows: list[Row], ordered: bool) -> Graph:
    graph = Graph()
    for place, row in enumerate(rows):
        node = BNode()
        if ordered:
            graph.add((node, URIRef("urn:place"), Literal(place)))
        graph.add((node, RDF.type, URIRef("urn:row")))
        for name, cell in row:
            value = BNode(cell[2:]) if cell.startswith("_:") else Literal(cell)
            graph.add((node, URIRef(f"urn:var:{name}"), value))
    return graph


def _csv(text: str) -> Counter[tuple[tuple[str, str], ...]]:
    """Return rows with the columns by name: the order of ``SELECT *`` is nobody's promise."""
    rows: Counter[tuple[tuple[str, str], ...]] = Counter()
    for row in csv.DictReader(io.StringIO(text)):
        cells = {k: "_" if v.startswith("_:") else _number(v) for k, v in row.items()}
        rows[tuple(sorted(cells.items()))] += 1
    return rows


def _number(cell: str) -> str:
    try:
        return f"{float(cell):.12g}"
    except ValueError:
        return cell


def _path(iri: object) -> Path:
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(str(iri)).path))


def report(folder: Path) -> str:
    """Run everything and return the table, with every failure, as Markdown."""
    suites: dict[str, list[Group]] = {}
    for suite, group in groups(folder):
        suites.setdefault(suite, []).append(group)
    lines = ["| suite | tests | chidao | bare engine |", "|---|--:|--:|--:|"]
    for suite, found in suites.items():
        total, ours, engine = (
            sum(getattr(g, n) for g in found) for n in ("total", "ours", "engine")
        )
        lines.append(f"| **{suite}** | **{total}** | **{ours}** | **{engine}** |")
        lines += [f"| {g.name} | {g.total} | {g.ours} | {g.engine} |" for g in found]
    protocol = w3c_protocol.run(folder / "sparql/sparql11/protocol")
    passed = sum(outcome is None for _, outcome in protocol)
    lines.append(f"| **SPARQL 1.1 Protocol** | **{len(protocol)}** | **{passed}** | |")
    failed = [line for found in suites.values() for group in found for line in group.failed]
    failed += [f"protocol/{name}: {why}" for name, why in protocol if why]
    lines += ["", f"Not passed ({len(failed)}):", "", *(f"- {line}" for line in failed)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the report, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a checkout of w3c/rdf-tests")
    parser.add_argument("--write", action="store_true", help=f"write it into {PAGE.name}")
    asked = parser.parse_args()
    text = report(asked.folder.resolve())
    print(text)
    if asked.write:
        head, mark, _ = PAGE.read_text(encoding="utf-8").partition("<!-- results -->\n")
        PAGE.write_text(head + mark + "\n" + text, encoding="utf-8")


if __name__ == "__main__":
    main()
