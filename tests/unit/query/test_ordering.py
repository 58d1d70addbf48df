from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.event import Event, EventLink, LinkKind
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.query.ordering import event_order, in_order
from tests.unit.sample_timeline import sample_timeline

ANY = next(iter(sample_timeline().events))
Days = tuple[int | None, int | None]


def _events(days: dict[str, Days], *pairs: str) -> list[Event]:
    """Events by a letter, told in order of it; "ab": a was before b."""
    links: dict[str, list[EventLink]] = {name: [] for name in days}
    for one, other in pairs:
        links[one].append(EventLink(LinkKind.BEFORE, f"e:{other}", ()))
        links[other].append(EventLink(LinkKind.AFTER, f"e:{one}", ()))
    return [
        replace(ANY, id=f"e:{name}", time=_span(*days[name]), evidence=(), links=tuple(links[name]))
        for name in days
    ]


def _span(first: int | None, last: int | None) -> TimeSpan:
    ends = [date(2020, 1, d) if d else None for d in (first, last)]
    return TimeSpan(ends[0], ends[1], Granularity.RANGE, Basis.STATED)


def _order(events: list[Event]) -> str:
    return "".join(event.id.removeprefix("e:") for event in in_order(events))


@pytest.mark.parametrize(
    ("days", "pairs", "expected"),
    [
        ({"a": (3, 3), "b": (3, 3)}, ["ba"], "ba"),
        ({"a": (None, None), "b": (3, 3), "c": (1, 1)}, ["ab"], "cab"),
        ({"a": (1, 31), "b": (5, 5), "c": (10, 10)}, ["ca"], "bca"),
        ({"a": (3, 3), "b": (5, 5)}, ["ba"], "ab"),
        ({"a": (None, None), "b": (None, None), "c": (None, None)}, ["cb", "ba"], "cba"),
        ({"a": (5, 5), "b": (None, None), "c": (3, 3)}, ["ab", "bc"], "cab"),
        ({"a": (None, None), "b": (None, None)}, ["ab", "ba"], "ba"),
        ({"b": (None, None), "a": (None, None), "c": (2, 2)}, [], "cab"),
    ],
)
def test_days_come_first_then_links_then_reading(
    days: dict[str, Days], pairs: list[str], expected: str
) -> None:
    events = _events(days, *pairs)
    assert {_order(list(p)) for p in permutations(events)} == {expected}


@st.composite
def _linked(draw: st.DrawFn) -> list[Event]:
    names = "abcdefgh"[: draw(st.integers(1, 8))]
    ends = st.none() | st.integers(1, 6)
    days = {}
    for name in names:
        first, last = draw(ends), draw(ends)
        days[name] = (last, first) if first and last and first > last else (first, last)
    two = st.sampled_from(names)
    pairs = draw(st.lists(st.tuples(two, two).map("".join), max_size=10))
    return _events(days, *(p for p in pairs if p[0] != p[1]))


@given(_linked())
def test_no_event_stands_before_one_whose_days_all_precede_it(events: list[Event]) -> None:
    ordered = in_order(events)
    assert sorted(e.id for e in ordered) == sorted(e.id for e in events)
    for place, event in enumerate(ordered):
        assert not any(later.time.precedes(event.time) for later in ordered[place:])


@given(_linked(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_makes_no_difference(events: list[Event], random: object) -> None:
    ordered = in_order(events)
    random.shuffle(events)  # type: ignore[attr-defined]
    assert in_order(events) == ordered


@given(_linked())
def test_without_links_the_order_is_that_of_days_and_reading(events: list[Event]) -> None:
    plain = [replace(event, links=()) for event in events]
    assert in_order(plain) == sorted(plain, key=event_order)


@given(_linked())
def test_undated_events_in_a_line_stand_as_the_links_say(events: list[Event]) -> None:
    line = [replace(e, time=_span(None, None), links=()) for e in events]
    chained = [
        replace(one, links=(EventLink(LinkKind.AFTER, other.id, ()),)) for one, other in pairwise(line)
    ]
    assert [e.id for e in in_order([*chained, line[-1]])] == [e.id for e in reversed(line)]
