"""What holds of every text: shifts, spans, safety, and time that grows with length."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from graphbuild.model.time import Basis, Timex
from graphbuild.stages.timexes import find_timexes
from graphbuild.stages.timexes.grammar import grammar

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
WORDS = st.sampled_from(
    [
        "Monday",
        "Sunday",
        "May",
        "March",
        "Aug.",
        "3",
        "5",
        "12",
        "31",
        "1998",
        "2010",
        "'98",
        "1990s",
        "5th",
        "last",
        "next",
        "this",
        "the",
        "a",
        "of",
        "in",
        "on",
        "and",
        "to",
        ",",
        ".",
        "-",
        "–",
        "'",
        "s",
        "year",
        "years",
        "week",
        "days",
        "month",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "early",
        "late",
        "end",
        "fall",
        "winter",
        "Easter",
        "Christmas",
        "Day",
        "morning",
        "night",
        "9",
        "a.m.",
        "20:00",
        "GMT",
        "noon",
        "every",
        "two",
        "few",
        "several",
        "quarter",
        "half",
        "first",
        "second",
        "third",
        "now",
        "recently",
        "will",
        "said",
        "more",
        "than",
        "about",
        "century",
        "BC",
        "5/3/2010",
        "30/12/2019",
        "2019-12-30",
        "9999",
        "0001",
        "99:99",
        "\n\n",
        "weekend",
        "that",
        "same",
        "following",
        "(",
        ")",
        "tonight",
    ]
)
KNOWN = st.sampled_from(sorted(grammar().alphabet.characters))
TEXTS = st.lists(st.one_of(WORDS, KNOWN), max_size=25).map(" ".join)


def test_weekdays_and_counted_days_move_with_publication() -> None:
    text = "On Sunday, yesterday, last week, three weeks ago, next Friday, and on 3 May 2010."
    for weeks in (1, 7, 30, 500):
        _check_shift(text, date(2011, 3, 16), weeks)


def _check_shift(text: str, published: date, weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    for before, after in zip(
        find_timexes(text, published), find_timexes(text, published + shift), strict=True
    ):
        assert before.span == after.span
        if before.when is None or after.when is None or before.when.basis is Basis.STATED:
            assert before.when == after.when
            continue
        assert before.when.first is not None and after.when.first is not None
        assert after.when.first - before.when.first == shift


SHIFTING = st.sampled_from(
    [
        "on Monday",
        "on Sunday night",
        "yesterday",
        "last week",
        "this week",
        "next week",
        "two weeks ago",
        "five days ago",
        "last Friday",
        "next Tuesday",
        "this Thursday",
        "tomorrow",
        "last night",
        "over the weekend",
        "next weekend",
    ]
)
STATED = st.sampled_from(
    ["on 3 May 2010", "in June 1998", "in 1987", "on 2001-09-11", "in the third quarter of 1999"]
)


@given(st.lists(st.one_of(SHIFTING, STATED), max_size=6), DAYS, st.integers(1, 400))
def test_relative_dates_move_with_publication_and_absolute_ones_stay(
    parts: list[str], day: date, weeks: int
) -> None:
    # Far years make a text a history, whose weekdays no publication date can date.
    assume(sum(part.startswith("in ") or "20" in part for part in parts) < 2)
    _check_shift("They met " + ", ".join(parts) + ".", day, weeks)


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_lies_within_the_week_up_to_publication(day: date, number: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number]
    (timex,) = find_timexes(f"They met on {name}.", day)
    assert timex.when is not None and timex.when.first is not None
    assert timedelta(0) <= day - timex.when.first < timedelta(weeks=1)
    assert timex.when.first.weekday() == number


def _well_formed(text: str, timexes: tuple[Timex, ...]) -> None:
    end = 0
    for timex in timexes:
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.span.of(text).strip()
        assert timex.value
        end = timex.span.end


@settings(max_examples=400)
@given(TEXTS, st.one_of(st.none(), DAYS, st.just(date.min), st.just(date.max)))
@example("the last 99999999999999999999 years", date(2020, 1, 1))
@example("9999 next year the following century", date.max)
def test_words_of_time_in_any_order_give_ordered_disjoint_spans(text: str, published: date | None) -> None:
    _well_formed(text, find_timexes(text, published))


@given(st.text(max_size=200), st.one_of(st.none(), DAYS))
@example("٣ ² 1² ①", None)
@example("İMonday ß 2010", date(2020, 1, 1))
def test_no_text_raises(text: str, published: date | None) -> None:
    _well_formed(text, find_timexes(text, published))


@given(TEXTS)
def test_without_publication_no_weekday_is_dated(text: str) -> None:
    for timex in find_timexes(f"On Sunday they met. {text}", None)[:1]:
        assert timex.when is None


@pytest.mark.parametrize(
    "unit",
    [
        "1234567890",
        "the the the ",
        "last last last ",
        "1,",
        "2001 ",
        "- ",
        "end of the ",
        "a few hundred ",
        "'",
    ],
)
def test_time_grows_with_length(unit: str) -> None:
    short, long = (_seconds(unit * (size // len(unit))) for size in (8_000, 64_000))
    assert long < 40 * max(short, 0.005)


def _seconds(text: str) -> float:
    return min(_once(text) for _ in range(4))  # the least of four: a collector or another job may run in one


def _once(text: str) -> float:
    begun = time.process_time()
    find_timexes(text, date(2020, 1, 1))
    return time.process_time() - begun
