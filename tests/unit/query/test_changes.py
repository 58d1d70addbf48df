from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.errors import QueryError
from graphbuild.query.articles import find_articles
from graphbuild.query.changes import Change, ChangeKind, Subject, compare_builds
from tests.plain_reader import article
from tests.small_builds import build_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.text import Article

HIT, AGAIN = article("a", "Iran hit Iraq 2020-01-02"), article("b", "Iran hit Iraq 2020-01-02", outlet="Post")


def _compare(tmp_path: Path, before: list[Article], after: list[Article]) -> list[Change]:
    return compare_builds(build_plainly(before, tmp_path / "a"), build_plainly(after, tmp_path / "b"))


def _told(changes: list[Change]) -> set[tuple[str, str, str, str, str]]:
    return {(c.kind.value, c.what, c.field, c.was, c.now) for c in changes if c.subject is Subject.EVENT}


def test_a_build_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert _compare(tmp_path, [HIT, AGAIN], [AGAIN, HIT]) == []


def test_what_only_one_build_has_is_gone_or_new(tmp_path: Path) -> None:
    changes = _compare(tmp_path, [HIT], [article("c", "Oman thank Iran 2020-01-03")])
    assert [(c.kind.value, c.subject.value, c.what) for c in changes] == [
        ("gone", "event", "2020-01-02 Iran → hit → Iraq"),
        ("new", "event", "2020-01-03 Oman → thank → Iran"),
        ("gone", "actor", "Iraq"),
        ("new", "actor", "Oman"),
    ]


def test_an_event_that_loses_its_first_report_is_still_that_event(tmp_path: Path) -> None:
    (change,) = _compare(tmp_path, [HIT, AGAIN], [AGAIN])
    assert (change.kind, change.field) == (ChangeKind.LESS, "support")
    assert (change.was, change.now) == ("2 reports, 2 articles, 2 outlets", "1 report, 1 article, 1 outlet")
    assert change.before != change.after


def test_another_report_is_more_support(tmp_path: Path) -> None:
    (change,) = _compare(tmp_path, [HIT], [HIT, AGAIN])
    assert (change.kind, change.before) == (ChangeKind.MORE, change.after)


def test_a_value_that_a_retracted_report_gave_is_told(tmp_path: Path) -> None:
    vague = article("b", "Iran hit - 2020-01-02")
    told = _told(_compare(tmp_path, [HIT, vague], [vague]))
    what = "2020-01-02 Iran → hit → Iraq"
    assert ("changed", what, "to whom", "Iraq", "") in told
    assert {kind for kind, *_ in told} == {"changed", "less support"}


def test_events_that_become_one_are_merged_and_back_again_split(tmp_path: Path) -> None:
    early, late = article("a", "Iran hit Iraq 2020-01-02"), article("b", "Iran hit Iraq 2020-01-09")
    same = article("b", "Iran hit Iraq 2020-01-02")
    there = _compare(tmp_path / "there", [early, late], [early, same])
    assert {(c.kind.value, c.field) for c in there} == {("more support", "support"), ("merged", "")}
    back = _compare(tmp_path / "back", [early, same], [early, late])
    assert {(c.kind.value, c.field) for c in back} == {("less support", "support"), ("split", "")}
    split = next(c for c in back if c.kind is ChangeKind.SPLIT)
    assert split.before == next(c for c in back if c.field).before


def test_articles_are_found_by_id_beginning_and_origin(tmp_path: Path) -> None:
    timeline = build_plainly([article(key, "Iran hit Iraq") for key in ("ab", "abc", "b")], tmp_path)
    assert find_articles(timeline, ["ab"]) == {"ab"}
    assert find_articles(timeline, ["abc.txt", "b"]) == {"abc", "b"}
    with pytest.raises(QueryError, match="2 articles fit 'a': ab, abc"):
        find_articles(timeline, ["a"])
    with pytest.raises(QueryError, match="no article of this build has the id or the origin 'x'"):
        find_articles(timeline, ["x"])
