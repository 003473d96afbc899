"""Times that are no deadline: what is reported on, how far a plan reaches, what is long past."""

import re
from datetime import date, timedelta

from ingest.patterns.deadline_grammar import (
    CAME_TO,
    DONE_BEFORE,
    LONG_SINCE,
    MUST,
    NEXT,
    ORDERED,
    REPORT_BEFORE,
    REPORTED,
    STRIVES,
    TO_REPORT,
)
from ingest.patterns.periods import STALE
from ingest.patterns.times import Frame, Time

HORIZON = timedelta(days=200)
"""A period longer than this after "đến hết" is how far a plan reaches, not a deadline."""


def is_no_deadline(
    text: str, lead: re.Match[str], time: Time, due: date, frame: Frame, *, explicit: bool
) -> bool:
    """Whether a lead and a time are a reporting period, a horizon or something long past."""
    before = text[max(0, lead.start() - 60) : lead.start()]
    if (
        not explicit
        and is_reported(text, lead.start())
        and not _to_report(text, lead.start(), time, frame)
    ):
        return True
    if "hết" in lead[0].casefold() and time.length > HORIZON and not DONE_BEFORE.search(before):
        own = frame.reference and frame.reference.year == time.until.year
        strives = STRIVES.search(before) or MUST.match(text, time.end)
        return not (own and strives)  # "đến hết năm 2030": how far a plan reaches
    if LONG_SINCE.match(text, time.end):
        return True
    begun = frame.reference is not None and time.begin <= frame.reference
    if begun and not time.bare and not explicit and CAME_TO.match(text, time.end):
        return True
    if is_ahead(due, frame):
        return False
    if not explicit and not time.bare:
        return True
    recent = frame.reference is None or frame.reference - due < STALE
    return not (recent and ORDERED.search(before))


def is_reported(text: str, position: int) -> bool:
    return bool(REPORTED.search(text, max(0, position - 80), position))


def _to_report(text: str, position: int, time: Time, frame: Frame) -> bool:
    """Whether results are to be reported within a time, and not those of that time.

    So it is where the time is yet to come, or is not over and follows whom the report goes to.
    """
    asked = TO_REPORT.search(text, max(0, position - 100), position)
    if asked is None or frame.reference is None or time.until < frame.reference:
        return False
    near = NEXT.search(text, position, time.end) and not asked["work"]
    return bool(time.begin > frame.reference or near or asked["to"])


def is_asked(text: str, lead: re.Match[str]) -> bool:
    """Whether something is to be done or reported right before a lead."""
    span = (max(0, lead.start() - 30), lead.start())
    return bool(DONE_BEFORE.search(text, *span) or REPORT_BEFORE.search(text, *span))


def is_ahead(day: date, frame: Frame) -> bool:
    return frame.reference is None or day >= frame.reference
