"""Readings of what is counted from the publication date or from the last day told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, Granularity, TimeSpan, TimexType
from graphbuild.stages.timexes.comparison import compared
from graphbuild.stages.timexes.days import read_day, weekday_in, year_in
from graphbuild.stages.timexes.months import mod_of
from graphbuild.stages.timexes.periods import Period, around, day, fiscal_year, moved, moved_day, week, year
from graphbuild.stages.timexes.quantity import VAGUE, duration, quantity
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, before_christ, dated, timed
from graphbuild.stages.timexes.told import ends_clause

if TYPE_CHECKING:
    from graphbuild.lexicon.timewords import TimeWords
    from graphbuild.stages.timexes.pattern import Found

_ANAPHORIC = frozenset({"following", "previous", "preceding", "prior", "that", "same"})
_CLOCK_UNITS = frozenset({"TS", "TM", "TH"})
_FINER = {"Y": "Q", "A": "Y"}


def unit_in(found: Found, anchors: Anchors) -> str:
    """The letter of the remembered unit."""
    word = next(
        filter(None, map(found.text, ("unit", "anyunit", "singular", "plural", "weekend", "quarter")))
    )
    return unit_of(word, anchors.words)


def unit_of(word: str, known: TimeWords) -> str:
    """The letter of a word for a unit."""
    return known.units.get(word) or known.plural_units.get(word) or known.short_units[word]


def approximation(found: Found, anchors: Anchors) -> str | None:
    """The TIMEX3 mod of the words before a quantity."""
    known, words = anchors.words, found.text("approx")
    return known.approximation_phrases.get(words) or known.approximations.get(words)


def read_step(found: Found, anchors: Anchors) -> Readings | None:
    """ "last week", "this year", "the following day"."""
    unit, step = unit_in(found, anchors), found.words("steps")[-1]
    if unit in _CLOCK_UNITS or (unit, step) == ("D", "this"):
        return None
    count = {"that": 0, "same": 0}.get(step, anchors.words.steps.get(step, 0))
    if unit == "N":
        period = _step_from(anchors, "D", step, count)
        return (timed(period, "NI"),)
    if unit == "Y" and anchors.era_year > max(count, 0):
        return (before_christ(anchors.era_year - count, mod_of(found, anchors)),)
    period = _step_from(anchors, unit, step, count)
    return (_narrowed(dated(period, unit, mod_of(found, anchors)), found, anchors),)


def _step_from(anchors: Anchors, unit: str, step: str, count: int) -> Period | None:
    """The period a step away from the day told of ("the next day") or from publication ("next week")."""
    start = anchors.start(unit)
    if step in _ANAPHORIC or (unit == "D" and step in {"next", "last"}):
        bound = unit == "D" or step in {"that", "same"} or (unit == "Y" and anchors.last is not None)
        start = anchors.told(unit) or (None if bound else anchors.start(unit))
    return None if start is None else moved(unit, start, count)


def _narrowed(reading: Reading, found: Found, anchors: Anchors) -> Reading:
    """ "earlier this month" ends, "later this month" begins at the publication day."""
    side, when, base = found.text("when"), reading.when, anchors.base
    if not side or when is None or base is None or when.first is None or when.last is None:
        return reading
    if not when.first <= base <= when.last:
        return reading
    first, last = (when.first, base) if side == "earlier" else (base, when.last)
    return replace(reading, when=TimeSpan(first, last, Granularity.RANGE, Basis.RELATIVE))


def read_stretch(found: Found, anchors: Anchors) -> Readings | None:
    """ "the last two months", "the coming years": a duration that touches the publication day."""
    unit = unit_in(found, anchors)
    words = found.words("count")
    plural = (found.text("unit") or found.text("plural")) in anchors.words.plural_units
    amount = quantity(words, anchors.words) if words else VAGUE if plural else "1"
    word = found.text("recent") or found.text("openended")
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
    unit, side = unit_in(found, anchors), found.words("ago")[0]
    amount = quantity(found.words("count"), anchors.words)
    mod = approximation(found, anchors)
    if side == "before" and not ends_clause(found):
        return None
    if amount == VAGUE and side == "ago":
        return (Reading(TimexType.DATE, "PAST_REF", mod, side_of("PAST_REF", anchors)),)
    if amount == VAGUE or unit in _CLOCK_UNITS:
        return (Reading(TimexType.DURATION, duration(amount, unit), mod),)
    sign = -1 if side in {"ago", "earlier", "before", "previously"} else 1
    if unit == "Y" and sign > 0 and amount.isdecimal() and anchors.era_year > int(amount):
        return (before_christ(anchors.era_year - int(amount), mod),)
    if side in {"ago", "from", "hence"}:
        start = anchors.published
    else:
        start = anchors.told(unit) or (anchors.start(unit) if unit in "YQM" else None)
    if unit == "Y" and abs(Fraction(amount)) == 1 and sign < 0 and (told := compared(found, anchors)):
        period: Period | None = moved(told.unit, told.first, -12 if told.unit == "M" else -4)
    else:
        period = None if start is None else _count_from(start, unit, Fraction(amount) * sign, anchors)
    reading = dated(period, unit, mod)
    if side in {"earlier", "before", "previously"}:
        # A look back: what follows goes on from where the text was.
        return (replace(reading, period=None),)
    return (_bounded(reading, anchors.published) if side == "ago" else reading,)


def _bounded(reading: Reading, published: date | None) -> Reading:
    """ "more than 40 years ago" is that year or before, "almost" is that year or after."""
    when, mod = reading.when, reading.mod
    if when is None or mod is None or mod == "APPROX":
        return reading
    first, last = (None, when.last) if mod in {"MORE_THAN", "EQUAL_OR_MORE"} else (when.first, published)
    return replace(reading, when=TimeSpan(first, last, Granularity.RANGE, Basis.RELATIVE))


def _count_from(start: date, unit: str, count: Fraction, anchors: Anchors) -> Period | None:
    """The period so many units away; halves are counted in the next smaller unit."""
    if count.denominator != 1:
        smaller, factor = {"Y": ("M", 12), "A": ("Y", 10), "C": ("Y", 100)}.get(
            unit, ("D", 7 if unit == "W" else 30)
        )
        return moved(smaller, start, round(count * factor))
    if unit in "AC":
        return moved("Y", start, int(count) * (10 if unit == "A" else 100))
    return moved("W" if unit == "F" else unit, start, int(count) * (2 if unit == "F" else 1))


def read_vague_count(found: Found, anchors: Anchors) -> Readings | None:
    """ "years ago" is some time in the past; "days later", "months before" an uncounted stretch."""
    if found.text("ago") == "ago":
        return (Reading(TimexType.DATE, "PAST_REF", when=side_of("PAST_REF", anchors)),)
    if (found.text("ago") or found.text("beside")) in {"before", "after"} and not ends_clause(found):
        return None
    return (Reading(TimexType.DURATION, duration(VAGUE, unit_in(found, anchors))),)


def side_of(value: str, anchors: Anchors) -> TimeSpan | None:
    """The side of the publication day that a vague reference is on; None for the present."""
    base = anchors.published
    if base is None or value == "PRESENT_REF" or anchors.narrative:
        return None
    if value == "PAST_REF":
        return TimeSpan(None, base, Granularity.UNKNOWN, Basis.RELATIVE)
    return TimeSpan(base, None, Granularity.UNKNOWN, Basis.RELATIVE)


def read_day_beside(found: Found, anchors: Anchors) -> Readings | None:
    """ "the day before", "the year after", "the day before yesterday", "the day after tomorrow"."""
    unit = unit_in(found, anchors)
    if unit in _CLOCK_UNITS:
        return None
    sign = -1 if found.text("beside") in {"before", "earlier", "previously"} else 1
    if found.has("dayword"):
        start = anchors.published
        return (dated(None if start is None else moved("D", start, 2 * sign), "D"),)
    if not ends_clause(found):
        return None
    start = anchors.told(unit) or (anchors.base if unit in "YQM" else None)
    if unit == "Y" and sign < 0 and (told := compared(found, anchors)):
        unit, start, sign = told.unit, told.first, -12 if told.unit == "M" else -4
    reading = dated(None if start is None else moved(unit, start, sign), unit)
    return (reading if sign > 0 else replace(reading, period=None),)


def read_end(found: Found, anchors: Anchors) -> Readings | None:
    """ "year-end", "year-end 1988", "the month's end", "last year's end"."""
    unit = unit_in(found, anchors) if found.has("singular") else "Y"
    if unit not in "WMQYAC":
        return None
    stated = year_in(found, "yy")
    if stated is not None:
        return (dated(year(stated), "Y", "END", Basis.STATED),)
    count = anchors.words.steps[found.words("step")[-1]] if found.has("step") else 0
    return (dated(None if anchors.base is None else moved(unit, anchors.base, count), unit, "END"),)


def read_ended(found: Found, anchors: Anchors) -> Readings | None:
    """ "the quarter ended Sept. 30", "the week ended Oct. 21": the one that the day is in."""
    reading, unit = read_day(found, anchors), unit_in(found, anchors)
    if reading is None or reading.period is None or unit not in "WMQY":
        return None
    if unit == "Y" and found.has("now"):
        return (dated(fiscal_year(reading.period.first.year), unit),)
    return (dated(around(unit, reading.period.first), unit),)


def read_full_year(found: Found, anchors: Anchors) -> Readings | None:
    """ "the full year", "full-year profit": the year of the report, not a length of time."""
    if unit_in(found, anchors) != "Y":
        return None
    return (dated(None if anchors.base is None else around("Y", anchors.base), "Y"),)


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
    last = anchors.last_span
    if unit not in "EWMQYAC":
        return None
    if last is not None and last.unit == unit == "Q":
        return (dated(last, unit, mod),)
    base = anchors.start(unit)
    if base is None:
        return (dated(None, unit, mod),)
    if unit == "Q" and mod is None:
        # Results are told of the quarter that has ended.
        return (dated(moved("Q", base, -1), unit),)
    if unit == "E":
        before = base if base.isoweekday() > 5 else moved_day("D", base, -base.isoweekday())
        return (dated(None if before is None else around("E", before), "E", mod),)
    return (dated(around(unit, base), unit, mod),)


def read_week_of(found: Found, anchors: Anchors) -> Readings | None:
    """The week that holds a day."""
    reading = read_day(found, anchors)
    if reading is None:
        return None
    basis = Basis.STATED if reading.stated else Basis.RELATIVE
    return (dated(None if reading.period is None else week(reading.period.first), "W", basis=basis),)
