"""Readings of day expressions: dates with and without a year, weekdays, holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, TimexType
from graphbuild.stages.timexes import direction
from graphbuild.stages.timexes.holidays import holiday
from graphbuild.stages.timexes.periods import UNKNOWN_VALUES, Period, day, real_day, week, weekend
from graphbuild.stages.timexes.reading import Anchors, Reading, dated
from graphbuild.stages.timexes.told import ordinal_day, told_year

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found

_DAYS_OF_WEEK = 7
_PIVOT = 40  # '39 is 2039, '40 is 1940


def full_year(word: str) -> int:
    """The year that four figures, or the last two, stand for."""
    number = int(word)
    return number if len(word) > 2 else number + (2000 if number < _PIVOT else 1900)


def year_in(found: Found, *names: str) -> int | None:
    """The year of the first remembered item that has one."""
    for name in names:
        for word in found.words(name):
            if word.isdecimal():
                return full_year(word)
    return None


def month_in(found: Found, anchors: Anchors, *names: str) -> int | None:
    """The month of the first remembered item that names one."""
    known = anchors.words
    for name in names:
        for word in found.words(name):
            if number := known.months.get(word) or known.month_abbreviations.get(word):
                return number
    return None


def figure_in(found: Found, anchors: Anchors, *names: str) -> int | None:
    """The day of the month of the first remembered item: "5", "5th", "fifth"."""
    for name in names:
        for word in found.words(name):
            if word in anchors.words.ordinals:
                return anchors.words.ordinals[word]
            if word[0].isdecimal():
                return int(word.rstrip("stndrh"))
    return None


def weekday_in(found: Found, anchors: Anchors, *names: str) -> int | None:
    """The ISO weekday of the first remembered item that names one."""
    known = anchors.words
    for name in names:
        for word in found.words(name):
            if number := known.weekdays.get(word) or known.weekday_abbreviations.get(word):
                return number
    return None


def read_day(found: Found, anchors: Anchors) -> Reading | None:
    """The day that the ``date`` macro remembered, as a DATE; None when it names no day."""
    number, of_month = month_in(found, anchors, "mon", "moo"), figure_in(found, anchors, "dom", "doo")
    if number and of_month:
        return month_day(found, anchors, number, of_month, year_in(found, "yy", "yyy", "yyyy"))
    if found.has("dayword"):
        return _counted_day(found, anchors)
    if found.has("holiday"):
        return read_holiday(found, anchors)
    if (weekday := weekday_in(found, anchors, "wdd")) and not _is_name(found, anchors):
        return _weekday(found, anchors, weekday)
    return None


def _is_name(found: Found, anchors: Anchors) -> bool:
    """Whether a weekday is part of a name: "Sunday Times", "Black Monday"."""
    tokens, day_word = found.tokens, found.range("wdd")
    tail, head = tokens.lower(day_word.stop), tokens.lower(day_word.start - 1)
    if head in anchors.words.name_heads and tokens.words[day_word.start - 1][0].isupper():
        return True
    return tail in anchors.words.name_tails and tokens.words[day_word.stop][0].isupper()


def month_day(found: Found, anchors: Anchors, number: int, of_month: int, year: int | None) -> Reading:
    """A day of a month; one that the calendar has not keeps its words as value and is on no day."""
    if year is not None:
        period = real_day(year, number, of_month)
        basis, value = Basis.STATED, f"{year:04}-{number:02}-{of_month:02}"
    else:
        period = yearless(found, anchors, number, of_month)
        basis, value = Basis.RELATIVE, f"XXXX-{number:02}-{of_month:02}"
    return Reading(TimexType.DATE, value) if period is None else dated(period, "D", basis=basis)


def yearless(found: Found, anchors: Anchors, number: int, of_month: int) -> Period | None:
    """A day of a month in the year that the text is telling of, or nearest to the publication date."""
    if anchors.narrative and anchors.stated is not None:
        told = told_year(anchors.stated, number)
        return None if told is None else real_day(told, number, of_month)
    if anchors.base is None or anchors.published is None:
        return None
    if step := found.words("step3"):
        days = (real_day(anchors.published.year + count, number, of_month) for count in (-1, 0, 1))
        return direction.beside(anchors.published, days, anchors.words.steps[step[-1]])
    cue = direction.side(found.tokens, found.start, anchors.words)
    return direction.nearest_day(anchors.published, number, of_month, cue)


def read_ordinal(found: Found, anchors: Anchors) -> Reading | None:
    """ "the 13th": of the month told of, else the one nearest to publication."""
    of_month = figure_in(found, anchors, "nthd")
    if of_month is None or not _stands_alone(found, anchors):
        return None
    told = anchors.last
    if told is None or told.unit not in "DM":
        told = None if anchors.base is None or anchors.narrative else day(anchors.base)
    if told is None:
        return Reading(TimexType.DATE, f"XXXX-XX-{of_month:02}")
    period = ordinal_day(told, of_month)
    return Reading(TimexType.DATE, f"XXXX-XX-{of_month:02}") if period is None else dated(period, "D")


def _stands_alone(found: Found, anchors: Anchors) -> bool:
    """Whether no noun follows that would be the thirteenth: "the 13th floor", "the 13th Army"."""
    tokens, index = found.tokens, found.end
    if index >= len(tokens.words):
        return True
    after, before = tokens.words[index], tokens.lower(found.range("nthd").start - 2)
    if not after[0].isalnum():
        return after not in {"-", "–", "‐", "/", "'", "’"}
    if after[0].isupper():
        return before == "on" and after.lower() not in anchors.words.numbered
    return after in anchors.words.behind_ordinal


def _counted_day(found: Found, anchors: Anchors) -> Reading:
    count = anchors.words.day_words[found.text("dayword")]
    if anchors.narrative and count == 0:
        return Reading(TimexType.DATE, "PRESENT_REF")  # the day of a history's writing is no day it tells of
    if anchors.published is None:
        return dated(None, "D")
    return dated(day(anchors.published + timedelta(days=count)), "D")


def _weekday(found: Found, anchors: Anchors, number: int) -> Reading:
    period = _weekday_period(found, anchors, number)
    return Reading(TimexType.DATE, f"XXXX-WXX-{number}") if period is None else dated(period, "D")


def _weekday_period(found: Found, anchors: Anchors, number: int) -> Period | None:
    step = found.words("step")
    last = anchors.last_day
    if step and step[-1] in {"following", "previous", "preceding"}:
        return _around_last(step[-1], last, number)
    base = anchors.base
    if base is None:
        return None
    if anchors.narrative and anchors.stated is not None:
        return None if last is None else direction.weekday(last + timedelta(days=6), number, future=False)
    if not step:
        named = found.tokens.lower(found.end) in {"'", "’"}  # "Wednesday's ruling" has been
        future = not named and direction.future_cue(found.tokens, found.start, anchors.words)
        if future and last is not None and _said_on(found, anchors, last, base):
            return direction.weekday_after(last, number)
        return direction.weekday(base, number, future=future)
    if step == ("this",):
        return day(week(base).first + timedelta(days=number - 1))
    count = anchors.words.steps[step[-1]]
    return direction.weekday_after(base, number) if count > 0 else direction.weekday_before(base, number)


def _said_on(found: Found, anchors: Anchors, last: date, base: date) -> bool:
    """Whether what lies ahead was said on a weekday of the same sentence: "said Monday that talks would begin Friday"."""
    if not 0 <= (base - last).days < _DAYS_OF_WEEK:
        return False
    day_words = direction.sentence_before(found.tokens, found.start)
    return any(anchors.words.weekdays.get(word.lower()) == last.isoweekday() for word in day_words)


def _around_last(step: str, last: date | None, number: int) -> Period | None:
    if last is None:
        return None
    return (direction.weekday_after if step == "following" else direction.weekday_before)(last, number)


def read_holiday(found: Found, anchors: Anchors) -> Reading | None:
    """A named day: of its year, of this, last or next year's round, or the nearest."""
    words = found.range("holiday")
    if (
        not found.tokens.words[words.start][0].isupper()
        or found.tokens.lower(words.stop) in anchors.words.feast_tails
    ):
        return None
    name = _letters(found.text("holiday"))
    rule = next(rule for known, rule in anchors.words.holidays.items() if _letters(known) == name)
    year = year_in(found, "yyyy")
    chosen = _holiday_day(found, anchors, rule, year)
    unit = found.text("partunit")
    if chosen is None:
        return Reading(TimexType.DATE, UNKNOWN_VALUES.get("W" if unit else "D", "XXXX-XX-XX"))
    basis = Basis.RELATIVE if year is None else Basis.STATED
    if unit == "weekend":
        # A holiday on a Monday ends its weekend.
        return dated(weekend(chosen - timedelta(days=chosen.isoweekday() == 1)), "E", basis=basis)
    if unit:
        return dated(week(chosen), "W", basis=basis)
    return dated(day(chosen), "D", basis=basis)


def _letters(name: str) -> str:
    """A name without its blanks and signs, so that "Presidents Day" and "Presidents' Day" are one."""
    return "".join(filter(str.isalpha, name))


def _holiday_day(found: Found, anchors: Anchors, rule: str, year: int | None) -> date | None:
    if year is not None:
        return holiday(rule, year)
    base = anchors.base
    if base is None:
        return None
    if anchors.narrative and anchors.stated is not None:
        return holiday(rule, base.year)
    days = [day(chosen) for chosen in (holiday(rule, base.year + count) for count in (-1, 0, 1)) if chosen]
    step = found.words("step2")
    if not step:
        return _told_holiday(found, anchors, base, days)
    count = anchors.words.steps[step[-1]]
    chosen = direction.beside(base, days, count)
    if count == 0:
        return holiday(rule, base.year)
    return None if chosen is None else chosen.first


def _told_holiday(found: Found, anchors: Anchors, base: date, days: list[Period]) -> date | None:
    """The nearest, which a word of the past keeps from being far ahead; with one of the future the next."""
    cue = direction.side(found.tokens, found.start, anchors.words)
    chosen = direction.beside(base, days, 1) if cue > 0 else direction.nearest(base, days, cue)
    return None if chosen is None else chosen.first
