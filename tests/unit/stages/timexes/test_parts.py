"""Holidays, quantities, periods and the notation of the grammar."""

from datetime import date

import pytest

from graphbuild.lexicon.timewords import load_timewords
from graphbuild.model.time import Basis
from graphbuild.stages.timexes import periods
from graphbuild.stages.timexes.grammar import grammar
from graphbuild.stages.timexes.holidays import easter, holiday, nth_weekday
from graphbuild.stages.timexes.quantity import duration, quantity


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (1998, (4, 12)), (2000, (4, 23)), (2008, (3, 23)), (2019, (4, 21))],
)
def test_easter_falls_where_it_fell(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_the_last_monday_of_may() -> None:
    assert nth_weekday(2019, 5, 1, -1) == date(2019, 5, 27)
    assert nth_weekday(2021, 5, 1, -1) == date(2021, 5, 31)


def test_election_day_is_the_tuesday_after_the_first_monday() -> None:
    assert holiday("after 11 1 1 1", 1998) == date(1998, 11, 3)
    assert holiday("after 11 1 1 1", 2016) == date(2016, 11, 8)


def test_a_holiday_beyond_the_calendar_is_none() -> None:
    assert holiday("easter 0", 0) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", "3"),
        ("twenty - five", "25"),
        ("two hundred", "200"),
        ("1,500", "1500"),
        ("5 1/2", "5.5"),
        ("a dozen", "12"),
        ("a couple of", "2"),
        ("a few", "X"),
        ("two or three", "X"),
        ("a", "1"),
        ("half a", "0.5"),
    ],
)
def test_a_quantity_in_words_is_a_number(words: str, number: str) -> None:
    assert quantity(words.split(), load_timewords()) == number


def test_fractions_of_hours_are_minutes() -> None:
    assert duration("5.5", "TH") == "PT5H30M"
    assert duration("0.5", "C") == "P50Y"


@pytest.mark.parametrize("unit", ["D", "W", "E", "M", "Q", "H", "Y", "A", "C"])
def test_the_period_around_a_day_holds_it(unit: str) -> None:
    day = date(2019, 12, 29)
    period = periods.around(unit, day)
    assert period.first <= day <= period.last


def test_beyond_the_calendar_there_is_no_period() -> None:
    assert periods.moved("Y", date(9990, 1, 1), 50) is None
    assert periods.moved("D", date(1, 1, 1), -1) is None
    assert periods.moved("M", date(1, 1, 1), -(10**12)) is None


def test_a_week_belongs_to_its_iso_year() -> None:
    assert periods.week(date(2019, 12, 30)).value == "2020-W01"


def test_the_middle_of_a_month_is_its_middle_third() -> None:
    when = periods.month(2019, 6).when(Basis.STATED, "MID")
    assert (when.first, when.last) == (date(2019, 6, 11), date(2019, 6, 20))


def test_a_run_of_function_words_is_not_tried() -> None:
    known = grammar()
    tokens = known.alphabet.scan("of the one in the last of May", 0, 29)
    assert [(run.start, run.end) for run in known.runs(tokens.kinds, 0, len(tokens.kinds))] == [(0, 8)]
    tokens = known.alphabet.scan("of the one in the last of us", 0, 28)
    assert known.runs(tokens.kinds, 0, len(tokens.kinds)) == []
