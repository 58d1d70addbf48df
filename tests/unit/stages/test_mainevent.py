from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from graphbuild.model.event import Evidence, SentenceRef, Status
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.mainevent import find_main_event
from tests.unit import sample_timeline as sample

PUBLISHED = date(2021, 3, 9)
EVENT = sample.event_of(*sample.REPORTS[0])
BARE = replace(
    sample.mention_of(sample.REPORTS[0][0]),
    type=None, mode=None, quad_class=None, sources=(), targets=(), time=None,
)  # fmt: skip


def told(name: str, sentence: int, **changes):
    """A bare mention of an event ``e:name``, in a sentence, at a place of its own in it."""
    start = sentence * 100 + ord(name)
    trigger = replace(BARE.trigger, span=Span(start, start + 1))
    where = SentenceRef(Span(sentence * 100, sentence * 100 + 100), sentence)
    return replace(BARE, id=f"m:{name}", event=f"e:{name}", sentence=where, trigger=trigger, **changes)


def day(days_ago: int):
    when = PUBLISHED - timedelta(days=days_ago)
    span = TimeSpan(when, when, Granularity.DAY, Basis.STATED)
    return sample.EventTime(span, None, None, None)


def main(*mentions, events=()) -> str:
    by_id = {event.id: event for event in events}
    found = {find_main_event(order, by_id, PUBLISHED, {"say"}).event for order in permutations(mentions)}
    (only,) = found  # whatever the order
    return only.removeprefix("e:")


WHO = sample.mention_of(sample.REPORTS[0][0]).sources


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([told("a", 0), told("b", 1)], "a"),
        ([told("a", 0), told("b", 0)], "a"),
        ([told("a", 0), told("b", 0, type="ASSAULT", quad_class=4)], "b"),
        ([told("a", 0), told("b", 9, type="ASSAULT", quad_class=4)], "a"),
        ([told("a", 0, action="say", sources=WHO), told("b", 0, sources=WHO, time=day(1))], "b"),
        ([told("a", 0, time=day(400), type="ASSAULT", quad_class=4), told("b", 0, time=day(0))], "b"),
        ([told("a", 0, status=Status.HYPOTHETICAL), told("b", 0)], "b"),
        ([told("a", 0, status=Status.DENIED), told("b", 0, sources=WHO)], "b"),
    ],
)
def test_place_type_day_roles_and_status_decide(mentions, expected):
    assert main(*mentions) == expected


def test_what_others_tell_too_weighs_more_but_a_copy_is_no_other():
    mentions = [
        told("a", 1),
        told("b", 1, type="ASSAULT", quad_class=4),
        told("c", 1, type="ASSAULT", quad_class=4),
    ]
    own = Evidence("m:c", BARE.article, None, Status.ASSERTED, Span(0, 1), "x")
    copied = [replace(own, article=f"copy{n}", copy_of=BARE.article) for n in range(3)]
    others = [replace(own, article=f"other{n}") for n in range(3)]
    assert main(*mentions, events=[replace(EVENT, id="e:c", evidence=(own, *copied))]) == "b"
    assert main(*mentions, events=[replace(EVENT, id="e:c", evidence=(own, *others))]) == "c"


def test_an_article_without_events_has_none():
    assert find_main_event((), {}, PUBLISHED, ()) is None
