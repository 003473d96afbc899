"""Why a task was found, from the search's own notes to words for a reader."""

from collections.abc import Iterable, Iterator

from ui.web.texts import Texts

_WORDS, _GLOSSARY, _MEANING, _WORK = "words: ", "glossary: ", "meaning", "work"
"""How ``search.Hit.why`` begins each kind of reason."""


def in_words(why: Iterable[str], t: Texts) -> Iterator[str]:
    """Yield each reason in the page's language."""
    for reason in why:
        if reason.startswith(_WORDS):
            yield t("why_words", words=reason.removeprefix(_WORDS))
        elif reason.startswith(_GLOSSARY):
            yield t("why_glossary", terms=reason.removeprefix(_GLOSSARY))
        elif reason == _MEANING:
            yield t("why_meaning")
        elif reason == _WORK:
            yield t("why_work")
        elif ": " not in reason:
            yield reason  # a constraint, "unit: ...", stands among the chips


def matched(why: Iterable[str]) -> Iterator[str]:
    """Yield the words and terms of the text that spoke for it, to be marked there."""
    for reason in why:
        if reason.startswith(_WORDS):
            yield reason.removeprefix(_WORDS)
        elif reason.startswith(_GLOSSARY):
            yield from reason.partition("→")[2].split(",")
