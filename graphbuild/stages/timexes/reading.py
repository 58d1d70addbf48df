"""What a rule makes of its words, and what earlier words have left to reckon from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, TimeSpan, TimexType
from graphbuild.stages.timexes.periods import UNKNOWN_VALUES, Period

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.lexicon.timewords import TimeWords


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression's meaning; ``extent`` are its tokens where they are not the whole match.

    ``period`` is the stretch of calendar that later words may refer to; ``stated`` says that the
    words name its year themselves. ``before_christ`` is its year where no calendar reaches, else 0.
    """

    type: TimexType
    value: str
    mod: str | None = None
    when: TimeSpan | None = None
    period: Period | None = None
    stated: bool = False
    extent: range | None = None
    before_christ: int = 0

    def over(self, extent: range) -> Reading:
        """The same meaning for these tokens only."""
        return replace(self, extent=extent)


# Far enough from both ends of the calendar that a step of a century cannot leave it.
_FIRST_YEAR, _LAST_YEAR = 200, 9800

Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What times are reckoned from at one point of the text.

    ``published`` is the article's date; ``last`` the last time on the calendar; ``last_day`` the
    last one that was a single day, ``last_span`` the last one of a month or more; ``stated`` the
    last one whose year is known from the text itself; ``narrative`` says that the paragraph tells
    a history, so that its years go on from ``stated``, or from the year ``before_christ`` where that
    is not 0; ``day_first`` that 5/3 is the fifth of March.
    """

    words: TimeWords
    published: date | None
    last: Period | None = None
    last_day: date | None = None
    last_span: Period | None = None
    stated: Period | None = None
    narrative: bool = False
    day_first: bool = False
    before_christ: int = 0

    def after(self, reading: Reading) -> Anchors:
        """The anchors behind an expression."""
        if reading.before_christ and self.narrative:
            return Anchors(
                self.words,
                self.published,
                narrative=True,
                day_first=self.day_first,
                before_christ=reading.before_christ,
            )
        period = reading.period
        if period is None or not can_count_from(period.first):
            return self
        known = reading.stated or (self.narrative and self.stated is not None)
        stated = period if known else self.stated
        if period.unit == "D":
            return replace(self, last=period, last_day=period.first, stated=stated, before_christ=0)
        span = self.last_span if period.unit in "WE" else period
        day = self.last_day
        if self.narrative and day is not None and not period.first <= day <= period.last:
            day = None  # the story has moved on: "the next day" is of no day that was told
        return replace(self, last=period, last_day=day, last_span=span, stated=stated, before_christ=0)

    @property
    def era_year(self) -> int:
        """The year before Christ that a history has got to; 0 when it is not there."""
        return self.before_christ if self.narrative else 0

    def told(self, unit: str) -> date | None:
        """A day in the last time told of that is fine enough to count units from; None when none is."""
        if unit in "DNWEF":
            return self.last_day
        if (
            self.last is None
            or (unit == "M" and self.last.unit == "H")
            or _is_too_coarse(self.last.unit, unit)
        ):
            return None
        return self.last.first

    def start(self, unit: str) -> date | None:
        """The day that "next month" or "the week" is counted from; None where a history has told none so fine."""
        told = self.stated if self.narrative else None
        if told is None or self.era_year:
            return self.base
        if unit in "DNWEF":
            return told.first if told.unit in "DWE" else self.last_day
        return None if _is_too_coarse(told.unit, unit) else told.first

    @property
    def base(self) -> date | None:
        """The day that "last year" or "Monday" is reckoned from."""
        if self.era_year:
            return None
        if self.narrative and self.stated is not None:
            return self.stated.first
        return self.published


def _is_too_coarse(told: str, unit: str) -> bool:
    """Whether a time told of in one unit says too little to count another from it."""
    return (unit in "MQHS" and told in "YACR") or (unit == "Y" and told in "AC")


def can_count_from(when: date) -> bool:
    """Whether times may be reckoned from a day: not from the edges of the calendar."""
    return _FIRST_YEAR <= when.year <= _LAST_YEAR


def before_christ(number: int, mod: str | None = None, rest: str = "") -> Reading:
    """A year, or what ``rest`` says of it, where no calendar day can be named."""
    return Reading(TimexType.DATE, f"BC{number:04}{rest}", mod, before_christ=number)


def dated(period: Period | None, unit: str, mod: str | None = None, basis: Basis = Basis.RELATIVE) -> Reading:
    """A DATE that is this period; without one, an unknown period of the unit."""
    if period is None:
        return Reading(TimexType.DATE, UNKNOWN_VALUES[unit], mod)
    when = period.when(basis, mod)
    return Reading(TimexType.DATE, period.value, mod, when, period, stated=basis is Basis.STATED)


def timed(
    period: Period | None, clock: str, basis: Basis = Basis.RELATIVE, mod: str | None = None
) -> Reading:
    """A TIME: a day with its part or hour; without the day, an unknown one."""
    if period is None:
        return Reading(TimexType.TIME, f"XXXX-XX-XXT{clock}", mod)
    when = period.when(basis)
    stated = basis is Basis.STATED
    return Reading(TimexType.TIME, f"{period.value}T{clock}", mod, when, period, stated=stated)
