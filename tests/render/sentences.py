"""Orders as sentences, and the labels of lists."""

from collections.abc import Callable
from random import Random

from tests.render.phrase import Phrase, joined
from tests.render.plan import Order

_ADVERBS = (
    "",
    "",
    "",
    "khẩn trương ",
    "tiếp tục ",
    "chủ động ",
    "tập trung ",
    "nghiêm túc ",
    "sớm ",
)


def own_sentence(rng: Random, order: Order) -> Phrase:
    """An order that names whom it is to: "Giao Sở A chủ trì, phối hợp với Sở B ..."."""
    who = order.assignees.as_kind("assignee")
    does = _with_others(rng, order)
    form = rng.choice(("{giao}", "{giao}", "{giao}", "{who}", "{who}", "{duty}"))
    if form == "{giao}":
        lead = rng.choice(("Giao ", "Giao ", "Yêu cầu ", "Đề nghị ", "Phân công ")) + who + " "
    elif form == "{duty}":
        lead = who.capitalised() + " có trách nhiệm "
    else:
        lead = who.capitalised() + " "
    return _ended(rng, lead + does, order)


def item_sentence(rng: Random, order: Order, end: str = ".") -> Phrase:
    """An order under a heading that has named whom it is to."""
    return _ended(rng, _with_others(rng, order).capitalised(), order, end)


def _with_others(rng: Random, order: Order) -> Phrase:
    if order.coordinators is None:
        return rng.choice(_ADVERBS) + order.content
    others = order.coordinators.as_kind("coordinator")
    way = rng.choice(("chủ trì", "chủ trì", "phối hợp", "after"))
    if way == "after":
        return (
            rng.choice(_ADVERBS)
            + order.content
            + ", phối hợp chặt chẽ với "
            + others
            + " trong quá trình thực hiện"
        )
    lead = rng.choice(
        ("chủ trì, phối hợp với ", "chủ trì, phối hợp chặt chẽ với ", "chủ trì phối hợp với ")
    )
    return (lead if way == "chủ trì" else "phối hợp với ") + others + " " + order.content


def _ended(rng: Random, said: Phrase, order: Order, end: str = ".") -> Phrase:
    if order.deadline is not None:
        said = said + rng.choice((", ", ", ", "; ")) + order.deadline
    if order.director is not None:
        said = said + " " + order.director
    if order.further:
        return said + ". " + joined(order.further)
    return said + end


def table_sentence(order: Order) -> Phrase:
    return joined((order.content.capitalised(), *order.further), ". ")


def under(unit: Phrase, said: Phrase) -> Phrase:
    """A sentence with its office from the heading."""
    return Phrase(said.text, unit.as_kind("assignee").facts + said.facts)


def given_sentence(rng: Random, order: Order) -> Phrase:
    """An order that surely opens with an order word, as in a paragraph of two."""
    lead = rng.choice(("Giao ", "Yêu cầu ", "Giao ", "Đề nghị "))
    return _ended(
        rng, lead + order.assignees.as_kind("assignee") + " " + _with_others(rng, order), order
    )


_LETTERS = "abcdđeghiklmn"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def labels(rng: Random, style: str | None = None) -> Callable[[int], str]:
    """How the n-th item of a list, from 0, is labelled."""
    style = style or rng.choice(("1-", "1.", "1)", "a)", "-", "+", "•", "(1)", "–"))
    if style[0] == "a":
        return lambda n: f"{_LETTERS[n % len(_LETTERS)]}{style[1:]}"
    if "1" in style:
        return lambda n: style.replace("1", str(n + 1))
    return lambda _: style


def small_roman(label: str, n: int) -> str:
    return f"({_ROMAN[n].lower()})" if label == "(i)" else label
