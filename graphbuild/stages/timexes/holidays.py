"""Named days: fixed ones, the nth weekday of a month, and those reckoned from Easter."""

from __future__ import annotations

from datetime import date, timedelta

from graphbuild.stages.timexes.periods import month_length


def holiday(rule: str, year: int) -> date | None:
    """The day of a rule of ``holidays`` in ``ontology/timewords.yaml`` in a year.

    >>> holiday("nth 11 4 4", 1999)
    datetime.date(1999, 11, 25)
    >>> holiday("easter 0", 2000)
    datetime.date(2000, 4, 23)
    """
    kind, *figures = rule.replace("-", " -").split() if rule[0].isalpha() else ("fixed", *rule.split("-"))
    numbers = [int(figure) for figure in figures]
    try:
        if kind == "easter":
            return easter(year) + timedelta(days=numbers[0])
        if kind == "fixed":
            return date(year, numbers[0], numbers[1])
        extra = numbers[3] if kind == "after" else 0
        return nth_weekday(year, numbers[0], numbers[1], numbers[2]) + timedelta(days=extra)
    except (ValueError, OverflowError):
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (ISO, Monday is 1) of a month; -1 is the last."""
    if nth < 0:
        end = date(year, month, month_length(year, month))
        return end - timedelta(days=(end.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
