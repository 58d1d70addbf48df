from __future__ import annotations

import json

import pytest

from graphbuild.errors import QueryError


def test_an_actor_s_events_are_told_day_by_day_and_undated_ones_last(ask):
    lines = ask("timeline", "borland").stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "2021-01",
        "2021-03-08",
        "2021-03-09",
        "undated",
    ]
    assert lines[2:5] == [
        "2021-03-08",
        "  Avonian Army → shell → Borland  ASSAULT heavy-weapons  Drell  2 outlets  e:eff2e7a82f18bf18",
        "  Borland → accuse → Avonia  ACCUSE  1 outlet  e:486e43e2154dd230",
    ]


def test_plans_are_told_when_asked_for(ask):
    out = ask("timeline", "Tarn", "--status", "all", "-f", "jsonl").stdout
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["planned"]


def test_an_unknown_actor_is_a_known_failure(ask):
    assert isinstance(ask("timeline", "Nobody").exception, QueryError)


def test_without_an_actor_all_that_happened_is_told_once(ask):
    found = ask("timeline")
    lines = [line for line in found.stdout.splitlines() if line.startswith("  ")]
    assert len(lines) == 5
    assert sum("shell" in line for line in lines) == 1  # two reports, one line
    assert found.stderr == "Timeline of events: 5 events\n"


def test_events_are_chosen_by_type_and_place(ask):
    assert ask("timeline", "--type", "ASSAULT", "--place", "Drell").stderr.endswith(": 1 event\n")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "timelinejs", "ics", "html"])
def test_what_is_planned_or_denied_is_told_only_when_asked_for_and_then_marked(ask, form):
    plain = ask("timeline", "Tarn", "--from", "2000", "-f", form)
    if form == "ics":
        assert isinstance(plain.exception, QueryError)
    else:
        assert "meet" not in plain.stdout
    marked = ask("timeline", "Tarn", "--status", "all", "-f", form).stdout
    assert "meet" in marked
    assert "planned" in marked


@pytest.mark.parametrize("form", ["timelinejs", "ics"])
def test_formats_without_a_place_for_the_undated_say_so(ask, form):
    found = ask("timeline", "-f", form)
    assert "sign" not in found.stdout
    assert found.stderr.splitlines()[0] == "1 event on no known day left out"


def test_json_is_the_lines_of_events_jsonl_as_one_list(ask):
    lines = ask("timeline", "-f", "jsonl").stdout.splitlines()
    assert json.loads(ask("timeline", "-f", "json").stdout) == [json.loads(line) for line in lines]


def test_the_page_has_the_actor_s_name_and_marks_what_nobody_dates(ask):
    text = ask("timeline", "Borland", "-f", "html").stdout
    assert "<h1>Borland</h1>" in text
    assert "<span>about: Borland</span>" in text
    assert "<mark>signed</mark>" in text.split('<section id="undated">')[1]
    assert "<script" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("form", ["table", "json", "csv", "timelinejs", "ics", "html"])
def test_the_same_question_has_the_same_bytes(ask, form):
    assert ask("timeline", "-f", form).stdout_bytes == ask("timeline", "-f", form).stdout_bytes
