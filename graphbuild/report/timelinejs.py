"""A timeline as JSON for TimelineJS 3 (Knight Lab), a sliding timeline for web pages.

Format: https://timeline.knightlab.com/docs/json-format.html. What articles say is text there
that a browser takes for HTML, so it is escaped.
"""

from __future__ import annotations

from calendar import monthrange
from html import escape
from typing import TYPE_CHECKING, Final

import msgspec

from graphbuild.model.time import Granularity
from graphbuild.query.wording import say_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from graphbuild.model.time import TimeSpan
    from graphbuild.report.placed import Placed, Quoted

_IN_YEARS: Final = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
_IN_MONTHS: Final = frozenset(
    {Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.HALF, *_IN_YEARS}
)


class _Day(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date as fine as it is known."""

    year: int
    month: int | None = None
    day: int | None = None


class _Text(msgspec.Struct, frozen=True):
    """What a slide says, as HTML."""

    headline: str
    text: str


class _Slide(msgspec.Struct, frozen=True, omit_defaults=True):
    """An event, or the title, which has no date."""

    text: _Text
    unique_id: str
    start_date: _Day | None = None
    end_date: _Day | None = None
    display_date: str | None = None
    group: str | None = None
    autolink: bool = True


class _Slides(msgspec.Struct, frozen=True):
    """The whole file."""

    title: _Slide
    events: list[_Slide]
    scale: str = "human"


def render_timelinejs(events: Sequence[Placed], heading: str, words: str) -> bytes:
    """The slides of these events, after a title slide with a heading and some words."""
    title = _Slide(_Text(escape(heading), escape(words)), "title", autolink=False)
    slides = msgspec.json.encode(_Slides(title, list(map(_slide, events))))
    return msgspec.json.format(slides, indent=1) + b"\n"


def _slide(placed: Placed) -> _Slide:
    when = placed.event.time
    start, end = (_day(day, when) for day in (placed.first, placed.last))
    return _Slide(
        text=_Text(escape(placed.headline), "".join(_tell(placed))),
        unique_id=placed.event.id.replace(":", "-"),
        start_date=start,
        end_date=None if end == start else end,
        # On one of these days, not on all of them: its own words are better than a range.
        display_date=None if when.is_day else say_time(when),
        group=placed.event.type or "other",
        autolink=False,
    )


def _tell(placed: Placed) -> Iterator[str]:
    yield f"<p>{escape(placed.facts)}; {escape(placed.when)}</p>"
    yield from map(_tell_quote, placed.told)
    if placed.more:
        yield f"<p>and {placed.more} more</p>"


def _tell_quote(told: Quoted) -> str:
    mark = f"[{escape(told.mark)}] " if told.mark else ""
    return f"<blockquote>{mark}{escape(told.quote)} <small>{escape(told.source)}</small></blockquote>"


def _day(day: date, when: TimeSpan) -> _Day:
    """A day, or only its month or year where the time is made of whole ones."""
    if when.granularity in _IN_YEARS and _is_whole(when, months=12):
        return _Day(day.year)
    if when.granularity in _IN_MONTHS and _is_whole(when, months=1):
        return _Day(day.year, day.month)
    return _Day(day.year, day.month, day.day)


def _is_whole(when: TimeSpan, months: int) -> bool:
    """Whether a time begins and ends with a month, or with a year of 12 months."""
    if when.first is None or when.last is None:
        return False
    begins = when.first.day == 1 and (months == 1 or when.first.month == 1)
    ends = when.last.day == monthrange(when.last.year, when.last.month)[1]
    return begins and ends and (months == 1 or when.last.month == 12)
