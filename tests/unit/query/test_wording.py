from __future__ import annotations

from datetime import date

import pytest

from graphbuild.model.event import Quantity, Status
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.query.wording import (
    fold,
    name_actors,
    one_line,
    say_event,
    say_kind,
    say_quantity,
    say_status,
    say_time,
    spell_time,
)
from tests.unit import sample_timeline as sample


def days(first: str | None, last: str | None, granularity: Granularity = Granularity.RANGE) -> TimeSpan:
    bounds = [date.fromisoformat(day) if day else None for day in (first, last)]
    return TimeSpan(bounds[0], bounds[1], granularity, Basis.STATED)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (days("2019-12-29", "2019-12-29", Granularity.DAY), "2019-12-29"),
        (days("2019-12-01", "2019-12-31", Granularity.MONTH), "2019-12"),
        (days("2020-02-01", "2020-02-29", Granularity.MONTH), "2020-02"),
        (days("2020-02-01", "2020-02-28"), "2020-02-01/2020-02-28"),
        (days("2019-01-01", "2019-12-31", Granularity.YEAR), "2019"),
        (days("1990-01-01", "1999-12-31", Granularity.DECADE), "199X"),
        (days("1900-01-01", "1999-12-31", Granularity.CENTURY), "19XX"),
        (days("1901-01-01", "2000-12-31", Granularity.CENTURY), "1901-01-01/2000-12-31"),
        (days("1990-01-01", "1999-12-31", Granularity.RANGE), "1990-01-01/1999-12-31"),
        (days("2019-12-30", "2020-01-05", Granularity.WEEK), "2019-12-30/2020-01-05"),
        (days("2020-01-01", "2020-03-31", Granularity.QUARTER), "2020-33"),
        (days(None, "2020-01-03"), "../2020-01-03"),
        (days("2020-01-03", None), "2020-01-03/.."),
        (days(None, None, Granularity.UNKNOWN), "undated"),
        (days("0900-01-01", "0900-12-31", Granularity.YEAR), "0900"),
    ],
)
def test_days_are_said_as_edtf(when, said):
    assert say_time(when) == said


def test_a_code_that_is_no_month_is_spelt_out():
    quarter = days("2020-01-01", "2020-03-31", Granularity.QUARTER)
    assert spell_time(quarter) == "2020-33 = 2020-01-01/2020-03-31"
    month = days("2019-12-01", "2019-12-31", Granularity.MONTH)
    assert spell_time(month) == "2019-12"
    assert spell_time(days(None, None, Granularity.UNKNOWN)) == "undated"


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (11, 11, None, "killed 11"),
        (11, None, None, "killed at least 11"),
        (None, 5, None, "killed at most 5"),
        (3, 5, None, "killed 3 to 5"),
        (None, None, None, "killed some"),
        (1500000, 1500000, "USD", "killed 1,500,000 USD"),
        (2.5, 2.5, "percent", "killed 2.5 percent"),
    ],
)
def test_numbers_keep_their_open_ends(low, high, unit, said):
    assert say_quantity(Quantity("killed", low, high, unit, Span(0, 1), "x")) == said


def test_an_event_without_a_known_doer_says_so():
    names = name_actors(sample.sample_timeline().actors)
    said = {e.action: say_event(e, names) for e in sample.sample_timeline().events}
    assert said["kill"] == "? → kill"
    assert said["accuse"] == "Borland → accuse → Avonia"


def test_only_what_is_not_asserted_is_marked():
    assert [say_status(status) for status in Status] == [
        "",
        "[denied]",
        "[planned]",
        "[alleged]",
        "[hypothetical]",
    ]


def test_an_event_outside_the_codebook_has_no_kind():
    kinds = {e.action: say_kind(e) for e in sample.sample_timeline().events}
    assert kinds["sign"] == ""
    assert kinds["withdraw"] == "SANCTION withdraw"


def test_text_of_articles_cannot_drive_a_terminal():
    assert one_line("red \x1b[31malert\x07\u202e\n\ttwo") == "red \ufffd[31malert\ufffd\ufffd two"


def test_names_compare_without_case_accents_or_kind_of_apostrophe():
    assert fold("  Kata’ib\nHezbolláh ") == fold("KATA'IB hezbollah")
    assert fold("Iran") != fold("Iraq")
