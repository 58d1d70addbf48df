from __future__ import annotations

import json

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
