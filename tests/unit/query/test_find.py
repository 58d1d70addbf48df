from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphbuild.errors import QueryError
from graphbuild.model.event import Status
from graphbuild.query.actors import actors_called, actors_meant, count_actors, the_actor
from graphbuild.query.find import EventFilter, narrow, parse_period, select_events
from tests.unit import sample_timeline as sample

ALL = tuple(Status)


def found(asked: EventFilter) -> list[str]:
    return [event.action for event in select_events(sample.sample_timeline(), asked)]


def test_what_did_not_happen_is_not_found_unless_asked_for():
    assert found(EventFilter()) == ["withdraw", "shell", "accuse", "deny", "sign"]
    assert found(EventFilter(statuses=(Status.PLANNED, Status.ALLEGED))) == ["meet", "kill"]


def test_undated_events_come_last_and_a_period_leaves_them_out():
    assert found(EventFilter(statuses=ALL))[-4:] == ["fire", "fire", "kill", "sign"]
    assert found(EventFilter(statuses=ALL, first=date(1900, 1, 1))) == [
        "withdraw", "shell", "accuse", "deny", "meet",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "actions"),
    [
        (date(2021, 3, 8), date(2021, 3, 8), ["shell", "accuse"]),
        (date(2021, 1, 31), date(2021, 2, 1), ["withdraw"]),
        (date(2021, 2, 1), date(2021, 3, 7), []),
        (date(2021, 3, 9), None, ["deny"]),
        (None, date(2021, 1, 1), ["withdraw"]),
    ],
)
def test_an_event_that_may_lie_in_the_period_belongs_to_it(first, last, actions):
    assert found(EventFilter(first=first, last=last)) == actions


def test_an_event_with_an_open_end_belongs_to_what_it_may_reach():
    timeline = sample.sample_timeline()
    shelling = next(e for e in timeline.events if e.action == "shell")
    until = replace(shelling, time=replace(shelling.time, first=None))
    only = replace(timeline, events=(until,))
    assert select_events(only, EventFilter(last=date(1950, 1, 1))) == [until]
    assert select_events(only, EventFilter(first=date(2022, 1, 1))) == []


@pytest.mark.parametrize(
    ("asked", "actions"),
    [
        (EventFilter(who=("borland",)), ["withdraw", "accuse", "sign"]),
        (EventFilter(who=("BOR",)), ["withdraw", "accuse", "sign"]),
        (EventFilter(who=("AVO",)), ["shell", "deny", "sign"]),
        (EventFilter(who=("army", "Borland")), ["withdraw", "shell", "accuse", "sign"]),
        (EventFilter(who=(sample.ARMY.id,)), ["shell"]),
        (EventFilter(to=("Avonia",)), ["withdraw", "accuse"]),
        (EventFilter(who=("Avonia",), to=("Borland",)), ["deny"]),
        (EventFilter(did=("assault",)), ["shell"]),
        (EventFilter(did=("Heavy-Weapons",)), ["shell"]),
        (EventFilter(did=("accuse", "sign")), ["accuse", "sign"]),
        (EventFilter(where=("drell",)), ["shell"]),
        (EventFilter(where=("BOR",)), ["shell"]),
        (EventFilter(where=("Borland",)), ["shell"]),
        (EventFilter(min_outlets=2), ["shell"]),
    ],
)
def test_events_are_chosen_by_who_what_whom_and_where(asked, actions):
    assert found(asked) == actions


def test_a_code_finds_what_it_begins():
    timeline = sample.sample_timeline()
    coded = tuple(replace(e, code="195" if e.action == "shell" else "119") for e in timeline.events)
    chosen = select_events(replace(timeline, events=coded), EventFilter(did=("19",)))
    assert [event.action for event in chosen] == ["shell"]


def test_what_happened_by_a_day_stands_before_what_happened_on_it():
    timeline = sample.sample_timeline()
    on, *_ = select_events(timeline, EventFilter(did=("shell",)))
    by = replace(on, id="e:z", time=replace(on.time, first=None))
    since = replace(on, id="e:a", time=replace(on.time, last=None))
    ordered = select_events(replace(timeline, events=(on, since, by)), EventFilter())
    assert ordered == [by, since, on]


def test_a_misspelt_name_is_an_error_that_offers_the_right_one():
    with pytest.raises(QueryError, match=r"Borlund.*did you mean Borland\?"):
        found(EventFilter(who=("Borlund",)))


@pytest.mark.parametrize(("asked", "words"), [("where", "place"), ("did", "type, mode, action")])
def test_what_nothing_in_the_build_has_is_an_error(asked, words):
    with pytest.raises(QueryError, match=words):
        found(EventFilter(**{asked: ("nonesuch",)}))


def test_a_known_action_that_never_happened_is_no_error():
    assert found(EventFilter(did=("meet",))) == []


def test_a_backward_period_is_refused():
    with pytest.raises(QueryError, match="ends before it begins"):
        EventFilter(first=date(2021, 1, 2), last=date(2021, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
    ],
)
def test_a_period_is_a_day_a_month_or_a_year(text, first, last):
    assert parse_period(text) == (first, last)


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-2-3", "2020-02-30", "0000", "today", "٢٠٢٠"])
def test_anything_else_is_no_period(text):
    with pytest.raises(QueryError):
        parse_period(text)


def test_the_narrowed_timeline_keeps_ids_in_order_and_only_its_mentions():
    chosen = narrow(sample.sample_timeline(), EventFilter(did=("ASSAULT",), statuses=ALL))
    ids = [event.id for event in chosen.events]
    assert ids == sorted(ids)
    assert {mention.event for mention in chosen.mentions} == set(ids)


def test_a_part_of_a_name_counts_only_where_no_whole_name_fits():
    actors = list(sample.sample_timeline().actors)
    assert actors_called(actors, "tarn") == [sample.TARN]
    assert actors_called(actors, "Avonian") == [sample.AVONIA]
    assert actors_called(actors, "army") == [sample.ARMY]
    assert actors_called(actors, "arm") == []


def test_a_code_that_is_also_a_name_means_both():
    named = replace(sample.REBELS, name="BOR")
    assert {a.id for a in actors_meant([named, sample.BORLAND], "BOR")} == {named.id, sample.BORLAND.id}


def test_an_ambiguous_name_lists_the_candidates():
    double = replace(sample.TARN, id="a:other", name="Osk Tarn", aliases=("Osk Tarn", "Tarn"))
    with pytest.raises(QueryError, match=r"(?s)2 actors.*Ilva Tarn.*president.*Osk Tarn"):
        the_actor([sample.TARN, double], "Tarn")
    assert the_actor([sample.TARN, double], "Ilva Tarn") == sample.TARN


def test_actors_are_counted_once_an_event_and_by_status():
    counted = {c.actor.name: (c.as_source, c.as_target, c.events) for c in count_actors(
        sample.sample_timeline(), (Status.ASSERTED,)
    )}  # fmt: skip
    assert counted == {
        "Borland": (3, 2, 5),
        "Avonia": (2, 2, 4),
        "Avonian Army": (1, 0, 1),
        "Ilva Tarn": (0, 0, 0),
        "rebels": (0, 0, 0),
    }
