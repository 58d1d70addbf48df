"""Articles that cannot all be right, and those that only say more or less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from graphbuild.model.actor import Place, PlaceMention
from graphbuild.model.event import EventMention, EventTime, Quantity, Status
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.query.canned import fill_in, find_canned
from graphbuild.query.conflicts import find_conflicts
from graphbuild.query.find import EventFilter
from graphbuild.query.sparql import ask, show
from graphbuild.store.triples import read_triples
from graphbuild.writers.namespaces import PREFIXES
from graphbuild.writers.rdf import write_turtle
from tests.strategies import timelines
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from graphbuild.model.timeline import Timeline

ANY = EventFilter(statuses=tuple(Status))
HERE = Span(0, 4)


def shelled(**second: object) -> Timeline:
    """The sample with the second report of the shelling changed; the first tells of 11 or more, on the 8th."""
    build = sample_timeline()
    (event,) = (e for e in build.events if e.action == "shell")
    asserted = {"status": Status.ASSERTED} | second

    def told(mention: EventMention) -> EventMention:
        return replace(mention, **asserted) if mention.id == event.mentions[1] else mention

    return replace(build, mentions=tuple(map(told, build.mentions)))


def found(build: Timeline, asked: EventFilter = ANY) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [
        (each.about, [(claim.said, claim.report.outlet) for claim in each.claims])
        for each in find_conflicts(build, asked)
    ]


def killed(low: float | None, high: float | None, unit: str | None = None) -> tuple[Quantity, ...]:
    return (Quantity("killed", low, high, unit, HERE, "some"),)


def at(place: Place) -> PlaceMention:
    return PlaceMention(HERE, "some", place)


def days(first: date | None, last: date | None, basis: Basis = Basis.STATED) -> EventTime:
    return EventTime(TimeSpan(first, last, Granularity.RANGE, basis), None, None, None)


DRELL = Place("p:2", "Drell", "BOR", 1.5, 2.5, None)


def test_one_outlet_asserts_what_another_denies() -> None:
    assert found(sample_timeline()) == [
        ("status", [("asserted", "The Herald"), ("denied", "The Post")]),
    ]
    (conflict,) = find_conflicts(sample_timeline(), ANY)
    assert [claim.report.quote[:9] for claim in conflict.claims] == ["On Monday", "Avonia de"]


@pytest.mark.parametrize(
    ("second", "about"),
    [
        ({}, None),
        ({"status": Status.ALLEGED}, None),
        ({"quantities": killed(9, 9)}, "number killed"),
        ({"quantities": killed(9, 12)}, None),
        ({"quantities": killed(None, 10)}, "number killed"),
        ({"quantities": killed(20, None)}, None),
        ({"quantities": killed(9, 9, "percent")}, None),
        ({"time": days(date(2021, 3, 7), date(2021, 3, 7))}, "days"),
        ({"time": days(date(2021, 3, 7), date(2021, 3, 9))}, None),
        ({"time": days(None, date(2021, 3, 7))}, "days"),
        ({"time": days(date(2021, 3, 7), date(2021, 3, 7), Basis.PUBLISHED)}, None),
        ({"time": None}, None),
        ({"place": at(replace(DRELL, id="p:3", name="Marn"))}, "place"),
        ({"place": at(Place("p:3", "the north", "BOR", None, None, None))}, None),
        ({"place": at(Place("p:3", "Avonia", "AVO", None, None, None))}, "place"),
        ({"place": None}, None),
    ],
)
def test_only_what_cannot_be_true_at_once_is_a_conflict(second: dict[str, object], about: str | None) -> None:
    assert [topic for topic, _ in found(shelled(**second))] == ([about] if about else [])


def test_an_article_does_not_contradict_itself() -> None:
    build = shelled(quantities=killed(9, 9))
    (event,) = (e for e in build.events if e.action == "shell")
    same = tuple(replace(e, article="herald-1", outlet="The Herald") for e in event.evidence)
    events = tuple(replace(e, evidence=same) if e.id == event.id else e for e in build.events)
    assert found(replace(build, events=events)) == []


def test_only_the_events_asked_for_are_looked_at() -> None:
    build = shelled(quantities=killed(9, 9))
    assert found(build, EventFilter(did=("shell",), min_outlets=2)) != []
    assert found(build, EventFilter(did=("accuse",))) == []
    assert found(build, EventFilter(min_outlets=3)) == []


def in_sparql(build: Timeline) -> set[tuple[str, str, str, str]]:
    file = BytesIO()
    write_turtle(build, file)
    answer = ask(read_triples(file.getvalue(), PREFIXES), fill_in(find_canned("disagreements"), {}))
    columns = [answer.variables.index(name) for name in ("event", "topic", "article", "quote")]
    return {tuple(show(row[n]) for n in columns) for row in answer.rows}  # type: ignore[misc]


def in_python(build: Timeline) -> set[tuple[str, str, str]]:
    return {
        (each.event.id, each.about, claim.report.quote)
        for each in find_conflicts(build, ANY)
        for claim in each.claims
    }


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_the_canned_question_finds_the_same(build: Timeline) -> None:
    assert {(e, topic, quote) for e, topic, _, quote in in_sparql(build)} == in_python(build)


def test_the_canned_question_finds_the_same_numbers_days_and_places() -> None:
    for second in (
        {"quantities": killed(9, 9)},
        {"time": days(None, date(2021, 3, 7))},
        {"status": Status.DENIED},
    ):
        build = shelled(**second)
        assert {(e, topic, quote) for e, topic, _, quote in in_sparql(build)} == in_python(build) != set()
