"""The timeline as a picture: a row for each event, at its day, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import Event, Status
from graphbuild.query.ordering import in_order, is_undated
from graphbuild.query.wording import (
    QUAD_CLASSES,
    count_of,
    say_event,
    say_kind,
    say_outlets,
    say_status,
    say_time,
)
from graphbuild.report.axis import TimeAxis, make_axis
from graphbuild.report.legend import LEGEND_HEIGHT, draw_legend
from graphbuild.report.measure import shorten, text_width
from graphbuild.report.scene import (
    Anchor,
    Box,
    Dash,
    Ink,
    Label,
    Line,
    Mark,
    Panel,
    Scene,
    Shape,
    ink_of,
    shape_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

WIDTH = 1000.0
_MARGIN = 16.0
_DATES = 132.0  # the column of dates at the left
_ROW = 18.0
_TOP = 64.0  # title and axis
_TEXT = 9.5
_TICK_SPACING = 62.0
_RADIUS = 4.5

DASHES = {
    Status.ASSERTED: Dash.SOLID,
    Status.ALLEGED: Dash.DASHED,
    Status.PLANNED: Dash.DOTTED,
    Status.DENIED: Dash.DASH_DOT,
    Status.HYPOTHETICAL: Dash.SPARSE,
}


@dataclass(frozen=True, slots=True)
class _Row:
    """An event with the words and the place it gets in the picture."""

    event: Event
    words: str
    when: str
    y: float
    link: str


def draw_timeline(
    events: Sequence[Event], names: Mapping[str, str], top: int, linked: Collection[str] = ()
) -> Scene:
    """The ``top`` most widely told of these events that are dated.

    The labels of events with an id in ``linked`` lead to ``#id``. The picture says how
    many events it leaves out.
    """
    dated = [event for event in events if not is_undated(event)]
    shown = in_order(told_most(dated, top))
    rows = [_row(number, event, names, linked) for number, event in enumerate(shown)]
    height = _TOP + _ROW * max(len(rows), 1) + LEGEND_HEIGHT + _MARGIN
    shapes: list[Shape] = [Panel(Box(0, 0, WIDTH, height), Ink.PAPER)]
    shapes.append(Label(_MARGIN, 24, "Timeline of events", 14, bold=True))
    shapes.append(
        Label(
            WIDTH - _MARGIN, 24, _say_left_out(len(events), len(dated), len(shown)), 9, Ink.FAINT, Anchor.END
        )
    )
    if rows:
        shapes += _draw_rows(rows)
    statuses = [status for status in Status if any(row.event.status is status for row in rows)]
    marks = sorted({row.event.quad_class or 0 for row in rows})
    shapes += draw_legend(_MARGIN, height - LEGEND_HEIGHT, marks, {s: DASHES[s] for s in statuses})
    return Scene(WIDTH, height, "Timeline of events", _describe(rows), tuple(shapes))


def told_most(events: Iterable[Event], top: int) -> list[Event]:
    """The ``top`` events that most outlets tell, those the codebook knows before others."""
    return sorted(events, key=_weight)[:top]


def _weight(event: Event) -> tuple[int, bool, int, bool, str]:
    """Sort key: most outlets first, then what the codebook knows, then most reports."""
    complete = bool(event.sources and event.targets)
    return -len(event.independent_outlets), event.type is None, -len(event.evidence), not complete, event.id


def _row(number: int, event: Event, names: Mapping[str, str], linked: Collection[str]) -> _Row:
    parts = (say_event(event, names), say_status(event.status))
    words = "  ".join(part for part in parts if part)
    y = _TOP + _ROW * (number + 0.5)
    return _Row(event, words, say_time(event.time), y, f"#{event.id}" if event.id in linked else "")


def _draw_rows(rows: Sequence[_Row]) -> Iterator[Shape]:
    days = [day for row in rows for day in (row.event.time.first, row.event.time.last) if day is not None]
    axis = make_axis(days, _MARGIN + _DATES + 20, WIDTH - _MARGIN - 40)
    yield from _draw_bands(rows)
    yield from _draw_axis(axis, _TOP + _ROW * len(rows))
    for row in rows:
        yield from _draw_event(row, axis)


def _draw_bands(rows: Sequence[_Row]) -> Iterator[Shape]:
    """A date before the first of the rows that share it, every other group on a band."""
    group = 0
    for above, row in zip((None, *rows), rows, strict=False):
        is_new = above is None or above.when != row.when
        group += is_new
        if group % 2:
            yield Panel(Box(_MARGIN - 6, row.y - _ROW / 2, WIDTH - 2 * _MARGIN + 12, _ROW), Ink.BAND)
        if is_new:
            yield Label(_MARGIN, row.y + _TEXT * 0.35, row.when, _TEXT)


def _draw_axis(axis: TimeAxis, bottom: float) -> Iterator[Shape]:
    for tick in axis.ticks(_TICK_SPACING):
        yield Label(tick.x, _TOP - 10, tick.text, 8.5, Ink.FAINT, Anchor.MIDDLE)
        yield Line(tick.x, _TOP - 5, tick.x, bottom, Ink.GRID, 0.8)
    for fold in axis.folds:
        middle = (fold.first + fold.last) / 2
        for x in (middle - 2, middle + 2):
            yield Line(
                x - 2, _TOP + 1, x + 2, _TOP - 7, Ink.FAINT, 1.0, hint=f"{fold.days} days are folded here"
            )


def _draw_event(row: _Row, axis: TimeAxis) -> Iterator[Shape]:
    event = row.event
    first, last = _ends(event, axis)
    ink, dash = ink_of(event.quad_class), DASHES[event.status]
    hint = f"{row.when}: {row.words} ({_say_report(event)})"
    if last > first:
        yield Line(first, row.y, last, row.y, ink, 2.0, dash, hint)
    yield from _draw_open_ends(event, (first, last), row.y, ink)
    hollow = event.status is not Status.ASSERTED
    # In the middle of a bar: on one of these days, nobody says which.
    yield Mark((first + last) / 2, row.y, _RADIUS, ink, shape_of(event.quad_class), hollow, dash, hint)
    yield _place_words(row, first, last)


def _ends(event: Event, axis: TimeAxis) -> tuple[float, float]:
    first, last = event.time.first, event.time.last
    known = first or last or date.min
    return axis.x_of(first or known), axis.x_of(last or known)


def _draw_open_ends(event: Event, ends: tuple[float, float], y: float, ink: Ink) -> Iterator[Shape]:
    """A short line with a head on the side where nobody says when it began or ended."""
    for bound, x, step in ((event.time.first, ends[0], -18.0), (event.time.last, ends[1], 18.0)):
        if bound is None:
            tip = x + step
            yield Line(x, y, tip, y, ink, 2.0, Dash.SPARSE)
            yield Line(tip, y, tip - step / 4, y - 3.5, ink, 1.5)
            yield Line(tip, y, tip - step / 4, y + 3.5, ink, 1.5)


def _place_words(row: _Row, first: float, last: float) -> Label:
    """The words on the side of the mark with more room, cut to fit."""
    gap = _RADIUS + 5
    left, right = first - gap - (_MARGIN + _DATES), WIDTH - _MARGIN - (last + gap)
    if row.event.time.first is None:
        left -= 20
    if row.event.time.last is None:
        right -= 20
    y = row.y + _TEXT * 0.35
    if text_width(row.words, _TEXT) <= right or right >= left:
        x = WIDTH - _MARGIN - right
        return Label(x, y, shorten(row.words, _TEXT, right), _TEXT, link=row.link)
    x = _MARGIN + _DATES + left
    return Label(x, y, shorten(row.words, _TEXT, left), _TEXT, anchor=Anchor.END, link=row.link)


def _say_report(event: Event) -> str:
    quad = QUAD_CLASSES.get(event.quad_class or 0, "")
    parts = (say_kind(event), quad, say_outlets(event))
    return ", ".join(part for part in parts if part)


def _say_left_out(all_events: int, dated: int, shown: int) -> str:
    words = f"{shown:,} of {count_of(all_events, 'event')}"
    rest = [
        f"{number:,} {what}"
        for number, what in ((dated - shown, "less widely told"), (all_events - dated, "undated"))
        if number
    ]
    return f"{words}; left out: {', '.join(rest)}" if rest else words


def _describe(rows: Sequence[_Row]) -> str:
    if not rows:
        return "No dated event."
    return (
        f"{count_of(len(rows), 'event')} from {rows[0].when} to {rows[-1].when}, one a row, in order of time."
    )
