from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from graphbuild.errors import QueryError
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.query.ordering import in_order
from graphbuild.query.wording import name_actors, one_line
from graphbuild.report.calendar import render_calendar
from graphbuild.report.placed import place_events
from graphbuild.report.rows import articles_of
from tests.unit import sample_timeline as sample

TIMELINE = sample.sample_timeline()
SHELLED, ACCUSED, _, MEETING = (sample.event_of(*reports) for reports in sample.REPORTS[:4])


def written(*events, timeline=TIMELINE, name="Drell") -> bytes:
    placed, _ = place_events(events, name_actors(timeline.actors), articles_of(timeline))
    return render_calendar(placed, name)


def entries(*events, **more):
    return Calendar.from_ical(written(*events, **more)).walk("VEVENT")


def timed(first: date | None, last: date | None):
    return replace(SHELLED, time=TimeSpan(first, last, Granularity.RANGE, Basis.STATED))


def test_a_library_reads_back_what_each_event_is():
    (entry,) = entries(SHELLED)
    assert entry["SUMMARY"] == "Avonian Army → shell → Borland"
    assert entry.decoded("DTSTART") == date(2021, 3, 8)
    assert entry["UID"] == SHELLED.id.replace(":", "-") + "@graphbuild"
    assert str(entry["CATEGORIES"].cats[0]) == "ASSAULT"
    assert entry["LOCATION"] == "Drell"
    assert entry["GEO"].to_ical() == "1.5;2.5"
    assert (
        "killing at least 11 people.” (The Herald, Border post shelled, 2021-03-09)" in entry["DESCRIPTION"]
    )
    assert "[denied] “Avonia denied on Tuesday" in entry["DESCRIPTION"]


def test_the_end_is_the_first_day_that_is_no_longer_meant():
    (meeting,) = entries(MEETING)
    assert (meeting.decoded("DTSTART"), meeting.decoded("DTEND")) == (date(2021, 3, 15), date(2021, 3, 22))
    assert meeting["DTSTART"].params["VALUE"] == "DATE"


def test_a_plan_or_a_denial_is_marked_twice():
    denied = replace(SHELLED, status=sample.Status.DENIED)
    found = [(str(e["STATUS"]), str(e["SUMMARY"]).split()[0]) for e in entries(SHELLED, denied, MEETING)]
    assert found == [("CONFIRMED", "Avonian"), ("CANCELLED", "[denied]"), ("TENTATIVE", "[planned]")]


def test_the_stamp_is_the_day_of_the_latest_report_and_not_of_the_clock():
    assert b"\r\nDTSTAMP:20210309T000000Z\r\n" in written(SHELLED)
    undated = tuple(replace(r, article=replace(r.article, published=None)) for r in TIMELINE.articles)
    assert b"DTSTAMP:19700101T000000Z" in written(SHELLED, timeline=replace(TIMELINE, articles=undated))


def test_what_stands_on_no_day_is_left_out_and_counted():
    events = [
        timed(None, None),
        timed(None, date(2021, 3, 8)),
        timed(date(2021, 3, 8), None),
        timed(date(2021, 3, 8), date.max),
        SHELLED,
    ]
    placed, without = place_events(events, {}, {})
    assert ([p.event for p in placed], without) == ([SHELLED], 4)
    with pytest.raises(QueryError, match="no"):
        written(*events[:4])


def test_lines_end_and_fold_as_the_standard_says():
    long = replace(SHELLED, action="ж→😀" * 60)
    lines = written(long).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert max(map(len, lines)) > 70
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # no character is cut in two


@given(st.text(max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    (entry,) = entries(replace(SHELLED, action=text, targets=(), sources=()))
    assert str(entry["SUMMARY"]) == f"? → {one_line(text)}"


def test_the_order_is_that_of_the_timeline():
    found = [str(entry["UID"]) for entry in entries(*in_order((MEETING, ACCUSED, SHELLED)))]
    assert found == [f"{e.id.replace(':', '-')}@graphbuild" for e in (SHELLED, ACCUSED, MEETING)]
