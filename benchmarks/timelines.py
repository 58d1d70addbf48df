"""Scores timelines of entities on SemEval-2015 task 4 (track A) as published.

    python benchmarks/timelines.py --data DIR [--aliases FILE] [--entities]

DIR is searched to the bottom for folders of gold timelines and for the TimeML articles that they are about.
The articles of a corpus are built together, as Wikinews, and the timeline of an entity is made of the mentions
in which it has a role, that are told as having happened and whose time is a day, a month or a year. The figure is the
task's: F1 of temporal awareness over all entities (``scoring/awareness.py``); an entity without a timeline counts.
FILE names entities otherwise: ``{"Boeing 777": ["777"]}``, as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.model.event import EventMention, Status
from graphbuild.model.text import Article
from graphbuild.model.time import Granularity, TimeSpan
from graphbuild.pipeline import build
from published.timelines import Row, dates_are_bare, read_corpora
from scoring.awareness import Awareness, compare_timelines
from scoring.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from published.timelines import Corpus

HAPPENED = (Status.ASSERTED, Status.ALLEGED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", action="append", required=True, type=Path, metavar="DIR")
    parser.add_argument("--aliases", type=Path, metavar="FILE", help="other names of entities")
    parser.add_argument("--entities", action="store_true", help="a line for each entity too")
    options = parser.parse_args(arguments)
    others = json.loads(options.aliases.read_text("utf-8")) if options.aliases else {}
    corpora = [corpus for folder in options.data for corpus in read_corpora(folder)]
    if not corpora:
        print("no timelines of SemEval-2015 task 4 there", file=sys.stderr)
        return 2
    print("| SemEval-2015 task 4, track A | entities | relations found | there | P | R | F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    scores: list[Awareness] = []
    for corpus in corpora:
        found = score_corpus(corpus, others)
        scores.extend(found.values())
        for entity, score in found.items() if options.entities else ():
            print(row(f"{corpus.name}: {entity}", [score]))
        print(row(corpus.name, list(found.values())))
    print(row("together", scores))
    return 0


def row(name: str, scores: Sequence[Awareness]) -> str:
    """A line of the table, micro-averaged: counts are added before shares are taken."""
    total = reduce(add, scores)
    precision, recall = total.precision, total.recall
    shares = (precision.precision, recall.precision, total.f1)
    cells = " | ".join(f"{100 * share:.2f}" for share in shares)
    return f"| {name} | {len(scores)} | {precision.found} | {recall.found} | {cells} |"


def score_corpus(corpus: Corpus, others: Mapping[str, Sequence[str]]) -> dict[str, Awareness]:
    """The score of every entity of a corpus."""
    targets = Targets([timeline.entity for timeline in corpus.gold], others)
    placed = list(place_mentions(corpus, targets))
    scores = {}
    for gold in corpus.gold:
        mine = {(day, mention, start) for entity, day, mention, start in placed if entity == gold.entity}
        rows = make_rows(sorted(mine), bare=dates_are_bare(corpus.gold))
        scores[gold.entity] = compare_timelines(gold.rows, rows)
    return scores


def place_mentions(corpus: Corpus, targets: Targets) -> Iterator[tuple[str, str, str, int]]:
    """Entity, date ("2008-03-XX"), mention as the task writes it and its offset, for all that is dated."""
    articles = {article.id: article for article in corpus.articles}
    timeline = build(
        Article(a.id, "Wikinews", None, a.published, a.text, None, a.id) for a in corpus.articles
    )
    names = {actor.id: actor.name for actor in timeline.actors}
    for mention in timeline.mentions:
        span = mention.trigger.span
        written = articles[mention.article].mention(span.start, span.end)
        day = date_of(mention)
        if written is None or day is None:
            continue
        for entity in sorted({e for name in called(mention, names) for e in targets.of(name)}):
            yield entity, day, written, span.start


def called(mention: EventMention, names: Mapping[str, str]) -> Iterator[str]:
    """Every way in which those who have a role are called: in the text, and by the actor's name."""
    for participant in (*mention.sources, *mention.targets):
        yield participant.text
        if participant.actor is not None:
            yield names[participant.actor]


def date_of(mention: EventMention) -> str | None:
    """The date of what happened as the task pads it, None for what is coarser than a year or a range."""
    when = mention.time.when if mention.time else None
    if mention.status not in HAPPENED or when is None or when.first is None or when.last is None:
        return None
    return _padded(when)


def _padded(when: TimeSpan) -> str | None:
    first, last = str(when.first), str(when.last)
    if first == last:
        return first
    if first[:7] == last[:7] and when.granularity is Granularity.MONTH:
        return f"{first[:7]}-XX"
    if first[:4] == last[:4] and when.granularity is Granularity.YEAR:
        return f"{first[:4]}-XX-XX"
    return None


def make_rows(placed: Iterable[tuple[str, str, int]], *, bare: bool) -> tuple[Row, ...]:
    """Rows by date, a coarse date before the finer ones in it; each date is a position."""
    days: dict[str, list[str]] = {}
    for day, mention, _ in sorted(placed, key=lambda each: (each[0].replace("X", "0"), each[1:])):
        days.setdefault(day, []).append(mention)
    return tuple(
        Row(position, day.replace("-XX", "") if bare else day, tuple(mentions))
        for position, (day, mentions) in enumerate(days.items(), 1)
    )


if __name__ == "__main__":
    sys.exit(main())
