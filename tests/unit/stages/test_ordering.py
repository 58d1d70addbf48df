from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from graphbuild.model.event import EventLink, Link, LinkKind
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.ordering import link_events, linked_events

BEFORE, AFTER, DURING = LinkKind.BEFORE, LinkKind.AFTER, LinkKind.DURING
EVENT_OF = {"a1": "a", "a2": "a", "b1": "b", "b2": "b", "c1": "c", "d1": "d"}
UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)
TIMES = dict.fromkeys("abcd", UNDATED)
Said = tuple[str, LinkKind, str]


def _told(*said: Said) -> list[tuple[str, Link]]:
    return [(one, Link(kind, other, Span(0, 5), "words")) for one, kind, other in said]


def _on(day: int) -> TimeSpan:
    return TimeSpan(date(2020, 1, day), date(2020, 1, day), Granularity.DAY, Basis.STATED)


def test_events_are_linked_as_their_mentions_are_and_both_ends_say_so() -> None:
    told = _told(("a1", BEFORE, "b1"), ("b2", AFTER, "a2"), ("c1", DURING, "b1"))
    assert link_events(told, EVENT_OF, TIMES) == {
        "a": (EventLink(BEFORE, "b", ("a1", "b2")),),
        "b": (EventLink(AFTER, "a", ("a1", "b2")),),
        "c": (EventLink(DURING, "b", ("c1",)),),
    }
    assert linked_events(told, EVENT_OF) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "said",
    [
        [("a1", BEFORE, "a2")],
        [("a1", DURING, "a2")],
        [("a1", BEFORE, "b1"), ("a2", AFTER, "b2")],
        [("a1", BEFORE, "b1"), ("b2", BEFORE, "a2")],
        [("a1", BEFORE, "b1"), ("b1", BEFORE, "c1"), ("c1", BEFORE, "a1")],
        [("a1", BEFORE, "b1"), ("a2", DURING, "b1")],
        [("a1", AFTER, "b1"), ("b2", DURING, "a1")],
    ],
)
def test_what_cannot_all_be_true_is_not_told(said: list[Said]) -> None:
    assert link_events(_told(*said), EVENT_OF, TIMES) == {}


def test_what_leads_into_a_circle_is_sound() -> None:
    circle = [("a1", BEFORE, "b1"), ("b1", BEFORE, "c1"), ("c1", BEFORE, "a1"), ("d1", BEFORE, "a1")]
    assert set(link_events(_told(*circle), EVENT_OF, TIMES)) == {"d", "a"}


@pytest.mark.parametrize(("days", "kept"), [((3, 5), True), ((3, 3), True), ((5, 3), False)])
def test_a_link_that_the_days_rule_out_is_dropped(days: tuple[int, int], kept: bool) -> None:
    times = TIMES | {"a": _on(days[0]), "b": _on(days[1])}
    assert bool(link_events(_told(("a1", BEFORE, "b1")), EVENT_OF, times)) == kept
    assert bool(link_events(_told(("b1", AFTER, "a1")), EVENT_OF, times)) == kept
    assert bool(link_events(_told(("a1", DURING, "b1")), EVENT_OF, times)) == (days == (3, 3))


def test_the_order_in_which_links_are_told_makes_no_difference() -> None:
    told = _told(("a1", BEFORE, "b1"), ("b2", BEFORE, "c1"), ("c1", AFTER, "a2"), ("d1", DURING, "c1"))
    expected = link_events(told, EVENT_OF, TIMES)
    assert all(link_events(p, EVENT_OF, TIMES) == expected for p in permutations(told))
