"""Readings of what is counted from the publication date or from the last day told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from graphbuild.model.time import Basis, Granularity, TimeSpan, TimexType
from graphbuild.stages.timexes.days import read_day, weekday_in
from graphbuild.stages.timexes.months import mod_of
from graphbuild.stages.timexes.pattern import Found
from graphbuild.stages.timexes.periods import Period, around, day, moved, moved_day, week
from graphbuild.stages.timexes.quantity import VAGUE, duration, quantity
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, dated, timed

_ANAPHORIC = frozenset({"following", "previous", "preceding", "that", "same"})
_CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
_FINER = {"Y": "Q", "A": "Y"}


def unit_in(found: Found, anchors: Anchors) -> str:
    """The letter of the remembered unit."""
    word = found.text("unit") or found.text("units") or found.text("anyunit") or found.text("weekend")
    known = anchors.words
    return known.units.get(word) or known.plural_units.get(word) or known.short_units[word]


def approximation(found: Found, anchors: Anchors) -> str | None:
    """The TIMEX3 mod of the words before a quantity."""
    known, words = anchors.words, found.text("approx")
    return known.approximation_phrases.get(words) or known.approximations.get(words)


def read_step(found: Found, anchors: Anchors) -> Readings | None:
    """ "last week", "this year", "the following day"."""
    unit, step = unit_in(found, anchors), found.words("steps")[-1]
    if unit in _CLOCK_UNITS:
        return None
    count = {"that": 0, "same": 0}.get(step, anchors.words.steps.get(step, 0))
    if unit == "N":
        period = _step_from(found, anchors, "D", step, count)
        return (timed(period, "NI"),)
    period = _step_from(found, anchors, unit, step, count)
    return (_narrowed(dated(period, unit, mod_of(found, anchors)), found, anchors),)


def _step_from(found: Found, anchors: Anchors, unit: str, step: str, count: int) -> Period | None:
    told = step in _ANAPHORIC or (unit == "D" and step in {"next", "last"})
    start = anchors.base
    if told:
        start = anchors.last.first if anchors.last is not None else None if unit == "D" else anchors.base
    return None if start is None else moved(unit, start, count)


def _narrowed(reading: Reading, found: Found, anchors: Anchors) -> Reading:
    """ "earlier this month" ends, "later this month" begins at the publication day."""
    side, when, base = found.text("side"), reading.when, anchors.base
    if not side or when is None or base is None or when.first is None or when.last is None:
        return reading
    mod = "START" if side == "earlier" else "END"
    if not when.first <= base <= when.last:
        return replace(reading, mod=mod)
    first, last = (when.first, base) if side == "earlier" else (base, when.last)
    return replace(reading, mod=mod, when=TimeSpan(first, last, Granularity.RANGE, Basis.RELATIVE))


def read_stretch(found: Found, anchors: Anchors) -> Readings | None:
    """ "the last two months", "the coming years": a duration that touches the publication day."""
    unit = unit_in(found, anchors)
    words = found.words("count")
    plural = (found.text("unit") or found.text("units")) in anchors.words.plural_units
    amount = quantity(words, anchors.words) if words else VAGUE if plural else "1"
    word = found.text("recent") or found.text("open")
    step = anchors.words.steps.get(word, -1)
    when = None if word in _ANAPHORIC else _stretch(anchors.base, unit, amount, step)
    return (Reading(TimexType.DURATION, duration(amount, unit), approximation(found, anchors), when),)


def _stretch(base: date | None, unit: str, amount: str, step: int) -> TimeSpan | None:
    if base is None or step == 0 or unit in _CLOCK_UNITS or not amount.isdecimal():
        return None
    there = moved_day(unit, base, int(amount) * step)
    if there is None:
        return None
    first, last = sorted((there, base))
    return TimeSpan(first, last, Granularity.RANGE, Basis.RELATIVE)


def read_counted(found: Found, anchors: Anchors) -> Readings | None:
    """ "three weeks ago", "two days later", "a year earlier"."""
    unit = unit_in(found, anchors)
    amount = quantity(found.words("count"), anchors.words)
    side = found.words("ago")
    start, count = _start(anchors, side, unit)
    mod = approximation(found, anchors)
    if amount == VAGUE:
        return (Reading(TimexType.DURATION, duration(amount, unit), mod),)
    if unit in _CLOCK_UNITS:
        return (Reading(TimexType.DURATION, duration(amount, unit), mod),)
    if start is None:
        return (dated(None, "D" if unit == "N" else unit, mod),)
    period = _count_from(start, unit, Fraction(amount) * count, anchors)
    return (dated(period, unit, mod),)


def _start(anchors: Anchors, side: tuple[str, ...], unit: str) -> tuple[date | None, int]:
    """Where a count begins, and its sign."""
    told = anchors.last.first if anchors.last is not None else None
    if side[0] == "ago":
        return anchors.base, -1
    if side[0] in {"from", "hence"}:
        return anchors.base, 1
    sign = -1 if side[0] in {"earlier", "before", "previously"} else 1
    coarse = unit in {"Y", "A", "Q"} and not anchors.narrative
    return (anchors.base if coarse and told is None else told), sign


def _count_from(start: date, unit: str, count: Fraction, anchors: Anchors) -> Period | None:
    """The period so many units away; halves are counted in the next smaller unit."""
    if count.denominator != 1:
        smaller, factor = {"Y": ("M", 12), "A": ("Y", 10), "C": ("Y", 100)}.get(
            unit, ("D", 7 if unit == "W" else 30)
        )
        return moved(smaller, start, round(count * factor))
    if unit in "AC":
        return moved("Y", start, int(count) * (10 if unit == "A" else 100))
    if unit == "Y" and anchors.last is not None and anchors.last.unit == "Q" and start == anchors.last.first:
        return moved("Q", start, int(count) * 4)
    return moved("W" if unit == "F" else unit, start, int(count) * (2 if unit == "F" else 1))


def read_day_beside(found: Found, anchors: Anchors) -> Readings | None:
    """ "the day before", "the year after", "the day before yesterday", "the day after tomorrow"."""
    unit = unit_in(found, anchors)
    if unit in _CLOCK_UNITS:
        return None
    sign = -1 if found.text("beside") in {"before", "earlier", "previously"} else 1
    if found.has("dayword"):
        start = anchors.published
        return (dated(None if start is None else moved("D", start, 2 * sign), "D"),)
    start = anchors.last.first if anchors.last is not None else None
    if start is None and unit in {"Y", "Q", "M"}:
        start = anchors.base
    return (dated(None if start is None else moved(unit, start, sign), unit),)


def read_weekday_of_week(found: Found, anchors: Anchors) -> Readings | None:
    """ "Monday of this week", "Tuesday last week"."""
    number = weekday_in(found, anchors, "wd")
    if number is None or anchors.base is None:
        return None
    there = moved_day("W", anchors.base, anchors.words.steps[found.words("step")[-1]])
    if there is None:
        return None
    return (dated(day(date.fromisocalendar(*there.isocalendar()[:2], number)), "D"),)


def read_current(found: Found, anchors: Anchors) -> Readings | None:
    """ "the year", "the quarter", "the weekend": the one being told of, else the one of publication."""
    unit, mod = unit_in(found, anchors), mod_of(found, anchors)
    last = anchors.last
    if unit not in "EWMQY":
        return None
    if last is not None and last.unit == unit == "Q":
        return (dated(last, unit, mod),)
    if anchors.base is None:
        return (dated(None, unit, mod),)
    if unit == "E":
        before = (
            anchors.base
            if anchors.base.isoweekday() > 5
            else moved_day("D", anchors.base, -anchors.base.isoweekday())
        )
        return (dated(None if before is None else around("E", before), "E", mod),)
    return (dated(around(unit, anchors.base), unit, mod),)


def read_week_of(found: Found, anchors: Anchors) -> Readings | None:
    """The week that holds a day."""
    reading = read_day(found, anchors)
    if reading is None:
        return None
    basis = Basis.STATED if reading.stated else Basis.RELATIVE
    return (dated(None if reading.period is None else week(reading.period.first), "W", basis=basis),)
