"""Readings of years with their era; before Christ there is no calendar day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.time import Basis
from graphbuild.stages.timexes.days import figure_in, month_in
from graphbuild.stages.timexes.months import mod_of
from graphbuild.stages.timexes.periods import year
from graphbuild.stages.timexes.reading import Anchors, Readings, before_christ, dated

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found


def read_era(found: Found, anchors: Anchors) -> Readings | None:
    """A year with its era; before Christ there is no calendar day."""
    number = int((found.text("int") or found.text("int2")).replace(",", ""))
    if (found.text("era") or found.text("era2")).startswith("b"):
        return (before_christ(number, mod_of(found, anchors)),)
    if not 1 <= number <= 9998:
        return None
    return (dated(year(number), "Y", mod_of(found, anchors), Basis.STATED),)


def read_day_of_era(found: Found, anchors: Anchors) -> Readings | None:
    """ "2 August 216 BC", "the spring of 217 BC", "March 44 BC"."""
    if not found.text("era").startswith("b"):
        return None
    number = int(found.text("int").replace(",", ""))
    if found.has("season"):
        rest = f"-{anchors.words.seasons[found.text('season')]}"
    else:
        figure = figure_in(found, anchors, "dom")
        rest = f"-{month_in(found, anchors, 'mon'):02}" + (f"-{figure:02}" if figure else "")
    return (before_christ(number, mod_of(found, anchors), rest),)


def read_years_of_era(found: Found, anchors: Anchors) -> Readings | None:
    """ "499-449 BC": the two ends."""
    if not found.text("era").startswith("b"):
        return None
    first, last = (int(found.text(name).replace(",", "")) for name in ("int", "int2"))
    if first <= last:
        return None
    ends = found.range("int").stop, found.range("int2").start
    return (
        before_christ(first).over(range(found.start, ends[0])),
        before_christ(last).over(range(ends[1], found.end)),
    )
