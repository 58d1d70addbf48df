"""`graphbuild inspect`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graphbuild.cli.main import cli
from graphbuild.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = """Photo: Reuters

Rebels kidnapped two engineers near Bor on Monday.

The government of South Sudan said on Tuesday that the army had arrested three people.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bor.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["inspect", *map(str, words)])


@pytest.mark.model
def test_each_sentence_comes_with_what_was_found_in_it(article: Path) -> None:
    lines = run(article, "--published", "2021-03-10").stdout.splitlines()
    assert '  not read: caption "Photo: Reuters" at 0' in lines
    (first,) = [n for n, line in enumerate(lines) if line.startswith("[0] ")]
    (second,) = [n for n, line in enumerate(lines) if line.startswith("[1] ")]
    sentence = lines[first:second]
    assert '  time   "Monday" at 59 DATE 2021-03-08 = 2021-03-08 relative' in sentence
    assert "           anchor   published 2021-03-10: the latest on or before it" in "\n".join(sentence)
    assert any(line.startswith('  event  "kidnapped" at 23 kidnap: ASSAULT abduct') for line in sentence)
    assert any(line.split()[:2] == ["pattern", "ASSAULT:"] for line in sentence)
    assert any(line.startswith('           target   "two engineers"') for line in sentence)
    assert any("said by" in line and "South Sudan" in line for line in lines[second:])


@pytest.mark.model
def test_each_event_comes_with_the_way_to_its_roles_and_what_was_rejected(article: Path) -> None:
    lines = [line.split(maxsplit=1) for line in run(article).stdout.splitlines() if line.startswith(" " * 11)]
    assert ["path", "source, subject: >nsubj Rebels"] in lines
    assert ["path", "target, object: >dobj engineers"] in lines
    assert any(label == "rejected" and "object must be empty, is engineer" in words for label, words in lines)


@pytest.mark.model
def test_without_a_date_relative_times_are_open_and_it_says_so(article: Path) -> None:
    shown = run(article).stdout
    assert "published unknown: relative dates stay open" in shown
    assert '"Monday" at 59 DATE XXXX-WXX-1 = on no calendar day' in shown
    assert "anchor   open: nothing is known that it could be reckoned from" in shown


@pytest.mark.model
def test_json_has_everything_with_characters_of_the_text(article: Path) -> None:
    (line,) = run(article, "-f", "json").stdout.splitlines()
    seen = json.loads(line)
    assert seen["article"]["text"] == TEXT
    spans = [event["mention"]["trigger"]["span"] for s in seen["sentences"] for event in s["events"]]
    assert "kidnapped" in [TEXT[span["start"] : span["end"]] for span in spans]


@pytest.mark.model
def test_tokens_are_shown_when_asked_for(article: Path) -> None:
    assert "kidnap" not in run(article).stdout.split("[0]")[0]
    rows = [line.split() for line in run(article, "--tokens").stdout.splitlines()]
    assert ["kidnapped", "kidnap", "VERB", "ROOT", "-"] in rows


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere.txt")
    assert isinstance(result.exception, InputError)
    assert "nowhere.txt" in str(result.exception)
