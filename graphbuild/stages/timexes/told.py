"""What a history leaves open: which year a month or a season is of, which month a bare "the 13th".

A story goes forward: what is named without its year is the next one on from the last time told, unless
that lies far ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.stages.timexes.periods import Period, month, moved_day, real_day, season

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.stages.timexes.pattern import Found

_NEXT_YEAR_GAP = -7
_LAST_YEAR_GAP = 11
_FINER_THAN_YEAR = "DMQSEW"
_COARSER_THAN_YEAR = "AC"
_NEXT_MONTH_DAYS = 15
_BACK = 1.25


def told_year(told: Period, number: int) -> int | None:
    """The year of a month named without one in a history that has got to ``told``; None where that is a decade."""
    if told.unit in _COARSER_THAN_YEAR:
        return None
    if told.unit not in _FINER_THAN_YEAR:
        return told.first.year
    gap = number - told.first.month
    if gap <= _NEXT_YEAR_GAP:
        return told.first.year + 1
    return told.first.year - (gap >= _LAST_YEAR_GAP)


def stepped_month(told: Period, number: int, step: int) -> Period | None:
    """ "the following March": the first behind what was told (1), the last before it (-1), the one of its year (0)."""
    if told.unit in _COARSER_THAN_YEAR:
        return None
    found = month(told.first.year, number)
    if step > 0 and found.first <= told.last:
        return month(told.first.year + 1, number)
    if step < 0 and found.last >= told.first:
        return month(told.first.year - 1, number)
    return found


def told_season(told: Period, code: str) -> Period | None:
    """The season meant in a history that has got to ``told``: that of its year, or the nearest on from its month."""
    if told.unit in _COARSER_THAN_YEAR:
        return None
    if told.unit not in _FINER_THAN_YEAR:
        return season(told.first.year, code)
    return min(_around(told.first, code), key=lambda each: _away(each, told))


def stepped_season(told: Period, code: str, step: int) -> Period | None:
    """The first season behind what was told (1), or the last before it (-1)."""
    if told.unit in _COARSER_THAN_YEAR:
        return None
    seasons = _around(told.first, code)
    if step < 0:
        return next(each for each in reversed(seasons) if each.last < told.first)
    # Of a year's own winter only the beginning is in it.
    edge = told.first if code == "WI" or told.unit == "S" else told.last
    return next(each for each in seasons if each.first > edge)


def _around(when: date, code: str) -> list[Period]:
    return [season(year, code) for year in range(when.year - 2, when.year + 3)]


def _away(each: Period, told: Period) -> float:
    """Days from what was told to a season; none inside of it, and those back count for more."""
    if each.first > told.last:
        return (each.first - told.last).days
    return max((told.first - each.last).days, 0) * _BACK


def ordinal_day(told: Period, of_month: int) -> Period | None:
    """ "the 13th": of the month told of, or of the next where that is a short way on and this one's is over."""
    start = told.first
    this = real_day(start.year, start.month, of_month)
    if told.unit != "D" or of_month >= start.day:
        return this
    there = moved_day("M", start.replace(day=1), 1)
    later = None if there is None else real_day(there.year, there.month, of_month)
    near = later is not None and (later.first - start).days <= _NEXT_MONTH_DAYS
    return later if near else this


def ends_clause(found: Found) -> bool:
    """Whether no word follows that "before" or "after" would join: "two days before the vote"."""
    after, next_word = (found.tokens.lower(found.end + step) for step in (0, 1))
    if after == "that":
        return not next_word[:1].isalnum()
    return not after[:1].isalnum() or after in {"and", "but", "when"}
