"""What holds for every build, whatever was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graphbuild.query.checking import check_folder
from tests.end_to_end.conftest import lines_of, run_build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.model
RELATIVE = """\
Troops fled from the town on Friday after rebels attacked their base on Sunday night.

Yesterday the minister resigned, and last week the premier visited Ankara. On May 3, 2018, the two states signed a treaty.
"""


def _spans(mention: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield mention["trigger"]
    yield from (*mention["sources"], *mention["targets"], *mention["quantities"])
    yield from (mention[k] for k in ("place", "time", "attribution") if mention[k])


def test_every_mention_points_at_its_words(built: Path) -> None:
    texts = {a["id"]: a["text"] for a in lines_of(built / "articles.jsonl")}
    mentions = lines_of(built / "mentions.jsonl")
    assert len(mentions) > 60
    for mention in mentions:
        for found in _spans(mention):
            if found["text"] is not None:
                assert texts[mention["article"]][found["start"] : found["end"]] == found["text"]
        sentence, trigger = mention["sentence"], mention["trigger"]
        assert sentence["start"] <= trigger["start"] < trigger["end"] <= sentence["end"]


def test_every_quote_is_in_its_article(built: Path) -> None:
    texts = {a["id"]: a["text"] for a in lines_of(built / "articles.jsonl")}
    for event in lines_of(built / "events.jsonl"):
        assert event["evidence"]
        for told in event["evidence"]:
            assert texts[told["article"]][told["start"] : told["end"]] == told["quote"]


def test_mentions_events_actors_and_places_refer_to_each_other(built: Path) -> None:
    mentions = {m["id"]: m for m in lines_of(built / "mentions.jsonl")}
    events = {e["id"]: e for e in lines_of(built / "events.jsonl")}
    actors = {a["id"] for a in lines_of(built / "actors.jsonl")}
    places = {p["place"] for p in lines_of(built / "places.jsonl")}
    told = [m for e in events.values() for m in e["mentions"]]
    assert sorted(told) == sorted(mentions)
    assert all(mentions[m]["event"] == e["id"] for e in events.values() for m in e["mentions"])
    used = {r["actor"] for m in mentions.values() for r in (*m["sources"], *m["targets"]) if r["actor"]}
    assert used <= actors
    assert {m["place"]["place"] for m in mentions.values() if m["place"]} == places


def test_what_is_only_planned_is_never_told_as_happened(built: Path) -> None:
    mentions = {m["id"]: m for m in lines_of(built / "mentions.jsonl")}
    for event in lines_of(built / "events.jsonl"):
        told = {mentions[m]["status"] for m in event["mentions"]}
        assert event["status"] in told
        assert told <= {"asserted", "alleged", "denied"} or told <= {"planned", "hypothetical"}


def test_an_event_s_actors_come_from_mentions_of_its_own_standing(built: Path) -> None:
    mentions = {m["id"]: m for m in lines_of(built / "mentions.jsonl")}
    for event in lines_of(built / "events.jsonl"):
        own = [mentions[m] for m in event["mentions"] if mentions[m]["status"] == event["status"]]
        for role in ("sources", "targets"):
            said = {r["actor"] for m in own for r in m[role]}
            assert {r["actor"] for r in event[role]} <= said


def test_a_build_passes_its_own_check_and_its_shapes(built: Path) -> None:
    checked = list(check_folder(built))
    assert [c.findings for c in checked if c.wrong] == []
    assert sum(c.verified for c in checked) > 500


def test_without_a_date_nothing_relative_is_dated_and_one_warning_says_so(tmp_path: Path) -> None:
    source = tmp_path / "undated.txt"
    source.write_text(RELATIVE, "utf-8")
    result = run_build(source, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert [line for line in result.stderr.splitlines() if "--published" in line] == [
        f"{source}: no publication date known, so its relative dates stay open; give one with --published YYYY-MM-DD"
    ]
    times = [m["time"] for m in lines_of(tmp_path / "out" / "mentions.jsonl")]
    dated = {(t["first"], t["last"], t["basis"]) for t in times if t and (t["first"] or t["last"])}
    assert dated == {("2018-05-03", "2018-05-03", "stated")}


def test_with_a_date_the_same_text_is_dated(tmp_path: Path) -> None:
    source = tmp_path / "dated.txt"
    source.write_text(RELATIVE, "utf-8")
    result = run_build(source, "-o", tmp_path / "out", "--published", "2020-01-07")
    assert (result.exit_code, "--published" in result.stderr) == (0, False)
    days = {m["trigger"]["text"]: m["time"] for m in lines_of(tmp_path / "out" / "mentions.jsonl")}
    assert (days["fled"]["first"], days["attacked"]["first"]) == ("2020-01-03", "2020-01-05")
    assert (days["resigned"]["first"], days["signed"]["first"]) == ("2020-01-06", "2018-05-03")


def test_a_paragraph_more_leaves_what_was_told_before(tmp_path: Path) -> None:
    told = []
    more = "\nIn another town, a flood destroyed forty houses last month, the mayor of the town told reporters.\n"
    for turn, text in enumerate((RELATIVE, RELATIVE + more)):
        (tmp_path / "rows.csv").write_text(f'id,text,published\nx,"{text}",2020-01-07\n', "utf-8")
        assert run_build(tmp_path / "rows.csv", "-o", tmp_path / str(turn)).exit_code == 0
        mentions = lines_of(tmp_path / str(turn) / "mentions.jsonl")
        told.append([{**m, "event": None} for m in mentions if m["trigger"]["end"] <= len(RELATIVE)])
    assert told[0] == told[1]
    assert len(told[0]) >= 5
