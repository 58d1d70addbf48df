"""A timeline as a calendar (iCalendar, RFC 5545), for programs that show days.

Written by hand: a calendar of all-day events needs ten properties and no library. Nothing
in it depends on when it is written. RFC 5545 wants a DTSTAMP and means by it, in a calendar
that nobody sends around, when the entry was last revised: that is the day of the event's
latest report, at midnight UTC; the first day of 1970 where no report has a date.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from graphbuild.errors import QueryError
from graphbuild.model.event import Status
from graphbuild.query.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.report.placed import Placed

_WIDEST: Final = 75  # octets of a line without its end (3.1)
_NEVER: Final = date(1970, 1, 1)
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_STATUS: Final = {Status.ASSERTED: "CONFIRMED", Status.DENIED: "CANCELLED"}
"""What RFC 5545 has for a status; a plan, a claim or a possibility is TENTATIVE."""


def render_calendar(events: Sequence[Placed], name: str) -> bytes:
    """The calendar of these events, each on all of its days, in their order.

    QueryError where there is none: RFC 5545 has no empty calendar.
    """
    if not events:
        raise QueryError("none of these events has a known day: there is nothing for a calendar")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//graphbuild//timeline//EN",
        "CALSCALE:GREGORIAN",
        _text("X-WR-CALNAME", name),
    ]
    for placed in events:
        lines += _entry(placed)
    lines.append("END:VCALENDAR")
    return b"".join(map(_fold, lines))


def _entry(placed: Placed) -> Iterator[str]:
    event = placed.event
    yield "BEGIN:VEVENT"
    yield _text("UID", f"{event.id.replace(':', '-')}@graphbuild")
    yield f"DTSTAMP:{_day(placed.revised or _NEVER)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(placed.first)}"
    # The end is the first day that is no longer meant (3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(placed.last + timedelta(days=1))}"
    yield _text("SUMMARY", placed.headline)
    yield _text("DESCRIPTION", "\n".join(_describe(placed)))
    if event.type is not None:
        yield _text("CATEGORIES", event.type)
    if event.place is not None:
        yield _text("LOCATION", one_line(event.place.name))
        if event.place.latitude is not None and event.place.longitude is not None:
            yield f"GEO:{event.place.latitude:.6f};{event.place.longitude:.6f}"
    yield f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _describe(placed: Placed) -> Iterable[str]:
    yield f"When: {placed.when}"
    yield placed.facts
    for told in placed.told:
        mark = f"[{told.mark}] " if told.mark else ""
        yield f"{mark}“{told.quote}” ({told.source})"
    if placed.more:
        yield f"and {placed.more} more"


def _text(name: str, value: str) -> str:
    return f"{name}:{value.translate(_ESCAPES)}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _fold(line: str) -> bytes:
    """A line with its end, cut between characters into pieces of at most 75 octets each (3.1)."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode(errors="replace")
        if len(piece) + len(octets) > _WIDEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
