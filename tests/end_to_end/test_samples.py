"""The samples as an analyst meets them: their stories, a timeline as a calendar, an article's main event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from graphbuild.cli.main import cli
from tests.contracts.sessions import ROOT
from tests.end_to_end.conftest import lines_of, run_build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("samples")
    assert run_build(ROOT / "samples", "-o", target).exit_code == 0
    return target


def ask(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(cli, [*words, "-d", str(folder)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_crisis_is_one_story_and_the_largest_and_each_other_theme_is_its_own(samples: Path) -> None:
    origins = {a["id"]: a["origin"] for a in lines_of(samples / "articles.jsonl")}
    stories = lines_of(samples / "stories.jsonl")
    folders = [{"crisis" in origins[a] for a in story["articles"]} for story in stories]
    assert all(len(kinds) == 1 for kinds in folders), "articles of both folders in one story"
    assert folders.count({True}) == 1
    assert max(len(story["articles"]) for story in stories) > 15
    quakes = [s for s in stories if any("quake" in origins[a] for a in s["articles"])]
    assert [len(story["articles"]) for story in quakes] == [2]


def test_a_title_is_words_of_its_article(samples: Path) -> None:
    articles = {a["id"]: a for a in lines_of(samples / "articles.jsonl")}
    for story in lines_of(samples / "stories.jsonl"):
        source = articles[story["titled_by"]]
        words = " ".join(f"{source['title'] or ''} {source['text']}".split())
        assert story["title"].removesuffix(" …") in words


def test_a_story_is_a_calendar_whose_entries_are_in_order(samples: Path) -> None:
    story = max(lines_of(samples / "stories.jsonl"), key=lambda s: len(s["articles"]))
    text = ask(samples, "timeline", "--story", story["id"], "-f", "ics", "--type", "ASSAULT")
    days = [entry.decoded("DTSTART") for entry in Calendar.from_ical(text).walk("VEVENT")]
    assert len(days) > 5
    assert days == sorted(days)


def test_an_article_is_shown_with_what_its_headline_says(samples: Path) -> None:
    (article,) = [a for a in lines_of(samples / "articles.jsonl") if "halyard-missiles" in a["origin"]]
    (line,) = [
        x for x in ask(samples, "show", article["id"]).splitlines() if x.strip().startswith("main event")
    ]
    assert "Iran → fired" in line
    assert "2020-01-08" in line
