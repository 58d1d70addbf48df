"""Timelines read as published, scored by the rules of the task, on cases small enough to count by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from published.timelines import Row, dates_are_bare, read_article, read_corpora, read_timeline
from scoring.awareness import compare_timelines
from scoring.targets import Targets
from timelines import make_rows

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """<?xml version='1.0' encoding='utf-8'?>
<TimeML><DOCID>77</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2005-02-17">2005-02-17</TIMEX3></DCT>
<EXTRAINFO>Acme opens works</EXTRAINFO>
<TEXT><s id="0">Acme opens works</s><s id="1">February 17 , 2005</s><s id="2">Acme has <EVENT eid="e1">opened</EVENT> a works , with job cuts .</s></TEXT>
</TimeML>"""
GOLD = "Acme\n10\t2005-02-18\t77-2-cuts\n0\tXXXX-XX-XX\t77-2-works\n2\t2005-02-17\t77-2-opened\n"


def test_an_article_has_text_and_every_word_its_place(tmp_path: Path) -> None:
    path = tmp_path / "77.tml"
    path.write_text(ARTICLE, "utf-8")
    article = read_article(path)
    assert article is not None
    assert (article.id, str(article.published), article.title) == ("77", "2005-02-17", "Acme opens works")
    assert article.text.endswith("Acme has opened a works, with job cuts.")
    start = article.text.index("opened")
    assert article.mention(start, start + 6) == "77-2-opened"
    start = article.text.index("job cuts")
    assert article.mention(start, start + 9) == "77-2-job_cuts"
    assert article.mention(len(article.text) - 1, len(article.text)) is None


def test_lines_come_in_natural_order_and_articles_with_their_timelines(tmp_path: Path) -> None:
    assert [row.position for row in read_timeline(GOLD).rows] == [0, 2, 10]
    gold = tmp_path / "corpus_9" / "TimeLines_Gold_Standard"
    gold.mkdir(parents=True)
    (gold / "acme.txt").write_text(GOLD, "utf-8")
    (tmp_path / "corpus_9" / "list_target_entities.txt").write_text("Acme\n", "utf-8")
    (tmp_path / "corpus_9" / "77.tml").write_text(ARTICLE, "utf-8")
    (corpus,) = read_corpora(tmp_path)
    assert (corpus.name, [a.id for a in corpus.articles], len(corpus.gold)) == ("corpus_9", ["77"], 1)
    assert not dates_are_bare(corpus.gold)


def rows(text: str) -> tuple[Row, ...]:
    """ "1 2005 a b; 2 2006 c" as rows."""
    cells = [line.split() for line in text.split(";") if line.strip()]
    return tuple(Row(int(c[0]), c[1], tuple(c[2:])) for c in cells)


@pytest.mark.parametrize(
    ("gold", "found", "right", "given", "recalled", "there"),
    [
        ("1 2005 a", "1 2005 a", 1, 1, 1, 1),
        ("1 2005 a", "1 2005-XX-XX a", 0, 1, 0, 1),  # dates are compared as text
        ("1 2005 a; 2 2006 b", "1 2005 a; 2 2006 b", 3, 3, 3, 3),
        ("1 2005 a b", "1 2005 a; 1 2005 b", 2, 2, 2, 2),  # a and b at once follows from the date of both
        ("1 2005 a; 2 2006 b; 3 2007 c", "1 2005 a; 2 2007 c", 3, 3, 2, 5),  # a before c follows in gold
        ("1 2005 a; 2 2006 b", "1 2005 b; 2 2006 a", 0, 3, 0, 3),
        ("1 2005 a", "", 0, 0, 0, 1),
        ("0 XXXX-XX-XX a; 1 2005 b", "1 2004 a; 2 2005 b", 1, 3, 1, 1),  # what has no place must not be placed
        ("1 2005 a; 2 2005 b", "1 2005 a b", 2, 2, 2, 3),  # an order inside a day contradicts the day
    ],
)  # fmt: skip
def test_relations_count_when_they_are_stated_or_follow(
    gold: str, found: str, right: int, given: int, recalled: int, there: int
) -> None:
    score = compare_timelines(rows(gold), rows(found))
    assert (score.precision.right, score.precision.found) == (right, given)
    assert (score.recall.right, score.recall.found) == (recalled, there)


@pytest.mark.parametrize(
    ("name", "entities"),
    [
        ("The Orrin Air Company", {"Orrin Air"}),
        ("OAF", {"Orrin Army Front"}),
        ("president Mara Lindqvist", {"Mara Lindqvist"}),
        ("Lindqvist", {"Mara Lindqvist"}),
        ("Triple", {"Orrin 777 Jet"}),
        ("Orrin", set()),  # that may be any of three
        ("the airline", set()),
    ],
)
def test_a_name_stands_for_an_entity(name: str, entities: set[str]) -> None:
    targets = Targets(
        ["Orrin Air", "Orrin Army Front", "Orrin 777 Jet", "Mara Lindqvist"], {"Orrin 777 Jet": ["Triple"]}
    )
    assert targets.of(name) == entities


def test_a_coarse_date_comes_before_the_finer_ones_in_it() -> None:
    placed = [("2005-03-01", "b", 1), ("2005-XX-XX", "a", 2), ("2005-03-01", "c", 3), ("2005-03-XX", "d", 4)]
    assert make_rows(placed, bare=False) == rows("1 2005-XX-XX a; 2 2005-03-XX d; 3 2005-03-01 b c")
    assert [row.date for row in make_rows(placed, bare=True)] == ["2005", "2005-03", "2005-03-01"]
