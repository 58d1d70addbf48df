"""Order words on parses as the default model makes them, and the days that follow from them."""

from __future__ import annotations

from datetime import date

import pytest

from graphbuild.lexicon.cues import load_cues
from graphbuild.model.clause import Order, Standing
from graphbuild.model.event import EventTime, LinkKind, Status
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.dating import agreeing, bound, find_order, find_times
from graphbuild.stages.status import find_standing
from graphbuild.stages.timexes import find_timexes
from tests.parses import clause_at, parse_of, text_of

PUBLISHED = date(2020, 1, 8)  # a Wednesday
Told = list[tuple[str, str, str, str]]


def _read(
    name: str, triggers: str, published: date | None = PUBLISHED
) -> tuple[Told, list[EventTime | None]]:
    """What order words say of these triggers, in words; and their times."""
    parse, text = parse_of(f"or_{name}"), text_of(f"or_{name}")
    clauses = [clause_at(parse, t) for t in triggers.split()]
    cues = load_cues()
    standings = find_standing(parse, clauses, cues)
    timexes = find_timexes(text, published, [Span(0, len(text))])
    times = find_times(parse, clauses, standings, timexes, published, lambda c: (c.action, frozenset()))
    orders = agreeing(find_order(parse, clauses, standings, timexes, cues.reports), times)
    words = [t.text for t in parse.tokens]
    told = [
        (
            words[clauses[o.clause].head],
            o.kind.value,
            words[clauses[o.other].head],
            text[parse.tokens[o.first].start : parse.tokens[o.last - 1].end],
        )
        for o in orders
    ]
    return told, list(bound(orders, standings, times, published))


@pytest.mark.parametrize(
    ("name", "triggers", "expected"),
    [
        ("after", "arrested bombing killed", ("arrested", "after", "killed", "after")),
        ("before", "withdrew took", ("withdrew", "before", "took", "before")),
        ("gerund", "met flying", ("met", "before", "flying", "before")),
        ("noun", "fired burial", ("fired", "after", "burial", "hours after")),
        ("came", "strike came attack", ("strike", "after", "attack", "hours after")),
        ("since", "attacked signed", ("attacked", "after", "signed", "since")),
        ("while", "shot marching", ("shot", "during", "marching", "while")),
        ("as", "opened stormed", ("opened", "during", "stormed", "as")),
        ("when", "killed hit", ("killed", "during", "hit", "when")),
        ("during", "shot protest", ("shot", "during", "protest", "during")),
        ("following", "summoned attack", ("summoned", "after", "attack", "following")),
        ("wake", "bombing imposed", ("imposed", "after", "bombing", "In the wake of")),
        ("prior", "talks met", ("met", "before", "talks", "Prior to")),
        ("followed", "killing protests", ("killing", "before", "protests", "followed by")),
        ("then", "attacked burned", ("burned", "after", "attacked", "then")),
        ("later", "stormed freed", ("freed", "after", "stormed", "An hour later")),
        ("earlier", "shot attacked", ("attacked", "before", "shot", "earlier")),
        ("until", "stayed withdrew", ("stayed", "before", "withdrew", "until")),
        ("counted", "resigned bombing", ("resigned", "after", "bombing", "two days after")),
        ("plan", "hold withdraw", ("hold", "after", "withdraw", "after")),
        ("find", "continues finds", ("continues", "before", "finds", "until")),
    ],
)
def test_an_order_word_links_the_events_it_ties_together(
    name: str, triggers: str, expected: tuple[str, str, str, str]
) -> None:
    told, _ = _read(name, triggers)
    assert told == [expected]


@pytest.mark.parametrize(
    ("name", "triggers", "why"),
    [
        ("because", "failed sent", "a reason"),
        ("contrast", "accused praised", "a contrast"),
        ("role", "resigned", "a role"),
        ("astold", "failed warned", "words of a speaker"),
        ("named", "named battle", "a name"),
        ("front", "testified inquiry", "in front of it"),
        ("thenpresident", "visited met", "a former office"),
        ("laterthan", "stormed arrived", "a comparison"),
        ("denied", "attack killing", "it did not happen"),
        ("hypo", "attacked left", "it only could have happened"),
        ("clash", "arrested attacked", "the days it states say otherwise"),
    ],
)
def test_words_that_mean_something_else_and_events_that_did_not_happen_link_nothing(
    name: str, triggers: str, why: str
) -> None:
    told, _ = _read(name, triggers)
    assert told == [], why


def _days(time: EventTime | None) -> tuple[str | None, str | None]:
    assert time is not None
    return tuple(day.isoformat() if day else None for day in (time.when.first, time.when.last))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "triggers", "days"),
    [
        ("borrowed", "arrested attacked", [(None, "2020-01-03"), ("2020-01-03", "2020-01-03")]),
        ("counted", "resigned bombing", [("2020-01-05", "2020-01-05"), ("2020-01-03", "2020-01-03")]),
        ("daylater", "attacked killed", [("2020-01-08", "2020-01-08"), ("2020-01-07", "2020-01-07")]),
        ("days", "attack election", [(None, "2020-01-05"), (None, "2020-01-08")]),
        ("earlier", "shot attacked", [("2020-01-03", "2020-01-03"), (None, "2020-01-03")]),
        ("inside", "shot protest", [("2020-01-03", "2020-01-03"), ("2020-01-03", "2020-01-03")]),
        ("firm", "arrested attacked", [("2020-01-06", "2020-01-06"), ("2020-01-03", "2020-01-03")]),
        ("clash", "arrested attacked", [("2020-01-03", "2020-01-03"), ("2020-01-06", "2020-01-06")]),
    ],
)
def test_what_has_no_day_of_its_own_is_bounded_by_what_it_came_before_or_after(
    name: str, triggers: str, days: list[tuple[str | None, str | None]]
) -> None:
    _, times = _read(name, triggers)
    assert list(map(_days, times)) == days


def test_without_a_date_of_publication_order_dates_nothing() -> None:
    told, times = _read("counted", "resigned bombing", published=None)
    assert told
    assert times == [None, None]


def _stated(day: int) -> EventTime:
    when = date(2020, 1, day)
    return EventTime(TimeSpan(when, when, Granularity.DAY, Basis.STATED), when.isoformat(), Span(0, 1), "x")


def _order(one: int, kind: LinkKind, other: int, days: int | None = None) -> Order:
    return Order(one, kind, other, 0, 1, days)


REAL = Standing(Status.ASSERTED, (), None)
BEFORE, AFTER, DURING = LinkKind.BEFORE, LinkKind.AFTER, LinkKind.DURING


def test_bounds_pass_from_link_to_link() -> None:
    orders = [_order(0, BEFORE, 1), _order(1, BEFORE, 2), _order(3, AFTER, 2), _order(2, BEFORE, 4)]
    times = bound(orders, [REAL] * 5, [None, None, None, _stated(9), _stated(7)], PUBLISHED)
    assert [_days(t) for t in times[:3]] == [(None, "2020-01-07")] * 3


def test_counted_days_add_up() -> None:
    orders = [_order(0, AFTER, 1, 2), _order(1, BEFORE, 2, 1)]
    times = bound(orders, [REAL] * 3, [None, None, _stated(5)], PUBLISHED)
    assert [_days(t)[0] for t in times] == ["2020-01-06", "2020-01-04", "2020-01-05"]
    assert times[0] is not None
    assert (times[0].when.basis, times[0].span) == (Basis.INFERRED, None)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_days_beyond_the_calendar_are_not_reckoned(day: date) -> None:
    end = EventTime(TimeSpan(day, day, Granularity.DAY, Basis.STATED), None, Span(0, 1), "x")
    for kind in (BEFORE, AFTER):
        assert bound([_order(0, kind, 1, 2)], [REAL] * 2, [None, end], None)[1] == end


def test_bounds_that_leave_no_day_are_none() -> None:
    orders = [_order(0, AFTER, 1), _order(0, BEFORE, 2)]
    assert bound(orders, [REAL] * 3, [None, _stated(6), _stated(3)], PUBLISHED)[0] is None


def test_a_stated_day_is_never_changed_whatever_the_links_say() -> None:
    times = [_stated(3), _stated(6)]
    for kind in LinkKind:
        for days in (None, 1):
            orders = [_order(0, kind, 1, days), _order(1, kind, 0, days)]
            assert bound(orders, [REAL] * 2, times, PUBLISHED) == tuple(times)


def test_what_is_only_planned_is_not_bounded() -> None:
    planned = Standing(Status.PLANNED, (), None)
    assert bound([_order(0, AFTER, 1)], [planned, REAL], [None, _stated(3)], PUBLISHED) == (None, _stated(3))


@pytest.mark.parametrize("kind", [BEFORE, AFTER, DURING])
def test_a_link_that_two_stated_days_contradict_is_dropped(kind: LinkKind) -> None:
    kept = {BEFORE: [(3, 6), (3, 3)], AFTER: [(6, 3), (3, 3)], DURING: [(3, 3)]}[kind]
    order = _order(0, kind, 1)
    for pair in ((3, 6), (6, 3), (3, 3)):
        assert bool(agreeing([order], list(map(_stated, pair)))) == (pair in kept)
