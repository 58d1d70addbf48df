"""Readings of dates in figures, and of lists and ranges of dates that share a month or a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, Granularity, TimexType
from graphbuild.stages.timexes import direction
from graphbuild.stages.timexes.days import (
    figure_in,
    month_day,
    month_in,
    read_day,
    read_ordinal,
    weekday_in,
    year_in,
)
from graphbuild.stages.timexes.months import doubtful_month, mod_of
from graphbuild.stages.timexes.periods import day, month, moved, real_day
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, dated, timed

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found

_CLOSE_DAYS = 31
_MONTHS_TO_MEET = 15  # a weekday meets a day of the month at least once in fourteen months


def read_one_day(found: Found, anchors: Anchors) -> Readings | None:
    """A day as a DATE, with START or END for "early" and "late"."""
    reading = read_day(found, anchors)
    mod = mod_of(found, anchors)
    if reading is None or mod is None:
        return None if reading is None else (reading,)
    return (Reading(reading.type, reading.value, mod, reading.when, reading.period, reading.stated),)


def read_weekday_the(found: Found, anchors: Anchors) -> Readings | None:
    """ "Friday the 13th": the last such day up to publication, or the next with a word of the future."""
    weekday, of_month = weekday_in(found, anchors, "wdd"), figure_in(found, anchors, "dom")
    if anchors.base is None or weekday is None or of_month is None:
        return None
    cue = direction.side(found.tokens, found.start, anchors.words) or -1
    for count in range(_MONTHS_TO_MEET):
        there = moved("M", anchors.base.replace(day=1), count * cue)
        chosen = there and real_day(there.first.year, there.first.month, of_month)
        if chosen and chosen.first.isoweekday() == weekday and (chosen.first - anchors.base).days * cue >= 0:
            return (dated(chosen, "D"),)
    return None


def read_bare_ordinal(found: Found, anchors: Anchors) -> Readings | None:
    """A day of the month told of."""
    reading = read_ordinal(found, anchors)
    return None if reading is None else (reading,)


def read_iso(found: Found, anchors: Anchors) -> Readings | None:
    """ISO 8601: a day, or a day and a time."""
    words, _, clock = found.tokens.words[found.start].partition("T")
    try:
        period = day(date.fromisoformat(words))
    except ValueError:
        return (Reading(TimexType.DATE, words),)
    return (timed(period, clock, Basis.STATED) if clock else dated(period, "D", basis=Basis.STATED),)


def read_slashed(found: Found, anchors: Anchors) -> Readings | None:
    """5/3/2010: month first, unless the figures or the article's other dates say otherwise."""
    first, second, last = (int(part) for part in found.text("slashdate").split("/"))
    year = last if last > 99 else last + (2000 if last < 40 else 1900)
    orders = [(first, second), (second, first)]
    if anchors.day_first:
        orders.reverse()
    days = [found_day for found_day in (real_day(year, *order) for order in orders) if found_day is not None]
    if not days:
        return None
    published = anchors.published
    if published is not None and abs((days[0].first - published).days) > _CLOSE_DAYS:
        days.sort(key=lambda each: abs((each.first - published).days) > _CLOSE_DAYS)
    return (dated(days[0], "D", basis=Basis.STATED),)


def read_list_after_month(found: Found, anchors: Anchors) -> Readings | None:
    """ "April 24 and 25", "May 3-5, 2010"."""
    return _read_list(found, anchors, range(found.start, found.range("dom").stop), found.range("tail"))


def read_list_before_month(found: Found, anchors: Anchors) -> Readings | None:
    """ "24 and 25 April", "between 3 and 5 May"."""
    tail = found.range("tail")
    head = found.range("dom")
    return _read_list(found, anchors, range(found.start, head.stop), tail, last_end=found.end)


def _read_list(
    found: Found, anchors: Anchors, head: range, tail: range, last_end: int | None = None
) -> Readings | None:
    number, year = month_in(found, anchors, "mon"), year_in(found, "yy")
    first = figure_in(found, anchors, "dom")
    if number is None or first is None:
        return None
    readings = [month_day(found, anchors, number, first, year).over(head)]
    places = [index for index in tail if found.tokens.words[index][0].isdecimal()]
    for index in places:
        end = found.end if index == places[-1] and (last_end or found.has("yy")) else index + 1
        figure = int(found.tokens.lower(index).rstrip("stndrh"))
        readings.append(month_day(found, anchors, number, figure, year).over(range(index, end)))
    return tuple(readings)


def read_day_pair(found: Found, anchors: Anchors) -> Readings | None:
    """ "12/13 June": two days, or the night between them."""
    number = month_in(found, anchors, "mon")
    if number is None:
        return None
    first, second = map(int, found.text("daypair").split("/"))
    one, other = (
        month_day(found, anchors, number, figure, year_in(found, "yy")) for figure in (first, second)
    )
    if one.when is None or other.when is None or one.period is None or second != first + 1:
        return None
    when = replace(one.when, last=other.when.last, granularity=Granularity.RANGE)
    if found.has("partofday"):
        part = anchors.words.parts_of_day[found.text("partofday")]
        return (replace(timed(one.period, part, one.when.basis), when=when),)
    return (replace(one, when=when),)


def read_shared_year(found: Found, anchors: Anchors) -> Readings | None:
    """The first of two dates whose year stands with the second: "from March to June 1942"."""
    number, then = month_in(found, anchors, "mon"), month_in(found, anchors, "moo")
    year = year_in(found, "yy")
    if number is None or then is None or year is None or doubtful_month(found, anchors):
        return None
    year -= number > then
    figure = figure_in(found, anchors, "dom")
    if figure is not None:
        return (month_day(found, anchors, number, figure, year),)
    return (dated(month(year, number), "M", mod_of(found, anchors), Basis.STATED),)
