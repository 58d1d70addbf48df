"""What find_timexes finds, and which days it means by it."""

import subprocess
import sys
from datetime import date

import pytest

from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity
from graphbuild.stages.timexes import find_timexes

MONDAY = date(2019, 12, 30)


def found(text: str, published: date | None = MONDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in find_timexes(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # absolute
        ("Signed on 3 May 1998 in Oslo.", "3 May 1998", "1998-05-03"),
        ("Signed on May 3, 1998, in Oslo.", "May 3, 1998", "1998-05-03"),
        ("Signed on Sunday, May 3, 1998, in Oslo.", "Sunday, May 3, 1998", "1998-05-03"),
        ("The fifth of March 1953 was cold.", "The fifth of March 1953", "1953-03-05"),
        ("Filed 1998-05-03 in Oslo.", "1998-05-03", "1998-05-03"),
        ("Filed 12/25/2001 in Ohio.", "12/25/2001", "2001-12-25"),
        ("Filed 25/12/2001 in Kent.", "25/12/2001", "2001-12-25"),
        ("Filed 25.12.2001 in Bonn.", "25.12.2001", "2001-12-25"),
        ("Filed 25-Dec-2001 in Bonn.", "25-Dec-2001", "2001-12-25"),
        ("Since March 2004 it has rained.", "March 2004", "2004-03"),
        ("It rained in 1987.", "1987", "1987"),
        ("The temple burned in 480 BC, they say.", "480 BC", "BC0480"),
        ("In the 1990s it rained.", "the 1990s", "199"),
        ("In the '60s it rained.", "the '60s", "196"),
        ("Ships of the 19th century.", "the 19th century", "18"),
        ("Sales in the third quarter of 2018 fell.", "the third quarter of 2018", "2018-Q3"),
        ("Sales in Q3 2012 fell.", "Q3 2012", "2012-Q3"),
        ("Sales in fiscal 2018 fell.", "fiscal 2018", "FY2018"),
        ("The summer of 1944 was hot.", "The summer of 1944", "1944-SU"),
        ("The war of 1939-45 was long.", "1939-45", "1939/1945"),
        # weekdays, months, days of months
        ("They struck on Sunday.", "Sunday", "2019-12-29"),
        ("They struck on Monday.", "Monday", "2019-12-30"),
        ("They will meet on Friday.", "Friday", "2020-01-03"),
        ("The vote is due on Friday.", "Friday", "2020-01-03"),
        ("He promised help and resigned Friday.", "Friday", "2019-12-27"),
        ("They met last Monday.", "last Monday", "2019-12-23"),
        ("They meet next Monday.", "next Monday", "2020-01-06"),
        ("They struck on Dec. 27.", "Dec. 27", "2019-12-27"),
        ("They meet on Jan. 5.", "Jan. 5", "2020-01-05"),
        ("It began in October.", "October", "2019-10"),
        ("It is due in March.", "March", "2020-03"),
        ("It began last October.", "last October", "2019-10"),
        # deictic and relative
        ("They spoke yesterday.", "yesterday", "2019-12-29"),
        ("They spoke the day before yesterday.", "the day before yesterday", "2019-12-28"),
        ("They spoke last week.", "last week", "2019-W52"),
        ("They spoke last year.", "last year", "2018"),
        ("They spoke this month.", "this month", "2019-12"),
        ("They speak next year.", "next year", "2020"),
        ("They spoke three weeks ago.", "three weeks ago", "2019-W50"),
        ("They spoke two years ago.", "two years ago", "2017"),
        ("They spoke over the weekend.", "the weekend", "2019-W52-WE"),
        ("Early last month they spoke.", "Early last month", "2019-11"),
        # times of day
        ("They struck Sunday night.", "Sunday night", "2019-12-29TNI"),
        ("They struck last night.", "last night", "2019-12-29TNI"),
        ("They meet tomorrow morning.", "tomorrow morning", "2019-12-31TMO"),
        ("It fell at 9:30 p.m. on Sunday.", "9:30 p.m. on Sunday", "2019-12-29T21:30"),
        ("It fell at 20:00 GMT.", "20:00 GMT", "2019-12-30T20:00Z"),
        ("It fell at 6 a.m. EST Sunday.", "6 a.m. EST Sunday", "2019-12-29T06:00-05:00"),
        # durations
        ("It lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("It lasted several months.", "several months", "PXM"),
        ("A 16-hour flight.", "16-hour", "PT16H"),
        ("It lasted more than four decades.", "more than four decades", "P40Y"),
        ("A decades-long quarrel.", "decades-long", "PXY"),
        # sets
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("The vigil is held annually.", "annually", "P1Y"),
        ("It costs $10 a day to run.", "a day", "P1D"),
        # references
        ("The plant is now shut.", "now", "PRESENT_REF"),
        ("It was recently shut.", "recently", "PAST_REF"),
        # holidays
        ("They met on Christmas Eve.", "Christmas Eve", "2019-12-24"),
        ("They met last Thanksgiving.", "last Thanksgiving", "2019-11-28"),
        ("They met on Easter Monday 2018.", "Easter Monday 2018", "2018-04-02"),
    ],
)
def test_an_expression_gets_its_words_and_its_value(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the palace and fall for a second time.",
        "They sat in the sun and saw a second car.",
        "She paid $2000 for room 1999.",
        "Flight 2012 was a Boeing 777, the next an A380.",
        "Nearly 2000 people and 1,950 soldiers came.",
        "They won 3-2 with version 2.5 on channel 4.",
        "April Smith wrote for the Sunday Times.",
        "August Wilson told Jan Novak about it.",
        "A 44-year-old man and a woman, 70 years old, were hurt.",
        "He died in a fall.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["On February 30, 2010 it rained.", "On 31 April it rained.", "On June 31 it rained."]
)
def test_an_impossible_date_is_not_corrected(text: str) -> None:
    assert all(timex.when is None for timex in find_timexes(text, MONDAY))


def test_a_leap_day_is_put_where_there_is_one() -> None:
    assert found("It opened on February 29.", date(2021, 3, 1)) == [("February 29", "2020-02-29")]


def test_days_of_a_list_share_their_month_and_year() -> None:
    assert found("It rained on May 3, 4 and 5, 2010.") == [
        ("May 3", "2010-05-03"),
        ("4", "2010-05-04"),
        ("5, 2010", "2010-05-05"),
    ]
    assert found("It rained between 3 and 5 May 2010.") == [("3", "2010-05-03"), ("5 May 2010", "2010-05-05")]


def test_months_of_a_range_share_their_year() -> None:
    assert found("From March to June 1942 it rained.") == [("March", "1942-03"), ("June 1942", "1942-06")]
    assert found("From November to March 1942 it rained.") == [
        ("November", "1941-11"),
        ("March 1942", "1942-03"),
    ]


def test_the_next_day_is_reckoned_from_the_day_told_of() -> None:
    text = "On 3 January 2020 he died. The next day they mourned. Two days later they voted."
    assert [value for _, value in found(text)] == ["2020-01-03", "2020-01-04", "2020-01-06"]


def test_a_look_back_does_not_move_what_follows() -> None:
    text = "On 8 January 2020 it fell. A day earlier it had flown. The next day it was found."
    assert [value for _, value in found(text)] == ["2020-01-08", "2020-01-07", "2020-01-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 8 January 2020 it fell. A day before that, it had flown.", "2020-01-07"),
        ("On 8 January 2020 it fell. The day before, it had flown.", "2020-01-07"),
        ("On 8 January 2020 it fell. That night it burned.", "2020-01-08TNI"),
        ("On 8 January 2020 it fell. At 06:12 local time it had taken off.", "2020-01-08T06:12"),
        ("On 8 January 2020 it fell, two days before the vote.", "P2D"),
        ("In 1998 it fell. The following year it was found.", "1999"),
    ],
)
def test_a_time_is_told_from_the_one_before_it(text: str, value: str) -> None:
    assert [each for _, each in found(text)][-1] == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On the night of 12/13 June 1944 it rained.", date(1944, 6, 12), date(1944, 6, 13)),
        ("In the first week of June 1944 it rained.", date(1944, 6, 1), date(1944, 6, 7)),
        ("In the second half of June 1944 it rained.", date(1944, 6, 16), date(1944, 6, 30)),
        ("Earlier this month it rained.", date(2019, 12, 1), MONDAY),
        ("It rained overnight.", date(2019, 12, 29), MONDAY),
        ("The war of 1939-45 was long.", date(1939, 1, 1), date(1945, 12, 31)),
        ("It closed more than 40 years ago.", None, date(1979, 12, 31)),
    ],
)
def test_the_days_meant_may_be_fewer_than_the_value_says(text: str, first: date | None, last: date) -> None:
    (timex,) = find_timexes(text, MONDAY)
    assert timex.when is not None
    assert (timex.when.first, timex.when.last) == (first, last)


def test_the_next_day_of_nothing_stays_unknown() -> None:
    (timex,) = find_timexes("The next day it rained.", MONDAY)
    assert (timex.value, timex.when) == ("XXXX-XX-XX", None)


def test_a_year_earlier_in_a_report_of_a_quarter_is_that_quarter() -> None:
    text = "Profit in the third quarter doubled from a year earlier."
    assert [value for _, value in found(text)] == ["2019-Q3", "2018-Q3"]


def test_the_last_two_months_reach_back_from_publication() -> None:
    (timex,) = find_timexes("At least 11 attacks in the last two months.", MONDAY)
    assert timex.value == "P2M"
    assert timex.when is not None
    assert (timex.when.first, timex.when.last) == (date(2019, 10, 30), MONDAY)
    assert timex.when.granularity is Granularity.RANGE


def test_early_and_late_narrow_a_period_to_a_third() -> None:
    early, late = find_timexes("From early June 2010 to late June 2010.", MONDAY)
    assert (early.mod, late.mod) == ("START", "END")
    assert early.when is not None and late.when is not None
    assert (early.when.first, early.when.last) == (date(2010, 6, 1), date(2010, 6, 10))
    assert (late.when.first, late.when.last) == (date(2010, 6, 21), date(2010, 6, 30))


def test_winter_runs_over_the_end_of_its_year() -> None:
    (timex,) = find_timexes("The winter of 1941-42 was hard.", MONDAY)
    assert timex.when is not None
    assert (timex.when.first, timex.when.last) == (date(1941, 12, 1), date(1942, 2, 28))


def test_a_stated_year_makes_the_basis_stated_and_the_rest_is_relative() -> None:
    stated, relative = find_timexes("On 3 May 2010, and again on Sunday.", MONDAY)
    assert stated.when is not None and stated.when.basis is Basis.STATED
    assert relative.when is not None and relative.when.basis is Basis.RELATIVE


def test_vague_references_and_plain_durations_are_on_no_day() -> None:
    for timex in find_timexes("It is now closed for three weeks, every year.", MONDAY):
        assert timex.when is None


def test_without_a_publication_date_nothing_relative_is_dated() -> None:
    text = (
        "A photo of 7 May 2019. They struck on Sunday, last year and in June, and met yesterday on Dec. 27."
    )
    dated = [timex.span.of(text) for timex in find_timexes(text, None) if timex.when is not None]
    assert dated == ["7 May 2019"]


def test_a_history_goes_on_from_the_years_it_states() -> None:
    text = (
        "The siege began in September 1941. On 8 September the road was cut. In January the ice road opened.\n\n"
        "On 18 January 1943 a corridor was forced. Six days later a train came. In the summer of 1944 it was over."
    )
    values = ["1941-09", "1941-09-08", "1942-01", "1943-01-18", "1943-01-24", "1944-SU"]
    assert [value for _, value in found(text, date(2009, 5, 1))] == values
    assert [value for _, value in found(text, None)] == values


def test_one_paragraph_of_history_in_the_news_keeps_its_own_years() -> None:
    text = (
        "The firm said on Sunday it would close by March.\n\n"
        "It was founded in 1942 and sold in 1943. In 1945 it was sold again, and in June it moved.\n\n"
        "A vote on a strike is due in April."
    )
    told = ["1942", "1943", "1945", "1945-06"]
    assert [value for _, value in found(text)] == ["2019-12-29", "2020-03", *told, "2020-04"]


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("In early spring, by late summer and in winter.", ["1942-SP", "1942-SU", "1942-WI"]),
        ("At dawn they came.", ["1942-03-05TMO"]),
        ("The following March.", ["1943-03"]),
        ("In July of that year.", ["1942-07"]),
        ("That very day, and the morning after.", ["1942-03-05", "1942-03-06TMO"]),
        # A year is too coarse to count months from, and so is another year to count days from.
        ("Later that year. The next month.", ["1942", "XXXX-XX"]),
        ("In 1943 it went on. The next day.", ["1943", "XXXX-XX-XX"]),
        ("In the 1950s it began. In June, the following year.", ["195", "XXXX-06", "XXXX"]),
        # A look aside or back does not take the story along.
        ("A treaty of 1839 held. On 9 April they met.", ["1839", "1942-04-09"]),
        ("He had left in May 1936. On 9 April they met.", ["1936-05", "1942-04-09"]),
        ("It stood until 1989. On 9 April they met.", ["1989", "1942-04-09"]),
        ("Grant (1822-1885) came. On 9 April they met.", ["1822", "1885", "1942-04-09"]),
        ("He fell on the 9th. On the 9th Army's flank he fell.", ["1942-03-09"]),
        ("On February 30 they met.", ["XXXX-02-30"]),
        ("The Thirty Years' War and the Six-Day War.", []),
    ],
)
def test_a_history_dates_what_it_leaves_open(told: str, values: list[str]) -> None:
    before = "War came in 1939, spread in 1940 and again in 1941. On 5 March 1942 they met.\n\n"
    assert [value for _, value in found(before + told)][4:] == values


def test_a_few_old_years_do_not_make_news_a_history() -> None:
    text = "The firm, founded in 1942 and sold in 1943 and 1945, said last week that it would close. It opened in June."
    assert [value for _, value in found(text)][-1] == "2019-06"


def test_figures_with_the_day_first_tell_the_order_of_the_others() -> None:
    assert found("Sent 25/12/2001, paid 5/3/2002.") == [
        ("25/12/2001", "2001-12-25"),
        ("5/3/2002", "2002-03-05"),
    ]
    assert found("Sent 12/25/2001, paid 5/3/2002.") == [
        ("12/25/2001", "2001-12-25"),
        ("5/3/2002", "2002-05-03"),
    ]


def test_only_passages_are_looked_at_and_a_day_carries_over() -> None:
    text = "It fell on 3 May 2010. Related: 4 June 2011. The next day it was found."
    cut, again = text.index("Related"), text.index("The next")
    spans = (Span(0, cut), Span(again, len(text)))
    assert [timex.value for timex in find_timexes(text, MONDAY, spans)] == ["2010-05-03", "2010-05-04"]
    assert [timex.span.of(text) for timex in find_timexes(text, MONDAY, spans)] == [
        "3 May 2010",
        "The next day",
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met at 9pm on Friday.", "9pm on Friday", "2019-12-27T21:00"),
        ("The shop opened at 7:30am.", "7:30am", "2019-12-30T07:30"),
    ],
)
def test_an_hour_written_in_one_with_am_or_pm(text: str, words: str, value: str) -> None:
    (timex,) = find_timexes(text, date(2019, 12, 30))
    assert (timex.span.of(text), timex.value) == (words, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2010/03/12", "2010-03-12"),
        ("31.12.2009", "2009-12-31"),
        ("5-May-2011", "2011-05-05"),
        ("5-Sept.-2011", "2011-09-05"),
        ("05-Jan-99", "1999-01-05"),
        ("05-Jan-11", "2011-01-05"),
    ],
)
def test_odd_but_whole_dates(words: str, value: str) -> None:
    (timex,) = find_timexes(f"Filed {words} there.", date(2019, 12, 30))
    assert (timex.span.of(f"Filed {words} there."), timex.value) == (words, value)


@pytest.mark.parametrize("words", ["2010/02/30", "31.02.2010"])
def test_an_odd_date_that_never_was_is_not_corrected(words: str) -> None:
    assert find_timexes(f"Filed {words} there.", date(2019, 12, 30)) == ()


def test_dateparser_is_not_loaded_for_a_date_with_its_year() -> None:
    code = """
import datetime, sys, graphbuild
graphbuild.find_timexes("Filed 2010/03/12, 31.12.2009 and 5-May-2011.", datetime.date(2019, 12, 30))
print(sorted({"dateparser", "yaml", "spacy"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
