from __future__ import annotations

import json


def test_actors_come_with_the_most_events_first(ask):
    lines = ask("actors").stdout.splitlines()
    assert lines[0].split()[:4] == ["events", "source", "target", "name"]
    assert lines[1].split()[:4] == ["5", "3", "2", "Borland"]
    assert len(lines) == 6


def test_a_name_chooses_among_them(ask):
    found = json.loads(ask("actors", "tarn", "-f", "json").stdout)
    assert [(actor["name"], actor["aliases"]) for actor in found] == [("Ilva Tarn", ["Ilva Tarn", "Tarn"])]


def test_planned_events_count_when_asked_for(ask):
    found = json.loads(ask("actors", "tarn", "-f", "json", "--status", "planned").stdout)
    assert found[0]["events"] == 1


def test_top_limits_the_list(ask):
    assert len(ask("actors", "--top", "2", "-f", "jsonl").stdout.splitlines()) == 2
