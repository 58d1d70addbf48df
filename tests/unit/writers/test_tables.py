"""Events as CSV and JSON lines."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings

from graphbuild.model.timeline import Timeline
from graphbuild.writers.tables import COLUMNS, guard, write_csv, write_jsonl
from tests.strategies import timelines
from tests.unit.sample_timeline import sample_timeline


def rows_of(timeline: Timeline) -> list[dict[str, str]]:
    file = BytesIO()
    write_csv(timeline, file)
    return list(csv.DictReader(StringIO(file.getvalue().decode(), newline="")))


def test_an_event_is_a_row_with_names_and_a_quote() -> None:
    (row,) = (row for row in rows_of(sample_timeline()) if row["action"] == "shell")
    assert row == {
        "id": "e:eff2e7a82f18bf18",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "code": "",
        "action": "shell",
        "sources": "Avonian Army",
        "targets": "Borland",
        "first_day": "2021-03-08",
        "last_day": "2021-03-08",
        "granularity": "day",
        "edtf": "2021-03-08",
        "place": "Drell",
        "country": "BOR",
        "status": "asserted",
        "outlets": "The Herald; The Post",
        "reports": "2",
        "quote": "On Monday the Avonian army shelled a border post near Drell, killing at least 11 people.",
        "independent_outlets": "The Herald; The Post",
    }


def test_an_undated_event_has_empty_days() -> None:
    (row,) = (row for row in rows_of(sample_timeline()) if row["action"] == "sign")
    assert (row["first_day"], row["last_day"], row["granularity"], row["edtf"]) == ("", "", "unknown", "")
    assert row["sources"] == "Borland; Avonia"


def test_the_header_is_there_without_events() -> None:
    file = BytesIO()
    write_csv(Timeline((), (), (), (), ()), file)
    assert file.getvalue().decode() == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert guard(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


@pytest.mark.parametrize("cell", ["", "a=b", "'", " =1", "3-1"])
def test_a_harmless_cell_is_left_alone(cell: str) -> None:
    assert guard(cell) == cell


def test_news_cannot_smuggle_a_formula_in() -> None:
    timeline = sample_timeline()
    event = timeline.events[0]
    armed = replace(event, action="=cmd()", outlets=("@SUM(A1)",))
    (row,) = rows_of(replace(timeline, events=(armed,)))
    assert (row["action"], row["outlets"]) == ("'=cmd()", "'@SUM(A1)")


@settings(max_examples=30, deadline=None, derandomize=True)
@given(timelines())
def test_any_timeline_gives_a_row_an_event_and_no_formula(timeline: Timeline) -> None:
    rows = rows_of(timeline)
    assert [row["id"] for row in rows] == [event.id for event in timeline.events]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_json_lines_are_those_of_events_jsonl() -> None:
    file = BytesIO()
    write_jsonl(sample_timeline(), file)
    events = [json.loads(line) for line in file.getvalue().splitlines()]
    assert [event["id"] for event in events] == [event.id for event in sample_timeline().events]
    assert events[0].keys() >= {"sources", "targets", "evidence", "time"}
