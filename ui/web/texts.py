"""The page's words of one language; ``ui.web.words`` holds those of both."""

from datetime import date
from typing import Literal, get_args

from ui.web.words import TEXTS

__all__ = ["TEXTS", "Lang", "Texts", "language"]

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)

_EXAMPLES: dict[Lang, tuple[str, ...]] = {
    "vi": ("đóng cửa mỏ", "giai phong mat bang", "báo cáo 6 tháng đầu năm", "chuyển đổi số"),
    "en": ("mining closure", "site clearance", "wastewater", "digital transformation"),
}


class Texts:
    """The words of one language."""

    __slots__ = ("lang",)

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of ``key`` with its ``{fields}`` filled in.

        Raises:
            KeyError: there is no such text.
        """
        return TEXTS[key][LANGS.index(self.lang)].format(**values)

    def count(self, key: str, count: int, **values: object) -> str:
        """Return ``key`` for a number of things, ``key_one`` for exactly one."""
        return self(f"{key}_one" if count == 1 else key, count=self.number(count), **values)

    def number(self, value: int) -> str:
        """Write a number with the language's thousands mark."""
        return f"{value:,}".replace(",", "." if self.lang == "vi" else ",")

    def day(self, day: date) -> str:
        """Write a day as offices write it: 25/6/2021 in Vietnamese, 25 Jun 2021 in English."""
        if self.lang == "vi":
            return f"{day.day}/{day.month}/{day.year}"
        return f"{day.day} {day:%b} {day.year}"

    @property
    def examples(self) -> tuple[str, ...]:
        """Searches offered to someone who has typed nothing yet."""
        return _EXAMPLES[self.lang]


def language(name: str | None) -> Lang:
    """Return the language of that name, Vietnamese when there is none."""
    return "en" if name == "en" else "vi"
