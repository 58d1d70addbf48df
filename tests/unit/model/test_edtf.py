"""Days as EDTF text."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.edtf import edtf
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.timexes.periods import around
from tests.strategies import time_spans


def days(first: str | None, last: str | None, granularity: Granularity) -> TimeSpan:
    bounds = [date.fromisoformat(day) if day else None for day in (first, last)]
    return TimeSpan(bounds[0], bounds[1], granularity, Basis.STATED)


@pytest.mark.parametrize(
    ("first", "last", "granularity", "said"),
    [
        ("2019-12-29", "2019-12-29", "day", "2019-12-29"),
        ("2019-12-29", "2019-12-29", "month", "2019-12-29"),  # narrowed by another report
        ("2019-12-01", "2019-12-31", "month", "2019-12"),
        ("2020-02-01", "2020-02-29", "month", "2020-02"),
        ("2020-02-01", "2020-02-28", "month", "2020-02-01/2020-02-28"),
        ("2019-12-01", "2019-12-31", "range", "2019-12-01/2019-12-31"),
        ("2019-01-01", "2019-12-31", "year", "2019"),
        ("2019-07-01", "2020-06-30", "year", "2019-07-01/2020-06-30"),
        ("0900-01-01", "0900-12-31", "year", "0900"),
        ("2013-01-01", "2013-03-31", "quarter", "2013-33"),
        ("2013-04-01", "2013-06-30", "quarter", "2013-34"),
        ("2013-07-01", "2013-09-30", "quarter", "2013-35"),
        ("2013-10-01", "2013-12-31", "quarter", "2013-36"),
        ("2013-02-01", "2013-04-30", "quarter", "2013-02-01/2013-04-30"),
        ("2013-01-01", "2013-06-30", "half", "2013-40"),
        ("2013-07-01", "2013-12-31", "half", "2013-41"),
        ("2013-03-01", "2013-05-31", "season", "2013-21"),
        ("2013-06-01", "2013-08-31", "season", "2013-22"),
        ("2013-09-01", "2013-11-30", "season", "2013-23"),
        ("2013-12-01", "2014-02-28", "season", "2013-24"),
        ("2011-12-01", "2012-02-29", "season", "2011-24"),
        ("2010-01-01", "2019-12-31", "decade", "201X"),
        ("2010-01-01", "2018-12-31", "decade", "2010-01-01/2018-12-31"),
        ("0001-01-01", "0009-12-31", "decade", "000X"),
        ("9990-01-01", "9999-12-31", "decade", "999X"),
        ("1900-01-01", "1999-12-31", "century", "19XX"),
        ("1901-01-01", "2000-12-31", "century", "1901-01-01/2000-12-31"),
        ("1990-01-01", "1999-12-31", "range", "1990-01-01/1999-12-31"),
        ("2019-12-30", "2020-01-05", "week", "2019-12-30/2020-01-05"),
        ("2019-12-30", "2020-01-05", "unknown", "2019-12-30/2020-01-05"),
        (None, "2020-01-03", "range", "../2020-01-03"),
        ("2020-01-03", None, "year", "2020-01-03/.."),
        (None, None, "unknown", None),
    ],
)
def test_days_as_edtf(first: str | None, last: str | None, granularity: str, said: str | None) -> None:
    assert edtf(days(first, last, Granularity(granularity))) == said


_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_GRAMMAR = re.compile(
    rf"{_DAY}|\d{{4}}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01]))?|\d{{3}}X|\d\dXX"
    rf"|{_DAY}/{_DAY}|\.\./{_DAY}|{_DAY}/\.\."
)


@given(time_spans())
def test_it_is_edtf_wherever_a_day_is_known(when: TimeSpan) -> None:
    said = edtf(when)
    assert (said is None) == (when.first is None and when.last is None)
    assert said is None or _GRAMMAR.fullmatch(said)


@given(time_spans())
def test_how_the_days_are_known_does_not_change_them(when: TimeSpan) -> None:
    assert {edtf(replace(when, basis=basis)) for basis in Basis} == {edtf(when)}


def meant(said: str) -> tuple[date, date]:
    """The days that a text without open ends means, reckoned from the tables of the standard."""
    if "/" in said:
        first, last = said.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    if "X" in said:
        return date(max(int(said.replace("X", "0")), 1), 1, 1), date(int(said.replace("X", "9")), 12, 31)
    if len(said) == len("2019-12-29"):
        return date.fromisoformat(said), date.fromisoformat(said)
    year, (start, length) = int(said[:4]), _CODES[said[4:]]
    end = start + length - 1
    year_of_end, end = (year + 1, end - 12) if end > 12 else (year, end)
    return date(year, start, 1), date(year_of_end, end, monthrange(year_of_end, end)[1])


# What follows the year: the month in which it begins, and how many months it is long.
_CODES = {
    "": (1, 12),
    **{f"-{month:02}": (month, 1) for month in range(1, 13)},
    **{f"-{21 + n}": (3 + 3 * n, 3) for n in range(4)},
    **{f"-{33 + n}": (1 + 3 * n, 3) for n in range(4)},
    **{f"-{40 + n}": (1 + 6 * n, 6) for n in range(2)},
}

BOUNDED = time_spans().filter(lambda when: when.first is not None and when.last is not None)


@given(BOUNDED)
def test_it_means_exactly_the_days(when: TimeSpan) -> None:
    assert meant(edtf(when)) == (when.first, when.last)


@given(st.sampled_from("DEWMQHYAC"), st.dates(date(1, 1, 8), date(9989, 12, 24)))
def test_every_period_of_the_grammar_means_exactly_its_days(unit: str, day: date) -> None:
    when = around(unit, day).when(Basis.STATED)
    said = edtf(when)
    assert meant(said) == (when.first, when.last)
    assert ("/" in said) == (unit in "EW"), "a unit that EDTF can name is named"


@given(BOUNDED, st.integers(1, 40))
def test_a_unit_that_was_narrowed_is_an_interval(when: TimeSpan, less: int) -> None:
    narrowed = when.last - timedelta(days=less)
    if narrowed > when.first and narrowed.day < 28:
        assert edtf(replace(when, last=narrowed)) == f"{when.first}/{narrowed}"
