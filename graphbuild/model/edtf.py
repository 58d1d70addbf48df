"""Days as EDTF text (Extended Date/Time Format: ISO 8601-2:2019, Library of Congress).

Of its three levels these forms are written: a day, month or year and an interval, open at
either end or not (level 0 and 1), seasons and masked years (level 1), quarters and halves
(level 2). EDTF has no weeks and no word for "the end of 2019": those are intervals of days.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from graphbuild.model.time import Granularity, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Mapping

# How long each unit is in months, and what follows the year by the month in which it begins.
# Seasons are the northern ones; winter bears the year in which it begins, as in TIMEX3.
_MONTHS: Final[Mapping[Granularity, tuple[int, Mapping[int, str]]]] = MappingProxyType(
    {
        Granularity.MONTH: (1, {month: f"-{month:02}" for month in range(1, 13)}),
        Granularity.QUARTER: (3, {1: "-33", 4: "-34", 7: "-35", 10: "-36"}),
        Granularity.SEASON: (3, {3: "-21", 6: "-22", 9: "-23", 12: "-24"}),
        Granularity.HALF: (6, {1: "-40", 7: "-41"}),
        Granularity.YEAR: (12, {1: ""}),
    }
)
_MASKED: Final = MappingProxyType({Granularity.DECADE: 1, Granularity.CENTURY: 2})


def edtf(when: TimeSpan) -> str | None:
    """The days as EDTF writes them, None where neither end is known.

    A unit (month, quarter, decade ...) is written as such only where the days are exactly
    that unit of the calendar and the granularity says so; everything else that is more than
    a day is an interval, both days included, so that the text never says more or less than
    the days do.

    >>> from graphbuild.model.time import Basis
    >>> def said(first, last, granularity):
    ...     bounds = (day and date.fromisoformat(day) for day in (first, last))
    ...     return edtf(TimeSpan(*bounds, granularity, Basis.STATED))
    >>> said("2013-07-01", "2013-09-30", Granularity.QUARTER)
    '2013-35'
    >>> said("2010-01-01", "2019-12-31", Granularity.DECADE)
    '201X'
    >>> said("2019-12-23", "2019-12-29", Granularity.WEEK)
    '2019-12-23/2019-12-29'
    >>> said(None, "2020-01-03", Granularity.RANGE)
    '../2020-01-03'
    """
    first, last = when.first, when.last
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    return _months(when.granularity, first, last) or _mask(when.granularity, first, last) or f"{first}/{last}"


def _months(granularity: Granularity, first: date, last: date) -> str | None:
    """A unit of whole months; None for anything else."""
    length, endings = _MONTHS.get(granularity, (0, {}))
    apart = 12 * (last.year - first.year) + last.month - first.month
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole or apart != length - 1 or first.month not in endings:
        return None
    return f"{first.year:04}{endings[first.month]}"


def _mask(granularity: Granularity, first: date, last: date) -> str | None:
    """A decade (199X) or a century (19XX); None for anything else."""
    digits = _MASKED.get(granularity)
    if digits is None:
        return None
    years = 10**digits
    start = first.year // years * years
    # There is no year 0 in the calendar that we reckon with: the first decade lacks one.
    if (first, last) != (date(max(start, 1), 1, 1), date(start + years - 1, 12, 31)):
        return None
    return f"{first.year:04}"[:-digits] + "X" * digits
