"""What holds of every text: shifts, spans, safety, and time that grows with length."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from graphbuild.model.text import Span
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
        "in in in ",
        "between 3 and between 3 and ",
        "1,",
        "3, ",
        "May 3, 4, ",
        ",",
        "1/1/1/1/",
        "1/1/1999 ",
        "2001 ",
        "2001-",
        "- ",
        "-",
        "Monday Monday ",
        "from 3 May to ",
        "new year's ",
        "end of the ",
        "a few hundred ",
        "two and a half ",
        "'",
        "a.",
        "abcdefghij",
        " ",
        "\n\n",
        "\n \t",
        "\0",
        "\ud800",
        "\N{ARABIC-INDIC DIGIT THREE}",
        "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT TWO}, ",
        "\N{GRINNING FACE}",
        "\N{SUPERSCRIPT TWO} ",
    ],
    ids=ascii,
)
def test_time_grows_with_length(unit: str) -> None:
    short, long = (_seconds(unit * (size // len(unit))) for size in (6_000, 24_000))
    assert long < 10 * max(short, 0.002)


@pytest.mark.parametrize("head", ["May ", "3 March 2001 ", "between "])
def test_time_grows_with_length_where_a_month_waits_at_one_end(head: str) -> None:
    short, long = (_seconds(f"{head}{'3, ' * count} of May") for count in (2_000, 8_000))
    assert long < 10 * max(short, 0.002)


def _seconds(text: str) -> float:
    return min(_once(text) for _ in range(3))  # the least of three: a collector or another job may run in one


def _once(text: str) -> float:
    begun = time.process_time()
    find_timexes(text, date(2020, 1, 1))
    return time.process_time() - begun


PIECES = st.one_of(
    WORDS,
    KNOWN,
    st.integers(0, 99_999).map(str),
    st.text("0123456789/-:.,", min_size=1, max_size=12),
    st.text("0123456789٣²𝟚१", min_size=1, max_size=4),
    st.sampled_from(
        [*"-–—'’`.,:;!?()$%/#\"", "\n\n", "\0", "\ud800", "\u200b", "\u00a0", "\N{GRINNING FACE}"]
    ),
)
MIXTURES = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " ", "\n"])), max_size=30).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


@settings(max_examples=400)
@given(MIXTURES, st.one_of(st.none(), DAYS))
@example("31.02.2010 2010/02/30 99-Feb-10 0000/01/01", date(2020, 1, 1))
def test_any_mixture_is_read_in_order_and_twice_alike(text: str, published: date | None) -> None:
    found = find_timexes(text, published)
    _well_formed(text, found)
    assert find_timexes(text, published) == found
    # What stands outside of the passages is not looked at, and does not move what stands inside.
    inside = f"Sunday {text}"
    whole = find_timexes(inside, published, [Span(len("Sunday "), len(inside))]) if text else ()
    assert [timex.value for timex in whole] == [timex.value for timex in found]


@given(MIXTURES, DAYS, st.integers(1, 500))
@settings(max_examples=200)
def test_what_is_stated_does_not_move_with_publication(text: str, day: date, weeks: int) -> None:
    assume(day.year < 2040)
    # One plain date before the mixture; whatever follows it, the date stays where it is.
    words = f"On 3 May 1998 they met. {text}"
    first, second = (find_timexes(words, each)[0] for each in (day, day + timedelta(weeks=weeks)))
    assert (first.value, first.when) == (second.value, second.when) == ("1998-05-03", first.when)
