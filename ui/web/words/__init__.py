"""Every word of the page, in Vietnamese and in English, a module a view."""

from ui.web.words import (
    about,
    add,
    curate,
    follow,
    frame,
    meetings,
    reading,
    search,
    signin,
    sparql,
    work,
)

_VIEWS = (about, add, curate, follow, frame, meetings, reading, search, signin, sparql, work)

TEXTS: dict[str, tuple[str, str]] = {
    key: both for view in _VIEWS for key, both in view.WORDS.items()
}
