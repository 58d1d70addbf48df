from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuild.errors import QueryError
from graphbuild.model.event import EventLink, Link, LinkKind
from graphbuild.query.differences import find_differences, reports_of
from graphbuild.query.show import describe, look_up
from graphbuild.query.wording import name_actors
from tests.unit import sample_timeline as sample

TIMELINE = sample.sample_timeline()
SHELLING = next(e for e in TIMELINE.events if e.action == "shell")


def shown(wanted: str) -> str:
    return "\n".join(describe(TIMELINE, look_up(TIMELINE, wanted)))


def test_the_beginning_of_an_id_is_enough_when_only_one_has_it():
    assert look_up(TIMELINE, SHELLING.id[:8]) is SHELLING
    assert look_up(TIMELINE, "herald") == TIMELINE.articles[0]


def test_an_id_that_begins_another_is_itself():
    longer = replace(sample.DRELL, id=sample.DRELL.id + "0")
    both = replace(TIMELINE, places=(longer, sample.DRELL))
    assert look_up(both, sample.DRELL.id) == sample.DRELL


@pytest.mark.parametrize(("wanted", "words"), [("e:", "9 ids begin"), ("zz", "nothing"), ("", "nothing")])
def test_no_or_many_things_are_an_error(wanted, words):
    with pytest.raises(QueryError, match=words):
        look_up(TIMELINE, wanted)


def test_an_event_is_shown_with_every_quote_and_its_offsets():
    text = shown(SHELLING.id)
    for evidence in SHELLING.evidence:
        assert f"{evidence.quote} [{evidence.span.start}:{evidence.span.end}]" in text
    assert "killed at least 11" in text


def test_each_report_keeps_its_own_status_and_speaker():
    reports = shown(SHELLING.id).split("The Post, ")
    assert "asserted" in reports[0]
    assert "said by" not in reports[0]
    assert "denied" in reports[1]
    assert "Avonia” [44:50] = Avonia" in reports[1]


def test_reports_that_differ_are_told_apart():
    names = name_actors(TIMELINE.actors)
    reports = reports_of(TIMELINE, SHELLING)
    (status,) = find_differences(reports, names)
    assert status.what == "status"
    assert status.claims == (("asserted", (reports[0].id,)), ("denied", (reports[1].id,)))


def test_different_numbers_are_a_difference_and_a_missing_number_is_none():
    first, second = reports_of(TIMELINE, SHELLING)
    nine = replace(first.quantities[0], low=9, high=9)
    claims = {d.what: d.claims for d in find_differences((first, replace(second, quantities=(nine,))), {})}
    assert [said for said, _ in claims["killed"]] == ["killed at least 11", "killed 9"]
    assert "killed" not in {d.what for d in find_differences((first, second), {})}


def test_an_undated_report_does_not_contradict_a_dated_one():
    first, second = reports_of(TIMELINE, SHELLING)
    assert "when" not in {d.what for d in find_differences((first, replace(second, time=None)), {})}


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (sample.TARN.id, "president"),
        (sample.TARN.id, "Ilva Tarn → meet → Borland  [planned]"),
        (sample.DRELL.id, "Avonian Army → shell → Borland"),
        ("post-7", "2021-03-09 (header)"),
        ("post-7", "6 events:"),
        (TIMELINE.mentions[0].id, TIMELINE.mentions[0].event),
    ],
)
def test_actors_places_articles_and_mentions_can_be_shown(wanted, words):
    assert words in shown(wanted)


def test_text_of_articles_is_shown_harmless():
    hostile = replace(sample.TARN, name="Tarn\x1b[2J")
    lines = list(describe(TIMELINE, hostile))
    assert "\x1b" not in "".join(lines)


def test_order_is_shown_with_its_words_on_both_events_and_on_the_mention_that_says_so():
    one, other = (
        TIMELINE.mentions[0],
        next(m for m in TIMELINE.mentions if m.event != TIMELINE.mentions[0].event),
    )
    said = replace(one, links=(Link(LinkKind.BEFORE, other.id, one.trigger.span, one.trigger.text),))
    links = {
        one.event: (EventLink(LinkKind.BEFORE, other.event, (one.id,)),),
        other.event: (EventLink(LinkKind.AFTER, one.event, (one.id,)),),
    }
    linked = replace(
        TIMELINE,
        events=tuple(replace(e, links=links.get(e.id, ())) for e in TIMELINE.events),
        mentions=(said, *TIMELINE.mentions[1:]),
    )
    place = f"“{one.trigger.text}” [{one.trigger.span.start}:{one.trigger.span.end}]"
    for kind, event, far in (("before", one.event, other.event), ("after", other.event, one.event)):
        (line,) = [x for x in describe(linked, look_up(linked, event)) if x.startswith(f"  {kind}")]
        assert far in line
        assert f"{place} of {one.id}" in line
    assert any(f"{other.id} {place}" in line for line in describe(linked, said))


def test_an_article_is_shown_with_its_main_event_and_the_quote():
    lines = shown("herald-1").splitlines()
    found = next(line for line in lines if line.startswith("  main event"))
    assert found == f"  main event  Avonian Army → shelled → Borland, 2021-03-08, at Drell {SHELLING.id}"
    quote = next(line for line in lines if line.startswith("  says so"))
    assert sample.SHELLED in quote
    assert f"[{sample.HERALD.index(sample.SHELLED)}:" in quote
