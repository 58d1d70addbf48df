from __future__ import annotations

import csv
import io
import json

import pytest

from graphbuild.errors import QueryError
from tests.unit import sample_timeline as sample

(STORY,) = sample.sample_timeline().stories


def test_each_story_is_one_line_with_its_days_title_size_and_actors(ask):
    found = ask("stories")
    assert found.stdout.split("  ")[:3] == [
        "2021-01-01/2021-03-09",
        "Border post shelled",
        "2 articles, 5 events",
    ]
    assert "Borland, Avonia, Avonian Army" in found.stdout
    assert found.stdout.endswith(f"{STORY.id}\n")
    assert found.stderr == "1 story\n"


def test_programs_get_every_field(ask):
    (record,) = json.loads(ask("stories", "-f", "json").stdout)
    (row,) = csv.DictReader(io.StringIO(ask("stories", "-f", "csv").stdout))
    assert record.keys() == row.keys()
    assert (record["first"], record["events"], record["titled_by"]) == ("2021-01-01", 5, "herald-1")


@pytest.mark.parametrize("command", ["find", "timeline"])
def test_events_are_chosen_by_story(ask, command):
    found = ask(command, "--story", STORY.id[:6], "--status", "all", "-f", "jsonl")
    assert {json.loads(line)["id"] for line in found.stdout.splitlines()} == set(STORY.events)


def test_a_timeline_of_a_story_bears_its_title(ask):
    assert ask("timeline", "--story", STORY.id).stderr.startswith("Border post shelled: ")


def test_an_unknown_story_is_a_known_failure(ask):
    assert isinstance(ask("find", "--story", "s:zz").exception, QueryError)


def test_a_story_is_shown_with_its_articles_and_events(ask):
    lines = ask("show", STORY.id).stdout.splitlines()
    assert lines[0] == f"{STORY.id}  Border post shelled"
    assert "2 articles:" in lines
    assert "5 events:" in lines
    assert any("Avonian Army → shell → Borland" in line for line in lines)
