from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from graphbuild.model.actor import Place, PlaceMention
from graphbuild.model.event import Event, EventMention, EventTime, Quantity, Status
from graphbuild.model.ids import event_id
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.merging import Digest, merge
from graphbuild.stages.merging.digests import count_of
from graphbuild.stages.telling import group_by_event, make_event
from tests.digests import DAY, digest
from tests.plain_reader import article, record_of

LATER = DAY + timedelta(days=5)
NOBODY: dict[str, Any] = {"sources": (), "targets": ()}


def _together(*told: Digest, same_story: bool = True) -> bool:
    stories = {d.article: "s" if same_story else d.article for d in told}
    return len(set(merge(told, stories).values())) == 1


def test_two_reports_of_one_deed_on_one_day_are_one_event() -> None:
    assert _together(digest("m"), digest("n"))
    assert _together(digest("m"), digest("n"), same_story=False)


@pytest.mark.parametrize(
    "other",
    [
        {"sources": {"RUS"}},
        {"targets": {"IRQ"}},
        {"first": LATER, "last": LATER},
        {"place": "p:2"},
        {"country": "IRQ"},
        {"status": Status.PLANNED},
        {"status": Status.HYPOTHETICAL},
        {"action": "visit", "topic": "CONSULT"},
    ],
    ids="-".join,
)
def test_what_contradicts_is_another_event(other: dict[str, Any]) -> None:
    first = digest("m", place="p:1", country="IRN")
    assert not _together(first, digest("n", **other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("killed", 2.0, 2.0), ("killed", 2.0, 2.0), True),
        (("killed", 2.0, 2.0), ("killed", 176.0, 176.0), False),
        (("killed", 2.0, 2.0), ("wounded", 4.0, 4.0), True),
        (("killed", 25.0, 75.0), ("killed", 30.0, 30.0), True),
    ],
)
def test_numbers_that_exclude_each_other_tell_events_apart(
    one: tuple[str, float, float], other: tuple[str, float, float], same: bool
) -> None:
    words = range(5)
    first, second = (digest(n, targets=(), counts=(c,), words=words) for n, c in (("m", one), ("n", other)))
    assert _together(first, second) is same


def test_a_fact_that_one_report_leaves_open_contradicts_nothing() -> None:
    assert _together(digest("m"), digest("n", sources=()))
    assert _together(digest("m", place="p:1"), digest("n"))


def test_nobody_in_common_is_not_enough_even_in_one_story() -> None:
    assert not _together(digest("m", **NOBODY), digest("n", **NOBODY))
    assert not _together(digest("m", **NOBODY, words=range(8)), digest("n", **NOBODY, words=range(20, 28)))


def test_a_retelling_in_the_same_words_is_one_event_only_inside_a_story() -> None:
    told = (digest("m", **NOBODY, words=range(8)), digest("n", **NOBODY, words=range(2, 10)))
    assert _together(*told)
    assert not _together(*told, same_story=False)


def test_a_denial_is_merged_only_where_somebody_is_shared() -> None:
    denied = digest("n", status=Status.DENIED, words=range(8), **NOBODY)
    assert not _together(digest("m", words=range(8), **NOBODY), denied)
    assert _together(digest("m"), digest("n", status=Status.DENIED))


def test_undated_mentions_meet_each_other_and_only_inside_a_story() -> None:
    undated: dict[str, Any] = {"first": None, "last": None, "stated": False}
    assert _together(digest("m", **undated), digest("n", **undated))
    assert not _together(digest("m", **undated), digest("n", **undated), same_story=False)
    assert not _together(digest("m"), digest("n", **undated), same_story=False)


def test_a_news_cycle_lies_between_reckoned_days_but_not_between_stated_ones() -> None:
    tomorrow = {"first": DAY + timedelta(days=1), "last": DAY + timedelta(days=1)}
    assert not _together(digest("m"), digest("n", **tomorrow))
    assert _together(digest("m"), digest("n", **tomorrow, stated=False))


def test_another_word_for_it_needs_a_role_and_much_the_same_words() -> None:
    told = digest("m", words=range(8))
    assert _together(told, digest("n", action="raid", targets=(), words=range(2, 10)))
    assert not _together(told, digest("n", action="raid", words=range(20, 28)))
    assert not _together(told, digest("n", action="raid", words=range(8), **NOBODY))


def test_a_word_of_several_senses_tells_what_the_same_people_suffered() -> None:
    told = digest("m", action="airstrike", words=range(8))
    strike = {"action": "strike", "senses": {"airstrike", "walkout"}, "words": range(20, 28)}
    assert _together(told, digest("n", **strike))
    assert not _together(told, digest("n", **strike | {"targets": (), "sources": ()}))
    assert not _together(told, digest("n", **strike | {"senses": {"walkout"}}))
    assert not _together(told, digest("n", **strike | {"type": "PROTEST"}), digest("o", type="ASSAULT"))


def test_what_one_sentence_tells_side_by_side_is_not_one_event_in_its_story() -> None:
    slip = {"action": "slip", "senses": {"fall"}, **NOBODY, "agents": {1}}
    fall = {"action": "fall", **NOBODY, "agents": {1}}
    assert _together(digest("m", **fall), digest("n", **slip))
    side = (digest("o", article="a", **fall), digest("p", article="a", order=("2020-01-08", "a", 9), **slip))
    assert not _together(*side)


def test_two_requests_of_one_speaker_to_one_hearer_are_two_unless_the_words_are_the_same() -> None:
    asked = {"topic": "REQUEST", "type": "REQUEST", "action": "urge", "worded": True, "saying": True}
    first = digest("m", **asked, words=range(8))
    assert not _together(first, digest("n", **asked, words=range(6, 14)))
    assert _together(first, digest("n", **asked, words=range(2, 10)))


def test_a_commander_s_threat_is_not_his_army_s_but_both_may_have_fired() -> None:
    one = {"sources": {"a:chief"}, "persons": {"a:chief"}, "words": range(8), "patients": {1}}
    other = {"sources": {"a:army"}, "words": range(8), "patients": {1}}
    assert _together(digest("m", **one), digest("n", **other))
    threat = {"topic": "THREATEN", "worded": True, "saying": True}
    assert not _together(digest("m", **one, **threat), digest("n", **other, **threat))


def test_what_somebody_did_not_do_is_no_denial_of_what_he_did_elsewhere() -> None:
    told = digest("m", targets=(), words=range(8))
    assert not _together(told, digest("n", targets=(), words=range(20, 28), status=Status.DENIED))
    assert _together(told, digest("n", words=range(20, 28), targets=(), status=Status.ALLEGED))


def test_weeks_of_marches_are_not_one_march() -> None:
    assert not _together(digest("m", many=True), digest("n"))
    assert _together(digest("m", many=True), digest("n", many=True))


def test_other_counts_of_what_was_done_to_are_another_deed() -> None:
    assert not _together(digest("m", numbers={"12"}), digest("n", numbers={"22"}))
    assert _together(digest("m", numbers={"12"}), digest("n"))


def test_what_has_no_object_in_common_needs_its_words_said_again() -> None:
    one = {"targets": (), "patients": {1, 2}, "words": range(8)}
    assert not _together(digest("m", **one), digest("n", **one | {"patients": {3}, "words": range(6, 14)}))
    assert _together(digest("m", **one), digest("n", **one | {"patients": {2, 3}, "words": range(6, 14)}))


def test_an_event_is_named_by_its_earliest_report() -> None:
    late = digest("m", order=("2020-01-09", "m", 0))
    early = digest("n", order=("2020-01-08", "n", 0))
    assert set(merge([late, early], {"m": "s", "n": "s"}).values()) == {event_id("n")}


def test_what_two_events_could_claim_goes_where_more_is_shared() -> None:
    one = digest("m", sources={"USA"}, targets=())
    two = digest("n", sources={"USA"}, targets={"IRN"}, place="p:1")
    other = digest("o", sources={"USA"}, targets={"IRN"})
    found = merge([replace(one, place="p:2"), two, other], dict.fromkeys("mno", "s"))
    assert found["o"] == found["n"] != found["m"]


def test_a_mention_is_compared_only_with_events_of_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from graphbuild.stages.merging import clusters

    compared = 0
    agree = clusters.may_agree

    def counting(*args: Digest, **options: bool) -> bool:
        nonlocal compared
        compared += 1
        return agree(*args, **options)

    monkeypatch.setattr(clusters, "may_agree", counting)
    days = [DAY + timedelta(days=20 * n) for n in range(100)]
    told = [digest(f"m{n}", order=(d.isoformat(), f"m{n}", 0), first=d, last=d) for n, d in enumerate(days)]
    assert len(set(merge(told, {d.article: d.article for d in told}).values())) == 100
    assert compared < 1_000


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("12 jets", "12"),
        ("twelve new jets", "12"),
        ("some 1,200 people", "1200"),
        ("A380 jets", None),
        ("jets", None),
    ],
)
def test_how_many_a_phrase_says_there_are(phrase: str, count: str | None) -> None:
    assert count_of(phrase) == count


# ---- what an event is


def _mentions(text: str, key: str = "a") -> list[tuple[EventMention, str]]:
    found = article(key, text)
    return [(replace(m, event="e:1"), m.sentence.span.of(text)) for m in record_of(found).events]


def _event(told: list[tuple[EventMention, str]]) -> Event:
    return make_event("e:1", told, {"a": "Herald", "b": "Courier", "c": None}, {})


def _when(first: date | None, last: date | None, basis: Basis) -> EventTime:
    granularity = Granularity.DAY if first == last and first else Granularity.RANGE
    return EventTime(TimeSpan(first, last, granularity, basis), None, None, None)


def test_no_evidence_is_lost_and_each_quote_is_the_sentence() -> None:
    told = _mentions("Iran hit Iraq\nIran hit -") + _mentions("- hit Iraq", "b")
    event = _event(told)
    assert [(e.mention, e.article, e.quote) for e in event.evidence] == [
        (m.id, m.article, q) for m, q in told
    ]
    assert event.outlets == ("Courier", "Herald")
    assert event.mentions == tuple(m.id for m, _ in told)


def test_roles_time_and_numbers_come_from_mentions_of_the_event_s_own_status() -> None:
    told = _mentions("Iran hit Iraq") + _mentions("Oman hit Qatar 2020-01-03 denied", "b")
    event = _event(told)
    assert (event.status, event.sources, event.targets) == (Status.ASSERTED, ("n:iran",), ("n:iraq",))
    assert event.time.first is None
    assert [e.status for e in event.evidence] == [Status.ASSERTED, Status.DENIED]


def test_an_event_that_is_only_denied_is_denied() -> None:
    assert _event(_mentions("Iran hit Iraq denied")).status is Status.DENIED


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        ([(DAY, DAY, Basis.PUBLISHED), (LATER, LATER, Basis.STATED)], (LATER, LATER)),
        ([(DAY, LATER, Basis.STATED), (DAY, DAY, Basis.RELATIVE)], (DAY, DAY)),
        ([(None, DAY, Basis.INFERRED), (DAY, DAY, Basis.PUBLISHED)], (DAY, DAY)),
        ([(LATER, LATER, Basis.STATED), (DAY, DAY, Basis.STATED), (DAY, DAY, Basis.STATED)], (DAY, DAY)),
    ],
)
def test_the_best_known_time_is_the_event_s(
    times: list[tuple[date | None, date | None, Basis]], wanted: tuple[date, date]
) -> None:
    (mention, quote), *_ = _mentions("Iran hit Iraq")
    told = [(replace(mention, id=f"m:{n}", time=_when(*t)), quote) for n, t in enumerate(times)]
    event = _event(told)
    assert (event.time.first, event.time.last) == wanted


def test_an_event_without_a_time_has_an_open_one() -> None:
    assert _event(_mentions("Iran hit Iraq")).time == TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)


def test_a_place_with_degrees_says_more_than_one_without() -> None:
    (mention, quote), *_ = _mentions("Iran hit Iraq")
    region = PlaceMention(Span(0, 1), "I", Place("p:1", "the north", None, None, None, None))
    town = PlaceMention(Span(0, 1), "I", Place("p:2", "Kirkuk", "IRQ", 35.5, 44.4, None))
    told = [(replace(mention, place=region), quote), (replace(mention, id="m:2", place=town), quote)]
    assert _event(told).place == town.place


def test_the_same_number_in_the_same_words_is_kept_once() -> None:
    (mention, quote), *_ = _mentions("Iran hit Iraq")
    two = Quantity("killed", 2, 2, None, Span(0, 4), "Iran")
    told = [(replace(mention, quantities=(two, two)), quote)]
    assert _event(told).quantities == (two,)


def test_mentions_are_grouped_by_event() -> None:
    told = _mentions("Iran hit Iraq\nIran hit -\nIraq hit -")
    (a, _), (b, _), (c, _) = told
    rows = [(a, "1"), (b, "2"), (replace(c, event="e:2"), "3")]
    assert [(event, [q for _, q in group]) for event, group in group_by_event(rows)] == [
        ("e:1", ["1", "2"]),
        ("e:2", ["3"]),
    ]
    assert list(group_by_event([])) == []
