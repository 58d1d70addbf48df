"""Stretches of the calendar that TIMEX3 has a value for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from graphbuild.model.time import Basis, Granularity, TimeSpan

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DECADE_PLACES = 3
_CENTURY_PLACES = 2
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, with its TIMEX3 value.

    ``unit`` is the letter of ``ontology/timewords.yaml``: D, E (weekend), W, M, Q, H (half),
    S (season), Y, A (decade), C (century) or R (another range).
    """

    unit: str
    first: date
    last: date
    value: str

    @property
    def granularity(self) -> Granularity:
        """The model's word for the unit."""
        return _GRANULARITIES[self.unit]

    def when(self, basis: Basis, mod: str | None = None) -> TimeSpan:
        """The days meant; START, MID and END narrow a period of a week or more to a third of it."""
        first, last = self.first, self.last
        third = ((last - first).days + 1) // 3
        granularity = self.granularity
        if third and mod in {"START", "MID", "END"}:
            granularity = Granularity.RANGE
            if mod != "END":
                last -= timedelta(days=third if mod == "MID" else 2 * third)
            if mod != "START":
                first += timedelta(days=third if mod == "MID" else 2 * third)
        return TimeSpan(first, last, granularity, basis)


_GRANULARITIES = {
    "D": Granularity.DAY,
    "E": Granularity.RANGE,
    "W": Granularity.WEEK,
    "M": Granularity.MONTH,
    "Q": Granularity.QUARTER,
    "H": Granularity.HALF,
    "S": Granularity.SEASON,
    "Y": Granularity.YEAR,
    "A": Granularity.DECADE,
    "C": Granularity.CENTURY,
    "R": Granularity.RANGE,
}

UNKNOWN_VALUES = {
    "D": "XXXX-XX-XX",
    "N": "XXXX-XX-XXTNI",
    "E": "XXXX-WXX-WE",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "A": "XXX",
    "C": "XX",
}


def day(when: date) -> Period:
    """One day."""
    return Period("D", when, when, when.isoformat())


def real_day(year: int, number: int, of_month: int) -> Period | None:
    """The day with that year, month and day of the month; None when the calendar has none such."""
    try:
        return day(date(year, number, of_month))
    except ValueError:
        return None


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, of a day."""
    year_number, number, weekday = when.isocalendar()
    first = when - timedelta(days=weekday - 1)
    return Period("W", first, first + timedelta(days=6), f"{year_number}-W{number:02}")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    whole = week(when)
    return Period("E", whole.last - timedelta(days=1), whole.last, f"{whole.value}-WE")


def month_length(year_number: int, number: int) -> int:
    """The days of a month."""
    leap = year_number % 4 == 0 and (year_number % 100 != 0 or year_number % 400 == 0)
    return 29 if number == 2 and leap else _LENGTHS[number - 1]


def month(year_number: int, number: int) -> Period:
    """A calendar month."""
    last = date(year_number, number, month_length(year_number, number))
    return Period("M", last.replace(day=1), last, f"{year_number:04}-{number:02}")


def months(year_number: int, start: int, count: int) -> tuple[date, date]:
    """First and last day of ``count`` months from month ``start`` of a year; they may run into the next."""
    end_year, end = _carry(year_number, start + count - 1)
    return date(year_number, start, 1), date(end_year, end, month_length(end_year, end))


def quarter(year_number: int, number: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return Period("Q", *months(year_number, 3 * number - 2, 3), f"{year_number:04}-Q{number}")


def half(year_number: int, number: int) -> Period:
    """A half of the calendar year, 1 or 2."""
    return Period("H", *months(year_number, 6 * number - 5, 6), f"{year_number:04}-H{number}")


def season(year_number: int, code: str) -> Period:
    """A northern season by whole months; winter is named after the year in which it begins."""
    return Period("S", *months(year_number, _SEASON_STARTS[code], 3), f"{year_number:04}-{code}")


def year(number: int) -> Period:
    """A calendar year."""
    return Period("Y", date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def fiscal_year(number: int) -> Period:
    """A fiscal year by its number; taken as the calendar year, since every house starts its own elsewhere."""
    return Period("Y", date(number, 1, 1), date(number, 12, 31), f"FY{number:04}")


def decade(any_year: int) -> Period:
    """The ten years whose numbers share all but the last figure."""
    first = max(any_year - any_year % 10, MINYEAR)
    return Period(
        "A", date(first, 1, 1), date(any_year // 10 * 10 + 9, 12, 31), f"{any_year:04}"[:_DECADE_PLACES]
    )


def century(any_year: int) -> Period:
    """The hundred years whose numbers share the first two figures."""
    first = max(any_year - any_year % 100, MINYEAR)
    return Period(
        "C", date(first, 1, 1), date(any_year // 100 * 100 + 99, 12, 31), f"{any_year:04}"[:_CENTURY_PLACES]
    )


def years(first: int, last: int) -> Period | None:
    """From one year to another; None when they run backward."""
    if not MINYEAR <= first < last <= MAXYEAR:
        return None
    return Period("R", date(first, 1, 1), date(last, 12, 31), f"{first:04}/{last:04}")


def around(unit: str, when: date) -> Period:
    """The period of a unit that holds a day."""
    if unit in "MQHYAC":
        return {
            "M": lambda: month(when.year, when.month),
            "Q": lambda: quarter(when.year, (when.month + 2) // 3),
            "H": lambda: half(when.year, (when.month + 5) // 6),
            "Y": lambda: year(when.year),
            "A": lambda: decade(when.year),
            "C": lambda: century(when.year),
        }[unit]()
    if unit in "WF":
        return week(when)
    return weekend(when) if unit == "E" else day(when)


def moved(unit: str, when: date, count: int) -> Period | None:
    """The period of a unit ``count`` units from the one that holds a day; None beyond the calendar."""
    there = moved_day(unit, when, count)
    return None if there is None or not MINYEAR < there.year < MAXYEAR else around(unit, there)


def moved_day(unit: str, when: date, count: int) -> date | None:
    """The day ``count`` units from a day, at the end of the month where the month is shorter."""
    if abs(count) > 12 * MAXYEAR:
        return None
    try:
        if unit in _DAYS:
            return when + timedelta(days=_DAYS[unit] * count)
        year_number, number = _carry(when.year, when.month + _MONTHS[unit] * count)
        return date(year_number, number, min(when.day, month_length(year_number, number)))
    except (ValueError, OverflowError):
        return None


_DAYS = {"D": 1, "N": 1, "W": 7, "E": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "A": 120, "C": 1200}


def _carry(year_number: int, number: int) -> tuple[int, int]:
    years_on, zero_based = divmod(number - 1, 12)
    return year_number + years_on, zero_based + 1
