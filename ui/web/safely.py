"""Errors as the page says them: in the page's language, in place, never a stack trace."""

import logging
from collections.abc import Callable

from kg.errors import ChidaoError, Locked, UnknownName
from ui.access.desk import Forbidden
from ui.web.cards import failure
from ui.web.texts import Texts

_log = logging.getLogger(__name__)


def html_or_failure(work: Callable[[], str], t: Texts) -> str:
    """Return the HTML that ``work`` makes, or an error state that says what happened."""
    try:
        return str(work())
    except Exception as error:  # a view must show any failure, not lose it in a toast
        return str(failure(reason(error, t), t))


def reason(error: Exception, t: Texts) -> str:
    """Return what went wrong in words for a reader; a bug is logged and said to be one."""
    if isinstance(error, UnknownName):
        return f"{t('unknown_name')} ({error})"
    if isinstance(error, Locked):
        return f"{t('locked')} ({error})"
    if isinstance(error, Forbidden):
        role = error.needed
        return t("forbidden", role=t(f"role_{role.name.lower()}")) if role else t("signed_out")
    if isinstance(error, ChidaoError):
        return str(error)
    _log.exception("The page could not answer", exc_info=error)
    return t("bug", kind=type(error).__name__)
