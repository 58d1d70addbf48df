from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.query.wording import name_actors
from graphbuild.report.placed import place_events
from graphbuild.report.rows import articles_of
from graphbuild.report.timelinejs import render_timelinejs
from tests.unit import sample_timeline as sample

TIMELINE = sample.sample_timeline()
SHELLED, _, _, MEETING = (sample.event_of(*reports) for reports in sample.REPORTS[:4])
# https://timeline.knightlab.com/docs/json-format.html: the properties it knows, by object.
WHOLE = {"title", "events", "eras", "scale"}
SLIDE = {
    "start_date",
    "end_date",
    "text",
    "media",
    "group",
    "display_date",
    "background",
    "autolink",
    "unique_id",
}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"}
TEXT = {"headline", "text"}


def slides(*events) -> dict:
    placed, _ = place_events(events, name_actors(TIMELINE.actors), articles_of(TIMELINE))
    return json.loads(render_timelinejs(placed, "Drell <3", "all & sundry"))


def dated(first: str, last: str, granularity: Granularity) -> dict:
    when = TimeSpan(date.fromisoformat(first), date.fromisoformat(last), granularity, Basis.STATED)
    return slides(replace(SHELLED, time=when))["events"][0]


def test_nothing_is_written_that_the_format_does_not_know():
    found = slides(SHELLED, MEETING)
    assert found.keys() <= WHOLE
    for slide in (found["title"], *found["events"]):
        assert slide.keys() <= SLIDE
        assert slide["text"].keys() == TEXT
        for day in ("start_date", "end_date"):
            assert slide.get(day, {"year": 0}).keys() <= DATE
    assert all(isinstance(slide["start_date"]["year"], int) for slide in found["events"])
    assert "start_date" not in found["title"]


def test_a_slide_tells_the_event_with_its_quotes_and_outlets():
    slide = slides(SHELLED)["events"][0]
    assert slide["text"]["headline"] == "Avonian Army → shell → Borland"
    assert "killing at least 11 people. <small>The Herald, Border post shelled" in slide["text"]["text"]
    assert "[denied] Avonia denied on Tuesday" in slide["text"]["text"]
    assert slide["group"] == "ASSAULT"
    assert slides(MEETING)["events"][0]["text"]["headline"].startswith("[planned] ")


@pytest.mark.parametrize(
    ("first", "last", "granularity", "start", "end", "shown"),
    [
        ("2021-03-08", "2021-03-08", Granularity.DAY, (2021, 3, 8), None, None),
        ("2021-03-01", "2021-03-31", Granularity.MONTH, (2021, 3), None, "2021-03"),
        ("2020-01-01", "2020-12-31", Granularity.YEAR, (2020,), None, "2020"),
        ("2010-01-01", "2019-12-31", Granularity.DECADE, (2010,), (2019,), "201X"),
        ("2021-01-01", "2021-03-31", Granularity.QUARTER, (2021, 1), (2021, 3), "2021-33"),
        ("2021-03-15", "2021-03-21", Granularity.WEEK, (2021, 3, 15), (2021, 3, 21), "2021-03-15/2021-03-21"),
        ("2021-03-01", "2021-03-31", Granularity.RANGE, (2021, 3, 1), (2021, 3, 31), "2021-03-01/2021-03-31"),
        ("2020-04-01", "2021-03-31", Granularity.YEAR, (2020, 4), (2021, 3), "2020-04-01/2021-03-31"),
    ],
)
def test_dates_are_as_fine_as_they_are_known(first, last, granularity, start, end, shown):
    slide = dated(first, last, granularity)
    assert tuple(slide["start_date"].values()) == start
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end
    assert slide.get("display_date") == shown


def test_text_of_articles_is_never_markup():
    evidence = tuple(replace(e, quote="<script>alert(1)</script>") for e in SHELLED.evidence)
    found = json.dumps(slides(replace(SHELLED, action="<b>", evidence=evidence)))
    assert "<script" not in found
    assert "<b>" not in found
    assert "Drell &lt;3" in found


def test_many_quotes_are_cut_and_counted():
    many = replace(SHELLED, evidence=SHELLED.evidence * 3)
    assert slides(many)["events"][0]["text"]["text"].endswith("<p>and 3 more</p>")
