"""The article that the program was asked to handle first, against what a careful analyst takes from it.

Both are third-party or shared material and stand beside the repository, not in it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.end_to_end.conftest import lines_of, run_build

FOLDER = Path(__file__).parents[3] / "shared" / "articles"
ARTICLE, EXPECTED = FOLDER / "000_b07a0f30dd0d5319.txt", FOLDER / "seed_expected.yaml"
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(
        not (ARTICLE.is_file() and EXPECTED.is_file()), reason="the shared articles are not on this machine"
    ),
]


def _musts() -> list[dict[str, Any]]:
    if not EXPECTED.is_file():
        return []
    return [e for e in yaml.safe_load(EXPECTED.read_text("utf-8"))["events"] if e.get("must")]


def _name(event: dict[str, Any]) -> str:
    return f"{event['type']}-{event['trigger']}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("first")
    result = run_build(ARTICLE, "--published", "2019-12-30", "-o", target)
    assert result.exit_code == 0, result.output
    assert "--published" not in result.stderr
    return target


def _words(name: str) -> set[str]:
    small = name.lower().replace("’", "'").replace("u.s.", "us").replace("-", " ")
    return set(re.findall(r"[\w']+", small)) - {"the", "a", "an", "of"}


class Reading:
    """The mentions of a build, compared by what their roles are called."""

    def __init__(self, folder: Path) -> None:
        self.mentions = lines_of(folder / "mentions.jsonl")
        self.actors = {a["id"]: a for a in lines_of(folder / "actors.jsonl")}

    def _names(self, role: dict[str, Any]) -> list[set[str]]:
        names = [role["text"], role["name"] or ""]
        names += self.actors[role["actor"]]["aliases"] if role["actor"] else []
        return [words for words in map(_words, names) if words]

    def _calls(self, roles: list[dict[str, Any]], wanted: list[str | None]) -> bool:
        if not wanted:
            return not any(r["actor"] for r in roles)
        if None in wanted and not roles:
            return True
        names = [n for role in roles for n in self._names(role)]
        return any(_words(w) <= n or n <= _words(w) for w in wanted if w for n in names)

    def misses(self, event: dict[str, Any], mention: dict[str, Any]) -> list[str]:
        """What a mention says otherwise than the analyst."""
        time, place = mention["time"] or {}, mention["place"] or {}
        checks = {
            "type": mention["type"] == event["type"],
            "mode": event.get("mode") in (None, mention["mode"]),
            "who": self._calls(mention["sources"], event["who"]),
            "whom": self._calls(mention["targets"], event.get("whom", [None])),
            "status": event.get("status") in (None, mention["status"]),
        }
        if "when" in event:
            wanted = [None if day is None else str(day) for day in event["when"]]
            checks["when"] = [time.get("first"), time.get("last")] == wanted
        if "where" in event:
            checks["where"] = bool({place.get("name"), place.get("text")} & set(event["where"]))
        if "said_by" in event:
            checks["said_by"] = bool(mention["attribution"]) and self._calls(
                [mention["attribution"]], event["said_by"]
            )
        for role in ("killed", "wounded"):
            if role in event:
                found = {(q["low"], q["high"]) for q in mention["quantities"] if q["role"] == role}
                checks[role] = (event[role], event[role]) in found
        return [name for name, holds in checks.items() if not holds]

    def nearest(self, event: dict[str, Any]) -> list[str]:
        """What the best mention with a wanted trigger misses."""
        triggers = event["trigger"] if isinstance(event["trigger"], list) else [event["trigger"]]
        found = [self.misses(event, m) for m in self.mentions if m["trigger"]["text"] in triggers]
        assert found, f"no event is told by {triggers}"
        return min(found, key=len)


@pytest.mark.parametrize("event", _musts(), ids=_name)
def test_takes_from_it_what_an_analyst_must(folder: Path, event: dict[str, Any]) -> None:
    assert Reading(folder).nearest(event) == []


def test_dates_nothing_by_a_caption_or_a_clock(folder: Path) -> None:
    days = [
        day
        for m in lines_of(folder / "mentions.jsonl")
        if m["time"]
        for day in (m["time"]["first"], m["time"]["last"])
        if day and m["status"] in ("asserted", "alleged")
    ]
    assert days
    assert not [day for day in days if not "2019-10-01" <= day <= "2019-12-31"]


def test_tells_nothing_from_captions_links_and_footers(folder: Path) -> None:
    text = lines_of(folder / "articles.jsonl")[0]["text"]
    furniture = [
        (m.start(), m.end())
        for m in re.finditer(
            r"^(?:.*/.* \w+ \w+\)|Related:.*|Read more:.*|Show Full Article|-- .*)$", text, re.M
        )
    ]
    assert len(furniture) == 6
    told = [m["trigger"] for m in lines_of(folder / "mentions.jsonl")]
    assert not [t for t in told if any(start <= t["start"] < end for start, end in furniture)]


def test_governments_called_by_their_capitals_are_no_places(folder: Path) -> None:
    named = {p["name"] for p in lines_of(folder / "places.jsonl")}
    assert not named & {"Baghdad", "Tehran"}


def test_makes_no_actors_of_brands_and_titles_of_other_articles(folder: Path) -> None:
    names = {n for a in lines_of(folder / "actors.jsonl") for n in (a["name"], *a["aliases"])}
    assert not [n for n in names if {"strike", "eagle"} & _words(n) or {"grow", "beard"} & _words(n)]


def test_without_a_date_nothing_relative_is_dated(tmp_path: Path) -> None:
    result = run_build(ARTICLE, "-o", tmp_path)
    assert result.exit_code == 0
    assert result.stderr.count("--published") == 1
    times = [m["time"] for m in lines_of(tmp_path / "mentions.jsonl")]
    assert not [t for t in times if t and (t["first"] or t["last"])]
