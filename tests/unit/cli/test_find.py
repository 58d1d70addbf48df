from __future__ import annotations

import csv
import io
import json

import pytest

from graphbuild.errors import QueryError


def actions(result) -> list[str]:
    return [json.loads(line)["action"] for line in result.stdout.splitlines()]


def test_each_event_is_one_line_in_order_of_time(ask):
    lines = ask("find").stdout.splitlines()
    assert len(lines) == 5
    assert lines[0].split("  ")[0] == "2021-01"
    assert lines[1].split() == [
        "2021-03-08",
        "Avonian",
        "Army",
        "→",
        "shell",
        "→",
        "Borland",
        "ASSAULT",
        "heavy-weapons",
        "Drell",
        "2",
        "outlets",
        "e:eff2e7a82f18bf18",
    ]
    assert lines[-1].startswith("undated")


def test_the_count_is_for_people_and_stays_off_stdout(ask):
    result = ask("find", "--status", "all")
    assert result.stderr == "9 events\n"
    assert "events" not in result.stdout


def test_what_is_not_asserted_is_listed_only_with_its_mark(ask):
    assert "[planned]" not in ask("find").stdout
    assert "[planned]" in ask("find", "--status", "planned").stdout
    assert actions(ask("find", "--status", "planned", "--status", "alleged", "-f", "jsonl")) == [
        "meet",
        "kill",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--who", "Borland", "--who", "rebels"], ["withdraw", "accuse", "sign"]),
        (["--did", "REJECT"], ["deny"]),
        (["--to", "BOR", "--where", "drell"], ["shell"]),
        (["--from", "2021-03"], ["shell", "accuse", "deny"]),
        (["--until", "2021-02"], ["withdraw"]),
        (["--from", "2021-03-09", "--until", "2021", "--status", "all"], ["deny", "meet"]),
        (["--min-outlets", "2"], ["shell"]),
    ],
)
def test_options_choose_events(ask, words, found):
    assert actions(ask("find", "-f", "jsonl", *words)) == found


def test_csv_has_a_heading_and_every_field(ask):
    rows = list(csv.DictReader(io.StringIO(ask("find", "-f", "csv", "--did", "shell").stdout)))
    assert rows[0]["sources"] == "Avonian Army"
    assert rows[0]["status"] == "asserted"
    assert rows[0]["first"] == "2021-03-08"


@pytest.mark.parametrize("words", [["--from", "yesterday"], ["--status", "sure"], ["--min-outlets", "-1"]])
def test_a_wrong_option_is_wrong_use(ask, words):
    assert ask("find", *words).exit_code == 2


@pytest.mark.parametrize("words", [["--from", "2022", "--until", "2021"], ["--who", "Nobody"]])
def test_a_question_that_cannot_be_asked_is_a_known_failure(ask, words):
    assert isinstance(ask("find", *words).exception, QueryError)
