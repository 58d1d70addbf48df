from __future__ import annotations

import json

from click.testing import CliRunner

from graphbuild.cli import options
from graphbuild.cli.main import cli
from graphbuild.model.actor import ActorKind
from tests.unit.query.test_doubts import Who, timeline


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


def test_the_one_called_so_has_a_card(ask):
    card = ask("actors", "Ilva Tarn", "--status", "all").stdout
    assert card.splitlines()[0].endswith("  Ilva Tarn")
    assert "  wikidata  Q0" in card
    assert '    2  Tarn, in 1 article: “"We did not fire a shot," said' in card
    assert "The Herald, 2021-03-09, herald-1 [" in card
    assert "2021-03-09  president, in 1 article" in card
    assert "1  Borland (to it CONSULT 1)" in card
    assert "1  CONSULT" in card


def test_a_card_as_json_has_all_of_it_and_the_keys_of_the_list(ask):
    listed = json.loads(ask("actors", "-f", "json").stdout)[0]
    (card,) = json.loads(ask("actors", "borland", "-f", "json").stdout)
    assert listed.keys() <= card.keys()
    assert all(card[key] == listed[key] for key in listed if key != "roles")
    assert sum(card["types"].values()) == card["events"]
    assert card["names"][0]["count"] == 4
    assert card["names"][0]["first"]["article"] == "herald-1"
    assert card["related"][0]["name"] == "Avonia"
    assert card["related"][0]["by"]
    one_line = ask("actors", "borland", "-f", "jsonl").stdout
    assert json.loads(one_line) == card


def test_several_called_so_are_listed(monkeypatch):
    two = timeline(Who("Tiffany"), Who("Tiffany", kind=ActorKind.ORGANISATION))
    monkeypatch.setattr(options, "open_build", lambda folder: two)
    found = CliRunner().invoke(cli, ["actors", "tiffany"])
    assert found.stdout.split()[:2] == ["events", "source"]
    assert len(found.stdout.splitlines()) == 3
    assert found.stderr == "2 actors; ask by id for the card of one\n"
    assert len(json.loads(CliRunner().invoke(cli, ["actors", "tiffany", "-f", "json"]).stdout)) == 2
    doubt = CliRunner().invoke(cli, ["actors", "--doubt", "tiffany"])
    assert "if that is wrong, under same:  - [" in doubt.stdout
    assert doubt.stderr == "1 doubt\n"


def test_doubts_come_with_the_line_to_write(ask):
    found = ask("actors", "--doubt")
    assert found.exit_code == 0
    assert found.stderr.endswith("0 doubts\n")
    assert json.loads(ask("actors", "--doubt", "-f", "json").stdout) == []
    assert ask("actors", "--doubt", "-f", "csv").exit_code == 2
