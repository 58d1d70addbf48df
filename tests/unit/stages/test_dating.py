from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuild.lexicon.cues import load_cues
from graphbuild.model.clause import TriggerKind
from graphbuild.model.text import Span
from graphbuild.stages.dating import find_times
from graphbuild.stages.status import find_standing
from graphbuild.stages.timexes import find_timexes
from tests.parses import clause_at, index_of, parse_of, text_of

if TYPE_CHECKING:
    from graphbuild.model.clause import Clause
    from graphbuild.model.event import EventTime

PUBLISHED = date(2020, 1, 8)  # a Wednesday
Days = tuple[str | None, str | None]


def _likeness(clause: Clause) -> tuple[str, frozenset[str]]:
    return clause.action, frozenset()


def _times(name: str, *triggers: str, published: date | None = PUBLISHED) -> list[EventTime | None]:
    parse, text = parse_of(f"dt_{name}"), text_of(f"dt_{name}")
    clauses = [clause_at(parse, t) for t in triggers]
    standings = find_standing(parse, clauses, load_cues())
    timexes = find_timexes(text, published, [Span(0, len(text))])
    return list(find_times(parse, clauses, standings, timexes, published, _likeness))


def _days(time: EventTime | None) -> Days:
    assert time is not None
    first, last = time.when.first, time.when.last
    return (first.isoformat() if first else None, last.isoformat() if last else None)


@pytest.mark.parametrize(
    ("name", "trigger", "day"),
    [
        ("own", "attacked", "2020-01-06"),
        ("two", "seized", "2020-01-06"),
        ("two", "freed", "2020-01-06"),
        ("xcomp", "flew", "2020-01-05"),
        ("xcomp", "meet", "2020-01-05"),
        ("said", "said", "2020-01-06"),
        ("said", "attacked", "2020-01-05"),
        ("participle", "killing", "2020-01-03"),
        ("rel", "resigned", "2020-01-06"),
        ("plan_day", "visit", "2020-01-10"),
    ],
)
def test_a_clause_is_dated_by_its_own_words_or_by_those_it_shares(name: str, trigger: str, day: str) -> None:
    (time,) = _times(name, trigger)
    assert _days(time) == (day, day)
    assert time is not None and time.span is not None
    assert time.when.basis.value == "relative"


def test_a_year_dates_the_clause_that_it_is_in_and_no_other() -> None:
    lost, resigned = _times("rel", "lost", "resigned")
    assert _days(lost) == ("2003-01-01", "2003-12-31")
    assert _days(resigned) == ("2020-01-06", "2020-01-06")


@pytest.mark.parametrize(
    ("name", "trigger", "days", "basis"),
    [
        ("bare", "attacked", ("2020-01-08", "2020-01-08"), "published"),
        ("bare", "answered", ("2020-01-08", "2020-01-08"), "published"),
        ("perfect", "attacked", (None, "2020-01-08"), "inferred"),
        ("name", "upheld", ("2020-01-08", "2020-01-08"), "published"),
        ("ahead", "announced", ("2020-01-08", "2020-01-08"), "published"),
    ],
)
def test_news_without_a_time_is_of_the_day_it_was_printed_and_background_only_not_later(
    name: str, trigger: str, days: Days, basis: str
) -> None:
    (time,) = _times(name, trigger)
    assert time is not None
    assert (_days(time), time.when.basis.value, time.span, time.value) == (days, basis, None, None)


@pytest.mark.parametrize("name", ["own", "two", "bare", "perfect", "since", "said", "ahead", "plan_day"])
def test_without_a_date_of_publication_nothing_relative_is_dated(name: str) -> None:
    verbs = [t.text for t in parse_of(f"dt_{name}").tokens if t.pos == "VERB"]
    assert _times(name, *verbs, published=None) == [None] * len(verbs)


def test_without_a_date_of_publication_what_is_absolute_is_dated() -> None:
    lost, resigned = _times("rel", "lost", "resigned", published=None)
    assert _days(lost) == ("2003-01-01", "2003-12-31")
    assert resigned is None


@pytest.mark.parametrize(
    ("name", "trigger", "days"),
    [
        ("aside", "attacked", (None, "2020-01-08")),
        ("aside", "fled", ("2020-01-08", "2020-01-08")),
        ("inside", "killed", ("2020-01-08", "2020-01-08")),
        ("because", "shelled", (None, "2020-01-08")),
    ],
)
def test_what_the_news_only_refers_back_to_is_not_of_its_day(name: str, trigger: str, days: Days) -> None:
    parse = parse_of(f"dt_{name}")
    heads = [t.text for t in parse.tokens if t.lemma == "attack" and t.pos == "NOUN"]
    (time, *_) = _times(name, trigger, *heads)
    assert _days(time) == days


def test_the_object_of_a_reaction_was_there_before_it() -> None:
    parse, text = parse_of("dt_back"), text_of("dt_back")
    attack = replace(clause_at(parse, "attack"), kind=TriggerKind.NOUN)
    clauses = [clause_at(parse, "condemned"), attack]
    standings = find_standing(parse, clauses, load_cues())
    timexes = find_timexes(text, PUBLISHED, [Span(0, len(text))])
    condemned, attacked = find_times(parse, clauses, standings, timexes, PUBLISHED, _likeness)
    assert _days(condemned) == ("2020-01-08", "2020-01-08")
    assert _days(attacked) == (None, "2020-01-08")


def test_what_is_planned_now_is_not_before_now_and_has_no_day_unless_one_is_stated() -> None:
    (visit,) = _times("plan", "visit")
    assert _days(visit) == ("2020-01-08", None)
    assert visit is not None and visit.when.basis.value == "inferred"


def test_what_was_planned_on_a_day_is_not_before_it() -> None:
    agreed, free = _times("agreed", "agreed", "free")
    assert _days(agreed) == ("2020-01-06", "2020-01-06")
    assert _days(free) == ("2020-01-06", None)


def test_a_plan_of_the_past_may_long_have_been_carried_out() -> None:
    assert _times("was_to", "free") == [None]


def test_what_something_can_do_it_can_on_the_day_it_was_printed() -> None:
    (strike,) = _times("can", "strike")
    assert _days(strike) == ("2020-01-08", "2020-01-08")


def test_since_leaves_the_end_open() -> None:
    (time,) = _times("since", "shelled")
    assert _days(time) == ("2020-01-06", None)


def test_before_a_day_is_not_that_day() -> None:
    (time,) = _times("before", "left")
    assert _days(time) == (None, "2020-01-05")


@pytest.mark.xfail(
    strict=True,
    reason="a month that seems to lie ahead is dropped, and the day of publication is put in its place",
)
def test_what_was_done_in_a_month_that_is_still_to_come_was_done_a_year_ago() -> None:
    (time,) = _times("month", "sold")
    assert _days(time) == ("2019-03-01", "2019-03-31")


def test_a_noun_with_a_light_verb_has_the_time_of_the_verb() -> None:
    parse, text = parse_of("dt_noun"), text_of("dt_noun")
    noun = replace(clause_at(parse, "attack"), carrier=index_of(parse, "condemned"))
    timexes = find_timexes(text, PUBLISHED, [Span(0, len(text))])
    standings = find_standing(parse, [noun], load_cues())
    (time,) = find_times(parse, [noun], standings, timexes, PUBLISHED, _likeness)
    assert _days(time) == ("2020-01-06", "2020-01-06")


def test_times_come_in_the_order_of_clauses() -> None:
    said, attacked = _times("said", "said", "attacked")
    again, before = _times("said", "attacked", "said")
    assert (said, attacked) == (before, again)
    assert _times("said") == []
