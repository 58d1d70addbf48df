"""Which mentions are compared, and how clusters are, case by case."""

from __future__ import annotations

import pytest

import actors
from published.cat import GoldMention
from scoring.clusters import FoundActor, Matched, head_of, match_mentions, score_clusters

TEXT = "The maker of the ship, Harbour Lines, said its boss's firm paid."


def gold(words: str, chain: str) -> GoldMention:
    start = TEXT.index(words)
    return GoldMention(start, start + len(words), "ORG", chain)


def ours(words: str, actor: str) -> FoundActor:
    start = TEXT.index(words)
    return FoundActor(start, start + len(words), actor)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("The maker of the ship, Harbour Lines", "maker"),
        ("Harbour Lines", "Lines"),
        ("its boss's", "boss"),
        ("its", "its"),
    ],
)
def test_the_head_ends_before_a_preposition_or_comma_and_has_no_possessive(phrase: str, head: str) -> None:
    at = TEXT.index(phrase)
    assert TEXT[head_of(TEXT, at, at + len(phrase)) :].startswith(head)


def test_mentions_match_by_the_head_one_to_one_shorter_ones_first() -> None:
    found = [ours("Harbour Lines", "a"), ours("maker", "b"), ours("firm", "c"), ours("boss", "d")]
    wanted = [
        gold("The maker of the ship, Harbour Lines", "1"),
        gold("the ship, Harbour Lines", "2"),
        gold("Harbour Lines", "3"),
        gold("its boss's firm", "4"),
        gold("its boss's", "5"),
    ]
    matched = {(m.chain, m.actor) for m in match_mentions(TEXT, wanted, found)}
    assert matched == {("1", "b"), ("3", "a"), ("4", "c"), ("5", "d")}


def test_a_name_inside_a_longer_one_is_not_the_longer_one() -> None:
    assert match_mentions(TEXT, [gold("Harbour Lines", "1")], [ours("Harbour", "a")]) == ()


def matched(*pairs: str) -> list[Matched]:
    return [Matched("ORG", chain, actor) for chain, actor in pairs]


def test_perfect_clusters_have_all_points() -> None:
    scores = score_clusters(matched("1a", "1a", "2b"))
    assert (scores.b3.f1, scores.pairs.f1, scores.ceafe.f1) == (1, 1, 1)


def test_a_merge_costs_precision_and_a_split_recall() -> None:
    merged, split = score_clusters(matched("1a", "1a", "2a")), score_clusters(matched("1a", "1b"))
    assert (merged.b3.precision, merged.b3.recall) == (pytest.approx(5 / 9), 1)
    assert (merged.pairs.precision, merged.pairs.recall) == (pytest.approx(1 / 3), 1)
    assert (split.b3.precision, split.b3.recall) == (1, 0.5)


def test_ceaf_gives_each_chain_one_cluster_the_best_way() -> None:
    # a is like chain 1 by 4/5, like chain 2 by 1/2; b is like chain 1 not at all.
    scores = score_clusters(matched("1a", "1a", "2a", "2b"))
    assert scores.ceafe.f1 == pytest.approx((4 / 5 + 2 / 3) / 2)


def test_nothing_matched_gives_nothing() -> None:
    scores = score_clusters([])
    assert (scores.b3.f1, scores.pairs.f1, scores.ceafe.f1) == (0, 0, 0)


def test_figures_come_back_from_their_file_and_tell_what_changed() -> None:
    kept = {"all": {"found": 0.5, "B³ F1": 0.8}}
    assert actors.load(actors.dump(kept)) == kept
    assert list(actors.differences(kept, {"all": {"found": 0.505, "B³ F1": 0.8}})) == []
    assert list(actors.differences(kept, {"all": {"found": 0.4, "B³ F1": 0.8}})) == [
        "all found: 0.500 before, 0.400 now"
    ]
    assert "| all | .500 | .800 |" in actors.table(kept)


def test_folders_without_documents_are_told(tmp_path, capsys) -> None:
    assert actors.main(["--data", str(tmp_path)]) == 2
    assert "no MEANTIME documents" in capsys.readouterr().err
