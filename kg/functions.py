"""The functions that SPARQL may call here, beyond those of the standard.

    cd:fold("Đóng cửa mỏ")                        "dong cua mo": equal for marked and unmarked
    cd:status(?task, "2021-07-01"^^xsd:date)      how its work stands on a day (``kg.due``)
    cd:relevance(?task, "mining closure")         0.0 to 1.0: how well it fits the words by meaning

``cd:fold`` is known to the graph. The others need the notices and the search index, which lie
above: whoever asks hands in a *table* for each, a function from the second argument, a text, to
what every task has then. A table is worked out once for each text that a query names, in the
process that asks, also when the query itself is answered in a process of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import ChidaoError, QueryError
from kg.fold import fold
from kg.ids import ONTOLOGY

FOLD = f"{ONTOLOGY}fold"
STATUS = f"{ONTOLOGY}status"
RELEVANCE = f"{ONTOLOGY}relevance"

Value = str | float
Table = Callable[[str], Mapping[str, Value]]
"""From the text of a call to the value of each thing, by IRI; the others have none."""
Tables = Mapping[str, Table]
"""Tables by the IRI of their function."""
Callables = dict[
    ox.NamedNode, Callable[..., ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]
]
NO_TABLES: Tables = MappingProxyType({})

_MOST_TEXTS = 32
"""Different texts in one query: each costs a search or a look at every notice, 5 to 50 ms."""


@dataclass(frozen=True, slots=True)
class TableWanted:
    """What a process that answers a query asks of the one that sent it."""

    function: str
    text: str


class Functions:
    """The functions of one run of a query, and why one of them failed.

    SPARQL makes an error inside an expression an unbound value. That a day is no day, or that the
    model is missing, is the asker's to know: the first such error is kept for who runs the query.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._made: dict[tuple[str, str], Mapping[str, Value]] = {}
        self._failed: ChidaoError | None = None

    def callables(self) -> Callables:
        """Return the functions by name, as Oxigraph takes them."""
        found: Callables = {ox.NamedNode(FOLD): _fold}
        for iri in self._tables:
            found[ox.NamedNode(iri)] = self._looking_up(iri)
        return found

    def raise_failure(self) -> None:
        """Raise the first error met in a function, if there was one."""
        if self._failed is not None:
            raise self._failed

    def _looking_up(self, function: str) -> Callable[..., ox.Literal | None]:
        def look_up(*arguments: object) -> ox.Literal | None:
            if self._failed is not None:
                return None
            try:
                return self._look_up(function, arguments)
            except ChidaoError as error:
                self._failed = error
                return None

        return look_up

    def _look_up(self, function: str, arguments: tuple[object, ...]) -> ox.Literal | None:
        thing, text = arguments if len(arguments) == 2 else (None, None)
        if not isinstance(text, ox.Literal):
            raise QueryError(
                f"expected cd:{function.removeprefix(ONTOLOGY)}(?task, TEXT) with two arguments, "
                f"the second a text or a day; got {len(arguments)}"
            )
        if not isinstance(thing, ox.NamedNode):
            return None
        value = self._table(function, text.value).get(thing.value)
        return None if value is None else _literal(value)

    def _table(self, function: str, text: str) -> Mapping[str, Value]:
        key = (function, text)
        if key not in self._made:
            if len(self._made) == _MOST_TEXTS:
                raise QueryError(
                    f"the query calls functions with more than {_MOST_TEXTS} different texts or "
                    "days: name fewer"
                )
            self._made[key] = self._tables[function](text)
        return self._made[key]


def _fold(*arguments: object) -> ox.Literal | None:
    if len(arguments) != 1 or not isinstance(arguments[0], ox.Literal):
        return None
    return ox.Literal(fold(arguments[0].value))


def _literal(value: Value) -> ox.Literal:
    return ox.Literal(value)
