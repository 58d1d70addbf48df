"""Readings of the time that a figure is compared with: "the same quarter last year", "the year-earlier period"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis
from graphbuild.stages.timexes.days import year_in
from graphbuild.stages.timexes.periods import Period, around, moved, year
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, dated

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found

_UNITS = {"quarter": "Q", "month": "M", "half": "H"}


def read_same(found: Found, anchors: Anchors) -> Readings | None:
    """The quarter, month, half or period told of, in another year; a period untold of is that whole year."""
    told, stated, count = _told(found.text("stage"), anchors), year_in(found, "yy"), _years_on(found, anchors)
    start = told.first if told is not None else anchors.base
    if start is None:
        return (dated(None, "Y"),)
    there = stated or start.year + count
    period = year(there) if told is None else around(told.unit, told.first.replace(year=there))
    basis = Basis.RELATIVE if stated is None else Basis.STATED
    return (_looked_back(dated(period, period.unit, basis=basis)),)


def compared(found: Found, anchors: Anchors) -> Period | None:
    """The quarter or month that "a year earlier" looks back from: "sales in October rose from a year earlier".

    A report of a quarter compares throughout; a month is compared where the words say so.
    """
    told = anchors.last_span
    if told is None or told.unit not in "QM":
        return None
    if told.unit == "Q":
        return told
    near = range(found.start - 1, max(found.start - _COMPARING_REACH, 0) - 1, -1)
    words = takewhile(lambda word: word not in _STOPS, (found.tokens.lower(index) for index in near))
    return told if not _COMPARING.isdisjoint(words) else None


_COMPARING = frozenset({"from", "than", "compared", "against", "versus", "above", "below"})
_COMPARING_REACH = 8
_STOPS = frozenset({".", ";", "!", "?"})


def _looked_back(reading: Reading) -> Reading:
    """What follows goes on from where the text was."""
    return replace(reading, period=None)


def _told(stage: str, anchors: Anchors) -> Period | None:
    """The stretch that the report is about: the last one told of, else the latest that has ended."""
    last, unit = anchors.last_span, _UNITS.get(stage)
    if unit is None:
        return last if last is not None and last.unit in "QMH" else None
    if last is not None and last.unit == unit:
        return last
    return None if anchors.base is None else moved(unit, anchors.base, -1)


def _years_on(found: Found, anchors: Anchors) -> int:
    """How many years from the stretch told of: one back, unless the words say otherwise."""
    if found.has("step"):
        return anchors.words.steps[found.words("step")[-1]]
    return 1 if {found.text("ago"), found.text("beside")} & {"later", "after", "hence"} else -1
