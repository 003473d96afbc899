"""The examples in the docstrings of the modules of identity hold."""

import doctest

import pytest

from kg import citing, fold, ids, laws, numbers, scope, terms


@pytest.mark.parametrize(
    "module", [fold, numbers, scope, ids, laws, citing, terms], ids=lambda m: m.__name__
)
def test_docstring_examples(module: object) -> None:
    failed, _ = doctest.testmod(module)  # type: ignore[arg-type]
    assert failed == 0
