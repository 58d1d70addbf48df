"""A build that is right passes; each kind of damage is found and named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from graphbuild.errors import BuildError
from graphbuild.model.text import Span
from graphbuild.query import checking
from graphbuild.query.checking import check_folder
from graphbuild.query.references import check_references
from graphbuild.query.spans import check_spans
from tests.folders import write_folder
from tests.strategies import timelines
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.timeline import Timeline


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(sample_timeline(), tmp_path)


def findings_in(folder: Path) -> list[str]:
    return [finding for checked in check_folder(folder) for finding in checked.findings]


def wrong(outcomes: object) -> list[str]:
    return [outcome for outcome in outcomes if outcome is not None]


def test_a_build_that_is_right_says_what_was_verified(folder: Path) -> None:
    checks = list(check_folder(folder))
    assert all(checked.is_right and checked.verified for checked in checks)
    assert [checked.subject.split(":")[0] for checked in checks] == [
        "lines",
        "build.json",
        "references",
        "characters",
        "timeline.ttl",
        "timeline.ttl",
    ]


def test_both_ways_to_check_the_graph_agree(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = list(check_folder(folder))[-1]
    monkeypatch.setattr(checking, "SHACL_UP_TO", 0)
    in_sparql = list(check_folder(folder))[-1]
    assert in_sparql.subject != at_once.subject
    assert (in_sparql.verified, in_sparql.wrong) == (at_once.verified, 0)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_changed_word_of_an_article_is_found(folder: Path) -> None:
    change(folder / "articles.jsonl", "army shelled a", "army SHELLED a")
    found = findings_in(folder)
    assert any("trigger at" in line and "says 'shelled', the text has 'SHELLED'" in line for line in found)
    assert any("articles.jsonl: was changed after the build" in line for line in found)


def test_a_changed_graph_is_found(folder: Path) -> None:
    change(folder / "timeline.ttl", "gbs:planned", "gbs:asserted")
    assert any("timeline.ttl differs from what the lines give" in line for line in findings_in(folder))


def test_a_graph_that_breaks_a_shape_is_told_with_its_rule(folder: Path) -> None:
    change(folder / "timeline.ttl", 'gb:country "AVO"', 'gb:country "Avonia"')
    assert any("gb:country: a country is one ISO 3166-1 alpha-3 code" in line for line in findings_in(folder))


@pytest.mark.parametrize("limit", [2_000, 0])
def test_a_graph_that_is_no_turtle_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(checking, "SHACL_UP_TO", limit)
    with (folder / "timeline.ttl").open("a") as file:
        file.write("gb:oops")
    assert any(checked.subject == "timeline.ttl: is Turtle" for checked in check_folder(folder))


def test_a_missing_graph_is_told(folder: Path) -> None:
    (folder / "timeline.ttl").unlink()
    assert any("timeline.ttl: is missing" in line for line in findings_in(folder))


def test_a_damaged_line_is_told_with_its_number_and_ends_the_check(folder: Path) -> None:
    change(folder / "events.jsonl", '"status":"', '"status":"maybe ')
    checks = list(check_folder(folder))
    assert len(checks) == 1
    assert "events.jsonl:1" in checks[0].findings[0]


def test_counts_that_disagree_with_the_receipt_are_told(folder: Path) -> None:
    change(folder / "build.json", '"events": 9', '"events": 8')
    assert "build.json says 8 events, there are 9" in findings_in(folder)


def test_a_build_without_receipt_is_checked_without_hashes(folder: Path) -> None:
    (folder / "build.json").unlink()
    checks = list(check_folder(folder))
    assert all(checked.is_right for checked in checks)
    assert not any(checked.subject.startswith("build.json") for checked in checks)


def test_only_so_many_findings_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SHOWN", 2)
    change(folder / "articles.jsonl", "Border post shelled\\n", "Border post shelled!\\n")
    spans = next(checked for checked in check_folder(folder) if checked.subject.startswith("characters"))
    assert len(spans.findings) == 2
    assert spans.wrong > 2


def test_a_folder_without_a_build_is_no_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError):
        list(check_folder(tmp_path))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(timelines())
def test_every_reference_and_span_of_a_consistent_timeline_is_right(timeline: Timeline) -> None:
    assert wrong(check_references(timeline)) == []
    assert wrong(check_spans(timeline)) == []


def test_spans_are_the_same_however_few_articles_are_held_at_once() -> None:
    timeline = sample_timeline()
    assert sorted(map(str, check_spans(timeline, at_once=1))) == sorted(map(str, check_spans(timeline)))
    assert sum(1 for _ in check_spans(timeline, at_once=1)) > 20


def test_a_span_behind_the_end_of_the_text_is_wrong() -> None:
    timeline = sample_timeline()
    first, *rest = timeline.mentions
    beyond = replace(first, sentence=replace(first.sentence, span=Span(9_000, 9_001)))
    (found,) = wrong(check_spans(replace(timeline, mentions=(beyond, *rest))))
    assert "sentence at 9000..9001" in found
    assert "the text has" in found


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        ("articles", "no article"),
        ("actors", "no actor"),
        ("places", "no place"),
        ("mentions", "is no mention of this build"),
        ("events", "not evidence of its event"),
    ],
)
def test_what_is_not_described_is_missed(part: str, complaint: str) -> None:
    timeline = replace(sample_timeline(), **{part: ()})
    assert any(complaint in line for line in wrong(check_references(timeline)))


@pytest.mark.parametrize("part", ["articles", "mentions", "events", "actors"])
def test_what_is_out_of_order_is_told(part: str) -> None:
    timeline = sample_timeline()
    backward = replace(timeline, **{part: tuple(reversed(getattr(timeline, part)))})
    assert any(f"{part}: " in line for line in wrong(check_references(backward)))
